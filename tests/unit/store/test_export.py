"""The Markdown document: every line cited, what is doubtful said, and article text that can only be read."""
# ruff: noqa: E501 - lines of the expected document, and hostile ones

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from store_samples import DRAFTS, day, event, on, timeline

from store import queries, writer
from store.choosing import choose
from store.connection import Database
from store.errors import ExportError
from store.export import LeftOut, to_markdown, write_new
from store.filters import parse
from store.markdown import code, escape, visible
from store.records.article import Article
from store.records.linking import EventDraft
from store.records.reading import Reading
from store.records.report import Claim, Report

RENDERER = MarkdownIt("gfm-like")
"""GitHub's dialect, bare addresses made links of."""


def exported(db: Database, text: str = "", **more: object) -> str:
    chosen = choose(db, parse(text), **more)
    return to_markdown(
        chosen.events, chosen.sources, title="Quito, 2023", filter_sentence=chosen.sentence, left_out=chosen.left_out
    )


def test_the_document(db: Database) -> None:
    sha_of = {source.id: source.article.sha256 for source in queries.sources(db)}
    evidence = "“Two car bombs went off in Quito on Thursday, killing 31 people.”"
    assert (
        exported(db)
        == f"""\
# Quito, 2023

- Period: 1 Aug 2023 – 1 Sep 2023
- Filter: everything
- 3 events from 4 articles, of which 1 is a near-copy and counts as no voice of its own
- A number with “+” is a lower bound, one with a dash a range. Each footnote quotes the evidence.

## 2023

- **Aug 2023** (to the month) · prison in Cuenca, Azuay, Ecuador — Device found. (1 independent source) `EV-000002` [^1]
- **31 Aug 2023** · Quito, Pichincha, Ecuador — Car bombs in the capital: 31 killed. **Disputed:** killed — 31 (Andes Daily). (2 independent sources) `EV-000001` [^2][^3]
- **from 1 Sep 2023** (one end open) · Cali, Valle del Cauca, Colombia — Talks with a gang *(planned)*. (1 independent source) `EV-000003` [^4]

## Left out

- 1 for weak evidence (confidence under 0.5): “Grenade at a station” (`EV-000004`).

[^1]: “A device was found in Cuenca in August.” — Latin Post, “Title of device&#46;md”, published 2 Sep 2023 (from the dateline), file `device.md`, sha256 {sha_of[2]}. Dated Aug 2023 ← "in August".
[^2]: {evidence} — Andes Daily, “Title of bombs.txt”, published 1 Sep 2023 (from the dateline), file `bombs.txt`, sha256 {sha_of[1]}. Dated 31 Aug 2023 ← "on that day" ← published 2023-08-31 (dateline).
[^3]: {evidence} — Seed Wire, “Title of copy.txt”, published 3 Sep 2023 (from the dateline), file `copy.txt`, sha256 {sha_of[3]}. Dated 31 Aug 2023 ← "on that day" ← published 2023-08-31 (dateline). Near-copy, 97% alike: of `bombs.txt`.
[^4]: “Talks between Los Lobos and the ministry begin in Cali.” — Latin Post, “Title of talks.html”, published 4 Sep 2023 (from the dateline), file `talks.html`, sha256 {sha_of[4]}. Dated from 1 Sep 2023 ← "since Friday".
"""
    )


def test_what_is_left_out_is_counted_with_its_reason(db: Database) -> None:
    writer.set_status(db, [2], "rejected")
    text = exported(db, "date:2023")
    assert "- Filter: 2023\n" in text
    assert "- 1 rejected by hand: “Device found” (`EV-000002`)." in text
    assert "- 1 without a date, which no period holds." in text
    assert "- 1 that the filter does not keep." in text
    assert "weak find" not in text
    assert "## Left out" not in exported(db, "is:candidate OR is:rejected OR is:dated")


