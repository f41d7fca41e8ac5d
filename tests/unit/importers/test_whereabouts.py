import pytest

from importers.dating.expressions import find
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.reports import extract
from store.records.article import Article
from store.records.report import Report


def reports(text: str, language: str = "en", dateline: str = "") -> list[Report]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language, dateline_place=dateline)
    return list(extract(article, find(text, language), load_lexicons(language)))


def where(text: str, language: str = "en", dateline: str = "") -> list[tuple[str, str]]:
    return [(report.place.site, report.place.location) for report in reports(text, language, dateline)]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Gunmen burned two houses in Quito, forcing nuns to flee towards Loja in southern Ecuador.", "Quito"),
        ("Gangs attacked the town of Chimbo, in the hills above Quito in Ecuador, killing nine.", "Chimbo"),
        ("Gangs attacked the mayor of Chimbo in Quito in Ecuador, killing nine guards.", "Quito"),
        ("On Monday a boat carrying nine nuns capsized near Loja in Ecuador.", "Loja"),
    ],
)
def test_the_place_that_was_hit_is_where_it_happened(text: str, town: str) -> None:
    assert {report.place.location for report in reports(text)} == {town}


@pytest.mark.parametrize(
    ("told", "location", "precision"),
    [
        ("in Konduga", "Konduga", 1),
        ("near Konduga", "Konduga", 2),
        ("outside Konduga", "Konduga", 2),
        ("some 20 km (12 miles) north of Konduga", "Konduga", 2),
        ("outside a school in Konduga", "Konduga", 1),
        ("in Konduga, near Maiduguri", "Konduga", 1),
    ],
)
def test_near_a_town_is_not_in_it(told: str, location: str, precision: int) -> None:
    for text in (f"Gunmen shot two nuns {told} in Nigeria.", f"In Nigeria, {told}, gunmen shot two nuns."):
        [place] = {report.place for report in reports(text)}
        assert (place.location, place.geo_precision) == (location, precision)


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        ("Gunmen shot a nun dead in Quito. The man says he was in Loja at the time of the murder.", "en", "Quito"),
        ("Una monja fue asesinada en Quito. El detenido dijo que estaba en Loja el día del asesinato.", "es", "Quito"),
        ("Una monja murió a tiros. El detenido no habló. El día del asesinato en Loja llovía.", "es", "Loja"),
    ],
)
def test_where_somebody_was_at_the_time_of_a_deed_is_not_its_place(text: str, language: str, town: str) -> None:
    assert {place for _, place in where(text, language)} - {""} == {town}


def test_a_court_is_where_it_sits_and_not_where_what_it_tries_was() -> None:
    text = "A court in Loja sentenced a man on Monday to 20 years in prison for a bombing in Quito in Ecuador."
    assert {report.sub_event_type: report.place.location for report in reports(text)} == {
        "charges_ruling": "Loja", "explosive_device": "Quito",
    }  # fmt: skip


def test_what_follows_in_the_next_paragraph_is_in_the_town_that_was_stormed() -> None:
    text = (
        "Rebels stormed the town of Huanta in Peru on Monday and burned a bank.\n\nTwo nuns were shot dead in a house."
    )
    assert where(text, dateline="Lima") == [("bank", "Huanta"), ("house", "Huanta")]


def test_a_small_town_that_is_called_one_is_no_surname() -> None:
    text = "Rebels entered {} on Monday and burned a bank in Peru."
    assert [report.place.location for report in reports(text.format("the town of Huanta"))] == ["Huanta"]
    assert [report.place.location for report in reports(text.format("the house of Huanta"))] == [""]


def test_a_paragraph_stays_in_its_country() -> None:
    text = "Rebels burned a bank in Quito in Ecuador.\n\nIn Lima, Peru, teachers marched. Police arrested two of them."
    assert [report.place.country for report in reports(text)] == ["EC", "PE", "PE"]


def test_the_town_and_what_was_damaged_are_no_sites():
    text = (
        "Gunmen raided the village of Barsalogho in Burkina Faso, killing nine farmers. "
        "Forty houses were burned down in the village. The explosion of a grenade shattered several windows."
    )
    assert set(where(text)[:2]) == {("", "Barsalogho")}
    assert not any(site for site, _ in where(text))


def test_where_people_flee_to_is_not_where_it_happened():
    text = (
        "Militiamen burned houses in Rutshuru, in Congo, and residents fled to Bukavu. Two men were shot dead in Goma."
    )
    assert [town for _, town in where(text)] == ["Rutshuru", "Goma"]


@pytest.mark.parametrize(("way", "town"), [("in the direction of Tena", "Loja"), ("to a bar in Tena", "Tena")])
def test_where_somebody_only_sets_out_for_is_not_where_it_happened(way: str, town: str):
    text = f"A bus was burned in Loja. Gunmen came and drove {way}. A man was shot dead."
    assert where(text)[-1] == ("", town)


