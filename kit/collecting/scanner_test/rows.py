"""What stands on the test page: one mark in each row, from a black pen to a faint pencil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription
from kit.press.drawn_over import Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.instrument.form_map import Box, FormMap

SCANNER_TEST: Final = "scanner-test"
"""The id of the page, as if it were a form: its answers go into no store."""
VALUES: Final = ("1", "2", "3", "4", "5")

Shape = Literal["cross", "tick", "dash"]


@dataclass(frozen=True, slots=True)
class TestRow:
    """A row of the page: what wrote it, how, and in which box the mark stands.

    `grey` is that of the ink, from 0 for black to 1 for white, `width` that of the stroke in
    millimeters. What is `hard` may go to review on a good scanner, too.
    """

    __test__ = False  # no test of ours, whatever it is called

    key: str
    words: str
    shape: Shape
    grey: float
    width: float
    value: str
    hard: bool = False


ROWS: Final = (
    TestRow("black-cross", "Black pen, a cross", "cross", 0.05, 0.5, "2"),
    TestRow("black-tick", "Black pen, a tick", "tick", 0.05, 0.5, "5"),
    TestRow("black-dash", "Black pen, a dash", "dash", 0.05, 0.5, "1"),
    TestRow("thin-cross", "Thin black pen, a cross", "cross", 0.1, 0.25, "3"),
    TestRow("thin-tick", "Thin black pen, a tick", "tick", 0.1, 0.25, "1"),
    TestRow("blue-cross", "Blue pen, a cross", "cross", 0.35, 0.4, "5"),
    TestRow("blue-tick", "Blue pen, a tick", "tick", 0.35, 0.4, "2"),
    TestRow("soft-cross", "Soft pencil, a cross", "cross", 0.45, 0.5, "4"),
    TestRow("soft-tick", "Soft pencil, a tick", "tick", 0.45, 0.5, "3"),
    TestRow("hard-cross", "Hard pencil, a cross", "cross", 0.62, 0.4, "1", hard=True),
    TestRow("hard-tick", "Hard pencil, a tick", "tick", 0.62, 0.4, "4", hard=True),
    TestRow("faint-cross", "Faint pencil, a cross", "cross", 0.75, 0.4, "2", hard=True),
    TestRow("faint-tick", "Faint pencil, a tick", "tick", 0.75, 0.4, "5", hard=True),
)


def description() -> FormDescription:
    """Describe the page as a form."""
    fields = tuple(AnswerField(row.key, row.key, "one", row.words, VALUES, VALUES) for row in ROWS)
    return FormDescription(
        SCANNER_TEST, "1", "1", SCANNER_TEST, "Scanner test", "end", "en-US", fields
    )


def strokes_on(form_map: FormMap) -> Iterator[Stroke]:
    """Draw each row's mark into its box, where the map says that it is."""
    boxes = {(box.field, box.value): box for box in form_map.boxes}
    for row in ROWS:
        box = boxes.get((row.key, row.value))
        if box is not None:
            for places in _shape(row.shape, box):
                yield Stroke(places, row.width, row.grey)


def _shape(shape: Shape, box: Box) -> Iterator[tuple[tuple[float, float], ...]]:
    def at(right: float, down: float) -> tuple[float, float]:
        return box.left + right * box.width, box.top + down * box.height

    if shape == "cross":
        yield at(0.2, 0.22), at(0.8, 0.78)
        yield at(0.78, 0.2), at(0.22, 0.8)
    elif shape == "tick":
        yield at(0.22, 0.55), at(0.42, 0.78), at(0.8, 0.2)
    else:
        yield at(0.2, 0.52), at(0.8, 0.47)
