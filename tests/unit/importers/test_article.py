from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.cleaning.agencies import agencies
from importers.cleaning.blocks import blocks
from importers.cleaning.datelines import find_dateline
from importers.cleaning.marks import find_marks
from importers.readers import read_file
from store.records.article import Article
from store.records.span import Span

LEAD = (
    "Fishermen blocked the port of Manta on Monday in protest at the price of fuel. The police watched from a distance."
)
MORE = "By the evening about forty boats lay across the entrance. By Tuesday, the union says, it will be a hundred."


@pytest.fixture
def read(tmp_path: Path):
    def reading(text: str, name: str = "a.txt") -> Article:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_file(path)

    return reading


def asides(article: Article) -> list[tuple[str, str]]:
    return [(aside.kind, article.text[aside.span.start : aside.span.end].strip()) for aside in article.set_aside]


def test_an_outlet_behind_the_authors_name_is_no_part_of_it(read):
    article = read(f"Boats block the port\n\nBy Jane Doe, The Nile Courier\n\n{LEAD}\n")
    assert (article.outlet, article.byline) == ("The Nile Courier", "Jane Doe")


def test_a_date_that_runs_into_the_first_sentence_is_header_and_the_sentence_is_not(read):
    article = read(f" date 2023-11-15 {LEAD}\n\n{MORE}")
    assert asides(article) == [("header", "date 2023-11-15")]
    assert article.body.split("\n")[0].strip() == LEAD
    assert article.body.index("Fishermen") == article.text.index("Fishermen")


def test_the_lines_above_an_article(read):
    article = read(
        "Title: Boats block the port\nSource: The Andes Courier\nPublished: Saturday, 2 September 2023, 10:42 GMT\n"
        f"By: Jane Doe\nURL: https://courier.example/boats\nSection: Coast\n\nPhoto: A. Mora/AFP\n\n{LEAD}\n\n{MORE}\n"
    )
    assert (article.title, article.outlet, article.byline) == ("Boats block the port", "The Andes Courier", "Jane Doe")
    assert article.url == "https://courier.example/boats"
    assert article.title_span is not None
    assert article.text[article.title_span.start : article.title_span.end] == article.title
    assert [kind for kind, _ in asides(article)] == [
        "header",
        "header",
        "header",
        "byline",
        "header",
        "header",
        "caption",
    ]
    assert article.body.split() == f"{article.title} {LEAD} {MORE}".split()


def test_the_lines_below_and_between(read):
    lines = [
        ("promotion", "READ MORE: Where the fuel goes"),
        ("promotion", "Lea también: Así se fija el precio del diésel"),
        ("promotion", "Sign up for our newsletter and never miss a story"),
        ("promotion", "Síguenos en X y Facebook"),
        ("promotion", "Advertisement"),
        ("caption", "Boats at the entrance of the port. MARÍA CRUZ/AFP via Getty Images"),
        ("caption", "Foto: Cortesía"),
        ("credit", "Luis Paz contributed to this report."),
        ("credit", "Reporting by Ana Mora; editing by Luis Paz"),
        ("ownership", "This article is owned by Coast Review."),
        ("byline", "Written by: Ana Mora"),
        ("ownership", "© 2023 Coast Review. All rights reserved."),
        ("other", "We use cookies to make this site better."),
        ("promotion", "WATCH: The blockade from the air"),
    ]
    article = read("\n\n".join([LEAD, MORE, *(line for _, line in lines)]))
    assert asides(article) == lines
    assert article.body.split() == f"{LEAD} {MORE}".split()
    assert (article.outlet, article.byline) == ("Coast Review", "Ana Mora")


