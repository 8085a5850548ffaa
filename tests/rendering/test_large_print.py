from __future__ import annotations

from kit.rendering.large_print import fits_large


def test_three_short_columns_beside_their_rows_stay_a_table() -> None:
    assert fits_large(["", "Senior", "Peer", "Junior"], [28, None, None, None], ["Sponsor"])


def test_a_table_of_many_columns_does_not() -> None:
    assert not fits_large(["A", "B", "C", "D", "E"], [None] * 5)


def test_a_word_that_is_wider_than_its_column_keeps_a_table_from_fitting() -> None:
    assert fits_large(["Topic", "What I say"], [30, 70])
    assert not fits_large(["Topic", "What I say"], [30, 70], ["Professionalization"])
    assert not fits_large(["Accountabilities", "B", "C", "D"], [None] * 4)


def test_a_narrow_column_is_too_narrow_to_write_in() -> None:
    assert not fits_large(["No", "What"], [10, 90])
