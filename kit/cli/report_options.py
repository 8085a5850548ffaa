"""What was typed after `kit report`, read as the report that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from kit.errors import KitError, Problem
from kit.pipeline.request import PAPERS, Options
from kit.reporting.making import Wanted
from kit.reporting.scope import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kit.reporting.making import Output
    from kit.reporting.scope import Kind

_FORMATS: Final = ("html", "pdf")
_LANGUAGES: Final = ("en", "en-us", "es")


def scope_of(
    session: str | None, cohort: str | None, workshop: str | None, series: str | None
) -> Scope:
    """Read what the report is about.

    Raises:
        KitError: more than one thing was named.
    """
    given: dict[Kind, str | None] = {
        "session": session,
        "cohort": cohort,
        "workshop": workshop,
        "series": series,
    }
    named = [(kind, name.strip()) for kind, name in given.items() if name is not None]
    if len(named) > 1:
        options = " and ".join(f"`--{kind}`" for kind, _ in named)
        message = f"A report is about one thing: {options} were both given."
        raise KitError([Problem("one-choice", message, hint="Run it once for each.")])
    return Scope(*named[0]) if named else Scope()


def wanted_of(
    scope: Scope,
    *,
    formats: str,
    paper: str,
    language: str | None,
    threshold: int,
    out: Path | None,
    more: Iterable[Output | Literal[False]],
) -> Wanted:
    """Read what is wanted.

    Raises:
        KitError: everything that was mistyped.
    """
    options = Options()
    chosen = options.several("--format", formats.split(","), _FORMATS)
    size = options.one("--paper", paper, PAPERS)
    spoken = options.one("--language", language or "en", _LANGUAGES)
    options.finish()
    outputs: list[Output] = ["html" if each == "html" else "pdf" for each in chosen]
    outputs += [each for each in more if each]
    return Wanted(
        scope=scope,
        language="es" if spoken == "es" else "en-US",
        paper="a4" if size == "a4" else "letter",
        threshold=threshold,
        outputs=tuple(outputs),
        out=out,
    )
