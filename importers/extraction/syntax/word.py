"""A word of a sentence with its part of speech."""

from importers.extraction.lexicon.readings import Tag
from store.records.record import record


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
