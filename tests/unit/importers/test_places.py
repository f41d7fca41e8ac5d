import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.locating.mentions import PlaceMention
from importers.extraction.locating.places import resolve_places
from importers.extraction.naming.names import find_names
from importers.language.tokens import sentences

PIECES = [
    "in",
    "San",
    "Quito",
    ",",
    "and",
    "the",
    "of",
    "PROVINCE",
    "farm",
    "Cuenca",
    "(",
    ")",
    "de",
    "La",
    "capital",
    ".",
]


def places(text: str, language: str = "en", dateline: str = "") -> list[PlaceMention]:
    found = sentences(text, language)
    return list(resolve_places(found, text, find_names(found, text), dateline)[0].mentions)


def where(text: str, language: str = "en", dateline: str = "") -> dict[str, tuple[str, str, str]]:
    return {
        mention.text: (mention.place.country, mention.place.admin1, mention.place.location)
        for mention in places(text, language, dateline)
    }


@pytest.mark.parametrize(
    ("country", "expected"),
    [("Ecuador", ("EC", "Azuay", "Cuenca")), ("Spain", ("ES", "Castille-La Mancha", "Cuenca"))],
)
def test_an_ambiguous_town_is_that_of_the_articles_country(country: str, expected: tuple[str, str, str]):
    assert where(f"A bomb exploded in Cuenca. Police in {country} are looking for two men.")["Cuenca"] == expected


def test_a_capital_is_no_small_town_of_a_country_that_only_speaks():
    text = (
        "The United States called for talks in London. Two men were shot in London on Friday, U.S. officials said. The"
        " United States would help, an American envoy said."
    )
    assert where(text, dateline="Washington")["London"] == ("GB", "England", "London")
    assert where("A man was shot in London, Ohio, on Friday.", dateline="Washington")["London"] == (
        "US",
        "Ohio",
        "London",
    )


def test_the_dateline_decides_where_nothing_else_does():
    assert where("A bomb exploded in San Miguel.", dateline="San Salvador")["San Miguel"][0] == "SV"


def test_a_dateline_that_several_towns_share_is_that_of_the_towns_told_of():
    text = "Dos hombres fueron detenidos en Vitoria. Hubo protestas en San Sebastián y en Madrid."
    assert where(text, "es", dateline="Vitoria")["Vitoria"][0] == "ES"


def test_a_place_word_tells_division_from_town():
    text = "Clashes broke out in San Miguel department, in El Salvador, and in the city of Usulután."
    found = {mention.text: mention for mention in places(text)}
    assert (found["San Miguel department"].kind, found["San Miguel department"].place.geo_precision) == ("admin1", 4)
    assert (found["city of Usulután"].kind, found["city of Usulután"].place.geo_precision) == ("town", 1)


def test_a_plural_place_word_is_shared():
    text = "RIVERS ROSE IN USULUTAN AND MORAZAN DEPARTMENTS, EL SALVADOR."
    assert [(mention.kind, mention.place.admin1) for mention in places(text)][:2] == [
        ("admin1", "Usulután"), ("admin1", "Morazán"),
    ]  # fmt: skip
    text = "Rige el toque de queda en las provincias de Guayas, Manabí y Los Ríos, en Ecuador."
    assert [mention.place.admin1 for mention in places(text, "es")][:3] == ["Guayas", "Manabí", "Los Ríos"]


def test_a_town_lies_in_the_division_named_after_it():
    text = "THREE MEN WERE HURT IN SAN CARLOS, MORAZAN DEPARTMENT. EL SALVADOR IS CALM."
    assert where(text)["SAN CARLOS"] == ("SV", "Morazán", "San Carlos")


def test_unknown_places_are_told_by_the_words_beside_them():
    text = "A MAN WAS HURT AT EL MANGO FARM, JIQUILISCO JURISDICTION, USULUTAN DEPARTMENT, EL SALVADOR."
    farm = places(text)[0]
    assert (farm.kind, farm.place.site, farm.place.location, farm.place.admin1) == (
        "site", "EL MANGO FARM", "Jiquilisco", "Usulután",
    )  # fmt: skip
    text = "Soldiers entered the village of El Tombolito, in Cauca department, Colombia. In Pizcuandala nobody slept."
    found = {mention.text: mention for mention in places(text)}
    village = found["village of El Tombolito"]
    assert (village.place.admin1, village.place.location, village.place.latitude) == ("Cauca", "El Tombolito", None)
    assert (found["Pizcuandala"].place.country, found["Pizcuandala"].known) == ("CO", False)
    assert "Loja" in {mention.text for mention in places("In Loja, a town near the border, two nurses were killed.")}
    # No town called San.
    assert all(mention.place.country != "ML" for mention in places("Rebels fired at a patrol in San Giacomo."))


