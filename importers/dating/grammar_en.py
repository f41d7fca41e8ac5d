"""The English grammar of time, level by level (see ``cascade``)."""

from typing import Final

from importers.dating import builders as b
from importers.dating import fields as f
from importers.dating import ranges as g
from importers.dating import relative as r
from importers.dating.cascade import Build, Rule, rule

_MACROS: Final = {
    "CARD": "COUNT|NUMWORD|DAYNUM|NUM",
    "ANYUNIT": "UNIT|UNITS|TUNIT|TUNITS|QUARTERS|WEEKENDS|PARTS",
    "PLURAL": "UNITS|TUNITS|QUARTERS|WEEKENDS",
    "YEAR": "YEARNUM|APOSTROPHE (DAYNUM|NUM)",
    "MON": "MONTH DOT?",
    "WD": "WEEKDAY DOT? COMMA?",
    "DAY": "THE? (DAYNUM|ORDINAL)",
    "JOIN": "HYPHEN|SLASH|COMMA",
    "LINK": "TO|UNTIL|TILL|HYPHEN|DASH",
    "FIRM": "LAST|NEXT|THIS|EACH|SINCE|UNTIL|TILL|BY|DURING|EARLY|LATE|MID HYPHEN?|(ENDOF|STARTOF|MIDDLEOF) OF|COMING|FROM|BETWEEN|OF",
    "DET": "LAST|PAST|THIS|NEXT|COMING|CURRENT|THIS COMING|THIS PAST|FOLLOWING|SAME|THAT|THAT SAME",
    "ROUGH": "ABOUT|MORETHAN|LESSTHAN",
    "FIG": "HYPHEN|SLASH|DOT",
    "POINT": "WEEKDAY|MONTH|SEASON|HOLIDAY",
}  # fmt: skip


def _level(*rows: tuple[str, str, str, Build]) -> tuple[Rule, ...]:
    return tuple(rule(name, makes, pattern, build, _MACROS) for name, makes, pattern, build in rows)


_WORDS = _level(
    ("month", "MONTH", "IN (THE)? (?P<p>MAYBEMONTH)", b.retag),
    ("month", "MONTH", "(FIRM) (?P<p>MAYBEMONTH)", f.strict_month),
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=DOT? (JOIN)? (THE)? (DAYNUM|ORDINAL|YEARNUM|NUM|NUMWORD) (?!AMPM))", f.strict_month),
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=DOT? (DAYNUM|ORDINAL|YEARNUM))", b.retag),
    ("month", "MONTH", "(DAYNUM|ORDINAL|ORDINAL OF|DAYNUM OF|DAYNUM SLASH|DAYNUM HYPHEN|MONTH (AND|OR|TO|HYPHEN|TILL|COMMA)|YEARNUM (HYPHEN|SLASH)) (?P<p>MAYBEMONTH)", b.retag),
    ("month", "MONTH", "(?P<p>MAYBEMONTH) (?=(AND|OR|TO|HYPHEN|TILL|THIS|LAST|NEXT) (MONTH|UNIT))", f.strict_month),
    ("weekday", "WEEKDAY", "(ON|LAST|NEXT|THIS|EACH) (?P<p>MAYBEDAY)", b.retag),
    ("weekday", "WEEKDAY", "(?P<p>MAYBEDAY) (?=DOT? COMMA? (MONTH|MAYBEMONTH|DAYNUM|ORDINAL|CLOCK))", b.retag),
    ("season", "SEASON", "(THIS|LAST|NEXT|IN THE|IN|EARLY|LATE|MID HYPHEN?|SINCE|EACH|COMING|PAST|FOLLOWING|THAT) (?P<p>MAYBESEASON)", b.retag),
    ("season", "SEASON", "(?P<p>MAYBESEASON) (?=(OF|IN)? YEARNUM|OF (LAST|NEXT|THIS))", b.retag),
    ("year-words", "YEARNUM", "NUMWORD (HYPHEN? NUMWORD)+", b.spoken_year),
    ("year-words", "YEARNUM", "(UNIT|MONTH|ORDINAL|DAYNUM|IN|SINCE|COMMA|AND|OF) (?P<p>NUMWORD SCALE (AND? NUMWORD (HYPHEN? NUMWORD)?)?) (?!OTHER|PLURAL|SCALE)", b.spoken_year),
    ("year-words", "YEARNUM", "MONTH NUMWORD HYPHEN? NUMWORD COMMA? (?P<p>NUMWORD NUMWORD NUMWORD?)", b.spoken_year),
    ("year-words", "YEARNUM", "THE UNIT (?P<p>NUMWORD SCALE (AND? NUMWORD (HYPHEN? NUMWORD)?)?)", b.spoken_year),
    ("year-words", "YEARNUM", "NUMWORD SCALE (AND? NUMWORD SCALE)? AND NUMWORD (HYPHEN? NUMWORD)? (?!OTHER|PLURAL|SCALE)", b.spoken_year),
    ("ordinal-words", "ORDINAL", "NUMWORD HYPHEN? ORDINAL", b.ordinal),
    ("fraction", "COUNT", "(DAYNUM|NUM) HYPHEN? DAYNUM SLASH DAYNUM", b.fraction),
    ("number-words", "COUNT", "NUMWORD (HYPHEN? NUMWORD)? (SCALE (AND? NUMWORD (HYPHEN? NUMWORD)?)?)*", b.number),
    ("number-words", "COUNT", "(A|DAYNUM|NUM) SCALE", b.number),
)  # fmt: skip

