from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import Library
from kit.reading.workshop import LoadedWorkshop, load_workshops

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem


@pytest.fixture
def library(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.chdir(project)
    (tmp_path / "bundled").mkdir()
    return Library(project, tmp_path / "bundled")


def loaded(library: Library) -> LoadedWorkshop:
    (workshop,), problems = load_workshops(library, ["small"])
    assert problems == ()
    return workshop


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str, int]]:
    return [(each.code, each.where.file, each.where.line) for each in problems if each.where]


def test_a_workshop_comes_with_what_it_takes_from_shared_files(library: Library) -> None:
    small = loaded(library)
    assert small.name == "small"
    assert list(small.scenarios) == ["late-feedback", "two-advisors"]
    assert list(small.items)[:3] == ["mentoring-improved", "recommend", "relationship-changed"]
    assert "time-well-spent" not in small.items
    assert "request-story" in small.items
    assert set(small.scales) == {"agreement", "ability", "importance", "met"}
    assert "chopra2018" in small.references
    assert [source.shown for source in small.sources] == [
        "workshops/small.yaml",
        "workshops/shared/items.yaml",
        "workshops/shared/scales.yaml",
        "workshops/shared/references.yaml",
        "workshops/shared/scenarios.yaml",
        "workshops/shared/worksheets.yaml",
        "workshops/shared/roles.yaml",
    ]


def test_everything_is_found_where_it_is_defined(library: Library, line_of: Any) -> None:
    small = loaded(library)
    shared = "workshops/shared/scenarios.yaml"
    assert small.place("title").line == line_of("title: Asking a mentor")
    place = small.place_of("scenario", "late-feedback", "title")
    assert (place.file, place.line) == (shared, line_of("The draft that never", shared))
    assert small.place_of("scenario", "two-advisors").line == line_of("- id: two-advisors")
    assert small.place_of("item", "recommend").file == "workshops/shared/items.yaml"
    assert small.place_of("item", "request-sent", "text").line == line_of("Did you send the req")
    assert small.place_of("scale", "met").file == "workshops/shared/scales.yaml"
    assert small.place_of("reference", "straus2013", "year").source == "    year: 2013"
    assert small.place_of("item", "nowhere").file == "workshops/small.yaml"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            ("core: [mentoring-improved, recommend]", "core: [mentoring-improved, reccommend]"),
            ("unknown-item", "Did you mean `recommend`?"),
        ),
        (
            ("core: [mentoring-improved, relationship-changed]", "core: [relationship-change]"),
            ("unknown-item", "Did you mean `relationship-changed`?"),
        ),
        (("use: [late-feedback]", "use: [late-fedback]"), ("unknown-scenario", "`late-feedback`?")),
        (("from: shared/sc", "from: shared/Sc"), ("no-such-file", "folder of the workshops")),
        (("from: shared/sc", "from: ../../sc"), ("outside-project", "`workshops` folder")),
        (("scale: ability", "scale: abilty"), ("unknown-scale", "Did you mean `ability`?")),
        (("now, scale: met}", "now, scale: mett}"), ("unknown-scale", "Did you mean `met`?")),
        (("references: [sam", "references: [sem"), ("unknown-reference", "`sambunjak2006`?")),
        (("reading: [chopra2018", "reading: [chopra2019"), ("unknown-reference", "`chopra2018`?")),
        (("_worksheets: [agree", "_worksheets: [aggree"), ("unknown-worksheet", "`agreement`?")),
        (("use: [two-sides,", "use: [two-side,"), ("unknown-vocabulary", "`two-sides`?")),
        (
            (
                "roles:\n  use: [two-sides, one-word]",
                "roles: {from: shared/none.yaml, use: [two-sides, one-word]}",
            ),
            ("no-such-file", "roles"),
        ),
        (("- id: next-steps", "- id: agreement"), ("duplicate-id", "another id")),
        (("- id: two-advisors", "- id: late-feedback"), ("duplicate-id", "another id")),
        (("- id: improve", "- id: recommend"), ("duplicate-id", "another id")),
    ],
)
def test_what_names_nothing_is_told_where_it_is_named(
    library: Library, edit: Any, line_of: Any, change: tuple[str, str], expected: tuple[str, str]
) -> None:
    edit(*change)
    workshops, problems = load_workshops(library, ["small"])
    assert workshops == ()
    code, hint = expected
    assert told(problems) == [(code, "workshops/small.yaml", line_of(change[1]))]
    assert hint in problems[0].hint


OWN_FOLLOW_UP = """    after_months: 3
    purpose: |
      Three months ago you wrote a request to a mentor. What became of it?
    core: [mentoring-improved, relationship-changed]
"""


