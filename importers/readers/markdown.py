"""Markdown with YAML front matter: the title on the first line, the marks taken off, paragraphs kept.

What stands between the marks stays as written; only marks that a reader of the page would not see are dropped
(CommonMark's emphasis, links, images, headings, quotes, rules, fences), so that evidence reads as prose.
"""

import re
from collections.abc import Mapping
from typing import Final, Protocol

from importers.document import Document, Metadata, StatedDate
from importers.encoding import Decoded, clean_breaks
from importers.readers.tables import row_of

_FRONT: Final = re.compile(r"---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRONT_MAX: Final = 16 * 1024
_TITLE_KEYS: Final = ("title", "headline", "titulo", "título")
_AUTHOR_KEYS: Final = ("author", "authors", "byline", "autor", "by")
_OUTLET_KEYS: Final = (
    "outlet",
    "source",
    "publication",
    "publisher",
    "newspaper",
    "site",
    "sitename",
    "site_name",
    "medio",
    "fuente",
)
_URL_KEYS: Final = ("url", "link", "canonical", "canonical_url", "permalink", "source_url", "enlace")
_LANGUAGE_KEYS: Final = ("lang", "language", "locale", "idioma")
_DATE_KEYS: Final = (
    "published",
    "date",
    "published_at",
    "published_time",
    "datepublished",
    "pubdate",
    "publication_date",
    "publishdate",
    "fecha",
    "created",
)

_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_RULE: Final = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE: Final = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE: Final = re.compile(r" {0,3}(?:>[ \t]?)+")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_CELLS: Final = re.compile(r" {0,3}\|.*\|[ \t]*$")
"""A row of a table."""
_REFERENCE: Final = re.compile(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+.*$")
_TARGET: Final = r"\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)"
"""A link's address in parentheses; possessive, so that a hostile line is read once."""
_INLINE: Final = (
    (re.compile(rf"!\[[^\[\]\n]{{0,500}}\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])"), ""),
    (re.compile(rf"(?<!\\)\[([^\[\]\n]{{1,500}})\](?:{_TARGET}|\[[^\[\]\n]{{0,200}}\])"), r"\1"),
    (re.compile(r"<((?:https?|mailto):[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>"), ""),
    (re.compile(r"(?<![\w\\*])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\w\\_])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_\\])\1(?![\w_])"), r"\2"),
    (re.compile(r"~~(?=\S)([^~\n]{1,2000}?)~~"), r"\1"),
    (re.compile(r"(`{1,2})([^`\n]{1,1000})\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!>~|-])"), r"\1"),
)


class _Close(Protocol):
    """Ends the paragraph that is being gathered."""

    def __call__(self, *, title: bool = False) -> None: ...


def read(decoded: Decoded) -> Document:
    source = clean_breaks(decoded.text)
    front, notes, at = _front_matter(source)
    paragraphs = _paragraphs(source[at:])
    title = front.title
    if paragraphs and paragraphs[0][1] and (not title or _same(title, paragraphs[0][0])):
        title = title or paragraphs[0][0]
        paragraphs = paragraphs[1:]
    body = "\n\n".join(paragraph for paragraph, _ in paragraphs)
    metadata = Metadata(title, front.author, front.outlet, front.url, front.language, front.dates)
    text = f"{title}\n\n{body}\n" if title and body else body
    return Document(text, metadata, title_on_first_line=bool(title and body), notes=notes)


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _front_matter(source: str) -> tuple[Metadata, tuple[str, ...], int]:
    """Read the front matter, notes about it, and where the text after it starts."""
    found = _FRONT.match(source, 0, _FRONT_MAX) if source.startswith("---") else None
    if found is None:
        return Metadata(), (), 0
    values, note = _values(found["yaml"])
    if not values:
        return Metadata(), (note,) if note else (), found.end() if note else 0
    dates = tuple(StatedDate(value, f"front matter {key}") for key in _DATE_KEYS if (value := _first(values, (key,))))
    metadata = Metadata(
        title=" ".join(_first(values, _TITLE_KEYS).split()),
        author=_joined(values, _AUTHOR_KEYS),
        outlet=_named(values, _OUTLET_KEYS),
        url=_address(values),
        language=_first(values, _LANGUAGE_KEYS),
        dates=dates,
    )
    return metadata, (note,) if note else (), found.end()


def _values(source: str) -> tuple[dict[str, object], str]:
    """Read the front matter's keys in lower case. Where it is no YAML, its plain "key: value" lines, and a note."""
    import yaml

    try:
        # BaseLoader builds nothing but str, list and dict: no objects, and no dates or booleans out of words.
        loaded = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        lines = re.findall(r"^([\w-]{1,40})[ \t]*:[ \t]*(.*)$", source, re.MULTILINE)
        plain: dict[str, object] = {key.lower(): value.strip().strip("\"'") for key, value in lines}
        return plain, "The front matter is not valid YAML and was read line by line."
    if not isinstance(loaded, Mapping):
        return {}, ""
    return {str(key).lower(): value for key, value in loaded.items()}, ""


def _first(values: Mapping[str, object], keys: tuple[str, ...]) -> str:
    for key in keys:
        value = values.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def _listed(values: Mapping[str, object], keys: tuple[str, ...]) -> list[str]:
    for key in keys:
        value = values.get(key)
        if isinstance(value, list):
            return [name for part in value if (name := _name(part))]
        if isinstance(value, str) and value.strip():
            return [part.strip() for part in value.split(",") if part.strip()]
    return []


def _name(part: object) -> str:
    """Give "Jane Doe", or the name in a mapping such as {name: Jane Doe, role: editor}."""
    if isinstance(part, Mapping):
        part = part.get("name", "")
    return part.strip() if isinstance(part, str) else ""


def _joined(values: Mapping[str, object], keys: tuple[str, ...]) -> str:
    single = _first(values, keys)
    return single or ", ".join(_listed(values, keys)) or next((n for key in keys if (n := _name(values.get(key)))), "")


def _named(values: Mapping[str, object], keys: tuple[str, ...]) -> str:
    """Find the outlet; an address under such a key is none."""
    for key in keys:
        name = _name(values.get(key))
        if name and not re.match(r"https?://", name):
            return name
    return ""


def _address(values: Mapping[str, object]) -> str:
    address = _first(values, _URL_KEYS) or _first(values, ("source",))
    return address if re.match(r"https?://\S+$", address) else ""


def _paragraphs(source: str) -> list[tuple[str, bool]]:
    """Take the paragraphs without their marks, each with whether it is a heading of the first level."""
    paragraphs: list[tuple[str, bool]] = []
    lines: list[str] = []

    def close(*, title: bool = False) -> None:
        text = _plain(" ".join(lines)).strip()
        if text:
            paragraphs.append((text, title))
        lines.clear()

    fenced = False
    for line in _without_comments(source).split("\n"):
        if _FENCE.match(line):
            close()
            fenced = not fenced
        elif fenced:
            if line.strip():
                paragraphs.append((line.strip(), False))
        else:
            _line(line, lines, close)
    close()
    return paragraphs


def _line(line: str, lines: list[str], close: _Close) -> None:
    if lines and _UNDERLINE.match(line):
        close(title="=" in line)
        return
    bare = _QUOTE.sub("", line, count=1)
    heading = _HEADING.match(bare)
    if not bare.strip() or _RULE.match(bare) or _REFERENCE.match(bare):
        close()
    elif _CELLS.match(bare):
        close()
        if row := row_of(bare):
            lines.append(row)
            close()
    elif heading:
        close()
        lines.append(heading[1])
        close(title=bare.lstrip().startswith("# "))
    else:
        item = _ITEM.match(bare)
        if item:
            close()
        lines.append(bare[item.end() :].strip() if item else bare.strip())


def _without_comments(source: str) -> str:
    """``source`` without HTML comments; one that is never closed runs to the end, as in a browser."""
    kept, at = [], 0
    while (start := source.find("<!--", at)) >= 0:
        kept.append(source[at:start])
        end = source.find("-->", start + 4)
        at = len(source) if end < 0 else end + 3
    return "".join(kept) + source[at:]


def _plain(text: str) -> str:
    if not any(mark in text for mark in "[<*_~`\\"):
        return text
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text
