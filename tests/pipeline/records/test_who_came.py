from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.definitions.roster import Participant, Roster
from kit.errors import KitError, Problem
from kit.pipeline.records.who_came import WhoCame, roster_problem, who_came

if TYPE_CHECKING:
    from pathlib import Path

ROSTER = Roster((Participant("Ana Díaz"), Participant("Bo Li"), Participant("Cy Oe")))


def listed(folder: Path, content: str) -> Path:
    path = folder / "sign-in.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_sign_in_list_and_those_who_forgot_to_sign(tmp_path: Path) -> None:
    path = listed(tmp_path, "\ufeffName;E-Mail\n Ana  Díaz ;a@b.example\nBo Li;\n")
    came = who_came(path, "sign-in.csv", ["bo li", "Cy\u200b  Oe"], None)
    assert came.names == ("Ana Díaz", "Bo Li", "Cy Oe")
    assert [each.code for each in came.doubts] == ["named-twice"]


def test_the_list_says_who_came_and_the_roster_how_they_are_written(tmp_path: Path) -> None:
    path = listed(tmp_path, 'Name,Came\n"díaz, ana",x\nBo Li,\nEve New,x\n')
    came = who_came(path, "sign-in.csv", ["CY OE"], ROSTER)
    assert (came.names, came.walk_ins) == (("Ana Díaz", "Eve New", "Cy Oe"), ("Eve New",))
    assert (came.column, came.stayed_away) == ("Came", 1)
    told = {each.code: each for each in came.doubts}
    assert told["not-on-roster"].where
    assert told["not-on-roster"].where.file == "sign-in.csv"


def test_a_list_that_turns_names_round_asks_nothing_where_all_are_known(tmp_path: Path) -> None:
    path = listed(tmp_path, 'Name\n"Díaz, Ana"\n"Li, Bo"\n')
    assert who_came(path, "sign-in.csv", [], ROSTER) == WhoCame(("Ana Díaz", "Bo Li"))


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = listed(tmp_path, "Name,Came\nAna,yes\nBo,hm\n,x\n")
    with pytest.raises(KitError) as caught:
        who_came(path, "sign-in.csv", ["", "\u200b"], None)
    assert {each.code for each in caught.value.problems} == {"no-name", "came-or-not"}
    assert len(caught.value.problems) == 3
    with pytest.raises(KitError) as caught:
        who_came(tmp_path / "absent.csv", "absent.csv", [""], None)
    assert {each.code for each in caught.value.problems} == {"no-such-file", "no-name"}


def test_more_people_than_a_record_holds(tmp_path: Path) -> None:
    path = listed(tmp_path, "Name\n" + "".join(f"Person {n}\n" for n in range(10_001)))
    with pytest.raises(KitError) as caught:
        who_came(path, "sign-in.csv", [], None)
    assert [each.code for each in caught.value.problems] == ["too-many"]


def test_a_roster_that_is_not_there_is_told_and_stops_nothing() -> None:
    missing = Problem("no-such-roster", "There is no roster `x.csv`.", hint="Put it there.")
    problem = roster_problem([missing])
    assert str(problem.severity) == "warning"
    assert "There is no roster `x.csv`." in problem.message
    assert problem.hint.startswith("Put it there.")
