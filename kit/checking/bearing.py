"""What each rule goes by besides what stands at the place that it tells.

Where part of a file cannot be read, a problem is told only if nothing that its rule goes by is
gone: one that comes from another mistake would send people to what is right.

A location is written with dots. `*` stands for anything; `@` for what stands at this place in the
problem's own location, so that an activity goes by itself and not by its neighbors. What has
nothing here stands for itself. A code that is not listed goes by what stands beside it.
"""

from __future__ import annotations

from typing import Final

_MINUTES: Final = ("agenda.*.minutes", "lengths")
_STEPS: Final = ("agenda.@.minutes", "agenda.@.instructor.steps", "agenda.@.grouping", "lengths")
_TALK: Final = (*_MINUTES, "agenda.*.instructor.steps", "agenda.*.grouping")
_USES: Final = (*_MINUTES, "agenda.*.uses", "prework")

_OBJECTIVE: Final = ("objectives.@.id", "objectives.@.lengths", "lengths")
_ASKED: Final = tuple(
    f"evaluation.{part}.*.{key}"
    for part in ("objectives", "before_now", "more", "open")
    for key in ("objective", "lengths")
)

OF_A_WORKSHOP: Final[dict[str, tuple[str, ...]]] = {
    "duplicate-id": (),
    "named-twice": (),
    "no-such-file": (),
    "unknown-item": (),
    "unknown-scale": (),
    "unknown-scenario": (),
    "unknown-worksheet": ("worksheets.*.id", "shared_worksheets"),
    "unknown-reference": (),
    "unknown-follow-up": (),
    "unknown-vocabulary": (),
    "unknown-role": (),
    "unknown-objective": ("objectives.*.id",),
    "unknown-material": (
        *("worksheets.*.id", "shared_worksheets", "scenarios.use", "scenarios.own.*.id", "roles"),
    ),
    "unknown-block": ("worksheets.*.blocks.*.id", "shared_worksheets"),
    "unknown-length": ("lengths",),
    "unknown-activity": ("agenda.*.id",),
    "checkpoint-nowhere": (*_MINUTES, "checkpoint", "agenda.*.id"),
    "minutes-add-up": _MINUTES,
    "empty-length": _MINUTES,
    "closing-not-protected": (*_MINUTES, "agenda.*.protected"),
    "no-time-for-evaluation": (*_MINUTES, "agenda.*.protected", "evaluation.minutes"),
    "activity-in-no-length": ("agenda.@.minutes", "lengths"),
    "under-minimum": ("agenda.@.minutes", "agenda.@.minimum", "lengths"),
    "no-steps": _STEPS,
    "step-without-minutes": _STEPS,
    "grouping-without-step": _STEPS,
    "too-much-talk": _TALK,
    "long-without-change": _TALK,
    "too-much-to-say": ("agenda.@.minutes", "lengths"),
    "not-taught": (*_OBJECTIVE, *_MINUTES, "agenda.*.objectives", "prework"),
    "not-measured": (*_OBJECTIVE, *_ASKED),
    "no-objective": ("objectives", "lengths"),
    "unused-worksheet": (*_USES, "worksheets.@"),
    "unused-scenario": _USES,
    "material-without-worksheet": ("worksheets.*.lengths", "materials.@", "lengths"),
    "no-roles": ("roles", "worksheets.@.blocks.@"),
    "no-stages": ("stages", "worksheets.@.blocks.@", "charts.@"),
    "one-stage": ("stages", "worksheets.@.blocks"),
    "unused-stages": (
        *("worksheets.*.blocks", "worksheets", "shared_worksheets", "charts", "diary"),
    ),
    "no-lines": ("roles", "worksheets.*.blocks"),
    "term-twice": ("terms", "roles"),
    "term-of-some-roles": ("roles",),
    "no-wording": ("audiences", "scenarios.own.@.versions"),
    "unknown-audience": ("audiences",),
    "audience-twice": ("audiences",),
    "long-case": (),
    "unknown-term": ("terms", "roles"),
    "term-in-term": (),
    "instructor-term": ("roles",),
    "broken-term": (),
    "no-safe-contact": ("terms",),
    "unfilled-term": (),
    "broken-citation": (),
    "unknown-citation": ("references", "reading"),
    "uncited-reference": ("*",),
    "doi-twice": (),
    "doi-form": (),
    "bare-address": (),
    "dropped-tag": (),
    "hard-to-read": ("@",),
    "long-sentence": (),
    "too-many-answers": ("evaluation.most_answers", "lengths"),
    "empty-form": ("evaluation", "lengths"),
    "no-headline": ("evaluation", "lengths"),
    "no-purpose": ("evaluation.follow_up",),
    "two-headlines": ("lengths",),
    "asked-twice": ("lengths",),
    "group-sizes": ("group",),
    "series-number": ("series",),
    "no-length-note": ("length_notes", "lengths"),
    "empty-chart": ("charts.@",),
    "no-message-quoted": ("preparation.@",),
    "nothing-to-sort": ("worksheets.@.blocks",),
    "same-title": ("stages", "worksheets.@.blocks"),
    "one-heading": (),
    "minutes-do-not-fit": (
        *(*_MINUTES, "agenda.*.minimum", "agenda.*.protected", "agenda.*.priority"),
        "agenda.*.instructor.steps",
    ),
    "order": (
        *("worksheets.*.id", "worksheets.*.moment", "worksheets.*.lengths", "shared_worksheets"),
        *("evaluation.*.*.id", "evaluation.*.*.lengths", *_USES, *_OBJECTIVE),
    ),
    "map-not-private": ("worksheets.@.private", "worksheets.@.blocks"),
}
"""By the code of a problem of a workshop, or of what a cohort makes of it."""

