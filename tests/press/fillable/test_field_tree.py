from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader, PdfWriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from kit.press.engine import Printed

NAMES = {
    *("fair", "can.before", "can.now", "who.1", "who.2", "step.what", "why"),
    "kit_form",
}


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def fields(pdf: bytes) -> dict[str, Any]:
    """Give the fields that have a value, by their whole names."""
    found = reader(pdf).get_fields() or {}
    return {name: field for name, field in found.items() if "/FT" in field}


def widgets(pdf: bytes) -> list[Any]:
    return [note.get_object() for page in reader(pdf).pages for note in page.get("/Annots", ())]


def test_every_field_has_its_name_once(form: Printed) -> None:
    assert fields(form.pdf).keys() == NAMES
    assert form.problems == ()


def test_the_roots_are_fields_alone(form: Printed) -> None:
    roots = [root.get_object() for root in reader(form.pdf).root_object["/AcroForm"]["/Fields"]]
    assert [root["/T"] for root in roots] == ["fair", "can", "who", "step", "why", "kit_form"]
    assert not any("/Parent" in root for root in roots)


def test_a_choice_is_one_field_and_its_buttons_are_none(form: Printed) -> None:
    (choice,) = [
        root.get_object()
        for root in reader(form.pdf).root_object["/AcroForm"]["/Fields"]
        if root.get_object()["/T"] == "fair"
    ]
    assert choice["/V"] == "/Off"
    assert choice["/Ff"] == (1 << 15) + (1 << 14)
    kids = [kid.get_object() for kid in choice["/Kids"]]
    for kid, value in zip(kids, ("/1", "/2", "/na"), strict=True):
        assert kid["/AP"]["/N"].keys() == {value, "/Off"}
        assert kid["/AS"] == "/Off"
        assert not {"/T", "/FT", "/V"} & kid.keys()


def test_every_widget_says_what_it_asks(form: Printed) -> None:
    asked = [widget["/TU"] for widget in widgets(form.pdf)]
    assert asked[:4] == [
        "It was fair, effi ½: No",
        "It was fair, effi ½: Yes",
        "It was fair, effi ½: N/A",
        "I can: Before: Low",
    ]
    assert asked[-2:] == ["One step: What", "Why?"]
    assert fields(form.pdf)["fair"]["/TU"] == "It was fair, effi ½"


def test_it_conforms_to_pdf_ua_1(form: Printed, findings: Callable[[bytes], list[str]]) -> None:
    assert findings(form.pdf) == []


def test_a_filled_copy_says_what_it_is_a_copy_of(form: Printed) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(form.pdf))
    content = io.BytesIO()
    writer.write(content)
    filled = content.getvalue()
    assert reader(filled).metadata["/WorkshopKitForm"] == "small 1a2b3c4"  # type: ignore[index]
    assert fields(filled)["kit_form"]["/V"] == "small 1a2b3c4"
    assert fields(filled)["kit_form"]["/Ff"] == 1


def test_texts_of_several_lines_take_several_lines(form: Printed) -> None:
    found = fields(form.pdf)
    assert found["why"].get("/Ff") == 1 << 12
    assert "/Ff" not in found["step.what"]


def test_no_program_is_asked_to_draw_what_is_drawn_already(form: Printed) -> None:
    assert "/NeedAppearances" not in reader(form.pdf).root_object["/AcroForm"]


def test_a_field_on_a_line_stands_beside_its_words(form: Printed) -> None:
    (line,) = [widget for widget in widgets(form.pdf) if widget["/TU"] == "One step: What"]
    left, bottom, right, top = (float(length) for length in line["/Rect"])
    assert 56.7 + 20 < left < 56.7 + 50
    assert right > 540
    assert 15 < top - bottom < 20


def test_the_same_form_gives_the_same_bytes(print_form: Callable[[str], Printed]) -> None:
    body = '<div data-item="why"><p>Why?</p><div class="lines"></div></div>'
    assert print_form(body).pdf == print_form(body).pdf


def test_a_document_without_places_is_printed_as_it_is(
    print_form: Callable[[str], Printed], findings: Callable[[bytes], list[str]]
) -> None:
    printed = print_form("<p>Nothing to write on.</p>")
    assert fields(printed.pdf).keys() == {"kit_form"}
    assert findings(printed.pdf) == []
