"""The store of all answers, whichever way they came back: one SQLite file in the records.

It loses nothing that it took, keeps no order of arrival and no time but the day, and takes the same
thing once. Corrections are added to what they correct. Several commands may use it at once.
"""

from __future__ import annotations

from contextlib import suppress
from threading import RLock
from typing import TYPE_CHECKING, Final

from kit.answers import backup, joining, withdrawal
from kit.answers.database import changing, explained, opened, reading
from kit.answers.lookup import Lookup
from kit.answers.releases import ReleaseLedger
from kit.answers.response_id import typed_response_id
from kit.answers.soundness import answer_problems, plainly, response_problems
from kit.answers.taking import enter, take, tidied
from kit.errors import KitError, Problem
from kit.pipeline.records.records_folder import held_records, records_folder
from kit.reading.text_file import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    from kit.answers.response import Answer, Response, Way
    from kit.answers.stored import Added, Count, StoredResponse
    from kit.answers.wordings import GivenOut
    from kit.library import Library

ANSWERS: Final = "answers.db"
_AT_ONCE: Final = 200
"""Responses that are read in one go."""
_MOST_WHO: Final = 80


def open_store(library: Library) -> Store:
    """Open the project's store; the first time, it is made.

    Raises:
        KitError: there is no project, or the file cannot be used: one problem that says why.
    """
    path = records_folder(library) / ANSWERS
    if path.exists():
        return Store(path, library.shown(path))
    with held_records(library):
        return Store(path, library.shown(path))


def existing_store(library: Library) -> Store | None:
    """Open the project's store; None where nothing has come back yet.

    Raises:
        KitError: there is no project, or the file cannot be used.
    """
    path = records_folder(library) / ANSWERS
    return Store(path, library.shown(path)) if path.exists() else None