_ATOMS = _level(
    ("age", "OTHER", "(CARD|COUNT) HYPHEN? (UNIT|UNITS) HYPHEN? OLD", b.nothing),
    ("rate", "OTHER", "(NUM|DAYNUM|YEARNUM|COUNT|SCALE|UNITS|TUNITS|MONEY) (?P<p>A (UNIT|TUNIT)) (?!AGO|EARLIER|LATER|AFTER|BEFORE)", b.nothing),
    ("quantity", "QTY", "(CARD) AND A? HALF (ANYUNIT)|A (UNIT|TUNIT) AND A HALF", b.amount),
    ("quantity", "QTY", "A? FEW (MORE)? (ANYUNIT)|FEW OF (ANYUNIT)", b.amount),
    ("quantity", "QTY", "(CARD) ((TO|OR|HYPHEN) (CARD))? (MORE|FULL|TRADING)? (ANYUNIT)", b.amount),
    ("quantity", "QTY", "(CARD) (UNITS|UNIT) (AND|COMMA)? (CARD) (UNITS|UNIT|TUNITS|TUNIT)", b.amount),
    ("quantity", "QTY", "(CARD|FEW) HYPHEN (UNIT|TUNIT|QUARTER|WEEKEND)", b.amount),
    ("quantity", "QTY", "A MORE? (UNIT|TUNIT) (?!HYPHEN (AGO|EARLIER))", b.amount),
    ("quantity", "QTY", "HALF A (UNIT|TUNIT)", b.amount),
    ("bare-quantity", "QTY", "(FOR|WITHIN|AFTER) (?P<p>PLURAL (OR PLURAL)?)", b.amount),
    ("bare-quantity", "QTY", "(?P<p>PLURAL) (?=(AGO|EARLIER|LATER|BEFORE|AFTER))", b.amount),
    ("clock", "TIME", "ABOUT? CLOCK AMPM? ZONE?", b.clock),
    ("clock", "TIME", "ABOUT? (DAYNUM|COUNT|NUMWORD) (AMPM|OCLOCK) ((IN THE PART)|(AT PART))? ZONE?", b.clock),
    ("clock", "TIME", "(DAYNUM|COUNT|NUMWORD) IN THE PART", b.clock),
    ("clock", "TIME", "ABOUT? (YEARNUM|NUM) (ZONE)", b.four_digits),
    ("clock", "TIME", "AT ABOUT? (?P<p>YEARNUM|NUM) (?!MONEY|OTHER|UNITS|ZONE)", b.four_digits),
    ("clock", "TIME", "(BEFORE|AFTER|UNTIL|BY) (?P<p>YEARNUM) (?!LINK)", b.round_time),
    ("clock", "TIME", "NOON", b.clock),
    ("day-part-alone", "TIME", "MID HYPHEN? PART", b.part_of_day),
    ("date", "DATE", "WD? MON DAYNUM (?P<half>AMPM)|WD? MON (JOIN)? DAY (?!AMPM) (COMMA? OF? YEAR|SLASH YEARNUM|HYPHEN YEARNUM|IN YEARNUM)?", b.calendar_form),
    ("date", "DATE", "WD? (THE)? (DAYNUM|ORDINAL|COUNT) DOT? (UNIT)? (OF|HYPHEN|SLASH)? MON ((COMMA|OF|IN|HYPHEN|SLASH)? YEAR|NUM)?", b.day_month),
    ("date", "DATE", "WD? MON COUNT ((COMMA|OF)? YEAR)?", b.calendar_form),
    ("date", "DATE", "WD? MON DAYNUM CLOCK YEARNUM", b.calendar_form),
    ("date", "DATE", "YEARNUM (HYPHEN|SLASH) MON (HYPHEN|SLASH) DAYNUM|YEARNUM (HYPHEN|SLASH) DAYNUM (HYPHEN|SLASH) MON|(MON|DAYNUM) (HYPHEN|SLASH) YEARNUM (HYPHEN|SLASH) (DAYNUM|MON)", b.calendar_form),
    ("figures", "DATE", "WD? DAYNUM (FIG) DAYNUM (FIG) (YEARNUM|DAYNUM|NUM)", f.numeric(month_first=True)),
    ("figures", "DATE", "WD? YEARNUM (FIG) DAYNUM (FIG) DAYNUM (TEE CLOCK)?", f.numeric(month_first=True)),
    ("figures", "DATE", "FULLDATE", f.eight_digits),
    ("figures", "DATE", "DAYNUM SLASH YEARNUM|YEARNUM SLASH DAYNUM", f.month_in_figures),
    ("weekday-day", "DATE", "WEEKDAY COMMA? THE (DAYNUM|ORDINAL) (?!OTHER|UNIT|QUARTER)|WEEKDAY ORDINAL (?!OTHER)|WEEKDAY DAYNUM (?=COMMA|BETWEEN|FROM|AT|$)", b.calendar_form),
    ("month-year", "DATE", "MON (COMMA|OF|HYPHEN|SLASH)? YEAR|YEARNUM COMMA? MONTH|MONTH OF NUM|(DAYNUM|ORDINAL) MONTH OF NUM", b.calendar_form),
    ("month", "DATE", "MONTH", b.calendar_form),
    ("weekday", "DATE", "WEEKDAY", b.calendar_form),
    ("year", "DATE", "FISCAL? UNIT? YEARNUM|THE FISCAL? UNIT YEARNUM", b.year),
    ("season", "DATE", "(THE)? SEASON (OF|IN)? YEARNUM", b.calendar_form),
    ("day", "DATE", "(ON|FOR) (?P<p>THE DAYNUM) (?=DOT|COMMA|FROM|BETWEEN|AT|$)", f.bare_day),
    ("named", "DATE", "THE? (DET) (WEEKDAY|MONTH|SEASON|HOLIDAY)", r.named),
    ("season", "DATE", "THE (EARLY|LATE)? SEASON|IN (?P<p>SEASON)", b.calendar_form),
    ("holiday", "DATE", "HOLIDAY (COMMA|OF|IN)? YEARNUM", b.calendar_form),
    ("holiday", "DATE", "HOLIDAY", b.calendar_form),
    ("quarter", "DATE", "(THE|ITS)? FISCAL? HYPHEN? ORDINAL FISCAL? QUARTER", f.quarter),
    ("quarter", "DATE", "FISCAL? HYPHEN? ORDINAL HYPHEN (QUARTER|HALF)", f.quarter),
    ("quarter", "DATE", "(THE)? YEARNUM FISCAL? ORDINAL (QUARTER|HALF)", f.quarter),
    ("quarter", "DATE", "(YEARNUM HYPHEN?)? QLETTER DAYNUM|QLETTER DAYNUM HYPHEN? (OF)? YEARNUM", f.quarter_code),
    ("half", "DATE", "(THE)? ORDINAL HALF (?=OF (YEARNUM|LAST|THIS|NEXT|THE UNIT))", f.quarter),
    ("year-beside", "DATE", "UNIT HYPHEN (AGO|EARLIER)", r.year_beside),
    ("year-beside", "DATE", "(THE (OTHER)?)? UNIT HYPHEN (AGO|EARLIER) (ORDINAL)? (QUARTER|PERIOD)", r.year_beside),
    ("year-period", "DATE", "THE YEARNUM (QUARTER|PERIOD)", r.year_period),
    ("decade", "DATE", "(THE)? (EARLY|LATE|MID HYPHEN?)? (DECADENUM)", f.decade),
    ("decade", "DATE", "(THE)? (EARLY|LATE|MID HYPHEN?)? (NUMWORD|COUNT)? HYPHEN? YEARWORD", f.decade),
    ("century", "DATE", "THE? ORDINAL HYPHEN? UNIT", f.century),
    ("deictic", "DATE", "THE? DEICTIC|TONIGHT|OVERNIGHT", r.deictic),
    ("period", "DATE", "THE? (DET) FISCAL? (UNIT|QUARTER|WEEKEND)|THE LATEST FISCAL? (UNIT|WEEKEND)", r.period),
    ("day-part", "DATE", "THE? (THIS|LAST|NEXT|FOLLOWING|THAT|THAT SAME|SAME) (PART|NOON)", r.day_part),
    ("after-next", "DATE", "THE? UNIT AFTER THE? NEXT (?!WEEKDAY|MONTH|UNIT)|THE? UNIT BEFORE LAST (?!WEEKDAY|MONTH|UNIT)", r.after_next),
    ("latest", "DATE", "THE LATEST (QUARTER|PERIOD)", r.latest_period),
    ("bare-period", "DATE", "THE FULL? (UNIT|QUARTER|WEEKEND) (?!STARTING|BEFORE|AFTER|FOLLOWING|DAYNUM|OF (MONTH|THE ORDINAL|ORDINAL|DAYNUM|WEEKDAY|DEICTIC))", r.bare_period),
    ("containing", "DATE", "THE? UNIT OF (?P<d>THE ORDINAL) (?!OTHER|OF)", r.containing_day),
    ("day", "DATE", "(ON|FOR) (?P<p>THE? ORDINAL) (?!OTHER|OF|UNIT|UNITS|QUARTER|HALF|WEEKDAY|MONTH|QTY|PERIOD|WEEKEND|AND|TO|SEASON|TUNIT|HYPHEN|TILL|UNTIL|MORE|NAMED)", f.bare_day),
    ("year-end", "DATE", "(THE)? UNIT HYPHEN? ENDOF|(THE)? UNIT POSSESSIVE ENDOF", r.year_end),
    ("week", "DATE", "THE? UNIT (DAYNUM|NUM) (OF YEARNUM)?", r.week_number),
    ("set", "SETNODE", "EACH (UNIT|QUARTER|WEEKEND|MONTH|SEASON|PART|TUNIT)", r.every),
    ("set", "SETNODE", "EACH (CARD|FEW) (ANYUNIT)", r.every_so_often),
    ("set", "SETNODE", "EACH WEEKDAY (PART|PARTS)?", r.every),
    ("set", "SETNODE", "WEEKDAYS|WEEKDAY PARTS|SETWORD", r.every),
    ("recent", "REF", "RECENT (PLURAL) (AND PLURAL)?|COMING (PLURAL)|(PAST|LAST) (PLURAL)", r.recent),
    ("reference", "REF", "NOW|PASTREF|FUTUREREF (?!AFTER|AS)", r.reference),
    ("reference", "REF", "(?P<p>CURRENT) (?=OTHER)", r.present),
    ("reference", "REF", "THE NEAR? VAGUE|(?P<p>THE PAST) (?!OTHER|UNIT|UNITS|QUARTER|QUARTERS|CARD|FEW|WEEKEND|SEASON|TUNIT|TUNITS|ORDINAL|HALF|MONTH|A)", r.vague_noun),
)  # fmt: skip

