from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.collecting.table_columns import matched
from kit.exchange.system import Heading, in_parts
from kit.exchange.systems.field_names import columns_of

if TYPE_CHECKING:
    from kit.instrument.description import FormDescription

NEED = "I can name a need that none of my mentors meets."


def found(form: FormDescription, *texts: str) -> list[str]:
    """Give what headings in words were matched to, `?` where nothing or more than one."""
    headings = tuple(
        Heading(at, text, ((text, ""),), in_parts(text)) for at, text in enumerate(texts)
    )
    targets = matched(headings, form, {}).targets
    keys = {
        at: f"{each.field.key}{f'={each.option}' if each.option else ''}"
        for at, each in targets.items()
    }
    return [keys.get(at, "?") for at in range(len(texts))]


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("recommend", "recommend"),
        ("knows-gap.before", "knows-gap.before"),
        ("knows_gap_before", "knows-gap.before"),
        ("KnowsGapNow", "knows-gap.now"),
        ("one-change.with-whom", "one-change.with-whom"),
        ("How likely are you to recommend this session to a colleague?", "recommend"),
        ("7. How likely are you to recommend this session to a colleague?", "recommend"),
        ("HOW LIKELY are you to recommend this\u00a0session to a colleague", "recommend"),
        ("How likely are you to recommend this ses...", "recommend"),
        (f"Before the session [{NEED}]", "knows-gap.before"),
        (f"Now - {NEED}", "knows-gap.now"),
        (f"{NEED} (before)", "knows-gap.before"),
        (f"{NEED} (antes)", "knows-gap.before"),
        (f"{NEED} (ahora)", "knows-gap.now"),
        (f"Before this session: {NEED}", "knows-gap.before"),
        ("I can … choose a first sentence for a conversation that has stalled.", "can-respond"),
        (f"Antes de la sesión [{NEED}]", "knows-gap.before"),
        (f"Después [{NEED}]", "knows-gap.now"),
        ("One thing that I will do in the next two weeks - With whom", "one-change.with-whom"),
        ("What was most useful to you?", "most-useful"),
        ("What was most useful to you? [the map]", "most-useful=1"),
        ("What was most useful to you? - Other (please specify)", "most-useful.other"),
    ],
)
def test_a_heading_in_the_ways_that_systems_write_it(
    form: FormDescription, heading: str, key: str
) -> None:
    assert found(form, heading) == [key]


@pytest.mark.parametrize(
    "heading",
    [
        NEED,
        f"Before and now [{NEED}]",
        f"{NEED}2",
        "How likely...",
        "What would you like for lunch?",
        "What was most useful to you? [the weather]",
        "",
    ],
)
def test_what_is_not_sure_is_not_matched(form: FormDescription, heading: str) -> None:
    assert found(form, heading) == ["?"]


def test_two_columns_for_one_field_are_left_to_a_person(form: FormDescription) -> None:
    assert found(form, "recommend", "Recommend", "improve") == ["?", "?", "improve"]


def test_a_column_for_all_and_columns_for_each_answer_do_not_mix(form: FormDescription) -> None:
    whole, part = "What was most useful to you?", "What was most useful to you? [the map]"
    assert found(form, whole, part) == ["?", "?"]


def test_columns_about_people_are_never_matched(form: FormDescription) -> None:
    heading = Heading(0, "recommend", (("recommend", ""),), about="person")
    assert matched((heading,), form, {}).targets == {}


@pytest.mark.parametrize(
    ("names", "key"),
    [
        ((("grid", "knowsgapnow"),), "knows-gap.now"),
        ((("mostuseful", "2"),), "most-useful=2"),
        ((("mostuseful", "other"),), "most-useful.other"),
    ],
)
def test_names_that_were_exported_from_here_stand_before_words(
    form: FormDescription, names: tuple[tuple[str, str], ...], key: str
) -> None:
    heading = Heading(0, "x", names, in_parts("How likely are you to recommend this session?"))
    targets = matched((heading,), form, {}, columns_of("LimeSurvey", form)).targets
    assert f"{targets[0].field.key}{'=' * bool(targets[0].option)}{targets[0].option}" == key
    assert targets[0].is_own
