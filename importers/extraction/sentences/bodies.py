"""The bodies by whose names people are told of: "members of the FARC", "rebels belonging to the X Front"."""

from importers.extraction.naming.names import Name
from importers.extraction.sentences.entities import Context, known_name
from importers.extraction.syntax.nominals import of_complement


def end_of_body(first: int, last: int, context: Context) -> int:
    """The word after a body's name that begins among ``words[first:last]`` and goes on ("Los Lobos | del Norte")."""
    words = context.words
    start, end = words[first].start, words[last - 1].end
    ends = (name.end for name in context.names if name.kind in _BODIES and start <= name.start < end < name.end)
    beyond = max(ends, default=0)
    while last < len(words) and words[last].start < beyond:
        last += 1
    return last


_BODIES = frozenset({"organisation", "other"})
"""Kinds of names that are no person's and no place's."""


def body_behind(index: int, inner: int, context: Context) -> int:
    """The word after the body that people are said to be of, -1 for none.

    "Members of the 10th Front of the FARC", "rebels belonging to the FARC", "militants from the Islamic State group".
    ``index``: their chunk; ``inner``: what "of" ties to it, -1 for nothing.
    """
    chunks, words, lexicon = context.parsed.chunks, context.words, context.lexicon
    at = of_complement(chunks, words, inner, lexicon) if inner >= 0 else -1
    if at < 0:
        at = max(index, inner) + 1
        belongs = at < len(chunks) and words[chunks[at].head].verb in lexicon.words("member_verbs")
        at += belongs
        tied = at < len(chunks) and chunks[at].kind == "prep"
        tied = tied and (belongs or words[chunks[at].first].lower in lexicon.words("member_prepositions"))
        at += 1
        if not tied or at >= len(chunks) or chunks[at].kind != "np":
            return -1
    chunk = chunks[at]
    name = name_in(words[chunk.first].start, words[chunk.last - 1].end, context)
    known = known_name(chunk.first, chunk.last, context)
    named = (name is not None and name.kind == "organisation") or (known is not None and known[2].cls == "person")
    return chunk.last if named else -1


def name_in(start: int, end: int, context: Context) -> Name | None:
    """The person named between the offsets, else an organisation, else another name."""
    inside = [name for name in context.names if start <= name.start and name.end <= end]
    if len(inside) < 2:
        return inside[0] if inside else None
    return min(inside, key=lambda name: (_NAME_ORDER[name.kind], -name.start))


_NAME_ORDER = {"person": 0, "organisation": 1, "other": 2, "place": 3}
