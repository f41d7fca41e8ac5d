"""Words of a sentence with their part of speech: closed classes and verb forms from the lexicon, the rest are nouns.

No statistics: what a news sentence needs of its words is which are verbs (and in what form) and which are function
words. A form that may be verb or noun ("attack", "killing", "wounded") is settled by the words around it.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.lexicon.readings import Tag
from importers.extraction.syntax.asides import (
    BRACKETS,
    emphatics,
    join_dates,
    none_of,
    set_aside_ages,
    set_aside_aliases,
    set_aside_brackets,
    set_aside_divisions,
    set_aside_hedges,
    set_aside_parentheses,
    some_day,
)
from importers.extraction.syntax.headlines import caption_verb, headline_verb
from importers.extraction.syntax.marks import DASHES, marks_owner, sets_off
from importers.extraction.syntax.verbforms import (
    adverbial_ordinals,
    approximations,
    bare_infinitives,
    clitics,
    described_nouns,
    equipped,
    infinitives,
    joined_adverbs,
    joined_participles,
    nominal_infinitives,
    perfects,
    predicates,
    progressives,
    saying,
    short_forms,
    timed_infinitives,
    unknown_infinitives,
    unknown_presents,
    wounds,
)
from importers.extraction.syntax.verbhood import NO_WORD, Beside, is_compound, is_existential, is_verb
from importers.extraction.syntax.word import AUXILIARIES, Word, starts_in
from importers.language.tokens import QUOTES, Sentence, Token
from importers.language.uncountable import MONEY_SIGNS
from store.records.span import Span


def tag(
    sentence: Sentence,
    lexicon: Lexicon,
    times: Sequence[Span] = (),
    numbers: Sequence[Span] = (),
    names: Sequence[Span] = (),
    *,
    headline: bool = False,
) -> tuple[Word, ...]:
    """The words of ``sentence``; ``headline``: it is a title, which tells what happened in the simple present.

    Words inside a span of ``times`` are "time", inside one of ``numbers`` "num", the words of ``names`` nouns.
    """
    starts = [token.start for token in sentence.tokens]
    rough = _rough(sentence.tokens, lexicon, starts_in(times, starts), starts_in(numbers, starts))
    named = starts_in(names, starts)
    _names(rough, named, frozenset(names), lexicon)
    _naming(rough, named, lexicon)
    _spelt_as_names(rough, sentence, starts)
    present = frozenset([word.lower for word in rough])
    if not present.isdisjoint(BRACKETS):
        set_aside_brackets(rough)
    for rule, table in _RULES:
        if not table or not present.isdisjoint(lexicon.words(table)):
            rule(rough, lexicon)
    words: list[Word] = []
    unsettled = lexicon.either("existentials", "in_perfect")
    for at, word in enumerate(rough):
        unsure = word.may_be or word.tag in _UNSETTLED or word.lower in unsettled
        words.append(_settled(word, words, rough, at, lexicon) if unsure else word)
    if "," in present:
        set_aside_parentheses(words, lexicon)
        set_aside_divisions(words, sentence.tokens, lexicon)
        join_dates(words)
    set_aside_ages(words, lexicon)
    _set_phrases(words, lexicon)
    if not lexicon.doubling:
        return tuple(words)
    return tuple(headline_verb(words, lexicon, named) if headline else caption_verb(words, lexicon))


_UNSETTLED: Final = frozenset({"rel", "adv", "but"})
"""Tags that the words around may change."""
_LONGEST_HEARER = 5
"""Words from a verb of telling to the "that" behind whom it is told."""


def _set_phrases(words: list[Word], lexicon: Lexicon) -> None:
    """Take a preposition and its noun for adverbs between a verb and its object ("stabbed to death | two clerks")."""
    resultatives = lexicon.words("resultatives")
    for at in [at for at, word in enumerate(words) if word.tag == "prep"] if resultatives else ():
        prep = words[at]
        if not 0 < at < len(words) - 2:
            continue
        before, noun, behind = words[at - 1], words[at + 1], words[at + 2]
        if before.tag == "verb" and behind.tag in _OPENS_PHRASE and f"{prep.lower} {noun.lower}" in resultatives:
            words[at], words[at + 1] = prep.retagged("adv"), noun.retagged("adv")


_OPENS_PHRASE: Final = frozenset({"noun", "det", "num", "poss"})


def known_names(sentence: Sentence, lexicon: Lexicon) -> list[Span]:
    """Where names stand that the lexicon knows ("Shining Path"), whatever their words are otherwise."""
    tokens, names = sentence.tokens, lexicon.names
    found = []
    for at in [at for at, token in enumerate(tokens) if token.lower in names and token.text != token.lower]:
        token = tokens[at]
        for pattern, _ in names[token.lower]:
            last = at + len(pattern) - 1
            if last < len(tokens) and all(t.lower == word for t, word in zip(tokens[at:], pattern, strict=False)):
                found.append(Span(token.start, tokens[last].end))
                break
    return found


_MAY_NAME = frozenset({"noun", "verb", "adv", "det", "num"})
_MAY_ABBREVIATE = frozenset({"pron", "prep", "be"})
"""What a name is spelled like only where it is one word: "US" and "us", "IS" and "is"."""


def _names(words: list[Word], named: frozenset[int], spans: frozenset[Span], lexicon: Lexicon) -> None:
    """Make nouns of the words of names, also of the "for" in "the Popular Front for Recovery" and all behind it."""
    tied = lexicon.words("in_names")
    until = 0
    for at in [at for at, word in enumerate(words) if word.start in named] if named else ():
        word = words[at]
        if word.lower in tied:
            until = max((span.end for span in spans if span.start < word.start < span.end), default=0)
        if word.start < until and word.tag == "prep":
            words[at] = Word(word.start, word.end, word.lower, word.lower, "noun")
            continue
        if word.tag == "conj" and any(span.start < word.start < span.end for span in spans):
            # "The Islamic State of Iraq and the Levant"
            words[at] = word.retagged("noun")
            continue
        # "Combatientes de Al Shabab": what opens a name of several words is no preposition.
        opens = word.tag == "prep" and any(span.start == word.start and span.end > word.end for span in spans)
        # The "E." and "A." of "E. A. G."
        opens = opens or (len(word.lower) == 1 and word.end - word.start > 1)
        if opens or word.tag in _MAY_NAME or (word.tag in _MAY_ABBREVIATE and Span(word.start, word.end) in spans):
            words[at] = Word(word.start, word.end, word.lower, word.lemma if word.tag == "noun" else word.lower, "noun")


def _spelt_as_names(words: list[Word], sentence: Sentence, starts: Sequence[int]) -> None:
    """Make nouns of auxiliaries with a capital between two that have one, where few words do ("Pan Am Flight")."""
    tokens = sentence.tokens
    for at in [at for at, word in enumerate(words) if word.tag in AUXILIARIES] if not sentence.capitals else ():
        word, own = words[at], bisect_left(starts, words[at].start)
        beside = tokens[max(own - 1, 0) : own + 2] if tokens[own].is_capital else ()
        if len(beside) == _WITH_BOTH and all(token.is_capital for token in beside) and not _are_capitals(tokens):
            words[at] = Word(word.start, word.end, word.lower, word.lower, "noun")


_WITH_BOTH: Final = 3
"""A word and those beside it."""


def _are_capitals(tokens: Sequence[Token]) -> bool:
    """Are few words of a sentence written small, as in titles?"""
    return 2 * sum(token.text[0].islower() for token in tokens) < len(tokens)


def _naming(words: list[Word], names: frozenset[int], lexicon: Lexicon) -> None:
    """Set aside what only ties a name to its bearer ("a student named Abu Sayed", "a nurse identified as Ana Mora")."""
    naming = lexicon.words("naming")
    for at in [at for at, word in enumerate(words) if word.verb in naming]:
        if not 1 < at < len(words) - 1:
            continue
        if "part" not in words[at].form or not _is_one(words, at - 1, lexicon):
            continue
        name = at + 1 + (words[at + 1].lower in lexicon.words("role_prepositions"))
        if name < len(words) and words[name].start in names:
            for index in range(at, name):
                tie = words[index]
                words[index] = Word(tie.start, tie.end, tie.lower, tie.lemma, "aside", tie.verb)


def _is_one(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Does a noun phrase end at ``at`` that tells of somebody new ("a student", "two men", not "the president")?"""
    last = at
    while at > 0 and words[at].tag == "noun":
        at -= 1
    return at < last and words[at].tag in {"det", "num"} and words[at].lower not in lexicon.words("definite")


