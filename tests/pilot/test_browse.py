"""Panes, cursor, filter, selection: what the keys do, asserted on state."""

import threading

import handmade
import pytest
from textual.events import Paste

from importers.byhand import merge_events
from store import queries
from store.connection import reading
from tui import pages
from tui.config import Config
from tui.panes.lines import line_width
from tui.panes.row_list import RowList
from tui.panes.status import count_line
from tui.screens import following
from tui.screens.help import HelpScreen
from tui.session import load, session_file

LARGE, SMALL = (160, 45), (80, 24)


def shown_title(driver):
    return driver.browser.card.card.event.title


async def test_three_panes_and_the_card_show_one_event(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        assert (b.sources.total, b.events.total, b.timeline.total) == (4, 10, 10)
        assert shown_title(driver) == "Clashes between gangs in the Litoral prison"
        await driver.press("j", "j")
        assert b.events.cursor == b.timeline.cursor == 2
        assert shown_title(driver) == "106 guards let go in five prisons"
        assert b.sources.current.title == "Held guards walk free"
        await driver.press("3", "down")
        assert b.shown == "timeline"
        assert b.events.cursor == b.timeline.cursor == 3
        await driver.press("1", "G")
        assert b.sources.current.file == "litoral-2022.txt"
        assert b.event_id == b.events.current.id == b.timeline.current.id
        assert shown_title(driver).startswith(("Clashes", "State of emergency"))


async def test_moving_keys(browse, made_store):
    async with browse(made_store) as driver:
        events = driver.browser.events
        for key, row in [
            ("G", 9),
            ("g", 0),
            ("end", 9),
            ("home", 0),
            ("pagedown", 9),
            ("up", 8),
            ("pageup", 0),
            ("k", 0),
        ]:
            await driver.press(key)
            assert events.cursor == row, key


async def test_a_small_screen_shows_one_pane_and_the_card_by_itself(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        b = driver.browser
        assert (b.sources.display, b.events.display, b.timeline.display, b.card.display) == (False, True, False, False)
        assert driver.lines()[0].startswith(" 1 Sources  2 Events  3 Timeline")
        await driver.press("tab")
        assert (b.events.display, b.timeline.display) == (False, True)
        await driver.press("c", "right_square_bracket")
        assert driver.app.screen is not b
        assert b.timeline.cursor == 1
        top = driver.app.screen.query_one("#card-lines").render_line(0).text
        assert top.startswith(" State of emergency in Guayas and Esmeraldas")
        await driver.press("escape")
        assert driver.app.screen is b


async def test_keys_typed_ahead_reach_the_pane_they_are_meant_for(browse, made_store):
    async with browse(made_store) as driver:
        await driver.pilot.press("3", "minus", "slash", *"cuenca", "enter", "2", "j")
        await driver.settle()
        b = driver.browser
        shown = (b.timeline.zoom_level, b.filter.text, b.shown, b.events.cursor)
        assert shown == ("week", "cuenca", "events", 1)


async def test_what_the_next_keys_show_is_read_before_they_come(browse, busy_store, monkeypatch):
    """Pages and both ends of the list; a key that leads there asks the store for no row, and all panes go at once."""

    async def nothing(_pane):
        pass

    async with browse(busy_store) as driver:
        b = driver.browser
        for keys in (("end", "home"), ("pagedown",), ("pagedown",), ("pageup",)):
            asked = []
            with monkeypatch.context() as patch:
                load = pages.load_events
                patch.setattr(pages, "load_events", lambda *a, load=load, asked=asked: asked.append(a) or load(*a))
                patch.setattr(RowList, "read_ahead", nothing)
                for key in keys:
                    await driver.press(key)
                    assert b.timeline.cursor == b.events.cursor
                    assert b.card.card.event.id == b.events.current.id
            assert asked == []
            await driver.press("down")  # and now it reads ahead


@pytest.mark.parametrize("key", ["r", "escape"])
async def test_a_move_made_while_a_page_is_read_is_kept(browse, busy_store, monkeypatch, key):
    go_on = threading.Event()
    load = pages.load_page

    def late(*asked):
        go_on.wait(10)
        return load(*asked)

    async with browse(busy_store, filter_text="prison") as driver:
        b = driver.browser
        await driver.press("G")
        monkeypatch.setattr(pages, "load_page", late)
        await driver.pilot.press(key, "up", "up")
        on = b.events.current.id
        go_on.set()
        await driver.settle()
        assert b.page.ask.newest_first == (key == "r")
        assert b.filter.everything == (key == "escape")
        assert {b.events.current.id, b.timeline.current.id, b.card.card.event.id, b.event_id} == {on}
        assert not b.events.waiting


async def test_the_card_is_of_the_pane_with_the_focus(browse, made_store):
    """Of chosen sources Events lists less than the timeline."""
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("1", "space", "3", "G")
        assert b.events.total < b.timeline.total
        assert b.events.current.id != b.timeline.current.id
        for key, pane in (("2", b.events), ("3", b.timeline), ("2", b.events)):
            await driver.press(key)
            assert b.card.card.event.id == pane.current.id == b.looked_at.event.id


async def test_reading_ahead_takes_no_key_its_answer(browse, busy_store, monkeypatch):
    go_on = threading.Event()
    follow = pages.follow

    def late(*asked):
        go_on.wait(10)
        return follow(*asked)

    async with browse(busy_store) as driver:
        b = driver.browser
        b._ahead.turn(None, None)
        monkeypatch.setattr(pages, "follow", late)
        await driver.pilot.press("5", "0", "G", "down")
        b.read_ahead()
        await driver.pilot.pause()
        go_on.set()
        await driver.settle()
        assert b.card.card.event.id == b.events.current.id
        assert b.timeline.cursor == b.events.cursor == 50


async def test_one_key_is_one_paint(browse, busy_store, monkeypatch):
    # However slow the machine: a paint that waited too long for the other panes would be a first of two.
    monkeypatch.setattr(following, "_FOLLOWING", 60)
    async with browse(busy_store) as driver:
        await driver.press("slash")
        await driver.type("prison")
        await driver.press("enter")
        painted = []
        display = type(driver.app)._display

        def count(app, screen, update):
            painted.append(update is not None)
            display(app, screen, update)

        monkeypatch.setattr(type(driver.app), "_display", count)
        for key in ("end", "home", "pagedown", "pagedown", "pageup", "G"):
            painted.clear()
            await driver.press(key)
            assert sum(painted) == 1, key


async def test_a_pane_that_was_hidden_shows_its_first_lines(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        await driver.press("j", "j", "3")
        lines = driver.lines(driver.browser.timeline)
        assert lines[3] == " Wednesday 2 November 2022 ───────────────────────────────────────────────── 2"
        assert "from Saturday 1 July 2023" in lines[7]


async def test_the_layout_follows_the_size(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        b = driver.browser
        await driver.pilot.resize_terminal(*LARGE)
        await driver.settle()
        assert all(pane.display for pane in (b.sources, b.events, b.timeline, b.card))
        await driver.pilot.resize_terminal(100, 30)
        await driver.settle()
        assert (b.sources.display, b.card.display) == (True, False)
        assert driver.lines(b.events)[1].startswith("▌")


async def test_the_filter_narrows_all_panes_as_it_is_typed(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("slash")
        await driver.type("cuenca")
        assert (b.events.total, b.timeline.total) == (2, 2)
        assert {row.file for row in b.sources.window.rows} == {"cuenca.md"}
        assert "cuenca" in driver.status()
        assert driver.count() == "2 of 10 events"
        await driver.press("enter")
        assert b.shown == "events"
        assert b.focused is b.events
        await driver.press("escape")
        assert b.filter.everything
        assert b.events.total == 10


async def test_a_filter_at_fault_is_explained_and_changes_nothing(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("slash")
        await driver.type("cuenca")
        await driver.type(":red")
        assert b.events.total == 2
        assert b.fault is not None
        assert b.bar.value[b.fault.start : b.fault.end] == "cuenca:"
        assert "no key “cuenca”" in driver.status()
        assert any(segment.style and segment.style.underline for segment in b.bar.render_line(0))
        await driver.press("escape")
        assert (b.bar.value, b.fault, b.events.total) == ("", None, 10)


async def test_escape_in_the_bar_goes_back_to_the_filter_before(browse, made_store):
    async with browse(made_store, filter_text="type:arrest") as driver:
        b = driver.browser
        assert b.events.total == 2
        await driver.press("slash")
        await driver.type(" napo")
        assert b.events.total == 1
        await driver.press("escape")
        assert (b.filter.text, b.events.total) == ("type:arrest", 2)


async def test_the_cursor_stays_on_its_event_through_filters(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("G", "k")
        kept = b.event_id
        await driver.press("slash")
        await driver.type("is:planned")
        assert b.events.current.id == kept
        await driver.press("escape")
        assert b.events.current.id == kept


async def test_no_match_says_what_to_press(browse, made_store):
    async with browse(made_store, filter_text="zanzibar") as driver:
        text = "\n".join(driver.lines())
        assert "No event matches." in text
        assert "Esc clears the filter" in text


async def test_history_and_completion_in_the_bar(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("slash")
        await driver.type("cuenca")
        await driver.press("enter", "escape", "slash", "up")
        assert b.bar.value == "cuenca"
        await driver.press("down")
        assert b.bar.value == ""
        await driver.type("type:hos")
        await driver.press("tab")
        assert b.bar.value == "type:hostage_release"
        assert b.events.total == 3


async def test_space_selects_and_star_selects_all_that_is_shown(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("space", "j", "j", "space")
        assert len(b.selected) == 2
        assert "2 selected" in driver.status()
        assert driver.lines()[1].startswith("▌"[:0] + " ●")
        await driver.press("space")
        assert len(b.selected) == 1
        await driver.press("slash")
        await driver.type("cuenca")
        await driver.press("enter", "asterisk")
        assert len(b.selected) == 3
        await driver.press("asterisk")
        assert len(b.selected) == 1
        await driver.press("escape", "slash")
        await driver.type("is:selected")
        assert b.events.total == 1


async def test_choosing_sources_narrows_events_and_leaves_the_timeline_whole(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("1", "G", "space")
        assert (b.events.total, b.timeline.total) == (2, 10)
        assert b.events.current.id == b.timeline.current.id
        await driver.press("2", "j")
        assert b.timeline.current.id == b.events.current.id
        await driver.press("escape")
        assert b.events.total == 10


async def test_escape_steps_back_and_never_quits(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("space", "1", "space", "slash")
        await driver.type("guards")
        await driver.press("enter")
        for left in ("filter", "chosen", "selected"):
            await driver.press("escape")
            state = {"filter": b.filter.everything, "chosen": not b.chosen, "selected": not b.selected}
            assert state[left], left
        await driver.press("escape")
        assert driver.app.is_running
        assert "q quits" in driver.status()


async def test_newest_first_turns_events_and_not_the_timeline(browse, made_store):
    async with browse(made_store) as driver:
        b = driver.browser
        await driver.press("j", "r")
        assert b.events.current.id == b.timeline.current.id
        assert (b.events.cursor, b.timeline.cursor) == (7, 1)
        await driver.press("g", "j")
        assert b.timeline.cursor == 7
        await driver.press("G")
        assert b.events.current.title == b.timeline.current.title == "Device found in Cuenca"


async def test_the_timeline_zooms_and_steps(browse, made_store):
    async with browse(made_store) as driver:
        timeline = driver.browser.timeline
        await driver.press("3")
        assert timeline.zoom_level == "day"
        text = "\n".join(driver.lines(timeline))
        assert "Thursday 31 August 2023" in text
        assert "No date" in text
        await driver.press("minus", "minus")
        assert timeline.zoom_level == "month"
        assert "August 2023" in "\n".join(driver.lines(timeline))
        await driver.press("right_curly_bracket")
        assert timeline.current.title == "106 guards let go in five prisons"
        await driver.press("L")
        assert timeline.lane == "type"
        assert "1 hostage…" in driver.lines(timeline)[2]


async def test_gaps_are_jumped_over(browse, made_store):
    async with browse(made_store, filter_text="before:2023-09-02 -is:undated") as driver:
        timeline = driver.browser.timeline
        await driver.press("3", "minus", "minus", "g")
        assert "8 months without an event" in "\n".join(driver.lines(timeline))
        await driver.press("right_square_bracket")
        assert timeline.cursor == 2
        await driver.press("left_square_bracket")
        assert timeline.cursor == 1


async def test_an_empty_store_says_what_to_press(browse, tmp_path):
    store = handmade.make_empty_store(tmp_path / "empty.db")
    async with browse(store, SMALL) as driver:
        text = "\n".join(driver.lines())
        assert "This store is empty." in text
        assert "i  import articles" in text
        assert "ecu-tui import FOLDER" in text
        await driver.press("space", "asterisk", "enter", "y", "c", "exclamation_mark", "j", "G", "right_square_bracket")
        assert driver.app.is_running


async def test_help_is_made_from_the_active_bindings(browse, made_store):
    async with browse(made_store) as driver:
        driver.app.set_keymap({"export": "Z"})
        await driver.press("question_mark")
        assert isinstance(driver.app.screen, HelpScreen)
        lines = [driver.app.screen.query_one("#help-lines").render_line(y).text for y in range(40)]
        assert any(line.strip().startswith("Z ") and "Export the selection" in line for line in lines)
        await driver.type("filter all")
        line = driver.app.screen.query_one("#help-lines").render_line(2).text
        assert line.split() == ["/", "Filter", "all", "panes", "as", "you", "type"]
        await driver.press("escape")
        assert driver.app.screen is driver.browser


async def test_the_palette_runs_a_command_by_its_name(browse, made_store):
    async with browse(made_store) as driver:
        await driver.press("colon")
        await driver.type("zoom out")
        await driver.press("enter")
        assert driver.browser.timeline.zoom_level == "week"
        await driver.press("ctrl+p")
        await driver.type("tour")
        await driver.press("enter")
        assert "A tour" in driver.app.screen.query_one("#text-title").render_line(0).text


async def test_facets_narrow_by_what_there_is(browse, made_store):
    async with browse(made_store) as driver:
        await driver.press("F", "space", "down", "space", "enter")
        assert driver.browser.filter.text == "(type:arrest OR type:hostage_release)"
        assert driver.browser.events.total == 5
        await driver.press("escape", "v")
        assert [one.label for one in driver.app.screen.query_one("#choices").choices] == [
            "(type:arrest OR type:hostage_release)"
        ], "it is listed with the filters that were typed"


async def test_a_name_that_nothing_has_is_told_apart_from_a_filter_that_keeps_nothing(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        driver.browser.set_filter("type:car_bmb")
        await driver.settle()
        shown = " ".join(line.strip() for line in driver.lines())
        assert "Nothing here has the type “car_bmb”. Did you mean “car_bomb”?" in shown
        driver.browser.set_filter("type:car_bomb killed:>1000")
        await driver.settle()
        assert "No event matches." in " ".join(driver.lines())
        assert "Nothing here has" not in " ".join(driver.lines())


async def test_what_is_wrong_at_the_start_is_said_on_the_screen(browse, made_store):
    config = Config(theme="no-such")
    async with browse(made_store, filter_text="typ:car", config=config, wrong=("my.toml: it is odd.",)) as driver:
        assert driver.browser.events.total == 10, "nothing is filtered by what cannot be read"
        said = "\n".join(driver.browser.log_lines)
        assert "The filter “typ:car” cannot be read: There is no key “typ”." in said
        assert "my.toml: it is odd." in said
        assert "There is no theme “no-such”" in driver.status()
    async with browse(made_store, filter_text="type:car_bomb", config=Config(theme="nord")) as driver:
        assert driver.browser.log_lines == []


async def test_lines_that_are_pasted_into_the_filter_become_one(browse, made_store):
    async with browse(made_store) as driver:
        bar = driver.browser.bar
        await driver.press("slash")
        for pasted, typed in (("cuenca\r\n\n  guards\n", "cuenca   guards"), ("\n", ""), (" quito ", " quito ")):
            bar.set_text("")
            bar.post_message(Paste(pasted))
            await driver.settle()
            assert bar.value == typed


async def test_what_is_said_of_the_filter_fits_a_small_screen(browse, made_store):
    async with browse(made_store, SMALL) as driver:
        count = count_line(None, 12_345, 1_234, filtered=False)
        assert driver.browser.query_one("#count").size.width >= line_width(count)
        await driver.press("slash")
        assert driver.status().endswith("Esc back")
        await driver.type("is:disputed")
        assert "Tab" not in driver.status(), "there is nothing left to complete"


async def test_views_are_saved_in_the_store_with_their_order_and_used(browse, own_store):
    async with browse(own_store, filter_text="type:arrest") as driver:
        await driver.press("r", "V")
        await driver.type("held")
        await driver.press("enter", "r", "escape")
        assert driver.browser.filter.text == ""
        await driver.press("v", "enter")
        assert driver.browser.filter.text == "type:arrest"
        assert driver.browser.newest_first, "the order it was saved in"
    with reading(own_store) as db:
        (view,) = queries.views(db)
    assert view.name.endswith("held")


async def test_known_by_a_day_leaves_out_what_was_published_later(browse, made_store):
    async with browse(made_store) as driver:
        await driver.press("K")
        driver.app.screen.query_one("#answer").value = "soon"
        await driver.press("enter")
        assert "names no day" in driver.app.screen.query_one("#answer-hint").render_line(0).text
        driver.app.screen.query_one("#answer").value = "2 Sep 2023"
        await driver.press("enter")
        assert driver.browser.timeline.total == 6
        assert "known by 2 Sep 2023" in driver.lines(driver.browser.timeline)[0]
        assert "known by 2 Sep 2023" in driver.lines(driver.browser.events)[0]
        assert driver.count() == "6 of 10 events"
        await driver.press("r")
        assert driver.count() == "6 of 10 events", "however often the page is read"
        await driver.press("escape")
        assert driver.browser.timeline.total == 10
        assert driver.count() == "10 events in 4 articles"


async def test_the_count_is_of_the_store_as_another_program_left_it(browse, own_store):
    async with browse(own_store) as driver:
        b = driver.browser
        first, second = (row.id for row in b.events.window.rows[:2])
        await driver.press("slash")
        await driver.type("guards")
        merge_events(own_store, (first, second))
        await driver.press("escape")
        assert b.events.total != 10
        assert driver.count() == f"{b.events.total} events in 4 articles"


async def test_doubtful_dates_lead_to_their_article(browse, made_store):
    async with browse(made_store) as driver:
        await driver.press("D")
        choices = driver.app.screen.query_one("#choices").choices
        assert len({choice.group for choice in choices}) == 3
        await driver.type("litoral leave")
        await driver.press("enter")
        assert driver.browser.sources.current.file == "litoral-2022.txt"


async def test_a_session_is_restored(browse, made_store, tmp_path):
    file = session_file(made_store, tmp_path)
    async with browse(made_store, session_file=file) as driver:
        await driver.press("space", "3", "minus", "j", "j", "T", "greater_than_sign", "q")
    kept = load(file)
    assert (kept.pane, kept.zoom, kept.theme, len(kept.selected)) == ("timeline", "week", "textual-light", 1)
    async with browse(made_store, session_file=file) as driver:
        b = driver.browser
        assert b.focused is b.timeline
        assert (b.timeline.zoom_level, b.timeline.cursor, b.selected) == ("week", 2, frozenset(kept.selected))
        assert b.timeline.outer_size.width == kept.timeline_cells


async def test_typing_asks_once_for_what_stands(browse, made_store):
    """Keys that come faster than the pause between them start one query, for the last text."""
    async with browse(made_store) as driver:
        b = driver.browser
        asked = []
        ask = b.ask

        async def counting(group, fn, *args):
            what = getattr(args[0], "ask", args[0]) if args else None
            asked.append((fn.__name__, what.filter.text if what else ""))
            return await ask(group, fn, *args)

        b.ask = counting
        for text in ("c", "cu", "cue", "cuenca"):
            b.set_filter(text)
        await driver.settle()
        assert [text for name, text in asked if name == "load_page"] == ["cuenca"]
        assert [text for name, text in asked if name in ("load_glimpse", "load_sources_page")] == ["cuenca", "cuenca"]
        assert b.events.total == 2


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light", "high-contrast"])
async def test_every_theme_draws_every_screen(browse, made_store, theme):
    async with browse(made_store, SMALL) as driver:
        driver.app.theme = theme
        for keys in (
            ("j",),
            ("enter", "m", "escape"),
            ("c", "escape"),
            ("question_mark", "escape"),
            ("colon", "escape"),
        ):
            await driver.press(*keys)
        assert driver.app.screen is driver.browser


async def test_a_doubtful_date_is_decided_with_one_key(browse, own_store):
    async with browse(own_store) as driver:
        await driver.press("D")
        chosen = next(c for c in driver.app.screen.query_one("#choices").choices if c.label.startswith("It was"))
        await driver.type(chosen.detail.replace(".", " ").split()[0])
        await driver.press("enter")
        assert "Published" in driver.status()
        await driver.press("u")
        assert "Undone" in driver.status()


async def test_an_article_out_of_sight_is_named_and_not_scrolled_to(browse, made_store):
    async with browse(made_store, (120, 5)) as driver:
        b = driver.browser
        assert b.sources.page_lines == 2
        await driver.press("1", "G", "2", "j", "j")
        assert driver.lines(b.sources)[-1] == "▌↑ Held guards walk free"
        assert b.sources.top == 2
        await driver.press("1")
        assert driver.lines(b.sources)[1].startswith("▌")
        assert b.sources.current.title == "Held guards walk free"


async def test_a_count_before_a_key(browse, made_store):
    async with browse(made_store) as driver:
        events = driver.browser.events
        for keys, row in [("5j", 5), ("4k", 1), ("012j", 9), ("9g", 8), ("4G", 3), ("0j", 4), ("j", 5)]:
            await driver.press(*keys)
            assert events.cursor == row, keys
        await driver.press("4", "3", "j")
        assert (driver.browser.shown, events.cursor) == ("events", 9)
        await driver.press("3", "g", "4", "right_curly_bracket")
        timeline = driver.browser.timeline
        assert timeline.cursor == timeline.plan.rows_before[4]


async def test_what_is_left_to_look_at_is_one_number(browse, made_store):
    """The last line counts what N goes through: the events that are listed, under the filter."""
    async with browse(made_store) as driver:
        assert driver.browser.left == 9
        driver.browser.set_filter("quito")
        await driver.settle()
        left = driver.browser.left
        assert 1 < left < 9
        await driver.press("N")
        assert driver.status().startswith(f"{left} events to look at")
