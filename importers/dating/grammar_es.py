"""The Spanish grammar of time, level by level (see ``cascade``)."""

from typing import Final

from importers.dating import builders as b
from importers.dating import fields as f
from importers.dating import ranges as g
from importers.dating import relative as r
from importers.dating.cascade import Build, Rule, rule

_MACROS: Final = {
    "CARD": "COUNT|NUMWORD|DAYNUM|NUM",
    "ANYUNIT": "UNIT|UNITS|TUNIT|TUNITS|QUARTER|QUARTERS|HALFWORD|PARTS|PART|WEEKEND|WEEKENDS",
    "PLURAL": "UNITS|TUNITS|QUARTERS|WEEKENDS",
    "NAMEDUNIT": "UNIT|WEEKEND|QUARTER|HALFWORD",
    "ART": "THE|THES",
    "MON": "MONTH DOT?",
    "YEAR": "YEARNUM|APOSTROPHE (DAYNUM|NUM)",
    "WD": "WEEKDAY DOT? COMMA?",
    "PRE": "LAST|NEXT|THIS|FOLLOWING|THAT|SAME|CURRENT|PAST",
    "POST": "LAST|NEXT|FOLLOWING|CURRENT|SAME",
    "ROUGH": "ABOUT|MORETHAN|LESSTHAN",
    "FIG": "HYPHEN|SLASH|DOT",
    "INTO": "COMMA|OF|HYPHEN|SLASH|OF UNIT|IN|OF THE",
    "LINK": "TO|UNTIL|HYPHEN|DASH|ON|AND",
    "POINT": "WEEKDAY|MONTH|SEASON|HOLIDAY",
}  # fmt: skip


def _level(*rows: tuple[str, str, str, Build]) -> tuple[Rule, ...]:
    return tuple(rule(name, makes, pattern, build, _MACROS) for name, makes, pattern, build in rows)


_WORDS = _level(
    ("tomorrow", "DEICTIC", "(?<!THE|THIS|THAT|A|SAME|NEXT|LAST|EACH|NUMWORD|FOLLOWING|AT) (?P<p>PART) (?!OF (THE|WEEKDAY|OTHER|MONTH))", r.tomorrow),
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=DOT? (OF|COMMA|HYPHEN|SLASH)? (YEARNUM|DAYNUM))", b.retag),
    ("month", "MONTH", "DAYNUM (OF|SLASH|HYPHEN)? (?P<p>MAYBEMONTH)", b.retag),
    ("weekday", "WEEKDAY", "(?P<p>MAYBEDAY) (?=DOT? COMMA? (DAYNUM|CLOCK))", b.retag),
    ("year-words", "YEARNUM", "(NUMWORD)? SCALE NUMWORD+ (AND NUMWORD)?", b.spoken_year),
    ("year-words", "YEARNUM", "(OF|IN|UNIT|UNITS) (?P<p>NUMWORD SCALE) (?!OTHER|PLURAL)", b.spoken_year),
    ("number-words", "COUNT", "NUMWORD AND NUMWORD", b.number),
    ("number-words", "COUNT", "SCALE|(DAYNUM|NUM) SCALE", b.number),
)  # fmt: skip

