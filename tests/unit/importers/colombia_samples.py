"""A small corpus read as users read theirs: two bombings on one day, told by nine articles, one of them a copy."""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from importers import run
from importers.readers import read_file
from store import writer
from store.connection import Database, writing
from store.records.reading import Reading

CORPUS = Path(__file__).resolve().parents[2] / "quality" / "data" / "linking" / "colombia.toml"
ARTICLES = 9


@cache
def read_articles() -> tuple[Reading, ...]:
    articles = tomllib.loads(CORPUS.read_text(encoding="utf-8"))["article"][:ARTICLES]
    found = []
    with TemporaryDirectory() as folder:
        for article in articles:
            path = Path(folder) / article["file"]
            path.write_text(article["text"].strip() + "\n", encoding="utf-8")
            found.append(run.analyse(replace(read_file(path), path=article["file"])))
    return tuple(found)


def filled(path: Path, readings: tuple[Reading, ...]) -> Path:
    with writing(path) as db:
        add(db, readings)
    return path


def add(db: Database, readings: tuple[Reading, ...]) -> None:
    for one in readings:
        writer.add_article(db, one)
    run.rebuild(db)
