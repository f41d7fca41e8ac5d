import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from importers.problems import ImportProblem
from importers.readers import read_file
from store.records.article import Article

ROOT = Path(__file__).resolve().parents[3]
PROSE = "The bridge was closed on Monday. Engineers will look at it on Tuesday, the mayor said."
SPANISH = "El puente fue cerrado el lunes. Los técnicos lo revisarán mañana, según la alcaldía de Píllaro."

PAGE = """<!doctype html><html lang="es-EC"><head><meta charset="{charset}">
<title>Puente cerrado | Diario El Faro</title>
<meta property="og:title" content="Puente cerrado"><meta property="og:site_name" content="Diario El Faro">
<meta property="article:published_time" content="2023-09-01T22:10:00-05:00">
<meta property="article:modified_time" content="2023-11-20T08:00:00-05:00">
<link rel="canonical" href="https://elfaro.example/2023/09/01/puente">
<script type="application/ld+json">{{"@context": "https://schema.org",
 "@graph": [{{"@type": "WebSite", "datePublished": "2001-01-01"}},
 {{"@type": "NewsArticle", "datePublished": "2023-09-02",
 "author": {{"@type": "Person", "name": "Lucía Paz"}}}}]}}</script>
</head><body><nav><a href="/">Portada</a><a href="/deportes">Deportes</a></nav>
<article><h1>Puente cerrado</h1><time datetime="2023-09-01">1 de septiembre</time>
<p>El puente sobre el río Cutuchi fue cerrado el lunes después de una inspección en la que se hallaron grietas.</p>
<p>Los técnicos lo revisarán el martes, informó la alcaldía, que pide a los conductores tomar la vía antigua.</p>
</article><footer>© 2023 Diario El Faro</footer></body></html>"""


def write(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def problem(path: Path, **options) -> ImportProblem:
    with pytest.raises(ImportProblem) as caught:
        read_file(path, **options)
    return caught.value


def test_plain_text_keeps_every_character_and_hashes_the_bytes(tmp_path: Path):
    data = f"  {PROSE}\r\n\r\nSecond paragraph.\r\n".encode()
    article = read_file(write(tmp_path, "a.txt", data))
    assert article.text == f"  {PROSE}\n\nSecond paragraph.\n"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.size, article.format, article.encoding) == (len(data), "text", "utf-8")
    assert article.path == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (b"\xef\xbb\xbf" + SPANISH.encode(), "utf-8", False),
        (SPANISH.encode("utf-16"), "utf-16-le", False),
        (b"\xfe\xff" + SPANISH.encode("utf-16-be"), "utf-16-be", False),
        (SPANISH.encode("utf-32"), "utf-32-le", False),
        (SPANISH.encode("utf-16-le"), "utf-16-le", True),
        (SPANISH.encode("cp1252"), "cp1252", True),
        (SPANISH.encode("latin-1"), "cp1252", True),
        ("“Sí” — señaló".encode("cp1252"), "cp1252", True),
        (("Мост закрыли в понедельник. Инженеры осмотрят его во вторник. " * 5).encode("cp1251"), "cp1251", True),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, encoding: str, guessed: bool):
    article = read_file(write(tmp_path, "a.txt", data))
    assert article.encoding == encoding
    assert any("encoding was guessed" in note for note in article.notes) == guessed
    assert not {"\ufeff", "\N{REPLACEMENT CHARACTER}", "\0"} & set(article.text)
    assert any(word in article.text for word in ("alcaldía", "Sí", "понедельник"))


def test_utf8_with_a_few_broken_bytes_stays_utf8(tmp_path: Path):
    article = read_file(write(tmp_path, "a.txt", (SPANISH * 3).encode() + b" cortado a la mitad: \xc3"))
    assert article.encoding == "utf-8"
    assert "técnicos" in article.text
    assert any("1 characters were not valid" in note for note in article.notes)


def test_control_characters_and_nul_are_read(tmp_path: Path):
    article = read_file(write(tmp_path, "a.txt", f"{PROSE} {PROSE}\x07\x1b[31m\0\u202e {PROSE}"))
    assert "\0" not in article.text
    assert "\x1b[31m" in article.text
    assert len(article.body) == len(article.text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b" \n\t\r\n ", "it holds nothing but white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "it is a PNG image, not an article in text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "it is a PDF document, not an article in text"),
        (b"PK\x03\x04\x14\0\x06\0", "it is a ZIP archive or Office document, not an article in text"),
        (bytes(range(256)) * 20, "it is a binary file, not an article in text"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "it is a feed, not an article in text"),
        (b'{"title": "Bridge closed", "text": "..."}\n', "it is a JSON document, not an article in text"),
        (b"<?xml version='1.0'?><TimeML><TEXT/></TimeML>", "it is an XML document, not an article in text"),
        (
            b"<!doctype html><html><head><title>Only a title</title></head><body></body></html>",
            "no article text was found in it",
        ),
    ],
)
def test_what_is_no_article_is_one_clear_sentence_whatever_its_suffix(tmp_path: Path, data: bytes, reason: str):
    assert problem(write(tmp_path, "a.txt", data)).reason == reason
    assert problem(write(tmp_path, "a.html", data)).reason == reason


