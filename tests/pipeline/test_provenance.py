from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from kit.library import find_library
from kit.pipeline.provenance import provenance
from kit.pipeline.resolved import as_yaml, resolved
from kit.pipeline.sessions import sessions_of
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

SMALL = "workshops/small.yaml"
GROUP = "workshops/cohorts/group.yaml"


@pytest.fixture
def told(project: Path, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Show the first session of the cohort `group`: its data, and what is told of places in it."""
    monkeypatch.chdir(project)

    def run() -> tuple[dict[str, Any], dict[tuple[str | int, ...], str]]:
        (ready, *_) = sessions_of("group", (), find_library(project))
        assert ready.session
        data = resolved(ready.tailored, ready.session.cohort.cohort)
        made = provenance(data, ready.tailored, ready.session.loaded, ready.session)
        assert yaml.safe_load(as_yaml(data, made)) == data
        return data, made

    return run


def number_of(data: dict[str, Any], key: str, name: str) -> int:
    return next(number for number, each in enumerate(data[key]) if each["id"] == name)


def test_what_is_written_has_its_line(told: Call, cohort: Call, line_of: Call) -> None:
    cohort()
    data, made = told()
    assert made["title",] == f"{SMALL}:{line_of('title: Asking a mentor')}"
    assert made["objectives", 1] == f"{SMALL}:{line_of('- id: ask')}"
    assert made["why",] == f"{SMALL}:{line_of('why: |')}"
    assert not any(GROUP in each for each in made.values())
    assert all(("agenda", number) in made for number in range(len(data["agenda"])))


def test_what_a_cohort_changes_has_the_line_in_its_file(
    told: Call, cohort: Call, line_of: Call
) -> None:
    cohort("""
        change:
          see-needs:
            title: What do you need?
            instructor:
              if_short: Skip it.
          workshop:
            subtitle: Ours
    """)
    data, made = told()
    number = number_of(data, "agenda", "see-needs")
    assert made["agenda", number].startswith(SMALL)
    assert made["agenda", number, "title"] == f"{GROUP}:{line_of('What do you need?', GROUP)}"
    short = made["agenda", number, "instructor", "if_short"]
    assert short == f"{GROUP}:{line_of('Skip it.', GROUP)}"
    assert made["subtitle",] == f"{GROUP}:{line_of('subtitle: Ours', GROUP)}"
    assert sum(GROUP in each for each in made.values()) == 3


def test_words_and_audience_of_a_cohort(told: Call, cohort: Call, line_of: Call) -> None:
    cohort(head="audience: resident\nterms: {mentor: coach}")
    _, made = told()
    assert made["terms", "mentor"] == f"{GROUP}:{line_of('mentor: coach', GROUP)}"
    assert ("terms", "mentee") not in made
    assert made["audience",] == f"{GROUP}:{line_of('audience: resident', GROUP)}"


def test_whom_to_turn_to_is_shown_as_it_is_written(told: Call, cohort: Call, line_of: Call) -> None:
    cohort(
        head="""
        contacts:
          - {role: Dean, for: complaints, phone: 555-0100}
          - {id: ombuds, role: Ombuds, for: conflicts, phone: "0142", confidential: true}
        escalation:
          - {to: ombuds, do: Call.}
        """
    )
    data, made = told()
    assert data["contacts"][1] == {
        "id": "ombuds",
        "role": "Ombuds",
        "for": "conflicts",
        "phone": "0142",
        "confidential": True,
        "for_instructor": False,
    }
    assert made["contacts", 1] == f"{GROUP}:{line_of('role: Ombuds', GROUP)}"
    assert made["escalation", 0] == f"{GROUP}:{line_of('do: Call', GROUP)}"
    assert data["terms"]["safe_contact"] == "Ombuds, 0142"
    assert made["terms", "safe_contact"] == f"{GROUP}:{line_of('contacts:', GROUP)}"
    cohort()
    assert not {"contacts", "escalation"} & told()[0].keys()


def test_fitted_minutes_say_so(told: Call, cohort: Call, line_of: Call) -> None:
    cohort(sessions="- id: first\n  workshop: small\n  minutes: 36")
    data, made = told()
    line = line_of("minutes: 36", GROUP)
    assert data["minutes"] == 36
    assert made["minutes",] == f"{GROUP}:{line}"
    assert made["length",] == f"nearest to 36 minutes: {GROUP}:{line}"
    assert made["agenda", 0, "minutes"] == f"fitted to 36 minutes: {GROUP}:{line}"


def test_what_is_shared_has_its_line_in_the_shared_file(told: Call, cohort: Call) -> None:
    cohort()
    data, made = told()
    assert made["references", 0].startswith("workshops/shared/references.yaml:")
    assert made["scales", 0].startswith("workshops/shared/scales.yaml:")
    sheet = number_of(data, "worksheets", "agreement")
    assert made["worksheets", sheet].startswith("workshops/shared/worksheets.yaml:")
    assert made["roles",].startswith("workshops/shared/roles.yaml:")
    assert {made["evaluation", "items", 0].partition(":")[0]} == {"workshops/shared/items.yaml"}


def test_every_line_that_is_told_holds_what_it_is_told_of(project: Path) -> None:
    library = find_library(project)
    names = ["small", "challenging-scenarios", "managing-up", "mentoring-mosaic"]
    loaded, problems = load_workshops(library, names)
    assert len(loaded) == len(names), problems
    files = {source.shown: source.lines for each in loaded for source in each.sources}
    for each in loaded:
        tailored = tailor(each, Choice())
        data = resolved(tailored)
        for at, words in provenance(data, tailored, each).items():
            found = re.search(r"^(.+\.yaml):(\d+)$", words)
            value: Any = data
            for part in at:
                value = value[part]
            if found and isinstance(value, dict) and "id" in value:
                line = files[found[1]][int(found[2]) - 1]
                assert value["id"] in line, (at, words, line)


def test_order_minutes_and_a_shared_text_that_a_cohort_changes(
    told: Call, cohort: Call, line_of: Call
) -> None:
    cohort("""
        order: [welcome, cases, see-needs, write-request, closing]
        change:
          see-needs:
            minutes: {standard: 11}
          cases:
            minutes: {standard: 15}
          mentoring-improved:
            text: Ours.
    """)
    data, made = told()
    assert made["agenda",].startswith(f"{SMALL}:")
    assert made["agenda",].endswith(f"; its order: {GROUP}:{line_of('order:', GROUP)}")
    number = number_of(data, "agenda", "see-needs")
    assert data["agenda"][number]["minutes"] == 11
    assert made["agenda", number, "minutes"] == f"{GROUP}:{line_of('standard: 11', GROUP)}"
    item = ("evaluation", "items", 0)
    assert made[item].startswith("workshops/shared/items.yaml:")
    assert made[*item, "text"] == f"{GROUP}:{line_of('text: Ours.', GROUP)}"


def test_an_order_of_sheets_cases_and_questions(told: Call, cohort: Call, line_of: Call) -> None:
    cohort("""
        order: [agreement, request, needs, network, next-steps, two-advisors, late-feedback,
          writes-request, knows-gap]
    """)
    _, made = told()
    order = f"its order: {GROUP}:{line_of('order:', GROUP)}"
    assert made["worksheets",].startswith(f"{SMALL}:")
    for at in (("worksheets",), ("scenarios",), ("evaluation", "items")):
        assert made[at].endswith(order)
    assert ("agenda",) not in made or "order" not in made["agenda",]


def test_what_nobody_wrote_says_so(told: Call, cohort: Call, edit: Call) -> None:
    edit("language: en-US\n", "")
    cohort()
    _, made = told()
    assert made["language",] == "not written: the usual"
