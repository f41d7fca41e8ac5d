"""The floor under event extraction: a hundred sentences a language, none of them from an article."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.event import FIGURES
from store.records.report import Report

DATA = Path(__file__).parent / "data"
FLOOR = json.loads((DATA / "events_floor.json").read_text(encoding="utf-8"))
ROLES = {"who": ("perpetrator", "actor1"), "whom": ("victim", "target", "actor2")}


@dataclass(frozen=True)
class Expected:
    type: str
    factuality: str
    fields: dict[str, str]


def article(text: str, language: str = "en") -> Article:
    return Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)


def reports(text: str, language: str = "en") -> tuple[Report, ...]:
    return extract(article(text, language), find(text, language))


def cases(language: str) -> list[tuple[str, list[Expected]]]:
    rows = []
    for line in (DATA / f"events_{language}.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        sentence, told = line.split(" => ")
        rows.append((sentence, [expected(event) for event in told.split("; ") if event != "-"]))
    return rows


def expected(event: str) -> Expected:
    name, factuality, *fields = event.split(" ", 2)
    found: dict[str, str] = {}
    last = ""
    for part in fields[0].split(" ") if fields else []:
        if "=" in part:
            last, value = part.split("=", 1)
            found[last] = value
        else:
            found[last] += " " + part
    return Expected(name, factuality, found)


def holds(report: Report, event: Expected) -> tuple[int, int]:
    """Of the fields expected, how many the report has, and how many there are."""
    right = 0
    for name, value in event.fields.items():
        if name in FIGURES:
            right += any(
                c.field == name and str(c.best if c.best is not None else c.low) == value for c in report.claims
            )
        elif name == "place":
            right += value in (report.place.location, report.place.admin1, report.place.country_name)
        elif name == "by":
            right += value.lower() in report.attributed_to.lower()
        else:
            right += any(c.field in ROLES[name] and value.lower() in c.value.lower() for c in report.claims)
    return right, len(event.fields)


def score(language: str) -> dict[str, float]:
    matched = found = wanted = fields = right = 0
    for sentence, events in cases(language):
        given_ = {report.cluster: report for report in reversed(reports(sentence, language)) if not report.candidate}
        left = list(given_.values())
        found += len(left)
        wanted += len(events)
        for event in events:
            same = [r for r in left if (r.sub_event_type, r.factuality) == (event.type, event.factuality)]
            if not same:
                continue
            best = max(same, key=lambda report: holds(report, event)[0])
            left.remove(best)
            matched += 1
            has, of = holds(best, event)
            right, fields = right + has, fields + of
    return {
        "precision": 100 * matched / max(found, 1),
        "recall": 100 * matched / wanted,
        "fields": 100 * right / max(fields, 1),
    }


@pytest.mark.parametrize("language", sorted(FLOOR))
def test_events_stay_above_their_floor(language: str) -> None:
    measured = score(language)
    below = {name: (measured[name], floor) for name, floor in FLOOR[language].items() if measured[name] < floor}
    assert not below, f"measured, floor: {below}"


PIECES = st.sampled_from(
    [
        "a",
        "bomb",
        "killed",
        "the",
        "guards",
        "in",
        "Quito",
        ",",
        "and",
        "57",
        "hostages",
        "were",
        "freed",
        "by",
        "said",
        "that",
        "who",
        "not",
        "will",
        "“",
        "”",
        "(",
        ")",
        "[",
        "]",
        ".",
        ";",
        "--",
        "?",
        "'s",
        "under",
        "took",
        "hostage",
        "on",
        "Monday",
        "MURDERED",
        "éxito",
        "\n",
        "\t",
        "9",
        "August",
        "12",
        "prison",
        "releasing",
        "wounded",
        "explosion",
        "de",
        "la",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=50).map(" ".join)))
def test_any_text_gives_reports_whose_offsets_hold(text: str) -> None:
    for report in reports(text):
        assert text[report.trigger_start : report.trigger_end] == report.trigger
        assert 0 <= report.start <= report.trigger_start < report.trigger_end <= report.end <= len(text)
        assert 0 <= report.confidence <= 1
        for claim in report.claims:
            assert text[claim.start : claim.end] == claim.phrase


def test_the_same_text_gives_the_same_reports() -> None:
    text = "\n\n".join(sentence for sentence, _ in cases("en")[:40])
    assert reports(text) == reports(text)
