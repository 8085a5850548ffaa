from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kit.exchange.systems.field_names import (
    LIME_SURVEY,
    QUALTRICS,
    REDCAP,
    Naming,
    columns_of,
    names_of,
)
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription

NAMINGS = {"REDCap": REDCAP, "Qualtrics": QUALTRICS, "LimeSurvey": LIME_SURVEY}
ALLOWED = {
    "REDCap": r"[a-z](?:[a-z0-9]|_(?!_)){0,25}",
    "Qualtrics": r"[a-z][a-z0-9_]{0,14}",
    "LimeSurvey": r"[a-z][a-z0-9]{0,19}",
}
RESERVED = (
    *("record-id", "name", "email", "token", "other", "time", "that", "id", "status", "progress"),
    *(
        "course-complete",
        "eval-timestamp",
        "redcap-event-name",
        "q-one",
        "goal-1",
        "a-b",
        "ab",
        "goal",
    ),
)
IDS = some.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,5}", fullmatch=True)


def form_of(*keys: str) -> FormDescription:
    fields = tuple(
        AnswerField(key, key.partition(".")[0], "one", key, ("1", "2"), ("no", "yes"))
        for key in keys
    )
    return FormDescription("f", "v", "w", "f", "F", "end", "en", fields)


@pytest.mark.parametrize("system", NAMINGS)
@given(keys=some.lists(IDS | some.sampled_from(RESERVED), min_size=1, max_size=12, unique=True))
def test_any_keys_have_names_of_their_own_that_the_system_takes(
    system: str, keys: list[str]
) -> None:
    names = names_of(form_of(*keys), NAMINGS[system])
    assert {*names} == {*keys}
    assert len({*names.values()}) == len(keys)
    assert all(re.fullmatch(ALLOWED[system], name) for name in names.values())
    assert names == names_of(form_of(*keys), NAMINGS[system])


@pytest.mark.parametrize("system", NAMINGS)
@given(
    keys=some.lists(IDS | some.sampled_from(RESERVED), min_size=1, max_size=12, unique=True),
    several=some.booleans(),
)
def test_every_column_leads_back_to_the_answer_that_it_is_for(
    system: str, keys: list[str], several: bool
) -> None:
    form = form_of(*keys)
    if several:
        form = replace(form, fields=tuple(replace(each, kind="several") for each in form.fields))
    names, columns = names_of(form, NAMINGS[system]), columns_of(system, form)
    for each in form.fields:
        name = names[each.key]
        for at, value in enumerate(each.values, start=1):
            if not several:
                assert columns[name, ""] == (each.key, "")
            elif system == "Qualtrics":
                assert columns[f"{name}_{at}", ""] == (each.key, value)
            else:
                assert columns[name, value] == (each.key, value)


@pytest.mark.parametrize(
    ("key", "naming", "name"),
    [
        ("can-write-goal.before", REDCAP, "can_write_goal_before"),
        ("one-change.by-when", REDCAP, "one_change_by_when"),
        ("can-write-goal.before", LIME_SURVEY, "canwritegoalbefore"),
        ("recommend", QUALTRICS, "recommend"),
    ],
)
def test_a_name_is_the_key_where_that_will_do(key: str, naming: Naming, name: str) -> None:
    assert names_of(form_of(key), naming) == {key: name}


@pytest.mark.parametrize(
    ("key", "naming"),
    [
        # `$reserved_field_names` of REDCap's class Project
        *((key, REDCAP) for key in ("action", "case", "class", "focus", "instance", "new")),
        *((key, REDCAP) for key in ("return", "submit", "switch", "redcap-event-name")),
        ("about-form", QUALTRICS),  # what people read first
    ],
)
def test_a_name_that_means_something_else_is_not_used(key: str, naming: Naming) -> None:
    (name,) = names_of(form_of(key), naming).values()
    assert name != naming.plain(key)
    assert naming.fits(name)


def test_a_long_key_keeps_its_beginning() -> None:
    key = "will-speak-with-somebody-about-it.before"
    name = names_of(form_of(key), REDCAP)[key]
    assert name.startswith("will_speak_with_some")
    assert len(name) <= 26
    assert (
        name
        != names_of(form_of(key.replace("before", "now")), REDCAP)[key.replace("before", "now")]
    )


def test_a_grid_of_qualtrics_is_told_by_its_first_row_and_a_number() -> None:
    form = form_of("gap.before", "gap.now", "ask.before", "ask.now")
    columns = columns_of("Qualtrics", form)
    assert columns["gap_before_2", ""] == ("ask.before", "")
    assert columns["gap_now_2", ""] == ("ask.now", "")
    assert ("gap_now_3", "") not in columns


def test_other_systems_keep_no_names() -> None:
    assert columns_of("Google Forms", form_of("pace")) == {}
