"""The browser on a real store, driven by Textual's pilot."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

import pytest
from textual.worker import WorkerCancelled

from store.reader import Reader
from tui.panes.lines import plain
from tui.program import EcuApp
from tui.screens.browse import BrowseScreen

LARGE, SMALL = (160, 45), (80, 24)


class Driver:
    """Presses keys and waits until all that they started has ended; never sleeps."""

    def __init__(self, app: EcuApp, pilot) -> None:
        self.app, self.pilot = app, pilot

    @property
    def browser(self) -> BrowseScreen:
        return self.app.browser

    async def settle(self) -> None:
        await self.pilot.pause()
        while len(self.app.workers):
            with suppress(WorkerCancelled):  # a newer one has taken its place
                await self.app.workers.wait_for_complete()
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        names = {
            " ": "space",
            ":": "colon",
            '"': "quotation_mark",
            "-": "minus",
            "/": "slash",
            ".": "full_stop",
            "_": "underscore",
        }
        for char in text:
            await self.pilot.press(names.get(char, char))
        await self.settle()

    def lines(self, widget=None) -> list[str]:
        """What a pane shows, as text."""
        widget = widget or self.browser.events
        return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]

    def count(self) -> str:
        """What is said of how many events there are."""
        return plain(self.browser._counter.lines[0]).strip()

    def status(self) -> str:
        return plain(self.browser._status.lines[0]).strip()


@pytest.fixture
def browse() -> Callable[..., AbstractAsyncContextManager[Driver]]:
    """``async with browse(store, size) as driver`` runs the browser."""

    @asynccontextmanager
    async def run(store: Path, size: tuple[int, int] = LARGE, **options) -> AsyncIterator[Driver]:
        reader = Reader(store)
        try:
            app = EcuApp(store, reader, theme="textual-dark", **options)
            async with app.run_test(size=size) as pilot:
                driver = Driver(app, pilot)
                await driver.settle()
                yield driver
        finally:
            reader.close()

    return run
