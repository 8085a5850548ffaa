"""Whatever is done to a store, in whatever order, its promises hold."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from kit.answers.response import Answer, Response, Status, Way
from kit.answers.store import Store
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription

FIELDS = (
    AnswerField("rated", "rated", "one", "How?", ("1", "2", "na"), ("bad", "good", "none")),
    AnswerField("some", "some", "several", "Which?", ("1", "2"), ("one", "other")),
    AnswerField("said", "said", "text", "Say more."),
)
FORMS = tuple(
    FormDescription("form", "version", wording, session, "Form", "end", "en", FIELDS)
    for wording in ("one", "two")
    for session in ("cohort/first", "cohort/second")
)
DAY = date(2027, 8, 12)

answers = st.one_of(
    st.builds(
        Answer,
        st.just("rated"),
        st.sampled_from([(), ("1",), ("na",)]),
        st.sampled_from(Status),
        st.dictionaries(st.text(max_size=3), st.floats(allow_nan=False, allow_infinity=False)),
    ),
    st.builds(Answer, st.just("some"), st.sampled_from([(), ("2",), ("1", "2")])),
    st.builds(Answer, st.just("said"), st.tuples(st.text(max_size=20))),
)
responses = st.builds(
    Response,
    st.sampled_from(FORMS),
    st.sampled_from(Way),
    st.just(DAY),
    st.lists(answers, unique_by=lambda each: each.field, max_size=3).map(tuple),
    st.integers(0, 30).map("original-{}".format),
    st.sampled_from([None, None, "TOKEN-A", "TOKEN-B"]),
    received=st.dictionaries(st.text(max_size=3), st.text(max_size=5), max_size=2),
)


class AnySequence(RuleBasedStateMachine):
    """`expected` is what the store should hold: for every id, whether it counts, and its answers
    by field, every entry of each."""

    ids = Bundle("ids")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store.at(self.folder / "answers.db")
        self.responses: dict[str, Response] = {}
        self.entries: dict[str, dict[str, list[Answer]]] = {}
        self.aside: set[str] = set()

    @rule(target=ids, given=st.lists(responses, max_size=4))
    def add(self, given: list[Response]) -> object:
        known = {each.original for each in self.responses.values()}
        counted = {
            each.token: each.way for name, each in self.responses.items() if name not in self.aside
        }
        added = self.store.add(given)
        names = iter((*added.new, *added.aside))
        new: list[Response] = []
        aside: list[Response] = []
        for each in given:
            if each.original in known:
                continue
            if each.token and each.token in counted:
                if each.way == counted[each.token] == Way.SCAN:
                    aside.append(each)
                    known.add(each.original)
                continue
            new.append(each)
            known.add(each.original)
            counted[each.token] = each.way
        assert (len(added.new), len(added.aside)) == (len(new), len(aside))
        assert len(added.known) == len(given) - len(new) - len(aside)
        for each in (*new, *aside):
            name = next(names)
            assert name not in self.responses
            self.responses[name] = each
            self.entries[name] = {answer.field: [answer] for answer in each.answers}
        self.aside |= set(added.aside)
        return multiple(*added.new, *added.aside)

    @rule(name=ids, answer=answers)
    def correct(self, name: str, answer: Answer) -> None:
        self.store.correct(name, answer, "reviewer", DAY)
        self.entries[name].setdefault(answer.field, []).append(answer)

    @rule(name=ids)
    def admit(self, name: str) -> None:
        self.store.admit(name)
        if name in self.aside:
            self.aside.remove(name)
            self.responses[name] = Response(
                **{
                    field: getattr(self.responses[name], field)
                    for field in ("form", "way", "day", "answers", "original", "received")
                }
            )

    @rule(name=consumes(ids))
    def withdraw(self, name: str) -> None:
        assert self.store.withdraw(name)
        assert not self.store.withdraw(name)
        del self.responses[name], self.entries[name]
        self.aside.discard(name)
        for path in self.folder.iterdir():
            assert name.encode() not in path.read_bytes()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.at(self.folder / "answers.db")

    @rule()
    def restore(self) -> None:
        copy = self.folder / "copy.zip"
        self.store.backup(copy)
        self.store.close()
        with ZipFile(copy) as packed:
            packed.extract("answers.db", self.folder)
        copy.unlink()
        self.store = Store.at(self.folder / "answers.db")

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        found = {each.id: each for each in self.store.responses(aside=True)}
        assert list(found) == sorted(self.responses)
        assert {name for name, each in found.items() if each.aside} == self.aside
        assert sum(each.responses for each in self.store.counts()) == len(found) - len(self.aside)
        assert sum(each.aside for each in self.store.counts()) == len(self.aside)
        for name, each in found.items():
            given = self.responses[name]
            kept = each.response
            assert (kept.form, kept.way, kept.day) == (given.form, given.way, given.day)
            assert (kept.original, kept.token) == (given.original, given.token)
            assert kept.received == given.received
            now = {answer.field: answer for answer in kept.answers}
            assert now.keys() == self.entries[name].keys()
            for field, entries in self.entries[name].items():
                assert now[field].status == entries[-1].status
                if field != "said":
                    assert now[field].values == entries[-1].values
                # What came in first is never lost.
                first = [entry for entry in each.history if entry.answer.field == field][:1]
                if len(entries) > 1 and first:
                    assert first[0].answer.status == entries[0].status
                    assert first[0].answer.evidence == entries[0].evidence
        tokens = [each.response.token for each in found.values() if not each.aside]
        assert all(tokens.count(token) == 1 for token in set(tokens) - {None})

    def teardown(self) -> None:
        self.store.close()
        shutil.rmtree(self.folder)


@pytest.mark.parametrize("examples", [4, pytest.param(120, marks=pytest.mark.slow)])
def test_promises_hold(examples: int) -> None:
    AnySequence.TestCase.settings = settings(
        max_examples=examples,
        stateful_step_count=15,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    AnySequence.TestCase("runTest").runTest()
