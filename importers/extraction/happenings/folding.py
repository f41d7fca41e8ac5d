"""One happening told by several words of a sentence: "a bomb exploded, killing three" is one mention, not two."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.happenings.differing import blames_others
from importers.extraction.happenings.listing import coordinated, counted_together, told_as_two, toll_listed
from importers.extraction.happenings.parting import of_two_times, recalls
from importers.extraction.happenings.people import adds
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import count_other_dead, excludes, total
from importers.extraction.mentions.telling import in_which, nouns_of, only_describes
from importers.extraction.syntax.clauses import Clause, Parsed


def fold(drafts: Sequence[Draft]) -> list[Draft]:
    """The mentions of one sentence, those that tell of one happening made one: the most exact type stays."""
    kept = list(drafts)
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
    return kept


def _host(lesser: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The mention that ``lesser`` is a part of, if any: the one tied to it most closely."""
    best: Draft | None = None
    best_tie = 0
    for other in drafts:
        if other is lesser or not _may_hold(other, lesser) or _counted_between(lesser, other, drafts):
            continue
        tie = _tie(lesser, other)
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


def _nearer(one: Draft, other: Draft, to: Draft) -> bool:
    return abs(one.start - to.start) < abs(other.start - to.start)


def _may_hold(host: Draft, lesser: Draft) -> bool:
    """May ``lesser`` be told as part of ``host``: by their types, whether they happened, and their roles?"""
    one, other = host.event_type, lesser.event_type
    if (host.trigger.pointing and not lesser.trigger.pointing) or (host.stance.generic and not lesser.stance.generic):
        # "Shot down a helicopter, the third such attack": the deed is told of, not what it is counted among.
        return False
    if lesser.trigger.weak and host.found.pos == "verb" and host.trigger.strict and _names(host, lesser):
        # "seized twelve bombs": the things of an event, no event of their own.
        return True
    if counted_together(lesser, host):
        # The plainer type is that of both.
        return host.series >= 0 or (lesser.series < 0 and host.event_type.rank <= lesser.event_type.rank)
    if undone(lesser, host) or (host.start < lesser.start and toll_listed(lesser, host)):
        return True
    if _unreal(host) != _unreal(lesser) and not (_cost(host, lesser) or _cost(lesser, host)):
        return False
    if one.peril != other.peril and (mishap := _is_mishap(lesser, host)) is not None:
        return mishap == one.peril
    if lesser.trigger.weak and lesser.found.pos == "verb" and host.found.pos == "noun" and _names(lesser, host):
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
    if one.family == other.family or (one.mutual and _when(lesser, host) and not lesser.trigger.effect):
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
    return dead.plain and one is not None and other is not None and _linked(one, other, dead.context.parsed)


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
    if lesser.trigger.effect and (caused or _within(lesser, host)):
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
    if _when(lesser, host) and all(entity.side == "armed" for entity in host.roles.get("agent", ())):
        return False
    clause, lexicon = lesser.clause, lesser.context.lexicon
    by_one = lesser.filled.pronoun_role == "agent" and bool(lesser.people()) and bool(host.roles.get("agent"))
    if not by_one or clause is None or host.clause is None or host.found.pos != "verb" or not host.people():
        return False
    then = clause.link in lexicon.either("parting_links", "scene_links")
    return then and lesser.context.parsed.governs(host.clause, clause)


def _within(lesser: Draft, host: Draft) -> bool:
    """Did ``lesser`` happen in ``host`` ("wounded in the attack"), or come of it ("died as a result of the attack")?"""
    if host.found.pos != "noun" or host.clause not in (lesser.clause, None):
        return False
    parsed, lexicon, at = host.context.parsed, host.context.lexicon, host.found.chunk - 1
    before = parsed.words[parsed.chunks[at].first].lower if at >= 0 and parsed.chunks[at].kind == "prep" else ""
    if host.clause is lesser.clause and before in lexicon.words("in_event"):
        return True
    came_of = lesser.found.pos == "verb" and lesser.plain and not lesser.roles.get("agent")
    return before in lexicon.words("result_prepositions") and came_of


def _cost(attempt: Draft, harm: Draft) -> bool:
    """Did harm come of what was but attempted ("two died in a thwarted attack on the mayor"), so that it was made?"""
    return attempt.stance.attempted and harm.stance.factuality == "happened" and _within(harm, attempt)


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
    if at > 1 and chunks[at].kind == "prep" and words[chunks[at - 1].head].lemma in lexicon.words("reprisals"):
        # "Revenge for the killing"
        return True
    return at >= 0 and chunks[at].kind == "prep" and words[chunks[at].first].lower in lexicon.words("reacting")


def undone(lesser: Draft, host: Draft) -> bool:
    """Was it only got ready ("a bomb placed under a bridge") for ``host`` to undo, by the same thing or "the" thing?"""
    if host.event_type.undoes != lesser.event_type.family:
        return False
    if lesser.sentence is host.sentence and _names(host, lesser):
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


def _unreal(draft: Draft) -> bool:
    return draft.stance.factuality in {"planned", "possible", "denied"}


def _tie(lesser: Draft, host: Draft) -> int:
    """How closely two mentions of a sentence are tied: 0 not at all."""
    if of_two_times(lesser, host) or blames_others(lesser, host):
        return 0
    return 0 if only_describes(lesser, host) else _bond(lesser, host)


