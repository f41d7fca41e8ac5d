"""The cascade: from an article and its time phrases to reports of events with their claims.

sentences and tokens -> quantities -> names and places -> tags -> chunks -> clauses -> triggers -> roles ->
factuality -> mentions of a sentence folded -> time and place -> clusters -> confidence and titles -> reports
"""

from collections.abc import Sequence

from importers.dating.resolve import resolve
from importers.extraction.chunks import chunk
from importers.extraction.clauses import parse
from importers.extraction.clusters import Cluster, Dates, cluster
from importers.extraction.confidence import confidence
from importers.extraction.drafts import Draft, drafts_of
from importers.extraction.entities import Context
from importers.extraction.folding import fold
from importers.extraction.lexicon import Lexicon, load_lexicons
from importers.extraction.scene import date_drafts
from importers.extraction.tagging import tag
from importers.extraction.titles import title
from importers.extraction.writing import claims_of
from importers.language.quantities import find_quantities
from importers.language.tokens import Sentence, sentences
from store.records import NOWHERE, Article, Factuality, Report, Span, TimeExpression


def extract(
    article: Article, expressions: Sequence[TimeExpression], lexicon: Lexicon | None = None
) -> tuple[Report, ...]:
    """The events that an article reports, in the order of the text.

    ``expressions`` are those of ``article.body``. Without ``lexicon``, the shipped one of the article's language is
    used; none is found in a language that has no lexicon.
    """
    if lexicon is None:
        lexicon = load_lexicons(article.language or "en")
    if lexicon is None:
        return ()
    body = article.body
    drafts: list[Draft] = []
    at = 0
    for sentence in sentences(body, lexicon.language):
        inside = []
        while at < len(expressions) and expressions[at].start < sentence.span.end:
            if expressions[at].start >= sentence.span.start:
                inside.append(expressions[at])
            at += 1
        drafts += _of_sentence(sentence, body, inside, lexicon)
    _settle_details(drafts)
    clusters = cluster(drafts, _dates(article, expressions))
    return tuple(_report(draft, clusters[draft.cluster]) for draft in drafts if _worth(draft))


def _of_sentence(
    sentence: Sentence, body: str, expressions: Sequence[TimeExpression], lexicon: Lexicon
) -> list[Draft]:
    quantities = find_quantities(sentence, body, articles=True)
    words = tag(
        sentence,
        lexicon,
        [expression.span for expression in expressions],
        [quantity.span for quantity in quantities if quantity.rule != "article"],
    )
    parsed = parse(words, chunk(words, lexicon), lexicon)
    context = Context(body, parsed, lexicon, {quantity.start: quantity for quantity in quantities}, sentence.capitals)
    drafts = fold(drafts_of(sentence, context))
    date_drafts(drafts, expressions)
    return drafts


def _settle_details(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        draft.details = bool(
            draft.people()
            or (draft.time is not None and draft.time_basis == "own")
            or draft.place != NOWHERE
            or (draft.number is not None and draft.number.known)
            or draft.figures
        )


def _dates(article: Article, expressions: Sequence[TimeExpression]) -> Dates:
    """The time phrases resolved with the publication day that the article states for itself, if it does."""
    stated = next((c for c in article.candidates if c.start == c.end), None)
    reference = (stated.start, stated.end) if stated is not None else None
    return {Span(timex.start, timex.end): timex.when for timex in resolve(expressions, reference)}


def _worth(draft: Draft) -> bool:
    """Is it worth keeping, if only as a candidate?"""
    if draft.trigger.pointing and not draft.pointing_back:
        return False
    return not draft.stance.generic


def _factuality(draft: Draft) -> Factuality:
    if draft.stance.factuality == "happened" and draft.stance.background:
        return "background"
    return draft.stance.factuality


def _report(draft: Draft, home: Cluster) -> Report:
    words = draft.context.words
    lead = home.lead
    name = lead.type if not draft.is_total else draft.type
    sure, reasons = confidence(draft)
    voice = draft.stance.voice
    first, last = draft.sentence.span.start, draft.sentence.span.end
    trigger_start = draft.start
    trigger_end = words[draft.found.first].end
    return Report(
        start=first,
        end=last,
        sentence_no=draft.sentence.number,
        trigger=draft.context.text[trigger_start:trigger_end],
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        event_type=draft.context.lexicon.types[name].event_type,
        sub_event_type=name,
        factuality=_factuality(draft),
        confidence=sure,
        reasons=reasons,
        attributed_to=voice.name if voice is not None else "",
        claims=claims_of(draft, name),
        place=draft.place,
        time=draft.time,
        time_basis="frame" if draft.time_basis == "frame" else "own" if draft.time is not None else "",
        title=title(lead, draft.place),
        cluster=home.number,
        part_of=draft.part_of,
        is_total=draft.is_total,
    )
