"""A short line for people, made of the report's own words and the lexicon's labels."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from importers.extraction.lexicon.lexicon import phrases
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import Figure, is_alternative
from importers.extraction.naming.base import capitals_tell
from importers.extraction.reporting.casting import role_of
from importers.extraction.sentences.entities import Entity
from importers.extraction.sentences.nounphrases import unquoted
from importers.extraction.syntax.nominals import of_complement
from importers.gazetteer.countries import countries, peoples
from importers.gazetteer.fold import fold
from store.records.event import FIGURES
from store.records.place import Place

LONGEST = 80
_LONGEST_SITE = 45
_LONGEST_NAME = 50
_OPENING = " \n\t\"'“‘«¿¡—-"


def title(
    draft: Draft,
    type_name: str,
    place: Place,
    beside: Sequence[Draft] = (),
    spelled: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Compose the title of a happening that a mention tells of, then where.

    It says who was killed, freed ..., or else who protested, denied it ..., or is the label of its kind.

    ``beside``: all its mentions in the order of the text, of which the first may give a toll. ``spelled``: what the
    article calls towns and divisions that have another name in the gazetteer ("La Habana").
    """
    lexicon = draft.context.lexicon
    kind = lexicon.types[type_name]
    # "Nine were killed or wounded": nobody says who died.
    people = _people(draft) if kind.done and not is_alternative(draft.found, draft.context) else ""
    if people:
        head = (_outcome(draft, beside) or kind.done).replace("{people}", people)
    else:
        doers = _doers(draft) if kind.by else ""
        head = kind.by.replace("{people}", doers) if doers else _counted(draft, _label(draft, type_name, beside))
        toll = _toll(draft, beside or (draft,))
        head = f"{head}, {toll}" if toll else head
    name = place.location or place.admin1 or _country(place, draft)
    where = _where(draft, place, spelled.get(name, name), head, named=bool(people))
    full = f"{head} {where}".strip()
    if len(full) > LONGEST:
        full = head
    if len(full) > LONGEST:
        full = full[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
    return full[:1].upper() + full[1:]


def _outcome(draft: Draft, beside: Sequence[Draft]) -> str:
    """What came of it, where no mention tells the deed: of those who died it is not said that they were killed."""
    told = any(
        not other.trigger.effect or other.absorbed or other.roles.get("agent") or other.roles.get("instrument")
        for other in (draft, *beside)
    )
    return "" if told else draft.context.lexicon.titles.get(f"outcome_{draft.trigger.figure}", "")


def _label(draft: Draft, type_name: str, beside: Sequence[Draft]) -> str:
    """What the deed is called: a mishap by its own noun ("Earthquake"), an explosion no bomb attack where no mention

    tells of a bomb or of whoever did it.
    """
    types = draft.context.lexicon.types
    told = [part for other in (draft, *beside) for part in (other, *other.absorbed)]
    if types[type_name].peril:
        nouns = (one for one in told if one.found.pos == "noun" and one.trigger.type == type_name)
        noun = next(nouns, None)
        return draft.trigger.label or (types[type_name].label if noun is None else _as_told(noun))
    family = types[draft.trigger.type].family
    if not draft.trigger.label or type_name != draft.trigger.type or any(_tells_bomb(one, family) for one in told):
        return types[type_name].label
    return draft.trigger.label


def _tells_bomb(draft: Draft, family: str) -> bool:
    """Does it say who set it off, or what, or name it by more than that it exploded?"""
    weapons = any(entity.cls == "weapon" for entity in draft.roles.get("instrument", ()))
    return bool(draft.roles.get("agent")) or weapons or (draft.event_type.family == family and not draft.trigger.label)


def _as_told(draft: Draft) -> str:
    """The words of its noun, which a title opens with."""
    words = " ".join(draft.context.words[at].lower for at in sorted(draft.found.taken))
    return words[:1].upper() + words[1:]


def _people(draft: Draft) -> str:
    told = [entity for entity in draft.people() if _is_told(entity, draft) and entity not in draft.some]
    if draft.trigger.frame.befalls == "things":
        # Who died in the house was not "set on fire".
        told = [entity for entity in told if entity in draft.filled.roles.get("patient", ())]
    # Of "four clerks" and "petrol stations", those who were killed are the people.
    alive = [e for e in told if not e.is_thing]
    told = alive or (told if draft.trigger.figure in _COUNTING_THINGS else [])
    told = _of_one_fate([entity for entity in told if _first(entity, draft) < entity.end], draft)
    people = [entity for entity in told if entity.named] or told
    people = [entity for entity in people if len(entity.value) <= _LONGEST_NAME]
    # "Students and nine were killed": those of whom no more than the number is told stand alone or not at all.
    people = [entity for entity in people if not _is_number(entity, draft)] or people
    if not people:
        return ""
    joined = draft.context.lexicon.titles.get("and", "and")
    names = [_name(entity, draft, beside=at > 0) for at, entity in enumerate(people[:_BY_NAME])]
    others = _others(people, draft)
    if others <= (_size(people[1]) if len(people) == _BY_NAME else 0):
        return f" {joined} ".join(names) if len(people) <= _BY_NAME else names[0]
    template = draft.context.lexicon.titles.get("others_one" if others == 1 else "others", "{people}")
    return template.replace("{people}", names[0]).replace("{n}", str(others))


def _doers(draft: Draft) -> str:
    """Who did it, two of them at most: nobody told of by a pronoun or a number alone, or at length."""
    told = [entity for entity in draft.roles.get("agent", ()) if entity.is_somebody and not _is_number(entity, draft)]
    told = [entity for entity in told if entity.head not in draft.context.lexicon.words("those_told")]
    names = dict.fromkeys(_name(entity, draft, beside=True) for entity in told if len(entity.value) <= _LONGEST_NAME)
    return f" {draft.context.lexicon.titles.get('and', 'and')} ".join([*names][:_BY_NAME])


def _others(people: Sequence[Entity], draft: Draft) -> int:
    """How many the deed befell beside the first of the people, as far as the sentence says exactly; else 0."""
    first = people[0]
    if first.cls != "person" or not all(entity.named or entity.quantity is not None for entity in people):
        return 0
    counted = [f for f in draft.figures if f.field == draft.trigger.figure and f.low == f.best == f.high]
    total = max((figure.best for figure in counted if figure.best is not None), default=0)
    named = len(people) if all(entity.proper for entity in people) else 0
    return max(total, named) - _size(first) if _size(first) else 0


def _size(entity: Entity) -> int:
    """How many they are: 1 for a name, 0 where it is not told."""
    return (entity.count or 0) if entity.quantity is not None else int(entity.proper)


_BY_NAME = 2
"""As many of those it befell a title names, more only as "and three others"."""
_COUNTING_THINGS = frozenset({"", "devices", "personnel"})
"""Figures of deeds that befall things as well as people."""


def _is_number(entity: Entity, draft: Draft) -> bool:
    context = draft.context
    return not entity.named and context.words[context.parsed.chunks[entity.chunk].head].tag == "num"


def _is_told(entity: Entity, draft: Draft) -> bool:
    """Does it name people or things: not "those", nor what no such deed befalls ("anyone else")?"""
    if entity.pronoun or entity.head in draft.context.lexicon.words("those_told"):
        return False
    return role_of("patient", entity, draft, draft.event_type) is not None


def _of_one_fate(people: list[Entity], draft: Draft) -> list[Entity]:
    """Of "four dead and seven wounded", the four; of "the attack on Ana Mora killed her aide", the aide."""

    def fate(entity: Entity) -> int:
        fields = (FIGURES.index(f.field) for f in draft.figures if f.rule != "sum" and f.start < entity.end <= f.end)
        return min(fields, default=len(FIGURES))

    fates = [fate(entity) for entity in people]
    counted = min(fates, default=len(FIGURES))
    worst = min((FIGURES.index(f.field) for f in draft.figures), default=len(FIGURES))
    if worst < counted and worst in _HARM:
        # "One dead and two wounded", "the attack on Ana Mora killed two": nobody says who the one was, the two were.
        return []
    return [entity for entity, one in zip(people, fates, strict=True) if one == counted]


_HARM = frozenset({FIGURES.index("killed"), FIGURES.index("injured")})


def _first(entity: Entity, draft: Draft) -> int:
    """Where the words for it start: of "the bodies of two men" at the men; "14 bodies" alone name nobody."""
    context = draft.context
    head = context.words[context.parsed.chunks[entity.chunk].head].lemma
    if head not in context.lexicon.words("leavings") or entity.named:
        return entity.start
    inner = of_complement(context.parsed.chunks, context.words, entity.chunk, context.lexicon)
    return context.words[context.parsed.chunks[inner].first].start if inner >= 0 else entity.end


def _name(entity: Entity, draft: Draft, *, beside: bool) -> str:
    """What to call somebody in a title: "his aides" are aides, "his son Luis" is Luis, ``beside`` another son Luis."""
    told = _INSERTED.sub("", draft.context.text[_first(entity, draft) : _stop(entity, draft)])
    words = unquoted(" ".join(told.split()))
    first, _, rest = words.partition(" ")
    lexicon = draft.context.lexicon
    loose = lexicon.either("definite", "distinct") if entity.quantity is not None else lexicon.words("definite")
    loose |= lexicon.words("possessives")
    counts = entity.quantity is not None and entity.quantity.start == entity.start
    if rest and first.lower() in loose and not counts:  # "more than 4,000 inmates" are not "than 4,000"
        words = rest
    if entity.quantity is None:
        kin = "" if beside else _name_of_kin(entity, draft)
        known = bool(rest) and first.lower() in lexicon.words("definite") and not entity.proper
        words = kin or (words if known and entity.value.startswith(first) else entity.value)
    elif article := lexicon.titles.get("the", ""):
        # Whose they are, is not said before ("one of his bodyguards").
        words = " ".join(article if word.lower() in lexicon.words("possessives") else word for word in words.split())
    if draft.context.capitals:
        return words.title() if entity.named else words.lower()
    if not entity.named and not capitals_tell(draft.sentence):
        return " ".join(_as_in_text(word) for word in words.split())
    # A capital that only opens the sentence is none within a title.
    text, start = draft.context.text, draft.sentence.span.start
    opens = not text[start : entity.start].strip(_OPENING) and text.startswith(words.split()[0], entity.start)
    return words[:1].lower() + words[1:] if opens and not _opens_with_name(entity, draft) else words


def _opens_with_name(entity: Entity, draft: Draft) -> bool:
    """Is its first word a name or a people's ("Syrian army", "Kaiserslautern driver")?"""
    context = draft.context
    word = context.text[entity.start : entity.end].split()[0]
    return (
        fold(word) in peoples()
        or entity.start in context.places
        or any(name.start == entity.start for name in context.names)
    )


_INSERTED = re.compile(r"\s*\[[^\]]*\]")
"""What an editor has added ("[name as heard]")."""


def _name_of_kin(entity: Entity, draft: Draft) -> str:
    """The name of somebody told of as another's kin ("his son Luis"), "" for others."""
    context = draft.context
    own = (name for name in context.names if entity.start < name.start and name.end == entity.end)
    for name in own:
        told = [word.lemma for word in context.words if entity.start <= word.start < name.start]
        if name.kind != "place" and told and told[-1] in context.lexicon.words("companions"):
            return name.text
    return ""


def _as_in_text(word: str) -> str:
    """Write a word of a Headline in Capitals Like This as running text has it."""
    return word.lower() if word.istitle() and fold(word) not in peoples() else word


def _stop(entity: Entity, draft: Draft) -> int:
    """Where the words for it end: of things, with what they are of ("twelve sticks of dynamite")."""
    if entity.quantity is None or entity.cls in {"", "person"}:
        return entity.end
    context = draft.context
    inner = of_complement(context.parsed.chunks, context.words, entity.chunk, context.lexicon)
    stop = context.words[context.parsed.chunks[inner].last - 1].end if inner >= 0 else entity.end
    return stop if stop - entity.start <= _LONGEST_SITE else entity.end


def _counted(draft: Draft, label: str) -> str:
    """The label, or the words that count several: its noun's own ("four car bombs"), or those its row is made of."""
    number = draft.number if draft.series < 0 else next((f for f in draft.figures if f.field == "devices"), None)
    if number is None or draft.trigger.figure not in {"", "devices"} or (number.best or number.low or 0) < 2:
        # What counts the dead is told as their toll.
        return label
    words = " ".join(draft.context.text[number.start : number.end].split())
    return (words.lower() if draft.context.capitals else words) if len(words) <= 50 else label


def _toll(draft: Draft, beside: Sequence[Draft]) -> str:
    words = draft.context.lexicon.titles
    parts = []
    for field in ("killed", "injured"):
        own = any(figure.field == field for figure in draft.figures)
        # News begins with the toll; what a later sentence counts may be some of it.
        figures = [figure for other in beside for figure in other.figures if figure.field == field] if own else []
        figure = next((figure for figure in figures if figure.rule != "vague"), figures[0] if figures else None)
        if figure is not None and (figure.best or figure.low) is not None:
            template = words.get(f"{field}_one", "") if figure.best == 1 else ""
            parts.append((template or words.get(field, "")).replace("{n}", _number(figure)))
    return ", ".join(part for part in parts if part)


def _number(figure: Figure) -> str:
    if figure.best is not None:
        return f"{figure.best:,}"
    known = figure.low if figure.low is not None else figure.high
    return f"{known:,}+" if known is not None else ""


def _where(draft: Draft, place: Place, name: str, head: str, *, named: bool) -> str:
    """The site with its preposition and the town, or what of them ``head`` does not say already.

    ``name``: the town's, division's or country's. ``named``: whom it befell is in ``head``, so that what was hit with
    them is no place to tell.
    """
    words = draft.context.lexicon.titles
    name = "" if name.lower() in head.lower() else name
    site = _site(draft, place, head, named=named)
    if not site:
        return f"{words.get('in', '')} {name}".strip() if name else ""
    shown = f"{_preposition(site, draft)} {site}".strip()
    return f"{shown}, {name}" if name and name.lower() not in site.lower() else shown


def _preposition(site: str, draft: Draft) -> str:
    """What a title puts before a site: "in front of a" bank, "inside" a prison, "in" a quarter, "at" a market."""
    lexicon, own = draft.context.lexicon, draft.site
    if _leads(site, draft):
        return ""
    told = own is not None and site.lower().startswith(own.words.lower())
    if told and own is not None:
        if own.lead:
            return own.lead
        if own.preposition in lexicon.words("title_prepositions"):
            return own.preposition
    kinds = {place_words().kinds.get(fold(word.strip(","))) for word in site.split(",")[0].split()} - {None}
    settled = kinds.isdisjoint({"site", "institution"}) if kinds else not told or (own is not None and own.several)
    return lexicon.titles.get("in" if settled else "at", "")


def _country(place: Place, draft: Draft) -> str:
    """The country's name in the language of the article."""
    country = countries().get(place.country) if draft.context.lexicon.language == "es" else None
    return country.spanish if country is not None else place.country_name


def _site(draft: Draft, place: Place, head: str, *, named: bool) -> str:
    """The words of the site, if they tell a reader of the title where it was; "" if not."""
    site, own = place.site, draft.site
    if not site or len(site) >= _LONGEST_SITE or _hangs(site, draft):
        return ""
    bare = _bare(site, draft)
    told = bare.partition(",")[0].split()
    if bare in head.lower() or not {told[0], told[-1]}.isdisjoint(head.lower().split()):
        return ""
    if own is not None and own.words == site:
        if named and not own.preposition and not _leads(site, draft):
            return ""
        text, first = draft.context.text, draft.sentence.span.start
        if not text[first : own.span.start].strip(_OPENING) and text[own.span.start :].startswith(site.split()[0]):
            # A capital that only opens the sentence.
            site = site[:1].lower() + site[1:]
    return site


def _bare(site: str, draft: Draft) -> str:
    """The words of a site without the preposition and determiners it begins with."""
    lexicon = draft.context.lexicon
    words = site.lower().split()
    loose = _prepositions(draft) | lexicon.words("determiners") | lexicon.words("definite")
    first = next((at for at, word in enumerate(words) if word not in loose), 0)
    return " ".join(words[first:])


def _leads(site: str, draft: Draft) -> bool:
    """Do the words of the site begin with a preposition themselves ("in front of a bank", "cerca del puerto")?"""
    return site.lower().split()[0] in _prepositions(draft)


def _prepositions(draft: Draft) -> frozenset[str]:
    words = draft.context.lexicon.words
    return _words_of(words("locatives")) - words("definite") | words("between")


@lru_cache(maxsize=8)
def _words_of(rows: frozenset[str]) -> frozenset[str]:
    """Each word of the rows of a word class."""
    return frozenset(word for row in phrases(rows) for word in row)


def _hangs(site: str, draft: Draft) -> bool:
    """Is it only what was said of another noun ("de las bases")?"""
    return site.lower().split()[0] in draft.context.lexicon.words("of")
