"""The commands about event types and the words that report them: lexicon check, lexicon show."""

from collections.abc import Iterable, Iterator, Mapping, Sized
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tui.cli.options import Lexicons
from tui.cli.output import line, table, terminal_cells
from tui.lexicons import lexicon_files
from tui.text import plural

if TYPE_CHECKING:
    from importers.extraction.lexicon.lexicon import Lexicon, Trigger

lexicon = typer.Typer(name="lexicon", help="Check a lexicon of your own, or show the words of events.")

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "es")


@lexicon.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A TOML file with event types and words of your own.")],
) -> None:
    """Check a lexicon of your own, and say what it adds."""
    for language in LANGUAGES:
        shipped, both = loaded(language, ()), loaded(language, (file,))
        line(f"{language}: adds {', '.join(_added(shipped, both)) or 'nothing'}.")


def _added(shipped: "Lexicon", both: "Lexicon") -> Iterator[str]:
    types = sorted(both.types.keys() - shipped.types.keys())
    if types:
        yield f"{plural(len(types), 'type')} ({', '.join(types)})"
    for one, many, number in (
        ("word of events", "words of events", _triggers(both) - _triggers(shipped)),
        ("noun for people and things", "nouns for people and things", _phrases(both.nouns) - _phrases(shipped.nouns)),
        ("phrase that is no event", "phrases that are no event", _phrases(both.nulls) - _phrases(shipped.nulls)),
    ):
        if number:
            yield plural(number, one, many)


@lexicon.command()
def show(
    language: Annotated[Language, typer.Option("--language", help="Of which language.")] = "en",
    lexicon: Lexicons = None,
) -> None:
    """Show the event types and the words that report them, yours included."""
    found = loaded(language, lexicon_files(lexicon or ()))
    if not terminal_cells():
        table(("event type", "sub-type", "label", "words"), _rows(found))
        return
    for *kind, words in _rows(found):
        line(" · ".join(kind))
        line(f"    {words}")


def loaded(language: str, files: tuple[Path, ...]) -> "Lexicon":
    """Load a language's lexicon with the user's files over it; a fault in one is a usage error."""
    from importers.extraction.lexicon.files import load_lexicons
    from importers.extraction.lexicon.schema import LexiconError

    try:
        found = load_lexicons(language, files)
    except LexiconError as error:
        raise typer.BadParameter(str(error)) from error
    assert found is not None
    return found


def _rows(lexicon: "Lexicon") -> Iterator[tuple[str, ...]]:
    words: dict[str, set[str]] = {}
    for sequence, trigger in _all(lexicon):
        words.setdefault(trigger.type, set()).add(" ".join(sequence))
    for name, kind in sorted(lexicon.types.items(), key=lambda item: (item[1].event_type, item[0])):
        yield kind.event_type, name, kind.label, ", ".join(sorted(words.get(name, ())))


def _all(lexicon: "Lexicon") -> "Iterable[tuple[tuple[str, ...], Trigger]]":
    for patterns in (lexicon.verb_triggers, lexicon.noun_triggers, lexicon.word_triggers):
        for found in patterns.values():
            yield from found


def _phrases(patterns: Mapping[str, Sized]) -> int:
    return sum(len(rows) for rows in patterns.values())


def _triggers(lexicon: "Lexicon") -> int:
    return sum(1 for _ in _all(lexicon))
