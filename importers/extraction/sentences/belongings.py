"""What belongs to whom: "an army truck" is military first of all; what men are told to wear tells them from others."""

from importers.extraction.lexicon.lexicon import Kind, Lexicon
from importers.extraction.syntax.clauses import Parsed
from importers.extraction.syntax.nominals import of_complement
from importers.extraction.syntax.verbhood import is_compound
from importers.extraction.syntax.word import Word


def belonging(kind: Kind | None, parsed: Parsed, index: int, head: int, lexicon: Lexicon) -> Kind | None:
    """The kind of the place or thing at chunk ``index`` by the body it belongs to, else ``kind``, that of its head."""
    if kind is None or kind.cls not in {"place", "thing"} or kind.side or not kind.name:
        return kind
    chunk = parsed.chunks[index]
    first = chunk.possessor[1] if chunk.possessor is not None else chunk.first
    # "A patrol car" is a sort of car, no patrol's.
    compound = head > first and is_compound(parsed.words[head - 1], parsed.words[head], lexicon)
    told = [parsed.words[at] for at in range(first, chunk.last) if at != head and not (compound and at == head - 1)]
    complement = of_complement(parsed.chunks, parsed.words, index, lexicon)
    if complement >= 0:
        told.append(parsed.words[parsed.chunks[complement].head])
    owners = (_body(word, lexicon) for word in told if word.tag == "noun")
    return next((lexicon.owned[owner] for owner in owners if owner in lexicon.owned), kind)


def whose_life(parsed: Parsed, index: int, lexicon: Lexicon) -> int:
    """The chunk of those whose life is told of, where "of" ties more to them ("la vida de una familia de cinco")."""
    left = parsed.words[parsed.chunks[index].head].lemma
    if left not in lexicon.words("leavings") or left in lexicon.words("corpses"):
        return index
    inner = of_complement(parsed.chunks, parsed.words, index, lexicon)
    tied = inner >= 0 and of_complement(parsed.chunks, parsed.words, inner, lexicon) >= 0
    return inner if tied else index


def _body(word: Word, lexicon: Lexicon) -> str:
    """The kind of body that the word names by itself, "" for none: an army is one, a colonel has a house of his own."""
    if word.lemma not in lexicon.words("collectives"):
        return ""
    for form in (word.lower, word.lemma):
        for pattern, kind in lexicon.nouns.get(form, ()):
            if len(pattern) == 1:
                return kind.name
    return ""


def dress_behind(parsed: Parsed, index: int, inner: int, lexicon: Lexicon) -> int:
    """The word after what people who are called no more than men are told to wear, -1 for nothing.

    "Men wearing military uniforms", "a group of men dressed in black", "individuals in uniform".
    """
    chunks, words = parsed.chunks, parsed.words
    own = max(index, inner)
    at = own + 1
    if words[chunks[own].head].lemma not in lexicon.words("anyone") or at >= len(chunks):
        return -1
    dressed = chunks[at].kind == "vg" and chunks[at].shape != "finite"
    dressed = dressed and words[chunks[at].head].verb in lexicon.words("dress_verbs")
    at += dressed
    by_prep = at < len(chunks) and chunks[at].kind == "prep"
    by_prep = by_prep and words[chunks[at].first].lower in lexicon.words("dress_prepositions")
    at += by_prep
    if not (dressed or by_prep) or at >= len(chunks) or chunks[at].kind != "np":
        return -1
    return chunks[at].last if dressed or words[chunks[at].head].lemma in lexicon.words("dress") else -1
