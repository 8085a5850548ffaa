"""Problems as values. The only module that knows how a problem reads."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem matters: an error stops a build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: a file as the user would name it, line and column from 1.

    `source` is the line itself, for showing a caret under it.
    """

    file: str
    line: int = 0
    column: int = 0
    source: str = ""

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in the educator's words, and a way out (`hint`).

    `code` is stable and short (`unknown-key`, `minutes-add-up`): editors and tests match on it.
    """

    code: str
    message: str
    where: Place | None = None
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return format_problem(self)


class KitError(Exception):
    """The user's mistake, or several: every problem that was found, never the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_reading_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[KitError], tuple[tuple[Problem, ...]]]:
        return type(self), (self.problems,)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, line and column, errors first at one place; drop exact repeats."""

    def key(problem: Problem) -> tuple[str, int, int, bool, str, str]:
        where = problem.where or Place("")
        warning = problem.severity is Severity.WARNING
        return where.file, where.line, where.column, warning, problem.code, problem.message

    return tuple(sorted(dict.fromkeys(problems), key=key))


def format_problem(problem: Problem) -> str:
    """Write one problem for a person: place, message and code, the line with a caret, the hint."""
    head = f"{problem.where}: " if problem.where else ""
    lines = [f"{head}{problem.severity}: {problem.message} [{problem.code}]"]
    if problem.where and problem.where.source.strip():
        source = problem.where.source.rstrip().replace("\t", " ")
        start = max(0, problem.where.column - 60)
        shown = source[start : start + 100]
        lines.append(f"    {shown}")
        lines.append("    " + " " * (problem.where.column - 1 - start) + "^")
    if problem.hint:
        lines.append(f"    {problem.hint}")
    return "\n".join(lines)


def problem_as_data(problem: Problem) -> dict[str, Any]:
    """Turn a problem into what `--json` prints: one flat object an editor can use."""
    data = asdict(problem)
    where = data.pop("where") or {"file": None, "line": 0, "column": 0, "source": ""}
    return {**where, **data, "severity": str(problem.severity)}
