"""Deeds told side by side in one sentence: which of them are two, not one told twice."""

from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.figures import count_other_dead


def told_as_two(harm: Draft, damage: Draft) -> bool:
    """Does a sentence list what was done to people and what was done to things ("killed a guard and burned a school")?

    What is told after a weapon was used may be what came of it ("threw a grenade at a bar and killed two"), and so is
    what a participle behind a comma tells ("bombed a school, killing two").
    """
    one, other = harm.clause, damage.clause
    if one is None or other is None or harm.sentence is not damage.sentence:
        return False
    joined = harm.context.lexicon.words("conjunctions")
    if not own_victims(harm, damage):
        return other.link in joined and one.verb < other.verb and _by_itself(harm, damage)
    if one.link in harm.context.lexicon.words("after_links"):
        return one.verb < other.verb
    later = max(one, other, key=lambda clause: clause.verb)
    result = harm.context.parsed.chunks[later.verb].shape == "gerund"
    listed = (later.link == "," and not result) or later.link in joined
    return listed and (later is other or not damage.roles.get("instrument")) and not _came_of_one(harm, damage)


def _by_itself(harm: Draft, blast: Draft) -> bool:
    """Did a thing that nobody named before go off by itself, behind word of a killing that it may not have done?

    "Two people were murdered in Loja, and bombs exploded"; but "a bomb exploded and two people were killed".
    """
    things, clause = blast.roles.get("instrument", ()), blast.clause
    told = harm.found.pos == "verb" and not harm.trigger.effect and any(not one.is_thing for one in harm.people())
    if not told or clause is None or blast.trigger.effect or blast.found.pos != "verb":
        return False
    return any(thing.chunk in clause.subject and not thing.definite for thing in things)


def _came_of_one(harm: Draft, damage: Draft) -> bool:
    """Does what opens the sentence say of what both came ("As a result of the raid, two died and a school burned")?"""
    first = min(harm.start, damage.start)
    return any(part.found.pos != "verb" and part.start < first for part in (*harm.absorbed, *damage.absorbed))


def own_victims(harm: Draft, damage: Draft) -> bool:
    """Does ``harm`` tell of people whom somebody killed or hurt, and ``damage`` of things that somebody destroyed?"""
    people, things = (draft.filled.roles.get("patient", ()) for draft in (harm, damage))
    told = harm.found.pos == "verb" or any(entity.named for entity in people)
    if not told or harm.trigger.effect or damage.trigger.frame.befalls != "things":
        return False
    return bool(people and things) and all(one.is_thing for one in things) and not any(one.is_thing for one in people)


def coordinated(one: Draft, other: Draft) -> bool:
    """Are both nouns of one list ("four car bombs and three grenades")? "Two dead and six hurt by a bomb" is none."""
    if one.found.pos == "verb" or other.found.pos == "verb":
        return False
    chunks = one.context.parsed.chunks
    low, high = sorted((one.found.chunk, other.found.chunk))
    if low == high:
        return False
    between = [chunks[at].kind for at in range(low + 1, high)]
    hangs_on_it = between[-1:] == ["prep"] and between[-2:] != ["conj", "prep"]
    return "conj" in between and "vg" not in between and not hangs_on_it


def counted_together(one: Draft, other: Draft) -> bool:
    """Does one list of nouns count deeds of a kind ("four car bombs and three grenades"), or what a row is made of?"""
    if (one.number is None and other.number is None) or one.event_type.family != other.event_type.family:
        return False
    if one.series >= 0 or other.series >= 0:
        row, kind = (one, other) if one.series >= 0 else (other, one)
        return kind.number is not None and any(
            figure.start <= kind.number.start and kind.number.end <= figure.end for figure in row.figures
        )
    if one.number is None or other.number is None or not coordinated(one, other):
        return False
    chunks = one.context.parsed.chunks
    low, high = sorted((one.found.chunk, other.found.chunk))
    return all(chunk.kind != "prep" for chunk in chunks[low:high])


def toll_listed(one: Draft, other: Draft) -> bool:
    """Does a list say behind each noun what befell those ("tres sicarios abatidos, dos heridos y un guardia muerto")?

    "Cinco personas muertas, tres policías y ..." goes on with who they were.
    """
    figure = one.trigger.figure
    if one.sentence is not other.sentence or not figure or figure != other.trigger.figure:
        return False
    people = [draft.filled.roles.get("patient", ()) for draft in (one, other)]
    if any(len(row) != 1 or row[0].quantity is None for row in people) or people[0][0].head == people[1][0].head:
        return False
    first, last = sorted((row[0] for row in people), key=lambda entity: entity.start)
    chunks, words = one.context.parsed.chunks, one.context.words
    between = chunks[first.chunk : last.chunk]
    states = all(chunk.kind != "vg" or chunk.shape == "participle" for chunk in between)
    listed = states and words[chunks[last.chunk - 1].first].lower in one.context.lexicon.words("conjunctions") | {","}
    return listed and first.head not in one.context.lexicon.either("anyone", "persons")


def count_two(one: Draft, other: Draft) -> bool:
    """Does a sentence count the dead of two kinds of deeds ("shot nine, while two died when a bomb went off")?"""
    if one.sentence is not other.sentence or one.event_type.family == other.event_type.family:
        return False
    if one.trigger.effect or other.trigger.effect:
        return False
    return count_other_dead(one.figures, other.figures)


def counted_by_two(one: Draft, other: Draft) -> bool:
    """Do two each give a number of the same ("60 died, the UN says, while the government admits to five dead")?"""
    voices = {draft.stance.voice.name for draft in (one, other) if draft.stance.voice is not None}
    return len(voices) > 1 and not {f.field for f in one.figures}.isdisjoint(f.field for f in other.figures)
