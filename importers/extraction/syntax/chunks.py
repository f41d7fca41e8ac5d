"""Chunks of a sentence: noun phrases without what follows them, verb groups, and the words that join them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.verbhood import FINITE
from importers.extraction.syntax.word import Word
from importers.language.tokens import QUOTES
from store.records.record import record

ChunkKind = Literal["np", "vg", "prep", "conj", "but", "sub", "comp", "rel", "punct", "time", "adv", "aside"]
Shape = Literal["finite", "infinitive", "gerund", "participle", "open", ""]
"""How a verb group stands in its sentence; "open": a form that may be a past or a participle ("killed")."""


@record
class Chunk:
    """``words[first:last]``; ``head`` is the index of the noun or verb that counts."""

    kind: ChunkKind
    first: int
    last: int
    head: int
    possessor: tuple[int, int] | None = None
    """Of a noun phrase: the words of the owner in "X's Y"."""
    shape: Shape = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    """The modal verb, or "fut", "cond", "subj" where the verb's own form says as much."""
    perfect: bool = False
    progressive: bool = False
    past: bool = False
    """The group's finite verb is in a past tense."""
    clitic: int = -1
    """Index of the unstressed pronoun that leans on the verb, -1 for none."""


_NOMINAL = frozenset({"det", "poss", "num", "noun"})
_GROUP = frozenset({"be", "have", "do", "modal", "inf", "verb", "neg", "clitic"})
_GROUP_BEHIND_ADVERB = _GROUP - {"neg", "inf"}
_MOODS = ("fut", "cond", "subj")
_FULL = frozenset({"be", "have", "verb"})
_PASTS = frozenset({"past", "imperfect"})


def chunk(words: Sequence[Word], lexicon: Lexicon) -> tuple[Chunk, ...]:
    """The chunks of a tagged sentence, in order, covering every word."""
    chunks: list[Chunk] = []
    at, count = 0, len(words)
    while at < count:
        tag = words[at].tag
        if tag in _NOMINAL or tag == "gen" or (tag == "time" and _owner_end(words, at)):
            found = _noun_phrase(words, at, lexicon)
        elif tag == "punct" and (quoted := _quoted(words, at, lexicon)) is not None:
            found = quoted
        elif tag == "pron":
            found = _single("np", at)
        elif tag == "prep" and at + 1 < count and _is_adverb(words[at], words[at + 1], lexicon):
            found = _single("adv", at)
        elif tag in _GROUP or (tag == "adv" and at + 1 < count and words[at + 1].tag in _GROUP_BEHIND_ADVERB):
            found = _verb_group(words, at, lexicon)
        else:
            found = _single(_PLAIN[tag], at)
        if found.shape in {"open", "participle"} and (be := _parted_auxiliary(chunks, words)) is not None:
            found = replace(be, first=found.first, last=found.last, head=found.head, passive=True)
        chunks.append(found)
        at = found.last
    return tuple(chunks)


def _is_adverb(word: Word, behind: Word, lexicon: Lexicon) -> bool:
    """Does a preposition of place stand right before an auxiliary, tying nothing ("many people inside were hurt")?"""
    finite = behind.tag in {"be", "have"} and not FINITE.isdisjoint(behind.form.split())
    return finite and word.lower in lexicon.words("adverbial_places")


def _parted_auxiliary(before: Sequence[Chunk], words: Sequence[Word]) -> Chunk | None:
    """The "was" that marks part from its participle ("was, according to the ministry, shot", "was “shot”"), or None."""
    if before and words[before[-1].first].lower in QUOTES:
        be = before[-ARTICLE_AND_NOUN] if len(before) > 1 else before[-1]
        return be if _is_auxiliary(be, words) else None
    commas = [at for at, one in enumerate(before) if one.kind == "punct" and words[one.first].lower == ","]
    if len(commas) < ARTICLE_AND_NOUN or commas[-1] != len(before) - 1:
        return None
    be = before[commas[-2] - 1]
    return be if _is_auxiliary(be, words) else None


def _is_auxiliary(chunk: Chunk, words: Sequence[Word]) -> bool:
    return chunk.kind == "vg" and chunk.shape == "finite" and words[chunk.head].tag == "be"


@lru_cache(maxsize=1 << 11)
def _single(kind: ChunkKind, at: int) -> Chunk:
    """The chunk of one word, which is the same in every sentence."""
    return Chunk(kind, at, at + 1, at)


def _owner_end(words: Sequence[Word], at: int) -> int:
    """Where the time at ``at`` that owns a noun ends, with its mark ("Sunday night's" bombing); 0 if it owns none."""
    while at < len(words) and words[at].tag == "time":
        at += 1
    return at + 1 if [word.tag for word in words[at : at + 2]] == ["gen", "noun"] else 0


