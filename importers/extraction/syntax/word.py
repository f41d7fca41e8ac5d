"""A word of a sentence with its part of speech."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from typing import Final

from importers.extraction.lexicon.readings import Tag
from store.records.record import record
from store.records.span import Span

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

    @property
    def ending(self) -> str:
        """What an infinitive has more than its dictionary form: the pronoun that leans on it ("manifestar|se")."""
        return self.lower.removeprefix(self.verb)

    def retagged(self, tag: Tag) -> "Word":
        """The word as another part of speech, with nothing left of the verb it might have been."""
        return Word(self.start, self.end, self.lower, self.lemma, tag)

    def settled(self, tag: Tag) -> "Word":
        """The word, which may be a noun or a verb, as the one that it is where it stands."""
        if self.tag == tag:
            return self
        return Word(self.start, self.end, self.lower, self.lemma, tag, self.verb, self.form, True)


def forms_of(words: Sequence[Word]) -> frozenset[str]:
    """All forms of the words: as they stand, and as nouns and verbs by their dictionary forms."""
    return frozenset([form for word in words for form in (word.lower, word.lemma, word.verb)])


def starts_in(spans: Sequence[Span], starts: Sequence[int]) -> frozenset[int]:
    """Of the offsets at which words start, in order, those inside one of the spans."""
    if not spans:
        return frozenset()
    found = (starts[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in spans)
    return frozenset(chain.from_iterable(found))
