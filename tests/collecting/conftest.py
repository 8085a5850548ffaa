"""A form and a library to collect for: those of the example project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kit.collecting.current_form import current_form
from kit.library import Library, find_library

if TYPE_CHECKING:
    from kit.instrument.description import FormDescription

EXPORTS = Path(__file__).resolve().parent.parent / "examples" / "exports"


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


@pytest.fixture
def form(library: Library) -> FormDescription:
    return current_form(library, "small")


@pytest.fixture(scope="session")
def exports() -> Path:
    """What other systems export, in the layouts that they document: three people, one form."""
    return EXPORTS