def test_a_huge_file_is_refused_by_its_size_alone(tmp_path: Path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    assert problem(path).reason == "it is too large for an article: 200 MB, and the limit is 52 MB"
    assert "limit is 0 MB" in problem(write(tmp_path, "a.txt", PROSE), limit=10).reason


def test_pipes_devices_and_folders_never_block(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    for path, reason in (
        (tmp_path / "pipe", "it is a pipe, not a file"),
        (Path("/dev/zero"), "it is a device, not a file"),
        (tmp_path, "it is a folder, not a file"),
        (tmp_path / "gone.txt", "there is no such file or folder"),
    ):
        reasons: list[str] = []
        thread = threading.Thread(target=lambda p=path, r=reasons: r.append(problem(p).reason), daemon=True)
        thread.start()
        thread.join(10)
        assert reasons == [reason]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = write(tmp_path, "a.txt", PROSE)

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # root may open everything, so permissions alone do not show it
    found = problem(path)
    assert (found.reason, found.hint) == ("it may not be read: permission denied", "check its permissions")


def test_content_decides_before_the_suffix(tmp_path: Path):
    assert read_file(write(tmp_path, "page.txt", PAGE.format(charset="utf-8"))).format == "html"
    assert read_file(write(tmp_path, "plain.html", PROSE)).format == "text"
    assert read_file(write(tmp_path, "noted", f"---\ntitle: Bridge\n---\n{PROSE}")).format == "markdown"
    assert read_file(write(tmp_path, "a.md", PROSE)).format == "markdown"
    assert read_file(write(tmp_path, "a.20230902", f"[TEXT] {PROSE}")).format == "text"
    assert (
        problem(write(tmp_path, "a.csv", "day,town\n2023-09-02,Quito\n")).reason
        == "it is a table, not an article in text"
    )


def test_markdown_front_matter_and_marks(tmp_path: Path):
    article = read_file(
        write(
            tmp_path,
            "a.md",
            "---\ntitle: 'Bridge closed'\ndate: 2023-09-02T08:00:00-05:00\nauthor: [Ana Ruiz, {name: Bo Ortiz}]\n"
            "source: The Andes Courier\nlink: https://courier.example/2023/09/01/bridge\nlang: en-US\n---\n"
            "# Bridge closed\n\n**Two** [cracks](http://x.example/(a)) were\nfound in the *old* bridge_deck_2.\n\n"
            "> It was bad luck,\n> she said.\n\n<!-- draft -->\n![a picture](a.png)\n\n- first\n- second\n\n"
            "1990. \\*No list\\*\n",
        )
    )
    assert article.text == (
        "Bridge closed\n\nTwo cracks were found in the old bridge_deck_2.\n\nIt was bad luck, she said.\n\n"
        "first\n\nsecond\n\n1990. *No list*\n"
    )
    assert article.text[article.title_span.start : article.title_span.end] == article.title == "Bridge closed"
    assert (article.byline, article.outlet, article.language) == ("Ana Ruiz, Bo Ortiz", "The Andes Courier", "en")
    assert article.url == "https://courier.example/2023/09/01/bridge"
    assert [(c.where, c.start.isoformat()) for c in article.candidates] == [
        ("front matter date", "2023-09-02"),
        ("URL", "2023-09-01"),
    ]


def test_the_rows_of_tables_are_paragraphs_whose_cells_keep_their_border(tmp_path: Path):
    rows = "| Day | Town |\n|:----|-----:|\n| 3 May | **Quito** |\n| 4 May | Cali |\nEnd | of it.\n"
    assert read_file(write(tmp_path, "a.md", f"# Incidents\n\n{rows}")).text == (
        "Incidents\n\nDay | Town\n\n3 May | Quito\n\n4 May | Cali\n\nEnd | of it.\n"
    )
    cells = "<tr><th>Day</th><th>Town</th></tr><tr><td>3 May</td><td>Quito</td></tr>"
    page = f"<html><body><article><h1>Incidents</h1><p>{PROSE}</p><table>{cells}</table></article></body></html>"
    assert "3 May | Quito" in read_file(write(tmp_path, "a.html", page)).text.splitlines()


def test_a_text_that_opens_with_a_markdown_headline_is_markdown(tmp_path: Path):
    path = tmp_path / "drone.txt"
    path.write_text("# Drone hits a market\n\n*Published: 8 October 2024* | Nile Monitor\n\nA drone hit it.\n", "utf-8")
    article = read_file(path)
    assert (article.format, article.title, article.outlet) == ("markdown", "Drone hits a market", "Nile Monitor")


def test_front_matter_that_is_not_yaml_is_read_line_by_line(tmp_path: Path):
    article = read_file(write(tmp_path, "a.md", f"---\ntitle: Bridge: [closed\ndate: 2 September 2023\n---\n{PROSE}"))
    assert article.title == "Bridge: [closed"
    assert article.candidates[0].start.isoformat() == "2023-09-02"
    assert "The front matter is not valid YAML and was read line by line." in article.notes


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_a_web_page(tmp_path: Path, charset: str):
    article = read_file(write(tmp_path, "a.html", PAGE.format(charset=charset).encode(charset)))
    assert article.text.split("\n\n")[0] == article.title == "Puente cerrado"
    assert article.title_span is not None
    assert article.text.count("\n\n") == 2
    assert "técnicos" in article.text
    assert "Deportes" not in article.text
    assert (article.outlet, article.byline, article.language) == ("Diario El Faro", "Lucía Paz", "es")
    assert article.url == "https://elfaro.example/2023/09/01/puente"
    assert [(c.where, c.start.isoformat()) for c in article.candidates] == [
        ("meta article:published_time", "2023-09-01"),
        ("JSON-LD datePublished", "2023-09-02"),
        ("<time>", "2023-09-01"),
        ("URL", "2023-09-01"),
    ]


def test_a_page_takes_no_date_from_its_running_text_nor_from_today(tmp_path: Path):
    body = f"<p>The hall burned down on 31 August 2023, and {PROSE.lower()}</p>" * 3
    head = "<html><head><title>Hall burned</title></head>"
    page = f"{head}<body><div class='date'>{{}}</div><h1>Hall burned</h1>{body}</body></html>"
    assert read_file(write(tmp_path, "a.html", page.format("September 2023"))).candidates == ()
    dated = read_file(write(tmp_path, "b.html", page.format("Posted on 4 September 2023")))
    assert {c.start.isoformat() for c in dated.candidates} == {"2023-09-04"}


def test_plain_text_is_read_without_the_libraries_for_other_formats(tmp_path: Path):
    path = write(tmp_path, "a.txt", SPANISH)
    code = (
        "import sys; from importers.readers import read_file; read_file(sys.argv[1]);"
        "heavy = {'lxml', 'trafilatura', 'htmldate', 'yaml', 'charset_normalizer', 'dateparser'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code, path], text=True, cwd=ROOT) == "[]\n"


def test_a_page_quiet_on_the_terminal(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    read_file(write(tmp_path, "a.html", "<html><body><table><tr><td>&#1; one cell</table></body></html>"))
    assert capfd.readouterr() == ("", "")


def test_names_that_are_not_utf8(tmp_path: Path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text(PROSE)
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert read_file(path).path.encode("utf-8").endswith(b"/caf\\xe9.txt")


def sound(article: Article) -> None:
    assert len(article.body) == len(article.text)
    article.text.encode("utf-8")
    spans = [aside.span for aside in article.set_aside]
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(article.text) for span in spans)
    for candidate in article.candidates:
        assert candidate.start <= candidate.end
        if candidate.span:
            worded = article.text[candidate.span.start : candidate.span.end]
            assert " ".join(worded.split()) == " ".join(candidate.text.split())


PIECES = [
    "QUITO, Sept. 2, 2023 (AP) — ",
    "By Jane Doe\n",
    "date 2023-11-15 ",
    "Title: A\n",
    "---\n",
    "READ MORE: x\n",
    "[TEXT] ",
    "<html><p>",
    "</p>",
    "# ",
    "\n\n",
    "(Photo by A/AFP)\n",
    "© 2023 X\n",
    "title: [\n",
    "EFE\n",
    "31/12/2023\n",
    "\x00",
]
PIECED = st.lists(st.sampled_from([*PIECES, PROSE]) | st.text(max_size=20), max_size=12).map(
    lambda parts: "".join(parts).encode("utf-8", "replace")
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=300) | PIECED, suffix=st.sampled_from([".txt", ".md", ".html"]))
def test_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes, suffix: str):
    path = write(tmp_path, f"any{suffix}", data)
    reason = ""
    try:
        sound(read_file(path))
    except ImportProblem as refused:
        reason = refused.reason
        event(reason)
    assert not reason.endswith(".")
