from __future__ import annotations

from typing import Any

import pytest

from kit.errors import Severity


@pytest.mark.parametrize("character", ["●", "★", "漢", "م"])
def test_a_sign_that_the_fonts_lack_is_named(character: str, print_body: Any) -> None:
    problems = print_body(f"<p>Rate {character} this</p>").problems
    assert problems
    assert {problem.code for problem in problems} <= {"font-fallback", "no-glyph"}
    assert any(f"U+{ord(character):04X}" in problem.message for problem in problems)
    assert not any("U+0052" in problem.message for problem in problems)


def test_latin_with_its_extensions_is_in_every_face(
    print_body: Any, sample: dict[str, Any]
) -> None:
    text = sample["LATIN"]
    body = "".join(
        f'<p style="font: {style} 11pt {family}">{text}</p>'
        for family in ("Kit Serif", "Kit Sans")
        for style in ("400", "600", "700")
    )
    italic = text.replace("Nguyễn Thị Hoa, ", "")
    body += f'<p><em>{italic}</em></p><p style="font-family: Kit Sans"><em>{italic}</em></p>'
    assert print_body(body).problems == ()


def test_text_that_names_no_face_of_ours_is_told_apart(print_body: Any) -> None:
    (problem,) = print_body('<p style="font-family: monospace">plain</p>').problems
    assert problem.code == "font-fallback"
    assert problem.severity is Severity.WARNING
    assert "no style names" in problem.message


def test_a_face_that_a_style_names_is_meant(print_body: Any) -> None:
    # A face of this machine, whichever it is: the one that the engine falls back to.
    (fallback,) = print_body('<p style="font-family: monospace">plain</p>').problems
    family = fallback.message.split("“")[1].split("”")[0]
    assert print_body(f"<p style=\"font-family: '{family}'\">plain</p>").problems == ()


def test_a_sign_that_the_fonts_lack_is_told_with_its_page_and_words(print_body: Any) -> None:
    body = f"<p>Before.</p><p style='break-before: page'>Give it five ★ at most.</p>{'<p>x' * 9}"
    problems = print_body(body).problems
    assert problems
    assert all(
        problem.message.startswith("Page 2, “Give it five ★ at most.”: ") for problem in problems
    )
