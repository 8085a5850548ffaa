from __future__ import annotations

import re

import pytest

from kit.answers.response_id import new_response_id, response_id_of, typed_response_id


def test_names_are_random_and_can_be_read_aloud() -> None:
    names = {new_response_id() for _ in range(1000)}
    assert len(names) == 1000
    assert all(
        re.fullmatch("[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}", each) for each in names
    )


def test_the_name_of_an_example_is_always_the_same() -> None:
    name = response_id_of("example-1")
    assert name == response_id_of("example-1") == typed_response_id(name)
    assert name != response_id_of("example-2")


@pytest.mark.parametrize("typed", ["K7F0-9XQM-2T41", "k7fo 9xqm 2t4l", " k7f09xqm2t4i "])
def test_a_name_is_read_as_people_type_it(typed: str) -> None:
    assert typed_response_id(typed) == "k7f0-9xqm-2t41"


@pytest.mark.parametrize("typed", ["", "k7f0-9xqm", "k7f0-9xqm-2t4u", "k7f0-9xqm-2t41-0", "é" * 12])
def test_other_things_are_no_names(typed: str) -> None:
    assert typed_response_id(typed) is None
