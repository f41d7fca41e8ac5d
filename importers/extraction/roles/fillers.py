"""Putting entities into roles: what may fill which."""

from collections.abc import Mapping, Sequence

from importers.extraction.lexicon.placewords import place_words
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.sentences.nations import as_state
from importers.extraction.syntax.nominals import Nominal, of_complement
from importers.gazetteer.fold import fold


def placed(role: str, prep: str, entity: Entity, context: Context) -> bool:
    """A noun after a preposition of place is a target only if it is a thing or a site, not a town by its name."""
    if entity.cls == "idea":
        if role == "instrument" and prep not in context.lexicon.words("aiming_prepositions"):
            # Of a disease one dies, for one's ideas one is killed ("murió por dengue", "murió por sus ideas").
            return entity.side == "harmless"
        return role == "theme" or prep in context.lexicon.either("agent_prepositions", "aiming_prepositions")
    if role == "agent" and prep in context.lexicon.words("locatives"):
        # "An attack from Syria", "on a bus from Loja"
        return entity.kind is not None and entity.kind.cls != "place"
    if role == "agent" and prep in context.lexicon.words("of"):
        # "Fighting in several parts of Ecuador"
        return entity.cls != "place"
    if role != "patient" or prep not in context.lexicon.words("locatives"):
        return True
    if entity.named and prep in context.lexicon.words("target_prepositions"):
        # "The attack against the Workers' Union": it need not be known what kind of body that is.
        return True
    if entity.cls not in {"place", "thing", "person"}:
        return False
    if entity.cls == "person" and entity.head in place_words().kinds:
        # "In the municipality of Loja": a place here, whoever acts for it elsewhere.
        return False
    lines = context.lexicon.either("ways", "borders")
    if entity.head in lines and prep not in context.lexicon.words("target_prepositions"):
        # "A blast on Bolivar Street", "on the border"
        return False
    return entity.kind_name != "" or entity.cls == "person"


