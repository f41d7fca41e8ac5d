"""What people decide on the screen: values, which events are one, what was looked at; all of it listed and undone."""

import asyncio
import threading

import pytest

from importers.run import import_paths
from store import queries, writer
from store.connection import reading, writing
from store.filters import EVERYTHING
from tui.panes.lines import plain
from tui.screens import card as card_screen
from tui.screens.card import CardScreen, tell
from tui.screens.history import HistoryScreen
from tui.screens.suggestions import SuggestionsScreen

SMALL, LARGE = (80, 24), (160, 45)


def events(store):
    with reading(store) as db:
        return {event.id: event for event in queries.events(db, EVERYTHING)}


def disputed(store):
    return next(event for event in events(store).values() if "injured" in event.disputed)


def text(widget):
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_card_shows_who_says_what(browse, told_store, size):
    async with browse(told_store, size, filter_text="is:disputed") as driver:
        await driver.press("c")
        card = driver.app.screen
        assert isinstance(card, CardScreen)
        shown = text(card.view)
        assert "≠ injured" in shown
        assert "Harbour News" in shown
        assert "≠ 12" in shown
        assert card.row.field == "injured"
        assert [voice.copies for voice in card.comparison.voices] == [0, 1]


async def test_p_lets_one_sources_value_stand(browse, told_store):
    event_id = disputed(told_store).id
    async with browse(told_store, SMALL, filter_text="is:disputed") as driver:
        await driver.press("c", "p")
        await driver.type("harbour")
        await driver.press("enter")
        await driver.type("police count")
        await driver.press("enter")
        after = events(told_store)[event_id]
        assert after.figures["injured"].best == 12
        assert after.disputed == ()
        [kept] = after.corrections
        assert kept.disputed
        assert "police count" in kept.reason
        assert driver.app.screen._card.event == after  # it left the filter, and stays in view
        await driver.press("u")
        assert events(told_store)[event_id].disputed == ("injured",)
        assert driver.app.screen._card.event.disputed == ("injured",)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_who_did_it_is_pinned_and_nobody_else_is_lost(browse, tmp_path, size):
    (tmp_path / "harbour.txt").write_text(
        "AMBATO, March 5, 2024 (Harbour News) - Guerrillas of the Black Sun Front blew up a bridge in Ambato on "
        "Monday.\n"
    )
    (tmp_path / "coast.txt").write_text(
        "AMBATO, March 6, 2024 (Coast Ledger) - The army blew up the bridge in Ambato on Monday.\n"
    )
    store = tmp_path / "own.db"
    list(import_paths(store, [tmp_path / "harbour.txt", tmp_path / "coast.txt"]))
    async with browse(store, size, filter_text="is:disputed") as driver:
        await driver.press("c")
        card = driver.app.screen
        event = card._card.event
        drawn = "".join(plain(line) for line in card.view.sheet.lines)
        stated = drawn.partition("perpetrator Guerrillas")[2].partition("target")[0]
        assert "Front" in stated, "neither label nor name is cut"
        await driver.press("p")
        await driver.type("coast")
        await driver.press("enter")
        assert "Perpetrator: let this stand" in text(driver.app.screen.query_one("#question"))
        await driver.press("enter")
        after = events(store)[event.id]
        assert [actor.name for actor in after.actors if actor.role == "perpetrator"] == ["army"]
        assert [a for a in after.actors if a.role != "perpetrator"] == [
            a for a in event.actors if a.role != "perpetrator"
        ]
        await driver.press("u", "u")
        assert driver.app.screen is driver.browser
        assert "Undone: import of 2 articles" in driver.status()


