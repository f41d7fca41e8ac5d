"""One deed with the same facts in every construction that news tells it in, crossed with who did what to whom.

``data/grid_en.txt`` holds the verbs, the doers, those it befell and the constructions, each with the least share of its
cells, in percent, that must come out whole: the type, all doers and nobody else, all it befell, the number, the town
and the day.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import REAL, Report

DATA = Path(__file__).parent / "data" / "grid_en.txt"
CELLS = 8
"""Of each construction, as many as there are."""


@dataclass(frozen=True)
class Verb:
    """Its forms, "~" for whom it befell, the noun of the deed, the figure it gives and the types it may have."""

    sort: str
    did: str
    done: str
    do: str
    doing: str
    noun: str
    figure: str
    types: frozenset[str]


@dataclass(frozen=True)
class People:
    """How they are told of, a word of each that must be named, how many they are ("-": not said), and what they are."""

    text: str
    named: tuple[str, ...]
    count: str
    marks: frozenset[str]

    @property
    def several(self) -> bool:
        return "many" in self.marks


@dataclass(frozen=True)
class Construction:
    """``sorts``: the verbs it is told with; ``wants``: what doers ("d:") and those it befell ("w:") must be."""

    name: str
    sorts: str
    wants: frozenset[str]
    floor: int
    template: str


@dataclass(frozen=True)
class Cell:
    text: str
    verb: Verb
    doer: People
    whom: People


def rows(section: str) -> Iterator[list[str]]:
    """The rows of a section of the data, in their fields."""
    told = DATA.read_text(encoding="utf-8").split(f"[{section}]\n")[1].split("\n[")[0]
    lines = (line for line in told.splitlines() if line and not line.startswith("#"))
    return ([part.strip() for part in line.split("|")] for line in lines)


def people(section: str) -> list[People]:
    return [People(t, tuple(n.split(", ")), c, frozenset(m.split())) for t, n, c, m in rows(section)]


VERBS = [Verb(*forms, frozenset(types.split())) for *forms, types in rows("verbs")]
DOERS, WHOM = people("doers"), people("whom")
CONSTRUCTIONS = [Construction(n, s, frozenset(w.split()), int(f), t) for n, s, w, f, t in rows("constructions")]


def fits(people: People, role: str, wants: frozenset[str]) -> bool:
    """Have they the marks wanted ("d:group"), and not those unwanted ("w!commas")?"""
    wanted = {want[2:] for want in wants if want.startswith(f"{role}:")}
    return wanted <= people.marks and not any(f"{role}!{mark}" in wants for mark in people.marks)


def forms(verb: Verb, doer: People, whom: People) -> Mapping[str, str]:
    """What stands for the words in braces of a construction."""

    def of(form: str) -> str:
        return form.replace("~", whom.text)

    first, *rest = verb.do.split(" ", 1)
    third = " ".join([first if doer.several else first + ("es" if first.endswith(("sh", "ss")) else "s"), *rest])
    return {
        "doer": doer.text,
        "whom": whom.text,
        "did": of(verb.did),
        "did -": verb.did.replace(" ~", ""),
        "done": verb.done,
        "do": of(verb.do),
        "does": of(third),
        "doing": of(verb.doing),
        "deed": f"{verb.noun} {whom.text}",
        "was": "were" if whom.several else "was",
        "d was": "were" if doer.several else "was",
        "d is": "are" if doer.several else "is",
        "them": "them" if whom.several or whom.count not in {"1", "-"} else "her",
    }


def cells(one: Construction) -> Iterator[Cell]:
    """The cells of a construction, each of another verb, doer and sufferer than the one before."""
    verbs = [verb for verb in VERBS if verb.sort in one.sorts and not ("noun" in one.wants and verb.noun == "-")]
    doers = [doer for doer in DOERS if fits(doer, "d", one.wants)]
    whom = [them for them in WHOM if fits(them, "w", one.wants)]
    for at in range(len(doers) * len(whom)):
        verb, doer, them = verbs[at % len(verbs)], doers[at % len(doers)], whom[(at + at // len(doers)) % len(whom)]
        told = forms(verb, doer, them)
        text = re.sub(r"\{([^}]+)\}", lambda gap, told=told: told[gap[1]], one.template)
        text = re.sub(r",\s*([.,:;])", r"\1", text)
        yield Cell(re.sub(r"(^|[.!?] |\")([a-z])", lambda m: m[1] + m[2].upper(), text), verb, doer, them)


def is_whole(cell: Cell, wants: frozenset[str]) -> bool:
    """Do the reports tell the deed with all its facts, or no deed where it was not done?"""
    article = Article("a.txt", "0" * 64, len(cell.text), "text", "utf-8", cell.text, language="en")
    told = [one for one in extract(article, find(cell.text, "en")) if one.factuality in REAL and not one.candidate]
    doers = values(told, {"perpetrator"})
    if "undone" in wants:
        return not doers
    befell, numbers = values(told, {"victim", "target"}), values(told, {cell.verb.figure})
    named = () if "nobody" in wants else cell.doer.named
    return (
        any(one.sub_event_type in cell.verb.types for one in told)
        and all(any(word in value for value in doers) for word in named)
        and all(any(word in value for word in named) for value in doers)
        and all(any(word in value for value in befell) for word in cell.whom.named)
        and (cell.whom.count == "-" or not numbers or cell.whom.count in numbers)
        and any(one.place.location == "Loja" for one in told)
        and any(one.time is not None and "Monday" in cell.text[one.time.start : one.time.end] for one in told)
    )


def values(told: list[Report], fields: set[str]) -> set[str]:
    """What the reports claim for the fields, numbers as they are, words in small letters."""
    claims = (claim for report in told for claim in report.claims if claim.field in fields)
    return {str(claim.best) if claim.best is not None else claim.value.lower() for claim in claims}


@pytest.mark.parametrize("one", CONSTRUCTIONS, ids=lambda one: one.name)
def test_a_deed_comes_out_whole_in_every_construction(one: Construction) -> None:
    told = list(islice(cells(one), CELLS))
    broken = [cell.text for cell in told if not is_whole(cell, one.wants)]
    assert 100 * (len(told) - len(broken)) // len(told) >= one.floor, broken
