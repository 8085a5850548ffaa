"""The look at the clock of a fitted session stands at the right place and counts its minutes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.activity import Priority
from kit.definitions.workshop import Checkpoint
from kit.tailoring.retiming.clock import checkpoint_in
from kit.tailoring.retiming.retime import Fitted, Slot, fit

E, U = Priority.ESSENTIAL, Priority.USEFUL
AGENDA = (
    Slot("welcome", 4, 3, E, protected=False),
    Slot("draft", 16, 10, E, protected=False, task=True),
    Slot("talk", 6, 4, U, protected=False),
    Slot("audit", 10, 7, E, protected=False, task=True),
    Slot("close", 6, 6, E, protected=True),
)
WRITTEN = Checkpoint(after="draft", do={"standard": "Drop the pairs.", "short": "Go on."})


def fitted(minutes: int, agenda: tuple[Slot, ...] = AGENDA) -> Fitted:
    made = fit(agenda, minutes)
    assert not made.missing
    return replace(made, titles={slot.id: slot.id.title() for slot in agenda})


def test_the_written_words_stay_where_all_that_comes_after_is_as_usual() -> None:
    earlier = (replace(AGENDA[0], priority=U), *AGENDA[1:2], *(
        replace(slot, least=slot.minutes) for slot in AGENDA[2:]))  # fmt: skip
    assert fitted(40, earlier).changes
    assert checkpoint_in(WRITTEN, "standard", fitted(40, earlier)) == WRITTEN


@pytest.mark.parametrize(
    ("minutes", "after", "words"),
    [
        (40, "draft", "Five minutes late? Leave out “Talk” (4 minutes). Give “Audit” 9 minutes"),
        (41, "draft", "Five minutes late? Leave out “Talk” (5 minutes)."),
        (60, "draft", "Five minutes late? Give “Talk” 4 minutes in place of 6, “Audit” "),
        (30, "draft", "Late? No more than 4 minutes can be won. Leave out “Talk” (4 minutes)."),
        (27, "welcome", "Late? No more than 1 minute can be won. Give “Draft” 10 minutes in"),
    ],
)  # fmt: skip
def test_what_gives_way_then(minutes: int, after: str, words: str) -> None:
    made = checkpoint_in(WRITTEN, "standard", fitted(minutes))
    assert made
    assert made.after == after
    assert isinstance(made.do, str)
    assert made.do.startswith(words)


def test_it_moves_to_the_activity_before_one_that_is_left_out() -> None:
    agenda = (AGENDA[0], AGENDA[1], AGENDA[2], replace(AGENDA[3], least=4), AGENDA[4])
    made = checkpoint_in(Checkpoint(after="talk", do="Drop it."), "standard", fitted(25, agenda))
    assert made
    assert made.after == "draft"


def test_none_where_nothing_can_be_won() -> None:
    assert checkpoint_in(WRITTEN, "standard", fitted(26)) is None


def test_none_where_there_was_none() -> None:
    assert checkpoint_in(None, "standard", fitted(38)) is None
    assert checkpoint_in(WRITTEN, "long", fitted(38)) is None
    elsewhere = Checkpoint(after="second-meeting", do="Drop it.")
    assert checkpoint_in(elsewhere, "standard", fitted(38)) is None


@given(st.integers(26, 84), st.sampled_from([slot.id for slot in AGENDA]))
def test_it_names_what_is_ahead_and_nothing_protected(minutes: int, after: str) -> None:
    session = fitted(minutes)
    made = checkpoint_in(Checkpoint(after=after, do="As written."), "standard", session)
    if made is None or made.do == "As written.":
        return
    order = [slot.id for slot in AGENDA]
    assert made.after in session.minutes
    assert order.index(made.after) <= order.index(after)
    named = [name for name in order if f"“{name.title()}”" in str(made.do)]
    assert named
    ahead = order[order.index(made.after) + 1 :]
    assert all(name in ahead and name in session.minutes and name != "close" for name in named)
    for name in named:
        assert f"{session.minutes[name]}" in str(made.do)
