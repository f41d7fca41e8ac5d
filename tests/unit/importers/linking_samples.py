"""Hand-made readings for the tests of linking: short articles with reports pointed out by their words."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from importers.dating.expressions import find
from importers.linking.copies import signature
from store.records.article import Article, DateCandidate
from store.records.linking import CorpusSource
from store.records.place import NOWHERE, Place
from store.records.published import Published
from store.records.reading import PublicationBound
from store.records.report import Claim, Report
from store.records.source import Source
from store.records.span import Span

KINDS = {
    "car_bomb": "Explosions/Remote violence",
    "explosive_device": "Explosions/Remote violence",
    "attack": "Violence against civilians",
    "killing": "Violence against civilians",
    "assassination": "Violence against civilians",
    "hostage_taking": "Violence against civilians",
    "prison_riot": "Riots",
}
QUITO = Place("EC", "Ecuador", "Pichincha", "Quito", geo_precision=1)
CUENCA = Place("EC", "Ecuador", "Azuay", "Cuenca", geo_precision=1)
ECUADOR = Place("EC", "Ecuador", geo_precision=6)


def day(text: str) -> date:
    return date.fromisoformat(text)


def stated(text: str, basis: str = "dateline") -> DateCandidate:
    return DateCandidate(basis, day(text), day(text), text, basis)


def report(
    text: str,
    trigger: str,
    kind: str,
    place: Place = NOWHERE,
    *,
    killed: str = "",
    injured: str = "",
    released: str = "",
    victim: str = "",
    cluster: int = 0,
    number: int = 1,
    time: str | None = None,
    **more: object,
) -> Report:
    """A report at the first ``trigger``; counts and names are given by their words in the text ("12 people")."""
    at = text.index(trigger)
    start = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at)) + 1
    end = text.find(".", at) + 1 or len(text)
    claims = []
    for field, words in (("killed", killed), ("injured", injured), ("released", released)):
        for phrase in filter(None, words.split("|")):
            where = text.index(phrase)
            best = int(next(part for part in phrase.split() if part.isdigit()))
            low, high = (best, None) if phrase.startswith("at least") else (best, best)
            claims.append(
                Claim(field, phrase, phrase, where, where + len(phrase), low, best, high, unit=phrase.split()[-1])
            )
    if victim:
        where = text.index(victim)
        claims.append(Claim("victim", victim, victim, where, where + len(victim)))
    found = [one.span for one in find(text, "en") if (one.text == time if time else start <= one.start < end)]
    return Report(
        start,
        end,
        0,
        trigger,
        at,
        at + len(trigger),
        KINDS.get(kind, "Strategic developments"),
        kind,
        **{"factuality": "happened", "confidence": 0.8, **more},
        claims=tuple(claims),
        place=place,
        time=found[0] if found and time != "" else None,
        time_basis="own" if found and time != "" else "",
        title=trigger,
        cluster=cluster,
        id=number,
    )


def source(
    number: int,
    text: str,
    reports: Sequence[Report] = (),
    *candidates: DateCandidate,
    bounds: Sequence[PublicationBound] = (),
    fixed: str = "",
) -> CorpusSource:
    """A stored article; its reports get ids from its number."""
    article = Article(
        path=f"articles/{number}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        size=len(text),
        format="text",
        encoding="utf-8",
        text=text,
        language="en",
        candidates=candidates,
    )
    own = tuple(
        replace(one, id=number * 100 + position, source_id=number, cluster=one.cluster or position)
        for position, one in enumerate(reports)
    )
    person = Published(day(fixed), day(fixed), fixed, "user", "stated") if fixed else None
    return CorpusSource(Source(number, article), find(text, "en"), own, tuple(bounds), signature(text), person)


def bound(text: str, words: str, low: int | None, high: int | None, *, anchor: bool = False) -> PublicationBound:
    """What ``words`` say of the publication day: a time phrase, or with ``anchor`` the name of an event."""
    at = text.index(words)
    span = Span(at, at + len(words))
    return PublicationBound(None if anchor else span, span if anchor else None, low, high, words, "told so")
