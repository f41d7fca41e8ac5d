"""An article with what is known of its publication day so far, and how evidence on it is worded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from importers.linking.mentions import Mention
from importers.linking.reading import Read
from importers.linking.spans import Days
from store.records.linking import CorpusSource

_QUOTE: Final = 80


@dataclass(frozen=True, slots=True)
class Case:
    """An article with what is known of its day so far."""

    read: Read
    days: Days
    stated: bool
    """The file or a person gives a day that nothing contradicts."""
    name: str
    voice: int
    """The article that it is a near-copy of, or itself."""

    @property
    def source(self) -> CorpusSource:
        return self.read.source


def names(mentions: Sequence[Mention], cases: Mapping[int, Case]) -> str:
    """Name the first articles that tell something."""
    return ", ".join(dict.fromkeys(cases[mention.source].name for mention in mentions[:2]))


def spelled(days: Days) -> str:
    """Spell a stretch of days."""
    first, last = days
    return f"{first}" if first == last else f"{first or '..'}/{last or '..'}"


def quoted(text: str) -> str:
    """Shorten words that are quoted as evidence."""
    short = " ".join(text.split())
    return short if len(short) <= _QUOTE else short[: _QUOTE - 1].rsplit(" ", 1)[0] + " …"
