from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.library import Library
from kit.reading.naming import Naming
from kit.reading.shared import SharedFiles
from kit.reading.yaml_source import read_source

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def naming(project: Path) -> Naming:
    return Naming(read_source(project / "workshops" / "small.yaml", "small.yaml"))


@pytest.fixture
def files(project: Path) -> SharedFiles:
    return SharedFiles(Library(project, project))


def test_things_are_chosen_in_the_order_of_their_naming(naming: Naming, files: SharedFiles) -> None:
    chosen = naming.choose("scale", files.scales(), ("keywords",), ["met", "agreement"])
    assert list(chosen) == ["met", "agreement"]
    assert naming.problems == []


def test_an_id_that_names_nothing_is_told_where_it_stands(
    naming: Naming, files: SharedFiles
) -> None:
    naming.choose("reference", files.references(), ("reading",), ["chopra2018", "strauss2013"])
    (problem,) = naming.problems
    assert problem.code == "unknown-reference"
    assert problem.message == "There is no work `strauss2013` in `shared/references.yaml`."
    assert problem.hint == "Did you mean `straus2013`?"
    assert problem.where is not None
    assert problem.where.source == "reading: [chopra2018, straus2013]"
    assert problem.where.column == 23


def test_an_id_without_a_neighbor_has_a_way_out_too(naming: Naming, files: SharedFiles) -> None:
    naming.look_up("item", files.items(), ("evaluation", "core", 0), "xyzzy")
    assert naming.problems[0].hint.startswith("Write it into `shared/items.yaml`")
    naming.look_up("scenario", files.scenarios("shared/none.yaml"), ("scenarios", "from"), "xyzzy")
    assert naming.problems[1].hint == "There is no file `shared/none.yaml` beside the workshops."


def test_naming_twice_is_told(naming: Naming, files: SharedFiles) -> None:
    naming.choose("item", files.items(), ("evaluation", "core"), ["recommend", "recommend"])
    assert [problem.code for problem in naming.problems] == ["named-twice"]


def test_an_own_thing_may_not_have_the_id_of_a_shared_one(naming: Naming) -> None:
    naming.refuse_own("item", {"improve"}, {("evaluation", "open", 0): "improve"})
    (problem,) = naming.problems
    assert problem.code == "duplicate-id"
    assert problem.where is not None
    assert problem.where.source == "    - id: improve"