_ATOMS = _level(
    ("age", "OTHER", "OF (CARD) UNITS OF OTHER", b.nothing),
    ("quantity", "QTY", "(CARD|A) ((TO|OR|HYPHEN|AND) (CARD))? MORE? (ANYUNIT) (AND HALF)?", b.amount),
    ("quantity", "QTY", "FEW MORE? (ANYUNIT)|HALF (TUNIT|UNIT)", b.amount),
    ("quantity", "QTY", "(CARD|A) (ANYUNIT) (AND|COMMA)? (CARD) (ANYUNIT)", b.amount),
    ("bare-quantity", "QTY", "(FOR|WITHIN|AGO) (?P<p>PLURAL)", b.amount),
    ("bare-quantity", "QTY", "(?P<p>PLURAL) (?=(BEFORE|AFTER|LATER))", b.amount),
    ("clock", "TIME", "(AT|ART)? CLOCK AMPM? (TUNITS)? ((OF|BY) THE PART)?", b.clock),
    ("clock", "TIME", "AT (DAYNUM|COUNT|NUMWORD) (AND (CARD|HALF))? (AMPM|((OF|BY|IN) THE PART))?", b.clock),
    ("clock", "TIME", "(DAYNUM|COUNT|NUMWORD) (AMPM|OF THE PART)", b.clock),
    ("clock", "TIME", "(THE|ON|AT)? NOON", b.clock),
    ("date", "DATE", "(WD)? (ART|ON)? (UNIT)? (DAYNUM|ORDINAL|COUNT|NUMWORD) DOT? (OF|HYPHEN|SLASH|THE|OF UNIT OF|OF THE UNIT OF)? MON ((INTO)? YEAR|NUM)?", b.day_month),
    ("date", "DATE", "MON (HYPHEN|SLASH|THE)? (DAYNUM|ORDINAL) ((COMMA|OF|HYPHEN|SLASH)? YEARNUM)?", b.calendar_form),
    ("date", "DATE", "YEARNUM (HYPHEN|SLASH) MON (HYPHEN|SLASH) DAYNUM|(MON|DAYNUM) (HYPHEN|SLASH) YEARNUM (HYPHEN|SLASH) (DAYNUM|MON)", b.calendar_form),
    ("figures", "DATE", "WD? THE? DAYNUM (FIG) DAYNUM (FIG) (YEARNUM|DAYNUM|NUM)|DAYNUM OF DAYNUM OF YEARNUM", f.numeric(month_first=False)),
    ("figures", "DATE", "WD? YEARNUM (FIG) DAYNUM (FIG) DAYNUM (QLETTER CLOCK)?", f.numeric(month_first=False)),
    ("figures", "DATE", "FULLDATE", f.eight_digits),
    ("figures", "DATE", "DAYNUM SLASH YEARNUM|YEARNUM SLASH DAYNUM", f.month_in_figures),
    ("weekday-day", "DATE", "THE? WEEKDAY COMMA? THE? (UNIT)? (DAYNUM|COUNT)", b.calendar_form),
    ("month-year", "DATE", "MON (INTO)? YEAR|YEARNUM COMMA? MONTH", b.calendar_form),
    ("month-year", "DATE", "THE? UNIT OF MON ((INTO)? YEAR)?", f.month_of),
    ("month", "DATE", "MONTH", b.calendar_form),
    ("weekday-day", "DATE", "THE? WEEKDAY THE? (UNIT)? (NUMWORD) (?=DOT|COMMA|AT|ART|$)", b.calendar_form),
    ("day", "DATE", "THE (?P<p>UNIT (DAYNUM|COUNT)) (?!OF|MONTH)", f.day_alone),
    ("weekday", "DATE", "THE? (UNIT)? WEEKDAY", r.spanish_weekday),
    ("year", "DATE", "THE? UNIT FISCAL? (OF)? YEARNUM|FISCAL YEARNUM", b.year),
    ("year", "DATE", "YEARNUM", b.year),
    ("season", "DATE", "THE? SEASON (OF|OF THE)? YEARNUM|THE SEASON", b.calendar_form),
    ("named", "DATE", "(ART)? (PRE) SAME? (POINT)|(ART)? (POINT) (POST)|(ART)? THAT SAME? (POINT)", r.named),
    ("named", "DATE", "(ART)? (LAST|NEXT) (DAYNUM|ORDINAL|COUNT) OF MON|(ART)? (DAYNUM|ORDINAL|COUNT) OF MON (LAST|NEXT)", r.named),
    ("holiday", "DATE", "(ART)? HOLIDAY (COMMA|OF)? YEARNUM|HOLIDAY", b.calendar_form),
    ("quarter", "DATE", "(ART)? (ORDINAL|LAST) (QUARTER|HALFWORD) ((INTO)? YEARNUM)?", f.quarter),
    ("quarter", "DATE", "(QUARTER|HALFWORD) DAYNUM ((INTO)? YEARNUM)?", f.quarter),
    ("quarter", "DATE", "(YEARNUM HYPHEN?)? QLETTER DAYNUM|QLETTER DAYNUM HYPHEN? (OF)? YEARNUM", f.quarter_code),
    ("half", "DATE", "(ART)? ORDINAL (MIDDLEOF|HALF) OF (YEARNUM)", f.half_of),
    ("decade", "DATE", "(ART)? (UNITS|UNIT) (OF)? (UNITS|THES)? (YEARNUM|DAYNUM|NUM|COUNT|NUMWORD)", f.decade_in_spanish),
    ("decade", "DATE", "(THES) (DAYNUM|NUM|COUNT|NUMWORD|YEARNUM) $", f.decade_in_spanish),
    ("century", "DATE", "(ART)? UNIT (ROMAN|DAYNUM)|THE? ORDINAL UNIT", f.century),
    ("deictic", "DATE", "DEICTIC|TONIGHT", r.deictic),
    ("period", "DATE", "(ART)? (PRE)+ FISCAL? (NAMEDUNIT)|(ART)? (NAMEDUNIT) FISCAL? (POST)|THIS (NAMEDUNIT) FISCAL|(ART)? THAT SAME (NAMEDUNIT)", r.period),
    ("period", "DATE", "ON? (PRE) (UNIT)|ON UNIT FOLLOWING", r.period),
    ("day-part", "DATE", "(ART)? (THIS|THAT|THAT SAME|SAME|FOLLOWING|NEXT|LAST) (PART)|(ART)? PART (FOLLOWING|LAST|NEXT)", r.day_part),
    ("bare-period", "DATE", "THE (NAMEDUNIT) (?!SINCE|BEFORE|AFTER|DAYNUM|STARTING|OF (THE? DAYNUM|OTHER|THE OTHER|MONTH))", r.bare_period),
    ("containing", "DATE", "(ART)? UNIT OF (?P<d>THE? (DAYNUM|ORDINAL)) (?!OF|MONTH|OTHER)", r.containing_day),
    ("week", "DATE", "(ART)? UNIT (DAYNUM|NUM|COUNT|NUMWORD) ((INTO) YEARNUM)?", r.week_number),
    ("set", "SETNODE", "EACH (UNIT|MONTH|WEEKDAY|SEASON|UNITS|WEEKENDS|WEEKDAYS)", r.every),
    ("set", "SETNODE", "EACH (CARD|FEW) (ANYUNIT)", r.every_so_often),
    ("set", "SETNODE", "THES (WEEKDAYS|WEEKDAY)|SETWORD", r.every),
    ("recent", "REF", "(UNITS) RECENT|NEXT UNITS", r.recent),
    ("reference", "REF", "NOW|PASTREF|FUTUREREF", r.reference),
    ("reference", "REF", "THE VAGUE (?!OTHER)", r.vague_noun),
)  # fmt: skip

