"""The cascade: from an article and its time phrases to reports of events with their claims.

sentences and tokens -> quantities -> names and places -> tags -> chunks -> clauses -> triggers -> roles ->
factuality -> mentions of a sentence folded -> time and place -> clusters -> owning up -> confidence ->
what is recalled -> reports
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date

from importers.dating.resolve import resolve
from importers.extraction.casting import told_elsewhere
from importers.extraction.chunks import chunk
from importers.extraction.clusters import Cluster, cluster
from importers.extraction.confidence import confidences
from importers.extraction.coreference import resolve as resolve_people
from importers.extraction.dividing import divide, share_out
from importers.extraction.drafts import Draft, drafts_of
from importers.extraction.entities import Context
from importers.extraction.figures import settle as settle_figures
from importers.extraction.folding import fold
from importers.extraction.lexicon import Lexicon
from importers.extraction.lexiconfiles import load_lexicons
from importers.extraction.namebase import capitals_tell
from importers.extraction.names import Name, find_names
from importers.extraction.narration import carry_days
from importers.extraction.occasions import Calendar, Dates, died_later
from importers.extraction.owning import own_up, share_captors, share_doers
from importers.extraction.parsing import parse
from importers.extraction.placementions import PlaceMention
from importers.extraction.placerecords import is_exact
from importers.extraction.places import Scenery, resolve_places, spellings
from importers.extraction.recalling import recall
from importers.extraction.scene import place_drafts
from importers.extraction.sequence import mark_saved, tie_sequence
from importers.extraction.tagging import known_names, starts_in, tag
from importers.extraction.timing import date_drafts
from importers.extraction.titles import title
from importers.extraction.totals import mark_totals, tie_parts
from importers.extraction.triggers import may_hold, may_report
from importers.extraction.whereabouts import carry_scenes, settle_places
from importers.extraction.word import Word
from importers.extraction.writing import claims_of
from importers.language.quantities import Quantity, find_quantities
from importers.language.tokens import Sentence, sentences
from store.records.article import Article
from store.records.record import record
from store.records.report import REAL, Factuality, Report, TimeBasis
from store.records.span import Span
from store.records.timex import TimeExpression


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
    drafts, clusters, scenery = happenings(article, expressions, lexicon)
    told = [told_elsewhere(home.drafts) for home in clusters]
    spelled = spellings(scenery, article.dateline_place)
    return tuple(
        _report(draft, clusters[draft.cluster], told[draft.cluster], spelled)
        for draft in drafts
        if _worth(draft) and not _told_otherwise(draft, clusters[draft.cluster])
    )


def happenings(
    article: Article, expressions: Sequence[TimeExpression], lexicon: Lexicon
) -> tuple[list[Draft], list[Cluster], Scenery]:
    """The mentions of an article, the happenings they are put together to, and its places."""
    body = article.body
    found = sentences(body, lexicon.language)
    names = find_names(found, body)
    scenery = resolve_places(found, body, names, article.dateline_place)
    of_sentence = _Grouped(names, scenery.mentions, expressions)
    drafts: list[Draft] = []
    for sentence in found:
        if may_report(sentence, lexicon):
            headline = _is_headline(sentence, article)
            drafts += _of_sentence(sentence, body, of_sentence, lexicon, headline=headline)
    resolve_people(drafts, of_sentence.by_number)
    carry_scenes(drafts)
    _settle_details(drafts)
    published = next((candidate.start for candidate in article.candidates if candidate.start == candidate.end), None)
    days = Calendar(_dates(expressions, published), published)
    clusters = cluster(drafts, days)
    own_up(drafts, clusters)
    share_doers(clusters)
    for home in clusters:
        settle_figures([draft.figures for draft in home.drafts])
    tie_parts(clusters)
    tie_sequence(drafts, clusters)
    share_captors(clusters)
    mark_saved(clusters)
    settle_places(drafts, clusters, scenery)
    alone = ([draft] for draft in drafts if draft.cluster < 0)
    for happening in (*(home.drafts for home in clusters), *alone):
        for draft, (sure, reasons) in zip(happening, confidences(happening, days.dates), strict=True):
            draft.sure, draft.reasons = sure, reasons
    if published is not None:
        recall(clusters, days.dates, published)
    carry_days(
        drafts,
        {sentence.number: told for sentence in found if (told := of_sentence.expressions(sentence))},
        lambda number: _read(found[number], body, of_sentence, lexicon),
    )
    return drafts, clusters, scenery


class _Grouped:
    """Names, places and time phrases by sentence."""

    def __init__(
        self, names: Sequence[Name], places: Sequence[PlaceMention], expressions: Sequence[TimeExpression]
    ) -> None:
        self._names: dict[int, list[Name]] = {}
        for name in names:
            self._names.setdefault(name.sentence, []).append(name)
        self._places: dict[int, list[PlaceMention]] = {}
        for place in places:
            self._places.setdefault(place.sentence, []).append(place)
        self._expressions = expressions
        self._starts = [expression.start for expression in expressions]

    @property
    def by_number(self) -> Mapping[int, Sequence[Name]]:
        return self._names

    def names(self, sentence: Sentence) -> tuple[Name, ...]:
        return tuple(self._names.get(sentence.number, ()))

    def places(self, sentence: Sentence) -> tuple[PlaceMention, ...]:
        return tuple(self._places.get(sentence.number, ()))

    def expressions(self, sentence: Sentence) -> Sequence[TimeExpression]:
        first, last = bisect_left(self._starts, sentence.span.start), bisect_left(self._starts, sentence.span.end)
        return self._expressions[first:last]


def _is_headline(sentence: Sentence, article: Article) -> bool:
    """Is it the article's title, or a first line that stands alone as one does, without a full stop?"""
    span = article.title_span
    if span is not None and span.start <= sentence.span.start < span.end:
        return True
    if sentence.number > 0 or sentence.paragraph > 0:
        return False
    words = sum(token.kind != "punct" for token in sentence.tokens)
    last = article.text[sentence.span.start : sentence.span.end].rstrip()[-1:]
    return words <= _LONGEST_HEADLINE and last not in _FULL_STOPS


