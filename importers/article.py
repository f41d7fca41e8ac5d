"""From a document to an Article: title, outlet, byline, dateline; and what is not article text set aside."""

import re
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from importers.cleaning.agencies import agencies, known_outlet, outlet_like
from importers.cleaning.heads import SENTENCE_END
from importers.cleaning.marks import Marks, find_marks
from importers.dating.publication import collect, reads_day_first
from importers.document import Document, Metadata
from store.records.article import Article
from store.records.span import Span

_TITLE_WORDS: Final = 12
_FULL_STOP: Final = re.compile(r"(?<!\b[A-Z])(?<!\.)\.$")


def build(
    document: Document,
    *,
    path: str,
    sha256: str,
    size: int,
    format: str,  # noqa: A002 - the record's name for it
    encoding: str,
    notes: tuple[str, ...] = (),
) -> Article:
    """Make the article of ``document``; the keywords are those of the record."""
    text = document.text
    metadata = replace(document.metadata, language=_language(document.metadata.language))
    day_first = reads_day_first(text, metadata.language, path)
    given_title = _first_line(text) if document.title_on_first_line else None
    marks = find_marks(text, title=given_title, day_first=day_first)
    metadata = _completed(metadata, marks)
    article = Article(
        path=path,
        sha256=sha256,
        size=size,
        format=format,
        encoding=encoding,
        text=text,
        title_span=marks.title,
        outlet=_outlet(metadata, marks),
        byline=metadata.author,
        url=metadata.url,
        language=metadata.language,
        dateline_place=marks.dateline.place if marks.dateline else "",
        set_aside=marks.asides,
        candidates=collect(text, metadata, path, marks.dateline, marks.dates, day_first=day_first),
        notes=notes + document.notes,
    )
    body = article.body
    return replace(
        article,
        title=_title(metadata, marks, text, body),
        agencies=_agencies(body, marks),
        notes=article.notes + _doubts(body, article.notes),
    )


def _first_line(text: str) -> Span | None:
    end = text.find("\n")
    return Span(0, len(text) if end < 0 else end)


def _completed(metadata: Metadata, marks: Marks) -> Metadata:
    """Complete what the format states by what the header lines do, where it states nothing."""
    fields = marks.fields
    return replace(
        metadata,
        author=metadata.author or fields.get("byline", ""),
        outlet=metadata.outlet or fields.get("outlet", ""),
        url=metadata.url or _url(fields.get("url", "")),
        language=metadata.language or _language(fields.get("language", "")),
    )


def _url(value: str) -> str:
    return value if re.match(r"(?:https?://|www\.)\S+$", value) else ""


def _language(value: str) -> str:
    named = {"english": "en", "inglés": "en", "spanish": "es", "español": "es", "castellano": "es"}
    code = value.strip().lower()
    return named.get(code, code[:2] if re.fullmatch(r"[a-z]{2}(?:[-_][a-z]{2,4})?", code) else "")


def _outlet(metadata: Metadata, marks: Marks) -> str:
    """Metadata or header line, ownership line, the URL's host, the dateline's agency: the first that says."""
    if metadata.outlet:
        return known_outlet(metadata.outlet) or metadata.outlet
    return marks.owner or _host(metadata.url) or (marks.dateline.agency if marks.dateline else "")


def _host(url: str) -> str:
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host) if "." in host else ""


def _agencies(body: str, marks: Marks) -> tuple[str, ...]:
    """Credited in the text, or in the dateline."""
    wire = marks.dateline.agency if marks.dateline and outlet_like(marks.dateline.agency) else ""
    found = agencies(body)
    return tuple(sorted({*found, wire})) if wire else found


def _title(metadata: Metadata, marks: Marks, text: str, body: str) -> str:
    """Find the title; the first words of the article, with "…", stand for one where it has none."""
    if metadata.title:
        return metadata.title
    if marks.title:
        return _FULL_STOP.sub("", " ".join(text[marks.title.start : marks.title.end].split()))
    words = SENTENCE_END.split(body.lstrip()[:600], maxsplit=1)[0].split()
    short = " ".join(words[:_TITLE_WORDS]).rstrip(" ,;:-–—")
    return f"{short}…" if len(words) > _TITLE_WORDS else short


def _doubts(body: str, known: tuple[str, ...]) -> tuple[str, ...]:
    notes = []
    if not body.strip():
        notes.append("Nothing but headers, captions and the like was found in it.")
    if "\N{REPLACEMENT CHARACTER}" in body and not any("\N{REPLACEMENT CHARACTER}" in note for note in known):
        notes.append("Characters that could not be read are shown as \N{REPLACEMENT CHARACTER}.")
    return tuple(notes)
