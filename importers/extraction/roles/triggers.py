"""Which words of a sentence report an event, by the lexicon: verbs with particles and objects, nouns, predicates."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

from importers.extraction.lexicon.lexicon import Lexicon, Patterns, Trigger
from importers.extraction.lexicon.readings import Reading
from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.chunked import SKIP
from importers.extraction.syntax.clauses import Clause, Parsed
from importers.extraction.syntax.word import Word
from importers.language.tokens import Sentence
from store.records.record import record


@record
class Found:
    """A trigger where it stands. ``triggers`` are the entries its words may mean, the likeliest first."""

    triggers: tuple[Trigger, ...]
    pos: Literal["verb", "noun", "word"]
    taken: frozenset[int]
    """Indexes of the words of the trigger."""
    first: int
    """Index of its first word; for a verb, of the verb."""
    clause: Clause | None
    """The clause whose verb it is, or in which its noun stands."""
    chunk: int


def find(context: Context) -> tuple[Found, ...]:
    """The triggers of a sentence in order, none inside a null ("riot police")."""
    parsed, lexicon, present = context.parsed, context.lexicon, context.forms
    nulls = _nulls(parsed.words, present, lexicon)
    found = [*_verbs(parsed, present, lexicon, nulls), *_nouns(parsed, lexicon, nulls)]
    taken_by_verbs = frozenset().union(*(f.taken for f in found if f.pos == "verb")) if found else frozenset()
    inside = frozenset().union(*(f.taken - {f.first} for f in found if f.pos == "verb")) if found else frozenset()
    kept = [f for f in found if (f.first not in inside if f.pos == "verb" else not f.taken & taken_by_verbs)]
    return tuple(sorted(kept, key=lambda f: f.first))


def may_report(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Does the sentence hold all words of some trigger, and what it cannot do without? A look before it is parsed."""
    readings = lexicon.readings
    starting: list[Reading] = []
    for token in sentence.tokens:
        if token.kind == "word" and (reading := readings[token.lower]).starts:
            if reading.starts == "trigger":
                return True
            starting.append(reading)
    if not starting:
        return False
    present = _forms([readings[token.lower] for token in sentence.tokens if token.kind == "word"])
    rows = (row for form in _forms(starting) for row in lexicon.triggers_from(form))
    return any(_has_all(present, pattern) and can_report(trigger, present) for pattern, trigger in rows)


def may_hold(words: Sequence[Word], forms: frozenset[str], lexicon: Lexicon) -> bool:
    """Can any of the tagged words open a trigger all of which is there? A look before they are made clauses."""
    for word in words:
        if word.tag in _VERBAL:
            rows = lexicon.verb_triggers.get(word.verb, ())
        elif word.tag in _NOMINAL:
            rows = lexicon.nominal_triggers.get(word.lemma, ())
            if word.lower != word.lemma:
                rows += lexicon.nominal_triggers.get(word.lower, ())
        else:
            continue
        for pattern, trigger in rows:
            if _has_all(forms, pattern) and can_report(trigger, forms):
                return True
    return False


_VERBAL: Final = frozenset({"verb", "be", "have", "do"})
_NOMINAL: Final = frozenset({"noun", "det"})


def _forms(read_as: Sequence[Reading]) -> frozenset[str]:
    return frozenset().union(*(reading.spelt for reading in read_as))


def _has_all(present: frozenset[str], pattern: Sequence[str]) -> bool:
    """Are the words of the pattern there, those behind the first maybe as one closed expression ("a tiros")?"""
    return present.issuperset(pattern) or (
        len(pattern) > _PHRASE and pattern[0] in present and " ".join(pattern[1:]) in present
    )


def can_report(trigger: Trigger, present: frozenset[str]) -> bool:
    """Does the sentence hold what the trigger cannot do without? ``present``: all forms of its words."""
    return not trigger.only_with or not present.isdisjoint(trigger.only_with)


def _nulls(words: Sequence[Word], present: frozenset[str], lexicon: Lexicon) -> dict[int, int]:
    """Index of a word inside a null -> the null's length. ``present``: all forms of the words."""
    masked: dict[int, int] = {}
    nulls = lexicon.nulls
    for at in [at for at, word in enumerate(words) if word.lower in nulls or word.lemma in nulls or word.verb in nulls]:
        word = words[at]
        for form in {word.lower, word.lemma, word.verb}:
            for pattern, _ in nulls.get(form, ()):
                if not _has_all(present, pattern):
                    continue
                # "Manifestó a favor de": what stands behind may be one word here.
                joined = at + 1 < len(words) and words[at + 1].lower == " ".join(pattern[1:])
                if joined or _here(words, at, pattern):
                    for index in range(at, at + (2 if joined else len(pattern))):
                        masked[index] = max(masked.get(index, 0), len(pattern))
    return masked


def _here(words: Sequence[Word], at: int, pattern: Sequence[str]) -> bool:
    if at + len(pattern) > len(words):
        return False
    for index, part in enumerate(pattern, at):
        word = words[index]
        if part not in (word.lower, word.lemma, word.verb):
            return False
    return True


