"""What the extraction knows of a language and of its subject, compiled for look-up. ``files`` reads it."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING

from importers.remembered import Remembered

if TYPE_CHECKING:
    from importers.extraction.lexicon.readings import Reading, Tag


@lru_cache(maxsize=64)
def phrases(rows: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """The words of each row of a word class that has rows of several words ("take part")."""
    return tuple(tuple(row.split()) for row in sorted(rows))


@lru_cache(maxsize=64)
def first_words(rows: frozenset[str]) -> frozenset[str]:
    """The first word of each row of a word class."""
    return frozenset(words[0] for words in phrases(rows))


@lru_cache(maxsize=64)
def openings(rows: frozenset[str]) -> tuple[str, ...]:
    """The rows of a word class as what opens a sentence: with the space behind them."""
    return tuple(f"{row} " for row in rows)


Patterns = Mapping[str, tuple[tuple[tuple[str, ...], "Trigger"], ...]]
"""First word -> (all words, trigger), the longest first."""
Compounds = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Second word -> (all words, class), the longest first."""


@dataclass(frozen=True, slots=True)
class EventType:
    """A sub-type of event. ``family``: types of one family may be one happening; ``rank``: the more exact one wins."""

    name: str
    event_type: str
    family: str
    rank: int
    label: str
    done: str = ""
    """Its title where somebody is named whom it befell ("{people} released")."""
    by: str = ""
    """Its title where only somebody is named who did it ("Protest by {people}")."""
    violent: bool = False
    attempt: str = ""
    """The type that an attempt at this one is."""
    casualties: bool = False
    """The dead and wounded told with it are its own."""
    absorbed: bool = False
    """Told in one breath with a more exact event, it is a part of that."""
    follows: frozenset[str] = frozenset()
    """Types of which one must have come before it."""
    answers: bool = False
    """A deed told after it in its sentence is what it is done about."""
    owns: bool = False
    """Whoever does it owns up to the deed told before."""
    disowns: bool = False
    """Whoever does it says that the deed told before was not his."""
    national: bool = False
    """Done by states: a people in front of its noun or its weapon says whose forces did it ("Russian shelling")."""
    wide: bool = False
    """Decided or said for a whole country: the town that the telling stays in is not where it happened."""
    undoes: str = ""
    """The family of what it keeps from happening."""
    mutual: bool = False
    """Done by two sides to each other: what only one side is told to have done is no part of it."""
    peril: bool = False
    """Nobody's deed: those who are saved from it were nobody's captives."""
    of_violence: bool = False
    """What is said in it must be violence: it is no event to threaten to leave."""
    about: bool = False
    """A deed that "over" ties to its noun is what it is about ("a protest over his murder"), and came before it."""
    lawful: str = ""
    """The family that is this where nobody is told to have done that to somebody to whom this was done, too."""
    instead: str = ""
    """The type that it is of those told to have been arrested, where nobody is told to hold them captive."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Grammatical slot ("subject", "object", "possessor", "modifier" or a preposition) -> role."""

    name: str
    verb: Mapping[str, str]
    noun: Mapping[str, str]
    befalls: str = ""
    """"people" or "things": what a patient of no known kind is; "" where it may be either."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report a type of event, and what is needed for them to do so."""

    type: str
    frame: Frame
    figure: str = ""
    count: str = "patient"
    """Whose number the figure is: a role, "self" for a noun's own number ("four car bombs"), "present" for the forces
    its sentence counts, or "told" for the number that a count stands at ("the toll rose to 12"),
    or "each" for a noun each of which befalls one ("200 arrests")."""
    valency: str = ""
    """"transitive": only with an object (or in the passive); "intransitive": only without; "reflexive": only with
    a pronoun that means the subject ("se atribuyeron el ataque")."""
    effect: bool = False
    """Tells what came of another event; by itself it is a weak event of this type."""
    alone: bool = False
    """An effect that may stand as an event by itself."""
    weak: bool = False
    """A noun that is news only with some detail of its own."""
    pointing: bool = False
    """Only ever points back to an event told elsewhere ("the incident")."""
    doers: bool = False
    """A noun of those who did it ("the attackers"): news only where it is said who they are."""
    flight: bool = False
    """Tells that somebody got away: they did the deed of the sentence before, unless it tells who did."""
    demonstrative: bool = False
    """Points back only with a demonstrative ("these actions")."""
    strict: bool = False
    """What it ``needs`` must be there; otherwise a need that is not filled is only a doubt."""
    purpose: bool = False
    """A verb that is news only with what it was done for ("were taken there to search the cells")."""
    anaphor: frozenset[str] = frozenset()
    """Families of events that "the ..." may point back to."""
    needs: tuple[tuple[str, frozenset[str]], ...] = ()
    """Role -> classes, sides or kinds, one of which must fill it."""
    object_words: frozenset[str] = frozenset()
    only_with: frozenset[str] = frozenset()
    """Words, one of which is in every sentence that it can report in (the nouns of the kinds it needs)."""
    deadly: bool = False
    """A noun that is one only by what it does ("strikes killed five", "a strike on a school")."""
    with_verbs: frozenset[str] = frozenset()
    """Verbs that make news of a weak noun ("declare" a state of emergency)."""
    unarmed: bool = False
    """News only in an article that speaks of no arms ("a fire" may be that of guns)."""
    mishap: str = ""
    """The type that it is where nobody's hand is told ("the boiler exploded")."""
    label: str = ""
    """What a title calls it where no more is told ("Explosion"); "" for the label of its type."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of actor or thing: its ``cls`` is person, place, thing, weapon or, of what one cannot touch, idea;

    its ``side`` is who it fights for.
    """

    name: str
    cls: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class Refinement:
    """``sources`` become ``target`` where every role named is filled by one of its kinds, classes or sides."""

    sources: frozenset[str]
    target: str
    roles: tuple[tuple[str, frozenset[str]], ...]
    scene: frozenset[str] = frozenset()
    named: bool | None = None
    """Only if one of them who fits is named, or if nobody it befell is."""
    predicates: frozenset[str] = frozenset()
    """What one of must be said of the event's noun: a verb and the words behind it ("turn violent")."""
    filled: frozenset[str] = field(init=False)
    """The roles named."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "filled", frozenset(role for role, _ in self.roles))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's lexicon, compiled for look-up. Words are dictionary forms in small letters."""

    language: str
    grammar: Mapping[str, frozenset[str]]
    irregular: Mapping[str, tuple[tuple[str, str], ...]]
    """Form -> (verb, form name)."""
    endings: tuple[tuple[str, str, str], ...]
    doubling: bool
    """A final consonant may be doubled before an ending ("kidnap", "kidnapped")."""
    stem_changes: bool
    """Verbs change their stems: the word list's dictionary form decides, an ending says which form it is."""
    head_first: bool
    """What a noun phrase speaks of is its first noun; adjectives follow."""
    inversion: bool
    """A subject may follow its verb."""
    noun_forms: Mapping[str, str]
    """Form -> dictionary form of nouns that the word list takes for verbs."""
    contractions: Mapping[str, str]
    shortened: Mapping[str, tuple[str, str]]
    """What an auxiliary cut short is, and what it is in a perfect: "'s" -> "is", "has"."""
    """Form -> the preposition in it ("del" -> "de")."""
    verbs: frozenset[str]
    """Every verb that is known by name."""
    particles: frozenset[tuple[str, str]]
    """Verb and preposition that are one verb ("set off")."""
    attribution: Mapping[str, frozenset[str]]
    factuality: Mapping[str, frozenset[str]]
    kinds: Mapping[str, Kind]
    owned: Mapping[str, Kind]
    """Kind of an owner -> the kind that a place or thing of theirs is ("an army truck")."""
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]
    """Last word (first, where the head comes first) -> (all words, kind), the longest first."""
    names: Mapping[str, tuple[tuple[tuple[str, ...], Kind], ...]]
    """First word -> (all words, kind) of names as written, the longest first."""
    types: Mapping[str, EventType]
    verb_triggers: Patterns
    noun_triggers: Patterns
    word_triggers: Patterns
    refinements: Mapping[str, tuple[Refinement, ...]]
    """By the type to make exact: those that may apply, also to what one before them has made of it, in their order."""
    nulls: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First word -> (all words, the phrase) of what holds a trigger and reports nothing ("riot police")."""
    titles: Mapping[str, str]
    compounds: Mapping[str, Compounds]
    """First word -> closed-class expressions of several words."""
    closed: Mapping[str, "Tag"]
    """The part of speech of the words of closed classes."""
    reader: Callable[[str, "Lexicon"], "Reading"] = field(compare=False, repr=False)
    """Tells what a word form may be by itself."""
    readings: Mapping[str, "Reading"] = field(init=False, compare=False, repr=False)
    """What it has told, and tells when it is asked for another form."""
    words: Callable[[str], frozenset[str]] = field(init=False, compare=False, repr=False)
    """A closed word class by the name of its table; empty where the language has none."""
    cues: Callable[[str], frozenset[str]] = field(init=False, compare=False, repr=False)
    """The factuality cues of one kind."""
    attempts: frozenset[str] = field(init=False, compare=False, repr=False)
    """The types that are an attempt at some other."""
    preventing: frozenset[str] = field(init=False, compare=False, repr=False)
    """The verbs by which an attempt came to nothing ("foil", "prevent")."""
    schemes: frozenset[str] = field(init=False, compare=False, repr=False)
    """The nouns whose infinitive need not have been done ("attempt", "plan")."""
    saying: frozenset[str] = field(init=False, compare=False, repr=False)
    """The verbs of saying ("report", "tell")."""
    speaking: frozenset[str] = field(init=False, compare=False, repr=False)
    """Those, and the verbs that take a deed for known ("condemn", "investigate")."""
    governing: frozenset[str] = field(init=False, compare=False, repr=False)
    """Those, and the verbs that say whether a deed was done ("foil", "plan")."""
    weapon_words: frozenset[str] = field(init=False, compare=False, repr=False)
    """All words by which weapons are called."""
    nominal_triggers: Patterns = field(init=False, compare=False, repr=False)
    """Those of nouns and of words said of somebody together."""
    verb_endings: tuple[str, ...] = field(init=False, compare=False, repr=False)
    """Those of ``endings`` by themselves."""
    plural_endings: tuple[str, ...] = field(init=False, compare=False, repr=False)
    adverb_endings: tuple[str, ...] = field(init=False, compare=False, repr=False)
    joined: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    """The word classes that were put together so far, by the names of their tables."""

    def __post_init__(self) -> None:
        # Asked for a thousand times an article: looked up by the tables themselves, without a method between.
        put = partial(object.__setattr__, self)
        put("readings", Remembered(lambda form: self.reader(form, self)))
        put("words", defaultdict(frozenset[str], self.grammar).__getitem__)
        put("cues", defaultdict(frozenset[str], self.factuality).__getitem__)
        put("attempts", frozenset(kind.attempt for kind in self.types.values() if kind.attempt))
        put("preventing", self.cues("denied_verbs") & self.cues("attempt_verbs"))
        put("schemes", self.cues("attempt_words") | self.cues("possible_nouns"))
        put("saying", frozenset(self.attribution.get("verbs", ())))
        put("speaking", self.saying | self.words("known_verbs"))
        cues = (words for name, words in self.factuality.items() if name.endswith("_verbs"))
        put("governing", self.speaking.union(*cues))
        rows = (*self.nouns.values(), *self.names.values())
        weapons = (words for listed in rows for words, kind in listed if kind.cls == "weapon")
        put("weapon_words", frozenset(chain.from_iterable(weapons)))
        nominal = dict(self.noun_triggers)
        nominal.update({word: nominal.get(word, ()) + listed for word, listed in self.word_triggers.items()})
        put("nominal_triggers", nominal)
        put("verb_endings", tuple({ending: None for ending, _, _ in self.endings}))
        for endings in ("plural_endings", "adverb_endings"):
            put(endings, tuple(sorted(self.words(endings))))

    def either(self, *tables: str) -> frozenset[str]:
        """The words of several closed classes."""
        found = self.joined.get(tables)
        if found is None:
            found = self.joined[tables] = frozenset[str]().union(*(self.words(table) for table in tables))
        return found

    def triggers_from(self, form: str) -> tuple[tuple[tuple[str, ...], Trigger], ...]:
        """The triggers, of any part of speech, whose first word is ``form``, with all their words."""
        return self.verb_triggers.get(form, ()) + self.nominal_triggers.get(form, ())

    def names_doers(self, lemma: str) -> bool:
        """Does the noun by itself say no more of somebody than that they did it ("attacker")?"""
        return any(trigger.doers and len(row) == 1 for row, trigger in self.noun_triggers.get(lemma, ()))

    def names_deed(self, noun: str) -> bool:
        """Whether a noun by itself names something that happens: "attack", but not the "vehicle" of "vehicle bomb"."""
        alone = any(len(words) == 1 and not trigger.doers for words, trigger in self.noun_triggers.get(noun, ()))
        return alone or noun in self.words("deeds")
