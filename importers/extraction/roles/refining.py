"""The more exact type of an event, by who and what fill its roles."""

from collections.abc import Mapping, Sequence
from typing import Final

from importers.extraction.lexicon.lexicon import Refinement, phrases
from importers.extraction.roles.triggers import Found
from importers.extraction.sentences.entities import Context, Entity
from importers.extraction.syntax.clauses import Clause
from importers.extraction.syntax.word import Word


def refined(name: str, roles: Mapping[str, Sequence[Entity]], context: Context, found: Found | None = None) -> str:
    """The more exact type that an event of type ``name`` is by who and what fill its roles.

    ``found``: where it stands, for what is said of its noun.
    """
    filled = frozenset([role for role, fillers in roles.items() if fillers])
    for rule in context.lexicon.refinements.get(name, ()):
        if not (name in rule.sources and filled.issuperset(rule.filled)):
            continue
        if _applies(rule, roles, context) and _is_so(rule, found, context):
            name = rule.target
    return name


def _is_so(rule: Refinement, found: Found | None, context: Context) -> bool:
    """Is of the event's noun said what the rule wants ("the protests turned violent")?"""
    if not rule.predicates:
        return True
    parsed = context.parsed
    own = (c for c in parsed.clauses if found is not None and found.pos == "noun" and found.chunk in c.subject)
    return any(
        parsed.main(clause).verb == verb and set(rest) <= _behind(clause, context)
        for clause in own
        for verb, *rest in phrases(rule.predicates)
    )


def _behind(clause: Clause, context: Context) -> set[str]:
    """The words that follow the verb closely, as written and in their dictionary forms."""
    first = context.parsed.chunks[clause.verb].head + 1
    last = min(first + _CLOSE, context.parsed.chunks[clause.after - 1].last)
    return {form for word in context.words[first:last] for form in (word.lower, word.lemma)}


_CLOSE: Final = 4


def _applies(rule: Refinement, roles: Mapping[str, Sequence[Entity]], context: Context) -> bool:
    for role, wanted in rule.roles:
        fillers = roles[role]
        if rule.named and role == "patient":
            # Who dies beside a judge ("Judge Ana Mora and her driver") makes it no other deed.
            if not any(entity.named and entity.fits(wanted) for entity in fillers):
                return False
        elif not _fit(role, _serving(fillers, rule, context), wanted):
            return False
    if rule.named is False and any(entity.named for entity in roles.get("patient", ())):
        return False
    if not rule.scene:
        return True
    told = context.words if not context.forms.isdisjoint(rule.scene) else ()
    return any(word.lemma in rule.scene and not _came_of_it(word, context) for word in told)


def _came_of_it(word: Word, context: Context) -> bool:
    """Is it what the deed led to ("soldiers and rebels clashed, sparking protests")?"""
    parsed, sparks = context.parsed, context.lexicon.cues("sparking_verbs")
    led = (clause for clause in parsed.clauses if parsed.main(clause).verb in sparks)
    return any(parsed.main(clause).end <= word.start < _end(clause, context) for clause in led)


def _end(clause: Clause, context: Context) -> int:
    """Where the clause ends, in characters."""
    return context.words[context.parsed.chunks[clause.after - 1].last - 1].end


def _serving(fillers: Sequence[Entity], rule: Refinement, context: Context) -> Sequence[Entity]:
    """Who may be a side of a clash: not "a former soldier"."""
    if not context.lexicon.types[rule.target].mutual:
        return fillers
    retired = context.lexicon.words("retired")
    return [entity for entity in fillers if entity.value.lower().split(" ")[0] not in retired]


def _fit(role: str, fillers: Sequence[Entity], wanted: frozenset[str]) -> bool:
    """Do all fillers whose kind is known fit, and one at least? Of a drone and its grenade, one deed, one will do.

    A place beside whom it befell ("ambushed soldiers at the bridge") may be where it befell them.
    """
    known = [entity for entity in fillers if entity.kind_name]
    fits = [entity.fits(wanted) for entity in known]
    if not any(fits):
        return False
    if role == "instrument" and not any(entity.plural for entity in known):
        return True
    where = [role == "patient" and entity.cls == "place" for entity in known]
    return all(fit or place for fit, place in zip(fits, where, strict=True))
