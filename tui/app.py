"""Opening the browser: what is checked and started before there is a screen.

Nothing of Textual is imported here before it is sure to be needed, and the store is opened by its reader's thread
meanwhile. The start is mostly imports, so what only a key needs is imported when it is pressed, and small records that
the first paint needs are named tuples: a frozen dataclass takes half a millisecond to make.
"""

import gc
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Final, cast

from tui import session, terminal
from tui.config import config_file, load_config
from tui.upgrading import tell_upgrade

_PAINTS_A_SECOND: Final = "1000"
"""At most. Textual's 60 let each key wait for up to 17 ms, twice: for the cursor, and for the card that follows it.
What is painted is what changed since the last time, so idle and a held key cost no more."""


def run_browser(
    store_path: Path,
    *,
    filter_text: str | None = None,
    watch: Path | None = None,
    mouse: bool = True,
    theme: str | None = None,
) -> int:
    """Open the browser on a store, which is made if it is not there. ``watch``: a folder to import from as it fills.

    Returns the exit code: 0, 2 where there is no screen to draw on, 128 and more when a signal ended it. Raises
    StoreError, and once the terminal is as it was what no handler of the screen caught.
    """
    refused = terminal.refusal(terminal.Terminal.here())
    if refused:
        _tell(refused)
        return 2
    _prepare()
    config, wrong = load_config(config_file())
    for sentence in wrong:
        _tell(sentence)
    if not store_path.exists():
        from store.connection import open_writer

        open_writer(store_path).close()
    from store.reader import Reader

    tell_upgrade(store_path)
    reader = Reader(store_path)
    try:
        from tui.program import EcuApp

        app = EcuApp(
            store_path,
            reader,
            filter_text=filter_text,
            watch=watch,
            theme=theme,
            config=config,
            wrong=wrong,
            session_file=session.session_file(store_path),
        )
        app.run(mouse=mouse and config.mouse)
    finally:
        gc.enable()
        reader.close()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0


def _tell(sentence: str) -> None:
    from tui.cli.output import message

    message(sentence)


def _prepare() -> None:
    """Set what must be set before Textual is imported."""
    gc.disable()  # a fifth of the start was collecting what lives to the end; the screen enables it once it stands
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # empty is not set (no-color.org); Textual only looks whether it is there
    os.environ.setdefault("TEXTUAL_FPS", _PAINTS_A_SECOND)  # read once
    _import_asyncio()


def _import_asyncio() -> None:
    """Import asyncio without TLS, for which it loads OpenSSL where it can: nothing here goes over a network.

    Whatever imports ``ssl`` later gets it.
    """
    if "ssl" not in sys.modules:
        sys.modules["ssl"] = cast("ModuleType", None)  # as good as not installed, which asyncio is made for
        import asyncio  # noqa: F401

        del sys.modules["ssl"]
