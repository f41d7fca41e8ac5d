"""What stands in a text, looked up by where it stands."""

from importers.linking.textindex import TextIndex
from store.records.span import Span

SPANS = [Span(40, 60), Span(0, 10), Span(2, 8), Span(10, 35), Span(41, 42)]
INDEX = TextIndex((span, span) for span in SPANS)


def test_all_that_a_stretch_holds_is_found_and_nothing_that_only_overlaps_it() -> None:
    assert INDEX.within(Span(1, 41)) == [Span(2, 8), Span(10, 35)]
    assert INDEX.within(Span(41, 42)) == [Span(41, 42)]
    assert INDEX.within(Span(3, 8)) == []


def test_all_that_holds_a_stretch_is_found_however_much_begins_between() -> None:
    assert INDEX.around(Span(4, 6)) == [Span(0, 10), Span(2, 8)]
    assert INDEX.around(Span(55, 60)) == [Span(40, 60)]
    assert INDEX.around(Span(9, 11)) == []


def test_what_begins_before_comes_nearest_first_and_no_farther_back_than_asked() -> None:
    assert list(INDEX.before(40, 100)) == [Span(10, 35), Span(2, 8), Span(0, 10)]
    assert list(INDEX.before(40, 35)) == [Span(10, 35)]
    assert list(TextIndex[str]([]).before(40, 35)) == []
