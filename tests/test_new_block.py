"""A new kind of block is checked without a word about it in the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Literal

import pytest

from kit.checking import check
from kit.checking.texts import texts_of
from kit.definitions.base import Definition
from kit.definitions.blocks.base import BlockBase, Flaw, Row
from kit.definitions.scale import Scale
from kit.library import Library
from kit.reading.contents import scales_named
from kit.reading.workshop import LoadedWorkshop, load_workshops

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


class Side(Definition):
    title: str
    scale: str
    rows: tuple[Row, ...]


class ThrowAwayBlock(BlockBase):
    """Rows and a scale in a part of it, as in no block that the kit has."""

    names_people: ClassVar[bool] = True

    kind: Literal["throw-away"]
    left: Side

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        if self.left.scale in scales:
            yield Flaw("thrown-away", "It is of no use.", ("id",), "Throw it away.")


@pytest.fixture
def loaded(project: Path) -> LoadedWorkshop:
    (loaded,), _ = load_workshops(Library(None, project), ["small"])
    block = ThrowAwayBlock.model_validate(
        {
            "id": "thrown",
            "kind": "throw-away",
            "left": {
                "title": "On the {{ nowhere }}",
                "scale": "effort",
                "rows": [{"id": "one", "text": "A"}, {"id": "one", "text": "B"}],
            },
        }
    )
    sheets = loaded.workshop.worksheets
    sheet = sheets[0].model_copy(update={"private": False, "blocks": (block,)})
    workshop = loaded.workshop.model_copy(update={"worksheets": (sheet, *sheets[1:])})
    effort = Scale(id="effort", labels=("Little", "Much {{ of_it }}"))
    own = {**loaded.worksheets, sheet.id: sheet}
    return replace(
        loaded, workshop=workshop, worksheets=own, scales={**loaded.scales, "effort": effort}
    )


def test_its_rows_people_terms_and_flaws_are_checked(loaded: LoadedWorkshop) -> None:
    messages = {problem.code: problem.message for problem in check(loaded)}
    assert "`one` is given to two rows of the block `thrown`" in messages["duplicate-id"]
    assert "`thrown`" in messages["map-not-private"]
    assert messages["thrown-away"] == "It is of no use."
    unknown = [each.message for each in check(loaded) if each.code == "unknown-term"]
    assert any("`nowhere`" in message for message in unknown)


def test_the_words_of_its_scale_are_checked(loaded: LoadedWorkshop) -> None:
    named = dict(scales_named(loaded.workshop))
    assert named["worksheets", 0, "blocks", 0, "left", "scale"] == "effort"
    assert ("scale", "effort") in {text.shared for text in texts_of(loaded)}