@pytest.mark.parametrize(
    "sentence",
    [
        "By Friday the men had gone.",
        "By Monday night, Jane Doe and three others had been found.",
        "Watch the river, the old people say, and you will know the year.",
        "Related charges against the two brothers were dropped in 2021.",
        "Photographs of the dead were shown to the families on Sunday.",
        "Follow the money, the prosecutor told the court.",
        "Source after source described the same blue car.",
        "Date palms were cut down along the road.",
        "From the bridge one could see the burning bus.",
        "More than 40 people were hurt when the stand fell.",
        "Title deeds were burned in the attack on the land registry.",
        "Copyright law was not on the agenda of the talks.",
        "Fecha tras fecha, el equipo perdió ante rivales más modestos.",
        "Por la tarde, los vecinos volvieron a sus casas.",
        "La policía encontró fotos: dos rehenes aparecen con vida en ellas.",
        "Video footage shows two men running from the bank.",
        "The governor (PSC) — a lawyer by training — denied it.",
        "AP courses will be cut at the school, the board said.",
        "Publicly he denied it; privately, he packed.",
        "Read as a whole, the ruling frees the two officers.",
        "Sign language interpreters stood beside the minister.",
        "Published 2 September 2023 in the official gazette, the decree took effect at once.",
        "Source: a man who would not give his name said that all had left.",
        "Texto: el decreto prohíbe toda reunión después de las nueve de la noche.",
        "Issued 2 September 2023, the order was never carried out.",
    ],
)
def test_sentences_of_an_article_are_never_set_aside(read, sentence: str):
    for text in (f"{sentence}\n{LEAD}\n{MORE}", f"{LEAD}\n\n{sentence}\n\n{MORE}", f"{LEAD}\n{MORE}\n{sentence}\n"):
        assert asides(read(text)) == []


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("QUITO, Ecuador (AP) — Two", "Quito, Ecuador", "AP"),
        ("QUITO, Sept. 1 (Reuters) - Two", "Quito", "Reuters"),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] [PRESS OFFICE] [TEXT] TWO", "San Salvador", ""),
        ("CARACAS (VENEZUELA), 5 SEP 89 (DPA) -- [TEXT] TWO", "Caracas, Venezuela", "DPA"),
        ("CLANDESTINE, NO DATE (RADIO LIBRE) -- [TEXT] TWO", "", "RADIO LIBRE"),
        ("Lima, 24 mar (EFE).- Two", "Lima", "EFE"),
        ("Quito, 2 de septiembre de 2023 (EFE) - Two", "Quito", "EFE"),
        ("DAR ES SALAAM, Tanzania (AP) _\n\nTwo", "Dar Es Salaam, Tanzania", "AP"),
        ("NEWARK, N.J. _ Two", "Newark, N.J.", ""),
        ("QUITO/GUAYAQUIL (Reuters) - Two", "Quito/Guayaquil", "Reuters"),
        ("GUAYAQUIL — Two", "Guayaquil", ""),
        ("WASHINGTON, D.C., Sept. 1, 2023 (AP) -- Two", "Washington, D.C.", "AP"),
        ("(Reuters) - Two", "", "Reuters"),
        ("CNN — Two", "", "CNN"),
        ("Quito, Ecuador CNN — Two", "Quito, Ecuador", "CNN"),
        ("Quito, No Date (Radio Libre) -- [Text] Two", "Quito", "Radio Libre"),
        ("BREAKING — Two", "", ""),
        ("Caracas, 12/09/2022. Two", "Caracas", ""),
        ("MANTA (El Litoral) 15/01/2023. Two", "Manta", "El Litoral"),
        ("Trujillo, 7 mar 90 (Red Norte)\n\nTwo", "Trujillo", "Red Norte"),
        ("Ciudad de Panamá | 6 de junio de 2025 | Two", "Ciudad de Panamá", ""),
        ("Cúcuta, 9 de noviembre de 2023 (Radio Norte). Two", "Cúcuta", "Radio Norte"),
        ("Santo Domingo, 4 mar 2024.- Two", "Santo Domingo", ""),
        ("Puebla, a 9 de noviembre de 2023.- Two", "Puebla", ""),
        ("Tegucigalpa, Honduras.- Two", "Tegucigalpa, Honduras", ""),
        ("JACMEL, Haiti — April 22, 2025. Two", "Jacmel, Haiti", ""),
        ("San Salvador, 9 nov. 2023 | Two", "San Salvador", ""),
        ("09-noviembre-2023.- Two", "", ""),
        ("9 de noviembre de 2023.— Two", "", ""),
        ("Maiduguri – Two", "Maiduguri", ""),
        ("Tena [Napo], 14 Nov 89 (EL FARO) -- Two", "Tena, Napo", "EL FARO"),
        ("(Clandestine) Radio Faro in Spanish to Ecuador 0200 GMT 17 Jan 89\n\nTwo", "", "Radio Faro"),
        ("Radio Faro in Spanish 1200 GMT 17 Jan 1989\n\nTwo", "", "Radio Faro"),
    ],
)
def test_datelines(opening: str, place: str, agency: str):
    text = f"{opening} bombs went off near the port on Monday, police said."
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert text[found.span.end :].lower().startswith("two bombs")


