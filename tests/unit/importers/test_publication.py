from datetime import date

import pytest

from importers.dating.fulldates import full_dates
from importers.dating.publication import candidates, initial_published, reads_day_first
from importers.document import Metadata, StatedDate
from store.records.published import UNPUBLISHED

NOTHING = Metadata()
BODY = "Fishermen blocked the port of Manta on Monday, and the vote of 20 August 2023 was not mentioned.\n"


def found(text: str = BODY, metadata: Metadata = NOTHING, path: str = "/a/b/c.txt") -> list[tuple[str, str, str]]:
    return [(c.basis, c.start.isoformat(), c.where) for c in candidates(text, metadata, path)]


def test_a_date_in_the_text_is_no_candidate():
    assert found() == []
    assert initial_published(()) == UNPUBLISHED


def test_each_candidate_says_where_it_stands():
    metadata = Metadata(
        url="https://a.example/news/2023/09/01/port.html",
        dates=(StatedDate("Sat, 02 Sep 2023 10:00 GMT", "meta date"),),
    )
    text = f"date 2023-11-15\nMANTA, Sept. 2 (AP) — {BODY}"
    every = candidates(text, metadata, "/news/2023/09/03/2023-09-04_port.txt")
    assert [(c.basis, c.start.isoformat(), c.where) for c in every] == [
        ("metadata", "2023-09-02", "meta date"),
        ("metadata", "2023-09-01", "URL"),
        ("dateline", "2023-09-02", "dateline, its year from the meta date"),
        ("header", "2023-11-15", "header line"),
        ("filename", "2023-09-04", "file name"),
        ("filename", "2023-09-03", "folder"),
    ]
    for candidate in every:
        assert candidate.verdict == candidate.why == ""
        if candidate.span:
            assert text[candidate.span.start : candidate.span.end] == candidate.text
    best = initial_published(every)
    assert (best.day, best.edtf, best.basis, best.status, best.why) == (
        date(2023, 9, 2),
        "2023-09-02",
        "metadata",
        "stated",
        "meta date",
    )
    assert initial_published(every[3:]).basis == "header"


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        ("SAN SALVADOR, 3 JAN 90 -- [TEXT] ", "1990-01-03"),
        ("QUITO, 29 FEB 29 -- [TEXT] ", None),  # there was none in 2029
        ("QUITO, 28 FEB 29 -- [TEXT] ", "2029-02-28"),
        ("QUITO, 28 FEB 30 -- [TEXT] ", "1930-02-28"),
        ("QUITO, 1 Sep 2023 (AP) — ", "2023-09-01"),
        ("Quito, 1 de septiembre de 2023 (EFE).- ", "2023-09-01"),
        ("QUITO, Sept. 1 (AP) — ", None),  # nothing gives the year
        ("LYON, 1er août 2023 (AFP) - ", "2023-08-01"),
        ("KÖLN, 3. März 2024 (dpa) - ", "2024-03-03"),
        ("PORTO, 3 de maio de 2024 (Lusa) - ", "2024-05-03"),
        ("LIMA, Peru 2023-09-01\n", "2023-09-01"),
        ("CHESAPEAKE, Va. 2023-09-01\n", "2023-09-01"),
    ],
)
def test_datelines(dateline: str, day: str | None):
    assert [start for basis, start, _ in found(dateline + BODY) if basis == "dateline"] == ([day] if day else [])


