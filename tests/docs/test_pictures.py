"""The pictures of the README and the user guide show the documents as they are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    Script = Callable[[str], ModuleType]

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"


@pytest.mark.xdist_group("pictures")
def test_each_picture_was_taken_of_its_document_as_it_is(script: Script) -> None:
    taken = json.loads((PICTURES / "made-from.json").read_text(encoding="utf-8"))
    now = script("make_pictures").digests()
    stale = [name for name, digest in now.items() if taken.get(name) != digest]
    assert stale == [], "run `make pictures`, and look at them"
    assert set(taken) == set(now)


def test_each_picture_is_there_and_is_shown_somewhere(script: Script) -> None:
    there = {path.stem for path in PICTURES.glob("*.png")}
    assert there == {picture.name for picture in script("make_pictures").PICTURES}
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    shown = re.findall(
        r"pictures/([\w-]+)\.png", "".join(page.read_text(encoding="utf-8") for page in pages)
    )
    assert there == set(shown)


@pytest.mark.slow
def test_a_change_of_the_document_or_of_how_it_is_taken_shows(script: Script) -> None:
    made = script("make_pictures")
    before = made.digests()
    first, *rest = made.PICTURES
    made.PICTURES = (made.Picture(first.name, first.workshop, first.edition, "agenda"), *rest)
    changed = [name for name, digest in made.digests().items() if before[name] != digest]
    assert changed == [first.name]
