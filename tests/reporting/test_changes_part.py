"""What is said of the tests of ratings for before and for now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.reading.words import ENGLISH
from kit.reporting.analysis import FormFindings
from kit.reporting.changes_part import changes_of
from kit.reporting.measuring import measured
from kit.reporting.numbered import Numbered
from kit.reporting.phrases import Phrases
from kit.reporting.question import questions_of
from tests.reporting.answered_form import admission, described, people

if TYPE_CHECKING:
    from kit.reporting.view import Changes

FEW = "With fewer than ten pairs, no test is made."
NOBODY = "Where nobody changed, there is nothing to test."


def changes(*pairs: str) -> Changes:
    """Give the part about pairs of ratings, each its two digits."""
    form = described()
    (question,) = (each for each in questions_of([form]) if each.asked == "before-now")
    asked = people(*[{"can.before": pair[0], "can.now": pair[1]} for pair in pairs])
    finding = measured(question, asked, admission())
    found = FormFindings("small", "small", "Small", "end", len(asked), (finding,))
    (part,) = changes_of(Numbered(found, Phrases(ENGLISH)))
    return part


@pytest.mark.parametrize(
    ("pairs", "said", "not_said"),
    [
        (["24"] * 9, FEW, NOBODY),
        (["33"] * 12, NOBODY, FEW),
        (["24"] * 10, "exact distribution", FEW),
        (["24"] * 12, "in every sample", NOBODY),
        (["24"] * 11 + ["42"], "percentile bootstrap", "in every sample"),
        (["24", "42", "23"] * 10, "where up to 20 pairs changed", "exploratory"),
    ],
)
def test_the_method_is_that_of_the_figures(pairs: list[str], said: str, not_said: str) -> None:
    method = " ".join(changes(*pairs).method)
    assert said in method
    assert not_said not in method


def test_a_small_p_stands_without_its_letter_and_unbroken() -> None:
    table = changes(*["15"] * 14, *["24"] * 6).table
    assert table.heads[-2] == "p"
    assert table.rows[0][-2] == "<\N{NO-BREAK SPACE}.001"
