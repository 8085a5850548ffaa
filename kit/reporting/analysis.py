"""What was gathered ▶ all that was found of it, as far as it may be shown.

The order in which the gate is asked is the order in which things matter: the whole scope first,
then its cohorts, then its sessions, the largest first. What is shown limits what comes after it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.reporting.findings import Changed, Withheld
from kit.reporting.linked_answers import linked_answers
from kit.reporting.measuring import measured
from kit.reporting.quality import quality_of
from kit.reporting.question import questions_of
from kit.reporting.session_facts import workshop_of
from kit.reporting.statistics.holm import holm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.instrument.description import FormDescription
    from kit.reporting.admission import Admission
    from kit.reporting.findings import Finding
    from kit.reporting.gathering import Gathered
    from kit.reporting.linked_answers import LinkedAnswers
    from kit.reporting.quality import Quality
    from kit.reporting.question import Question
    from kit.reporting.respondent import Respondent
    from kit.reporting.session_facts import SessionFacts


@dataclass(frozen=True, slots=True)
class FormFindings:
    """What was found of one form, over all sessions that gave it out.

    `objectives` are the ids and texts of what its questions measure. `versions` is how many
    versions of it were answered: they ask different things, and questions add up by their ids.
    `sessions` are those that forms came back from.
    """

    form: str
    workshop: str
    title: str
    phase: str
    returned: int
    findings: tuple[Finding, ...]
    objectives: tuple[tuple[str, str], ...] = ()
    versions: int = 1
    sessions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupFinding:
    """What was found of a question in a part of the scope: a session, or a cohort.

    `other_version` is true where somebody in it had another version than most people had.
    """

    name: str
    kind: str
    people: int
    finding: Finding
    other_version: bool = False


@dataclass(frozen=True, slots=True)
class AcrossSessions:
    """One question in every session that asked it, and in every cohort; then all together."""

    question: Question
    groups: tuple[GroupFinding, ...]
    together: Finding

    @property
    def is_shown(self) -> bool:
        """Say whether any of it may be shown."""
        found = (*(group.finding for group in self.groups), self.together)
        return not all(isinstance(each, Withheld) for each in found)


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found."""

    gathered: Gathered
    forms: tuple[FormFindings, ...]
    across: tuple[AcrossSessions, ...]
    linked: tuple[LinkedAnswers, ...]
    quality: Quality | None

    @property
    def end_forms(self) -> tuple[FormFindings, ...]:
        """What was found of the forms that are filled in at the end of a session."""
        return tuple(each for each in self.forms if each.phase == "end")

    @property
    def later_forms(self) -> tuple[FormFindings, ...]:
        """What was found of the forms that are sent months later."""
        return tuple(each for each in self.forms if each.phase != "end")


def analyzed(gathered: Gathered, admission: Admission) -> Analysis:
    """Find out all that may be shown."""
    by_form: dict[str, list[FormDescription]] = {}
    for form in gathered.forms:
        by_form.setdefault(form.form, []).append(form)
    order = [each.workshop for each in gathered.sessions]
    names = sorted(
        by_form,
        key=lambda name: (
            order.index(workshop_of(by_form[name][0]))
            if workshop_of(by_form[name][0]) in order
            else len(order),
            by_form[name][0].phase != "end",
            name,
        ),
    )
    forms = [_form_findings(by_form[name], gathered.of(name), admission) for name in names]
    across = tuple(_across(gathered, admission))
    return Analysis(
        gathered=gathered,
        forms=tuple(_with_adjusted_p(forms)),
        across=across,
        linked=linked_answers(gathered, admission),
        quality=quality_of(gathered, admission),
    )


def _form_findings(
    forms: Sequence[FormDescription], people: Sequence[Respondent], admission: Admission
) -> FormFindings:
    first = forms[0]
    return FormFindings(
        form=first.form,
        workshop=workshop_of(first),
        title=first.title,
        phase=first.phase,
        returned=len(people),
        findings=tuple(
            measured(question, asked, admission)
            for question in questions_of(forms)
            if question.asked != "code"
            if (asked := _asked(question, forms, people))
        ),
        objectives=tuple(dict(pair for form in forms for pair in form.objectives).items()),
        versions=len({form.version for form in forms}),
        sessions=tuple(sorted({each.session for each in people})),
    )


def _asked(
    question: Question, forms: Sequence[FormDescription], people: Sequence[Respondent]
) -> list[Respondent]:
    """Give the people whose form asked this question, with these answers to choose from."""
    asking = {
        (form.form, form.session, form.version)
        for form in forms
        if any(
            other.id == question.id and other.values == question.values
            for other in questions_of([form])
        )
    }
    return [each for each in people if (each.form, each.session, each.version) in asking]


def _with_adjusted_p(forms: Iterable[FormFindings]) -> Iterable[FormFindings]:
    """Adjust the p-values of the whole report, by Holm, where there is more than one."""
    several = list(forms)
    values = [
        each.test.p
        for form in several
        for each in form.findings
        if isinstance(each, Changed) and each.test
    ]
    adjusted = iter(holm(values)) if len(values) > 1 else iter(())
    for form in several:
        yield replace(
            form,
            findings=tuple(
                replace(each, adjusted_p=next(adjusted, None))
                if isinstance(each, Changed) and each.test
                else each
                for each in form.findings
            ),
        )


_COMPARED = frozenset({"scale", "before-now", "zero-to-ten"})


def _across(gathered: Gathered, admission: Admission) -> Iterable[AcrossSessions]:
    """Compare sessions, by the questions of their last minutes that at least two of them asked."""
    forms = [form for form in gathered.forms if form.phase == "end"]
    for question in questions_of(forms):
        if question.asked not in _COMPARED:
            continue
        people = _asked(question, forms, gathered.people)
        sessions = [each for each in gathered.sessions if _of(people, [each])]
        if len(sessions) < 2:  # noqa: PLR2004 - one has nothing to be compared with
            continue
        together = measured(question, people, admission)
        yield AcrossSessions(
            question, tuple(_groups(question, sessions, people, admission)), together
        )


def _groups(
    question: Question,
    sessions: Sequence[SessionFacts],
    people: Sequence[Respondent],
    admission: Admission,
) -> Iterable[GroupFinding]:
    cohorts = dict.fromkeys(each.cohort for each in sessions if each.cohort)
    parts: list[tuple[str, str, list[Respondent]]] = []
    if len(cohorts) > 1:
        parts += [
            ("cohort", name, _of(people, [each for each in sessions if each.cohort == name]))
            for name in cohorts
        ]
    parts += [("session", each.name, _of(people, [each])) for each in sessions]
    versions = Counter(each.version for each in people)
    usual = min(versions, key=lambda version: (-versions[version], version))
    if len({each.form for each in people}) > 1:
        usual = ""
    found = {
        (kind, name): measured(question, some, admission)
        for kind, name, some in sorted(parts, key=lambda part: (part[0], -len(part[2])))
    }
    for kind, name, some in parts:
        other = bool(usual) and any(each.version != usual for each in some)
        yield GroupFinding(name, kind, len(some), found[kind, name], other_version=other)


def _of(people: Iterable[Respondent], sessions: Iterable[SessionFacts]) -> list[Respondent]:
    names = {each.name for each in sessions}
    return [each for each in people if each.session in names]
