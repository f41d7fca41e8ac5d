"""The verb of a title or a caption, told in the simple present: "Rebels free captives"."""

from collections.abc import Sequence
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.verbhood import NO_WORD, are_people
from importers.extraction.syntax.word import FINITE_TAGS, Word


def headline_verb(words: list[Word], lexicon: Lexicon, named: frozenset[int] = frozenset()) -> list[Word]:
    """The words of a title, in which the first present after bare nouns is its verb: "Rebels free captives".

    ``named``: where the words of names stand.
    """
    told = False
    links = lexicon.words("clausal_prepositions")
    for at, word in enumerate(words[1:], 1):
        if word.tag == "sub" or word.lower in links:
            # "Thousands flee as rebels attack town"
            told = False
        elif word.tag in FINITE_TAGS and "pres" in (form := word.form or "pres") and "part" not in form:
            told = True
        elif not told and word.may_be and word.tag == "noun" and _is_headline_verb(words, at, lexicon, named):
            words = [*words[:at], word.settled("verb"), *_behind_verb(words[at + 1 :])]
            told = True
    return _joined_verbs(words, lexicon)


def _behind_verb(words: Sequence[Word]) -> list[Word]:
    """What stands behind the verb: its object is no verb before a noun ("Army foils | bomb attack", "frees | kidnapped
    nurse").
    """
    first, second = (*words[:2], NO_WORD, NO_WORD)[:2]
    own = first.may_be and first.tag == "verb" and second.tag == "noun"
    return [first.settled("noun"), *words[1:]] if own else [*words]


def _joined_verbs(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """The words of a title, in which a comma or an "and" joins verbs of one form ("Rebels attack post, kill three")."""
    told = [word for word in words if word.tag == "verb" and word.form == "pres"]
    if not told:
        return words
    third = told[0].lower != told[0].verb
    for at in range(words.index(told[0]) + 2, len(words) - 1):
        word, before, behind = words[at], words[at - 1], words[at + 1]
        joined = before.tag == "conj" or before.lower == ","
        same = word.may_be and word.tag == "noun" and word.form == "pres" and (word.lower != word.verb) == third
        object_ = behind.tag in {"num", "det", "poss"} or (behind.tag == "noun" and not behind.may_be)
        if joined and same and object_ and word.verb in lexicon.verb_triggers:
            words[at] = word.settled("verb")
    return words


def caption_verb(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """The words of a sentence that no verb was found in, opened by people in the plural and what they do, with it.

    "Protesters pull down a wall in Lima, 4 May."
    """
    at = next((at for at, word in enumerate(words) if word.tag != "noun" or (at and word.may_be)), 0)
    if at == 0 or not words[at].may_be or words[at].tag != "noun" or not are_people(words[at - 1], lexicon):
        return words
    if any(word.tag in FINITE_TAGS and word.form not in _PARTICIPLES for word in words):
        return words
    if not _is_headline_verb(words, at, lexicon):
        return words
    return [*words[:at], words[at].settled("verb"), *words[at + 1 :]]


_PARTICIPLES: Final = frozenset({"ger", "part"})


def _is_headline_verb(words: Sequence[Word], at: int, lexicon: Lexicon, named: frozenset[int] = frozenset()) -> bool:
    """Is the form a present here? One that names an event as well ("attack") only after a plural.

    Behind "police" and the like it is one before its object, where nothing else is the verb ("Police arrest Ana Mora").
    """
    word, previous = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < len(words) else None
    aged = [one.lower for one in words[at - 3 : at]]
    if at > _AGED and previous.lower == "," == aged[0] and words[at - 2].tag in {"num", "aside"}:
        # "Man, 34, stabs wife"
        previous = words[at - 4]
    if previous.tag == "num":
        # "Thousands march": no number of several stands before a singular.
        several = at == 1 and previous.lower in lexicon.words("quantifiers") and word.lower == word.verb
        return several and word.verb in lexicon.verb_triggers
    if previous.tag != "noun" or not _may_be_told(word, previous, lexicon):
        return False
    third, deed = word.lower != word.verb, lexicon.names_deed(word.lemma)
    if following is not None and following.tag in FINITE_TAGS:
        # "Mob lynches suspected thief", "Army foils bomb attack"
        return third and not deed and _behind_verb(words[at + 1 :])[0].tag == "noun"
    if deed and third and previous.lower == previous.lemma:
        # "Army patrol ambushes bus", but "Rebel attacks shock city", "Rebel attacks force exodus"
        known = following is not None and (following.lemma in lexicon.nouns or following.start in named)
        known = known and following is not None and not following.may_be
        return known and _is_object(words[at + 1 :], lexicon, named)
    if deed:
        acts = previous.lower in lexicon.words("collectives") and _is_object(words[at + 1 :], lexicon)
        return not third and (acts or previous.lower != previous.lemma)
    several = previous.lower != previous.lemma or previous.lower in lexicon.words("collectives")
    # "Government, ELN resume talks"
    return third or several or (at > _LISTED and words[at - 2].lower == "," and words[at - 3].tag == "noun")


_LISTED: Final = 2
_AGED: Final = 3


def _may_be_told(word: Word, previous: Word, lexicon: Lexicon) -> bool:
    """May the form be what the noun before it does: a deed, or what somebody makes of one ("Army foils attack")?

    "Attack plans" do nothing.
    """
    if word.verb in lexicon.verb_triggers or word.verb in lexicon.words("toll_verbs"):
        return True
    strange = previous.lemma not in lexicon.nouns and not lexicon.names_deed(previous.lemma)
    acts = strange or are_people(previous, lexicon) or previous.lower in lexicon.words("collectives")
    return acts and word.verb in lexicon.governing


def _is_object(words: Sequence[Word], lexicon: Lexicon, named: frozenset[int] = frozenset()) -> bool:
    """Do the words open with a noun of no deed, and hold no verb but participles, which may only describe one?

    A strange noun in the plural may be a verb itself ("police arrest shocks mayor").
    """
    if not words or words[0].tag != "noun" or lexicon.names_deed(words[0].lemma):
        return False
    if words[0].lower != words[0].lemma and words[0].lemma not in lexicon.nouns and words[0].start not in named:
        return False
    finite = (word.tag == "verb" and "part" not in word.form for word in words)
    return not any(finite) and all(word.tag not in {"be", "have", "modal"} for word in words)