_LONGEST_HEADLINE = 20
_FULL_STOPS = frozenset('.!?…:;"”»')


@record
class _Tagged:
    """A sentence's words, and what was found in it before they are parsed."""

    words: tuple[Word, ...]
    quantities: Sequence[Quantity]
    expressions: Sequence[TimeExpression]
    places: Sequence[PlaceMention]


def _of_sentence(sentence: Sentence, body: str, grouped: _Grouped, lexicon: Lexicon, *, headline: bool) -> list[Draft]:
    tagged = _tagged(sentence, body, grouped, lexicon, headline=headline)
    if not may_hold(tagged.words, lexicon):
        return []
    context = _parsed(tagged, sentence, body, grouped, lexicon, headline=headline)
    drafts = share_out(fold(drafts_of(sentence, context)), tagged.places)
    date_drafts(drafts, tagged.expressions)
    place_drafts(drafts, tagged.places)
    mark_totals(drafts, tagged.expressions, context)
    return divide(drafts)


def _tagged(sentence: Sentence, body: str, grouped: _Grouped, lexicon: Lexicon, *, headline: bool) -> _Tagged:
    quantities = find_quantities(sentence, body, articles=True)
    vague = lexicon.words("vague_times")
    known = known_names(sentence, lexicon)
    expressions = [
        e
        for e in grouped.expressions(sentence)
        if e.text.lower() not in vague and not any(e.span.overlaps(name) for name in known)
    ]
    places = tuple(
        p for p in grouped.places(sentence) if not any(Span(p.start, p.end).overlaps(name) for name in known)
    )
    words = tag(
        sentence,
        lexicon,
        [expression.span for expression in expressions],
        [quantity.span for quantity in quantities if quantity.rule != "article"],
        [*(name.span for name in grouped.names(sentence) if _is_noun(name, sentence, places)), *known],
        headline=headline,
    )
    return _Tagged(words, quantities, expressions, places)


