"""A form that was really printed, sheets that a program filled in, and their scans."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from kit.cli.app import run
from kit.collecting.scan.known_forms import KnownForms
from kit.collecting.scan.scanned_page import ScannedPage
from kit.library import find_library
from kit.pipeline.records.kept_forms import kept_forms

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.library import Library
    from kit.pipeline.records.kept_forms import KeptForm

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that printed the forms of two workshops. It is not to be changed: copy it."""
    folder = tmp_path_factory.mktemp("printed")
    before = Path.cwd()
    try:
        os.chdir(folder)
        assert run(["init", "mine"]) == 0
        os.chdir(folder / "mine")
        for name in ("managing-up", "mentoring-mosaic"):
            words = ["build", name, "--edition", "evaluation-form", "--format", "pdf"]
            assert run([*words, "--jobs", "1"]) == 0
    finally:
        os.chdir(before)
    return folder / "mine"


@pytest.fixture(scope="session")
def library(printed: Path) -> Library:
    return find_library(printed)


@pytest.fixture(scope="session")
def forms(library: Library) -> dict[str, KeptForm]:
    """The forms that were printed, by the workshop's name."""
    return {each.form_map.description.form: each for each in kept_forms(library)}


@pytest.fixture(scope="session")
def known(forms: dict[str, KeptForm]) -> KnownForms:
    return KnownForms(forms.values())


@dataclass(frozen=True)
class Making:
    """The program that fills in sheets, and the one that scans them."""

    filled: Any
    scanned: Any

    def condition(self, name: str) -> Any:
        (found,) = (each for each in self.scanned.CONDITIONS if each.name == name)
        return found


@pytest.fixture(scope="session")
def making() -> Making:
    folder = str(ROOT / "benchmarks")
    sys.path.insert(0, folder)
    try:
        return Making(import_module("filled_sheets"), import_module("scanned_sheets"))
    finally:
        sys.path.remove(folder)


@pytest.fixture(scope="session")
def blanks(forms: dict[str, KeptForm], making: Making) -> dict[str, list[Any]]:
    """Every page of every form, empty, as the making of sheets wants it."""
    drawn: dict[str, list[Any]] = {}
    for name, each in forms.items():
        document = pypdfium2.PdfDocument(each.blank)
        scale = making.filled.DPI / 72
        drawn[name] = [
            np.array(page.render(scale=scale, grayscale=True).to_pil()) for page in document
        ]
    return drawn


@pytest.fixture(scope="session")
def fill(
    forms: dict[str, KeptForm], blanks: dict[str, list[Any]], making: Making
) -> Callable[..., Any]:
    """Fill in a form as a writer of a seed would; crossed clearly, unless other rows are asked."""

    def filled(
        seed: int, form: str = "managing-up", *, comments: float = 1.0, **rows: float
    ) -> Any:
        rng = np.random.default_rng(seed)
        manners = making.filled.Manners(rows=rows or {"mark": 1.0}, comments=comments)
        return making.filled.filled_sheet(rng, forms[form].form_map, blanks[form], manners)

    return filled


@pytest.fixture(scope="session")
def scan(making: Making) -> Callable[..., Any]:
    """Scan a page in one of the conditions of the benchmark."""

    def scanned(page: Any, name: str = "clean, 200 dpi", seed: int = 1) -> Any:
        return making.condition(name).scan(np.random.default_rng(seed), page)

    return scanned


@pytest.fixture
def as_page() -> Callable[[Any], ScannedPage]:
    return lambda pixels: ScannedPage("scan.pdf", 1, pixels)


@pytest.fixture
def as_pdf() -> Callable[[Path, list[Any]], Path]:
    """Write pages as a scanner does: one picture a page."""

    def write(path: Path, pages: list[Any]) -> Path:
        first, *rest = (Image.fromarray(page) for page in pages)
        first.save(path, save_all=True, append_images=rest, resolution=200)
        return path

    return write