@pytest.mark.parametrize(
    ("text", "language", "site"),
    [
        ("At a bus station in Loja, gunmen shot two nuns.", "en", "bus station"),
        ("On Sucre Street in Loja on Monday, gunmen shot two nuns.", "en", "Sucre Street"),
        ("At a barracks, police said gunmen shot two nuns in Loja.", "en", ""),
        ("En la vía Loja-Zamora, pistoleros mataron a dos monjas.", "es", "vía Loja-Zamora"),
        (
            "Pistoleros mataron a dos monjas en el kilómetro 30 de la carretera Loja-Zamora.",
            "es",
            "carretera Loja-Zamora",
        ),
        ("Pistoleros mataron a dos monjas en la carretera que une Loja con Zamora.", "es", "carretera"),
        ("Pistoleros mataron a dos monjas en la carretera.", "es", ""),
        ("Pistoleros mataron a dos monjas en la colonia Tarqui de Loja.", "es", "colonia Tarqui"),
        ("Pistoleros mataron a dos monjas en el centro de Ecuador.", "es", ""),
    ],
)
def test_a_site_may_open_its_clause_and_be_told_by_what_it_joins(text: str, language: str, site: str) -> None:
    assert {report.place.site for report in reports(text, language)} == {site}


@pytest.mark.parametrize(
    ("doers", "site"),
    [
        ("men who stopped his car on Sucre Avenue", "Sucre Avenue"),
        ("men riding a motorcycle in the Sucre neighbourhood", "Sucre neighbourhood"),
        ("men who lived on Sucre Avenue", ""),
        ("men who had robbed a bank on Sucre Avenue", ""),
    ],
)
def test_what_the_doers_did_then_tells_the_street(doers: str, site: str):
    assert where(f"In Loja, a judge was shot dead on Monday by {doers}.")[0] == (site, "Loja")


@pytest.mark.parametrize("told", ["said in Abuja", "told reporters in Abuja", "told a local news conference in Abuja"])
def test_where_something_was_said_is_not_where_it_happened(told: str):
    text = f"Two men were killed in Jos, Nigeria, and a third was abducted. A bus was burned, the minister {told}."
    assert {town for _, town in where(text)} == {"Jos"}


def test_a_known_name_of_two_countries_is_the_more_populous():
    (report,) = reports("A bomb killed two people in eastern Congo on Monday.")
    assert (report.place.country, report.title) == ("CD", "Bomb attack, 2 killed in Congo")


def test_a_word_for_a_place_may_be_described_in_spanish():
    text = "Dos hombres murieron en un ataque en la localidad congoleña de Sake el lunes."
    assert where(text, "es")[0] == ("", "Sake")


def test_a_shop_named_like_a_town_is_not_in_it():
    text = "A bomb went off in San Salvador at the San Jorge warehouse. Another went off at the Marvin Soda Shop."
    assert {town for _, town in where(text)} == {"San Salvador"}


@pytest.mark.parametrize("city", ["Mexico City", "Guatemala City", "Ho Chi Minh City"])
def test_a_city_whose_name_ends_in_city_is_itself(city: str):
    assert where(f"A man was stabbed to death today in {city}.") == [("", city)]


def test_an_embassys_country_is_elsewhere():
    text = (
        "A bomb exploded at the U.S. Embassy. U.S. diplomats and American tourists were unhurt. "
        "The Bolivian police are looking for two men."
    )
    assert reports(text)[0].place.country == "BO"
    text = (
        "Una bomba estalló en la embajada de Francia. Los turistas franceses huyeron. La policía boliviana investiga."
    )
    assert reports(text, "es")[0].place.country == "BO"


def test_whose_convoy_it_is_says_not_where_it_was_hit():
    text = "A bomb exploded in Loja, Ecuador. A group claimed an attack on a U.S. military convoy last week."
    assert {report.place.country for report in reports(text)} == {"EC"}


def test_a_town_with_a_countrys_name_is_told_by_its_division():
    text = "Tres soldados murieron el lunes en Argelia, Cauca. En Argelia hubo otro ataque."
    assert [(report.place.country, report.place.location) for report in reports(text, "es")] == [
        ("CO", "Argelia"),
        ("CO", "Argelia"),
    ]
    text = "Israel atacó Líbano. Un soldado murió en Líbano, dijo el presidente libanés. En Tolima no hubo heridos."
    assert reports(text, "es")[0].place.country == "LB"


def test_a_town_is_in_the_division_that_the_article_names():
    text = "A trader was shot dead in San Vicente. The governor of Manabí province, in Ecuador, promised an inquiry."
    assert reports(text)[0].place.admin1 == "Manabí"


