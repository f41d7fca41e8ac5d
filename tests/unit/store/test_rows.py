"""Places and figures as short as they are clear."""

import pytest
from store_samples import CUENCA, QUITO

from store.event_words import figures_text, number_text, place_words
from store.records.event import Estimate
from store.records.place import Place
from store.rows import place_text


@pytest.mark.parametrize(
    ("estimate", "text"),
    [
        (Estimate(), ""),
        (Estimate(best=3), "3"),
        (Estimate(31, 31, 31), "31"),
        (Estimate(57, 57, None), "57+"),
        (Estimate(12, None, None), "12+"),
        (Estimate(14, 20, None), "14–20+"),
        (Estimate(31, None, 68), "31–68"),
        (Estimate(31, 40, 68), "31–68"),
        (Estimate(None, None, 5), "up to 5"),
        (Estimate(None, 3, 5), "3–5"),
        (Estimate(0, 0, 0), "0"),
    ],
)
def test_three_numbers_as_one_word(estimate: Estimate, text: str) -> None:
    assert number_text(estimate) == text


def test_a_place_names_nothing_twice_and_leaves_no_country_out() -> None:
    assert place_words(CUENCA) == "prison in Cuenca, Azuay, Ecuador"
    niamey = Place("NE", "Niger", "Niamey", "Niamey", "Nigerian embassy")
    assert place_words(niamey) == "Nigerian embassy, Niamey, Niger"
    assert place_words(Place("OM")) == "OM"


def test_figures_in_one_order() -> None:
    figures = {
        "devices": Estimate(1, 1, 1),
        "injured": Estimate(14, None, None),
        "killed": Estimate(2, 2, 2),
        "held": Estimate(),
    }
    assert figures_text(figures) == "2 killed, 14+ injured, 1 device"
    assert figures_text({"devices": Estimate(1, 1, None)}) == "1+ devices"


def test_the_nearest_place_and_its_country() -> None:
    places = (
        QUITO,
        CUENCA,
        Place("EC", "Ecuador", "Napo"),
        Place("EC", "Ecuador"),
        Place("", "", "", "", "a bridge"),
        Place(),
    )
    assert [place_text(place) for place in places] == ["Quito, EC", "Cuenca, EC", "Napo, EC", "Ecuador", "a bridge", ""]
