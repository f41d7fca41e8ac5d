"""Imports: what one of them brings is in the journal, so that undo takes it all out again and redo brings it back."""

from collections import Counter
from typing import Final

from store import journal, shelf
from store.articles import add_article, add_path, known
from store.clock import Clock, stamp, system_clock
from store.connection import Database, transaction
from store.journal import Entity
from store.overlay import Json
from store.records.reading import Reading

ARTICLES: Final[Entity] = "articles"
PATHS: Final[Entity] = "paths"
"""The journal's entities of new articles, and of more paths of known ones; an edit's ``human`` is ``arrived``."""

_FIELDS: Final = {ARTICLES: "imported", PATHS: "also at"}


class Import:
    """One import under way, each article in its own transaction; all of them are undone together.

    Where another program has changed the store or taken back the import meanwhile, the rest is a batch of its own.
    """

    def __init__(self, db: Database, origin: str, *, now: Clock = system_clock) -> None:
        """``origin``: where the articles are from, in words for the log."""
        self._db = db
        self._origin = origin
        self._now = now
        self._batch = 0
        self._brought: Counter[Entity] = Counter()

    def add_article(self, reading: Reading) -> int:
        """Store what one file gives, as ``store.articles.add_article``."""
        with transaction(self._db):
            there = known(self._db, reading.article.sha256)
            if there is not None:
                self.add_path(there, reading.article.path)
                return there
            self._note(ARTICLES)
            source_id = add_article(self._db, reading, now=self._now)
            shelf.keep(self._db, self._batch, "article", source_id, None)
        return source_id

    def add_path(self, source_id: int, path: str) -> bool:
        """Note another path of an article, as ``store.articles.add_path``."""
        with transaction(self._db):
            before = shelf.version(self._db, "paths", source_id)
            if not add_path(self._db, source_id, path):
                return False
            self._note(PATHS)
            shelf.keep(self._db, self._batch, "paths", source_id, before)
        return True

    def _note(self, entity: Entity) -> None:
        """Say in the journal that one more was brought."""
        if not journal.open_batch(self._db, self._batch):
            self._batch = 0
            self._brought.clear()
        self._brought[entity] += 1
        human = arrived(self._brought[entity], self._origin)
        if not self._batch or not journal.amend(self._db, self._batch, entity, human):
            change = (0, _FIELDS[entity], None, human)
            self._batch = journal.append(self._db, stamp(self._now), entity, [change], "", batch=self._batch)


def arrived(number: int, origin: str) -> Json:
    """What an edit says of an import: how many, and where from."""
    return {"number": number, "from": origin}
