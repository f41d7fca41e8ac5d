"""Words, chunks and clauses: who is subject and object of what, in what voice, under which verb."""

import pytest

from importers.extraction.lexicon.files import load_lexicons
from importers.extraction.lexicon.readings import closed_classes
from importers.extraction.syntax.chunks import chunk
from importers.extraction.syntax.clauses import Clause, Parsed, left_so
from importers.extraction.syntax.parsing import parse
from importers.extraction.syntax.tagging import tag
from importers.language.quantities import find_quantities
from importers.language.tokens import sentences

LEXICON = load_lexicons("en")


def read(text: str) -> Parsed:
    assert LEXICON is not None
    (sentence,) = sentences(text, "en")
    numbers = [quantity.span for quantity in find_quantities(sentence, text)]
    words = tag(sentence, LEXICON, (), numbers)
    return parse(words, chunk(words, LEXICON), LEXICON)


def clause(parsed: Parsed, verb: str) -> Clause:
    return next(c for c in parsed.clauses if parsed.main(c).verb == verb)


def words(parsed: Parsed, nominal: tuple[int, ...]) -> list[str]:
    chunks = parsed.chunks
    return [" ".join(w.lower for w in parsed.words[chunks[i].first : chunks[i].last]) for i in nominal]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "objects"),
    [
        ("Rebels attacked the post and killed three soldiers.", "kill", ["rebels"], [["three soldiers"]]),
        ("The mayor, who was travelling by car, was shot.", "shoot", ["the mayor"], []),
        ("A bomb exploded outside the office, killing 31 and wounding 14.", "wound", ["a bomb"], [["14"]]),
        ("A gunman fired, killing a man who tried to run, and wounding two.", "wound", ["a gunman"], [["two"]]),
        ("A gunman shot a man who tried to run by hiding and wounding two.", "wound", ["a man"], [["two"]]),
        ("The man arrested on Friday told police that he had fled.", "tell", ["the man"], [["police"]]),
        ("The bombs they set off killed two clerks.", "kill", ["the bombs"], [["two clerks"]]),
        ("The grenade that he threw wounded two clerks.", "wound", ["the grenade"], [["two clerks"]]),
        ("The soldiers they kidnapped were freed.", "free", ["the soldiers"], []),
        ("A gunman shoots at a nurse in a clinic.", "shoot", ["a gunman"], [["a nurse"]]),
        ("A truck ploughs into a crowd.", "plough", ["a truck"], [["a crowd"]]),
        ("A militant kills a guard and takes pupils hostage.", "take", ["a militant"], [["pupils hostage"]]),
        ("The first, a van filled with fuses and blocks of TNT, was left here.", "leave", ["the first", "a van"], []),
        ("Rebels attacked with rifles and bombs, killed a guard and fled.", "attack", ["rebels"], []),
        ("Nobody was killed or wounded, a spokesman for the mayor said.", "wound", [], []),
        ("The attack, which took place at night, was carried out by rebels.", "carry", ["the attack"], []),
        ("A vehicle exploded in Quito, and a device went off in Cuenca.", "go", ["a device"], []),
        ("THE ARMY REPORTED THAT 50 PEASANTS WERE KIDNAPPED BY REBELS.", "kidnap", ["50 peasants"], []),
        # "who" tells of the person, "which" of the thing, and a chief's brother is the one told of
        ("They recalled the manager of the plant, who was shot.", "shoot", ["the manager"], []),
        ("They recalled the manager of the plant, which was burned.", "burn", ["the plant"], []),
        ("They recalled the brother of the manager, who was shot.", "shoot", ["the manager"], []),
        # what somebody is made to do is over with the next verb
        ("Rebels made the passengers leave and burned a bus.", "burn", ["rebels"], [["a bus"]]),
        ("Rebels ordered the driver to stop, killed him, and fled.", "kill", ["rebels"], [["him"]]),
        ("Rebels let them go and the men burned a bus.", "burn", ["the men"], [["a bus"]]),
        # how far from something is no object
        ("A bomb exploded outside a bank, 200 meters from the port.", "explode", ["a bomb"], []),
        ("Gunmen raided a house and took a student away.", "take", ["gunmen"], [["a student"]]),
        ("Rebels robbed a bank, 200 people from the port said.", "rob", ["rebels"], [["a bank"]]),
        ("They welcomed the release of 30 nurses and four doctors who were taken hostage.", "take",
         ["30 nurses", "four doctors"], [["hostage"]]),
        # what came of it is the doer's, not of those it is told to have befallen
        ("A gunman fired at monks leaving a temple in Loja, killing three.", "kill", ["a gunman"], [["three"]]),
        ("A van hit a crowd gathered in Loja on Monday, killing three.", "kill", ["a van"], [["three"]]),
        ("Police chased a man shooting at monks, killing three.", "kill", ["a man"], [["three"]]),
        # where it was goes on behind a comma, and is no subject
        ("A cook who was shot in Loja, Ecuador, has died.", "die", ["a cook"], []),
        ("In Loja, nurses, who had been on strike, left.", "leave", ["nurses"], []),
        # in court, the court is not who is accused
        ("A cook appeared before a judge on Monday accused of killing two.", "kill", ["a cook"], [["two"]]),
        ("Police took a cook to a court in Loja accused of killing two.", "kill", ["a cook"], [["two"]]),
        ("Rebels shot a judge accused of killing two.", "kill", ["a judge"], [["two"]]),
        ("On Monday a cook admitted killing two.", "admit", ["a cook"], []),
        ("The man behind the kidnapping and the murder of a cook fled.", "flee", ["the man"], []),
        # who somebody is goes on to the comma, whatever words that takes
        ("Ana Mora, 48, a nurse who left a firm that sells rings, was shot.", "shoot", ["ana mora"], []),
        ("Ana Mora, a nurse, and a cook who left a firm that sells rings, were shot.", "shoot",
         ["ana mora", "a nurse", "a cook"], []),
        # a town's state between commas parts no noun from its article
        ("A gunman shot a Loja, N.Y., clerk on Monday.", "shoot", ["a gunman"], [["a loja , n.y. , clerk"]]),
        ("A gunman shot a Loja, Ohio, clerk on Monday.", "shoot", ["a gunman"], [["a loja , ohio , clerk"]]),
        ("A gunman shot the Loja mayor, Ana Mora, and fled.", "shoot", ["a gunman"], [["the loja mayor"]]),
        # who they are that are only called others
        ("Nurses and others carrying children fled.", "flee", ["nurses", "others"], []),
        ("The carrying of children is banned.", "ban", ["the carrying"], []),
        # a date before its noun, and a name spelt like a verb
        ("Two men were charged in the May 3, 1988, bombing of a bank.", "charge", ["two men"], []),
        ("Two men blew up a Pan Am Airlines plane over the sea.", "blow", ["two men"], [["a pan am airlines plane"]]),
        # one age more is told of one
        ("Ana Mora, 52, and the mother of two, was shot.", "shoot", ["ana mora"], []),
        ("Ana Mora, 52, and the mother of two were shot.", "shoot", ["ana mora", "the mother"], []),
        # a clause of time within a relative clause holds no subject of the next verb
        ("The man who fled when the car exploded was seen.", "see", ["the man"], []),
        ("The man who fled said the car was seen.", "see", ["the car"], []),
        # places behind "in" are not among whom it befell
        ("Gunmen shot nurses in Loja, Ohio; Cali, Iowa; and Tula, Utah.", "shoot", ["gunmen"], [["nurses"]]),
        ("Gunmen shot Ana Mora, 40, in Loja; Luis Paz, 30; and Juan Vera, 20.", "shoot", ["gunmen"],
         [["ana mora", "luis paz", "juan vera"]]),
        ("The army and the police fled.", "flee", ["the army", "the police"], []),
    ],
)  # fmt: skip
def test_subject_and_objects(text: str, verb: str, subject: list[str], objects: list[list[str]]) -> None:
    parsed = read(text)
    found = clause(parsed, verb)
    assert words(parsed, found.subject) == subject
    assert [words(parsed, nominal) for nominal in found.objects] == objects


