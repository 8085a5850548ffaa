"""Workshops with all that they take from shared files."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from kit.definitions.document import DOCUMENTS, terms_of
from kit.definitions.scenario import ScenarioChoice
from kit.definitions.vocabulary import VocabularyChoice
from kit.definitions.workshop import Workshop
from kit.errors import KitError, Place, Problem, in_reading_order
from kit.reading.contents import (
    core_items,
    own_items,
    own_scenarios,
    own_worksheets,
    scales_named,
)
from kit.reading.naming import Kind, Naming, scales_of_shared
from kit.reading.role_words import with_words
from kit.reading.role_works import with_works
from kit.reading.shared import Origin, Shared, SharedFiles
from kit.reading.validation import validate
from kit.reading.yaml_source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kit.definitions.document import Document
    from kit.definitions.evaluation import SharedFollowUp
    from kit.definitions.item import Item
    from kit.definitions.reference import Reference
    from kit.definitions.scale import Scale
    from kit.definitions.scenario import Scenario
    from kit.definitions.vocabulary import Vocabulary
    from kit.definitions.worksheet import Worksheet
    from kit.library import Library
    from kit.reading.path import Location

Thing = TypeVar("Thing")
_Read: TypeAlias = "list[tuple[Kind, Shared[Any]]]"
"""The shared files that a workshop takes something from, as they are found."""


@dataclass(frozen=True, eq=False)
class LoadedWorkshop:
    """A workshop and what it takes from elsewhere, each by id; equal to itself alone.

    `scenarios` are the chosen shared ones in the order of their use, then its own; `items` the
    shared ones that it names, then its own; `worksheets` its own, then the shared ones that it
    names; `documents` those that every workshop can hand out; `vocabularies` those that it names,
    with the one that is chosen, `lists` the ids of all that there are to choose from; `scales` and
    `references` all that were read. A follow-up form that builds on a shared one is whole in
    `workshop`.
    """

    name: str
    workshop: Workshop
    scenarios: Mapping[str, Scenario]
    items: Mapping[str, Item]
    worksheets: Mapping[str, Worksheet]
    vocabularies: Mapping[str, Vocabulary]
    scales: Mapping[str, Scale]
    references: Mapping[str, Reference]
    source: Source = field(repr=False)
    sources: tuple[Source, ...] = field(repr=False)
    origins: Mapping[tuple[Kind, str], Origin] = field(repr=False, default_factory=dict)
    shared_follow_up: SharedFollowUp | None = None
    documents: Mapping[str, Document] = field(default_factory=dict)
    lists: tuple[str, ...] = ()

    @property
    def all_terms(self) -> Mapping[str, str | None]:
        """The words of the documents of its own, where the workshop has none, and its own."""
        return {**terms_of(self.documents.values()), **self.workshop.terms}

    def place(self, *location: str | int) -> Place:
        """Say where something stands in the workshop's own file."""
        return self.source.place(location)

    def place_of(self, kind: Kind, thing_id: str, *rest: str | int) -> Place:
        """Say where a scenario, item, scale or work stands, wherever it is defined."""
        origin = self.origins.get((kind, thing_id), Origin(self.source, ()))
        return origin.source.place((*origin.location, *rest))


def load_workshops(
    library: Library, names: Iterable[str], roles: str | None = None
) -> tuple[tuple[LoadedWorkshop, ...], tuple[Problem, ...]]:
    """Read workshops and the files that they share; `roles` is a list of roles to choose besides.

    Returns:
        Those that have no problem, and every problem of every file: one that is broken does not
        hide the others.
    """
    files = SharedFiles(library, roles=roles)
    loaded: list[LoadedWorkshop] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        made, found = load_with(library, name, files)
        problems += found
        if made is not None:
            loaded.append(made)
    return tuple(loaded), in_reading_order([*problems, *files.problems])


def load_with(
    library: Library, name: str, files: SharedFiles
) -> tuple[LoadedWorkshop | None, tuple[Problem, ...]]:
    """Read one workshop with shared files that may have been read already.

    Returns:
        The workshop, or None, and the problems of its own file; those of the shared ones are in
        `files.problems`.
    """
    try:
        path = library.workshop_file(name)
        source = files.change(read_source(path, library.shown(path)))
    except KitError as error:
        return None, error.problems
    workshop, found = validate(source, Workshop)
    if workshop is None:
        # What is wrong in the shared files is told beside the workshop's own problems.
        _ = files.items(), files.scales(), files.references(), files.documents()
        _read_named(source, files)
        return None, found
    made, found, broken = with_shared(name, workshop, source, files)
    return (None if found or broken else made), found


def _read_named(source: Source, files: SharedFiles) -> None:
    """Read the shared files that a broken workshop seems to name, for their problems' sake."""
    data = source.data if isinstance(source.data, dict) else {}
    if data.get("shared_worksheets"):
        files.worksheets()
    if data.get("roles"):
        with suppress(KitError):
            files.vocabularies(VocabularyChoice.model_fields["source"].default)
    if "follow_up" in source.text:
        files.follow_ups()
    cases = data.get("scenarios")
    if isinstance(cases, dict):
        with suppress(KitError):
            files.scenarios(str(cases.get("from") or ScenarioChoice.model_fields["source"].default))