def test_a_dateline_without_a_year_takes_the_nearest():
    assert found(f"QUITO, Dec. 31 (AP) — {BODY}", path="/a/2024-01-01.txt")[0][:2] == ("dateline", "2023-12-31")
    assert found(f"QUITO, Jan. 1 (AP) — {BODY}", path="/a/2023-12-31.txt")[0][:2] == ("dateline", "2024-01-01")


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("/a/2023-09-02-port.txt", ["2023-09-02"]),
        ("/a/port_20230902.txt", ["2023-09-02"]),
        ("/a/02-09-2023.txt", ["2023-02-09"]),
        ("/a/25-09-2023.txt", ["2023-09-25"]),
        ("/a/2 Sep 2023 port.txt", ["2023-09-02"]),
        ("/a/2023/09/02/port.txt", ["2023-09-02"]),
        ("/a/2023-09-02/port.txt", ["2023-09-02"]),
        ("/2023/09/02/a/b/port.txt", []),
        ("/a/AGN20230902.0031.txt", ["2023-09-02"]),
        ("/a/AGN_ENG_20230902.0031.txt", ["2023-09-02"]),
        ("/a/AGN202309021.0031.txt", []),
        ("/a/AGN4120230902.txt", []),
        ("/a/20239999.txt", []),
        ("/a/1234567890.txt", []),
        ("/a/port-2023.txt", []),
    ],
)
def test_names_of_files_and_folders(path: str, days: list[str]):
    assert [day for _, day, _ in found(path=path)] == days


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: Saturday, September 2, 2023 at 10:32 a.m. EDT", "2023-09-02"),
        ("Publicado: sábado, 2 de septiembre de 2023 - 10h30", "2023-09-02"),
        ("Fecha: 2/9/2023", "2023-09-02"),
        ("Date: 9/2/2023", "2023-09-02"),
        ("By Jane Doe | September 2, 2023", "2023-09-02"),
        ("2 September 2023", "2023-09-02"),
        ("Updated 02.09.2023, 14:00", "2023-09-02"),
        ("Issue 1,184 | Tuesday, 2 September 2023", "2023-09-02"),
        ("Explainer · 2 September 2023 · Updated daily", "2023-09-02"),
        ("2 September 2023 | Loja | Rebels shot dead a trader on the road to Catamayo", None),
        ("*Published: 8 October 2024* | Nile Monitor", "2024-10-08"),
        ("The Savanna Post, Sunday 5 November 2023", "2023-11-05"),
        ("March 5, 2024 | La Hora", "2024-03-05"),
        ("Peace talks fail, 5 March 2024", None),
        ("This story is from March 10, 2002", "2002-03-10"),
        ("This article was originally published on 10 March 2002.", "2002-03-10"),
        ("Esta noticia se publicó el 10 de marzo de 2002", "2002-03-10"),
        ("This story is from March 10, 2002, when the riots had begun and the city was still.", None),
        ("Published: last week", None),
        ("September 2023", None),
        ("Date 31 February 2023", None),
    ],
)
def test_header_lines(line: str, day: str | None):
    spanish = "Los pescadores bloquearon el puerto de Manta, y las lanchas siguen en la entrada, dijo el alcalde.\n"
    text = f"{line}\n\n{spanish if 'ech' in line or 'ublicado' in line else BODY}"
    assert [start for _, start, _ in found(text)] == ([day] if day else [])