def test_a_place_word_takes_the_whole_name_and_the_smaller_unit_of_two():
    text = (
        "Two died in the urban area of Piedra Alta municipality, Cordoba department, in Colombia. "
        "The town of San Luis Perulapan is calm."
    )
    assert where(text)["Piedra Alta municipality"] == ("CO", "Córdoba", "Piedra Alta")
    assert where(text)["town of San Luis Perulapan"] == ("CO", "", "San Luis Perulapan")


def test_the_place_that_took_a_blow_is_one_and_an_adjective_is_none():
    found = places(
        "The attack on San Ramon lasted an hour. Rain fell in Salvadoran-held Metapan. El Salvador is tired."
    )
    assert [(one.text, one.located) for one in found] == [
        ("San Ramon", True), ("Metapan", False), ("El Salvador", False)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rain fell in the Borno town of Konduga.", {"town of Konduga": ("NG", "Borno", "Konduga")}),
        ("Rain fell in the Borno village of Gamzarta.", {"village of Gamzarta": ("NG", "Borno", "Gamzarta")}),
        ("Rain fell in Sinaloa's town of El Rosario.", {"town of El Rosario": ("MX", "Sinaloa", "El Rosario")}),
        # "Of" may lead on to what a town has.
        ("Rain fell in Quito city of all places.", {"Quito city": ("EC", "Pichincha", "Quito")}),
    ],
)
def test_a_division_in_front_of_a_town_holds_it(text: str, told: dict[str, tuple[str, str, str]]):
    found = [mention for mention in places(text) if not mention.weak]
    assert {one.text: (one.place.country, one.place.admin1, one.place.location) for one in found} == told


@pytest.mark.parametrize(
    ("text", "name", "place", "precision"),
    [
        ("Rain fell in Zarcuela, a poor suburb of Mopti in Mali.", "Zarcuela", ("Mopti", "Zarcuela"), 2),
        ("Rain fell in Zarcuela, a village 12 km north of Mopti in Mali.", "Zarcuela", ("Mopti", "Zarcuela"), 2),
        ("Rain fell in Zarcuela village, outside Mopti in Mali.", "Zarcuela village", ("Mopti", "Zarcuela"), 2),
        ("Rain fell in the village of Zarcuela near Mopti in Mali.", "village of Zarcuela", ("Mopti", "Zarcuela"), 2),
        ("Rain fell in Zarcuela, a town that sells rice to Mopti in Mali.", "Zarcuela", ("Zarcuela", ""), 6),
    ],
)
def test_what_no_list_has_is_told_by_the_town_it_is_near(text: str, name: str, place: tuple[str, str], precision: int):
    found = {one.text: one.place for one in places(text)}[name]
    assert ((found.location, found.site), found.geo_precision) == (place, precision)


def test_a_quarter_takes_the_town_after_it():
    text = (
        "Shots were heard in the La Zarcera neighborhood of Bogotá. In Cuenca, barrio La Zarcera, en el sur de Quito."
    )
    found = {mention.text: mention.place for mention in places(text)}
    assert (found["La Zarcera neighborhood"].site, found["La Zarcera neighborhood"].location) == (
        "La Zarcera neighborhood", "Bogotá",
    )  # fmt: skip


def test_a_site_named_for_its_town_is_there():
    prison = next(
        mention for mention in places("Troops stormed the Guayaquil Penitentiary in Ecuador.") if mention.place.site
    )
    assert (prison.place.site, prison.place.location, prison.specificity) == ("Guayaquil Penitentiary", "Guayaquil", 5)


def test_lists_are_not_containers():
    found = where("Blasts were heard in Quito, Guayas and El Oro, in Ecuador.")
    assert found["Quito"] == ("EC", "Pichincha", "Quito")
    text = "Latacunga, a town to the south of the capital, Quito, is calm. Ecuador is not."
    assert where(text)["Latacunga"] == ("EC", "Cotopaxi", "Latacunga")


