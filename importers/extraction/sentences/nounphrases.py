"""The entity that a noun phrase names, read from its words: see ``entities``."""

from collections.abc import Sequence
from dataclasses import replace

from importers.extraction.lexicon.lexicon import Kind, Lexicon
from importers.extraction.lexicon.namewords import name_words
from importers.extraction.lexicon.placewords import place_words
from importers.extraction.naming.names import Name
from importers.extraction.sentences.belongings import belonging, dress_behind, whose_life
from importers.extraction.sentences.bodies import body_behind, end_of_body, name_in
from importers.extraction.sentences.entities import Context, Entity, article_in_preposition, kind_of, known_name
from importers.extraction.syntax.chunks import ARTICLE_AND_NOUN, Chunk, closes_initial
from importers.extraction.syntax.nominals import is_plural, of_complement
from importers.extraction.syntax.word import Word
from importers.gazetteer.countries import peoples
from importers.gazetteer.fold import fold
from importers.language.quantities import Quantity


def entity_of(index: int, context: Context, taken: frozenset[int] = frozenset()) -> Entity | None:
    """The entity of the noun phrase at chunk ``index``; None if nothing of it is left beside the trigger's words."""
    chunk = context.parsed.chunks[index]
    if taken:
        # The words of another phrase's trigger change nothing here.
        inner = of_complement(context.parsed.chunks, context.words, index, context.lexicon)
        taken = taken.intersection(range(chunk.first, context.parsed.chunks[max(index, inner)].last))
    key = (index, taken)
    if key not in context.read:
        context.read[key] = _entity_of(index, context, taken)
    return context.read[key]


def _entity_of(index: int, context: Context, taken: frozenset[int]) -> Entity | None:
    index = whose_life(context.parsed, index, context.lexicon)
    chunk, words = context.parsed.chunks[index], context.words
    positions = [
        at
        for at in range(chunk.first, chunk.last)
        if at not in taken and (words[at].tag not in {"aside", "punct"} or closes_initial(words, chunk.first, at))
    ]
    if positions and words[positions[0]].tag == "time":
        # "Wednesday night's car bombs" are car bombs.
        timed = next((number for number, at in enumerate(positions) if words[at].tag not in {"time", "gen"}), 0)
        positions = positions[timed:]
    if chunk.head in taken and chunk.possessor is None:
        one = context.lexicon.words("one_more")
        nouns = [at for at in positions if words[at].tag in {"noun", "num"} or words[at].lower in one]
        positions = [at for at in positions if nouns and at <= nouns[-1]]
    if context.lexicon.head_first and len(positions) > 1 and words[positions[-1]].tag == "det":
        # "Fue la Mara la que mató a dos": the article is that of the relative clause.
        positions.pop()
    if not positions:
        return None
    behind = range(positions[-1] + 1, chunk.last)
    if behind and chunk.head not in taken and taken.issuperset(behind):
        # "Hallaron el cuerpo sin vida de Ana Mora": what describes the noun does not part it from its "of".
        tied = of_complement(context.parsed.chunks, words, index, context.lexicon) >= 0
        positions += behind if tied else ()
    head = chunk.head if chunk.head not in taken else positions[-1]
    return _entity(positions, head, index, context, taken)


def owner_entity(first: int, last: int, index: int, context: Context) -> Entity | None:
    """The entity of ``words[first:last]`` inside the noun phrase ``index``: an owner, or nouns before the head."""
    words = context.words
    positions = [at for at in range(first, last) if words[at].tag not in {"punct", "aside"}]
    definite = False
    while positions and words[positions[0]].tag in {"det", "poss"}:
        definite = definite or words[positions[0]].lower in context.lexicon.words("definite")
        positions = positions[1:]
    if not positions or all(words[at].tag == "pron" for at in positions):
        return None
    return replace(_entity(positions, positions[-1], index, context), definite=definite)


