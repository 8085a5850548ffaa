from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.definitions.stage import Stage
from kit.library import find_library
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import TailoredWorkshop, tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WALL = """charts:
  - {id: wall, title: Stage, text: "**I can**", stages: pages}
  - {id: names, title: Our stages, lines: [From here], stages: lines, numbered: true}
  - {id: rule, title: One rule, text: You may pass.}

agenda:
"""


@pytest.fixture
def made(project: Path, edit: Callable[..., Path]) -> Callable[..., TailoredWorkshop]:
    edit("agenda:\n", WALL)

    def make(*stages: Stage) -> TailoredWorkshop:
        (loaded,), problems = load_workshops(find_library(project), ["small"])
        assert not problems
        return tailor(loaded, Choice(stages=stages))

    return make


def test_a_wall_of_stages_has_a_page_for_each(made: Callable[..., TailoredWorkshop]) -> None:
    first, second, names, rule = made().charts
    assert (first.id, first.title) == ("wall-getting-started", "Stage 1: Getting started")
    assert (first.lines, first.text) == (("You find each other.",), "**I can** say what you want.")
    assert (second.title, second.text) == ("Stage 2: Working", None)
    assert names.lines == ("From here", "Getting started", "Working")
    assert rule.id == "rule"


def test_a_program_brings_its_own_stages_to_the_wall(
    made: Callable[..., TailoredWorkshop],
) -> None:
    own = Stage(id="icu", title="ICU", happens="You watch.", can="ICU rounds alone.")
    page, names, _ = made(own).charts
    assert names.lines == ("From here", "ICU")
    assert (page.title, page.text) == ("Stage 1: ICU", "**I can** ICU rounds alone.")


def test_a_table_takes_the_stages_as_its_first_rows(
    made: Callable[..., TailoredWorkshop], edit: Callable[..., Path]
) -> None:
    edit(
        "kind: stage-line\n        columns: [{title: What I can do, width: 34}, "
        "{title: Help that I need}]",
        "kind: table\n        stages: true\n        rows: [And then]\n"
        "        columns: [{title: Stage}, {title: A peer does}]",
    )
    blocks = {each.id: each for sheet in made().worksheets for each in sheet.blocks}
    assert blocks["network-stages"].rows == ("Getting started", "Working", "And then")
