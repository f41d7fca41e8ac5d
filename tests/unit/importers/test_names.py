from hypothesis import given
from hypothesis import strategies as st

from importers.extraction.naming.names import Name, find_names
from importers.language.tokens import sentences


def names(text: str, language: str = "en") -> list[Name]:
    return list(find_names(sentences(text, language), text))


def kinds(text: str, language: str = "en") -> dict[str, str]:
    return {name.text: name.kind for name in names(text, language)}


def titles(text: str, language: str = "en") -> dict[str, str]:
    return {name.text: name.title for name in names(text, language) if name.kind == "person"}


def test_titles_before_and_after_a_name():
    text = (
        "Ecuadorian President Rosa Vallejo met Gen. Luis Ospina. Police commander Iván Tapia was there, with Ana Mora, "
        "the governor of Azuay province, and presidential candidate Jorge Lema. Secretary of Defense Pablo Arias came."
    )
    assert titles(text) == {
        "Rosa Vallejo": "President",
        "Luis Ospina": "Gen.",
        "Iván Tapia": "Police commander",
        "Ana Mora": "governor of Azuay province",
        "Jorge Lema": "presidential candidate",
        "Pablo Arias": "Secretary of Defense",
    }


def test_a_title_with_its_complement_before_a_comma():
    assert titles("The mayor of Manta, Elsa Quimis, left.") == {"Elsa Quimis": "mayor of Manta"}
    assert titles("The mayor of San Pablo, Elsa Quimis, left.")["Elsa Quimis"] == "mayor of San Pablo"
    assert titles("The mayor of Manta Pablo Paz left.")["Pablo Paz"] == "mayor of Manta"
    assert titles("El ministro del Interior, Juan Zapata, salió.", "es") == {"Juan Zapata": "ministro del Interior"}


def test_short_forms_are_the_person_named_in_full():
    text = "Analyst Inés Carrión warned of it. Carrión spoke on Friday. In Lasso, nobody did."
    found = {name.text: name.canonical for name in names(text)}
    assert found["Carrión"] == "Inés Carrión"
    later = "Judge Ana Ospina left. Judge Luis Ospina stayed. Ospina said so."
    assert names(later)[-1].canonical == "Luis Ospina"
    relative = "Judge Luis Ospina fell. Ospina was 40. His mother Ana de Ospina wept. All left. Ospina's death hurts."
    assert names(relative)[-1].canonical == "Luis Ospina"


def test_acronyms_are_tied_to_long_forms_both_ways():
    text = "The National Penal Service (NPS) knew. The NPS did nothing. The AFM [Army of Free Miners] came."
    found = {name.text: name.canonical for name in names(text)}
    assert found["NPS"] == "National Penal Service"
    assert found["AFM"] == "Army of Free Miners"


def test_organisations_hold_together():
    found = kinds("The Ministry of the Interior and the National Court of Justice asked the Azuay Workers Federation.")
    assert found == {
        "Ministry of the Interior": "organisation",
        "National Court of Justice": "organisation",
        "Azuay Workers Federation": "organisation",
    }


def test_in_capitals_titles_given_names_and_the_dictionary_tell_names():
    text = (
        "THE ARMY SAID THAT COLONEL RODRIGO ALBORNOZ ESCORTED JUDGE ZURITA FROM THE TOWN. MARTA CAIZA, A TEACHER, WAS "
        "SHOT IN SAN SALVADOR. THE FRONT FOR RURAL LIBERATION [FRL] DENIED IT. ALBORNOZ LEFT."
    )
    found = {name.text: (name.kind, name.canonical) for name in names(text)}
    assert found["RODRIGO ALBORNOZ"] == ("person", "RODRIGO ALBORNOZ")
    assert found["ZURITA"][0] == "person"
    assert found["MARTA CAIZA"][0] == "person"
    assert found["FRL"] == ("organisation", "FRONT FOR RURAL LIBERATION")
    assert found["ALBORNOZ"] == ("person", "RODRIGO ALBORNOZ")
    assert not any("SALVADOR" in name for name in found)


def test_sentence_openers_and_peoples_are_no_names():
    assert names("However, the Ecuadorians left. Police came on Monday in August.") == []


# The first look-up reads the word lists.
@given(st.text() | st.text(alphabet="AaBb .,[]()ELN'\n"), st.sampled_from(["en", "es"]))
def test_any_text_gives_names_in_order_that_are_its_words(text: str, language: str):
    at = 0
    for name in names(text, language):
        assert name.start >= at
        assert " ".join(text[name.start : name.end].split()) == name.text
        at = name.end


def test_a_compound_that_ends_in_a_word_is_no_name_where_any_word_has_a_capital():
    assert kinds("Anti-government protesters came. Stone-throwing youths fled. Al-Shabab fought on.") == {
        "Al-Shabab": "other"
    }


def test_a_month_may_be_a_given_name():
    text = "Mataron a Julio César Mora y a Domingo Rojas el domingo. Fue en Julio, dijo Luis Paz el Domingo."
    assert [name.text for name in names(text, "es")] == ["Julio César Mora", "Domingo Rojas", "Luis Paz"]