async def test_any_field_is_set_by_typing_it(browse, told_store):
    async with browse(told_store, SMALL) as driver:
        event_id = driver.browser.event_id
        await driver.press("E")
        await driver.type("killed")
        await driver.press("enter")
        await driver.type("many")
        await driver.press("enter")
        assert "is no number" in text(driver.app.screen.query_one("#answer-hint"))
        driver.app.screen.query_one("#value").value = "at least 4"
        await driver.press("tab")
        await driver.type("morgue")
        await driver.press("enter")
        assert driver.app.screen is driver.browser
        after = events(told_store)[event_id]
        assert after.figures["killed"].low == 4
        assert after.corrections[0].reason == "morgue"
        assert "by hand; the machine says" in text(driver.browser.card) or not driver.browser.card.display
        await driver.press("E")
        await driver.type("instead of 4+")
        await driver.press("enter")
        assert events(told_store)[event_id].corrections == ()


async def test_selected_events_are_made_one_and_parted_again(browse, told_store):
    before = events(told_store)
    async with browse(told_store) as driver:
        await driver.press("m")
        assert "Select the events" in driver.status()
        await driver.press("space", "j", "m")
        assert "Make one event of these 2?" in text(driver.app.screen.query_one("#question"))
        await driver.press("enter")
        assert len(events(told_store)) == len(before) - 1
        assert driver.browser.selected == frozenset()
        await driver.press("c")
        card = driver.app.screen
        await driver.press(*("j" for part in card.view.sheet.parts if part.kind == "field"))
        await driver.press("s", "enter")
        assert len(events(told_store)) == len(before)
        await driver.press("u", "u")
        assert events(told_store) == before


async def test_what_is_made_one_is_told_by_its_titles_on_a_small_screen(browse, told_store):
    async with browse(told_store, SMALL) as driver:
        await driver.press("space", "j", "space", "m")
        told = text(driver.app.screen.query_one("#about"))
        chosen = [events(told_store)[number] for number in driver.browser.selected]
        assert max(len(event.title) for event in chosen) > 24, "which is all that was told of it before"
        for event in chosen:
            assert event.title[:40] in told
        assert told.count("source") == 2


async def test_two_events_are_kept_apart(browse, told_store):
    async with browse(told_store) as driver:
        await driver.press("space", "j", "space", "M", "enter")
        assert "kept apart" in driver.status()
        with reading(told_store) as db:
            assert queries.decisions(db).apart


async def test_suggestions_are_judged(browse, told_store):
    with reading(told_store) as db:
        [asked] = queries.suggestions(db)
    before = events(told_store)
    async with browse(told_store, SMALL) as driver:
        await driver.press("S")
        screen = driver.app.screen
        assert isinstance(screen, SuggestionsScreen)
        pair = text(screen.query_one("#pair"))
        assert pair.startswith(" for      ")
        assert asked.a.title[:20] in pair
        await driver.press("x")
        assert screen.suggestions == ()
        assert "All of them are judged" in text(screen.query_one("#pair"))
        await driver.press("u")
        assert screen.suggestions == (asked,)
        await driver.press("m")
        assert len(events(told_store)) == len(before) - 1
        await driver.press("u")
        assert events(told_store) == before
        await driver.press("enter")
        assert driver.app.screen is driver.browser
        assert driver.browser.event_id == asked.a.id


async def test_working_through_the_events(browse, told_store):
    total = len(events(told_store))
    async with browse(told_store) as driver:
        b = driver.browser
        first = b.event_id
        await driver.press("a")
        assert events(told_store)[first].status == "checked"
        await driver.press("N")
        assert b.event_id != first
        assert f"{total - 1} events to look at" in driver.status()
        await driver.press("C", "N", "x")
        assert sorted(event.status for event in events(told_store).values() if event.status != "new") == [
            "checked", "contested", "rejected",
        ]  # fmt: skip
        await driver.press("asterisk", "a")
        await driver.press("asterisk", "N")
        assert "Every sure event was looked at" in driver.status()


