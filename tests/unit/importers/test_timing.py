"""Which time phrase of its sentence dates an event."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article


def phrases(text: str, language: str = "en") -> dict[str, str]:
    """Trigger -> the time phrase that dates it, and by what if not by its own clause."""
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return {
        report.trigger: (text[report.time.start : report.time.end] if report.time else "")
        + ("" if report.time_basis in ("", "own") else f" ({report.time_basis})")
        for report in extract(article, find(text, language))
    }


@pytest.mark.parametrize(
    ("text", "trigger", "phrase"),
    [
        ("Most left after the 6 November assassination of two judges.", "assassination", "the 6 November"),
        ("Most left after the 6 November school bombing.", "bombing", "the 6 November"),
        ("Two nuns were killed in Loja in the 1941 border war.", "killed", "1941"),
        ("An officer who fought in the 1941 border war was shot dead in Loja.", "shot", ""),
        ("The strike hit a clinic in Loja on Monday, officials said on Tuesday.", "strike", "Monday"),
        ("On Monday the mayor regretted the attack on a clinic in Loja.", "attack", ""),
        ("A clerk was shot dead in a gunfight in which two guards were wounded on 9 May.", "gunfight", "9 May"),
        ("Men robbed a truck loaded with rice in Loja on 9 May.", "robbed", "9 May"),
        ("Men robbed a shop located behind a market on 9 May.", "robbed", "9 May"),
        ("Men robbed a truck bought on 9 May.", "robbed", ""),
        ("Two men were arrested in connection with the burning of a bank in Loja last year.", "arrested", ""),
        ("Two men were arrested in connection with the burning of a bank in Loja last year.", "burning", "last year"),
        ("Two men were arrested in Loja last year in connection with the burning of a bank.", "arrested", "last year"),
        ("Nurses have died, most recently last May when Ana Vera was shot dead.", "shot", "last May"),
        ("Ana Vera was shot dead most recently.", "shot", "most recently"),
        ("Friday's attack on the barracks killed two soldiers.", "killed", "Friday"),
        ("He blamed them for the murders of two priests, their cook and a girl on 9 May.", "murders", "9 May"),
        ("They condemned the massacre of six monks carried out in Loja on 9 May.", "massacre", "9 May"),
        ("They took credit for a bomb attack that left two boys injured on 9 May.", "bomb", "9 May"),
        ("Two women were shot and their bodies thrown into a river on Tuesday.", "shot", "Tuesday"),
        ("The seat was empty since 9 May, when Luis Vera was shot dead.", "shot", "9 May"),
        ("Ana Vera was murdered today by gunmen, said a doctor at the hospital.", "murdered", "today"),
        ("Rebels blew up a pipeline in the past few hours.", "blew", "the past few hours"),
        ("The army on Monday denied responsibility for the murder of two nuns and blamed rebels.", "murder", ""),
        ("Police on Monday foiled a bomb attack on a church.", "bomb", "Monday"),
        ("Ana Vera was kidnapped on Monday by men who killed her guard.", "killed", "Monday"),
        ("Ana Vera was kidnapped on Monday by men who had killed her guard.", "killed", ""),
        ("A man accused of killing his wife was arrested in Loja on Monday.", "killing", ""),
        ("Two bombs went off early on Monday at a bank in Loja.", "went", "early on Monday"),
        ("The bombs that went on Monday were not his; a car blew up last night in Loja.", "blew", "last night"),
        ("Gunmen attacked a school located near the port on Monday.", "attacked", "Monday"),
        ("The president declared a curfew and decided to close the schools on Monday.", "curfew", ""),
        ("Police said on Tuesday that two bombs exploded in Loja.", "exploded", "Tuesday (reported)"),
        ("Two guards were shot in Loja, police said on Tuesday.", "shot", "Tuesday (reported)"),
        ("Police said on Tuesday that two guards have been killed in Loja.", "killed", "Tuesday (reported)"),
        ("The bodies of three miners who had been kidnapped on 9 May were found today.", "kidnapped", "9 May"),
        ("A rancher kidnapped 20 days ago in Loja was freed on Monday.", "kidnapped", "20 days ago"),
        ("A rancher kidnapped 20 days ago in Loja was freed on Monday.", "freed", "Monday"),
        ("Police have been deployed in Loja, where a shrine was built in 1992.", "deployed", ""),
        ("Three clerks were shot in the hall where rebels had met on 9 May.", "shot", ""),
        ("Three clerks were shot in the hall where rebels stormed a feast on Monday.", "shot", "Monday"),
        ("The uprising, which began at 1100 (1600 GMT) on 9 May, left ten dead.", "uprising", "9 May"),
        ("Following the riot on 9 May in Loja, police arrested six men.", "riot", "9 May"),
        ("Rebels killed two in the worst attack in Loja since May 2001.", "killed", ""),
        ("Rebels killed two on Friday in one of the worst attacks in Loja since 2001.", "killed", "Friday"),
        ("Rebels have killed two in Loja since Monday.", "killed", "Monday"),
        ("It was the first raid since 2016, when gunmen stormed a hotel and killed ten guests.", "killed", "2016"),
        ("On Monday, two guards who worked at the bank were shot dead.", "shot", "Monday"),
        ("Two guards were shot dead in Loja, Ecuador on Monday.", "shot", "Monday"),
        ("Two guards were shot dead on 9 May ahead of elections in Loja.", "shot", "9 May"),
        ("Two guards were shot dead on 9 May in Loja, where a vote will be held.", "shot", "9 May"),
        ("Gunmen shot two guards overnight Monday in Loja.", "shot", "overnight Monday"),
        (
            "Gunmen shot two guards in Chontal, a farming village near Loja early on Monday, police said.",
            "shot",
            "early on Monday",
        ),
        ("Gunmen shot two guards and Luis Vera, mayor of Loja in 1984, at a bank.", "shot", ""),
        ("On Monday, a mayor who had taken office five days earlier was shot dead.", "shot", "Monday"),
        ("A group of men dressed as monks on 9 May kidnapped an engineer.", "kidnapped", "9 May"),
        ("The captain was extradited to the United States on 9 May.", "extradited", "9 May"),
        ("All got worse on 9 May, when the rebels launched their offensive.", "offensive", "9 May"),
        ("Five judges have been killed during the last six months.", "killed", "the last six months"),
        ("The men who shot the mayor today took a judge hostage.", "took", "today"),
        ("A curfew was declared on Monday, the day after the attack on the barracks.", "attack", ""),
        ("A curfew was declared on Monday, the day after the attack on the barracks on 9 May.", "attack", "9 May"),
        ("Gunmen shot two guards in Loja before dawn, police said on Saturday.", "shot", "Saturday (reported)"),
        ("Police on Monday showed two men who said that gunmen had shot a judge.", "shot", "Monday (reported)"),
        ("He was sentenced on Monday to 20 years for killing a priest.", "sentenced", "Monday"),
        ("Ana Vera was shot to death on 9 May by men who broke into her flat.", "shot", "9 May"),
        ("On 9 May a boat carrying nine nuns capsized near Loja.", "capsized", "9 May"),
        ("They are accused of the 9 May attack in which a bomb exploded in Loja.", "exploded", "the 9 May"),
        ("He left after the murder of six nuns by men wearing hoods on 9 May.", "murder", "9 May"),
        ("As the station has already reported, on 9 May a bus was blown up in Loja.", "blown", "9 May"),
        ("After police freed two men, on Friday gunmen killed a judge in Loja.", "killed", "Friday"),
        ("A bomb exploded in Loja, two days after the murder of Ana Vera.", "exploded", "two days"),
        ("A bomb exploded in Loja on 9 May, two days after the murder of Ana Vera.", "murder", ""),
        ("Two days after gunmen killed a judge on Sunday, a bomb exploded in Loja.", "killed", "Sunday"),
        ("Gunmen burned a school in Loja two days after Sunday's murder of a judge.", "burned", "two days"),
        ("Gunmen burned a school in Loja two days after Sunday's murder of a judge.", "murder", "Sunday"),
        ("Officials raised the toll from a blast in Loja to 39 on Sunday.", "blast", ""),
        ("The death toll from a blast in Loja rose to 39 on Sunday.", "blast", ""),
        ("The death toll from a blast in Loja on Friday rose to 39 on Sunday.", "blast", "Friday"),
        ("The riot that broke out on 9 May left ten inmates dead.", "riot", "9 May"),
        ("A bomb that went off on Friday killed nine people in Loja.", "went", "Friday"),
        (
            "The Blue Front on Sunday claimed responsibility for a bombing that killed two in Loja on 9 May.",
            "bombing",
            "9 May",
        ),
        ("The Blue Front claimed responsibility for a bombing in Loja on 9 May.", "bombing", "9 May"),
        ("The Blue Front claimed the ambush on 9 May.", "ambush", ""),
        ("The Blue Front claimed the ambush on 9 May.", "claimed", "9 May"),
        ("On Sunday the Blue Front claimed the ambush on 9 May.", "ambush", "9 May"),
        ("Gunmen on Friday carried out an attack that killed two guards in Loja.", "killed", "Friday"),
        ("On 9 May, from 1710 to 2250, gunmen attacked a barracks.", "attacked", "9 May, from 1710 to 2250"),
        ("A jury convicted Luis Paz of killing two women on 9 May.", "convicted", ""),
        ("A jury convicted Luis Paz of killing two women on 9 May.", "killing", "9 May"),
        ("A jury convicted Luis Paz on 9 May of killing two women.", "convicted", "9 May"),
        ("Luis Paz was late on Monday charged with killing two women.", "charged", "late on Monday"),
        ("Two nurses were killed in Monday's mayhem in Loja.", "killed", "Monday"),
    ],
)
def test_the_time_of_its_noun_its_clause_or_the_saying(text, trigger, phrase):
    assert phrases(text)[trigger] == phrase


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Gunmen killed a judge on his way to Monday's hearing.", "killed"),
        ("The prosecutor said on Friday that the murder of six priests had been solved.", "murder"),
        ("The president admitted on Monday that soldiers shot two boys.", "shot"),
        ("Gunmen robbed a train that carried cash for Christmas bonuses.", "robbed"),
        ("The rebels rejected the 1991 constitution and killed two judges.", "killed"),
        ("The group, founded in the early 1970s, seized an embassy and took two envoys hostage.", "took"),
        ("After police arrested a gang leader on Friday, a car bomb exploded in Loja.", "exploded"),
        ("More than 20 judges have been murdered since the war began in 1981.", "murdered"),
        ("The family said on Monday that the men who kidnapped the banker want money.", "kidnapped"),
        ("The president spoke on Tuesday of the murder of six priests.", "murder"),
        ("Talks were set for 9 May, but after the murder of two envoys the rebels stayed away.", "murder"),
        ("The murder of Luis Vera, mayor of the town in 1984, shocked them all.", "murder"),
        ("Following the riot on 9 May in Loja, police arrested six men.", "arrested"),
        ("Three officers were acquitted on Monday of the murder of a student.", "murder"),
        ("Police said they had arrested four men over an attack on a wake in which nine died on Friday.", "arrested"),
        ("A court on Tuesday convicted two men of the kidnapping of a banker.", "kidnapping"),
        ("Three men were acquitted on Monday of killing a priest in Loja.", "killing"),
        ("The guards came back from the burning of five buses by rebels on Monday and were shot dead.", "shot"),
        ('A group that calls itself the "9 May" brigade blew up a bridge.', "blew"),
        ("A man was shot dead in the 27 September neighborhood.", "shot"),
        ("A man was shot dead in Loja ahead of elections on 9 May.", "shot"),
        ("A man was shot dead in Loja, where a vote will be held on 9 May.", "shot"),
        ("The Blue Front claimed responsibility on Sunday for a bombing in Loja.", "bombing"),
        ("The president on Tuesday condemned an attack that killed two guards in Loja.", "killed"),
        ("Gunmen took 15 pupils early Saturday, two days after 280 students were seized in Kaduna.", "seized"),
        ("A court on Monday found Luis Paz, 34, guilty of the murder of a nurse.", "murder"),
        ("A nurse was shot dead on her way to Monday's mayhem in Loja.", "shot"),
        ("Luis Paz pleaded guilty on Monday to the murder of a nurse.", "murder"),
        ("On Monday Luis Paz admitted killing a nurse.", "killing"),
        ("Luis Paz came before a judge on Monday accused of killing a nurse.", "killing"),
        ("The man behind the murder of a nurse was shot dead in Loja on Monday.", "murder"),
        ("The leader of the kidnapping and the murder of a nurse was arrested on Monday.", "murder"),
    ],
)
def test_the_time_of_something_else_dates_nothing(text, trigger):
    assert phrases(text)[trigger] == ""


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Gunmen shot two guards in Loja. It happened on Monday night.", "en", "Monday night (frame)"),
        ("Gunmen shot two guards in Loja. It rained on Monday night.", "en", ""),
        ("Gunmen shot two guards in Loja. The vote took place on Monday night.", "en", ""),
        (
            "Pistoleros mataron a dos guardias en Loja. Ocurrió el lunes por la noche.",
            "es",
            "el lunes por la noche (frame)",
        ),
    ],
)
def test_the_sentence_behind_may_only_say_when_it_happened(text: str, language: str, phrase: str) -> None:
    assert next(iter(phrases(text, language).values())) == phrase


def test_spanish():
    text = "Tras el asesinato de dos jueces, la policía detuvo el martes a un hombre."
    assert phrases(text, "es") == {"asesinato": "", "detuvo": "el martes"}
    text = "La policía detuvo el viernes a dos hombres por el asesinato de un cura."
    assert phrases(text, "es") == {"detuvo": "el viernes", "asesinato": ""}
    text = "Tras el motín del 9 de mayo, la policía detuvo a un hombre."
    assert phrases(text, "es") == {"motín": "9 de mayo", "detuvo": ""}
    text = "El Frente Azul reivindicó el martes un atentado que mató a dos guardias el 9 de mayo en Loja."
    assert phrases(text, "es")["mató"] == "el 9 de mayo"
    text = "El Frente Azul reivindicó el atentado del 9 de mayo en Loja, que mató a dos guardias."
    assert phrases(text, "es")["mató"] == "9 de mayo"
    text = "El 9 de mayo pistoleros mataron a dos guardias."
    assert phrases(text, "es")["mataron"] == "El 9 de mayo"
    text = "La explosión, que destruyó un puente, ocurrió en Loja, Ecuador el 9 de mayo."
    assert phrases(text, "es")["explosión"] == "el 9 de mayo"
    text = "Una bomba estalló en la casa de Ana Mora, alcaldesa de Loja desde el 9 de mayo."
    assert phrases(text, "es")["estalló"] == ""


def test_only_what_had_been_is_of_a_time_before() -> None:
    def asserted(text: str, language: str = "en") -> bool:
        article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
        return extract(article, find(text, language))[0].asserted

    assert asserted("The mayor of Tena has been shot dead.")
    assert not asserted("The mayor of Tena had been shot dead.")
    assert asserted("El alcalde de Tena ha sido asesinado.", "es")
    assert not asserted("El alcalde de Tena había sido asesinado.", "es")


@pytest.mark.parametrize(
    "text",
    [
        "Two guards were killed by a bomb in Tena.",
        "Police reported that three rebels have died in a clash with soldiers in Tena.",
        "Gunmen managed to shoot a guard in Tena.",
    ],
)
def test_what_came_of_it_and_what_was_managed_are_asserted(text) -> None:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    assert any(report.asserted for report in extract(article, find(text, "en")))


@pytest.mark.parametrize(
    ("headline", "language", "news"),
    [
        ("Man held in murder of judge", "en", False),
        ("Man questioned over murder of judge", "en", False),
        ("Man held over weekend, police report murder of judge", "en", True),
        ("Police report murder of judge", "en", True),
        ("Capturan a un hombre por el asesinato de un juez", "es", False),
        ("La policía reporta el asesinato de un juez", "es", True),
    ],
)
def test_what_somebody_is_held_for_is_no_news_of_a_headline(headline: str, language: str, news: bool) -> None:
    text = f"{headline}\n\n" + ("The man lives in Loja." if language == "en" else "El hombre vive en Loja.")
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, title=headline, language=language)
    murders = [one for one in extract(article, find(text, language)) if one.sub_event_type == "killing"]
    assert [one.asserted for one in murders[:1]] == [news]


def test_what_is_told_next_is_told_in_the_day_named_last() -> None:
    attack = "A bomb damaged a bank in Loja on Friday. "
    for between, basis in (
        ("The street is closed.", "Friday (scene)"),
        ("The mayor spoke of it on Sunday, police said on Monday.", "Friday (scene)"),
        ("Those freed had been seized on Monday by gunmen.", "Friday (scene)"),
        ("It rained. " * 8, ""),
    ):
        assert phrases(f"{attack}{between}\n\nTwo shops were set on fire.")["set"] == basis


def test_a_deed_told_right_after_something_of_today_is_of_today() -> None:
    for day, between, basis in (
        ("today", "", "today (scene)"),
        ("on Friday", "", ""),
        ("today", "It rained. Few came. ", ""),
    ):
        text = f"The town went into mourning {day}. {between}Its mayor was shot dead in the park."
        assert phrases(text)["shot"] == basis


@pytest.mark.parametrize(
    "recalling",
    [
        "Police arrested three men on Friday over the killing of a mayor.",
        "A court sentenced two men to 20 years on Friday for murder.",
        "Hundreds marched on Friday in memory of a murdered leader.",
    ],
)
def test_what_is_recalled_is_not_of_the_day_of_an_arrest_a_trial_or_a_march(recalling) -> None:
    assert phrases(f"{recalling} Luis Vera was shot dead by gunmen in Loja.")["shot"] == ""


def test_bombings_in_general_are_of_no_day_told() -> None:
    text = "All were freed on Friday, ending a standoff that drew bombings in four provinces.\n\n"
    assert phrases(f"{text}Two shops were set on fire.")["set"] == ""


def test_a_release_is_not_told_in_the_day_of_the_kidnapping() -> None:
    text = "Three teachers were freed on Friday in Loja. The three met the press.\n\nGunmen had taken them to a cave. "
    assert phrases(text + "Men in hoods kidnapped them at their hotel.")["kidnapped"] == ""


CHRONICLE = """Forty days of protest in Loja

