"""Abbreviations of English and Spanish news, by what their dot means. Small letters, without the dot."""

from typing import Final

from importers.language.words import words

_BEFORE_NAMES: Final = words(
    "mr mrs ms mx messrs dr drs prof rev fr sr sra sras srta srtas dra dña mons pbro hno hna",
    "gen col lt maj capt cmdr cdr adm cpl sgt pvt brig insp supt det ofc cpt comdr",
    "gral grl cnel crnl tte tcnel tnte tcrnl sgto sgtos cmdte cap alm valm calm subof",
    "ariz calif colo conn fla mich minn okla tenn",
    "gov sen rep pres atty amb del dist supt asst ing lic lcdo lcda licdo licda arq abg ab econ",
    "st ste sto sta ft mt av avda ave blvd pte vda brgy",
)
_WITHIN: Final = words("vs approx ca cf dept dpto depto univ assn intl natl govt fed est prov ud uds vd vds aprox núm")
_AFTER: Final = words("jr sr inc corp ltd llc co cos bros cía cia ltda hnos etc esq phd")

ABBREVIATIONS: Final = _BEFORE_NAMES | _WITHIN | _AFTER
"""Their dot belongs to them wherever they stand."""

BEFORE_NUMBERS: Final = words("no nos nro nros núm núms num nums art arts pág págs pag p pp vol fig sec cap tel km")
"""Abbreviations only before a number: "No. 4" is one, "he said no." is not."""

UNITS_AND_MONTHS: Final = words(
    "ala ark del ill ind kan ky la mass md miss mo mont neb nev ore pa tex va wash wis wyo ga",
    "jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic set",
    "mon tue tues wed thu thur thurs fri sat sun lun mié mie jue vie sáb sab dom",
    "km kms kg kgs lb lbs cm mm hrs hr min mins sec secs hab mill",
)
"""Abbreviations where a number, a comma or a small letter follows; of states, too ("Salem, Ore., police")."""

STATES: Final = words("n.y. n.j. n.h. n.m. n.c. n.d. s.c. s.d. r.i. d.c. b.c.")
"""Initials of states, behind which a comma stands unless they close the sentence ("in Salem, N.J. Paz had come")."""

MAY_END: Final = (
    _AFTER | STATES | words("u.s. u.k. u.n. e.u. u.s.a. a.m. p.m. ee.uu. ee.uu s.a. c.a. d.f. n.w. n.e. s.w. s.e. dept")
)
"""Abbreviations that may close a sentence; they do where a word of STARTERS follows with a capital."""

STARTERS: Final = words(
    "the a an in on at he she it they we i but and this that these those there according after before meanwhile",
    "however his her their its as when while if for by from with one two also since police officials authorities",
    "el la los las un una unos unas en según pero este esta estos estas eso ese esa lo su sus tras al por para",
    "también mientras además cuando desde así el",
)
