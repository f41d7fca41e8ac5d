"""Lexicons: all that the extraction knows of a language and of its subject, read from TOML and checked.

A lexicon file may hold these tables, all optional but ``language``; a user's own file is laid over the shipped one
(lists grow, tables are completed, a trigger or rule is added):

``[grammar]``         closed word classes, irregular verbs and verb endings, for the tagger and the clause step
``[attribution]``     verbs and prepositions of saying
``[factuality]``      cues of what is planned, possible, denied, ongoing, background, habitual
``[kinds.NAME]``      kinds of actors and things: ``class``, ``side``, ``nouns`` (dictionary forms), ``names``
``[types.NAME]``      sub-types: ``event_type``, ``family``, ``rank``, ``label``, ``done``, ``violent``, ``attempt``
``[frames.NAME]``     which part of a clause fills which role, for a ``verb`` and for a ``noun``; whom it ``befalls``
``[[triggers]]``      the words that report a type: ``type``, ``frame``, ``verbs``, ``nouns``, ``words`` ...
``[[refine]]``        a type made more exact by who and what fill its roles
``[nulls]``           ``phrases`` that hold trigger words and report nothing
``[titles]``          words for composing titles
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from importers.extraction.schema import LexiconError, Raw, check, merge

__all__ = [
    "EventType",
    "Frame",
    "Kind",
    "Lexicon",
    "LexiconError",
    "Refinement",
    "Trigger",
    "load_lexicons",
    "read_lexicon",
]

SHIPPED: Final = Path(__file__).parent.parent / "lexicons"
"""The folder of the lexicons that come with the program, one file a language."""

TYPES: Final = SHIPPED / "types.toml"
"""The types of events, which are the same in every language."""

Patterns = Mapping[str, tuple[tuple[tuple[str, ...], "Trigger"], ...]]
"""First word -> (all words, trigger), the longest first."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A sub-type of event. ``family``: types of one family may be one happening; ``rank``: the more exact one wins."""

    name: str
    event_type: str
    family: str
    rank: int
    label: str
    done: str = ""
    violent: bool = False
    attempt: str = ""
    """The type that an attempt at this one is."""
    casualties: bool = False
    """The dead and wounded told with it are its own."""
    absorbed: bool = False
    """Told in one breath with a more exact event, it is a part of that."""
    follows: frozenset[str] = frozenset()
    """Types of which one must have come before it."""
    answers: bool = False
    """A deed told after it in its sentence is what it is done about."""
    wide: bool = False
    """Decided or said for a whole country: the town that the telling stays in is not where it happened."""
    undoes: str = ""
    """The family of what it keeps from happening."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Grammatical slot ("subject", "object", "possessor", "modifier" or a preposition) -> role."""

    name: str
    verb: Mapping[str, str]
    noun: Mapping[str, str]
    befalls: str = ""
    """"people" or "things": what a patient of no known kind is; "" where it may be either."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report a type of event, and what is needed for them to do so."""

    type: str
    frame: Frame
    figure: str = ""
    count: str = "patient"
    """Whose number the figure is: a role, or "self" for a noun's own number ("four car bombs")."""
    valency: str = ""
    """"transitive": only with an object (or in the passive); "intransitive": only without."""
    effect: bool = False
    """Tells what came of another event; by itself it is a weak event of this type."""
    alone: bool = False
    """An effect that may stand as an event by itself."""
    weak: bool = False
    """A noun that is news only with some detail of its own."""
    pointing: bool = False
    """Only ever points back to an event told elsewhere ("the incident")."""
    demonstrative: bool = False
    """Points back only with a demonstrative ("these actions")."""
    strict: bool = False
    """What it ``needs`` must be there; otherwise a need that is not filled is only a doubt."""
    anaphor: frozenset[str] = frozenset()
    """Families of events that "the ..." may point back to."""
    needs: tuple[tuple[str, frozenset[str]], ...] = ()
    """Role -> classes, sides or kinds, one of which must fill it."""
    object_words: frozenset[str] = frozenset()
    only_with: frozenset[str] = frozenset()
    """Words, one of which is in every sentence that it can report in (the nouns of the kinds it needs)."""
    with_verbs: frozenset[str] = frozenset()
    """Verbs that make news of a weak noun ("declare" a state of emergency)."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of actor or thing: its ``cls`` is person, place, thing or weapon; its ``side`` who it fights for."""

    name: str
    cls: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Refinement:
    """``sources`` become ``target`` where every role named is filled by one of its kinds, classes or sides."""

    sources: frozenset[str]
    target: str
    roles: tuple[tuple[str, frozenset[str]], ...]
    scene: frozenset[str] = frozenset()
    named: bool | None = None
    """Only if someone among those it befell is named, or if nobody is."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's lexicon, compiled for look-up. Words are dictionary forms in small letters."""

    language: str
    grammar: Mapping[str, frozenset[str]]
    irregular: Mapping[str, tuple[tuple[str, str], ...]]
    """Form -> (verb, form name)."""
    endings: tuple[tuple[str, str, str], ...]
    doubling: bool
    """A final consonant may be doubled before an ending ("kidnap", "kidnapped")."""
    stem_changes: bool
    """Verbs change their stems: the word list's dictionary form decides, an ending says which form it is."""
    head_first: bool
    """What a noun phrase speaks of is its first noun; adjectives follow."""
    inversion: bool
    """A subject may follow its verb."""
    noun_forms: Mapping[str, str]
    """Form -> dictionary form of nouns that the word list takes for verbs."""
    contractions: Mapping[str, str]
    """Form -> the preposition in it ("del" -> "de")."""
    verbs: frozenset[str]
    """Every verb that is known by name."""
    particles: frozenset[tuple[str, str]]
    """Verb and preposition that are one verb ("set off")."""
    attribution: Mapping[str, frozenset[str]]
    factuality: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Kind]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]
    """Last word (first, where the head comes first) -> (all words, kind), the longest first."""
    names: Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]
    """First word -> (all words, kind) of names as written, the longest first."""
    types: Mapping[str, EventType]
    verb_triggers: Patterns
    noun_triggers: Patterns
    word_triggers: Patterns
    refinements: tuple[Refinement, ...]
    nulls: Mapping[str, tuple[tuple[str, ...], ...]]
    titles: Mapping[str, str]
    compounds: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word -> (all words, class) of closed-class expressions of several words."""
    readings: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """The tagger's memory of word forms."""

    def may_start(self, word: str) -> bool:
        """Is ``word`` the first of some trigger?"""
        return word in self.verb_triggers or word in self.noun_triggers or word in self.word_triggers

    def words(self, table: str) -> frozenset[str]:
        """A closed word class; empty where the language has none."""
        return self.grammar.get(table, frozenset())

    def cues(self, table: str) -> frozenset[str]:
        """The factuality cues of one kind."""
        return self.factuality.get(table, frozenset())


