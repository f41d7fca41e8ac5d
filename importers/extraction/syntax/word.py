"""A word of a sentence with its part of speech."""

from typing import Final

from importers.extraction.lexicon.readings import Tag
from store.records.record import record

AUXILIARIES: Final[frozenset[Tag]] = frozenset({"neg", "have", "be", "modal"})
"""Tags of what stands before the full verb of a clause."""
FINITE_TAGS: Final[frozenset[Tag]] = frozenset({"verb", "be", "have", "modal"})
"""Tags of words one of which a clause needs."""


@record
class Word:
    """A word (or a closed expression of several, "in front of") of a sentence, tagged."""

    start: int
    end: int
    lower: str
    lemma: str
    """Dictionary form as a noun or adjective."""
    tag: Tag
    verb: str = ""
    """Dictionary form as a verb, where the word is or may be one."""
    form: str = ""
    """Form of the verb; "past part" where it may be both."""
    may_be: bool = False
    """A noun that could have been a verb, or the other way round."""

    def retagged(self, tag: Tag) -> "Word":
        """The word as another part of speech, with nothing left of the verb it might have been."""
        return Word(self.start, self.end, self.lower, self.lemma, tag)
