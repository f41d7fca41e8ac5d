"""Is a form that may be verb or noun ("attack", "killing", "wounded") a verb where it stands?"""

from collections.abc import Sequence
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.syntax.word import AUXILIARIES, Word
from importers.language.lemmas import is_word
from importers.language.tokens import QUOTES
from store.records.record import record

_NOMINAL_BEFORE = frozenset({"det", "poss", "gen", "num"})
_AUXILIARY = frozenset({"be", "have", "do", "modal", "inf", "clitic"})
_STARTS_PHRASE = frozenset({"det", "poss", "num", "pron"})
_AFTER_PRESENT = _STARTS_PHRASE | {"inf", "comp"}
_AFTER_FINITE = _STARTS_PHRASE | {"prep", "comp", "verb", "inf"}
FINITE = frozenset({"past", "pres", "imperfect", "fut", "cond", "subj"})

NO_WORD: Final = Word(-1, -1, "", "", "punct")
"""Stands where a sentence has no word: an end parts as a mark does."""


@record
class Beside:
    """The words around a form that count for what it is."""

    earlier: Sequence[Word]
    """Those before ``previous``, the nearest last."""
    previous: Word
    following: Word
    beyond: Word
    """The one behind ``following``."""
    adverb: bool = False
    """Does an adverb stand between the form and ``following``?"""


