"""Fitting an agenda to minutes: what holds for every agenda and every number of minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.activity import Priority
from kit.tailoring.retiming.retime import Fitted, Slot, fit, nearest_length

E, U, O = Priority.ESSENTIAL, Priority.USEFUL, Priority.OPTIONAL  # noqa: E741 - the three of them


@st.composite
def agendas(draw: st.DrawFn) -> tuple[Slot, ...]:
    slots = []
    for number in range(draw(st.integers(1, 9))):
        minutes = draw(st.integers(1, 40))
        protected = draw(st.booleans())
        least = minutes if protected else draw(st.integers(1, minutes))
        priority = draw(st.sampled_from(Priority))
        task = not protected and draw(st.booleans())
        slots.append(Slot(f"a{number}", minutes, least, priority, protected, task))
    return tuple(slots)


def kept_of(slots: tuple[Slot, ...], fitted: Fitted) -> list[Slot]:
    return [slot for slot in slots if slot.id in fitted.minutes]


@given(agendas(), st.integers(1, 400))
def test_minutes_are_whole_add_up_and_keep_to_the_rules(
    slots: tuple[Slot, ...], minutes: int
) -> None:
    fitted = fit(slots, minutes)
    assert fit(slots, minutes) == fitted
    if fitted.missing:
        assert not fitted.minutes
        return
    assert sum(fitted.minutes.values()) + fitted.over == minutes
    assert all(type(each) is int for each in fitted.minutes.values())
    for slot in slots:
        given_ = fitted.minutes.get(slot.id)
        if slot.protected:
            assert given_ == slot.minutes
        if slot.priority is E:
            assert given_ is not None
        if given_ is not None:
            assert given_ >= slot.least
    assert {*fitted.minutes, *fitted.left_out} == {slot.id for slot in slots}
    assert not {*fitted.minutes} & {*fitted.left_out}


@given(agendas(), st.integers(1, 400))
def test_minutes_are_over_only_where_nothing_that_is_left_may_grow(
    slots: tuple[Slot, ...], minutes: int
) -> None:
    fitted = fit(slots, minutes)
    if fitted.over:
        assert all(slot.protected for slot in kept_of(slots, fitted))


@given(agendas(), st.integers(1, 400))
def test_minutes_give_way_before_activities_do(slots: tuple[Slot, ...], minutes: int) -> None:
    fitted = fit(slots, minutes)
    if fitted.missing:
        return
    kept = kept_of(slots, fitted)
    shorter = {slot.priority for slot in kept if fitted.minutes[slot.id] < slot.minutes}
    longer = [slot for slot in kept if fitted.minutes[slot.id] > slot.minutes]
    assert not (shorter and longer)

    def as_short_as_may_be(*priorities: Priority) -> bool:
        return all(
            fitted.minutes[slot.id] == slot.least for slot in kept if slot.priority in priorities
        )

    # Essential ones are shortened only when useful and optional ones are at their minimum, and
    # useful ones only when optional ones are.
    if E in shorter:
        assert as_short_as_may_be(U, O)
    if U in shorter:
        assert as_short_as_may_be(O)
    # Nothing that is left out could have been kept, even with everything as short as may be.
    if fitted.left_out:
        back = next(slot for slot in slots if slot.id == fitted.left_out[-1])
        assert sum(slot.least for slot in (*kept, back)) > minutes


@given(agendas(), st.integers(1, 400))
def test_optional_ones_go_before_useful_ones_and_the_last_first(
    slots: tuple[Slot, ...], minutes: int
) -> None:
    fitted = fit(slots, minutes)
    loose = [slot for slot in slots if not slot.protected and slot.priority is not E]
    order = sorted(loose, key=lambda slot: (slot.priority is U, -slots.index(slot)))
    assert list(fitted.left_out) == [slot.id for slot in order[: len(fitted.left_out)]]


@given(agendas(), st.integers(1, 400), st.integers(1, 30))
def test_more_minutes_never_lose_an_activity(
    slots: tuple[Slot, ...], minutes: int, more: int
) -> None:
    fewer = fit(slots, minutes)
    if not fewer.missing:
        assert set(fewer.minutes) <= set(fit(slots, minutes + more).minutes)


@given(agendas(), st.integers(1, 400))
def test_so_many_more_keep_the_last_that_went(slots: tuple[Slot, ...], minutes: int) -> None:
    fitted = fit(slots, minutes)
    if fitted.missing:
        return
    assert bool(fitted.to_keep) == bool(fitted.left_out)
    if fitted.left_out:
        assert fitted.left_out[-1] in fit(slots, minutes + fitted.to_keep).minutes
        assert fitted.left_out[-1] not in fit(slots, minutes + fitted.to_keep - 1).minutes


@given(agendas(), st.integers(1, 800))
def test_more_minutes_go_to_tasks_and_to_essential_ones_first(
    slots: tuple[Slot, ...], minutes: int
) -> None:
    fitted = fit(slots, minutes)
    kept = kept_of(slots, fitted)
    longer = [slot for slot in kept if fitted.minutes[slot.id] > slot.minutes]
    if any(slot.task for slot in kept):
        assert all(slot.task for slot in longer)
    able = [slot for slot in kept if slot.task] or [slot for slot in kept if not slot.protected]

    def half_as_long_again(*priorities: Priority) -> bool:
        return all(
            fitted.minutes[slot.id] >= slot.minutes + slot.minutes // 2
            for slot in able
            if slot.priority in priorities
        )

    if any(slot.priority is U for slot in longer):
        assert half_as_long_again(E)
    if any(slot.priority is O for slot in longer):
        assert half_as_long_again(E, U)
    if any(fitted.minutes[slot.id] > slot.minutes + slot.minutes // 2 for slot in longer):
        assert half_as_long_again(E, U, O)


@given(agendas(), st.integers(1, 200))
def test_the_missing_minutes_are_exactly_those(slots: tuple[Slot, ...], minutes: int) -> None:
    fitted = fit(slots, minutes)
    if not fitted.missing:
        return
    assert not fit(slots, minutes + fitted.missing).missing
    assert fit(slots, minutes + fitted.missing - 1).missing == 1


@given(agendas())
def test_its_own_minutes_change_nothing(slots: tuple[Slot, ...]) -> None:
    fitted = fit(slots, sum(slot.minutes for slot in slots))
    assert fitted.changes == ()
    assert fitted.left_out == ()
    assert fitted.over == 0


def test_a_useful_one_stays_where_all_give_a_little() -> None:
    slots = (
        Slot("work", 20, 15, E, protected=False),
        Slot("talk", 10, 6, U, protected=False),
        Slot("walk", 10, 5, O, protected=False),
        Slot("close", 5, 5, E, protected=True),
    )
    assert fit(slots, 40).minutes == {"work": 20, "talk": 10, "walk": 5, "close": 5}
    assert fit(slots, 34).minutes == {"work": 18, "talk": 6, "walk": 5, "close": 5}
    assert fit(slots, 31).minutes == {"work": 15, "talk": 6, "walk": 5, "close": 5}
    without = fit(slots, 30)
    assert without.minutes == {"work": 19, "talk": 6, "close": 5}
    assert (without.left_out, without.to_keep) == (("walk",), 1)


@pytest.mark.parametrize(
    ("minutes", "length"),
    [(50, "short"), (52, "short"), (53, "standard"), (200, "long"), (1, "short")],
)
def test_the_nearest_length(minutes: int, length: str) -> None:
    assert nearest_length({"standard": 60, "short": 45, "long": 90}, minutes) == length


def test_of_two_as_near_the_longer() -> None:
    assert nearest_length({"short": 40, "standard": 60}, 50) == "standard"
