"""Whether a screen is still there: what was begun for it beside may end when the user has long gone back."""

from typing import Any

from textual.screen import Screen


def is_open(screen: Screen[Any]) -> bool:
    """Whether a screen is shown, or others over it; one that was closed has no widgets left to draw in."""
    return screen in screen.app.screen_stack
