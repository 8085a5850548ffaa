"""Nothing of a small group can be worked out from the tables that reports write for programs.

Every figure in them is of a group that passed the gate; and an attacker who knows who is in which
group takes groups away from one another, through every report that was made.
"""

from __future__ import annotations

import csv
import io
import random
from collections import defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.library import Library
from kit.reading.words import ENGLISH
from kit.reporting.comments.codebook import Codebook
from kit.reporting.data_tables import data_tables
from kit.reporting.disclosure.gate import THRESHOLD
from kit.reporting.making import Source, Wanted, computed
from kit.reporting.phrases import Phrases
from kit.reporting.report import ReportMaker
from kit.reporting.scope import Scope
from tests.reporting.answered_form import described

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2027, 8, 12)
SESSIONS = ("a/one", "a/two", "b/one", "b/two", "c/one")
SCOPES = (
    Scope(),
    *(Scope("cohort", name) for name in "abc"),
    *(Scope("session", name) for name in SESSIONS),
)
MOST_PARTS = 3
MEASURES = ("n", "asked")

Groups = dict[str, set[frozenset[str]]]
"""Of each item, the groups of which a table told something."""


@pytest.mark.parametrize("seed", range(6))
def test_no_difference_of_what_was_written_is_about_a_few_people(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    found: Groups = defaultdict(set)
    with Store.at(tmp_path / "answers.sqlite") as store:
        for wave in range(3):
            put(store, chance, wave)
            for scope in chance.sample(SCOPES, len(SCOPES)):
                read(store, scope, tmp_path, found)
    assert sum(map(len, found.values())) > 10
    assert leaks(found) == []


def test_the_attacker_finds_what_may_not_be_shown() -> None:
    whole = frozenset(map(str, range(17)))
    one, other = frozenset(map(str, range(6))), frozenset(map(str, range(6, 13)))
    assert leaks({"better": {whole, one | other}})
    assert leaks({"better": {whole, one, other}})
    assert not leaks({"better": {whole, one}})


def put(store: Store, chance: random.Random, wave: int) -> None:
    """Let forms of each session come in: many, few, or none."""
    given = []
    for session in SESSIONS:
        for number in range(chance.choice((0, 1, 3, 4, 6, 13))):
            answers = [
                Answer(key, (chance.choice(values),))
                for key, values in (("better", "12345"), ("time", ("1", "4", "na", "na")))
                if chance.random() < 0.85
            ]
            form = described(session, version=chance.choice(("v1", "v2")))
            told = f"{session} {wave} {number}"
            given.append(Response(form, Way.WEB, DAY, tuple(answers), told))
    store.add(given)


def read(store: Store, scope: Scope, folder: Path, found: Groups) -> None:
    """Make a report, and find the group of which each row of its tables tells something."""
    session_of = {each.id: each.response.form.session for each in store.responses()}
    about = {
        name for name in session_of.values() if scope.kind == "all" or name.startswith(scope.name)
    }
    if not about:
        return
    source, library = Source(store, records={}), Library(folder, folder)
    made = computed(library, source, Wanted(scope), lambda each: each, Codebook(()))
    store.ledger.release(scope.key, made.admission.cells, DAY)
    tables = dict(data_tables(ReportMaker(made.analysis, Phrases(ENGLISH), DAY)))
    rows = csv.DictReader(io.StringIO(tables["data/measures.csv"].decode("utf-8-sig")))
    for row in rows:
        if row["measure"] not in MEASURES:
            continue
        field = row["item"] if row["measure"] == "n" else f"asked/{row['item']}"
        if row["item"] in {"change", "words"}:
            continue
        sessions = {
            name for name in about if row["group"] == "all" or name.startswith(row["group"])
        }
        groups = [
            cell.members
            for cell in made.admission.cells
            if cell.field == field
            and len(cell.members) == int(row["value"])
            and {session_of[each] for each in cell.members} <= sessions
        ]
        assert groups, row
        found[field].update(groups)


def leaks(found: Groups) -> list[str]:
    """Find what is left of a group when others, parts of it, are taken away: a few people."""
    told = []
    for field, groups in found.items():
        for whole in groups:
            within = [each for each in groups if each < whole]
            for number in range(1, MOST_PARTS + 1):
                for parts in combinations(within, number):
                    together = frozenset[str]().union(*parts)
                    if sum(map(len, parts)) > len(together):
                        continue
                    if 0 < len(whole - together) < THRESHOLD:
                        told.append(f"{field}: {len(whole)} less {[len(each) for each in parts]}")
    return told
