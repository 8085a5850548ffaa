from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

EXPORTS = Path(__file__).resolve().parent.parent / "examples" / "exports"
OF_SMALL = ("--session", "small")


def stored(project: Path) -> int:
    path = project / "records" / "answers.db"
    if not path.exists():
        return 0
    with Store.at(path) as store:
        return sum(each.responses for each in store.counts())


def test_what_is_taken_in_is_shown_and_asked_for_first(kit: Call, project: Path) -> None:
    export = str(EXPORTS / "qualtrics.csv")
    said = kit("collect", "table", export, *OF_SMALL, stdin="n\n")
    assert said.returncode == 0
    assert "Qualtrics, 3 responses." in said.stdout
    assert "recommend" in said.stdout
    assert "Left out, about people: D “IPAddress”" in said.stdout
    assert "1 row of a trial left out." in said.stdout
    assert "Nothing was taken in." in said.stdout
    assert stored(project) == 0
    said = kit("collect", "table", export, *OF_SMALL, stdin="y\n")
    assert "3 responses taken in, records/answers.db." in said.stdout
    assert stored(project) == 3


def test_with_nobody_to_ask_nothing_is_taken_in(kit: Call, project: Path) -> None:
    said = kit("collect", "table", str(EXPORTS / "qualtrics.csv"), *OF_SMALL, stdin="")
    assert said.returncode == 2
    assert "`--yes` does not ask." in said.stderr
    assert stored(project) == 0


@pytest.mark.slow
def test_the_same_file_twice_adds_nothing_and_a_later_one_its_new_rows(
    kit: Call, project: Path, tmp_path: Path
) -> None:
    lines = (EXPORTS / "redcap-raw.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    earlier = tmp_path / "earlier.csv"
    earlier.write_text("".join(lines[:2]), encoding="utf-8")
    assert kit("collect", "table", str(earlier), *OF_SMALL, "--yes").returncode == 0
    again = kit("collect", "table", str(earlier), *OF_SMALL, "--yes")
    assert again.returncode == 0
    assert "All of this is in already." in again.stdout
    assert stored(project) == 1
    later = kit("collect", "table", str(EXPORTS / "redcap-raw.csv"), *OF_SMALL, "--yes")
    assert "2 responses taken in" in later.stdout
    assert stored(project) == 3
    of_others = kit("collect", "table", str(earlier), *OF_SMALL, "--yes", "--other-people")
    assert "1 response taken in" in of_others.stdout
    assert stored(project) == 4


def test_what_was_changed_since_is_told_with_its_id(
    kit: Call, project: Path, tmp_path: Path
) -> None:
    export = EXPORTS / "redcap-labels.csv"
    kit("collect", "table", str(export), *OF_SMALL, "--yes")
    changed = tmp_path / "changed.csv"
    text = export.read_text(encoding="utf-8")
    changed.write_text(text.replace("Nothing", "Everything"), encoding="utf-8")
    said = kit("collect", "table", str(changed), *OF_SMALL, "--yes")
    assert "1 response from an earlier file not in this one" in said.stdout
    (line,) = [each for each in said.stdout.splitlines() if "kit responses withdraw" in each]
    with Store.at(project / "records" / "answers.db") as store:
        assert store.withdraw(line.split()[-1])


def test_one_mistake_stops_the_whole_table(kit: Call, project: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    headings = "recommend,improve,can-respond,mentoring-improved"
    path.write_text(f"{headings}\n4,x,1,2\n11,y,1,2\n", encoding="utf-8")
    said = kit("collect", "table", str(path), *OF_SMALL, "--yes")
    assert said.returncode == 2
    assert "Cell A3: “11” is none of the answers" in said.stderr
    assert said.stderr.rstrip().endswith("Nothing was taken in.")
    assert stored(project) == 0
    said = kit("collect", "table", str(path), *OF_SMALL, "--yes", "--to-review")
    assert said.returncode == 0
    assert "kit review" in said.stdout
    assert stored(project) == 2


@pytest.mark.parametrize("export", ["redcap-raw", "lime-survey-words"])
def test_an_export_of_another_form_is_not_taken_in_unasked(
    kit: Call, project: Path, export: str
) -> None:
    words = ("collect", "table", str(EXPORTS / f"{export}.csv"), "--session", "managing-up")
    said = kit(*words, "--yes")
    assert said.returncode == 2
    assert "1 is of the form `managing-up`" in said.stderr
    assert said.stderr.rstrip().endswith("Nothing was taken in.")
    said = kit(*words, stdin="\n")
    assert said.returncode == 0
    assert "This may be another form’s table" in said.stdout
    assert "Take in 3 responses all the same? [y/N]" in said.stdout
    assert stored(project) == 0
    assert kit(*words, stdin="y\n").returncode == 0
    assert stored(project) == 3


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["nothing.csv", "--session", "small"], "does not exist"),
        (["small.csv", "--session", "smal"], "Did you mean `small`?"),
        (["small.csv"], "--session"),
        (["small.csv", "--session", "small", "--cells", "letters"], "`numbers`, `words`"),
        (["small.csv", "--form", "WK-AAAAAAAA-1"], "No form with the code"),
        (["small.xlsx", "--session", "small"], "no workbook"),
        (["small.pdf", "--session", "small"], "a PDF, not a table in CSV"),
    ],
)
def test_mistakes_are_told_with_a_way_out(
    kit: Call, project: Path, words: list[str], hint: str
) -> None:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    (project / "small.csv").write_text("recommend\n4\n", encoding="utf-8")
    (project / "small.pdf").write_bytes(b"%PDF-1.7\n")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.txt", "a")
    (project / "small.xlsx").write_bytes(packed.getvalue())
    said = kit("collect", "table", *words, "--yes")
    assert said.returncode == 2
    assert hint in said.stderr
    assert "Traceback" not in said.stderr
    assert stored(project) == 0


def test_outside_of_a_project_nothing_is_looked_at(kit: Call, tmp_path: Path) -> None:
    said = kit("collect", "table", "x.csv", cwd=tmp_path)
    assert said.returncode == 2
    assert "kit init" in said.stderr
