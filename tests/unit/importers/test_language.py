import pytest
from hypothesis import given
from hypothesis import strategies as st

from importers.language.detect import detect
from importers.language.lemmas import lemma_of
from importers.language.tokens import LONGEST_SENTENCE, sentences

ANY_TEXT = st.text() | st.text(alphabet="aA.,'\"-1 \n\tñÉ.…¿!?()[]$%")


def split(text: str, language: str = "en") -> list[str]:
    return [text[sentence.span.start : sentence.span.end] for sentence in sentences(text, language)]


def words(text: str, language: str = "en") -> list[str]:
    return [token.text for sentence in sentences(text, language) for token in sentence.tokens]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Gen. Ruiz met Col. Vera on Sept. 3. They left.", ["Gen. Ruiz met Col. Vera on Sept. 3.", "They left."]),
        ("He lives in the U.S. The rest stayed.", ["He lives in the U.S.", "The rest stayed."]),
        ("The U.S. Army came at 10 a.m. on Friday.", ["The U.S. Army came at 10 a.m. on Friday."]),
        ("The anti-U.S. Front met. It grew.", ["The anti-U.S. Front met.", "It grew."]),
        ("Rebels came to Salem, N.J. Paz had left.", ["Rebels came to Salem, N.J.", "Paz had left."]),
        ("Salem, N.J. Governor Luis Paz left.", ["Salem, N.J. Governor Luis Paz left."]),
        (
            "A Salem, Ore., nurse came. He fell ill. Two left.",
            ["A Salem, Ore., nurse came.", "He fell ill.", "Two left."],
        ),
        ("She said no. Then nothing.", ["She said no.", "Then nothing."]),
        ("Cell No. 4 burned.", ["Cell No. 4 burned."]),
        ('"We stay," he said. "All of us." They did.', ['"We stay," he said.', '"All of us."', "They did."]),
        ("Police held Jonas W., 34. Jonas W. said no.", ["Police held Jonas W., 34.", "Jonas W. said no."]),
        ("Police held Jonas W. The man said no.", ["Police held Jonas W.", "The man said no."]),
        ("Police held Juan A. La Rosa.", ["Police held Juan A. La Rosa."]),
        ("He wrote it on X. The post is gone.", ["He wrote it on X.", "The post is gone."]),
        ("BATTALION NO.4 CAME.  IT LEFT.", ["BATTALION NO.4 CAME.", "IT LEFT."]),
        ("It cost $2.5 million. , they say.", ["It cost $2.5 million. , they say."]),
        (
            "loja: two men were shot on monday. the police held a boy, gen. ruiz said. he was 19 and came from quito.",
            [
                "loja: two men were shot on monday.",
                "the police held a boy, gen. ruiz said.",
                "he was 19 and came from quito.",
            ],
        ),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, parts: list[str]):
    assert split(text) == parts


def test_spanish_abbreviations_and_inverted_marks():
    text = "El Sr. Paz vive en EE.UU. desde mayo. ¿Volverá? ¡Quién sabe!"
    assert split(text, "es") == ["El Sr. Paz vive en EE.UU. desde mayo.", "¿Volverá?", "¡Quién sabe!"]


def test_the_half_of_the_day_is_one_word_with_or_without_a_space():
    text = "Salió a las 5 a. m. de Loja. Volvió a las 7 p. m. El juez lo vio. Fue a. Murió."
    assert split(text, "es")[:3] == ["Salió a las 5 a. m. de Loja.", "Volvió a las 7 p. m.", "El juez lo vio."]
    assert [token.lower for token in sentences("A las 5 a. m. salió", "es")[0].tokens][3] == "a.m."


def test_tokens_part_clitics_and_keep_codes_and_numbers_whole():
    assert words("Ecuador's M-16 didn't fire 2,200 rounds, the 14-year-old said.") == [
        "Ecuador", "'s", "M-16", "did", "n't", "fire", "2,200", "rounds", ",", "the", "14-year-old", "said", ".",
    ]  # fmt: skip


def test_lines_of_wrapped_copy_are_joined_and_paragraphs_kept():
    wrapped = (
        "THE GUARDS OF THE PRISON ON THE HILL SAID THAT NOBODY HAD LEFT THE\n"
        "BUILDING SINCE NOON, AND THAT THE GATES WOULD REMAIN CLOSED UNTIL THE\n"
        "JUDGE ARRIVED.\n\n   THE JUDGE DID NOT COME."
    )
    found = sentences(wrapped, "en")
    assert [sentence.paragraph for sentence in found] == [0, 1]
    assert all(sentence.capitals for sentence in found)


