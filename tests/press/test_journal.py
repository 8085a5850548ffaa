from __future__ import annotations

import logging

import pytest

from kit.errors import Severity
from kit.press.journal import listening, named_characters


@pytest.mark.parametrize("name", ["weasyprint", "fontTools", "fontTools.subset"])
def test_what_the_engine_says_becomes_a_problem_and_stays_off_the_terminal(
    name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    logger = logging.getLogger(name)
    with listening() as journal:
        logger.warning("odd %s", "thing")
        logger.warning("odd %s", "thing")
        logger.error("bad thing")
        logger.info("of no interest")
    problems = journal.problems()
    assert [problem.severity for problem in problems] == [Severity.WARNING, Severity.ERROR]
    assert "odd thing" in problems[0].message
    assert capfd.readouterr() == ("", "")


def test_afterwards_nothing_is_kept() -> None:
    before = [
        (log.propagate, list(log.handlers)) for log in map(logging.getLogger, ("weasyprint",))
    ]
    with listening() as journal:
        pass
    logging.getLogger("weasyprint").warning("later")
    after = [(log.propagate, list(log.handlers)) for log in map(logging.getLogger, ("weasyprint",))]
    assert before == after
    assert journal.problems() == ()


def test_what_the_fetcher_reported_is_not_said_twice() -> None:
    with listening() as journal:
        logging.getLogger("weasyprint").error("Failed to load image at %r: no", "file:///a.png")
    assert journal.problems(frozenset(["file:///a.png"])) == ()


def test_signs_without_a_glyph_are_kept_for_the_preflight() -> None:
    with listening() as journal:
        for sign in "\U000f0000\U000f0001\U000f0000":
            logging.getLogger("weasyprint").warning(
                '.notdef glyph rendered for Unicode string unsupported by fonts: "%s" (U+%04X)',
                sign,
                ord(sign),
            )
    assert journal.problems() == ()
    assert journal.boxed == "\U000f0000\U000f0001"


def test_many_characters_are_named_in_short() -> None:
    assert named_characters("b a\na") == "a (U+0061), b (U+0062)"
    assert named_characters("abcd", most=2) == "a (U+0061), b (U+0062) and 2 more"
