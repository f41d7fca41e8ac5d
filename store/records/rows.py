"""The lines of the lists of events and of articles."""

from typing import NamedTuple

from store.records.event import Status, event_ref
from store.records.published import Published
from store.records.report import CANDIDATE_BELOW, Factuality
from store.records.when import When


class EventRow(NamedTuple):
    """One line of the events and timeline panes."""

    id: int
    when: When
    title: str
    event_type: str
    sub_event_type: str
    place: str
    """As short as it is clear: "Quito, EC"."""
    figures: str
    """As short as it is clear: "31 killed, 14 injured"."""
    factuality: Factuality
    confidence: float
    number_of_sources: int
    num_articles: int
    disputed: tuple[str, ...] = ()
    status: Status = "new"
    starred: bool = False
    source_id: int = 0
    """The first article that reports it."""
    tags: tuple[str, ...] = ()
    actor: str = ""
    """The first actor that is no victim and no target; "" if none is named."""
    outlet: str = ""
    """The outlet of the first article that reports it."""

    @property
    def ref(self) -> str:
        return event_ref(self.id)

    @property
    def candidate(self) -> bool:
        return self.confidence < CANDIDATE_BELOW


class SourceRow(NamedTuple):
    """One line of the sources pane; near-copies stand folded under the source they copy (``depth`` 1)."""

    id: int
    depth: int
    title: str
    outlet: str
    published: Published
    file: str
    """The file's name, without its folder."""
    language: str
    copies: int
    events: int
    """Events under the filter that this source reports."""
