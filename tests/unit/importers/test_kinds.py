"""Of what type an event is: by its words and by those who and what stand beside them."""

import pytest

from importers.dating.expressions import find
from importers.extraction.reports import extract
from store.records.article import Article


def types(text: str, language: str) -> set[str]:
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language=language)
    return {report.sub_event_type for report in extract(article, find(text, language))}


@pytest.mark.parametrize(
    ("language", "told", "kind", "other", "otherwise"),
    [
        (
            "en",
            "A strike with missiles was carried out on Friday in Loja.",
            "shelling",
            "A strike by nurses was carried out on Friday in Loja.",
            "strike",
        ),
        (
            "en",
            "The roof of a market collapsed in Loja on Friday, killing 16 people.",
            "accident",
            "The gang of a market attacked in Loja on Friday, killing 16 people.",
            "killing",
        ),
        (
            "en",
            "Troops hit Loja with two bombs on Friday.",
            "explosive_device",
            "Gunmen hit a clerk with a bat on Friday.",
            "attack",
        ),
        (
            "en",
            "A judge remanded the mayor in custody on Friday.",
            "charges_ruling",
            "Police took the mayor into custody on Friday.",
            "arrest",
        ),
        ("en", "A court jailed the mayor on Friday.", "charges_ruling", "Police jailed the mayor on Friday.", "arrest"),
        (
            "es",
            "Un suboficial de la Policía fue asesinado en Loja el viernes.",
            "killing",
            "Un suboficial del Ejército fue asesinado en Loja el viernes.",
            "armed_clash",
        ),
        (
            "es",
            "Se desplomó el techo de un mercado en Loja el viernes.",
            "accident",
            "Se incendió el techo de un mercado en Loja el viernes.",
            "arson",
        ),
    ],
)
def test_a_word_of_two_meanings_has_that_of_what_stands_beside_it(
    language: str, told: str, kind: str, other: str, otherwise: str
) -> None:
    assert [types(told, language), types(other, language)] == [{kind}, {otherwise}]


