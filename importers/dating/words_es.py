"""The Spanish words of time, by class (see ``vocabulary``). Accents are often left out in wire copy: both ways count."""

from typing import Final

from importers.dating.vocabulary import Value, build_lexicon

_ORDINALS: Final = {
    1: "primer, primero, primera, primeros, primeras, 1ro, 1er", 2: "segundo, segunda", 3: "tercer, tercero, tercera", 4: "cuarto, cuarta",
    5: "quinto, quinta", 6: "sexto, sexta", 7: "séptimo, séptima, septimo, septima", 8: "octavo, octava", 9: "noveno, novena",
    10: "décimo, décima, decimo, decima", 11: "undécimo, undécima", 12: "duodécimo, duodécima",
}  # fmt: skip

_WORDS: Final[dict[str, dict[Value, str] | str]] = {
    "NUMWORD": {
        1: "un, uno", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis", 7: "siete", 8: "ocho", 9: "nueve", 10: "diez",
        11: "once", 12: "doce", 13: "trece", 14: "catorce", 15: "quince", 16: "dieciséis, dieciseis", 17: "diecisiete",
        18: "dieciocho", 19: "diecinueve", 20: "veinte", 21: "veintiuno, veintiún, veintiun", 22: "veintidós, veintidos",
        23: "veintitrés, veintitres", 24: "veinticuatro", 25: "veinticinco", 26: "veintiséis, veintiseis", 27: "veintisiete",
        28: "veintiocho", 29: "veintinueve", 30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta",
        80: "ochenta", 90: "noventa", 200: "doscientos", 300: "trescientos", 400: "cuatrocientos", 500: "quinientos",
        600: "seiscientos", 700: "setecientos", 800: "ochocientos", 900: "novecientos",
    },
    "SCALE": {100: "cien, ciento", 1000: "mil"},
    "ORDINAL": _ORDINALS,
    "MONTH": {
        1: "enero, ene", 2: "febrero, feb", 3: "marzo", 4: "abril, abr", 5: "mayo", 6: "junio, jun", 7: "julio, jul",
        8: "agosto, ago", 9: "septiembre, setiembre, sept, sep, set", 10: "octubre, oct", 11: "noviembre, nov",
        12: "diciembre, dic",
    },
    "MAYBEMONTH": {3: "mar", 5: "may"},
    "WEEKDAY": {
        1: "lunes", 2: "martes", 3: "miércoles, miercoles", 4: "jueves", 5: "viernes", 6: "sábado, sabado", 7: "domingo",
    },
    "WEEKDAYS": {6: "sábados, sabados", 7: "domingos"},
    "MAYBEDAY": {1: "lun", 3: "mié, mie, mi", 4: "jue", 5: "vie", 6: "sáb, sab", 7: "dom"},
    "SEASON": {"SP": "primavera", "SU": "verano", "FA": "otoño", "WI": "invierno"},
    "HOLIDAY": {
        "christmas": "navidad, día de navidad, día de la navidad, navidades", "christmas eve": "nochebuena, víspera de navidad",
        "new year": "año nuevo, día de año nuevo", "new year eve": "nochevieja, fin de año, víspera de año nuevo",
        "epiphany": "día de reyes, reyes magos", "holy week": "semana santa", "good friday": "viernes santo",
        "maundy thursday": "jueves santo", "holy saturday": "sábado santo", "palm sunday": "domingo de ramos",
        "easter": "domingo de resurrección, domingo de pascua, pascua", "ash wednesday": "miércoles de ceniza",
        "carnival": "carnaval, carnavales", "may day": "día del trabajo, día del trabajador, día de los trabajadores",
        "all souls": "día de los difuntos, día de los muertos, día de difuntos", "all saints": "día de todos los santos, todos los santos",
        "women": "día de la mujer, día internacional de la mujer", "innocents": "día de los inocentes",
        "valentine": "san valentín", "pentecost": "pentecostés", "corpus": "corpus christi", "hispanic day": "día de la raza, día de la hispanidad",
        "guadalupe": "día de la virgen de guadalupe", "halloween": "halloween, noche de brujas", "mother": "día de la madre",
        "father": "día del padre", "thanksgiving": "día de acción de gracias, acción de gracias",
    },
    "PART": {"MO": "mañana, madrugada", "AF": "tarde", "NI": "noche"},
    "PARTS": {"MO": "mañanas, madrugadas", "AF": "tardes", "NI": "noches"},
    "NOON": {"12:00": "mediodía, mediodia", "00:00": "medianoche, media noche", "MO": "amanecer, alba", "EV": "anochecer, atardecer"},
    "UNIT": {
        "day": "día, dia, jornada", "week": "semana", "month": "mes", "year": "año", "decade": "década, decada, decenio",
        "century": "siglo", "millennium": "milenio", "fortnight": "quincena", "half": "semestre", "quarter": "trimestre, cuatrimestre",
    },
    "UNITS": {
        "day": "días, dias", "week": "semanas", "month": "meses", "year": "años", "decade": "décadas, decadas", "century": "siglos",
        "half": "semestres", "quarter": "trimestres, cuatrimestres", "fortnight": "quincenas", "weekend": "fines de semana",
    },
    "TUNIT": {"hour": "hora", "minute": "minuto"},
    "TUNITS": {"hour": "horas", "minute": "minutos", "second": "segundos"},
    "WEEKEND": "fin de semana",
    "HALF": "mitad",
    "FISCAL": "fiscal, calendario",
    "PERIOD": "período, periodo",
    "DEICTIC": {0: "hoy, hoy día, hoy en día", -1: "ayer", -2: "anteayer, antes de ayer, antier", 2: "pasado mañana"},
    "TONIGHT": "esta noche",
    "THIS": "este, esta, estos, estas",
    "THAT": "ese, esa, aquel, aquella, aquellos, aquellas, esos, esas, dicho, dicha",
    "SAME": "mismo, misma",
    "LAST": "pasado, pasada, último, última, ultimo, ultima, recién pasado",
    "PAST": "últimos, últimas, ultimos, ultimas, pasados, pasadas",
    "NEXT": "próximo, próxima, proximo, proxima, próximos, próximas, proximos, proximas, que viene, que vienen, entrante, venidero, venidera, que entra",
    "FOLLOWING": {1: "siguiente, siguientes", -1: "anterior, anteriores, previo, previa, previos, previas, precedente"},
    "CURRENT": "actual, presente, corriente, en curso",
    "EACH": "cada, todos los, todas las",
    "AGO": "hace, desde hace, hacía, hacia",
    "BEFORE": "antes de, antes del, antes, atrás, atras, previo a, previos a",
    "AFTER": "después de, despues de, después del, despues del, tras, luego de, luego del, a partir de, a partir del",
    "LATER": "después, despues, más tarde, mas tarde, luego",
    "EARLY": "principios de, principios del, inicios de, inicios del, comienzos de, comienzos del, primeras horas de, primeras horas del",
    "LATE": "finales de, finales del, fines de, fines del",
    "MID": "mediados de, mediados del",
    "ENDOF": "final, fin, cierre, término",
    "STARTOF": "inicio, comienzo, principio",
    "ABOUT": "alrededor de, alrededor del, cerca de, unos, unas, aproximadamente, hacia, en torno a, en torno al, casi",
    "MORETHAN": {"MORE_THAN": "más de, mas de", "EQUAL_OR_MORE": "al menos, por lo menos"},
    "LESSTHAN": {"LESS_THAN": "menos de", "EQUAL_OR_LESS": "hasta por"},
    "A": "una",
    "THE": "el, la, los, las, lo",
    "OF": "de, del",
    "IN": "en, dentro de",
    "ON": "al",
    "AT": "a la, a las",
    "BY": "por la, por",
    "FOR": "para, durante",
    "SINCE": "desde",
    "UNTIL": "hasta",
    "TO": "a",
    "BETWEEN": "entre",
    "AND": "y, e",
    "OR": "o, u",
    "FEW": {-1: "varios, varias, muchos, muchas", -2: "pocos, pocas, algunos, algunas"},
    "MORE": "más, mas, consecutivos, consecutivas, seguidos, seguidas",
    "NOW": {"PRESENT_REF": "ahora, actualmente, ahora mismo, en este momento, en la actualidad, hoy por hoy"},
    "PASTREF": {"PAST_REF": "recientemente, anteriormente, antiguamente, últimamente, en el pasado, recién"},
    "FUTUREREF": {"FUTURE_REF": "pronto, próximamente, en el futuro, lo antes posible, a futuro"},
    "SETWORD": {
        "P1D": "diariamente, a diario, diario, diaria", "P1W": "semanalmente, semanal", "P1M": "mensualmente, mensual", "P1Y": "anualmente",
    },
    "ROMAN": {number: roman for number, roman in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split(), 1)},
    "EVE": "víspera, vispera, víspera de, víspera del",
    "YEARWORD": "anos",
}  # fmt: skip

LEXICON: Final = build_lexicon(
    {
        name: ({value: words for value, words in entries.items() if words} if isinstance(entries, dict) else entries)
        for name, entries in _WORDS.items()
    }
)
