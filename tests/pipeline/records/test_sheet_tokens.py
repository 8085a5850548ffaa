from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.instrument.sheet_code import SheetCode, read_code
from kit.library import Library, find_library
from kit.pipeline.records.sheet_tokens import tokens_for, tokens_of

if TYPE_CHECKING:
    from pathlib import Path


def test_they_are_drawn_once_and_more_come_behind(project: Path) -> None:
    library = find_library(project)
    first = tokens_for(library, "7K2MQ4ZC", 3)
    assert len(set(first)) == 3
    assert tokens_for(library, "7K2MQ4ZC", 3) == first
    more = tokens_for(library, "7K2MQ4ZC", 50)
    assert more[:3] == first
    assert len(set(more)) == 50
    assert tokens_for(library, "7K2MQ4ZC", 2) == first[:2]
    assert tokens_of(library, "7K2MQ4ZC") == more


def test_another_form_has_others(project: Path) -> None:
    library = find_library(project)
    one, other = (tokens_for(library, name, 5) for name in ("7K2MQ4ZC", "7K2MQ4ZD"))
    assert not set(one) & set(other)
    assert tokens_of(library, "00000000") == ()


def test_a_code_holds_each_of_them(project: Path) -> None:
    for token in tokens_for(find_library(project), "7K2MQ4ZC", 40):
        code = SheetCode("7K2MQ4ZC", 1, token)
        assert read_code(str(code)) == code


@pytest.mark.parametrize("content", ["", "{", "[]", '{"tokens": 3}', '{"tokens": ["short"]}'])
def test_a_damaged_file_is_told_and_kept(project: Path, content: str) -> None:
    library = find_library(project)
    tokens_for(library, "7K2MQ4ZC", 1)
    path = project / "records" / "forms" / "7K2MQ4ZC.tokens"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(KitError) as caught:
        tokens_for(library, "7K2MQ4ZC", 2)
    assert [each.code for each in caught.value.problems] == ["tokens-not-readable"]
    assert path.read_text(encoding="utf-8") == content


def test_without_a_project_there_is_no_place_for_them(project: Path) -> None:
    with pytest.raises(KitError):
        tokens_for(Library(None, project), "7K2MQ4ZC", 1)
