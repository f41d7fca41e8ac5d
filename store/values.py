"""The values that a filter's keys can take, as the store has them: what completion offers, and what a typo may mean."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from store.connection import Database
from store.errors import translated
from store.filter_sql import fold, phrase
from store.keys import id_of
from store.terms import FLAGS, STATUS_NAMES, And, Country, Node, Or, Outlet, Tag, Type, Words, searchable, suggestion

MOST: Final = 8
"""Values offered at once."""
_MOST_READ: Final = 1_000
"""Events whose places and people are looked through: the commonest are among them, and it takes milliseconds."""

_NAMES: Final = {
    "place": ("place", "SELECT location, admin1, country_name, site FROM events WHERE id = ?"),
    "who": ("who", "SELECT actor1, actor2 FROM events WHERE id = ?"),
}
_DISTINCT: Final = {
    "type": "SELECT sub_event_type FROM types UNION SELECT event_type FROM types",
    "country": "SELECT name FROM countries",
    "tag": "SELECT tag FROM tags",
    "outlet": "SELECT outlet FROM sources GROUP BY outlet ORDER BY count(*) DESC",
    "source": "SELECT DISTINCT replace(path, rtrim(path, replace(path, '/', '')), '') FROM sources",
}
_COMMONEST: Final = {
    "place": "SELECT location FROM events GROUP BY location ORDER BY count(*) DESC LIMIT ?",
    "who": "SELECT actor1 FROM events GROUP BY actor1 ORDER BY count(*) DESC LIMIT ?",
}


def values(db: Database, key: str, typed: str) -> tuple[str, ...]:
    """The values of a key one of whose words begins as typed: those that begin so themselves first, at most MOST.

    Of a key whose values are numbers, dates or any words there are none.
    """
    with translated():
        if key in ("is", "status"):
            found: Iterable[str] = FLAGS if key == "is" else STATUS_NAMES
        elif key in _NAMES:
            found = _names(db, key, typed)
        elif key in _DISTINCT:
            found = (value for (value,) in db.execute(_DISTINCT[key]))
        else:
            return ()
        wanted = fold(typed)
        fits = [value for value in found if value and f" {wanted}" in f" {fold(value)}"]
        return tuple(sorted(fits, key=lambda value: not fold(value).startswith(wanted))[:MOST])


def _names(db: Database, key: str, typed: str) -> list[str]:
    """The places or people that begin so, the commonest first."""
    if not searchable(typed):
        return []
    column, read = _NAMES[key]
    match = f"{column} : {phrase(typed, prefix=True)}"
    sql = "SELECT rowid FROM timeline_fts WHERE timeline_fts MATCH ? LIMIT ?"
    counted: Counter[str] = Counter()
    for (found,) in db.execute(sql, (match, _MOST_READ)).fetchall():
        counted.update(name for name in db.execute(read, (id_of(found),)).fetchone() if name)
    return sorted(counted, key=lambda name: (-counted[name], name))


def missing(db: Database, tree: Node | None) -> str:
    """What a filter asks for by a name that nothing in the store has, and the name it may mean; "" if all are there."""
    return " ".join(
        f"Nothing here has the {key} “{name}”.{suggestion(name, _all(db, key))}"
        for key, name in _asked(tree)
        if not values(db, key, name)
    )


def _asked(node: Node | None) -> Iterator[tuple[str, str]]:
    """The keys and names that a filter asks for, in the order typed; not those that it leaves out."""
    match node:
        case And(nodes) | Or(nodes):
            for part in nodes:
                yield from _asked(part)
        case Type(name) | Country(name) | Tag(name) | Outlet(name):
            yield type(node).__name__.casefold(), name
        case Words(name, column="place" | "who" as key):
            yield key, name


def _all(db: Database, key: str) -> Iterable[str]:
    """The names that a key's values have, of places and people the commonest."""
    with translated():
        found = db.execute(_COMMONEST[key], (_MOST_READ,)) if key in _COMMONEST else db.execute(_DISTINCT[key])
        return [name for (name,) in found.fetchall() if name]