_JOINED = _level(
    ("stretch", "QTY", "SINCE AGO (ROUGH)? QTY", r.until_now),
    ("shift", "DATE", "AGO (ROUGH)? QTY|(ROUGH)? QTY (BEFORE|LATER)", r.ago),
    ("stretch", "QTY", "(ART)? (PAST|LAST|NEXT|FOLLOWING) QTY|(ART)? QTY (LAST|PAST|NEXT|FOLLOWING)|(ART)? ORDINAL QTY", r.stretch),
    ("quantity", "QTY", "(ROUGH)+ QTY", b.with_modifier),
    ("clocks", "TIME", "(FROM|BETWEEN|SINCE|OF)? TIME (LINK) (THE|THES)? TIME|(FROM|BETWEEN|SINCE|OF) (THES|AT)? (CARD|CLOCK) (LINK) (THE|THES)? TIME|(FROM|BETWEEN|SINCE|OF) TIME (LINK) (THE|THES)? (CARD)", f.clocks),
    ("nth", "DATE", "(ART)? (ORDINAL|LAST) (DATE|UNIT|WEEKEND|HALFWORD|QUARTER) (OF|IN) (ART)? DATE", r.within),
    ("nth", "DATE", "(ART)? (ORDINAL|LAST|PAST) QTY (OF|IN) (ART)? DATE", r.within),
    ("nth", "DATE", "DATE (OF|IN) (ART)? DATE", r.last_of),
    ("half-of", "DATE", "(ART)? (ORDINAL|LAST) (HALF|MIDDLEOF) (OF) (ART)? DATE", r.half_within),
    ("nth", "DATE", "THE? (ORDINAL|DAYNUM) (UNIT)? OF (ART)? (DATE)", r.day_of),
    ("containing", "DATE", "(ART)? (UNIT|WEEKEND) (OF|OF THE|SINCE|STARTING) THE? DATE", r.containing),
    ("part-of-day", "DATE", "DATE COMMA? (IN|BY|ON|AT) THE? (PART|NOON)|DATE TIME|DATE COMMA TIME|DATE (IN|BY|ON) THE TIME", r.joined),
    ("part-of-day", "DATE", "(THE|THIS)? (PART) (OF|OF THE)? DATE|TIME COMMA? (OF|OF THE|THE)? DATE", r.joined),
    ("year-of", "DATE", "DATE (COMMA|OF|IN|OF THE|HYPHEN)? (ART)? DATE", r.year_of),
)  # fmt: skip

