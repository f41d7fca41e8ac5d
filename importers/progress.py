"""Long work that says how far it is: a generator of the share done, from 0 to 1, that returns what came of it.

Short work may say nothing. Who asks for no further share has cancelled it.
"""

from collections.abc import Generator, Iterator
from typing import Generic, TypeVar

_Result = TypeVar("_Result")

Work = Generator[float, None, _Result]


class Shares(Generic[_Result]):
    """The shares of ``work``, done as they are gone through; then ``result`` is what came of it."""

    result: _Result

    def __init__(self, work: Work[_Result]) -> None:
        self._work = work

    def __iter__(self) -> Iterator[float]:
        self.result = yield from self._work


def result(work: Work[_Result]) -> _Result:
    """Do all of ``work`` and give what comes of it."""
    shares = Shares(work)
    for _ in shares:
        pass
    return shares.result


def portion(work: Work[_Result], start: float, end: float) -> Work[_Result]:
    """Do ``work`` as the portion of a longer one that begins when ``start`` of it is done and ends at ``end``."""
    shares = Shares(work)
    for share in shares:
        yield start + share * (end - start)
    return shares.result
