"""What a certificate of attendance says besides who was there, at what, and when."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.definitions.base import Definition, Line, Prose


class Signature(Definition):
    """Who signs: a line to sign on stands above the name."""

    name: Annotated[Line, Field(description="The name below the line.")]
    role: Annotated[Line | None, Field(description="What they are: “Program director”.")] = None


class CertificateWords(Definition):
    """The provider's own words. The kit claims no credit: what is claimed stands in `statement`."""

    provider: Annotated[
        Line | None, Field(description="Who gives the certificate; the institution if left out.")
    ] = None
    statement: Annotated[
        Prose | None,
        Field(description="What the provider states, such as credit that was approved, in full."),
    ] = None
    disclosure: Annotated[
        Prose | None, Field(description="What the provider discloses, such as interests.")
    ] = None
    signatures: Annotated[
        tuple[Signature, ...], Field(max_length=3, description="Who signs; a blank line if none.")
    ] = ()
