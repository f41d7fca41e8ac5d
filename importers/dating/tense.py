"""The tense of the clause a time phrase stands in: past, future, present, or "" where nothing says.

News writes "the trial will open on May 3" and "the trial opened on May 3"; the words around the phrase are
searched for the nearest verb group before it in its sentence, then for the first one after it. Words that look
ahead count as future wherever they stand: "scheduled for", "set to", "agreed to", "upcoming".
"""

import re
from typing import Final

from importers.dating.forms import Tense

_IRREGULAR: Final = (
    "was were had did been said told came went took made got began fell rose sold bought lost won held met left became shot "
    "hit cut led gave found saw broke struck died dead ran put brought fought caught sought taught thought kept felt meant "
    "heard stood understood spoke wrote drove flew grew knew threw drew blew swore wore tore bore chose froze stole spent sent "
    "built lent bent dealt paid laid read showed sat sank sang swam hid slid spread burst cast quit beat bit hung dug stuck "
    "swept slept wept crept fled shook woke withdrew overthrew undertook gone done seen taken given known shown ago has have"
).split()
_LOOKING_AHEAD: Final = (
    r"scheduled|slated|due|expected|expects?|set\s+(?:to|for)|plann?(?:s|ed|ing)?|agreed\s+to|intends?|intending|hop(?:e|es|ing)\s+to"
    r"|wants?\s+to|asked\s+\w+\s+to|ordered\s+\w+\s+to|ready\s+to|prepar(?:e|es|ing)\s+to|vow(?:s|ed)\s+to|promised\s+to"
    r"|threaten(?:s|ed)\s+to|proposed|deadline|upcoming|forthcoming|effective|payable|redeemable|expires?|expiring|matur(?:es?|ing)"
    r"|reconvenes?|resumes?|until|let['’]s|going\s+to"
)
_EN: Final = re.compile(
    r"\b(?:"
    rf"(?P<future>will|won['’]t|shall|would|may|might|could|should|must|{_LOOKING_AHEAD}"
    r"|(?:is|are|was|were)\s+(?:also\s+|now\s+|still\s+)?to(?=\s+[a-z])"
    rf"|be\s+(?:[a-z]+ly\s+)?(?:[a-z]+e[dn]|{'|'.join(_IRREGULAR)}))"
    rf"|(?P<past>(?:had|has|have)\s+(?:previously\s+|originally\s+)?been\s+(?:due|scheduled|set|planned|expected|slated)(?:\s+(?:to|for)\s+[a-z]+)?|previously\s+planned|{'|'.join(_IRREGULAR)}|(?!need|speed|indeed|hundred|united|feed|seed|breed|greed|embed|exceed|proceed|succeed|agreed\s+to)[a-z]{{2,}}ed)"
    r"|(?P<present>is|are|am|says?)"
    r")\b|(?P<contracted>['’]ll)\b",
    re.IGNORECASE,
)
_ES: Final = re.compile(
    r"\b(?:"
    r"(?P<future>va\s+a|van\s+a|voy\s+a|vamos\s+a|previst[oa]s?|programad[oa]s?|convocad[oa]s?|agendad[oa]s?|próxim[oa]s?|debe|deben|deberán?|prevén?|planean?|espera|esperan|pretenden?"
    r"|(?!detrás|atrás|compás|además|jamás|quizás)[a-záéíóúñ]{2,}(?:ará|arán|erá|erán|irá|irán|drá|drán|aré|eré|iré|dré|aremos|eremos|iremos|dremos|aría|arían|ería|erían|iría|irían))"
    r"|(?P<past>fue|fueron|era|eran|estaba|estaban|ha|han|había|habían|hubo|dijo|dijeron|hizo|hicieron|tuvo|tuvieron|murió|dio|vino|puso|quiso|pudo|supo"
    r"|[a-záéíóúñ]{2,}(?:ó|aron|ieron|eron|aba|aban|ían|ado|ido|idas?|idos|adas|ados|é|í))"
    r"|(?P<present>es|son|está|están|dice|afirma|asegura)"
    r")\b(?P<contracted>)",
    re.IGNORECASE,
)


def tense_of(text: str, sentence: tuple[int, int], start: int, end: int, language: str) -> Tense:
    """Find the tense around ``text[start:end]`` within the sentence given by its offsets."""
    pattern = _ES if language == "es" else _EN
    last = None
    for match in pattern.finditer(text, sentence[0], start):
        if match.start() > sentence[0] or match[0].lower() != "until":
            last = match
    if last is None:
        last = pattern.search(text, end, sentence[1])
    if last is None:
        return ""
    if last["future"] or last["contracted"]:
        return "future"
    return "past" if last["past"] else "present"
