"""What a word form may be by itself: of a closed class, a verb and in which forms, or a noun; from the lexicon."""

from collections.abc import Mapping
from typing import Literal

from importers.extraction.lexicon.lexicon import Lexicon
from importers.language.lemmas import is_word, lemma_of
from store.records.record import record

Tag = Literal[
    "det", "poss", "gen", "prep", "conj", "but", "sub", "comp", "rel", "pron", "adv", "neg", "modal", "be", "have",
    "do", "clitic", "inf", "num", "noun", "verb", "time", "punct", "aside",
]  # fmt: skip

Start = Literal["trigger", "phrase", ""]
"""Is it a trigger by itself, only with other words of its sentence, or in no way?"""


@record
class Reading:
    """What a form may be, before its neighbours are looked at."""

    tag: Tag
    lemma: str
    verb: str
    forms: str
    starts: Start
    may_be: bool
    """A noun that could be a verb, or the other way round."""
    spelt: frozenset[str]
    """The form itself and its dictionary forms: what a phrase of the lexicon may have in its place."""


def read(lower: str, lexicon: Lexicon) -> Reading:
    """What a word form may be. ``Lexicon.readings`` remembers it."""
    tag, lemma, verb, forms = _read(lower, lexicon)
    # "Privado" is a noun but behind an auxiliary: the sentence may tell what its verb does.
    hidden = verb_reading(lower, lexicon) if lower in lexicon.words("not_verbs") else ("", "")
    spelt = frozenset({lower, lemma, hidden[0] if hidden[1] == "part" else verb})
    may_be = bool(verb) and tag in {"noun", "verb"}
    return Reading(tag, lemma, verb, forms, _start(spelt, lexicon), may_be, spelt)


def _start(forms: frozenset[str], lexicon: Lexicon) -> Start:
    found = [row for form in forms for row in lexicon.triggers_from(form)]
    if any(len(pattern) == 1 and not trigger.only_with for pattern, trigger in found):
        return "trigger"
    return "phrase" if found else ""


_CLOSED: tuple[tuple[str, Tag], ...] = (
    ("genitive", "gen"),
    ("negations", "neg"),
    ("modals", "modal"),
    ("be", "be"),
    ("have", "have"),
    ("do", "do"),
    ("possessives", "poss"),
    ("relatives", "rel"),
    ("complementizers", "comp"),
    ("determiners", "det"),
    ("definite", "det"),
    ("conjunctions", "conj"),
    ("contrast", "but"),
    ("subordinators", "sub"),
    ("prepositions", "prep"),
    ("pronouns", "pron"),
    ("adverbs", "adv"),
    ("predicates", "adv"),
    ("quantifiers", "num"),
    ("ordinals", "det"),
)


def closed_classes(grammar: Mapping[str, frozenset[str]]) -> dict[str, Tag]:
    """The part of speech of each word of a closed class; of one in several classes that of the first."""
    return {word: name for table, name in reversed(_CLOSED) for word in grammar.get(table, ())}


def _read(lower: str, lexicon: Lexicon) -> tuple[Tag, str, str, str]:
    """The part of speech of a form, its dictionary form as a noun, and as what verb and in which forms it may stand."""
    if (name := lexicon.closed.get(lower)) is not None:
        return name, lower, *(verb_reading(lower, lexicon) if name in {"be", "have", "do"} else ("", ""))
    if lower in lexicon.words("not_verbs"):
        lemma = lemma_of(lower, lexicon.language)
        of_verb = any(lemma.endswith(instead) for _, instead, form in lexicon.endings if instead and form == "part")
        return "noun", _nominal(lower, lexicon) if of_verb and lemma != lower else lemma, "", ""
    if lower.endswith(lexicon.adverb_endings) and lower not in lexicon.words("not_adverbs"):
        return "adv", lower, "", ""
    if lower in lexicon.noun_forms:
        return "noun", lexicon.noun_forms[lower], "", ""
    verb, forms = verb_reading(lower, lexicon)
    lemma = lemma_of(lower, lexicon.language)
    if verb and "part" in forms and lexicon.words("nominal_endings"):
        lemma = _nominal(lower, lexicon)
    elif verb and forms not in {"pres", "inf"} and verb == lemma and not lexicon.stem_changes:
        # simplemma gives one dictionary form a word: that of the verb, here. The noun is the form itself.
        lemma = lower
    return "verb" if verb and "past" in forms else "noun", lemma, verb, forms


def _nominal(participle: str, lexicon: Lexicon) -> str:
    """The dictionary form of a participle that stands as a noun ("detenidas" -> "detenido")."""
    for row in sorted(lexicon.words("nominal_endings"), key=lambda row: -len(row)):
        ending, instead = row.split()
        if participle.endswith(ending):
            return participle[: len(participle) - len(ending)] + instead
    return participle


def verb_reading(lower: str, lexicon: Lexicon) -> tuple[str, str]:
    """The verb that ``lower`` may be a form of, and which forms: ("take", "past"), ("", "")."""
    if lower in lexicon.irregular:
        readings = lexicon.irregular[lower]
        verb = readings[0][0]
        names = {name for other, name in readings if other == verb}
        if lower == verb:
            names.add("pres")
        return verb, " ".join(sorted(names))
    names = set()
    found = ""
    if not lower.endswith(lexicon.verb_endings):
        return (lower, "pres" if lexicon.doubling else "inf") if lower in lexicon.verbs else ("", "")
    for ending, instead, form in lexicon.endings:
        if not lower.endswith(ending) or len(lower) < len(ending) + 2:
            continue
        stem = lower[: len(lower) - len(ending)]
        base = _base(stem, instead, lexicon)
        if base and (not found or base == found):
            found = base
            names.add(form)
    if found:
        return found, " ".join(sorted({"past", "part"} if names == {"past"} and lexicon.doubling else names))
    if lower in lexicon.verbs:
        return lower, "pres" if lexicon.doubling else "inf"
    return _unknown_verb(lower, lexicon)


def _base(stem: str, instead: str, lexicon: Lexicon) -> str:
    base = stem + instead
    if base in lexicon.verbs:
        return base
    if lexicon.doubling and not instead and len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in lexicon.verbs:
        return stem[:-1]
    return ""


def _unknown_verb(lower: str, lexicon: Lexicon) -> tuple[str, str]:
    """A form that ends like a past or a gerund and whose dictionary form is another word ("looted" -> "loot")."""
    lemma = lemma_of(lower, lexicon.language)
    if lemma == lower or not is_word(lower, lexicon.language):
        return "", ""
    if lexicon.stem_changes:
        fitting = [
            (len(ending), form)
            for ending, instead, form in lexicon.endings
            if lower.endswith(ending) and lemma.endswith(instead) and lemma[0] == lower[0]
        ]
        longest = max(fitting, default=(0, ""))[0]
        return (lemma, " ".join(sorted({f for size, f in fitting if size == longest}))) if fitting else ("", "")
    for ending, instead, form in lexicon.endings:
        if form == "pres" or not lower.endswith(ending):
            continue
        stem = lower[: len(lower) - len(ending)]
        doubled = lexicon.doubling and not instead and len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] == lemma
        if stem + instead == lemma or doubled:
            return lemma, "past part" if form == "past" and lexicon.doubling else form
    return "", ""
