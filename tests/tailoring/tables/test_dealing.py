from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kit.tailoring.tables.dealing import deal
from kit.tailoring.tables.groups import Table


def tables(count: int) -> tuple[Table, ...]:
    return tuple(Table(str(n + 1), ()) for n in range(count))


def cases(count: int) -> list[str]:
    return [f"case-{n}" for n in range(count)]


@given(st.integers(1, 75), st.integers(2, 12), st.integers(1, 5))
def test_neighbors_differ_and_each_is_covered(count: int, scenarios: int, rounds: int) -> None:
    dealt, problems = deal(cases(scenarios), tables(count), rounds)
    assert list(dealt) == [table.name for table in tables(count)]
    for one, other in pairwise(dealt.values()):
        assert all(a != b for a, b in zip(one, other, strict=True))
    for some in dealt.values():
        assert len(some) == len(set(some)) == min(rounds, scenarios)
    used = {each for some in dealt.values() for each in some}
    assert len(used) == min(scenarios, count * rounds)
    codes = {problem.code for problem in problems}
    assert ("not-dealt" in codes) == (len(used) < scenarios)
    assert ("too-few-scenarios" in codes) == (rounds > scenarios)


@given(st.integers(4, 20), st.integers(2, 4), st.integers(1, 3))
def test_a_table_more_changes_nothing_for_the_others(
    count: int, scenarios: int, rounds: int
) -> None:
    before, _ = deal(cases(scenarios), tables(count), rounds)
    after, _ = deal(cases(scenarios), tables(count + 1), rounds)
    assert before.items() <= after.items()


def test_the_first_table_gets_the_first_case_as_the_packet_says() -> None:
    dealt, problems = deal(cases(4), tables(5))
    assert [some for (some,) in dealt.values()] == [
        "case-0",
        "case-1",
        "case-2",
        "case-3",
        "case-0",
    ]
    assert problems == ()


def test_one_scenario_for_all_is_told() -> None:
    dealt, (problem,) = deal(cases(1), tables(3))
    assert set(dealt.values()) == {("case-0",)}
    assert problem.code == "one-scenario"


def test_nothing_to_deal_is_dealt_to_each() -> None:
    assert deal([], tables(2)) == ({"1": (), "2": ()}, ())
    assert deal(cases(2), ()) == ({}, ())
