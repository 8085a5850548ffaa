"""What pages send is read; the same thing sent by a script and by hand is the same response."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from kit.collecting.current_form import current_form
from kit.collecting.submission import (
    NotTakenError,
    read_form,
    read_json,
    response_of,
    typed_sheet,
)
from kit.library import Library, bundled_folder

if TYPE_CHECKING:
    from pathlib import Path

    from kit.instrument.description import FormDescription

TOKEN = "00000000-0000-4000-8000-000000000001"  # noqa: S105 - of a page
DAY = date(2027, 8, 12)
SHEET = "0123456789ABC"


@pytest.fixture
def form(project: Path) -> FormDescription:
    return current_form(Library(project, bundled_folder()), "small")


def test_a_script_and_a_hand_say_the_same(form: FormDescription) -> None:
    name = {"version": form.version, "wording": form.wording, "session": form.session}
    given = {"recommend": "0", "most-useful": ["other", "1"], "improve": "Zwölf\r\nZeilen "}
    data = {"form": name, "token": TOKEN, "answers": given}
    own = {f"_{key}": value for key, value in {**name, "token": TOKEN, "sheet": ""}.items()}
    by_script = response_of(read_json(json.dumps(data).encode()), form, DAY)
    by_hand = response_of(read_form(urlencode(own | given, doseq=True).encode()), form, DAY)
    assert by_script == by_hand
    answers = {each.field: each.values for each in by_script.answers}
    assert answers["most-useful"] == ("1", "other")  # in the order of the form
    assert answers["improve"] == ("Zwölf\nZeilen",)
    assert answers["can-respond"] == ()
    assert list(answers) == [field.key for field in form.fields]
    assert by_script.token == TOKEN
    assert by_script.received["answers"]["improve"] == ["Zwölf\r\nZeilen "]


@pytest.mark.parametrize(
    "typed", [SHEET, SHEET.lower(), "O123 4567 89ABC", f"WK-7K2MQ4ZC-2-{SHEET}", f" {SHEET}\n"]
)
def test_the_code_of_a_sheet_is_read_however_it_is_typed(typed: str) -> None:
    assert typed_sheet(typed) == SHEET


@pytest.mark.parametrize("typed", ["x", "WK-7K2MQ4ZC-1", "0123456789ABCD", "0123456789ABU", "-"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert typed_sheet(typed) is None
    assert typed_sheet("  ") == ""


def test_other_words_are_another_original(form: FormDescription) -> None:
    name = {"version": form.version, "wording": form.wording, "session": form.session}

    def original(words: str, token: str = TOKEN) -> str:
        data = {"form": name, "token": token, "answers": {"improve": words}}
        return response_of(read_json(json.dumps(data).encode()), form, DAY).original

    assert original("a") == original("a ")
    assert len({original("a"), original("b"), original("a", TOKEN[:-1] + "2")}) == 3


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b"[" * 100_000, b"\xff", b'{"answers": {}}'])
def test_what_is_nothing_of_ours_is_unreadable(body: bytes) -> None:
    with pytest.raises(NotTakenError, match="unreadable"):
        read_json(body)


@pytest.mark.parametrize("body", [b"", b"\xff", b"a=%ff", b"a=b", b"&".join([b"a=b"] * 600)])
def test_a_form_of_another_page_is_unreadable(body: bytes) -> None:
    with pytest.raises(NotTakenError, match="unreadable"):
        read_form(body)
