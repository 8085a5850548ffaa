"""What a user's templates and styles name: pictures of the project come in, all else is refused.

An HTML file is passed on alone: what it needs must be in it, and nothing may ask another machine.
"""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from kit.errors import KitError, Place, Problem
from kit.library import WORKSHOPS, resolve_within

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 5_000_000
_LONGEST_SHOWN = 120
PASSED_ON: Final = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
}
_REFUSED_TAGS: Final = frozenset(
    ("script", "link", "iframe", "frame", "object", "embed", "applet", "base", "audio", "video")
)
_RESOURCE: Final = frozenset(
    ("src", "srcset", "poster", "background", "xlink:href", "ping", "imagesrcset")
)
_STYLED: Final = frozenset(
    ("style", "fill", "stroke", "filter", "mask", "clip-path", "cursor")
).union(("marker", "marker-start", "marker-mid", "marker-end"))
_CSS: Final = re.compile(
    r"""/\*.*?(?:\*/|\Z)
    | (?P<import>@import\b)
    | url\(\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^"')\s]*))\s*\)
    | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*'""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_OUTSIDE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


class Resources:
    """Takes what is named in HTML and CSS into it, from the folders of one project.

    `templates` is the user's folder: a name is looked for there, beside it, and in `workshops`.
    """

    def __init__(self, templates: Path) -> None:
        self._templates = templates.resolve()
        project = self._templates.parent
        self._folders = (
            *(self._templates, self._templates / "styles"),
            *(project, project / WORKSHOPS),
        )
        self._taken: dict[str, str] = {}

    def in_html(self, html: str, template: str) -> str:
        """Give HTML that needs nothing besides itself.

        Raises:
            KitError: it names what cannot be taken in; every such place is told.
        """
        naming = _Naming(self, f"templates/{template}")
        reader = _Reader(naming)
        reader.feed(html)
        reader.close()
        naming.finish()
        return reader.rewritten(html)

    def in_css(self, css: str, shown: str) -> str:
        """Give CSS that needs nothing besides itself.

        Raises:
            KitError: it names what cannot be taken in; every such place is told.
        """
        naming = _Naming(self, shown)
        rewritten = naming.in_css(css)
        naming.finish()
        return rewritten

    def data(self, address: str, shown: str) -> str:
        """Give a file as a `data:` address; KitError where it may not or cannot be had."""
        if address not in self._taken:
            self._taken[address] = self._read(address, shown)
        return self._taken[address]

    def _read(self, address: str, shown: str) -> str:
        place = self.place(address, shown)
        name = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
        if _OUTSIDE.match(name) or "\\" in name or not name:
            raise KitError([_refusal(address, place)])
        outside = _refusal(address, place)
        for folder in self._folders:
            file = resolve_within(folder / name, (self._templates.parent,), outside)
            if file.is_file():
                break
        else:
            message = f"There is no file `{name}` in the project."
            hint = "Look at the spelling, capital letters included, or put it into `templates`."
            raise KitError([Problem("missing-resource", message, place, hint)])
        if (kind := PASSED_ON.get(file.suffix.lower())) is None:
            message = f"`{name}` is no picture that a document can hold."
            hint = "Use PNG, JPEG, SVG, GIF or WebP."
            raise KitError([Problem("blocked-resource", message, place, hint)])
        if file.stat().st_size > LARGEST:
            message = f"The picture `{name}` is larger than {LARGEST // 1_000_000} MB."
            raise KitError([Problem("too-large", message, place, "Make it smaller.")])
        return f"data:{kind};base64,{b64encode(file.read_bytes()).decode('ascii')}"

    def place(self, address: str, shown: str) -> Place:
        """Find the line that names an address: in the file that is shown, else in any template."""
        named = self._templates / shown.removeprefix("templates/")
        for file in (named, *sorted(self._templates.rglob("*.html"))):
            if not file.is_file() or not file.resolve().is_relative_to(self._templates):
                continue
            for number, line in enumerate(file.read_text("utf-8", "replace").splitlines(), 1):
                if address in line:
                    name = file.relative_to(self._templates).as_posix()
                    return Place(f"templates/{name}", number, line.index(address) + 1, line)
        return Place(shown)


class _Naming:
    """What one text names: each address is replaced, each mistake kept with its place."""

    def __init__(self, resources: Resources, shown: str) -> None:
        self._resources = resources
        self._shown = shown
        self._problems: list[Problem] = []

    def finish(self) -> None:
        """Raise KitError with all mistakes, if there were any."""
        if self._problems:
            raise KitError(self._problems)

    def taken(self, address: str) -> str:
        """Give the address of the same thing within the text."""
        if address.startswith("#") or address[:5].lower() == "data:":
            return address
        try:
            return self._resources.data(address, self._shown)
        except KitError as error:
            self._problems += error.problems
            return address

    def in_css(self, css: str) -> str:
        """Replace the addresses in CSS."""

        def replace(match: re.Match[str]) -> str:
            if match["import"]:
                self.refuse("@import")
            address = match["double"] or match["single"] or match["bare"]
            if not address or (taken := self.taken(address)) == address:
                return match[0]
            return f'url("{taken}")'

        return _CSS.sub(replace, css)

    def refuse(self, address: str) -> None:
        """Note an address that cannot be taken in."""
        self._problems.append(_refusal(address, self._resources.place(address, self._shown)))

    def refuse_tag(self, tag: str) -> None:
        """Note an element that a document cannot have."""
        problem = Problem(
            "blocked-resource",
            f"A template holds `<{tag}>`; a document runs nothing and loads nothing.",
            self._resources.place(f"<{tag}", self._shown),
            "Take it out. Styles belong in `templates/styles/own.css`, pictures in `<img>`.",
        )
        self._problems.append(problem)


class _Reader(HTMLParser):
    """Notes every start tag and style that is to be replaced, by its place in the text."""

    def __init__(self, naming: _Naming) -> None:
        super().__init__(convert_charrefs=False)
        self._naming = naming
        self._lines: list[int] = []
        self._style = False
        self._changes: list[tuple[int, str, str]] = []

    def feed(self, data: str) -> None:
        self._lines = [0, *(match.end() for match in re.finditer("\n", data))]
        super().feed(data)

    def rewritten(self, html: str) -> str:
        """Give the text with everything replaced that was noted."""
        parts, done = [], 0
        for start, old, new in self._changes:
            parts += [html[done:start], new]
            done = start + len(old)
        return "".join([*parts, html[done:]])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._style = tag == "style"
        refreshes = tag == "meta" and (dict(attrs).get("http-equiv") or "").lower() == "refresh"
        if tag in _REFUSED_TAGS or refreshes:
            self._naming.refuse_tag(tag)
            return
        changed = {
            name: new
            for name, value in attrs
            if value and (new := self._attribute(tag, name, value)) != value
        }
        if changed:
            old = self.get_starttag_text() or ""
            self._note(old, _with_attributes(tag, attrs, changed, closed=old.endswith("/>")))

    def handle_endtag(self, tag: str) -> None:
        del tag
        self._style = False

    def handle_data(self, data: str) -> None:
        if self._style and (new := self._naming.in_css(data)) != data:
            self._note(data, new)

    def _note(self, old: str, new: str) -> None:
        line, column = self.getpos()
        self._changes.append((self._lines[line - 1] + column, old, new))

    def _attribute(self, tag: str, name: str, value: str) -> str:
        if name in _STYLED:
            return self._naming.in_css(value)
        leads = tag in ("a", "area") and name in ("href", "xlink:href")
        if leads or not (name in _RESOURCE or name == "href"):
            return value
        if name.endswith("srcset") or name == "ping":
            # Several pictures for several screens: one will do.
            self._naming.refuse(value)
            return value
        return self._naming.taken(value.strip())


def _with_attributes(
    tag: str, attrs: list[tuple[str, str | None]], changed: dict[str, str], *, closed: bool
) -> str:
    written = "".join(
        f" {name}" if value is None else f' {name}="{escape(changed.get(name, value))}"'
        for name, value in attrs
    )
    return f"<{tag}{written}{'/' if closed else ''}>"


def _refusal(address: str, place: Place | None) -> Problem:
    shown = address if len(address) <= _LONGEST_SHOWN else f"{address[:_LONGEST_SHOWN]}…"
    return Problem(
        "blocked-resource",
        f"The document asks for {shown}; it may load nothing from elsewhere.",
        place,
        "Save the picture in your folder `templates`, and name it from there: `logo.png`. "
        "Styles belong in `templates/styles/own.css` itself.",
    )
