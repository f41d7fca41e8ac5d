"""Independent voices: who says a thing of their own, and who repeats another's words.

A copy says nothing of its own, and neither does an article whose every sentence on an event stands word for word in
another article (an agency's paragraph in both). Articles of such a set count as one voice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from importers.linking.copies import LONG_SENTENCE
from importers.linking.mentions import Mention


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent source of one event."""

    mentions: tuple[Mention, ...]
    """Its mentions; the first speaks for it."""
    published: date | None
    """The day it was published, as far as known: the last possible one."""

    @property
    def lead(self) -> Mention:
        return self.mentions[0]


def voices_of(mentions: Sequence[Mention], originals: Mapping[int, int]) -> tuple[Voice, ...]:
    """Sort the mentions of one event by voice, in the order of the articles' hashes.

    ``originals`` gives for each near-copy the article it copies.
    """
    by_article: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.key):
        by_article.setdefault(originals.get(mention.source, mention.source), []).append(mention)
    groups: list[list[int]] = []
    said = {article: _sentences(found) for article, found in by_article.items()}
    for article in by_article:
        joined = [group for group in groups if any(_repeats(said[article], said[other]) for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(other for group in joined for other in group), article])
    found = [_voice([mention for article in group for mention in by_article[article]], originals) for group in groups]
    return tuple(sorted(found, key=lambda voice: voice.lead.key))


def _sentences(mentions: Sequence[Mention]) -> frozenset[tuple[str, ...]]:
    return frozenset(text[:-1] for mention in mentions for text in mention.texts)


def _repeats(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    """Whether all that the one says stands word for word in the other, in sentences too long for chance."""
    less = a if len(a) <= len(b) else b
    return less <= (a & b) and any(len(text) >= LONG_SENTENCE for text in less)


def _voice(mentions: Sequence[Mention], originals: Mapping[int, int]) -> Voice:
    def standing(mention: Mention) -> tuple[bool, int, tuple[str, int]]:
        return mention.source in originals, -len(mention.reports), mention.key

    ordered = tuple(sorted(mentions, key=standing))
    days = [mention.published.last for mention in ordered if mention.published and mention.published.last]
    return Voice(ordered, min(days, default=None))
