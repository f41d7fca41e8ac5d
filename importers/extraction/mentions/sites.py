"""On what site: the street, prison or field that the words of a mention name."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import takewhile

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.mentions.drafts import Draft, Site
from importers.extraction.mentions.telling import WITHIN, chunks_of
from importers.extraction.roles.fillers import of_another_deed
from importers.extraction.roles.following import preps_after
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nounphrases import entity_of
from importers.extraction.sentences.owners import is_of_birth, owner_at, owner_of
from importers.extraction.syntax.chunks import ARTICLE_AND_NOUN
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal, of_complement
from importers.extraction.syntax.word import Word
from importers.gazetteer.fold import fold
from store.records.span import Span


def site_of(draft: Draft) -> Site | None:
    """The site as worded, where the clause or the noun's phrase names one: "under a bridge", "six prisons"."""
    context = draft.context
    lexicon = context.lexicon
    own = [entity for entity in draft.people() if entity.cls == "place"]
    here = ((prep, entity) for prep, entity in _located(draft) if entity.chunk not in draft.elsewhere)
    located = ((prep, entity) for prep, entity in here if _is_site(entity, lexicon))
    sites = [
        (prep, entity)
        for prep, entity in located
        if not (
            is_elsewhere(entity.chunk, draft)
            or is_cared_for(entity.chunk, context)
            or _is_penalty(entity.chunk, context)
            or _is_measured_from(entity.chunk, context)
        )
    ]
    for entity in own:
        # Several houses that burned are what was hit, not where.
        if (
            _is_site(entity, lexicon)
            and not _is_several(entity)
            and all(entity.chunk != other.chunk for _, other in sites)
        ):
            sites.append(("", entity))
    if not sites:
        return None
    prep, entity = sites[0]
    start, end = entity.start, entity.end
    several = entity.quantity is not None and _is_several(entity) and not _is_numbered(entity, lexicon)
    single = entity.quantity is None and not entity.plural
    local = single and entity.head in lexicon.words("town_sites")
    inner = of_complement(context.parsed.chunks, context.words, entity.chunk, lexicon)
    inner = inner if inner >= 0 else _beyond(entity.chunk, context)
    if inner >= 0:
        stop = context.words[context.parsed.chunks[inner].last - 1].end
        end = stop if stop - start <= _LONGEST_SITE else end
    chunk, before = context.parsed.chunks[entity.chunk], context.parsed.chunks[entity.chunk - 1]
    articles = list(takewhile(partial(_is_article, context=context), context.words[chunk.first : chunk.last - 1]))
    # "A house" is named "house", "its overcrowded prisons" are "overcrowded prisons".
    named = max(start, *(word.end for word in articles)) if articles else start
    site = Site(" ".join(context.text[named:end].split()), Span(start, end), prep, several=several, local=local)
    if prep and prep not in lexicon.words("plain_locatives") and before.kind == "prep":
        leading = [*context.words[before.first : before.last], *(word for word in articles if word.tag == "det")]
        lead = " ".join(context.text[word.start : word.end].lower() for word in leading)
        return replace(site, span=Span(leading[0].start, end), lead=" ".join(lead.split()))
    described = any(entity.chunk in clause.subject for clause in context.parsed.clauses if clause.aside)
    return replace(site, pointing=not described and _is_pointing(context.text[start:end], context, local=local))


def _is_article(word: Word, context: Context) -> bool:
    articles = context.lexicon.either("definite", "possessives") | place_words().indefinite
    return word.tag in {"det", "poss"} and word.lower in articles


def _is_pointing(words: str, context: Context, *, local: bool) -> bool:
    """Do the words of a site only point back ("these towns", "the market")?"""
    told, lexicon = words.split(), context.lexicon
    if not lexicon.either("same", "demonstratives").isdisjoint(word.lower() for word in told):
        return True
    short = len(told) == ARTICLE_AND_NOUN and told[0].lower() in lexicon.words("definite") and not local
    return short and (told[1].islower() or context.capitals)


def points_to_town(draft: Draft) -> bool:
    """Is it told to have been in a town named before ("set fire to a shop in the village")?"""
    context = draft.context
    for _, entity in _located(draft):
        first = context.words[context.parsed.chunks[entity.chunk].first].lower
        if entity.head in context.lexicon.words("settlements") and not entity.plural:
            return first in context.lexicon.words("definite")
    return False


def _beyond(index: int, context: Context) -> int:
    """The noun phrase that says whose border a chunk is ("the border with Peru"), -1 for none."""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    if words[chunks[index].head].lemma not in lexicon.words("borders") or index + 2 >= len(chunks):
        return -1
    shared = words[chunks[index + 1].first].lower in lexicon.words("border_prepositions")
    return index + 2 if shared and chunks[index + 2].kind == "np" else -1


_LONGEST_SITE = 70


def _is_site(entity: Entity, lexicon: Lexicon) -> bool:
    if entity.cls != "place" or not entity.kind_name:
        return False
    # "In the town" is in a town that has been named, or in none.
    settlement = entity.head in lexicon.words("settlements") and not _is_several(entity)
    return not settlement and entity.end - entity.start <= _LONGEST_SITE


def _is_numbered(entity: Entity, lexicon: Lexicon) -> bool:
    """Is its number that of a house or road ("10 Bulnes street", "15th avenue")?"""
    return entity.value.split()[-1].lower() in lexicon.words("addresses")