def test_a_seat_that_was_hit_is_in_the_country_named_with_it():
    text = (
        "The Nicaraguan government has condemned an attack in which a bomb exploded at the headquarters of the "
        "Salvadoran union. Nicaragua asked for talks. Nicaragua's president spoke in Managua."
    )
    assert reports(text)[0].place.country == "SV"


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("En Manta, un pescador fue acribillado en el barrio Jocay.", "es", ("barrio Jocay", "Manta", "Manabí")),
        (
            "Siete personas fueron asesinadas en el sector Nueva Prosperina, al noroeste de Guayaquil.",
            "es",
            ("sector Nueva Prosperina", "Guayaquil", "Guayas"),
        ),
        (
            "Dos policías fueron asesinados en la colonia Tierra Blanca, en Culiacán, Sinaloa.",
            "es",
            ("colonia Tierra Blanca", "Culiacán", "Sinaloa"),
        ),
        (
            "In the southern Lempira region, a blast killed a woman in the town of Gracias, Honduras.",
            "en",
            ("", "Gracias", "Lempira"),
        ),
    ],
)
def test_quarters_and_towns_lie_in_the_larger_place_of_their_clause(
    text: str, language: str, place: tuple[str, str, str]
):
    report = reports(text, language)[0]
    assert (report.place.site, report.place.location, report.place.admin1) == place


def test_a_quarter_named_later_goes_with_the_site():
    text = (
        "In Loja, gunmen attacked the home of a judge. The attack took place in the Zamora Huayco neighbourhood "
        "at dawn."
    )
    assert where(text)[0] == ("home of a judge, Zamora Huayco neighbourhood", "Loja")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lawyers in Cuenca marched on Friday over the Loja killings.", "en"),
        ("Lawyers in Cuenca protested on Friday against the murder of a judge in Loja.", "en"),
        ("Los abogados de Cuenca protestaron en Cuenca el viernes contra el asesinato de un juez en Loja.", "es"),
    ],
)
def test_a_protest_is_not_where_what_it_is_about_was(text: str, language: str) -> None:
    assert ("peaceful_protest", "Cuenca") in {
        (one.sub_event_type, one.place.location) for one in reports(text, language)
    }


def test_who_speaks_of_a_deed_does_not_move_it():
    text = "A strike on a school in Aleppo, in Syria, killed two teachers. In Geneva, an envoy condemned the strike."
    assert {town for _, town in where(text)} == {"Aleppo"}
    text = (
        'MADRID (EFE) - "They killed the mayor of Tosagua, Ecuador," said an exile at a meeting held in Barcelona, '
        "in Spain. The Spanish minister listened."
    )
    assert reports(text)[0].place.country == "EC"


def test_a_deed_of_which_a_government_is_asked_to_tell_was_in_its_country():
    text = (
        "Spain's prime minister spoke in Madrid. Spain will send aid, he said. He asked the Peruvian government to "
        "clear up the murder of two priests."
    )
    assert reports(text)[-1].place.country == "PE"


def test_between_two_towns_is_in_neither():
    text = "A bomb exploded on the road between Maiduguri and Damaturu in Nigeria, killing six people."
    assert where(text)[0] == ("the road between Maiduguri and Damaturu", "")
    text = "En Ecuador, dos hombres fueron secuestrados entre Loja y Zamora."
    assert where(text, "es")[0] == ("entre Loja y Zamora", "")


def test_off_a_coast_and_near_a_border_are_of_the_country_named():
    text = "HONDURAS. Frente a las costas de Libia, 40 migrantes murieron en un naufragio, según la policía hondureña."
    assert reports(text, "es")[0].place.country == "LY"
    text = "In Colombia, two farmers were shot dead near the border with Venezuela."
    assert where(text)[0] == ("border with Venezuela", "")


def test_what_no_list_has_is_in_the_country_of_its_sentence():
    text = "La policía de Haití investiga un robo. En Ucrania, un dron mató a dos personas en la región de Kuryliv."
    assert reports(text, "es")[-1].place.country == "UA"


def test_the_day_of_one_deed_parts_it_from_the_place_of_the_next():
    text = (
        "A general was shot dead in Tegucigalpa, Honduras. Police are looking into the murder of the general on "
        "25 January and today's attack in San Pedro Sula."
    )
    assert [town for _, town in where(text)][::2] == ["Tegucigalpa", "San Pedro Sula"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A guard died in an attack at the Juan Ramón Lima Airport in Azogues, Ecuador.", "Juan Ramón Lima Airport"),
        ("Gunmen shot dead a guard at the Litoral state prison in Guayaquil, Ecuador.", "Litoral state prison"),
        ("A bomb exploded on the corner of Sucre and Bolívar streets in Loja, Ecuador.", "Sucre and Bolívar streets"),
        ("A farmer was shot dead at La Mirla, near Aipe municipality, in Colombia.", "La Mirla"),
        ("Two men were killed in Campo Frío, a village in Turbo municipality, Colombia.", "Campo Frío"),
    ],
)
def test_sites_have_their_whole_name_and_their_town(text: str, place: str):
    site, town = where(text)[0]
    assert site == place
    assert town in {"Azogues", "Guayaquil", "Loja", "Aipe", "Turbo"}


def test_a_town_is_told_by_what_is_in_it():
    assert where("A bomb exploded in a Tosagua alley, in Ecuador, destroying windows.")[0] == ("", "Tosagua")


