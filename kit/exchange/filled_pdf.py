"""The fields of a filled-in PDF, read from how they look, whatever the program that filled them.

Programs disagree about where an answer is noted: in the field (`/V`), in the look of its box
(`/AS`), in both. What a person saw is the look, so it is read first, and both are given. Fields are
found by their whole names; a button that repeats the name of the choice that it is of, as some
engines write it, is taken for a button of that choice.
"""

from __future__ import annotations

import io
import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from kit.errors import KitError, Place, Problem
from kit.reading.roster_cells import shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MOST_BYTES: Final = 20_000_000
STAMP_ENTRY: Final = "/WorkshopKitForm"
STAMP_FIELD: Final = "kit_form"
"""Where a form notes which it is: in the document's information, and in a field."""
_MOST_FIELDS: Final = 5_000
_MOST_STEPS: Final = 32
"""Of a field within fields."""
_MOST_LETTERS: Final = 100_000
_OFF: Final = "/Off"
_BUTTON, _TEXT = "/Btn", "/Tx"


@dataclass(slots=True)
class FilledField:
    """One field: the values of the boxes that look marked, and the value that it names.

    For a field of words, `named` is the text. `named` is None where the field names none.
    """

    shown: list[str] = field(default_factory=list)
    named: str | None = None
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class FilledPdf:
    """The fields by their whole names, and what the file says it is a copy of."""

    stamps: tuple[str, ...]
    fields: Mapping[str, FilledField]


def read_filled_pdf(content: bytes, shown: str) -> FilledPdf:
    """Read the fields of a PDF; `shown` is its name in messages.

    Raises:
        KitError: it is no PDF, is damaged or locked, or has no fields.
    """
    if b"%PDF-" not in content[:1024]:
        message = "This is not a PDF."
        raise KitError([Problem("not-a-pdf", message, Place(shown), "Is it the right file?")])
    # What the library notes down about a damaged file is told here, in other words.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    from pypdf.errors import DependencyError  # noqa: PLC0415 - slow to load

    try:
        found = _read(content, shown)
    except KitError:
        raise
    except DependencyError as error:
        raise KitError([_locked(shown)]) from error
    except Exception as error:
        # A damaged or hostile file fails anywhere in the library, in any way.
        message = "This PDF is damaged, or is made so that it cannot be read."
        hint = "Open it, save it again under another name, and take that in."
        raise KitError([Problem("damaged", message, Place(shown), hint)]) from error
    return found


def _read(content: bytes, shown: str) -> FilledPdf:
    from pypdf import PdfReader  # noqa: PLC0415 - slow to load

    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise KitError([_locked(shown)])
    stamp = reader.metadata.get(STAMP_ENTRY) if reader.metadata else None
    stamps = {str(stamp)} if stamp else set()
    form = _resolved(reader.root_object.get("/AcroForm"))
    fields: dict[str, FilledField] = {}
    for node in _leaves(_resolved(form.get("/Fields")) if isinstance(form, dict) else None):
        _take(node, fields)
    if named := fields.pop(STAMP_FIELD, None):
        stamps.add(str(named.named))
    if not fields:
        raise KitError([_nothing_to_read(shown, was_form=bool(stamps))])
    return FilledPdf(tuple(sorted(" ".join(shown_text(each).split()) for each in stamps)), fields)


def _locked(shown: str) -> Problem:
    message = "This PDF is locked with a password."
    hint = "Open it and save it without one, or ask for it again."
    return Problem("locked", message, Place(shown), hint)


def _nothing_to_read(shown: str, *, was_form: bool) -> Problem:
    if was_form:
        message = "The answers of this form were printed into its pages: there are no fields left."
        hint = (
            "Ask for the file as it was saved; or type its answers into the table that "
            "`kit collect template` makes. No scan of it can be read: it has no corner marks."
        )
    else:
        message = "This PDF has no fields to fill in."
        hint = "Is it a scan? Those are for kit collect scan."
    return Problem("no-fields", message, Place(shown), hint)


def _resolved(value: Any) -> Any:
    steps = 0
    while hasattr(value, "get_object") and hasattr(value, "idnum"):
        value = value.get_object()
        steps += 1
        if steps > _MOST_STEPS:
            raise ValueError("an object that leads to itself")
    return value


def _leaves(roots: Any) -> Iterator[Any]:
    """Give every field or box that has none within it, once."""
    waiting = [(each, 0) for each in reversed(_list(roots))]
    seen: set[tuple[int, int]] = set()
    count = 0
    while waiting:
        reference, depth = waiting.pop()
        count += 1
        if count > _MOST_FIELDS or depth > _MOST_STEPS:
            raise ValueError("too many fields")
        if hasattr(reference, "idnum"):
            key = (reference.idnum, reference.generation)
            if key in seen:
                continue
            seen.add(key)
        node = _resolved(reference)
        if not isinstance(node, dict):
            continue
        kids = _list(node.get("/Kids"))
        if kids:
            waiting += [(each, depth + 1) for each in reversed(kids)]
        else:
            yield node


def _list(value: Any) -> list[Any]:
    found = _resolved(value)
    return list(found)[: _MOST_FIELDS + 1] if isinstance(found, list) else []


def _take(node: Any, fields: dict[str, FilledField]) -> None:
    line = list(_line(node))
    name = _name(line)
    kind = _inherited(line, "/FT")
    if not name or kind not in {_BUTTON, _TEXT}:
        return
    taken = fields.setdefault(name, FilledField(is_text=kind == _TEXT))
    if kind == _TEXT:
        taken.named = _text(_inherited(line, "/V"))
        return
    values = _list(_inherited(line, "/Opt"))
    state = _resolved(node.get("/AS"))
    if state is not None and state != _OFF:
        taken.shown.append(_value(state, values))
    # A program may have changed the field and not the box within it: the outer one is the field's.
    said = [each for node in line if (each := _resolved(node.get("/V"))) not in {None, _OFF}]
    if said:
        taken.named = _value(said[-1], values)


def _line(node: Any) -> Iterator[Any]:
    """Give a field and those that it is within, the innermost first."""
    for _ in range(_MOST_STEPS):
        if not isinstance(node, dict):
            return
        yield node
        node = _resolved(node.get("/Parent"))
    raise ValueError("a field that is within itself")


def _name(line: list[Any]) -> str:
    steps: list[str] = []
    for node in reversed(line):
        step = _text(node.get("/T"))
        # A button that repeats the name of its choice is no step of its own.
        if step and not (steps and steps[-1] == step and "/AS" in node):
            steps.append(step)
    return ".".join(steps)


def _inherited(line: list[Any], key: str) -> Any:
    found = (_resolved(node.get(key)) for node in line)
    return next((each for each in found if each is not None), None)


def _value(state: Any, values: list[Any]) -> str:
    """Give the value of a box: the name of its look, or what stands for it in a list of values."""
    name = str(state).removeprefix("/")
    if values and name.isdigit() and int(name) < len(values):
        found = _resolved(values[int(name)])
        return _text(_list(found)[0] if isinstance(found, list) and found else found)
    return name


def _text(value: Any) -> str:
    found = _resolved(value)
    if found is None:
        return ""
    if hasattr(found, "get_data"):
        found = found.get_data()
    if isinstance(found, bytes):
        found = found.decode("utf-8", "replace")
    return str(found)[:_MOST_LETTERS]
