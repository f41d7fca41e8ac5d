"""Is a form that may be verb or noun ("attack", "killing", "wounded") a verb where it stands?"""

from collections.abc import Sequence

from importers.extraction.lexicon import Lexicon
from importers.extraction.word import Word

_NOMINAL_BEFORE = frozenset({"det", "poss", "gen", "num"})
_AUXILIARY = frozenset({"be", "have", "do", "modal", "inf", "clitic"})
_STARTS_PHRASE = frozenset({"det", "poss", "num", "pron"})
FINITE = frozenset({"past", "pres", "imperfect", "fut", "cond", "subj"})


def is_verb(
    word: Word,
    earlier: Sequence[Word],
    previous: Word | None,
    following: Word | None,
    beyond: Word | None,
    lexicon: Lexicon,
) -> bool:
    """Is a form that may be verb or noun a verb here, by the words around it?

    ``previous`` and ``following``: the words that count beside it. ``earlier``: those before ``previous``; ``beyond``:
    the one behind ``following``.
    """
    forms = word.form.split()
    tag_before = previous.tag if previous is not None else "punct"
    tag_after = following.tag if following is not None else "punct"
    if tag_before == "have" and lexicon.stem_changes and "part" in forms and word.lower != word.lemma:
        # "Había tres detenidos": in the perfect a participle stays as it is.
        return False
    if tag_before in _AUXILIARY:
        return not (tag_before == "be" and forms == ["pres"])
    if lexicon.stem_changes and ("ger" in forms or (tag_before == "num" and "part" in forms)):
        # "matando a tres"; "diez heridos": after a number a participle stands as a noun.
        return "ger" in forms
    if lexicon.stem_changes and FINITE.issuperset(forms):
        infinitive = following is not None and following.form == "inf"
        return _finite_is_verb(word, forms, tag_before, "inf" if infinitive else tag_after)
    if "ger" in forms:
        named = _named_together(previous, word, lexicon)
        named = named or (following is not None and is_compound(word, following, lexicon))
        return not named and _gerund_is_verb(word, previous, following, lexicon)
    if "part" in forms and previous is None and tag_after == "noun" and lexicon.doubling:
        # "Suspected bandits raided ...": what opens a sentence has no subject to be a verb of.
        return False
    if "past" in forms or "part" in forms:
        if following is not None and is_compound(word, following, lexicon):
            # "A hit squad"
            return False
        return _past_is_verb(forms, previous, tag_before, tag_after)
    return _present_is_verb(word, earlier, previous, following, beyond, lexicon)


def _present_is_verb(
    word: Word,
    earlier: Sequence[Word],
    previous: Word | None,
    following: Word | None,
    beyond: Word | None,
    lexicon: Lexicon,
) -> bool:
    """A present or an infinitive, in English the form of the noun, too."""
    tag_before = previous.tag if previous is not None else "punct"
    tag_after = following.tag if following is not None else "punct"
    if tag_before in _NOMINAL_BEFORE:
        return False
    if "inf" in word.form.split() or tag_before in {"pron", "rel"}:
        return True
    if tag_before == "prep":
        return False
    if tag_before == "noun" and word.lower in lexicon.words("not_nouns"):
        return True
    if previous is not None and tag_before == "noun" and is_compound(previous, word, lexicon):
        # "The president ordered security forces to leave."
        return False
    if previous is not None and tag_before == tag_after == "noun" and _is_blame(word, previous, lexicon):
        return True
    determined = bool(earlier) and earlier[-1].tag in {"det", "poss"}
    if previous is not None and determined and "part" in previous.form.split() and tag_after == "inf":
        # "In a failed attempt to kill him"
        return False
    if tag_before == "noun" and tag_after in _STARTS_PHRASE | {"inf", "comp"}:
        return True
    if tag_before == "noun" and tag_after == "noun" and word.lower != word.verb:
        # "The law allows police to detain ...".
        return beyond is not None and beyond.tag == "inf"
    return tag_before == "conj" and tag_after in _STARTS_PHRASE and any(_goes_on(w, word) for w in earlier[-8:])


