"""As ``test_grid.py``, in the constructions of Spanish: ``data/grid_es.txt``."""

import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import REAL, Report

DATA = (Path(__file__).parent / "data" / "grid_es.txt").read_text(encoding="utf-8")
CELLS = 12
"""Of each construction, as many as there are: each doer once, and each of those it befell."""
Row = list[str]


def rows(section: str) -> list[Row]:
    """The rows of a section of the data, in their fields."""
    told = DATA.split(f"[{section}]\n")[1].split("\n[")[0]
    return [re.split(r" *\| *", line) for line in told.splitlines() if line and not line.startswith("#")]


VERBS, DOERS, WHOM, CONSTRUCTIONS = map(rows, ("verbs", "doers", "whom", "constructions"))


def rendered(template: str, verb: Row, doer: Row, whom: Row) -> str:
    """The construction told with a verb, who did it and whom it befell."""
    _, one, many, present, done, do, deed, *_ = verb
    theirs, befell = "many" in doer[3], "many" in whom[3]
    feminine = "fem" in whom[3].split()
    told = {
        "doer": doer[0], "whom": whom[0], "to whom": f"a {whom[0]}", "did": many if theirs else one, "they did": many,
        "they do": present, "done": done, "do": do, "deed": deed,
        "them": "los" if befell else "la" if feminine else "lo",
    }  # fmt: skip
    text = re.sub(r"\{([^{}]+)/([^{}]+)\}", lambda gap: gap[2] if befell else gap[1], template)
    text = re.sub(r"\{([^{}]+)\\([^{}]+)\}", lambda gap: gap[2] if theirs else gap[1], text)
    text = re.sub(r"\{([^}]+)\}", lambda gap: told[gap[1]], text).replace(
        "~", ("a" if feminine else "o") + "s" * befell
    )
    text = re.sub(r",\s*([.,:»])", r"\1", re.sub(r"\b([Aa]) el\b", r"\1l", re.sub(r"\b([Dd])e el\b", r"\1el", text)))
    return re.sub(r"(^|[.] |«)([a-z])", lambda first: first[1] + first[2].upper(), text)


def cells(construction: Row) -> Iterator[tuple[str, Row, Row, Row]]:
    """The cells of a construction, each of another doer and sufferer than the one before."""
    _, sorts, wants, _, template = construction
    verbs = [verb for verb in VERBS if verb[0] in sorts]
    doers = [doer for doer in DOERS if not any(f"d!{mark}" in wants.split() for mark in doer[3].split())]
    whom = [them for them in WHOM if not any(f"w!{mark}" in wants.split() for mark in them[3].split())]
    for at in range(len(doers) * len(whom)):
        told = verbs[at % len(verbs)], doers[at % len(doers)], whom[(at + at // len(doers)) % len(whom)]
        yield rendered(template, *told), *told


def values(told: list[Report], *fields: str) -> set[str]:
    """What the reports claim for the fields, numbers as they are, words in small letters."""
    claims = (claim for report in told for claim in report.claims if claim.field in fields)
    return {str(claim.best) if claim.best is not None else claim.value.lower() for claim in claims}


def names(told: set[str], wanted: str) -> bool:
    """Is each of those wanted named?"""
    return all(any(word in value for value in told) for word in wanted.split(", "))


def is_whole(text: str, verb: Row, doer: Row, whom: Row, wants: list[str]) -> bool:
    """Do the reports tell the deed with all its facts, or no deed where it was not done?"""
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    told = [one for one in extract(article, find(text, "es")) if one.factuality in REAL and not one.candidate]
    deeds = [one for one in told if one.sub_event_type in verb[-1].split()]
    if "undone" in wants:
        return not deeds
    doers, befell = values(deeds, "perpetrator", "actor1"), values(deeds, "victim", "target", "actor2")
    numbers = values(deeds, verb[-2])
    return (
        (doers == set() if "nobody" in wants else names(doers, doer[1]))
        and all(any(word in value for word in doer[1].split(", ")) for value in doers)
        and names(befell, whom[1])
        and (not numbers or whom[2] in numbers)
        and any(one.place.location == "Tumaco" for one in deeds)
        and ("noday" in wants or any(one.time and "lunes" in text[one.time.start : one.time.end] for one in deeds))
    )


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda construction: construction[0])
def test_a_deed_comes_out_whole_in_every_construction(construction: Row) -> None:
    told = list(islice(cells(construction), CELLS))
    broken = [text for text, *cell in told if not is_whole(text, *cell, wants=construction[2].split())]
    assert 100 * (len(told) - len(broken)) // len(told) >= int(construction[3]), broken