def _read(sentence: Sentence, body: str, grouped: _Grouped, lexicon: Lexicon) -> Context:
    """A sentence that tells of nothing, parsed."""
    tagged = _tagged(sentence, body, grouped, lexicon, headline=False)
    return _parsed(tagged, sentence, body, grouped, lexicon, headline=False)


def _parsed(
    tagged: _Tagged, sentence: Sentence, body: str, grouped: _Grouped, lexicon: Lexicon, *, headline: bool
) -> Context:
    words = tagged.words
    return Context(
        body,
        parse(words, chunk(words, lexicon), lexicon),
        lexicon,
        {quantity.start: quantity for quantity in tagged.quantities},
        sentence.capitals,
        grouped.names(sentence),
        starts_in([place.span for place in tagged.places], words),
        headline,
    )


def _is_noun(name: Name, sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Are its words nouns, whatever they are otherwise ("Abu Sayed")? Not if a sentence's first or all are capitals."""
    if name.kind != "other" or (name.first and capitals_tell(sentence)):
        return True
    # A place word makes a place of the name ("barrio Nueva Prosperina").
    return any(place.start <= name.start and name.end <= place.end for place in places)


def _settle_details(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        draft.details = bool(
            draft.people()
            or (draft.time is not None and draft.time_basis == "own")
            or is_exact(draft.place)
            or (draft.number is not None and draft.number.known)
            or draft.figures
        )


def _dates(expressions: Sequence[TimeExpression], published: date | None) -> Dates:
    """The time phrases resolved with the publication day that the article states for itself, if it does."""
    reference = (published, published) if published is not None else None
    return {Span(timex.start, timex.end): timex.when for timex in resolve(expressions, reference)}


def _worth(draft: Draft) -> bool:
    """Is it worth keeping, if only as a candidate?"""
    if draft.trigger.effect and draft.stance.factuality == "denied":
        # "Nobody was hurt": what did not come of an event is none.
        return False
    return draft.cluster >= 0 and not draft.stance.generic and draft.sure >= _WORTHLESS


def _told_otherwise(draft: Draft, home: Cluster) -> bool:
    """Is it only spoken of as possible or planned here, while the article tells that it happened?"""
    return draft.pointing_back and draft.stance.factuality not in REAL and home.lead.stance.factuality in REAL


_WORTHLESS = 0.15
"""Less sure than this, a find is not even a candidate."""


def _factuality(draft: Draft) -> Factuality:
    if draft.stance.factuality == "happened" and draft.stance.background:
        return "background"
    return draft.stance.factuality


def _basis(draft: Draft) -> TimeBasis:
    if draft.time_basis == "own" and died_later(draft):
        # The day of a death in hospital is one by which the deed was done.
        return "reported"
    return draft.time_basis if draft.time is not None else ""


def _report(draft: Draft, home: Cluster, nearer: frozenset[int], spelled: Mapping[str, str]) -> Report:
    words = draft.context.words
    lead = home.lead
    name = lead.type if not draft.is_total else draft.type
    sure = draft.sure
    if draft.pointing_back and not (draft.stance.factuality == "planned" and draft.time_basis == "own"):
        # A word that points back is as sure as what it points to, no surer.
        sure = min(sure, max((other.sure for other in home.drafts if not other.pointing_back), default=0.0))
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
        reasons=draft.reasons,
        attributed_to=voice.name if voice is not None else "",
        claims=claims_of(draft, name, nearer),
        place=draft.place,
        time=draft.time,
        time_basis=_basis(draft),
        title=title(home.teller, lead.type, draft.place, home.drafts, spelled),
        cluster=home.number,
        part_of=home.part_of,
        follows=home.follows,
        is_total=draft.is_total,
        asserted=draft.asserted,
    )