@pytest.mark.parametrize(
    ("text", "verb", "passive", "reduced"),
    [
        ("Two guards were killed in Quito.", "kill", True, False),
        ("Guards taken hostage by inmates were freed.", "take", True, True),
        ("Inmates held in six prisons escaped.", "hold", True, True),
        ("Rebels attacked in San Miguel.", "attack", False, False),
        ("The election, scheduled for May, was put off.", "schedule", True, True),
        ("Attack in Quito: 3 killed, 11 injured.", "kill", True, True),
        ("Nine civilians killed, two soldiers wounded.", "kill", True, True),
        ("Two rebels attacked, three soldiers died.", "attack", False, False),
        ("Two rebels killed three soldiers, two guards fled.", "kill", False, False),
    ],
)
def test_voice(text: str, verb: str, passive: bool, reduced: bool) -> None:
    found = clause(read(text), verb)
    assert (found.passive, found.reduced) == (passive, reduced)


def test_what_governs_what() -> None:
    parsed = read("The army denied that soldiers had tried to kill the mayor.")
    kill = clause(parsed, "kill")
    tried = parsed.by_verb[kill.governor]
    assert parsed.main(tried).verb == "try"
    assert parsed.main(parsed.by_verb[tried.governor]).verb == "deny"


def test_negation_and_modals() -> None:
    parsed = read("The prisoners will not be transferred.")
    group = parsed.chunks[clause(parsed, "transfer").verb]
    assert group.negated
    assert group.modal == "will"


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("The attack was brutal.", {"attack"}),
        ("They attack the post.", set()),
        ("He died in an air strike 20 km from Loja.", {"strike"}),
        ("Miners strike 20 days a year.", set()),
        ("The killing of two men shocked them.", {"killing"}),
        ("By killing two men they lost out.", set()),
        ("The wounded man slept.", {"wounded"}),
        ("A triple bombing outside a school killed two.", {"bombing"}),
        ("They came at night, shooting wildly and burning homes.", set()),
        ("They told of noise, shooting and fires.", {"shooting", "fires"}),
        ("They ask for bed 6 and shoot dead a patient.", set()),
        ("Several men opened fire on the shop.", {"fire"}),
    ],
)
def test_nouns_and_verbs_of_one_form(text: str, nouns: set[str]) -> None:
    found = {word.lower for word in read(text).words if word.may_be and word.tag == "noun"}
    assert found == nouns


