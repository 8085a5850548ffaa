"""Small documents with one fault each, printed; and what the preflight finds in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem
    from kit.press.engine import Press

PAGE = "@page { size: letter; margin: 20mm } body { margin: 0 } html { font: 11pt/5mm 'Kit Serif' }"
PLAIN = "h1, h2, h3, p { margin: 0; font-size: 11pt; line-height: 5mm }"


class Findings(Protocol):
    """Prints a body and gives what was found of one code; nothing else may be found."""

    def __call__(self, code: str, body: str, css: str = "") -> tuple[Problem, ...]: ...


@pytest.fixture
def findings_of(press: Press, root: Path) -> Findings:
    def find(code: str, body: str, css: str = "") -> tuple[Problem, ...]:
        html = f'<!doctype html><html lang="en"><title>T</title><body>{body}</html>'
        problems = press.print(html, f"{PAGE} {PLAIN} {css}", root).problems
        assert {problem.code for problem in problems} <= {code}, [str(each) for each in problems]
        assert all(problem.hint and problem.message.endswith(".") for problem in problems)
        return problems

    return find


@pytest.fixture
def lines() -> Lines:
    """Give so many paragraphs of one line, 5 mm high each: a page takes 47."""

    def make(number: int, text: str = "A line of text.") -> str:
        return f"<p>{text}</p>" * number

    return make


class Lines(Protocol):
    """Makes paragraphs of one line."""

    def __call__(self, number: int, text: str = "A line of text.") -> str: ...
