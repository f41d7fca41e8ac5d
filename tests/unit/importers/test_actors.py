"""Who took part in an event, folded from what its articles say: one entry for one person or body."""

from dataclasses import replace
from itertools import count
from types import SimpleNamespace

import pytest

from importers.linking.actors import cast_of
from importers.linking.voices import Voice
from store.records.report import Claim, Report

KINDS = {
    "priest": "civilians", "people": "civilians", "person": "civilians", "nurse": "civilians", "man": "civilians",
    "soldier": "army", "army": "army", "officer": "army", "troop": "army", "minister": "official", "band": "gang",
    "rebel": "insurgents", "guerrilla": "insurgents", "command": "band", "gunman": "gang", "trafficker": "gang",
}  # fmt: skip
IDS = count(1)


def said(role, name, head="", phrase="", kind=""):
    return Claim(role, name, phrase or name, 0, 1, unit=kind or KINDS.get(head, ""), rule="killing:verb", head=head)


def killer(*name, **more):
    return said("perpetrator", *name, **more)


def killed(*name):
    return said("victim", *name)


def article(number, *sentences, quoting="", factuality="happened"):
    """A voice of its own; each sentence is a report with its claims, all told by whom it quotes."""
    reports = [
        Report(0, 9, 0, "killed", 0, 6, "Violence against civilians", "killing", factuality, 0.8,
               claims=tuple(claims), id=next(IDS), attributed_to=quoting)
        for claims in sentences
    ]  # fmt: skip
    return Voice((SimpleNamespace(source=number, reports=reports, language="en"),), None)


def names(*articles, role="victim"):
    voices = [article(number, *sentences) for number, sentences in enumerate(articles)]
    return [actor.name for actor in cast_of(voices).actors if actor.role == role]


def doers(*articles):
    return names(*articles, role="perpetrator")


def contested(*articles):
    return cast_of([article(number, *sentences) for number, sentences in enumerate(articles)]).contested


def counted(many, name, head, phrase):
    return killed(name, head, phrase), replace(said("killed", ""), best=many, value=str(many))


def test_people_are_those_named_unless_they_are_more() -> None:
    two = [killed("Ana Mora"), killed("Luis Paz")]
    assert names([counted(2, "people", "person", "Two people"), two]) == ["Ana Mora", "Luis Paz"]
    assert names([counted(9, "people", "person", "Nine people"), two]) == ["Ana Mora", "Luis Paz", "people"]
    assert names([counted(2, "nurses", "nurse", "two nurses"), two]) == ["Ana Mora", "Luis Paz"]


def test_a_bare_noun_in_the_plural_means_the_group_told_of() -> None:
    assert names([[killed("nuns", "nurse", "six nuns")], [killed("sisters", "priest", "the sisters")]]) == ["nuns"]


def test_one_person_is_named_once_in_the_fullest_form_that_others_shorten():
    told = [[killed("Ana Mora Paz")]], [[killed("Mora")]], [[killed("Ana Mora")]]
    assert names(*told) == ["Ana Mora Paz"]


def test_a_name_spelled_in_two_ways_is_one_person_and_the_usual_spelling_is_shown():
    assert names([[killed("Hilda Arce")]], [[killed("Gilda Arce")]], [[killed("Gilda Arce")]]) == ["Gilda Arce"]
    assert len(names([[killed("Ana Leon Gomez")]], [[killed("Ana LEON-GOMEZ")]], [[killed("Ana Leongomez")]])) == 1
    assert len(names([[killed("Ana Mora Gonzalez")]], [[killed("Ana Mora Gonzales")]])) == 1
    assert len(names([[killed("Ana Isabel Mora")]], [[killed("Isabel Mora Paz")]])) == 1


def test_brothers_and_those_whom_one_article_tells_apart_stay_two():
    assert len(names([[killed("Mario Arce")]], [[killed("Maria Arce")]])) == 2
    assert len(names([[killed("Hilda Arce"), killed("Gilda Arce")]])) == 2


