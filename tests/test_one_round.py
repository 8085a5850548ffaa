"""Many mistakes in one file take one round: what is mended brings out nothing that stood there.

Each of the mistakes is told beside all others as it is told alone, at its place; nothing is told
that comes only from another mistake; and whichever is mended, nothing new is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from kit.checking import check
from kit.checking.beside import beside
from kit.library import find_library
from kit.pipeline.sessions import cohort_problems
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from kit.errors import Problem

    Look = Callable[[str], Sequence[Problem]]


class Mistake(NamedTuple):
    """One passage of a file that is right, what stands there by mistake, and what is told then."""

    right: str
    wrong: str
    code: str
    too: str = ""


GROUP = """\
kit: 1
title: Residents, spring
institution: General Hospital
audience: intern
roster: people.csv
tables:
  size: 4
  apart:
    - {one: Ana Diaz, other: Bo Li}
paper: a4
start: "08:00"
time_zone: Europe/London
terms:
  program_lead: director
contacts:
  - {id: ombuds, role: Ombuds, for: conflicts, phone: 555-0142, confidential: true}
escalation:
  - {to: ombuds, do: Call together.}
certificate:
  signatures:
    - {name: A. Example, role: Instructor}
series:
  title: Mentoring
sessions:
  - id: one
    workshop: small
    date: 2027-03-04
    place: Room 3
  - id: two
    workshop: small
    date: 2027-04-01
    length: short
  - id: three
    workshop: small
workshops:
  small:
    leave_out: [improve]
    change:
      welcome:
        title: Good morning
        participants: |
          What you will take home.
        instructor:
          purpose: |
            Everyone hears that asking is a skill.
          watch_out: [Long stories.]
      request-need:
        text: With which need will you begin?
      two-advisors:
        versions:
          intern: |
            Your {{ mentor }} says one thing, the {{ program_lead }} says another.
    add:
      - after: request-words
        block:
          id: our-people
          kind: text
          text: |
            Your {{ mentor }} is assigned.
      - after: needs
        worksheet:
          id: my-week
          title: My week
          purpose: To see where the time goes.
          moment: take-home
          blocks:
            - {id: week, kind: prompt, text: What took most of it?, lines: 3}
