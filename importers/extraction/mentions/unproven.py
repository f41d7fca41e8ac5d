"""What a noun of saying tells ("the claim that ...") where it is but a rumour, could not be verified, or is false."""

from collections.abc import Iterator

from importers.extraction.sentences.entities import Context
from importers.extraction.syntax.clauses import Clause
from store.records.report import Factuality


def unproven(clause: Clause, context: Context) -> tuple[Factuality, str] | None:
    """What is made of a clause by the noun of saying before it, or by whoever could not verify it; None for nothing."""
    lexicon, parsed = context.lexicon, context.parsed
    if not clause.link or clause.link.split()[-1] not in lexicon.words("complementizers") or clause.relative:
        return None
    noun = _noun_before(clause, context)
    if noun < 0:
        governor = parsed.by_verb.get(clause.governor)
        verb = _doubting(governor, noun, context) if governor is not None else ""
        return ("possible", f"“{verb}”") if verb else None
    if false := _belied(clause, context):
        return "denied", f"“{false}”"
    head = parsed.words[parsed.chunks[noun].head].lemma
    if head in lexicon.cues("possible_nouns"):
        return "possible", f"“{head} {clause.link}”"
    verb = next((verb for host in _hosts(noun, context) if (verb := _doubting(host, noun, context))), "")
    return ("possible", f"“{verb}”") if verb else None


def _noun_before(clause: Clause, context: Context) -> int:
    """The noun of saying whose content the clause is ("rumours that a child was taken"), -1 for none."""
    parsed, lexicon = context.parsed, context.lexicon
    before = [at for at in range(min((*clause.subject, clause.verb))) if parsed.chunks[at].kind == "np"]
    if not before or parsed.words[parsed.chunks[before[-1]].last].lower != clause.link:
        return -1
    head = parsed.words[parsed.chunks[before[-1]].head].lemma
    told = head in lexicon.cues("told_nouns") or head in lexicon.cues("possible_nouns")
    return before[-1] if told else -1


def _hosts(noun: int, context: Context) -> Iterator[Clause]:
    """The clauses that say something of the noun."""
    for clause in context.parsed.clauses:
        rows = (clause.subject, *clause.objects, *(nominal for _, nominal in clause.preps))
        if any(noun in nominal for nominal in rows):
            yield clause


def _doubting(host: Clause, noun: int, context: Context) -> str:
    """The verb by which nobody knows it yet: "could not verify", "unable to confirm", "are looking into reports"."""
    lexicon, chunk = context.lexicon, context.parsed.chunks[host.verb]
    verb = context.parsed.main(host).verb
    if (chunk.negated or chunk.shape == "infinitive") and verb in lexicon.cues("verifying_verbs"):
        return verb
    looks = {verb, *(f"{verb} {prep}" for prep, nominal in host.preps if noun in nominal)}
    return verb if noun >= 0 and not looks.isdisjoint(lexicon.cues("inquiring_verbs")) else ""


def _belied(clause: Clause, context: Context) -> str:
    """The word behind the clause by which it is not so: "rumours that a bomb went off turned out to be false"."""
    told, untrue = False, context.lexicon.cues("untrue_words")
    for chunk in context.parsed.chunks[clause.after :]:
        head = context.parsed.words[chunk.head]
        if chunk.kind == "vg" and not chunk.negated:
            told = True
        elif chunk.kind == "np" and told:
            return head.lower if head.lower in untrue or head.lemma in untrue else ""
        elif chunk.kind not in {"prep", "adv"}:
            return ""
    return ""
