"""Runs the server for the day until it is ended, or its time is over."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kit.serving.quiet_server import server_of

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    import uvicorn

    from kit.serving.gatekeeper import App
    from kit.serving.served import Served, Standing

_LOOK: Final = 0.5


def serve(
    app: App,
    place: socket.socket,
    served: Served,
    standing: Standing,
    show: Callable[[Standing], None],
) -> None:
    """Answer requests until Ctrl-C, a signal to end, or the end of the form's time.

    `show` is told how it stands whenever that has changed.
    """
    server = server_of(app)
    with suppress(KeyboardInterrupt):  # the way to end it
        asyncio.run(_until_the_end(server, place, served, standing, show))


async def _until_the_end(
    server: uvicorn.Server,
    place: socket.socket,
    served: Served,
    standing: Standing,
    show: Callable[[Standing], None],
) -> None:
    async def look() -> None:
        before = None
        while True:
            state = (standing.received, standing.trouble)
            if state != before:
                show(standing)
                before = state
            ends = served.opening.ends
            if ends and served.clock() >= ends:
                server.should_exit = True
                return
            await asyncio.sleep(_LOOK)

    looking = asyncio.create_task(look())
    try:
        await server.serve(sockets=[place])
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking
