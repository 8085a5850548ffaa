"""A damaged file is told in one message, or does no harm: never a trace, a hang or a half."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.errors import KitError
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem

FIELD = AnswerField("q", "q", "one", "How?", ("1", "2"), ("no", "yes"))
FORM = FormDescription("form", "v", "w", "cohort/first", "Form", "end", "en", (FIELD,))


def response(number: int) -> Response:
    return Response(FORM, Way.WEB, date(2027, 8, 12), (Answer("q", ("1",)),), f"{number:032x}")


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "answers.db"
    with Store.at(path) as store:
        store.add(map(response, range(200)))
    return path


@pytest.fixture(scope="module")
def damaged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("damaged")


changes = st.lists(
    st.tuples(
        # The head and the first pages decide how all the rest is read.
        st.one_of(st.integers(0, 120), st.integers(0, 5000), st.integers(0, 2**20)),
        st.binary(min_size=1, max_size=16),
    ),
    max_size=6,
)


def use(path: Path) -> None:
    with Store.at(path) as store:
        for each in store.responses(aside=True):
            assert each.response.form.field("q")
        store.counts()
        store.backup(path.with_name("copy.db"))
        names = store.add([response(1000)]).new
        store.correct(names[0], Answer("q", ("2",)), "reviewer")
        store.withdraw(names[0])


def hold(damaged: Path, content: bytes) -> None:
    for each in damaged.iterdir():
        each.unlink()
    path = damaged / "answers.db"
    path.write_bytes(content)
    told: list[Problem] = []
    try:
        use(path)
    except KitError as error:
        told += error.problems
    assert len(told) <= 1
    assert all(each.hint for each in told)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(changes=changes, cut=st.none() | st.integers(0, 2**17))
def test_bytes_that_changed(
    sound: Path, damaged: Path, changes: list[tuple[int, bytes]], cut: int | None
) -> None:
    content = bytearray(sound.read_bytes()[:cut])
    for at, new in changes:
        if content:
            start = at % len(content)
            content[start : start + len(new)] = new
    hold(damaged, bytes(content))


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=5000), headed=st.booleans())
def test_bytes_that_were_never_a_database(damaged: Path, content: bytes, *, headed: bool) -> None:
    hold(damaged, b"SQLite format 3\0" * headed + content)
