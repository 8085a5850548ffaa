from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from kit.errors import KitError
from kit.press.booklet import BLANKS, impose, order

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.engine import Press

CLEAR_OF_THE_EDGE = 6 / 25.4 * 72


def document(press: Press, root: Path, pages: int, paper: str = "letter") -> bytes:
    """Numbered pages, each inked to the margins of the kit's own pages, and the blank ones."""
    body = "".join(
        f'<div style="page-break-before: always; height: 245mm; border: 2pt solid">'
        f"page {number}</div>"
        for number in range(1, pages + BLANKS + 1)
    )
    sheet = f"@page {{ size: {paper}; margin: 12mm 17mm 11mm }} h1 {{ display: none }}"
    html = f'<!doctype html><html lang="en"><title>T</title><body>{body}</body></html>'
    return press.print(html, sheet, root).pdf


def sides(pdf: bytes) -> list[list[str]]:
    """The texts of each side, its left half first."""
    with pypdfium2.PdfDocument(pdf) as opened:
        found = []
        for page in opened:
            width, height = page.get_size()
            text = page.get_textpage()
            found.append(
                [
                    " ".join(text.get_text_bounded(left, 0, left + width / 2, height).split())
                    for left in (0, width / 2)
                ]
            )
        return found


def test_eight_pages_are_two_sheets() -> None:
    assert order(8) == ((8, 1), (2, 7), (6, 3), (4, 5))
    assert order(4) == ((4, 1), (2, 3))


@pytest.mark.parametrize("pages", [4, 8, 12, 40])
def test_folded_and_read_through_the_pages_come_in_order(pages: int) -> None:
    sheets = [order(pages)[at : at + 2] for at in range(0, pages // 2, 2)]
    # The sheets lie in one another: right halves going in, then left halves coming out.
    inwards = [number for front, back in sheets for number in (front[1], back[0])]
    outwards = [number for front, back in reversed(sheets) for number in (back[1], front[0])]
    assert inwards + outwards == list(range(1, pages + 1))


@pytest.mark.parametrize(("pages", "filled"), [(8, 8), (7, 8), (5, 8), (9, 12), (1, 4)])
def test_blank_pages_fill_the_last_sheet_and_no_more(
    press: Press, root: Path, pages: int, filled: int
) -> None:
    pdf, count = impose(document(press, root, pages))
    assert count == filled // 2
    assert sides(pdf) == [[f"page {left}", f"page {right}"] for left, right in order(filled)]


@pytest.mark.parametrize(("paper", "size"), [("letter", (792, 612)), ("a4", (841.89, 595.28))])
def test_sheets_lie_across_and_keep_clear_of_edges_and_fold(
    press: Press, root: Path, paper: str, size: tuple[float, float]
) -> None:
    pdf, _ = impose(document(press, root, 8, paper))
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            assert page.get_size() == pytest.approx(size, abs=0.5)
            image = page.render(scale=1, grayscale=True).to_pil()
            for half in (0, image.width // 2):
                part = image.crop((half, 0, half + image.width // 2, image.height))
                ink = part.point(lambda grey: 255 if grey < 250 else 0).getbbox()
                assert ink
                edges = (ink[0], ink[1], part.width - ink[2], part.height - ink[3])
                assert min(edges) >= CLEAR_OF_THE_EDGE - 1


def test_the_same_document_gives_the_same_bytes(press: Press, root: Path) -> None:
    made = document(press, root, 6)
    assert impose(made) == impose(made)


def test_a_document_without_blank_pages_is_refused(print_body: object) -> None:
    pdf = print_body("").pdf  # type: ignore[operator]
    with pytest.raises(KitError, match="booklet"):
        impose(pdf)
