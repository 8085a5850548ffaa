from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from kit.answers.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_copy_that_can_take_the_place_of_the_answers(
    kit: Call, answered: list[str], project: Path
) -> None:
    said = kit("responses", "backup", "copy.zip")
    assert said.returncode == 0, said.stderr
    assert said.stdout == "copy.zip: 3 responses\n"
    with ZipFile(project / "copy.zip") as packed:
        packed.extract("answers.db", project / "again")
    with Store.at(project / "again" / "answers.db") as store:
        assert [each.id for each in store.responses()] == sorted(answered)
    said = kit("responses", "backup", "copy.zip")
    assert said.returncode == 2
    assert "[file-used]" in said.stderr
    assert kit("responses", "backup", "copy.zip", "--replace").returncode == 0


def test_places_where_it_cannot_be_written(kit: Call, answered: list[str]) -> None:
    assert answered
    for name in ("no/such/folder/copy.zip", "workshops"):
        said = kit("responses", "backup", name, "--replace")
        assert said.returncode == 2
        assert said.stderr.count("error:") == 1
    said = kit("responses", "backup", "records/answers.db", "--replace")
    assert "[backup-kind]" in said.stderr
    assert kit("responses", "list").stdout.splitlines()[1].split()[-1] == "3"
