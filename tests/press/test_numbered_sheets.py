from __future__ import annotations

from io import BytesIO

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from pypdf import PdfReader

from kit.press.engine import Press
from kit.press.form_sheet import drawing
from kit.press.numbered_sheets import numbered

TOKENS = ("0123456789ABC", "ZZZZZZZZZZZZZ", "000000000000K")


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> dict[int, bytes]:
    """Forms of one page and of two, without a code."""
    folder = tmp_path_factory.mktemp("forms")
    press = Press((folder,))
    css = "@page { size: letter; margin: 30mm } section + section { break-before: page }"
    page = "<section><h1>Form</h1><p>Question</p></section>"
    return {
        pages: press.print(
            f'<!doctype html><html lang="en"><title>Form</title><body>{page * pages}</html>',
            css,
            folder,
        ).pdf
        for pages in (1, 2)
    }


def codes(pdf: bytes) -> list[list[str]]:
    with pypdfium2.PdfDocument(pdf) as opened:
        pictures = [
            np.array(page.render(scale=150 / 72, grayscale=True).to_pil().convert("L"))
            for page in opened
        ]
    return [[each.text for each in zxingcpp.read_barcodes(picture)] for picture in pictures]


def test_each_sheet_has_a_code_of_its_own(blank: dict[int, bytes]) -> None:
    made, pages = numbered(blank[2], "7K2MQ4ZC", TOKENS)
    assert pages == 6
    assert codes(made) == [[f"WK-7K2MQ4ZC-{page}-{token}"] for token in TOKENS for page in (1, 2)]


def test_a_form_of_one_page_leaves_its_back_blank(blank: dict[int, bytes]) -> None:
    made, pages = numbered(blank[1], "7K2MQ4ZC", TOKENS)
    assert pages == 6
    assert [bool(each) for each in codes(made)] == [True, False] * 3


def test_pages_are_shared_and_words_stay_words(blank: dict[int, bytes]) -> None:
    few, _ = numbered(blank[2], "7K2MQ4ZC", TOKENS[:1])
    many, _ = numbered(blank[2], "7K2MQ4ZC", [f"{n:013}" for n in range(200)])
    assert len(many) < len(few) + 200 * 2 * 4000
    reader = PdfReader(BytesIO(many))
    assert len(reader.pages) == 400
    assert "Question" in reader.pages[399].extract_text()


def test_the_same_tokens_give_the_same_bytes(blank: dict[int, bytes]) -> None:
    assert numbered(blank[2], "7K2MQ4ZC", TOKENS) == numbered(blank[2], "7K2MQ4ZC", TOKENS)


def test_what_is_drawn_stands_outside_of_the_tags() -> None:
    operators = drawing(1, 215.9, 279.4, "WK-7K2MQ4ZC-1")
    assert operators[0] == b"/Artifact BMC"
    assert operators[-1] == b"EMC"