def test_a_numbered_street_is_one():
    text = "The lawyer was shot dead near his office. He fell at 10 Bulnes Street, police said."
    assert reports(text, dateline="Santiago, Chile")[0].place.location == "Santiago"


def test_towns_are_found_however_they_are_spelled():
    for town in ("Kupiansk", "Kupyansk"):
        assert reports(f"A drone killed a driver in {town}, Ukraine.")[0].place.admin1 == "Kharkiv"
    text = "En Ucrania, un dron mató a dos personas en la región de Jersón."
    assert reports(text, "es")[0].place.admin1 == "Kherson"


def test_a_division_that_stands_for_its_country_is_told():
    place = reports("Air strikes killed 31 people across the Gaza Strip on Tuesday, medics said.")[0].place
    assert (place.country, place.admin1) == ("PS", "Gaza Strip")
    assert reports("A man was shot dead in Mexico on Tuesday.")[0].place.admin1 == ""


def test_a_recalled_deed_is_not_put_where_the_article_was_written():
    text = (
        "The Salvadoran bishops praised Salvadoran judges for their work in El Salvador. They asked that the "
        "murder of a priest be cleared up. Salvadoran lawyers agreed."
    )
    assert reports(text, dateline="Mexico City")[-1].place.country != "MX"


def test_what_a_paragraph_begins_with_is_where_it_plays():
    text = (
        "Shops were closed in Cuenca, Ecuador, on Monday, police said.\n\n"
        "Machala, on the coast, is without power. Shops have closed. Schools have closed, too. A bus was destroyed "
        "by a bomb."
    )
    assert where(text)[-1] == ("", "Machala")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "A car bomb exploded near a hotel in Mogadishu's Hodan district, killing eight people.",
            ("hotel, Hodan district", "Mogadishu", "Banaadir", "SO"),
        ),
        (
            "The army said it had killed 12 rebels in clashes in Ituri province in eastern Congo.",
            ("", "", "Ituri", "CD"),
        ),
        (
            "A blast at a mosque in Bir al-Tamad, west of El Arish in North Sinai, Egypt, killed 20 people.",
            ("mosque", "Bir al-Tamad", "Muhafazat Shamal Sina'", "EG"),
        ),
        (
            "Two men were shot dead on La Palma street in San Blas neighborhood in Quito.",
            ("La Palma street, San Blas neighborhood", "Quito", "Pichincha", "EC"),
        ),
        (
            "An explosion shook the south of Bogota at 14th street, near a bank in the Sucre neighborhood.",
            ("14th street, Sucre neighborhood", "Bogotá", "Bogotá D.C.", "CO"),
        ),
        (
            "Villagers were on the Yana river in the Amazon region of Ecuador when they were attacked by gunmen.",
            ("Yana river, Amazon region", "", "", "EC"),
        ),
        (
            "A drone killed two nurses at a hospital in Kharkiv, about 30 km from the Russian border.",
            ("hospital", "Kharkiv", "Kharkiv", "UA"),
        ),
        (
            "Shells hit a bus near Nikopol, Ukraine, across the river from Zaporizhzhia, and two people died.",
            ("", "Nikopol", "Dnipropetrovsk", "UA"),
        ),
        (
            "Rockets fired from Lebanon hit Kiryat Shmona in northern Israel, wounding one person.",
            ("", "Qiryat Shmona", "Northern District", "IL"),
        ),
        (
            "Fighters killed 31 people in a raid on a village in Sudan's Upper Tana state on Thursday.",
            ("", "", "Upper Tana", "SD"),
        ),
        (
            "Jihadists killed 40 people in Kobe, a village near the border with Niger in Nigeria's Sokoto state.",
            ("border with Niger", "Kobe", "Sokoto", "NG"),
        ),
        (
            "The Israeli military struck the southern suburbs of Beirut on Sunday, killing five people.",
            ("", "Beirut", "Beyrouth", "LB"),
        ),
        (
            "Two Pakistani soldiers were killed at the Torkham border crossing with Afghanistan.",
            ("Torkham border", "", "", "PK"),
        ),
        (
            "Gunmen killed nine people in a hamlet called Tindangou in eastern Burkina Faso.",
            ("", "Tindangou", "", "BF"),
        ),
        (
            "A bomb killed five soldiers in Egypt's Sinai Peninsula.",
            ("Sinai Peninsula", "", "", "EG"),
        ),
        (
            'Gunmen killed two boys in the area of "Moravia," in northern Medellin, in Colombia.',
            ("area of Moravia", "Medellín", "Antioquia", "CO"),
        ),
        (
            "A man was stabbed to death in Birmingham, Alabama, on Sunday.",
            ("", "Birmingham", "Alabama", "US"),
        ),
        (
            "Gunmen attacked a bus in Balochistan, in southwest Pakistan, officials in Quetta said.",
            ("", "", "Balochistan", "PK"),
        ),
        (
            "Israeli forces shot dead a man in Jenin in the occupied West Bank.",
            ("", "Janīn", "West Bank", "PS"),
        ),
        (
            "A man placed a bomb in a cinema at one of the U.S. bases in Panama.",
            ("cinema", "", "", "PA"),
        ),
    ],
)
def test_places_of_the_day_are_told_in_full(text: str, place: tuple[str, str, str, str]):
    told = reports(text)[-1].place
    assert (told.site, told.location, told.admin1, told.country) == place