def clitic_entity(at: int, verb: int, context: Context) -> Entity:
    """The unstressed pronoun at ``at`` that leans on the verb group at chunk ``verb`` ("los liberaron")."""
    word = context.words[at]
    value = context.text[word.start : word.end]
    return Entity(
        word.start, word.end, value, word.lower, None, None,
        named=False, definite=True, pronoun=True, vague=False, chunk=verb,
    )  # fmt: skip


def left_out_entity(at: int, verb: int, context: Context) -> Entity:
    """The subject that the verb group at chunk ``verb``, told from word ``at`` on, does without ("fue detenido").

    It has no value; whether it is of several the verb alone says.
    """
    return replace(clitic_entity(at, verb, context), value="", plural=context.parsed.nominals.counts_many(verb))


def _entity(
    positions: Sequence[int], head_at: int, index: int, context: Context, taken: frozenset[int] = frozenset()
) -> Entity:
    words, lexicon = context.words, context.lexicon
    chunk = context.parsed.chunks[index]
    first, own_last = positions[0], positions[-1] + 1
    head = words[head_at]
    name, kind = _name_and_kind(positions, head_at, context)
    kind, last = belonging(kind, context.parsed, index, head_at, lexicon), own_last
    inner = of_complement(context.parsed.chunks, words, index, lexicon) if last == chunk.last else -1
    inner_last = _end_of(context.parsed.chunks[inner], taken) if inner >= 0 else -1
    if inner >= 0 and (name is None or name.kind != "person"):
        name, kind, last = _with_complement(inner, inner_last, head, name, kind, own_last, context)
    if kind is not None and kind.cls == "person" and last >= chunk.last:
        last = max(last, body_behind(index, inner, context), dress_behind(context.parsed, index, inner, lexicon))
    inner = inner if inner >= 0 and last == inner_last else -1
    value, noun = _called(name, head_at, first, last, inner, context)
    opening = {words[at].lower for at in positions[:2]}
    # "All of the men", but "some of them"
    of_others = inner >= 0 and words[context.parsed.chunks[inner].head].tag != "pron"
    counts_inner = _is_partitive(head, lexicon) or head.lemma in lexicon.either("leavings", "count_nouns")
    return Entity(
        words[first].start,
        words[last - 1].end,
        value,
        noun,
        kind,
        _size_of(head, inner, inner_last, context) or _quantity(first, last if counts_inner else own_last, context),
        named=name is not None and name.kind != "place",
        definite=not opening.isdisjoint(lexicon.words("definite")) or article_in_preposition(first, context),
        pronoun=head.tag == "pron" or (len(positions) == 1 and head.tag in {"det", "poss"} and not of_others),
        vague=not opening.isdisjoint(lexicon.words("vague")) or _is_number_of(head, inner, context),
        chunk=index,
        plural=_is_several(head, name, kind, context)
        or _is_a_people(first, own_last, name, kind, context)
        or (inner >= 0 and counts_inner and is_plural(words[context.parsed.chunks[inner].head], lexicon)),
        proper=_is_proper(name, head_at, first, context),
    )


def _is_partitive(head: Word, lexicon: Lexicon) -> bool:
    """Does the head only say how many or how much of what "of" ties to it ("a group of", "two of")?"""
    return head.lemma in lexicon.words("partitives") or head.tag in {"num", "det"}


def _end_of(chunk: Chunk, taken: frozenset[int]) -> int:
    """The word after the last of the chunk that is not the trigger's ("took dozens of guests hostage")."""
    return next((at + 1 for at in range(chunk.last - 1, chunk.first, -1) if at not in taken), chunk.first + 1)


