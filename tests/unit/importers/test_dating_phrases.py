"""Every kind of time phrase: what is found, and the days it means as read on Sunday 3 September 2023."""

from datetime import date

import pytest

from importers.dating.expressions import find
from importers.dating.kinds import from_publication
from importers.dating.resolve import resolve

READ_ON = date(2023, 9, 3)


def read(text: str, language: str = "en", day: date | None = READ_ON) -> list[tuple[str, str, str]]:
    """(phrase, TIMEX3 value, EDTF) of each time phrase of a text."""
    expressions = find(text, language)
    found = resolve(expressions, (day, day) if day else None)
    return [(timex.text, timex.value, timex.when.edtf) for timex in found]


@pytest.mark.parametrize(
    ("text", "phrase", "value", "edtf"),
    [
        # full dates, in every order newspapers use
        ("It began on 31 August 2023.", "31 August 2023", "2023-08-31", "2023-08-31"),
        ("It began on Thursday, Aug. 31, 2023.", "Thursday, Aug. 31, 2023", "2023-08-31", "2023-08-31"),
        ("Filed 8/31/2023 in court", "8/31/2023", "2023-08-31", "2023-08-31"),
        ("Filed 2023-08-31 in court", "2023-08-31", "2023-08-31", "2023-08-31"),
        ("LIMA, 8 FEB 90 (EFE)", "8 FEB 90", "1990-02-08", "1990-02-08"),
        ("Bombs went off between 1310 and 1350.", "between 1310 and 1350", "2023-09-03T13:10", "2023-09-03"),
        # partial ones follow the tense
        ("He was shot on the 9th of August.", "the 9th of August", "2023-08-09", "2023-08-09"),
        ("The vote will be held on October 15.", "October 15", "2023-10-15", "2023-10-15"),
        ("The vote was held on October 15.", "October 15", "2023-10-15", "2023-10-15"),
        ("They were freed in July.", "July", "2023-07", "2023-07"),
        ("In July, 20 miners were freed.", "July", "2023-07", "2023-07"),
        ("In July three miners were freed.", "July", "2023-07", "2023-07"),
        ("On July three, he was freed.", "July three", "2023-07-03", "2023-07-03"),
        ("They were freed in the last days of July.", "the last days of July", "2023-07", "2023-07-21/2023-07-31"),
        ("They were freed in the first days of July.", "the first days of July", "2023-07", "2023-07-01/2023-07-10"),
        ("It lasts from 1800 in the evening.", "1800", "2023-09-03T18:00", "2023-09-03"),
        ("On July, 20, they were freed.", "July, 20", "2023-07-20", "2023-07-20"),
        ("They will meet in July.", "July", "2024-07", "2024-07"),
        # weekdays: the day itself or one of the six before it, unless the verb looks ahead
        ("They came early on Friday.", "early on Friday", "2023-09-01", "2023-09-01"),
        ("Police said Sunday that all was calm.", "Sunday", "2023-09-03", "2023-09-03"),
        ("He will testify on Tuesday.", "Tuesday", "2023-09-05", "2023-09-05"),
        ("It broke out Thursday night.", "Thursday night", "2023-08-31TNI", "2023-08-31"),
        ("He left last Sunday.", "last Sunday", "2023-08-27", "2023-08-27"),
        # months, seasons, quarters, halves, years, decades, centuries
        ("It was built in the winter of 2021.", "the winter of 2021", "2021-WI", "2021-12/2022-02"),
        ("Profit fell in the second quarter.", "the second quarter", "2023-Q2", "2023-04/2023-06"),
        ("Crime rose in the first half of 2022.", "the first half of 2022", "2022-H1", "2022-01/2022-06"),
        ("He fled in 2019.", "2019", "2019", "2019"),
        ("He fled in the late 1980s.", "the late 1980s", "198", "1987/1989"),
        ("A fort of the 18th century.", "the 18th century", "17", "1700/1799"),
        ("It opened in nineteen ninety-six.", "nineteen ninety-six", "1996", "1996"),
        # relative ones
        ("He fled yesterday.", "yesterday", "2023-09-02", "2023-09-02"),
        ("He fled three days ago.", "three days ago", "2023-08-31", "2023-08-31"),
        ("He fled three weeks ago.", "three weeks ago", "2023-W32", "2023-08-13~"),
        ("He fled four years ago.", "four years ago", "2019", "2019"),
        ("He fled last week.", "last week", "2023-W34", "2023-08-21/2023-08-27"),
        ("They vote in two weeks.", "two weeks", "2023-W37", "2023-09-17~"),
        ("He fled overnight.", "overnight", "2023-09-03TNI", "2023-09-02/2023-09-03"),
        ("He fled during the night.", "during the night", "2023-09-03TNI", "2023-09-02/2023-09-03"),
        ("He fled overnight Friday.", "overnight Friday", "2023-09-01TNI", "2023-09-01"),
        ("He fled overnight on August 3.", "overnight on August 3", "2023-08-03TNI", "2023-08-03"),
        ("He fled overnight into Saturday.", "overnight into Saturday", "2023-09-02TNI", "2023-09-01/2023-09-02"),
        (
            "He fled overnight from Friday to Saturday.",
            "overnight from Friday to Saturday",
            "",
            "2023-09-01/2023-09-02",
        ),
        ("He fled during the night of 31 August.", "the night of 31 August", "2023-08-31TNI", "2023-08-31"),
        ("Over the weekend he fled.", "the weekend", "2023-W35-WE", "2023-09-02/2023-09-03"),
        ("He fled several years ago.", "several years ago", "PAST_REF", "[2011-09-03..2020-09-03]"),
        # early, mid, late
        ("It began in early August.", "early August", "2023-08", "2023-08-01/2023-08-10"),
        ("It began in mid-August.", "mid-August", "2023-08", "2023-08-11/2023-08-20"),
        ("It began at the end of last month.", "the end of last month", "2023-08", "2023-08-21/2023-08-31"),
        ("It began in the first week of August.", "the first week of August", "2023-W31", "2023-07-31/2023-08-06"),
        # stretches
        ("Bombs went off between Aug. 31 and Sept. 2.", "between Aug. 31 and Sept. 2", "", "2023-08-31/2023-09-02"),
        ("Bombs went off Aug. 31-Sept. 2.", "Aug. 31-Sept. 2", "", "2023-08-31/2023-09-02"),
        ("It ran from 2 to 7 April 2022.", "from 2 to 7 April 2022", "", "2022-04-02/2022-04-07"),
        ("Over 400 have died since 2021.", "2021", "2021", "2021-01-01/2023-09-03"),
        ("It happened before August 20.", "August 20", "2023-08-20", "../2023-08-19"),
        # parts of the day and clock times
        ("It went off at 5 a.m. on Saturday.", "5 a.m. on Saturday", "2023-09-02T05:00", "2023-09-02"),
        ("It went off on Saturday at 22:15.", "Saturday at 22:15", "2023-09-02T22:15", "2023-09-02"),
        ("THE ATTACK CAME AT 1545 GMT TODAY.", "1545 GMT TODAY", "2023-09-03T15:45", "2023-09-03"),
        # holidays
        ("In August, 13 inmates escaped.", "August", "2023-08", "2023-08"),
        ("They met on August, 13, 2021.", "August, 13, 2021", "2021-08-13", "2021-08-13"),
        ("He was killed on Good Friday.", "Good Friday", "2023-04-07", "2023-04-07"),
        ("He was killed on Christmas Eve.", "Christmas Eve", "2022-12-24", "2022-12-24"),
        # durations, sets and vague times, as what they are
        ("They were held for over a day.", "over a day", "P1D", ""),
        ("They were held for 36 hours.", "36 hours", "PT36H", ""),
        ("He was jailed for 2 1/2 years.", "2 1/2 years", "P2Y6M", ""),
        ("Ten died in the past 24 hours.", "the past 24 hours", "PT24H", "2023-09-02/2023-09-03"),
        ("They pray every Friday.", "every Friday", "XXXX-WXX-5", ""),
        ("They vote every four years.", "every four years", "P4Y", ""),
        ("It is calm now.", "now", "PRESENT_REF", ""),
        ("It has recently been calm.", "recently", "PAST_REF", ""),
    ],
)
def test_english(text: str, phrase: str, value: str, edtf: str) -> None:
    assert (phrase, value, edtf) in read(text)


