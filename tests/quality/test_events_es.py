"""Spanish events: any text is read without harm. The floor under its sentences is test_events.py's."""

from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report

SENTENCES = Path(__file__).parent / "data" / "events_es.txt"
WORDS = (
    "se lo los la las le que no ha había fueron fue será habría permanecen resultaron heridos muertos detenidos detuvo "
    "mató asesinaron explotó secuestrados rehenes guías presos policía Policía Quito de del al a por con contra frente "
    "tras según cuando y , . ; : « » ( ) ¿ ? un una dos 57 2.200 unos más menos coche bomba toma estado excepción "
    "liberándolos dijo negó el lunes 9 agosto también hayan MUEREN segunda vuelta otros"
)


def reports(text: str) -> tuple[Report, ...]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    return extract(article, find(text, "es"))


@settings(max_examples=60)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=50).map(" ".join))
@example("lo detuvo")
def test_any_spanish_text_gives_reports_whose_offsets_hold(text: str) -> None:
    for report in reports(text):
        assert text[report.trigger_start : report.trigger_end] == report.trigger
        assert 0 <= report.start <= report.trigger_start < report.trigger_end <= report.end <= len(text)
        for claim in report.claims:
            assert text[claim.start : claim.end] == claim.phrase


def test_the_floor_stands_on_a_hundred_sentences_and_on_every_kind_of_trap() -> None:
    rows = [line for line in SENTENCES.read_text(encoding="utf-8").splitlines() if " => " in line]
    assert len(rows) >= 100
    assert sum(row.endswith(" => -") for row in rows) >= 15
    assert {"happened", "ongoing", "planned", "denied"} <= {word for row in rows for word in row.split()}
