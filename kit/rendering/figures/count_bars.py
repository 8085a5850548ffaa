"""How many chose what, a bar an answer."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import SOFT, Drawing, Pen
from kit.rendering.figures.text_fit import fit_alike
from kit.rendering.figures.text_width import MM, Face, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "bars": "How many of {n} chose each answer.",
    "row": "“{label}”: {count}",
    "n": "n = {n}",
}
"""The words in the figure and of its description, for other languages to replace."""

_SIZES: Final = (9.5, 9.0, 8.5)
_LABELS: Final = 0.45
"""The most of the width that the answers take."""
_TO_BARS: Final = 2.6
_TO_COUNT: Final = 1.4
_BAR, _ROW_GAP = 4.6, 2.2
_THIN_BAR, _THIN_GAP = 3.4, 0.9
_MANY: Final = 8
"""From so many rows of one line each, thin bars keep the shape of the whole in view."""
_MOST_ENLARGED: Final = 4
"""No bar is drawn longer than this many times its share of all, so that few do not look many."""
_FILL: Final = "#8c8c8c"
_N_SIZE: Final = 8.5


def count_bars(
    rows: Sequence[tuple[str, int]],
    n: int,
    *,
    width_mm: float = 120,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw a bar an answer; `n` people answered, who may have chosen several."""
    fitted = fit_alike([label for label, _ in rows], width_mm * _LABELS, _SIZES)
    thin = len(rows) >= _MANY and all(len(each.lines) == 1 for each in fitted)
    bar, gap = (_THIN_BAR, _THIN_GAP) if thin else (_BAR, _ROW_GAP)
    edges = tuple(accumulate((max(bar, each.height) + gap for each in fitted), initial=0.0))
    drawing = Drawing(width_mm, edges[-1] + 1.2 + _N_SIZE * MM * 1.16)
    size = fitted[0].size if fitted else _SIZES[0]
    left = max((each.width for each in fitted), default=0.0) + _TO_BARS
    most = max((count for _, count in rows), default=0)
    room = width_mm - left - _TO_COUNT - width(str(most), size, Face.SEMIBOLD) * MM
    scale = room / max(most, n / _MOST_ENLARGED, 1)
    # Numbers are read by their last figures, words by their first letters.
    numeric = all(plain(label).isdecimal() for label, _ in rows)
    with drawing.group("bars"):
        for (_, count), label, (start, end) in zip(rows, fitted, pairwise(edges), strict=True):
            level = (start + end) / 2
            at = (left - _TO_BARS if numeric else 0, level - label.height / 2)
            drawing.lines(at, label, anchor="end" if numeric else "start")
            if count:
                pen = Pen(0.5, fill=_FILL)
                drawing.rect(left, level - bar / 2, count * scale, bar, pen)
            beside = (left + count * scale + _TO_COUNT, level + size * MM * 0.33)
            drawing.text(beside, str(count), size, face=Face.SEMIBOLD)
        if rows:
            drawing.line((left, 0.2), (left, edges[-1] - 0.2), Pen(0.75))
    baseline = edges[-1] + 1.0 + _N_SIZE * MM * 0.84
    drawing.text((left, baseline), words["n"].format(n=n), _N_SIZE, color=SOFT)
    said = [words["row"].format(label=plain(label), count=count) for label, count in rows]
    return drawing.finish("count-bars", id, f"{words['bars'].format(n=n)} {'; '.join(said)}.")
