"""The typer application: what `ecu-tui` alone does, and which commands there are."""

from pathlib import Path
from typing import Annotated

import typer

from tui.cli.asking import sql
from tui.cli.correcting import add, edit, pin
from tui.cli.deciding import date, log, note, redo, star, status, tag, undo
from tui.cli.differing import diff
from tui.cli.exporting import export
from tui.cli.importing import demo, explain, import_
from tui.cli.lexicons import lexicon
from tui.cli.listing import check, events, keys, show, sources, timeline
from tui.cli.options import GlobalStore, parsed
from tui.cli.reextracting import reextract
from tui.cli.regrouping import apart, merge, split, suggestions
from tui.cli.views import views

app = typer.Typer(
    name="ecu-tui",
    help="Turn a folder of news articles into a dated, cited, contested timeline.",
    epilog="Exit codes: 0 done, 1 something was dropped (listed), 2 usage, 3 the store cannot be used.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        from store.connection import sqlite_version

        typer.echo(f"ecu-tui {version('ecu-tui')} (textual {version('textual')}, SQLite {sqlite_version()})")
        raise typer.Exit


@app.callback()
def browse(
    context: typer.Context,
    store: GlobalStore = None,
    filter_text: Annotated[str, typer.Option("--filter", "-f", metavar="FILTER", help="Start with this filter.")] = "",
    theme: Annotated[str, typer.Option("--theme", metavar="NAME", help="textual-dark, ansi-light, ...")] = "",
    watch: Annotated[
        Path | None,
        typer.Option(
            "--watch",
            metavar="FOLDER",
            exists=True,
            file_okay=False,
            help="Import this folder, and what is put into it.",
        ),
    ] = None,
    no_mouse: Annotated[bool, typer.Option("--no-mouse", help="Leave the mouse to the terminal.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Turn a folder of news articles into a dated, cited, contested timeline.

    Without a command: open the browser on the store.
    """
    context.obj = store
    if context.invoked_subcommand is None:
        from store.connection import default_path
        from tui.app import run_browser

        parsed(filter_text)
        status = run_browser(
            store or default_path(),
            filter_text=filter_text or None,
            watch=watch,
            theme=theme or None,
            mouse=not no_mouse,
        )
        raise typer.Exit(status)


app.command("import")(import_)
app.command()(events)
app.command()(sources)
app.command()(timeline)
app.command()(show)
app.command()(diff)
app.command()(export)
app.command()(date)
app.command()(explain)
app.command()(reextract)
app.command()(check)
app.command()(edit)
app.command()(pin)
app.command()(add)
app.command()(star)
app.command()(tag)
app.command()(note)
app.command()(status)
app.command()(merge)
app.command()(split)
app.command()(apart)
app.command()(suggestions)
app.command()(undo)
app.command()(redo)
app.command()(log)
app.add_typer(views)
app.command()(sql)
app.add_typer(lexicon)
app.command()(keys)
app.command()(demo)
