"""What is an armed body's own: "an army truck", "the headquarters of the brigade" are military first of all."""

from importers.extraction.clauses import Parsed
from importers.extraction.lexicon import Kind, Lexicon
from importers.extraction.nominals import of_complement
from importers.extraction.word import Word


def belonging(kind: Kind | None, parsed: Parsed, index: int, head: int, lexicon: Lexicon) -> Kind | None:
    """The kind of the place or thing at chunk ``index`` by the body it belongs to, else ``kind``, that of its head."""
    if kind is None or kind.cls not in {"place", "thing"} or kind.side or not kind.name:
        return kind
    chunk = parsed.chunks[index]
    first = chunk.possessor[1] if chunk.possessor is not None else chunk.first
    told = [parsed.words[at] for at in range(first, chunk.last) if at != head]
    complement = of_complement(parsed.chunks, parsed.words, index, lexicon)
    if complement >= 0:
        told.append(parsed.words[parsed.chunks[complement].head])
    owners = (_body(word, lexicon) for word in told if word.tag == "noun")
    return next((lexicon.owned[owner] for owner in owners if owner in lexicon.owned), kind)


def _body(word: Word, lexicon: Lexicon) -> str:
    """The kind of body that the word names by itself, "" for none: an army is one, a colonel has a house of his own."""
    if word.lemma not in lexicon.words("collectives"):
        return ""
    for form in (word.lower, word.lemma):
        for pattern, kind in lexicon.nouns.get(form, ()):
            if len(pattern) == 1:
                return kind.name
    return ""