def test_one_group_in_many_words_is_one_entry_and_most_voices_word_it():
    told = (
        [[killed("Jesuit priests", "priest")]],
        [[killed("slain priests", "priest")]],
        [[killed("Jesuits", "jesuit")]],
    )
    assert names(*told, [[killed("Jesuit priests", "priest")]])[0] == "Jesuit priests"
    assert "slain priests" not in names(*told)


def test_what_one_report_lists_side_by_side_is_not_one():
    assert len(names([[killed("Spanish priests", "priest"), killed("local priests", "priest")]])) == 2
    assert names([[killed("Ana Mora"), killed("people", "people")]]) == ["Ana Mora", "people"]


@pytest.mark.parametrize("exact", [("Black Sun Front",), ("rebels", "rebel"), ("presidential guards", "guard")])
def test_anybody_says_nothing_beside_those_who_are_told_of_more_closely(exact):
    told = [[killer("unidentified men", "man")]], [[killer(*exact)]], [[killer("people", "people")]]
    assert names(*told, role="perpetrator") == [exact[0]]
    assert names([[killer("men", "man")]], role="perpetrator") == ["men"]


def test_a_side_of_a_fight_is_folded_into_those_of_its_kind_that_somebody_tells_more_of():
    told = [[killer("soldiers", "soldier")]], [[killer("members of the Third Army", "army")]]
    assert names(*told, role="perpetrator") == ["members of the Third Army"]
    both = [[killer("soldiers", "soldier")]], [[killer("Green rebels", "rebel")]]
    assert sorted(names(*both, role="perpetrator")) == ["Green rebels", "soldiers"]


def test_a_title_alone_is_the_person_who_is_called_so_elsewhere():
    told = [[killed("Ana Mora", "", "Minister Ana Mora")]], [[killed("minister", "minister")]]
    assert names(*told) == ["Ana Mora"]


def test_whom_a_deed_befell_did_not_do_it_unless_more_voices_say_so():
    told = [[killed("Ana Mora")]], [[killed("Ana Mora")]], [[killer("Ana Mora")]]
    assert names(*told, role="perpetrator") == []
    assert names([[killer("Ana Mora")]], *told, [[killer("Ana Mora")]], role="perpetrator") == ["Ana Mora"]


def test_what_one_of_many_says_is_left_out_unless_it_stands_beside_what_all_say():
    many = [[[killed("Ana Mora")]]] * 11
    assert names(*many, [[killed("Luis Paz")]]) == ["Ana Mora"]
    assert names(*many, [[killed("Ana Mora"), killed("Luis Paz")]]) == ["Ana Mora", "Luis Paz"]


REBELS, ARMY = [[killer("rebels", "rebel")]], [[killer("army", "army")]]
FRONT = [[killer("Black Sun Front", kind="insurgents")]]
WOLVES, FALCONS = ([[killer(name, kind="gang")]] for name in ("Los Kuraltes", "Los Zimbrones"))


def test_of_each_side_that_anybody_blames_the_best_supported_is_shown_and_all_are_disputed():
    others = [[killed("Ana Mora")]], [[killed("Ana Mora")]]
    squads = [[killer("death squads", "squad", kind="paramilitary")]]
    assert doers(ARMY, REBELS, REBELS, *others) == ["rebels", "army"]
    assert contested(ARMY, REBELS, REBELS, *others)
    assert sorted(doers(REBELS, ARMY, squads, *others)) == ["army", "death squads", "rebels"]
    gunmen = [[[killer("gunmen", "gunman")]]] * 2
    assert doers(WOLVES, FALCONS, *gunmen) == ["Los Kuraltes", "Los Zimbrones"], "whom two call gunmen may be either"
    both = [[killer("rebels", "rebel")], [killer("army", "army")]]
    assert not contested(REBELS, REBELS, both, *others), "nobody blames the army who does not blame the rebels"