class Store:
    """An open store. Use it as a context manager, or close it.

    Threads may share one: each change is made alone.
    """

    def __init__(self, path: Path, shown: str = "") -> None:
        self.path = path
        self._shown = shown or str(path)
        self._connection = opened(path, self._shown)
        self._alone = RLock()
        self._lookup = Lookup(self._connection)
        self.ledger: Final = ReleaseLedger(self._connection, self._shown, self._alone)
        self._added = False

    @classmethod
    def at(cls, path: Path) -> Store:
        """Open the store in this file, made if need be; pictures lie in the folder beside it.

        Raises:
            KitError: the file cannot be used: one problem that says why.
        """
        return cls(path)

    @property
    def records(self) -> Path:
        """The folder that it lies in, with the evidence."""
        return self.path.parent

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close it, also again. What was added is put in the order of ids on the disk, too."""
        with self._alone:
            if self._added:
                # Another command may be at work: then the last of them does it.
                with suppress(KitError):
                    withdrawal.tidy(self._connection, self._shown, patience=1.0)
                self._added = False
            self._connection.close()

    def add(self, responses: Iterable[Response], *, doubted: bool = False) -> Added:
        """Take responses in, in one transaction; when this returns, they are on the disk.

        What is in already, by its original or by its token, is not taken again. Two scans of one
        numbered sheet with different originals are both kept, the second set aside. `doubted` sets
        aside all that are not in: whoever adds them cannot tell whether they count already.

        Raises:
            KitError: one of them is not sound, or the file cannot be written; nothing was taken in.
        """
        given = [tidied(each) for each in responses]
        if problems := [found for each in given for found in response_problems(each)]:
            raise KitError(problems)
        with self._alone, changing(self._connection, self._shown):
            added = take(self._connection, self._lookup, given, doubted=doubted)
        self._added = True
        return added

    def correct(self, response_id: str, answer: Answer, who: str, day: date | None = None) -> None:
        """Add an answer that takes the place of the one before, which stays in the history.

        `who` is a word such as `reviewer`. Without evidence of its own, the answer keeps that of
        the one before. Where it says nothing new, nothing is added.

        Raises:
            KitError: there is no such response, the answer is not one to its form, or the file
                cannot be written.
        """
        answer = plainly(answer)
        with self._alone, changing(self._connection, self._shown):
            stored = self._known(response_id)
            problems = [*answer_problems(answer, stored.response.form), *_who_problems(who)]
            if problems:
                raise KitError(problems)
            enter(self._connection, stored, answer, who, day)

    def admit(self, response_id: str) -> None:
        """Count what was set aside: somebody found that another person filled it in.

        Raises:
            KitError: there is no such response, or the file cannot be written.
        """
        with self._alone, changing(self._connection, self._shown):
            changed = self._connection.execute(
                "UPDATE response SET aside = 0, token = iif(aside, NULL, token) WHERE id = ?",
                (typed_response_id(response_id),),
            )
            if not changed.rowcount:
                raise KitError([_unknown(response_id)])

    def join(self, part: str, whole: str) -> None:
        """Put the pages of one response to those of another: they are of one sheet.

        Raises:
            KitError: one is gone, they cannot be of one sheet, or the file cannot be written.
        """
        with self._alone, changing(self._connection, self._shown):
            joining.join(self._connection, self._known(part), self._known(whole))

    def part(self, response_id: str) -> str:
        """Take the pages behind the first from a response; give the id that they have now, aside.

        Raises:
            KitError: it is gone, its pages cannot be told apart, or the file cannot be written.
        """
        with self._alone, changing(self._connection, self._shown):
            return joining.part(self._connection, self._known(response_id))

    def responses(
        self,
        *,
        session: str | None = None,
        form: str | None = None,
        way: Way | None = None,
        aside: bool = False,
    ) -> Iterator[StoredResponse]:
        """Give the responses of a session, form or way, in the order of their random ids.

        Those set aside come only with `aside`. What is changed meanwhile may be seen or not.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, explained(self._shown):
            ids = self._lookup.ids(session, form, way, aside=aside)
        for start in range(0, len(ids), _AT_ONCE):
            with self._alone, reading(self._connection, self._shown):
                some = self._lookup.some(ids[start : start + _AT_ONCE])
            yield from some

    def find(self, named: str) -> StoredResponse | None:
        """Find a response by its id, however it is typed, or by its token or a sheet's code.

        Raises:
            KitError: the file is damaged or cannot be read, or several have this token.
        """
        with self._alone, reading(self._connection, self._shown):
            response_id = self._lookup.named(named)
            return self._lookup.one(response_id) if response_id else None

    def has_original(self, original: str) -> bool:
        """Say whether what has this digest is in.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, explained(self._shown):
            return self._lookup.has_original(original)

    def has_token(self, token: str) -> bool:
        """Say whether a response with this token is in.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, explained(self._shown):
            return self._lookup.way_of_token(token) is not None

    def counts(self) -> tuple[Count, ...]:
        """Count by session, form, version and way, in this order.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, explained(self._shown):
            return self._lookup.counts()

    def given_out(self) -> tuple[GivenOut, ...]:
        """Give every form that was answered, in each version and wording, with its responses.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, reading(self._connection, self._shown):
            return self._lookup.given_out()

    def withdraw(self, named: str) -> bool:
        """Remove one response, by its id or token, and every trace of it, its pictures too.

        Returns:
            Whether there was one.

        Raises:
            KitError: the file cannot be written, or traces are still in use elsewhere.
        """
        with self._alone:
            return withdrawal.withdraw(
                self._connection, self._lookup, self._shown, self.records, named
            )

    def backup(self, target: Path) -> None:
        """Pack the answers as they are at this moment, with pictures and forms, into a ZIP file.

        Others may write meanwhile.

        Raises:
            KitError: the copy could not be written; whatever was there before is untouched.
        """
        with self._alone:
            backup.pack(self._connection, self._shown, self.path, target)

    def _known(self, response_id: str) -> StoredResponse:
        if (stored := self._lookup.one(response_id)) is None:
            raise KitError([_unknown(response_id)])
        return stored


def _who_problems(who: str) -> Iterator[Problem]:
    if not who.strip() or len(who) > _MOST_WHO or INVISIBLE.search(who):
        message = "Who corrects an answer is named with a plain word, such as `reviewer`."
        yield Problem("no-word", message)


def _unknown(response_id: str) -> Problem:
    return Problem(
        "unknown-response",
        f"There is no response `{response_id}`: it was withdrawn, or is mistyped.",
        hint="`kit responses export` gives the ids of all in its first column.",
    )
