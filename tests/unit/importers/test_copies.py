import hashlib
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from importers.linking.copies import Text, differences, find_copies, shared_sentences, signature, similarity

LONG = (
    "Two men on a motorcycle fired at the mayor's car on Monday night and fled towards the port, witnesses said. "
    "The mayor had left a meeting of fishermen shortly before. His driver was taken to hospital with two wounds. "
    "The prosecutor's office has opened an investigation and asks anyone who saw the motorcycle to come forward. "
)
OTHER = (
    "Rain has closed the mountain road for a third day, and lorries queue as far as the river. Farmers say that "
    "milk is being poured away, as nobody can fetch it. The ministry promises a bridge by the end of the week."
)


def text(key: int, body: str, published: date | None = None) -> Text:
    return Text(key, hashlib.sha256(body.encode()).hexdigest(), body, signature(body), published)


def test_a_signature_is_the_same_on_every_run_and_machine():
    assert signature(LONG).hex()[:36] == "01022dc3a5340add9614f02401c1eba2bba7"  # written down once
    assert len(signature(LONG)) == len(signature("one")) == 514
    assert signature("") == signature(" \n ...") == b""


def test_reprints_and_cuts_are_copies_and_others_are_not():
    reprint = LONG.replace("has opened an investigation", "opened an inquiry") + "Reporting by the Wire."
    cut = LONG[: LONG.index("The prosecutor")]
    copies = find_copies([text(1, LONG), text(2, reprint), text(3, cut), text(4, OTHER), text(5, "")])
    assert set(copies) == {1, 3}
    assert {copy.copy_of for copy in copies.values()} == {2}, "the longest stands for the group"
    assert copies[1].similarity > 0.9


def test_forms_filled_in_afresh_are_not_copies():
    notice = "The court of the city hears the case of {} today. " + LONG
    one, two = notice.format("Ana Ruiz"), notice.format("Luis Paz and his three brothers of the port")
    near = find_copies([text(1, one, date(2023, 1, 2)), text(2, two, date(2023, 1, 4))])
    far = find_copies([text(1, one, date(2023, 1, 2)), text(2, two, date(2023, 3, 4))])
    assert near
    assert not far


@given(st.permutations(range(6)))
def test_groups_do_not_depend_on_order_or_ids(order):
    bodies = [LONG, LONG + "More soon.", LONG[:200], OTHER, OTHER.replace("third", "fourth"), "Nothing."]

    def of(keys):
        copies = find_copies(text(keys[number], body) for number, body in enumerate(bodies))
        return {bodies[keys.index(key)]: bodies[keys.index(copy.copy_of)] for key, copy in copies.items()}

    assert of(list(order)) == of(list(range(6)))


def test_shared_sentences_are_long_and_word_for_word():
    agency = "The vehicle had been stolen a week before, the police commander said in a brief statement."
    a = f"Our own lead. {agency} He said so."
    b = f"Another lead altogether.\n\n{agency.upper()} He said so."
    [(in_a, in_b)] = shared_sentences(a, b)
    assert a[in_a.start : in_a.end] == agency
    assert b[in_b.start : in_b.end] == agency.upper()


@given(st.text("ab \n.", max_size=60), st.text("ab \n.", max_size=60))
def test_differences_cover_both_texts_in_order(a, b):
    found = differences(a, b)
    for side, whole in (("a", a), ("b", b)):
        spans = [getattr(one, side) for one in found]
        assert all(one.end <= other.start for one, other in pairwise(spans))
        covered = {at for span in spans for at in range(span.start, span.end)}
        assert all(at in covered for at, char in enumerate(whole) if char.isalnum())
    assert all(a[one.a.start : one.a.end].split() for one in found if one.kind == "delete")
    assert 0.0 <= similarity(a, b) <= 1.0


def test_differences_name_what_changed():
    a, b = "Five people died in Cali on Tuesday.", "Seven people died in the city of Cali."
    kinds = [(one.kind, a[one.a.start : one.a.end], b[one.b.start : one.b.end]) for one in differences(a, b)]
    assert kinds == [
        ("replace", "Five", "Seven"),
        ("equal", "people died in", "people died in"),
        ("insert", "", "the city of"),
        ("equal", "Cali", "Cali"),
        ("delete", "on Tuesday", ""),
    ]
