"""Totals over several happenings or over a period: "four car bombs in 48 hours", "over 400 inmates since 2021"."""

from collections.abc import Sequence
from dataclasses import replace

from importers.dating.kinds import is_amount, is_uncounted, over_a_week, spans_months
from importers.extraction.happenings.happenings import Cluster
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.mentions.drafts import Draft
from importers.extraction.mentions.stances import of_clause
from importers.extraction.mentions.timephrases import compares, is_since
from importers.extraction.sentences.entities import Context, is_ranked
from importers.extraction.sentences.owners import owner_of
from store.records.timex import TimeExpression

_MANY = 100


def mark_totals(drafts: Sequence[Draft], expressions: Sequence[TimeExpression], context: Context) -> None:
    """Mark the mentions of one sentence that sum up several happenings."""
    lexicon = context.lexicon
    for draft in drafts:
        if any(_has_lasted(expression, draft) for expression in expressions):
            draft.stance = replace(draft.stance, generic=True)
            continue
        if not _several(draft) or draft.stance.factuality == "ongoing":
            continue
        period = next((e for e in expressions if _is_rate(e, draft) or _adds_up(e, draft)), None)
        endless = draft.time is None and (_of_a_war(draft) or _hundreds(draft))
        endless = endless or _since_then(draft) or _thousands(draft) or _is_compared(draft)
        if period is not None or draft.series >= 0 or endless or _hundreds(draft):
            draft.is_total = True
            long = period is not None and (_is_rate(period, draft) or not _is_short(period, lexicon))
            draft.over_long = long or endless
            if period is not None and is_amount(period) and draft.time is None:
                draft.time, draft.time_basis = period.span, "own"


def _has_lasted(expression: TimeExpression, draft: Draft) -> bool:
    """Is it no one clash but what has gone on for years ("have fought the army for forty years", "since 1980")?

    Soldiers who "have been killed since 1980" add up.
    """
    clause, fought = draft.clause, draft.context.lexicon.types[draft.trigger.type].mutual
    if not fought or clause is None or draft.found.pos != "verb":
        return False
    long = expression.type == "DURATION" and over_a_week(expression)
    if not (long or is_since(expression, draft.context)):
        return False
    verb = draft.context.parsed.chunks[clause.verb]
    return verb.perfect and not verb.past and owner_of(expression.start, draft.context) is clause


def _adds_up(expression: TimeExpression, draft: Draft) -> bool:
    """Is it a stretch of time that what the mention tells has added up over?"""
    context = draft.context
    first = next((at for at, word in enumerate(context.words) if word.start >= expression.start), 0)
    before = " ".join(word.lower for word in context.words[:first])
    if any(before.endswith(words) for words in context.lexicon.words("so_far")):
        return True
    if over_a_week(expression) and _singled_out(expression, context):
        return True
    if is_uncounted(expression) and expression.type == "DURATION" and draft.number is None:
        # "Were arrested within hours" is how soon.
        return False
    return _is_period(expression, context) and not _elsewhere(expression, draft) and not _of_one(expression, draft)


def _singled_out(expression: TimeExpression, context: Context) -> bool:
    """Is it said that a time "alone" adds up to it ("in October alone", "solo en octubre")?"""
    before = [word.lower for word in context.words if word.end <= expression.start]
    after = next((word.lower for word in context.words if word.start >= expression.end), "")
    return not {after, *before[-1:], " ".join(before[-2:])}.isdisjoint(context.lexicon.words("alone"))


def _of_one(expression: TimeExpression, draft: Draft) -> bool:
    """Is a week or a month when one deed was done ("last month rebels abducted four clerks")?"""
    context, clause = draft.context, draft.clause
    words = expression.text.lower().split()
    if expression.type == "DURATION" or context.lexicon.words("years").intersection(words):
        return False
    if is_since(expression, context) or spans_months(expression):
        return False
    if draft.found.pos == "noun":
        return not draft.plural and draft.number is None
    told = draft.found.pos == "verb" and clause is not None and not context.parsed.chunks[clause.verb].perfect
    if told and any(entity.quantity and entity.quantity.best == 1 for entity in draft.roles.get("instrument", ())):
        # "Last month a bomb left twelve wounded"
        return True
    return told and all((figure.best or figure.low or 0) <= _OF_ONE for figure in draft.figures)