async def test_every_change_is_listed_and_undone_from_the_list(browse, told_store):
    async with browse(told_store, SMALL) as driver:
        event_id = driver.browser.event_id
        await driver.press("exclamation_mark", "n")
        await driver.type("seen on the spot")
        await driver.press("enter", "H")
        screen = driver.app.screen
        assert isinstance(screen, HistoryScreen)
        assert [change.what.split()[0] for change in screen.changes] == ["note", "starred", "import"]
        assert "→  seen on the spot" in text(screen.query_one("#change"))
        await driver.press("u")
        assert events(told_store)[event_id].note == ""
        assert screen.changes[0].undone
        await driver.press("ctrl+r")
        assert not screen.changes[0].undone
        await driver.press("enter")
        assert driver.app.screen is driver.browser


async def test_the_browsers_keys_work_on_the_card(browse, told_store):
    async with browse(told_store, SMALL) as driver:
        event_id = driver.browser.event_id
        await driver.press("c", "exclamation_mark")
        assert events(told_store)[event_id].starred
        assert "starred" in text(driver.app.screen.query_one("#card-foot"))
        assert isinstance(driver.app.screen, CardScreen)
        with reading(told_store) as db:
            assert [edit.field for edit in writer.log(db)] == ["imported", "starred"]


async def test_an_event_is_added_by_marking_words_of_an_article(browse, told_store):
    before = events(told_store)
    async with browse(told_store, SMALL, filter_text="type:robbery") as driver:
        await driver.press("enter", "a", "j")
        screen = driver.app.screen
        assert screen.query_one("#article-said").render_line(0).text.startswith(" mark ")
        await driver.press("j", "k", "plus", "minus", "enter")
        await driver.type("threat")
        await driver.press("enter")
        value = driver.app.screen.query_one("#value")
        assert value.value == "Four men robbed a bus near Cuenca on Tuesday, police said"
        value.value = "Threat near Cuenca"
        await driver.press("enter")
        [added] = [event for number, event in events(told_store).items() if number not in before]
        assert (added.title, added.sub_event_type) == ("Threat near Cuenca", "threat")
        assert "is added" in screen.query_one("#article-foot").render_line(0).text
        assert screen._reports[screen.current].event_id == added.id
        await driver.press("u")
        assert events(told_store) == before
        assert driver.app.screen is screen
        assert "Undone" in screen.query_one("#article-foot").render_line(0).text
        await driver.press("ctrl+r")
        assert added.title in {event.title for event in events(told_store).values()}


async def test_what_is_left_to_look_at_stands_in_the_last_line(browse, told_store):
    async with browse(told_store) as driver:
        total = sum(not event.candidate for event in events(told_store).values())
        assert driver.status().endswith(f"{total} unreviewed")
        await driver.press("N", "a", "j", "k")
        assert driver.status().endswith(f"{total - 1} unreviewed")


async def test_a_saved_view_is_a_command(browse, told_store):
    with writing(told_store) as db:
        writer.save_view(db, writer.View("Robberies", "type:robbery"))
    async with browse(told_store) as driver:
        await driver.press("colon")
        await driver.type("robberies")
        await driver.press("enter")
        assert driver.browser.filter.text == "type:robbery"


async def test_a_card_left_before_its_sources_are_compared_ends_quietly(browse, told_store, monkeypatch):
    compared = threading.Event()

    def slowly(event, sources):
        compared.wait(10)
        return tell(event, sources)

    monkeypatch.setattr(card_screen, "tell", slowly)
    async with browse(told_store, SMALL, filter_text="is:disputed") as driver:
        await driver.pilot.press("c")
        await driver.pilot.press("escape")
        compared.set()
        await driver.settle()
        assert driver.app.screen is driver.browser
        assert driver.browser.message == ("", False)


async def test_a_list_left_before_its_undo_is_done_ends_quietly(browse, told_store, monkeypatch):
    async with browse(told_store, SMALL) as driver:
        await driver.press("exclamation_mark")
        take_back, left = driver.browser.take_back, asyncio.Event()

        async def slowly():
            await left.wait()
            await take_back()

        monkeypatch.setattr(driver.browser, "take_back", slowly)
        await driver.press("H")
        await driver.pilot.press("u")
        await driver.pilot.press("escape")
        left.set()
        await driver.settle()
        assert driver.app.screen is driver.browser
        assert not driver.browser.message[1]
