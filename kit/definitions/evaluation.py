"""The evaluation form of a workshop, at its end and some months later."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from kit.definitions.base import INSTRUCTOR, Definition, Id, Line, Minutes, Positive, Prose
from kit.definitions.item import BeforeNowItem, Item, ScaleItem, TextItem

_USUAL_MONTHS: Final = 3


class SharedFollowUp(Definition):
    """A form that several workshops send some months after the session."""

    id: Id
    after_months: Annotated[
        Positive, Field(le=24, description="When it is sent, in months after the session.")
    ] = _USUAL_MONTHS
    purpose: Annotated[Prose, Field(description="Opens the form: why these questions, again.")]
    core: Annotated[
        tuple[Id, ...], Field(min_length=1, description="Ids of items in `shared/items.yaml`.")
    ]


class FollowUp(Definition):
    """The form that is sent some months after the session: a shared one, or one of its own.

    With `use`, what is left out here is the shared form's, and `core` adds to its items.
    """

    use: Annotated[
        Id | None, Field(description="Id of a form in `shared/follow-up.yaml` to build on.")
    ] = None
    after_months: Annotated[
        Annotated[Positive, Field(le=24)] | None,
        Field(description="When it is sent, in months after the session; 3 when left out."),
    ] = None
    purpose: Annotated[
        Prose | None, Field(description="Opens the form: why these questions, again.")
    ] = None
    core: Annotated[tuple[Id, ...], Field(description="Ids of items in `shared/items.yaml`.")] = ()
    items: Annotated[tuple[Item, ...], Field(description="Items of its own.")] = ()

    @property
    def months(self) -> int:
        """When it is sent, in months after the session."""
        return self.after_months or _USUAL_MONTHS

    def upon(self, shared: SharedFollowUp) -> FollowUp:
        """Build this form on a shared one."""
        return self.model_copy(
            update={
                "after_months": self.after_months or shared.after_months,
                "purpose": self.purpose or shared.purpose,
                "core": tuple(dict.fromkeys((*shared.core, *self.core))),
            }
        )


def completed(stem: str, text: str) -> str:
    """Write a statement as a sentence: a stem that ends in an ellipsis goes on with its words."""
    return f"{stem.rstrip('.… ')} {text}" if stem else text


class Evaluation(Definition):
    """What is asked at the end, in the order: core, objectives, before and now, more, open.

    Where an objective has a before/now pair, no “I can” item asks it again.
    """

    minutes: Annotated[Minutes, Field(le=15, description="What it takes to fill in.")] = 4
    most_answers: Annotated[
        Positive, Field(description="How many answers the form may ask of one person.")
    ] = 20
    purpose: Annotated[
        Prose, Field(description="Opens the form: what it is for and what happens with it.")
    ]
    script: Annotated[
        Prose,
        INSTRUCTOR,
        Field(description="What the instructor says when handing the form out."),
    ]
    stem: Annotated[Line, Field(description="The words that the items on objectives complete.")] = (
        "As a result of this session, I can …"
    )
    core: Annotated[
        tuple[Id, ...],
        Field(description="Ids of items in `shared/items.yaml`, in the order of the form."),
    ] = ()
    objectives: Annotated[
        tuple[ScaleItem, ...], Field(description="Statements that complete the stem.")
    ] = ()
    before_now: Annotated[
        tuple[BeforeNowItem, ...], Field(description="Statements rated for before and for now.")
    ] = ()
    more: Annotated[tuple[Item, ...], Field(description="Items of any kind.")] = ()
    open: Annotated[tuple[TextItem, ...], Field(description="Open questions, at the end.")] = ()
    follow_up: FollowUp | None = None