def _is_blame(word: Word, previous: Word, lexicon: Lexicon) -> bool:
    """Is it "police suspect Luis Paz", "officials blame rebels": nobody calls one suspect a plural's?"""
    several = previous.lower != previous.lemma or previous.lower in lexicon.words("collectives")
    return several and word.lower == word.verb and word.verb in lexicon.words("blame_verbs")


def _goes_on(verb: Word, word: Word) -> bool:
    """Does the form go on with what the words before tell ("to rob and kill a man", "owns a farm and grows ...")?"""
    third = word.lower != word.verb and verb.lower != verb.verb
    return verb.tag in {"inf", "modal"} or (third and verb.tag == "verb" and verb.form == "pres")


def is_compound(previous: Word, word: Word, lexicon: Lexicon) -> bool:
    """Do the two make a noun that the lexicon knows ("security forces")?"""
    spelt = ((previous.lower, word.lower), (previous.lower, word.lemma), (previous.lemma, word.lemma))
    rows = (row for form in dict.fromkeys((word.lower, word.lemma)) for row, _ in lexicon.nouns.get(form, ()))
    return any(len(row) == _PAIR and row in spelt for row in rows)


_PAIR = 2


def _finite_is_verb(word: Word, forms: Sequence[str], tag_before: str, tag_after: str) -> bool:
    """A form that is finite if it is a verb: most are nothing else, but "captura", "marcha" are nouns as well."""
    if not {"pres", "subj"}.issuperset(forms):
        return True
    if tag_before in _NOMINAL_BEFORE:
        return False
    if word.lemma == word.verb or tag_before in {"rel", "comp", "pron", "neg"}:
        return True
    return tag_before in {"noun", "conj", "time"} and tag_after in _STARTS_PHRASE | {"prep", "comp", "verb", "inf"}


def _named_together(previous: Word | None, word: Word, lexicon: Lexicon) -> bool:
    """Are the two words together the noun of an event ("a suicide bombing at a mosque")?"""
    return previous is not None and any(
        pattern == (previous.lower, word.lower) for pattern, _ in lexicon.noun_triggers.get(previous.lower, ())
    )


def _gerund_is_verb(word: Word, previous: Word | None, following: Word | None, lexicon: Lexicon) -> bool:
    tag_before = previous.tag if previous is not None else "punct"
    tag_after = following.tag if following is not None else "punct"
    if tag_before in _NOMINAL_BEFORE or (following is not None and following.lower in lexicon.words("of")):
        return False
    if previous is not None and tag_before == tag_after == "prep":
        # "After tying up two guards, they ...", but "after bombing in the north".
        return previous.lower in lexicon.words("clausal_prepositions") and not lexicon.names_deed(word.lower)
    if tag_before in {"verb", "prep"} and tag_after in {"prep", "punct", "verb"}:
        return False
    return tag_before not in _BEFORE_GERUND or tag_after in _AFTER_GERUND


_BEFORE_GERUND = frozenset({"noun", "verb", "punct", "conj", "prep", "sub", "rel", "time", "comp", "but"})
_AFTER_GERUND = _STARTS_PHRASE | {"noun", "prep", "verb", "inf", "adv", "time", "comp", "sub"}


def _past_is_verb(forms: Sequence[str], previous: Word | None, tag_before: str, tag_after: str) -> bool:
    """A past or a participle is a verb but where it stands before its noun ("the wounded guard", "two dead men").

    After a comma or an "and", too: "..., wounded policemen" is rare, "..., killed two" is not.
    """
    if tag_before == "num":
        # "six wounded", "two killed": a predicate of the number, unless a noun follows.
        return tag_after != "noun"
    behind_gerund = tag_before == "verb" and previous is not None and "ger" in previous.form.split()
    if behind_gerund and "part" in forms and tag_after == "noun":
        # "sheltering displaced families"
        return False
    return tag_before not in {"det", "poss", "gen", "prep"}
