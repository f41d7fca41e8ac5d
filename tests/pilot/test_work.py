"""Articles, exports, edits, imports: what leaves the browser or changes the store."""

import asyncio
import threading
import time
from datetime import date

import handmade

from store import queries, writer
from store.connection import reading
from tui import clipboard
from tui.screens.article import ArticleScreen

SMALL = (80, 24)


def event(store, event_id):
    with reading(store) as db:
        return queries.event(db, event_id)


async def test_enter_opens_the_article_at_the_evidence(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        await driver.press("j", "j", "j", "enter")
        screen = driver.app.screen
        assert isinstance(screen, ArticleScreen)
        current = screen._reports[screen.current]
        assert current.event_id == driver.browser.event_id
        shown = {segment.text: segment.style for y in range(20) for segment in screen.view.render_line(y)}
        strongest = [
            text for text, style in shown.items() if style and style.bgcolor == screen.view.palette["current"].bgcolor
        ]
        assert "Authorities said at least six people" in " ".join(strongest)
        assert screen.query_one("#article-said").render_line(0).text.startswith(" evidence 2 of 4")
        await driver.press("n")
        assert screen.current == 2
        await driver.press("N", "N", "N")
        assert screen.current == 3
        await driver.press("escape")
        assert driver.app.screen is driver.browser


async def test_searching_in_an_article(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        await driver.press("j", "j", "enter", "slash")
        await driver.type("GUARDS")
        await driver.press("enter")
        screen = driver.app.screen
        assert [screen.article.text[a:b].lower() for a, b in screen.found] == ["guards", "guards"]
        await driver.press("n")
        assert screen.found_at == 1
        await driver.press("escape")
        assert screen.searched == ""
        assert driver.app.screen is screen


async def test_details_say_how_an_article_was_dated(browse, made_store):
    async with browse(made_store) as driver:
        await driver.press("enter", "m")
        text = "\n".join(driver.app.screen.view.render_line(y).text for y in range(12))
        assert "sha256" in text
        assert "candidate  2023-09-02  dateline" in text
        assert "contradicted" in driver.app.screen.query_one("#article-head").render_line(1).text


async def test_the_selection_is_exported_to_markdown(browse, made_store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with browse(made_store) as driver:
        await driver.press("j", "j", "space", "e")
        assert "the 1 selected event" in driver.app.screen.query_one("#question").render_line(0).text
        await driver.press("enter")
        text = (tmp_path / "timeline.md").read_text(encoding="utf-8")
        assert "106 guards let go in five prisons" in text
        assert "Clashes" not in text
        assert "timeline.md" in driver.status()


async def test_a_file_is_not_overwritten_unasked(browse, made_store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine.md").write_text("kept")
    async with browse(made_store, filter_text="type:arrest") as driver:
        await driver.press("e")
        driver.app.screen.query_one("#answer").value = "mine.md"
        await driver.press("enter")
        await driver.press("enter")
        assert (tmp_path / "mine.md").read_text() == "kept"
        await driver.press("e")
        driver.app.screen.query_one("#answer").value = "mine.md"
        await driver.press("enter", "down", "enter")
        text = (tmp_path / "mine.md").read_text(encoding="utf-8")
        assert "Six arrested" in text
        assert "Presidential runoff" not in text
        await driver.press("e")
        driver.app.screen.query_one("#answer").value = "no/such/folder/x.md"
        await driver.press("enter")
        assert "There is no folder" in driver.app.screen.query_one("#answer-hint").render_line(0).text


async def test_an_export_says_how_many_events_it_holds_and_how_many_it_lacks(browse, own_store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with browse(own_store) as driver:
        await driver.press("x", "e")
        assert "rejected events are named at its end" in driver.app.screen.query_one("#answer-hint").render_line(0).text
        await driver.press("enter")
        text = (tmp_path / "timeline.md").read_text(encoding="utf-8")
        held = sum(line.startswith("- **") for line in text.splitlines())
        assert held < driver.browser.events.total
        told = f"Written: {held} events to {tmp_path / 'timeline.md'}, leaving out 1 rejected by hand, leaving out 1"
        assert driver.browser.log_lines[-1].endswith(f"{told} for weak evidence (confidence under 0.5).")
        assert driver.status().startswith(told[:60]), "where it was written is told before what may not fit the line"
        await driver.press("g", "j", "space", "e", "enter")
        assert driver.browser.log_lines[-1].endswith(f"Written: 1 event to {tmp_path / 'timeline-2.md'}.")


async def test_why_a_date_is_in_doubt_is_told_in_full(browse, own_store):
    async with browse(own_store, (40, 24)) as driver:
        with reading(own_store) as db:
            doubted = next(one for one in queries.sources(db) if one.published.status == "contradicted")
        driver.browser.source_id = doubted.id
        await driver.press("2", "d")
        hint = driver.app.screen.query_one("#answer-hint")
        told = " ".join(hint.render_line(y).text.strip() for y in range(hint.size.height))
        assert doubted.published.why in told
        assert told.endswith("Esc cancels"), "and what can be done, below it"
        driver.app.screen.query_one("#value").value = "1 Jan 2093"
        await driver.press("enter")
        assert "1 Jan 2093 is still to come" in hint.render_line(0).text
        driver.app.screen.query_one("#value").value = "2 Sep 2023"
        await driver.press("tab")
        await driver.type("the paper says so")
        await driver.press("enter")
        with reading(own_store) as db:
            assert queries.source(db, doubted.id).published.start == date(2023, 9, 2)
            assert writer.log(db)[-1].reason == "the paper says so"


async def test_a_store_that_was_taken_away_is_not_made_anew_and_empty(browse, own_store, tmp_path):
    async with browse(own_store) as driver:
        own_store.rename(tmp_path / "elsewhere.db")
        await driver.press("exclamation_mark")
        assert driver.status().startswith("The store was moved or deleted; nothing was changed: ")
        await driver.press("i")
        driver.app.screen.query_one("#answer").value = str(tmp_path)
        await driver.press("enter")
        assert "moved or deleted" in driver.status()
        assert not own_store.exists()
        (tmp_path / "elsewhere.db").rename(own_store)
        await driver.press("exclamation_mark")
        assert "” starred" in driver.status()


async def test_edits_are_written_and_undone(browse, own_store):
    async with browse(own_store) as driver:
        event_id = driver.browser.event_id
        await driver.press("exclamation_mark")
        assert event(own_store, event_id).starred
        assert "★" in driver.lines()[1]
        await driver.press("u")
        assert not event(own_store, event_id).starred
        await driver.press("ctrl+r")
        assert event(own_store, event_id).starred
        await driver.press("x")
        assert event(own_store, event_id).status == "rejected"
        await driver.press("x")
        assert event(own_store, event_id).status == "new"
        await driver.press("t")
        await driver.type("gang prison")
        await driver.press("enter")
        assert event(own_store, event_id).tags == ("gang", "prison")
        await driver.press("t")
        await driver.type("-gang")
        await driver.press("enter")
        assert event(own_store, event_id).tags == ("prison",)
        assert driver.browser.event_id == event_id


async def test_what_befell_an_event_that_is_not_in_sight_is_told_by_its_title(browse, own_store):
    async with browse(own_store, SMALL) as driver:
        await driver.press("1")
        title = driver.browser.card.card.event.title
        assert not driver.browser.events.display
        for keys in (("exclamation_mark",), ("a",), ("t", "g", "o", "enter")):
            await driver.press(*keys)
            assert driver.status().startswith(f"“{title[:20]}")
            assert driver.status().endswith("u undoes.")
        await driver.press("t")
        dialog = driver.app.screen
        assert title in dialog.query_one("#question").render_line(0).text
        assert "Now: go." in dialog.query_one("#answer-hint").render_line(0).text
        await driver.press("escape", "2", "space", "j", "space", "a")
        assert driver.status().startswith("2 events ")


async def test_the_note_is_written_in_the_editor(browse, own_store, monkeypatch, tmp_path):
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\nprintf "seen on the spot" > "$1"\n')
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(script))
    async with browse(own_store) as driver:
        monkeypatch.setattr(driver.app, "suspend", __import__("contextlib").nullcontext)
        await driver.press("O")
        assert event(own_store, driver.browser.event_id).note == "seen on the spot"


async def test_copying_says_where_it_went(browse, made_store, monkeypatch):
    copied = []
    monkeypatch.setattr(clipboard, "copy", lambda text, *_: copied.append(text) or "Copied.")
    async with browse(made_store) as driver:
        await driver.press("j", "j", "j", "y")
        assert "Copied." in driver.status()
        await driver.press("Y")
    assert copied[0].startswith(
        "**31 Aug 2023** · Six arrested after car bombs in Quito · offices of the prison service, Quito"
    )
    assert "> — Andes Daily, 2 Sep 2023" in copied[0]
    assert copied[1] in copied[0]


async def test_an_import_shows_its_end_and_its_problems(browse, own_store, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "new.txt").write_text(
        "QUITO, Sept 5 - Two people were killed in Guayaquil on Monday, police said.\n", encoding="utf-8"
    )
    (folder / "empty.txt").write_bytes(b"")
    async with browse(own_store) as driver:
        await driver.press("i")
        driver.app.screen.query_one("#answer").value = str(folder)
        await driver.press("enter")
        assert "1 imported" in driver.status()
        assert "1 not read" in driver.status()
        assert driver.browser.sources.total == 5
        await driver.press("p")
        assert "empty.txt" in driver.app.screen.query_one("#choices").render_line(0).text


async def test_an_import_is_undone_listed_and_brought_back(browse, own_store, tmp_path):
    (tmp_path / "new.txt").write_text("QUITO, Sept 5 - Two people were killed in Guayaquil on Monday, police said.\n")
    async with browse(own_store) as driver:
        b = driver.browser
        before = b.events.total
        b.start("import", b.import_paths, [tmp_path / "new.txt"])
        await driver.settle()
        assert "u undoes." in driver.status()
        assert (b.sources.total, b.events.total) == (5, before + 1)
        await driver.press("1", "G", "space", "2", "asterisk")
        assert b.chosen
        assert b.selected
        await driver.press("u")
        assert "Undone: import of 1 article from" in driver.status()
        assert "Ctrl+R brings it back." in driver.status()
        assert (b.sources.total, b.events.total, b.chosen, b.selected) == (4, before, frozenset(), frozenset())
        await driver.press("H")
        assert driver.app.screen.changes[0].what.startswith("import of 1 article from")
        await driver.press("ctrl+r", "escape")
        assert (b.sources.total, b.events.total) == (5, before + 1)


async def test_an_import_that_is_running_is_not_undone(browse, own_store, tmp_path):
    (tmp_path / "new.txt").write_text("QUITO, Sept 5 - Two people were killed in Guayaquil on Monday, police said.\n")
    async with browse(own_store) as driver:
        b = driver.browser
        b.start("import", b.import_paths, [tmp_path / "new.txt"])
        await driver.settle()
        b._cancel = threading.Event()
        await driver.press("u")
        assert "The import is running: Esc stops it" in driver.status()
        b._cancel = None


async def test_an_unforeseen_error_is_said_and_kept(browse, made_store, tmp_path):
    async with browse(made_store) as driver:

        async def fail():
            raise ZeroDivisionError("of a worker")

        driver.browser.start("test", fail)
        await driver.pilot.pause()
        await driver.pilot.pause()
        assert "Something went wrong: ZeroDivisionError" in driver.status()
        assert "of a worker" in driver.browser.log_lines[-1]
        await driver.press("circumflex_accent")
        assert driver.app.screen is not driver.browser
        await driver.press("escape")
        assert driver.app.screen is driver.browser


async def test_what_another_program_writes_is_seen_at_the_next_move(browse, own_store):
    from store import writer
    from store.connection import writing

    async with browse(own_store) as driver:
        event_id = driver.browser.event_id
        with writing(own_store) as db:
            writer.edit_events(db, {event_id: "As the mayor tells it"}, "title")
        await driver.press("j", "k")
        assert driver.browser.event_id == event_id
        assert driver.browser.events.current.title == "As the mayor tells it"


async def test_a_watched_folder_is_imported_as_it_fills(browse, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text("QUITO, 2 Sep 2023 - Four guards were freed on Saturday in Quito.\n")
    store = handmade.make_empty_store(tmp_path / "store.db")
    async with browse(store) as driver:
        b = driver.browser
        b.watch_folder(folder)
        await wait_until(driver, lambda: b.sources.total == 1 and "is watched" in driver.status())
        await asyncio.sleep(0.3)  # until the system's watch stands
        (folder / ".part").write_text("half a download")
        (folder / "second.txt").write_text("CUENCA, 3 Sep 2023 - A bomb went off in Cuenca on Sunday.\n")
        await wait_until(driver, lambda: b.sources.total == 2)
        await driver.pilot.press("W")
        await driver.settle()
        assert b.watched is None
        assert "watched no more" in driver.status()


async def wait_until(driver, met, seconds=20):
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, driver.lines()
        await driver.pilot.pause(0.05)


async def test_keys_that_come_before_the_card_are_about_the_event_under_the_cursor(browse, own_store):
    async with browse(own_store, SMALL) as driver:
        first = driver.browser.event_id
        await driver.press("x", "exclamation_mark")
        driver.browser.events.action_move("down")  # what follows comes before the screen hears of it
        second = driver.browser.events.current.id
        assert second != first
        driver.browser.action_edit()
        assert driver.app.screen is driver.browser
        driver.browser.action_mark("rejected")
        driver.browser.action_star()  # which does not give up the change before it
        await driver.settle()
        for event_id in (first, second):
            assert event(own_store, event_id).status == "rejected"
            assert event(own_store, event_id).starred
