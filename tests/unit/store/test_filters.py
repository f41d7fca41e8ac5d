"""The filter language: what it means, how it says so, and that any text is read, or explained at the word at fault."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from store_samples import ids, path_of

from store import queries, word_forms, writer
from store.connection import Database, open_reader
from store.filters import EVERYTHING, Filter, FilterError, parse
from store.terms import FLAGS, KEYS


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", [2, 1, 3, 4]),
        ("   ", [2, 1, 3, 4]),
        ("capital", [1]),
        ("cap", [1]),
        ("cap ", []),
        ("cap*", [1]),
        ("CAPITÁL", [1]),
        ("car bombs", [1]),
        ('"car bombs"', [1]),
        ('"bombs car"', []),
        ("bombs car", [1]),
        ('"car bom', []),
        ("guns OR thursday", [1]),
        ("cuenca", [2]),
        ("lobos", [3]),
        ("negotiation", [3]),
        ("bombs -thursday", []),
        ("-thursday", [2, 3, 4]),
        ("NOT thursday", [2, 3, 4]),
        ("-(thursday OR cuenca)", [3, 4]),
        ("(thursday OR cuenca) -capital", [2]),
        ("found AND cuenca", [2]),
        ("type:car_bomb", [1]),
        ("type:CAR-BOMB", [1]),
        ('type:"car bomb"', [1]),
        ("type:bomb", [1]),
        ("type:explosions", [2, 1, 4]),
        ('type:"Explosions/Remote violence"', [2, 1, 4]),
        ("type:strat", [3]),
        ("type:nothing", []),
        ("date:2023-08", [2, 1]),
        ("date:2023-08-31", [1]),
        ("date:2023-08-15..2023-09-02", [1]),
        ("date:2023-08..", [2, 1, 3]),
        ("date:..2023-08-30", []),
        ("-date:2023", [3, 4]),
        ("maybe:2023-08-15", [2]),
        ("maybe:2023-09-15", [3]),
        ("maybe:..2023-09", [2, 1, 3]),
        ("before:2023-09", [2, 1]),
        ("before:2023-08-31", []),
        ("-before:2023-09", [3, 4]),
        ("after:2023-08-31", [3]),
        ("after:2023-07", [2, 1, 3]),
        ("place:quito", [1]),
        ('place:"prison in Cuenca"', [2]),
        ("place:Colombia", [3]),
        ("country:ec", [2, 1]),
        ("country:Ecuador", [2, 1]),
        ("country:col", [3]),
        ("country:XX", []),
        ('who:"Los Lobos"', [3]),
        ("who:gang", [3]),
        ('outlet:"Latin Post"', [2, 3]),
        ('-outlet:"Latin Post"', [1, 4]),
        ("outlet:seed", [1]),
        ("source:3", [1]),
        ("source:device.md", [2]),
        ("source:nothing.txt", []),
        ("title:capital", [1]),
        ("evidence:capital", []),
        ("evidence:31", [1]),
        ("killed:31", [1]),
        ("killed:>=3", [1]),
        ("killed:>31", []),
        ("killed:<=31", [1]),
        ("killed:30..40", [1]),
        ("-killed:>=3", [2, 3, 4]),
        ("sources:>=2", [1]),
        ("articles:1", [2, 3, 4]),
        ("confidence:<0.5", [4]),
        ("confidence:>=0.9", [2, 1, 3]),
        ("status:new", [2, 1, 3, 4]),
        ("is:disputed", [1]),
        ("is:undated", [4]),
        ("is:dated", [2, 1, 3]),
        ("is:planned", [3]),
        ("is:candidate", [4]),
        ("-is:candidate", [2, 1, 3]),
        ("is:copy", [1]),
        ("is:starred OR is:edited OR is:tagged OR is:noted OR is:rejected", []),
        ("is:selected", [1, 4]),
        ("id:EV-000002", [2]),
        ("id:2 OR id:3", [2, 3]),
        ("id:99", []),
        ("text:helicopter", [1]),
        ("KILLED:31", [1]),
        ("capital OR is:undated -cuenca", [1, 4]),
    ],
)
def test_what_a_filter_keeps(db: Database, text: str, kept: list[int]) -> None:
    selected = frozenset({1, 4, 99})
    assert ids(db, text, selected=selected) == kept
    found = queries.matches(db, parse(text), selected=selected)
    assert (found.total, sum(n for _, n in found.days) + found.undated) == (len(kept), len(kept))


def test_words_that_no_event_has_are_looked_for_in_the_articles(db: Database) -> None:
    assert ids(db, "helicopter") == [1]
    assert queries.matches(db, parse("helicopter cali ")).in_text == ("helicopter",)
    assert queries.matches(db, parse("capital")).in_text == ()
    assert ids(db, '"coche bomba" cuenca') == [2]
    assert ids(db, "station") == [4], "its own words come first: the article on the talks has the word in passing"
    assert ids(db, "text:station") == [3, 4]
    assert ids(db, "-helicopter") == [2, 1, 3, 4], "what an article says somewhere leaves no event out"
    assert ids(db, "xyzzy") == []


@pytest.mark.parametrize("most", [0, 1, 16])
def test_a_beginning_keeps_the_same_however_many_words_begin_so(
    db: Database, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(word_forms, "_MOST", most)
    assert ids(db, "Thurs") == [1]
    assert ids(db, "grena* OR nego*") == [3, 4]
    assert ids(db, "place:cuen* OR title:talk*") == [2, 3]
    assert ids(db, "bomb* -helic") == [1]
    assert ids(db, "helico") == [1]
    assert ids(db, "minís") == [3]
    assert queries.matches(db, parse("helico")).in_text == ("helico",)


@pytest.mark.parametrize("term", ["type:explosions", "type:mob", "type:bomb", "country:EC", "country:PE", "country:XK"])
def test_words_and_a_term_keep_what_both_of_them_keep(db: Database, term: str) -> None:
    """The index is asked for the names of types and countries too; people may have given events others."""
    writer.edit_events(db, {2: ["Mob violence / a, b", "mob_up-roar"]}, "type")
    writer.edit_events(db, {3: ["PE", "Peru's “north”", "", "", "", None, None, 6]}, "place")
    writer.edit_events(db, {4: ["XK", "", "", "", "", None, None, 6]}, "place")
    for word in ("a*", "the*", "device OR talks OR bombs"):
        assert ids(db, f"({word}) {term}") == [one for one in ids(db, term) if one in ids(db, word)]
    assert ids(db, "type:mob found") == [2]
    assert ids(db, "country:PE talks") == [3]


def test_the_human_side_can_be_filtered(db: Database) -> None:
    writer.star(db, [1])
    writer.tag(db, [1, 2], ["Verify", "año"])
    writer.note(db, 2, "call them")
    writer.set_status(db, [4], "rejected")
    writer.edit_events(db, {3: "Talks in Cali"}, "title")
    assert [ids(db, text) for text in ("is:starred", "tag:verify", "tag:año", "is:tagged", "is:noted")] == [
        [1],
        [2, 1],
        [2, 1],
        [2, 1],
        [2],
    ]
    assert [ids(db, text) for text in ("status:rejected", "is:rejected", "is:edited", "-is:edited")] == [
        [4],
        [4],
        [2, 1, 3, 4],
        [],
    ]
    assert ids(db, "title:cali") == [3]


def test_an_event_that_was_merged_is_found_by_its_old_id(db: Database) -> None:
    from store_samples import DRAFTS, timeline

    from store.records.linking import EventDraft

    merged = EventDraft(DRAFTS[0].event, (1, 3, 2))
    writer.save_timeline(db, timeline((merged, *DRAFTS[2:])))
    assert ids(db, "id:2") == [1]


@pytest.mark.parametrize(
    ("text", "fault", "says"),
    [
        ("quito kiled:3", "kiled:", "There is no key “kiled”. Did you mean “killed”?"),
        ("xyzzy:3", "xyzzy:", "There is no key “xyzzy”. Put it in quotes to search for the words."),
        (
            "killed:many quito",
            "killed:many",
            "killed: needs a number, not “many”: killed:>=3, killed:3 or killed:3..10.",
        ),
        ("killed:", "killed:", "killed: needs a number: killed:>=3"),
        ("killed:2.5", "killed:2.5", "“2.5” is not a whole number"),
        ("confidence:2", "confidence:2", "Confidence is between 0 and 1"),
        ("killed:9..3", "killed:9..3", "The range ends (3) before it begins (9)."),
        ("date:2023-13", "date:2023-13", "There is no 2023-13 in the calendar. Write a year, month or day"),
        ("date:yesterday", "date:yesterday", "“yesterday” is not a date."),
        ("date:2023-09..2023-08", "date:2023-09..2023-08", "The range ends (2023-08) before it begins (2023-09)."),
        ("date:", "date:", "A date is missing."),
        ("before:2023..2024", "before:2023..2024", "before: takes one date, not a range. Use date:2023..2024"),
        ("is:disputd", "is:disputd", "is: cannot be “disputd”. Did you mean “disputed”? It is one of selected,"),
        ("status:done", "status:done", "It is one of new, checked, contested, rejected."),
        ("type:", "type:", "type: needs an event type, such as type:car_bomb."),
        ("place:", "place:", "place: needs a word, or several in quotes."),
        ("id:first", "id:first", "“first” is no event id. Write it as id:EV-000012 or id:12."),
        ("a !!! b", "!!!", "“!!!” has no letter or digit to search for."),
        ('a ""', '""', "“” has no letter or digit to search for."),
        ("(quito OR cuenca", "(", "This “(” is not closed."),
        ("quito)", ")", "There is no “(” that this “)” closes."),
        ("a () b", "()", "There is nothing between these parentheses."),
        ("quito OR", "OR", "“OR” stands between two parts, and one is missing."),
        ("AND quito", "AND", "“AND” stands between two parts, and one is missing."),
        ("quito -", "-", "A “-” leaves out what follows it, and nothing does."),
        ("(a) - )", "-", "A “-” leaves out what follows it, and nothing does."),
    ],
)
def test_a_bad_filter_is_explained_at_the_word_at_fault(text: str, fault: str, says: str) -> None:
    with pytest.raises(FilterError) as caught:
        parse(text)
    assert text[caught.value.start : caught.value.end] == fault
    assert says in caught.value.message


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "everything"),
        (
            'type:car_bomb date:2023-08..2023-09-02 -outlet:"Latin Post" killed:>=3',
            "car bombs, Aug 2023 – 2 Sep 2023, not from Latin Post, at least 3 killed",
        ),
        ("quito ", "“quito”"),
        ("qui", "“qui…”"),
        ('"car bomb" OR is:undated', "“car bomb” or undated"),
        ("(a OR b) -c ", "(“a…” or “b”), not “c”"),
        ("type:state_of_emergency maybe:2023", "states of emergency, possibly 2023"),
        ("type:robbery place:Napo ", "robberies, in Napo"),
        ("killed:3..10 sources:1 confidence:>=0.5", "3 to 10 killed, 1 independent source, confidence at least 0.5"),
        ("killed:0", "0 killed"),
        ("date:2023-08-31", "31 Aug 2023"),
        ("date:..2023-08 before:2024 after:2022", "until Aug 2023, before 1 Jan 2024, after 31 Dec 2022"),
        ("country:ec source:3 id:12 tag:x status:new", "in EC, from article 3, EV-000012, tagged x, status new"),
        ("--a ", "“a”"),
    ],
)
def test_a_filter_says_what_it_keeps(text: str, sentence: str) -> None:
    expected = sentence.replace("“a…” or", "“a” or")
    assert parse(text).sentence == expected


def test_everything_is_said_once() -> None:
    assert parse("").everything
    assert parse(" ").sentence == EVERYTHING.sentence
    assert not parse("x").everything
    assert parse("x") == parse("x") != parse("y")
    assert Filter("x") == parse("x"), "equal by its text"


def test_every_key_has_an_example_that_is_read() -> None:
    for key in KEYS.values():
        assert parse(key.example).tree is not None
        assert key.help
    for flag in FLAGS:
        assert parse(f"is:{flag}").sentence


PIECES = st.sampled_from(
    [
        *(f"{name}:" for name in KEYS),
        *(key.example for key in KEYS.values()),
        *(f"is:{flag}" for flag in FLAGS),
        *('"', "“", "(", ")", "-", "OR", "AND", "NOT", " ", "..", ">=", "<", "*", "quito", "2023-08", "31"),
        *("\0", "'", "\\", ":", "ñ", "東京", "\ud800", "🚗", "^", "NEAR", "{a}", "+"),
    ]
)
TYPED = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=25).map("".join), st.lists(PIECES, max_size=25).map(" ".join)
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory):
    from store_samples import fill

    from store.connection import writing

    with writing(tmp_path_factory.mktemp("shared") / "own.db") as db:
        fill(db)
        reader = open_reader(path_of(db))
        yield reader
        reader.close()


@settings(max_examples=200)
@example(text="(" * 5_000 + "a" + ")" * 5_000)
@example(text="-" * 5_000 + "a")
@example(text="a " * 5_000)
@example(text="a OR " * 99 + "a")
@example(text='"' * 99)
@example(text="killed:99999999999999999999")
@example(text="id:999999999999")
@example(text="source:9999999999999999999999")
@example(text="date:0000..9999")
@example(text="a\0b")
@example(text="source:\ud800")
@given(text=TYPED)
def test_any_text_is_read_and_runs_or_is_explained(shared: Database, text: str) -> None:
    try:
        wanted = parse(text)
    except FilterError as error:
        fault = error
    else:
        fault = None
    if fault is not None:
        assert 0 <= fault.start < fault.end <= len(text)
        assert fault.message.endswith((".", "?"))
        return
    found = queries.matches(shared, wanted, selected=frozenset({1}))
    assert wanted.sentence
    assert len(queries.event_window(shared, found, 0, 10)) == found.total <= 4
    assert queries.source_total(shared, wanted) <= 5


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "quito",
                "-cuenca",
                "is:candidate",
                "killed:>=3",
                "date:2023-08",
                "(a OR is:planned)",
                "-text:station",
                "who:lobos",
            ]
        ),
        min_size=1,
        max_size=4,
    )
)
def test_a_filter_and_its_opposite_split_the_timeline(shared: Database, parts: list[str]) -> None:
    text = " ".join(parts) + " "
    kept, left = set(ids(shared, text)), set(ids(shared, f"-({text})"))
    assert kept & left == set()
    assert kept | left == {1, 2, 3, 4}
    each = [set(ids(shared, part + " ")) for part in parts]
    assert kept == set.intersection(*each)


def test_the_longest_filter_runs(shared: Database) -> None:
    text = " ".join(f"(a{n} OR -killed:>={n})" for n in range(50))
    assert queries.matches(shared, parse(text)).total == 3
    with pytest.raises(FilterError, match="at most 100 parts"):
        parse(f"{text} x")


def test_a_filter_never_holds_sql(shared: Database) -> None:
    for text in ("x'; DROP TABLE events; --x", 'x" OR 1=1', "tag:'%_' OR country:x'"):
        assert queries.matches(shared, parse(text)).total == 0
    assert queries.matches(shared, EVERYTHING).total == 4