def _rough(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    timed: frozenset[int],
    counted: frozenset[int],
) -> list[Word]:
    forms = tuple([token.lower for token in tokens])
    if contracted := lexicon.contractions:
        forms = tuple([contracted.get(form, form) for form in forms])
    words: list[Word] = []
    readings, compounds, genitive = lexicon.readings, lexicon.compounds, lexicon.words("genitive")
    at, count = 0, len(tokens)
    while at < count:
        token, lower = tokens[at], forms[at]
        start = token.start
        if start in timed:
            words.append(Word(start, token.end, lower, lower, "time"))
        elif token.kind == "number" or start in counted or (lower in MONEY_SIGNS and _is_number(tokens, at + 1)):
            words.append(Word(start, token.end, lower, lower, "num"))
        elif token.kind == "punct":
            owns = lower in genitive and marks_owner(tokens, at)
            mark = "," if lower in DASHES and sets_off(tokens, at) else lower
            words.append(Word(start, token.end, mark, mark, "gen" if owns else "punct"))
        else:
            several = _compound(forms, at, lexicon) if lower in compounds else None
            if several is not None:
                length, name = several
                last = tokens[at + length - 1]
                joined = " ".join(forms[at : at + length])
                words.append(Word(start, last.end, joined, joined, name))
                at += length
                continue
            reading = readings[lower]
            words.append(
                Word(start, token.end, lower, reading.lemma, reading.tag, reading.verb, reading.forms, reading.may_be)
            )
        at += 1
    return words


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind == "number"


