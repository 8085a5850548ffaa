from __future__ import annotations

from typing import Any

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9"/></svg>'
DATA = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f'<p><img src="{DATA}"></p>', "no-description"),
        (f"<p>{SVG}</p>", "no-description"),
        ("<h3>Too deep</h3>", "heading-level"),
        ('<p style="opacity: .5">pale</p>', "untagged-text"),
    ],
)
def test_what_only_the_author_can_mend_is_told(body: str, code: str, print_body: Any) -> None:
    (problem,) = print_body(body).problems
    assert problem.code == code
    assert problem.hint


@pytest.mark.parametrize(
    "body",
    [
        f'<p><img alt="" src="{DATA}"></p>',
        f'<div aria-hidden="true">{SVG}</div>',
        f"<p>{SVG.replace('<rect', '<title>A square</title><rect')}</p>",
        "<h2>a</h2><h3>b</h3><h2>c</h2>",
    ],
)
def test_nothing_is_told_of_what_is_well(body: str, print_body: Any) -> None:
    assert print_body(body).problems == ()
