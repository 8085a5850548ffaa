"""Runs the review page on this machine until it is ended."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from kit.rendering.render import Renderer
from kit.serving.quiet_server import server_of

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from kit.library import Library
    from kit.serving.gatekeeper import App

_POLICY: Final = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def review_page(library: Library, base: str, session: str | None) -> tuple[str, str]:
    """Render the page; give it with the policy that a browser has to hold to.

    Only the bundled template is used: a project's own may come from a stranger, and this page sees
    every answer.
    """
    renderer = Renderer(library.folders("templates")[-1:])
    html = renderer.served(
        "serving/review.html",
        "en-US",
        ("review.css",),
        "review.js",
        lang="en-US",
        title="Review",
        base=base,
        session=session,
    )
    html = html.replace("img-src data:", "img-src 'self'", 1)
    found = _POLICY.search(html)
    policy = found[1] if found else "default-src 'none'"
    return html, f"{policy}; frame-ancestors 'none'"


def run(app: App, place: socket.socket, started: Callable[[], object]) -> None:
    """Answer requests until Ctrl-C or a signal to end; `started` is called when it does."""
    server = server_of(app)

    async def until_the_end() -> None:
        loop = asyncio.get_running_loop()
        # The place listens already: what asks before the server is up waits an instant.
        opening = loop.run_in_executor(None, started)
        await server.serve(sockets=[place])
        opening.cancel()

    with suppress(KeyboardInterrupt):  # the way to end it
        asyncio.run(until_the_end())