def load_lexicons(language: str, extra: Sequence[Path] = ()) -> Lexicon | None:
    """The shipped lexicon of ``language`` with the user's files laid over it; None for a language without one.

    A user's file for another language is left aside, one without ``language`` counts for all.
    Raises LexiconError, which names the file and the key.
    """
    return _load(language, tuple(extra))


@lru_cache(maxsize=16)
def _load(language: str, extra: tuple[Path, ...]) -> Lexicon | None:
    tables = [read_lexicon(path) for path in extra]
    shipped = SHIPPED / f"{language}.toml"
    if not language.isalpha() or not shipped.is_file():
        return None
    raw = merge(read_lexicon(TYPES), read_lexicon(shipped), shipped)
    for path, table in zip(extra, tables, strict=True):
        if table.get("language", language) == language:
            raw = merge(raw, table, path)
    check(raw, shipped if not extra else extra[-1], complete=True)
    return _compile(raw)


def read_lexicon(path: Path) -> Raw:
    """One lexicon file, checked by itself. Raises LexiconError."""
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file)
    except OSError as error:
        raise LexiconError(path, "", f"cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(path, "", f"is not TOML: {error}") from error
    check(raw, path, complete=False)
    return raw


def _compile(raw: Raw) -> Lexicon:
    contractions = dict(row.split() for row in raw["grammar"].get("contractions", ()))
    if contractions:
        raw = {key: _spelt_out(value, contractions) if key in _MATCHED else value for key, value in raw.items()}
    grammar_raw = raw["grammar"]
    head_first = bool(grammar_raw.get("head_first", False))
    grammar = {
        name: frozenset(words)
        for name, words in grammar_raw.items()
        if isinstance(words, list) and name not in {"irregular", "endings"}
    }
    types = {
        name: EventType(
            name,
            table["event_type"],
            table.get("family", name),
            table.get("rank", 3),
            table.get("label", name.replace("_", " ").capitalize()),
            table.get("done", ""),
            table.get("violent", False),
            table.get("attempt", ""),
            table.get("casualties", table.get("violent", False)),
            table.get("absorbed", False),
            frozenset(table.get("follows", ())),
            table.get("answers", False),
            table.get("wide", False),
            table.get("undoes", ""),
        )
        for name, table in raw["types"].items()
    }
    frames = {
        name: Frame(name, table.get("verb", {}), table.get("noun", {}), table.get("befalls", ""))
        for name, table in raw["frames"].items()
    }
    kinds = {name: Kind(name, table["class"], table.get("side", "")) for name, table in raw["kinds"].items()}
    triggers = [(table, _trigger(table, frames, _only_with(table, raw["kinds"]))) for table in raw["triggers"]]
    verb_triggers = _patterns((words, t) for table, t in triggers for words in table.get("verbs", ()))
    irregular = _irregular(grammar_raw.get("irregular", ()))
    attribution = {name: frozenset(words) for name, words in raw.get("attribution", {}).items()}
    factuality = {name: frozenset(words) for name, words in raw.get("factuality", {}).items()}
    cues = {word.split()[0] for name, words in factuality.items() if name.endswith("_verbs") for word in words}
    verbs = (
        set(verb_triggers)
        | {word.split()[0] for word in grammar.get("verbs", ())}
        | {word.split()[0] for word in attribution.get("verbs", ())}
        | cues
        | {verb for forms in irregular.values() for verb, _ in forms}
    )
    return Lexicon(
        language=raw["language"],
        grammar=grammar,
        irregular=irregular,
        endings=tuple(_ending(row) for row in grammar_raw.get("endings", ())),
        doubling=bool(grammar_raw.get("doubling", False)),
        stem_changes=bool(grammar_raw.get("stem_changes", False)),
        head_first=head_first,
        inversion=bool(grammar_raw.get("inversion", False)),
        noun_forms=dict(row.split() for row in grammar_raw.get("noun_forms", ())),
        contractions=contractions,
        verbs=frozenset(verbs),
        particles=_particles(verb_triggers, grammar, attribution),
        attribution=attribution,
        factuality=factuality,
        kinds=kinds,
        nouns=(_by_first if head_first else _by_last)(
            (word, kinds[name]) for name, table in raw["kinds"].items() for word in table.get("nouns", ())
        ),
        names=_by_first((word, kinds[name]) for name, table in raw["kinds"].items() for word in table.get("names", ())),
        types=types,
        verb_triggers=verb_triggers,
        noun_triggers=_patterns(
            (words, t) for table, t in triggers for words in (*table.get("nouns", ()), *table.get("phrases", ()))
        ),
        word_triggers=_patterns((words, t) for table, t in triggers for words in table.get("words", ())),
        refinements=tuple(_refinement(table) for table in raw.get("refine", ())),
        nulls=_sequences(raw.get("nulls", {}).get("phrases", ())),
        titles=raw.get("titles", {}),
        compounds=_compounds(grammar),
    )


_COUNTABLE_NEEDS: Final = frozenset({"weapon"})
"""Classes few enough of whose nouns are known to say that a sentence holds none."""


def _only_with(table: Raw, kinds: Mapping[str, Raw]) -> frozenset[str]:
    """The nouns without one of which a strict trigger cannot report; empty where that cannot be told from words."""
    if table.get("object_words"):
        return frozenset(table["object_words"])
    needed = [name for names in table.get("needs", {}).values() for name in names]
    small = [name for name in needed if name in kinds and kinds[name]["class"] in _COUNTABLE_NEEDS]
    if not table.get("strict") or not needed or len(small) < len(needed):
        return frozenset()
    return frozenset(part for name in small for word in kinds[name].get("nouns", ()) for part in word.split())


_MATCHED: Final = frozenset({"grammar", "attribution", "factuality", "kinds", "frames", "triggers", "nulls"})
"""The tables whose phrases are compared with the words of a sentence, where contractions are spelt out."""
_AS_WRITTEN: Final = frozenset({"contractions", "vague_times"})


def _spelt_out(value: object, contractions: Mapping[str, str]) -> object:
    """``value`` with "cese al fuego" as "cese a fuego", at any depth; a word by itself stays as it is."""
    if isinstance(value, str):
        return _phrase(value, contractions)
    if isinstance(value, list):
        return [_spelt_out(item, contractions) for item in value]
    if isinstance(value, dict):
        return {
            _phrase(key, contractions): item if key in _AS_WRITTEN else _spelt_out(item, contractions)
            for key, item in value.items()
        }
    return value


def _phrase(phrase: str, contractions: Mapping[str, str]) -> str:
    return " ".join(contractions.get(word, word) for word in phrase.split(" ")) if " " in phrase else phrase


def _trigger(table: Raw, frames: Mapping[str, Frame], only_with: frozenset[str]) -> Trigger:
    return Trigger(
        type=table["type"],
        frame=frames[table["frame"]],
        figure=table.get("figure", ""),
        count=table.get("count", "patient"),
        valency=table.get("valency", ""),
        effect=table.get("effect", False),
        alone=table.get("alone", False),
        weak=table.get("weak", False),
        pointing=table.get("pointing", False),
        demonstrative=table.get("demonstrative", False),
        strict=table.get("strict", False),
        anaphor=frozenset(table.get("anaphor", ())),
        needs=tuple((role, frozenset(kinds)) for role, kinds in table.get("needs", {}).items()),
        object_words=frozenset(table.get("object_words", ())),
        only_with=only_with,
        with_verbs=frozenset(table.get("with_verbs", ())),
    )


def _refinement(table: Raw) -> Refinement:
    roles = tuple(
        (role, frozenset(kinds)) for role, kinds in table.items() if role in {"agent", "patient", "instrument", "theme"}
    )
    return Refinement(
        frozenset(table["from"]),
        table["to"],
        roles,
        frozenset(table.get("scene", ())),
        table.get("patient_named"),
    )


def _patterns(pairs: Iterable[tuple[str, Trigger]]) -> Patterns:
    found: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
    for phrase, trigger in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, trigger))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _by_last(pairs: Iterable[tuple[str, Kind]]) -> Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for phrase, kind in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append((words, kind))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in found.items()}


