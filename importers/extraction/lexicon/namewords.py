"""The words that tell names, read from names.toml once."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Final

from importers.extraction.lexicon.files import SHIPPED
from importers.gazetteer.fold import fold

_FILE: Final = SHIPPED / "names.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    """The lists of names.toml, folded (see ``importers.gazetteer.fold``)."""

    titles: frozenset[str]
    title_modifiers: frozenset[str]
    kin: frozenset[str]
    organisations: frozenset[str]
    not_names: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    connectors: frozenset[str]
    of: frozenset[str]
    joining: frozenset[str]
    relatives: frozenset[str]
    given: frozenset[str]
    surnames: frozenset[str]
    place_heads: frozenset[str]
    function_en: frozenset[str]
    function_es: frozenset[str]
    aged: tuple[str, ...]
    """Endings of words."""


@cache
def name_words() -> NameWords:
    """Read names.toml, once."""
    lists: dict[str, str] = tomllib.loads(_FILE.read_text("utf-8"))
    as_written = {name: frozenset(lists.pop(name).split()) for name in ("function_en", "function_es")}
    aged = tuple(lists.pop("aged").split())
    folded = {name: frozenset(fold(word) for word in text.split()) for name, text in lists.items()}
    return NameWords(**folded, **as_written, aged=aged)