def test_wrapped_copy_is_wrapped_behind_whatever_was_set_aside():
    wrapped = (
        " " * 150 + "THE JUDGE CAME\nTO THE PRISON ON THE HILL TODAY. NOBODY KNEW THAT HE WOULD OPEN THE GATES\n"
        "FOR THE GUARDS" + " " * 90 + "AND\nTHEIR FAMILIES BEFORE THE NIGHT CAME ON."
    )
    found = split(wrapped)
    assert found[0] == "THE JUDGE CAME\nTO THE PRISON ON THE HILL TODAY."
    assert found[-1] == "AND\nTHEIR FAMILIES BEFORE THE NIGHT CAME ON."


def test_a_line_is_a_paragraph_where_lines_are_not_wrapped():
    long = "The guards of the prison on the hill said that nobody had left the building since noon, and that was that."
    found = sentences(f"Prison closed\n{long}\nNobody left", "en")
    assert [sentence.paragraph for sentence in found] == [0, 1, 2]


def test_what_was_set_aside_parts_like_a_blank_line():
    assert split("Guards came" + " " * 30 + "Nobody left") == ["Guards came", "Nobody left"]


def test_lemmas_are_dictionary_forms_and_unknown_words_stay():
    assert [lemma_of(word, "en") for word in ("were", "killed", "villavicencio")] == ["be", "kill", "villavicencio"]
    assert [lemma_of(word, "es") for word in ("fueron", "heridos")] == ["ser", "herido"]
    assert lemma_of("gegangen", "de") == "gegangen"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The police said that six people were hurt in the blast.", "en"),
        ("La policía dijo que seis personas resultaron heridas.", "es"),
        ("Ayer hombres armados mataron a dos campesinos a 20 kilómetros de Tulcán.", "es"),
        ("SEIS HERIDOS POR LA EXPLOSION DE UN COCHE BOMBA EN LA CAPITAL", "es"),
        ("Car bomb explodes", "en"),
        ("O governo não disse quem são os mortos da operação.", "pt"),
        ("Ontem homens armados mataram dois camponeses a 20 quilômetros de Tefé, disse a polícia.", "pt"),
        ("La police a dit que les blessés sont dans un état grave.", "fr"),
        ("La police a arrêté trois hommes jeudi à Paris après une explosion qui a fait deux morts.", "fr"),
        ("Bei einer Explosion in einem Haus in Bonn sind zwei Menschen verletzt worden, wie die Polizei sagte.", "de"),
        ("Полиция сообщила о взрыве.", "ru"),
        ("警察は六人が負傷したと発表した。", "ja"),
        ("", ""),
        ("12 34", ""),
    ],
)
def test_detection(text: str, language: str):
    assert detect(text) == language


@given(ANY_TEXT, st.sampled_from(["en", "es", ""]))
def test_tokens_give_back_their_text_in_order(text: str, language: str):
    at = 0
    for number, sentence in enumerate(sentences(text, language)):
        assert sentence.number == number
        for token in sentence.tokens:
            assert token.start >= at
            assert text[token.start : token.end] == token.text
            at = token.end
        assert sentence.span.end == at


@given(ANY_TEXT)
def test_no_letter_is_lost(text: str):
    kept = "".join(token.text for sentence in sentences(text, "en") for token in sentence.tokens)
    assert [letter for letter in kept if letter.isalnum()] == [letter for letter in text if letter.isalnum()]


@given(ANY_TEXT)
def test_detection_never_raises(text: str):
    assert detect(text) == detect(text)


def test_lines_without_a_full_stop_are_sentences_of_their_own_where_they_are_too_many_for_one():
    lines = [f"{at:03} Worker-{at} Served A Request" for at in range(LONGEST_SENTENCE)]
    assert split("\n".join(lines)) == lines
    # A few lines that run on are one sentence, as wire copy is wrapped.
    assert split("the guards were held\nby the prisoners of\nthe prison in Loja") == [
        "the guards were held\nby the prisoners of\nthe prison in Loja"
    ]


def test_a_line_too_long_for_a_sentence_is_parted_behind_a_comma():
    parts = split("the guards of the prison fled, " * LONGEST_SENTENCE)
    assert len(parts) > 5
    assert all(part.endswith("fled,") for part in parts)
    sentence = "the guards of the prison fled, " * (LONGEST_SENTENCE // 7) + "and came back."
    assert split(sentence) == [sentence]


def test_words_without_any_mark_are_parted_all_the_same():
    found = sentences("word " * (2 * LONGEST_SENTENCE + 1), "en")
    assert [len(sentence.tokens) for sentence in found] == [LONGEST_SENTENCE, LONGEST_SENTENCE, 1]
