"""What the report shows: plain values for its templates, in the order in which it is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportIdentity:
    """What a report says of itself in its title, its running heads and its metadata.

    `title` is what it is about, `subtitle` says more of it, `kind` that it is a report.
    """

    kind: str
    title: str
    subtitle: str
    summary: str
    language: str
    day: str
    authors: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    minutes: int = 0
    audience: str = ""
    is_default_length: bool = True
    is_default_audience: bool = True
    large: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, heads, and rows; the first cell of a row is its head.

    `groups` are the titles over rows, by the place of the first row below each. `numeric` are the
    columns whose cells stand flush right, `widths` the columns' in percents, 0 for what is left.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    groups: tuple[tuple[int, str], ...] = ()
    numeric: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Statements of one scale, as a figure: for each its label and its counts."""

    id: str
    rows: tuple[tuple[str, tuple[int, ...]], ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of ratings, as a figure: how many people, or `forms`, have which two; width in mm."""

    id: str
    rows: tuple[tuple[str, tuple[tuple[int, int, int], ...]], ...]
    labels: tuple[str, ...]
    width: float
    forms: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """Answers out of a list, as a figure; `line` says in words what is beside it."""

    id: str
    title: str
    rows: tuple[tuple[str, int], ...]
    n: int
    line: str = ""


@dataclass(frozen=True, slots=True)
class Ratings:
    """Statements of one scale: figure, table, and what is to be said about them."""

    heading: str
    bars: Bars
    table: Table


@dataclass(frozen=True, slots=True)
class OverTime:
    """A question that came back over the months: in words, as a figure, and as a table."""

    heading: str
    line: str
    bars: Bars
    table: Table


@dataclass(frozen=True, slots=True)
class Changes:
    """Ratings for before and for now: figure, table, and how they were tested."""

    pairs: tuple[Pairs, ...]
    table: Table
    method: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """What people wrote to one question: by code where codes fit, then the rest.

    `groups` are titles with how many comments each has, and these comments.
    """

    heading: str
    line: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    rest_heading: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormPart:
    """One form of one workshop."""

    heading: str
    line: str
    ratings: tuple[Ratings, ...]
    counts: tuple[Counts, ...]
    changes: tuple[Changes, ...]
    commitments: Table | None
    comments: tuple[Comments, ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """Something to decide: what was found, and where."""

    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report. `synthetic` says that nobody gave these answers: it stands on every page."""

    identity: ReportIdentity
    paragraph: str
    notices: tuple[str, ...]
    returns: Table
    ways: str
    forms: tuple[FormPart, ...]
    over_time: tuple[OverTime, ...]
    across: tuple[Table, ...]
    across_lines: tuple[str, ...]
    later: tuple[FormPart, ...]
    linked: tuple[str, ...]
    quality: Table | None
    quality_lines: tuple[str, ...]
    decisions: tuple[tuple[str, tuple[Decision, ...]], ...]
    method: tuple[str, ...]
    synthetic: bool = False
