"""A form that was given out in several versions or wordings: how many answered each, what differs.

Items are matched by id. A version is another form: it asks something else, or gives other answers.
A wording asks the same in other words, and its answers add up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.instrument.description import FormDescription


@dataclass(frozen=True, slots=True)
class GivenOut:
    """A form as it was given out, and how many responses to it count."""

    form: FormDescription
    responses: int


@dataclass(frozen=True, slots=True)
class Differs:
    """What a form has otherwise than one before it, by the keys of its fields."""

    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variants:
    """The variants of one form in a session: that with the most responses first.

    `others` are the rest, each with what is different from the first.
    """

    first: GivenOut
    others: tuple[tuple[GivenOut, Differs], ...]


def variants(given_out: Iterable[GivenOut]) -> tuple[Variants, ...]:
    """Give the forms of which a session had more than one variant, by session and form."""
    of_form: dict[tuple[str, str], list[GivenOut]] = {}
    for each in given_out:
        of_form.setdefault((each.form.session, each.form.form), []).append(each)
    found = []
    for _, several in sorted(of_form.items()):
        if len(several) > 1:
            first, *others = sorted(
                several, key=lambda each: (-each.responses, each.form.version, each.form.wording)
            )
            differing = ((each, _differs(first.form, each.form)) for each in others)
            found.append(Variants(first, tuple(differing)))
    return tuple(found)


def _differs(first: FormDescription, other: FormDescription) -> Differs:
    before = {field.key: field for field in first.fields}
    after = {field.key: field for field in other.fields}
    both = [key for key in after if key in before]
    answers = [
        key
        for key in both
        if (before[key].kind, before[key].values) != (after[key].kind, after[key].values)
    ]
    return Differs(
        added=tuple(key for key in after if key not in before),
        gone=tuple(key for key in before if key not in after),
        answers=tuple(answers),
        reworded=tuple(
            key
            for key in both
            if key not in answers
            and (before[key].text, before[key].labels) != (after[key].text, after[key].labels)
        ),
    )
