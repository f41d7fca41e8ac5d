"""Who says it: "according to X", or the subject of a verb of saying."""

from importers.extraction.lexicon.placewords import place_words
from importers.extraction.sentences.appositions import entities
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause, Parsed
from importers.extraction.syntax.nominals import Nominal
from store.records.record import record


@record
class Voice:
    """Who says it: a name or description with its offsets."""

    name: str
    start: int
    end: int


def voice_of(clause: Clause | None, context: Context) -> Voice | None:
    """Who says what the clause tells: "according to X", a verb of saying at its end (", police said"), or an accuser.

    Also who gives a number of it ("an aide spoke of nine dead"). None where nobody is named.
    """
    parsed, lexicon = context.parsed, context.lexicon
    giver = counting(clause, context) if clause is not None else None
    if giver is not None and _gives(giver, context) and (voice := voice_in(giver.subject, context)):
        return voice
    sources = lexicon.attribution.get("prepositions", frozenset())
    for index, chunk in enumerate(parsed.chunks[:-1]) if not context.forms.isdisjoint(sources) else ():
        told = chunk.kind == "prep" and parsed.words[chunk.first].lower in sources
        if told and parsed.chunks[index + 1].kind == "np":
            return voice_in((index + 1,), context)
    if clause is None:
        return None
    saying = (other for other in parsed.clauses if other.verb != clause.verb and _says(other, context))
    telling = (_speaker(other, clause, parsed) for other in saying if _tells(other, clause, parsed, sources))
    if speaker := next(filter(None, telling), ()):
        return voice_in(speaker, context)
    return accuser(_blamed_for(clause, context), context)


def counting(clause: Clause, context: Context) -> Clause | None:
    """The clause by which its subject gives the number: "the union put the toll at nine", "spoke of nine wounded"."""
    parsed, counts = context.parsed, context.lexicon.either("counting_verbs", "adhering_verbs")
    telling = parsed.by_verb.get(clause.governor) if clause.reduced else clause
    if telling is None or telling.passive or telling.relative or telling.reduced:
        return None
    return telling if parsed.main(telling).verb in counts else None


def _gives(counting: Clause, context: Context) -> bool:
    """Is its subject who counts, not what is counted ("la cifra se elevó a 23", "reportan dos muertos")?"""
    first = context.parsed.chunks[min(counting.subject, default=counting.verb)]
    counted = first.first > context.parsed.chunks[counting.verb].first
    counted = counted and context.words[first.head].lemma in context.lexicon.word_triggers
    return not counted and not _is_reflexive(counting, context)


def _tells(saying: Clause, clause: Clause, parsed: Parsed, sources: frozenset[str]) -> bool:
    """Is it what the clause tells that is said: before, about or amid it ("two men, police said, were killed")?"""
    around = saying.verb > clause.verb or clause.before <= saying.before or saying.link in sources
    return around or parsed.governs(saying, clause)


def accuser(clause: Clause, context: Context) -> Voice | None:
    """Who blames somebody, or owns up, by the clause itself: "the army blamed the rebels"."""
    parsed, lexicon = context.parsed, context.lexicon
    if clause.relative or clause.reduced:
        return None
    verb = parsed.main(clause).verb
    accuses = verb in lexicon.either("blame_verbs", "attribute_verbs", "finger_verbs")
    accuses = accuses and verb not in lexicon.words("involving_verbs")
    if not (accuses or _owns_up(verb, clause, context)):
        return None
    if not clause.passive:
        return voice_in(clause.subject, context)
    by_whom = next(clause.phrases(lexicon.words("agent_prepositions")), ())
    # "Fue condenado por cohecho": that is what for.
    told = any(one.named or one.cls in {"person", "place"} for one in entities(by_whom, context))
    return voice_in(by_whom, context) if told else None


def _blamed_for(clause: Clause, context: Context) -> Clause:
    """The clause that blames somebody for what the clause tells ("accused them of killing two"), else itself."""
    above = context.parsed.by_verb.get(clause.governor)
    return above if above is not None and clause.link in context.lexicon.words("blame_prepositions") else clause


def _owns_up(verb: str, clause: Clause, context: Context) -> bool:
    """Does the clause claim responsibility? "Took hostages" does not."""
    if verb not in context.lexicon.words("claim_verbs"):
        return False
    heads = (context.words[context.parsed.chunks[at].head].lemma for nominal in clause.objects for at in nominal)
    return any(head in context.lexicon.words("claim_nouns") for head in heads)


def _says(clause: Clause, context: Context) -> bool:
    """Does the clause say as news that its subject says something? "Se negó a entregar las armas" does not."""
    parsed, lexicon = context.parsed, context.lexicon
    if parsed.main(clause).verb not in lexicon.saying or clause.passive or clause.relative or not clause.subject:
        return False
    return not _is_reflexive(clause, context)


def _is_reflexive(clause: Clause, context: Context) -> bool:
    """Is it said with a reflexive pronoun, of nobody or of those themselves ("se elevó a 23", "a manifestarse")?"""
    parsed, reflexives = context.parsed, context.lexicon.words("reflexives")
    leaning = parsed.chunks[clause.verb].clitic
    return parsed.main(clause).ending in reflexives or (leaning >= 0 and parsed.words[leaning].lower in reflexives)


def _speaker(saying: Clause, told: Clause, parsed: Parsed) -> Nominal:
    """The subject of a verb of saying; in "They killed four in Loja, a town, said the mayor" what stands behind it.

    Nothing where what is told describes who says something else: "The army, which killed two, said that ...".
    """
    behind = saying.objects[0] if saying.objects else ()
    # "Accused of killing two": what it hangs on describes the noun.
    describes = any(
        one is not None and (one.relative or one.reduced) for one in (told, parsed.by_verb.get(told.governor))
    )
    turned = told.verb < saying.verb and parsed.chunks[saying.verb - 1].kind == "punct"
    if turned and behind and behind[0] == saying.verb + 1 and not describes:
        return behind
    return () if describes and max(saying.subject) < told.verb < saying.verb else saying.subject


_SPEAKING = frozenset({"", "person", "place"})
"""Classes of those who can say something: a ministry's office and a hospital can."""


def voice_in(nominal: Nominal, context: Context) -> Voice | None:
    """The first of a nominal who can say something."""
    nobody = context.lexicon.either("negative_determiners", "negative_pronouns")
    if nominal and context.words[context.parsed.chunks[nominal[0]].first].lower in nobody:
        # "No group has claimed it."
        return None
    units = context.lexicon.attribution.get("units", frozenset())
    found = [
        entity
        for entity in entities(nominal, context)
        if not (entity.pronoun or entity.head in units)
        and (entity.named or (entity.cls in _SPEAKING and not context.lexicon.names_deed(entity.head)))
        # "25 km southwest of Loja, sources said"
        and entity.head not in place_words().compass
    ]
    if not found:
        return None
    # "After a fire at one of the sites, police and residents said": what stands first may be none of the list.
    who = next((entity for entity in found if entity.named or entity.cls == "person"), found[0])
    return Voice(who.value, who.start, who.end)
