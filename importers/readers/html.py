"""Web pages, by trafilatura and htmldate: the title on the first line, then the article's paragraphs.

No network. Every date that the page states about itself is kept as a candidate with the place it was found at;
htmldate's own choice comes last, and is made on the page without its running text, so that the day of an event is
never taken for the day of the article.
"""

import json
import logging
import re
import warnings
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Final

from importers.dating.fulldates import first_full_date, full_dates
from importers.document import Document, Metadata, StatedDate
from importers.encoding import Decoded, clean_breaks
from importers.readers.tables import row_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_CHARSET: Final = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset|\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
_META_DATES: Final = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "published_time",
    "ptime",
    "date",
    "article.published",
    "created",
)
"""Names of <meta> that hold the day of publication, the surest first, in lower case. Days of change are not there."""
_ARTICLE_TYPES: Final = re.compile(r"Article|Posting|Report|WebPage|Story", re.IGNORECASE)
_LARGE: Final = 3_000_000
"""Characters of markup. Beyond this trafilatura takes minutes; such a page is read paragraph by paragraph instead."""
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no XML library takes back once lxml has read them."""
_LIBRARY_ERRORS: Final = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)
"""What trafilatura and htmldate raise, or may, on broken markup; ValueError covers lxml's refusals."""
_FEW_LINES: Final = 5
"""Lines of an extract up to which its paragraphs may have been run together."""
_PARAGRAPH: Final = 20
"""Characters from which a <p> counts as a paragraph in that test."""
_JSON_NODES: Final = 20_000
_PARAGRAPHS: Final = ("p", "h2", "h3", "h4", "li", "blockquote", "pre", "td")
_SKIPPED: Final = ("script", "style", "nav", "footer", "aside", "header", "form", "noscript", "template", "figure")


def declared_encoding(data: bytes) -> str:
    """Find the encoding that the page itself names in its first 4 KB; "" if it names none."""
    found = _CHARSET.search(data, 0, 4096)
    return found[1].decode("ascii", "ignore") if found else ""


def read(decoded: Decoded) -> Document:
    _quiet()
    source = clean_breaks(decoded.text)
    tree = _tree(source)
    if tree is None:
        return Document("", notes=("The page could not be parsed.",))
    dates = tuple(_dates(tree))
    stated, found_date = _metadata(tree, len(source))
    if found_date and _day(found_date) not in {_day(stated_date) for stated_date in dates}:
        dates = (*dates, found_date)
    body, notes = _body(tree, len(source))
    title = stated.title
    lines = body.split("\n\n")
    if title and _same(title, lines[0]):
        body = "\n\n".join(lines[1:])
    text = f"{title}\n\n{body}\n" if title and body else body
    metadata = Metadata(title, stated.author, stated.outlet, stated.url, _language(tree), dates)
    return Document(text, metadata, title_on_first_line=bool(title and body), notes=notes)


