"""Nothing of a small group can be worked out from all that was ever shown, over several reports.

An attacker who knows who is in which group, and has every report with its counts, looks for any
combination of them that is about fewer people than the threshold.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from itertools import combinations, count
from typing import TYPE_CHECKING, Protocol

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as some
from hypothesis.errors import NoSuchExample

from kit.answers.released import Cell
from kit.reporting.disclosure.gate import THRESHOLD, Gate, Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

OPTIONS = 5
FIELDS = ("pace", "use")
REPORTS = 4
Group = frozenset[str]
Published = dict[Group, Counter[int]]


class AnyGate(Protocol):
    def ask(self, cell: Cell) -> Verdict: ...


# What happens -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Person:
    """Somebody's answers (0 for none), when they came in and when they were withdrawn."""

    answers: tuple[int, ...]
    comes: int
    goes: int


@dataclass(frozen=True)
class World:
    """Sessions as lists of people, and of each report which scopes are asked for, in order."""

    sessions: tuple[tuple[Person, ...], ...]
    reports: tuple[tuple[int, ...], ...]


def person(drawn: int) -> Person:
    rest, first = divmod(drawn, OPTIONS + 1)
    rest, second = divmod(rest, OPTIONS + 1)
    late, leaves = divmod(rest, 8)
    comes = (0, 0, 0, 0, 1, 1, 2, 2)[late]
    return Person((first, second), comes, (9, 9, 9, 9, 9, 9, comes + 1, comes + 2)[leaves])


PEOPLE = some.integers(0, (OPTIONS + 1) ** 2 * 64 - 1).map(person)
SESSION = some.integers(0, 12).flatmap(
    lambda size: some.lists(PEOPLE, min_size=size, max_size=size).map(tuple)
)
# Sessions 0 and 1 are a cohort, and so are 2 and 3; of one workshop are 0 and 2, and 1 and 3.
SCOPES: tuple[tuple[int, ...], ...] = (
    *((0, 1, 2, 3), (0, 1), (2, 3), (0, 2), (1, 3)),
    *((0,), (1,), (2,), (3,)),
    (0, 1, 2),
)
ASKED = some.lists(some.integers(0, len(SCOPES) - 1), unique=True, min_size=1, max_size=8).map(
    tuple
)
WORLDS = some.builds(
    World,
    some.tuples(*[SESSION] * 4),
    some.tuples(*[ASKED] * REPORTS),
)


@dataclass
class Shown:
    """What the reports of a world showed, and what only those know who have the answers."""

    published: dict[str, Published] = field(default_factory=lambda: defaultdict(dict))
    truth: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))
    refused: list[tuple[Group, Published]] = field(default_factory=list)


def shown(world: World, gate_of: Callable[[list[Cell]], AnyGate]) -> Shown:
    """Make the reports one after another; the ledger does what the store's does."""
    found = Shown()
    ledger: list[Cell] = []
    names: dict[tuple[int, int], str] = {}
    fresh = map("p{}".format, count())
    for now, scopes in enumerate(world.reports):
        there: list[list[tuple[str, Person]]] = []
        for at, session in enumerate(world.sessions):
            there.append([])
            for number, each in enumerate(session):
                if each.goes == now and (at, number) in names:
                    ledger = replaced(found, ledger, names.pop((at, number)), next(fresh))
                if each.comes <= now < each.goes:
                    name = names.setdefault((at, number), next(fresh))
                    there[at].append((name, each))
        gate = gate_of(ledger)
        for key, item in enumerate(FIELDS):
            for scope in scopes:
                answers = {
                    name: each.answers[key]
                    for at in SCOPES[scope]
                    for name, each in there[at]
                    if each.answers[key]
                }
                found.truth[item] |= answers
                cell = Cell(item, frozenset(answers))
                before = dict(found.published[item])
                verdict = gate.ask(cell)
                if verdict is Verdict.OPEN:
                    ledger.append(cell)
                    found.published[item][cell.members] = Counter(answers.values())
                elif verdict is Verdict.COMPLEMENT:
                    found.refused.append((cell.members, before))
    return found


def replaced(found: Shown, ledger: list[Cell], old: str, new: str) -> list[Cell]:
    """Put a placeholder for one who withdrew; the reports are out, and counted them."""

    def renamed(group: Group) -> Group:
        return group - {old} | {new} if old in group else group

    for item, published in found.published.items():
        found.published[item] = {renamed(group): each for group, each in published.items()}
        if old in found.truth[item]:
            found.truth[item][new] = found.truth[item].pop(old)
    found.refused = [
        (renamed(group), {renamed(each): counts for each, counts in before.items()})
        for group, before in found.refused
    ]
    return [replace(cell, members=renamed(cell.members)) for cell in ledger]


# The attacker -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Recovered:
    """A combination of the answers of a few people: each with a weight, and what it comes to."""

    weights: dict[str, float]
    counts: tuple[float, ...]


