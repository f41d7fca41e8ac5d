"""The commands about saved filters: views, views save, views show, views drop."""

from typing import Annotated

import typer

from tui.cli.options import Store, opened
from tui.cli.output import line, table

views = typer.Typer(
    name="views",
    help="List the saved filters, or save, show and drop them.",
    invoke_without_command=True,
    no_args_is_help=False,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="What the filter is called.")]


@views.callback()
def listed(context: typer.Context, store: Store = None) -> None:
    """List the saved filters, or save, show and drop them."""
    from store import queries
    from store.connection import reading

    context.obj = store
    if context.invoked_subcommand is None:
        with reading(opened(store)) as db:
            table(("name", "filter", "order"), ((view.name, view.filter, view.sort) for view in queries.views(db)))


@views.command()
def save(
    name: Name,
    filter_text: Annotated[str, typer.Argument(metavar="FILTER", help="As --filter takes it.")],
    store: Store = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest events first.")] = False,
) -> None:
    """Save a filter under a name, in place of one of the same name."""
    from store import writer
    from store.connection import writing
    from store.views import NEWEST
    from tui.cli.options import parsed

    parsed(filter_text, "FILTER")
    with writing(opened(store)) as db:
        writer.save_view(db, writer.View(name, filter_text, NEWEST if newest else ""))


@views.command()
def show(name: Name, store: Store = None) -> None:
    """Print a saved filter alone. events, timeline and export take it by its name, too: --view NAME."""
    from store import queries
    from store.connection import reading

    with reading(opened(store)) as db:
        line(queries.view(db, name).filter)


@views.command()
def drop(name: Name, store: Store = None) -> None:
    """Forget a saved filter."""
    from store import writer
    from store.connection import writing

    with writing(opened(store)) as db:
        writer.drop_view(db, name)
