"""What a filter comes to in SQL."""

from typing import NamedTuple

from store.connection import Value


class Query(NamedTuple):
    """Which events: the tables to read, the column that holds their keys, and what must hold (never empty)."""

    tables: str
    key: str
    where: str
    parameters: tuple[Value, ...]
    direct: bool = False
    """Whether rows can be read from any key on without preparing anything: no list of keys has to be made first."""
    full_text: bool = False
    """Whether rows come from the full-text index."""
    in_text: tuple[str, ...] = ()
    """Words that no event has in its own words, so they were looked for in the text of articles."""
