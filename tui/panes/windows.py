"""The rows of a list that were read: those that are shown, and those that are next to be."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, NamedTuple, TypeVar

R = TypeVar("R")
Fetch = Callable[[int, int, bool], Awaitable[Sequence[R]]]
"""(first row, how many, whether they are read ahead of being wanted) -> those rows, fewer at the end."""
Rows = tuple[int, int]
"""The first row, and the one past the last."""


class Window(NamedTuple, Generic[R]):
    """A stretch of the rows: ``rows[0]`` is row number ``start``."""

    start: int = 0
    rows: tuple[R, ...] = ()

    def get(self, row: int) -> R | None:
        at = row - self.start
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def covers(self, wanted: Rows) -> bool:
        """Whether it holds these rows."""
        first, stop = wanted
        return first >= stop or (self.start <= first and stop <= self.start + len(self.rows))


async def no_rows(_start: int, _count: int, _ahead: bool) -> Sequence[R]:
    """What a list that was not filled yet fetches."""
    return ()


class Windows(Generic[R]):
    """The windows of one list: the one shown, and others that were read ahead."""

    def __init__(self, fetch: Fetch[R], shown: Window[R]) -> None:
        self.fetch = fetch
        self.shown = shown
        self._spare: dict[str, Window[R]] = {}

    def get(self, row: int) -> R | None:
        """A row, if it is at hand."""
        return next((found for one in self._all if (found := one.get(row)) is not None), None)

    def show(self, wanted: Rows) -> bool:
        """Let the window that holds these rows be the one shown; False if none does."""
        found = next((one for one in self._all if one.covers(wanted)), None)
        if found is not None and found is not self.shown:
            self.put(found)
        return found is not None

    def put(self, window: Window[R]) -> None:
        """Let this window be the one shown; the one before is kept, for the way back."""
        self.shown, self._spare["before"] = window, self.shown

    async def read(self, wanted: Rows, margin: int, *, ahead: bool = False) -> Window[R]:
        """Fetch these rows, and ``margin`` more on either side."""
        start = max(0, wanted[0] - margin)
        return Window(start, tuple(await self.fetch(start, wanted[1] + margin - start, ahead)))

    async def read_ahead(self, wanted: dict[str, Rows], margin: int) -> None:
        """Fetch those of these stretches that are not at hand, each in place of the last one of its name."""
        for name, rows in wanted.items():
            if not any(one.covers(rows) for one in self._all):
                self._spare[name] = await self.read(rows, margin, ahead=True)

    @property
    def _all(self) -> tuple[Window[R], ...]:
        return (self.shown, *self._spare.values())
