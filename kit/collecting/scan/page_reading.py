"""One straightened page of a known form ▶ its answers, and pictures of what a person must see."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from kit.answers.response import Answer, Status
from kit.collecting.scan.afar import seen_from_afar
from kit.collecting.scan.darkness import BoxSeen, ink_at, seen, spread_of
from kit.collecting.scan.fit import LEAST_MATCH, RowFit, fit_boxes, fit_row
from kit.collecting.scan.flattening import flattened
from kit.collecting.scan.likeness import LEAST, likeness
from kit.collecting.scan.lookalikes import MARKED
from kit.collecting.scan.manner import manner_of
from kit.collecting.scan.picture import dots
from kit.collecting.scan.rows import REASONS, Verdict, judged
from kit.collecting.scan.writing import is_written, shown_of
from kit.instrument.sheet import CELLS, INSET, MARK

if TYPE_CHECKING:
    from kit.collecting.scan.guide import PageGuide, RowGuide
    from kit.collecting.scan.picture import Gray

_MOST_LOST: Final = 0.5
"""With a larger share of rows not found, the page is not what its code says."""
_FLAT: Final = 1
"""Dots by which rows may be off on a page whose boxes are not looked for one by one."""
_NOT_FOUND: Final = Verdict((), "not-found")
_NOTHING: Final = ("blank", "nothing seems to be written here")
_QUIET: Final = 25
"""The percentile of the boxes' unevenness that is the paper's noise: many boxes are empty."""
_BLACK: Final = 60.0
"""The shade of print where a mark cannot say."""


@dataclass(frozen=True, slots=True, eq=False)
class PageAnswers:
    """What was read of a page.

    `page` is all of it, straightened; `pictures` are crops of it by the field that they show.
    `found` is the share of the page's rows that are where the map has them, `like` how like the
    page is to the blank.
    """

    answers: tuple[Answer, ...]
    page: Gray
    pictures: dict[str, Gray] = field(default_factory=dict)
    found: float = 1.0
    like: float = 1.0

    @property
    def is_the_form(self) -> bool:
        """Say whether the page is what its map describes."""
        return self.found > _MOST_LOST and self.like >= LEAST


def read_page(page: Gray, guide: PageGuide, *, two_tone: bool) -> PageAnswers:
    """Read every row of boxes and every place for words of a straightened page."""
    even = flattened(page)
    black = _black_of(even)
    places = [fit_row(even, row) for row in guide.rows]
    # On paper that lies flat the marks have said it all; on a curled sheet each box moves alone.
    flat = all(max(abs(place.right), abs(place.down)) <= _FLAT for place in places)
    measured = [
        _measured(even, row, place, black, flat=flat)
        for row, place in zip(guide.rows, places, strict=True)
    ]
    spreads = [spread for each in measured for spread in each[1]]
    noise = float(np.percentile(spreads, _QUIET)) if spreads else 0.02
    rows = [
        (row, each[0], [seen(ink, box, noise) for ink, box in each[2]])
        for row, each in zip(guide.rows, measured, strict=True)
    ]
    boxes = _against_print([box for _, _, of_row in rows for box in of_row])
    manner = manner_of(list(boxes.values()), two_tone=two_tone)
    answers: list[Answer] = []
    pictures: dict[str, Gray] = {}
    for row, match, of_row in rows:
        described = guide.form_map.description.field(row.field)
        several = described is not None and described.kind == "several"
        scaled = [boxes[id(box)] for box in of_row]
        verdict = (
            judged(scaled, manner, several=several)
            if len(scaled) == len(row.boxes) and match >= LEAST_MATCH
            else _NOT_FOUND
        )
        answers.append(_answer(row.field, scaled, verdict))
        if verdict.kind:
            left, top, right, bottom = row.picture
            pictures[row.field] = page[top:bottom, left:right]
    for area in guide.areas:
        written = is_written(even, guide, area, black, noise)
        answers.append(_words(area.field, written=written))
        pictures[area.field] = shown_of(page, area)
    found = [match >= LEAST_MATCH for _, match, _ in rows]
    return PageAnswers(
        answers=tuple(answers),
        page=page,
        pictures=pictures,
        found=sum(found) / len(found) if found else 1.0,
        like=likeness(seen_from_afar(even), guide),
    )


def _measured(
    page: Gray, row: RowGuide, place: RowFit, black: float, *, flat: bool
) -> tuple[float, list[float], list[Any]]:
    inks = []
    if place.match >= LEAST_MATCH:
        fits = [place] * len(row.boxes) if flat else fit_boxes(page, row, place)
        for box, own in zip(row.boxes, fits, strict=True):
            ink = ink_at(page, box, own.right, own.down, black)
            if ink is not None:
                inks.append((ink, box))
    return place.match, [spread_of(ink, box) for ink, box in inks], inks


def _against_print(boxes: list[BoxSeen]) -> dict[int, BoxSeen]:
    """Compare the strength of strokes with the boxes' own outlines, which blur as strokes do."""
    print_of = median(box.outline for box in boxes) if boxes else 1.0
    scale = 1 / min(1.0, max(print_of, 0.3))
    return {
        id(box): BoxSeen(
            **{
                **{name: getattr(box, name) for name in BoxSeen.__slots__},
                "strength": min(1.5, box.strength * scale),
            }
        )
        for box in boxes
    }


def _black_of(page: Gray) -> float:
    """Give the shade of solid print: the rim of the corner marks."""
    height, width = page.shape
    cell = MARK / CELLS
    near, far = dots(INSET + cell * 0.25), dots(INSET + cell * 0.75)
    across = (dots(INSET + cell), dots(INSET + MARK - cell))
    shades = []
    for down in (slice(near, far), slice(height - far, height - near)):
        for side in (slice(*across), slice(width - across[1], width - across[0])):
            strip = page[down, side]
            if strip.size:
                shades.append(float(np.median(strip)))
    # A corner may be torn off or written over: the middle of the darker ones is believed.
    dark = sorted(shade for shade in shades if shade < 2 * _BLACK)
    return dark[len(dark) // 2] if dark else _BLACK


def _answer(name: str, boxes: list[BoxSeen], verdict: Verdict) -> Answer:
    evidence: dict[str, Any] = {
        "dark": {box.value: round(box.dark, 3) for box in boxes},
        "middle": {
            box.value: [round(box.right, 2), round(box.down, 2)]
            for box in boxes
            if box.dark >= MARKED
        },
    }
    if not verdict.kind:
        return Answer(name, verdict.values, Status.TAKEN, evidence)
    evidence |= {
        "kind": verdict.kind,
        "reason": REASONS[verdict.kind],
        "suggestion": list(verdict.suggestion),
    }
    return Answer(name, (), Status.DOUBTFUL, evidence)


def _words(name: str, *, written: bool) -> Answer:
    kind, reason = ("written", "something is written here") if written else _NOTHING
    return Answer(name, (), Status.DOUBTFUL, {"kind": kind, "reason": reason, "suggestion": []})
