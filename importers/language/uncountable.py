"""Numbers that count nothing: dates, years, times, ages, money, percentages, measures, numbers of things."""

from collections.abc import Sequence
from typing import Final

from importers.language.tokens import Token
from importers.language.words import words

_MONTHS: Final = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul",
    "aug sep sept oct nov dec enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre",
    "noviembre diciembre ene abr ago dic",
)
_ALSO_VERBS: Final = words("may march mar")
_WEEKDAYS: Final = words(
    "monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo"
)
MONEY_SIGNS: Final = words("$ us$ € £ ¢ s/ r$ rd$ mex$ rs cop usd eur")
_UNITS: Final = words(
    # money
    "dollar dollars dollars' cents peso pesos sol soles euro euros pound pounds colones colón quetzales lempiras",
    "lempira córdobas cordobas bolívares bolivares bolivianos sucres intis australes pesetas reais reales usd eur",
    "pesos' dólar dólares dolares centavos libras",
    # shares
    "% percent percentage pct ciento points puntos thirds third quarters quarter fifths tercios cuartos times veces",
    "fold",
    # time
    "second seconds minute minutes hour hours day days night nights week weeks month months year years decade",
    "decades century centuries a.m p.m a.m. p.m. am pm hrs hr gmt utc o'clock segundos minuto minutos hora horas",
    "día días dia dias noche noches semana semanas mes meses año años década décadas siglo siglos horas",
    # measures
    "km kms kilometer kilometers kilometre kilometres mile miles meter meters metre metres feet foot inch inches",
    "yards cm mm acres hectares hectáreas metros kilómetro kilómetros kilometros millas pies kg kgs kilo kilos",
    "kilogram kilograms gram grams grams' ton tons tonne tonnes tonelada toneladas gramos lb lbs quintals quintales",
    "liters litres litros gallons galones barrels barriles degrees grados megawatts kilowatts watts mph kph ha gb",
    "caliber calibre millimeter",
)
_MODIFYING_UNITS: Final = words("caliber calibre mm millimeter degrees")
_NUMBERED: Final = words(
    "no nos number numbers nº n° # nro núm número números article articles artículo section chapter capítulo law",
    "ley decree decreto page página pages route ruta highway carretera road km kilometer kilómetro channel canal",
    "battalion batallón detachment destacamento brigade brigada unit unidad zone zona block bloque cell cellblock",
    "pabellón flight vuelo boeing airbus sukhoi mig glock ak chapter phase fase class clase version apartment apto",
    "room local calle",
    "carrera avenida avenue transversal diagonal cadena radio resolution resolución edad age group page question",
    "pregunta figure",
)
_AGES: Final = words("aged ages edades")
_RANGE_OPENERS: Final = words("between from entre de")
_OF_DATES: Final = words("de of del the el")
_BEFORE_YEARS: Final = words(
    "in since from until of by during before after between and for the to early late mid en desde de del hasta para",
    "durante antes after entre y año year years años around circa -",
)
_LINKS: Final = words("and or to - – , y o al a &")


def is_uncountable(
    tokens: Sequence[Token], first: int, last: int, value: int, *, capitals: bool, ends_range: bool = False
) -> bool:
    """Tell whether the number at ``tokens[first:last]`` is not a count of people or things.

    ``ends_range``: it is the second number of "10-15" or "two or three".
    """
    token = tokens[first]
    before, after = _lower(tokens, first - 1), _lower(tokens, last)
    digits = token.kind == "number"
    return (
        before in MONEY_SIGNS
        or (after in _UNITS and not _describes(tokens, last, value))
        or (after == "por" and _lower(tokens, last + 1) == "ciento")
        or (after == "per" and _lower(tokens, last + 1) in {"cent", "capita"})
        or (after == "de" and _lower(tokens, last + 1) in _UNITS and value >= 10**6)
        or _measures(tokens, last)
        or (before in {"between", "entre"} and after in {"and", "y"} and _lower(tokens, last + 2) in _UNITS)
        or before in _NUMBERED
        or _lower(tokens, _before_list(tokens, first)) in _AGES
        or (digits and not ends_range and _is_code(tokens, first, last))
        or (value <= 31 and _is_day(tokens, first, last, capitals=capitals))
        or (digits and _is_year(tokens, first, last, value))
        or (digits and _is_clock(tokens, first, value))
        or _is_enumerator(tokens, first, last)
        or (digits and _is_age(tokens, first, last, value))
    )


