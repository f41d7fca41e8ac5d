"""Which clause of its sentence a time or a place belongs to."""

from importers.extraction.lexicon.placewords import place_words
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause
from importers.gazetteer.fold import fold


def owner_of(offset: int, context: Context) -> Clause | None:
    """The clause in whose stretch an offset lies: the last one that starts before it, else the next after it.

    What follows the verb of a clause that describes the next verb's subject is that clause's ("a man kidnapped in
    Loja was freed"), and a verb beyond a comma does not own what follows another ("was shot today, said X").
    """
    return owner_at(context.parsed.chunk_at(offset), context)


def owner_at(index: int, context: Context) -> Clause | None:
    """The clause that the chunk ``index`` belongs to, as in ``owner_of``; none for no chunk (-1)."""
    if index < 0:
        return None
    clauses, chunks = context.parsed.clauses, context.parsed.chunks
    around = [clause for clause in reversed(clauses) if clause.before <= index < clause.after]
    found = max(around, key=lambda clause: clause.before, default=None)
    if found is None:
        # "On Monday, two guards who worked there were killed": what describes a noun has nothing in front of it.
        after = [clause for clause in clauses if clause.verb > index]
        aside = (clause.relative or clause.reduced or _describes(clause, context) for clause in after)
        own = (one for one, beside in zip(after, aside, strict=True) if not (beside or _is_put_in(one, index, context)))
        return next(own, next(iter(after), None))
    inner = next((clause for clause in around if clause.verb < index), None)
    if inner is not None and _is_closed(inner, index, context):
        # "As the paper reported, on 5 July a bus was blown up".
        return next((clause for clause in clauses if clause.verb > index), found)
    outer = next((clause for clause in reversed(around) if clause.verb > index), None)
    if outer is not None and (describing := _describing(index, outer, context)) is not None:
        return outer if _leans(index, describing, outer, context) else describing
    if found.verb <= index:
        return _described(index, found, context) or found
    if inner is None:
        return found
    if found.governor == inner.verb and any(
        context.words[chunks[at].first].lower == found.link for at in range(index + 1, found.verb)
    ):
        # "Was sentenced on Monday for killing": what stands before the word that ties the other clause to it.
        return inner
    return inner if any(chunks[at].kind == "punct" for at in range(index, found.verb)) else found


def _described(index: int, inner: Clause, context: Context) -> Clause | None:
    """The clause that tells the event of a time, of which a participle before only says what its object is like.

    "Men robbed a truck loaded with fruit on Friday"; but "robbed a truck bought on Friday". Right behind the verb it
    goes with that ("los mantenían secuestrados desde el viernes").
    """
    parsed = context.parsed
    above = parsed.by_verb.get(inner.governor)
    if above is None or not inner.reduced or parsed.chunks[index].kind != "time":
        return None
    if inner.verb == above.verb + 1:
        return above
    verbs = context.lexicon.verb_triggers
    if parsed.main(inner).verb in verbs or parsed.main(above).verb not in verbs:
        return None
    said = any(chunk.kind == "np" for chunk in parsed.chunks[inner.verb + 1 : index])
    return above if said and any(inner.subject == nominal for nominal in above.objects) else None


def _describes(clause: Clause, context: Context) -> bool:
    """Is it a participle right behind the noun it describes ("a boat carrying 90 people")?"""
    return context.parsed.chunks[clause.verb].shape == "gerund" and clause.verb - 1 in clause.subject


def _is_put_in(clause: Clause, index: int, context: Context) -> bool:
    """Is it a dependent clause behind a comma ("On Monday, while police searched a house, a bomb went off")?"""
    links = context.lexicon.either("clausal_prepositions", "subordinators")
    opening = context.parsed.chunks[index : max(clause.before - 1, index)]
    return clause.link in links and clause.governor < 0 and any(chunk.kind == "punct" for chunk in opening)


def _is_closed(fronted: Clause, index: int, context: Context) -> bool:
    """Is it a clause that depends on the next and is closed by a comma before the chunk ("after X, on Friday ...")?"""
    chunks, lexicon = context.parsed.chunks, context.lexicon
    links = lexicon.either("clausal_prepositions", "subordinators")
    if fronted.governor >= 0 or fronted.link not in links:
        return False
    return any(chunks[at].kind == "punct" for at in range(fronted.verb + 1, index))


def _describing(index: int, outer: Clause, context: Context) -> Clause | None:
    """The last clause before ``index`` that describes the subject of the clause whose verb comes after.

    Or one that depends on such a clause ("a man suspected of killing two in May was arrested").
    """
    inside = {clause.verb: clause for clause in context.parsed.clauses}
    first = max(outer.subject, default=-1)
    last = top = next((inside[verb] for verb in sorted(inside, reverse=True) if first < verb < index), None)
    while top is not None and not (top.relative or top.reduced):
        top = inside.get(top.governor) if first < top.governor < top.verb else None
    return last if top is not None else None


def _leans(index: int, inner: Clause, outer: Clause, context: Context) -> bool:
    """Does a time right before the outer verb belong to that ("the men who shot him today confessed")?

    It does where it is one word without a preposition, and behind a participle that tells no event ("men dressed as
    monks on Friday took").
    """
    chunks, lexicon = context.parsed.chunks, context.lexicon
    first, after = index, index + 1
    while chunks[first - 1].kind == "time":
        first -= 1
    while chunks[after].kind == "time":
        after += 1
    bare = after - first == 1 and chunks[first - 1].kind != "prep" and first - 1 != inner.verb
    describing = inner.reduced and context.parsed.main(inner).verb not in lexicon.verb_triggers
    return chunks[index].kind == "time" and (bare or describing) and after == outer.verb


def is_of_birth(at: int, context: Context) -> bool:
    """Is the time or place at the chunk that of a birth ("a native of Loja", "nacido en 1980 en Loja")?"""
    chunks, words = context.parsed.chunks, context.words
    at -= 1
    if at < 1 or chunks[at].kind != "prep":
        return False
    while at > 0 and chunks[at].kind in {"prep", "time"}:
        at -= 1
    if chunks[at].kind == "np" and chunks[at - 1].kind == "prep" and words[chunks[at].first].start in context.places:
        at -= 2
    who = chunks[at].last - chunks[at].first == 1 or context.parsed.nominals.sort_of(at) == "person"
    return who and fold(words[chunks[at].last - 1].lower) in place_words().native
