"""The English grammar of time, level by level (see ``cascade``)."""

from typing import Final

from importers.dating import builders as b
from importers.dating import relative as r
from importers.dating.cascade import Build, Rule, rule

_MACROS: Final = {
    "CARD": "COUNT|NUMWORD|DAYNUM|NUM",
    "ANYUNIT": "UNIT|UNITS|TUNIT|TUNITS|QUARTERS|WEEKENDS|PARTS",
    "YEAR": "YEARNUM|APOSTROPHE (DAYNUM|NUM)",
    "MON": "MONTH DOT?",
    "WD": "WEEKDAY DOT? COMMA?",
    "DAY": "THE? (DAYNUM|ORDINAL)",
    "PREP": "IN|SINCE|UNTIL|TILL|BY|FROM|TO|BETWEEN|DURING|OF|AFTER|BEFORE|EARLY|LATE|MID HYPHEN?|ON|LAST|NEXT|THIS|EACH|COMING|EARLIER THIS|AND|OR|HYPHEN|DASH",
    "FIRM": "IN|SINCE|UNTIL|TILL|BY|DURING|EARLY|LATE|MID HYPHEN?|LAST|NEXT|THIS|EACH|(ENDOF|STARTOF|MIDDLEOF) OF",
    "DET": "LAST|PAST|THIS|NEXT|COMING|CURRENT|THIS COMING|THIS PAST|FOLLOWING|SAME|THAT|THAT SAME",
    "ROUGH": "ABOUT|MORETHAN|LESSTHAN",
}  # fmt: skip


def _level(*rows: tuple[str, str, str, Build]) -> tuple[Rule, ...]:
    return tuple(rule(name, makes, pattern, build, _MACROS) for name, makes, pattern, build in rows)


_WORDS = _level(
    ("month", "MONTH", "(?:FIRM) (?P<p>MAYBEMONTH)", b.retag),
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=DOT? COMMA? (DAYNUM|ORDINAL|YEARNUM|HYPHEN DAYNUM|SLASH DAYNUM|THE ORDINAL|NUM))", b.retag),
    ("month", "MONTH", "(DAYNUM|ORDINAL|ORDINAL OF|DAYNUM SLASH|DAYNUM HYPHEN|MONTH (AND|OR|TO|HYPHEN|TILL)) (?P<p>MAYBEMONTH)", b.retag),
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=(AND|OR|TO|HYPHEN|TILL|THIS|LAST|NEXT) (MONTH|UNIT))", b.retag),
    ("weekday", "WEEKDAY", "(ON|LAST|NEXT|THIS|EACH) (?P<p>MAYBEDAY)", b.retag),
    ("weekday", "WEEKDAY", "(?P<p>MAYBEDAY) (?=DOT? COMMA? (MONTH|MAYBEMONTH|DAYNUM|ORDINAL|CLOCK))", b.retag),
    ("season", "SEASON", "(THIS|LAST|NEXT|IN THE|IN|EARLY|LATE|MID HYPHEN?|SINCE|EACH|COMING|PAST|FOLLOWING|THAT) (?P<p>MAYBESEASON)", b.retag),
    ("season", "SEASON", "(?P<p>MAYBESEASON) (?=(OF|IN)? YEARNUM|OF (LAST|NEXT|THIS))", b.retag),
    ("year-words", "YEARNUM", "NUMWORD (HYPHEN? NUMWORD)+", b.spoken_year),
    ("year-words", "YEARNUM", "NUMWORD SCALE (AND? NUMWORD (HYPHEN? NUMWORD)?)?", b.spoken_year),
    ("ordinal-words", "ORDINAL", "NUMWORD HYPHEN? ORDINAL", b.ordinal),
    ("fraction", "COUNT", "(DAYNUM|NUM) HYPHEN? DAYNUM SLASH DAYNUM", b.fraction),
    ("number-words", "COUNT", "NUMWORD (HYPHEN? NUMWORD)? (SCALE (AND? NUMWORD (HYPHEN? NUMWORD)?)?)*", b.number),
    ("number-words", "COUNT", "(A|DAYNUM|NUM) SCALE", b.number),
)  # fmt: skip

