"""Long work that says how far it is: a generator of the share done, from 0 to 1, that returns what came of it.

Short work may say nothing. Who asks for no further share has cancelled it.
"""

from collections.abc import Generator
from typing import TypeVar

_Result = TypeVar("_Result")

Work = Generator[float, None, _Result]


def result(work: Work[_Result]) -> _Result:
    """Do all of ``work`` and give what comes of it."""
    while True:
        try:
            next(work)
        except StopIteration as done:
            found: _Result = done.value
            return found


def portion(work: Work[_Result], start: float, end: float) -> Work[_Result]:
    """Do ``work`` as the portion of a longer one that begins when ``start`` of it is done and ends at ``end``."""
    while True:
        try:
            share = next(work)
        except StopIteration as done:
            found: _Result = done.value
            return found
        yield start + share * (end - start)