@pytest.mark.parametrize(
    ("text", "phrase", "value", "edtf"),
    [
        ("Empezó el 31 de agosto de 2023.", "el 31 de agosto de 2023", "2023-08-31", "2023-08-31"),
        ("Fue asesinado el 9 de agosto.", "el 9 de agosto", "2023-08-09", "2023-08-09"),
        ("La votación se realizará el 15 de octubre.", "el 15 de octubre", "2023-10-15", "2023-10-15"),
        ("Firmado el 31/08/2023 en Quito", "el 31/08/2023", "2023-08-31", "2023-08-31"),
        ("Murió en los últimos días de julio.", "los últimos días de julio", "2023-07", "2023-07-21/2023-07-31"),
        ("Ocurrió el jueves.", "el jueves", "2023-08-31", "2023-08-31"),
        ("Estalló en una comisaría el jueves.", "el jueves", "2023-08-31", "2023-08-31"),
        ("Comenzaría el jueves.", "el jueves", "2023-09-07", "2023-09-07"),
        ("Ocurrió el pasado jueves.", "el pasado jueves", "2023-08-31", "2023-08-31"),
        ("Declarará el martes.", "el martes", "2023-09-05", "2023-09-05"),
        ("Ocurrió hace tres días.", "hace tres días", "2023-08-31", "2023-08-31"),
        ("Ocurrió hace tres semanas.", "hace tres semanas", "2023-W32", "2023-08-13~"),
        ("Ocurrió hace apenas tres semanas.", "hace apenas tres semanas", "2023-W32", "2023-08-13~"),
        ("Ocurrió anoche.", "anoche", "2023-09-02TNI", "2023-09-02"),
        ("Ocurrió durante la noche.", "durante la noche", "2023-09-03TNI", "2023-09-02/2023-09-03"),
        ("Ocurrió en las últimas horas.", "las últimas horas", "PTXH", "2023-09-03~"),
        ("Ocurrió la madrugada del jueves.", "la madrugada del jueves", "2023-08-31TMO", "2023-08-31"),
        ("Volverá mañana.", "mañana", "2023-09-04", "2023-09-04"),
        ("Ocurrió por la mañana del sábado.", "la mañana del sábado", "2023-09-02TMO", "2023-09-02"),
        ("Ocurrió a principios de agosto.", "a principios de agosto", "2023-08", "2023-08-01/2023-08-10"),
        ("Ocurrió entre el 2 y el 7 de abril.", "entre el 2 y el 7 de abril", "", "2023-04-02/2023-04-07"),
        ("Huyó en los años 90.", "los años 90", "199", "1990/1999"),
        ("Un fuerte del siglo XVIII.", "siglo XVIII", "17", "1700/1799"),
        ("Estuvo preso durante 48 horas.", "48 horas", "PT48H", ""),
        ("Se reúnen cada viernes.", "cada viernes", "XXXX-WXX-5", ""),
        ("Ahora hay calma.", "Ahora", "PRESENT_REF", ""),
        ("Más de 400 murieron desde 2021.", "2021", "2021", "2021-01-01/2023-09-03"),
    ],
)
def test_spanish(text: str, phrase: str, value: str, edtf: str) -> None:
    assert (phrase, value, edtf) in read(text, "es")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("They may march on the palace, and sat down a second time in the fall of the city.", "en"),
        ("THE CROWD MAY MARCH AGAIN. SAT DOWN.", "en"),
        ("Some 1500 people paid $1999 for 2000 seats; 44-year-old Juan, 12, won 3-2.", "en"),
        ("A man in his 30s and a woman in her late forties were stabbed.", "en"),
        ("The 19 April Movement met at 14 Second Street.", "en"),
        ("Rebels hit a UH-1H helicopter above Olmedo street, No. 1978.", "en"),
        ("En la avenida 9 de Octubre había 1500 policías y más de 2000 personas.", "es"),
        ("Somos un sector segundo, un cuarto de libra.", "es"),
        ("El ministro Julio Vera visitó a Domingo Paz.", "es"),
        ("Las Madres de Plaza de Mayo marcharon con “El Mayo”.", "es"),
    ],
)
def test_what_only_looks_like_a_time_is_not_found(text: str, language: str) -> None:
    assert read(text, language) == []


