from __future__ import annotations

from tinyhtml5 import parse

from kit.press.fillable.named_places import named_places


def said(html: str) -> list[tuple[str, str, str, str, int, int | None]]:
    root = parse(f"<main>{html}</main>", namespace_html_elements=False)
    return [
        (each.kind, each.name, each.asks, each.value, each.rows, each.longest)
        for each in named_places(root)
    ]


def test_a_place_says_its_kind_and_name_and_what_it_asks() -> None:
    assert said(
        '<span class="write-in" data-place="text" data-name="a.date" data-asks="Date"></span>'
        '<div data-place="text" data-name="a.text"><p class="line"></p><p class="line"></p></div>'
        '<div data-place="text" data-name="a.room"></div>'
        '<p data-place="text" data-name="a.month" data-longest="6"></p>'
        '<span data-place="tick" data-name="a.yes" data-value="yes"></span>'
    ) == [
        ("text", "a.date", "Date", "", 1, None),
        ("text", "a.text", "", "", 2, None),
        ("text", "a.room", "", "", 9, None),
        ("text", "a.month", "", "", 1, 6),
        ("tick", "a.yes", "", "yes", 9, None),
    ]


def test_what_has_no_name_or_a_kind_that_there_is_not_is_no_place() -> None:
    assert said('<p data-place="text"></p><p data-place="poem" data-name="a"></p>') == []