@pytest.mark.parametrize(
    ("line", "basis"),
    [
        ("QUITO, 12 October 2025", "dateline"),
        ("Lima, 12 de octubre de 2025", "dateline"),
        ("The Caribbean Ledger | October 12, 2025", "header"),
        ("Voces Libres, 12 de octubre de 2025", "header"),
        ("SUCESOS\n\nVoces Libres, 12 de octubre de 2025 - 09:12", "header"),
        ("Harbour Post / 11:42 PM October 12, 2025", "header"),
        ("By The Ledger staff | Manta | October 12, 2025", "dateline"),
        ("Radio Bahía (Manta), 12 de octubre de 2025, 18.30", "dateline"),
        ("Press release - Harbour Workers Network, Manta, 12 October 2025", "dateline"),
        ("Coast FM Online | Sunday 12 October 2025 | By Ana Paz", "header"),
        ("12 October 2025, 14:05 BST - Albion Broadcasting", "header"),
        ("The Ledger - the port is shut - 12 October 2025", None),
        ("[Dated] 12 October 2025, Manta", None),
        ("By staff reporters, Manta, 12 October 2025", "header"),
        ("Posted by Harbour Watch on Sunday, 12 October 2025", "header"),
        ("Publicado por Voces Libres el 12 de octubre de 2025", "header"),
        ("Foreign desk, Albion Post-Courier, 12 October 2025", "header"),
        ("Press Bureau, Manta, 12 October 2025, 19:10", "header"),
        ("Interview by Ana Mora, Lake Radio, Manta, 12 October 2025", "header"),
        ("Coast Radio online, Sunday 12 October 2025, 18:05 GMT", "header"),
        ("By Ana Mora and agencies. Sunday, October 12, 2025", "header"),
        ("Radio Bahía 98.5, Manta – domingo 12 de octubre de 2025", "dateline"),
        ("Redacción Radio Bahía 98.5 FM, Manta, Mnb. – Domingo 12 de octubre de 2025, 19:20 h", "dateline"),
        ("Coast Rights Observatory – Public statement – 12 October 2025", "header"),
        ("La Bahía Diario – J. M. Mora – Manta, 2025-10-12", "dateline"),
        ("Radio Kota 89.3 online / 12 October 2025 / Posted 4:47 PM / A. Mora", "header"),
        ("L'Écho du Port (English edition), Sunday 12 October 2025", "header"),
        ("Manta (Ecuador), 12 October 2025", "dateline"),
        ("Domingo 12 de octubre de 2025, 09:55 horas", "header"),
        ("Domingo 12 de octubre de 2025, 9.55 hs.", "header"),
        ("Voice of the Coast FM, website, Sunday, 12 October 2025", "header"),
        ("Sunday 12 October 2025, by the newsroom", "header"),
        ("Sunday 12 October 2025, by the water", None),
        ("Boats were burnt in Manta, 12 October 2025", None),
        ("Manta, where a boat burnt on Sunday, 12 October 2025", None),
        ("Police in Manta, Ana Mora said, arrested two on 12 October 2025", None),
        ("12 October 2025 was quiet", None),
        ("After The Vote, 12 October 2025, nothing moved", None),
    ],
)
def test_a_line_below_the_title_says_where_or_by_whom_it_was_printed(line: str, basis: str | None):
    text = f"Fishermen block the port of Manta\n\n{line}\n\n{BODY}"
    assert [(kind, day) for kind, day, _ in found(text)] == ([(basis, "2025-10-12")] if basis else [])


def test_a_last_line_that_is_a_date_says_when():
    assert found(f"Fishermen block the port of Manta\n\n{BODY}\n\n12 October 2025\n") == [
        ("header", "2025-10-12", "last line")
    ]


def test_an_author_before_a_date_is_no_outlet():
    text = f"Fishermen block the port of Manta\n\nBy Ana Mora | 12 October 2025\n\n{BODY}"
    assert found(text) == [("header", "2025-10-12", "byline")]


def test_a_date_told_by_the_language_says_so():
    assert found(f"Date: 9/2/2023\n\n{BODY}")[0][2] == "header line (day and month told apart by the language)"


def test_the_day_of_a_change_counts_where_no_other_is_stated():
    changed = "Last modified on Fri 1 Sep 2023 05.10 BST\n"
    assert found(f"{changed}\n{BODY}") == [("header", "2023-09-01", "header line (updated)")]
    assert found(f"Thu 31 Aug 2023 19.52 BST\n{changed}\n{BODY}") == [("header", "2023-08-31", "header line")]


def test_the_language_tells_the_day_from_the_month():
    assert reads_day_first("", "es")
    assert not reads_day_first("", "en")
    assert reads_day_first(
        "El 2/9/2023 el alcalde de la ciudad dijo que los presos no salieron del penal por las noches"
    )
    assert not reads_day_first("On 2/9/2023 the mayor of the city said that the prisoners had not left the jail")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2023-09-02T23:30:00-05:00", ["2023-09-02"]),
        ("20230902143000", ["2023-09-02"]),
        ("2nd of September, 2023 and 3 de setiembre del 2023", ["2023-09-02", "2023-09-03"]),
        ("30 February 2023, 2023-13-01, 1.2.3.2023, 192.168.10.2023, version 12-10-20231", []),
        ("marchers 2, 2023; may 2023; 5 people in 2023", []),
    ],
)
def test_full_dates(text: str, days: list[str]):
    assert [f.day.isoformat() for f in full_dates(text, day_first=False)] == days
    assert all(text[f.start : f.end].strip() == text[f.start : f.end] for f in full_dates(text, day_first=False))
