from __future__ import annotations

from itertools import count
from time import perf_counter

import pytest

from kit.answers.released import Cell
from kit.reporting.disclosure.gate import Gate, Verdict

OPEN, SMALL, COMPLEMENT = Verdict.OPEN, Verdict.SMALL, Verdict.COMPLEMENT
NAMES = (f"{number:06}" for number in count())


def people(number: int) -> frozenset[str]:
    """Give people who are in no other group."""
    return frozenset(next(NAMES) for _ in range(number))


def asked(gate: Gate, *groups: frozenset[str], field: str = "pace") -> list[Verdict]:
    return [gate.ask(Cell(field, group)) for group in groups]


def sizes(*numbers: int, released: tuple[Cell, ...] = ()) -> list[Verdict]:
    """Ask for sessions of these sizes: all together, then each."""
    groups = [people(number) for number in numbers]
    return asked(Gate(released=released), frozenset().union(*groups), *groups)


def test_what_can_be_shown_is_shown() -> None:
    assert sizes(12, 12, 12) == [OPEN] * 4
    assert sizes(5, 5) == [OPEN] * 3
    assert sizes(30) == [OPEN, OPEN]
    assert sizes(8, 7, 5, 5, 5, 5) == [OPEN] * 7


def test_with_a_small_session_the_next_smallest_waits() -> None:
    assert sizes(8, 7, 2) == [OPEN, OPEN, COMPLEMENT, SMALL]
    assert sizes(12, 4) == [OPEN, COMPLEMENT, SMALL]
    assert sizes(9, 2, 2, 1) == [OPEN, OPEN, SMALL, SMALL, SMALL]


@pytest.mark.parametrize("number", range(5))
def test_a_small_group_is_never_shown(number: int) -> None:
    assert asked(Gate(), people(number)) == [SMALL]


def test_another_threshold_holds_in_both() -> None:
    whole, part, few = people(14), people(10), people(9)
    gate = Gate(10)
    assert asked(gate, few, whole | part, part, whole) == [SMALL, OPEN, OPEN, OPEN]
    assert asked(Gate(15), whole | part, part, whole | part | few) == [OPEN, SMALL, COMPLEMENT]


def test_late_answers_wait_until_they_are_enough() -> None:
    first, late, later = people(20), people(3), people(2)
    gate = Gate(released=[Cell("pace", first)])
    assert asked(gate, first | late, first, first | late | later) == [COMPLEMENT, OPEN, OPEN]
    assert asked(gate, first | late) == [COMPLEMENT]


def test_meanwhile_the_earlier_figures_stand() -> None:
    older, first, late, later = people(16), people(4), people(4), people(1)
    cells = (Cell("pace", older), Cell("pace", older | first), Cell("use", people(30)))
    gate = Gate(released=cells)
    assert gate.earlier("pace", older | first | late) == older | first
    assert gate.earlier("pace", older | first) == older | first
    assert gate.earlier("pace", older | late) == older
    assert gate.earlier("pace", older | first | late | later) is None
    assert gate.earlier("use", older | first | late) is None
    assert gate.earlier("new", older) is None
    # Somebody who was in it took their answers back.
    assert gate.earlier("pace", frozenset(sorted(older)[1:])) is None
    assert gate.ask(Cell("pace", older | first | late | later)) is OPEN
    assert gate.earlier("pace", older | first | late | later) == older | first | late | later


def test_of_two_reports_on_overlapping_groups_nothing_small_is_left() -> None:
    one, both, other = people(10), people(10), people(3)
    gate = Gate(released=[Cell("pace", one | both)])
    # The difference of the two is that of ten people and three.
    assert asked(gate, both | other, one, both) == [OPEN, COMPLEMENT, COMPLEMENT]


def test_a_sum_of_differences_is_seen() -> None:
    first, second, some, few = people(10), people(10), people(6), people(2)
    whole = first | second | few | some
    gate = Gate(released=[Cell("pace", whole), Cell("pace", first | some)])
    # No two differ by a few. But the three of them count all twice, except the few.
    assert asked(gate, second | some, first | second) == [OPEN, COMPLEMENT]
    # Here the sum of two less the third counts them twice.
    gate = Gate(released=[Cell("pace", first | few), Cell("pace", second | few)])
    assert asked(gate, first | second) == [COMPLEMENT]


def test_a_difference_of_two_small_groups_is_small() -> None:
    base, one, two, three = people(10), people(1), people(2), people(3)
    assert asked(Gate(), base | one, base | two) == [OPEN, COMPLEMENT]
    assert asked(Gate(), base | two, base | three) == [OPEN, OPEN]


def test_what_follows_from_what_was_shown_is_open() -> None:
    one, other, third = people(5), people(6), people(7)
    gate = Gate()
    assert asked(gate, one | other | third, one, other, third, one | third) == [OPEN] * 5


def test_fields_have_nothing_to_do_with_each_other() -> None:
    whole = people(20)
    part = frozenset(sorted(whole)[:17])
    gate = Gate(released=[Cell("pace", whole)])
    assert asked(gate, part) == [COMPLEMENT]
    assert asked(gate, part, field="use") == [OPEN]


def test_what_was_once_too_much_closes_nothing_else() -> None:
    whole, other = people(20), people(20)
    part = frozenset(sorted(whole)[:17])
    gate = Gate(released=[Cell("pace", whole), Cell("pace", part)])
    assert asked(gate, whole, part, other, whole | other) == [OPEN] * 4


def test_overlaps_beyond_all_reason_are_refused_in_time() -> None:
    everybody = sorted(people(120))
    gate = Gate()
    begun = perf_counter()
    verdicts = [
        gate.ask(Cell("pace", frozenset(everybody[at % step :: step]) | {everybody[at]}))
        for step in (2, 3, 5, 7, 11)
        for at in range(0, 120, 13)
    ]
    assert COMPLEMENT in verdicts
    assert perf_counter() - begun < 30


def test_twenty_reports_on_sixty_sessions_take_no_time() -> None:
    sessions = [people(20) for _ in range(60)]
    fields = [str(each) for each in range(30)]
    # In each field somebody left out an answer; in each report three more sessions are in.
    answered = {
        field: [session - {sorted(session)[(at * 7 + int(field)) % 20]} for session in sessions]
        for at, field in enumerate(fields)
    }
    released = [
        Cell(field, frozenset().union(*answered[field][: 3 * report]))
        for report in range(1, 20)
        for field in fields
    ]
    begun = perf_counter()
    gate = Gate(released=released)
    verdicts = [
        verdict
        for field in fields
        for verdict in asked(
            gate, frozenset().union(*answered[field]), *answered[field], field=field
        )
    ]
    assert set(verdicts) == {OPEN}
    assert perf_counter() - begun < 5
