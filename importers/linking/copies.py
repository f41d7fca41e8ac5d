"""Near-copies: articles that are one text twice, in whole or in part.

A reprint is no second voice. Copies are looked for by MinHash signatures (rensa) cut into bands, so that not every pair
is compared, and confirmed on the words themselves (rapidfuzz). Articles that share only some long sentences (one
agency's paragraph in both) stay apart; ``shared_sentences`` names what they share.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final, Literal

from rapidfuzz.distance import Indel
from rensa import RMinHash  # type: ignore[import-untyped] # it ships no stubs

from importers.linking.words import rough_sentences, words, words_with_spans
from store.records.linking import Copy
from store.records.span import Span

NEAR_COPY: Final = 0.8
"""Share of the words of both texts that stand in the same order in both, from which two articles are one text."""
PART_COPY: Final = 0.85
"""Share of the shorter text's word triples that the longer one has, from which it is a cut of the longer one."""
SHORT: Final = 30
"""Words below which an article is too short to be a cut of another: a brief repeats stock phrases."""
LONG_SENTENCE: Final = 8
"""Words from which two articles do not come to the same sentence by chance."""
FAR_APART: Final = 7
"""Days between two stated publication days from which only an all but equal text is a copy: weather and market reports,
court notices and the like are written on a form, and each is news."""
ALL_BUT_EQUAL: Final = 0.97

_BY_CHANCE: Final = 4
"""Words up to which different passages come to the same ones by chance, if each has ..."""
_TIMES: Final = 3
"""... as many times as many words of its own before and after them."""
_PERMUTATIONS: Final = 128
_SEED: Final = 20230902
_BANDS: Final = 32
_SHINGLE: Final = 3
_VERSION: Final = bytes((1, RMinHash.ALGORITHM_VERSION))
_CROWD: Final = 200
"""Articles in one band from which it says nothing (an empty or stock text)."""


Kind = Literal["equal", "replace", "delete", "insert"]


@dataclass(frozen=True, slots=True)
class Text:
    """What the search for copies needs of one article."""

    key: int
    """The source's id."""
    sha256: str
    body: str
    signature: bytes
    published: date | None = None
    """The earliest publication day that something states."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of words of two texts that is the same in both, or in one only, or worded differently."""

    kind: Kind
    a: Span
    b: Span
    """Offsets into the two texts; empty where that text has nothing here."""


def signature(body: str) -> bytes:
    """Sign a text by a MinHash over its word triples: the same bytes on every run and machine; b"" without words.

    The first two bytes name the version of this module's recipe and of rensa's algorithm: signatures of different
    recipes are never compared.
    """
    shingles = _shingles(words(body))
    if not shingles:
        return b""
    sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(shingles))
    return _VERSION + struct.pack(f"<{_PERMUTATIONS}I", *sketch.digest())


def find_copies(texts: Iterable[Text]) -> dict[int, Copy]:
    """Which articles are near-copies, and of which one.

    Each group is represented by the article with most words, then the earliest stated day, then the smallest sha256,
    and every other member is like that one (not merely like a member that is). Ids and order play no part.
    """
    ordered = {text.key: text for text in sorted(texts, key=_standing)}
    rank = {key: number for number, key in enumerate(ordered)}
    alike: dict[int, dict[int, float]] = {}
    pairs = _candidates(ordered)
    folded = {key: words(ordered[key].body) for key in sorted({key for pair in pairs for key in pair})}
    for a, b in pairs:
        similarity = _similarity(ordered[a], ordered[b], folded[a], folded[b])
        if similarity is not None:
            first, second = sorted((a, b), key=rank.__getitem__)
            alike.setdefault(second, {})[first] = similarity
    copies: dict[int, Copy] = {}
    for key in ordered:
        originals = {other: value for other, value in alike.get(key, {}).items() if other not in copies}
        if originals:
            best = min(originals, key=lambda other: (-originals[other], rank[other]))
            copies[key] = Copy(best, round(originals[best], 4))
    return copies


def similarity(a: str, b: str) -> float:
    """How alike two texts are, 0-1: the share of the words of both that stand in the same order in both."""
    return float(Indel.normalized_similarity(words(a), words(b)))


def shared_sentences(a: str, b: str) -> tuple[tuple[Span, Span], ...]:
    """Find the long sentences that two texts have in common word for word: pairs of stretches in the order of ``a``."""
    in_b: dict[tuple[str, ...], Span] = {}
    for span in rough_sentences(b):
        in_b.setdefault(tuple(words(b[span.start : span.end])), span)
    pairs = []
    for span in rough_sentences(a):
        sentence = tuple(words(a[span.start : span.end]))
        if len(sentence) >= LONG_SENTENCE and sentence in in_b:
            pairs.append((span, in_b[sentence]))
    return tuple(pairs)