def test_a_town_that_only_tells_the_way_is_near():
    place = reports("A convoy was ambushed about 20 miles southwest of Niamey, in western Niger.")[0].place
    assert (place.location, place.geo_precision) == ("Niamey", 2)


def test_a_site_that_only_points_back_is_none():
    text = "Gunmen stormed a warehouse in Manta, Ecuador. Two guards were killed in the warehouse."
    assert "the warehouse" not in {site for site, _ in where(text)}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Two cars blew up in Machala, Ecuador, on Thursday. A man was shot dead on Friday in the same province.",
            "en",
        ),
        ("Dos autos explotaron en Machala, Ecuador. Un hombre fue asesinado el viernes en la misma provincia.", "es"),
    ],
)
def test_the_same_province_is_that_of_the_town_told_of_and_not_that_town(text: str, language: str):
    shot = next(report.place for report in reports(text, language) if report.sub_event_type == "killing")
    assert (shot.admin1, shot.location) == ("El Oro", "")


def test_where_shells_are_fired_from_is_no_site():
    assert reports("Shells fired from rebel bases hit a clinic in Manta, Ecuador.")[0].place.site == "clinic"


def test_a_district_named_for_its_town_is_there():
    text = "A roadside bomb killed four policemen in Dera Ismail Khan district, Pakistani police said."
    assert reports(text)[0].place.location == "Dera Ismail Khan"


def test_the_north_of_a_town_is_in_it_but_to_its_north_is_not():
    text = "Tres personas fueron asesinadas en el barrio Santa Cruz, en el distrito de Aguablanca, oriente de Cali."
    assert reports(text, "es")[0].place.location == "Cali"
    text = "Tres personas fueron asesinadas en Cabaret, al norte de Puerto Príncipe, en Haití."
    assert reports(text, "es")[0].place.location == "Cabaret"


def test_a_title_calls_a_division_as_the_article_does():
    (report,) = reports("An air strike on a tea shop in Myanmar's Sagaing region killed 18 people on Monday.")
    assert report.title == "Air strike, 18 killed at tea shop, Sagaing"


def test_quarters_say_nothing_of_the_country_that_has_towns_of_their_names():
    text = "Shells fell on San Miguel, in the La Esmeralda, Lopez and Santa Luisa neighborhoods. Two people died."
    assert reports(text)[0].place.country == "SV"


def test_a_hospital_says_nothing_of_the_country_that_has_a_town_of_its_name():
    text = "Soldados mataron a balazos a un campesino, que falleció en el hospital Viedma."
    assert {report.place.country for report in reports(text, "es")} == {""}
    assert {report.place.country for report in reports(text, "es", dateline="Quillacollo")} == {"BO"}


def test_mayors_are_killed_each_in_his_own_town():
    text = "A month ago the mayor of Abrego was killed in Colombia, and the mayor of Arboledas was killed yesterday."
    assert [town for _, town in where(text)] == ["Abrego", "Arboledas"]


def test_a_spanish_district_lies_in_the_region_named_behind_it():
    (report,) = reports(
        "Dos mineros fueron secuestrados en el caserío Pueblo Nuevo, distrito de Pataz, región La Libertad, Perú.", "es"
    )
    assert (report.place.location, report.place.admin1) == ("Pueblo Nuevo", "La Libertad")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("in the Nairobi suburb of Eastleigh", ("Eastleigh", "Nairobi")),
        ("in the Kyiv suburb of Bucha", ("", "Bucha")),
        ("in the Lima district of Miraflores", ("Miraflores", "Lima")),
        ("in front of a hotel in the Miraflores neighborhood of Lima", ("Miraflores neighborhood", "Lima")),
        ("in Mogadishu's Hodan district", ("Hodan district", "Mogadishu")),
        ("in a suburb of Karachi", ("", "Karachi")),
        ("in the Petare quarter, in the eastern part of the Venezuelan capital", ("Petare quarter", "Caracas")),
        ("in Kabul, in the Carmen, Magdalena and Conchita neighborhoods", ("", "Kabul")),
    ],
)
def test_a_quarter_is_one_of_the_town_named_beside_it(told: str, place: tuple[str, str]):
    (site, town), *_ = where(f"Two traders were shot dead on Sunday {told}, police said.")
    assert town == place[1]
    assert site.endswith(place[0])


def test_here_is_the_town_of_the_dateline():
    assert where("A bomb killed nine people here on Tuesday.", dateline="Kabul") == [("", "Kabul")]
    assert where("A bomb killed nine people here in Herat on Tuesday.", dateline="Kabul")[0] == ("", "Herāt")
    assert where("A bomb killed nine people 30 km from here on Tuesday.", dateline="Kabul")[0] == ("", "")


