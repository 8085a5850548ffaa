"""The code at the foot of a page: which form, which page, and which sheet of a numbered run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import zxingcpp

from kit.collecting.scan.registration import part_of
from kit.instrument.sheet import CODE, code_place
from kit.instrument.sheet_code import read_code

if TYPE_CHECKING:
    from kit.collecting.scan.picture import Gray
    from kit.collecting.scan.registration import Lie
    from kit.instrument.sheet_code import SheetCode

_AROUND: Final = 4.0
_FINENESSES: Final = (300, 200, 450)
_QR: Final = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def code_at(pixels: Gray, lie: Lie) -> SheetCode | None:
    """Read the code where it must stand on a page that lies so; None where it cannot be read."""
    place = code_place(lie.width, lie.height)
    side = CODE + 2 * _AROUND
    for dpi in _FINENESSES:
        crop = part_of(pixels, lie, (place.left - _AROUND, place.top - _AROUND, side, side), dpi)
        if code := code_in(crop):
            return code
    return None


def code_in(pixels: Gray) -> SheetCode | None:
    """Read a code anywhere in a picture; of several, the first that is one of ours."""
    found = zxingcpp.read_barcodes(pixels, formats=_QR, try_invert=False)
    return next(filter(None, (read_code(each.text) for each in found)), None)
