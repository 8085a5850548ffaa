"""One file with mistakes of every kind: all are told in one go, and none that is not one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.reading.sound_cohort import load_sound_cohort

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

EVERY_KIND = """
kit: 1
title: Residents
paper: a5
tables: 5
time_zone: Europe/Londn
roster: people.csv
contacts:
  - {role: Ombuds, for: conflicts, phone: 555-0142, confidential: perhaps}
escalation:
  - {to: nobody, do: Report.}
sessions:
  - {id: one, workshop: small, date: 2027-8-12}
  - {id: two, workshop: smal}
  - {id: one, workshop: small, length: shrt}
  - {id: four, workshop: small, minutes: ten}
workshops:
  small:
    scenarios: {themes: [nonsense], use: [not-a-case]}
    leave_out: [nothing-such]
    order: [welcome]
    change:
      welcome: {minutes: soon}
    add:
      - {activity: {id: own}}
      - {scenario: {id: x, title: X}, after: own}
"""


def codes(problems: Any) -> list[str]:
    return sorted({each.code for each in problems})


def test_all_problems_of_every_kind_are_told_at_once(cohort: Call, cohort_problems: Call) -> None:
    path = cohort()
    path.write_text(EVERY_KIND, encoding="utf-8")
    (path.parent / "people.csv").write_text("Name\nAna Diaz\nBo Li\n,x\n", encoding="utf-8")
    found = {(each.code, each.where.line) for each in cohort_problems() if each.where}
    lines = EVERY_KIND.splitlines()

    def at(passage: str) -> int:
        return next(number for number, line in enumerate(lines, start=1) if passage in line)

    assert found >= {
        ("unknown-choice", at("paper")),
        ("keys-needed", at("tables")),
        ("unknown-time-zone", at("time_zone")),
        ("true-or-false", at("perhaps")),
        ("unknown-contact", at("nobody")),
        ("date", at("2027-8-12")),
        ("unknown-workshop", at("smal}")),
        ("duplicate-id", at("shrt")),
        ("unknown-length", at("shrt")),
        ("number-needed", at("ten")),
        ("unknown-theme", at("nonsense")),
        ("unknown-scenario", at("not-a-case")),
        ("changes-nothing", at("nothing-such")),
        ("number-needed", at("soon")),
        ("missing", at("{id: own}")),
        ("missing", at("{id: x")),
        # It is an activity, whatever is missing in it, and no scenario follows one.
        ("unknown-id", at("after: own")),
        ("order", at("order:")),
    }
    assert all(each.hint for each in cohort_problems())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (("", "[]", "leave_out: [cases]"), "too-few"),
        (("", "- 5", "order: [closing, welcome]"), "keys-needed"),
        (("", "- {id: a, wrkshop: small}", "leave_out: [network]"), "unknown-key"),
        (("terms: {program_lead: [a]}", "", "leave_out: [network]"), "text-needed"),
        (("safe_contact: x", "", "leave_out: [network]"), "unknown-key"),
        (("audiance: faculty", "", ""), "unknown-key"),
        (("logo: a.svg\ninstitution: [A]", "", ""), "text-needed"),
        (("", "", "leav_out: [cases]"), "unknown-key"),
        (("", "", "add: [{scenario: {id: own}}]\nscenarios: {use: [own]}"), "missing"),
        (("", "", "scenarios: {count: many}"), "number-needed"),
        (("title: Twice", "", "leave_out: [network]"), "duplicate-key"),
    ],
)
def test_nothing_is_told_that_is_none(
    cohort: Call, cohort_problems: Call, written: tuple[str, str, str], code: str
) -> None:
    head, sessions, changes = written
    path = cohort(changes, head=head, sessions=sessions)
    if sessions == "[]":
        path.write_text(path.read_text("utf-8").replace("sessions:\n  []", "sessions: []"), "utf-8")
    found = [each for each in cohort_problems() if each.severity == "error"]
    told = codes(found)
    assert code in told
    others = {"missing", "order"} if "order" in changes or "wrkshop" in sessions else set()
    others |= {"no-such-file", "logo-missing"} if "logo" in head else set()
    # A key that nobody knows is taken for the one that it is most like, and what follows is told.
    others |= {"minutes-add-up", "not-taught"} if "leav_out" in changes else set()
    assert set(told) - {code} <= others | {"missing"}, [str(each) for each in found]


def test_sessions_keep_their_numbers(cohort: Call, project: Path) -> None:
    cohort(sessions="- 5\n- {id: b, workshop: small}", head="title: Twice")
    sound = load_sound_cohort(find_library(project), "group")
    assert sound
    assert [each.id for each in sound.cohort.cohort.sessions[:2]] == ["stand-in-1", "b"]
    assert not sound.is_named(0)
    assert not sound.unsure(1)
    assert sound.cohort.place("sessions", 1, "workshop").line == 6


@pytest.mark.parametrize("text", ["", "- a\n", "kit: 'un\n", "5\n"])
def test_nothing_may_be_sound(cohort: Call, project: Path, text: str) -> None:
    cohort().write_text(text, encoding="utf-8")
    assert load_sound_cohort(find_library(project), "group") is None