def test_what_is_far_from_a_town_is_not_in_it():
    text = "Two soldiers were ambushed at the San Isidro farm, {} km south of the capital. Guatemala mourns them."
    assert [where(text.format(distance))[0][1] for distance in (9, 99)] == ["Guatemala City", ""]


@pytest.mark.parametrize(
    ("text", "site", "title"),
    [
        (
            "Clashes killed two inmates within its overcrowded prisons in Ecuador.",
            "overcrowded prisons",
            "Clash, 2 killed within overcrowded prisons, Ecuador",
        ),
        (
            "A bomb exploded beneath a bridge in Loja, Ecuador.",
            "bridge",
            "Bomb attack beneath a bridge, Loja",
        ),
        (
            "A state of emergency was declared in the provinces of Guayas and Esmeraldas in Ecuador.",
            "Guayas and Esmeraldas",
            "State of emergency in Guayas and Esmeraldas, Ecuador",
        ),
        (
            "Two traders were shot dead in the Nairobi suburb of Eastleigh.",
            "Eastleigh",
            "Two traders killed in Eastleigh, Nairobi",
        ),
    ],
)
def test_a_site_is_called_by_its_name(text: str, site: str, title: str):
    report = reports(text)[0]
    assert (report.place.site, report.title) == (site, title)


LOCAL = (
    "{town} despide a su alcalde\n\nCientos de personas despidieron el jueves en {town} al alcalde de Ecuador.\n\n"
    "En el barrio Las Brisas, una granada estalló el martes. El viernes habrá una marcha desde el parque central."
)


def test_without_a_dateline_a_quarter_is_of_the_one_town_that_headline_and_lead_tell_of():
    for town, own in (("Machala", "Machala"), ("Machala y en Loja", "")):
        assert [report.place.location for report in reports(LOCAL.format(town=town), "es")] == [own, own]


def test_an_article_is_about_the_country_it_says_things_are_in():
    text = (
        "The Mexican government has asked for the release of an engineer. He was at work in El Salvador for a "
        "Salvadoran firm when he disappeared. Gunmen kidnapped the engineer last Tuesday."
    )
    assert reports(text, dateline="Mexico City")[-1].place.country == "SV"


def test_a_motorway_is_called_for_where_it_leads():
    text = "Gunmen kidnapped ten travellers on Sunday on the Lagos-Ibadan expressway in Nigeria."
    assert where(text) == [("Lagos-Ibadan expressway", "")]


@pytest.mark.parametrize(
    ("told", "language", "town"),
    [
        ("Five guards were shot on Tuesday in the country's largest port city and in Machala, Ecuador.", "en", ""),
        ("Dos bombas explotaron el lunes en otra ciudad y en Machala, Ecuador.", "es", ""),
        (
            "Five guards were shot on Tuesday at a prison in Machala, Ecuador, and two in a town near it.",
            "en",
            "Machala",
        ),
    ],
)
def test_what_was_in_a_town_without_a_name_as_well_was_not_in_the_named_one_alone(told: str, language: str, town: str):
    assert reports(told, language)[0].place.location == town


def test_what_happened_before_it_was_elsewhere() -> None:
    text = (
        "Gunmen attacked a mosque in Loja, Ecuador. The attack came a day after seven people were killed by artillery "
        "fire on a school in Quito."
    )
    assert {(report.trigger, report.place.location) for report in reports(text)} >= {
        ("attacked", "Loja"), ("killed", "Quito")
    }  # fmt: skip
    assert ("attack", "Quito") not in {(report.trigger, report.place.location) for report in reports(text)}


@pytest.mark.parametrize(
    ("then", "place"),
    [("before a truce was signed in Doha", ("LB", "")), ("when crowds had filled Doha", ("QA", "Doha"))],
)
def test_what_is_told_to_have_come_next_was_elsewhere(then: str, place: tuple[str, str]) -> None:
    fought, *_ = reports(f"Fighting along the frontier left 48 dead in July, {then}.", dateline="Beirut")
    assert (fought.place.country, fought.place.location) == place


@pytest.mark.parametrize(
    ("whose", "country"), [("Israeli airstrike", "LB"), ("Israeli drone", "LB"), ("Israeli village", "IL")]
)
def test_a_strike_does_not_fall_on_the_country_that_it_comes_from(whose: str, country: str) -> None:
    text = f"One {whose} and another {whose} were told of. Five people were killed at a house in the hills on Sunday."
    assert reports(text, dateline="Beirut")[-1].place.country == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Russia launched 100 drones overnight, Ukraine's air force said.", ""),
        ("Russian forces launched 100 drones overnight, Ukraine's air force said.", ""),
        ("Russia launched 100 drones overnight, its air force said.", "RU"),
        ("Rebels launched 100 drones overnight, Ukraine's air force said.", "RU"),
    ],
)
def test_whose_drones_they_were_says_not_where_they_fell(text: str, country: str) -> None:
    assert {report.place.country for report in reports(text, dateline="Moscow")} == {country}


