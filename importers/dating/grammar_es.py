"""The Spanish grammar of time, level by level (see ``cascade``)."""

from typing import Final

from importers.dating import builders as b
from importers.dating import ranges as g
from importers.dating import relative as r
from importers.dating.cascade import Build, Rule, rule

_MACROS: Final = {
    "CARD": "COUNT|NUMWORD|DAYNUM|NUM",
    "ANYUNIT": "UNIT|UNITS|TUNIT|TUNITS|PARTS|WEEKEND",
    "MON": "MONTH DOT?",
    "YEAR": "YEARNUM|APOSTROPHE (DAYNUM|NUM)",
    "WD": "WEEKDAY DOT? COMMA?",
    "DAY": "(THE)? (UNIT)? (DAYNUM|ORDINAL)",
    "PRE": "LAST|NEXT|THIS|FOLLOWING|THAT|SAME|CURRENT|PAST",
    "POST": "LAST|NEXT|FOLLOWING|CURRENT",
    "ROUGH": "ABOUT|MORETHAN|LESSTHAN",
    "CONN": "OF|THE|COMMA|HYPHEN|SLASH",
}  # fmt: skip


def _level(*rows: tuple[str, str, str, Build]) -> tuple[Rule, ...]:
    return tuple(rule(name, makes, pattern, build, _MACROS) for name, makes, pattern, build in rows)


_WORDS = _level(
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=DOT? (OF|COMMA|HYPHEN|SLASH)? (YEARNUM|DAYNUM))", b.retag),
    ("month", "MONTH", "DAYNUM (OF|SLASH|HYPHEN)? (?P<p>MAYBEMONTH)", b.retag),
    ("weekday", "WEEKDAY", "(?P<p>MAYBEDAY) (?=DOT? COMMA? (DAYNUM|CLOCK))", b.retag),
    ("year-words", "YEARNUM", "(NUMWORD)? SCALE NUMWORD+ (AND NUMWORD)?", b.spoken_year),
    ("year-words", "YEARNUM", "NUMWORD SCALE", b.spoken_year),
    ("number-words", "COUNT", "NUMWORD (AND NUMWORD)?|SCALE|(DAYNUM|NUM) SCALE", b.number),
)  # fmt: skip

_ATOMS = _level(
    ("quantity", "QTY", "(CARD|A) ((TO|OR|HYPHEN|AND) (CARD))? MORE? (ANYUNIT) (AND HALF)?", b.amount),
    ("quantity", "QTY", "FEW MORE? (ANYUNIT)", b.amount),
    ("clock", "TIME", "(AT|THE)? CLOCK AMPM?", b.clock),
    ("clock", "TIME", "AT (DAYNUM|COUNT|NUMWORD) (AMPM|((OF|BY) THE PART))?", b.clock),
    ("clock", "TIME", "(DAYNUM|COUNT) AMPM", b.clock),
    ("date", "DATE", "(WD)? (THE)? (UNIT)? (DAYNUM|ORDINAL|COUNT) (CONN)? (OF)? MON ((OF|THE|COMMA|HYPHEN|SLASH|OF UNIT)? YEAR|NUM)?", b.calendar_form),
    ("date", "DATE", "MON (HYPHEN|SLASH|THE)? (DAYNUM|ORDINAL) ((COMMA|OF|HYPHEN|SLASH)? YEARNUM)?", b.calendar_form),
    ("weekday-day", "DATE", "WEEKDAY COMMA? THE? (UNIT)? (DAYNUM)", b.calendar_form),
    ("month-year", "DATE", "MON (COMMA|OF|HYPHEN|SLASH|OF UNIT)? YEAR", b.calendar_form),
    ("month", "DATE", "MONTH", b.calendar_form),
    ("weekday", "DATE", "WEEKDAY", b.calendar_form),
    ("year", "DATE", "(THE? UNIT FISCAL? (OF)?)? YEARNUM", b.calendar_form),
    ("season", "DATE", "THE? SEASON (OF)? YEARNUM|THE SEASON", b.calendar_form),
    ("named", "DATE", "THE? (PRE) (WEEKDAY|MONTH|SEASON|HOLIDAY)|THE? (WEEKDAY|MONTH|SEASON|HOLIDAY) (POST)", r.named),
    ("holiday", "DATE", "HOLIDAY (COMMA|OF)? YEARNUM|HOLIDAY", b.calendar_form),
    ("deictic", "DATE", "DEICTIC|TONIGHT", r.deictic),
    ("period", "DATE", "THE? (PRE)+ FISCAL? (UNIT|WEEKEND)|THE? (UNIT|WEEKEND) FISCAL? (POST)", r.period),
    ("day-part", "DATE", "(THIS|THAT|SAME) (PART)", r.day_part),
    ("bare-period", "DATE", "THE (UNIT|WEEKEND)", r.bare_period),
    ("set", "SETNODE", "EACH (UNIT|MONTH|WEEKDAY|SEASON|UNITS)", r.every),
    ("set", "SETNODE", "EACH WEEKDAYS|THE WEEKDAYS|SETWORD", r.every),
    ("reference", "REF", "NOW|PASTREF|FUTUREREF", r.reference),
)  # fmt: skip

_PHRASES = _level(
    ("shift", "DATE", "AGO (ROUGH)? QTY|QTY (BEFORE|LATER)", r.ago),
    ("stretch", "QTY", "THE? (PAST|LAST|NEXT|FOLLOWING) QTY|THE? QTY (LAST|PAST|NEXT)", r.stretch),
    ("quantity", "QTY", "(ROUGH)+ QTY", b.with_modifier),
    ("part-of-day", "DATE", "DATE (IN|BY|OF|ON)? THE (PART)", r.joined),
    ("part-of-day", "DATE", "DATE COMMA? TIME|TIME (OF)? (THE)? DATE", r.joined),
    ("modified", "DATE", "(EARLY|LATE|MID) THE? DATE|ABOUT DATE", r.modified),
    ("modified", "DATE", "THE? (ENDOF|STARTOF) OF THE? DATE", r.modified),
    ("year-of", "DATE", "DATE (COMMA|OF)? THE? DATE", r.year_of),
    ("shift-from", "DATE", "QTY (BEFORE|AFTER) THE? DATE", r.shifted_from),
)  # fmt: skip

_RANGES = _level(
    ("range", "SPAN", "(SINCE|BETWEEN|OF) THE? (?P<a>DATE) (UNTIL|TO|AND|ON) THE? (?P<b>DATE)", g.between),
    ("range", "SPAN", "(?P<a>DATE) (HYPHEN|DASH|UNTIL) THE? (?P<b>DATE)", g.between),
)

LEVELS: Final = (_WORDS, _ATOMS, _PHRASES, _RANGES)
