"""Stores of older programs: brought up to date before they are used, and the user told."""

from pathlib import Path


def tell_upgrade(store: Path) -> None:
    """Bring a store up to date. Where that was needed, say on stderr where it was copied to before."""
    from store.connection import bring_up_to_date
    from tui.cli.output import message

    copy = bring_up_to_date(store)
    if copy:
        message(f"{store} was made by an older ecu-tui; as it was, it is kept in {copy.name}.")
