"""Which sentences are read up to their clauses: those in which a trigger stands with all that it cannot do without."""

import pytest

from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.roles.triggers import can_report, may_hold
from importers.extraction.syntax.tagging import tag
from importers.extraction.syntax.word import forms_of
from importers.language.tokens import sentences


def lexicon_of(language: str) -> Lexicon:
    lexicon = load_lexicons(language)
    assert lexicon is not None
    return lexicon


@pytest.mark.parametrize(
    ("language", "text", "held"),
    [
        ("en", "Rebels killed two guards.", True),
        ("en", "The two guards are dead.", True),
        ("en", "The rebels were responsible for it.", True),
        # "Be" reports nothing without "responsible", "behind it" ...
        ("en", "The rebels were at the river.", False),
        ("en", "They slit the throat of a guard.", True),
        ("en", "They slit the sack of flour.", False),
        ("es", "Quitaron la vida a un guardia.", True),
        ("es", "Quitaron la arena del camino.", False),
    ],
)
def test_a_sentence_holds_a_trigger_with_all_its_words(language: str, text: str, held: bool) -> None:
    lexicon = lexicon_of(language)
    words = tag(sentences(text, language)[0], lexicon)
    assert may_hold(words, forms_of(words), lexicon) is held


def test_what_needs_a_weapon_reports_nothing_where_none_is_told() -> None:
    trigger = next(one for words, one in lexicon_of("en").verb_triggers["put"] if words == ("put",) and one.only_with)
    assert can_report(trigger, frozenset({"they", "put", "bomb", "bridge"}))
    assert not can_report(trigger, frozenset({"they", "put", "sign", "bridge"}))


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_type_is_refined_by_all_rules_that_one_after_another_may_lead_to(language: str) -> None:
    lexicon = lexicon_of(language)
    chained = [
        (first, then)
        for rules in lexicon.refinements.values()
        for first in rules
        for then in rules[rules.index(first) + 1 :]
        if first.target in then.sources
    ]
    assert chained
    for name, rules in lexicon.refinements.items():
        reached = {name}
        for rule in rules:
            assert not rule.sources.isdisjoint(reached)
            reached.add(rule.target)
