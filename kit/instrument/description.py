"""A form as it was given out, whole and on its own: it outlives the definitions behind it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

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
    """

    form: str
    version: str
    wording: str
    session: str
    title: str
    phase: str
    language: str
    fields: tuple[AnswerField, ...]

    def field(self, key: str) -> AnswerField | None:
        """Find a field by its key."""
        return next((each for each in self.fields if each.key == key), None)

    def to_data(self) -> dict[str, Any]:
        """Give it as JSON can hold it."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Any) -> FormDescription:
        """Take it from what JSON held.

        Raises:
            ValueError: it is not a description.
        """
        try:
            fields = tuple(
                AnswerField(
                    key=str(each["key"]),
                    item=str(each["item"]),
                    kind=each["kind"],
                    text=str(each["text"]),
                    values=tuple(map(str, each["values"])),
                    labels=tuple(map(str, each["labels"])),
                    is_code=bool(each.get("is_code", False)),
                )
                for each in data["fields"]
            )
            words = {
                name: str(data[name])
                for name in ("form", "version", "wording", "session", "title", "phase", "language")
            }
        except (TypeError, KeyError) as error:
            raise ValueError(f"not the description of a form: {error}") from error
        if any(each.kind not in {"one", "several", "text"} for each in fields):
            raise ValueError("not the description of a form: a field of no known kind")
        return cls(fields=fields, **words)


def described(form: Form, session: str, language: str) -> FormDescription:
    """Describe a form for the run it is given out in."""
    fields = fields_of(form)
    return FormDescription(
        form=form.id,
        version=form.version,
        wording=_wording(fields),
        session=session,
        title=form.title,
        phase=form.phase,
        language=language,
        fields=fields,
    )


def _wording(fields: tuple[AnswerField, ...]) -> str:
    words = [[each.key, each.text, each.labels] for each in fields]
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return blake2b(text.encode(), digest_size=16).hexdigest()[:_SHORT]