_ATOMS = _level(
    ("quantity", "QTY", "(CARD) AND A HALF (ANYUNIT)|A (UNIT|TUNIT) AND A HALF", b.amount),
    ("quantity", "QTY", "A? FEW (MORE)? (ANYUNIT)|FEW OF (ANYUNIT)", b.amount),
    ("quantity", "QTY", "(CARD) ((TO|OR|HYPHEN) (CARD))? (MORE|TRADING)? (ANYUNIT)", b.amount),
    ("quantity", "QTY", "(CARD) MORE? (UNITS) (AND|COMMA)? (CARD) (UNITS|UNIT|TUNITS)", b.amount),
    ("quantity", "QTY", "(CARD|FEW) HYPHEN (UNIT|TUNIT|QUARTER|WEEKEND) (HYPHEN OLD)?", b.amount),
    ("quantity", "QTY", "A MORE? (UNIT|TUNIT)", b.amount),
    ("quantity", "QTY", "HALF A (UNIT|TUNIT)", b.amount),
    ("clock", "TIME", "ABOUT? CLOCK AMPM? (ZONE)?", b.clock),
    ("clock", "TIME", "ABOUT? (DAYNUM|COUNT|NUMWORD) (AMPM|OCLOCK) ((IN THE PART)|(AT PART))? ZONE?", b.clock),
    ("clock", "TIME", "NOON", b.clock),
    ("date", "DATE", "WD? MON (HYPHEN|SLASH|COMMA)? DAY (COMMA? OF? YEAR|SLASH YEARNUM|HYPHEN YEARNUM)?", b.calendar_form),
    ("date", "DATE", "WD? (THE)? (DAYNUM|ORDINAL) DOT? (OF|HYPHEN|SLASH)? MON ((COMMA|OF|IN|HYPHEN|SLASH)? YEAR|NUM)?", b.calendar_form),
    ("weekday-day", "DATE", "WEEKDAY COMMA? THE (DAYNUM|ORDINAL)", b.calendar_form),
    ("month-year", "DATE", "MON (COMMA|OF|HYPHEN|SLASH)? YEAR", b.calendar_form),
    ("month", "DATE", "MONTH", b.calendar_form),
    ("weekday", "DATE", "WEEKDAY", b.calendar_form),
    ("year", "DATE", "YEARNUM", b.calendar_form),
    ("season", "DATE", "(THE)? SEASON (OF|IN)? YEARNUM", b.calendar_form),
    ("named", "DATE", "THE? (DET) (WEEKDAY|MONTH|SEASON|HOLIDAY)", r.named),
    ("season", "DATE", "THE SEASON", b.calendar_form),
    ("holiday", "DATE", "HOLIDAY (COMMA|OF|IN)? YEARNUM", b.calendar_form),
    ("holiday", "DATE", "HOLIDAY", b.calendar_form),
    ("deictic", "DATE", "THE? DEICTIC|TONIGHT|OVERNIGHT", r.deictic),
    ("period", "DATE", "THE? (DET) FISCAL? (UNIT|QUARTER|WEEKEND)", r.period),
    ("day-part", "DATE", "THE? (THIS|LAST|NEXT|FOLLOWING|THAT|THAT SAME|SAME) (PART|NOON)", r.day_part),
    ("bare-period", "DATE", "THE (UNIT|QUARTER|WEEKEND)", r.bare_period),
    ("set", "SETNODE", "EACH (UNIT|QUARTER|WEEKEND|MONTH|SEASON|PART|TUNIT)", r.every),
    ("set", "SETNODE", "EACH WEEKDAY (PART|PARTS)?", r.every),
    ("set", "SETNODE", "WEEKDAYS|WEEKDAY PARTS|SETWORD", r.every),
    ("reference", "REF", "NOW|PASTREF|FUTUREREF", r.reference),
)  # fmt: skip

_PHRASES = _level(
    ("shift", "DATE", "(ROUGH)? QTY ABOUT? (AGO|EARLIER|LATER|HENCE)", r.ago),
    ("stretch", "QTY", "THE? (PAST|LAST|NEXT|COMING|FOLLOWING) QTY", r.stretch),
    ("quantity", "QTY", "(ROUGH)+ QTY|QTY ABOUT", b.with_modifier),
    ("part-of-day", "DATE", "DATE COMMA? (PART)", r.joined),
    ("part-of-day", "DATE", "(TIME) (ON|COMMA)? DATE|DATE COMMA? AT? (TIME)", r.joined),
    ("modified", "DATE", "(EARLY|LATE|EARLIER|LATER|MID HYPHEN?) (ON|IN)? DATE|ABOUT DATE", r.modified),
    ("modified", "DATE", "THE? (ENDOF|STARTOF|MIDDLEOF) OF DATE", r.modified),
    ("year-of", "DATE", "DATE (COMMA|OF|IN)? DATE", r.year_of),
    ("shift-from", "DATE", "QTY (BEFORE|AFTER|FROM) DATE", r.shifted_from),
)  # fmt: skip

_RANGES = _level(
    ("range", "SPAN", "(FROM|BETWEEN) (?P<a>DATE) (TO|UNTIL|TILL|AND|HYPHEN|DASH) (?P<b>DATE)", r.between),
    ("range", "SPAN", "(?P<a>DATE) (HYPHEN|DASH|TILL) (?P<b>DATE)", r.between),
)

LEVELS: Final = (_WORDS, _ATOMS, _PHRASES, _RANGES)