2 March 2026

{first}Farmers block the road to Machala. Police arrest nine people.

{second}Two guards are shot in Catacocha.

{third}Masked men burn the town hall on the eve of the talks.
"""


def test_what_an_entry_of_a_chronicle_tells_is_of_its_day() -> None:
    days = {"block": "20 January", "arrest": "20 January", "shot": "4 February", "burn": "1 March"}
    inline = CHRONICLE.format(first="20 January. ", second="4 February: ", third="1 March – ")
    above = CHRONICLE.format(first="20 January\n\n", second="4 February\n\n", third="1 March\n\n")
    for text in (inline, above):
        assert days.items() <= phrases(text).items()


def test_an_entry_may_open_with_a_place_behind_its_date_or_with_a_stamp() -> None:
    days = {"block": "20 January", "arrest": "20 January", "shot": "4 February", "burn": "1 March"}
    placed = CHRONICLE.format(first="20 January, Loja. ", second="4 February, Loja (Ecuador): ", third="- 1 March: ")
    assert days.items() <= phrases(placed).items()
    stamps = CHRONICLE.format(first="[20.01.2026 07:12]\n", second="[04.02.2026 11:00]\n", third="[01.03.2026 09:30]\n")
    assert phrases(stamps)["shot"] == "04.02.2026 11:00"
    # What goes on with a sentence is no heading.
    spoken = CHRONICLE.format(first="20 January, in Loja. ", second="4 February, he says. ", third="1 March, it is. ")
    assert not any(phrases(spoken).values())


def test_what_an_entry_of_a_live_page_tells_is_of_its_hour() -> None:
    page = (
        "9:40 It is cold. Two nuns were shot in Loja.\n\n8:15 The bridge is shut.\n\n6:10 A clerk was killed on Sunday."
    )
    assert phrases(page) == {"shot": "9:40", "killed": "Sunday"}
    # Two are no page.
    assert phrases(page.replace("8:15 The", "The"))["shot"] != "9:40"


def test_a_text_with_one_date_on_a_line_is_no_chronicle() -> None:
    assert not any(phrases(CHRONICLE.format(first="", second="", third="")).values())


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("Los transportistas acatan hoy viernes un paro de 24 horas en Loja.", "es", "paro"),
        ("On Monday masked men burn a bus in Loja.", "en", "burn"),
    ],
)
def test_the_present_beside_a_weekday_tells_news_and_not_a_habit(text, language, trigger) -> None:
    assert phrases(text, language)[trigger]
    assert phrases(text.replace("hoy viernes ", "").replace("On Monday m", "M"), language) == {}


def test_a_sentence_of_two_days_hands_on_neither() -> None:
    one = "In Loja, gunmen burned a bus on Thursday. In Cuenca, two guards were shot."
    two = "In Loja, gunmen burned a bus on Thursday and kidnapped a judge on Friday. In Cuenca, two guards were shot."
    assert phrases(one)["shot"] == "Thursday (frame)"
    assert "frame" not in phrases(two)["shot"]


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("Rebels entered the town of Loja on Monday.", "Monday (frame)"),
        ("Rebels discussed the town of Loja on Monday.", ""),
    ],
)
def test_what_those_did_who_came_was_on_the_day_they_came(before: str, phrase: str) -> None:
    assert phrases(f"{before} They killed two nurses.")["killed"] == phrase


@pytest.mark.parametrize(
    ("opening", "phrase"),
    [
        ("In one of the deadliest attacks this year, rebels killed six nurses in Loja on Monday", "Monday"),
        ("In the third attack this year, rebels killed six nurses in Loja on Monday", "Monday"),
        ("In the third attack on Monday, rebels killed six nurses in Loja", "Monday"),
        ("In an attack this year, rebels killed six nurses in Loja", "this year"),
    ],
)
def test_the_time_of_a_row_of_deeds_is_not_that_of_one_of_them(opening: str, phrase: str) -> None:
    assert phrases(f"{opening}.")["killed"] == phrase


def test_what_ends_the_words_of_a_deed_is_no_apposition() -> None:
    assert phrases("A man took Ana Mora, 34, hostage in Loja on Monday.")["took"] == "Monday"
    assert phrases("A man killed Ana Mora, mayor of Loja in 1984.")["killed"] == ""


@pytest.mark.parametrize(
    ("text", "language", "phrase"),
    [
        ("Two men died in riots in Loja on Monday that recalled last year's protests.", "en", "Monday"),
        ("Two men died in last year's riots in Loja.", "en", "last year"),
        ("Dos hombres murieron el lunes en disturbios que recordaron las protestas del año pasado.", "es", "lunes"),
    ],
)
def test_a_day_says_more_than_the_year_of_what_a_deed_is_likened_to(text: str, language: str, phrase: str) -> None:
    assert [told for told in phrases(text, language).values() if told.removeprefix("el ") == phrase]


@pytest.mark.parametrize(
    ("text", "language", "trigger", "phrase"),
    [
        ("According to press reports today, Ana Mora was shot dead in Loja.", "en", "shot", "today (reported)"),
        ("Today Ana Mora was shot dead in Loja, according to press reports.", "en", "shot", "Today"),
        ("Según informes de hoy, Ana Mora fue asesinada en Loja.", "es", "asesinada", "hoy (reported)"),
        ("Según la policía, hoy fue asesinada Ana Mora en Loja.", "es", "asesinada", "hoy"),
    ],
)
def test_the_day_of_a_source_is_not_that_of_the_deed(text: str, language: str, trigger: str, phrase: str) -> None:
    assert phrases(text, language)[trigger] == phrase


@pytest.mark.parametrize(
    ("text", "language", "trigger"),
    [
        ("On Monday, while police searched a house, a bomb killed two men in Loja.", "en", "killed"),
        ("El lunes, mientras la policía registraba una casa, una bomba mató a dos hombres en Loja.", "es", "mató"),
    ],
)
def test_a_day_that_opens_a_sentence_is_that_of_its_main_clause(text: str, language: str, trigger: str) -> None:
    assert phrases(text, language)[trigger].lower() in {"monday", "lunes", "el lunes"}
    two = text.replace("On Monday, while", "On Monday, after").replace("a house,", "a house on Sunday,")
    assert "Sunday" not in phrases(two, language)[trigger]


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("A bishop came on Monday to ask for an inquiry into the murder of Luis Vera.", ""),
        ("Police on Monday presented a man who said that Luis Vera was shot by police.", "Monday (reported)"),
        ("The guard of Luis Vera had been on leave since Monday.", ""),
        ("On Monday gunmen fired on the house of Luis Vera.", "Monday (scene)"),
    ],
)
def test_a_text_is_in_the_day_of_what_it_tells_and_not_of_what_is_done_about_it(before: str, phrase: str) -> None:
    burned = phrases(f"{before} Two nuns were burned to death in Loja.")["burned"]
    assert burned.replace("frame", "scene") == phrase


@pytest.mark.parametrize(
    ("text", "language", "trigger", "phrase"),
    [
        ("Two of those seized on 9 May died in captivity in Loja.", "en", "died", ""),
        ("Two of the hostages died in captivity on 9 May in Loja.", "en", "died", "9 May"),
        ("Dos de los secuestrados el 9 de mayo murieron en cautiverio en Loja.", "es", "murieron", ""),
        ("Two men were kidnapped in Loja; their driver was freed hours later.", "en", "kidnapped", ""),
        ("Two men were kidnapped in Loja; their driver was freed hours later.", "en", "freed", "hours later"),
        ("Four nuns were killed at once; a fifth was shot dead on 9 May.", "en", "killed", ""),
        ("Four nuns were killed at once, and a fifth was shot dead on 9 May.", "en", "shot", "9 May"),
        ("A man killed Ana Mora, head of a firm and mayor of Loja in 1984.", "en", "killed", ""),
        ("A man killed Ana Mora, her driver and two guards in 1984.", "en", "killed", "1984"),
        ("A man killed Ana Mora, Luis Paz and Juan Vera in 1984.", "en", "killed", "1984"),
    ],
)
def test_the_time_of_what_somebody_met_with_before_or_after_is_not_that_of_the_deed(
    text: str, language: str, trigger: str, phrase: str
) -> None:
    assert phrases(text, language)[trigger] == phrase


@pytest.mark.parametrize(
    ("text", "language", "trigger", "phrase"),
    [
        ("A priest is suspected of shooting a nun in Loja in 1984.", "en", "shooting", "1984"),
        ("A priest suspected of shooting a nun in Loja in 1984 was seen on Friday.", "en", "shooting", "1984"),
        ("A priest suspected of shooting a nun was arrested on Friday.", "en", "shooting", ""),
        ("A priest suspected of shooting a nun in Loja in 1984 was arrested on 9 May.", "en", "arrested", "9 May"),
        ("Un cura es acusado de matar a una monja en Loja en 1984.", "es", "matar", "1984"),
        ("Un cura acusado de matar a una monja fue detenido el 9 de mayo.", "es", "matar", ""),
    ],
)
def test_the_time_behind_what_somebody_is_charged_with_is_that_of_the_deed(
    text: str, language: str, trigger: str, phrase: str
) -> None:
    assert phrases(text, language)[trigger] == phrase
