from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import Library, bundled_folder, file_within, find_library

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    folder = tmp_path / "bundled"
    (folder / "workshops" / "shared").mkdir(parents=True)
    (folder / "templates").mkdir()
    for name in ("asking", "small"):
        (folder / "workshops" / f"{name}.yaml").write_text("kit: 1\n")
    (folder / "workshops" / "shared" / "items.yaml").write_text("kit: 1\n")
    return folder


@pytest.fixture
def library(project: Path, bundled: Path) -> Library:
    return Library(project, bundled)


def problem_of(error: pytest.ExceptionInfo[KitError]) -> tuple[str, str, str]:
    (problem,) = error.value.problems
    return problem.code, problem.message, problem.hint


def test_the_project_is_the_nearest_folder_above(project: Path) -> None:
    below = project / "workshops" / "shared"
    assert find_library(below).project == project.resolve()


def test_a_kit_file_alone_makes_a_project(tmp_path: Path) -> None:
    (tmp_path / "kit.yaml").write_text("kit: 1\n")
    (tmp_path / "deeper").mkdir()
    assert find_library(tmp_path / "deeper").project == tmp_path.resolve()


def test_without_a_project_there_are_the_bundled_ones(tmp_path: Path, bundled: Path) -> None:
    assert find_library(tmp_path).project is None
    library = Library(None, bundled)
    assert library.own_workshop_names() == ("asking", "small")
    assert library.roots == (bundled.resolve(),)


def test_the_bundled_folder_holds_workshops() -> None:
    assert (bundled_folder() / "workshops").is_dir()


def test_names_are_those_of_both_and_in_order(library: Library) -> None:
    assert library.workshop_names() == ("asking", "small")
    assert library.own_workshop_names() == ("small",)


def test_a_project_without_workshops_makes_the_bundled_ones(tmp_path: Path, bundled: Path) -> None:
    (tmp_path / "mine").mkdir()
    assert Library(tmp_path / "mine", bundled).own_workshop_names() == ("asking", "small")


def test_hidden_files_are_no_workshops(library: Library, project: Path) -> None:
    (project / "workshops" / ".~small.yaml").write_text("kit: 1\n")
    assert library.workshop_names() == ("asking", "small")


def test_a_project_that_is_the_bundled_folder_counts_once(bundled: Path) -> None:
    library = Library(bundled, bundled)
    assert library.roots == (bundled.resolve(),)
    assert library.folders("workshops") == (bundled.resolve() / "workshops",)


def test_the_projects_file_comes_before_the_bundled_one(
    library: Library, project: Path, bundled: Path
) -> None:
    assert library.workshop_file("small") == project.resolve() / "workshops" / "small.yaml"
    assert library.workshop_file("asking") == bundled.resolve() / "workshops" / "asking.yaml"
    assert library.shared_files("shared/items.yaml") == tuple(
        root.resolve() / "workshops" / "shared" / "items.yaml" for root in (project, bundled)
    )


def test_folders_are_only_those_that_exist(library: Library, project: Path, bundled: Path) -> None:
    assert library.folders("templates") == (bundled.resolve() / "templates",)
    (project / "templates").mkdir()
    assert library.folders("templates") == (
        project.resolve() / "templates",
        bundled.resolve() / "templates",
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("smal", "Did you mean `small`?"),
        ("SMALL", "Did you mean `small`?"),
        ("workshops/small.yaml", "Write `small`: a workshop is named without its folder"),
        ("small.yaml", "Write `small`: a workshop is named without its folder"),
        ("..\\small.yml", "Write `small`: a workshop is named without its folder"),
        ("xyzzy", "There is: `asking`, `small`."),
        ("../../etc/passwd", "There is: `asking`, `small`."),
        ("", "There is: `asking`, `small`."),
        ("a\0b", "There is: `asking`, `small`."),
    ],
)
def test_an_unknown_workshop_is_told_with_a_way_out(library: Library, name: str, hint: str) -> None:
    with pytest.raises(KitError) as error:
        library.workshop_file(name)
    code, message, given = problem_of(error)
    assert code == "unknown-workshop"
    assert name in message
    assert given.startswith(hint)


def test_a_file_with_the_other_ending_is_pointed_out(library: Library, project: Path) -> None:
    (project / "workshops" / "quarterly.yml").write_text("kit: 1\n")
    with pytest.raises(KitError) as error:
        library.workshop_file("quarterly")
    assert "rename it" in problem_of(error)[2]


def test_no_workshops_at_all(tmp_path: Path) -> None:
    with pytest.raises(KitError) as error:
        Library(None, tmp_path).workshop_file("any")
    assert "kit init" in problem_of(error)[2]
    assert Library(None, tmp_path).own_workshop_names() == ()


@pytest.mark.parametrize(
    "name", ["../kit.yaml", "/etc/passwd", "shared/../../kit.yaml", "..\\kit.yaml", "C:/x.yaml"]
)
def test_a_name_cannot_lead_out(library: Library, name: str) -> None:
    with pytest.raises(KitError) as error:
        library.shared_files(name)
    assert problem_of(error)[0] == "outside-project"