def _with_complement(
    inner: int, inner_last: int, head: Word, name: Name | None, kind: Kind | None, last: int, context: Context
) -> tuple[Name | None, Kind | None, int]:
    """The name, the kind and the word after the last of a noun phrase with what "of" ties to it, as far as that tells.

    ``inner``: the chunk that is tied to it, up to the word before ``inner_last``; ``last``: the word after the phrase's
    own.
    """
    words, lexicon = context.words, context.lexicon
    complement = context.parsed.chunks[inner]
    whose, inner_kind = _whose(complement, context)
    if kind is not None and kind.cls == "person" and _holds_office(whose, complement, context):
        # "The mayor of Loja Ana Mora"
        return whose, kind, inner_last
    from_home = words[complement.first].tag == "poss" and inner_kind is not None and inner_kind.cls == "place"
    partitive = _is_partitive(head, lexicon) or head.lemma in lexicon.either("parts", "leavings")
    deed = words[complement.head]
    of_deed = lexicon.names_deed(deed.lemma) and context.text[deed.start].islower()
    if partitive or kind is None or (kind.cls == "person" and not from_home and not of_deed):
        # "Sacaron al alcalde de su casa": the house is no part of who he is, nor is what he is accused of. "Miembros
        # del Clan del Golfo": the name goes on behind its own "of".
        known = known_name(complement.first, len(words), context)
        last = max(inner_last, known[1]) if known is not None and known[0] < inner_last else inner_last
        last = max(last, end_of_body(complement.first, inner_last, context))
        if partitive:
            of_person = head.lemma in lexicon.words("corpses") and whose is not None
            # "Members of other churches" are people.
            people = inner_kind is not None and inner_kind.cls != "person" and head.lemma in lexicon.words("members")
            kind = (kind if people else inner_kind) or kind or (_NAMED["person"] if of_person else None)
        if inner_kind is not None and inner_kind.side == "armed" and head.lemma in lexicon.words("heads"):
            kind = inner_kind
        if partitive or head.lemma in lexicon.words("office_seekers"):
            name = whose or name
    elif kind.cls in {"place", "thing"} and name is None and _may_own(whose, inner_kind):
        # "The home of the mayor", "the offices of the Liberal Party": whose it is, tells which.
        last = inner_last
    return name, kind, last


def _holds_office(name: Name | None, complement: Chunk, context: Context) -> bool:
    """Is it a person named behind the place that the office before "of" is of?

    The "colonel" of "the daughter of Colonel Luis Paz" is his own title.
    """
    if name is None or name.kind != "person" or not name.title:
        return False
    words = context.words
    before = [words[at].lower for at in range(complement.first, complement.last) if words[at].start < name.start]
    # "The guards of the senator Ana Mora": the office is that of the one behind "of".
    return bool(before) and name.title.lower().split()[0] not in before


def _may_own(whose: Name | None, kind: Kind | None) -> bool:
    """Is it people, or a body by its name?"""
    return (kind is not None and kind.cls == "person") or (whose is not None and whose.kind == "organisation")


def _called(name: Name | None, head_at: int, first: int, last: int, inner: int, context: Context) -> tuple[str, str]:
    """What ``words[first:last]`` call somebody or something, and the noun that says what that is.

    ``inner``: the chunk that "of" ties to the head at ``head_at`` and that ends the words, -1 for none.
    """
    words, lexicon = context.words, context.lexicon
    head = words[head_at]
    value_first, noun = _named_from(first, head_at + 1, context), head.lemma
    if name is not None and name.kind == "organisation":
        # "The 20 December Movement": the number is part of its name.
        value_first = next((at for at in range(first, value_first) if words[at].start >= name.start), value_first)
    if inner >= 0 and (head.tag in {"num", "det"} or head.lemma in lexicon.either("leavings", "count_nouns", "parts")):
        # "The life of the mayor", "two of the rebels", "the number of rebels": the noun behind "of" names them.
        complement = context.parsed.chunks[inner]
        value_first, noun = _named_from(complement.first, last, context), words[complement.head].lemma
    value = name.canonical if name is not None and name.kind == "person" else ""
    return value or _full_name(name, value_first, last, context) or _wording(value_first, last, context), noun