_PHRASES = _level(
    ("name", "OTHER", "NAMED (OF)? (?P<p>(THE)? DATE)", r.in_a_name),
    ("modified", "DATE", "(ON|TO|IN)? (ART)? (EARLY|LATE|MID) (OF|IN|ON)? (ART)? DATE|EARLY ON DATE", r.modified),
    ("modified", "DATE", "(ON|TO)? (ART)? (ENDOF|STARTOF|MIDDLEOF) (OF)? (ART)? (DATE)", r.modified),
    ("modified", "DATE", "(ON|TO|IN)? (ART)? (EARLY|LATE|MID|ENDOF|STARTOF) OF (UNIT)", r.modified_unit),
    ("modified", "DATE", "ABOUT DATE", r.about),
    ("part-of-day", "DATE", "TIME (ON|COMMA|OF)? DATE|DATE COMMA? (FROM|BETWEEN|AT)? TIME", r.joined),
    ("year-of", "DATE", "DATE (COMMA|OF|IN)? (ART)? DATE", r.year_of),
    ("shift-from", "DATE", "(QTY|THE UNIT) (BEFORE|AFTER|SINCE) (ART)? DATE", r.shifted_from),
    ("day-beside", "DATE", "THE? EVE", r.eve),
)  # fmt: skip

_RANGES = _level(
    ("range", "SPAN", "(SINCE|BETWEEN|OF|FROM) (ART)? (?P<a>DATE) (LINK) (ART)? (?P<b>DATE)", g.between),
    ("range", "SPAN", "(?P<a>DATE) (HYPHEN|DASH|UNTIL) (ART)? (?P<b>DATE)", g.between),
    ("range", "SPAN", "(?P<a>DATE) (TO|ON) (ART)? (?P<b>DATE)", g.alike),
    ("range", "SPAN", "(SINCE|BETWEEN|OF|FROM)? (ART)? (?P<a>DAYNUM|ORDINAL) (LINK) (ART)? (?P<b>DAYNUM|ORDINAL) OF? (ART)? (?P<m>DATE)", g.days_within),
    ("range", "SPAN", "(SINCE|BETWEEN|OF|FROM)? (ART)? (UNIT)? (?P<a>DAYNUM|ORDINAL|COUNT|NUMWORD) (LINK) (ART)? (?P<b>DATE)", g.days),
    ("range", "SPAN", "(SINCE|BETWEEN|OF|FROM)? (ART)? (?P<a>DATE) (LINK) (ART)? (?P<b>DAYNUM|ORDINAL)", g.days),
)  # fmt: skip

_OUTER = _level(
    ("range", "SPAN", "DATE COMMA? SPAN|SPAN (OF|COMMA)? (ART)? DATE", g.in_week),
)  # fmt: skip

LEVELS: Final = (_WORDS, _ATOMS, _JOINED, _PHRASES, _RANGES, _OUTER)