@pytest.mark.parametrize("name", ["shared/none.yaml", "shared", "", "x" * 300, "a\0b"])
def test_what_is_no_file_is_not_there(library: Library, name: str) -> None:
    assert library.shared_files(name) == ()


def test_a_link_out_of_the_project_is_refused(
    library: Library, project: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text("kit: 1\n")
    (project / "workshops" / "leak.yaml").symlink_to(outside)
    (project / "workshops" / "shared" / "leak.yaml").symlink_to(outside)
    with pytest.raises(KitError) as workshop:
        library.workshop_file("leak")
    with pytest.raises(KitError) as shared:
        library.shared_files("shared/leak.yaml")
    assert problem_of(workshop)[0] == problem_of(shared)[0] == "outside-project"


def test_a_linked_folder_out_of_the_project_is_refused(
    library: Library, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "x.yaml").write_text("kit: 1\n")
    (project / "workshops" / "linked").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(KitError):
        library.shared_files("linked/x.yaml")


def test_a_kind_of_folder_that_is_a_link_out_of_the_project_is_refused(
    library: Library, project: Path, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (project / "templates").symlink_to(tmp_path / "home")
    with pytest.raises(KitError) as refused:
        library.folders("templates")
    code, message, hint = problem_of(refused)
    assert code == "outside-project"
    assert "templates" in message
    assert "`templates`" in hint


def test_a_file_within_a_folder_stays_within_it(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / "plain").write_text("plain")
    (folder / "again").symlink_to("plain")
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "loop").symlink_to("loop")
    assert file_within(folder, "plain") == file_within(folder, "again") == folder / "plain"
    assert file_within(folder, "none") is file_within(folder, "loop") is None
    for name in ("link", "../secret"):
        with pytest.raises(KitError) as refused:
            file_within(folder, name)
        assert problem_of(refused)[0] == "outside-project"


def test_a_link_in_a_circle_is_no_file(library: Library, project: Path) -> None:
    (project / "workshops" / "shared" / "loop.yaml").symlink_to("loop.yaml")
    (project / "workshops" / "loop.yaml").symlink_to("loop.yaml")
    assert library.shared_files("shared/loop.yaml") == ()
    assert "loop" not in library.workshop_names()


def test_a_link_within_the_project_is_followed(library: Library, project: Path) -> None:
    (project / "workshops" / "again.yaml").symlink_to("small.yaml")
    assert library.workshop_file("again") == project.resolve() / "workshops" / "small.yaml"


def test_paths_are_shown_as_the_user_would_write_them(
    library: Library, project: Path, bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = project / "workshops" / "small.yaml"
    monkeypatch.chdir(project)
    assert library.shown(mine) == os.path.join("workshops", "small.yaml")  # noqa: PTH118
    monkeypatch.chdir(project.parent.parent)
    assert library.shown(mine).endswith(os.path.join("project", "workshops", "small.yaml"))  # noqa: PTH118
    monkeypatch.chdir("/")
    monkeypatch.chdir(bundled / "templates")
    assert library.shown(mine) == str(mine.resolve())
    assert library.shown(bundled / "workshops" / "asking.yaml") == "bundled: workshops/asking.yaml"


def test_a_project_within_the_bundled_folder_is_the_users_own(
    bundled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = bundled / "inner"
    (inner / "workshops").mkdir(parents=True)
    monkeypatch.chdir(inner)
    library = Library(inner, bundled)
    assert library.shown(inner / "workshops" / "x.yaml") == os.path.join("workshops", "x.yaml")  # noqa: PTH118


def test_finding_things_loads_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from kit.library import find_library;"
        "find_library(Path('.')).workshop_names();"
        "print([name for name in ('yaml', 'pydantic', 'weasyprint') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_own_cohorts_are_the_projects_or_with_neither_those_nor_workshops_the_bundled(
    tmp_path: Path, bundled: Path
) -> None:
    (bundled / "workshops/cohorts").mkdir()
    (bundled / "workshops/cohorts/example.yaml").write_text("kit: 1\n")
    project = tmp_path / "mine"
    (project / "workshops").mkdir(parents=True)
    library = Library(project, bundled)
    assert library.own_cohort_names() == ("example",)
    (project / "workshops/own.yaml").write_text("kit: 1\n")
    assert library.own_cohort_names() == ()
    assert library.cohort_names() == ("example",)
    (project / "workshops/own.yaml").unlink()
    (project / "workshops/cohorts").mkdir()
    (project / "workshops/cohorts/residents.yaml").write_text("kit: 1\n")
    assert library.own_cohort_names() == ("residents",)
    assert library.own_workshop_names() == ("asking", "small")
    assert library.exists("residents/first")
    assert library.exists("residents")
    assert not library.exists("small/first")