@pytest.mark.parametrize(
    "opening",
    [
        "AVON RENT-A-CAR Corp. said it declared a dividend.",
        "Ecuador — once an island of peace — is at war with itself.",
        "The president (left) - who came late - said nothing.",
        "UN-backed talks resumed on Monday.",
        "TWO MEN, POLICE SAID, WERE KILLED -- ONE OF THEM BY A BOMB.",
        "Quito: the old town burns.",
        "On Friday, Sept. 1 — the day of the search — nothing moved.",
        "El viernes, 1 de septiembre — el día del operativo — nada se movió.",
        "The Mirror — a novel by a guard — sold well.",
        "Maiduguri — the largest town of Borno — is calm.",
        "Vigil — Two bombs went off near the port.",
        "Ayer.- Nada se movió.",
        "9 November 2023 — the day of the search — nothing moved.",
        "The vote — on 9 November 2023. Nobody came.",
        "The mayor (right) was born on 15 January 1980. She said nothing.",
        "Ana Mora (Alianza Verde). La candidata habló.",
    ],
)
def test_sentences_with_a_dash_are_no_datelines(opening: str):
    assert find_dateline(opening, 0, len(opening)) is None


def test_a_title_is_a_headline_and_first_words_stand_in_where_there_is_none(read):
    with_headline = read(f"Boats block the port of Manta\n\n{LEAD}")
    assert with_headline.title == "Boats block the port of Manta"
    assert "Boats" in with_headline.body
    without = read(f"{LEAD} {MORE}")
    assert without.title == "Fishermen blocked the port of Manta on Monday in protest at the…"
    assert without.title_span is None


def test_an_outlet_above_the_headline(read):
    article = read(
        f"Diario El Faro\nLanchas bloquean el puerto\nPor Ana Mora\nSábado, 2 de septiembre de 2023\n\n{LEAD}"
    )
    assert (article.outlet, article.title, article.byline) == (
        "Diario El Faro",
        "Lanchas bloquean el puerto",
        "Ana Mora",
    )
    assert article.candidates[0].start.isoformat() == "2023-09-02"


def test_lists_of_links_and_captions_below_their_label(read):
    article = read(
        "Port blocked\nPublished\n2 September 2023\nShare\n\nImage source, EPA\nImage caption,\nBoats from a hill\n\n"
        f"By Ana Mora\nBBC News\n\n{LEAD}\n\n{MORE}\n\n"
        "More on this story\nFuel price up again\nPublished\n9 August 2023\n"
    )
    assert (article.title, article.outlet, article.byline) == ("Port blocked", "BBC", "Ana Mora")
    assert [candidate.start.isoformat() for candidate in article.candidates] == ["2023-09-02"]
    assert article.body.split() == f"Port blocked {LEAD} {MORE}".split()