def test_what_one_of_many_voices_says_did_it_is_a_claim_alone_where_it_blames_no_other_side():
    others = [[killed("Ana Mora")]], [[killed("Ana Mora")]]
    police = [[killer("National Police", kind="police")]]
    assert doers(ARMY, ARMY, police, *others) == ["army"]
    assert not contested(ARMY, ARMY, police, *others)
    assert doers([[killer("Luis Paz")]], ARMY, *others) == ["army"], "a person by name is the greater risk"
    assert doers([[killer("Luis Paz")]], *[[[killer("gunmen", "gunman")]]] * 2, *others) == ["gunmen"]
    assert doers(REBELS, REBELS, [[killer("rebels", "rebel"), killer("Luis Paz")]], *others) == ["rebels", "Luis Paz"]


def test_general_words_for_a_side_are_folded_into_the_body_that_is_named():
    told = FRONT, [[killer("urban guerrillas", "guerrilla")]], [[killer("a command", "command")]], REBELS
    assert doers(*told, REBELS) == ["rebels [Black Sun Front]"]
    assert doers([[killer("Farabundo Marti Front", kind="insurgents")]], [[killer("FMF rebels", "rebel")]]) == [
        "Farabundo Marti Front"
    ]


def test_a_body_is_shown_with_what_its_people_are_called():
    assert doers(ARMY, [[killer("soldiers", "soldier")]], ARMY) == ["soldiers [army]"]
    assert doers(FRONT, [[killer("gunmen", "gunman")]]) == ["gunmen [Black Sun Front]"]
    assert doers(FRONT, [[killer("gunmen", "gunman")]], REBELS) == ["rebels [Black Sun Front]"]
    units = [[killer("urban rebel command units", "rebel")]]
    assert doers(FRONT, units) == ["urban rebel command units [Black Sun Front]"]


def test_a_states_army_is_one_party_in_all_its_names_and_its_members_are_of_it():
    army, forces = [[killer("Peruvian Army", kind="army")]], [[killer("Armed Forces", kind="army")]]
    assert len(doers(army, forces, army)) == 1
    members = [[killer("officers", "officer"), killer("members of the army", "member", kind="army")]]
    assert doers(army, army, members) == ["Peruvian Army"]
    assert len(doers(army, [[killer("National Police", kind="police")]])) == 2
    assert len(doers([[killer("Chilean Army", kind="army")]], [[killer("Peruvian Army", kind="army")]])) == 2


def test_who_are_only_said_to_have_done_it_word_no_body():
    men, killers = [[killer("men in uniform", "man")]], [[killer("killers of the priests", "killer")]]
    assert doers(FRONT, FRONT, men, killers) == ["men in uniform [Black Sun Front]"]


def test_a_list_of_one_of_many_voices_adds_nobody_to_those_who_did_it():
    listing = [[killer("Juan Vera"), killer("Luis Paz")]]
    accused = [[killer("Juan Vera")]]
    assert doers(listing, accused, accused) == ["Juan Vera", "Luis Paz"]
    assert doers(listing, accused, accused, *[[[killed("Ana Mora")]]] * 8) == ["Juan Vera"]


def test_whom_it_befell_does_not_stand_for_those_who_did_it():
    reversed_roles = [[killer("three nurses", "nurse"), killed("three nurses", "nurse")]]
    assert doers([[killer("gunmen", "gunman"), killed("three nurses", "nurse")]], reversed_roles) == ["gunmen"]


def test_which_side_did_it_is_taken_from_a_weak_report_where_no_other_says_so():
    def weakly(*claims):
        voice = article(next(IDS), claims)
        voice.lead.reports[0] = replace(voice.lead.reports[0], confidence=0.4)
        return voice

    sure = article(1, [killed("Ana Mora")])
    for told, who in ((REBELS[0], ["rebels"]), ([killer("Luis Paz")], []), ([killer("men", "man")], [])):
        cast = cast_of([sure, weakly(*told)])
        assert [actor.name for actor in cast.actors if actor.role == "perpetrator"] == who
    assert next(actor.name for actor in cast_of([sure, article(2, *ARMY), weakly(*REBELS[0])]).actors) == "army"


