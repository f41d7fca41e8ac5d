from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from importers.dating.solve import Limit, Unknown, narrow, solve
from store.records.article import DateCandidate
from store.records.published import Published


def day(text: str) -> date:
    return date.fromisoformat(text)


def candidate(text: str, basis: str = "header", last: str = "") -> DateCandidate:
    return DateCandidate(basis, day(text), day(last or text), text, f"the {basis}")


def one(*candidates: DateCandidate, limits: tuple[Limit, ...] = (), fixed: Published | None = None):
    return solve([Unknown(1, candidates, fixed, limits)])[1]


BEFORE_THE_VOTE = Limit((None, day("2023-10-14")), "it calls the vote of 15 October upcoming")
AFTER_THE_DEED = Limit((day("2023-08-09"), None), "it tells the deed of 9 August as past")


def test_the_best_candidate_is_stated_and_the_others_judged():
    solved = one(candidate("2023-09-04", "filename"), candidate("2023-09-02", "dateline"), candidate("2023-09-02"))
    assert (solved.published.status, solved.published.basis) == ("stated", "dateline")
    assert solved.published.day == day("2023-09-02")
    assert [entry.verdict for entry in solved.candidates] == ["weaker", "chosen", "agrees"]
    assert solved.candidates[0].why == "the dateline says 2023-09-02"


def test_a_dateline_without_a_year_is_not_passed_over_in_silence():
    (solved,) = solve([Unknown(1, yearless="23 mayo")]).values()
    assert (solved.published.day, solved.published.why) == (
        None,
        "its dateline says “23 mayo”, and nothing says of which year",
    )


def test_a_contradicted_date_stays_shown_and_dates_nothing():
    solved = one(candidate("2023-11-15"), limits=(BEFORE_THE_VOTE, AFTER_THE_DEED))
    assert solved.published.status == "contradicted"
    assert solved.published.day == day("2023-11-15"), "never silently replaced"
    assert "upcoming" in solved.published.why
    assert "between 2023-08-09 and 2023-10-14" in solved.published.why
    assert solved.candidates[0].verdict == "contradicted"
    assert solved.candidates[0].why == BEFORE_THE_VOTE.why
    assert solved.days == (day("2023-08-09"), day("2023-10-14"))


def test_a_lesser_candidate_that_fits_steps_in_and_says_so():
    solved = one(candidate("2023-11-15", "metadata"), candidate("2023-09-02", "filename"), limits=(BEFORE_THE_VOTE,))
    assert (solved.published.status, solved.published.basis) == ("stated", "filename")
    assert "the metadata says 2023-11-15, but it calls the vote" in solved.published.why


def test_without_candidates_the_limits_are_the_answer():
    solved = one(limits=(BEFORE_THE_VOTE, AFTER_THE_DEED))
    assert (solved.published.start, solved.published.end) == (day("2023-08-09"), day("2023-10-14"))
    assert (solved.published.status, solved.published.edtf) == ("inferred", "[2023-08-09..2023-10-14]")
    assert "upcoming" in solved.published.why
    half = one(limits=(AFTER_THE_DEED,)).published
    assert (half.start, half.end, half.edtf) == (day("2023-08-09"), None, "2023-08-09/..")


def test_nothing_known_is_unknown():
    published = one().published
    assert (published.status, published.start, published.end, published.edtf) == ("unknown", None, None, "")


def test_a_person_is_right_whatever_the_text_says():
    fixed = Published(day("2024-01-01"), day("2024-01-01"), "2024-01-01", "user", "stated", "set by hand")
    solved = one(candidate("2023-09-02"), limits=(BEFORE_THE_VOTE,), fixed=fixed)
    assert solved.published == fixed
    assert solved.candidates[0].verdict == "weaker"


def test_a_day_of_slack_for_time_zones():
    late = Limit((day("2023-09-03"), None), "it tells Sunday's match")
    assert one(candidate("2023-09-02"), limits=(late,)).published.status == "stated"
    assert one(candidate("2023-09-01"), limits=(late,)).published.status == "contradicted"


def test_a_month_is_narrowed_by_the_text():
    solved = one(candidate("2023-10-01", "filename", "2023-10-31"), limits=(BEFORE_THE_VOTE,))
    assert (solved.published.start, solved.published.end) == (day("2023-10-01"), day("2023-10-14"))


def test_near_copies_share_what_is_known_of_their_day():
    solved = solve(
        [
            Unknown(1, limits=(AFTER_THE_DEED,), name="a"),
            Unknown(2, limits=(BEFORE_THE_VOTE,), copy_of=1, name="b"),
            Unknown(3, (candidate("2023-09-04"),), name="c"),
            Unknown(4, copy_of=3, name="d"),
        ]
    )
    assert solved[1].published == solved[2].published
    assert solved[1].days == (day("2023-08-09"), day("2023-10-14"))
    assert solved[4].published.day == day("2023-09-04")
    assert "near-copy of c" in solved[4].published.why


DAYS = st.one_of(st.none(), st.integers(0, 40).map(lambda days: day("2023-01-01") + timedelta(days)))
LIMITS = st.lists(st.builds(Limit, st.tuples(DAYS, DAYS), st.text("ab", max_size=2), st.booleans()), max_size=6)


@given(LIMITS, st.randoms())
def test_narrowing_depends_on_no_order_and_never_empties(limits, random):
    limits = [limit for limit in limits if None in limit.days or limit.days[0] <= limit.days[1]]
    shuffled = random.sample(limits, len(limits))
    (first, last), holding = narrow(limits)
    assert narrow(shuffled)[0] == (first, last)
    assert first is None or last is None or first <= last
    assert {limit.days[0] for limit in holding} | {None} >= {first}
    assert {limit.days[1] for limit in holding} | {None} >= {last}
