"""The files that workshops share: each read once, the bundled ones only where need be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from kit.definitions.shared import (
    SharedCodes,
    SharedDocuments,
    SharedFollowUps,
    SharedItems,
    SharedReferences,
    SharedScales,
    SharedScenarios,
    SharedVocabularies,
    SharedWorksheets,
)
from kit.errors import KitError, Problem
from kit.reading.sound_part import sound_part
from kit.reading.validation import validate
from kit.reading.yaml_source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kit.definitions.base import Definition
    from kit.definitions.code import Code
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

ITEMS = "shared/items.yaml"
SCALES = "shared/scales.yaml"
REFERENCES = "shared/references.yaml"
WORKSHEETS = "shared/worksheets.yaml"
FOLLOW_UPS = "shared/follow-up.yaml"
CODES = "shared/codes.yaml"
DOCUMENTS = "shared/documents.yaml"
ROLES = "shared/roles.yaml"


Change: TypeAlias = Callable[[Source], Source]


def unchanged(source: Source) -> Source:
    """Take a file as it is."""
    return source


@dataclass(frozen=True)
class Origin:
    """Where a thing is defined."""

    source: Source
    location: Location


class Shared(Generic[Thing]):
    """The things of one kind of shared file, by id.

    `name` is the file's, beside the workshops. The project's file counts before the bundled one,
    which is read when an id is not in the project's. `problems` are those of the files themselves.
    """

    def __init__(
        self,
        name: str,
        model: type[Definition],
        key: str,
        files: tuple[tuple[Path, str], ...],
        change: Change,
    ) -> None:
        self.name = name
        self.things: dict[str, Thing] = {}
        self.origins: dict[str, Origin] = {}
        self.sources: list[Source] = []
        self.problems: list[Problem] = []
        self.exists = bool(files)
        self._model = model
        self._key = key
        self._unread = list(files)
        self._change = change
        self._read_next()

    @property
    def is_broken(self) -> bool:
        """Whether a file has problems, so that nothing can be said to be missing from it."""
        return bool(self.problems)

    def find(self, thing_id: str) -> Thing | None:
        """Look a thing up, in the bundled file too where the project's does not have it."""
        while thing_id not in self.things and self._unread and not self.is_broken:
            self._read_next()
        return self.things.get(thing_id)

    def _read_next(self) -> None:
        if not self._unread:
            return
        path, shown = self._unread.pop(0)
        try:
            source = self._change(read_source(path, shown))
        except KitError as error:
            self.problems += error.problems
            return
        self.sources.append(source)
        definition, problems = validate(source, self._model)
        self.problems += problems
        if definition is None and (part := sound_part(source, self._model)):
            # What can be read of it is held against the rules beside what cannot.
            definition = part.made
        here: dict[str, Origin] = {}
        things: tuple[Any, ...] = getattr(definition, self._key, ())
        for index, thing in enumerate(things):
            origin = Origin(source, (self._key, index))
            if first := here.get(thing.id):
                self.problems.append(_twice(thing.id, origin, first))
                continue
            here[thing.id] = origin
            if thing.id not in self.things:
                self.things[thing.id], self.origins[thing.id] = thing, origin


class SharedFiles:
    """The shared files of a library, each read when it is first needed.

    `change` is what a cohort makes of each file as it is read. `roles` is the list of roles that is
    chosen, be it that a workshop does not name it.
    """

    def __init__(
        self, library: Library, change: Change = unchanged, roles: str | None = None
    ) -> None:
        self._library = library
        self.change = change
        self.roles = roles
        self._read: dict[tuple[str, str], Shared[Any]] = {}

    @property
    def problems(self) -> list[Problem]:
        """What is wrong in those that were read."""
        return [problem for shared in self._read.values() for problem in shared.problems]

    def read(self) -> Iterator[tuple[str, Iterable[Any]]]:
        """Give the things of all that were read, by the key that they stand under."""
        for (_, key), shared in self._read.items():
            yield key, shared.things.values()

    def items(self) -> Shared[Item]:
        """Give the evaluation items."""
        return self._shared(ITEMS, SharedItems, "items")

    def scales(self) -> Shared[Scale]:
        """Give the answer scales."""
        return self._shared(SCALES, SharedScales, "scales")

    def references(self) -> Shared[Reference]:
        """Give the works that may be cited."""
        return self._shared(REFERENCES, SharedReferences, "references")

    def worksheets(self) -> Shared[Worksheet]:
        """Give the worksheets."""
        return self._shared(WORKSHEETS, SharedWorksheets, "worksheets")

    def documents(self) -> Shared[Document]:
        """Give the sheets that are documents of their own."""
        return self._shared(DOCUMENTS, SharedDocuments, "documents")

    def follow_ups(self) -> Shared[SharedFollowUp]:
        """Give the forms that are sent months later."""
        return self._shared(FOLLOW_UPS, SharedFollowUps, "follow_ups")

    def codes(self) -> Shared[Code]:
        """Give the codes that comments are grouped by: the project's, or else the bundled ones."""
        return self._shared(CODES, SharedCodes, "codes")

    def vocabularies(self, name: str) -> Shared[Vocabulary]:
        """Give the role vocabularies of one file.

        Raises:
            KitError: the name leads out of the project.
        """
        return self._shared(name, SharedVocabularies, "vocabularies")

    def scenarios(self, name: str) -> Shared[Scenario]:
        """Give the scenarios of one file.

        Raises:
            KitError: the name leads out of the project.
        """
        return self._shared(name, SharedScenarios, "scenarios")

    def _shared(self, name: str, model: type[Definition], key: str) -> Shared[Any]:
        if (name, key) not in self._read:
            paths = self._library.shared_files(name)
            files = tuple((path, self._library.shown(path)) for path in paths)
            self._read[name, key] = Shared(name, model, key, files, self.change)
        return self._read[name, key]


def _twice(thing_id: str, origin: Origin, first: Origin) -> Problem:
    line = first.source.place((*first.location, "id")).line
    return Problem(
        "duplicate-id",
        f"The id `{thing_id}` stands here a second time: the first is in line {line}.",
        origin.source.place((*origin.location, "id")),
        "Give one of the two another id.",
    )
