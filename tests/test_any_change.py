"""Any change of a cohort keeps the workshop valid, or is refused with a place in its file."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.checking import check
from kit.errors import KitError, Severity
from kit.library import Library, bundled_folder, find_library
from kit.pipeline.provenance import provenance
from kit.pipeline.resolved import as_yaml, resolved
from kit.pipeline.sessions import cohort_problems, sessions_of
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

EXAMPLE = Path(__file__).parent / "examples" / "project"
IDS = [
    *("map", "ask", "respond", "welcome", "see-needs", "cases", "write-request", "closing"),
    *("needs", "network", "request", "next-steps", "agreement", "needs-gap", "request-slip"),
    *("late-feedback", "two-advisors", "can-respond", "knows-gap", "improve", "recommend"),
    *("mentoring-improved", "time-well-spent", "ability", "nobody", "ask-time", "chopra2018"),
]
FIELDS = ["title", "text", "minutes", "minimum", "lines", "uses", "objectives", "blocks", "kind",
          "lengths", "priority", "protected", "instructor", "id", "versions", "titel"]  # fmt: skip
VALUES = st.one_of(
    st.integers(-1, 50),
    st.sampled_from(["Other words", "", "{{ mentor }}", "{{ nobody }}", "standard", "essential"]),
    st.booleans(),
    st.none(),
    st.lists(st.sampled_from(IDS), max_size=3),
    st.dictionaries(st.sampled_from(["standard", "short", "say", "intern"]), st.integers(1, 20)),
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "leave_out": st.lists(st.sampled_from(IDS), max_size=3),
        "order": st.lists(st.sampled_from(IDS), max_size=5),
        "change": st.dictionaries(
            st.sampled_from([*IDS, "workshop"]),
            st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=2),
            max_size=2,
        ),
        "scenarios": st.fixed_dictionaries(
            {},
            optional={
                "use": st.lists(st.sampled_from(IDS), max_size=2),
                "count": st.integers(0, 4),
            },
        ),
        "add": st.lists(
            st.fixed_dictionaries(
                {},
                optional={
                    "after": st.sampled_from(IDS),
                    "used_in": st.sampled_from(IDS),
                    "block": st.just({"id": "new", "kind": "box", "text": "Draw", "height": 20}),
                },
            ),
            max_size=2,
        ),
    },
)
SESSIONS = st.fixed_dictionaries(
    {"id": st.just("a"), "workshop": st.just("small")},
    optional={
        "length": st.sampled_from(["standard", "short", "long"]),
        "minutes": st.integers(5, 90),
    },
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("any") / "project"
    shutil.copytree(EXAMPLE, path)
    (path / "workshops/cohorts").mkdir()
    return path


@pytest.mark.parametrize("examples", [25, pytest.param(120, marks=pytest.mark.slow)])
def test_a_change_keeps_the_workshop_valid_or_is_refused_with_a_place(
    folder: Path, examples: int
) -> None:
    @given(CHANGES, SESSIONS, st.sampled_from([None, "intern", "junior-faculty"]))
    @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
    def holds(changes: dict[str, Any], session: dict[str, Any], audience: str | None) -> None:
        one_change(folder, changes, session, audience)

    holds()


def one_change(
    folder: Path, changes: dict[str, Any], session: dict[str, Any], audience: str | None
) -> None:
    library = Library(folder, bundled_folder())
    file = folder / "workshops/cohorts/group.yaml"
    data: dict[str, Any] = {"kit": 1, "title": "Group", "sessions": [session]}
    data |= {"workshops": {"small": changes}} if changes else {}
    data |= {"audience": audience} if audience else {}
    file.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    problems = cohort_problems("group", library)
    lines = file.read_text(encoding="utf-8").splitlines()
    for problem in problems:
        assert problem.where, str(problem)
        assert problem.where.file.endswith("cohorts/group.yaml"), str(problem)
        assert 1 <= problem.where.line <= len(lines)
        assert problem.where.source.rstrip() == lines[problem.where.line - 1].rstrip()
    if any(problem.severity is Severity.ERROR for problem in problems):
        with pytest.raises(KitError):
            sessions_of("group", (), library)
        return
    (ready,) = sessions_of("group", (), library)
    made = ready.tailored
    assert sum(each.minutes for each in made.agenda) == made.minutes
    assert all(each.minutes == sum(step.minutes for step in each.steps) for each in made.agenda)
    taught = {name for each in made.agenda for name in each.activity.objectives}
    taught |= set(made.prework.objectives if made.prework else ())
    assert {each.id for each in made.objectives} <= taught
    assert {each.objective for each in made.items if each.objective} <= taught
    data = resolved(made)
    assert resolved(sessions_of("group", (), library)[0].tailored) == data
    assert ready.session
    comments = provenance(data, made, ready.session.loaded, ready.session)
    assert yaml.safe_load(as_yaml(data, comments)) == yaml.safe_load(as_yaml(data))


@pytest.mark.parametrize(
    "name",
    ["small", "challenging-scenarios", "managing-up", "mentee-driven-relationship",
     "mentoring-mosaic"],
)  # fmt: skip
def test_an_empty_cohort_changes_nothing(cohort: Call, project: Path, name: str) -> None:
    library = find_library(project)
    (loaded,), _ = load_workshops(library, [name])
    for length in loaded.workshop.lengths:
        cohort(sessions=f"- {{id: a, workshop: {name}, length: {length}}}")
        (ready,) = sessions_of("group", (), library)
        plain = tailor(loaded, Choice(length=length))
        assert ready.tailored == plain
        assert ready.setting.occasion
        assert ready.setting.occasion.differences == ()
        assert [each for each in check(loaded) if each.severity is Severity.ERROR] == []