def _quiet() -> None:
    """Keep the libraries' warnings off the terminal (the screen is drawn there) without touching their levels."""
    for name in ("trafilatura", "htmldate", "readability", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
        logger.propagate = False
    warnings.filterwarnings("ignore", module=r"dateutil\.")


def _tree(source: str) -> "HtmlElement | None":
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring

    # lxml refuses a str that declares an encoding; bytes in UTF-8 with a parser told so are always taken.
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        return document_fromstring(_NO_XML.sub(" ", source).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None


def _metadata(tree: "HtmlElement", size: int) -> tuple[Metadata, StatedDate | None]:
    """Title, author, outlet and address; and the day that htmldate sees outside the running text."""
    if size > _LARGE:
        return Metadata(title=_title_of(tree)), None
    from trafilatura.metadata import extract_metadata

    outline = deepcopy(tree)
    for paragraph in list(outline.iter("p", "li", "blockquote", "td")):
        if len("".join(paragraph.itertext())) > 60:
            paragraph.drop_tree()
    # The bounds are fixed: htmldate's own end on the day it runs.
    bounds = {"original_date": True, "extensive_search": False, "min_date": "1900-01-01", "max_date": "2100-01-01"}
    try:
        found = extract_metadata(outline, date_config=bounds)
    except _LIBRARY_ERRORS:  # the page can still be read; what it says of itself is then only its title and its dates
        return Metadata(title=_title_of(tree)), None
    outlet = _flat(found.sitename)
    title = _without_outlet(_flat(found.title) or _title_of(tree), outlet)
    metadata = Metadata(
        title=title,
        author=_flat(found.author).replace("; ", ", "),
        outlet=outlet,
        url=_flat(found.url),
    )
    return metadata, _confirmed(_flat(found.date), outline)


def _day(stated: StatedDate) -> date | None:
    found = first_full_date(stated.value)
    return found.day if found else None


def _confirmed(found: str, outline: "HtmlElement") -> StatedDate | None:
    """Believe htmldate where the page spells the day out.

    It also makes days of months ("2023-09" is the 1st to it), and dateutil fills in what is missing from today.
    """
    from lxml import etree

    source = etree.tostring(outline, encoding="unicode", method="html") if found else ""
    for day_first in (True, False):
        for written in full_dates(source, day_first=day_first):
            if written.day.isoformat() == found:
                return StatedDate(source[written.start : written.end], "the page (htmldate)")
    return None


def _body(tree: "HtmlElement", size: int) -> tuple[str, tuple[str, ...]]:
    """Extract the article's paragraphs with an empty line between, and a note where they were only collected."""
    if size <= _LARGE:
        from trafilatura import bare_extraction

        try:
            found = bare_extraction(deepcopy(tree), include_comments=False, include_tables=True)
        except _LIBRARY_ERRORS:  # all paragraphs are taken below, and a note says so
            found = None
        text = getattr(found, "text", None) or ""
        lines = [clean for line in text.split("\n") if (clean := _line(line))]
        if lines and not _run_together(lines, tree):
            return "\n\n".join(lines), ()
        if lines:
            return "\n\n".join(_all_paragraphs(tree)), ()
    return "\n\n".join(_all_paragraphs(tree)), (
        "Its article was not told from the rest of the page: all paragraphs were taken.",
    )


def _run_together(lines: list[str], tree: "HtmlElement") -> bool:
    """Whether a line holds two of the page's paragraphs: so trafilatura's last resort leaves short articles."""
    if len(lines) > _FEW_LINES:
        return False
    texts = [text for p in tree.iter("p") if len(text := _flat(" ".join(p.itertext()))) >= _PARAGRAPH]
    return any(sum(text in line for text in texts) > 1 for line in lines)


def _line(line: str) -> str:
    """Take off what trafilatura puts in for lists and around the rows of tables; cells keep their border."""
    line = line.strip()
    if line.startswith("|"):
        return row_of(line)
    return line.removeprefix("- ")


def _all_paragraphs(tree: "HtmlElement") -> Iterator[str]:
    for skipped in list(tree.iter(*_SKIPPED)):
        if skipped.getparent() is not None:
            skipped.drop_tree()
    found = False
    articles = list(tree.iter("article", "main"))
    scope = articles[0] if len(articles) == 1 or (articles and articles[0].tag == "main") else tree
    for element in scope.iter(*_PARAGRAPHS):
        if element.find("p") is None and (text := _flat(" ".join(element.itertext()))):
            found = True
            yield text
    if not found:
        body = tree.find("body")
        yield from filter(None, (_flat(text) for text in (tree if body is None else body).itertext()))


def _dates(tree: "HtmlElement") -> Iterator[StatedDate]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if name in _META_DATES and (value := (meta.get("content") or "").strip()):
            metas.setdefault(name, value)
    for name in _META_DATES[:3]:
        if name in metas:
            yield StatedDate(metas[name], f"meta {name}")
    for value in _json_dates(tree):
        yield StatedDate(value, "JSON-LD datePublished")
    for name in _META_DATES[3:]:
        if name in metas:
            yield StatedDate(metas[name], f"meta {name}")
    time = _time(tree)
    if time:
        yield StatedDate(time, "<time>")


def _time(tree: "HtmlElement") -> str:
    """Find the <time> that is marked as the day of publication, else the first in the article, else the only one."""
    times = list(tree.iter("time"))
    marked = [t for t in times if t.get("pubdate") is not None or "publish" in _marks(t) or "entry-date" in _marks(t)]
    current = [t for t in times if "modif" not in _marks(t) and "updat" not in _marks(t)]
    inside = [t for t in current if any(a.tag in {"article", "main"} for a in t.iterancestors())]
    chosen = marked or inside or (current if len(current) == 1 else [])
    if not chosen:
        return ""
    return (chosen[0].get("datetime") or _flat(" ".join(chosen[0].itertext()))).strip()


def _marks(element: "HtmlElement") -> str:
    return f"{element.get('itemprop', '')} {element.get('class', '')} {element.get('id', '')}".lower()


def _json_dates(tree: "HtmlElement") -> Iterator[str]:
    """DatePublished of the first JSON-LD object that is an article, else of the first that has one."""
    others: list[str] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        for node in _nodes(script.text or ""):
            value = node.get("datePublished")
            if not isinstance(value, str):
                continue
            if _ARTICLE_TYPES.search(str(node.get("@type", ""))):
                yield value
                return
            others.append(value)
    yield from others[:1]


def _nodes(source: str) -> Iterator[Mapping[str, object]]:
    """Every object in a piece of JSON, breadth first, up to a limit; none where it is not valid."""
    try:
        queue: list[object] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for number, node in enumerate(queue):
        if number > _JSON_NODES:
            return
        if isinstance(node, dict):
            yield node
            queue.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            queue.extend(value for value in node if isinstance(value, dict | list))


def _language(tree: "HtmlElement") -> str:
    stated = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    for meta in () if stated else tree.iter("meta"):
        if (meta.get("http-equiv") or meta.get("property") or meta.get("name") or "").lower() in {
            "content-language",
            "og:locale",
            "language",
        }:
            stated = stated or meta.get("content") or ""
    found = re.match(r"([a-zA-Z]{2})(?:[-_]|$)", stated.strip())
    return found[1].lower() if found else ""


def _title_of(tree: "HtmlElement") -> str:
    for name in ("h1", "title"):
        element = next(tree.iter(name), None)
        if element is not None and (text := _flat(" ".join(element.itertext()))):
            return text[:300]
    return ""


def _without_outlet(title: str, outlet: str) -> str:
    """Turn "Headline | The Andes Courier" into "Headline"."""
    head, mark, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" - ")
    return head.strip() if mark and outlet and _same(tail.removeprefix("The "), outlet.removeprefix("The ")) else title


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _flat(value: str | None) -> str:
    return " ".join(value.split()) if value else ""