_COMPOUND_TAGS: dict[str, Tag] = {
    "prepositions": "prep",
    "subordinators": "sub",
    "conjunctions": "conj",
    "adverbs": "adv",
    "relatives": "rel",
    "modals": "modal",
    "negations": "neg",
}


def _compound(forms: tuple[str, ...], at: int, lexicon: Lexicon) -> tuple[int, Tag] | None:
    second = forms[at + 1] if at + 1 < len(forms) else ""
    for words, name in lexicon.compounds[forms[at]].get(second, ()):
        if forms[at : at + len(words)] == words:
            return len(words), _COMPOUND_TAGS[name]
    return None


_RULES: Final[tuple[tuple[Callable[[list[Word], Lexicon], None], str], ...]] = (
    (short_forms, "short_hosts"),
    (set_aside_hedges, "free_relatives"),
    (set_aside_aliases, "aliases"),
    (some_day, "some_day"),
    (emphatics, "emphatics"),
    (none_of, "negative_pronouns"),
    (equipped, "equipped"),
    (progressives, "not_verbs"),
    (perfects, "not_verbs"),
    (predicates, "predicates"),
    (wounds, ""),
    (approximations, ""),
    (described_nouns, ""),
    (joined_participles, "conjunctions"),
    (joined_adverbs, "conjunctions"),
    (infinitives, "infinitive"),
    (adverbial_ordinals, "ordinals"),
    (bare_infinitives, ""),
    (nominal_infinitives, "infinitive_nouns"),
    (unknown_infinitives, "purpose_links"),
    (unknown_presents, ""),
    (saying, ""),
    (clitics, "clitics"),
    (timed_infinitives, ""),
)
"""What the words around a word tell of it, in the order asked, and the word class of which a sentence must hold one."""


def _settled(word: Word, before: Sequence[Word], rough: Sequence[Word], at: int, lexicon: Lexicon) -> Word:
    """The word as the part of speech that those around it make it; ``before`` is settled, ``rough[at + 1:]`` is not."""
    if word.may_be:
        return _as_verb_or_noun(word, before, rough, at, lexicon)
    if word.tag == "rel" and word.lower in lexicon.words("complementizers"):
        return _that(word, before, rough, at, lexicon)
    if word.tag == "adv" and before and before[-1].tag == "noun" and is_compound(before[-1], word, lexicon):
        # "An oil well"
        return word.retagged("noun")
    if word.lower in lexicon.words("existentials") and not is_existential(before, rough, at, lexicon):
        return word.retagged("adv")
    if before and (
        (word.tag == "but" and (before[-1].tag in AUXILIARIES or before[-1].lower in lexicon.words("excepting")))
        or (before[-1].tag == "have" and word.lower in lexicon.words("in_perfect"))
    ):
        # "Who has not yet been named", "has since claimed it": it parts no clauses.
        return word.retagged("adv")
    if word.tag == "but" and _is_thrown_in(before, rough, at):
        return word.retagged("adv")
    return word