def attack(published: Published) -> Iterator[Recovered]:
    """Find every combination about fewer people than the threshold, by trying all small groups."""
    groups = [group for group in published if group]
    if not groups:
        return
    alike: dict[tuple[bool, ...], list[str]] = defaultdict(list)
    for each in sorted(frozenset().union(*groups)):
        alike[tuple(each in group for group in groups)].append(each)
    classes = list(alike.values())
    matrix = np.array(list(alike), dtype=float).T
    few = [at for at, members in enumerate(classes) if len(members) < THRESHOLD]
    rank = np.linalg.matrix_rank(matrix)
    for number in range(1, THRESHOLD):
        for tried in combinations(few, number):
            if sum(len(classes[at]) for at in tried) >= THRESHOLD:
                continue
            outside = np.delete(matrix, tried, axis=1)
            if outside.size and np.linalg.matrix_rank(outside) == rank:
                continue
            yield solved(matrix, classes, tried, [published[group] for group in groups])


def solved(
    matrix: np.ndarray, classes: list[list[str]], tried: Sequence[int], counts: list[Counter[int]]
) -> Recovered:
    """Find how many times each report is added or taken away, so that only these are left."""
    outside = np.delete(matrix, tried, axis=1)
    # Left null space of what is outside, and of it the one that says most about these.
    u, sizes, _ = np.linalg.svd(outside, full_matrices=True)
    times = u[:, int((sizes > 1e-9).sum()) :].T
    about = times @ matrix[:, list(tried)]
    best = int(np.abs(about).sum(axis=1).argmax())
    weights = {
        name: float(about[best, at]) for at, number in enumerate(tried) for name in classes[number]
    }
    totals = tuple(
        float(sum(t * each[option] for t, each in zip(times[best], counts, strict=True)))
        for option in range(1, OPTIONS + 1)
    )
    return Recovered(weights, totals)


def is_true(recovered: Recovered, truth: dict[str, int]) -> bool:
    """Say whether the attacker's result is what these people answered."""
    expected = [
        sum(weight for name, weight in recovered.weights.items() if truth[name] == option)
        for option in range(1, OPTIONS + 1)
    ]
    has_weight = max(map(abs, recovered.weights.values())) > 1e-6
    return has_weight and np.allclose(expected, recovered.counts, atol=1e-6)


def first_recovered(found: Shown) -> tuple[str, Recovered] | None:
    return next(
        (
            (item, recovered)
            for item, published in found.published.items()
            for recovered in attack(published)
        ),
        None,
    )


# The promise --------------------------------------------------------------------------------------


def gate_of(ledger: Iterable[Cell]) -> Gate:
    return Gate(released=ledger)


RARELY_SO_SLOW = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.slow
@RARELY_SO_SLOW
@given(WORLDS)
def test_no_small_group_can_be_recovered_from_all_that_was_shown(world: World) -> None:
    assert first_recovered(shown(world, gate_of)) is None


@pytest.mark.slow
@RARELY_SO_SLOW
@given(WORLDS)
def test_nothing_is_refused_without_a_group_that_it_would_give_away(world: World) -> None:
    for group, before in shown(world, gate_of).refused:
        assert next(attack(before | {group: Counter()}), None)


# The attacker is worth something ------------------------------------------------------------------


class OnlySizes:
    """A gate that looks at no complement."""

    def __init__(self, _: Iterable[Cell]) -> None:
        pass

    def ask(self, cell: Cell) -> Verdict:
        return Verdict.OPEN if len(cell.members) >= THRESHOLD else Verdict.SMALL


class OnlyPairs:
    """A gate that takes one group from another, and goes no further."""

    def __init__(self, released: Iterable[Cell]) -> None:
        self.released = set(released)

    def ask(self, cell: Cell) -> Verdict:
        of_field = [each.members for each in self.released if each.field == cell.field]
        differing = [len(cell.members ^ each) for each in of_field if cell.members != each]
        if min([len(cell.members), *differing]) < THRESHOLD:
            return Verdict.COMPLEMENT
        self.released.add(cell)
        return Verdict.OPEN


def forgetful(_: Iterable[Cell]) -> Gate:
    """Make a gate that knows of no earlier report."""
    return Gate()


@pytest.mark.parametrize("careless", [OnlySizes, OnlyPairs, forgetful])
def test_what_a_careless_gate_lets_through_is_recovered(
    careless: Callable[[Iterable[Cell]], AnyGate],
) -> None:
    def gives_away(world: World) -> bool:
        found = shown(world, careless)
        recovered = first_recovered(found)
        return recovered is not None and is_true(recovered[1], found.truth[recovered[0]])

    try:
        find(
            WORLDS,
            gives_away,
            settings=settings(
                RARELY_SO_SLOW, max_examples=2_000, phases=[Phase.generate], database=None
            ),
        )
    except NoSuchExample:
        pytest.fail("The attacker finds nothing where there is something.")