def is_verb(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Is a form that may be verb or noun a verb here, by the words around it?"""
    forms = word.form.split()
    previous, before, after = beside.previous, beside.previous.tag, beside.following.tag
    if before == "have" and lexicon.stem_changes and "part" in forms and word.lower != word.lemma:
        # "Había tres detenidos": in the perfect a participle stays as it is.
        return False
    if before in _AUXILIARY:
        return not (before == "be" and forms == ["pres"])
    if lexicon.stem_changes and ("ger" in forms or (before == "num" and "part" in forms)):
        # "matando a tres"; "diez heridos": after a number a participle stands as a noun.
        return "ger" in forms
    if lexicon.stem_changes and FINITE.issuperset(forms):
        return _finite_is_verb(word, forms, beside, lexicon) and not _is_listed_deed(word, beside, lexicon)
    if "ger" in forms:
        named = _named_together(previous, word, lexicon) or is_compound(word, beside.following, lexicon)
        return not named and _gerund_is_verb(word, beside, lexicon)
    opens = previous is NO_WORD or before == "comp" or previous.verb in lexicon.words("bare_saying")
    opens = opens or (before == "punct" and word.lower in lexicon.cues("possible_words"))
    if "part" in forms and opens and after == "noun" and lexicon.doubling:
        # "Suspected bandits raided", "said suspected bandits had": what opens a clause has no subject to be a verb of.
        return False
    right_behind = before == "verb" and word.start - previous.end <= 1
    if "part" in forms and right_behind and after == "noun" and lexicon.doubling:
        # "Questioned convicted murderer Luis Paz": no verb stands right behind another.
        return False
    if "past" in forms or "part" in forms:
        # "A hit squad"
        return not is_compound(word, beside.following, lexicon) and _past_is_verb(word, forms, beside, lexicon)
    return _present_is_verb(word, forms, beside, lexicon)


def _present_is_verb(word: Word, forms: Sequence[str], beside: Beside, lexicon: Lexicon) -> bool:
    """A present or an infinitive, in English the form of the noun, too."""
    earlier, previous, before, after = beside.earlier, beside.previous, beside.previous.tag, beside.following.tag
    if before in _NOMINAL_BEFORE:
        return False
    if "inf" in forms or before in {"pron", "rel"}:
        return True
    if before == "prep":
        return False
    if after == "noun" and beside.beyond.tag in _STARTS_PHRASE and _tells_with(word, beside.following, lexicon):
        # "Gunmen burst into a clinic, ask for bed 6 and shoot dead a patient."
        return True
    if (before == "noun" and word.lower in lexicon.words("not_nouns")) or _is_count(word, beside, lexicon):
        return True
    if before == "noun" and is_compound(previous, word, lexicon):
        # "The president ordered security forces to leave."
        return False
    if before == after == "noun" and (_is_blame(word, previous, lexicon) or _are_shown(word, beside, lexicon)):
        return True
    if before == after == "noun" and word.lower != word.verb and word.verb in lexicon.words("striking_verbs"):
        # "Quake hits Loja"
        return lexicon.names_deed(previous.lemma)
    if before == "noun" and "part" in beside.following.form.split() and beside.beyond.tag == "noun":
        # "Police free kidnapped cook"
        return word.lower == word.verb and _are_several(previous, lexicon)
    determined = bool(earlier) and earlier[-1].tag in {"det", "poss"}
    if determined and "part" in previous.form.split() and after == "inf":
        # "In a failed attempt to kill him"
        return False
    if before == "noun" and (counted := _by_number(word, beside, lexicon)) is not None:
        return counted
    if before == "noun" and after in _AFTER_PRESENT:
        # "Called a nationwide march next Monday"
        return not (determined and previous.lower == previous.lemma and beside.beyond.tag == "time")
    if before == "noun" and after == "noun" and word.lower != word.verb:
        # "The law allows police to detain ...", "a video shows officers beating a man"
        return beside.beyond.tag == "inf" or (beside.beyond.form == "ger" and _are_several(beside.following, lexicon))
    # "Bomb kills 12, injures 30"
    listed = previous.lower == "," and after in _STARTS_PHRASE
    return (before == "conj" or listed) and _goes_on_behind(word, beside, lexicon)


def _by_number(word: Word, beside: Beside, lexicon: Lexicon) -> bool | None:
    """Whether the form behind a noun is a verb, as the number of the words around it tells; None if they do not.

    "A US air strike 20 km from Loja": behind one a verb would end in "s". "A gunman shoots at a nurse": nor does "a"
    count "gunman shoots". "The bombs they set off killed two": what "they" do is a clause of its own.
    """
    one = _is_of_one(beside.earlier, lexicon)
    if one and word.lower == word.verb:
        return False
    if one and beside.following.tag not in _GOES_WITH:
        return True
    opens = beside.following.lower in lexicon.words("nominatives") and lexicon.names_deed(word.lemma)
    return False if opens and word.verb not in lexicon.saying else None


def _goes_on_behind(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Does the form behind "and" tell what those of the verb before do as well?"""
    earlier, after = beside.earlier, beside.following.tag
    if earlier and _shares_object(earlier[-1], word):
        return True
    # "Kills a guard and takes hostages": no noun ends in "s" before another.
    named = after == "noun" and word.lower != word.verb and word.verb in lexicon.verb_triggers
    return (named or after in _STARTS_PHRASE) and any(_goes_on(one, word) for one in earlier[-_REACH:])


_GOES_WITH: Final = frozenset({"noun", "gen", "num", "verb"})
"""Tags of what a noun in the plural may stand before: the rest of its phrase, or what it does."""


def _shares_object(verb: Word, word: Word) -> bool:
    """Are the two one form of two verbs with one object, "and" between them ("to find and arrest militants")?"""
    third = (word.lower != word.verb) == (verb.lower != verb.verb)
    return verb.tag == "verb" and third and not {"pres", "inf"}.isdisjoint(verb.form.split())


def _is_count(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Does it tell where a count stands ("the toll rises to 12", "the army talks of 12", "sticks to 12")?"""
    told = word.lower != word.verb and word.verb in lexicon.either("toll_verbs", "counting_verbs", "adhering_verbs")
    to = beside.following.lower in lexicon.either("toll_prepositions", "adhered_to", "of")
    return told and to and beside.beyond.tag == "num"


def _is_of_one(earlier: Sequence[Word], lexicon: Lexicon) -> bool:
    """Do the nouns that end ``earlier`` stand behind a word for one ("a US", "an")?"""
    opening = next((word for word in reversed(earlier) if word.tag != "noun"), NO_WORD)
    return opening.lower in lexicon.words("of_one")


_REACH: Final = 8
"""So many words back stands the verb that "and" joins another to."""


def _is_blame(word: Word, previous: Word, lexicon: Lexicon) -> bool:
    """Is it "police suspect Luis Paz", "officials blame rebels": nobody calls one suspect a plural's?

    Or "the president blames rebels", but not "the murder suspects Luis Paz and Juan Vera", "the murder charges".
    """
    if word.verb not in lexicon.words("blame_verbs"):
        return False
    if word.lower == word.verb:
        return _are_several(previous, lexicon)
    return not (lexicon.nouns.get(word.lemma) or word.lemma in lexicon.words("proceedings"))


def _are_shown(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Do several do it to several others ("police display rifles"), by a form that is no deed's noun?"""
    plain = word.lower == word.verb and not (lexicon.names_deed(word.lemma) or lexicon.nouns.get(word.lemma))
    both = are_people(beside.previous, lexicon) and beside.following.lower != beside.following.lemma
    return plain and both and _are_several(beside.previous, lexicon) and beside.beyond.tag != "noun"


def _are_several(noun: Word, lexicon: Lexicon) -> bool:
    return noun.lower != noun.lemma or noun.lower in lexicon.words("collectives")


def _goes_on(verb: Word, word: Word) -> bool:
    """Does the form go on with what the words before tell ("to rob and kill a man", "owns a farm and grows ...")?"""
    third = (word.lower != word.verb) == (verb.lower != verb.verb)
    return verb.tag in {"inf", "modal"} or (third and verb.tag == "verb" and verb.form == "pres")


def is_compound(previous: Word, word: Word, lexicon: Lexicon) -> bool:
    """Do the two make a noun that the lexicon knows ("security forces")?"""
    spelt = ((previous.lower, word.lower), (previous.lower, word.lemma), (previous.lemma, word.lemma))
    rows = (row for form in dict.fromkeys((word.lower, word.lemma)) for row, _ in lexicon.nouns.get(form, ()))
    return any(len(row) == _PAIR and row in spelt for row in rows)


_PAIR = 2


def _finite_is_verb(word: Word, forms: Sequence[str], beside: Beside, lexicon: Lexicon) -> bool:
    """A form that is finite if it is a verb: most are nothing else, but "captura", "marcha" are nouns as well."""
    before = beside.previous.tag
    after = "inf" if beside.following.form == "inf" else beside.following.tag
    if not {"pres", "subj"}.issuperset(forms):
        return True
    if before == "num" and beside.previous.lower in lexicon.words("quantifiers") and word.lemma == word.verb:
        # "Miles protestan en Lima"
        return True
    if before in _NOMINAL_BEFORE:
        return False
    if word.lemma == word.verb or before in {"rel", "comp", "pron", "neg"}:
        return True
    if before == "noun" and _tells_with(word, beside.following, lexicon):
        # "Una turba quema vivo a un hombre"
        return True
    return before in {"noun", "conj", "time"} and after in _AFTER_FINITE


def _is_listed_deed(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Is it the noun of a deed that "and" joins to another ("una serie de bloqueos y quema de vehículos")?"""
    if beside.previous.tag != "conj" or beside.following.lower not in lexicon.words("of") or not beside.earlier:
        return False
    first = beside.earlier[-1]
    return first.tag == "noun" and lexicon.names_deed(first.lemma) and lexicon.names_deed(word.lemma)


def _named_together(previous: Word, word: Word, lexicon: Lexicon) -> bool:
    """Are the two words together the noun of an event ("a suicide bombing at a mosque")?"""
    rows = lexicon.noun_triggers.get(previous.lower, ())
    return any(pattern == (previous.lower, word.lower) for pattern, _ in rows)


def _gerund_is_verb(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    previous, before, after = beside.previous, beside.previous.tag, beside.following.tag
    if before == "num" and after == "prep" and word.verb in lexicon.words("intransitives"):
        # "A family of five returning from a wedding"
        return True
    if before == "det" and previous.lower in lexicon.words("persons") and after in _OBJECT:
        # "Others carrying small children"
        return True
    if before in _NOMINAL_BEFORE or beside.following.lower in lexicon.words("of"):
        return False
    described = _is_described(word, beside, lexicon)
    if described or _hangs_on_deed(word, beside, lexicon) or _is_deed_of(previous, word, beside, lexicon):
        return False
    if previous.lower in lexicon.words("multiples"):
        # "A triple bombing outside a school killed 85."
        return False
    if beside.previous.lower == "," and beside.following.lower in QUOTES:
        # "A man, shouting “God is great”, attacked two soldiers."
        return True
    if before == "punct" and beside.adverb:
        # "They came at night, shooting wildly and setting houses ablaze."
        return True
    by = beside.following.lower in lexicon.words("agent_prepositions")
    does = previous is NO_WORD and _is_third(beside.following, lexicon)
    if does or ((previous is NO_WORD or before in _OPENS) and by):
        # "Shelling by rebels killed two", "said that shelling by rebels had killed two", "Shelling kills five"
        return not lexicon.names_deed(word.lower)
    if before in {"punct", "noun"} and beside.following.lower in lexicon.words("complementizers"):
        # "The army denied it, saying that rebels had shot them", "wrote to the mayors demanding that they resign"
        return word.verb in lexicon.saying or word.verb in lexicon.cues("planned_verbs")
    if before == after == "prep" and (word.verb, beside.following.lower) in lexicon.particles:
        # "Accused of gunning down two", "wanted for shooting at a bus", but "killed in shooting at a bus station".
        blames = previous.lower in lexicon.words("blame_prepositions") | lexicon.words("infinitive")
        if blames or beside.following.lower in lexicon.words("adverbial_particles"):
            return True
    if before == after == "prep":
        # "After tying up two guards, they ...", but "after bombing in the north"; "accused of gunning down a guard".
        clausal = beside.previous.lower in lexicon.words("clausal_prepositions")
        joined = (word.verb, beside.following.lower) in lexicon.particles and beside.beyond.tag in _OBJECT
        return (clausal or joined) and not lexicon.names_deed(word.lower)
    if before in {"verb", "prep"} and after in {"prep", "punct", "verb"}:
        return False
    return before not in _BEFORE_GERUND or after in _AFTER_GERUND


def _is_deed_of(previous: Word, word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Is it a deed with those who did it in front ("killed in police firing", "after the army shelling in Loja")?

    Not in "by soldiers shooting at a bus", where several do it, nor in "with police firing at them".
    """
    earlier, body = beside.earlier, previous.lower in lexicon.words("collectives")
    at = len(earlier) - 1 - (body and bool(earlier) and earlier[-1].tag == "det")
    if previous.tag != "noun" or at < 0 or earlier[at].tag != "prep" or not (body or previous.lower == previous.lemma):
        return False
    plain = earlier[at].lower not in lexicon.words("absolute_prepositions")
    return plain and beside.following.tag in {"prep", "punct", "time"} and lexicon.names_deed(word.lower)


def _is_third(word: Word, lexicon: Lexicon) -> bool:
    """Is it the present of what one does ("kills"), and no noun that the lexicon knows ("rockets")?"""
    present = word.may_be and "pres" in word.form.split() and word.lower != word.verb
    return present and not lexicon.nouns.get(word.lemma)


def _hangs_on_deed(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Does the noun behind belong to the deed ("bombing victims", "the Loja bombing suspect Luis Paz")?

    Not what people are told to be doing ("soldiers killing suspects"), nor what a preposition ties to a verb or a
    crime ("accused of killing victims", "after kidnapping victim Luis Paz"), but "parents of bombing suspect Luis Paz".
    """
    if beside.following.lemma not in lexicon.words("deed_heads") or not lexicon.names_deed(word.lower):
        return False
    if beside.previous.tag == "noun":
        return not (are_people(beside.previous, lexicon) and beside.previous.lower != beside.previous.lemma)
    if beside.previous.lower in lexicon.words("of") and beside.earlier and are_people(beside.earlier[-1], lexicon):
        return True
    named = beside.beyond.tag == "noun" and beside.previous.tag == "prep"
    return not (named or beside.previous.lower in lexicon.words("blame_prepositions"))


def _is_described(word: Word, beside: Beside, lexicon: Lexicon) -> bool:
    """Is the gerund the noun of a deed behind a bare adjective ("caused serious flooding in Loja")?

    One who did it would have an article, a name or a plural.
    """
    adjective, opens = beside.previous, beside.earlier[-1].tag if beside.earlier else ""
    bare = adjective.tag == "noun" and opens in {"verb", "prep", "conj"} and adjective.lower == adjective.lemma
    told = bare and lexicon.names_deed(word.lower) and not lexicon.nouns.get(adjective.lemma)
    return told and adjective.lower not in lexicon.words("collectives") and is_word(adjective.lower, lexicon.language)


def are_people(noun: Word, lexicon: Lexicon) -> bool:
    return any(kind.cls == "person" for _, kind in lexicon.nouns.get(noun.lemma, ()))


_OPENS = frozenset({"comp", "conj", "sub"})
_OBJECT = frozenset({"det", "poss", "num", "pron", "noun"})
_BEFORE_GERUND = frozenset({"noun", "verb", "punct", "conj", "prep", "sub", "rel", "time", "comp", "but"})
_AFTER_GERUND = _STARTS_PHRASE | {"noun", "prep", "verb", "inf", "adv", "time", "comp", "sub"}


def _past_is_verb(word: Word, forms: Sequence[str], beside: Beside, lexicon: Lexicon) -> bool:
    """A past or a participle is a verb but where it stands before its noun ("the wounded guard", "two dead men").

    After a comma or an "and", too: "..., wounded policemen" is rare, "..., killed two" is not.
    """
    before, after = beside.previous.tag, beside.following.tag
    counted = beside.previous.lower in lexicon.words("distinct") and bool(beside.earlier)
    if before == "num" or (counted and beside.earlier[-1].tag == "num"):
        # "six wounded", "two more died": a predicate of the number, unless a noun follows that is not the verb's own
        # ("two sustained injuries").
        return after != "noun" or _tells_with(word, beside.following, lexicon)
    plain = before == "verb" and not {"past", "part"}.intersection(beside.previous.form.split())
    if plain and "part" in forms and after == "noun":
        # "sheltering displaced families", "police free kidnapped cook"
        return False
    if before == "conj" and after not in _OBJECT and _is_state(beside.earlier[-2:], lexicon):
        return False
    if before == after == "noun" and _ends_in_participle(beside.previous, lexicon):
        # "A remote-controlled improvised device": the compound describes the noun to come, too.
        return False
    if before == "prep" and after != "noun" and beside.earlier:
        # "The bombs that they set off killed two", but "set off improvised bombs".
        joined = (beside.earlier[-1].verb, beside.previous.lower) in lexicon.particles
        return joined and beside.previous.lower in lexicon.words("adverbial_particles")
    return before not in {"det", "poss", "gen", "prep"}


def _ends_in_participle(word: Word, lexicon: Lexicon) -> bool:
    """Is it a compound like "remote-controlled"?"""
    _, hyphen, last = word.lower.rpartition("-")
    return bool(hyphen) and "part" in lexicon.readings[last].forms.split()


def _is_state(before: Sequence[Word], lexicon: Lexicon) -> bool:
    """Is it "the dead", to whom "and wounded" adds others?"""
    tags = [word.tag for word in before]
    return tags in (["det", "noun"], ["prep", "noun"]) and before[-1].lemma in lexicon.word_triggers


def _tells_with(word: Word, behind: Word, lexicon: Lexicon) -> bool:
    """Do a verb and the word behind it tell of an event together ("sustain injuries", "shoot dead")?"""
    return any(pattern == (word.verb, behind.lemma) for pattern, _ in lexicon.verb_triggers.get(word.verb, ()))


def is_existential(before: Sequence[Word], rough: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Does "there" open a clause that tells what is ("there were two dead"), and not close one ("those held there")?"""
    if before and before[-1].tag == "verb" and before[-1].verb not in lexicon.saying:
        return False
    behind = next((word for word in rough[at + 1 :] if word.tag not in {"adv", "aside"}), NO_WORD)
    return behind.tag in AUXILIARIES or (behind.tag == "verb" and behind.verb in lexicon.words("occur_verbs"))
