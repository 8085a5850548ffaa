"""What a document says of itself and of the run that it is for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """What every document says of itself: in its title, its running heads and its metadata."""

    workshop: str
    title: str
    subtitle: str | None
    summary: str
    language: str
    length: str
    is_default_length: bool
    minutes: int
    audience: str
    audience_label: str
    several_audiences: bool
    is_default_audience: bool
    authors: tuple[str, ...]
    licence: str
    version: str
    keywords: tuple[str, ...]
    series: str | None
    occasion: OccasionLine | None
    large: bool


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """The dated run that a document is for, as everyone may read it.

    `session` is its name in the files: `pgy1-2027/needs`.
    """

    session: str
    cohort: str
    institution: str | None
    when: str | None
    place: str | None
    instructors: tuple[str, ...]
    logo: LogoLine | None


@dataclass(frozen=True, slots=True)
class LogoLine:
    """The institution's picture as a `data:` address, its millimetres, and what it says."""

    address: str
    width: float
    height: float
    text: str
