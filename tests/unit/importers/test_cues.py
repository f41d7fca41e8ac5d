"""A rule of the time grammar is tried only where the words stand that it cannot match without."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.dating.cascade import Rule
from importers.dating.cues import met, needs
from importers.dating.grammar import grammar
from importers.dating.vocabulary import CHAR, IDLE, spelled


@pytest.mark.parametrize(
    ("pattern", "enough", "lacking"),
    [
        ("IN (THE)? MONTH", "MONTH", "DAYNUM"),
        ("(EARLIER|LATER) IN THE UNIT", "LATER UNIT", "UNIT"),
        ("(ON|FOR) (?P<p>THE DAYNUM) (?=MONTH)", "DAYNUM", "MONTH"),
        ("DATE OF DATE | QTY+ (AGO)?", "QTY", "AGO"),
        ("(NOON|THE (PART|HALF)) (?!MONTH)", "HALF", "MONTH"),
        ("MONTH? (DAYNUM|YEARNUM)*", "", None),
    ],
)
def test_all_that_one_alternative_needs_must_be_there(pattern, enough, lacking):
    needed = needs(spelled(pattern, {}))
    assert met(needed, frozenset(CHAR[name] for name in enough.split()))
    assert lacking is None or not met(needed, frozenset(CHAR[name] for name in lacking.split()))


def test_what_no_pattern_holds_is_an_error():
    with pytest.raises(ValueError, match="pattern"):
        needs(CHAR["MONTH"] + "{0,2}")


_RULES = [rule for language in ("en", "es", "fr") for level in grammar(language).levels for rule in level.rules]


@settings(max_examples=150)
@given(st.sampled_from(_RULES).flatmap(lambda rule: st.tuples(st.just(rule), st.from_regex(rule.pattern))))
def test_no_rule_matches_where_its_needs_are_not_met(pair: tuple[Rule, str]):
    rule, text = pair
    assert all(met(rule.needs, frozenset(match[0]) - IDLE) for match in rule.pattern.finditer(text))