def _is_thrown_in(before: Sequence[Word], rough: Sequence[Word], at: int) -> bool:
    """Does the word stand between commas, a noun before them and the verb behind ("the governor, however, said")?"""
    if len(before) < 2 or at + 2 >= len(rough) or before[-1].lower != "," or rough[at + 1].lower != ",":
        return False
    return before[-2].tag == "noun" and (rough[at + 2].tag == "verb" or rough[at + 2].tag in AUXILIARIES)


def _as_verb_or_noun(word: Word, before: Sequence[Word], rough: Sequence[Word], at: int, lexicon: Lexicon) -> Word:
    """Verb or noun? ``before`` is settled already, ``rough[at + 1:]`` is not."""
    index = len(before) - 1
    while index >= 0 and before[index].tag in {"adv", "aside", "time", "neg"}:
        index -= 1
    if 0 <= index < len(before) - 1 and before[index].tag == "prep" and before[index + 1].tag == "time":
        # "[Went off] on Monday wounded ...": what counts is the word before the phrase of time, or its verb.
        while index >= 0 and before[index].tag == "prep":
            index -= 1
    if index > 0 and before[index].lower in QUOTES and before[index - 1].tag in {"det", "poss"}:
        # "a “coordinated operation”"
        index -= 1
    previous = before[index] if index >= 0 else NO_WORD
    after = at + 1
    while after < len(rough) and rough[after].tag in {"aside", "adv"}:
        after += 1
    following, beyond = (*rough[after : after + 2], NO_WORD, NO_WORD)[:2]
    adverb = after > at + 1 and rough[at + 1].tag == "adv"
    beside = Beside(before[: max(index, 0)], previous, following, beyond, adverb)
    return word.settled("verb" if is_verb(word, beside, lexicon) else "noun")


def _that(word: Word, before: Sequence[Word], rough: Sequence[Word], at: int, lexicon: Lexicon) -> Word:
    """The "that" of "said that" or "pointed out that", of "bombs that exploded" or of "that bomb"?"""
    index = len(before) - 1
    while index >= 0 and before[index].tag in {"time", "adv", "aside"}:
        # "Said on Tuesday that ..."
        index -= 2 if before[index].tag == "time" and index and before[index - 1].tag == "prep" else 1
    previous = before[index] if index >= 0 else None
    particle = len(before) > 1 and (before[-2].verb, before[-1].lower) in lexicon.particles
    points = word.lower in lexicon.words("definite")
    if (
        points
        and previous is not None
        and previous.tag == "verb"
        and previous.verb in lexicon.verb_triggers
        and previous.verb not in lexicon.saying
        and at + 2 < len(rough)
        and rough[at + 1].tag == "noun"
        and rough[at + 2].tag in {"punct", "prep", "conj"}
    ):
        # "Seized that opportunity"
        return word.retagged("det")
    if previous is not None and previous.form == "part" and index > 0 and before[index - 1].tag == "noun":
        # "Al general retirado que fue secuestrado"
        return word
    if previous is not None and (previous.tag in {"verb", "be"} or particle):
        return word.retagged("comp")
    if _opens_what_is_told(before[-_LONGEST_HEARER:], rough[at + 1 : at + 3], lexicon):
        return word.retagged("comp")
    starts = previous is None or previous.tag in {"prep", "conj", "punct", "sub", "comp"}
    if points and starts and at + 1 < len(rough) and rough[at + 1].tag == "noun":
        return word.retagged("det")
    return word


def _opens_what_is_told(before: Sequence[Word], behind: Sequence[Word], lexicon: Lexicon) -> bool:
    """Is it the "that" of "told reporters that rebels fled", and not of "told the men that shot him"?

    Also that of "dijo ante el juez que mató a dos", where nobody is told but before or by what it was said.
    """
    telling, stating = lexicon.words("telling_verbs"), lexicon.words("stating_prepositions")
    for at in range(len(before) - 1, -1, -1):
        word = before[at]
        if word.tag in {"rel", "comp", "punct", "conj"}:
            return False
        # "Dijo ayer ante el juez"
        beside = next((one.lower for one in before[at + 1 :] if one.tag not in {"time", "adv"}), "")
        stated = word.verb in lexicon.saying and beside in stating
        if stated or word.verb in telling:
            # "Dijo en Loja el hombre que ..." tells who spoke.
            inverted = any(one.tag == "noun" and other.tag == "det" for one, other in pairwise(before[at:]))
            tags = [one.tag for one in behind]
            told = tags[:1] != ["be"] and tags not in (["verb", "det"], ["verb", "num"])
            return not inverted and (stated or told)
    return False
