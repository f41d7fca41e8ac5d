"""What the browser imports before it shows anything: a start is mostly imports."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

SHOWN_FIRST = """
import asyncio, sys
from pathlib import Path
from store.reader import Reader
from tui.program import EcuApp

async def shown():
    store = Path(sys.argv[1])
    app = EcuApp(store, Reader(store))
    async with app.run_test(size=(160, 45)):
        while app.browser.sources_page is None:
            await asyncio.sleep(0.001)
        print(app.browser.card.card is not None, *sys.modules)

asyncio.run(shown())
"""

WAIT_FOR_A_KEY = {
    "importers",
    "sqlite_utils",
    "typer",
    "watchfiles",
    "store.corpus",
    "store.filter_parser",
    "store.filter_sql",
    "store.journal",
    "store.records.article",
    "store.records.linking",
    "store.records.source",
    "store.rows",
    "store.terms",
    "tui.cli.app",
    "tui.jobs",
    "tui.panes.changes",
    "tui.panes.comparison",
    "tui.screens.article",
    "tui.screens.ask",
    "tui.screens.card",
    "tui.screens.choose",
    "tui.screens.decide",
    "tui.screens.help",
}


def test_the_panes_and_the_card_are_shown_before_anything_is_imported_that_only_a_key_needs(made_store: Path):
    said = subprocess.check_output([sys.executable, "-c", SHOWN_FIRST, made_store], text=True, cwd=ROOT)
    card, *modules = said.split()
    assert card == "True"
    assert not WAIT_FOR_A_KEY & set(modules)
