from __future__ import annotations

import pytest

from kit.errors import KitError
from kit.pipeline.records.notes_taken import NotesTaken, Subject, Subjects, gathered, notes_from
from kit.pipeline.records.session_plan import NEXT_TIME, PlannedActivity, SessionPlan

PLAN = SessionPlan(
    "Small",
    (PlannedActivity("welcome", "Welcome", 5), PlannedActivity("see-needs", "See the needs", 12)),
    ("What did people ask for?",),
)


def test_a_note_is_about_an_activity_a_question_or_the_session() -> None:
    taken = notes_from(
        [
            "see-needs=ran over",
            "Began late.",
            "Welcome = too long",
            "What did people ask for?=Money = time",
            "see the needs=loud",
            "2 = 1 + 1",
        ],
        PLAN,
    )
    assert gathered(taken) == NotesTaken(
        {"see-needs": "ran over\nloud", "welcome": "too long"},
        {"What did people ask for?": "Money = time"},
        "Began late.\n2 = 1 + 1",
    )


def test_a_slip_in_the_name_of_an_activity_is_a_mistake_with_a_way_out() -> None:
    with pytest.raises(KitError) as caught:
        notes_from(["wellcome=late", "", "welcome=", "room=cold", "Fine."], PLAN)
    problems = {each.message: each for each in caught.value.problems}
    assert len(problems) == 3
    slip, other = (
        problems[f"The session has no activity `{name}`."] for name in ("wellcome", "room")
    )
    assert slip.hint.startswith("Did you mean `welcome`?")
    assert "whole session" in other.hint
    assert "no-text" in {each.code for each in caught.value.problems}


def test_an_equals_sign_may_stand_in_a_note_on_the_session() -> None:
    taken = notes_from(["the ratio = 3 to 1", "ratio : x = 3"], PLAN)
    assert {subject for subject, _ in taken} == {Subject()}


def test_subjects_are_known_by_id_title_and_question() -> None:
    subjects = Subjects(PLAN)
    for words in ("see-needs", "SEE-NEEDS", " See  the needs: "):
        assert subjects.find(words) == Subject(activity="see-needs")
    assert subjects.find(NEXT_TIME.lower().rstrip("?")) == Subject(question=NEXT_TIME)
    assert subjects.find("needs") is None
    assert Subjects(None).find("welcome") is None
