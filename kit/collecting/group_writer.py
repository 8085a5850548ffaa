"""One writer that puts responses on the disk, many in one transaction, and then says so.

A response is acknowledged when it is on the disk, not before. Waiting for the disk costs the same
for one response as for two hundred: those that come in while it is busy go together.
"""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from enum import Enum
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, Protocol, Self

from kit.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.answers.response import Response
    from kit.answers.stored import Added

AT_ONCE: Final = 200
"""Responses in one transaction."""
MOST_WAITING: Final = 5_000


class Taken(Enum):
    """What became of a response: it counts now, was in already, or its token was used before."""

    NEW = "new"
    AGAIN = "again"
    COUNTED = "counted"


class Adds(Protocol):
    """What takes responses in: the store."""

    def add(self, responses: Sequence[Response]) -> Added:
        """Take all of them in, in one transaction, and return when they are on the disk."""
        ...


class FullError(RuntimeError):
    """More is waiting than can be written soon: to be sent again later."""


_Waiting = tuple["Response", "Future[Taken]"]


class GroupWriter:
    """Writes in a thread of its own. Use it as a context manager: leaving it writes what waits."""

    def __init__(self, store: Adds) -> None:
        self._store = store
        self._queue: SimpleQueue[_Waiting | None] = SimpleQueue()
        self._thread = Thread(target=self._run, name="answers", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._queue.put(None)
        self._thread.join()

    def put(self, response: Response) -> Future[Taken]:
        """Hand a response in; what is given back is done when it is on the disk.

        It ends with a KitError where it could not be kept.

        Raises:
            FullError: too many are waiting.
        """
        if self._queue.qsize() >= MOST_WAITING:
            raise FullError
        done: Future[Taken] = Future()
        done.set_running_or_notify_cancel()  # who waits may go; what was handed in is written
        self._queue.put((response, done))
        return done

    def _run(self) -> None:
        held: list[_Waiting] = []
        ending = False
        while not ending or held:
            if not held:
                first = self._queue.get()
                if first is None:
                    return
                held.append(first)
            with suppress(Empty):
                while len(held) < AT_ONCE:
                    waiting = self._queue.get_nowait()
                    if waiting is None:
                        ending = True
                        break
                    held.append(waiting)
            group, held = _apart(held)
            self._write(group)

    def _write(self, group: list[_Waiting]) -> None:
        try:
            added = self._store.add([response for response, _ in group])
        except KitError as error:
            if len(group) == 1:
                group[0][1].set_exception(error)
                return
            # One that the store does not take must not keep out the others.
            for each in group:
                self._write([each])
            return
        except Exception as error:  # noqa: BLE001 - whoever waits has to hear of it
            for _, done in group:
                done.set_exception(error)
            return
        known = set(added.known)
        for response, done in group:
            if response.original in known:
                done.set_result(Taken.AGAIN)
            else:
                done.set_result(Taken.COUNTED if response.token in known else Taken.NEW)


def _apart(waiting: list[_Waiting]) -> tuple[list[_Waiting], list[_Waiting]]:
    """Give those of different tokens, and those that have to wait for the answer to another."""
    group: list[_Waiting] = []
    later: list[_Waiting] = []
    seen: set[str | None] = set()
    for each in waiting:
        token = each[0].token
        (later if token in seen else group).append(each)
        seen.add(token)
    return group, later