def test_a_follow_up_form_builds_on_a_shared_one(library: Library, edit: Any) -> None:
    edit(OWN_FOLLOW_UP, "    use: half-year\n    core: [relationship-changed]\n")
    form = loaded(library).workshop.evaluation.follow_up
    assert form
    assert form.months == 6
    assert form.purpose == "Half a year ago you took part in a session. What came of it?"
    assert form.core == ("mentoring-improved", "relationship-changed")
    assert [item.id for item in form.items] == ["request-sent", "request-story"]


def test_what_a_workshop_writes_itself_counts_before_the_shared_form(
    library: Library, edit: Any
) -> None:
    edit("    after_months: 3\n    purpose: |\n", "    use: half-year\n    purpose: |\n")
    form = loaded(library).workshop.evaluation.follow_up
    assert form
    assert form.months == 6
    assert form.purpose == "Three months ago you wrote a request to a mentor. What became of it?"


def test_an_item_that_a_shared_form_names_is_told_in_the_shared_file(
    library: Library, edit: Any, line_of: Any
) -> None:
    shared = "workshops/shared/follow-up.yaml"
    edit(OWN_FOLLOW_UP, "    use: half-year\n")
    edit("core: [mentoring-improved]", "core: [mentoring-improve]", shared)
    _, problems = load_workshops(library, ["small"])
    assert told(problems) == [("unknown-item", shared, line_of("core: [", shared))]


def test_an_unknown_shared_form_is_told(library: Library, edit: Any, line_of: Any) -> None:
    edit(OWN_FOLLOW_UP, "    use: half-years\n")
    _, problems = load_workshops(library, ["small"])
    assert told(problems) == [("unknown-follow-up", "workshops/small.yaml", line_of("half-years"))]
    assert problems[0].hint == "Did you mean `half-year`?"


def test_a_scale_that_a_shared_item_names_is_told_in_the_shared_file(
    library: Library, edit: Any, line_of: Any
) -> None:
    shared = "workshops/shared/items.yaml"
    edit("    headline: true", "    headline: true\n    scale: agrement", shared)
    _, problems = load_workshops(library, ["small"])
    assert told(problems) == [("unknown-scale", shared, line_of("scale: agrement", shared))]


def test_all_problems_of_all_files_are_told_at_once(
    library: Library, project: Path, edit: Any
) -> None:
    edit("minimum: 3", "minimun: 3")
    edit("year: 2006", "year: MMVI", "workshops/shared/references.yaml")
    edit("    headline: true", "    headlin: true", "workshops/shared/items.yaml")
    (project / "workshops" / "other.yaml").write_text("kit: 1\ntitle: *x\n")
    workshops, problems = load_workshops(library, ["small", "other", "missing"])
    assert workshops == ()
    files = {problem.where.file for problem in problems if problem.where}
    assert files == {
        "workshops/small.yaml",
        "workshops/other.yaml",
        "workshops/shared/references.yaml",
        "workshops/shared/items.yaml",
    }
    assert {"unknown-workshop", "unknown-key", "number-needed", "sign-at-start"} <= {
        problem.code for problem in problems
    }


def test_a_broken_workshop_does_not_hide_the_others(library: Library, project: Path) -> None:
    (project / "workshops" / "broken.yaml").write_text("kit: 1\n")
    workshops, problems = load_workshops(library, ["broken", "small"])
    assert [workshop.name for workshop in workshops] == ["small"]
    assert problems
    assert {problem.where.file for problem in problems if problem.where} == {
        "workshops/broken.yaml"
    }


def test_a_shared_mistake_is_told_once(library: Library, project: Path, edit: Any) -> None:
    text = (project / "workshops" / "small.yaml").read_text()
    (project / "workshops" / "second.yaml").write_text(text)
    edit("year: 2006", "year: 206", "workshops/shared/references.yaml")
    _, problems = load_workshops(library, ["small", "second"])
    assert [problem.code for problem in problems] == ["number-range"]


def test_a_workshop_may_have_no_scenarios_and_share_nothing(
    library: Library, project: Path, edit: Any
) -> None:
    edit("use: [late-feedback]", "use: []")
    (project / "workshops" / "shared" / "scenarios.yaml").unlink()
    assert list(loaded(library).scenarios) == ["two-advisors"]


def test_without_shared_files_each_naming_is_told(library: Library, project: Path) -> None:
    (project / "workshops" / "shared" / "items.yaml").unlink()
    _, problems = load_workshops(library, ["small"])
    assert {problem.code for problem in problems} == {"unknown-item"}
    assert "There is no file `shared/items.yaml`" in problems[0].hint


def test_a_bundled_workshop_is_shown_as_such(project: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    library = Library(tmp_path / "mine", project)
    assert loaded(library).source.shown == "bundled: workshops/small.yaml"


def test_a_loaded_workshops_places_can_go_to_another_process(library: Library) -> None:
    source = loaded(library).source
    assert pickle.loads(pickle.dumps(source)).shown == source.shown  # noqa: S301
