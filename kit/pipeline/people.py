"""Personal packets: each person's worksheets with their name, table and cases; one PDF for all."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from kit.editions.registry import EDITIONS, SEATING_LIST
from kit.editions.setting import Personal, Seats
from kit.errors import KitError, Place, Problem
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.packet_names import EVERYONE, SEATING, file_names
from kit.pipeline.printed_names import printed_names
from kit.pipeline.records.kept_places import PEOPLE, keep_place
from kit.pipeline.seating_plan import plan_seats, roster_of
from kit.pipeline.unchanged import shown_path
from kit.press.coverage import coverage
from kit.press.engine import Press
from kit.press.packets.packet_press import PacketPress
from kit.press.packets.print_master import print_master
from kit.press.packets.slots import PacketBody, PersonValues
from kit.press.packets.verification import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from kit.library import Library
    from kit.pipeline.documents import Ready
    from kit.pipeline.printed_names import PrintedNames
    from kit.pipeline.report import Progress
    from kit.pipeline.seating_plan import SeatingPlan
    from kit.press.packets.packet_file import PacketFile
    from kit.press.packets.verification import Verification
    from kit.reading.cohort import LoadedCohort
    from kit.rendering.render import Renderer

FOLDER: Final = PEOPLE
_SPARE_PERCENT: Final = 10


@dataclass(slots=True)
class PeopleReport:
    """What was made for the people of one session."""

    session: str
    folder: Path
    people: int = 0
    tables: int = 0
    spares: int = 0
    pages: int = 0
    direct: int = 0
    verified: Verification | None = None
    problems: list[Problem] = field(default_factory=list)


def make_people(
    ready: Ready,
    cohort: LoadedCohort,
    folder: Path,
    library: Library,
    renderer: Renderer,
    *,
    progress: Progress,
    verified: int = 0,
) -> PeopleReport:
    """Make a session's personal packets in `folder`, single files and one for the copier.

    With `verified`, so many of them are compared with direct prints, pixel by pixel.

    Raises:
        KitError: there is no roster, it has errors, or the packets cannot be made or written.
        KeyboardInterrupt: it was stopped; the files that are there are whole.
    """
    roster, problems = roster_of(cohort, library)
    # What is doubtful in the roster is told with the cohort.
    report = PeopleReport(ready.name, folder)
    if roster is None:
        raise KitError(problems or [_no_roster(cohort)])
    plan = plan_seats(ready.name, ready.tailored, cohort, roster, library, printed=folder)
    report.problems += plan.problems
    engine = Press(library.roots)
    found = coverage(engine, (person.name for person in roster.people), ready.base)
    names = printed_names(roster.people, found, cohort.place("roster"))
    report.problems += names.problems
    keep_place(library, folder.parents[2])
    people = _people(ready, plan, names, renderer)
    spares = _spares(ready, renderer, len(people))
    press = PacketPress(engine, names.told)
    kept: list[PacketFile] = []
    progress.expect(len(people) + len(spares))
    try:
        _clear(folder, {f"{each.key}.pdf" for each in people})
        report.problems += _seating_list(ready, plan, names, renderer, engine, folder / SEATING)
        for packet in press.packets([*people, *spares]):
            kept.append(packet)
            if len(kept) <= len(people):
                write_whole(folder / f"{packet.key}.pdf", packet.pdf, durable=False)
            progress.kept(packet.key)
        with (folder / f".{EVERYONE}.kit-part").open("wb") as out:
            master = print_master(kept, out, ready.tailored.workshop.title)
        (folder / f".{EVERYONE}.kit-part").replace(folder / EVERYONE)
    except OSError as error:
        raise KitError([storage_problem(error, str(folder))]) from error
    finally:
        progress.end()
    if verified:
        report.verified = verify(engine, people, kept[: len(people)], verified)
    report.people, report.tables = len(people), len(plan.tables)
    report.spares, report.pages = len(spares), master.pages
    report.direct = sum(packet.direct for packet in kept[: len(people)])
    report.problems += _placed(press.problems, folder)
    return report


def _seating_list(  # noqa: PLR0917 - each of them once
    ready: Ready,
    plan: SeatingPlan,
    names: PrintedNames,
    renderer: Renderer,
    engine: Press,
    path: Path,
) -> tuple[Problem, ...]:
    seating = tuple(
        Seats(
            table.name,
            tuple(names.texts[person.name] for person in table.people),
            plan.cases.get(table.name, ()),
            lines=tuple(person.row for person in table.people),
        )
        for table in plan.tables
    )
    setting = replace(ready.setting, seating=seating)
    view = SEATING_LIST.view(ready.tailored, setting)
    rendered = renderer.render(SEATING_LIST, view, setting.paper)
    printed = engine.print(rendered.print_html, rendered.stylesheet, ready.base, names.told)
    write_whole(path, printed.pdf)
    return _placed(printed.problems, path)


def _placed(problems: Iterable[Problem], path: Path) -> tuple[Problem, ...]:
    """Say in what was printed a problem showed: a file, or the folder of packets of one body."""
    return tuple(
        problem if problem.where else replace(problem, where=Place(shown_path(path)))
        for problem in problems
    )


def _people(
    ready: Ready, plan: SeatingPlan, names: PrintedNames, renderer: Renderer
) -> list[PersonValues]:
    # Tables with the same cases share a body: laying one out is what takes time.
    dealt = {table.name: tuple(sorted(plan.cases.get(table.name, ()))) for table in plan.tables}
    bodies = {
        cases: _body(ready, renderer, Personal(cases)) for cases in dict.fromkeys(dealt.values())
    }
    seated = [(table.name, person.name) for table in plan.tables for person in table.people]
    return [
        PersonValues(key, bodies[dealt[table]], {"name": names.texts[person], "table": table})
        for key, (table, person) in zip(file_names(seated), seated, strict=True)
    ]


def _spares(ready: Ready, renderer: Renderer, people: int) -> list[PersonValues]:
    """Give nameless packets, a tenth more, for those who come without being on the roster."""
    body = _body(ready, renderer, None)
    nobody: Mapping[str, str] = {}
    count = -(-people * _SPARE_PERCENT // 100)
    return [PersonValues(f"spare-{number}", body, nobody) for number in range(1, count + 1)]


def _body(ready: Ready, renderer: Renderer, personal: Personal | None) -> PacketBody:
    edition = EDITIONS["worksheets"]
    setting = replace(ready.setting, personal=personal)
    view = edition.view(ready.tailored, setting)
    rendered = renderer.render(edition, view, setting.paper)
    return PacketBody(rendered.print_html, rendered.stylesheet, ready.base)


def _clear(folder: Path, names: set[str]) -> None:
    """Take away the packets of people who are no longer there: only what was made here."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in _made_before(folder):
        if path.name not in names:
            path.unlink()


def _made_before(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.glob("table-*.pdf") if path.is_file())


def _no_roster(cohort: LoadedCohort) -> Problem:
    return Problem(
        "no-roster",
        f"The cohort `{cohort.name}` names no roster, so there is nobody to make packets for.",
        cohort.place(),
        "Write `roster: rosters/names.csv` with the file of your participants.",
    )
