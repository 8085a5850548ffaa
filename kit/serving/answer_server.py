"""Runs the server for the day until it is ended, or its time is over."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import uvicorn

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from kit.serving.gatekeeper import App
    from kit.serving.served import Served, Standing

_MOST_AT_ONCE: Final = 1_000
"""Connections; more are asked to come again."""
_IDLE: Final = 15
_LAST_MOMENTS: Final = 10
"""Seconds for what is under way when the server is ended."""
_LARGEST_HEAD: Final = 16_384
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
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        http="h11",
        loop="asyncio",
        limit_concurrency=_MOST_AT_ONCE,
        timeout_keep_alive=_IDLE,
        timeout_graceful_shutdown=_LAST_MOMENTS,
        h11_max_incomplete_event_size=_LARGEST_HEAD,
    )
    server = uvicorn.Server(config)
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