def test_the_capital_and_this_city():
    assert where("Two bombs exploded in the capital. Ecuador mourns.")["the capital"] == ("EC", "Pichincha", "Quito")
    assert where("Nobody in this city slept.", dateline="Cali")["this city"] == ("CO", "Valle del Cauca", "Cali")
    assert "the capital" not in where("In Quito, the capital, Ecuador's president spoke of capital punishment.")


@pytest.mark.parametrize(
    ("text", "language", "town"),
    [
        ("A bomb went off in the Tanzanian capital of Dar es Salaam.", "en", "Dar es Salaam"),
        ("A bomb went off in the Tanzanian capital Dar es Salaam.", "en", "Dar es Salaam"),
        ("Una bomba estalló en la capital tanzana Dar es Salaam.", "es", "Dar es Salaam"),
        ("A bomb went off in the Tanzanian capital.", "en", "Dodoma"),
        ("A bomb went off in the Tanzanian capital, people in Dar es Salaam said.", "en", "Dodoma"),
    ],
)
def test_what_is_called_the_capital_by_name_is_the_town_of_that_name(text: str, language: str, town: str):
    [first] = [one.place.location for one in places(text, language) if one.place.location][:1]
    assert first == town


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two boats sank in the Atlantic off Florida, United States.", False),
        ("He met them on Friday in the White House, United States.", False),
        ("Two men were shot in Atlantic, Iowa, United States.", True),
        ("Men shot at the Atlantic courthouse in Iowa, United States.", True),
    ],
)
def test_a_small_town_takes_no_article(text: str, told: bool):
    assert any(town in {"Atlantic", "White House"} for _, _, town in where(text).values()) is told


def test_the_capital_is_that_of_the_country_told_of():
    text = "In Kenya, a bus burned. Police raided flats in the capital.\n\nIn Peru, two men died. Peru voted in Peru."
    assert ("the capital", "Nairobi") in [(mention.text, mention.place.location) for mention in places(text)]
    text = "Rebels met in Peru. Soldiers fired on a crowd in the capital, Antananarivo."
    assert where(text)["Antananarivo"][0] == "MG"
    assert "the capital" not in where(text)
    assert where("A bomb went off in the Somali capital.")["Somali capital"][2] == "Mogadishu"
    assert where("A bomb went off in Ethiopia's Somali region.")["Somali region"][0] == "ET"


def test_a_town_no_list_has_lies_in_the_division_named_behind_it():
    assert where("He was shot in Southport, North Carolina.")["Southport"] == ("US", "North Carolina", "Southport")
    assert where("Shops burned in Quito, Guayas and El Oro.")["Quito"] == ("EC", "Pichincha", "Quito")


def test_an_age_behind_a_name_makes_it_a_persons():
    assert "Nigel" not in where("Police in Ohio arrested Nigel Edge, 39, on Sunday.")
    assert where("Police arrested a man in Nigel, South Africa, on Sunday.")["Nigel"][0] == "ZA"


def test_persons_and_firms_named_like_towns_are_no_places():
    text = "Candidate Fernando Villavicencio fell in Quito. Villavicencio knew the Bank of Boston. Ecuador mourns."
    assert set(where(text)) == {"Quito", "Ecuador"}
    text = "PRESIDENT JOSE LASSO SPOKE IN GUAYAQUIL. LASSO LEFT. POLICE OF ECUADOR CAME IN MARCH."
    assert set(where(text)) == {"GUAYAQUIL", "ECUADOR"}
    assert not where("His life is in the hands of God, and we trust in God.")


def test_peoples_are_weak_and_count_for_the_country():
    text = "Peruvian soldiers crossed the river. The Peruvians left again."
    found = sentences(text, "en")
    (scenery,) = resolve_places(found, text, find_names(found, text))
    assert all(mention.weak and mention.kind == "people" for mention in scenery.mentions)
    assert scenery.country.country == "PE"


def test_world_cities_are_themselves_far_from_home():
    found = where("A bomb exploded in Quito, Ecuador. The news reached London, and talks began in Geneva.")
    assert (found["London"][0], found["Geneva"][0]) == ("GB", "CH")


