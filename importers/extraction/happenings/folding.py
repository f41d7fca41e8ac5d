"""One happening told by several words of a sentence: "a bomb exploded, killing three" is one mention, not two."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.happenings.listing import counted_by_two, counted_together, told_as_two, toll_listed
from importers.extraction.happenings.people import adds, share_victim
from importers.extraction.happenings.ties import (
    brought_about,
    closeness,
    happened_in,
    linked,
    names_it,
    told_when,
    with_one_thing,
)
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import count_other_dead, excludes, total
from importers.extraction.mentions.telling import in_which, nouns_of


def fold(drafts: Sequence[Draft]) -> list[Draft]:
    """The mentions of one sentence, those that tell of one happening made one: the most exact type stays."""
    kept = list(drafts)
    _mark_charges(kept)
    changed = True
    while changed and len(kept) > 1:
        changed = False
        for lesser in kept:
            host = _host(lesser, kept)
            if host is not None:
                _absorb(host, lesser)
                kept.remove(lesser)
                changed = True
                break
    _settle_within(kept)
    return kept


def _settle_within(drafts: Sequence[Draft]) -> None:
    """Mark what a relative clause tells to have happened in what another mention's noun names."""
    for draft in drafts:
        nouns = in_which(draft)
        if nouns and draft.within is None:
            deeds = [other for other in drafts if other.event_type.violent and nouns & nouns_of(other)]
            draft.within = max(deeds, key=lambda deed: max(nouns & nouns_of(deed)), default=None)