def test_a_village_of_a_provinces_name_is_one_in_the_province():
    (report,) = reports("Rebels killed nine farmers in a North Kordofan village on Monday.")
    assert (report.place.country, report.place.admin1, report.place.location) == ("SD", "Northern Kordofan", "")
    (report,) = reports("Rebels killed nine farmers in Kobe village, in Sudan, on Monday.")
    assert report.place.location == "Kobe"


def test_what_those_did_who_entered_a_town_was_there():
    for before, town in (("Rebels entered Loja.", "Loja"), ("Rebels discussed Loja.", "")):
        assert reports(f"{before} They killed two nurses on Monday.")[-1].place.location == town


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen attacked a Katsina mosque on Monday, police in Nigeria said.", ("Katsina", "", 4)),
        ("Gunmen attacked a Katsina hospital on Monday, police in Nigeria said.", ("Katsina", "", 4)),
        ("Gunmen burned a Borno school on Monday, police in Nigeria said.", ("Borno", "", 4)),
        ("Gunmen killed a mayor in a Michoacán town on Monday, police in Mexico said.", ("Michoacan", "", 4)),
        # who names the town itself, or a city that everybody thinks of
        ("Gunmen attacked a mosque in Katsina on Monday, police in Nigeria said.", ("Katsina", "Katsina", 1)),
        ("Gunmen attacked a Lagos mosque on Monday, police in Nigeria said.", ("Lagos", "Lagos", 1)),
        (
            "Gunmen attacked a San Salvador clinic on Monday, police in El Salvador said.",
            ("San Salvador", "San Salvador", 1),
        ),
        ("Gunmen attacked a Cuenca clinic on Monday, police in Ecuador said.", ("Azuay", "Cuenca", 1)),
    ],
)
def test_what_is_one_of_several_is_in_the_province_of_that_name_not_in_its_town(
    text: str, place: tuple[str, str, int]
) -> None:
    found = reports(text)[0].place
    assert (found.admin1, found.location, found.geo_precision) == place


def test_a_town_of_a_country_is_in_no_province_that_another_country_calls_so() -> None:
    (report,) = reports("Gunmen killed two men in a Georgia town on Monday. Georgia's army left Tbilisi.")
    assert (report.place.country, report.place.admin1) == ("GE", "")


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        (
            "Gunmen killed three in the locality of Las Palmitas, 15 km from Culiacán, police in Mexico said.",
            "en",
            ("Sinaloa", "Culiacán", "Las Palmitas", 2),
        ),
        (
            "Hombres armados mataron a tres en la localidad de Las Palmitas, a 15 km de Culiacán, en México.",
            "es",
            ("Sinaloa", "Culiacán", "Las Palmitas", 2),
        ),
        # a town that the country has is itself, however far from another
        (
            "Gunmen killed three people in Latacunga, 90 km from Quito, on Monday.",
            "en",
            ("Cotopaxi", "Latacunga", "", 1),
        ),
    ],
)
def test_what_the_country_has_no_town_of_is_near_the_one_it_is_measured_from(
    text: str, language: str, place: tuple[str, str, str, int]
) -> None:
    found = reports(text, language)[0].place
    assert (found.admin1, found.location, found.site, found.geo_precision) == place


@pytest.mark.parametrize("word", ["Barangay", "Brgy."])
def test_a_barangay_is_a_quarter_of_its_town(word: str) -> None:
    (report,) = reports(
        f"Gunmen killed two men in {word} San Jose, Rodriguez, on Monday, police in the Philippines said."
    )
    assert (report.place.location, report.place.site) == ("Rodriguez", f"{word} San Jose")
    (report,) = reports("The barangay captain was killed in Rodriguez on Monday, police in the Philippines said.")
    assert (report.place.location, report.place.site) == ("Rodriguez", "")


@pytest.mark.parametrize(
    ("before", "countries"),
    [
        ("The mayor is still in the United States. Two nuns were wounded.", {"EC"}),
        ("In Peru, the mayor spoke for hours. Two nuns were wounded.", {"PE"}),
        ("Gunmen burned a bus in Peru. Two nuns were wounded.", {"PE"}),
    ],
)
def test_a_text_does_not_turn_to_a_country_by_saying_who_is_there(before: str, countries: set[str]) -> None:
    lead = "Rain fell on Quito and all of Ecuador. Ecuador is wet, and Loja in Ecuador wetter.\n\n"
    assert {report.place.country for report in reports(lead + before)} == countries


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Peruvian police arrested two men on Monday. Chile and Chile's courts were told.", "PE"),
        ("Peruvian police said on Monday they had arrested two men. Chile and Chile's courts were told.", "PE"),
        ("Peruvian soldiers arrested two men on Monday. Chile and Chile's courts were told.", "CL"),
    ],
)
def test_police_make_their_arrests_at_home(text: str, country: str) -> None:
    assert {one.place.country for one in reports(text, dateline="Santiago")} == {country}