def test_text_after_a_list_of_links_is_text_again(read):
    article = read(f"{LEAD}\n\nRELATED STORIES\nFuel price up again\nA night at the port\n\n{MORE}")
    assert article.body.split() == f"{LEAD} {MORE}".split()


def test_the_dates_of_a_chronology_are_text(read):
    days = "".join(f"{day}\n{LEAD}\n" for day in ("9 August 2023", "31 August 2023", "2 September 2023"))
    article = read(f"The crisis day by day\n\n{days}")
    assert article.set_aside == article.candidates == ()


def test_a_section_above_the_headline_and_a_dateline_below_a_caption(read):
    article = read(
        "Ecuador\nFishermen block the port of Manta\nSeptember 2, 2023 9:15 PM UTC · Updated 3 hours ago\n\n"
        "[1/2] Boats at the entrance. REUTERS/Ana Mora Acquire Licensing Rights\n\n"
        f"MANTA, Sept 2 (Reuters) - {LEAD}\n\n{MORE}"
    )
    assert article.title == "Fishermen block the port of Manta"
    assert (article.dateline_place, article.outlet) == ("Manta", "Reuters")
    assert article.body.split() == f"{article.title} {LEAD} {MORE}".split()


def test_a_headline_with_its_full_stop_stands_above_the_dateline_of_a_wire(read):
    article = read(
        f"J.R. Mora leads fishermen in block of Manta.\n\nAna Vera\nMANTA, Ecuador 2023-09-02\n{LEAD}\n\n{MORE}"
    )
    assert (article.title, article.title_span) == ("J.R. Mora leads fishermen in block of Manta", Span(0, 44))
    assert (article.dateline_place, [c.where for c in article.candidates]) == ("Manta, Ecuador", ["dateline"])
    two = read(f"The port is blocked. Nobody sails.\n\nMANTA, Ecuador 2023-09-02\n{LEAD}\n\n{MORE}")
    assert two.title_span is None


def test_a_subtitle_may_be_a_long_sentence_and_a_line_below_the_text_may_date_it(read):
    subtitle = (
        "The skippers, who have not been paid since spring, had warned the ministry twice that they would close the "
        "entrance to the harbour if the price of fuel were raised once more this year"
    )
    above = read(f"Fishermen block the port\n\n{subtitle}\n\nManta - 2 SEP 2023 - 13:05 CEST\n\n{LEAD}\n\n{MORE}")
    assert (above.dateline_place, [c.where for c in above.candidates]) == ("Manta", ["dateline"])
    assert subtitle in above.body
    under = read(f"Fishermen block the port\n\nMANTA (Coast Press Agency)\n2 September 2023\n\n{LEAD}\n\n{MORE}")
    assert (under.dateline_place, [c.where for c in under.candidates]) == ("Manta", ["header line"])
    below = read(f"Fishermen block the port\n\n{LEAD}\n\n{MORE}\n\nCoast Dispatch, September 2, 2023\n")
    assert (below.outlet, [c.where for c in below.candidates]) == ("Coast Dispatch", ["last line"])
    assert below.body.rstrip().endswith(MORE)


@pytest.mark.parametrize("kind", ["MEDIA RELEASE", "Comunicado de prensa"])
def test_the_office_above_a_release_is_its_outlet_and_no_headline(read, kind: str):
    article = read(
        f"HARBOUR POLICE OF MANABÍ\nPress Office\n{kind}\n\n2 September 2023\n\nTwo held over a fire\n\n{LEAD}"
    )
    assert (article.outlet, article.title) == ("HARBOUR POLICE OF MANABÍ", "Two held over a fire")
    assert article.body.split() == f"Two held over a fire {LEAD}".split()