def with_shared(
    name: str, workshop: Workshop, source: Source, files: SharedFiles
) -> tuple[LoadedWorkshop, tuple[Problem, ...], frozenset[Kind]]:
    """Give a workshop with all that it takes from shared files.

    Returns:
        The workshop, without what it names and is not there; the names of such; and what is kept
        in files that have problems themselves.
    """
    naming = Naming(source)
    problems = naming.problems
    items, scales, references = files.items(), files.scales(), files.references()
    read: _Read = [("item", items), ("scale", scales), ("reference", references)]

    workshop, shared_follow_up = _with_follow_up(workshop, naming, files, read)
    named_items: dict[str, Item] = {}
    for location, ids in core_items(workshop):
        named_items |= naming.choose("item", items, location, ids)
    named: dict[Kind, dict[str, Any]] = {
        "item": named_items,
        "scenario": _cases(workshop, naming, files, read),
        "worksheet": _sheets(workshop, naming, files, read),
    }
    vocabularies, lists = _vocabularies(workshop, naming, files, read)
    workshop = with_works(workshop, vocabularies, references)
    documents = files.documents()
    read.append(("document", documents))
    naming.choose("reference", references, ("references",), workshop.references)
    naming.choose("reference", references, ("reading",), workshop.reading)
    for location, scale in scales_named(workshop):
        naming.look_up("scale", scales, location, scale)
    for kind, shared in read:
        problems += scales_of_shared(named.get(kind, {}), shared, scales)

    own: dict[Kind, dict[Location, Any]] = {
        "item": dict(own_items(workshop)),
        "scenario": dict(own_scenarios(workshop)),
        "worksheet": dict(own_worksheets(workshop)),
    }
    for kind, things in own.items():
        naming.refuse_own(kind, named[kind], {at: each.id for at, each in things.items()})

    here = {kind: {each.id: each for each in things.values()} for kind, things in own.items()}
    made = LoadedWorkshop(
        name=name,
        workshop=workshop,
        scenarios=named["scenario"] | here["scenario"],
        items=named["item"] | here["item"],
        worksheets=here["worksheet"] | named["worksheet"],
        vocabularies=vocabularies,
        lists=lists,
        documents={each: found for each in DOCUMENTS if (found := documents.find(each))},
        scales=dict(scales.things),
        references=dict(references.things),
        source=source,
        sources=(source, *(each for _, shared in read for each in shared.sources)),
        origins={
            (kind, each): origin for kind, shared in read for each, origin in shared.origins.items()
        }
        | {
            (kind, each.id): Origin(source, at)
            for kind, things in own.items()
            for at, each in things.items()
        },
        shared_follow_up=shared_follow_up,
    )
    return made, tuple(problems), frozenset(kind for kind, shared in read if shared.is_broken)


def _cases(
    workshop: Workshop, naming: Naming, files: SharedFiles, read: _Read
) -> dict[str, Scenario]:
    choice = workshop.scenarios
    if choice is None or not choice.use:
        return {}
    cases = _file(files.scenarios, choice.source, "scenarios", naming)
    if cases is None:
        return {}
    read.append(("scenario", cases))
    return naming.choose("scenario", cases, ("scenarios", "use"), choice.use)


def _sheets(
    workshop: Workshop, naming: Naming, files: SharedFiles, read: _Read
) -> dict[str, Worksheet]:
    if not workshop.shared_worksheets:
        return {}
    sheets = files.worksheets()
    read.append(("worksheet", sheets))
    return naming.choose("worksheet", sheets, ("shared_worksheets",), workshop.shared_worksheets)


def _vocabularies(
    workshop: Workshop, naming: Naming, files: SharedFiles, read: _Read
) -> tuple[dict[str, Vocabulary], tuple[str, ...]]:
    """Give the lists of roles that a workshop names, and the one chosen; and the ids of all."""
    choice = workshop.roles
    if choice is None:
        return {}, ()
    lists = _file(files.vocabularies, choice.source, "roles", naming)
    if lists is None:
        return {}, ()
    read.append(("vocabulary", lists))
    named = naming.choose("vocabulary", lists, ("roles", "use"), choice.use)
    if files.roles is not None and (other := lists.find(files.roles)):
        named.setdefault(files.roles, other)
    return {
        name: with_words(each, choice, workshop.terms, workshop.language)
        for name, each in named.items()
    }, tuple(lists.things)


def _with_follow_up(
    workshop: Workshop, naming: Naming, files: SharedFiles, read: _Read
) -> tuple[Workshop, SharedFollowUp | None]:
    """Build the form that is sent later on the shared one that it names."""
    follow_up = workshop.evaluation.follow_up
    if follow_up is None or follow_up.use is None:
        return workshop, None
    forms = files.follow_ups()
    read.append(("follow-up", forms))
    form = naming.look_up("follow-up", forms, ("evaluation", "follow_up", "use"), follow_up.use)
    if form is None:
        return workshop, None
    origin = forms.origins[form.id]
    theirs = Naming(origin.source)
    known = theirs.choose("item", files.items(), (*origin.location, "core"), form.core)
    naming.problems += theirs.problems
    whole = follow_up.upon(form.model_copy(update={"core": tuple(known)}))
    evaluation = workshop.evaluation.model_copy(update={"follow_up": whole})
    return workshop.model_copy(update={"evaluation": evaluation}), form


def _file(
    shared: Callable[[str], Shared[Thing]], name: str, part: str, naming: Naming
) -> Shared[Thing] | None:
    """Find a shared file that a workshop names under `from`; None, with a problem, if none."""
    where = naming.source.place((part, "from"))
    try:
        things = shared(name)
    except KitError as error:
        naming.problems += [
            Problem(each.code, each.message, where, each.hint) for each in error.problems
        ]
        return None
    if not things.exists:
        message = f"There is no file `{name}` beside the workshops."
        hint = f"A file of {part} is named from the folder of the workshops."
        naming.problems.append(Problem("no-such-file", message, where, hint))
        return None
    return things
