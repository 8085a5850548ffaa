"""Which of the formats that are asked for can be made here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.editions.registry import EDITIONS
from kit.errors import KitError, Problem
from kit.press.extras import missing

if TYPE_CHECKING:
    from kit.pipeline.request import Request


def possible(request: Request) -> tuple[Request, tuple[Problem, ...]]:
    """Give a request for what can be made, and what keeps the other formats from being made.

    Raises:
        KitError: nothing else was asked for, or only what has no such format.
    """
    named = [EDITIONS[name] for name in request.editions if name in EDITIONS]
    if named and not {"html", "pdf"} & set(request.formats):
        wanted = set(request.formats)
        if not any(each.text or wanted & set(each.offices) for each in named):
            raise KitError(_not_to_edit(each.name, request) for each in named)
    lacking = {name: problem for name in request.formats if (problem := missing(name))}
    others = tuple(name for name in request.formats if name not in lacking)
    if not others:
        raise KitError(lacking.values())
    return (replace(request, formats=others) if lacking else request), tuple(lacking.values())


def _not_to_edit(edition: str, request: Request) -> Problem:
    return Problem(
        "not-in-format",
        f"`{edition}` is not made as {' or '.join(request.formats)}.",
        hint="Leave out `--format`, or name html or pdf.",
    )