def _host(lesser: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The mention that ``lesser`` is a part of, if any: the one tied to it most closely."""
    best: Draft | None = None
    best_tie = 0
    drafts = [draft for draft in drafts if not _answers(lesser, draft, drafts)]
    for other in drafts:
        if other is lesser or counted_by_two(lesser, other) or not _may_hold(other, lesser):
            continue
        if _counted_between(lesser, other, drafts):
            continue
        tie = closeness(lesser, other)
        if tie > best_tie or (tie == best_tie and tie and best is not None and _nearer(other, best, lesser)):
            best, best_tie = other, tie
    return best


def _counted_between(lesser: Draft, host: Draft, drafts: Sequence[Draft]) -> bool:
    """Does a clause between the two count other dead ("killed six rebels, while two died when a bomb went off")?"""
    one, other = lesser.clause, host.clause
    if one is None or other is None:
        return False
    parsed = lesser.context.parsed
    low, high = (one, other) if parsed.governs(other, one) else (other, one)
    between = (
        third
        for draft in drafts
        for third in (draft, *draft.absorbed)
        if third.clause is not None and parsed.governs(high, third.clause) and parsed.governs(third.clause, low)
    )
    counted = lesser if lesser.figures else host
    return any(count_other_dead(third.figures, counted.figures) for third in between)


def _answers(lesser: Draft, host: Draft, drafts: Sequence[Draft]) -> bool:
    """Is one of the two what the other was done about, or did it happen in that?

    "Killed five in revenge for Sunday's attack in which a herder died", "in a raid, police held two over her murder".
    """
    told = [draft for draft in drafts if draft.answered]
    if not told:
        return False
    of_it = [any(one is deed or in_which(one) & nouns_of(deed) for deed in told) for one in (lesser, host)]
    return of_it[0] != of_it[1] and not share_victim(lesser, host)


def _mark_charges(drafts: Sequence[Draft]) -> None:
    """Mark the deeds behind the verb of an arrest, which it was made for: no raid that brought it about did them."""
    made = [draft for draft in drafts if draft.event_type.answers and draft.found.pos == "verb"]
    for draft in drafts if made else ():
        deed = draft.event_type.violent and draft.found.pos == "noun" and draft.definite
        if deed and any(one.clause is draft.clause and one.start < draft.start for one in made):
            draft.answered = True


def _nearer(one: Draft, other: Draft, to: Draft) -> bool:
    return abs(one.start - to.start) < abs(other.start - to.start)


def _may_hold(host: Draft, lesser: Draft) -> bool:
    """May ``lesser`` be told as part of ``host``: by their types, whether they happened, and their roles?"""
    one, other = host.event_type, lesser.event_type
    if (host.trigger.pointing and not lesser.trigger.pointing) or (host.stance.generic and not lesser.stance.generic):
        # "Shot down a helicopter, the third such attack": the deed is told of, not what it is counted among.
        return False
    if lesser.trigger.weak and host.found.pos == "verb" and host.trigger.strict and names_it(host, lesser):
        # "seized twelve bombs": the things of an event, no event of their own.
        return True
    if counted_together(lesser, host):
        # The plainer type is that of both.
        return host.series >= 0 or (lesser.series < 0 and host.event_type.rank <= lesser.event_type.rank)
    if undone(lesser, host) or (host.start < lesser.start and toll_listed(lesser, host)):
        return True
    if host.stance.unreal != lesser.stance.unreal and not _failed(lesser, host):
        return False
    if (held := _holds_mishap(lesser, host)) is not None:
        return held
    if lesser.trigger.weak and lesser.found.pos == "verb" and host.found.pos == "noun" and names_it(lesser, host):
        # "decreed a state of emergency": the noun tells what was decreed.
        return True
    if host.trigger.effect and not lesser.trigger.effect:
        return False
    if host.trigger.weak and host.trigger.count == "self" and lesser.trigger.figure and not _done_with(host, lesser):
        # "The bodies of two men were found, along with a rifle and explosives"
        return False
    if lesser.roles.get("agent") and _comes_before(host):
        # "were shot dead by a gang a day after the explosion": whoever did it, the explosion did not.
        return False
    if one.family == other.family or (one.mutual and told_when(lesser, host) and not lesser.trigger.effect):
        # "Rebels killed two soldiers when they attacked a convoy"
        return _is_plainer(lesser, host) and not _had_struck(lesser, host)
    if told_as_two(lesser, host) or (not lesser.trigger.effect and _comes_before(lesser)):
        return False
    if lesser.trigger.effect or lesser.trigger.pointing:
        return one.casualties
    return _came_of(lesser, host) or (one.casualties and lesser.plain and one.rank > other.rank)


def _is_counted_in(dead: Draft, toll: Draft) -> bool:
    """Does a toll that the sentence tells count those found or dead by now ("was found, raising the toll to eight")?"""
    if toll.trigger.count != "told" or dead.trigger.count == "told" or dead.trigger.figure != toll.trigger.figure:
        return False
    one, other = dead.clause, toll.clause
    return dead.plain and one is not None and other is not None and linked(one, other, dead.context.parsed)


def _came_of(lesser: Draft, host: Draft) -> bool:
    """Is it what an event did to things ("the blast set three cars on fire", "landslides blocked the road")?"""
    caused = 0 <= lesser.filled.cause == host.found.chunk
    return caused and (host.event_type.peril or lesser.trigger.frame.befalls == "things")


def _done_with(thing: Draft, harm: Draft) -> bool:
    """Is the thing what did the harm, or what a verb says was used?"""
    used = {entity.chunk for entity in harm.roles.get("instrument", ())}
    return thing.found.chunk in {harm.filled.cause, *used}


def _is_plainer(lesser: Draft, host: Draft) -> bool:
    """Of two mentions of one family, is ``lesser`` the plainer way to tell what may be one happening?"""
    if _is_counted_in(lesser, host) or _is_counted_in(host, lesser):
        return host.trigger.count == "told"
    if any(
        excludes(a, b)
        for a in host.figures
        for b in lesser.figures
        if a.field == b.field and "one" not in {a.rule, b.rule}
    ):
        return False
    if host.found.pos == lesser.found.pos == "noun" and host.plural != lesser.plural:
        return False
    if _told_apart(host, lesser):
        return False
    if host.number is not None and lesser.number is not None:
        return False
    # "Attacks that cost the lives of two judges", "the raid on the town left two dead"
    others = any(not entity.is_thing for entity in host.people())
    caused = 0 <= lesser.filled.cause == host.found.chunk and not (host.trigger.weak or others)
    if lesser.trigger.effect and (caused or happened_in(lesser, host)):
        return True
    return (host.event_type.rank, host.found.pos == "verb", -host.start) > (
        lesser.event_type.rank,
        lesser.found.pos == "verb",
        -lesser.start,
    )


def _had_struck(lesser: Draft, host: Draft) -> bool:
    """Is it what the one whom others killed had done ("was killed by police after he shot two officers")?

    But "rebels killed two officers when they shot at a bus" is told of the rebels.
    """
    if told_when(lesser, host) and all(entity.side == "armed" for entity in host.roles.get("agent", ())):
        return False
    clause, lexicon = lesser.clause, lesser.context.lexicon
    by_one = lesser.filled.pronoun_role == "agent" and bool(lesser.people()) and bool(host.roles.get("agent"))
    if not by_one or clause is None or host.clause is None or host.found.pos != "verb" or not host.people():
        return False
    then = clause.link in lexicon.either("parting_links", "scene_links")
    return then and lesser.context.parsed.governs(host.clause, clause)


def _failed(lesser: Draft, host: Draft) -> bool:
    """Is it of one attempt that the one took place, the other not ("a bomb thrown at a bus failed to go off")?"""
    failed = lesser.stance.unreal and with_one_thing(lesser, host)
    return failed or _cost(host, lesser) or _cost(lesser, host)


def _cost(attempt: Draft, harm: Draft) -> bool:
    """Did harm come of what was but attempted ("two died in a thwarted attack on the mayor"), so that it was made?"""
    return attempt.stance.attempted and harm.stance.factuality == "happened" and happened_in(harm, attempt)


def _came_when(known: Draft, told: Draft) -> bool:
    """Is it said that what is known took place when ``told`` did ("The attack occurred when two men lit a fuse")?"""
    one, other, lexicon = known.clause, told.clause, known.context.lexicon
    if one is None or other is None or known.found.chunk not in one.subject:
        return False
    when = other.link in lexicon.words("when_links") and known.context.parsed.governs(one, other)
    return when and known.context.parsed.main(one).verb in lexicon.words("occur_verbs")


def _comes_before(told: Draft) -> bool:
    """Is it a noun behind "after", "in response to" ...: what came before the deed that the sentence tells?"""
    chunks, words, lexicon = told.context.parsed.chunks, told.context.words, told.context.lexicon
    at = told.found.chunk - 1 if told.found.pos != "verb" else -1
    while at > 1 and chunks[at].kind == "prep" and words[chunks[at].first].lower in lexicon.words("of"):
        at -= 2
    if told.answered:
        return True
    return at >= 0 and chunks[at].kind == "prep" and words[chunks[at].first].lower in lexicon.words("reacting")


def undone(lesser: Draft, host: Draft) -> bool:
    """Was it only got ready ("a bomb placed under a bridge") for ``host`` to undo, by the same thing or "the" thing?"""
    if host.event_type.undoes != lesser.event_type.family:
        return False
    if lesser.sentence is host.sentence and names_it(host, lesser):
        # "Police defused a car bomb"
        return True
    if lesser.trigger.frame.name != host.trigger.frame.name:
        return False
    if lesser.sentence is not host.sentence:
        later = max(lesser, host, key=lambda draft: draft.sentence.number)
        things = later.roles.get("instrument", [])
        return bool(things) and all(entity.definite for entity in things)
    one, other = lesser.clause, host.clause
    if one is None or other is None:
        return False
    told = {*other.subject, *(index for nominal in other.objects for index in nominal)}
    return bool(told & set(one.subject))


def _told_apart(one: Draft, other: Draft) -> bool:
    """Do two verbs joined by "and" each have a subject of its own ("a car exploded and a bomb went off")?"""
    a, b = one.clause, other.clause
    if one.found.pos != "verb" or other.found.pos != "verb" or a is None or b is None:
        return False
    later = max(a, b, key=lambda clause: clause.verb)
    joined = later.link in one.context.lexicon.words("conjunctions")
    return joined and bool(a.subject) and bool(b.subject) and not set(a.subject) & set(b.subject)


def _of_one_thing(one: Draft, other: Draft) -> bool:
    """Do two verbs tell of one thing what befell it, and that it blew up, by nobody's hand?"""
    if one.found.pos != "verb" or other.found.pos != "verb" or one.roles.get("agent") or other.roles.get("agent"):
        return False
    mine, theirs = (
        {entity.chunk for role in ("instrument", "patient") for entity in draft.roles.get(role, ())}
        for draft in (one, other)
    )
    return bool(mine & theirs)


def _holds_mishap(lesser: Draft, host: Draft) -> bool | None:
    """Is ``lesser`` a part of ``host`` where one of them is a mishap? None if the two are not tied by it.

    "A bomb went off, causing a house to collapse" tells of the bomb.
    """
    if brought_about(host, lesser):
        return True
    if brought_about(lesser, host):
        return False
    if host.event_type.peril == lesser.event_type.peril:
        return None
    mishap = _is_mishap(lesser, host)
    return None if mishap is None else mishap == host.event_type.peril


def _is_mishap(lesser: Draft, host: Draft) -> bool | None:
    """Of a deed and an accident that befell one thing, was it an accident? None if they are not of one thing.

    "A ship sank after it was attacked", "attacked a ship that later sank": it was none, nor what who did the deed did.
    """
    if _of_one_thing(lesser, host):
        # "A truck overturned and exploded"; but "a second car caught fire and exploded" beside a car bomb.
        return not (host.distinct or lesser.distinct)
    deed, harm = (host, lesser) if lesser.event_type.peril else (lesser, host)
    if deed.clause is None or harm.clause is None or not deed.event_type.violent:
        return None
    after = deed.clause.link in deed.context.lexicon.words("after_links")
    it = deed.filled.pronoun_role == "patient" and after and deed.context.parsed.governs(harm.clause, deed.clause)
    lexicon, doers = deed.context.lexicon, deed.roles.get("agent", ())
    if any(entity.chunk in harm.clause.subject and lexicon.names_doers(entity.head) for entity in doers):
        # "A suicide bomber crashed into a patrol"
        return False
    told = {entity.chunk for entity in deed.people()} & set(harm.clause.subject)
    # "A nun, who was killed in a crash": it is one clause, which does not go on.
    later = harm.clause.relative and harm.clause.verb != deed.clause.verb
    return False if it or (told and (after or later)) else None


def _absorb(host: Draft, lesser: Draft) -> None:
    """What ``lesser`` says is said of ``host``; but whom it was meant for, if it was undone, it did not befall."""
    for role in ("patient", "agent", "instrument"):
        fillers = lesser.roles.get(role, []) if role != "patient" or not host.event_type.undoes else []
        row = host.roles.setdefault(role, [])
        if role == "agent" and row:
            continue
        known = [other for others in host.roles.values() for other in others]
        for entity in fillers:
            if entity.chunk != host.found.chunk and all(entity.start != other.start for other in known):
                row.append(entity)
    listed = counted_together(host, lesser)
    exact = lesser.event_type.family == host.event_type.family and lesser.event_type.rank > host.event_type.rank
    if exact and not listed:
        # "Four died in the attack": that makes it a killing.
        host.become(lesser.type)
    if lesser.definite and not lesser.plural and (happened_in(host, lesser) or _came_when(lesser, host)):
        host.within = lesser
    fields = {figure.field: figure for figure in reversed(host.figures)}
    beside = (listed and host.series < 0) or any(toll_listed(told, lesser) for told in (host, *host.absorbed))
    if beside or (adds(lesser) and not _is_counted_in(lesser, host)):
        more = {figure.field: figure for figure in reversed(lesser.figures)}
        host.figures[:0] = [total((fields[field], more[field]), field) for field in more if field in fields]
    # What explodes by accident is no device.
    devices = {"devices"} if host.event_type.peril else set()
    host.figures += [figure for figure in lesser.figures if figure.field not in fields.keys() | devices]
    if _cost(host, lesser):
        host.stance = replace(host.stance, factuality="happened", attempted=False, why="")
    if host.stance.background and not lesser.stance.background:
        host.stance = replace(host.stance, background=False)
    if not listed:
        host.number = host.number or lesser.number
    elif host.number is not None and lesser.number is not None:
        host.number = total((host.number, lesser.number), host.number.field)
    host.distinct = host.distinct or lesser.distinct
    if not (lesser.definite or lesser.trigger.effect or lesser.filled.cause == host.found.chunk):
        # But "the blast killed two" points back.
        host.definite = host.definite and lesser.found.pos == "noun"
    host.plural = host.plural or (lesser.plural and lesser.number is not None)
    host.absorbed.append(lesser)
    if host.stance.voice is None and lesser.stance.voice is not None:
        host.stance = lesser.stance
