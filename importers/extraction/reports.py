"""The cascade: from an article and its time phrases to reports of events with their claims.

Of each sentence: names, places -> tags -> chunks -> clauses -> triggers with their roles and factuality -> mentions,
folded -> their time and place. Of the article: whom mentions point back to -> happenings, each told by its mentions ->
what they tell of each other (who, how many, where, after what) -> confidence -> reports. docs/extraction.md tells which
module does what.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from importers.dating.resolve import resolve
from importers.extraction.happenings.agreeing import denies_own
from importers.extraction.happenings.clusters import cluster
from importers.extraction.happenings.coreference import resolve as resolve_people
from importers.extraction.happenings.dividing import divide, share_out
from importers.extraction.happenings.folding import fold
from importers.extraction.happenings.happenings import Cluster
from importers.extraction.happenings.identities import say_who
from importers.extraction.happenings.mishaps import settle_mishaps
from importers.extraction.happenings.narration import carry_days
from importers.extraction.happenings.occasions import Calendar, Dates
from importers.extraction.happenings.owning import disown, own_up, share_blame, share_captors, share_doers, trade_blame
from importers.extraction.happenings.people import settle_fates
from importers.extraction.happenings.recalling import foresee, recall
from importers.extraction.happenings.recounting import recount
from importers.extraction.happenings.sequence import free_the_arrested, mark_saved, tie_sequence
from importers.extraction.happenings.totals import mark_totals, tie_parts
from importers.extraction.happenings.whereabouts import carry_scenes, settle_places
from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.locating.places import Scenery, resolve_places, spellings
from importers.extraction.locating.records import is_exact
from importers.extraction.mentions.chronicle import date_entry
from importers.extraction.mentions.drafts import Draft, drafts_of
from importers.extraction.mentions.figures import settle as settle_figures
from importers.extraction.mentions.scene import place_drafts
from importers.extraction.mentions.timing import date_drafts
from importers.extraction.naming.names import find_names
from importers.extraction.reporting.casting import told_elsewhere
from importers.extraction.reporting.confidence import confidences
from importers.extraction.reporting.writing import report_of
from importers.extraction.roles.triggers import may_hold, may_report
from importers.extraction.sentencereader import SentenceReader
from importers.language.tokens import Sentence, sentences
from importers.progress import Work, result
from store.records.article import Article
from store.records.report import REAL, Report
from store.records.span import Span
from store.records.timex import TimeExpression

_Told = TypeVar("_Told")


def extract(
    article: Article, expressions: Sequence[TimeExpression], lexicon: Lexicon | None = None
) -> tuple[Report, ...]:
    """The events that an article reports, in the order of the text.

    ``expressions`` are those of ``article.body``. Without ``lexicon``, the shipped one of the article's language is
    used; none is found in a language that has no lexicon.
    """
    return result(extracting(article, expressions, lexicon))


def extracting(
    article: Article, expressions: Sequence[TimeExpression], lexicon: Lexicon | None = None
) -> Work[tuple[Report, ...]]:
    """Do the work of ``extract``, saying between its parts or stretches how much of the article is read."""
    if lexicon is None:
        lexicon = load_lexicons(article.language or "en")
    if lexicon is None:
        return ()
    body = article.body
    found = sentences(body, lexicon.language)
    names = find_names(found, body)
    sceneries = resolve_places(found, body, names, article.dateline_place, expressions)
    places = [mention for scenery in sceneries for mention in scenery.mentions]
    reader = SentenceReader(article, found, lexicon, names, places, expressions)
    published = next((candidate.start for candidate in article.candidates if candidate.start == candidate.end), None)
    days = Calendar(_dates(expressions, published), published)
    reports: list[Report] = []
    taken = 0
    for scenery in sceneries:
        drafts, clusters = happenings(scenery, reader, days)
        told = [told_elsewhere(home.drafts) for home in clusters]
        spelled = spellings(scenery, article.dateline_place)
        reports += [
            report_of(draft, clusters[draft.cluster], told[draft.cluster], spelled, taken)
            for draft in drafts
            if _worth(draft) and not _told_otherwise(draft, clusters[draft.cluster])
        ]
        taken += len(clusters)
        if scenery.part.numbers.stop < len(found):
            yield scenery.part.numbers.stop / len(found)
    return tuple(reports)


def happenings(scenery: Scenery, reader: SentenceReader, days: Calendar) -> tuple[list[Draft], list[Cluster]]:
    """The mentions of one part of an article, that of ``scenery``, and the happenings they are put together to."""
    numbers = scenery.part.numbers
    names, expressions = _within(reader.names, numbers), _within(reader.expressions, numbers)
    drafts: list[Draft] = []
    for sentence in reader.sentences[numbers.start : numbers.stop]:
        if may_report(sentence, reader.lexicon):
            told = _told_in(sentence, reader)
            date_entry(told, reader.entries.get(sentence.number))
            drafts += told
    settle_mishaps(drafts)
    resolve_people(drafts, names, reader.parsed_at)
    say_who(drafts, names, reader.parsed_at)
    carry_scenes(drafts)
    _settle_details(drafts)
    clusters = cluster(drafts, days)
    own_up(drafts, clusters)
    drafts += [*disown(drafts, clusters), *trade_blame(drafts, clusters)]
    asked = {number: reader.sentences[number] for number in numbers}
    drafts += recount(drafts, clusters, asked, reader.parsed_at)
    share_blame(drafts, clusters)
    share_doers(clusters)
    for home in clusters:
        settle_figures([draft.figures for draft in home.drafts])
        settle_fates(home.drafts)
    tie_parts(clusters)
    free_the_arrested(clusters)
    tie_sequence(drafts, clusters)
    share_captors(clusters)
    mark_saved(clusters)
    settle_places(drafts, clusters, scenery)
    if days.published is not None:
        foresee(clusters, days.dates, days.published)
    _weigh(drafts, clusters, days.dates)
    if days.published is not None:
        recall(clusters, days.dates, days.published)
    carry_days(drafts, expressions, reader.parsed_at)
    return drafts, clusters


def _within(told: Mapping[int, _Told], numbers: range) -> Mapping[int, _Told]:
    """What is told of the sentences of a part; of the whole article it is all."""
    return {number: told[number] for number in numbers if number in told}


def _told_in(sentence: Sentence, reader: SentenceReader) -> list[Draft]:
    """What one sentence tells, each mention once and with the time and the place that the sentence gives it."""
    tagged = reader.tagged(sentence)
    if not may_hold(tagged.words, tagged.forms, reader.lexicon):
        return []
    context = reader.parsed(sentence, tagged)
    drafts = share_out(fold(drafts_of(sentence, context)), tagged.places)
    date_drafts(drafts, tagged.expressions)
    place_drafts(drafts, tagged.places)
    mark_totals(drafts, tagged.expressions, context)
    return divide(drafts)


def _settle_details(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        draft.details = bool(
            draft.people()
            or (draft.time_basis == "own" and draft.time not in draft.context.anchors)
            or is_exact(draft.place)
            or (draft.number is not None and draft.number.known)
            or draft.figures
        )


def _weigh(drafts: Sequence[Draft], clusters: Sequence[Cluster], dates: Dates) -> None:
    """Say how sure each mention is; one put to no happening, too: what is told after it may be of its day."""
    alone = ([draft] for draft in drafts if draft.cluster < 0)
    for mentions in (*(home.drafts for home in clusters), *alone):
        for draft, (sure, reasons) in zip(mentions, confidences(mentions, dates), strict=True):
            draft.sure, draft.reasons = sure, reasons


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
    unreal = draft.stance.factuality not in REAL and not denies_own(draft)
    return draft.pointing_back and unreal and home.lead.stance.factuality in REAL


_WORTHLESS = 0.1
"""Less sure than this, a find is not even a candidate."""
