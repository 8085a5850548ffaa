"""Which fonts of this machine have the characters of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.press.coverage import Coverage, coverage

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.engine import Press

NOWHERE = "\U00012000"
"""A sign of cuneiform: no system comes with a font that has it."""


def test_latin_is_known_without_a_layout(press: Press, root: Path) -> None:
    assert coverage(press, ["Ana Díaz", "Łukasz Przykład"], root) == Coverage()


def test_letters_of_the_bundled_faces_are_of_no_other_face(press: Press, root: Path) -> None:
    found = coverage(press, ["Фёдор Примеров", "Nguyễn Thị Hoa"], root)

    assert not found.missing
    assert not any(found.face(sign) for sign in "Фёдор Примеров Nguyễn")


def test_what_no_font_has_is_missing_and_what_another_has_is_named(
    press: Press, root: Path
) -> None:
    found = coverage(press, [f"Ana {NOWHERE} <b>", "★ Star"], root)

    assert NOWHERE in found.missing
    assert not found.missing & set("Ana <b>Star")
    assert found.face("★") or "★" in found.missing
    assert found.face(" ") is None