_JOINED = _level(
    ("shift", "DATE", "(ROUGH)? QTY ABOUT? (AGO|EARLIER|LATER|HENCE)", r.ago),
    ("stretch", "QTY", "THE? (PAST|LAST|NEXT|COMING|FOLLOWING|LATEST) QTY|THE? ORDINAL QTY|THE QTY", r.stretch),
    ("quantity", "QTY", "(ROUGH)+ QTY|QTY ABOUT", b.with_modifier),
    ("clocks", "TIME", "(FROM|BETWEEN)? TIME (LINK|AND) TIME|(FROM|BETWEEN)? (CARD) (LINK|AND) TIME|(FROM|BETWEEN) TIME (LINK|AND) (CARD)", f.clocks),
    ("period-ending", "DATE", "(?P<p>DATE) ENDED (?P<d>DATE)", r.period_ending),
    ("year-period", "DATE", "DATE POSSESSIVE (QUARTER|PERIOD)|(THE (OTHER)?)? PERIOD DATE", r.year_period),
    ("quarter-of", "DATE", "(DATE) POSSESSIVE ORDINAL (QUARTER|HALF)", r.quarter_of),
    ("nth", "DATE", "THE? (ORDINAL|LAST) (DATE|UNIT|WEEKEND) (PART|TIME)? (OF|IN)? DATE", r.within),
    ("nth", "DATE", "THE? (ORDINAL|LAST) QTY (OF|IN) DATE", r.within),
    ("nth", "DATE", "THE? ORDINAL DATE (?!OF|IN|AFTER|BEFORE|SINCE|DATE|PART|TIME)", r.nth_this_month),
    ("nth", "DATE", "THE? (ORDINAL) UNIT? OF (DATE)", r.day_of),
    ("nth", "DATE", "DATE (OF|IN) DATE", r.last_of),
    ("half-of", "DATE", "(THE)? (ORDINAL|LAST) HALF (OF) DATE", r.half_within),
    ("containing", "DATE", "THE? (UNIT|WEEKEND) (OF|STARTING) DATE", r.containing),
    ("part-of-day", "DATE", "DATE COMMA? (IN THE)? (PART)|DATE COMMA? (IN THE|AT)? TIME", r.joined),
    ("part-of-day", "DATE", "TIME (ON|COMMA|OF)? DATE|(PART) (OF|ON) DATE|THE PART (OF|ON) DATE", r.joined),
    ("another-day", "DATE", "(?P<m>DATE) (AND|OR|COMMA) (?P<p>DAYNUM|ORDINAL) (?!OTHER|PLURAL|UNIT|MONTH|NUM|SCALE|COMMA DAYNUM)", r.another_day),
    ("year-of", "DATE", "DATE (COMMA|OF|IN)? DATE", r.year_of),
)  # fmt: skip

