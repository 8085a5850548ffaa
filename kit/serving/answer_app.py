"""The server for the day: gives the form out, takes answers in, and counts them.

It keeps no address, sets no cookie and writes no log. Answers are acknowledged when they are on the
disk; nobody can read them here.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from gzip import compress
from secrets import compare_digest
from typing import TYPE_CHECKING, Final
from uuid import uuid4

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from kit.collecting.group_writer import FullError, Taken
from kit.collecting.submission import (
    LARGEST,
    NotTakenError,
    read_form,
    read_json,
    response_of,
    typed_sheet,
)
from kit.errors import KitError
from kit.serving.gatekeeper import Gatekeeper
from kit.serving.limits import RateLimiter
from kit.serving.refusals import SOON, STATUS, RefusedError, words_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from starlette.requests import Request

    from kit.answers.response import Response as Answered
    from kit.serving.answer_pages import Page
    from kit.serving.gatekeeper import App
    from kit.serving.served import Served, Standing

_PATIENCE: Final = 20.0
"""Seconds for one body to arrive."""
_JSON: Final = "application/json"
_FORM: Final = "application/x-www-form-urlencoded"


class AnswerServer:
    """Answers requests; `put` hands a response to the writer."""

    def __init__(
        self, served: Served, put: Callable[[Answered], Future[Taken]], standing: Standing
    ) -> None:
        self._served = served
        self._put = put
        self._standing = standing
        limits = served.limits
        self._all = RateLimiter(limits.of_all)
        self._connections = RateLimiter(limits.of_connection)
        self._tokens = RateLimiter(limits.of_token)

    def app(self) -> App:
        """Give the application, with its gatekeeper before it."""
        routes = [
            Route("/", self._form),
            Route("/t/{sheet}", self._form),
            Route("/answers", self._answers, methods=["POST"]),
            Route("/received", self._received),
            Route("/favicon.ico", self._nothing),
            Route("/show/{key}", self._projected),
            Route("/show/{key}/count", self._count),
        ]
        told = {404: self._not_here, 405: self._not_here, 500: self._failed}
        return Gatekeeper(Starlette(routes=routes, exception_handlers=told), self._served.hosts)

    # ---- what is given out ----

    async def _form(self, request: Request) -> Response:
        if self._connections.wait(request.client):
            return self._told(request, "too-many")
        state = self._served.opening.state(self._served.clock())
        if state != "open":
            return self._told(request, "not-open" if state == "before" else "closed", 200)
        sheet = ""
        if "sheet" in request.path_params:
            sheet = self._sheet(request.path_params["sheet"]) or ""
            if not sheet:
                return await self._not_here(request, LookupError())
        return _html(request, self._served.pages.form(str(uuid4()), sheet))

    async def _received(self, request: Request) -> Response:
        words = self._served.pages.words
        return _html(request, self._served.pages.message(words("answer_received")))

    async def _nothing(self, request: Request) -> Response:
        del request
        return Response(status_code=204)

    async def _not_here(self, request: Request, error: Exception) -> Response:
        del error
        words = self._served.pages.words
        page = self._served.pages.message(words("web_not_here"), words("web_not_here_hint"))
        return _html(request, page, 404)

    async def _failed(self, request: Request, error: Exception) -> Response:
        del request
        self._standing.trouble = f"{type(error).__name__}: {error}"
        return JSONResponse({"problem": "not-kept"}, 500)

    async def _projected(self, request: Request) -> Response:
        key = request.path_params["key"]
        if not self._knows(key):
            return await self._not_here(request, LookupError())
        page = self._served.pages.projected(
            self._served.address,
            f"/show/{self._served.key}/count",
            self._standing.received,
            self._served.state(),
        )
        return _html(request, page)

    async def _count(self, request: Request) -> Response:
        if not self._knows(request.path_params["key"]):
            return await self._not_here(request, LookupError())
        return JSONResponse({"received": self._standing.received, "state": self._served.state()})

    def _knows(self, key: str) -> bool:
        return compare_digest(key.encode(), self._served.key.encode())

    # ---- what is taken in ----

    async def _answers(self, request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        by_hand = kind != _JSON
        try:
            if kind not in {_JSON, _FORM}:
                raise RefusedError("kind")  # noqa: TRY301 - told as the others are
            token, taken = await self._taken(request, by_hand=by_hand)
        except NotTakenError as error:
            return self._told(request, error.reason, by_hand=by_hand)
        except RefusedError as error:
            return self._told(request, error.problem, by_hand=by_hand, after=error.after)
        self._standing.received += taken is Taken.NEW
        if by_hand:
            return RedirectResponse("/received", 303)
        return JSONResponse({"received": token}, 201 if taken is Taken.NEW else 200)

    async def _taken(self, request: Request, *, by_hand: bool) -> tuple[str, Taken]:
        """Take answers in; when this returns, they are on the disk.

        Raises:
            NotTakenError: they are no answers to this form.
            RefusedError: they are not taken now.
        """
        if wait := self._all.wait("") or self._connections.wait(request.client):
            raise RefusedError("too-many", wait)
        body = await _body(request)
        submission = read_form(body) if by_hand else read_json(body)
        sheet = self._sheet(submission.sheet)
        if sheet is None:
            raise NotTakenError("unknown-code")
        now = self._served.clock()
        response = response_of(replace(submission, sheet=sheet), self._served.form, now.date())
        if not self._served.opening.takes(now):
            before = self._served.opening.state(now) == "before"
            raise RefusedError("not-open" if before else "closed")
        if wait := self._tokens.wait(submission.token):
            raise RefusedError("too-many", wait)
        taken = await self._kept(response)
        if taken is Taken.COUNTED:
            raise RefusedError("counted")
        return submission.token, taken

    async def _kept(self, response: Answered) -> Taken:
        try:
            taken = await asyncio.wrap_future(self._put(response))
        except FullError:
            raise RefusedError("too-many") from None
        except Exception as error:
            # The phone keeps its answers and tries again; whoever runs the server is told why.
            said = str(error) if isinstance(error, KitError) else f"{type(error).__name__}: {error}"
            self._standing.trouble = said
            raise RefusedError("not-kept") from error
        self._standing.trouble = ""
        return taken

    def _sheet(self, typed: str) -> str | None:
        """Give the token of a sheet that was given out, empty where none was typed; else None."""
        sheet = typed_sheet(typed)
        return sheet if not sheet or sheet in self._served.sheets else None

    def _told(
        self,
        request: Request,
        problem: str,
        status: int | None = None,
        *,
        by_hand: bool = True,
        after: float = 0.0,
    ) -> Response:
        """Say that something was not taken, to the page's script or to whoever runs none."""
        status = status or STATUS[problem]
        headers = {}
        if problem in SOON:
            headers["Retry-After"] = str(max(SOON[problem], -int(-after // 1)))
        if not by_hand:
            return JSONResponse({"problem": problem}, status, headers)
        page = self._served.pages.message(*words_of(problem, self._served))
        return _html(request, page, status, headers)


async def _body(request: Request) -> bytes:
    """Read what is sent, as long as it is of a size and comes in time.

    Raises:
        RefusedError: it is too large, or too slow.
    """
    said = request.headers.get("content-length", "0")
    if said.isascii() and said.isdigit() and int(said[:12]) > LARGEST:
        raise RefusedError("too-large")
    body = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                body += part
                if len(body) > LARGEST:
                    raise RefusedError("too-large")
    except (TimeoutError, ClientDisconnect):
        raise RefusedError("too-late") from None
    return bytes(body)


def _html(
    request: Request, page: Page, status: int = 200, headers: dict[str, str] | None = None
) -> Response:
    """Give a page, packed small where the browser can unpack it: the network may be weak."""
    content = page.html.encode()
    own = {"content-security-policy": page.policy, "vary": "accept-encoding", **(headers or {})}
    if "gzip" in request.headers.get("accept-encoding", ""):
        content = compress(content, 5)
        own["content-encoding"] = "gzip"
    return HTMLResponse(content, status, own)