def test_the_narrative_carries_on() -> None:
    text = (
        "He was shot on August 9. The next day a curfew began; two weeks later it was lifted. Later that year he died."
    )
    assert [value for _, value, _ in read(text)] == ["2023-08-09", "2023-08-10", "2023-W34", "2023"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("9:40 pm He is stable.\n\n8:15 He was shot on Sunday.\n\n18:10 Shots were heard.", "en"),
        ("21:40 Sigue grave.\n\n20:15 Lo balearon el domingo.\n\n18:10 Se oyen disparos.", "es"),
    ],
)
def test_the_entries_of_a_live_page_are_of_the_day_it_was_published(text: str, language: str) -> None:
    days = [edtf for phrase, _, edtf in read(text, language, date(2023, 9, 6)) if ":" in phrase]
    assert days == ["2023-09-06"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "On Sunday he woke at 7:40.\n\nHe left at 8:15.\n\nAt 9:10 he was shot.",
        "Sunday 3 September 2023\n\n9:40 Two men were shot.\n\n8:15 He was shot.",
        "7:30 He left.\n\n8:30 He came.\n\nSunday 3 September 2023\n\n9:40 Two were shot.\n\n8:15 He was shot.",
    ],
)
def test_a_time_of_day_in_prose_or_under_a_date_is_of_the_day_told_of_last(text: str) -> None:
    days = [edtf for phrase, _, edtf in read(text, day=date(2023, 9, 6)) if ":" in phrase]
    assert days[-1] == "2023-09-03"


