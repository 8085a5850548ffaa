"""The form fields of a PDF: one tree of names, made anew from the engine's widgets.

What the engine writes of itself is malformed: it lists every button of a choice beside the choice,
under its name doubled, so that an answer that is set reads back as none; it has no appearance for
what is not ticked, and tells of a choice by its first answer. Here each widget is given its
place in the tree, the objects being still in memory.

A filled copy says what it is a copy of, in two ways, since programs keep the one or the other:

- the entry `WorkshopKitForm` of the document information: `managing-up 1a2b3c4`, a form's id and
  version; `managing-up/worksheets 1a2b3c4`, a workshop, an edition and its version;
- a field `kit_form` without a widget, whose value is the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pydyf

from kit.press.fillable.places import STEP, Place, Stamp
from kit.press.tag_tree import number_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.press.fillable.placing import Placed

STAMP_ENTRY = "WorkshopKitForm"
STAMP_FIELD = "kit_form"

_READ_ONLY = 1 << 0
_SEVERAL_LINES = 1 << 12
_NOT_TAKEN_BACK = 1 << 14
_ONE_OF_SEVERAL = 1 << 15
_CENTERED = 1
_UNIT = 100
_FONT = re.compile(rb"(/\S+) [\d.]+ Tf")
_FITTED = b"0"
"""Size of type: as large as the field allows, so that nothing of a long text is cut off."""
_POINTS = {False: b"10", True: b"18"}
"""Size of type on a single line, at the usual size and in large print."""

_CROSS = b"0 G 11 w 14 14 m 86 86 l 14 86 m 86 14 l S"
_RING = (
    b"0 G 11 w 95 50 m 95 74.9 74.9 95 50 95 c 25.1 95 5 74.9 5 50 c "
    b"5 25.1 25.1 5 50 5 c 74.9 5 95 25.1 95 50 c S"
)
"""How what is ticked looks, in a square of 100 by 100. The ring leaves a number within readable."""


def make_field_tree(
    pdf: Any, placed: Iterable[Placed], stamp: Stamp | None, *, large: bool
) -> None:
    """Make the fields of `pdf`, the engine's objects, out of the widgets of what was placed."""
    tree = _FieldTree(pdf, large=large)
    for each in placed:
        tree.add(each.place, each.box.widget_annotation, round_box=_is_round(each))
    if stamp:
        tree.stamp(stamp)
    tree.finish()


def _is_round(placed: Placed) -> bool:
    return "pick" in (placed.place.element.get("class") or "").split()


class _FieldTree:
    def __init__(self, pdf: Any, *, large: bool) -> None:
        self._pdf = pdf
        self._large = large
        self._roots = pydyf.Array()
        self._fields: dict[str, Any] = {}
        self._looks = {
            look: self._appearance(drawn)
            for look, drawn in (("off", b""), ("cross", _CROSS), ("ring", _RING))
        }

    def add(self, place: Place, widget: Any, *, round_box: bool) -> None:
        """Put a widget in its place in the tree."""
        left, top, right, bottom = widget["Rect"]
        widget["Rect"] = pydyf.Array([left, min(top, bottom), right, max(top, bottom)])
        widget["TU"] = pydyf.String(place.asks)
        for drawn in widget.get("AP", {}).get("N", {}).values():
            self._drop(number_of(drawn))  # one look serves all of a kind
        if place.kind == "text":
            self._write(place, widget)
            self._enter(place.name, widget)
            return
        look = "ring" if round_box else "cross"
        widget["AP"] = pydyf.Dictionary(
            {"N": pydyf.Dictionary({place.value: self._looks[look], "Off": self._looks["off"]})}
        )
        widget["AS"] = "/Off"
        widget["MK"] = pydyf.Dictionary({"CA": pydyf.String("l" if round_box else "8")})
        if place.kind == "tick":
            widget["V"] = "/Off"
            self._enter(place.name, widget)
            return
        for of_the_field in ("T", "FT", "V"):
            widget.pop(of_the_field, None)
        choice = self._fields.get(place.name) or self._choice(place)
        widget["Parent"] = choice.reference
        choice["Kids"].append(widget.reference)

    def stamp(self, stamp: Stamp) -> None:
        """Write down what a filled copy is a copy of."""
        said = pydyf.String(f"{stamp.document} {stamp.version}")
        self._pdf.info[STAMP_ENTRY] = said
        field = pydyf.Dictionary({"FT": "/Tx", "Ff": _READ_ONLY, "TU": said, "V": said})
        self._pdf.add_object(field)
        self._enter(STAMP_FIELD, field)

    def finish(self) -> None:
        """Hang the tree up in the document."""
        form = self._pdf.catalog.get("AcroForm")
        if form is None:
            form = self._pdf.catalog["AcroForm"] = pydyf.Dictionary()
        form["Fields"] = self._roots
        # Programs that fill a field draw it; asking them to draw all has them ask to save.
        form.pop("NeedAppearances", None)

    def _write(self, place: Place, widget: Any) -> None:
        several = place.rows > 1
        size = _FITTED if several and not self._large else _POINTS[self._large]
        widget["DA"] = pydyf.String(_FONT.sub(rb"\1 " + size + rb" Tf", widget["DA"].string))
        if several:
            widget["Ff"] = _SEVERAL_LINES
        if place.longest:
            widget["MaxLen"] = place.longest
            widget["Q"] = _CENTERED

    def _choice(self, place: Place) -> Any:
        field = pydyf.Dictionary(
            {
                "FT": "/Btn",
                "Ff": _ONE_OF_SEVERAL | _NOT_TAKEN_BACK,
                "TU": pydyf.String(place.question),
                "V": "/Off",
                "Kids": pydyf.Array(),
            }
        )
        self._pdf.add_object(field)
        self._enter(place.name, field)
        return field

    def _enter(self, name: str, field: Any) -> None:
        outer, step, last = name.rpartition(STEP)
        field["T"] = pydyf.String(last)
        self._fields[name] = field
        if not step:
            self._roots.append(field.reference)
            return
        group = self._fields.get(outer) or self._group(outer)
        field["Parent"] = group.reference
        group["Kids"].append(field.reference)

    def _group(self, name: str) -> Any:
        group = pydyf.Dictionary({"Kids": pydyf.Array()})
        self._pdf.add_object(group)
        self._enter(name, group)
        return group

    def _drop(self, number: int) -> None:
        # An object that is only marked as free leaves a place behind at which programs stumble.
        nothing = pydyf.Dictionary()
        nothing.number = number
        self._pdf.objects[number] = nothing

    def _appearance(self, drawn: bytes) -> bytes:
        stream = pydyf.Stream(
            [drawn],
            {
                "Type": "/XObject",
                "Subtype": "/Form",
                "BBox": pydyf.Array([0, 0, _UNIT, _UNIT]),
                "Resources": pydyf.Dictionary(),
            },
        )
        self._pdf.add_object(stream)
        return bytes(stream.reference)
