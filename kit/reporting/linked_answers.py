"""What the same people said at the end and months later, where their own codes tie the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.answers.linking import linked
from kit.reporting.measuring import measured
from kit.reporting.question import questions_of
from kit.reporting.respondent import respondent_of
from kit.reporting.session_facts import workshop_of

if TYPE_CHECKING:
    from kit.reporting.admission import Admission
    from kit.reporting.findings import Finding
    from kit.reporting.gathering import Gathered

_DONE: Final = "done"
"""The scale of what was done since, in `shared/scales.yaml`."""


@dataclass(frozen=True, slots=True)
class LinkedAnswers:
    """The people of one workshop whose two forms were found to be theirs.

    `forms` is how many came back with a field for the code, of the end or of months later,
    whichever are fewer. `ambiguous` are groups of forms of which several could be one person's, and
    `alone` forms with a code that no other has: they are counted, never tied. `done` is what those
    said later who had written a commitment at the end.
    """

    workshop: str
    title: str
    forms: int
    pairs: int
    ambiguous: int
    alone: int
    committed: int
    done: tuple[Finding, ...]


def linked_answers(gathered: Gathered, admission: Admission) -> tuple[LinkedAnswers, ...]:
    """Tie the answers of every workshop, by its sessions, and measure what was done since."""
    found = []
    titles = {workshop_of(form): form.title for form in gathered.forms if form.phase == "end"}
    for workshop, title in titles.items():
        forms = [form for form in gathered.forms if workshop_of(form) == workshop]
        ends = {form.form for form in forms if form.phase == "end"}
        coded = [each for each in gathered.coded if workshop_of(each.response.form) == workshop]
        before = [each for each in coded if each.response.form.form in ends]
        after = [each for each in coded if each.response.form.form not in ends]
        if not before or not after:
            continue
        links = linked(before, after)
        at_end = {each.id: respondent_of(each) for each in before}
        later = {each.id: respondent_of(each) for each in after}
        commitments = [
            question for question in questions_of(forms) if question.asked == "commitment"
        ]
        committed = [
            later[pair.after]
            for pair in links.pairs
            if any(at_end[pair.before].values.get(q.keys[0]) for q in commitments)
        ]
        done = [q for q in questions_of(forms) if q.asked == "scale" and q.scale == _DONE]
        found.append(
            LinkedAnswers(
                workshop=workshop,
                title=title,
                forms=min(len(before), len(after)),
                pairs=len(links.pairs),
                ambiguous=len(links.ambiguous),
                alone=len(links.alone),
                committed=len(committed),
                done=tuple(measured(question, committed, admission) for question in done),
            )
        )
    return tuple(found)
