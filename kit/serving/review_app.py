"""The page on which doubtful answers are looked at: this machine alone can open it.

Everything is saved as it is decided. Every address begins with a key that only the terminal shows:
another program's page in the same browser cannot guess it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kit.answers.joining import may_part
from kit.answers.pictures import picture_file
from kit.collecting.review import answers_of, copies, doubts
from kit.collecting.sitting import Sitting
from kit.errors import KitError
from kit.serving.gatekeeper import Gatekeeper

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from starlette.requests import Request

    from kit.answers.store import Store
    from kit.collecting.review import Copies, Doubt
    from kit.serving.gatekeeper import App

_LARGEST: Final = 200_000
"""Bytes of what one decision may be: some thousand blanks at once."""


class ReviewServer:
    """Answers the requests of the review page; `page` gives it with its policy."""

    def __init__(
        self,
        store: Store,
        page: tuple[str, str],
        *,
        key: str,
        who: str,
        session: str | None,
        response: str | None = None,
        hosts: frozenset[str],
    ) -> None:
        self._store = store
        self._page = page
        self._key = key
        self._sitting = Sitting(store, who)
        self._session = session
        self._response = response
        self._hosts = hosts
        self.decided = 0
        """How many answers were settled, without those that were taken back."""

    def app(self) -> App:
        """Give the application, with its gatekeeper before it."""
        base = f"/{self._key}"
        routes = [
            Route(f"{base}/", self._shown),
            Route(f"{base}/doubts", self._doubts),
            Route(f"{base}/picture/{{name}}", self._picture),
            Route(f"{base}/settle", self._settle, methods=["POST"]),
            Route(f"{base}/blanks", self._blanks, methods=["POST"]),
            Route(f"{base}/take-back", self._take_back, methods=["POST"]),
            Route(f"{base}/copy", self._copy, methods=["POST"]),
            Route(f"{base}/join", self._join, methods=["POST"]),
            Route(f"{base}/part", self._part, methods=["POST"]),
        ]
        return Gatekeeper(Starlette(routes=routes), self._hosts)

    async def _shown(self, request: Request) -> Response:
        del request
        html, policy = self._page
        return HTMLResponse(html, headers={"content-security-policy": policy})

    async def _doubts(self, request: Request) -> Response:
        del request
        try:
            if self._response:
                found = answers_of(self._store, self._response)
                aside: tuple[Copies, ...] = ()
            else:
                found = doubts(self._store, self._session)
                aside = copies(self._store, self._session)
        except KitError as error:
            return _refused(error)
        return JSONResponse(
            {
                "again": self._response is not None,
                "parts": self._parts(),
                "doubts": [self._told(each) for each in found],
                "pages": {
                    response: self._there(pages)
                    for response, pages in {each.response: each.pages for each in found}.items()
                },
                "copies": [
                    {
                        "response": each.response,
                        "session": each.session,
                        "token": each.token,
                        "rows": [list(row) for row in each.rows],
                        "pages": self._there(each.pages),
                        "others": [[other, self._there(pages)] for other, pages in each.others],
                    }
                    for each in aside
                ],
            }
        )

    def _parts(self) -> bool:
        """Say whether the pages of the one response that is looked at can be taken apart."""
        found = self._store.find(self._response) if self._response else None
        return found is not None and may_part(found)

    async def _picture(self, request: Request) -> Response:
        path = picture_file(self._store.records, request.path_params["name"])
        if path is None:
            return Response(status_code=404)
        kind = "image/jpeg" if path.suffix == ".jpg" else "image/png"
        return FileResponse(path, media_type=kind)

    def _there(self, pictures: Sequence[str]) -> list[str]:
        return [name for name in pictures if self._has(name)]

    def _has(self, picture: str) -> bool:
        """Say whether a picture is there still: `kit purge` may have taken it."""
        return picture_file(self._store.records, picture) is not None

    def _told(self, doubt: Doubt) -> dict[str, Any]:
        field = doubt.field
        return {
            "response": doubt.response,
            "session": doubt.session,
            "field": field.key,
            "ask": field.text,
            "answered": field.kind,
            "choices": [list(pair) for pair in zip(field.values, field.labels, strict=True)],
            "kind": doubt.kind,
            "reason": doubt.reason,
            "suggestion": list(doubt.suggestion),
            "picture": doubt.picture if self._has(doubt.picture) else "",
            "source": doubt.source,
            "now": doubt.now,
        }

    async def _settle(self, request: Request) -> Response:
        match await _given(request):
            case {"response": str(response), "field": str(field), "said": list(said)} if all(
                isinstance(each, str) for each in said
            ):
                return self._done(lambda: self._sitting.settle(response, field, said))
        return _unreadable()

    async def _blanks(self, request: Request) -> Response:
        match await _given(request):
            case {"places": list(places)} if all(map(_is_place, places)):
                pairs = [(str(response), str(field)) for response, field in places]
                return self._done(lambda: self._sitting.settle_blanks(pairs))
        return _unreadable()

    async def _take_back(self, request: Request) -> Response:
        match await _given(request):
            case {"response": str(response), "field": str(field)}:
                return self._done(lambda: self._sitting.take_back(response, field), undo=True)
        return _unreadable()

    async def _copy(self, request: Request) -> Response:
        match await _given(request):
            case {"response": str(response), "keep": bool(keep)}:
                do = self._store.admit if keep else self._store.withdraw
                return self._done(lambda: do(response))
        return _unreadable()

    async def _join(self, request: Request) -> Response:
        match await _given(request):
            case {"response": str(part), "to": str(whole)}:
                return self._done(lambda: self._store.join(part, whole))
        return _unreadable()

    async def _part(self, request: Request) -> Response:
        match await _given(request):
            case {"response": str(response)}:
                return self._done(lambda: self._store.part(response))
        return _unreadable()

    def _done(self, do: Callable[[], object], *, undo: bool = False) -> Response:
        try:
            changed = do()
        except KitError as error:
            return _refused(error)
        count = changed if isinstance(changed, int) and not isinstance(changed, bool) else 1
        self.decided += -1 if undo else count
        return JSONResponse({"saved": True})


async def _given(request: Request) -> Any:
    """Read what was sent as JSON; None where it is none, has what is no text, or is too much."""
    content = bytearray()
    try:
        async for part in request.stream():
            content += part
            if len(content) > _LARGEST:
                return None
        given = json.loads(content)
        # Half of a pair of surrogates is no letter, and no database takes it.
        json.dumps(given, ensure_ascii=False).encode()
    except (ClientDisconnect, ValueError, RecursionError):
        return None
    return given


def _is_place(given: Any) -> bool:
    pair = 2
    return isinstance(given, list) and len(given) == pair and all(isinstance(w, str) for w in given)


def _unreadable() -> Response:
    return JSONResponse({"saved": False, "why": "This could not be read."}, 400)


def _refused(error: KitError) -> Response:
    return JSONResponse({"saved": False, "why": error.problems[0].message}, 409)
