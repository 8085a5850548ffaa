from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kit.rendering.figures.two_by_two import two_by_two

if TYPE_CHECKING:
    from collections.abc import Callable

LABEL = st.text(min_size=1, max_size=120)
FIELDS = ("Delegate", "Do now", "Let go", "Plan")


def axis(title: str, low: str = "low", high: str = "high") -> SimpleNamespace:
    return SimpleNamespace(title=title, low=low, high=high)


def test_the_grid_says_in_words_what_it_shows(sheet: Callable[[str], Any]) -> None:
    title = sheet(two_by_two(axis("Urgency"), axis("Importance"), FIELDS, id="grid")).title
    assert "From left to right: Urgency, from low to high." in title
    assert "From bottom to top: Importance" in title
    assert "top left Delegate, top right Do now, bottom left Let go, bottom right Plan" in title


def test_each_field_is_named_in_its_corner(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(two_by_two(axis("Urgency"), axis("Importance"), FIELDS, id="grid"))
    at = {text.text: text.corners[0] for text in drawn.texts}
    assert at["DELEGATE"][0] < 40
    assert at["DELEGATE"][1] < 20
    assert at["DO NOW"][0] > 130
    assert at["LET GO"][1] > 80
    assert at["PLAN"][0] > 130
    assert at["PLAN"][1] > 80


def test_fields_need_no_names(sheet: Callable[[str], Any]) -> None:
    drawn = sheet(two_by_two(axis("Urgency"), axis("Importance"), id="grid", height_mm=60))
    assert drawn.height == 60
    assert "fields:" not in drawn.title


@given(
    titles=st.tuples(LABEL, LABEL, LABEL, LABEL, LABEL, LABEL),
    fields=st.none() | st.tuples(LABEL, LABEL, LABEL, LABEL),
    width=st.integers(110, 190),
    height=st.integers(60, 180),
)
@settings(max_examples=40, deadline=None)
def test_no_two_texts_overlap_nor_leave_the_page(
    titles: tuple[str, ...],
    fields: tuple[str, ...] | None,
    width: int,
    height: int,
    sheet: Callable[[str], Any],
) -> None:
    drawn = sheet(
        two_by_two(
            axis(*titles[:3]), axis(*titles[3:]), fields, width_mm=width, height_mm=height, id="g"
        )
    )
    assert drawn.overlapping() == []
    assert drawn.outside() == []
