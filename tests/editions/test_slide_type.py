from __future__ import annotations

from kit.editions.slide_type import text_size, title_density


def test_the_more_words_the_smaller() -> None:
    sizes = [text_size("case", "A title", ["word " * count]) for count in (10, 80, 110, 250)]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 4


def test_paragraphs_and_a_role_take_room_too() -> None:
    text = "word " * 46
    alone = text_size("case", "A title", [text * 2])
    assert text_size("case", "A title", [text] * 2, "fellow, in your first year") < alone


def test_four_objectives_of_a_usual_length_are_read_at_the_back() -> None:
    objectives = [
        "Write a learning goal for the next year that meets six criteria, with a date"
    ] * 4
    assert text_size("objectives", "At the end of this session, you can …", objectives) >= 1.8


def test_a_long_title_is_set_smaller_so_that_it_stays_on_the_first_slide() -> None:
    assert title_density("Managing up") == "normal"
    assert title_density("Tres pasos hacia una relación con el aprendiz al timón") == "dense"
    assert title_density("How " * 25) == "crowded"