def test_the_outlet_is_the_host_of_the_address_or_the_agency_of_the_dateline(read):
    assert read(f"URL: https://www.courier.example/boats\n\n{LEAD}").outlet == "courier.example"
    assert read(f"QUITO (AP) — {LEAD}").outlet == "AP"
    assert read(LEAD).outlet == ""


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        (
            "Two men were held, AP reports. It was a trap, the BBC noted, per The Guardian.",
            ("AP", "BBC", "The Guardian"),
        ),
        ("Según EFE, dos hombres fueron detenidos, informó Diario del Pacífico.", ("Diario del Pacífico", "EFE")),
        ("The Andes Courier reported on Monday that he had fled.", ("The Andes Courier",)),
        (
            "He told the newspaper Kallari that he was innocent, and told Reuters and AFP nothing.",
            ("AFP", "Kallari", "Reuters"),
        ),
        ("The minister told the news agency Andean Wire that it was over.", ("Andean Wire",)),
        ("EL COMERCIO REPORTED THAT TWO MEN DIED.", ("El Comercio",)),
        ("Times Square reported no trouble. President Lasso reported on progress. Police reported two dead.", ()),
        ("The Press Association of Quito, the Free Press and AP Møller sent no one. A mirror said it all.", ()),
        ("Independent observers reported fraud, according to the Sun Bank.", ()),
    ],
)
def test_outlets_credited_in_the_text(text: str, credited: tuple[str, ...]):
    assert agencies(text) == credited


def test_wrapped_text_is_read_by_paragraphs():
    text = (
        "   SOME HUNDRED MEN BLOCKED THE ROAD TO THE PORT TODAY, AND THE POLICE\n"
        "WATCH: NOBODY MOVED THEM, AND NOBODY WAS ABLE TO SAY WHO HAD SENT THEM\nTHERE.\n\n"
        "   THE MAYOR, WHO CAME ON FOOT FROM THE MARKET TO SPEAK WITH THE MEN ON\n"
        "THE BRIDGE, WAS SENT AWAY WITHOUT AN ANSWER AND RETURNED AT NIGHTFALL\nTO TRY AGAIN.\n"
    )
    assert len(blocks(text)) == 2
    assert find_marks(text).asides == ()


def test_the_initials_of_the_desk(read):
    for text in (f"QUITO (AP) _ {LEAD} (jd/mr)", f"{LEAD}\n\n{MORE} (jd/mr)\n", f"{LEAD}\n\n{MORE}\n\n(jd/mr)\n"):
        assert asides(read(text))[-1] == ("credit", "(jd/mr)")


def test_editors_brackets_are_set_aside_and_words_put_into_a_sentence_are_not(read):
    article = read(
        f"{LEAD} [END RECORDING]\n\nHe said the [fishermen's] union was [words indistinct] to blame [sic]. {MORE}"
    )
    assert asides(article) == [("other", "[END RECORDING]"), ("other", "[words indistinct]"), ("other", "[sic]")]


@given(
    st.lists(
        st.sampled_from(
            [LEAD, "By Jane Doe", "READ MORE: x", "\n", "\n\n", "QUITO (AP) — ", "date 2023-01-01 ", "[TEXT]"]
        )
    )
)
def test_blanking_keeps_offsets_and_marks_are_sorted_within_the_text(parts: list[str]):
    text = "".join(parts)
    marks = find_marks(text)
    spans = [aside.span for aside in marks.asides]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    body = Article("a", "", 0, "text", "utf-8", text, set_aside=marks.asides).body
    assert len(body) == len(text)
    assert all(shown in (given, " ") for shown, given in zip(body, text, strict=True))


