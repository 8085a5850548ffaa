"""One vocabulary of roles at a time, and each of them complete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kit.checking.texts import texts_of
from kit.checking.words import listed
from kit.errors import Problem, Severity
from kit.library import Library
from kit.reading.shared import ROLES, SharedFiles
from kit.suggestion import did_you_mean
from kit.tailoring.terms import term_marks

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.definitions.vocabulary import Vocabulary
    from kit.errors import Place
    from kit.reading.shared import Origin
    from kit.reading.workshop import LoadedWorkshop


def roles(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """What takes roles has a vocabulary; its lines name its roles; all fill the same terms."""
    yield from _without_vocabulary(loaded)
    for vocabulary in loaded.vocabularies.values():
        yield from _lines(vocabulary, partial(loaded.place_of, "vocabulary", vocabulary.id))
    yield from _terms(loaded)


def own_lists(library: Library) -> Iterator[Problem]:
    """Hold the project's own file of lists against the rules, be it that nothing takes one yet."""
    if library.project is None or library.project.resolve() == library.bundled.resolve():
        return
    own = Library(library.project, library.project)
    lists = SharedFiles(own).vocabularies(ROLES)
    yield from lists.problems
    for name, vocabulary in lists.things.items():
        origin = lists.origins[name]

        def place(*rest: str | int, origin: Origin = origin) -> Place:
            return origin.source.place((*origin.location, *rest))

        yield from _lines(vocabulary, place)


def _without_vocabulary(loaded: LoadedWorkshop) -> Iterator[Problem]:
    if loaded.vocabularies:
        yield from _without_lines(loaded)
        return
    for worksheet in loaded.worksheets.values():
        for at, block in enumerate(worksheet.blocks):
            if block.wants_roles:
                yield Problem(
                    "no-roles",
                    f"The block `{block.id}` has no roles, and the workshop names no vocabulary to "
                    "take them from.",
                    loaded.place_of("worksheet", worksheet.id, "blocks", at, "id"),
                    "Write the roles in the block, or `roles: {use: [kits-twelve]}` in the "
                    "workshop.",
                )


def _without_lines(loaded: LoadedWorkshop) -> Iterator[Problem]:
    blocks = [block for sheet in loaded.worksheets.values() for block in sheet.blocks]
    matching = next((each for each in blocks if each.wants_lines), None)
    for vocabulary in loaded.vocabularies.values():
        if matching is not None and not vocabulary.lines:
            yield Problem(
                "no-lines",
                f"The list of roles `{vocabulary.id}` has no `lines`, and the block "
                f"`{matching.id}` takes them from it.",
                loaded.place_of("vocabulary", vocabulary.id),
                "Write some things that people do, each with its role, below `lines:`, as in "
                f"`- {{text: He read your draft and marked one page., "
                f"role: {vocabulary.roles[0].id}}}`.",
            )


def _lines(vocabulary: Vocabulary, place: Callable[..., Place]) -> Iterator[Problem]:
    known = [role.id for role in vocabulary.roles]
    for at, line in enumerate(vocabulary.lines):
        for part in ("role", "also"):
            name = getattr(line, part)
            if name is not None and name not in known:
                yield Problem(
                    "unknown-role",
                    f"The list of roles `{vocabulary.id}` has no role `{name}`.",
                    place("lines", at, part),
                    did_you_mean(name, known),
                )
    for at, name in enumerate(known):
        if name in known[:at]:
            yield Problem(
                "duplicate-id",
                f"The list of roles `{vocabulary.id}` has two roles `{name}`.",
                place("roles", at, "id"),
                "Give one of them another id.",
            )


def _terms(loaded: LoadedWorkshop) -> Iterator[Problem]:
    several = loaded.vocabularies
    used = {name for text in texts_of(loaded) for _, name in term_marks(text.words)}
    for name in dict.fromkeys(name for each in several.values() for name in each.all_terms):
        for vocabulary in several.values():
            if name in loaded.workshop.terms and name in vocabulary.all_terms:
                yield Problem(
                    "term-twice",
                    f"The term `{name}` is the workshop’s own and the vocabulary’s, which counts.",
                    loaded.place_of("vocabulary", vocabulary.id, "terms", name),
                    "Take one of the two out.",
                    Severity.WARNING,
                )
    for vocabulary in several.values():
        others = (name for each in several.values() for name in each.all_terms if name in used)
        missing = [name for name in dict.fromkeys(others) if name not in vocabulary.all_terms]
        if missing:
            yield Problem(
                "term-of-some-roles",
                f"The list of roles `{vocabulary.id}` has no words for "
                f"{listed(missing)}, which other lists have.",
                loaded.place_of("vocabulary", vocabulary.id, "terms"),
                "Write them under its `terms`, or write words for any list once, under `terms` "
                f"below `roles` of the workshop `{loaded.name}`.",
            )
