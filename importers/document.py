"""What a reader makes of one file: its text, and what the format itself says about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A publication date as the format states it, not yet parsed."""

    value: str
    where: str
    """For people: "meta article:published_time", "front matter date"."""


@dataclass(frozen=True, slots=True)
class Metadata:
    title: str = ""
    author: str = ""
    outlet: str = ""
    url: str = ""
    language: str = ""
    """ISO 639-1, "" if not stated."""
    dates: tuple[StatedDate, ...] = ()
    """The surest first."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file, its lines parted by newlines, and what its format says about it."""

    text: str
    metadata: Metadata = Metadata()
    title_on_first_line: bool = False
    """The reader put ``metadata.title`` there."""
    notes: tuple[str, ...] = ()
