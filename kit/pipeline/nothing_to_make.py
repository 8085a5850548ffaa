"""What was asked for by name and cannot be made: said in words, never passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.editions.named import ALWAYS_NAMED, NAMED_ON_REQUEST
from kit.editions.registry import EDITIONS
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from kit.pipeline.request import Options, Request

_NAMED: Final = tuple(edition.name for edition in ALWAYS_NAMED)

_WAYS_OUT: Final = {
    "calendar-entry": (
        "it needs a date",
        "Write `date:` for the session in a cohort’s file, and build it with `--cohort`.",
    ),
    "calendar-of-all-sessions": (
        "it needs two sessions with dates",
        "Build a cohort, or its first session: the file lies with that one.",
    ),
    "group-list": (
        "it lists people at their tables",
        "Build a cohort that has a roster, with `--people`.",
    ),
}
"""Why a document is not there, and what to do, where the workshop itself lacks nothing."""


def editions_asked(options: Options, given: Iterable[str], *, people: bool) -> tuple[str, ...]:
    """Read `--edition`; what has people's names is known, too, and needs their packets."""
    names = options.several("--edition", given, (*EDITIONS, *_NAMED))
    for name in names:
        if name in _NAMED and not people:
            options.problems.append(
                Problem(
                    "needs-people",
                    f"`{name}` has people’s names: it is made with their packets.",
                    hint="Add `--people`, and the cohort with `--cohort`.",
                )
            )
    return names


def refuse_on_screen(
    options: Options, wanted: Sequence[str], editions: Sequence[str], *, large: bool, fillable: bool
) -> None:
    """Refuse what would come to nothing: what there is no such PDF of, or no PDF asked for."""
    editions = [name for name in editions if name in EDITIONS]
    if large and editions and not any(EDITIONS[name].large for name in editions):
        reason = f"there is no large print of {', '.join(editions)}"
        options.refuse("--large", reason + _instead(editions))
    if fillable and editions and not any(EDITIONS[name].fillable for name in editions):
        options.refuse("--fillable", f"nothing is filled in on {', '.join(editions)}")
    if "pdf" in wanted:
        return
    if fillable:
        options.refuse("--fillable", "it makes PDFs; worksheets as HTML are filled in as they are")
    if large:
        options.refuse("--large", "it is for paper; a screen enlarges the HTML by itself")
    if editions and all(EDITIONS[name].booklet for name in editions):
        options.refuse("--format", "a booklet is for paper, a PDF")


def _instead(editions: Sequence[str]) -> str:
    """Name those in large print that these are made in place of: a booklet is small, pages not."""
    others = dict.fromkeys(EDITIONS[name].in_place_of for name in editions)
    large = [name for name in others if name and EDITIONS[name].large]
    return f", but there is one of {', '.join(large)}" if large else ""


def nothing_to_make(
    request: Request, made: Mapping[str, Collection[str]], workshops: Sequence[str]
) -> Iterator[Problem]:
    """Say which documents that were named some or all of the workshops lack.

    `made` says of those there are which workshops have them. Asked for every document, nobody
    expects them all.
    """
    named = [name for name in EDITIONS if name in request.editions]
    if len(named) == len(EDITIONS):
        return
    severity = Severity.WARNING if made else Severity.ERROR
    for name in named:
        lacking = [each for each in workshops if each not in made.get(name, ())]
        if not lacking or not _is_missed(name, request):
            continue
        title = EDITIONS[name].title
        where = " or ".join(f"`{each}`" for each in lacking)
        if name in made:
            message, hint = f"“{title}”: there are none in {where}; the others have them.", ""
        elif name in _WAYS_OUT:
            why, hint = _WAYS_OUT[name]
            message = f"“{title}” cannot be made of {where}: {why}."
        else:
            message = f"“{title}”: there are none in {where}."
            hint = "Leave out `--edition` to see what there is; another length may have some."
        yield Problem("nothing-to-make", message, hint=hint, severity=severity)


def _is_missed(name: str, request: Request) -> bool:
    """Say whether a document is nowhere else: with names, or outside of what is in large print."""
    if request.people and name in NAMED_ON_REQUEST:
        return False
    edition = EDITIONS[name]
    return (edition.large or not request.large) and (edition.fillable or not request.fillable)
