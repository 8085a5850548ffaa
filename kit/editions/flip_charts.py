"""The pages of the flip chart, to copy by hand, to enlarge, or to tape together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.plain import for_participants
from kit.tailoring.terms import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.chart import Chart
    from kit.editions.identity import Identity
    from kit.editions.plain import Plain
    from kit.editions.setting import Paper, Setting
    from kit.tailoring.tailor import TailoredWorkshop

MARGIN: Final = 15
"""Millimeters around a poster that no printer has to reach."""
TILE_MARGIN: Final = 10
"""The same around one of the four sheets that make a large poster."""
TILES_ACROSS: Final = 2
OVERLAP: Final = 15
"""Millimeters of a sheet that its neighbor repeats, so that they can be taped together."""

SHEETS: Final[dict[Paper, tuple[float, float]]] = {"letter": (215.9, 279.4), "a4": (210, 297)}
LARGE_SHEETS: Final[dict[Paper, tuple[float, float]]] = {
    "letter": (279.4, 431.8),
    "a4": (297, 420),
}
"""Millimeters of width and height: Tabloid goes with Letter, A3 with A4."""

_SIZES: Final = (
    *(
        150,
        140,
        130,
        120,
        112,
        104,
        96,
        90,
        84,
        78,
        72,
        68,
        64,
        60,
        56,
        52,
        48,
        45,
        42,
        39,
        36,
        34,
        32,
        30,
        28,
        26,
    ),
    *(24, 22, 20, 18),
)
"""Sizes of type in points, the largest first."""
_POINT: Final = 0.3528
_LETTER: Final = 0.54
"""Width of a letter of the bold sans, as a part of its size; a little more than on average."""
_LEADING: Final = 1.16
_GAPS: Final = (0.3, 0.9)
"""Space after a line, as a part of the size: the least, and the most that looks like one list."""
_TITLE: Final = 0.9
"""Size of a title beside that of the lines: they are what is read from afar."""
_TITLE_SPACE: Final = 0.75
"""Space and rule under a title, as a part of its size."""
_TITLE_ABOVE_A_BLOCK: Final = 0.14
"""What a title may take of the height where something is drawn below it."""
_TEXT: Final = 0.72
"""Size of the words below beside that of the lines."""
_TEXT_LEADING: Final = 1.3
_SHEET: Final = 178
"""Millimeters of width that a worksheet's block takes on its own sheet."""
_READ_FROM_AFAR: Final = 18
"""Points of the words in a block, as if it stood on its own sheet: half as many again on A3."""


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Points of type for one page; `gap`, the space after a line, as a part of its size."""

    title: int
    line: int
    text: int
    gap: float


@dataclass(frozen=True, slots=True)
class Poster:
    """A page of the flip chart, with sizes that are chosen for the sheet that it is on.

    `drawings` are the block that is drawn on it, once for each sheet: an id stands in a document
    once. Without a block there are none. `room` is how many of the view's units there are for it
    below the other words.
    """

    id: str
    title: str
    lines: tuple[str, ...]
    numbered: bool
    text: str | None
    drawings: tuple[Plain, ...]
    sizes: TypeSizes
    room: int


@dataclass(frozen=True, slots=True)
class Tiles:
    """How a poster is parted among four sheets, in millimeters.

    `width` and `height` are those of what one sheet shows of it, `step` how far the next part is,
    `margin` what stays white around it. The poster is set small, and `scale` times as large on
    paper: what is taller than its page would be broken.
    """

    width: float
    height: float
    step: tuple[float, float]
    margin: int
    scale: float


@dataclass(frozen=True, slots=True)
class FlipChartsView:
    """The posters, each `width` by `height` millimeters; `kind` is “page”, “large” or “tiled”.

    `unit` is by how much a worksheet's block is larger on it than on its sheet; `block_size`, the
    points of its words.
    """

    identity: Identity
    paper: Paper
    kind: str
    width: float
    height: float
    unit: float
    block_size: float
    posters: tuple[Poster, ...]
    tiles: Tiles


def view(tailored: TailoredWorkshop, setting: Setting) -> FlipChartsView | None:
    """Set each page on one sheet, or None where this length has none."""
    width, height = SHEETS[setting.paper]
    return _view(tailored, setting, "page", (width - 2 * MARGIN, height - 2 * MARGIN))


def large_view(tailored: TailoredWorkshop, setting: Setting) -> FlipChartsView | None:
    """Set each page on one sheet of the next larger paper."""
    width, height = LARGE_SHEETS[setting.paper]
    return _view(tailored, setting, "large", (width - 2 * MARGIN, height - 2 * MARGIN))


def tiled_view(tailored: TailoredWorkshop, setting: Setting) -> FlipChartsView | None:
    """Set each page on four sheets, two by two, which overlap."""
    tiles = _tiles(setting.paper)
    width, height = tiles.width + tiles.step[0], tiles.height + tiles.step[1]
    return _view(tailored, setting, "tiled", (width / tiles.scale, height / tiles.scale))


def _tiles(paper: Paper) -> Tiles:
    width, height = (side - 2 * TILE_MARGIN for side in SHEETS[paper])
    return Tiles(width, height, (width - OVERLAP, height - OVERLAP), TILE_MARGIN, TILES_ACROSS)


def _view(
    tailored: TailoredWorkshop, setting: Setting, kind: str, size: tuple[float, float]
) -> FlipChartsView | None:
    sheets = TILES_ACROSS**2 if kind == "tiled" else 1
    unit = size[0] / _SHEET
    posters = tuple(_posters(tailored, size, sheets))
    if not posters:
        return None
    return FlipChartsView(
        identity=parts.identity(tailored, setting),
        paper=setting.paper,
        kind=kind,
        width=round(size[0], 2),
        height=round(size[1], 2),
        unit=round(unit, 3),
        block_size=round(unit * _READ_FROM_AFAR, 1),
        posters=posters,
        tiles=_tiles(setting.paper),
    )


def _posters(
    tailored: TailoredWorkshop, size: tuple[float, float], sheets: int
) -> Iterator[Poster]:
    blocks = {block.id: block for sheet in tailored.worksheets for block in sheet.blocks}
    for chart in tailored.charts:
        block = blocks.get(chart.block or "")
        if block is None and not (chart.lines or chart.text):
            continue  # The sheet that it shows is no part of this length.
        sizes = type_sizes(chart, *size)
        yield Poster(
            id=chart.id,
            title=chart.title,
            lines=chart.lines,
            numbered=chart.numbered,
            text=chart.text,
            drawings=tuple(
                for_participants(
                    block.model_copy(update={"id": f"{block.id}-{number}"}), tailored.scales
                )
                for number in range(1, sheets + 1)
            )
            if block
            else (),
            sizes=sizes,
            room=int((size[1] - _words_above(chart, sizes, size[0])) * _SHEET / size[0]),
        )


def type_sizes(chart: Chart, width: float, height: float) -> TypeSizes:
    """Choose the largest sizes with which a page takes no more than its millimeters."""
    if chart.block:
        height *= _TITLE_ABOVE_A_BLOCK
    for size in _SIZES:
        title, text = _at_most(size * (_TITLE if chart.lines else 1)), _at_most(size * _TEXT)
        # A number stands in front of its line.
        across = width - (size * _POINT if chart.numbered else 0)
        rows = _rows(chart.lines, size, across)
        left = height - _tall((chart.title,), title, width, _LEADING)
        left -= title * _POINT * _TITLE_SPACE + rows * size * _POINT * _LEADING
        if chart.text:
            left -= _tall((chart.text,), text, width, _TEXT_LEADING) + text * _POINT
        gap = left / (max(1, len(chart.lines)) * size * _POINT)
        words = (chart.title, *chart.lines, chart.text or "")
        if gap >= _GAPS[0] and _longest(words) * size * _POINT * _LETTER <= across:
            return TypeSizes(title, size, text, round(min(gap * 0.9, _GAPS[1]), 2))
    return TypeSizes(_SIZES[-1], _SIZES[-1], _SIZES[-1], _GAPS[0])


def _words_above(chart: Chart, sizes: TypeSizes, width: float) -> float:
    """Give the millimeters of height that all words beside a block take."""
    taken = _tall((chart.title,), sizes.title, width, _LEADING)
    taken += sizes.title * _POINT * _TITLE_SPACE
    if chart.lines:
        line = sizes.line * _POINT
        across = width - (line if chart.numbered else 0)
        taken += _tall(chart.lines, sizes.line, across, _LEADING)
        taken += len(chart.lines) * sizes.gap * line
    if chart.text:
        taken += _tall((chart.text,), sizes.text, width, _TEXT_LEADING) + sizes.text * _POINT
    return taken


def _at_most(points: float) -> int:
    return next((size for size in _SIZES if size <= points), _SIZES[-1])


def _longest(lines: Iterable[str]) -> int:
    return max((len(word) for line in lines for word in line.split()), default=0)


def _tall(lines: tuple[str, ...], size: int, width: float, leading: float) -> float:
    return _rows(lines, size, width) * size * _POINT * leading


def _rows(lines: Iterable[str], size: int, width: float) -> int:
    """Count the rows that lines take, word by word; a line to write on has one of its own."""
    letters = width / (size * _POINT * _LETTER)
    rows = 0
    for line in lines:
        rows, used = rows + 1 + line.count(BLANK), 0.0
        for word in line.split():
            needed = len(word) + (1 if used else 0)
            if used and used + needed > letters:
                rows, used = rows + 1, len(word)
            else:
                used += needed
    return rows
