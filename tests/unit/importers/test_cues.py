"""A rule of the time grammar is tried only where a word stands that it cannot match without."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.dating.cascade import Rule
from importers.dating.cues import ANY, cues
from importers.dating.grammar import grammar
from importers.dating.vocabulary import CHAR, spelled


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("IN (THE)? MONTH", {"MONTH"}),
        ("(EARLIER|LATER) IN THE UNIT", {"UNIT"}),
        ("(ON|FOR) (?P<p>THE DAYNUM) (?=DOT|COMMA)", {"DAYNUM"}),
        ("DATE OF DATE | QTY+ (AGO)?", {"DATE", "QTY"}),
        ("(NOON|THE (PART|HALF)) (?!MONTH)", {"NOON", "PART", "HALF"}),
    ],
)
def test_cues_are_the_rarest_of_what_each_alternative_needs(pattern, needed):
    assert cues(spelled(pattern, {})) == {CHAR[name] for name in needed}


def test_where_nothing_is_sure_everything_is_a_cue():
    assert cues(spelled("MONTH? (DAYNUM|YEARNUM)*", {})) == ANY
    with pytest.raises(ValueError, match="pattern"):
        cues(CHAR["MONTH"] + "{0,2}")


_RULES = [rule for language in ("en", "es", "fr") for level in grammar(language).levels for rule in level.rules]


@settings(max_examples=150)
@given(st.sampled_from(_RULES).flatmap(lambda rule: st.tuples(st.just(rule), st.from_regex(rule.pattern))))
def test_no_rule_matches_without_its_cues(pair: tuple[Rule, str]):
    rule, text = pair
    assert all(rule.cues & set(match[0]) for match in rule.pattern.finditer(text))