_PHRASES = _level(
    ("name", "OTHER", "THE? (?P<p>DATE) NAMED", r.in_a_name),
    ("modified", "DATE", "(EARLY|LATE|EARLIER|LATER|MID HYPHEN?) (ON|IN)? DATE", r.modified),
    ("modified", "DATE", "ABOUT DATE", r.about),
    ("modified", "DATE", "THE? (ENDOF|STARTOF|MIDDLEOF) OF DATE", r.modified),
    ("part-of-day", "DATE", "TIME (ON|COMMA)? DATE|DATE COMMA? (FROM|BETWEEN|AT)? TIME|DATE (PART)", r.joined),
    ("year-of", "DATE", "DATE (COMMA|OF|IN)? DATE", r.year_of),
    ("shift-from", "DATE", "(QTY|THE UNIT) (BEFORE|AFTER|FROM|FOLLOWING) DATE", r.shifted_from),
    ("day-beside", "DATE", "THE UNIT (BEFORE|AFTER) (?=DOT|COMMA|CLOSE|AND|OR|BREAK|COLON)", r.day_beside),
    ("day-beside", "DATE", "THE UNIT (BEFORE|AFTER) $", r.day_beside),
)  # fmt: skip

_RANGES = _level(
    ("range", "SPAN", "(FROM (?P<a>DATE) (LINK)|BETWEEN (?P<c>DATE) (LINK|AND)) THE? (?P<b>DATE)", g.between),
    ("range", "SPAN", "(?P<a>DATE) (HYPHEN|DASH) (?P<b>DATE)", g.between),
    ("range", "SPAN", "(?P<a>DATE) (TO|UNTIL|TILL) THE? (?P<b>DATE)", g.alike),
    ("range", "SPAN", "(FROM|BETWEEN)? THE? (?P<a>DAYNUM|ORDINAL) (LINK|AND) THE? (?P<b>DAYNUM|ORDINAL) OF? (?P<m>DATE)", g.days_within),
    ("range", "SPAN", "(FROM|BETWEEN)? (?P<a>DAY) (LINK|AND) (?P<b>DATE)", g.days),
    ("range", "SPAN", "(FROM|BETWEEN)? (?P<a>DATE) (LINK) (?P<b>DAY)", g.days),
    ("range", "SPAN", "(FROM|BETWEEN)? (?P<a>DATE) (LINK) (?P<b>DAY) COMMA? (?P<y>DATE)", g.days),
)  # fmt: skip

_OUTER = _level(
    ("range", "SPAN", "DATE COMMA? SPAN|SPAN (OF|COMMA)? DATE", g.in_week),
    ("run", "SPAN", "QTY COMMA? STARTING DATE|QTY COMMA FROM DATE", g.run),
)  # fmt: skip

LEVELS: Final = (_WORDS, _ATOMS, _JOINED, _PHRASES, _RANGES, _OUTER)
