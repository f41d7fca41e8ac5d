"""What people decide of reports, in linking: joined before all evidence, and never joined, also not by a third."""

from importers.linking.corpus import build
from store.records.linking import CorpusSource, Decisions
from tests.unit.importers.linking_samples import CUENCA, QUITO, report, source, stated

BOMB = "A car bomb exploded at the Miraflores market in Quito on Tuesday, killing 12 people."
AGAIN = "On Tuesday 12 people were killed when a car bomb exploded at the Miraflores market in Quito."
THIRD = "The car bomb that exploded at the Miraflores market in Quito on Tuesday killed 12 people."
OTHER = "A car bomb exploded in Cuenca on Wednesday and killed 3 people."


def corpus(*texts: str) -> tuple[CorpusSource, ...]:
    found = []
    for number, text in enumerate(texts, 1):
        place = CUENCA if "Cuenca" in text else QUITO
        killed = "3 people" if "3 people" in text else "12 people"
        found.append(
            source(number, text, [report(text, "exploded", "car_bomb", place, killed=killed)], stated("2023-03-08"))
        )
    return tuple(found)


def groups(
    sources: tuple[CorpusSource, ...], *together: frozenset[int], apart: frozenset[tuple[int, int]] = frozenset()
):
    return {draft.members for draft in build(sources, Decisions(together, apart)).drafts}


def test_what_a_person_joined_is_one_event_whatever_excludes_it():
    sources = corpus(BOMB, OTHER)
    assert groups(sources) == {(100,), (200,)}
    assert groups(sources, frozenset({100, 200})) == {(100, 200)}
    (draft,) = build(sources, Decisions((frozenset({100, 200}),))).drafts
    assert {"place", "killed"} <= set(draft.event.disputed), "that sources differ is still said"


def test_what_a_person_keeps_apart_is_joined_by_no_third_report():
    sources = corpus(BOMB, AGAIN, THIRD)
    assert groups(sources) == {(100, 200, 300)}
    found = groups(sources, apart=frozenset({(100, 200)}))
    assert not any(100 in members and 200 in members for members in found)
    assert not build(sources, Decisions(apart=frozenset({(100, 200), (100, 300), (200, 300)}))).likely


def test_one_article_can_be_told_apart_where_extraction_took_it_for_one_happening():
    text = "A car bomb exploded in Quito on Tuesday. It killed 12 people when it exploded in the market."
    first, second = "A car bomb exploded", "it exploded"
    told = [
        report(text, first, "car_bomb", QUITO, cluster=1),
        report(text, second, "car_bomb", QUITO, killed="12 people", cluster=1),
    ]
    sources = (source(1, text, told, stated("2023-03-08")),)
    assert groups(sources) == {(100, 101)}
    assert groups(sources, apart=frozenset({(100, 101)})) == {(100,), (101,)}


def test_decisions_on_reports_that_are_no_more_say_nothing():
    sources = corpus(BOMB, AGAIN)
    assert groups(sources, frozenset({100, 900}), apart=frozenset({(200, 901)})) == {(100, 200)}