def test_what_is_named_apart_is_not_folded():
    assert len(doers([[killer("Honduran troops", "troop")]], [[killer("Salvadoran army", "army")]])) == 2
    assert len(doers([[killer("Kuralte rebels", "rebel")]], [[killer("Zimbron rebels", "rebel")]])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [(REBELS, ARMY), (FRONT, ARMY), (WOLVES, FALCONS), (WOLVES, REBELS),
     ([[killer("Honduran troops", "troop")]], [[killer("Salvadoran army", "army")]]),
     (REBELS, [[killer("extreme right groups", "group", kind="paramilitary")]]),
     ([[killer("Israel")]], REBELS), (ARMY, [[killer("terrorists", "terrorist", kind="insurgents")]])],
)  # fmt: skip
def test_voices_that_name_different_sides_contradict_each_other(one, other):
    assert contested(one, other)
    assert contested([*one, *one], other, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(REBELS, FRONT), (REBELS, [[killer("gunmen", "gunman")]]), (WOLVES, [[killer("traffickers", "trafficker")]]),
     (ARMY, [[killer("officers", "officer")]]), (REBELS, [[killer("Luis Paz")]]),
     ([[killer("Luis Paz")]], [[killer("Ana Mora")]]), ([[killer("Israel Paz")]], REBELS),
     (FRONT, [[killer("Jihadists", kind="insurgents")]]),
     (WOLVES, [[killer("terrorists", "terrorist", kind="insurgents")]]),
     (WOLVES, [[killer("fanatics", "fanatic", kind="insurgents")]]),
     (WOLVES, [[killer("armed group", "group", kind="insurgents")]])],
)  # fmt: skip
def test_voices_that_may_mean_the_same_do_not_contradict_each_other(one, other):
    assert not contested(one, other)


def test_a_report_that_names_both_sides_contradicts_nobody():
    both = [[killer("rebels", "rebel"), killer("army", "army")]]
    assert not contested(both, REBELS)


def test_two_who_are_quoted_in_one_article_contradict_each_other():
    one, other = article(0, *REBELS, quoting="the army"), article(0, *ARMY, quoting="the rebels")
    mentions = one.mentions + other.mentions
    assert cast_of([Voice(mentions, None)]).contested
    told = article(0, *REBELS, *ARMY)
    assert not cast_of([told]).contested, "by one narrator both are told"


def test_those_who_are_accused_deny_their_part_and_not_the_deed():
    told = article(0, *FRONT), article(1, [killed("Ana Mora")], quoting="Black Sun Front", factuality="denied")
    cast = cast_of(told)
    assert (cast.contested, [actor.name for actor in cast.actors]) == (True, ["Black Sun Front"])
    assert cast.denials == {told[1].mentions[0].reports[0].id}
    by_others = article(1, [killed("Ana Mora")], quoting="government", factuality="denied")
    assert not cast_of([told[0], by_others]).denials
    alone = article(0, *FRONT, quoting="Black Sun Front", factuality="denied")
    assert not cast_of([alone]).contested


def test_what_one_of_many_voices_says_was_hit_stands_only_where_few_say_whom_it_befell() -> None:
    hit = said("target", "embassy", "embassy")
    assert names([[killed("Ana Mora")]], [[killed("Ana Mora"), hit]], role="target") == ["embassy"]
    assert names(*[[[killed("Ana Mora")]]] * 11, [[killed("Ana Mora"), hit]], role="target") == []


def test_others_are_not_those_named() -> None:
    told = [[killed("Ana Mora")], [said("victim", "people", "person", "two other people")]]
    assert names(told) == ["Ana Mora", "people"]
    assert names([[killed("Ana Mora")], [said("victim", "people", "person", "two people")]]) == ["Ana Mora"]
