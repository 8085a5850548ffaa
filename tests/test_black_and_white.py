"""The measure of contrast measures: what is too faint is found, and what is not is let be."""

from __future__ import annotations

import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from kit.press.engine import Press

MEASURES: dict[str, Any] = runpy.run_path(str(Path(__file__).with_name("black_and_white.py")))
DRAWING = '<svg width="99" height="99"><title>t</title>'
HERE = Path(__file__).parent


@cache
def press() -> Press:
    return Press((HERE,))


def faint(body: str) -> list[str]:
    html = f'<!doctype html><html lang="en"><title>T</title><body>{body}</body></html>'
    sheet = '@page { size: letter; margin: 2cm } html { font: 10pt/1.4 "Kit Sans" }'
    with pypdfium2.PdfDocument(press().print(html, sheet, HERE).pdf) as document:
        return list(MEASURES["too_faint"](document[0]))


def test_the_ratio_is_that_of_the_web_guidelines() -> None:
    assert MEASURES["contrast"](0, 255) == pytest.approx(21)
    assert MEASURES["contrast"](0x76, 255) == pytest.approx(4.54, abs=0.01)
    assert MEASURES["contrast"](255, 0x76) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize(
    "body",
    [
        '<p style="color: #888">faint</p>',
        '<p style="color: #767676; background: #ddd">on a tint</p>',
        '<p style="color: #fff">white on white</p>',
        '<p style="color: #aaa; font-size: 30pt">large</p>',
        '<p style="color: #888; font-size: 12pt; font-weight: 600">bold, not large</p>',
        '<p style="border-bottom: .5pt solid #aaa">a line</p>',
        '<p style="border-bottom: 1pt dashed #aaa">dashes</p>',
        f'{DRAWING}<circle cx="50" cy="50" r="40" fill="none" stroke="#bbb"/></svg>',
        f'{DRAWING}<g transform="translate(9 30)"><text fill="#999">drawn</text></g></svg>',
        '<p style="color: #c60">a color that greys to too little</p>',
    ],
)
def test_what_is_too_faint_is_found(body: str) -> None:
    assert faint(body)


@pytest.mark.parametrize(
    "body",
    [
        '<p style="color: #767676">just enough</p>',
        '<p style="color: #8a8a8a; font-size: 18pt">large</p>',
        '<p style="color: #fff; background: #1a1a1a">white on black</p>',
        '<p style="border-bottom: .5pt solid #8a8a8a">a line</p>',
        '<div style="background: #efefec; padding: 9mm">a tint is no line</div>',
        f'{DRAWING}<circle cx="50" cy="50" r="40" fill="#1a1a1a" stroke="#1a1a1a"/></svg>',
    ],
)
def test_what_stands_out_is_let_be(body: str) -> None:
    assert faint(body) == []
