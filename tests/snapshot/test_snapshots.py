"""A few pictures of the screen. They are drawn with one version of Textual and compared under that alone.

Update with: pytest tests/snapshot --snapshot-update -n 0
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import handmade
import handmade_told
import pytest
from textual.worker import WorkerCancelled

from store.reader import Reader
from tui.program import EcuApp

DRAWN_WITH = "8.2.8"
pytestmark = pytest.mark.skipif(
    version("textual") != DRAWN_WITH, reason=f"the snapshots were drawn with Textual {DRAWN_WITH}"
)

LARGE, MIDDLE, SMALL = (160, 45), (100, 30), (80, 24)
PICTURES = {
    "browse_large": (LARGE, "textual-dark", ["j", "j", "space", "j"]),
    "browse_middle": (MIDDLE, "textual-dark", ["j", "j"]),
    "events_small": (SMALL, "textual-dark", ["j", "j", "j"]),
    "timeline_small": (SMALL, "textual-dark", ["3", "j", "j"]),
    "timeline_months_lanes": (LARGE, "textual-dark", ["3", "minus", "minus", "L", "j"]),
    "sources_small": (SMALL, "textual-dark", ["1", "space"]),
    "card_small": (SMALL, "textual-dark", ["G", "k", "k", "k", "c"]),
    "difference_small": (SMALL, "textual-dark", ["1", "g", "j", "c"]),
    "difference_large": (LARGE, "textual-dark", ["1", "g", "j", "c"]),
    "article_small": (SMALL, "textual-dark", ["j", "j", "j", "enter"]),
    "article_details": (LARGE, "textual-dark", ["enter", "m"]),
    "help_small": (SMALL, "textual-dark", ["question_mark"]),
    "facets": (MIDDLE, "textual-dark", ["F", "space"]),
    "light": (LARGE, "textual-light", ["j"]),
    "high_contrast": (SMALL, "high-contrast", ["j"]),
    "terminal_colours": (LARGE, "ansi-dark", ["j", "space", "j"]),
}

TOLD = {
    "card_compared_large": (LARGE, ["c"]),
    "card_compared_small": (SMALL, ["c"]),
    "card_listed": ((60, 24), ["c"]),
    "pin": (SMALL, ["c", "p"]),
    "edit": (SMALL, ["E"]),
    "merge": (SMALL, ["space", "j", "m"]),
    "suggestions_large": (LARGE, ["S"]),
    "suggestions_small": (SMALL, ["S"]),
}
"""Of articles on one thing that tell it differently."""


@pytest.fixture
def app_on(made_store: Path) -> Iterator[Callable[..., EcuApp]]:
    readers: list[Reader] = []

    def make(theme: str, store: Path = made_store, filter_text: str | None = None) -> EcuApp:
        readers.append(Reader(store))
        return EcuApp(store, readers[-1], theme=theme, filter_text=filter_text)

    yield make
    for reader in readers:
        reader.close()


def presser(*keys: str):
    """Presses keys once all that the start began has ended."""

    async def press(pilot) -> None:
        for key in (None, *keys):
            if key is not None:
                await pilot.press(key)
            await pilot.pause()
            while len(pilot.app.workers):
                with suppress(WorkerCancelled):  # a newer one has taken its place
                    await pilot.app.workers.wait_for_complete()
                await pilot.pause()

    return press


@pytest.mark.parametrize("name", PICTURES)
def test_picture(snap_compare, app_on, name):
    size, theme, keys = PICTURES[name]
    assert snap_compare(app_on(theme), terminal_size=size, run_before=presser(*keys))


@pytest.mark.parametrize("name", TOLD)
def test_picture_of_what_sources_tell(snap_compare, app_on, tmp_path, name):
    size, keys = TOLD[name]
    app = app_on("textual-dark", handmade_told.make_store(tmp_path / "told.db"))
    assert snap_compare(app, terminal_size=size, run_before=presser(*keys))


def test_empty_store(snap_compare, app_on, tmp_path):
    app = app_on("textual-dark", handmade.make_empty_store(tmp_path / "empty.db"))
    assert snap_compare(app, terminal_size=SMALL, run_before=presser())


def test_no_match(snap_compare, app_on):
    assert snap_compare(app_on("textual-dark", filter_text="zanzibar"), terminal_size=MIDDLE, run_before=presser())


def test_a_filter_at_fault(snap_compare, app_on):
    keys = ["slash", *"quito", "space", *"colour", "colon"]
    assert snap_compare(app_on("textual-dark"), terminal_size=SMALL, run_before=presser(*keys))


def test_without_colour(snap_compare, app_on, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(app_on("textual-dark"), terminal_size=SMALL, run_before=presser("j", "space"))
