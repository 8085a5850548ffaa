"""Workshops with all that they take from shared files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kit.definitions.workshop import Workshop
from kit.errors import KitError, Place, Problem, in_reading_order
from kit.reading.contents import core_items, own_items, own_scenarios, scales_named
from kit.reading.naming import Kind, Naming
from kit.reading.shared import Origin, Shared, SharedFiles
from kit.reading.validation import validate
from kit.reading.yaml_source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.definitions.item import Item
    from kit.definitions.reference import Reference
    from kit.definitions.scale import Scale
    from kit.definitions.scenario import Scenario
    from kit.library import Library


@dataclass(frozen=True)
class LoadedWorkshop:
    """A workshop and what it takes from elsewhere, each by id.

    `scenarios` are the chosen shared ones in the order of their use, then its own; `items` the
    shared ones that it names, then its own; `scales` and `references` all that were read.
    """

    name: str
    workshop: Workshop
    scenarios: Mapping[str, Scenario]
    items: Mapping[str, Item]
    scales: Mapping[str, Scale]
    references: Mapping[str, Reference]
    source: Source = field(repr=False)
    sources: tuple[Source, ...] = field(repr=False)
    origins: Mapping[tuple[Kind, str], Origin] = field(repr=False, default_factory=dict)

    def place(self, *location: str | int) -> Place:
        """Say where something stands in the workshop's own file."""
        return self.source.place(location)

    def place_of(self, kind: Kind, thing_id: str, *rest: str | int) -> Place:
        """Say where a scenario, item, scale or work stands, wherever it is defined."""
        origin = self.origins.get((kind, thing_id), Origin(self.source, ()))
        return origin.source.place((*origin.location, *rest))


def load_workshops(
    library: Library, names: Iterable[str]
) -> tuple[tuple[LoadedWorkshop, ...], tuple[Problem, ...]]:
    """Read workshops and the files that they share.

    Returns:
        Those that have no problem, and every problem of every file: one that is broken does not
        hide the others.
    """
    files = SharedFiles(library)
    loaded: list[LoadedWorkshop] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        try:
            path = library.workshop_file(name)
            source = read_source(path, library.shown(path))
        except KitError as error:
            problems += error.problems
            continue
        workshop, found = validate(source, Workshop)
        problems += found
        if workshop is None:
            # What is wrong in the shared files is told beside the workshop's own problems.
            _ = files.items(), files.scales(), files.references()
            continue
        made, found = _with_shared(name, workshop, source, files)
        problems += found
        if made is not None:
            loaded.append(made)
    return tuple(loaded), in_reading_order([*problems, *files.problems])


def _with_shared(
    name: str, workshop: Workshop, source: Source, files: SharedFiles
) -> tuple[LoadedWorkshop | None, tuple[Problem, ...]]:
    naming = Naming(source)
    problems: list[Problem] = []
    items, scales, references = files.items(), files.scales(), files.references()
    cases = _scenario_file(workshop, files, source, problems)

    named_items: dict[str, Item] = {}
    for location, ids in core_items(workshop):
        named_items |= naming.choose("item", items, location, ids)
    named_cases: dict[str, Scenario] = {}
    if cases and workshop.scenarios:
        named_cases = naming.choose("scenario", cases, ("scenarios", "use"), workshop.scenarios.use)
    naming.choose("reference", references, ("references",), workshop.references)
    naming.choose("reference", references, ("reading",), workshop.reading)
    for location, scale in scales_named(workshop):
        naming.look_up("scale", scales, location, scale)
    problems += naming.problems + _scales_of_shared(named_items, items, scales)

    items_here, cases_here = dict(own_items(workshop)), dict(own_scenarios(workshop))
    owning = Naming(source)
    owning.refuse_own("item", named_items, {at: each.id for at, each in items_here.items()})
    owning.refuse_own("scenario", named_cases, {at: each.id for at, each in cases_here.items()})
    problems += owning.problems

    shared: list[Shared[Any]] = [items, scales, references, *([cases] if cases else [])]
    if problems or any(each.is_broken for each in shared):
        return None, tuple(problems)
    own: dict[tuple[Kind, str], Origin] = {}
    own |= {("item", each.id): Origin(source, at) for at, each in items_here.items()}
    own |= {("scenario", each.id): Origin(source, at) for at, each in cases_here.items()}
    made = LoadedWorkshop(
        name=name,
        workshop=workshop,
        scenarios=named_cases | {each.id: each for each in cases_here.values()},
        items=named_items | {each.id: each for each in items_here.values()},
        scales=dict(scales.things),
        references=dict(references.things),
        source=source,
        sources=(source, *(read for each in shared for read in each.sources)),
        origins=_origins("item", items)
        | _origins("scale", scales)
        | _origins("reference", references)
        | (_origins("scenario", cases) if cases else {})
        | own,
    )
    return made, ()


def _scenario_file(
    workshop: Workshop, files: SharedFiles, source: Source, problems: list[Problem]
) -> Shared[Scenario] | None:
    choice = workshop.scenarios
    if choice is None or not choice.use:
        return None
    where = source.place(("scenarios", "from"))
    try:
        cases = files.scenarios(choice.source)
    except KitError as error:
        problems += [Problem(each.code, each.message, where, each.hint) for each in error.problems]
        return None
    if not cases.exists:
        message = f"There is no file `{choice.source}` beside the workshops."
        hint = "A file of scenarios is named from the folder of the workshops."
        problems.append(Problem("no-such-file", message, where, hint))
        return None
    return cases


def _scales_of_shared(
    named: Mapping[str, Item], items: Shared[Item], scales: Shared[Scale]
) -> list[Problem]:
    problems: list[Problem] = []
    for item_id, item in named.items():
        origin = items.origins[item_id]
        naming = Naming(origin.source)
        for location, scale in scales_named(item, origin.location):
            naming.look_up("scale", scales, location, scale)
        problems += naming.problems
    return problems


def _origins(kind: Kind, shared: Shared[Any]) -> dict[tuple[Kind, str], Origin]:
    return {(kind, each): origin for each, origin in shared.origins.items()}