"""

IN_A_COHORT = [
    Mistake("date: 2027-03-04", "date: 2027-02-30", "no-such-day"),
    Mistake("  program_lead: director", "  programme_lead: director", "unknown-term"),
    Mistake("What you will take", "What {{ yu }} will take", "unknown-term"),
    Mistake("after: needs", "after: nowhere", "unknown-id"),
    Mistake("    place: Room 3", "    plase: Room 3", "unknown-key"),
    Mistake("          purpose: |", "          purpos: |", "unknown-key"),
    Mistake("moment: take-home", "momnt: take-home", "unknown-key"),
    Mistake("length: short", "length: short\n    minutes: 30", "length-and-minutes"),
    Mistake("[improve]\n", "[improve]\n    order: [closing, welcome]\n", "order"),
    Mistake("[Long stories.]", "[Long.]\n        uses: [not-a-sheet]", "unknown-material"),
    Mistake("[improve", "[improve, nothing-such", "changes-nothing"),
    Mistake("With which need", "With which {{ need", "broken-term"),
    Mistake("other: Bo Li", "other: Bo Lee", "unknown-person"),
    Mistake("  size: 4", "  size: 12", "number-range"),
    Mistake("paper: a4", "paper: a5", "unknown-choice"),
    Mistake('"08:00"', '"25:00"', "start-time"),
    Mistake("Europe/London", "Europe/Londn", "unknown-time-zone"),
    Mistake("{to: ombuds", "{to: ombds", "unknown-contact"),
    Mistake("confidential: true", "confidential: perhaps", "true-or-false"),
    Mistake("role: Instructor", "rol: Instructor", "unknown-key"),
    Mistake("  title: Mentoring", "  titel: Mentoring", "unknown-key"),
    Mistake("kind: text", "kind: texxt", "unknown-choice"),
    Mistake("where the time", "where [@nobody1999] the time", "unknown-citation"),
    Mistake("three\n    workshop: small", "three\n    workshop: smal", "unknown-workshop"),
    Mistake("          intern: |", "          interns: |", "unknown-audience"),
    Mistake("Good morning\n", "Good morning\n        minutes: soon\n", "number-needed"),
    Mistake("request-need:", "request-ned:", "changes-nothing"),
    Mistake("audience: intern", "audience: interne", "unknown-audience"),
    Mistake("{{ mentor }} is assigned", "{{ mentr }} is assigned", "unknown-term"),
]

IN_A_WORKSHOP = [
    Mistake("    title: Welcome\n    min", "    min", "missing"),
    Mistake("    objectives: [respond]\n", "    objectivs: [respond]\n", "unknown-key"),
    Mistake("kind: checklist", "kind: cheklist", "unknown-choice"),
    Mistake("glossary:\n", "glosary:\n", "unknown-key"),
    Mistake("bloom: create", "bloom: creating", "unknown-choice"),
    Mistake("      kind: commitment\n", "      kind: comitment\n", "unknown-choice"),
    Mistake("largest: 32", "largest: many", "number-needed"),
    Mistake("- id: next-steps", "- id: Next Steps", "id"),
    Mistake("take_away: |", "take_awy: |", "unknown-key"),
    Mistake("  - id: ask\n    text: Write", "  - idd: ask\n    text: Write", "unknown-key"),
    Mistake("- {share: 1, do: Everyone", "- {shar: 1, do: Everyone", "unknown-key"),
    Mistake("- Who has asked", "- Who #1 has asked", "lost-text"),
    Mistake("[tables, plenary]", "[tabels, plenary]", "unknown-choice"),
    Mistake("        scale: ability", "        scale: abilty", "unknown-scale"),
    Mistake("references: [", "references: [sambunjak2007, ", "unknown-reference"),
    Mistake("improved, recommend]", "improved, recomend, recommend]", "unknown-item"),
    Mistake("  use: [late-feedback]", "  use: [late-feedback, lat-fedback]", "unknown-scenario"),
    Mistake("[agreement]", "[agreement, agreemnt]", "unknown-worksheet"),
    Mistake("[two-sides, one-word]", "[two-sides, one-word, one-wrd]", "unknown-vocabulary"),
    Mistake("Name the needs that", "Name the {{ needz }} that", "unknown-term"),
    Mistake("Everyone leaves with", "Everyone {{ leavs }} with", "unknown-term"),
    Mistake("uses: [request]", "uses: [request, reqest]", "unknown-material"),
    Mistake("      objective: map", "      objective: mapp", "unknown-objective", "not-measured"),
    Mistake("lengths: [standard]}\n", "lengths: [standrd]}\n", "unknown-length"),
    Mistake("{standard: 14, short: 10}", "{standard: 15, short: 10}", "minutes-add-up"),
    Mistake("things [@chopra2018]", "things [@chopra2019]", "unknown-citation"),
    Mistake("  after: see-needs", "  after: see-nedes", "unknown-activity"),
    Mistake("        faculty: |", "        facluty: |", "unknown-audience", "no-wording"),
    Mistake("minimum: 3\n", "minimum: 30\n", "under-minimum"),
    Mistake("number: 1, of: 4", "number: 5, of: 4", "series-number"),
    Mistake("cards: [network-roles", "cards: [network-rols", "unknown-block"),
    Mistake("  minutes: 3\n", "  minutes: 3\n  most_answers: 3\n", "too-many-answers"),
    Mistake("    private: true\n", "", "map-not-private"),
    Mistake("Thanks to the residents", "Thanks to http://example.org and", "bare-address"),
]


def with_all(text: str, mistakes: Iterable[Mistake]) -> str:
    for each in mistakes:
        assert text.count(each.right) == 1, f"{each.right!r} stands {text.count(each.right)} times"
        text = text.replace(each.right, each.wrong)
    return text


def told(problems: Iterable[Problem]) -> set[tuple[str, str, int]]:
    """Give what was told: the code, the line itself, and the column; numbers of lines may move."""
    return {(each.code, each.where.source, each.where.column) for each in problems if each.where}


@pytest.fixture
def look_at_cohort(project: Path) -> Look:
    """Hold a cohort's file of some text against the rules."""
    path = project / "workshops" / "cohorts" / "group.yaml"
    path.parent.mkdir()
    names = ("Ana Diaz", "Bo Li", "Cy Roe", "Di Fox", "Ed Moe", "Flo Kay", "Gus Poe", "Hal Roy")
    (path.parent / "people.csv").write_text("\n".join(("Name", *names, "")), encoding="utf-8")
    library = find_library(project)

    def look(text: str) -> Sequence[Problem]:
        path.write_text(text, encoding="utf-8")
        return cohort_problems("group", library)

    return look


@pytest.fixture
def look_at_workshop(project: Path) -> Look:
    """Hold a workshop's file of some text against the rules, as `kit check` does."""
    library = find_library(project)

    def look(text: str) -> Sequence[Problem]:
        (project / "workshops" / "small.yaml").write_text(text, encoding="utf-8")
        loaded, problems = load_workshops(library, ["small"])
        found = [each for workshop in loaded for each in check(workshop)]
        return (*problems, *found, *beside(library, [] if loaded else ["small"]))

    return look


@pytest.fixture
def small(project: Path) -> str:
    """The text of the example's workshop."""
    return (project / "workshops" / "small.yaml").read_text(encoding="utf-8")


