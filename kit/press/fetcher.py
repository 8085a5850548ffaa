"""What a document may load while it is printed: data in itself, and files of the project."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from kit.errors import Problem
from kit.press.weasyprint_import import URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_SHOWN = 120


class Fetcher(URLFetcher):  # type: ignore[misc]
    """Opens `data:` addresses and files below `roots`, symbolic links resolved first.

    Everything else is refused. Each refusal or missing file is a Problem in `problems` and an
    exception for WeasyPrint, which then goes on without the resource. Nothing is ever asked of
    the network.
    """

    def __init__(self, roots: Iterable[Path], files: Iterable[Path] = ()) -> None:
        super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
        self.roots = tuple(dict.fromkeys(root.resolve() for root in roots))
        self.files = frozenset(file.resolve() for file in files)
        self.problems: dict[str, Problem] = {}

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Give the resource at `url`; ValueError or OSError when it may not or cannot be had."""
        scheme = url.partition(":")[0].lower()
        if scheme == "data":
            return self._data(url, headers)
        if scheme == "file":
            return self._file(url)
        raise self._refusal(
            url,
            "blocked-resource",
            f"The document asks for {_short(url)}; nothing is loaded from other machines.",
            "Save the file in the project's folder and refer to it there.",
        )

    def _data(self, url: str, headers: Any) -> Any:
        try:
            return super().fetch(url, headers)
        except (OSError, ValueError) as error:
            raise self._refusal(
                url,
                "unreadable-resource",
                f"Data written into the document cannot be read: {_short(url)}",
                "Data addresses look like data:image/png;base64,… with nothing missing at the end.",
            ) from error

    def _file(self, url: str) -> Any:
        parts = urlsplit(url)
        if parts.netloc not in ("", "localhost"):
            raise self._refusal(
                url,
                "blocked-resource",
                f"The document asks for {_short(url)}; nothing is loaded from other machines.",
                "Save the file in the project's folder and refer to it there.",
            )
        path = Path(url2pathname(parts.path))
        try:
            file = path.resolve()
        except (OSError, RuntimeError, ValueError):
            file = path
        if file not in self.files and not any(file.is_relative_to(root) for root in self.roots):
            through = f" (a link to {file})" if file != path else ""
            raise self._refusal(
                url,
                "blocked-resource",
                f"The document asks for the file {path}{through}, which lies outside the project.",
                "Copy the file into the project's folder and refer to it there.",
            )
        try:
            # A pipe or a device has no end: only plain files are read.
            content = file.read_bytes() if file.is_file() else None
        except OSError as error:
            raise self._refusal(
                url,
                "unreadable-resource",
                f"The file {path} cannot be read: {error.strerror}.",
                "Look at the file's permissions.",
            ) from error
        if content is None:
            raise self._refusal(
                url,
                "missing-resource",
                f"The document asks for the file {path}, which does not exist.",
                "Look at the spelling, capital letters included, or put the file there.",
            )
        mime = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, content, {"Content-Type": mime})

    def _refusal(self, url: str, code: str, message: str, hint: str) -> ValueError:
        self.problems[url] = Problem(code, message, hint=hint)
        return ValueError(message)


def _short(url: str) -> str:
    return url if len(url) <= _LONGEST_SHOWN else f"{url[:_LONGEST_SHOWN]}…"
