"""What each role of a drawn line looks like, made of the theme's variables.

It is a table and not a stylesheet because Textual works out every component class of every widget anew at each change
of style: with twenty roles on ten widgets that took longer than all else at the start of the program.
Under an ANSI theme colours are the terminal's own, and dim, bold and reverse say what shades say elsewhere.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from rich.style import Style
from textual.color import Color

Role = Literal[
    "text", "strong", "dim", "title", "heading", "rule", "accent", "date", "place", "figure", "sign", "mark",
    "error", "bar", "bar-rest", "here", "evidence", "found", "current", "match", "aside", "key", "under", "removed",
    "added",
]  # fmt: skip


class Look(NamedTuple):
    """How a role looks: a theme variable and how much of it over the background, and the same under ANSI."""

    variable: str = "foreground"
    strength: float = 1.0
    style: str = ""
    back: str = ""
    back_strength: float = 1.0
    ansi_style: str | None = None
    """Where the terminal's own colours cannot say it; None: as ``style``."""


LOOKS: Final[dict[Role, Look]] = {
    "text": Look(),
    "strong": Look(style="bold"),
    "title": Look(style="bold"),
    "dim": Look(strength=0.6, ansi_style="dim"),
    "aside": Look(strength=0.6, style="italic", ansi_style="dim italic"),
    "rule": Look(strength=0.25, ansi_style="dim"),
    "heading": Look("text-primary", style="bold"),
    "accent": Look("text-accent", style="bold"),
    "key": Look("text-accent"),
    "date": Look("text-primary"),
    "place": Look("text-success"),
    "figure": Look("text-warning"),
    "sign": Look("text-error", style="bold"),
    "mark": Look("text-success", style="bold"),
    "error": Look("text-error", style="bold"),
    "bar": Look("text-primary"),
    "bar-rest": Look(strength=0.35, ansi_style="dim"),
    "here": Look("text-accent", back="foreground", back_strength=0.25, ansi_style="bold reverse"),
    "under": Look(back="primary", back_strength=0.55, ansi_style="reverse"),
    "evidence": Look(style="underline"),
    "current": Look("text-warning", back="warning", back_strength=0.22, ansi_style="reverse"),
    "found": Look(back="foreground", back_strength=0.12, ansi_style="underline"),
    "removed": Look("text-error"),
    "added": Look("text-success", style="bold"),
    "match": Look("background", back="text-accent", style="bold", ansi_style="bold reverse"),
}
Palette = Mapping[Role, Style]


def make_palette(variables: Mapping[str, str], *, ansi: bool) -> Palette:
    """The terminal styles of all roles under a theme. ``variables`` are the theme's, by name."""
    return {role: _style(look, variables, ansi=ansi) for role, look in LOOKS.items()}


def _style(look: Look, variables: Mapping[str, str], *, ansi: bool) -> Style:
    if ansi:
        named = look.variable.startswith("text-") and not look.back
        color = Color.parse(variables[look.variable]) if named else None
        words = Style.parse((look.style if look.ansi_style is None else look.ansi_style) or "none")
        return words + Style(color=color.rich_color if color else None)
    ground = Color.parse(variables["background"])
    back = ground
    if look.back:
        back = ground.blend(Color.parse(variables[look.back]), look.back_strength)
    fore = back.blend(Color.parse(variables[look.variable]), look.strength)
    return Style.parse(look.style or "none") + Style.from_color(fore.rich_color, back.rich_color)
