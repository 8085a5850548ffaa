"""What a build tells: while it works, and at its end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kit.errors import Problem
    from kit.pipeline.manifest import DocumentRecord, RequestRecord

FULFILLED = 0
FAILED = 1
MISTAKEN = 2
INTERRUPTED = 130


class Progress(Protocol):
    """Follows a build."""

    def expect(self, files: int) -> None:
        """Learn how many files there will be; told again when there turn out to be fewer."""

    def working(self, on: str) -> None:
        """Learn what is being worked on while no file is made: seating people, for example."""

    def done(self, path: str, pages: int | None) -> None:
        """Learn that a file was made; HTML has no pages."""

    def kept(self, path: str) -> None:
        """Learn that a file is as it should be already."""

    def end(self) -> None:
        """Learn that nothing more comes, also when the build was stopped."""


@dataclass(frozen=True, slots=True)
class Report:
    """The end of a build.

    `broken` names workshops with mistakes or that a choice does not fit, `mistaken` those of them
    whose mistakes reading and checking find, `failed` files that could not be made although nothing
    is wrong with their workshop, `removed` those of earlier builds that are made no more.
    `no_engine` says why no PDF can be made here, `lacking` why formats that were asked for are not
    made. `up_to_date` is the line to print where nothing had to be made, `fulfilled` the request as
    it can be recorded.
    """

    folder: Path
    made: tuple[DocumentRecord, ...] = ()
    unchanged: int = 0
    problems: tuple[Problem, ...] = ()
    broken: tuple[str, ...] = ()
    mistaken: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    no_engine: Problem | None = None
    lacking: tuple[Problem, ...] = ()
    pdf_required: bool = False
    up_to_date: str | None = None
    fulfilled: RequestRecord | None = None

    @property
    def exit_code(self) -> int:
        """Give 1 where something failed, 2 where the user has to mend something, else 0."""
        if self.failed or self.lacking or (self.no_engine and self.pdf_required):
            return FAILED
        return MISTAKEN if self.broken else FULFILLED


def in_order(records: Iterable[DocumentRecord], names: Sequence[str]) -> tuple[DocumentRecord, ...]:
    """Sort what was made as it was asked for: a cohort's sessions in the order of its file.

    Of each, what is for the instructor comes first.
    """
    order = {name: position for position, name in enumerate(names)}
    last = len(order)
    return tuple(sorted(records, key=lambda each: (order.get(each.workshop, last), each.side)))
