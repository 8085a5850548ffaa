from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from kit.definitions.base import is_for_instructor
from kit.definitions.blocks import BLOCKS, BlockBase, kind_of
from kit.definitions.worksheet import Worksheet


def worksheet(*blocks: dict[str, Any]) -> Worksheet:
    return Worksheet.model_validate(
        {"id": "sheet", "title": "A sheet", "purpose": "To see.", "blocks": blocks}
    )


def test_every_module_of_the_folder_is_a_block() -> None:
    assert set(BLOCKS) == {
        "action-plan",
        "agreed",
        "box",
        "checklist",
        "commitment-slip",
        "mosaic-grid",
        "network-map",
        "prompt",
        "rating-grid",
        "rings",
        "role-list",
        "role-match",
        "signatures",
        "stage-line",
        "table",
        "text",
        "two-by-two",
        "two-scale-grid",
    }


@pytest.mark.parametrize("kind", sorted(BLOCKS))
def test_a_block_is_known_by_its_kind_and_keeps_expectations_for_the_instructor(kind: str) -> None:
    block = BLOCKS[kind]
    assert issubclass(block, BlockBase)
    assert kind_of(block) == kind
    assert is_for_instructor(block, "expect")


def test_a_worksheet_holds_blocks_of_any_kind() -> None:
    sheet = worksheet(
        {"id": "one", "kind": "text", "text": "Read."},
        {"id": "two", "kind": "prompt", "text": "Write.", "lines": 2},
    )
    assert [type(block) for block in sheet.blocks] == [BLOCKS["text"], BLOCKS["prompt"]]


@pytest.mark.parametrize("block", [{"id": "one", "kind": "txt", "text": "x"}, {"id": "one"}])
def test_an_unknown_kind_is_refused(block: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        worksheet(block)
