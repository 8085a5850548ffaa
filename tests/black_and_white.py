"""How a page comes out in black and white: the contrast of its words and of its lines.

A page is rendered to grey. The ink of a word or a line is the grey that it is drawn in, what is
behind it is the grey that most of its surroundings have.
"""

from __future__ import annotations

from collections import Counter
from ctypes import byref, c_float, c_int, c_uint
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pypdfium2
    from PIL.Image import Image

SCALE = 2
LARGE = 18.0
LARGE_BOLD = 14.0
WHITE = 250
THIN = 4.0
"""Points: what is thinner on one side is a line."""
NOT_READ = 2.6
"""Points: words that are lower stand in a picture of a page, and are not there to be read."""


class Ink(NamedTuple):
    """Something drawn: what, its grey (0 to 255), its box in points from the top left.

    `needs` is the ratio that it has to have; `filled`: it is the frame of something filled.
    """

    what: str
    grey: int
    box: tuple[float, float, float, float]
    needs: float
    filled: bool = False


def contrast(ink: int, paper: int) -> float:
    """Give the ratio of two greys, by the rule of WCAG 2."""
    darker, lighter = sorted((_luminance(ink), _luminance(paper)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(grey: int) -> float:
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def too_faint(page: pypdfium2.PdfPage) -> list[str]:
    """Name what of a page stands out too little from what is behind it."""
    image = page.render(scale=SCALE, grayscale=True).to_pil().convert("L")
    found = []
    for ink in drawn(page):
        behind = _behind(image, ink)
        if behind is None:
            continue
        ratio = contrast(ink.grey, behind)
        if ratio < ink.needs:
            found.append(f"{ink.what}: {ratio:.2f} of {ink.needs}, {ink.grey} on {behind}")
    return sorted(set(found))


def drawn(page: pypdfium2.PdfPage) -> Iterator[Ink]:
    """Give every word and every line of a page, those within drawings too."""
    height = page.get_height()
    text = page.get_textpage()
    for found in page.get_objects(max_depth=8):
        box = _box(found, height)
        if found.type == pdfium.FPDF_PAGEOBJ_TEXT:
            words = words_of(found, text)
            if words.strip() and box[3] - box[1] >= NOT_READ:
                size = size_of(found)
                large = size >= LARGE - 0.05 or (size >= LARGE_BOLD and _is_bold(found))
                grey = _grey(found, pdfium.FPDFPageObj_GetFillColor)
                if grey is not None:
                    yield Ink(f"“{words.strip()[:30]}”", grey, box, 3.0 if large else 4.5)
        elif found.type == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _lines(found, box)


def _box(found: pypdfium2.PdfObject, height: float) -> tuple[float, float, float, float]:
    """Give an object's box on the page; what it measures is within the drawing that holds it."""
    left, bottom, right, top = _clipped(found, found.get_bounds())
    corners = [(left, bottom), (right, top), (left, top), (right, bottom)]
    holder = found.container
    while holder is not None:
        matrix = holder.get_matrix()
        corners = [matrix.on_point(*corner) for corner in corners]
        holder = holder.container
    across, up = [x for x, _ in corners], [y for _, y in corners]
    return (min(across), height - max(up), max(across), height - min(up))


def _lines(found: pypdfium2.PdfObject, box: tuple[float, float, float, float]) -> Iterator[Ink]:
    filled, stroked = c_int(), pdfium.FPDF_BOOL()
    pdfium.FPDFPath_GetDrawMode(found, byref(filled), byref(stroked))
    # What is cut off a tint may be narrow, but is no line.
    left, bottom, right, top = found.get_bounds()
    thin = min(right - left, top - bottom) < THIN
    # A border all around is drawn as what lies between two boxes.
    hollow = filled.value == pdfium.FPDF_FILLMODE_ALTERNATE
    if stroked.value:
        grey = _grey(found, pdfium.FPDFPageObj_GetStrokeColor)
    elif filled.value and (thin or hollow):
        grey = _grey(found, pdfium.FPDFPageObj_GetFillColor)
    else:
        return
    # A line in white is a gap between others.
    if grey is not None and grey < WHITE:
        yield Ink("a line", grey, box, 3.0, filled=bool(stroked.value and filled.value))


def _clipped(
    found: pypdfium2.PdfObject, bounds: tuple[float, float, float, float]
) -> tuple[float, float, float, float]:
    """Give what is seen of an object: a border at one side is a box, cut to that side."""
    left, bottom, right, top = bounds
    clip = pdfium.FPDFPageObj_GetClipPath(found)
    for path in range(max(0, pdfium.FPDFClipPath_CountPaths(clip))):
        across, up = [], []
        for segment in range(pdfium.FPDFClipPath_CountPathSegments(clip, path)):
            x, y = c_float(), c_float()
            part = pdfium.FPDFClipPath_GetPathSegment(clip, path, segment)
            pdfium.FPDFPathSegment_GetPoint(part, byref(x), byref(y))
            across.append(x.value)
            up.append(y.value)
        if across:
            left, right = max(left, min(across)), min(right, max(across))
            bottom, top = max(bottom, min(up)), min(top, max(up))
    return left, bottom, right, top


def _grey(found: pypdfium2.PdfObject, getter: object) -> int | None:
    parts = [c_uint() for _ in range(4)]
    if not getter(found, *(byref(part) for part in parts)) or not parts[3].value:  # type: ignore[operator]
        return None
    red, green, blue = (part.value for part in parts[:3])
    return round(0.299 * red + 0.587 * green + 0.114 * blue)


def size_of(found: pypdfium2.PdfObject) -> float:
    size = c_float()
    pdfium.FPDFTextObj_GetFontSize(found, byref(size))
    scale = 1.0
    holder: pypdfium2.PdfObject | None = found
    while holder is not None:
        matrix = holder.get_matrix().get()
        scale *= (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        holder = holder.container
    return float(size.value * scale)


def _is_bold(found: pypdfium2.PdfObject) -> bool:
    font = pdfium.FPDFTextObj_GetFont(found)
    return pdfium.FPDFFont_GetWeight(font) >= 600 if font else False


def words_of(found: pypdfium2.PdfObject, text: pypdfium2.PdfTextPage) -> str:
    length = pdfium.FPDFTextObj_GetText(found, text, None, 0)
    buffer = (pdfium.FPDF_WCHAR * (length // 2))()
    pdfium.FPDFTextObj_GetText(found, text, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _behind(image: Image, ink: Ink) -> int | None:
    """Give the commonest grey of a box, or around it where ink fills it; None beside a page."""
    greys = _greys(image, ink.box, 4)
    around = greys - _greys(image, ink.box, 0)
    commonest = _commonest(greys)
    is_bar = commonest == ink.grey and commonest != _commonest(around)
    return _commonest(around) if ink.filled or is_bar else commonest


def _commonest(greys: Counter[int]) -> int | None:
    return next((grey for grey, count in greys.most_common(1) if count), None)


def _greys(image: Image, box: tuple[float, float, float, float], more: int) -> Counter[int]:
    left, top, right, bottom = (side * SCALE for side in box)
    whole = (
        max(0, int(left) - more),
        max(0, int(top) - more),
        min(image.width, int(right) + more + 1),
        min(image.height, int(bottom) + more + 1),
    )
    if whole[0] >= whole[2] or whole[1] >= whole[3]:
        return Counter()
    return Counter(dict(enumerate(image.crop(whole).histogram())))
