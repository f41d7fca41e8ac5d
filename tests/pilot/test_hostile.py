"""Article text is hostile: through every pane and screen, nothing of it reaches the terminal as it is."""

from dataclasses import replace
from datetime import date

import pytest
from textual.widgets import Input

from store import queries, writer
from store.connection import writing
from store.records.article import Article
from store.records.event import Event
from store.records.linking import EventDraft, LikelyPair, Timeline
from store.records.place import Place
from store.records.published import Published
from store.records.reading import Reading
from store.records.report import Claim, Report
from store.records.when import When

ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m"
HOSTILE = {
    "markup": "[/] [red [bold]x[/bold] [@click=app.quit]quit[/]",
    "escapes": f"{ESCAPES}after\rbefore\x08\x7f",
    "nul": "a\0b\0\0c",
    "bidi": "safe \u202egnp.exe\u202c \u2066x\u2069 عربى עברית",
    "wide": "日本語のニュース 👩\u200d🚀 ❤\ufe0f 🇪🇨 " * 3,
    "combining": "Z" + "\u0351\u0330" * 60 + "algo e\u0301",
    "long": "endless" * 150_000,
    "spaces": " " * 200_000 + "end",
}
SIZES = [(160, 45), (80, 24)]


def hostile_store(path, text):
    body = f"{text} was attacked on Thursday.\n{text}\n"
    day = date(2023, 8, 31)
    when = When(day, day, "2023-08-31", 1, (text[:200],))
    place = Place("EC", text, text, text, text)
    claim = Claim("killed", text, text, 0, len(text), 2, 2, 2, text)
    report = Report(
        0, len(body), 1, text, 0, 1, text, text, "happened", 0.9, claims=(claim,), title=text, place=place, when=when
    )
    again = replace(report, title="again", cluster=2, claims=(replace(claim, low=3, best=3, high=3),))
    found_at = text[:200].encode("utf-8", "replace").decode()
    article = Article(found_at, "0" * 64, 1, "text", "utf-8", body, text, outlet=text, byline=text, notes=(text,))
    other = replace(article, sha256="1" * 64, text=f"{body} Or not.\n")
    with writing(path) as db:
        source_id = writer.add_article(db, Reading(article, reports=(report,)))
        other_id = writer.add_article(db, Reading(other, reports=(again, report)))
        (stored,), (second, third) = queries.reports_of(db, source_id), queries.reports_of(db, other_id)
        event = Event(0, text, text, text, when, place, number_of_sources=2, num_articles=2, disputed=("killed",))
        published = Published(day, day, "2023-08-31", "header", "contradicted", text)
        drafts = EventDraft(event, (stored.id, second.id)), EventDraft(event, (third.id,))
        likely = LikelyPair((stored.id, second.id), (third.id,), 4.0, (text[:500],), text[:500])
        whens = dict.fromkeys((stored.id, second.id, third.id), when)
        dates = dict.fromkeys((source_id, other_id), published)
        writer.save_timeline(db, Timeline(dates, {}, {}, whens, drafts, (likely,)))
        kept = queries.event(db, 1)
        writer.note(db, kept.id, text[:1000])
        writer.tag(db, [kept.id], ["x" + text[:20].strip()])
    return path


def assert_clean(app):
    for widget in app.screen.query("*"):
        if widget.size and not widget.children and hasattr(widget, "render_line"):
            for y in range(widget.size.height):
                shown = widget.render_line(y)
                assert isinstance(widget, Input) or shown.cell_length == widget.size.width, widget
                for char in shown.text.rstrip("\n"):
                    assert ord(char) >= 32, (widget, shown.text)
                    assert not 0x7F <= ord(char) < 0xA0
                    assert char not in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\ud800"


@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_text_goes_through_every_pane_and_screen(browse, tmp_path, name):
    store = hostile_store(tmp_path / "store.db", HOSTILE[name])
    async with browse(store, SIZES[name == "long"]) as driver:
        assert driver.browser.events.total == 2
        assert_clean(driver.app)
        for keys in (
            ("1",),
            ("3", "minus", "minus", "L", "L", "L"),
            ("2",),
            ("c",),
            ("escape",),
            ("enter",),
            ("m", "n", "G", "g"),
        ):
            await driver.press(*keys)
            assert_clean(driver.app)
        for keys in (("a",), ("plus", "plus"), ("enter",), ("enter",)):  # marking a sentence: its type, its title
            await driver.press(*keys)
            assert_clean(driver.app)
        await driver.press("escape", "escape")
        await driver.press("escape", "F")
        assert_clean(driver.app)
        await driver.press("escape", "D")
        assert_clean(driver.app)
        await driver.press("escape", "d")
        assert_clean(driver.app)
        for keys in (("S",), ("H",), ("E",), ("space", "j", "m"), ("1", "space", "j", "space", "c"), ("2", "c", "p")):
            await driver.press("escape", *keys)
            assert_clean(driver.app)
        await driver.press("escape", "escape")
        assert driver.app.screen is driver.browser
        assert not [line for line in driver.browser.log_lines if "went wrong" in line]


async def test_a_hostile_filter_is_only_text(browse, made_store):
    async with browse(made_store) as driver:
        for text in (*[value[:300] for value in HOSTILE.values()], '"', "(((", "OR OR", "a:b:c", "-", "NOT", "*" * 40):
            driver.browser.set_filter(text)
            await driver.settle()
            assert_clean(driver.app)
        driver.browser.set_filter("")
        await driver.settle()
        assert driver.browser.events.total == 10
