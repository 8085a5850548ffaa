from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kit.collecting.scan.darkness import BoxSeen
from kit.collecting.scan.manner import Manner, manner_of
from kit.collecting.scan.rows import REASONS, Verdict, judged

MANNER = Manner(
    trace=0.02, mark=0.055, fills=False, crosses=True, usual=0.9, outline=0.8, two_tone=False
)


def box(value: str, dark: float = 0.0, **figures: Any) -> BoxSeen:
    return BoxSeen(
        value=value,
        dark=dark,
        inked=figures.get("inked", dark * 1.3),
        filled=figures.get("inked", dark * 1.3),
        strength=figures.get("strength", 0.9 if dark > 0.05 else dark * 3),
        beside=figures.get("beside", 0.0),
        around=figures.get("around", 0.0),
        outline=0.8,
    )


def row(*marked: BoxSeen) -> list[BoxSeen]:
    by_value = {each.value: each for each in marked}
    return [by_value.get(value, box(value)) for value in "12345"]


CROSS = box("3", 0.25)
FILLED = box("2", 0.9, inked=0.98)


def test_one_clear_mark_is_the_answer() -> None:
    assert judged(row(CROSS), MANNER) == Verdict(("3",))


@pytest.mark.parametrize(
    ("boxes", "kind", "suggestion"),
    [
        (row(), "blank", ()),
        (row(CROSS, box("5", 0.2)), "two-marks", ()),
        (row(CROSS, FILLED), "correction", ("3",)),
        (row(CROSS, box("5", 0.06, inked=0.09)), "trace", ("3",)),
        (row(FILLED), "filled", ("2",)),
        (row(box("3", 0.08, inked=0.3, strength=0.25)), "faint", ("3",)),
        (row(box("3", 0.03, inked=0.06)), "weak", ("3",)),
        (row(box("3", 0.25, beside=0.4)), "through", ("3",)),
        (row(box("4", 0.0, beside=0.4, around=0.9)), "circle", ("4",)),
        (row(box("4", 0.0, beside=0.2, around=0.3)), "beside", ("4",)),
        (row(CROSS, box("4", 0.0, beside=0.4, around=0.9)), "circle", ("3",)),
    ],
)
def test_what_is_never_guessed(
    boxes: list[BoxSeen], kind: str, suggestion: tuple[str, ...]
) -> None:
    assert judged(boxes, MANNER) == Verdict((), kind, suggestion)
    assert REASONS[kind]


def test_a_mark_much_paler_than_the_writers_others_may_be_erased() -> None:
    pale = row(box("3", 0.1, inked=0.3, strength=0.44))
    assert judged(pale, MANNER).kind == "faint"
    pencil = replace(MANNER, usual=0.45)
    assert judged(pale, pencil) == Verdict(("3",))


def test_a_box_without_its_outline_was_not_found() -> None:
    lost = replace(box("5", 0.15), outline=0.3)
    assert judged(row(CROSS, lost), MANNER) == Verdict((), "not-found")


def test_where_everything_is_filled_a_filled_box_is_an_answer() -> None:
    boxes = [box(str(at), 0.9 if at % 6 == 0 else 0.0, inked=0.98 if at % 6 == 0 else 0.0)
             for at in range(60)]  # fmt: skip
    manner = manner_of(boxes, two_tone=False)
    assert manner.fills
    assert judged(row(FILLED), manner) == Verdict(("2",))
    assert judged(row(CROSS, FILLED), manner).kind == "two-marks"


def test_several_may_be_marked_where_several_are_asked_for() -> None:
    assert judged(row(CROSS, box("5", 0.2)), MANNER, several=True) == Verdict(("3", "5"))
    assert judged(row(CROSS, FILLED), MANNER, several=True) == Verdict((), "correction", ("3",))
    assert judged(row(), MANNER, several=True) == Verdict((), "blank")


def test_a_broken_mark_on_a_black_and_white_scan_is_looked_at() -> None:
    two_tone = replace(MANNER, two_tone=True)
    assert judged(row(box("3", 0.08, inked=0.12)), two_tone).kind == "black-and-white"
    assert judged(row(CROSS), two_tone) == Verdict(("3",))


def test_a_noisy_page_asks_for_more_ink() -> None:
    clean = [box(str(at), 0.001 * (at % 2)) for at in range(40)]
    noisy = [box(str(at), 0.01 * (at % 4)) for at in range(40)]
    assert manner_of(clean, two_tone=False).trace < manner_of(noisy, two_tone=False).trace
