"""The verb of a title or a caption, told in the simple present: "Rebels free captives"."""

from collections.abc import Sequence
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.verbhood import are_people
from importers.extraction.syntax.word import FINITE_TAGS, Word


def headline_verb(words: list[Word], lexicon: Lexicon) -> list[Word]:
    """The words of a title, in which the first present after bare nouns is its verb: "Rebels free captives"."""
    for at, word in enumerate(words[1:], 1):
        if word.tag in FINITE_TAGS and "pres" in (word.form or "pres"):
            break
        if word.may_be and word.tag == "noun" and _is_headline_verb(words, at, lexicon):
            return [*words[:at], word.settled("verb"), *words[at + 1 :]]
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


def _is_headline_verb(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Is the form a present here? One that names an event as well ("attack") only after a plural.

    Behind "police" and the like it is one before its object, where nothing else is the verb ("Police arrest Ana Mora").
    """
    word, previous = words[at], words[at - 1]
    following = words[at + 1] if at + 1 < len(words) else None
    if previous.tag != "noun":
        return False
    if word.verb not in lexicon.verb_triggers and word.verb not in lexicon.words("toll_verbs"):
        return False
    if following is not None and following.tag in FINITE_TAGS:
        return False
    if word.lemma in lexicon.noun_triggers and word.lower != word.verb and previous.lower == previous.lemma:
        # "Army patrol ambushes bus", but "Rebel attacks shock city", "Rebel attacks force exodus"
        known = following is not None and following.lemma in lexicon.nouns and not following.may_be
        return known and _is_object(words[at + 1 :], lexicon)
    if word.lemma in lexicon.noun_triggers:
        acts = previous.lower in lexicon.words("collectives") and _is_object(words[at + 1 :], lexicon)
        return word.lower == word.verb and (acts or previous.lower != previous.lemma)
    return word.lower != word.verb or previous.lower != previous.lemma or previous.lower in lexicon.words("collectives")


def _is_object(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Do the words open with a noun of no deed, and hold no verb but participles, which may only describe one?

    A strange noun in the plural may be a verb itself ("police arrest shocks mayor").
    """
    if not words or words[0].tag != "noun" or lexicon.names_deed(words[0].lemma):
        return False
    if words[0].lower != words[0].lemma and words[0].lemma not in lexicon.nouns:
        return False
    finite = (word.tag == "verb" and "part" not in word.form for word in words)
    return not any(finite) and all(word.tag not in {"be", "have", "modal"} for word in words)
