"""What makes it impossible that two mentions are one event: what cannot be true of one.

Dates, places or kinds that do not fit, others who were hurt, a total against one incident, figures too far apart.
"""

from typing import Final

from importers.linking.compatible import FATAL, SELDOM, TAKEN, UNCOUNTED, compatible
from importers.linking.figures import COUNTED, TOLLS, compare
from importers.linking.mentions import SAME_WORDS, Mention, expected, fits, shared_town
from importers.linking.spans import Days, agree

_OTHER_CRISIS: Final = 60
"""Days between an event and an article's publication from which an undated mention needs a name or the like."""
_SLIP: Final = 2
"""Days by which sources may differ on one event ("late on Wednesday", "on Thursday")."""
LARGE: Final = 10
"""A number from which that two articles share it is no chance."""
_WEEK, _MONTH = 7, 31


def exclusion(a: Mention, b: Mention) -> str:
    """Say what makes it impossible that two mentions are one event; "" if nothing does."""
    if a.is_total != b.is_total and a.sub_event_type not in UNCOUNTED and not (_same_sum(a, b) or _one_fate(a, b)):
        return "one is a total over several events, the other a single one"
    if not compatible(a.sub_event_type, b.sub_event_type):
        return f"{a.sub_event_type} against {b.sub_event_type}"
    return (
        _dates_exclude(a, b)
        or _towns_exclude(a, b)
        or _figures_exclude(a, b)
        or _crises_exclude(a, b)
        or _deaths_exclude(a, b)
    )


def _same_sum(a: Mention, b: Mention) -> bool:
    """Say whether both count the same large number: "57 freed in six prisons" is no more a total than "57 freed"."""
    return any(how == "equal" and (one.best or 0) >= LARGE for _, how, one, _ in compare(a.figures, b.figures))


def _dates_exclude(a: Mention, b: Mention) -> str:
    allowed = _OTHER_CRISIS if _one_death(a, b) else _SLIP
    if a.days and b.days:
        gap = a.days.gap(b.days)
        if gap and other_force(a, b) and not agree(a.when, b.when):
            return f"{gap} days apart, and others were hurt"
        return f"{gap} days apart" if gap > allowed else ""
    for dated, undated in ((a, b), (b, a)):
        if dated.days and not undated.days and undated.published and dated.days.first and undated.published.last:
            late = (dated.days.first - undated.published.last).days
            if late > allowed and not expected(undated):
                return "after the other article was published"
    return ""


def other_force(a: Mention, b: Mention) -> bool:
    """Say whether it befell soldiers in the one and policemen, or the like, in the other."""
    return bool(a.hurt and b.hurt) and a.hurt.isdisjoint(b.hurt)


def _one_death(a: Mention, b: Mention) -> bool:
    """Say whether both tell of the death of one and the same named person: it has one day, whatever reports say."""
    return {a.sub_event_type, b.sub_event_type} <= FATAL and same_dead(a, b) > 1


def _crises_exclude(a: Mention, b: Mention) -> str:
    """Say whether months lie between two articles, of which at least one gives no date, and nothing names the deed."""
    deaths = {a.sub_event_type, b.sub_event_type} <= FATAL
    if (a.days and b.days) or (deaths and not (a.deceased and b.deceased)):
        return ""  # two deaths are one by the victim's name alone, which a third article may give
    gap = distance(a.days or a.published, b.days or b.published)
    if gap is None or gap <= _OTHER_CRISIS or same_dead(a, b) > 1:
        return ""
    return "" if _same_sum(a, b) and shared_town(a, b) else f"{gap} days between the articles"


def _deaths_exclude(a: Mention, b: Mention) -> str:
    """Say whether both tell of one death, each of another person, both by their full names."""
    alone = all("killed" not in x.figures or x.figures["killed"].estimate.best == 1 for x in (a, b))
    fatal = {a.sub_event_type, b.sub_event_type} <= FATAL | {"attack", "assassination_attempt"}
    named = min(len(a.deceased), len(b.deceased)) > 1
    if fatal and alone and named and len(a.deceased & b.deceased) < 2 and not same_dead(a, b):
        return f"{' '.join(sorted(a.deceased))} against {' '.join(sorted(b.deceased))}"
    return ""


def _towns_exclude(a: Mention, b: Mention) -> str:
    """Say which places exclude each other.

    Within one country they do not where something else settles it: one death, one who was taken, or, of kinds told
    seldom, one and the same large number ("57 guards held", in six prisons of which one article names this one and
    another that).
    """
    if _one_fate(a, b):
        strayed = not (a.placed and b.placed)
        return "" if strayed or a.place.country == b.place.country else _places_exclude(a, b)
    settled = a.sub_event_type == b.sub_event_type in SELDOM and _same_sum(a, b)
    return "" if settled and a.place.country == b.place.country else _places_exclude(a, b)


def _one_fate(a: Mention, b: Mention) -> bool:
    """Say whether both tell of what befell one named person once: a death, a capture, or an attack of one day."""
    kinds = {a.sub_event_type, b.sub_event_type}
    if _one_death(a, b):
        return True
    if kinds <= TAKEN:
        return len(a.deceased & b.deceased) > 1
    return kinds <= FATAL | {"attack", "assassination_attempt"} and same_dead(a, b) > 1 and _one_day(a, b)


def _places_exclude(a: Mention, b: Mention) -> str:
    one, other = a.place, b.place
    if fits(one, other) or shared_town(a, b):
        return ""
    return " against ".join(place.location or place.admin1 or place.country_name for place in (one, other))


def _figures_exclude(a: Mention, b: Mention) -> str:
    for field, how, one, other in compare(a.figures, b.figures):
        if how != "conflict" or field in COUNTED:
            continue
        one_place = shared_town(a, b) or len(a.site & b.site) >= SAME_WORDS or not a.described.isdisjoint(b.described)
        if field in TOLLS and ((one_place and _one_day(a, b)) or _one_fate(a, b)):
            continue  # a toll that rises, or a quarrel over it, or one of several who is told of alone
        return f"{number(one.best, one.low)} {field} against {number(other.best, other.low)}"
    return ""


def number(best: int | None, low: int | None) -> str:
    """Spell a figure for people: its best value, or its least."""
    return str(best if best is not None else low)


def _one_day(a: Mention, b: Mention) -> bool:
    if not (a.days and b.days):
        return False
    return a.days.gap(b.days) <= 1 and max(a.days.length or 99, b.days.length or 99) <= _WEEK


def distance(a: Days | None, b: Days | None) -> int | None:
    """Days between two times; None where one is not known well enough to say."""
    if a is None or b is None or None in a or None in b or max(a.length or 0, b.length or 0) > 2 * _MONTH:
        return None
    return a.gap(b)


def same_dead(a: Mention, b: Mention) -> int:
    """Count the words of a victim's name that both have; one word of two longer names is another of that surname.

    Where one names no victim, names in its sentence may be: then two words of a name are needed. An article that names
    other victims of both has told them apart.
    """
    if a.deceased and b.deceased and (shared := a.deceased & b.deceased):
        return len(shared) if len(shared) > 1 or min(len(a.deceased), len(b.deceased)) == 1 else 0
    if a.source == b.source and a.deceased and b.deceased:
        return 0
    if a.deceased or b.deceased:
        around = max(len(a.deceased & b.around), len(b.deceased & a.around))
    else:
        around = len(a.around & b.around)
    return around if around > 1 else 0