def is_term(index: int, context: Context) -> bool:
    """Does the chunk tell for how long, or of what that time is ("ten years", "a diez años de cárcel")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    chunk, units = chunks[index], lexicon.words("age_units")
    of = index > 1 and words[chunks[index - 1].first].lower in lexicon.words("of")
    return any(word.lower in units for word in words[chunk.head : chunk.last]) or (
        of and chunks[index - 2].kind == "time"
    )


def rides(prep: str, entity: Entity, roles: Mapping[str, Sequence[Entity]], context: Context) -> bool:
    """Is it what those who did it came on, not whom it befell ("by four men on a motorcycle")?

    A bus may be either ("an attack by gunmen on a bus"), where nobody else is told to have suffered it.
    """
    lexicon = context.lexicon
    behind_them = prep in lexicon.words("locatives") and any(
        context.parsed.nominals.past_of(doer.chunk) == entity.chunk - 1 and doer.cls == "person"
        for doer in roles.get("agent", ())
    )
    suffered = bool(roles.get("patient"))
    return behind_them and (entity.head in lexicon.words("mounts") or (suffered and entity.cls == "thing"))


def is_told(found: Found, nominal: Nominal, context: Context) -> bool:
    """Is the event among those named together, by itself or as "a wave of attacks"?

    In "the murder of a guide, a nurse, and her daughter was ..." the nearest noun stands for it, in "the murder of Ana
    Mora and Luis Paz was ..." the two do.
    """
    if found.chunk in nominal:
        return True
    if len(nominal) > 1 and nominal[0] == of_complement(
        context.parsed.chunks, context.words, found.chunk, context.lexicon
    ):
        return True
    if len(nominal) == 1 and nominal[0] > found.chunk and (of := _of_list(found.chunk, nominal[0], context)):
        return of
    return _is_of(found, nominal, context.lexicon.words("partitives"), context)


def is_charged(found: Found, nominal: Nominal, context: Context) -> bool:
    """Is the event among those named together, as "the crime of kidnapping" as well?"""
    charges = context.lexicon.words("charges")
    return is_told(found, nominal, context) or _is_of(found, nominal, charges, context)


def _is_of(found: Found, nominal: Nominal, nouns: frozenset[str], context: Context) -> bool:
    """Does "of" tie the event to one of the nouns among those named together?"""
    chunks, words = context.parsed.chunks, context.words
    if found.chunk < 2 or chunks[found.chunk - 1].kind not in {"prep", "aside", "adv"}:
        return False
    return any(
        words[chunks[at].head].lemma in nouns and of_complement(chunks, words, at, context.lexicon) == found.chunk
        for at in nominal
    )


def _of_list(at: int, last: int, context: Context) -> bool:
    """Is the chunk at ``last`` the end of a list that "of" ties to the noun at ``at``?"""
    chunks, words = context.parsed.chunks, context.words
    inner = of_complement(chunks, words, at, context.lexicon) if chunks[last - 1].kind == "conj" else -1
    between = range(inner + 1, last)
    return (
        inner >= 0
        and bool(between)
        and all(chunks[i].kind in {"np", "conj"} or words[chunks[i].first].lower == "," for i in between)
    )


def of_another_deed(index: int, own: frozenset[int], context: Context) -> bool:
    """Does the chunk stand in what another deed is told by ("after the search of X", "a reply to the raid on Y")?

    ``own``: the chunks of the nouns that tell of the event itself.
    """
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    for at in range(index - 1, 0, -1):
        chunk = chunks[at]
        if at in own or chunk.kind not in {"np", "prep", "time", "aside", "adv", "conj"}:
            return False
        if chunk.kind != "np" or chunks[at - 1].kind != "prep" or words[chunk.head].start in context.places:
            # "To the United States" names no state of emergency.
            continue
        if lexicon.names_deed(words[chunk.head].lemma) and words[chunks[at - 1].first].lower in lexicon.words(
            "reacting"
        ):
            return True
    return False


def told_apart(index: int, found: Found, context: Context) -> bool:
    """Is it said right there what else befell them ("Dejó tres civiles muertos y dos guardias heridos")?"""
    parsed, states = context.parsed, context.lexicon.word_triggers
    chunk, behind = parsed.chunks[index], parsed.by_verb.get(index + 1)
    told = [*range(chunk.head, chunk.last)]
    if behind is not None and behind.reduced:
        told.append(parsed.chunks[behind.verb].head)
        if any(parsed.words[at].lemma in states for at in found.taken - {found.first}):
            # "Dejó nueve internos muertos y 14 guías retenidos"
            return behind.passive
    return any(parsed.words[at].lemma in states for at in told if at not in found.taken)


def hangs_on_event(found: Found, nominal: Nominal, events: frozenset[int], context: Context) -> bool:
    """Does the phrase hang on the noun of another deed ("detuvo a dos por el ataque contra la alcaldesa")?

    What a deed is done with is a part of it ("atacaron con disparos contra la casa").
    """
    chunks, words, noun = context.parsed.chunks, context.words, nominal[0] - 2
    if noun < 1 or chunks[noun].kind != "np" or chunks[noun].head in found.taken:
        return False
    if noun not in events and words[chunks[noun].head].lemma not in context.lexicon.words("deeds"):
        return False
    prep = chunks[noun - 1]
    return prep.kind == "prep" and words[prep.first].lower not in context.lexicon.words("accompanying")


def put(roles: dict[str, list[Entity]], role: str, entity: Entity) -> None:
    if not role or (entity.cls == "idea" and fold(entity.head) in place_words().passed_over):
        # "Atacaron un convoy en el norte de Malí": that is where.
        return
    if role == "agent" and entity.cls == "weapon":
        role = "instrument"
    if role == "instrument" and entity.cls not in _TOOLS:
        # "With patience", "with the help of the army"
        return
    if role == "agent":
        entity = as_state(entity) or entity
    if role == "agent" and not _may_act(entity):
        return
    row = roles.setdefault(role, [])
    if all(other.start != entity.start for other in row):
        row.append(entity)


def _may_act(entity: Entity) -> bool:
    """Is it people, or a name that is no place's ("fighting with rebels in the town of San José")?

    Ideas and animals, too: by them what is no deed is known ("the plan will kill jobs", "sharks attacked a boat").
    """
    if entity.cls in {"person", "idea"} or entity.side == "harmless" or entity.is_number:
        return True
    # "The 7th Infantry Brigade" is where soldiers are, and they themselves.
    return entity.named and (entity.cls != "place" or entity.side == "state")


_TOOLS = frozenset({"weapon", "thing", "idea"})
"""Classes of what a deed may be done with; questions, too, in a figure of speech."""
