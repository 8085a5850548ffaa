"""A sheet that is a document of its own: it lives longer than the session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping  # noqa: TC003 - pydantic reads it
from typing import Annotated, Final

from pydantic import Field

from kit.definitions.base import READ_ONLY, Line, Name
from kit.definitions.worksheet import Worksheet

AGREEMENT: Final = "agreement-document"
MEETING_LOG: Final = "log-document"
LEARNING_PLAN: Final = "plan-document"
DOCUMENTS: Final = (AGREEMENT, MEETING_LOG, LEARNING_PLAN)
"""The ids under which a cohort changes them or leaves them out."""


class Document(Worksheet):
    """A sheet that every workshop can hand out alone, whatever is in its packet.

    Its `terms` need not be declared by the workshop, whose own words come first.
    """

    terms: Annotated[
        Mapping[Name, Line | None],
        READ_ONLY,
        Field(
            description="Words that it uses, for workshops that do not declare them; one without "
            "words is a line to write on until a cohort fills it."
        ),
    ] = Field(default_factory=dict)


def terms_of(documents: Iterable[Document]) -> dict[str, str | None]:
    """Give the words of documents, of all of them."""
    return {name: words for each in documents for name, words in each.terms.items()}
