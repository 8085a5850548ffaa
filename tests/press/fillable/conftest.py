"""A small form that is printed with fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.press.engine import Press, Printed

CSS = """
@page { size: letter; margin: 2cm }
html { font-family: "Kit Serif" }
.check, .pick { display: inline-block; width: 5mm; height: 5mm; border: 1pt solid }
.pick { border-radius: 50% }
.lines { border: 1pt solid; font-family: "Kit Sans" }
.line { height: 8mm }
.slip-line { height: 9mm; border-bottom: 1pt solid; font-family: "Kit Sans" }
.slip-line b { font-weight: 400 }
"""
BODY = """
<table data-answers='[["1", "No"], ["2", "Yes"], ["na", "N/A"]]'>
<tr data-item="fair"><th scope="row">It was fair, effi ½</th>
<td><span class="check"></span></td><td><span class="check"></span></td>
<td><span class="check"></span></td></tr></table>
<div data-item="can" data-answers='[["1", "Low"], ["2", "High"]]'
 data-times='[["before", "Before"], ["now", "Now"]]'><p>I can</p>
<p><span class="pick">1</span><span class="pick">2</span></p>
<p><span class="pick">1</span><span class="pick">2</span></p></div>
<div data-item="who" data-several="yes" data-answers='[["1", "A"], ["2", "B"]]'><p>Who?</p>
<ul><li><span class="check"></span> A</li><li><span class="check"></span> B</li></ul></div>
<div data-item="step"><p>One step</p>
<p class="slip-line" data-part="what"><b>What</b><span class="slip-rule"></span></p></div>
<div data-item="why"><p>Why?</p><div class="lines"><div class="line"></div><div class="line"></div>
</div></div>
"""


@pytest.fixture(scope="session")
def print_form(press: Press, root: Path) -> Callable[[str], Printed]:
    def print_it(body: str) -> Printed:
        html = (
            '<!doctype html><html lang="en"><title>T</title><body>'
            f'<main data-form="small" data-version="1a2b3c4"><h1>Title</h1>{body}</main></html>'
        )
        return press.print(html, CSS, root, fillable=True)

    return print_it


@pytest.fixture(scope="session")
def form(print_form: Callable[[str], Printed]) -> Printed:
    """A form with a field of each kind."""
    return print_form(BODY)