def _is_several(head: Word, name: Name | None, kind: Kind | None, context: Context) -> bool:
    """Is the head a noun in the plural, and no part of a name?"""
    plural = is_plural(head, context.lexicon) or (
        kind is _NAMED["person"] and name is None and head.lower.endswith("s")
    )
    return head.tag == "noun" and plural and not (name is not None and name.start <= head.start < name.end)


def _is_a_people(first: int, last: int, name: Name | None, kind: Kind | None, context: Context) -> bool:
    """Is it a name in the plural behind an article ("the Jesuits", "the Moras")? One person's has neither."""
    words, definite = context.words, context.lexicon.words("definite")
    if last - first != ARTICLE_AND_NOUN or not (kind is None or kind.cls == "person"):
        return False
    # The article of "Los Lobos" is part of the name of a body.
    apart = name is None or name.start > words[first].start
    return apart and words[first].lower in definite and words[last - 1].lower.endswith("s")


def _is_number_of(head: Word, inner: int, context: Context) -> bool:
    """Does the head say that those behind "of" are many, not how many ("an unknown number of people")?"""
    if inner < 0 or head.lemma not in context.lexicon.words("count_nouns"):
        return False
    return is_plural(context.words[context.parsed.chunks[inner].head], context.lexicon)


def _is_proper(name: Name | None, head: int, first: int, context: Context) -> bool:
    """Is the noun at ``head`` a part of a name, or that of a person whose title it is?"""
    if name is not None and name.kind != "place":
        return name.kind == "person" or name.start <= context.words[head].start < name.end
    known = known_name(first, head + 1, context)
    return known is not None and known[0] <= head < known[1]


def _name_and_kind(positions: Sequence[int], head_at: int, context: Context) -> tuple[Name | None, Kind | None]:
    """The name among the words of a noun phrase, and its kind, before what "of" ties to it is looked at."""
    words, lexicon = context.words, context.lexicon
    first, last = positions[0], positions[-1] + 1
    head = words[head_at]
    name = name_in(words[first].start, words[last - 1].end, context)
    kind = kind_of(first, head_at, context)
    known = known_name(first, last, context) if name is not None and name.kind == "person" else None
    if name is not None and known is not None and words[known[0]].start <= name.start < words[known[1] - 1].end:
        # A person a group is called after ("the Ana Mora Front").
        name = Name(words[known[0]].start, words[known[1] - 1].end, "", "organisation", "", "", name.sentence, 0, 0)
    if name is not None and name.kind == "person" and head.lemma in lexicon.words("called_after"):
        # "La columna Jaime Martínez", "the Jaime Martínez column"
        start, end = min(head.start, name.start), max(head.end, name.end)
        name = Name(start, end, "", "organisation", "", "", name.sentence, 0, 0)
    if name is None and kind is None and head.lemma in lexicon.words("called_after"):
        name = _numbered(positions, head, context)
    if name is not None and name.kind == "person" and not lexicon.head_first and _is_named_for(name, head, kind):
        name = None
    if name is not None and (kind is None or name.kind == "person"):
        before = [at for at in positions if words[at].end <= name.start and words[at].tag == "noun"]
        # A surname is no common noun: "Luis Ríos" is no river.
        of_name = kind if name.kind != "person" or not name.start <= head.start < name.end else None
        kind = (kind_of(first, before[-1], context) if before else None) or of_name or _NAMED.get(name.kind)
    several = head.lower.endswith("s") or words[first].tag in {"det", "num"}
    if kind is None and several and fold(head.lower) in peoples():
        # "35 Palestinians"
        kind = _NAMED["person"]
    if kind is None and head.start in context.places:
        kind = _NAMED["place"]
    return name, kind


def _numbered(positions: Sequence[int], head: Word, context: Context) -> Name | None:
    """A body that is called by its number ("the 13th Front", "el Frente 13"), None if it is none."""
    words, text = context.words, context.text
    number = next((at for at in positions if text[words[at].start].isdigit()), -1)
    if number < 0 or not text[head.start].isupper():
        return None
    start, end = min(head.start, words[number].start), max(head.end, words[number].end)
    return Name(start, end, "", "organisation", "", "", 0, 0, 0)


