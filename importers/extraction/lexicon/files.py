"""Lexicon files: TOML, read, checked and laid over each other.

A lexicon file may hold these tables, all optional but ``language``; a user's own file is laid over the shipped one
(lists grow, tables are completed, a trigger or rule is added):

``[grammar]``         closed word classes, irregular verbs and verb endings, for the tagger and the clause step
``[attribution]``     verbs and prepositions of saying
``[factuality]``      cues of what is planned, possible, denied, ongoing, background, habitual
``[kinds.NAME]``      kinds of actors and things: ``class``, ``side``, ``nouns`` (dictionary forms), ``names``,
                      ``owners`` (kinds of bodies whose places and things are of this kind)
``[types.NAME]``      sub-types: ``event_type``, ``family``, ``rank``, ``label``, ``done``, ``violent``, ``attempt``
``[frames.NAME]``     which part of a clause fills which role, for a ``verb`` and for a ``noun``; whom it ``befalls``
``[[triggers]]``      the words that report a type: ``type``, ``frame`` (or "act"), ``verbs``, ``nouns``, ``words`` ...
``[[refine]]``        a type made more exact by who and what fill its roles
``[nulls]``           ``phrases`` that hold trigger words and report nothing
``[titles]``          words for composing titles
"""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from importers.extraction.lexicon.compiling import compiled
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.lexicon.schema import LexiconError, Raw, check, merge

SHIPPED: Final = Path(__file__).parents[2] / "lexicons"
"""The folder of the lexicons that come with the program, one file a language."""

TYPES: Final = SHIPPED / "types.toml"
"""The types of events, which are the same in every language."""

LANGUAGES: Final = tuple(sorted(path.stem for path in SHIPPED.glob("??.toml")))
"""The languages that events are looked for in."""
_LISTED: Final = " or ".join(LANGUAGES)


def load_lexicons(language: str, extra: Sequence[Path] = ()) -> Lexicon | None:
    """The shipped lexicon of ``language`` with the user's files laid over it; None for a language without one.

    A user's file for another language is left aside, one without ``language`` counts for all.
    Raises LexiconError, which names the file and the key.
    """
    return _load(language, tuple(extra))


@lru_cache(maxsize=16)
def _load(language: str, extra: tuple[Path, ...]) -> Lexicon | None:
    tables = [_read(path) for path in extra]
    shipped = SHIPPED / f"{language}.toml"
    if not language.isalpha() or not shipped.is_file():
        return None
    raw = merge(_read(TYPES), _read(shipped), shipped)
    for path, table in zip(extra, tables, strict=True):
        if table.get("language", language) == language:
            raw = merge(raw, table, path)
    check(raw, shipped if not extra else extra[-1], complete=True)
    return compiled(raw)


def _read(path: Path) -> Raw:
    """One lexicon file, checked by itself. Raises LexiconError."""
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file)
    except OSError as error:
        raise LexiconError(path, "", f"cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(path, "", f"is not TOML: {error}") from error
    check(raw, path, complete=False)
    if "language" in raw and raw["language"] not in LANGUAGES:
        raise LexiconError(path, "language", f'"{raw["language"]}" is none that events are looked for in: {_LISTED}')
    return raw
