"""Make the example responses of the bundled cohorts anew: invented answers, from one seed.

A report can then be shown where nobody answered yet. Run it when the definitions of the example
cohorts or of their workshops changed, and look at the difference before you commit it:
`make example-responses`.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import yaml

from kit.collecting.current_form import session_ready
from kit.collecting.example_responses import responses_folder
from kit.definitions.example_responses import ExampleFile
from kit.instrument.answer_fields import NOT_APPLICABLE
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.library import Library, find_library
from kit.pipeline.records.session_plan import find_session, plan_of
from kit.pipeline.request import Request
from kit.pipeline.seating_plan import roster_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription
    from kit.pipeline.records.session_plan import SessionPlan

REPOSITORY = Path(__file__).resolve().parents[1]
WORDS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("example_words.yaml").read_text(encoding="utf-8")
)
SEED = 2027
REVIEWER = "example reviewer"
ABOUT = (
    f"Made by a program (.ci/make_example_responses.py, seed {SEED}) to show what a report looks "
    "like. Nobody answered these forms: every number, comment and commitment is invented, and so "
    "are the cohort and the two names that stand in comments. It is no evidence for anything."
)
DAYS = {"scan": (1, 2), "web": (0, 1), "file": (0, 3), "pdf": (1, 5), "table": (2, 3)}
"""After how many days, at least and at most, an answer comes in."""
USUAL = {3: (0.2, 0.37, 0.43), 5: (0.01, 0.03, 0.09, 0.4, 0.47)}
RESERVED = {3: (0.4, 0.4, 0.2), 5: (0.02, 0.09, 0.25, 0.43, 0.21)}
WEAKER = {5: (0.09, 0.25, 0.29, 0.27, 0.10)}
BEFORE = {5: (0.14, 0.38, 0.33, 0.13, 0.02)}
RISES = (0.2, 0.48, 0.32)
TEN = (0, 0, 0, 0.03, 0.03, 0.07, 0.07, 0.15, 0.27, 0.2, 0.18)
"""How often each answer is given, by the number of answers to choose from."""
MISSING, INAPPLICABLE, WRITES, DATED = 0.03, 0.025, 0.7, 0.9
RESERVED_PEOPLE, COMMITS = 0.22, 0.8
TWO_MARKS, DECIDED, TRACE, CORRECTED = 0.006, 0.014, 0.024, 0.032
"""Shares of the rows of scans with something to look at, each with those before it."""
UNREADABLE = 0.2
"""The share of numbers that somebody typed into a table with a mark behind them."""


def main() -> None:
    """Write the files."""
    library = Library(None, find_library(REPOSITORY).bundled)
    for cohort, text in texts(library).items():
        path = responses_folder(library) / f"{cohort}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def texts(library: Library) -> dict[str, str]:
    """Give the text of each file, by the cohort."""
    names = dict.fromkeys(name.partition("/")[0] for name in WORDS["sessions"])
    return {name: _written(_cohort(library, name)) for name in names}


def _cohort(library: Library, cohort: str) -> dict[str, Any]:
    sessions = [_Session(library, name) for name in WORDS["sessions"] if name.startswith(cohort)]
    return {
        "about": ABOUT,
        "kit": 1,
        "seed": SEED,
        "reviewer": REVIEWER,
        "invented_names": WORDS["invented_names"],
        "sessions": [each.made() for each in sessions],
    }


def _written(data: dict[str, Any]) -> str:
    """Write a file with one response a line, so that a difference can be read."""
    ExampleFile.model_validate(data)
    text = json.dumps({**data, "sessions": []}, ensure_ascii=False, indent=1)
    sessions = []
    for each in data["sessions"]:
        head = json.dumps({**each, "responses": []}, ensure_ascii=False, indent=1)
        lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in each["responses"])
        sessions.append(head.replace('"responses": []', f'"responses": [\n{lines}\n]'))
    return text.replace('"sessions": []', f'"sessions": [\n{",".join(sessions)}\n]') + "\n"


class _Session:
    def __init__(self, library: Library, name: str) -> None:
        self._library = library
        self._name = name
        self._named = find_session(library, name)
        self._numbers = WORDS["numbers"][name]
        pools = WORDS["sessions"][name]
        self._pools = {
            item: sorted(_mixed(self._random(item), words), key=_names_somebody)
            for item, words in pools.items()
        }
        self._weaker = (*WORDS["weaker"], *self._numbers.get("weaker", ()))
        self._day = date.fromisoformat(self._named.session.date or "")
        self._ready = session_ready(library, name, Request(workshops=(name,)))

    def made(self) -> dict[str, Any]:
        """Give the session's record and its responses."""
        ways = [way for way, count in self._numbers["ways"].items() for _ in range(count)]
        later = self._numbers["later"]
        later_ways = [("web", "pdf", "web", "web", "file", "web")[at % 6] for at in range(later)]
        return {
            "session": self._named.session.id,
            "record": self._record(plan_of(self._library, self._named)),
            "responses": [
                *self._responses(ways, self._day, follow_up=False),
                *self._responses(later_ways, self._months_later(), follow_up=True),
            ],
        }

    def _random(self, *of: object) -> Random:
        """Give what draws for one thing alone: another question leaves all other answers alone."""
        return Random(" ".join(map(str, (SEED, self._name, *of))))  # noqa: S311 - no secret

    def _months_later(self) -> date:
        follow_up = self._ready.tailored.workshop.evaluation.follow_up
        months = self._day.month - 1 + (follow_up.months if follow_up else 0)
        return self._day.replace(year=self._day.year + months // 12, month=months % 12 + 1)

    def _record(self, plan: SessionPlan) -> dict[str, Any]:
        roster, _ = roster_of(self._named.cohort, self._library)
        random = self._random("minutes")
        took = {each.id: each.minutes + random.choice((-1, 0, 0, 1)) for each in plan.activities}
        long = max(plan.activities[:-1], key=lambda each: each.minutes)
        after = plan.activities[plan.activities.index(long) + 1 :]
        paid = max(after, key=lambda each: each.minutes)
        over = random.choice((4, 5, 6))
        took[long.id] = long.minutes + over
        took[paid.id] = max(1, paid.minutes - over + 1)
        words = {"part": long.title, "paid": paid.title, "over": over}
        return {
            "recorded": self._day.isoformat(),
            "invited": {"count": len(roster.people) if roster else 0},
            "attended": {"count": self._numbers["attended"]},
            "minutes": took,
            "debrief": _debrief(WORDS["debrief"][self._name], plan.asked, words),
        }

    def _responses(
        self, ways: Sequence[str], day: date, *, follow_up: bool
    ) -> Iterator[dict[str, Any]]:
        tailored = self._ready.tailored
        made = form_of(tailored, "follow-up" if follow_up else "end")
        if made is None:
            return
        form = described(made, self._name, tailored.workshop.language)
        for person, way in enumerate(_mixed(self._random(form.phase, "ways"), ways), 1):
            random = self._random(form.phase, person)
            came = day + timedelta(days=random.randint(*DAYS[way]))
            if follow_up:
                came += timedelta(days=random.randint(0, 12))
            answers = self._answers(form, person, reserved=random.random() < RESERVED_PEOPLE)
            looked_at = dict(self._looked_at(form, person, way, answers))
            yield {
                "phase": form.phase,
                "version": form.version,
                "way": way,
                "day": came.isoformat(),
                "answers": {key: values for key, values in answers.items() if values},
                "looked_at": looked_at,
            }

    def _answers(
        self, form: FormDescription, person: int, *, reserved: bool
    ) -> dict[str, list[str]]:
        answers: dict[str, list[str]] = {}
        alike = form.phase == "end" and person in self._numbers.get("alike", ())
        for item in dict.fromkeys(each.item for each in form.fields):
            fields = [each for each in form.fields if each.item == item]
            random = self._random(form.phase, person, item)
            if alike and fields[0].asked in {"scale", "before-now"}:
                given = [[each.values[3]] for each in fields]
            elif fields[0].kind == "text":
                given = self._said(fields, random)
            else:
                given = list(_chosen(fields, random, self._weaker, reserved=reserved))
            answers |= {each.key: values for each, values in zip(fields, given, strict=True)}
        return answers

    def _said(self, fields: list[AnswerField], random: Random) -> list[list[str]]:
        """Take the next words for an item; nothing where people have written all there are."""
        pool = self._pools.get(fields[0].item, [])
        commits = fields[0].asked == "commitment"
        if not pool or random.random() > (COMMITS if commits else WRITES):
            return [[] for _ in fields]
        words = pool.pop()
        if not commits:
            return [[words]]
        parts = [[part] for part in words]
        return parts if random.random() < DATED else [*parts[:-1], []]

    def _looked_at(
        self, form: FormDescription, person: int, way: str, answers: dict[str, list[str]]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Say what a person had to look at; what had two marks may then count as no answer."""
        for field in form.fields:
            roll = self._random(form.phase, person, field.key, "looked at")
            values = answers[field.key]
            share = roll.random()
            if way == "table" and field.asked == "zero-to-ten" and values and share < UNREADABLE:
                yield field.key, {"status": "typed", "said": f"{values[0]}?"}
            if way != "scan":
                continue
            if not values:
                yield field.key, {"status": "confirmed", "kind": "blank"}
            elif field.kind == "text":
                yield field.key, {"status": "typed", "kind": "written"}
            elif share < DECIDED:
                beside = _beside(field, values[0])
                marks = {"kind": "two-marks", "suggestion": sorted((values[0], beside))}
                yield field.key, {"status": "confirmed", **marks}
                if share < TWO_MARKS:
                    answers[field.key] = []
            elif share < TRACE:
                yield field.key, {"status": "confirmed", "kind": "trace", "suggestion": values}
            elif share < CORRECTED:
                yield field.key, {"status": "typed", "read": [_beside(field, values[0])]}


def _debrief(
    answers: Mapping[str, str], asked: Sequence[str], words: Mapping[str, object]
) -> list[dict[str, str]]:
    """Put each answer to its question, in the order in which they are asked."""
    if strange := answers.keys() - set(asked):
        raise ValueError(f"The debrief log does not ask: {strange}")
    found = ((each, answers[each]) for each in asked if each in answers)
    return [{"question": each, "answer": answer.format(**words)} for each, answer in found]


def _chosen(
    fields: list[AnswerField], random: Random, weaker: Sequence[str], *, reserved: bool
) -> Iterator[list[str]]:
    """Answer an item of choices: a pair goes up by what people learned."""
    first = fields[0]
    numbers = [value for value in first.values if value.isdigit()]
    usual = RESERVED if reserved else USUAL
    if random.random() < MISSING:
        yield from ([] for _ in fields)
    elif first.asked == "before-now":
        before = _drawn(random, numbers, BEFORE)
        now = min(before + random.choices(range(3), RISES)[0], len(numbers) - 1)
        left_out = random.random() < MISSING
        yield [] if left_out else [numbers[before]]
        yield [numbers[now]]
    elif NOT_APPLICABLE in first.values and random.random() < INAPPLICABLE:
        yield [NOT_APPLICABLE]
    elif first.asked == "zero-to-ten":
        yield [random.choices(numbers, TEN)[0]]
    elif first.asked == "scale":
        often = WEAKER if first.item in weaker else usual
        yield [numbers[_drawn(random, numbers, often)]]
    else:
        yield [numbers[_drawn(random, numbers, {})]]
        yield from ([] for _ in fields[1:])


def _drawn(random: Random, values: Sequence[str], often: dict[int, tuple[float, ...]]) -> int:
    return random.choices(range(len(values)), often.get(len(values)))[0]


def _beside(field: AnswerField, value: str) -> str:
    at = field.values.index(value)
    return field.values[at - 1 if at else 1]


def _names_somebody(words: str | list[str]) -> bool:
    """Say whether a comment has one of the names: such are taken first, so that none is missing."""
    return any(name in words for name in WORDS["invented_names"])


def _mixed(random: Random, values: Sequence[Any]) -> list[Any]:
    mixed = list(values)
    random.shuffle(mixed)
    return mixed


if __name__ == "__main__":
    main()
