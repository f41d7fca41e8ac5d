"""A word of a sentence with its part of speech."""

from typing import NamedTuple

from importers.extraction.readings import Tag


class Word(NamedTuple):
    """A word (or a closed expression of several, "in front of") of a sentence, tagged.

    A named tuple, as tokens are: it is built in a third of a frozen dataclass' time.
    """

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
