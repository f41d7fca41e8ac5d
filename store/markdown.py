r"""Article text as Markdown that shows it and does nothing else: no link, image, HTML, list or footnote of its own.

Works with CommonMark, GitHub's dialect, Pandoc and Python-Markdown: they agree on backslashes before ``\`*_{}[]#``
and on entities; for the rest see ``_ESCAPES``. Text never begins a line of ours, and never holds a line break.
"""

import re
import unicodedata
from typing import Final

_ESCAPES: Final = str.maketrans(
    {
        **{char: "\\" + char for char in "\\`*_{}[]#~$"},
        # Python-Markdown does not know a backslash before these.
        "<": "&lt;",
        ">": "&gt;",
        "&": "&amp;",
        "^": "&#94;",
        # GitHub makes links of addresses after all escapes are resolved; only another element in the midst stops it.
        "@": "`@`",
    }
)

_ADDRESS: Final = re.compile(
    r"(?<=[a-z]):(?=//)|/(?=/)|(?<=www)\.|(?<=\w)\.(?=(?:[a-z]{2}|xn--[a-z0-9-]+|aero|asia|biz|com|coop|edu|gov|info|museum|name|net"
    r"|org|pro|shop|web|xxx|рф)(?![a-z0-9]))",
    re.IGNORECASE,
)
"""Where renderers see an address in bare text: GitHub its beginning, others a name before one of linkify-it's top-level
domains (of countries, and those listed)."""

_JOINERS: Final = ("\u200c", "\u200d")
"""Format characters that scripts and emoji need, and that hide nothing."""


def visible(text: str) -> str:
    """One line without tricks.

    Blanks and line breaks are a space; control characters, overrides of the writing direction and characters without a
    width are shown by their number.
    """
    return " ".join("".join(map(_visible, text)).split())


def _visible(char: str) -> str:
    if char.isspace() and char not in "\x1c\x1d\x1e\x1f":
        return " "
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in _JOINERS:
        return f"⟨U+{ord(char):04X}⟩"
    return char


def escape(text: str) -> str:
    """Text for the midst of a line of Markdown."""
    return _ADDRESS.sub(lambda found: f"&#{ord(found[0])};", visible(text).translate(_ESCAPES))


def code(text: str) -> str:
    """Text to be copied letter by letter, such as a file's name, in a code span."""
    shown = visible(text)
    fence = "`" * (max(map(len, re.findall("`+", shown)), default=0) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def quote(text: str) -> str:
    """Text in quotation marks."""
    return f"“{escape(text)}”"
