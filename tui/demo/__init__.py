"""The built-in demo corpus: articles written for the program, see README.md beside this file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def articles() -> Iterator[Path]:
    """Give the folder of the demo's articles, ready to import; it is package data and must not be written to."""
    yield Path(__file__).with_name("articles")