_OF_ONE = 10


def _elsewhere(expression: TimeExpression, draft: Draft) -> bool:
    """Is the stretch of time that of a relative clause, or does what is told last all through it?

    Of a verb, that of a relative clause before it, or of the subject of a clause above ("the truce, in force since
    May, did not prevent that ..."); of a noun, that of one that tells of something else ("the release of men held since
    May").
    """
    clause, parsed = draft.clause, draft.context.parsed
    if clause is None:
        return False
    if _is_ahead(expression, draft):
        return True
    words = parsed.words
    at = next((i for i, c in enumerate(parsed.chunks) if words[c.last - 1].end > expression.start), -1)
    if draft.found.pos != "verb":
        inside = (other for other in parsed.clauses if other.verb < at < other.after)
        return any(
            (other.relative or other.reduced) and other.verb != clause.verb and draft.found.chunk not in other.subject
            for other in inside
        )
    lasting = draft.context.lexicon.words("lasting_verbs")
    if parsed.chunks[clause.verb].progressive or parsed.main(clause).verb in lasting:
        # "Inmates have been holding twelve guards since Saturday", "los reos retienen a doce guías desde el sábado"
        return True
    owner = owner_of(expression.start, draft.context)
    if clause.aside and owner is not None and not owner.aside:
        # "The clerks kidnapped on Friday have been freed within the past few hours"
        return True
    if owner is not None and owner.aside and owner.verb > clause.verb and not parsed.governs(owner, clause):
        # "Burned nine trucks, tightening a blockade that has starved the town since May", "freed twelve guards whom
        # inmates had held since Saturday"
        return True
    above = parsed.by_verb.get(clause.governor)
    if above is not None and max(above.subject, default=at) < at < above.verb:
        return True
    return any(
        (other.relative or other.reduced) and other.verb < at < min(other.after, clause.verb)
        for other in parsed.clauses
        if other.verb != clause.verb
    )


def _is_ahead(expression: TimeExpression, draft: Draft) -> bool:
    """Is it the time of what is yet to come ("will name within 48 hours who took part in the murder of six guards")?"""
    owner = owner_of(expression.start, draft.context)
    if owner is None or draft.stance.factuality != "happened":
        return False
    return of_clause(owner, draft.context).factuality == "planned"


def _several(draft: Draft) -> bool:
    """Does it count several happenings, or many people?"""
    if draft.number is not None and (draft.number.best or draft.number.low or 0) > 1:
        return True
    if draft.found.pos == "noun" and draft.plural:
        return True
    if _of_a_row(draft):
        return False
    return any((figure.best or figure.low or 0) > 1 for figure in draft.figures) or any(
        entity.quantity is not None and (entity.quantity.best or entity.quantity.low or 0) > 1
        for entity in draft.people()
    )


def _of_a_row(draft: Draft) -> bool:
    """Is it one of a row, or what one of a row did ("the third attack on the town this month killed two")?"""
    told = draft.found.chunk if draft.found.pos == "noun" else draft.filled.cause
    return told >= 0 and is_ranked(draft.context.parsed.chunks[told], draft.context)


def _hundreds(draft: Draft) -> bool:
    return any(
        entity.quantity is not None and entity.quantity.rule == "vague" and (entity.quantity.low or 0) >= _MANY
        for entity in draft.people()
    )


def _thousands(draft: Draft) -> bool:
    """Does it count more dead, more arrests or more bombs than one deed of its kind is answerable for?"""
    most = {"devices": 50}
    if draft.event_type.absorbed:
        most["killed"] = 1000
    if draft.time is None:
        most["arrested"] = 500
    guns = [entity.quantity for entity in draft.people() if entity.cls == "weapon" and entity.quantity is not None]
    return any((f.best or f.low or 0) >= most[f.field] for f in draft.figures if f.field in most) or (
        draft.time is None and any((quantity.best or quantity.low or 0) >= _ARSENAL for quantity in guns)
    )


