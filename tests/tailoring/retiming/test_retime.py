"""Fitting an agenda to minutes: what holds for every agenda and every number of minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.definitions.activity import Priority
from kit.tailoring.retiming.retime import Slot, fit, nearest_length

E, U, O = Priority.ESSENTIAL, Priority.USEFUL, Priority.OPTIONAL  # noqa: E741 - the three of them


@st.composite
def agendas(draw: st.DrawFn) -> tuple[Slot, ...]:
    slots = []
    for number in range(draw(st.integers(1, 9))):
        minutes = draw(st.integers(1, 40))
        protected = draw(st.booleans())
        least = minutes if protected else draw(st.integers(1, minutes))
        slots.append(Slot(f"a{number}", minutes, least, draw(st.sampled_from(Priority)), protected))
    return tuple(slots)


@given(agendas(), st.integers(1, 400))
def test_minutes_are_whole_add_up_and_keep_to_the_rules(
    slots: tuple[Slot, ...], minutes: int
) -> None:
    fitted = fit(slots, minutes)
    assert fit(slots, minutes) == fitted
    if fitted.missing:
        assert not fitted.minutes
        return
    assert sum(fitted.minutes.values()) == minutes
    assert all(type(each) is int for each in fitted.minutes.values())
    only_protected = all(slot.protected for slot in slots if slot.id in fitted.minutes)
    for slot in slots:
        given_ = fitted.minutes.get(slot.id)
        if slot.protected and not only_protected:
            assert given_ == slot.minutes
        if slot.priority is E:
            assert given_ is not None
        if given_ is not None:
            assert given_ >= slot.least
    assert {*fitted.minutes, *fitted.left_out} == {slot.id for slot in slots}
    assert not {*fitted.minutes} & {*fitted.left_out}


@given(agendas(), st.integers(1, 400))
def test_what_gives_way_follows_the_stated_order(slots: tuple[Slot, ...], minutes: int) -> None:
    fitted = fit(slots, minutes)
    if fitted.missing:
        return
    kept = {slot.id: slot for slot in slots if slot.id in fitted.minutes}
    shortened = {name for name, slot in kept.items() if fitted.minutes[name] < slot.minutes}
    longer = {name for name, slot in kept.items() if fitted.minutes[name] > slot.minutes}
    out = [slot for slot in slots if slot.id in fitted.left_out]

    def loose(priority: Priority) -> list[Slot]:
        return [each for each in kept.values() if each.priority is priority and not each.protected]

    assert not (shortened and longer)
    # Essential ones are shortened only when no optional one is left and useful ones are shortest.
    if any(kept[name].priority is E for name in shortened):
        assert not loose(O)
        assert all(fitted.minutes[each.id] == each.least for each in loose(U))
    # A useful one is shortened only when optional ones are as short as they may be.
    if any(kept[name].priority is U for name in shortened):
        assert all(fitted.minutes[each.id] == each.least for each in loose(O))
    # Useful ones are left out only when all optional ones are, and essential ones are shortest.
    if any(slot.priority is U for slot in out):
        assert not loose(O)
    # Of one priority, the last goes first.
    for priority in (O, U):
        gone = [slot for slot in out if slot.priority is priority]
        left = loose(priority)
        assert all(slots.index(one) < slots.index(other) for one in left for other in gone)
    # Nobody is left out who would have fitted: with the last that went, it would not be enough.
    if fitted.left_out:
        back = next(slot for slot in slots if slot.id == fitted.left_out[-1])
        full = back.priority is O
        least = sum(
            slot.minutes if full and slot.priority is E else slot.least
            for slot in (*kept.values(), back)
        )
        assert least > minutes


@given(agendas(), st.integers(1, 200))
def test_the_missing_minutes_are_exactly_those(slots: tuple[Slot, ...], minutes: int) -> None:
    fitted = fit(slots, minutes)
    if not fitted.missing:
        return
    enough = fit(slots, minutes + fitted.missing)
    assert not enough.missing
    assert fit(slots, minutes + fitted.missing - 1).missing == 1


@given(agendas())
def test_its_own_minutes_change_nothing(slots: tuple[Slot, ...]) -> None:
    fitted = fit(slots, sum(slot.minutes for slot in slots))
    assert fitted.changes == ()
    assert fitted.left_out == ()


@pytest.mark.parametrize(
    ("minutes", "length"),
    [(50, "short"), (52, "short"), (53, "standard"), (200, "long"), (1, "short")],
)
def test_the_nearest_length(minutes: int, length: str) -> None:
    assert nearest_length({"standard": 60, "short": 45, "long": 90}, minutes) == length


def test_of_two_as_near_the_longer() -> None:
    assert nearest_length({"short": 40, "standard": 60}, 50) == "standard"
