"""A workshop as it comes out, as plain data: shared things filled in, minutes whole."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from kit.pipeline.commented import with_comments
from kit.tailoring.tailor import premise
from kit.tailoring.terms import BLANK

if TYPE_CHECKING:
    from kit.definitions.cohort import Cohort
    from kit.definitions.scenario import Scenario
    from kit.reading.path import Location
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity

_REPLACED = (
    "lengths",
    "length_notes",
    "evaluation",
    "scenarios",
    "shared_worksheets",
    "roles",
    "terms",
    "kit",
)
_TO_FILL_IN = "________"


def resolved(tailored: TailoredWorkshop, cohort: Cohort | None = None) -> dict[str, Any]:
    """Turn a tailored workshop into dictionaries, lists, texts and numbers.

    `cohort` is the one that it is tailored for: whom its people can turn to is shown too.
    """
    workshop = tailored.workshop
    whole = {
        "name": tailored.name,
        "length": tailored.length,
        "minutes": tailored.minutes,
        "audience": tailored.audience,
        "terms": {name: value or _TO_FILL_IN for name, value in workshop.terms.items()},
        "contacts": cohort.contacts if cohort else (),
        "escalation": cohort.escalation if cohort else (),
        **{
            name: getattr(workshop, name)
            for name in type(workshop).model_fields
            if name not in _REPLACED
        },
        "objectives": tailored.objectives,
        "materials": tailored.materials,
        "charts": tailored.charts,
        "prework": tailored.prework,
        "agenda": [_activity(timed) for timed in tailored.agenda],
        "worksheets": tailored.worksheets,
        "roles": tailored.vocabulary,
        "scenarios": [_scenario(scenario, tailored) for scenario in tailored.scenarios],
        "evaluation": {
            **{
                name: getattr(workshop.evaluation, name)
                for name in ("minutes", "purpose", "script", "stem")
            },
            "items": tailored.items,
        },
        "references": tuple(tailored.references.values()),
    }
    if follow_up := workshop.evaluation.follow_up:
        whole["follow_up"] = {
            "after_months": follow_up.months,
            "purpose": follow_up.purpose,
            "items": tailored.follow_up_items,
        }
    items = (*tailored.items, *tailored.follow_up_items)
    named = {getattr(item, "scale", None) for item in items}
    whole["scales"] = [scale for name, scale in tailored.scales.items() if name in named]
    data: dict[str, Any] = _plain(whole)
    return data


def as_yaml(data: object, comments: Mapping[Location, str] | None = None) -> str:
    """Write plain data as YAML, texts of several lines as blocks, comments behind their values."""
    import yaml  # noqa: PLC0415 - as everywhere

    class Dumper(yaml.SafeDumper):
        """Writes texts of several lines with `|`, and never refers back to what stands above."""

        def ignore_aliases(self, data: object) -> bool:
            del data
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        style = "|" if "\n" in value else None
        lines = "\n".join(line.rstrip() for line in value.split("\n"))
        return dumper.represent_scalar("tag:yaml.org,2002:str", lines, style=style)

    Dumper.add_representer(str, text)
    written = yaml.dump(data, Dumper=Dumper, sort_keys=False, allow_unicode=True, width=92)
    return with_comments(written, comments) if comments else written


def _activity(timed: TimedActivity) -> dict[str, Any]:
    activity = _fields(timed.activity)
    side = _fields(timed.activity.instructor)
    side["steps"] = [
        {"minutes": step.minutes, "do": step.do, "grouping": step.grouping, "talk": step.talk}
        for step in timed.steps
    ]
    return {**activity, "minutes": timed.minutes, "instructor": side}


def _scenario(scenario: Scenario, tailored: TailoredWorkshop) -> dict[str, Any]:
    fields = {name: value for name, value in _fields(scenario).items() if name != "versions"}
    return {**fields, "premise": premise(scenario, tailored.audience)}


def _fields(model: BaseModel) -> dict[str, Any]:
    """Give the fields of a definition, each by the key that one writes."""
    fields = type(model).model_fields
    return {field.alias or name: getattr(model, name) for name, field in fields.items()}


def _plain(value: object) -> Any:
    """Leave out what is empty, and turn models and enumerations into what YAML knows."""
    if isinstance(value, BaseModel):
        return _plain(_fields(value))
    if isinstance(value, Mapping):
        made = {str(key): _plain(each) for key, each in value.items()}
        return {key: each for key, each in made.items() if each not in (None, [], {})}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value.replace(BLANK, _TO_FILL_IN)
    return value
