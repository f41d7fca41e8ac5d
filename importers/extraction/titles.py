"""A short line for people, made of the report's own words and the lexicon's labels."""

from collections.abc import Sequence

from importers.extraction.drafts import Draft
from importers.extraction.entities import Entity
from importers.extraction.figures import Figure
from store.records import Place

LONGEST = 80
_LONGEST_SITE = 45


def title(draft: Draft, place: Place) -> str:
    """Compose the title of a mention: who was killed, freed ..., or the label of its type; then where."""
    lexicon = draft.context.lexicon
    kind = lexicon.types[draft.type]
    people = _people(draft)
    head = f"{people} {kind.done}" if people and kind.done else kind.label
    if not (people and kind.done):
        head = _counted(draft, kind.label)
        toll = _toll(draft)
        if toll:
            head = f"{head}, {toll}"
    where = _where(draft, place)
    if where and where.split(" ", 1)[-1].lower() in head.lower():
        where = ""
    full = f"{head} {where}".strip() if where else head
    if len(full) > LONGEST:
        full = head
    if len(full) > LONGEST:
        full = full[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return full[:1].upper() + full[1:]


def _people(draft: Draft) -> str:
    named = [entity for entity in draft.people() if (entity.named and entity.kind is None) or entity.named]
    people = named or [entity for entity in draft.people() if not entity.pronoun]
    people = [entity for entity in people if len(entity.value) <= 50]
    if not people:
        return ""
    joined = draft.context.lexicon.titles.get("and", "and")
    names = [_name(entity, draft) for entity in people[:2]]
    return f" {joined} ".join(names) if len(people) <= 2 else names[0]


def _name(entity: Entity, draft: Draft) -> str:
    words = " ".join(draft.context.text[entity.start : entity.end].split())
    first, _, rest = words.partition(" ")
    if rest and first.lower() in draft.context.lexicon.words("definite"):
        words = rest
    if entity.quantity is None:
        words = entity.value
    if draft.context.capitals:
        words = words.title() if entity.named else words.lower()
    return words


def _counted(draft: Draft, label: str) -> str:
    """The label, or the noun's own words where it counts several ("four car bombs")."""
    number = draft.number
    if number is None or (number.best or number.low or 0) < 2:
        return label
    words = " ".join(draft.context.text[number.start : number.end].split())
    return (words.lower() if draft.context.capitals else words) if len(words) <= 50 else label


def _toll(draft: Draft) -> str:
    lexicon = draft.context.lexicon
    parts = []
    for field in ("killed", "injured"):
        figure = next((f for f in draft.figures if f.field == field), None)
        template = lexicon.titles.get(field, "")
        if figure is not None and template:
            parts.append(template.replace("{n}", _number(figure)))
    return ", ".join(parts)


def _number(figure: Figure) -> str:
    if figure.best is not None:
        return f"{figure.best:,}"
    known = figure.low if figure.low is not None else figure.high
    return f"{known:,}+" if known is not None else ""


def _where(draft: Draft, place: Place) -> str:
    words = draft.context.lexicon.titles
    name = place.location or place.admin1 or place.country_name
    site = place.site
    if not site or len(site) >= _LONGEST_SITE:
        return f"{words.get('in', '')} {name}".strip() if name else ""
    if draft.site is not None and draft.site.words == site:
        preposition = "" if _leads(draft) else draft.site.preposition or words.get("at", "")
    else:
        preposition = words.get("at", "")
    shown = f"{preposition} {site}".strip()
    return f"{shown}, {name}" if name and name.lower() not in site.lower() else shown


def _leads(draft: Draft) -> bool:
    """Do the words of the site begin with a preposition themselves?"""
    assert draft.site is not None
    shown = draft.site.words.lower()
    return any(shown.startswith(f"{word} ") for word in draft.context.lexicon.words("locatives"))


def best_title(titles: Sequence[str]) -> str:
    """Of the titles of one happening's reports, the one that says most within the length."""
    return max(titles, key=len, default="")