_PLAIN: dict[str, ChunkKind] = {
    "prep": "prep",
    "conj": "conj",
    "but": "but",
    "sub": "sub",
    "comp": "comp",
    "rel": "rel",
    "punct": "punct",
    "time": "time",
    "adv": "adv",
    "aside": "aside",
}
_WITHIN = frozenset("\"“”«»'‘’`-–/")
"""Marks that may stand inside a noun phrase: quotes and joiners."""


ARTICLE_AND_NOUN: Final = 2
"""Words of a bare noun phrase ("the attack")."""


def _quoted(words: Sequence[Word], at: int, lexicon: Lexicon) -> Chunk | None:
    """The noun phrase between the quote at ``at`` and the one that closes it ("police said "bandits" did it")."""
    closing = QUOTES.get(words[at].lower)
    if closing is None or at + 2 >= len(words) or words[at + 1].tag != "noun":
        return None
    inner = _noun_phrase(words, at + 1, lexicon)
    closed = inner.last < len(words) and words[inner.last].lower == closing
    return Chunk("np", at, inner.last + 1, inner.head, inner.possessor) if closed else None


def _noun_phrase(words: Sequence[Word], first: int, lexicon: Lexicon) -> Chunk:
    """Determiners, numbers and nouns up to the last noun; an owner with its mark is inside ("the city's mayor")."""
    at = _owner_end(words, first) if words[first].tag == "time" else first
    head, head_first, count, tied = at, lexicon.head_first, len(words), lexicon.words("in_names")
    settled = head_first
    possessor: tuple[int, int] | None = None
    while at < count:
        tag = words[at].tag
        if tag == "noun":
            # What counts of "the Front for Liberation" is the front.
            settled = settled or (words[at].lower in tied and words[head].tag == "noun")
            head = head if settled and words[head].tag == "noun" else at
            at += 1
            continue
        before = words[at - 1].tag if at > first else ""
        after = words[at + 1].tag if at + 1 < count else ""
        if tag == "time" and before in {"det", "poss"} and (dated := _dated_noun(words, at, lexicon)):
            at = dated
            continue
        if tag in {"det", "poss"} and before == "noun":
            if not head_first or after in _NOMINAL:
                break
        elif tag in {"det", "poss", "num"}:
            if tag == "num" and before == "noun" and not _numbered(words, at, lexicon):
                break
            if tag == "det" and before == "num" and words[at].lower in lexicon.words("definite"):
                # "Sube a cinco la cifra ..."
                break
            head = head if words[head].tag == "noun" else at
        elif tag == "gen" and before:
            if after not in {"noun", "num", "adv", "det"}:
                at += 1
                break
            possessor = (first if possessor is None else possessor[0], at)
        elif not (
            (_is_inside(words[at], before, after, lexicon) and not _stands_alone(words, at, lexicon))
            or (tag == "aside" and _explains(words, at))
            or closes_initial(words, first, at)
        ):
            break
        at += 1
    return Chunk("np", first, max(at, first + 1), head, possessor)


