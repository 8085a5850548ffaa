from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.stored import Entry, StoredResponse
from kit.instrument.answer_fields import AnswerField
from kit.reporting.admission import Admission
from kit.reporting.comments.cleaning import Cleaner, Taken
from kit.reporting.comments.people_known import PeopleKnown
from kit.reporting.disclosure.gate import Gate
from kit.reporting.gathering import Gathered
from kit.reporting.linked_answers import linked_answers
from kit.reporting.scope import Scope
from kit.reporting.session_facts import SessionFacts
from tests.reporting.answered_form import FIELDS, described, people

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from kit.reporting.comments.cleaning import Finding

KNOWN = PeopleKnown(("Ana Díaz", "Grace Lee"), ("Elm Valley Hospital",))
CODE = AnswerField("own-code", "own-code", "text", "Your code", is_code=True, asked="code")
FORM = described(fields=(*FIELDS, CODE))
WORDS = ("tools.other", "change.what", "change.with-whom", "change.by-when", "words")
EVERYWHERE = {
    "better": "4",
    "tools": "1|other",
    "own-code": "GRACEL33",
    **{key: f"With Ana Díaz, in {key}" for key in WORDS},
}


def gathered(*answers: dict[str, str], **more: object) -> Gathered:
    session = SessionFacts(
        "ward/first", "small", "Small", debrief=(("What now?", "Ask\nGrace Lee again."),)
    )
    values = {"scope": Scope(), "sessions": (session,), "forms": (FORM,)}
    return Gathered(**{**values, "people": tuple(people(*answers)), **more})  # type: ignore[arg-type]


def cleaned(found: Gathered, cleaner: Cleaner | None = None) -> Gathered:
    return (cleaner or Cleaner(lambda _: KNOWN)).clean(found)


def test_everything_in_words_is_cleaned_and_nothing_else() -> None:
    after = cleaned(gathered(*[EVERYWHERE] * 5))
    for person in after.people:
        assert {key: person.values[key] for key in WORDS} == {
            key: (f"With [name], in {key}",) for key in WORDS
        }
        assert person.values["tools"] == ("1", "other")
        assert person.values["own-code"] == ("GRACEL33",)
    assert after.sessions[0].debrief == (("What now?", "Ask [name] again."),)
    assert "Díaz" not in repr(after)
    assert "Lee" not in repr(after)


def test_what_no_form_tells_of_is_taken_for_words() -> None:
    stray = {"gone.with": "Ana Díaz said so"}
    assert cleaned(gathered(stray)).people[0].values == {"gone.with": ("[name] said so",)}
    formless = gathered({"words": "Ana Díaz"}, forms=())
    assert cleaned(formless).people[0].values["words"] == ("[name]",)


@pytest.mark.parametrize(
    "written",
    [
        "Ana\nDíaz",
        "Ana  Di\u0301az",
        "Ana\u00a0D\u00edaz",
        "A\u200bna D\u00ad\u00edaz",
        "ANA DÍAZ",
        "ana\x1b díaz",
    ],
)
def test_however_a_name_is_written(written: str) -> None:
    after = cleaned(gathered({"words": f"I met {written} there"}))
    assert after.people[0].values["words"] == ("I met [name] there",)


def test_what_was_taken_out_stands_in_its_sentence() -> None:
    text = "It was long. Dr. Okafor helped a lot! More pairs."
    cleaner = Cleaner()
    after = cleaned(gathered(*[{"words": text}] * 5, sessions=()), cleaner)
    assert cleaner.taken == (Taken("Dr. Okafor", "Dr. Okafor helped a lot!", "title and name"),)
    assert after.people[0].values["words"] == ("It was long. [name] helped a lot! More pairs.",)


def test_a_long_sentence_is_shown_in_part() -> None:
    text = f"so {'very ' * 100}good with Dr. Okafor and {'more ' * 100}end"
    cleaner = Cleaner()
    cleaned(gathered(*[{"words": text}] * 5, sessions=()), cleaner)
    (taken,) = cleaner.taken
    assert taken.sentence.startswith("… very")
    assert "good with Dr. Okafor and more" in taken.sentence
    assert taken.sentence.endswith("more …")
    assert len(taken.sentence) < 180


