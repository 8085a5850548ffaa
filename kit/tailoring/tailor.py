"""A workshop and a choice ▶ the workshop as this group gets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.definitions.activity import EVALUATION_FORM, PLACARDS
from kit.definitions.base import belongs_to, minutes_in, text_in
from kit.definitions.worksheet import Moment
from kit.errors import KitError, Problem
from kit.suggestion import did_you_mean
from kit.tailoring.choice import Choice, chosen
from kit.tailoring.filled_sheets import filled, in_stages_of
from kit.tailoring.form_parts import in_order_of_parts
from kit.tailoring.link_code import with_link_code
from kit.tailoring.orders import ACTIVITIES, CASES, QUESTIONS, WORKSHEETS, Orders, by_kind, in_order
from kit.tailoring.retiming.fitting import fitted_to
from kit.tailoring.retiming.steps import steps_in
from kit.tailoring.stage_charts import charts_of
from kit.tailoring.terms import apply_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kit.definitions.activity import Activity, Grouping
    from kit.definitions.chart import Chart
    from kit.definitions.document import Document
    from kit.definitions.item import Item
    from kit.definitions.objective import Objective
    from kit.definitions.preparation import Material
    from kit.definitions.reference import Reference
    from kit.definitions.scale import Scale
    from kit.definitions.scenario import Scenario
    from kit.definitions.vocabulary import Vocabulary
    from kit.definitions.worksheet import Worksheet
    from kit.definitions.workshop import PreWork, Workshop
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.retiming.retime import Fitted


@dataclass(frozen=True)
class TimedStep:
    """A step of an activity with its whole minutes."""

    minutes: int
    do: str
    grouping: Grouping
    talk: bool


@dataclass(frozen=True)
class TimedActivity:
    """An activity with its minutes in the chosen length.

    It names the objectives and the material of this length only.
    """

    activity: Activity
    minutes: int
    steps: tuple[TimedStep, ...]


@dataclass(frozen=True)
class TailoredWorkshop:
    """A workshop in one length, for one audience, in one group's words.

    `workshop` is the whole definition with the words applied; everything beside it is of the
    chosen length. `worksheets` stand in the order of their use, take-home ones last; `items` are
    those of the end form in the order core, objectives, before and now, more, open; `ordered` names
    those of both that a group has in an order of its own. `fitted` says what gave way where the
    agenda was fitted to minutes for which there is no length.
    """

    name: str
    workshop: Workshop
    length: str
    is_default_length: bool
    minutes: int
    fitted: Fitted | None
    audience: str
    is_default_audience: bool
    vocabulary: Vocabulary | None
    other_vocabularies: tuple[Vocabulary, ...]
    is_default_vocabulary: bool
    objectives: tuple[Objective, ...]
    agenda: tuple[TimedActivity, ...]
    prework: PreWork | None
    worksheets: tuple[Worksheet, ...]
    scenarios: tuple[Scenario, ...]
    items: tuple[Item, ...]
    follow_up_items: tuple[Item, ...]
    scales: Mapping[str, Scale]
    references: Mapping[str, Reference]
    materials: tuple[Material, ...]
    charts: tuple[Chart, ...]
    ordered: Orders
    documents: Mapping[str, Document]


def tailor(loaded: LoadedWorkshop, choice: Choice) -> TailoredWorkshop:
    """Tailor a workshop to a choice.

    Raises:
        KitError: the workshop has no such length, audience or term.
    """
    length, audience, vocabulary = chosen(loaded, choice)
    terms = {**loaded.workshop.terms, **choice.terms}
    language = loaded.workshop.language
    if vocabulary is not None:
        vocabulary = apply_terms(vocabulary, terms, language)
        terms |= vocabulary.all_terms
    workshop = apply_terms(loaded.workshop, terms, language).model_copy(update={"terms": terms})
    workshop = in_stages_of(choice.stages, workshop)
    # What a workshop does not declare is a word of the documents alone: its own texts keep theirs.
    in_documents = {**loaded.all_terms, **terms}
    workshop, fitted = fitted_to(workshop, length, choice.minutes, choice.held)
    scenarios = {key: apply_terms(each, terms, language) for key, each in loaded.scenarios.items()}
    objectives = tuple(each for each in workshop.objectives if belongs_to(each.lengths, length))
    taught = {objective.id for objective in objectives}
    sheets = {
        each.id: filled(apply_terms(each, terms, language), vocabulary, workshop.stages)
        for each in loaded.worksheets.values()
        if belongs_to(each.lengths, length)
    }
    here = sheets.keys() | scenarios.keys() | {EVALUATION_FORM}
    if vocabulary is not None:
        here |= {PLACARDS}
    prework = _prework(workshop, length, taught, here)
    agenda = tuple(
        TimedActivity(
            _of_length(activity, length, taught, here), minutes, timed_steps(activity, length)
        )
        for activity in workshop.agenda
        if (minutes := minutes_in(activity.minutes, length)) is not None
    )
    used = tuple(
        dict.fromkeys(
            [
                *(prework.uses if prework else ()),
                *(name for timed in agenda for name in timed.activity.uses),
            ]
        )
    )
    follow_up = workshop.evaluation.follow_up
    items = {key: apply_terms(each, terms, language) for key, each in loaded.items.items()}
    cited = dict.fromkeys((*workshop.references, *workshop.reading))
    ordered = orders(loaded, choice.order)
    worksheets = in_order(_in_order_of_use(used, sheets), ordered.worksheets)
    end = tuple(_items_of(end_items(workshop), items, length, taught))
    return TailoredWorkshop(
        name=loaded.name,
        workshop=workshop,
        length=length,
        is_default_length=fitted is None and length == next(iter(workshop.lengths)),
        minutes=choice.minutes or workshop.lengths[length],
        fitted=fitted,
        audience=audience,
        is_default_audience=audience == next(iter(workshop.audiences)),
        vocabulary=vocabulary,
        other_vocabularies=tuple(
            apply_terms(each, terms, language)
            for each in loaded.vocabularies.values()
            if vocabulary is None or each.id != vocabulary.id
        ),
        is_default_vocabulary=vocabulary is None
        or vocabulary.id == next(iter(loaded.vocabularies)),
        objectives=objectives,
        agenda=agenda,
        prework=prework,
        worksheets=worksheets,
        scenarios=tuple(scenarios[name] for name in used if name in scenarios),
        items=with_link_code(
            in_order_of_parts(end, completing_stem(workshop), ordered.questions),
            linking=choice.linking,
        ),
        follow_up_items=with_link_code(
            _items_of(
                (*follow_up.core, *(item.id for item in follow_up.items)), items, length, taught
            )
            if follow_up
            else (),
            linking=choice.linking,
        ),
        scales={key: apply_terms(each, terms, language) for key, each in loaded.scales.items()},
        references={key: loaded.references[key] for key in cited if key in loaded.references},
        materials=tuple(
            material
            for material in workshop.materials
            if belongs_to(material.lengths, length)
            and (material.worksheet is None or any(material.worksheet == w.id for w in worksheets))
        ),
        charts=charts_of(workshop, length),
        ordered=ordered,
        documents={
            key: apply_terms(each, in_documents, language) for key, each in loaded.documents.items()
        },
    )


def premise(scenario: Scenario, audience: str) -> str:
    """Give a case in the words of an audience.

    Raises:
        KitError: it has no wording for this audience; another's would be a guess.
    """
    if audience not in scenario.versions:
        raise KitError(
            [
                Problem(
                    "no-wording",
                    f"The scenario `{scenario.id}` has no wording for the audience `{audience}`.",
                    hint=f"Write one under its `versions`. {did_you_mean('', scenario.versions)}",
                )
            ]
        )
    return scenario.versions[audience]


def timed_steps(activity: Activity, length: str) -> tuple[TimedStep, ...]:
    """Give an activity's steps whole minutes in one length; a step without a share is left out."""
    return tuple(
        TimedStep(minutes, step.do, step.grouping or activity.grouping[0], step.talk)
        for step, minutes in steps_in(activity, length)
    )