def _is_several(entity: Entity) -> bool:
    if entity.quantity is None:
        return entity.plural
    return (entity.quantity.best or entity.quantity.low or 1) > 1


def is_elsewhere(index: int, draft: Draft) -> bool:
    """Does the chunk stand in what another deed is told by, not this mention or one it has taken in?"""
    return of_another_deed(index, chunks_of(draft), draft.context)


def is_cared_for(index: int, context: Context) -> bool:
    """Is the chunk where the wounded are taken, treated or die ("they were taken to a hospital in Loja")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    if context.forms.isdisjoint(lexicon.either("treatment_verbs", "care_sites")):
        return False
    at = index
    clause = owner_at(index, context)
    if (
        clause is not None
        and clause.verb < index
        and context.parsed.main(clause).verb in lexicon.words("treatment_verbs")
    ):
        return True
    while at > 1 and chunks[at].kind == "np" and words[chunks[at].head].lemma not in lexicon.words("care_sites"):
        at = at - 2 if chunks[at - 1].kind == "prep" else -1
    owner = owner_of(words[chunks[at].first].start, context) if at >= 0 else None
    if owner is None or words[chunks[at].head].lemma not in lexicon.words("care_sites"):
        return False
    return context.parsed.main(owner).verb in lexicon.words("care_verbs")


def _is_penalty(index: int, context: Context) -> bool:
    """Is the chunk where a sentence is to be served ("to life in prison", "a 20 años en prisión")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = index - 2
    if at >= 0 and chunks[at].kind == "np" and words[chunks[at].head].lemma in lexicon.words("penalties"):
        return True
    while at > 0 and chunks[at].kind == "time":
        at -= 1
    return 0 <= at < index - 2 and words[chunks[at].first].lower in lexicon.words("penalty_prepositions")


def _is_measured_from(index: int, context: Context) -> bool:
    """Is it only said how far from the chunk something is ("30 km from the border")?"""
    chunks, words = context.parsed.chunks, context.words
    if index < 2 or chunks[index - 1].kind != "prep":
        return False
    return words[chunks[index - 2].head].lower in place_words().measures


def _is_argument(draft: Draft, clause: Clause) -> bool:
    """Is the mention's noun subject or object of the clause?"""
    return draft.found.chunk in clause.subject or any(draft.found.chunk in nominal for nominal in clause.objects)


def _located(draft: Draft) -> Iterator[tuple[str, Entity]]:
    """The noun phrases after prepositions of place that belong to the mention, the nearest first."""
    context = draft.context
    locative = context.lexicon.words("locatives")
    if draft.event_type.national:
        # "Shells fired from rebel positions" did not fall there.
        locative -= context.lexicon.words("origins")
    if draft.found.pos != "verb":
        for prep, nominal in preps_after(draft.found.chunk + 1, context):
            if prep in locative:
                yield from ((prep, entity) for entity in entities(nominal, context))
    clause = draft.clause
    if clause is not None and (draft.found.pos == "verb" or _is_argument(draft, clause)):
        for prep, nominal in (*clause.preps, *_opening(clause, context)):
            if prep in locative:
                yield from ((prep, _marked(entity, context)) for entity in entities(nominal, context))
    for other in draft.absorbed:
        yield from _located(other)


def _opening(clause: Clause, context: Context) -> Iterator[tuple[str, Nominal]]:
    """The prepositional phrases that open a clause in front of a comma ("At the port, gunmen shot two guards")."""
    chunks, words = context.parsed.chunks, context.words
    start = clause.before
    if start < 1 or words[chunks[start - 1].first].lower != ",":
        return
    start -= 1
    while start > 0 and chunks[start - 1].kind in WITHIN:
        start -= 1
    if chunks[start].kind == "prep" and (start == 0 or chunks[start - 1].kind == "conj"):
        yield from ((prep, nominal) for prep, nominal in preps_after(start, context) if nominal[-1] < clause.before)


def _marked(entity: Entity, context: Context) -> Entity:
    """The road of which only a mark is named ("kilómetro 30 de la carretera")."""
    if fold(entity.head) not in place_words().measures:
        return entity
    inner = of_complement(context.parsed.chunks, context.words, entity.chunk, context.lexicon)
    return (entity_of(inner, context) if inner >= 0 else None) or entity


def is_whence(at: int, context: Context) -> bool:
    """Does the place at a chunk say where those a clause tells of are from ("two men from Punjab were ...")?"""
    if is_of_birth(at, context):
        return True
    chunks, words = context.parsed.chunks, context.words
    if at < 2 or chunks[at - 1].kind != "prep" or words[chunks[at - 1].first].lower not in place_words().origin:
        return False
    who = entity_of(at - 2, context) if chunks[at - 2].kind == "np" else None
    subject = any(at - 2 in clause.subject for clause in context.parsed.clauses)
    return subject and who is not None and who.cls == "person"


def is_goal(at: int, context: Context) -> bool:
    """Does the place at a chunk say where somebody or something goes ("forcing residents to flee to X")?"""
    chunks, words = context.parsed.chunks, context.words
    return at > 0 and chunks[at - 1].kind == "prep" and words[chunks[at - 1].first].lower in place_words().goal
