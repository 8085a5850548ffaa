"""Putting what was collected into the store, and saying what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.cli.console import counted, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.answers.response import Response
    from kit.library import Library


def take_in(library: Library, responses: Sequence[Response]) -> None:
    """Put responses into the project's store, all or none, and say how many were new.

    Raises:
        KitError: there is no project, or the store cannot be written; nothing was taken in.
    """
    from kit.answers.response import Status
    from kit.answers.store import open_store

    with open_store(library) as store:
        added = store.add(responses)
        where = library.shown(store.path)
    say(f"{counted(len(added.new), 'response')} taken in, {where}.")
    if added.known:
        say(f"{counted(len(added.known), 'response')} in already: counted once.")
    doubtful = sum(
        any(answer.status == Status.DOUBTFUL for answer in each.answers)
        for each in responses
        if each.original not in added.known and each.token not in added.known
    )
    if doubtful:
        say(f"{counted(doubtful, 'response')} with something to look at: kit review")
