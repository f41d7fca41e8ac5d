"""Resolving against an unknown, bounded or known publication day, and through the events phrases hang on."""

import os
import string
import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from importers.dating.expressions import find
from importers.dating.resolve import counted_back, resolve
from store.records.timex import Timex
from store.records.when import When


def one(text: str, reference: tuple[date, date] | None, language: str = "en") -> Timex:
    (timex,) = resolve(find(text, language), reference)
    return timex


def on(day: str) -> tuple[date, date]:
    return date.fromisoformat(day), date.fromisoformat(day)


def test_a_weekday_is_exact_where_all_possible_days_agree() -> None:
    timex = one("It began on Thursday.", (date(2023, 9, 2), date(2023, 9, 4)))
    assert (timex.value, timex.when.start, timex.when.end) == ("2023-08-31", date(2023, 8, 31), date(2023, 8, 31))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("On Sunday a shop burned. Its owner had left on Thursday. That same Sunday a bus was hit.", "en"),
        ("El domingo ardió una tienda. El dueño se fue el jueves. Ese mismo domingo quemaron un bus.", "es"),
    ],
)
def test_that_same_sunday_is_the_sunday_told_of(text: str, language: str) -> None:
    first, _, same = resolve(find(text, language), on("2025-06-10"))
    assert first.value == same.value == "2025-06-08"


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("Teachers will march this Saturday.", "en", "2025-06-07"),
        ("Police arrested two men this Thursday.", "en", "2025-06-05"),
        ("Drivers called a strike for Thursday.", "en", "2025-06-12"),
        ("Drivers have called a strike at all depots from Thursday to protest against fares.", "en", "2025-06-12"),
        ("He was jailed for Thursday's bombing.", "en", "2025-06-05"),
        ("Los choferes acordaron un paro para este jueves.", "es", "2025-06-12"),
        ("La policía detuvo este jueves a dos hombres.", "es", "2025-06-05"),
        ("Trabajó para el alcalde el jueves.", "es", "2025-06-05"),
        ("Detuvieron a un hombre que será juzgado el jueves.", "es", "2025-06-12"),
        ("Lo soltaron tras ser juzgado el jueves.", "es", "2025-06-05"),
        ("A court will hear the man whose arrest on Thursday sparked riots.", "en", "2025-06-05"),
        ("The mayor will meet the men who on Thursday blocked the road.", "en", "2025-06-05"),
        ("The mayor, who was hurt, will leave on Thursday.", "en", "2025-06-12"),
        ("Un tribunal oirá al hombre cuya detención el jueves causó disturbios.", "es", "2025-06-05"),
        ("El gremio anunció que el jueves marchará hacia Lima.", "es", "2025-06-12"),
        ("On Wednesday a judge ordered them to leave.", "en", "2025-06-04"),
        ("A judge ordered them to leave on Wednesday.", "en", "2025-06-11"),
    ],
)
def test_what_is_called_for_a_weekday_is_ahead(text: str, language: str, value: str) -> None:
    (timex,) = resolve(find(text, language), on("2025-06-06"))
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("Two were shot on Tuesday. The raid, ordered by a judge on Monday, failed. They died that night.", "en", 1),
        ("Two were shot on Tuesday. A judge was hurt by a bomb on Monday. They died that night.", "en", 31),
        ("Dos murieron el martes. El traslado, ordenado por un juez el lunes, falló. Huyeron esa noche.", "es", 1),
        ("They met on Tuesday at the inn, where a man died last Friday. They drank that night.", "en", 1),
        ("He was shot on Tuesday and taken to a ward, where he died on Wednesday. They wept that night.", "en", 2),
        ("Se reunieron el martes en el bar, donde un hombre murió el domingo. Bebieron esa noche.", "es", 1),
    ],
)
def test_the_day_of_an_aside_does_not_move_the_telling(text: str, language: str, day: int) -> None:
    *_, night = resolve(find(text, language), on("2022-11-03"))
    assert night.when.start is not None
    assert night.when.start.day == day


def test_the_night_before_is_counted_from_the_day_told_of() -> None:
    text = "Police stopped a taxi on Tuesday. A bomb had gone off the night before."
    assert resolve(find(text, "en"), on("2025-06-06"))[-1].when.start == date(2025, 6, 2)


def test_hours_later_are_counted_from_a_day_and_from_no_year_named_since() -> None:
    text = "A car blew up on Wednesday. The mayor blamed foes of the 2016 accord. Hours later, a bomb was found."
    assert resolve(find(text, "en"), on("2025-03-12"))[-1].when.start == date(2025, 3, 12)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Nine years ago today, a bomb went off.", "2016-06-06"),
        ("A bomb went off a month ago yesterday.", "2025-05-05"),
        ("A bomb went off at noon today, 5 June.", "2025-06-05"),
        ("A bomb went off in the past few hours.", "2025-06-06~"),
        ("Two bombs went off in recent hours.", "2025-06-06~"),
        ("A bomb went off in the past 12 hours.", "2025-06-05/2025-06-06"),
    ],
)
def test_amounts_up_to_a_day_of_publication(text: str, edtf: str) -> None:
    assert one(text, on("2025-06-06")).when.edtf == edtf


def test_otherwise_it_is_the_hull() -> None:
    timex = one("It began on Thursday.", (date(2023, 8, 29), date(2023, 9, 4)))
    assert timex.value == ""
    assert (timex.when.edtf, timex.when.precision) == ("[2023-08-24..2023-08-31]", 4)


def test_without_a_publication_day_only_absolute_phrases_resolve() -> None:
    text = "On Thursday, a day after May 3, 2021, he left; two days later he was back, as last year."
    values = [(timex.text, timex.value) for timex in resolve(find(text, "en"), None)]
    assert values == [
        ("Thursday", ""),
        ("a day after May 3, 2021", "2021-05-04"),
        ("two days later", "2021-05-06"),
        ("last year", ""),
    ]


@pytest.mark.parametrize(
    ("text", "event", "phrase", "code", "precision"),
    [
        (
            "It began three weeks after the assassination of Ana Mora.",
            "the assassination of Ana Mora",
            "three weeks",
            "2023-08-30~",
            3,
        ),
        ("It began two days before the vote.", "the vote", "two days", "2023-08-07", 1),
        ("They left the day after the raid.", "the raid", "the day", "2023-08-10", 1),
        (
            "Guards were seized hours after soldiers raided the prison.",
            "soldiers raided the prison",
            "hours",
            "2023-08-09~",
            1,
        ),
    ],
)
def test_phrases_that_hang_on_an_event(text: str, event: str, phrase: str, code: str, precision: int) -> None:
    (expression,) = find(text, "en")
    assert expression.text == phrase
    assert expression.anchor
    assert text[expression.anchor.start : expression.anchor.end] == event
    (alone,) = resolve([expression], on("2023-09-03"))
    assert not alone.when.dated
    day = date(2023, 8, 9)
    (timex,) = resolve([expression], None, anchors={expression.anchor: When(day, day, "2023-08-09", 1)})
    assert (timex.when.edtf, timex.when.precision) == (code, precision)
    assert any("2023-08-09" in step for step in timex.when.chain)


def test_an_anchor_in_spanish() -> None:
    text = "Estalló tres semanas después del asesinato de Ana Mora."
    (expression,) = find(text, "es")
    assert expression.anchor
    assert text[expression.anchor.start : expression.anchor.end] == "asesinato de Ana Mora"


def test_the_chain_tells_people_how() -> None:
    timex = one("It began on Thursday.", on("2023-09-02"))
    assert timex.when.chain == ('"Thursday"', "published 2023-09-02", "past tense: the Thursday on or before")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("at noon on 9 August 2023", 0),
        ("on 9 August 2023", 1),
        ("from 9 to 12 August 2023", 2),
        ("in the first week of August 2023", 3),
        ("in August 2023", 4),
        ("in 2023", 5),
        ("in the 1990s", 9),
    ],
)
def test_precision_is_ucdp_s(text: str, precision: int) -> None:
    assert one(text, None).when.precision == precision