def _dated_noun(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """Where the noun of a deed stands that the time from ``at`` on is part of the name of, 0 for none.

    "Blamed rebels for the [July 15] bombing", not "the [next day] rebels attacked".
    """
    while at < len(words) and words[at].tag == "time":
        at += 1
    last = at
    while last + 1 < len(words) and words[last + 1].tag == "noun":
        last += 1
    deed = at < len(words) and words[at].tag == "noun" and lexicon.names_deed(words[last].lemma)
    return at if deed and not lexicon.head_first else 0


def _numbered(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Is the number at ``at`` part of a name ("Detachment 4"), or a noun ("a couple"), not of another phrase?"""
    after = at
    while after < len(words) and words[after].tag == "num":
        after += 1
    own = words[at].lower[0].isdigit() or words[at].lower in lexicon.words("quantifiers")
    return own and (after >= len(words) or words[after].tag not in {"noun", "det"})


def _is_inside(word: Word, before: str, after: str, lexicon: Lexicon) -> bool:
    """Is it a mark, an adverb or a participle inside a noun phrase, by the tags before and after it?"""
    if word.tag == "punct":
        return word.lower in _WITHIN and before in {"noun", "det"} and after == "noun"
    if word.tag == "adv":
        # "Individuos fuertemente armados"
        of_adjective = lexicon.head_first and word.lower.endswith(tuple(lexicon.words("adverb_endings")))
        return (before in {"det", "num", "poss"} or (of_adjective and before == "noun")) and after == "noun"
    return word.tag == "verb" and before in {"det", "poss"} and "ger" in word.form


def _stands_alone(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Is the word at ``at`` a gerund that tells what "others" do ("others carrying children")?"""
    return words[at].tag == "verb" and words[at - 1].lower in lexicon.words("persons")


def closes_initial(words: Sequence[Word], first: int, at: int) -> bool:
    """Does a quote at ``at`` close the letter that stands for a surname kept from the reader (Luis "N")?"""
    opened = words[at].tag == "punct" and at - 2 > first and QUOTES.get(words[at - 2].lower) == words[at].lower
    return opened and words[at - 1].end - words[at - 1].start == 1


def _explains(words: Sequence[Word], at: int) -> bool:
    """Is it inside brackets, or the commas of a town's state, in front of the head?

    "The ABC [Long Form] rebels", "the [metropolitan] cathedral", "a Loja, Ohio, clerk".
    """
    before, after = at, at
    while before > 0 and words[before].tag == "aside":
        before -= 1
    while after < len(words) and words[after].tag == "aside":
        after += 1
    enclosed = after < len(words) and words[before].tag in {"noun", "det"} and words[after].tag == "noun"
    return enclosed and words[before + 1].lower in "([,"


@dataclass(slots=True)
class _Group:
    """What the words of a verb group say, read one by one."""

    head: int
    modal: str = ""
    negated: bool = False
    infinitive: bool = False
    have: bool = False
    be: bool = False
    do: bool = False
    past: bool = False
    clitic: int = -1


def _verb_group(words: Sequence[Word], first: int, lexicon: Lexicon) -> Chunk:
    """Auxiliaries, modals, negation, adverbs and one full verb."""
    group = _Group(first)
    at = first
    while at < len(words) and _takes(group, words, at, first, lexicon):
        at += 1
        if words[at - 1].tag == "verb":
            break
    main = words[group.head]
    forms = main.form.split()
    full = main.tag == "verb"
    modal, be, have = group.modal, group.be, group.have
    if not (modal or group.infinitive):
        moods = [word.form for word in words[first:at] if word.form in _MOODS and word.tag in _FULL]
        modal = min(moods, key=_MOODS.index, default="")
    shape = _shape(forms, infinitive=group.infinitive, finite=bool(modal) or be or have or group.do)
    if words[first].tag in {"be", "have"} and not (modal or group.infinitive):
        # "Siendo atacado", "tras haber huido"
        shape = "gerund" if "ger" in words[first].form else "infinitive" if "inf" in words[first].form else shape
    return Chunk(
        "vg",
        first,
        max(at, first + 1),
        group.head,
        shape=shape,
        passive=full and be and "part" in forms,
        negated=group.negated,
        modal=modal,
        perfect=have and main.tag != "have",
        progressive=(full and be and ("ger" in forms or _lasts(words[first:at], lexicon)))
        or (forms == ["pres"] and main.verb in lexicon.words("lasting_verbs")),
        past=group.past or (full and not (be or have) and not _PASTS.isdisjoint(forms)),
        clitic=group.clitic,
    )


def _lasts(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Do the words of a verb group say that it goes on ("was still held")?"""
    return not lexicon.words("lasting").isdisjoint([word.lower for word in words])


def _takes(group: _Group, words: Sequence[Word], at: int, first: int, lexicon: Lexicon) -> bool:
    """Read the word at ``at`` into the group; False if the group ends before it."""
    word = words[at]
    tag = word.tag
    if tag == "neg":
        group.negated = True
    elif tag == "modal":
        group.modal, group.head = word.lower, at
    elif tag == "clitic":
        group.clitic = at
    elif tag == "inf":
        if at > first and not (group.modal or words[at - 1].tag in {"neg", "adv"}):
            return False
        group.infinitive, group.head = True, at
    elif tag in {"be", "have", "do"}:
        group.be, group.have, group.do = group.be or tag == "be", group.have or tag == "have", group.do or tag == "do"
        # "Has been shot" is present, "had been shot" past by its first word.
        group.past = group.past or (tag == "be" and not group.have and word.lower in lexicon.words("past_be"))
        group.past = group.past or not _PASTS.isdisjoint(word.form.split())
        group.head = at
    elif tag == "verb":
        group.head = at
    elif tag == "prep":
        # "Was on Monday charged"
        return at > first and _goes_on(words, at) and words[at + 1].tag == "time"
    else:
        return tag in {"adv", "time", "aside"} and (at == first or _goes_on(words, at))
    return True


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Does the verb group go on after the adverb, time phrase or aside at ``at``?"""
    after = at + 1
    while after < len(words) and words[after].tag in {"adv", "time", "aside"}:
        after += 1
    return after < len(words) and words[after].tag in {"verb", "be", "have", "neg"}


def _shape(forms: Sequence[str], *, infinitive: bool, finite: bool) -> Shape:
    """How the group stands, by the forms of its main verb, or as a modal or an auxiliary makes it ``finite``."""
    if infinitive:
        return "infinitive"
    if finite:
        return "finite"
    if "ger" in forms:
        return "gerund"
    if "part" in forms and not {"past", "pres"}.isdisjoint(forms):
        # "Fired"; "run", which is a present as well.
        return "open"
    if forms == ["part"]:
        return "participle"
    if forms == ["inf"]:
        return "infinitive"
    return "finite"
