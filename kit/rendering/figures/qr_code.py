"""An address as a QR code, which a telephone reads: vector, black on white."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import segno

from kit.rendering.figures.label import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUIET: Final = 4
"""Squares that stay white all around: readers need them."""
_OVER: Final = "1.02"
"""How high a square is drawn: rows that only touch show a hairline between them in some viewers."""


def qr_code(address: str, title: str, quiet: int = _QUIET) -> str:
    """Draw the code of an address, as large as what it stands in; `title` says what it is.

    `quiet` squares around it are white: fewer only where the page itself is white there.
    """
    code = segno.make(address, error="m", micro=False)
    side = code.symbol_size(border=quiet)[0]
    drawn = "".join(
        f"M{x} {y}h{length}v{_OVER}h-{length}z"
        for y, row in enumerate(code.matrix_iter(border=quiet))
        for x, length in _runs(row)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {side} {side}">'
        f"<title>{escaped(title)}</title>"
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{drawn}"/></svg>'
    )


def _runs(row: Iterable[int]) -> list[tuple[int, int]]:
    """Give where black begins in a row, and how many squares it goes on."""
    squares = bytes(row)
    runs: list[tuple[int, int]] = []
    begin = 0
    while (begin := squares.find(1, begin)) >= 0:
        end = squares.find(0, begin)
        end = len(squares) if end < 0 else end
        runs.append((begin, end - begin))
        begin = end
    return runs