def test_weak_finds_and_rejected_ones_are_in_it_if_asked_for(db: Database) -> None:
    writer.set_status(db, [2], "rejected")
    assert "EV-000004` [^" not in exported(db)
    for text, more in (
        ("", {"candidates": True}),
        ("is:candidate", {}),
        ("confidence:<0.5", {}),
        ("", {"selected": frozenset({4})}),
    ):
        assert "*(weak find)*" in exported(db, text, **more)
    assert "EV-000004` [^" not in exported(db, "-is:candidate")
    assert "EV-000002` [^" in exported(db, "status:rejected")
    picked = exported(db, "car", selected=frozenset({1, 4}))
    assert "- Filter: 2 selected by hand" in picked
    assert "- 2 not selected." in picked


def test_disputed_values_say_who_says_what(db: Database) -> None:
    other = "At least 40 people died in the blasts in Quito, nine children among them."
    report = Report(0, len(other), 0, "died", 5, 9, "Explosions/Remote violence", "car_bomb", "happened", 0.9)
    toll = Claim("killed", "40", "At least 40 people", 0, 18, 40, 40, None)
    told = replace(report, claims=(toll, Claim("killed", "9", "nine children", 48, 61, 9, 9, 9)))
    sixth = writer.add_article(
        db, Reading(Article("/news/six.txt", "6", 9, "text", "utf-8", other, outlet="La Hora"), (), (told,))
    )
    drafts = (EventDraft(DRAFTS[0].event, (1, 3, 6)), *DRAFTS[1:])
    writer.save_timeline(db, timeline(drafts, published={sixth: on(6)}))
    assert "**Disputed:** killed — 31 (Andes Daily); 40+ (La Hora)." in exported(db, "is:disputed")
    writer.edit_events(db, {1: [31, 31, 31]}, "killed", "counted *twice*")
    writer.edit_events(db, {1: "Bombs"}, "title")
    settled = exported(db, "is:edited")
    assert "**Sources differ:** killed — 31 (Andes Daily); 40+ (La Hora); “31” was chosen by hand" in settled
    assert "by hand: counted \\*twice\\*." in settled
    assert "*Set by hand:* title (found: Car bombs in the capital)." in settled
    assert "Disputed" not in settled


def test_a_sentence_of_several_reports_is_quoted_once_with_its_day_and_again_for_another_speaker(db: Database) -> None:
    text = "Police said gunmen shot Ana Mora dead in Quito on Monday."
    told = Report(0, len(text), 0, "shot", 19, 23, "Violence against civilians", "killing", "happened", 0.9)
    again = [replace(told, cluster=1), replace(told, cluster=2, attributed_to="Police")]
    source = writer.add_article(
        db, Reading(Article("/news/six.txt", "6", 9, "text", "utf-8", text, outlet="La Hora"), (), (told, *again))
    )
    drafts = (*DRAFTS, EventDraft(event("Ana Mora killed", day(2023, 9, 4)), (6, 7, 8)))
    writer.save_timeline(db, timeline(drafts, published={source: on(6)}, whens={6: day(2023, 9, 4)}))
    document = exported(db, "Mora")
    assert "[^1][^2]\n" in document
    assert "Dated 4 Sep 2023" in re.search(r"^\[\^1\]: .*", document, re.MULTILINE)[0]
    assert "Attributed to Police." in re.search(r"^\[\^2\]: .*", document, re.MULTILINE)[0]


def test_no_event_is_a_document_too() -> None:
    text = to_markdown((), {}, title="", filter_sentence="nothing", left_out=(LeftOut("left", 0),))
    assert "No event." in text
    assert "Period: no event is dated" in text
    assert "Left out" not in text


HOSTILE = (
    "[click](https://evil.example) ![i](x.png) <script>alert(1)</script> <img src=x> [^1] [^1]: no\n# Heading\n- item\n\n"
    "```\ncode\n``` www.evil.example mailto:a@b.example https://evil.example/?a=b&lt; **bold** _it_ ~~gone~~ | a | b |\n|---|---|\n"
    "\x1b[31mred\x07 \u202eesrever\u2066 \u200bzero\x00 [ref]: http://evil.example &amp; $x$ {.class} \\[not\\] ==m== <!-- c -->"
)