def _verbs(parsed: Parsed, present: frozenset[str], lexicon: Lexicon, nulls: dict[int, int]) -> Iterator[Found]:
    for clause in parsed.clauses:
        chunk = parsed.chunks[clause.verb]
        head = chunk.head
        word = parsed.words[head]
        if word.tag not in _VERBAL:
            continue
        rows = lexicon.verb_triggers.get(word.verb)
        if not rows:
            continue
        best: list[Trigger] = []
        taken: frozenset[int] = frozenset()
        size = 0
        for pattern, trigger in rows:
            if best and len(pattern) < size:
                break
            here = _has_all(present, pattern)
            match = _verb_match(parsed, clause, head, pattern, lexicon) if here else None
            if match is None or nulls.get(head, 0) >= len(pattern) or (best and max(match) > max(taken)):
                continue
            if best and max(match) < max(taken):
                # "Shot dead at a party" has what it is of closer to the verb than "shot at".
                best = []
            best.append(trigger)
            taken, size = match, len(pattern)
        if best:
            yield Found(tuple(best), "verb", taken, head, clause, clause.verb)


_REACH = 12


def _end(parsed: Parsed, clause: Clause) -> int:
    """The word after the clause; of a verb with a participle, no more than a time between, after that as well.

    "Dejó el miércoles herida a una niña".
    """
    chunks, after = parsed.chunks, clause.after
    described = next((c for c in parsed.clauses if c.verb == after and c.reduced), None)
    if described is not None and any(index in nominal for nominal in clause.objects for index in described.subject):
        # "Set two trucks loaded with grain on fire"
        after = described.after
    apart = range(clause.verb + 1, after)
    if apart and all(chunks[at].kind in SKIP for at in apart) and after < len(chunks):
        after += chunks[after].shape == "participle"
    return chunks[after].first if after < len(chunks) else len(parsed.words)


