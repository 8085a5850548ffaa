"""A form as it was given out, whole and on its own: it outlives the definitions behind it."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from kit.instrument.answer_fields import AnswerField, fields_of

if TYPE_CHECKING:
    from kit.instrument.form import Form

_SHORT = 7


@dataclass(frozen=True, slots=True)
class FormDescription:
    """What was asked, how it could be answered, and in which words.

    `form` is the form's id (`managing-up`, `managing-up-follow-up`); `version` changes with what is
    asked, `wording` with how it is worded: answers to one version add up whatever the wording.
    `session` is the run that it was given out for: `cohort/session`, or a workshop's name where
    there is no cohort.

    A report also wants the name of the `workshop`, and the ids and texts of its `objectives` in
    their order. Two descriptions are equal whatever stands there, and so is their `identity`: one
    that an earlier kit wrote has neither, and is the same form.
    """

    form: str
    version: str
    wording: str
    session: str
    title: str
    phase: str
    language: str
    fields: tuple[AnswerField, ...]
    workshop: str = dataclasses.field(default="", compare=False)
    objectives: tuple[tuple[str, str], ...] = dataclasses.field(default=(), compare=False)

    @property
    def for_report(self) -> tuple[Any, ...]:
        """Everything that equal descriptions may have otherwise."""
        each = ((at.asked, at.scale, at.objective, at.headline, at.stem) for at in self.fields)
        return (self.workshop, self.objectives, *each)

    def field(self, key: str) -> AnswerField | None:
        """Find a field by its key."""
        return next((each for each in self.fields if each.key == key), None)

    def to_data(self) -> dict[str, Any]:
        """Give it as JSON can hold it."""
        return asdict(self)

    def identity(self) -> dict[str, Any]:
        """Give what makes it this form, as JSON can hold it: the same of equal descriptions."""
        data = {name: getattr(self, name) for name in _COMPARED}
        asked = [{name: getattr(each, name) for name in _COMPARED_FIELD} for each in self.fields]
        return {**data, "fields": asked}

    @classmethod
    def from_data(cls, data: Any) -> FormDescription:
        """Take it from what JSON held.

        Raises:
            ValueError: it is not a description.
        """
        try:
            asked = tuple(
                AnswerField(
                    key=str(each["key"]),
                    item=str(each["item"]),
                    kind=each["kind"],
                    text=str(each["text"]),
                    values=tuple(map(str, each["values"])),
                    labels=tuple(map(str, each["labels"])),
                    is_code=bool(each.get("is_code", False)),
                    asked=str(each.get("asked", "")),
                    scale=str(each.get("scale", "")),
                    objective=str(each.get("objective", "")),
                    headline=bool(each.get("headline", False)),
                    stem=str(each.get("stem", "")),
                )
                for each in data["fields"]
            )
            words = {
                name: str(data[name])
                for name in ("form", "version", "wording", "session", "title", "phase", "language")
            }
            objectives = tuple((str(name), str(text)) for name, text in data.get("objectives", ()))
            workshop = str(data.get("workshop", ""))
        except (TypeError, KeyError, ValueError, AttributeError) as error:
            raise ValueError(f"not the description of a form: {error}") from error
        if any(each.kind not in {"one", "several", "text"} for each in asked):
            raise ValueError("not the description of a form: a field of no known kind")
        return cls(fields=asked, workshop=workshop, objectives=objectives, **words)


_COMPARED: Final = tuple(each.name for each in dataclasses.fields(FormDescription) if each.compare)
_COMPARED_FIELD: Final = tuple(
    each.name for each in dataclasses.fields(AnswerField) if each.compare
)


def described(form: Form, session: str, language: str) -> FormDescription:
    """Describe a form for the run it is given out in."""
    asked = fields_of(form)
    return FormDescription(
        form=form.id,
        version=form.version,
        wording=_wording(asked),
        session=session,
        title=form.title,
        phase=form.phase,
        language=language,
        fields=asked,
        workshop=form.workshop,
        objectives=form.objectives,
    )


def _wording(asked: tuple[AnswerField, ...]) -> str:
    words = [[each.key, each.text, each.labels] for each in asked]
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()[:_SHORT]