_ARSENAL = 500
"""So many weapons nobody seizes in one place on no day."""


def _is_compared(draft: Draft) -> bool:
    """Is its number compared with another one ("561 people were killed, compared with 660 the year before")?"""
    if not (draft.figures or draft.number):
        return False
    told = " ".join(word.lower for word in draft.context.words)
    return any(f" {words} " in told for words in draft.context.lexicon.words("comparing"))


def _is_rate(expression: TimeExpression, draft: Draft) -> bool:
    """Does its clause tell how often it happens ("four people are kidnapped every day")?"""
    clause = draft.clause
    if expression.type != "SET" or clause is None or draft.found.pos != "verb":
        return False
    chunks, words = draft.context.parsed.chunks, draft.context.words
    last = words[chunks[min(clause.after, len(chunks)) - 1].last - 1]
    return words[chunks[clause.before].first].start <= expression.start < last.end


def _of_a_war(draft: Draft) -> bool:
    """Is it a war that killed them, or in which they were killed ("the conflict has left 70,000 dead")?"""
    clause, context = draft.clause, draft.context
    if clause is None or not draft.event_type.absorbed:
        return False
    inside = context.lexicon.words("in_event")
    told = [*clause.subject, *(index for prep, nominal in clause.preps if prep in inside for index in nominal)]
    return any(
        context.words[context.parsed.chunks[index].head].lemma in context.lexicon.words("wars") for index in told
    )


def _since_then(draft: Draft) -> bool:
    """Has it added up since something else ("since it was founded in 1985, some 900 members have been murdered")?"""
    parsed, since, clause = draft.context.parsed, draft.context.lexicon.words("since"), draft.clause
    if clause is None or draft.found.pos != "verb" or not parsed.chunks[clause.verb].perfect:
        return False
    return any(other.link in since and other.verb != clause.verb for other in parsed.clauses)


def _is_period(expression: TimeExpression, context: Context) -> bool:
    """Is it a stretch of time that things add up over ("in 48 hours", "since 2021", "in recent years")?"""
    lexicon = context.lexicon
    first = next((at for at, word in enumerate(context.words) if word.start >= expression.start), 0)
    if compares(first, context):
        return False
    text = expression.text.lower()
    if is_since(expression, context) or spans_months(expression):
        return True
    if expression.type == "DURATION":
        lead = " ".join(word.lower for word in context.words[max(first - 3, 0) : first])
        return any(f" {lead}".endswith(f" {word}") or text.startswith(f"{word} ") for word in lexicon.words("within"))
    return any(word in text.split() for word in lexicon.words("period_units")) and any(
        word in text.split() for word in lexicon.words("period_words")
    )


def _is_short(expression: TimeExpression, lexicon: Lexicon) -> bool:
    return not over_a_week(expression) and any(
        word.strip(",.") in lexicon.words("short_units") for word in expression.text.lower().split()
    )


def tie_parts(clusters: Sequence[Cluster]) -> None:
    """What is told in the article of a total's family is part of it, but for other totals: those only by its words."""
    told = [cluster for cluster in clusters if cluster.drafts]
    for total in told:
        lead = next((draft for draft in total.drafts if _counts(draft)), None)
        if lead is None or not total.drafts[0].is_total or total.drafts[0].over_long:
            continue
        for cluster in told:
            first, family = cluster.drafts[0], cluster.foremost.event_type.family
            if cluster is total or cluster.part_of is not None or family != lead.event_type.family:
                continue
            if first.stance.factuality in {"happened", "ongoing"} and not first.is_total:
                cluster.part_of = total.number


def _counts(total: Draft) -> bool:
    """Does its own noun count it, or what a row is said to be made of ("a series of blasts, including two bombs")?"""
    counted = [total.number, *(total.figures if total.series >= 0 else ())]
    return any(figure is not None and figure.field == "devices" and figure.known for figure in counted)