WORDS = """
the a last next this every two 3 31 2023 1990s 9/1/2023 Friday May march Sept. second week weeks months year
ago later before after early late end of since until between and from to - – , . ; ( ) night noon 5 p.m. 10:30
quarter half decade centuries overnight yesterday now recently following previous first 21st o'clock 's Feb 29
hace tres días el pasado jueves mañana del siglo XX desde hasta principios de mes semana que viene 99999 30
June
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
TEXTS = st.text(max_size=200) | st.lists(PIECES, max_size=40).map(" ".join) | st.text(string.printable, max_size=120)


@settings(max_examples=300)
@given(TEXTS, st.sampled_from(["en", "es", "fr", ""]), st.none() | st.tuples(st.dates(), st.integers(0, 400)))
@example("Feb 29", "en", (date(2023, 3, 1), 0))
@example("in 9999 years, 3,000 years ago", "en", (date(1, 1, 1), 5))
@example("two centuries before the 1990s, two seasons after the vote", "en", None)
def test_any_text_is_read(text: str, language: str, days: tuple[date, int] | None) -> None:
    reference = None
    if days is not None:
        reference = (days[0], days[0] + timedelta(days=min(days[1], (date.max - days[0]).days)))
    expressions = find(text, language)
    found = resolve(expressions, reference)
    assert len(found) == len(expressions)
    at = 0
    for expression, timex in zip(expressions, found, strict=True):
        assert at <= expression.start < expression.end
        at = expression.end
        assert text[expression.start : expression.end] == expression.text == timex.text
        assert (timex.start, timex.end, timex.type) == (expression.start, expression.end, expression.type)
        when = timex.when
        if when.start and when.end:
            assert when.start <= when.end
        assert bool(when.edtf) == when.dated


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/Guayaquil"])
@pytest.mark.parametrize("today", [date(1999, 12, 31), date(2031, 2, 28)])
def test_the_clock_time_zone_and_locale_play_no_part(zone: str, today: date, monkeypatch: pytest.MonkeyPatch) -> None:
    moment = time.mktime(today.timetuple())
    monkeypatch.setattr(time, "time", lambda: moment)
    monkeypatch.setenv("TZ", zone)
    monkeypatch.setenv("LANG", "es_EC.UTF-8")
    time.tzset()
    try:
        text = "On Friday at 9 p.m., two weeks after 3 May 2021, and 31 agosto 2023; in March and last winter."
        found = resolve(find(text, "en"), on("2023-09-03"))
        assert [timex.value for timex in found] == [
            "2023-09-01T21:00", "2021-05-17", "2023", "2023-03", "2022-WI",
        ]  # fmt: skip
        assert resolve(find("le 31 août 2023", "fr"), None)[0].value == "2023-08-31"
    finally:
        os.environ["TZ"] = "UTC"
        time.tzset()


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Shooting began around 2100 and lasted an hour.", "around 2100", "2023-12-15T21:00"),
        ("The blast occurred around 1800 hours near a bank.", "1800", "2023-12-15T18:00"),
        ("A curfew between 1800 and 0600 was declared.", "between 1800 and 0600", "2023-12-15T18:00"),
        ("The works date from between 1800 and 1900.", "between 1800 and 1900", ""),
        ("They shelled it between 1300 and 1800 on Friday.", "between 1300 and 1800 on Friday", "2023-12-15T13:00"),
        ("The town was founded around 1900.", "around 1900", "1900"),
        ("Much has changed since 9/11 in the city.", "9/11", "2001-09-11"),
        ("He could not be reached on Friday.", "Friday", "2023-12-15"),
        ("Voters go to the polls on Sunday.", "Sunday", "2023-12-17"),
        ("Nothing is left of it since the 16 November attack.", "the 16 November", "2023-11-16"),
        ("A guard was killed two nights ago.", "two nights ago", "2023-12-13"),
        ("A guard was killed the night before last.", "the night before last", "2023-12-13TNI"),
    ],
)
def test_clock_times_as_armies_write_them_and_days_that_are_names(text: str, phrase: str, value: str) -> None:
    found = {timex.text: timex.value for timex in resolve(find(text, "en"), on("2023-12-15"))}
    assert found[phrase] == value


def test_the_next_days_of_a_tale_are_counted_from_what_was_told() -> None:
    text = "A car bomb exploded on Tuesday. Over the next 48 hours two more exploded."
    when = resolve(find(text, "en"), on("2023-12-20"))[1].when
    assert (when.start, when.end) == (date(2023, 12, 19), date(2023, 12, 21))


def test_days_after_a_month_told_of_are_not_counted_from_a_day_told_before_it() -> None:
    text = "He was shot on Monday. In March 2022 he was kidnapped; he was freed three days later."
    whens = {timex.text: timex.when for timex in resolve(find(text, "en"), on("2023-08-31"))}
    assert (whens["three days later"].start, whens["three days later"].end) == (date(2022, 3, 1), date(2022, 3, 31))


def test_some_days_after_a_month_told_of_are_a_window_from_that_month_on() -> None:
    text = "He was shot on Monday. In March 2022 he was kidnapped, and freed days later."
    whens = {timex.text: timex.when for timex in resolve(find(text, "en"), on("2023-08-31"))}
    assert (whens["days later"].start, whens["days later"].end) == (date(2022, 3, 4), date(2022, 4, 12))


def test_months_after_some_day_of_a_year_are_no_months_from_now() -> None:
    text = "A nurse who was kidnapped in 2022 was freed months later."
    whens = {timex.text: timex.when for timex in resolve(find(text, "en"), on("2024-06-20"))}
    assert (whens["months later"].start, whens["months later"].end) == (date(2022, 4, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They came two days after 280 students had been seized.", "en"),
        ("Llegaron dos días después de que 280 alumnos fueran secuestrados.", "es"),
    ],
)
def test_what_an_amount_hangs_on_is_dated_by_what_came_after_it(text: str, language: str) -> None:
    (expression,) = (one for one in find(text, language) if one.anchor is not None)
    day = date(2024, 3, 9)
    when = counted_back(expression, When(day, day, "2024-03-09", 1, ("said",)))
    assert (when.start, when.end) == (date(2024, 3, 7), date(2024, 3, 7))


def test_days_after_some_day_of_a_week_are_that_week_moved_on() -> None:
    text = "A nurse was kidnapped last week. She was freed two days later."
    whens = {timex.text: timex.when for timex in resolve(find(text, "en"), on("2024-06-20"))}
    assert (whens["two days later"].start, whens["two days later"].end) == (date(2024, 6, 12), date(2024, 6, 18))


@pytest.mark.parametrize(
    ("text", "language", "phrase", "value"),
    [
        ("Two were shot on Monday, police said on Wednesday. A day earlier a bus burned.", "en", "A day earlier", 16),
        (
            "Two were shot on Monday. Police said so on Wednesday. A day earlier a bus burned.",
            "en",
            "A day earlier",
            18,
        ),
        ("Two were shot the previous day, police said on Wednesday.", "en", "the previous day", 18),
        ("Murieron el lunes, informó este miércoles la Policía. Un día antes ardió un bus.", "es", "Un día antes", 16),
    ],
)
def test_the_telling_goes_on_from_the_deed_and_not_from_the_day_of_the_news(
    text: str, language: str, phrase: str, value: int
) -> None:
    found = {timex.text: timex.when.start for timex in resolve(find(text, language), on("2024-06-20"))}
    assert found[phrase] == date(2024, 6, value)


@pytest.mark.parametrize(
    ("heading", "value"), [("April 6", "2026-04-06"), ("December 20", "2026-12-20"), ("October 28", "2026-10-28")]
)
def test_a_date_without_a_verb_is_over_but_for_one_that_comes_soon(heading: str, value: str) -> None:
    (timex,) = resolve(find(f"{heading}: Market burns in Loja", "en"), on("2026-11-10"))
    assert timex.value == value
