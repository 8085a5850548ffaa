"""Works that a workshop cites."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.definitions.base import VERBATIM, Definition, Doi, Line, Positive
from kit.definitions.citation import KEY

CitationKey = Annotated[str, Field(pattern=rf"^{KEY}$")]


class Reference(Definition):
    """One work. A DOI is written only where it was confirmed."""

    id: Annotated[CitationKey, Field(description="First author and year: `straus2013`.")]
    authors: Annotated[
        Line | None,
        VERBATIM,
        Field(description="As printed: “Straus SE, Johnson MO, et al”. None: by title."),
    ] = None
    title: Annotated[Line, VERBATIM]
    source: Annotated[
        Line, VERBATIM, Field(description="Journal, book or publisher, volume and pages.")
    ]
    year: Annotated[Positive, Field(ge=1900, le=2100, description="The year of publication.")]
    doi: Annotated[Doi | None, Field(description="Without “https://doi.org/”; none if unsure.")] = (
        None
    )
    note: Annotated[
        Line | None, Field(description="Why a reader would open it; for further reading.")
    ] = None
