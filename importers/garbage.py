"""How often Python looks for garbage while articles are read: seldom."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_OBJECTS: Final = 50_000
"""New objects after which it looks. Reading makes many small ones and hardly a ring of them, which is all that needs
looking for: with Python's own 700, an import spends a twelfth of its time on it."""


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Within it, look for garbage seldom; after it, as before."""
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
