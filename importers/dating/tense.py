"""The tense of the clause a time phrase stands in: past, future, present, or "" where nothing says.

News writes "the trial will open on May 3" and "the trial opened on May 3"; the words around the phrase are
searched for the nearest finite verb group before it in its sentence, then for the one after it.
"""

import re
from typing import Final

from importers.dating.forms import Tense

_EN: Final = re.compile(
    r"\b(?:"
    r"(?P<future>will|won['’]t|shall|(?:is|are|was|were|be)\s+(?:(?:also|now|still)\s+)?(?:scheduled|due|set|expected|slated|planned|supposed|to|going)\b"
    r"|['’]ll|scheduled|slated|plans?\s+to|planning\s+to|expects?\s+to|intends?\s+to|hopes?\s+to|wants?\s+to|upcoming|forthcoming|due|would|may|might|can|could|should|must"
    r"|until|effective|payable|expires?|matur(?:es?|ing)|deadline|ahead\s+of|let['’]s)"
    r"|(?P<past>was|were|had|did|has|have|been|said|told|came|went|took|made|got|began|fell|rose|sold|bought|lost|won|held|met|left|"
    r"became|shot|hit|cut|led|gave|found|saw|broke|struck|killed|dead|died|since|ago|ended|"
    r"[a-z]{2,}(?:ed))"
    r"|(?P<present>is|are|am|says?|['’]s|['’]re)"
    r")\b",
    re.IGNORECASE,
)
_ES: Final = re.compile(
    r"\b(?:"
    r"(?P<future>va\s+a|van\s+a|voy\s+a|vamos\s+a|previst[oa]s?|programad[oa]s?|próxim[oa]s?|debe|deberán?|prevé|[a-záéíóú]{2,}(?:rá|rán|ré|remos|ría|rían))"
    r"|(?P<past>fue|fueron|era|eran|estaba|estaban|ha|han|había|habían|hubo|dijo|hizo|tuvo|murió|dio|[a-záéíóúñ]{2,}(?:ó|aron|ieron|eron|aba|aban|ían|ado|ido|adas?|idas?|ados|idos))"
    r"|(?P<present>es|son|está|están|dice|afirma)"
    r")\b",
    re.IGNORECASE,
)
_STOP: Final = re.compile(
    r"[;:]|\s[–—-]{1,2}\s|\b(?:after|before|when|while|that|which|who|because|since|cuando|que|después|antes)\b",
    re.IGNORECASE,
)


def tense_of(text: str, sentence: tuple[int, int], start: int, end: int, language: str) -> Tense:
    """Find the tense around ``text[start:end]`` within the sentence given by its offsets."""
    pattern = _ES if language == "es" else _EN
    before = text[sentence[0] : start]
    found: Tense = ""
    last = None
    for match in pattern.finditer(before):
        last = match
    if last is not None:
        return _of(last)
    after = pattern.search(text, end, sentence[1])
    if after is not None:
        found = _of(after)
    return found


def _of(match: re.Match[str]) -> Tense:
    if match["future"]:
        return "future"
    return "past" if match["past"] else "present"
