"""What went wrong in a template ▶ one problem in plain words, with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import StrictUndefined, TemplateNotFound, TemplateSyntaxError

from kit.errors import Place, Problem
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

_COMPARE = "Compare it with the bundled template of the same name, or remove yours."
_OURS = "This is a mistake in the kit itself; run it again with KIT_DEBUG=1 to see where."
_LOADS = re.compile(r"""{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")


class TemplateMistake(Exception):  # noqa: N818 - a mistake is no error of ours
    """What a template may not ask for, in words that are ready to be shown."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(message)


class Absent(StrictUndefined):
    """A value that is not there: using it is a mistake, told by the name that was asked for."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        known = [name for name in _names(self._undefined_obj) if not name.startswith("_")]
        hint = did_you_mean(str(self._undefined_name), known)
        asked = f"The template asks for `{self._undefined_name}`, which this document does not have"
        return f"{asked}. {hint}".rstrip(". ") + ("" if hint.endswith("?") else ".")


def _names(value: Any) -> list[str]:
    return [str(key) for key in value] if isinstance(value, dict) else dir(value)


def problem_of(error: Exception, template: str, own: Path | None) -> Problem:
    """Say what is wrong with a template; `own` is the folder of the user's, if there is one."""
    hint = _COMPARE if own else _OURS
    if isinstance(error, TemplateSyntaxError):
        place = Place(shown(error.filename or template), error.lineno, 1)
        return Problem("template", _cannot(str(error.message)), place, hint)
    frames = list(_frames(error))
    # What a bundled template stumbles over was given to it by the user's.
    owned = [frame for frame in frames if own and Path(frame[0]).is_relative_to(own)]
    filename, line = (owned or frames or [(template, 0)])[-1]
    place = Place(shown(filename), line, 1 if line else 0)
    if isinstance(error, RecursionError):
        own_name = _loads_itself(Path(filename), line, own) if owned else None
        if own_name:
            message = f"This template loads itself: `{own_name}` is its own name."
            hint = f"Write `bundled/{own_name}`: that is the one of the kit."
            return Problem("template", message, place, hint)
        return Problem("template", "This template goes round in a circle.", place, hint)
    return Problem("template", _words_of(error), place, getattr(error, "hint", "") or hint)


def shown(filename: str) -> str:
    """Write a template's path from its folder `templates` on."""
    path = Path(filename)
    if "templates" in path.parts:
        index = len(path.parts) - 1 - path.parts[::-1].index("templates")
        return str(Path(*path.parts[index:]))
    return path.name


def _words_of(error: Exception) -> str:
    if isinstance(error, TemplateMistake):
        return error.message
    if isinstance(error, TemplateNotFound):
        return f"There is no template `{error.name}`."
    if isinstance(error, MemoryError):
        return "This template makes more than there is room for."
    said = str(error)
    return said if said.startswith("The template asks for") else _cannot(said or _kind(error))


def _cannot(reason: str) -> str:
    return f"This template cannot be rendered: {reason}"


def _kind(error: Exception) -> str:
    return type(error).__name__


def _frames(error: BaseException) -> Iterator[tuple[str, int]]:
    """Give the templates' lines in a traceback, as Jinja rewrites them, the innermost last."""
    trace = error.__traceback__
    while trace is not None:
        filename = trace.tb_frame.f_code.co_filename
        if filename.endswith(".html"):
            yield filename, trace.tb_lineno
        trace = trace.tb_next


def _loads_itself(file: Path, line: int, own: Path | None) -> str | None:
    lines = file.read_text("utf-8", "replace").splitlines()
    name = file.relative_to(own).as_posix() if own else ""
    loaded = _LOADS.findall(lines[line - 1]) if 0 < line <= len(lines) else ()
    return name if name in loaded else None