def test_spanish_names_and_peoples():
    text = "Agentes colombianos fueron a Estados Unidos y al cantón Durán, cerca de Guayaquil, en Ecuador."
    found = where(text, "es")
    assert found["colombianos"][0] == "CO"
    assert found["Estados Unidos"][0] == "US"
    assert found["cantón Durán"][1] == "Guayas"


def test_names_shared_with_far_away_divisions_and_islands_are_meant_at_home():
    text = (
        "Inmates of the Litoral complex in Guayaquil, Ecuador, rose. Troops reached Durán and Santa Elena, in Ecuador."
    )
    found = where(text)
    assert found["Litoral complex"][0] == "EC"
    assert found["Durán"] == ("EC", "Guayas", "Durán")
    assert found["Santa Elena"][:2] == ("EC", "Santa Elena")
    assert where("Napoleon died on Saint Helena, in exile.")["Saint Helena"][0] == "SH"


def test_puerto_is_part_of_a_name_but_a_port_of_one_is_not():
    text = "El ataque ocurrió en el puerto de Manta y en Puerto López, en Manabí, Ecuador."
    found = where(text, "es")
    assert found["puerto de Manta"][2] == "Manta"
    assert found["Puerto López"][2] == "Puerto López"


def test_a_title_may_open_a_places_name():
    assert where("Ten people died in Mozambique's gas-rich Cabo Delgado province.")["Cabo Delgado province"][1] == (
        "Cabo Delgado"
    )
    assert where("A bomb went off in General Santos on Monday.")["General Santos"][2] == "General Santos"
    assert "General Santos" not in where("General Santos spoke to the press on Monday.")


def test_a_countrys_name_beside_a_village_or_a_division_is_the_country():
    assert where("Rebels raided a northern Mozambique village.")["Mozambique"] == ("MZ", "", "")
    found = where("Ten people died in Mozambique's Nampula province.")
    assert found["Nampula province"][1] == "Nampula"


def test_a_division_with_a_side_in_its_name_says_where_an_article_is():
    text = "Western Cape police are looking for four men. Three officers of the Nyanga station were hurt."
    assert {mention.place.country for mention in places(text)} == {"ZA"}


def test_only_what_something_is_in_is_where_it_happens():
    mentions = places("The U.S. embassy in Bolivia and the media states that nobody was hurt.")
    assert {mention.text: mention.weak for mention in mentions} == {"U.S.": True, "Bolivia": False}


def test_the_order_of_alternatives_never_shows():
    text = "Bombs in San Miguel, La Libertad, Santa Ana, Santa Rosa and San Pedro hurt nobody in Guatemala or Peru."
    assert places(text) == places(text)


@given(
    st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.sampled_from(["en", "es"]),
    st.sampled_from(["", "Quito", "?"]),
)
def test_any_text_gives_mentions_in_order_that_are_its_words(text: str, language: str, dateline: str):
    last = 0
    for mention in places(text, language, dateline):
        assert mention.start >= last
        assert " ".join(text[mention.start : mention.end].split()) == mention.text
        last = mention.start


def test_a_place_word_may_open_the_name_of_a_quarter():
    assert "barrio Isla Bonita" in where("En el barrio Isla Bonita, en Loja, hubo un incendio.", "es")


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("Nine were killed at Dambela on Monday, the Malian army said.", "Dambela", ("ML", "", "Dambela")),
        ("Nine died in the bombing at Dambela in North Kordofan.", "Dambela", ("SD", "Northern Kordofan", "Dambela")),
        ("Gunmen entered Dambela, in Ituri province.", "Dambela", ("CD", "Ituri", "Dambela")),
        ("Gunmen stormed Dambela Dutse, a village in Zamfara.", "Dambela Dutse", ("NG", "Zamfara", "Dambela Dutse")),
    ],
)
def test_a_village_that_no_list_has_is_told_by_its_verb_or_by_the_words_behind_it(
    text: str, name: str, place: tuple[str, str, str]
) -> None:
    assert where(text)[name] == place


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed Bello Dosara, a village head in Zamfara.",
        "Reporters at Dambela Motors saw it, the Malian army said.",
        "He bombed Luis Mora, in Quito.",
    ],
)
def test_a_person_or_a_firm_is_no_village(text: str) -> None:
    assert {mention.kind for mention in places(text)} <= {"people", "admin1", "capital", "town"}
    assert not {"Bello Dosara", "Dambela", "Dambela Motors", "Luis Mora"} & set(where(text))