OF_A_COHORT: Final[dict[str, tuple[str, ...]]] = {
    "no-safe-contact": ("contacts", "terms"),
    "logo-without-name": ("institution",),
    "no-way-to-reach": ("contacts.@",),
    "doubtful-phone": (),
    "doubtful-email": (),
    "unknown-contact": ("contacts.*.id",),
    "unknown-stage": ("program.stages",),
    "no-stages": ("program.stages", *OF_A_WORKSHOP["no-stages"]),
    "one-stage": ("program.stages", *OF_A_WORKSHOP["one-stage"]),
    "stage-order": ("program.stages", "program.checkpoints"),
    "duplicate-checkpoint": ("program.checkpoints",),
    "checkpoint-order": ("program.checkpoints", "sessions.*.date"),
    "no-date": ("sessions.*.date", "sessions.*.id"),
    "follow-up-early": ("sessions.*.date", "sessions.*.id"),
    "other-stages": ("sessions.*.workshop", "program.stages", "workshops"),
    "stage-named": ("sessions.*.workshop", "program.stages", "workshops"),
    "no-diary": ("sessions", "workshops"),
    "no-follow-up": ("sessions.*.id", "sessions.*.workshop", "workshops"),
    "follow-up-not-planned": (
        *("sessions.*.id", "sessions.*.workshop", "sessions.*.date", "workshops"),
        *("program.follow_ups", "program.ends"),
    ),
    "follow-up-twice": ("program.follow_ups",),
    "program-backwards": ("program.begins",),
    "long-program": ("program.begins",),
    "outside-program": ("program.begins", "program.ends"),
    "duplicate-id": (),
    "reserved-id": (),
    "length-and-minutes": (),
    "no-such-day": (),
    "far-date": ("sessions.*.date",),
    "session-order": ("sessions", "series"),
    "unknown-session": ("sessions.*.id",),
    "two-titles": ("series", "program.title"),
    "sessions-clash": ("sessions", "start", "place", "instructors", "time_zone"),
    "unknown-time-zone": (),
    "unknown-workshop": (),
    "unknown-term": ("sessions.*.workshop",),
    "term-in-term": (),
    "term-here": (),
    "changes-nothing": ("sessions.*.workshop", "workshops.@.@.@", "roster"),
    "apart-from-whom": ("tables.apart.@",),
    "one-addition": ("workshops.@.@.@",),
    "unknown-id": ("workshops.@.add.*.*.id",),
    "unknown-scenario": ("workshops.@.add.*.scenario.id",),
    "unknown-activity": ("workshops.@.add.*.activity.id",),
    "ambiguous-id": (),
    "id-stays": (),
    "used-in": (),
    "order": (
        "workshops.@.add.*.*.id",
        "workshops.@.leave_out",
        "workshops.@.order",
        "workshops.@.scenarios",
    ),
    "not-apart": ("tables",),
    "unknown-person": ("tables.apart.@",),
    "unknown-value": ("tables.apart.@",),
    **dict.fromkeys(
        (
            *("small-table", "large-table", "no-triad", "nothing-to-balance", "one-scenario"),
            *("not-dealt", "too-few-scenarios", "group-divided", "group-filled"),
        ),
        ("tables", "workshops", "sessions", "audience"),
    ),
    "headcount": (),
    "no-such-roster": (),
    "not-csv": (),
    "outside-project": (),
}
"""By the code of a problem of a cohort's own."""
