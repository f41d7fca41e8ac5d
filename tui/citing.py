"""What leaves the program, in words: an event with the sentences it rests on, and what an export holds and lacks."""

from pathlib import Path

from store.choosing import Chosen
from store.event_words import place_words
from store.when import describe
from tui.panes.card import CardData, Evidence
from tui.panes.words import published_short
from tui.text import one_to_one, plural


def written(chosen: Chosen, path: Path) -> str:
    """What was written to a file, as a sentence: how many events, and how many of those asked for are not in it."""
    left_out = (f", leaving out {item.count:,} {item.why}" for item in chosen.left_out if item.events)
    return f"Written: {plural(len(chosen.events), 'event')} to {path}{''.join(left_out)}."


def event_markdown(card: CardData) -> str:
    """The event as one line of Markdown, its figures and disputes, and a quotation with its source each."""
    from store.event_words import figures_text

    event = card.event
    parts = [f"**{describe(event.when)}**", event.title]
    parts += [part for part in (place_words(event.place), figures_text(event.figures)) if part]
    line = f"{' · '.join(parts)} ({event.ref})"
    if event.disputed:
        line += f"; sources disagree on: {', '.join(event.disputed)}"
    return f"{_clean(line)}\n\n{evidence_markdown(card)}"


def evidence_markdown(card: CardData) -> str:
    """The evidence sentences as quotations, each with its source."""
    return "\n".join(_quotation(evidence) for evidence in card.evidence)


def _quotation(evidence: Evidence) -> str:
    words = " ".join(_clean(evidence.text).split())
    note = ", near-copy" if evidence.copy else ""
    return f"> {words}\n> — {_clean(evidence.source_name)}, {published_short(evidence.published)}{note}\n"


def _clean(text: str) -> str:
    return one_to_one(text)