def test_a_region_larger_than_a_division_is_in_its_country_and_in_no_division_of_it() -> None:
    (darfur,) = (mention for mention in places("Nine were killed in Darfur.", dateline="Geneva"))
    assert (darfur.kind, darfur.place.country, darfur.place.site) == ("region", "SD", "Darfur")
    assert where("Nine were killed in Kutum, Central Darfur.")["Central Darfur"] == ("SD", "Central Darfur", "")


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("Rain fell in the Peruvian town of San Miguel. El Salvador is calm.", "en", "town of San Miguel", "PE"),
        ("Rain fell in the Kenyan town of Zampik. Nigeria is calm.", "en", "town of Zampik", "KE"),
        ("Llovió en la ciudad peruana de San Pablo. Ecuador está en calma.", "es", "ciudad peruana de San Pablo", "PE"),
        ("Bombs fell on the Ukrainian town of Izium and on Shebekino in Russia.", "en", "town of Izium", "UA"),
        ("A Peruvian fled to San Miguel in El Salvador.", "en", "San Miguel", "SV"),
        ("Llovió en la localidad keniana de Zampik. Ecuador está en calma.", "es", "localidad keniana de Zampik", "KE"),
    ],
)  # fmt: skip
def test_a_people_beside_the_word_for_a_town_tells_its_country(
    text: str, language: str, name: str, country: str
) -> None:
    assert where(text, language)[name][0] == country


def test_a_people_may_have_a_settlement_in_another_country() -> None:
    assert (
        where("It rained in the Israeli settlement of Zampik.", dateline="Ramallah")["settlement of Zampik"][0] == "PS"
    )


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Rain fell in the Mapuche community of Pocuno in Chile.", "en", ["community of Pocuno", "Chile"]),
        ("Rain fell in the Kurdish city of Diyarbakir.", "en", ["city of Diyarbakir"]),
        ("Rain fell in Danbe village of Plateau state, Nigeria.", "en", ["Danbe village", "Plateau state", "Nigeria"]),
        ("A mob beat African farm workers in Chile.", "en", ["Chile"]),
        ("Llovió en la vereda El Turco, en Colombia.", "es", ["vereda El Turco", "Colombia"]),
    ],
)
def test_what_a_people_or_a_faith_says_of_a_place_is_not_its_name(text: str, language: str, told: list[str]) -> None:
    assert [one.text for one in places(text, language)] == told


def test_a_large_division_that_has_no_namesake_is_known_abroad() -> None:
    assert where("Rain fell in Zampik, in Borno state. Kenya is calm.")["Borno state"] == ("NG", "Borno", "")
    assert where("Llovió en el Cauca. Ecuador está en calma.", "es")["Cauca"] == ("CO", "Cauca", "")
    assert where("Llovió en el Litoral. Ecuador está en calma.", "es").get("Litoral") is None
    told = where("UNIONS IN EL SALVADOR URGED THEIR MEMBERS TO JOIN IN THE MARCHES.")
    assert {country for country, *_ in told.values()} == {"SV"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tres personas murieron en las inmediaciones de Arcatao, según la policía de El Salvador.", "es"),
        ("Three people were killed in the vicinity of Arcatao, police in El Salvador said.", "en"),
    ],
)
def test_a_town_no_list_has_is_told_by_what_lies_near_it(text: str, language: str) -> None:
    assert where(text, language)["Arcatao"] == ("SV", "", "Arcatao")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru mourned. Two nuns were shot in Rawlinston, Ohio.", ("US", "Ohio", "Rawlinston")),
        ("Peru mourned. Two nuns were shot in Rawlinston, Victoria Ruiz said.", ("PE", "", "Rawlinston")),
    ],
)
def test_a_town_no_list_has_lies_in_the_state_behind_it(text: str, found: tuple[str, str, str]) -> None:
    assert where(text)["Rawlinston"] == found


def test_a_small_article_may_open_a_places_name_in_english() -> None:
    assert where("Two men were hurt in el Salvador.")["el Salvador"][0] == "SV"
    assert where("A bomb went off in la Paz, Bolivia.")["la Paz"] == ("BO", "La Paz", "La Paz")
    assert "la Cruz" not in where("Juan de la Cruz was hurt in Quito.")