@pytest.mark.parametrize(
    ("language", "told", "kind", "silent"),
    [
        ("en", "Rebels shot down a military helicopter near Loja.", "armed_clash", "Rebels shot down a military plan."),
        ("en", "112 inmates took to their heels in Loja.", "prison_escape", "The runner took to his heels in Loja."),
        ("en", "A school collapsed in Loja on Friday.", "accident", "The talks collapsed in Loja on Friday."),
        ("en", "A suspect was nabbed in Loja.", "arrest", "A suspect was seen in Loja."),
        ("en", "A bus was hit with gasoline bombs.", "arson", "A bus was loaded with gasoline bombs."),
        ("en", "Soldiers entered Zaruma in May.", "overtakes_territory", "Soldiers entered the Zaruma complex in May."),
        ("en", "Iraq invaded Kuwait in May.", "overtakes_territory", "Locusts invaded Kuwait in May."),
        ("en", "The army's invasion of Kuwait began.", "overtakes_territory", "An invasion of locusts began."),
        ("es", "El ejército invadió Kuwait en mayo.", "overtakes_territory", "Los turistas invadieron Kuwait en mayo."),
        (
            "en",
            "A court ruled on Friday that the law was void.",
            "charges_ruling",
            "Kings ruled that land for a century.",
        ),
        ("en", "The genocide of 900 nuns shook Loja.", "killing", "They shouted: down with the genocide!"),
        ("es", "El genocidio de 900 monjas sacudió Loja.", "killing", "Gritaban: ¡abajo el genocidio!"),
        ("en", "The mayor was tried for fraud in Loja.", "charges_ruling", "The mayor tried to pay for fraud in Loja."),
        ("en", "Two ministers met in Loja on Friday.", "meeting", "Two roads met in Loja on Friday."),
        (
            "en",
            "The army and the rebels resumed talks in Loja.",
            "negotiation",
            "A firm and a bank resumed talks in Loja.",
        ),
        (
            "en",
            "Talks between the army and rebels opened in Loja.",
            "negotiation",
            "Wage talks at a mine opened in Loja.",
        ),
        (
            "en",
            "Rebels and the government signed a deal in Loja.",
            "agreement",
            "A bank and a firm signed a deal in Loja.",
        ),
        ("en", "A peace deal was signed in Loja on Friday.", "agreement", "A song deal was signed in Loja on Friday."),
        ("es", "Dos empleados fueron envenenados en Loja.", "attack", "El debate fue envenenado en Loja."),
        ("es", "Un juez fue sacado de su casa por hombres armados.", "abduction", "Un juez fue sacado de su casa."),
        ("es", "Lanzaron piedras contra la policía en Loja.", "attack", "Lanzaron piedras al río en Loja."),
        ("es", "Los mineros pararon labores en Loja el viernes.", "strike", "Los mineros pararon en Loja el viernes."),
        ("en", "Gunmen in Loja made away with nine farmers.", "abduction", "Clerks in Loja made away with paper."),
        ("en", "Rebels took a nurse from a farm in Loja.", "abduction", "Aides took a nurse from a farm in Loja."),
        ("en", "Two clerks retained by rebels in Loja are well.", "abduction", "Two clerks retained by us are well."),
        ("en", "Arsonists gutted a warehouse in Loja.", "arson", "Builders gutted a warehouse in Loja."),
        ("en", "A grenade was rolled into a bar in Loja.", "grenade", "A barrel was rolled into a bar in Loja."),
        ("en", "He set off his vest in a mosque in Loja.", "suicide_bomb", "He took off his vest in a mosque in Loja."),
        ("en", "Israel bombed a base in Loja.", "air_strike", "Sheep roamed a base in Loja."),
        ("en", "Planes bombed a village in Loja.", "air_strike", "Planes left a village in Loja."),
        ("en", "Rebels bombed a base in Loja.", "explosive_device", "Rebels liked a base in Loja."),
        ("en", "He detonated a suicide vest in Loja.", "suicide_bomb", "He sold a suicide vest in Loja."),
        ("en", "Soldiers were attacked with a grenade in Loja.", "grenade", "Soldiers ate with a general in Loja."),
        ("en", "Rebels shelled troops with mortars in Loja.", "shelling", "Shells were gathered in Loja."),
        ("en", "Rebels used mustard gas in Loja.", "attack", "Rebels used gas stoves in Loja."),
        (
            "en",
            "The eruption killed two people in Loja.",
            "natural_disaster",
            "Talks about an eruption went on in Loja.",
        ),
        ("en", "A clerk was found in Loja with his throat slit.", "killing", "A clerk was found in Loja with his dog."),
        ("en", "Thieves emptied a shop in Loja.", "robbery", "Clerks emptied a shop in Loja."),
        ("en", "Raiders rustled 70 cows in Loja.", "robbery", "Leaves rustled above 70 cows in Loja."),
        ("en", "Two bullets went through a window in Loja.", "attack", "Two cats went through a window in Loja."),
        ("en", "He drove a van into a crowd in Loja.", "attack", "He drove a van into a garage in Loja."),
        ("en", "A woman was set alight in Loja.", "attack", "A candle was lit in Loja."),
        ("en", "They toppled a mast in Loja with dynamite.", "explosive_device", "They raised a mast in Loja."),
        ("es", "Los rebeldes sacaron a un juez de su finca.", "abduction", "Sus hijos sacaron a un juez de su finca."),
        ("es", "Un hombre detonó su chaleco en un bar.", "suicide_bomb", "Un hombre dejó su chaleco en un bar."),
        ("es", "Usaron gas sarín en Loja.", "attack", "Usaron gas natural en Loja."),
        ("es", "Soldados fueron atacados con una granada en Loja.", "grenade", "Soldados comieron en Loja."),
        ("es", "Un juez fue hallado degollado en Loja.", "killing", "Un juez fue hallado dormido en Loja."),
        ("es", "Asaltantes vaciaron una tienda en Loja.", "robbery", "Vecinos vaciaron una piscina en Loja."),
        ("es", "Dos balas atravesaron un bus en Loja.", "attack", "Dos ríos atravesaron un barrio en Loja."),
        ("es", "Lanzó ácido sobre una mujer en Loja.", "attack", "Lanzó flores sobre una mujer en Loja."),
    ],
)
def test_deeds_told_in_plain_words_are_found(language: str, told: str, kind: str, silent: str) -> None:
    assert types(told, language) == {kind}
    assert types(silent, language) == set()


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("So many children have been maimed by bombs!", "attack"),
        ("Children are bombed.", "attack"),
        ("He was maimed by a bomb.", "explosive_device"),
    ],
)
def test_what_befalls_many_in_general_does_not_say_what_befell_one(told: str, kind: str) -> None:
    text = f'The clerk Luis Paz was wounded in an attack in Loja on Friday.\n\n"{told}", his wife said.'
    article = Article("a.txt", "0" * 64, len(text), "text", "utf-8", text, language="en")
    first = extract(article, find(text, "en"))[0]
    assert first.sub_event_type == kind
