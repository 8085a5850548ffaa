"""A form as a PDF with the fields that the kit makes, for tests to fill in and to break."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription


class FilledForm:
    """An empty form; fields are found by their whole names."""

    def __init__(self, form: FormDescription, *, stamp: str = "") -> None:
        self.pdf = pikepdf.new()
        self.page = self.pdf.add_blank_page(page_size=(612, 792))
        self.page.obj.Annots = Array()
        self.fields: dict[str, Any] = {}
        self.boxes: dict[tuple[str, str], Any] = {}
        self.roots = Array()
        self.pdf.Root.AcroForm = self.pdf.make_indirect(Dictionary(Fields=self.roots))
        self.stamp = stamp or f"{form.form} {form.version}"
        for each in form.fields:
            self._add(each)
        self.pdf.docinfo["/WorkshopKitForm"] = String(self.stamp)
        self._enter("kit_form", self._made(FT=Name.Tx, Ff=1, V=String(self.stamp)))

    def choose(self, name: str, value: str, *, shown: str | None = None) -> FilledForm:
        """Mark a value; with `shown`, the boxes look as if that were marked."""
        shown = value if shown is None else shown
        self.fields[name].V = Name(f"/{value}")
        for (field, each), box in self.boxes.items():
            if field == name:
                box.AS = Name(f"/{each}") if each == shown else Name.Off
        return self

    def tick(self, name: str, value: str) -> FilledForm:
        """Tick one of several."""
        return self.choose(f"{name}.{value}", value)

    def write(self, name: str, text: str) -> FilledForm:
        """Type words."""
        self.fields[name].V = String(text)
        return self

    def content(self, **options: Any) -> bytes:
        """Give the file's bytes."""
        target = io.BytesIO()
        self.pdf.save(target, static_id=True, **options)
        return target.getvalue()

    def _add(self, field: AnswerField) -> None:
        if field.kind == "text":
            name = f"{field.item}_other" if field.key.endswith(".other") else field.key
            self._enter(name, self._widget(FT=Name.Tx, V=String("")))
        elif field.kind == "several":
            for value in field.values:
                box = self._widget(FT=Name.Btn, V=Name.Off, AS=Name.Off, AP=self._looks(value))
                self.boxes[f"{field.key}.{value}", value] = box
                self._enter(f"{field.key}.{value}", box)
        else:
            choice = self._made(FT=Name.Btn, Ff=(1 << 15) | (1 << 14), V=Name.Off, Kids=Array())
            for value in field.values:
                box = self._widget(Parent=choice, AS=Name.Off, AP=self._looks(value))
                self.boxes[field.key, value] = box
                choice.Kids.append(box)
            self._enter(field.key, choice)

    def _enter(self, name: str, field: Any) -> None:
        outer, step, last = name.rpartition(".")
        field.T = String(last)
        self.fields[name] = field
        if not step:
            self.roots.append(field)
            return
        if outer not in self.fields:
            self._enter(outer, self._made(Kids=Array()))
        field.Parent = self.fields[outer]
        self.fields[outer].Kids.append(field)

    def _looks(self, value: str) -> Any:
        look = self.pdf.make_indirect(self.pdf.make_stream(b""))
        return Dictionary(N=Dictionary({f"/{value}": look, "/Off": look}))

    def _widget(self, **entries: Any) -> Any:
        box = self._made(Type=Name.Annot, Subtype=Name.Widget, Rect=Array([0, 0, 9, 9]), **entries)
        self.page.obj.Annots.append(box)
        return box

    def _made(self, **entries: Any) -> Any:
        return self.pdf.make_indirect(Dictionary(**entries))


def filled_in(form: FormDescription, answers: Mapping[str, str], **texts: str) -> FilledForm:
    """Fill in choices by the fields' keys, and words by theirs with `_` for `-`."""
    made = FilledForm(form)
    for name, value in answers.items():
        made.choose(name, value)
    for name, text in texts.items():
        made.write(name.replace("_", "-"), text)
    return made