def one_round(text: str, mistakes: Sequence[Mistake], look: Look) -> None:
    assert not look(text), "the file without mistakes has some"
    wrong = with_all(text, mistakes)
    every = look(wrong)
    assert all(each.hint for each in every)
    at_once = told(every)
    wanted = [each.code for each in mistakes] + [each.too for each in mistakes if each.too]
    for code in wanted:
        many = wanted.count(code)
        assert sum(code == each[0] for each in at_once) >= many, f"not {many} times: {code}"
    extra = {each for each in at_once if each[0] not in wanted}
    assert not extra, f"comes from other mistakes: {extra}"
    for mended in mistakes:
        left = told(look(with_all(text, [each for each in mistakes if each != mended])))
        lines = {*wrong.splitlines()}
        # A line in which something was mended reads otherwise; the other lines tell the same.
        new = {each for each in left - at_once if each[1] in lines}
        assert not new, f"new when {mended} is mended: {new}"
        assert len(left) <= len(at_once)


@pytest.mark.slow
def test_a_cohort(look_at_cohort: Look) -> None:
    one_round(GROUP, IN_A_COHORT, look_at_cohort)


def test_a_workshop(look_at_workshop: Look, small: str) -> None:
    one_round(small, IN_A_WORKSHOP, look_at_workshop)


@pytest.mark.parametrize(
    ("broken", "waits"),
    [
        # How long an activity takes is not known: whether all add up is not, either.
        (
            Mistake("{standard: 6, short: 8}", "soon", "number-needed"),
            Mistake("{standard: 14, short: 10}", "{standard: 15, short: 10}", "minutes-add-up"),
        ),
        # The sheet may be the one whose id cannot be read.
        (
            Mistake("- id: next-steps", "- id: Next Steps", "id"),
            Mistake("uses: [request]", "uses: [request, next-steps-2]", "unknown-material"),
        ),
        # An item that is not there may be the headline.
        (
            Mistake("improved, recommend]", "imprved, recommend]", "unknown-item"),
            Mistake("  recommend", "  recommend", "no-headline"),
        ),
    ],
)
def test_what_depends_on_something_broken_waits(
    look_at_workshop: Look, small: str, broken: Mistake, waits: Mistake
) -> None:
    text = small.replace(broken.right, broken.wrong)
    text = text.replace(waits.right, waits.wrong)
    codes = {each.code for each in look_at_workshop(text)}
    assert broken.code in codes
    assert waits.code not in codes


def test_beside_a_shared_file_with_a_mistake(
    look_at_workshop: Look, small: str, project: Path
) -> None:
    path = project / "workshops" / "shared" / "scenarios.yaml"
    path.write_text(path.read_text("utf-8").replace("    title:", "    titel:", 1), "utf-8")
    found = look_at_workshop(small.replace("Name the needs that", "Name the {{ needz }} that"))
    assert {each.code for each in found} == {"unknown-key", "unknown-term"}


def test_a_cohort_beside_a_roster_with_a_mistake(look_at_cohort: Look, project: Path) -> None:
    roster = project / "workshops" / "cohorts" / "people.csv"
    roster.write_text("Name,Emial\nAna Diaz,a@example.org\nBo Li,b@example.org\n,x\n", "utf-8")
    found = look_at_cohort(with_all(GROUP, IN_A_COHORT))
    assert any(each.where and each.where.file.endswith("people.csv") for each in found)
    assert {each.code for each in found} >= {each.code for each in IN_A_COHORT}


def test_a_cohort_beside_a_workshop_with_mistakes(
    look_at_cohort: Look, small: str, project: Path
) -> None:
    workshop = project / "workshops" / "small.yaml"
    workshop.write_text(small.replace("take_away: |", "take_awy: |"), encoding="utf-8")
    mended = "What you will take home."
    text = GROUP.replace(mended, "What {{ yu }} will take.").replace(
        "request-need:", "request-ned:"
    )
    found = [each for each in look_at_cohort(text) if each.where]
    here = {each.code for each in found if each.where and each.where.file.endswith("group.yaml")}
    assert here == {"unknown-term", "changes-nothing"}
    assert not [each for each in look_at_cohort(GROUP) if "group.yaml" in str(each.where)]


def test_a_mistake_of_the_workshop_keeps_its_place(
    look_at_cohort: Look, edit: Callable[..., Path]
) -> None:
    edit("minimum: 3\n", "minimum: 30\n")
    found = look_at_cohort(GROUP.replace("What you will take home.", "What {{ yu }} will take."))
    places = {(each.code, each.where.file[-10:]) for each in found if each.where}
    assert places == {("under-minimum", "small.yaml"), ("unknown-term", "group.yaml")}


def test_a_language_that_is_not_there_hides_nothing(look_at_cohort: Look) -> None:
    text = with_all(GROUP, [each for each in IN_A_COHORT if each.code == "unknown-term"])
    text = text.replace("request-need:", "request-ned:")
    found = {each.code for each in look_at_cohort(text.replace("paper: a4", "language: fr"))}
    assert found == {"not-translated", "unknown-term", "changes-nothing"}