def test_hostile_text_is_shown_and_does_nothing(db: Database) -> None:
    source = replace(
        queries.source(db, 1),
        article=replace(
            queries.source(db, 1).article, text=HOSTILE, title=HOSTILE, outlet=HOSTILE, path=f"/x/{HOSTILE}"
        ),
    )
    event = replace(
        DRAFTS[0].event,
        id=1,
        title=HOSTILE,
        disputed=(HOSTILE, "killed"),
        reports=(replace(queries.reports_of(db, 1)[0], start=0, end=len(HOSTILE), attributed_to=HOSTILE),),
    )
    text = to_markdown(
        (event,), {1: source}, title=HOSTILE, filter_sentence=HOSTILE, left_out=(LeftOut(HOSTILE, 1, (event,)),)
    )
    lines = [line for line in text.splitlines() if line]
    starts = [re.match(r"# |- |## (2023|Left out)$|\[\^1\]: ", line) for line in lines]
    assert all(starts), "no line but those of the template"
    assert len(re.findall(r"(?<!\\)\[\^1(?<!\\)\]", text)) == 2, "one footnote, cited once"
    assert "⟨U+202E⟩esrever" in text
    assert "⟨U+001B⟩" in text
    rendered = RENDERER.render(text)
    assert set(re.findall(r"</?([a-z0-9]+)", rendered)) == {"h1", "h2", "ul", "li", "strong", "em", "code", "p"} - {
        "em"
    }
    assert "alert(1)" in rendered


MARKS = "\\`*_{}[]()#+-.!|<>~&^$=:@/\"' \n\twa1"


@settings(max_examples=150)
@example("`" * 3)
@example("a@b.example `x` @")
@example("\\")
@example("&#60;b&#62;")
@example("0.GL quito.example.com")
@example("http://a.example www.a.example ![a](b) <a@b.example>")
@given(st.text(st.one_of(st.sampled_from(MARKS), st.characters()), max_size=60))
def test_escaped_text_reads_as_the_text_and_does_nothing(text: str) -> None:
    rendered = RENDERER.render(f"Text: {escape(text)}.")
    shown = rendered.replace("<code>@</code>", "@").removeprefix("<p>Text: ").removesuffix(".</p>\n")
    assert not re.search("[<>]", shown)
    assert " ".join(unescape(shown).split()) == visible(text).strip() or not text.strip()


@settings(max_examples=100)
@example("``a` .com")
@given(st.text(st.one_of(st.sampled_from(MARKS), st.characters()), min_size=1, max_size=40))
def test_code_reads_letter_by_letter(text: str) -> None:
    shown = RENDERER.render(f"Text: {code(text)}.").removeprefix("<p>Text: <code>").removesuffix("</code>.</p>\n")
    assert unescape(shown) == visible(text) or not visible(text)


def test_a_file_is_written_whole_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "timeline.md"
    write_new(path, "first\n")
    assert path.read_bytes() == b"first\n"
    with pytest.raises(ExportError, match="already there"):
        write_new(path, "second\n")
    assert path.read_text() == "first\n"
    write_new(path, "second\n", overwrite=True)
    assert path.read_text() == "second\n"
    link = tmp_path / "link.md"
    link.symlink_to(path)
    write_new(link, "third\n", overwrite=True)
    assert link.is_symlink()
    assert path.read_text() == "third\n"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.md", "timeline.md"]


def test_a_file_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write_new(tmp_path, "x")
    with pytest.raises(ExportError, match="cannot be written: No such file"):
        write_new(tmp_path / "none" / "x.md", "x")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        write_new(tmp_path / "x.md", "x")
    assert list(tmp_path.iterdir()) == [], "nothing half written stays"


def test_without_links_it_still_overwrites_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("os.link", unsupported)
    write_new(tmp_path / "x.md", "first")
    with pytest.raises(ExportError, match="already there"):
        write_new(tmp_path / "x.md", "second")
    assert (tmp_path / "x.md").read_text() == "first"


def test_the_same_events_give_the_same_text(db: Database) -> None:
    assert exported(db) == exported(db)