def orders(loaded: LoadedWorkshop, order: tuple[str, ...]) -> Orders:
    """Say which worksheets and which questions of the end form an order names."""
    named = by_kind(order, ids_by_kind(loaded)) if order else {}
    return Orders(named.get(WORKSHEETS, ()), named.get(QUESTIONS, ()))


def ids_by_kind(loaded: LoadedWorkshop) -> dict[str, tuple[str, ...]]:
    """Name what can be put in an order, as it stands in the workshop."""
    return {
        ACTIVITIES: tuple(each.id for each in loaded.workshop.agenda),
        WORKSHEETS: tuple(loaded.worksheets),
        CASES: tuple(loaded.scenarios),
        QUESTIONS: end_items(loaded.workshop),
    }


def completing_stem(workshop: Workshop) -> frozenset[str]:
    """Name the questions that complete the stem of the end form."""
    return frozenset(item.id for item in workshop.evaluation.objectives)


def end_items(workshop: Workshop) -> tuple[str, ...]:
    """Name the items of the end form: core, objectives, before and now, more, open."""
    form = workshop.evaluation
    own = (*form.objectives, *form.before_now, *form.more, *form.open)
    return (*form.core, *(item.id for item in own))


def _of_length(activity: Activity, length: str, objectives: set[str], here: set[str]) -> Activity:
    side = activity.instructor
    texts = {name: text_in(getattr(side, name), length) for name in ("set_up", "say", "transition")}
    return activity.model_copy(
        update={
            "instructor": side.model_copy(update=texts),
            "participants": text_in(activity.participants, length),
            "objectives": tuple(each for each in activity.objectives if each in objectives),
            "uses": tuple(each for each in activity.uses if each in here),
        }
    )


def _prework(
    workshop: Workshop, length: str, objectives: set[str], here: set[str]
) -> PreWork | None:
    prework = workshop.prework
    if prework is None or not belongs_to(prework.lengths, length):
        return None
    return prework.model_copy(
        update={
            "objectives": tuple(each for each in prework.objectives if each in objectives),
            "uses": tuple(each for each in prework.uses if each in here),
        }
    )


def _in_order_of_use(
    used: tuple[str, ...], sheets: Mapping[str, Worksheet]
) -> tuple[Worksheet, ...]:
    at_home = (each.id for each in sheets.values() if each.moment is Moment.TAKE_HOME)
    return tuple(sheets[name] for name in dict.fromkeys((*used, *at_home)) if name in sheets)


def _items_of(
    names: Iterable[str], items: Mapping[str, Item], length: str, objectives: set[str]
) -> Iterator[Item]:
    for name in names:
        item = items.get(name)
        if item is None or not belongs_to(item.lengths, length):
            continue
        if item.objective is None or item.objective in objectives:
            yield item
