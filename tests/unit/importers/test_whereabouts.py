"""Where an event happened whose own sentence does not say it."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article


def places(text: str, language: str = "en", dateline: str = "") -> list[tuple[str, str]]:
    """Type and town (else country) of each report of an article."""
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language, dateline_place=dateline)
    found = extract(article, find(text, language))
    return [(one.sub_event_type, one.place.location or one.place.country) for one in found if not one.candidate]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Fear has come back to Machala. Early on Friday gunmen shot two bakers dead.", "en"),
        ("Hay miedo en Machala, Ecuador. El viernes unos sicarios mataron a dos panaderos.", "es"),
    ],
)
def test_a_place_named_just_before_is_the_scene(text: str, language: str) -> None:
    assert places(text, language)[-1] == ("killing", "Machala")


def test_the_only_town_of_an_article_is_the_scene() -> None:
    text = (
        "A bomb wrecked a bakery on Friday.\n\nThe owner wept. The mayor promised help.\n\n"
        "Rain fell all morning in Machala, in southern Ecuador, and nobody opened shop."
    )
    assert places(text) == [("explosive_device", "Machala")]
    assert places(f"{text} In Quito the markets were full.") == [("explosive_device", "EC")]


def test_what_is_decided_for_a_country_is_not_of_the_scene() -> None:
    text = "Gunmen shot two bakers dead in Machala. The president of Ecuador declared a state of emergency on Friday."
    assert places(text) == [("killing", "Machala"), ("state_of_emergency", "EC")]


def test_an_address_needs_no_town_where_the_article_was_written() -> None:
    text = "A bomb exploded on Friday outside a bakery on Olmedo street. Ecuador is tired."
    assert places(text, dateline="Machala, Ecuador") == [("explosive_device", "Machala")]
    assert places(text.replace(" on Olmedo street", ""), dateline="Machala, Ecuador") == [("explosive_device", "EC")]


def test_a_site_that_a_town_has_one_of_is_in_the_one_where_the_article_was_written() -> None:
    text = "A bomb exploded on Friday at the cathedral. Ecuador is tired."
    assert places(text, dateline="Machala, Ecuador") == [("explosive_device", "Machala")]
    assert places(text.replace("the", "a"), dateline="Machala, Ecuador") == [("explosive_device", "EC")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Peru's president condemned the assassination of the Ecuadorian minister Ana Mora.", "en"),
        ("El gobierno del Perú condenó que hubieran asesinado al ministro ecuatoriano Luis Mora.", "es"),
    ],
)
def test_who_holds_an_office_is_at_home_if_nothing_says_where(text: str, language: str) -> None:
    assert places(text, language)[-1][1] == "EC"


def test_where_the_victims_are_from_is_not_where_it_happened() -> None:
    text = "Two bakers from Quito were shot dead near Arcatuna, in El Oro province, police in Ecuador said."
    assert places(text) == [("killing", "Arcatuna")]


def test_where_it_is_said_is_not_where_it_happened() -> None:
    text = "A spokesman said in Quito that two miners were killed on Friday. In Guayaquil, Ecuador, people are tired."
    assert places(text) == [("killing", "EC")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rain fell in Machala. Inmates have taken nine guards hostage in three prisons of Ecuador.", "en"),
        ("Llovió en Machala, Ecuador. Los presos mantienen a nueve guardias como rehenes en tres cárceles.", "es"),
    ],
)
def test_what_is_told_of_several_sites_is_not_of_one_town(text: str, language: str) -> None:
    assert ("hostage_taking", "EC") in places(text, language)
    one = text.replace("three prisons of Ecuador", "a prison").replace("tres cárceles", "una cárcel")
    assert ("hostage_taking", "Machala") in places(one, language)


def test_where_a_speaker_is_from_is_not_where_it_happened() -> None:
    text = (
        "Three bombs exploded in Ecuador on Friday. Amid these attacks, Ana Luna, the mayor of Loja, "
        "reported that two guards had been freed in Machala."
    )
    assert ("explosive_device", "Loja") not in places(text)


@pytest.mark.parametrize(
    ("text", "language", "site"),
    [
        (
            "The president declared a state of emergency in Guayas and Manabí provinces, in Ecuador, on Friday.",
            "en",
            "Guayas and Manabí provinces",
        ),
        ("Tres bombas estallaron el viernes en Quito, Loja y Manta, en Ecuador.", "es", "Quito, Loja y Manta"),
    ],
)
def test_several_places_are_none_of_them(text: str, language: str, site: str) -> None:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    place = next(iter(extract(article, find(text, language)))).place
    assert (place.country, place.admin1, place.location, place.site) == ("EC", "", "", site)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Two engineers, kidnapped nine days ago in Tena, were freed by the army in Loja.", "en"),
        ("A rancher kidnapped on 9 May in Tena was freed on Monday in Loja.", "en"),
        ("Dos personas, secuestradas hace cinco días en Tena, fueron liberadas el lunes en Loja.", "es"),
    ],
)
def test_what_describes_the_subject_has_a_place_of_its_own(text: str, language: str) -> None:
    found = dict(places(f"{text} Ecuador.", language))
    assert found.pop("abduction") == "Tena"
    assert set(found.values()) == {"Loja"}


def test_those_who_tell_of_it_are_where_it_happened_if_no_place_is_told() -> None:
    assert places("Police in Machala, Ecuador, said that gunmen had shot a baker dead.") == [("killing", "Machala")]
    assert places("In Machala, Ecuador, police said gunmen had shot a baker dead.") == [("killing", "Machala")]
    text = "Police in Machala, Ecuador, said that gunmen had shot a baker dead in Loja."
    assert places(text) == [("killing", "Loja")]


def test_where_people_come_from_is_not_where_it_happened() -> None:
    text = "Gunmen shot two monks from Spain dead on Friday. The ambassador to Italy wept in Machala, Ecuador."
    assert places(text) == [("killing", "Machala")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen shot two bakers dead in Cariamanga, 60 km south of Loja, in Ecuador.", "en"),
        ("Gunmen shot two bakers dead 5 kilometers outside Loja in Cariamanga, in Ecuador.", "en"),
        ("Unos sicarios mataron a dos panaderos en Cariamanga, a 60 kilómetros de Loja, en Ecuador.", "es"),
    ],
)
def test_a_town_that_only_a_distance_is_told_from_is_not_the_place(text: str, language: str) -> None:
    assert places(text, language) == [("killing", "Cariamanga")]


def test_no_guess_goes_against_the_place_that_another_sentence_states() -> None:
    text = (
        "Spain mourns the four nuns who were shot dead in Machala, Ecuador.\n\nSpain sent a plane. All Spain wept. "
        "The nuns were shot dead by gunmen. Spain will not rest, and all Spain prays."
    )
    assert {town for _, town in places(text)} <= {"Machala", "EC"}


def test_a_director_of_a_university_is_not_where_it_is() -> None:
    text = (
        "A Vienna University professor wept. Gunmen shot two bakers dead in Ecuador, a Guayaquil prison director said."
    )
    assert places(text) == [("killing", "EC")]


def test_a_quarter_with_a_small_word_in_its_name() -> None:
    text = "Hombres armados asesinaron a cinco personas en el barrio Nueva Esperanza, en Guayaquil, Ecuador."
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="es")
    place = extract(article, find(text, "es"))[0].place
    assert (place.location, place.site) == ("Guayaquil", "barrio Nueva Esperanza")