def _by_first(pairs: Iterable[tuple[str, Kind]]) -> Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Kind]]] = {}
    for phrase, kind in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, kind))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()}


def _sequences(phrases: Sequence[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rows, key=lambda row: -len(row))) for first, rows in found.items()}


def _compounds(grammar: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in ("prepositions", "subordinators", "conjunctions", "adverbs", "relatives", "modals", "negations"):
        for phrase in sorted(grammar.get(name, ())):
            words = tuple(phrase.split())
            if len(words) > 1:
                found.setdefault(words[0], []).append((words, name))
    return {first: tuple(sorted(rows, key=lambda row: (-len(row[0]), row))) for first, rows in found.items()}


def _particles(
    triggers: Patterns, grammar: Mapping[str, frozenset[str]], attribution: Mapping[str, frozenset[str]]
) -> frozenset[tuple[str, str]]:
    prepositions = grammar.get("prepositions", frozenset())
    phrases = [words for rows in triggers.values() for words, _ in rows]
    for listed in (grammar.get("verbs", ()), grammar.get("light_verbs", ()), attribution.get("verbs", ())):
        phrases += [tuple(phrase.split()) for phrase in listed]
    return frozenset((words[0], words[1]) for words in phrases if len(words) == 2 and words[1] in prepositions)


def _irregular(rows: Sequence[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Rows "take took taken" (verb, past, participle) or "form verb name" with a name of a form."""
    found: dict[str, dict[tuple[str, str], None]] = {}
    for row in rows:
        words = row.split()
        if len(words) == 3 and words[2] in FORMS:
            found.setdefault(words[0], {})[words[1], words[2]] = None
        else:
            verb, past, participle = words
            found.setdefault(past, {})[verb, "past"] = None
            found.setdefault(participle, {})[verb, "part"] = None
    return {form: tuple(readings) for form, readings in found.items()}


FORMS: Final = frozenset({"past", "part", "ger", "pres", "inf", "imperfect", "fut", "cond", "subj"})
"""Names of verb forms: simple past, past participle, gerund, present, infinitive, imperfect, future, conditional."""


def _ending(row: str) -> tuple[str, str, str]:
    ending, instead, form = row.split()
    return ending, "" if instead == "-" else instead, form
