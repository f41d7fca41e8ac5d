"""Words that no dictionary or form tells to be verbs, known for such by the words around them.

Each function changes the words of a sentence where they stand; see ``tagging`` for the order.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from importers.extraction.lexicon.lexicon import Lexicon
from importers.extraction.lexicon.readings import Tag, verb_reading
from importers.extraction.syntax.verbhood import FINITE, NO_WORD
from importers.extraction.syntax.word import Word
from importers.language.lemmas import lemma_of
from importers.language.tokens import QUOTES

_OF_SUBJECT: Final = frozenset({"det", "poss", "num", "noun", "prep"})
_LONGEST_SUBJECT: Final = 7


def short_forms(words: list[Word], lexicon: Lexicon) -> None:
    """Write out an auxiliary cut short: "he's (has) been jailed", "it's (is) closed", "who'd (had) fled".

    Behind a noun it is the mark of an owner.
    """
    hosts, full = lexicon.words("short_hosts"), lexicon.shortened
    for at in [at for at, word in enumerate(words) if word.lower in full and at > 0]:
        word = words[at]
        if words[at - 1].lower in hosts:
            plain, perfect = full[word.lower]
            whole = perfect if _is_perfect(words, at, lexicon.readings[plain].tag) else plain
            reading = lexicon.readings[whole]
            words[at] = Word(word.start, word.end, whole, reading.lemma, reading.tag, reading.verb, reading.forms)


def _is_perfect(words: Sequence[Word], at: int, plain: Tag) -> bool:
    """Does the auxiliary at ``at`` make a perfect with what stands behind it? ``plain``: what it is if not."""
    behind = [word for word in words[at + 1 : at + 4] if word.tag not in {"adv", "neg"}]
    if not behind or not {"part", "past"} & set(behind[0].form.split()):
        return False
    has_object = len(behind) > 1 and behind[1].tag in _OPENS_OBJECT
    return plain == "modal" or behind[0].tag == "be" or has_object


_OPENS_OBJECT: Final = frozenset({"det", "poss", "num", "noun", "pron"})


def progressives(words: list[Word], lexicon: Lexicon) -> None:
    """What is a noun elsewhere is a verb between "to be" and an object ("have been fighting the army").

    And between people and whom they do it to ("rebels fighting the army", but "heavy fighting the army lost"), or of a
    deed behind a comma (", fighting a war,", but ", including a nurse").
    """
    nouns = lexicon.words("not_verbs")
    for at, (before, word, behind) in enumerate(zip(words, words[1:], words[2:], strict=False), 1):
        if word.lower not in nouns or word.tag != "noun":
            continue
        several = before.tag == "noun" and before.lower in {f"{before.lemma}s", f"{before.lemma}es"}
        verb, forms = verb_reading(word.lower, lexicon)
        between = before.tag == "be" and behind.tag in {"det", "poss", "num", "noun"}
        of_deed = before.lower == "," and verb in lexicon.verb_triggers
        if forms == "ger" and (between or ((several or of_deed) and behind.tag in {"det", "poss"})):
            words[at] = Word(word.start, word.end, word.lower, word.lemma, "verb", verb, forms)


def perfects(words: list[Word], lexicon: Lexicon) -> None:
    """What is a noun elsewhere is a participle behind "to have" ("han resultado heridas", "having organized it").

    So it is behind "to be" where its verb tells a deed done to somebody ("fueron privados de la libertad").
    """
    nouns = lexicon.words("not_verbs")
    for at, (before, word) in enumerate(pairwise(words), 1):
        if word.lower not in nouns or word.tag != "noun" or before.tag not in {"have", "be"}:
            continue
        verb, forms = verb_reading(word.lower, lexicon)
        done = verb in lexicon.verb_triggers and verb not in lexicon.words("inverting")
        if lexicon.stem_changes:
            participle = forms == "part" and (done if before.tag == "be" else word.lower == word.lemma)
        else:
            has_object = at + 1 < len(words) and words[at + 1].tag == "det"
            participle = before.tag == "have" and forms == "part past" and has_object
        if participle:
            tag: Tag = "be" if verb in lexicon.words("copula") else "verb"
            words[at] = Word(word.start, word.end, word.lower, word.lemma, tag, verb, forms)


def predicates(words: list[Word], lexicon: Lexicon) -> None:
    """What is said of people elsewhere names them behind an article or number ("siete presuntos responsables")."""
    if not lexicon.head_first:
        return
    told = lexicon.words("predicates")
    for at, (before, word) in enumerate(pairwise(words), 1):
        if word.tag == "adv" and before.tag in {"det", "num"} and word.lower in told:
            words[at] = Word(word.start, word.end, word.lower, lemma_of(word.lower, lexicon.language), "noun")


def wounds(words: list[Word], lexicon: Lexicon) -> None:
    """A participle's form that names a wound does so behind what causes or bears one ("causó heridas a dos").

    How bad the wound of a participle is stands as an adjective behind it ("resultaron heridos leves dos guardias").
    """
    if not lexicon.stem_changes:
        return
    for at, word in enumerate(words[1:], 1):
        noun = word.lower.removesuffix("s")
        if word.may_be and noun in lexicon.words("wounds") and _is_wound(words, at, lexicon):
            words[at] = Word(word.start, word.end, word.lower, noun, "noun")
        elif words[at - 1].form == "part" and word.lower in lexicon.words("wound_grades"):
            words[at] = word.retagged("adv")


def approximations(words: list[Word], lexicon: Lexicon) -> None:
    """What makes a measure less exact is no preposition before it ("seized about 90 kilos", "más de 90 kilos")."""
    measured = (at for at, (word, behind) in enumerate(pairwise(words)) if word.tag == "num" and behind.tag == "noun")
    for at in [*measured]:
        for first in range(at - 1, max(at - 3, -1), -1):
            before = words[first:at]
            if " ".join(word.lower for word in before) in lexicon.words("approximating"):
                words[first:at] = [word.retagged("det") for word in before]


def described_nouns(words: list[Word], lexicon: Lexicon) -> None:
    """Two words behind a noun may describe it as an adjective does ("el cuerpo sin vida de X", "hombres no
    identificados"), and so does a participle between a body and "of" ("el cuerpo calcinado de un arriero").
    """
    if not lexicon.head_first:
        return
    bodies, pairs = lexicon.words("corpses"), lexicon.words("describing")
    for at in range(1, len(words) - 1):
        before, word, behind = words[at - 1 : at + 2]
        if word.form == "part" and before.lemma in bodies and behind.lower in lexicon.words("of"):
            words[at] = Word(word.start, word.end, word.lower, word.lower, "noun")
        elif word.tag in {"prep", "neg"} and before.tag == "noun" and f"{word.lower} {behind.lower}" in pairs:
            words[at], words[at + 1] = word.retagged("noun"), behind.retagged("noun")


def _is_wound(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    before, behind = words[at - 1].tag, words[at + 1].lower if at + 1 < len(words) else ""
    if before == "conj":
        # "La muerte de un chofer y heridas a otras dos personas"
        return behind in lexicon.words("object_prepositions")
    bears = words[at - 1].verb in lexicon.either("cause_verbs", "undergo_verbs") - lexicon.words("leaving_verbs")
    return before == "prep" or (before == "verb" and bears)


def infinitives(words: list[Word], lexicon: Lexicon) -> None:
    """A word that may mark an infinitive or be a preposition marks one before the plain form of a verb."""
    markers = lexicon.words("infinitive")
    for at, word in enumerate(words[:-1]):
        if word.lower in markers:
            following = words[at + 1]
            if following.tag == "adv" and at + 2 < len(words):
                following = words[at + 2]
            if following.verb == following.lower:
                words[at] = word.retagged("inf")
            elif _is_infinitive(at + 1, words, lexicon):
                verb = words[at + 1]
                words[at] = word.retagged("inf")
                words[at + 1] = Word(verb.start, verb.end, verb.lower, verb.lemma, "noun", verb.lower, "pres", True)


def joined_participles(words: list[Word], lexicon: Lexicon) -> None:
    """Two participles that "and" joins between an article and a noun describe it ("the beaten and burned body")."""
    if not lexicon.doubling:
        return
    for at in [at for at, word in enumerate(words[1:-2], 1) if word.tag == "conj"]:
        opens, before, behind, noun = words[at - 2], words[at - 1], words[at + 1], words[at + 2]
        both = "part" in before.form and "part" in behind.form and noun.tag == "noun"
        if at > 1 and both and opens.tag in _BEFORE_ADJECTIVE and before.lower not in lexicon.word_triggers:
            words[at - 1 : at + 2] = [word.retagged("noun") for word in (before, words[at], behind)]


_BEFORE_ADJECTIVE: Final = frozenset({"det", "poss", "gen"})


def joined_adverbs(words: list[Word], lexicon: Lexicon) -> None:
    """The "and" between two adverbs before a verb joins no clauses ("accused of "coldly and calmly" killing two")."""
    for at in [at for at, word in enumerate(words[1:-2], 1) if word.tag == "conj" and words[at - 1].tag == "adv"]:
        if words[at + 1].tag != "adv":
            continue
        before = next((word for word in reversed(words[: at - 1]) if word.lower not in QUOTES), NO_WORD)
        behind = next((word for word in words[at + 2 :] if word.lower not in QUOTES), NO_WORD)
        if before.tag in {"inf", "modal"} or (before.tag == "prep" and "ger" in behind.form):
            words[at] = words[at].retagged("adv")


def clitics(words: list[Word], lexicon: Lexicon) -> None:
    """An unstressed pronoun leans on the finite verb after it ("los liberaron"); elsewhere it is an article."""
    leaning = lexicon.words("clitics")
    if not leaning:
        return
    for at in range(len(words) - 2, -1, -1):
        word, following = words[at], words[at + 1]
        if word.lower not in leaning or word.tag in {"time", "num", "punct", "aside"}:
            continue
        if at and words[at - 1].tag == "prep":
            continue
        only_verb = following.tag in {"noun", "verb"} and following.lemma == following.verb
        finite = following.form and FINITE.issuperset(following.form.split())
        if following.tag in {"be", "have", "modal", "clitic"} or (finite and (only_verb or following.tag == "verb")):
            words[at] = word.retagged("clitic")


def bare_infinitives(words: list[Word], lexicon: Lexicon) -> None:
    """Plain forms without "to": of what somebody helps do, of what is seen to be done ("saw soldiers burn the bus")."""
    if not lexicon.doubling:
        return
    perceiving, helping = lexicon.words("perceiving"), lexicon.words("helping")
    for at in [at for at, word in enumerate(words[:-2]) if word.verb in helping or word.verb in perceiving]:
        verb = words[at]
        end = at + 1
        while verb.verb in perceiving and words[end].tag in _OF_SUBJECT and not _is_plain(words, end, lexicon):
            end += 1
            if end > at + _LONGEST_SUBJECT or end >= len(words) - 1:
                break
        while end < len(words) - 1 and (end > at + 1 or verb.verb in helping) and _is_plain(words, end, lexicon):
            word = words[end]
            words[end] = Word(word.start, word.end, word.lower, word.lemma, "verb", word.verb, "inf")
            end += 2


def _is_plain(words: Sequence[Word], at: int, lexicon: Lexicon) -> bool:
    """Is it the plain form of a verb of deeds, behind no article and before an object or a particle?"""
    word, before, behind = words[at], words[at - 1], words[at + 1]
    plain = word.may_be and word.verb == word.lower and word.verb in lexicon.verb_triggers
    if not plain or before.tag in {"det", "poss", "num", "prep"}:
        return False
    # "Shoot dead", "open fire"; "torture and kill"
    parts = any(behind.lower in row[1:2] for row, _ in lexicon.verb_triggers[word.verb])
    joined = behind.tag == "conj" and at + 3 < len(words) and _is_plain(words, at + 2, lexicon)
    several = before.tag == "noun" and before.lower != before.lemma
    return parts or joined or behind.tag in {"det", "poss", "num"} or (several and behind.tag == "noun")


def adverbial_ordinals(words: list[Word], lexicon: Lexicon) -> None:
    """What ranks nouns elsewhere tells what came first between people and a past ("rebels first burned the post")."""
    ordinals = lexicon.words("ordinals")
    for at, word in enumerate(words[1:-1], 1) if lexicon.doubling else ():
        if word.tag == "det" and word.lower in ordinals:
            before, behind = words[at - 1], words[at + 1]
            # "The man, who knew her, first stabbed her husband"
            closes = before.lower == "," and at + 2 < len(words) and words[at + 2].tag in {"det", "poss", "num"}
            if (before.tag == "noun" or closes) and "past" in behind.form:
                words[at] = word.retagged("adv")


def nominal_infinitives(words: list[Word], lexicon: Lexicon) -> None:
    """Some infinitives are nouns before "of" and behind a possessive ("en poder de la guerrilla", "en su poder")."""
    nouns = lexicon.words("infinitive_nouns")
    for at in range(1, len(words) - 1) if nouns else ():
        before, word, behind = words[at - 1 : at + 2]
        of_somebody = before.tag == "poss" or (before.tag == "prep" and behind.lower in lexicon.words("of"))
        if word.lower in nouns and of_somebody:
            words[at] = Word(word.start, word.end, word.lower, word.lower, "noun")


def unknown_infinitives(words: list[Word], lexicon: Lexicon) -> None:
    """What ends like an infinitive behind "para" and before a noun phrase is one ("para despejar la ruta")."""
    endings = tuple(lexicon.words("infinitive_endings"))
    if not endings:
        return
    for before, at in zip(words, range(1, len(words) - 1), strict=False):
        word = words[at]
        bare = word.tag == "noun" and not word.verb and word.lower == word.lemma
        bare = bare and word.lower.endswith(endings) and words[at + 1].tag in {"det", "poss"}
        if bare and before.lower in lexicon.words("purpose_links"):
            words[at] = Word(word.start, word.end, word.lower, word.lemma, "verb", word.lower, "inf")


def unknown_presents(words: list[Word], lexicon: Lexicon) -> None:
    """What ends like a present behind "who" and before a noun phrase is one ("who owns a farm and spends his days")."""
    if not lexicon.doubling:
        return
    tags, behind = [word.tag for word in words], ""
    first = tags.index("rel") + 1 if "rel" in tags else len(words)
    for at in range(first, len(words) - 1):
        before, word = words[at - 1 : at + 1]
        behind = before.tag if before.tag == "rel" or (before.tag == "conj" and behind) else behind
        if word.tag in {"punct", "be", "have"}:
            behind = ""
        elif behind and before.tag == behind and _may_be_present(word, words[at + 1], lexicon):
            lemma = word.lemma
            words[at] = Word(word.start, word.end, word.lower, lemma, "noun", lemma, "pres", True)


def saying(words: list[Word], lexicon: Lexicon) -> None:
    """A present of saying behind a noun is a verb where a sentence follows ("police say gunmen killed three").

    So it is behind a word that says how many say so, without a noun ("some say rebels killed three").
    """
    if not lexicon.doubling:
        return
    several = lexicon.words("vague")
    for at in [at for at, word in enumerate(words[:-2]) if word.may_be and word.verb in lexicon.speaking and at]:
        word, after = words[at : at + 2]
        if word.lower != word.verb == word.lemma and after.verb == after.lower and after.verb in lexicon.speaking:
            # "Reports suggest rebels killed three"
            continue
        if "pres" in word.form and (words[at - 1].tag == "noun" or words[at - 1].lower in several):
            behind = next((one for one in words[at + 1 : at + _LONGEST_SUBJECT] if one.tag not in _OF_SUBJECT), None)
            told = behind is not None and (behind.tag in {"be", "have", "modal"} or "past" in behind.form)
            if told and words[at + 1].tag in _OF_SUBJECT - {"prep"}:
                words[at] = Word(word.start, word.end, word.lower, word.lemma, "verb", word.verb, word.form)


def _may_be_present(word: Word, following: Word, lexicon: Lexicon) -> bool:
    """Is it a noun's plural or a verb's present, of a word the lexicon does not know, with a noun phrase behind it?"""
    bare = word.tag == "noun" and not word.verb and word.lower in {f"{word.lemma}s", f"{word.lemma}es"}
    if not bare or following.tag not in {"det", "poss", "num"}:
        return False
    return word.lemma not in lexicon.nouns and word.lemma not in lexicon.noun_triggers


def _is_infinitive(at: int, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Is the word behind "to" a verb, known or not, by the noun phrase behind it ("to quash the revolt")?"""
    word = words[at]
    if at + 1 >= len(words) or word.tag != "noun" or word.verb or word.lemma != word.lower:
        return False
    known = any(len(pattern) == 1 for pattern, _ in lexicon.nouns.get(word.lower, ()))
    return words[at + 1].tag in {"det", "poss"} and not known and word.lower not in lexicon.noun_triggers


def timed_infinitives(words: list[Word], lexicon: Lexicon) -> None:
    """A preposition that has taken in an article tells when, before an infinitive ("al estallar una granada")."""
    if not lexicon.contractions:
        return
    written = {preposition: form for form, preposition in lexicon.contractions.items()}
    for at, word in enumerate(words[:-1]):
        form = written.get(word.lower, "")
        contracted = word.tag == "prep" and form and word.end - word.start == len(form) != len(word.lower)
        if contracted and words[at + 1].form == "inf":
            words[at] = Word(word.start, word.end, form, form, "sub")


def equipped(words: list[Word], lexicon: Lexicon) -> None:
    """Part what people have with them from the noun before it ("a man armed with a knife"), unless it opens a noun."""
    equipped = lexicon.words("equipped")
    for at, word in enumerate(words[:-1]):
        if word.lower in equipped and word.tag == "noun" and words[at + 1].tag == "prep":
            words[at] = word.retagged("adv")
