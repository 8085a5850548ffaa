"""One vocabulary of roles at a time, and each of them complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.words import listed
from kit.errors import Problem, Severity
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.vocabulary import Vocabulary
    from kit.reading.workshop import LoadedWorkshop


def roles(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """What takes roles has a vocabulary; its lines name its roles; all fill the same terms."""
    yield from _without_vocabulary(loaded)
    for vocabulary in loaded.vocabularies.values():
        yield from _lines(loaded, vocabulary)
    yield from _terms(loaded)


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
                f"The vocabulary `{vocabulary.id}` has no `lines`, and the block `{matching.id}` "
                "takes them from it.",
                loaded.place_of("vocabulary", vocabulary.id),
                "Write some things that people do, each with its role, or the lines in the block.",
            )


def _lines(loaded: LoadedWorkshop, vocabulary: Vocabulary) -> Iterator[Problem]:
    known = [role.id for role in vocabulary.roles]
    for at, line in enumerate(vocabulary.lines):
        for part in ("role", "also"):
            name = getattr(line, part)
            if name is not None and name not in known:
                yield Problem(
                    "unknown-role",
                    f"The vocabulary `{vocabulary.id}` has no role `{name}`.",
                    loaded.place_of("vocabulary", vocabulary.id, "lines", at, part),
                    did_you_mean(name, known),
                )
    for at, name in enumerate(known):
        if name in known[:at]:
            yield Problem(
                "duplicate-id",
                f"The vocabulary `{vocabulary.id}` has two roles `{name}`.",
                loaded.place_of("vocabulary", vocabulary.id, "roles", at, "id"),
                "Give one of them another id.",
            )


def _terms(loaded: LoadedWorkshop) -> Iterator[Problem]:
    several = loaded.vocabularies
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
        missing = [each.id for each in several.values() if name not in each.all_terms]
        if missing:
            yield Problem(
                "term-of-some-roles",
                f"The term `{name}` has words in some role vocabularies, but not in "
                f"{listed(missing)}.",
                loaded.place_of("vocabulary", missing[0], "terms"),
                f"Write `{name}:` with its words under its `terms`.",
            )