@pytest.mark.parametrize(
    ("text", "language", "towns"),
    [
        ("Six nuns died when a train bound for Quito was bombed near Loja in Ecuador.", "en", {"Loja"}),
        ("Police held two men in Loja, Ecuador who were to board a flight for Amsterdam.", "en", {"Loja"}),
        ("La Policía detuvo en Loja, Ecuador a dos hombres que iban a tomar un vuelo a Madrid.", "es", {"Loja"}),
        ("Six nuns died when a train was bombed for the third time in Loja in Ecuador.", "en", {"Loja"}),
        ("Gunmen shot nine nuns in Loja, and six others were treated for wounds in Quito, Ecuador.", "en", {"Loja"}),
        ("Hombres armados atacaron un campamento del bloque Manta en Loja, Ecuador.", "es", {"Loja"}),
        ("Hombres armados atacaron un campamento de Manta, en Ecuador.", "es", {"Manta"}),
    ],
)
def test_where_a_train_goes_or_the_wounded_are_treated_is_not_where_it_happened(
    text: str, language: str, towns: set[str]
) -> None:
    assert {report.place.location for report in reports(text, language)} == towns


@pytest.mark.parametrize(
    ("text", "language", "towns"),
    [
        ("The murder of Loja police chief Luis Mora on Tuesday in Quito shook Ecuador.", "en", {"Quito"}),
        ("Loja mayor Ana Mora was shot dead in Ecuador on Tuesday.", "en", {"Loja"}),
        ("Gunmen shot nine nuns in Loja, for which Quito has blamed rebels.", "en", {"Loja"}),
        ("Gunmen shot nine nuns, and Quito was shelled for hours.", "en", {"", "Quito"}),
        ("Hombres armados mataron a nueve monjas en Loja, de lo que Quito acusó a los rebeldes.", "es", {"Loja"}),
    ],
)
def test_an_office_or_a_government_named_by_a_town_puts_nothing_there(
    text: str, language: str, towns: set[str]
) -> None:
    assert {report.place.location for report in reports(text, language)} <= towns


def test_where_somebody_is_tried_is_not_where_the_deed_was() -> None:
    text = "Ecuador mourned from Quito to Cuenca.\n\nA court in Loja sentenced two men for the murder of a nun"
    places = [{one.trigger: one.place.location for one in reports(text + end)} for end in (".", " in Ambato.")]
    assert [place["sentenced"] for place in places] == ["Loja", "Loja"]
    assert places[0]["murder"] != "Loja"
    assert places[1]["murder"] == "Ambato"


@pytest.mark.parametrize(
    ("text", "language", "towns"),
    [
        ("Police in Ecuador caught Luis Paz in Loja. He is accused of murdering a nun.", "en", {"Loja", ""}),
        ("La policía de Ecuador capturó a Luis Paz en Loja. Lo acusan de matar a una monja.", "es", {"Loja", ""}),
        ("Luis Paz of Ecuador shot a nun in Loja. He is accused of murdering a monk.", "en", {"Loja"}),
        ("Luis Paz, de Ecuador, mató a una monja en Loja. Lo acusan de matar a un monje.", "es", {"Loja"}),
    ],
)
def test_where_somebody_is_caught_is_not_where_the_deed_was(text: str, language: str, towns: set[str]) -> None:
    assert {report.place.location for report in reports(text, language)} == towns


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        ("In Ecuador, police arrested a man in connection with a bombing in Cuenca.", "en", ""),
        ("In Ecuador, police arrested a man in Cuenca in connection with a bombing.", "en", "Cuenca"),
        ("En Ecuador, la policía detuvo a un hombre por el atentado en Cuenca.", "es", ""),
        ("En Ecuador, la policía detuvo en Cuenca a un hombre por el atentado.", "es", "Cuenca"),
    ],
)
def test_what_somebody_is_caught_for_puts_the_arrest_nowhere(text: str, language: str, town: str) -> None:
    assert {one.place.location for one in reports(text, language) if one.sub_event_type == "arrest"} == {town}


def test_a_town_and_the_division_behind_it_are_of_one_country() -> None:
    text = "Cinco campesinos murieron a tiros en Tocoa, Colón. Otros dos fueron secuestrados el martes."
    assert {report.place.country for report in reports(text, "es")} == {"HN"}
    alone = "Cinco campesinos murieron a tiros en Colón. Otros dos fueron secuestrados el martes."
    assert "HN" not in {report.place.country for report in reports(alone, "es")}


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "Brazil mourned. Iraq's army attacked Kuwait in May.", "KW"),
        ("en", "Brazil spoke to ministers in Chad after Iraq's invasion of Kuwait in May.", "KW"),
        ("en", "Brazil mourned. Iraq's army attacked a bus in May.", "BR"),
        ("es", "Brasil está de luto. El ejército de Irak atacó Kuwait en mayo.", "KW"),
        ("es", "Brasil está de luto. Irak invadió Kuwait en mayo.", "KW"),
    ],
)
def test_a_country_is_hit_where_it_lies(language: str, text: str, country: str) -> None:
    assert {report.place.country for report in reports(text, language)} == {country}
