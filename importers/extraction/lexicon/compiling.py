"""The tables of a lexicon made ready for look-up: phrases by their first word, forms by their verb."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeVar

from importers.extraction.lexicon.lexicon import (
    Compounds,
    EventType,
    Frame,
    Kind,
    Lexicon,
    Patterns,
    Refinement,
    Trigger,
)
from importers.extraction.lexicon.readings import closed_classes, read
from importers.extraction.lexicon.schema import PLAIN_FRAME, Raw

_T = TypeVar("_T")


def compiled(raw: Raw) -> Lexicon:
    """Make the checked tables of one language ready for look-up."""
    spellings = dict(row.split() for row in raw["grammar"].get("spellings", ()))
    if spellings:
        word = re.compile(rf"\b(?:{'|'.join(map(re.escape, spellings))})\b")
        raw = {key: _respelt(value, word, spellings) for key, value in raw.items()}
    contractions = dict(row.split() for row in raw["grammar"].get("contractions", ()))
    if contractions:
        raw = {key: _spelt_out(value, contractions) if key in _MATCHED else value for key, value in raw.items()}
    grammar_raw = raw["grammar"]
    head_first = bool(grammar_raw.get("head_first", False))
    grammar = _word_classes(grammar_raw)
    frames = _frames(raw["frames"])
    kinds = {name: Kind(name, table["class"], table.get("side", "")) for name, table in raw["kinds"].items()}
    triggers = [(table, _trigger(table, frames, _only_with(table, raw["kinds"]))) for table in raw["triggers"]]
    verb_triggers = _by_word((words, t) for table, t in triggers for words in table.get("verbs", ()))
    irregular = _irregular(grammar_raw.get("irregular", ()))
    attribution = {name: frozenset(words) for name, words in raw.get("attribution", {}).items()}
    factuality = {name: frozenset(words) for name, words in raw.get("factuality", {}).items()}
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
        shortened={
            short: (plain, perfect) for short, plain, perfect in map(str.split, grammar_raw.get("shortened", ()))
        },
        verbs=_verbs(verb_triggers, irregular, (*grammar.get("verbs", ()), *attribution.get("verbs", ())), factuality),
        particles=_particles(verb_triggers, grammar, attribution),
        attribution=attribution,
        factuality=factuality,
        kinds=kinds,
        owned={owner: kinds[name] for name, table in raw["kinds"].items() for owner in table.get("owners", ())},
        nouns=_by_word(
            ((word, kinds[name]) for name, table in raw["kinds"].items() for word in table.get("nouns", ())),
            0 if head_first else -1,
        ),
        names=_by_word((word, kinds[name]) for name, table in raw["kinds"].items() for word in table.get("names", ())),
        types={name: _event_type(name, table) for name, table in raw["types"].items()},
        verb_triggers=verb_triggers,
        noun_triggers=_by_word(
            (words, t) for table, t in triggers for words in (*table.get("nouns", ()), *table.get("phrases", ()))
        ),
        word_triggers=_by_word((words, t) for table, t in triggers for words in table.get("words", ())),
        refinements=_by_source([_refinement(table) for table in raw.get("refine", ())], raw["types"]),
        nulls=_by_word((phrase, phrase) for phrase in raw.get("nulls", {}).get("phrases", ())),
        titles=raw.get("titles", {}),
        compounds=_compounds(grammar),
        closed=closed_classes(grammar),
        reader=read,
    )


def _frames(tables: Raw) -> Mapping[str, Frame]:
    """Which role each slot of a trigger gives, by the name of its frame."""
    return {
        name: Frame(name, table.get("verb", {}), table.get("noun", {}), table.get("befalls", ""))
        for name, table in tables.items()
    }


def _verbs(
    triggers: Iterable[str],
    irregular: Mapping[str, tuple[tuple[str, str], ...]],
    named: Iterable[str],
    cues: Mapping[str, frozenset[str]],
) -> frozenset[str]:
    """All verbs that any table names; of those with a particle or a noun the verb itself."""
    told = (word for name, words in cues.items() if name.endswith("_verbs") for word in words)
    inflected = (verb for forms in irregular.values() for verb, _ in forms)
    return frozenset((*triggers, *(words.split()[0] for words in (*named, *told)), *inflected))


def _word_classes(grammar: Raw) -> Mapping[str, frozenset[str]]:
    return {
        name: frozenset(words)
        for name, words in grammar.items()
        if isinstance(words, list) and name not in {"irregular", "endings"}
    }


def _event_type(name: str, table: Raw) -> EventType:
    violent = bool(table.get("violent", False))
    return EventType(
        name,
        table["event_type"],
        table.get("family", name),
        table.get("rank", 3),
        table.get("label", name.replace("_", " ").capitalize()),
        table.get("done", ""),
        table.get("by", ""),
        violent,
        table.get("attempt", ""),
        table.get("casualties", violent),
        table.get("absorbed", False),
        frozenset(table.get("follows", ())),
        table.get("answers", False),
        table.get("owns", False),
        table.get("disowns", False),
        table.get("national", False),
        table.get("wide", False),
        table.get("undoes", ""),
        table.get("mutual", False),
        table.get("peril", False),
        table.get("of_violence", False),
        table.get("about", False),
        table.get("lawful", ""),
        table.get("instead", ""),
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


def _respelt(value: object, word: re.Pattern[str], spellings: Mapping[str, str]) -> object:
    """``value`` where lists hold each text with a ``word`` of two ``spellings`` in the other one, too, at any depth."""
    if isinstance(value, dict):
        return {key: _respelt(item, word, spellings) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    texts = [item for item in value if isinstance(item, str) and word.search(item)]
    other = (word.sub(lambda found: spellings[found[0]], text) for text in texts)
    return [*(_respelt(item, word, spellings) for item in value), *other]


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
        frame=frames[table.get("frame", PLAIN_FRAME)],
        figure=table.get("figure", ""),
        count=table.get("count", "patient"),
        valency=table.get("valency", ""),
        effect=table.get("effect", False),
        alone=table.get("alone", False),
        weak=table.get("weak", False),
        pointing=table.get("pointing", False),
        doers=table.get("doers", False),
        flight=table.get("flight", False),
        demonstrative=table.get("demonstrative", False),
        strict=table.get("strict", False),
        purpose=table.get("purpose", False),
        anaphor=frozenset(table.get("anaphor", ())),
        needs=tuple((role, frozenset(kinds)) for role, kinds in table.get("needs", {}).items()),
        object_words=frozenset(table.get("object_words", ())),
        only_with=only_with,
        deadly=table.get("deadly", False),
        with_verbs=frozenset(table.get("with_verbs", ())),
        unarmed=table.get("unarmed", False),
        mishap=table.get("mishap", ""),
        label=table.get("label", ""),
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
        frozenset(table.get("predicates", ())),
    )


def _by_source(rules: Sequence[Refinement], types: Iterable[str]) -> Mapping[str, tuple[Refinement, ...]]:
    """The refinements that may apply to each type, in their order, with those of what it may have become by then."""
    found: dict[str, tuple[Refinement, ...]] = {}
    for name in types:
        reached, own = {name}, []
        for rule in rules:
            if not rule.sources.isdisjoint(reached):
                reached.add(rule.target)
                own.append(rule)
        found[name] = tuple(own)
    return found


def _by_word(pairs: Iterable[tuple[str, _T]], at: int = 0) -> Mapping[str, tuple[tuple[tuple[str, ...], _T], ...]]:
    """The phrases with what they stand for by their word at ``at``, the first or the last (-1); the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
    for phrase, meant in pairs:
        words = tuple(phrase.split())
        found.setdefault(words[at], []).append((words, meant))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in found.items()}


_CLOSED: Final = ("prepositions", "subordinators", "conjunctions", "adverbs", "relatives", "modals", "negations")
"""The word classes that have expressions of several words."""


def _compounds(grammar: Mapping[str, frozenset[str]]) -> Mapping[str, Compounds]:
    phrases = sorted((phrase, name) for name in _CLOSED for phrase in grammar.get(name, ()) if " " in phrase)
    opened = {phrase.split()[0] for phrase, _ in phrases}
    return {word: _by_word((row for row in phrases if row[0].startswith(f"{word} ")), 1) for word in opened}


def _particles(
    triggers: Patterns, grammar: Mapping[str, frozenset[str]], attribution: Mapping[str, frozenset[str]]
) -> frozenset[tuple[str, str]]:
    prepositions = grammar.get("prepositions", frozenset()) - grammar.get("no_particles", frozenset())
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
