"""The HTTP server below every local page: one process, no log, no address kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import uvicorn

if TYPE_CHECKING:
    from kit.serving.gatekeeper import App

_MOST_AT_ONCE: Final = 1_000
"""Connections; more are asked to come again."""
_IDLE: Final = 15
_LAST_MOMENTS: Final = 10
"""Seconds for what is under way when the server is ended."""
_LARGEST_HEAD: Final = 16_384


def server_of(app: App) -> uvicorn.Server:
    """Make the server of an application; it writes nothing about who asks for what."""
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
    return uvicorn.Server(config)
