"""A YAML file against a definition: every problem, each at its place, in an educator's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from kit.errors import Place, Problem
from kit.reading.found import Found
from kit.reading.path import Path, follow, keys_of
from kit.reading.wording import word
from kit.suggestion import nearest

if TYPE_CHECKING:
    from kit.reading.yaml_source import Source

Model = TypeVar("Model", bound=BaseModel)
MOST_PROBLEMS = 300
"""How many problems of one file are told: more would help nobody."""

_KINDLESS = "union_tag_invalid"


def validate(source: Source, model: type[Model]) -> tuple[Model | None, tuple[Problem, ...]]:
    """Make a definition of a file.

    Returns:
        The definition, or None where it has problems, and every problem of the file, those of its
        YAML included.
    """
    if source.data is None:
        hint = "Begin with `kit: 1`."
        empty = Problem("empty-file", "There is nothing in this file.", Place(source.shown), hint)
        return None, (*source.problems, empty)
    made, errors = validated(source, model)
    problems = list(source.problems)
    told = {_spot(problem.where) for problem in source.problems}
    told_errors = errors[:MOST_PROBLEMS]
    misspelt = {meant for error in told_errors if (meant := _meant(model, error))}
    broken = {error["loc"][:end] for error in errors for end in range(len(error["loc"]))}
    for error in told_errors:
        if error["type"] == "missing" and error["loc"] in misspelt:
            continue
        if error["type"] == "too_short" and error["loc"] in broken and _is_long_enough(error):
            continue
        problem = _problem(source, model, error)
        # A value that could not be read as meant has been told about at this very place.
        if _spot(problem.where) not in told:
            problems.append(problem)
    if more := len(errors) - len(told_errors):
        message = f"There are {more} more problems in this file."
        problems.append(Problem("more-problems", message, Place(source.shown)))
    return (None if problems else made), tuple(problems)


def validated(source: Source, model: type[Model]) -> tuple[Model | None, list[Any]]:
    """Make a definition of a file, or give what pydantic says is wrong, not yet in words."""
    try:
        return model.model_validate(source.data), []
    except ValidationError as error:
        return None, list(error.errors(include_url=False, include_context=True))


def _meant(model: type[BaseModel], error: dict[str, Any]) -> tuple[str | int, ...] | None:
    """Say which key was meant by one that is not known: it is not told as missing too."""
    if error["type"] != "extra_forbidden":
        return None
    owner = follow(model, error["loc"]).owner
    meant = nearest(str(error["loc"][-1]), keys_of(owner) if owner else ())
    return (*error["loc"][:-1], meant) if meant else None


def _is_long_enough(error: dict[str, Any]) -> bool:
    """Say whether a list would hold enough if nothing in it were wrong; correct its count."""
    # Pydantic counts only the parts that are right.
    error["ctx"]["actual_length"] = len(error["input"])
    return bool(error["ctx"]["actual_length"] >= error["ctx"]["min_length"])


def _problem(source: Source, model: type[BaseModel], error: dict[str, Any]) -> Problem:
    kind = error["type"]
    path = follow(model, error["loc"])
    found = Found(path, _key(path, kind), error.get("input"), error.get("ctx") or {})
    wording = word(kind, found)
    where = source.place(_standing(path, kind), key=path.at_key or kind == "extra_forbidden")
    return Problem(wording.code, wording.message, where, wording.hint)


def _standing(path: Path, kind: str) -> tuple[str | int, ...]:
    return (*path.location, "kind") if kind == _KINDLESS else path.location


def _key(path: Path, kind: str) -> str:
    if path.at_key or kind in {"missing", "extra_forbidden"}:
        return ""
    return next((str(each) for each in reversed(path.location) if isinstance(each, str)), "")


def _spot(where: Place | None) -> tuple[int, int]:
    return (where.line, where.column) if where else (0, 0)
