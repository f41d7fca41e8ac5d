"""Read articles with marked time phrases, and score what the program finds in them."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from importers.dating.expressions import find
from importers.dating.resolve import resolve

_MARK = re.compile(r"\[\[(.+?)\|(.*?)\]\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """An article, its publication day, and its key: (start, end, TIMEX3 value or two days joined by a slash)."""

    published: date
    text: str
    key: tuple[tuple[int, int, str], ...]


def read_marked(path: Path) -> list[Marked]:
    """Read a file of marked articles. A mark without a value says that nothing stands there."""
    out = []
    for block in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        text, key, at = "", [], 0
        for match in _MARK.finditer(body):
            text += body[at : match.start()]
            if match[2]:
                key.append((len(text), len(text) + len(match[1]), match[2]))
            text += match[1]
            at = match.end()
        out.append(Marked(date.fromisoformat(head.strip()), text + body[at:], tuple(key)))
    return out


def score(articles: list[Marked], language: str) -> tuple[dict[str, float], list[str]]:
    """Give F1 of spans (overlapping, exact) and of values, and the misses for people."""
    counts: Counter[str] = Counter()
    misses = []
    for article in articles:
        expressions = find(article.text, language)
        found = resolve(expressions, (article.published, article.published))
        counts["key"] += len(article.key)
        counts["found"] += len(found)
        free = list(found)
        for start, end, value in article.key:
            hits = [x for x in free if x.start < end and start < x.end]
            if not hits:
                misses.append(f"{article.published} missed: {article.text[start:end]!r} {value}")
                continue
            hit = max(hits, key=lambda x: min(end, x.end) - max(start, x.start))
            free.remove(hit)
            counts["lenient"] += 1
            counts["strict"] += (hit.start, hit.end) == (start, end)
            said = hit.value or f"{hit.when.start}/{hit.when.end}"
            counts["value"] += said == value
            if said != value or (hit.start, hit.end) != (start, end):
                misses.append(f"{article.published} {article.text[start:end]!r} {value} <> {hit.text!r} {said}")
        misses += [f"{article.published} spurious: {x.text!r} {x.value}" for x in free]
    total = counts["key"] + counts["found"]
    return {name: round(200 * counts[name] / total, 1) for name in ("strict", "lenient", "value")}, misses
