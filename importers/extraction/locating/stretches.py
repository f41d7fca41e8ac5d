"""The stretches of a text that is longer than any article: a year of news in one file, a book, a log.

Each is read as an article is. What its mentions tell of each other is asked of all of them in pairs, which in a text of
a thousand pages would take hours; and a name or a "he" means nobody of two hundred pages before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from importers.extraction.locating.parts import Part, is_title
from importers.language.tokens import Sentence

LONGEST_ARTICLE: Final = 60_000
"""Characters that are still read as one article: twenty pages and more."""
_STRETCH: Final = 15_000
"""Characters of a stretch of a longer text, at most: a long article."""


def in_stretches(parts: Iterable[Part], sentences: Sequence[Sentence], text: str) -> Iterator[Part]:
    """Yield the parts of ``text``; of one too long for an article, its stretches, each under the part's headings."""
    for part in parts:
        if len(text) <= LONGEST_ARTICLE:
            yield part
            continue
        at, end = part.numbers.start, part.numbers.stop
        while at < end:
            cut = _cut(sentences[at:end])
            yield replace(part, numbers=range(at, at + cut))
            at += cut


def _cut(rest: Sequence[Sentence]) -> int:
    """Return how many of the sentences are a stretch: up to the last title within reach, else paragraph, else all."""
    start = rest[0].span.start
    reach = next((at for at, one in enumerate(rest) if one.span.end - start > _STRETCH), None)
    if reach is None:
        return len(rest)
    opening = [at for at in range(max(reach // 2, 1), reach + 1) if rest[at].paragraph != rest[at - 1].paragraph]
    titles = [
        at for at in opening if is_title([one for one in rest[at : at + 2] if one.paragraph == rest[at].paragraph])
    ]
    return max(titles or opening or [reach, 1])
