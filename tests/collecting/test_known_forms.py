from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.collecting.current_form import current_form
from kit.collecting.known_forms import KnownForms
from kit.exchange.answer_table import FormName, name_of
from kit.instrument.form_map import FormMap
from kit.pipeline.records.kept_forms import keep_form

if TYPE_CHECKING:
    from kit.instrument.description import FormDescription
    from kit.library import Library


def test_a_form_that_is_given_out_now_in_any_length(
    library: Library, form: FormDescription
) -> None:
    forms = KnownForms(library)
    short = current_form(library, "small", length="short")
    assert short.version != form.version
    assert forms.find(name_of(form)) == form
    assert forms.find(name_of(short)) == short
    later = current_form(library, "small", follow_up=True)
    assert forms.find(name_of(later)) == later


def test_another_wording_adds_up_and_another_version_does_not(
    library: Library, form: FormDescription
) -> None:
    forms = KnownForms(library)
    assert forms.find(replace(name_of(form), wording="0000000")) == form
    assert forms.find(replace(name_of(form), version="0000000")) is None
    assert forms.find(replace(name_of(form), session="nobody/first")) is None
    assert forms.find(FormName("a", "b", "c", "d")) is None


def test_a_form_that_was_printed_is_known_when_it_is_given_out_no_more(
    library: Library, form: FormDescription
) -> None:
    assert library.project
    older = replace(form, version="0000000", fields=form.fields[:2])
    folder = library.project / "records" / "forms"
    folder.mkdir(parents=True)
    printed = FormMap("AAAAAAAA", older, "letter", False, 215.9, 279.4, 1, (), ())  # noqa: FBT003
    keep_form(folder, printed, b"%PDF")
    assert KnownForms(library).find(name_of(older)) == older