def differences(a: str, b: str) -> tuple[Difference, ...]:
    """Compare two texts word by word (case, accents and punctuation aside), covering both in order.

    A word or two that two different passages have in common by chance ("in the") is part of their difference.
    """
    words_a, spans_a = words_with_spans(a)
    words_b, spans_b = words_with_spans(b)
    found = []
    for run in _without_chance(_runs(words_a, words_b)):
        kind: Kind = "equal" if run.equal else "insert" if not run.in_a else "delete" if not run.in_b else "replace"
        stretch_a = _stretch(spans_a, run.a, run.a + run.in_a, len(a))
        stretch_b = _stretch(spans_b, run.b, run.b + run.in_b, len(b))
        found.append(Difference(kind, stretch_a, stretch_b))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of two texts, the same in both or not: from which word, and how many."""

    equal: bool
    a: int
    b: int
    in_a: int
    in_b: int

    @property
    def longer(self) -> int:
        return max(self.in_a, self.in_b)

    def joined(self, other: "_Run") -> "_Run":
        return _Run(False, self.a, self.b, self.in_a + other.in_a, self.in_b + other.in_b)


def _runs(words_a: Sequence[str], words_b: Sequence[str]) -> list[_Run]:
    """Cut two texts into runs that are equal and runs that are not, in turn."""
    runs: list[_Run] = []
    for code in Indel.opcodes(words_a, words_b):
        run = _Run(
            code.tag == "equal",
            code.src_start,
            code.dest_start,
            code.src_end - code.src_start,
            code.dest_end - code.dest_start,
        )
        runs.append(runs.pop().joined(run) if runs and not runs[-1].equal and not run.equal else run)
    return runs


def _without_chance(runs: Sequence[_Run]) -> list[_Run]:
    """Join differences between which only a few words are equal, and many differ before and after them."""
    kept: list[_Run] = []
    for at, run in enumerate(runs):
        joins = bool(kept) and not kept[-1].equal and not run.equal
        if run.equal and 0 < at < len(runs) - 1:
            around = min(kept[-1].longer, runs[at + 1].longer)
            joins = run.longer <= _BY_CHANCE and run.longer * _TIMES <= around
        if joins:
            kept[-1] = kept[-1].joined(run)
        else:
            kept.append(run)
    return kept


def _standing(text: Text) -> tuple[int, date, str]:
    return -len(text.body.split()), text.published or date.max, text.sha256


def _candidates(texts: Mapping[int, Text]) -> list[tuple[int, int]]:
    """Pairs of articles that have a band of their signatures in common, each once, in a fixed order."""
    width = _PERMUTATIONS * 4 // _BANDS
    buckets: dict[tuple[int, bytes], list[int]] = {}
    for key, text in texts.items():
        if text.signature[:2] != _VERSION:
            continue
        digest = text.signature[2:]
        for band in range(_BANDS):
            buckets.setdefault((band, digest[band * width : (band + 1) * width]), []).append(key)
    pairs = {pair for keys in buckets.values() if 1 < len(keys) <= _CROWD for pair in combinations(keys, 2)}
    place = {key: number for number, key in enumerate(texts)}
    return sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]]))


def _similarity(a: Text, b: Text, words_a: Sequence[str], words_b: Sequence[str]) -> float | None:
    """How alike two articles are if one is a copy of the other, else None."""
    needed = NEAR_COPY
    if a.published and b.published and abs((a.published - b.published).days) > FAR_APART:
        needed = ALL_BUT_EQUAL
    similarity = float(Indel.normalized_similarity(words_a, words_b, score_cutoff=0.3))
    if similarity >= needed:
        return similarity
    if needed == NEAR_COPY and min(len(words_a), len(words_b)) >= SHORT:
        shingles_a, shingles_b = _shingles(words_a), _shingles(words_b)
        if len(shingles_a & shingles_b) >= PART_COPY * min(len(shingles_a), len(shingles_b)):
            return similarity
    return None


def _shingles(folded: Sequence[str]) -> set[str]:
    if len(folded) < _SHINGLE:
        return {" ".join(folded)} if folded else set()
    return {" ".join(folded[at : at + _SHINGLE]) for at in range(len(folded) - _SHINGLE + 1)}


def _stretch(spans: Sequence[Span], first: int, last: int, length: int) -> Span:
    """From the first to the last of some words; an empty stretch before the next word if there are none."""
    if first < last:
        return Span(spans[first].start, spans[last - 1].end)
    at = spans[first].start if first < len(spans) else length
    return Span(at, at)
