"""Modules that only gather names of others, and import each of these when a name of it is first asked for.

The start of the browser is nearly all imports, and few of the store's modules are needed for it.
"""

from collections.abc import Callable, Mapping
from importlib import import_module


def lazily(namespace: dict[str, object], homes: Mapping[str, str]) -> Callable[[str], object]:
    """A ``__getattr__`` for a module. ``namespace``: its globals; ``homes``: names by the module of the store."""
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def found(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {namespace['__name__']!r} has no attribute {name!r}")
        namespace[name] = getattr(import_module(f"store.{home_of[name]}"), name)
        return namespace[name]

    return found