def _bond(lesser: Draft, host: Draft) -> int:
    parsed = lesser.context.parsed
    if lesser.filled.cause >= 0 and lesser.filled.cause == host.found.chunk:
        return 6
    if lesser.filled.cause >= 0 and any(
        entity.chunk == lesser.filled.cause for fillers in host.roles.values() for entity in fillers
    ):
        return 6
    if host.filled.cause >= 0 and host.filled.cause == lesser.found.chunk:
        return 6
    if _with_one_thing(lesser, host) or _of_two_sides(lesser, host):
        return 5
    if _names(host, lesser) or _names(lesser, host):
        return 5
    if counted_together(lesser, host):
        return 5
    if coordinated(lesser, host):
        return 0
    one, other = lesser.clause, host.clause
    if one is None or other is None:
        return 1 if (lesser.trigger.effect and not host.trigger.weak) or _within(host, lesser) else 0
    if one.verb == other.verb or in_which(lesser) in nouns_of(host) or host.found.chunk in one.subject:
        return 4
    if recalls(other, lesser):
        return 0
    if _linked(one, other, parsed) and (_is_result(lesser) or not _separate(lesser, host)):
        return 3
    if lesser.trigger.effect and not lesser.trigger.alone:
        return 1
    if lesser.trigger.pointing or (lesser.definite and not lesser.roles.get("patient")):
        return 2
    return 0


def _names(one: Draft, other: Draft) -> bool:
    """Does a role of ``one`` name the very noun that ``other`` is ("[two car bombs] exploded")?"""
    if other.found.pos == "verb":
        return False
    return any(entity.chunk == other.found.chunk for fillers in one.roles.values() for entity in fillers)


def _with_one_thing(one: Draft, other: Draft) -> bool:
    """Were both done with the same thing ("the explosion of a grenade thrown at a car")?"""
    mine, theirs = ({e.chunk for e in draft.roles.get("instrument", ())} for draft in (one, other))
    return bool(mine & theirs) and one.event_type.family == other.event_type.family


def _of_one_thing(one: Draft, other: Draft) -> bool:
    """Do two verbs tell of one thing what befell it, and that it blew up, by nobody's hand?"""
    if one.found.pos != "verb" or other.found.pos != "verb" or one.roles.get("agent") or other.roles.get("agent"):
        return False
    mine, theirs = (
        {entity.chunk for role in ("instrument", "patient") for entity in draft.roles.get(role, ())}
        for draft in (one, other)
    )
    return bool(mine & theirs)


def _is_mishap(lesser: Draft, host: Draft) -> bool | None:
    """Of a deed and an accident that befell one thing, was it an accident? None if they are not of one thing.

    "A ship sank after it was attacked", "attacked a ship that later sank": it was none.
    """
    if _of_one_thing(lesser, host):
        # "A truck overturned and exploded"; but "a second car caught fire and exploded" beside a car bomb.
        return not (host.distinct or lesser.distinct)
    deed, harm = (host, lesser) if lesser.event_type.peril else (lesser, host)
    if deed.clause is None or harm.clause is None or not deed.event_type.violent:
        return None
    after = deed.clause.link in deed.context.lexicon.words("after_links")
    it = deed.filled.pronoun_role == "patient" and after and deed.context.parsed.governs(harm.clause, deed.clause)
    told = {entity.chunk for entity in deed.people()} & set(harm.clause.subject)
    return False if it or (told and (after or harm.clause.relative)) else None


def _of_two_sides(one: Draft, other: Draft) -> bool:
    """Do both tell of one clash, each what one side did ("police killed three gunmen who attacked a patrol")?"""
    if not (one.event_type.mutual and other.event_type.mutual):
        return False
    later = max(one, other, key=lambda draft: draft.start)
    if later.clause is None or one.context.parsed.chunks[later.clause.verb].perfect:
        # "Who had attacked a patrol": that was before.
        return False
    return any(
        {entity.chunk for entity in a.roles.get("agent", ())} & {entity.chunk for entity in b.people()}
        for a, b in ((one, other), (other, one))
    )


def _separate(one: Draft, other: Draft) -> bool:
    """Do two clauses joined by "and" tell of different people? What one did "when" another did is one deed."""
    if _when(one, other):
        return False
    mine = {entity.chunk for entity in one.people()}
    theirs = {entity.chunk for entity in other.people()}
    if not mine or not theirs or mine & theirs:
        return False
    if one.trigger.effect or other.trigger.effect:
        return False
    return bool(one.clause and other.clause and one.clause.subject != other.clause.subject)


def _when(one: Draft, other: Draft) -> bool:
    """Does a clause with "when" tell the one of what the other tells of ("was killed when gunmen shot at a bus")?"""
    if one.clause is None or other.clause is None:
        return False
    told, when = sorted((one.clause, other.clause), key=lambda clause: clause.verb)
    return when.governor == told.verb and when.link in one.context.lexicon.words("when_links")


def _is_result(draft: Draft) -> bool:
    """Is it what a participle tells to have come of a deed, by nobody's hand ("exploded at an office killing nine")?"""
    clause = draft.clause
    gerund = clause is not None and draft.context.parsed.chunks[clause.verb].shape == "gerund"
    return gerund and draft.plain and not draft.roles.get("agent")


def _linked(one: Clause, other: Clause, parsed: Parsed) -> bool:
    """Does one clause govern the other?"""
    return parsed.governs(one, other) or parsed.governs(other, one)


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
        host.type = lesser.type
    if lesser.definite and not lesser.plural and (_within(host, lesser) or _came_when(lesser, host)):
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
