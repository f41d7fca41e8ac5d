"""Events that nothing dates, held between days by what they are told after and by what they are one of."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from importers.linking.corpus import build
from importers.run import analyse
from store.records.article import Article
from store.records.event import Event
from store.records.linking import CorpusSource, Timeline
from store.records.published import Published
from store.records.source import Source

FRIDAY = date(2023, 5, 12)
FREED = {
    "en": "Gunmen took 30 prison guards hostage in Machala on Monday. Soldiers stood before the gate. The governor "
    "said 12 of the guards had been released.",
    "es": "Hombres armados tomaron como rehenes a 30 guardias en Machala el lunes. Frente a la puerta había soldados. "
    "El gobernador dijo que 12 de los guardias habían sido liberados.",
}
SERIES = {
    "en": "Five car bombs exploded in Esmeraldas province within 48 hours, police said. The wave began with a car "
    "bomb in Atacames on Tuesday. Two more car bombs followed in Quininde.",
    "es": "Cinco coches bomba explotaron en la provincia de Esmeraldas en menos de 48 horas. Los ataques comenzaron "
    "con un coche bomba en Atacames el martes. Dos coches bomba más estallaron en Quinindé.",
}
MURDER = "Councillor Elena Rojas Prado was assassinated in Trujillo on Tuesday, police in Peru said."
SIEGE = (
    "Gunmen who oppose the new port tax took 61 port workers hostage in Callao on Thursday and set off two car bombs "
    "in Lima on Thursday. All 61 hostages had been freed, the navy said on Saturday."
)
SUMMARY = (
    "The navy has confirmed the release of 61 port workers who had been taken hostage in Callao by gunmen. In the span "
    "of 48 hours there have been five car bombs in the country.\n\nAn analyst called this wave of bombings, which "
    "began three weeks after the assassination of councillor Elena Rojas Prado, a message to the government. The "
    "bombings began with two car bombs in Lima. Two more car bombs followed in Huacho. Early on Friday, a car bomb "
    "damaged a bridge in Ica."
)
ARRESTS = {
    "en": "A bomb destroyed a pharmacy in Loja on Tuesday. Police arrested three men over the bombing.",
    "es": "Una bomba destruyó una farmacia en Loja el martes. La policía detuvo a tres hombres por el atentado.",
}


def source(text: str, language: str, published: date | None, number: int = 1) -> CorpusSource:
    data = text.encode()
    article = Article("a.txt", hashlib.sha256(data).hexdigest(), len(data), "text", "utf-8", text, language=language)
    read = analyse(article)
    reports = tuple(
        replace(report, id=1000 * number + at, source_id=number) for at, report in enumerate(read.reports, 1)
    )
    fixed = Published(published, published, f"{published}", "user", "stated") if published else None
    return CorpusSource(Source(number, article), read.expressions, reports, read.bounds, read.signature, fixed)


def timeline(text: str, language: str, published: date | None = FRIDAY) -> Timeline:
    return build([source(text, language, published)])


def events(text: str, language: str, published: date | None = FRIDAY) -> list[Event]:
    return [draft.event for draft in timeline(text, language, published).drafts]


def of_type(found: list[Event], name: str) -> Event:
    return next(event for event in found if event.sub_event_type == name)


@pytest.mark.parametrize("language", ["en", "es"])
def test_who_was_taken_is_freed_afterwards_and_before_it_is_told(language):
    freed = of_type(events(FREED[language], language), "hostage_release").when
    assert (freed.start, freed.end, freed.edtf) == (date(2023, 5, 8), FRIDAY, "[2023-05-08..2023-05-12]")
    assert [step for step in freed.chain if "not before" in step and "2023-05-08" in step]
    assert freed.chain[-1] == "told by 2023-05-12"


@pytest.mark.parametrize("language", ["en", "es"])
def test_an_arrest_comes_after_what_it_is_made_over(language):
    arrest = of_type(events(ARRESTS[language], language), "arrest").when
    assert (arrest.start, arrest.end) == (date(2023, 5, 9), FRIDAY)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_counted_into_48_hours_lies_within_them_and_after_what_they_began_with(language):
    found = {event.figures["devices"].best: event.when for event in events(SERIES[language], language) if event.figures}
    assert (found[2].start, found[2].end) == (date(2023, 5, 9), date(2023, 5, 11))
    assert (found[5].start, found[5].end) == (date(2023, 5, 9), date(2023, 5, 11))
    assert any("within 2 days" in step for step in found[2].chain)


def test_articles_without_a_day_are_dated_by_a_murder_three_weeks_before_and_by_their_weekdays():
    murder = source(MURDER, "en", date(2024, 4, 3))
    found = build([murder, source(SIEGE, "en", None, 2), source(SUMMARY, "en", None, 3)])
    days = {
        (event.sub_event_type, event.place.location): event.when.edtf for event in (one.event for one in found.drafts)
    }
    assert days["hostage_taking", "Callao"] == "2024-04-25", "the Thursday of the week three weeks after"
    assert days["car_bomb", "Lima"] == "2024-04-25"
    assert "Two car bombs in Lima" in [one.event.title for one in found.drafts]
    assert days["car_bomb", "Ica"] == "2024-04-26", "the Friday within 48 hours of that"
    assert days["car_bomb", "Huacho"] == "[2024-04-25..2024-04-26]"
    assert days["car_bomb", ""] == "[2024-04-25..2024-04-26]", "the five of the whole country"
    freed = next(one.event for one in found.drafts if one.event.sub_event_type == "hostage_release")
    assert freed.when.edtf == "2024-04-27", "the Saturday after they were taken"
    assert found.published[2].edtf == "[2024-04-27..2024-05-01]"
    assert found.published[3].edtf == "[2024-04-27..2024-05-02]"


def test_those_arrested_over_one_deed_in_one_number_are_the_same_whatever_they_are_called():
    told = (
        "Two car bombs exploded in Tulcán on 7 May 2024. Police detained nine suspects and searched a garage.",
        "A judge has ordered nine men to be held in custody over Tuesday's car bombs in Tulcán.",
        "Two car bombs exploded in Tulcán on Tuesday. Within hours, nine people were arrested.",
    )
    found = build([source(text, "en", date(2024, 5, 9), at) for at, text in enumerate(told, 1)])
    arrests = [one.event for one in found.drafts if one.event.sub_event_type == "arrest"]
    assert [(event.figures["arrested"].best, event.num_articles) for event in arrests] == [(9, 3)]
    assert [one.event.num_articles for one in found.drafts if one.event.sub_event_type == "car_bomb"] == [3]


def test_a_search_recalled_without_a_day_is_the_one_of_two_days_before():
    dated = source("Some 900 soldiers searched the prison of Ambato, Ecuador, on 7 May 2024.", "en", date(2024, 5, 8))
    recalled = (
        "Inmates took 12 guards hostage in Ambato on Wednesday in reply to the search of the prison of Ambato by 900 "
        "soldiers, police in Ecuador said."
    )
    found = build([dated, source(recalled, "en", date(2024, 5, 9), 2)])
    searches = [one.event for one in found.drafts if one.event.sub_event_type == "military_operation"]
    assert [(event.when.edtf, event.num_articles) for event in searches] == [("2024-05-07", 2)]


def test_an_article_that_opens_with_news_is_of_the_week_after_it():
    told = "The senate has condemned the murder of judge Ana Mora Salas, who was shot dead in Tacna."
    dated = source("Judge Ana Mora Salas was shot dead in Tacna, Peru, on 7 May 2024.", "en", date(2024, 5, 8), 1)
    assert build([dated, source(told, "en", None, 2)]).published[2].end is None
    news = "Gunmen have shot dead judge Ana Mora Salas in Tacna, Peru. Nobody was arrested."
    assert build([dated, source(news, "en", None, 2)]).published[2].edtf == "[2024-05-07..2024-05-14]"


def test_without_a_publication_day_or_long_afterwards_it_stays_undated():
    text = FREED["en"].replace("on Monday", "on 8 May 2023")
    assert not of_type(events(text, "en", None), "hostage_release").when.dated
    assert not of_type(events(text, "en", date(2024, 2, 1)), "hostage_release").when.dated


def test_news_goes_on_until_an_older_time_is_named():
    lead = "A bomb destroyed a shop on Tuesday. The street is closed.\n\nGunmen shot two men dead in Machala.\n\n"
    riot = "A prison riot left 12 dead."
    for between, dated in (("", True), ("In March a strike closed the port.\n\n", False)):
        found = events(lead + between + riot, "en")
        shot = of_type(found, "killing").when
        assert shot.edtf == "[2023-05-09..2023-05-12]"
        assert shot.chain[0] == "told on after news, with no day"
        assert of_type(found, "prison_riot").when.dated is dated


@pytest.mark.parametrize(("day", "edtf"), [("on Friday", "2023-05-12~"), ("yesterday", "2023-05-11~")])
def test_fresh_news_goes_on_in_the_day_named_last(day, edtf):
    text = f"A bomb destroyed a shop {day}. The street is closed.\n\nGunmen shot two men dead in Machala."
    shot = of_type(events(text, "en"), "killing").when
    assert (shot.edtf, shot.chain[0]) == (edtf, "told on after news of that day")


@pytest.mark.parametrize(
    ("host", "edtf"),
    [
        ("The mayor opened a school in Tena this morning.", "2023-05-12~"),
        ("The mayor opened a school in Tena on Tuesday.", "[2023-04-12..2023-05-12]"),
        ("The mayor said this morning that he will go.", "[2023-04-12..2023-05-12]"),
    ],
)
def test_other_news_of_today_is_the_day_of_a_deed_told_to_have_been_meanwhile(host, edtf):
    found = events(f"{host} It rained. Few came.\n\nMeanwhile, gunmen shot two men dead in Machala.", "en")
    assert of_type(found, "killing").when.edtf == edtf


@pytest.mark.parametrize(
    ("told", "dated"),
    [
        ("The mayors sang. Gunmen blew up a bridge in Machala. Police arrested four men.", True),
        ("The mayors sang. Police arrested four men in Machala.", False),
    ],
)
def test_an_arrest_recalls_a_deed_where_no_other_news_is_told_before_it(told, dated):
    found = events(f"Rain fell. Few came. {told}\n\nTwo judges were shot dead in Loja.", "en")
    assert of_type(found, "killing").when.dated is dated


def test_what_goes_on_is_of_the_day_it_is_told_and_so_is_what_is_told_next():
    opening = "The mayors met. It rained. Few came.\n\n"
    shelling = "Rebels are shelling a school in Machala, and three pupils are dead. "
    found = events(f"{opening}{shelling}A judge was shot dead in Loja.", "en")
    assert of_type(found, "shelling").when.edtf == "2023-05-12~"
    assert of_type(found, "killing").when.edtf == "2023-05-12"
    found = events(f"{opening}Rebels are holding 12 guards hostage in Machala.", "en")
    assert of_type(found, "hostage_taking").when.edtf == "[2023-04-12..2023-05-12]"


def test_every_report_says_the_day_that_its_article_says_elsewhere():
    text = "A judge was killed in Loja this week.\n\nIt rained. Ana Vera, the judge, was killed on Tuesday."
    assert [when.edtf for when in timeline(text, "en").whens.values()] == ["2023-05-09", "2023-05-09"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Police said on Tuesday that gunmen shot two men dead in Machala.", "[2023-05-03..2023-05-09]"),
        ("Police said on Friday that two men were shot dead in Loja. The killing took place on Monday.", "2023-05-08"),
        ("The mayors met. It rained. Few came.\n\nGunmen shot two men dead in Loja.", "[2023-04-12..2023-05-12]"),
    ],
)
def test_the_telling_is_no_day_of_the_deed_but_bounds_it(text, days):
    assert of_type(events(text, "en"), "killing").when.edtf == days


@pytest.mark.parametrize(
    "text",
    [
        "A court sentenced Luis Vera to 20 years on Tuesday. It met for an hour.\n\nVera shot a judge in Machala.",
        "The president spoke of the murder of six priests in Loja.",
        "Soldiers arrested the men who had kidnapped a banker in Loja.",
    ],
)
def test_what_is_recalled_is_no_news_of_the_week(text):
    deeds = [event for event in events(text, "en") if event.event_type == "Violence against civilians"]
    assert deeds
    assert not any(event.when.dated for event in deeds)


@pytest.mark.parametrize(
    ("when", "where", "day"),
    [
        ("At 0245 GMT on Tuesday", "Guayaquil", 8),
        ("At 1445 GMT on Tuesday", "Guayaquil", 9),
        ("At 02:45 on Tuesday", "Guayaquil", 9),
        ("At 2230 GMT on Tuesday", "Manila", 10),
        ("At 2230 GMT on Tuesday", "Lisbon", 9),
    ],
)
def test_a_day_told_as_greenwich_counts_it_is_that_of_the_place(when: str, where: str, day: int) -> None:
    (event,) = events(f"{when}, gunmen opened fire in a bar in {where}, killing two people.", "en")
    assert event.when.start == event.when.end == date(2023, 5, day)


@pytest.mark.parametrize(
    ("text", "language", "kind", "days"),
    [
        ("A curfew has been in force in Loja since Tuesday.", "en", "state_of_emergency", (9, 9)),
        ("Doce mineros permanecen secuestrados desde el martes en Loja.", "es", "abduction", (9, 9)),
        ("Gunmen have killed six traders in Loja since Tuesday.", "en", "killing", (9, 12)),
    ],
)
def test_what_lasts_since_a_day_began_on_it_and_what_adds_up_did_not(text, language, kind, days):
    (event,) = events(text, language)
    assert event.sub_event_type == kind
    assert (event.when.start.day, event.when.end.day) == days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Flags flew at half-mast in Odesa on Thursday, two days after drones hit a hotel there.", date(2023, 5, 9)),
        ("On Thursday shops stayed shut in Odesa, a day after drones hit a hotel there.", date(2023, 5, 10)),
        ("Flags flew at half-mast in Odesa, two days after drones hit a hotel there.", None),
        ("Flags flew on Monday and on Thursday in Odesa, two days after drones hit a hotel there.", None),
    ],
)
def test_what_a_sentence_counts_from_is_dated_by_the_only_day_that_it_names(text: str, day: date | None) -> None:
    (event,) = events(text, "en")
    assert event.when.start == day
