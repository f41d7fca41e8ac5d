"""What is told in the words of a deed and is none: figures of speech, deaths in old age, threats of no violence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon, Trigger
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.roles.filled import Filled
from importers.extraction.roles.following import preps_after
from importers.extraction.sentences.entities import SIDES, Context
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.nominals import Nominal
from importers.gazetteer.fold import fold


def is_figure(filled: Filled, context: Context) -> bool:
    """Is it a figure of speech: told as done to ideas, with or in them ("an attack on the reform", "in a speech")?

    So is what a goalkeeper or a virus does. Of what is nobody's deed only whom it befell tells ("the economy
    crashed").
    """
    kind = context.lexicon.types[filled.type]
    if kind.instead and _is_discharge(filled, context):
        return True
    if not (kind.violent or kind.peril):
        return False
    if kind.violent and (
        _is_quarrel(filled, context)
        or _tells_score(filled, context)
        or _is_contest(filled, context)
        or _befalls_ideas(filled, context)
    ):
        return True
    for role, fillers in filled.roles.items():
        ideas = [entity.cls == "idea" for entity in fillers]
        if role == "agent":
            # "A plan that included killing him" kills nobody, but no plan is told to.
            harmless = [entity.side == "harmless" for entity in fillers]
            figure = bool(harmless) and all(harmless)
        elif role == "theme":
            figure = any(entity.cls == "idea" or entity.side == "harmless" for entity in fillers)
        else:
            figure = bool(ideas) and all(ideas) and (kind.violent or role == "patient")
        if figure:
            return True
    return False


def _is_discharge(filled: Filled, context: Context) -> bool:
    """Is it a patient who is let go, by the hospital that treated him ("was treated at a clinic and released")?"""
    clause, lexicon = filled.found.clause, context.lexicon
    if filled.found.pos != "verb" or clause is None or filled.roles.get("agent"):
        return False
    if clause.link in lexicon.words("subordinators") | lexicon.words("clausal_prepositions"):
        # "Was treated at a clinic after being released"
        return False
    if any(entity.head in lexicon.words("captives") for entity in filled.roles.get("patient", ())):
        return False
    sites = lexicon.words("care_sites") | lexicon.words("care_signs")
    before = context.words[: filled.found.first]
    return any(word.lemma in sites or word.verb in lexicon.words("treatment_verbs") for word in before)


def _is_quarrel(filled: Filled, context: Context) -> bool:
    """Is it one politician who "attacks" another, or anybody "in a debate", which is done by words?"""
    lexicon, word = context.lexicon, context.words[filled.found.first]
    if _is_dispute(filled, context):
        return True
    if lexicon.words("scolding").isdisjoint({word.verb, word.lemma}) or filled.roles.get("instrument"):
        return False
    if _opens_in_speech(filled, context):
        return True
    doers = [entity for entity in filled.roles.get("agent", ()) if entity.cls != "idea"]
    whom = filled.roles.get("patient", ())
    # A regime has its forces; "the president and Congress clashed".
    armed = any(entity.head in lexicon.words("governments") for entity in doers)
    several = len(doers) > 1 or any(doer.plural for doer in doers)
    mutual = lexicon.types[filled.type].mutual and several and not armed
    sides = (doers,) if mutual and not whom else (doers, whom)
    return all(side and all(entity.kind_name in lexicon.words("politicians") for entity in side) for side in sides)


def _is_dispute(filled: Filled, context: Context) -> bool:
    """Is it over something that two by name clash ("Mora and Paz clashed over the budget")? Crowds and armies fight.

    Not where it is told what came of it, which is another deed's.
    """
    people = [entity for fillers in filled.roles.values() for entity in fillers]
    if not context.lexicon.types[filled.type].mutual or not all(one.proper and not one.plural for one in people):
        return False
    clause, over = filled.found.clause, context.lexicon.words("disputed")
    told = clause is not None and any(prep in over for prep, _ in clause.preps)
    behind = any(prep in over for prep, _ in preps_after(filled.found.chunk + 1, context))
    bodies = any(one.kind_name and one.side in SIDES for one in people)
    return bool(people) and (told or behind) and not bodies


def _opens_in_speech(filled: Filled, context: Context) -> bool:
    """Does what is said somewhere open the clause in which somebody by name attacks ("In Sunday's debate, Paz ...")?"""
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    doers = filled.roles.get("agent", ())
    if not doers or not all(entity.named for entity in doers) or chunks[0].kind != "prep" or chunks[1].kind != "np":
        return False
    rows = lexicon.nouns.get(words[chunks[1].head].lemma, ())
    said = any(kind.name in lexicon.words("utterances") for row, kind in rows if len(row) == 1)
    return said and words[0].lower in lexicon.words("in_event")


def _befalls_ideas(filled: Filled, context: Context) -> bool:
    """Is it done to what is an event itself, so that it fills no role ("sabotaged the peace talks")?"""
    clause = filled.found.clause
    if filled.found.pos != "verb" or clause is None or clause.passive or filled.roles.get("patient"):
        return False
    heads = [context.words[context.parsed.chunks[nominal[-1]].head].lemma for nominal in clause.objects]
    # "Atacaron el sur del Líbano": that is where.
    kinds = [context.lexicon.nouns.get(head, ()) for head in heads if fold(head) not in place_words().passed_over]
    return bool(kinds) and all(any(kind.cls == "idea" for row, kind in rows if len(row) == 1) for rows in kinds)


def _is_contest(filled: Filled, context: Context) -> bool:
    """Do two who are known by name alone meet in what teams play for ("clashed in the cup final")?"""
    clause, lexicon = filled.found.clause, context.lexicon
    doers = filled.roles.get("agent", ())
    if clause is None or not lexicon.types[filled.type].mutual or any(one.kind_name or not one.named for one in doers):
        return False
    where = (index for nominal in clause.phrases(lexicon.words("in_event")) for index in nominal)
    return bool(doers) and any(
        context.words[context.parsed.chunks[index].head].lemma in lexicon.words("contests") for index in where
    )


def _tells_score(filled: Filled, context: Context) -> bool:
    """Is it done at a game: does a score follow the verb and its object ("destroyed Peru 3-1")?"""
    if filled.found.pos != "verb" or context.forms.isdisjoint(_DASHES):
        return False
    words = context.words
    for at in range(filled.found.first + 1, len(words) - 2):
        if words[at].tag == "prep":
            return False
        if words[at + 1].lower in _DASHES and words[at].tag == words[at + 2].tag == "num":
            return words[at].end == words[at + 1].start and (at + 3 == len(words) or words[at + 3].tag != "noun")
    return False


_DASHES: Final = frozenset({"-", "–"})


def without_figures(filled: Filled, context: Context) -> Filled:
    """What is no figure of speech but for the roles that only one gives it ("the deal freed two hostages")."""
    apart = "theme" in filled.roles and context.lexicon.types[filled.type].violent
    if not apart and not any(entity.cls == "idea" for fillers in filled.roles.values() for entity in fillers):
        return filled
    kept = {
        role: told if role == "theme" else tuple(one for one in told if one.cls != "idea")
        for role, told in filled.roles.items()
        if not (apart and role == "theme")
    }
    return replace(filled, roles=kept)


def acts_by_itself(clause: Clause, slots: Mapping[str, str], clitics: Sequence[str], context: Context) -> bool:
    """Is it told of what nobody does: of no thing ("war broke out"), of what only rises ("se dispararon los precios")?

    Who "se disparó" shot at nobody else, unless it is told at whom.
    """
    if slots.get("subject") == "instrument" and _is_no_thing(clause.subject, context):
        return True
    lexicon = context.lexicon
    at_whom = any(slots.get(prep) == "patient" for prep in lexicon.words("object_prepositions"))
    mutual = any(slots.get(prep) == "patient" for prep in lexicon.words("accompanying"))
    if lexicon.words("reflexives").isdisjoint(clitics) or "object" in slots or mutual or not at_whom:
        return False
    return bool(clause.subject) and not any(slots.get(prep) == "patient" for prep, _ in clause.preps)


def _is_no_thing(nominal: Nominal, context: Context) -> bool:
    """Is it nothing one can touch, such as a war, a crisis or prices?"""
    heads = [context.words[context.parsed.chunks[index].head].lemma for index in nominal]
    return bool(heads) and all(_is_idea(head, context.lexicon) for head in heads)


def _is_idea(head: str, lexicon: Lexicon) -> bool:
    kinds = (kind for pattern, kind in lexicon.nouns.get(head, ()) if len(pattern) == 1)
    return head in lexicon.words("nobody") or any(kind.cls == "idea" for kind in kinds)


def died_in_bed(clause: Clause, context: Context) -> bool:
    """Is it said at what age somebody died, as of those whom nobody killed ("died at the age of 93")?

    Not where another verb of the sentence may tell how ("murió a los 23 años tras ser baleado").
    """
    chunks, words = context.parsed.chunks, context.words
    last = chunks[clause.after].first if clause.after < len(chunks) else len(words)
    behind = words[chunks[clause.verb].last : last]
    told = " ".join("#" if word.start in context.quantities or word.lower.isdigit() else word.lower for word in behind)
    if not any(f" {phrase} " in f" {told} " for phrase in context.lexicon.words("ages_at_death")):
        return False
    others = (context.parsed.main(other).verb for other in context.parsed.clauses if other.verb != clause.verb)
    return context.lexicon.verb_triggers.keys().isdisjoint(others)


def threatens_no_violence(clause: Clause, context: Context) -> bool:
    """Is it said what is threatened, and is that no violence ("threatened to leave the talks")?"""
    parsed, lexicon = context.parsed, context.lexicon
    below = [
        parsed.chunks[other.verb].head
        for other in parsed.clauses
        if other.governor == clause.verb and parsed.chunks[other.verb].shape == "infinitive"
    ]
    return bool(below) and not any(
        lexicon.types[trigger.type].violent
        and not (trigger.object_words or _hangs_on_others(trigger))
        and {word.lower for word in parsed.words[at + 1 : at + _PARTICLES]}.issuperset(pattern[1:])
        for at in below
        for pattern, trigger in lexicon.verb_triggers.get(parsed.words[at].verb, ())
    )


def _hangs_on_others(trigger: Trigger) -> bool:
    """Is it only by who does it, or with what, that its verb tells of violence ("leave" a bomb)?"""
    return trigger.strict and any(role in {"agent", "instrument"} for role, _ in trigger.needs)


_PARTICLES: Final = 5
"""Among so many words from a verb on stand those that a trigger asks for beside it ("set", "the bus", "on fire")."""
