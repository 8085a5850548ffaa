"""One press for all tests of the press, and short ways to print with it."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from kit.press.engine import Press, Printed

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLE = Path(__file__).with_name("sample.py")


class PrintBody(Protocol):
    """Prints an HTML body with a plain style sheet."""

    def __call__(self, body: str, css: str = "", base: Path | None = None) -> Printed: ...


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that documents may load files from."""
    return tmp_path_factory.mktemp("root")


@pytest.fixture(scope="session")
def press(root: Path) -> Press:
    return Press((root,))


@pytest.fixture(scope="session")
def print_body(press: Press, root: Path) -> PrintBody:
    def print_it(body: str, css: str = "", base: Path | None = None) -> Printed:
        html = f'<!doctype html><html lang="en"><title>T</title><body><h1>Title</h1>{body}</html>'
        return press.print(html, f"{css} @page {{ size: letter; margin: 2cm }}", base or root)

    return print_it


@pytest.fixture(scope="session")
def sample() -> dict[str, Any]:
    """The names of `sample.py`: STYLESHEET, document() and the rest."""
    return runpy.run_path(str(SAMPLE))


@pytest.fixture(scope="session")
def printed_sample(press: Press, root: Path, sample: dict[str, Any]) -> Printed:
    return press.print(sample["document"](6), sample["STYLESHEET"], root)


@pytest.fixture(scope="session")
def bundled_templates() -> Path:
    return Path(__file__).resolve().parents[2] / "templates"


@pytest.fixture(scope="session")
def findings() -> Callable[[bytes], list[str]]:
    """What a checker of PDF/UA-1 finds wrong with a PDF."""
    import page  # noqa: PLC0415  large

    def check(pdf: bytes) -> list[str]:
        report = page.validate_pdf_bytes(pdf, profile="ua1")
        return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]

    return check