def _lower(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _before_list(tokens: Sequence[Token], first: int) -> int:
    """Find the token before the numbers that the one at ``first`` is the next of: "ages 22, 25 and 31".

    Of a range it is the one before it: "aged between 22 and 46".
    """
    at = first - 1
    # "On July 3, seven men", "in July 1989, 20 men": no number in words, and none behind a year, is a further day.
    digits = tokens[first].kind == "number"
    while digits and at > 0 and _lower(tokens, at) in _LINKS and tokens[at - 1].kind == "number":
        if len(tokens[at - 1].text) == _YEAR:
            break
        at -= 2
    while at > 0 and _lower(tokens, at) in _RANGE_OPENERS:
        at -= 1
    return at


_YEAR: Final = 4
"""Digits of a year."""


def _describes(tokens: Sequence[Token], at: int, value: int) -> bool:
    """Tell whether a unit of time only says which are counted: "two night watchmen", "one second lieutenant"."""
    unit, following = _lower(tokens, at), _lower(tokens, at + 1)
    if unit == "second" and following.removesuffix("s") in _SECOND_IN_RANK:
        return True
    return value > 1 and unit in {"day", "night"} and following.endswith(("s", "men"))


_SECOND_IN_RANK: Final = words("lieutenant sergeant corporal officer mate")


def _measures(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a unit follows after a word of its own: "ten more days", "two or three days"."""
    word = _lower(tokens, last)
    if word in {"more", "square", "cubic", "additional", "consecutive", "other", "full", "or", "to", "-", "metric"}:
        skip = 2 if word in {"or", "to", "-"} else 1
        return _lower(tokens, last + skip) in _UNITS - _MODIFYING_UNITS
    return word in {"o", "a"} and _lower(tokens, last + 2) in _UNITS


def _is_code(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether digits are a code: 0600, 555-1234, 3/4, a phone number, a figure of a score."""
    token = tokens[first]
    if (token.text[0] == "0" and len(token.text) > 1) or len(token.text) > 13:
        return True
    glued_after = last < len(tokens) and tokens[last].start == tokens[last - 1].end
    glued_before = first > 0 and tokens[first - 1].end == token.start
    if glued_after and tokens[last].text in {"/", "°", "º", "ª", "%", "'", "′"}:
        return True
    if glued_before and tokens[first - 1].text in {"/", "#", "+", "°"}:
        return True
    # A hyphen glued on both sides parts a range only where the second number is larger.
    if glued_before and tokens[first - 1].text == "-" and first > 1 and tokens[first - 2].kind == "number":
        return True
    return (
        glued_after
        and tokens[last].text == "-"
        and last + 1 < len(tokens)
        and tokens[last + 1].kind == "number"
        and not _smaller(token.text, tokens[last + 1].text)
    )


def _smaller(low: str, high: str) -> bool:
    return low.isdecimal() and high.isdecimal() and len(high) <= 9 and len(low) <= 9 and int(low) < int(high)


def _is_day(tokens: Sequence[Token], first: int, last: int, *, capitals: bool) -> bool:
    """Tell whether a month or a weekday stands beside the number, also over other days: "2 and 4 September"."""
    at = last
    while _lower(tokens, at) in _LINKS and at + 1 < len(tokens) and tokens[at + 1].kind == "number":
        at += 2
    if _lower(tokens, at) in _OF_DATES:
        at += 1
    if _is_month(tokens, at, capitals=capitals):
        return True
    at = _before_list(tokens, first)
    if _lower(tokens, at) in _WEEKDAYS:
        # "El miércoles dos coches", "on Friday two men": a day in words is followed by its month. "On Friday 12 men".
        return tokens[first].kind == "number" and not (tokens[first].language == "en" and _are_many(tokens, last))
    return _is_month(tokens, at, capitals=capitals) and (
        tokens[first].kind == "number" or _lower(tokens, at) not in _ALSO_VERBS
    )


def _is_month(tokens: Sequence[Token], at: int, *, capitals: bool) -> bool:
    word = _lower(tokens, at)
    if word not in _MONTHS:
        return False
    if word not in _ALSO_VERBS:
        return True
    if not tokens[at].is_capital:
        return False
    # "10 MAY HAVE DIED", "10 MAY 1989": in capitals only what follows tells the verb from the month.
    return not capitals or at + 1 >= len(tokens) or tokens[at + 1].kind != "word"


def _is_year(tokens: Sequence[Token], first: int, last: int, value: int) -> bool:
    """Tell whether digits are a year ("3 Jan 90", "in 2021"), by the words beside them."""
    if value < 100 and len(tokens[first].text) == 2 and _lower(tokens, first - 1) in _MONTHS:
        return tokens[first - 2].kind == "number" if first > 1 else False
    if not 1500 <= value <= 2100 or last - first > 1 or len(tokens[first].text) != 4:
        return False
    before = _lower(tokens, first - 1)
    if before in _BEFORE_YEARS or before in _MONTHS or before == "'":
        return True
    if before in {"than", "least", "over", "about", "nearly", "almost", "some", "unos", "unas", "menos", "casi"}:
        return False
    return not _are_many(tokens, last)


def _are_many(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word in the plural stands there, by its ending."""
    word = _lower(tokens, at)
    return (word.endswith("s") and len(word) > 3) or word in {"people", "men", "women", "police"}


def _is_clock(tokens: Sequence[Token], first: int, value: int) -> bool:
    """Tell whether four digits are a time of the day: "at 1030"."""
    if len(tokens[first].text) != 4 or value >= 2400 or value % 100 >= 60:
        return False
    return _lower(tokens, first - 1) in {"at", "["}


def _is_enumerator(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the number opens an item of a list: "2. The army ...", "namely: one, ..."."""
    if first > 0 and tokens[first - 1].text not in {":", ";"}:
        return False
    return last < len(tokens) and tokens[last].text in {".", ",", ")", ":"}


def _is_age(tokens: Sequence[Token], first: int, last: int, value: int) -> bool:
    """Tell whether the number is an age in apposition: "Juan Paredes, 38, said", "a guard (24)"."""
    if value > 110 or first < 2:
        return False
    before, after = tokens[first - 1].text, tokens[last].text if last < len(tokens) else "."
    if before == "(" and after == ")":
        return True
    return before == "," and tokens[first - 2].kind == "word" and after in {",", ".", ";", ")"}
