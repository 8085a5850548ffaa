"""What stands before every local page: who may ask, under which name, and what the answer says.

A page of another site must not reach it, through the reader's own browser either: what asks under a
name that is not this server's is refused (DNS rebinding), and so is what another page sends here
(cross-site request forgery). There are no cookies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, MutableMapping

    Scope = MutableMapping[str, Any]
    Message = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Message]]
    Send = Callable[[Message], Awaitable[None]]
    App = Callable[[Scope, Receive, Send], Awaitable[None]]

POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
"""What a page may load and run that says nothing else."""
_HEADERS: Final = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    # Not `no-referrer`: with it, browsers send no `Origin` with a form.
    b"referrer-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cache-control": b"no-store",
    b"content-security-policy": POLICY.encode(),
}
_CHANGES: Final = {"POST", "PUT", "PATCH", "DELETE"}
_METHODS: Final = {"GET", "HEAD", "POST"}
_REFUSALS: Final = {
    403: b"This was sent from another page, and is not taken.\n",
    405: b"This server only gives pages out and takes answers in.\n",
    421: b"This server goes by another name.\n",
}


class Gatekeeper:
    """Refuses what does not come from this server's own pages, and adds headers to every answer."""

    def __init__(self, app: App, hosts: frozenset[str]) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = [pair for pair in _HEADERS.items() if pair[0] not in own]
                message = {**message, "headers": [*message["headers"], *more]}
            await send(message)

        if status := self._refused(scope):
            await _refuse(status, send_with_headers)
        else:
            await self._app(scope, receive, send_with_headers)

    def _refused(self, scope: Scope) -> int:
        said: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            said.setdefault(name, []).append(value)
        host = _one(said, b"host")
        if host is None or host not in self._hosts:
            return 421
        if scope["method"] not in _METHODS:
            return 405
        if scope["method"] in _CHANGES and not _comes_from(host, said):
            return 403
        return 0


def _comes_from(host: str, said: dict[bytes, list[bytes]]) -> bool:
    """Say whether a page of this server sent it, as far as a browser tells."""
    if b"origin" in said:
        origin = _one(said, b"origin")
        return origin is not None and _netloc(origin) == host
    if b"sec-fetch-site" in said:
        return _one(said, b"sec-fetch-site") in {"same-origin", "none"}
    if b"referer" in said:
        referer = _one(said, b"referer")
        return referer is not None and _netloc(referer) == host
    return True  # no browser of the last years


def _netloc(address: str) -> str:
    try:
        return urlsplit(address).netloc
    except ValueError:
        return ""


def _one(said: dict[bytes, list[bytes]], name: bytes) -> str | None:
    """Give a header that was said once, in small letters."""
    values = said.get(name, [])
    return values[0].decode("latin-1").strip().lower() if len(values) == 1 else None


async def _refuse(status: int, send: Send) -> None:
    text = _REFUSALS[status]
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text})
