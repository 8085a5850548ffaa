"""What the layout engine says while it works, as problems: its log records."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOGGERS = ("weasyprint", "fontTools")

# Said as errors by the engine, though the page comes out whole.
_HARMLESS = ("Content discarded: target points to undefined anchor",)
# The accessibility review says it better, and tells decorations apart.
_SAID_ELSEWHERE = 'Image "%s" has no required alt description'
_NO_ANCHOR = "No anchor #%s for internal URI reference"
_NO_GLYPH = ".notdef glyph rendered"
_NO_SUBSETTER = "Using fontTools instead of HarfBuzz-Subset"


class Journal(logging.Handler):
    """Collects the records of the layout engine that matter to the user."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record."""
        self.records.append(record)

    def problems(self, reported: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
        """The records as problems, once each; those about an address in `reported` are left out."""
        found: dict[Problem, None] = {}
        for record in self.records:
            text = record.getMessage()
            if record.msg == _SAID_ELSEWHERE or any(url in text for url in reported):
                continue
            if text.startswith(_NO_GLYPH):  # the preflight says it, with its page
                continue
            if record.msg == _NO_ANCHOR:
                found[_broken_link(record)] = None
            elif text.startswith(_NO_SUBSETTER):
                found[_no_subsetter()] = None
            else:
                found[_layout_problem(record, text)] = None
        return tuple(found)

    @property
    def boxed(self) -> str:
        """The signs that no font has, once each: the engine printed empty boxes for them."""
        return "".join(
            dict.fromkeys(
                str((record.args or ("?",))[0])  # type: ignore[index]
                for record in self.records
                if record.getMessage().startswith(_NO_GLYPH)
            )
        )


@contextlib.contextmanager
def listening() -> Iterator[Journal]:
    """Collect the engine's records, and keep them from the terminal, for the time of the block."""
    journal = Journal()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    propagated = [logger.propagate for logger in loggers]
    for logger in loggers:
        logger.addHandler(journal)
        logger.propagate = False
    try:
        yield journal
    finally:
        for logger, propagate in zip(loggers, propagated, strict=True):
            logger.removeHandler(journal)
            logger.propagate = propagate


def _layout_problem(record: logging.LogRecord, text: str) -> Problem:
    error = record.levelno >= logging.ERROR and not text.startswith(_HARMLESS)
    severity = Severity.ERROR if error else Severity.WARNING
    hint = ""
    if "at %d:%d" in str(record.msg):
        hint = "The position counts lines and columns in the document's style sheet."
    return Problem("layout", f"Laying out the pages: {text}", hint=hint, severity=severity)


def _broken_link(record: logging.LogRecord) -> Problem:
    (anchor,) = record.args or ("",)
    return Problem(
        "broken-link",
        f"The link to #{anchor} leads nowhere: nothing in the document has that name.",
        hint="Look at the spelling of the link, or take it out.",
        severity=Severity.WARNING,
    )


def _no_subsetter() -> Problem:
    return Problem(
        "no-subsetter",
        "The library HarfBuzz-Subset is absent: PDFs take longer to make.",
        hint="On Debian and Ubuntu: sudo apt-get install libharfbuzz-subset0",
        severity=Severity.WARNING,
    )


def named_characters(characters: str, most: int = 12) -> str:
    """Name characters for a person: each with its code, the first `most` of them."""
    distinct = sorted({character for character in characters if not character.isspace()})
    shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in distinct[:most])
    more = len(distinct) - most
    return f"{shown} and {more} more" if more > 0 else shown