def _is_of_another(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Is it a preposition before a time, so none of the verb's own ("fired on 9 May", not "went off last night")?

    So is a particle behind a comma ("stood at 70, down by two"), and what an article counts ("dejó un muerto").
    """
    if words[at - 1].tag == "det" and words[at].lemma in lexicon.words("predicatives"):
        return True
    if words[at].lower in lexicon.words("adverbial_particles"):
        return words[at - 1].lower == ","
    return words[at].tag == "prep" and any(word.tag == "time" for word in words[at + 1 : at + 2])


def _verb_match(
    parsed: Parsed, clause: Clause, head: int, pattern: Sequence[str], lexicon: Lexicon
) -> frozenset[int] | None:
    """The words of ``pattern`` from the verb on, the later ones after at most one object; None if they are missing.

    An adverb may stand in front of the verb ("was fatally shot").
    """
    if len(pattern) == 1:
        return frozenset({head})
    words = parsed.words
    taken = {head}
    how = " ".join(pattern[1:])
    if len(pattern) > _PHRASE and words[min(head + 1, len(words) - 1)].lower == how:
        # "A balazos" is one word here: "lo agarraron a balazos".
        return frozenset({head, head + 1})
    if len(pattern) == 2 and words[head - 1].lower == pattern[1] and words[head - 1].tag == "adv" and head:
        return frozenset({head - 1, head})
    at = head + 1
    stop = _end(parsed, clause)
    for number, part in enumerate(pattern[1:], 1):
        # A word right after the last may belong to the next verb group ("threatened to kill").
        further = _REACH if number == 1 else 1 + _determiners(words, at, lexicon)
        if number == 1 and any(prep == part for prep, _ in clause.preps):
            # "Charged the head of the gang, Luis Paz, and three of his men with ..."
            further = stop - at
        reach = max(min(stop, at + further), min(at + 1, len(words)))
        found = next(
            (
                index
                for index in range(at, reach)
                if part in (words[index].lower, words[index].lemma) and not _is_of_another(words, index, lexicon)
            ),
            None,
        )
        if found is None:
            return None
        taken.add(found)
        at = found + 1
    return frozenset(taken)


def _determiners(words: Sequence[Word], at: int, lexicon: Lexicon) -> int:
    """How many words stand at ``at`` before a noun: "carried out | any | strike", "treated for | minor | injuries"."""
    after, grades = at, lexicon.words("wound_grades")
    while after < len(words) and (words[after].tag in {"det", "num", "poss"} or words[after].lower in grades):
        after += 1
    return after - at


def _nouns(parsed: Parsed, lexicon: Lexicon, nulls: dict[int, int]) -> Iterator[Found]:
    after, ordinals = 0, lexicon.words("ordinals")
    tables = (("noun", lexicon.noun_triggers), ("word", lexicon.word_triggers))
    for index, chunk in enumerate(parsed.chunks):
        if chunk.kind != "np":
            continue
        # "Atentado con explosivos" is one deed.
        at = max(chunk.first, after)
        while at < chunk.last:
            word = parsed.words[at]
            size = 1
            opens = word.lemma in lexicon.nominal_triggers or word.lower in lexicon.nominal_triggers
            if opens and (word.tag == "noun" or (word.tag == "det" and word.lower in ordinals)):
                for pos, table in tables:
                    if word.lemma not in table and word.lower not in table:
                        continue
                    # Where adjectives follow, those that may be participles stand outside the noun phrase.
                    stop = len(parsed.words) if lexicon.head_first else chunk.last
                    match = _across(parsed.words, at, stop, table)
                    if match is None or any(nulls.get(i, 0) >= match[0] for i in range(at, at + match[0])):
                        continue
                    size = match[0]
                    if pos == "noun" and not _counts(parsed, index, at + size):
                        continue
                    taken = frozenset(range(at, at + size))
                    kind: Literal["noun", "word"] = "noun" if pos == "noun" else "word"
                    yield Found(match[1], kind, taken, at, clause_of(parsed, index), index)
                    after = at + size
                    break
            at += size


_PHRASE: Final = 2
"""Triggers of more words may run over the end of a noun phrase."""


def _longest(words: Sequence[Word], at: int, stop: int, table: Patterns) -> tuple[int, tuple[Trigger, ...]] | None:
    for form in dict.fromkeys((words[at].lemma, words[at].lower)):
        best: list[Trigger] = []
        parts = size = 0
        for pattern, trigger in table.get(form, ()):
            if best and len(pattern) < parts:
                break
            if 0 < (stretch := _stretch(words, at, pattern)) <= stop - at:
                best.append(trigger)
                parts, size = len(pattern), stretch
        if best:
            return size, tuple(best)
    return None


def _stretch(words: Sequence[Word], at: int, pattern: Sequence[str]) -> int:
    """Over how many words from ``at`` on the pattern goes, 0 if it is not there.

    In a phrase may stand what was done, and whose its last word is: "attempt | was made | on | the senator's | life".
    """
    if _here(words, at, pattern):
        return len(pattern)
    if len(pattern) <= _PHRASE or not _here(words, at, pattern[:1]):
        return 0
    inner = pattern[1:-1]
    after = _past_passive(words, at + 1)
    last = _past_owner(words, after + len(inner))
    return last + 1 - at if _here(words, after, inner) and _here(words, last, pattern[-1:]) else 0


_AUXILIARY: Final = frozenset({"be", "have", "adv"})
_NAMES_OWNER: Final = frozenset({"det", "poss", "num", "noun"})


def _past_passive(words: Sequence[Word], at: int) -> int:
    """The word behind the passive verb that stands at ``at``; ``at`` for none."""
    after = at
    while after < len(words) and words[after].tag in _AUXILIARY:
        after += 1
    return after + 1 if at < after < len(words) and words[after].tag == "verb" else at


def _past_owner(words: Sequence[Word], at: int) -> int:
    """The word behind the owner, or the article, that a noun phrase begins with at ``at``."""
    after = at
    while after < len(words) and words[after].tag in _NAMES_OWNER:
        after += 1
    if after < len(words) and words[after].tag == "gen":
        return after + 1
    return at + 1 if at < len(words) and words[at].tag in {"det", "poss"} else at


def _across(words: Sequence[Word], at: int, stop: int, table: Patterns) -> tuple[int, tuple[Trigger, ...]] | None:
    """The longest trigger at ``at``, also with a preposition that lies beyond ``stop``, the end of its noun phrase.

    "Attempt on the life" runs over it; of "strike on" the preposition tells which kind of strike it is.
    """
    found = _longest(words, at, len(words), table)
    if found is None or found[0] <= stop - at:
        return found
    over = found[0] > _PHRASE or words[at + found[0] - 1].tag == "prep"
    return found if over else _longest(words, at, stop, table)


def _counts(parsed: Parsed, index: int, after: int) -> bool:
    """Does the noun phrase speak of the event, not of something named after it ("murder suspects")?"""
    chunk = parsed.chunks[index]
    if after - 1 >= chunk.head:
        return True
    if chunk.possessor is not None and after == chunk.possessor[1]:
        return True
    return all(parsed.words[at].tag != "noun" for at in range(after, chunk.last))


def _serves(index: int, clause: Clause, parsed: Parsed) -> bool:
    """Is it the object of the verb above, done for what the clause tells ("staged | a protest | to demand more")?"""
    above = parsed.by_verb.get(clause.governor)
    held = above is not None and any(index in nominal for nominal in above.objects)
    return held and not clause.passive and parsed.chunks[clause.verb].shape == "infinitive"


def clause_of(parsed: Parsed, index: int) -> Clause | None:
    """The clause in whose stretch the chunk stands: as its subject, object or after one of its prepositions."""
    for clause in parsed.clauses:
        described = clause.reduced or clause.relative or parsed.chunks[clause.verb].shape == "gerund"
        if index in clause.subject and not described and not _serves(index, clause, parsed):
            return clause
    best: Clause | None = None
    for clause in parsed.clauses:
        inside = clause.verb < index < clause.after
        if inside or (clause.before <= index < clause.verb and best is None):
            best = clause
    return best
