"""Which sentences of an article are marked: a run of them that is moved, and made longer or shorter."""

from dataclasses import dataclass, replace

from store.records.span import Span


@dataclass(frozen=True, slots=True)
class Marking:
    """Some sentences in a row."""

    sentences: tuple[Span, ...]
    first: int
    last: int

    @classmethod
    def first_from(cls, body: str, offset: int) -> "Marking | None":
        """Mark the first sentence that ends after an offset; None in a text without any."""
        from importers.linking.words import rough_sentences

        sentences = tuple(_trimmed(body, span) for span in rough_sentences(body))
        if not sentences:
            return None
        at = next((number for number, one in enumerate(sentences) if one.end > offset), len(sentences) - 1)
        return cls(sentences, at, at)

    @property
    def span(self) -> Span:
        return Span(self.sentences[self.first].start, self.sentences[self.last].end)

    def moved(self, step: int) -> "Marking":
        """One sentence further or back; of several the next after them all, or the one before them."""
        at = self.last + step if step > 0 else self.first + step
        at = max(0, min(at, len(self.sentences) - 1))
        return replace(self, first=at, last=at)

    def grown(self, step: int) -> "Marking":
        """One sentence more at the end, or less."""
        return replace(self, last=max(self.first, min(self.last + step, len(self.sentences) - 1)))


def _trimmed(body: str, span: Span) -> Span:
    """The sentence without what is set aside before or after it, such as a dateline."""
    words = body[span.start : span.end]
    return Span(span.end - len(words.lstrip()), span.start + len(words.rstrip()))
