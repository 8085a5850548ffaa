"""Which of the formats that are asked for can be made here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.editions.registry import EDITIONS
from kit.errors import KitError, Problem
from kit.press.extras import missing

if TYPE_CHECKING:
    from kit.editions.edition import Edition
    from kit.pipeline.request import Request


def possible(request: Request) -> tuple[Request, tuple[Problem, ...]]:
    """Give a request for what can be made, and what keeps the other formats from being made.

    Raises:
        KitError: nothing else was asked for, or only what has no such format.
    """
    wanted = set(request.formats)
    if not {"html", "pdf"} & wanted:
        named = [EDITIONS[name] for name in request.editions if name in EDITIONS]
        asked = named or [each for each in EDITIONS.values() if each.core]
        if not any(each.text or wanted & set(each.offices) for each in asked):
            raise KitError([_not_to_edit(each, request) for each in named] or [_not_usual(request)])
    lacking = {name: problem for name in request.formats if (problem := missing(name))}
    others = tuple(name for name in request.formats if name not in lacking)
    if not others:
        raise KitError(lacking.values())
    return (replace(request, formats=others) if lacking else request), tuple(lacking.values())


def _not_to_edit(edition: Edition, request: Request) -> Problem:
    *usual, last = "html", "pdf", *edition.offices
    return Problem(
        "not-in-format",
        f"`{edition.name}` is not made as {' or '.join(request.formats)}.",
        hint=f"Leave out `--format`, or name {', '.join(usual)} or {last}.",
    )


def _not_usual(request: Request) -> Problem:
    some = [each.name for each in EDITIONS.values() if {*request.formats} & {*each.offices}]
    return Problem(
        "not-in-format",
        f"None of the documents that every packet has is made as {' or '.join(request.formats)}.",
        hint=f"Add `--edition {','.join(some)}`, or `--all`.",
    )