def test_whoever_decides_sees_each_once_and_may_leave_it_standing() -> None:
    asked: list[Finding] = []

    def decide(findings: Sequence[Finding]) -> Collection[str]:
        asked.extend(findings)
        return {"dr. okafor"}

    texts = ["Dr. Okafor was kind", "As dr. said, DR. Okafor", "I met Jane Roe", "no", "none"]
    texts[1] = "Ask Dr. Okafor first"
    cleaner = Cleaner(decide=decide)
    after = cleaned(gathered(*[{"words": text} for text in texts], sessions=()), cleaner)
    assert [(each.words, len(each.sentences)) for each in asked] == [
        ("Dr. Okafor", 2),
        ("Jane Roe", 1),
    ]
    assert [each.values["words"][0] for each in after.people] == [
        *("[name] was kind", "Ask [name] first", "I met Jane Roe", "no", "none")
    ]
    assert {each.words for each in cleaner.taken} == {"Dr. Okafor"}


def test_what_a_report_does_not_show_is_shown_to_nobody_and_goes_out() -> None:
    asked: list[Finding] = []

    def decide(findings: Sequence[Finding]) -> Collection[str]:
        asked.extend(findings)
        return ()

    four = [{"words": "Dr. Okafor was kind"}] * 4
    cleaner = Cleaner(decide=decide)
    after = cleaned(gathered(*four, {"better": "1"}, sessions=()), cleaner)
    assert asked == []
    assert cleaner.taken == ()
    assert {each.values["words"] for each in after.people[:4]} == {("[name] was kind",)}


def test_the_stand_in_is_of_the_language_of_the_form() -> None:
    cleaner = Cleaner(lambda _: KNOWN, stand_in=lambda language: f"<{language}>")
    found = gathered({"words": "con Ana Díaz"}, forms=(replace(FORM, language="es"),))
    after = cleaned(found, cleaner)
    assert after.people[0].values["words"] == ("con <es>",)
    assert after.sessions[0].debrief[0][1] == "Ask <es> again."


def test_an_interrupted_decision_cleans_nothing() -> None:
    def decide(_: Sequence[Finding]) -> Collection[str]:
        raise KeyboardInterrupt

    cleaner = Cleaner(lambda _: KNOWN, decide)
    with pytest.raises(KeyboardInterrupt):
        cleaned(gathered({"words": "Ana Díaz"}), cleaner)
    assert cleaner.taken == ()


def coded(name: str, phase: str, **answers: str) -> StoredResponse:
    fields = (
        *FIELDS,
        CODE,
        AnswerField(
            "did",
            "did",
            "one",
            "Done?",
            ("1", "2", "3", "4"),
            ("a", "b", "c", "d"),
            asked="scale",
            scale="done",
        ),
    )
    form = described(
        fields=fields, phase=phase, form="small" if phase == "end" else "small-follow-up"
    )
    given = tuple(Answer(key.replace("_", "."), (value,)) for key, value in answers.items())
    given = (*given, Answer("own-code", ("ABCD1234",)))
    day = date(2027, 8, 12)
    response = Response(form, Way.WEB, day, given, f"o-{name}", received={"raw": "Ana Díaz"})
    history = (Entry(Answer("words", ("Ana Díaz",), evidence={"said": "Ana Díaz"}), "", day),)
    return StoredResponse(name, response, history)


def of_any_size() -> Admission:
    return Admission(Gate(threshold=1))


def test_codes_still_tie_two_forms_and_bring_no_words_along() -> None:
    both = (
        coded("r1", "end", change_what="Ask Ana Díaz", words="Ana Díaz"),
        coded("r2", "follow-up", did="1", words="Grace Lee"),
    )
    forms = tuple(each.response.form for each in both)
    before = gathered(coded=both, forms=forms, sessions=())
    after = cleaned(before)
    for secret in ("Díaz", "Grace"):
        assert secret in repr(before)
        assert secret not in repr(after)
    (links,) = linked_answers(after, of_any_size())
    assert (links.pairs, links.committed) == (1, 1)
    assert links == linked_answers(before, of_any_size())[0]
