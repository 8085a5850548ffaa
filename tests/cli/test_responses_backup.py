from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.answers.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def test_a_copy_that_can_take_the_place_of_the_answers(
    kit: Call, answered: list[str], project: Path
) -> None:
    said = kit("responses", "backup", "copy.db")
    assert said.returncode == 0, said.stderr
    assert said.stdout == "copy.db: 3 responses\n"
    with Store.at(project / "copy.db") as store:
        assert [each.id for each in store.responses()] == sorted(answered)
    said = kit("responses", "backup", "copy.db")
    assert said.returncode == 2
    assert "[file-used]" in said.stderr
    assert kit("responses", "backup", "copy.db", "--replace").returncode == 0


def test_places_where_it_cannot_be_written(kit: Call, answered: list[str]) -> None:
    assert answered
    for name in ("no/such/folder/copy.db", "workshops"):
        said = kit("responses", "backup", name, "--replace")
        assert said.returncode == 2
        assert said.stderr.count("error:") == 1
    said = kit("responses", "backup", "records/answers.db", "--replace")
    assert "[not-a-backup]" in said.stderr
    assert kit("responses", "list").stdout.splitlines()[1].split()[-1] == "3"