@pytest.mark.parametrize(
    "aside",
    [
        "including a nurse carrying a reward of $25,000",
        "among them a cook wanted by two courts",
        "one of them a nurse who carried a child",
    ],
)
def test_an_aside_of_some_of_them_holds_no_subject(aside: str) -> None:
    parsed = read(f"Nine porters, {aside}, were shot in Loja.")
    (subject,) = clause(parsed, "shoot").subject
    assert parsed.words[parsed.chunks[subject].head].lower == "porters"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The blast left a clerk and two nurses wounded.", ["a clerk", "two nurses"]),
        ("The blast left a clerk dead and two nurses wounded.", []),
        ("The blast cost a clerk and two nurses their homes.", []),
    ],
)
def test_a_list_left_in_one_state_is_told_from_one_of_which_each_is_in_its_own(text: str, left: list[str]) -> None:
    parsed = read(text)
    nurses = parsed.chunk_at(text.index("two nurses"))
    assert words(parsed, left_so(parsed.clauses[0], nurses, parsed.nominals)) == left


def test_the_phrases_of_a_clause_are_found_by_their_prepositions() -> None:
    parsed = read("Rebels fired at a patrol from a hill with rifles.")
    told = clause(parsed, "fire")
    found = [words(parsed, nominal) for nominal in told.phrases(frozenset({"with", "from"}))]
    assert found == [["a hill"], ["rifles"]]
    assert [*told.phrases(frozenset({"under"}))] == []


def test_a_word_of_several_closed_classes_is_of_the_first() -> None:
    tables = {
        "prepositions": frozenset({"for", "under"}),
        "conjunctions": frozenset({"for"}),
        "verbs": frozenset({"run"}),
    }
    assert closed_classes(tables) == {"for": "conj", "under": "prep"}


@pytest.mark.parametrize(
    ("text", "verb", "after"),
    [
        ("Two were shot in Loja after a bomb in Quito left nine dead.", "shoot", []),
        ("Two were shot in Loja after a bomb in Quito.", "shoot", [["a bomb"]]),
        ("Two were held after a raid on a house used by the gang.", "hold", [["a raid"]]),
    ],
)
def test_what_a_later_verb_is_said_of_is_no_phrase_of_the_first(text: str, verb: str, after: list[list[str]]) -> None:
    parsed = read(text)
    assert [words(parsed, nominal) for nominal in clause(parsed, verb).phrases({"after"})] == after
