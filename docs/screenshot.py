"""Draws the README's picture anew: the browser on the demo corpus, as the program itself exports it.

python docs/screenshot.py [OUT.svg]
"""

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from importers.run import import_paths
from store.reader import Reader
from tui.demo import articles
from tui.program import EcuApp

HERE = Path(__file__).parent
SIZE = (150, 42)
KEYS = ("2", "slash", *"car bomb", "enter", "2", "j", "j")


async def draw(store: Path) -> str:
    """Open the browser on the store, find the car bombs, and give the screen as SVG."""
    reader = Reader(store)
    app = EcuApp(store, reader, theme="textual-dark", environ={})
    async with app.run_test(size=SIZE) as pilot:
        for key in KEYS:
            await pilot.press("space" if key == " " else key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        picture = app.export_screenshot(title="ecu-tui demo")
    reader.close()
    # The reader's own monospace font will do; none is to be fetched from elsewhere.
    return re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)


def main() -> None:
    """Make the demo's store in a temporary folder and draw it."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "screen.svg"
    with tempfile.TemporaryDirectory() as folder, articles() as corpus:
        store = Path(folder) / "demo.db"
        for _ in import_paths(store, [corpus]):
            pass
        out.write_text(asyncio.run(draw(store)), encoding="utf-8")


if __name__ == "__main__":
    main()