def test_lines_of_a_head_that_stand_close_are_no_wrapped_text():
    head = (
        "Kenya: free those held since the march of Nakuru\nStatement by the Rift Justice Watch\nNairobi, 18 June 2026"
    )
    line = (
        "Rift Justice Watch calls on the police to free all those who were taken on Tuesday, and to say where they are."
    )
    text = f"{head}\n\n{line}\n\n{line}\n"
    assert [text[span.start : span.end] for span in blocks(text)][:3] == head.split("\n")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(Adds ferry, paragraphs 2-4; previous GUAYAQUIL)", "other"),
        ("(Actualiza con el número de barcos)", "other"),
        ("Correction, 9 September: an earlier version of this article said that five boats had been burned.", "other"),
        ("An earlier version of this story gave another port.", "other"),
        ("Fe de errores: los barcos eran cuarenta.", "other"),
        ("Adds of barley were burned in the port.", None),
        ("The correction of the map took the union years.", None),
    ],
)
def test_what_the_desk_says_of_the_version_is_set_aside(read, line: str, kind: str | None):
    found = {words: told for told, words in asides(read(f"Boats block the port\n\n{LEAD}\n\n{line}\n\n{MORE}\n"))}
    assert found.get(line) == kind


def test_a_dateline_on_a_line_of_its_own_needs_no_year(read):
    article = read(f"Boats block the port\n\nManta, 2 September\n\n{LEAD}\n")
    assert (article.dateline_place, asides(article)) == ("Manta", [("dateline", "Manta, 2 September")])


def test_an_agency_files_without_a_place(read):
    article = read(f"Boats block the port\n\nSeptember 2 (Coast Press) - {LEAD}\n")
    assert (article.outlet, asides(article)) == ("Coast Press", [("dateline", "September 2 (Coast Press) -")])
    assert asides(read(f"Boats block the port\n\nSeptember 2 (a Monday) - {LEAD}\n")) == []


def test_the_year_above_a_dateline_without_one_is_its_year(read):
    article = read(f"Boats block the port\nCoast Press | Manta, 2 Sept 2023\n\nManta, Sept 2 (APA).- {LEAD}\n")
    assert [(one.basis, one.start.isoformat()) for one in article.candidates] == [("dateline", "2023-09-02")]


@pytest.mark.parametrize(
    "head",
    [
        "Boats block the port\nStatement handed out in Manta, Saturday 2 September 2023; translated by the union.",
        "Boats block the port\n[English text as read to the press, 2 September 2023. The headings are ours.]",
        "Boats block the port\nCompiled from agency reports, Saturday, 2 September 2023",
        "Boats block the port\nThe head of the union talks to our newsroom in Manta. Posted 2 September 2023",
        "Boats block the port\nThe Faro letter, Manta office. Issue of 2 September 2023 (Saturday); covers the coast",
        "Boats block the port\nBy Staff, with agencies. September 2, 2023",
        "Boats block the port\nKindly share this story:\nBy Ana Mora, Manta\n2 September 2023   7:03 pm",
        "Manta. Radio Faro, noticiero estelar, transcripción. 2 de septiembre de 2023, 6:00 a.m.",
        "Manta, 2 de septiembre de 2023, 13:47. Última modificación: 14:30\nBotes bloquean el puerto",
        "Boats block the port | 2 September 2023",
        "[Transcript: morning bulletin, Radio Faro, Saturday 2 September 2023, 07:00 local]",
    ],
)
def test_a_day_that_is_a_field_of_its_own_above_the_text_dates_the_article(read, head: str):
    article = read(f"{head}\n\n{LEAD}\n\n{MORE}")
    assert [candidate.start for candidate in article.candidates] == [date(2023, 9, 2)]
    assert LEAD in article.body


@pytest.mark.parametrize(
    "head",
    [
        "Boats block the port\nThe union met on Saturday, 2 September 2023, in Manta.",
        "Boats block the port\nIt was the worst day since 2 September 2023. Nobody fished.",
        "The great blockade of Manta, 2 September 2023",
        "The great blockade of Manta (2 September 2023)",
        "Boats block the port\n\nA captain, born 2 September 1973; his crew; and two divers. Nobody fished.",
    ],
)
def test_a_day_that_a_sentence_or_a_headline_tells_of_dates_no_article(read, head: str):
    assert not read(f"{head}\n\n{LEAD}\n\n{MORE}").candidates
