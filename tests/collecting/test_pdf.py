from __future__ import annotations

import io
import runpy
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfWriter

from kit.answers.response import Status, Way
from kit.collecting.current_form import current_form
from kit.collecting.pdf import collect_pdfs
from kit.collecting.stamped_forms import StampedForms
from kit.errors import KitError
from kit.exchange.filled_pdf import read_filled_pdf
from kit.instrument.form_map import FormMap
from kit.library import find_library
from kit.pipeline.records.kept_forms import keep_form

if TYPE_CHECKING:
    from kit.collecting.channels import Collected
    from kit.instrument.description import FormDescription
    from kit.library import Library


_MODULE = runpy.run_path(str(Path(__file__).with_name("filled_form.py")))
FilledForm, filled_in = _MODULE["FilledForm"], _MODULE["filled_in"]


def collect(
    library: Library, folder: Path, *contents: bytes, session: str | None = None
) -> Collected:
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"{number}.pdf")
        paths[-1].write_bytes(content)
    return collect_pdfs(library, paths, StampedForms(library, session))


def full(form: FormDescription) -> Any:
    made = filled_in(form, {"can-respond": "4", "mentoring-improved": "na"})
    made.choose("knows-gap.before", "1").choose("recommend", "10")
    made.tick("most-useful", "3").tick("most-useful", "1")
    return made.write("improve", "Más café\r\nplease").write("most-useful_other", " lunch ")


