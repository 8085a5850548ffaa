from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.checking.reading_level import Level, level_of, longest_sentence


def test_the_index_is_that_of_its_authors() -> None:
    # 4.71 * 75 / 15 + 0.5 * 15 / 3 - 21.43
    assert Level(sentences=3, words=15, letters=75).grade == pytest.approx(4.62)
    assert Level().grade == 0


@pytest.mark.parametrize(
    ("text", "sentences", "words"),
    [
        ("Ask for one thing. Say how long it takes.", 2, 9),
        ("*“Who of you is missing?”* Nobody at the table knows that.", 2, 11),
        ("- one line of four\n- another line of five words", 2, 9),
        ("A heading that stands alone\n\nAnd a sentence below it.", 2, 10),
        ("Initials", 0, 0),
        ("See [the guide to it all](https://example.org/a/b.html).", 1, 6),
        ("It is the mentee’s well-meant page.", 1, 6),
        ("", 0, 0),
    ],
)
def test_sentences_and_words_are_counted_as_a_reader_would(
    text: str, sentences: int, words: int
) -> None:
    level = level_of([text])
    assert (level.sentences, level.words) == (sentences, words)


def test_long_words_and_long_sentences_are_harder() -> None:
    plain = level_of(["Ask one person for one thing. Say when you need it."]).grade
    long_words = level_of(["Interprofessional collaboration necessitates communication."]).grade
    long_sentence = level_of(["Ask one person for one thing and say when you need it and why."])
    assert plain < long_sentence.grade
    assert plain < long_words


def test_the_longest_sentence_is_found() -> None:
    assert longest_sentence("Ask one. Ask one person for two things. Go.") == (
        "Ask one person for two things."
    )


@given(st.lists(st.text(max_size=80), max_size=6))
def test_texts_are_counted_together_as_one_by_one(texts: list[str]) -> None:
    whole = Level()
    for text in texts:
        whole += level_of([text])
    assert level_of(texts) == whole
