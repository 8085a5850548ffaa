"""What is chosen for a group, and what that comes to in a workshop."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem
from kit.suggestion import did_you_mean, nearest
from kit.tailoring.retiming.retime import nearest_length

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.definitions.stage import Stage
    from kit.definitions.vocabulary import Vocabulary
    from kit.reading.workshop import LoadedWorkshop


@dataclass(frozen=True)
class Choice:
    """What is chosen for a group: a length, an audience, a vocabulary of roles, words of its own.

    What is left out is the workshop's default. `minutes` stand in place of a length: the agenda of
    the nearest one is fitted to them, and the activities that are `held` keep theirs. `order` are
    ids of worksheets and questions in an order of the group's own; others in it mean nothing here.
    With `linking`, the forms ask for a code by which a person's answers to both are found. `stages`
    are those of a program, in place of the workshop's.
    """

    length: str | None = None
    minutes: int | None = None
    held: frozenset[str] = frozenset()
    audience: str | None = None
    roles: str | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    linking: bool = False
    order: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()


def wording_for(audiences: Mapping[str, tuple[str, ...]], audience: str) -> str | None:
    """Find the wording that an audience gets, by the wording's own name or by one listed for it."""
    if audience in audiences:
        return audience
    return next((wording for wording, names in audiences.items() if audience in names), None)


def chosen(loaded: LoadedWorkshop, choice: Choice) -> tuple[str, str, Vocabulary | None]:
    """Give the length, the wording and the vocabulary that a choice comes to.

    Raises:
        KitError: the workshop has no such length, audience, vocabulary or term.
    """
    workshop, problems = loaded.workshop, []
    length = choice.length or next(iter(workshop.lengths))
    if choice.minutes is not None:
        length = nearest_length(workshop.lengths, choice.minutes)
    if length not in workshop.lengths:
        problems.append(_unknown(loaded, "length", length, workshop.lengths))
    wanted = choice.audience or next(iter(workshop.audiences))
    audience = wording_for(workshop.audiences, wanted)
    if audience is None:
        listed = (name for entry in workshop.audiences.items() for name in (entry[0], *entry[1]))
        problems.append(_unknown(loaded, "audience", wanted, listed))
    roles = choice.roles or next(iter(loaded.vocabularies), None)
    if roles is not None and roles not in loaded.vocabularies:
        problems.append(_unknown_list(loaded, roles))
    problems += [
        _unknown(loaded, "term", name, loaded.all_terms)
        for name in choice.terms
        if name not in loaded.all_terms
    ]
    if problems or audience is None:
        raise KitError(problems)
    return length, audience, loaded.vocabularies[roles] if roles else None


def _unknown(loaded: LoadedWorkshop, what: str, name: str, known: Iterable[str]) -> Problem:
    return Problem(
        f"unknown-{what}",
        f"The workshop `{loaded.name}` has no {what} `{name}`.",
        hint=did_you_mean(name, known, f"It has no {what}s."),
    )


def _unknown_list(loaded: LoadedWorkshop, name: str) -> Problem:
    code = "unknown-vocabulary"
    choice = loaded.workshop.roles
    if choice is None:
        message = f"The workshop `{loaded.name}` takes no list of roles."
        return Problem(code, message, hint=f"Take `{name}` out.")
    return Problem(
        code,
        f"There is no list of roles `{name}` for the workshop `{loaded.name}`.",
        hint=did_you_mean(name, loaded.lists)
        if nearest(name, loaded.lists)
        else f"{did_you_mean(name, loaded.lists)} A list of your own is written into "
        f"`workshops/{choice.source}`.".strip(),
    )
