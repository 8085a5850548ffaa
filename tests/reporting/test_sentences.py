"""The paragraph: what it says of none, of one, of few and of many, and that it says no more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import Store
from kit.definitions.session_record import Headcount, SessionRecord
from kit.library import Library
from kit.reading.words import ENGLISH, kit_words
from kit.reporting.analysis import analyzed
from kit.reporting.comments.coding import CodedWords, CodeGroup
from kit.reporting.gathering import gather
from kit.reporting.phrases import Phrases
from kit.reporting.scope import Scope
from kit.reporting.sentences import paragraph
from tests.reporting.answered_form import admission, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    Say = Callable[..., str]

DAY = date(2027, 8, 12)


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """Give the paragraph about answers, as one session or several gave them."""

    def paragraph_of(
        *answers: Mapping[str, str],
        invited: int | None = None,
        attended: int | None = None,
        coded: Iterable[CodedWords] = (),
        sessions: int = 1,
        language: str = "en-US",
        **form: object,
    ) -> str:
        names = [f"ward/s{n}" for n in range(sessions)]
        head = {
            field: Headcount(count=count)
            for field, count in (("invited", invited), ("attended", attended))
            if count is not None
        }
        records = {name: SessionRecord(**head) for name in names}
        with Store.at(tmp_path / "answers.sqlite") as store:
            store.add(
                Response(
                    described(names[n % sessions], **form),
                    Way.WEB,
                    DAY,
                    tuple(Answer(key, (value,)) for key, value in each.items()),
                    f"{n}",
                )
                for n, each in enumerate(answers)
            )
            gathered = gather(Library(tmp_path, tmp_path), store, Scope(), records)
            analysis = analyzed(gathered, admission())
        words = ENGLISH if language == "en-US" else kit_words(language)
        return paragraph(analysis, Phrases(words), coded)

    return paragraph_of


def rated(value: str, times: int) -> list[dict[str, str]]:
    return [{"better": value}] * times


def moved(*pairs: str) -> list[dict[str, str]]:
    return [{"can.before": pair[0], "can.now": pair[1]} for pair in pairs]


@pytest.mark.parametrize(
    ("forms", "invited", "attended", "said"),
    [
        (0, 12, 9, "12 people were invited and 9 came; no forms came back."),
        (0, 1, None, "One person was invited. No forms came back."),
        (1, 1, 1, "One person was invited and 1 came; 1 of 1 returned the form. So few"),
        (1, None, None, "One form came back; how many people came was not recorded. So few"),
        (4, None, 1, "One person came; 4 forms came back, more than people were counted. So few"),
        (5, None, 9, "9 people came; 5 of 9 returned the form. 5 of 5 chose"),
        (9, 12, None, "12 people were invited. 9 forms came back; how many people came was"),
        (10, 12, 10, "12 people were invited and 10 came; 10 of 10 (100%) returned the form."),
        (12, 12, 10, "12 people were invited and 10 came; 12 forms came back, more than"),
        (12, 1500, 1200, "1,500 people were invited and 1,200 came; 12 of 1,200 (1%) returned"),
    ],
)  # fmt: skip
def test_who_came_and_who_answered(
    say: Say, forms: int, invited: int | None, attended: int | None, said: str
) -> None:
    text = say(*rated("4", forms), invited=invited, attended=attended)
    assert text.startswith(said)
    assert text == text.strip()


def test_thousands_in_spanish(say: Say) -> None:
    text = say(*rated("4", 5), invited=10000, attended=10000, language="es")
    assert text.startswith("Se invitó a 10.000 personas y asistieron 10.000; 5 de 10.000")


def test_after_the_number_of_sessions_the_sentence_goes_on(say: Say) -> None:
    text = say(*rated("4", 12), sessions=2, language="es")
    assert "cada sesión: volvieron 12 formularios" in text


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        (["24"] * 5, "I can”, rose from 2 before to 4 now on a scale from 1 to 5 (5 pairs"),
        # Most rose by one, and yet both medians are 3.
        (["12", "23", "34", "42", "53"], "rose by 1 on a scale from 1 to 5"),
        (["33"] * 5, "did not rise."),
    ],
)
def test_a_rise_is_told_as_its_figures_are(say: Say, pairs: list[str], said: str) -> None:
    text = say(*moved(*pairs))
    assert said in text
    assert " p " not in text


def test_no_p_below_ten_pairs_and_exploratory_below_thirty(say: Say) -> None:
    assert "Wilcoxon" not in say(*moved(*["24"] * 9))


def test_ten_pairs_have_a_test(say: Say) -> None:
    assert "(10 pairs of ratings, Wilcoxon" in (text := say(*moved(*["24"] * 10)))
    assert "exploratory" in text


def test_thirty_pairs_are_not_exploratory(say: Say) -> None:
    assert "exploratory" not in say(*moved(*["24"] * 30))


def groups(**counts: int) -> list[CodedWords]:
    return [CodedWords("change", tuple(CodeGroup(t, ("x",) * n) for t, n in counts.items()), ())]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"Ask": 3, "Meet": 1}, "; the most common: Ask (3)."),
        ({"Ask": 2, "Meet": 2}, "; the most common: Ask and Meet (2 each)."),
        ({"Ask": 1, "Meet": 1}, "a change that they will make."),
        ({}, "a change that they will make."),
    ],
)
def test_the_commonest_change_is_told_where_there_is_one(
    say: Say, counts: dict[str, int], said: str
) -> None:
    text = say(*[{"change.what": "Ask"}] * 6, coded=groups(**counts))
    assert said in text
    assert text.count("6 people wrote down") == 1


def test_who_says_only_when_has_written_down_no_change(say: Say) -> None:
    text = say(*[{"change.by-when": "May"}] * 5, {"change.what": "Ask"})
    assert "One person wrote down a change to make." in text


def test_one_session_has_people(say: Say) -> None:
    text = say(*[{"better": "4", "change.what": "Ask"}] * 12)
    assert "12 of 12 (100%) chose “Agree” or “Strongly agree” for “Statement better.”" in text
    assert "12 people wrote down a change" in text


def test_several_sessions_of_the_same_people_have_forms_and_answers(say: Say) -> None:
    text = say(*[{"better": "4", "change.what": "Ask"}] * 12, sessions=2)
    assert "12 of 12 answers (100%) were “Agree” or “Strongly agree” for “Statement" in text
    assert "On 12 forms, people wrote down a change that they will make." in text
    assert "12 people" not in text


def test_several_sessions_in_spanish(say: Say) -> None:
    done = {"better": "4", "change.what": "Ask"}
    text = say(*[done] * 12, sessions=2, language="es")
    assert "12 de 12 respuestas (100\N{NO-BREAK SPACE}%) fueron" in text
    assert "En 12 formularios, las personas escribieron un cambio" in text


def test_one_change_in_several_sessions_is_of_one_person(say: Say) -> None:
    text = say({"change.what": "Ask"}, *[{"better": "4"}] * 9, sessions=2)
    assert "One person wrote down a change to make." in text
