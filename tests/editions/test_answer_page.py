from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.answer_page import follow_up_view, view
from kit.editions.setting import Setting
from kit.instrument.answer_fields import fields_of
from kit.instrument.form import form_of

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_field_of_the_form_is_on_the_page_once(tailored: Callable[..., Any]) -> None:
    made = tailored()
    for phase, page in (("end", view), ("follow-up", follow_up_view)):
        form = form_of(made, phase)  # type: ignore[arg-type]
        found = page(made, Setting())
        assert form
        assert found
        assert found.name.version == form.version
        fields = [
            field
            for section in found.sections
            for question in section.questions
            for field in question.fields
        ]
        keys = [key for field in fields for key in (field.key, field.other) if key]
        assert keys == [field.key for field in fields_of(form)]
        values = {
            field.key: tuple(each.value for each in (*field.options, *field.apart))
            for field in fields
        }
        assert all(values.get(field.key, ()) == field.values for field in fields_of(form))


def test_answers_say_which_run_they_are_of(tailored: Callable[..., Any]) -> None:
    alone, run = (view(tailored(), Setting(run=name)) for name in ("", "interns/first"))
    assert alone
    assert run
    assert alone.name.session == tailored().name
    assert run.name.session == "interns/first"
    assert alone.name.version == run.name.version


def test_a_form_whose_answers_are_linked_asks_for_a_code_and_is_confidential(
    tailored: Callable[..., Any],
) -> None:
    plain, linked = (view(tailored(linking=linking), Setting()) for linking in (False, True))
    assert plain
    assert linked
    assert (plain.is_confidential, linked.is_confidential) == (False, True)
    (asked,) = linked.sections[-1].questions
    (field,) = asked.fields
    assert (field.key, field.shape, field.rows) == ("link-code", "code", 8)