def test_a_filled_in_form_is_a_response(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    collected = collect(library, tmp_path, full(form).content())
    assert collected.problems == ()
    (response,) = collected.responses
    assert (response.way, response.form, response.token) == (Way.PDF, form, None)
    said = {each.field: each.values for each in response.answers}
    assert list(said) == [each.key for each in form.fields]
    assert {key: values for key, values in said.items() if values} == {
        "can-respond": ("4",),
        "mentoring-improved": ("na",),
        "knows-gap.before": ("1",),
        "recommend": ("10",),
        "most-useful": ("1", "3"),
        "most-useful.other": ("lunch",),
        "improve": ("Más café\nplease",),
    }
    assert {each.status for each in response.answers} == {Status.TAKEN}


def test_what_the_file_said_is_kept_and_nothing_about_a_person(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    made = full(form)
    made._enter("your_name", made._widget(FT=Name.Tx, V=String("Ana Diaz")))
    with pikepdf.open(io.BytesIO(made.content())) as pdf:
        pdf.docinfo["/Author"] = "Ana Diaz"
        pdf.save(tmp_path / "ana-diaz.pdf")
    content = (tmp_path / "ana-diaz.pdf").read_bytes()
    (response,) = collect(library, tmp_path, content).responses
    fields = response.received["fields"]
    assert fields["can-respond"] == {"shown": ["4"], "named": "4"}
    assert fields["improve"]["named"].splitlines() == ["Más café", "please"]
    assert fields["most-useful_other"]["named"] == " lunch "
    assert "Ana Diaz" not in str(response)


def test_one_filled_in_by_another_program_reads_the_same(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(FilledForm(form).content()))
    answers = {"can-respond": "/4", "knows-gap.before": "/1", "most-useful.3": "/3"}
    writer.update_page_form_field_values(writer.pages[0], answers, auto_regenerate=False)
    target = io.BytesIO()
    writer.write(target)
    (response,) = collect(library, tmp_path, target.getvalue()).responses
    said = {each.field: each.values for each in response.answers if each.values}
    assert said == {
        "can-respond": ("4",),
        "knows-gap.before": ("1",),
        "most-useful": ("3",),
    }


@pytest.mark.parametrize(
    ("named", "shown", "both"),
    [("4", "2", "24"), ("4", "", "4"), ("Off", "2", "2"), ("99", "2", "2")],
)
def test_where_the_look_and_the_name_disagree_a_person_decides(
    form: FormDescription, project: Path, named: str, shown: str, both: str
) -> None:
    made = FilledForm(form).choose("can-respond", named, shown=shown)
    (response,) = collect(find_library(project), project, made.content()).responses
    answer = next(each for each in response.answers if each.field == "can-respond")
    assert (answer.values, answer.status) == (tuple(both), Status.DOUBTFUL)
    assert answer.evidence["named"] == ([] if named == "Off" else [named])


def test_two_boxes_that_look_marked_are_doubtful(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    made = FilledForm(form).choose("can-respond", "4")
    made.boxes["can-respond", "2"].AS = Name("/2")
    (response,) = collect(library, tmp_path, made.content()).responses
    answer = next(each for each in response.answers if each.field == "can-respond")
    assert (answer.values, answer.status) == (("2", "4"), Status.DOUBTFUL)


def test_the_tree_that_an_engine_writes_is_read_all_the_same(form: FormDescription) -> None:
    made = FilledForm(form).choose("can-respond", "4")
    choice = made.fields["can-respond"]
    values = form.fields[0].values
    choice.Opt = Array([String(value) for value in values])
    for number, value in enumerate(values):
        box = made.boxes["can-respond", value]
        box.T, box.FT = String("can-respond"), Name.Btn
        box.AS = Name(f"/{number}") if value == "4" else Name.Off
        made.roots.append(box)
    choice.V = Name(f"/{values.index('4')}")
    field = read_filled_pdf(made.content(), "a.pdf").fields["can-respond"]
    assert (field.shown, field.named) == (["4"], "4")


def test_lines_of_one_text_are_joined(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    made = FilledForm(form).write("one-change.what", "Ask,")
    made._enter("one-change.what_2", made._widget(FT=Name.Tx, V=String("twice")))
    (response,) = collect(library, tmp_path, made.content()).responses
    said = {each.field: each.values for each in response.answers if each.values}
    assert said == {"one-change.what": ("Ask,\ntwice",)}


def test_one_broken_file_stops_no_other(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    good = full(form).content()
    locked = full(form).content(encryption=pikepdf.Encryption(user="u", owner="o", R=4))
    plain = io.BytesIO()
    pikepdf.new().save(plain)
    printed = FilledForm(form)
    printed.pdf.Root.AcroForm.Fields = Array()
    collected = collect(
        library,
        tmp_path,
        *(good, locked, plain.getvalue(), printed.content(), b"%PDF-1.7 nothing", b"GIF89a"),
        *(FilledForm(form, stamp="small/worksheets 1234567").content(), good),
        FilledForm(form, stamp="small 0000000").content(),
        FilledForm(form).content(),
    )
    assert len(collected.responses) == 1
    told = {
        each.where.file.rpartition("/")[2]: each.code for each in collected.problems if each.where
    }
    assert told == {
        "1.pdf": "locked",
        "2.pdf": "no-fields",
        "3.pdf": "no-fields",
        "4.pdf": "damaged",
        "5.pdf": "not-a-pdf",
        "6.pdf": "not-a-form",
        "7.pdf": "same-file",
        "8.pdf": "unknown-form",
        "9.pdf": "no-answers",
    }


def test_one_that_only_its_owner_may_change_is_read(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    content = full(form).content(encryption=pikepdf.Encryption(user="", owner="o", R=4))
    collected = collect(library, tmp_path, content)
    if collected.problems:  # where nothing is installed that can open it, that is said
        assert [each.code for each in collected.problems] == ["locked"]
    else:
        assert len(collected.responses) == 1


def test_a_pdf_without_a_stamp_or_with_two_is_refused(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    without, two = full(form), full(form)
    del without.pdf.docinfo["/WorkshopKitForm"]
    without.fields["kit_form"].T = String("other")
    two.pdf.docinfo["/WorkshopKitForm"] = String("small 0000000")
    collected = collect(library, tmp_path, without.content(), two.content())
    assert [each.code for each in collected.problems] == ["not-a-form", "two-forms"]


def kept(library: Library, form: FormDescription, name: str) -> None:
    assert library.project
    printed = FormMap(name, form, "letter", False, 215.9, 279.4, 1, (), ())  # noqa: FBT003
    folder = library.project / "records" / "forms"
    folder.mkdir(parents=True, exist_ok=True)
    keep_form(folder, printed, b"%PDF")


def test_the_session_is_that_whose_form_was_printed_or_the_one_asked_for(
    project: Path, interns: str, form: FormDescription, tmp_path: Path
) -> None:
    library = find_library(project)
    first = current_form(library, f"{interns}/first")
    content = full(first).content()
    kept(library, first, "AAAAAAAA")
    (response,) = collect(library, tmp_path, content).responses
    assert response.form.session == "interns/first"
    kept(library, form, "BBBBBBBB")
    (problem,) = collect(library, tmp_path, content).problems
    assert problem.code == "which-session"
    assert "`interns/first`, `small`" in problem.message
    (response,) = collect(library, tmp_path, content, session="small").responses
    assert response.form.session == "small"


def test_a_session_that_there_is_not_is_told_at_once(library: Library) -> None:
    with pytest.raises(KitError, match="Did you mean `small`"):
        StampedForms(library, "smal")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One filled-in form, to be damaged."""
    folder = tmp_path_factory.mktemp("sample") / "project"
    shutil.copytree(Path(__file__).resolve().parent.parent / "examples" / "project", folder)
    form = current_form(find_library(folder), "small")
    return bytes(full(form).content(object_stream_mode=pikepdf.ObjectStreamMode.disable))


@given(data=some.data())
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_a_damaged_file_is_read_or_told(sample: bytes, data: some.DataObject) -> None:
    content = bytearray(sample)
    for _ in range(data.draw(some.integers(1, 6))):
        at = data.draw(some.integers(0, len(content) - 1))
        content[at : at + data.draw(some.integers(0, 40))] = data.draw(some.binary(max_size=40))
    problems = 0
    try:
        read_filled_pdf(bytes(content), "a.pdf")
    except KitError as error:
        problems = len(error.problems)
    assert problems in {0, 1}


PLAIN = some.recursive(
    some.booleans()
    | some.integers(-9, 9)
    | some.text(max_size=5)
    | some.sampled_from(["/Off", "/Btn", "/Tx", "/4"]),
    lambda inside: (
        some.lists(inside, max_size=3)
        | some.dictionaries(
            some.sampled_from(["/T", "/FT", "/V", "/AS", "/Kids", "/Parent", "/Opt", "/Fields"]),
            inside,
            max_size=4,
        )
    ),
    max_leaves=10,
)


def as_object(plain: Any) -> Any:
    """Make what a PDF is made of out of plain data."""
    match plain:
        case list():
            return Array([as_object(each) for each in plain])
        case dict():
            return Dictionary({key: as_object(each) for key, each in plain.items()})
        case str() if plain[:1] == "/" and plain[1:].isalnum() and plain.isascii():
            return Name(plain)
        case str():
            return String(plain)
        case _:
            return plain


@given(fields=PLAIN, kids=PLAIN, choice=PLAIN)
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_whatever_a_field_is_made_of_is_read_or_told(
    sample: bytes, fields: Any, kids: Any, choice: Any
) -> None:
    with pikepdf.open(io.BytesIO(sample)) as pdf:
        form = pdf.Root.AcroForm
        first = form.Fields[0]
        first.Kids = as_object(kids)
        form.Fields.append(as_object(choice))
        if isinstance(fields, list):
            form.Fields.extend(as_object(fields))
        target = io.BytesIO()
        pdf.save(target)
    try:
        found = read_filled_pdf(target.getvalue(), "a.pdf")
    except KitError as error:
        found = None
        assert_one(error)
    assert found is None or found.fields


def assert_one(error: KitError) -> None:
    (problem,) = error.problems
    assert problem.hint


def test_fields_within_themselves_and_too_many_are_told(form: FormDescription) -> None:
    looped = FilledForm(form)
    group = looped.fields["knows-gap"]
    group.Parent = group
    deep = FilledForm(form)
    inner = deep._made(T=String("x"), FT=Name.Tx)
    for _ in range(60):
        inner = deep._made(T=String("x"), Kids=Array([inner]))
    deep.roots.append(inner)
    many = FilledForm(form)
    one = many._made(T=String("x"), FT=Name.Tx)
    many.roots.extend([one, *(Dictionary(T=String("y"), FT=Name.Tx) for _ in range(6_000))])
    for made in (looped, deep, many):
        with pytest.raises(KitError, match="damaged"):
            read_filled_pdf(made.content(), "a.pdf")


def test_a_field_that_was_changed_without_its_box_is_doubtful(
    library: Library, form: FormDescription, tmp_path: Path
) -> None:
    made = FilledForm(form).choose("can-respond", "4", shown="2")
    made.boxes["can-respond", "2"].V = Name("/2")
    (response,) = collect(library, tmp_path, made.content()).responses
    answer = next(each for each in response.answers if each.field == "can-respond")
    assert (answer.values, answer.status) == (("2", "4"), Status.DOUBTFUL)