_NAMED = {"person": Kind("", "person"), "place": Kind("", "place")}
"""What a name tells by itself."""


def _is_named_for(name: Name, head: Word, kind: Kind | None) -> bool:
    """Is somebody or something only called after the person ("Mora supporters", "the Ana Mora Airport")?"""
    word = fold(head.lower)
    site = (
        (kind is not None and kind.cls == "place") or word in place_words().kinds
    ) and word not in name_words().surnames
    return name.end < head.start or (site and name.start < head.start < name.end)


def _whose(complement: Chunk, context: Context) -> tuple[Name | None, Kind | None]:
    """The name in a noun phrase behind "of", and the kind of that phrase."""
    words = context.words
    name = name_in(words[complement.first].start, words[complement.last - 1].end, context)
    if name is not None and name.kind == "person" and name.start <= words[complement.head].start:
        return name, _NAMED["person"]
    return name, kind_of(complement.first, complement.head, context)


def _full_name(name: Name | None, first: int, last: int, context: Context) -> str:
    """The long form and the acronym of a body that ``words[first:last]`` name by its acronym alone; else ""."""
    words = context.words
    if name is None or name.kind == "person" or name.canonical == name.text or " " in name.text:
        return ""
    alone = words[first].start == name.start and words[last - 1].end == name.end
    return f"{name.canonical} ({name.text})" if alone else ""


def _named_from(first: int, last: int, context: Context) -> int:
    """The first of ``words[first:last]`` that names somebody, behind articles and numbers; the last if none does.

    The number of a measure stays ("80 kilos of cocaine").
    """
    words, measures = context.words, context.lexicon.words("measures")
    while first < last - 1 and words[first].tag in {"det", "poss", "num", "adv"}:
        if words[first].tag == "num" and words[first + 1].lemma in measures:
            break
        first += 1
    return first


def _wording(first: int, last: int, context: Context) -> str:
    """The words as they stand, white space made single, without what is set in brackets among them."""
    words = context.words
    if "aside" in [word.tag for word in words[first:last]]:
        return " ".join(context.text[word.start : word.end] for word in words[first:last] if word.tag != "aside")
    return unquoted(" ".join(context.text[words[first].start : words[last - 1].end].split()))


def unquoted(told: str) -> str:
    """The words without a quotation mark whose fellow stands outside of them."""
    if _MARKS.isdisjoint(told):
        return told
    for opening, closing in _QUOTES:
        if told.count(opening) != told.count(closing) or (opening == closing and told.count(opening) % 2):
            told = told.replace(opening, "").replace(closing, "")
    return told


_QUOTES = (('"', '"'), ("“", "”"), ("«", "»"))
_MARKS = frozenset(mark for pair in _QUOTES for mark in pair)


def _size_of(head: Word, inner: int, inner_last: int, context: Context) -> Quantity | None:
    """How many a family is said to be ("a family of five", "left a family of five | dead"), if it is.

    ``inner``: the chunk that "of" ties to it, up to the word before ``inner_last``.
    """
    chunk = context.parsed.chunks[inner] if inner >= 0 else None
    if chunk is None or head.lemma not in context.lexicon.words("collectives"):
        return None
    counted = context.words[min(chunk.head, inner_last - 1)]
    if counted.tag != "num" and counted.lemma not in context.lexicon.words("anyone"):
        return None
    return _quantity(chunk.first, inner_last, context)


def _quantity(first: int, last: int, context: Context) -> Quantity | None:
    """The number that counts what the words tell of: of "a further 17" the number, not the article."""
    if not context.quantities:
        return None
    words = context.words
    article = None
    for at in range(max(first - 4, 0), last):
        quantity = context.quantities.get(words[at].start)
        if quantity is None or quantity.end <= words[first].start:
            continue
        if article is not None or quantity.rule != "article" or words[first + 1].tag != "det":
            return quantity
        article = quantity
    return article
