"""Texts as parts of files' names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.reading.plain_name import plain_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PGY-1 residents, 2027", "pgy-1-residents-2027"),
        ("Łukasz Przykład", "lukasz-przyklad"),
        ("Þóra Dæmi", "thora-daemi"),
        ("İstanbul Şişli", "istanbul-sisli"),
        ("Фёдор Щукин", "fedor-shchukin"),
        ("ОРДИНАТОРЫ, 2027", "ordinatory-2027"),
        ("Київ Їжак", "kiyiv-yizhak"),
        ("Ιατρική Σχολή Άνω", "iatriki-scholi-ano"),
        ("O'Brien/../x", "o-brien-x"),
        ("研修医 2027", "2027"),
        ("研修医", ""),
        ("...", ""),
    ],
)
def test_what_can_be_spelled_is_spelled(text: str, name: str) -> None:
    assert plain_name(text) == name


@given(st.text())
def test_any_text_is_safe_in_a_file_name(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", plain_name(text))