def test_a_year_earlier_is_the_period_the_report_is_about() -> None:
    text = "In the second quarter exports fell 9 percent from a year earlier."
    assert [value for _, value, _ in read(text)] == ["2023-Q2", "2022-Q2"]


def test_what_is_later_is_counted_from_what_was_told_and_never_from_the_publication() -> None:
    assert [edtf for phrase, _, edtf in read("He was freed three days later.") if phrase == "three days later"] == [""]
    found = {phrase: edtf for phrase, _, edtf in read("He was seized on 9 May 2023 and freed three days later.")}
    assert found["three days later"] == "2023-05-12"


def test_other_languages_give_full_dates_only() -> None:
    assert read("Le 31 août 2023, mars et mai; sat.", "fr") == [("31 août 2023", "2023-08-31", "2023-08-31")]
    assert read("Am 3. März 2024 in Bonn.", "de") == [("3. März 2024", "2024-03-03", "2024-03-03")]


@pytest.mark.parametrize(
    ("phrase", "alone"), [("on Thursday", True), ("last week", True), ("at 08:45", False), ("in 2019", False)]
)
def test_a_bare_time_of_day_is_of_the_day_told_of_and_not_found_from_the_publication_alone(
    phrase: str, alone: bool
) -> None:
    (found,) = find(f"The bomb went off {phrase}.", "en")
    assert from_publication(found) is alone


@pytest.mark.parametrize(
    ("text", "language", "phrase", "edtf"),
    [
        ("Three Fridays ago he fled.", "en", "Three Fridays ago", "2023-08-18"),
        ("He fled on the Friday before last.", "en", "the Friday before last", "2023-08-25"),
        ("In the early morning of the 14th, he fled.", "en", "early morning of the 14th", "2023-08-14"),
        ("Huyó hace dos viernes.", "es", "hace dos viernes", "2023-08-25"),
        ("Huyó el viernes antepasado.", "es", "el viernes antepasado", "2023-08-25"),
        ("Huyó la semana antepasada.", "es", "la semana antepasada", "2023-08-14/2023-08-20"),
        ("Hoy hace ocho días huyó.", "es", "Hoy hace ocho días", "2023-08-26"),
        ("El preso del día 14 huyó.", "es", "día 14", "2023-08-14"),
        ("Huyó el pasado 14.", "es", "el pasado 14", "2023-08-14"),
        ("Huyó el 14 pasado.", "es", "el 14 pasado", "2023-08-14"),
        # A number of others, too.
        ("He fled in the 14th round.", "en", "", ""),
        ("Huyeron los pasados 14 presos.", "es", "", ""),
    ],
)
def test_days_counted_back_by_their_names_and_numbers(text: str, language: str, phrase: str, edtf: str) -> None:
    assert [(said, when) for said, _, when in read(text, language)] == ([(phrase, edtf)] if phrase else [])
