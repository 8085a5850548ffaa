"""What every block of a worksheet has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, NamedTuple, Self

from pydantic import Field

from kit.definitions.base import INSTRUCTOR, Definition, Id, Line, Prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.definitions.scale import Scale
    from kit.definitions.stage import Stage
    from kit.definitions.vocabulary import Vocabulary


class Flaw(NamedTuple):
    """Why a block would be of no use, where below it, and a way out; `check` tells of it."""

    code: str
    message: str
    at: tuple[str | int, ...]
    hint: str


def same_titles(block: str, kind: str, key: str, titles: Sequence[str]) -> Iterator[Flaw]:
    """Say which of the things that stand under `key` has the name of one before it."""
    for at, title in enumerate(titles):
        if title in titles[:at]:
            yield Flaw(
                "same-title",
                f"Two {kind} of `{block}` are called “{title}”.",
                (key, at, "title"),
                "Give one of them another name, so that people know which is which.",
            )


class Entry(NamedTuple):
    """One of several things that a block lists: its name and what it is, or only one of them."""

    name: str
    text: str


_NAMED: Final = re.compile(r"\*\*(?P<name>[^*]+?)[.:]?\*\*[.:]?\s+(?P<text>.+)", re.DOTALL)


def entry_of(words: str) -> Entry:
    """Part an entry from its name, where it begins with one, as in `**Coach.** Watches you`."""
    words = " ".join(words.split())
    found = _NAMED.fullmatch(words)
    return Entry(found["name"], found["text"]) if found else Entry("", words)


class BlockBase(Definition):
    """One element of a worksheet. Fields marked INSTRUCTOR stay out of participants' files."""

    names_people: ClassVar[bool] = False
    """Whether participants write down on it whom they know: then nobody may collect it."""

    id: Id
    title: Annotated[Line | None, Field(description="A heading above the block.")] = None
    instruction: Annotated[Prose | None, Field(description="What to do, in a sentence.")] = None
    expect: Annotated[
        Prose | None,
        INSTRUCTOR,
        Field(description="What the instructor can expect to see here."),
    ] = None

    def flaws(self, scales: Mapping[str, Scale]) -> Iterator[Flaw]:
        """Say what does not fit together in it; the scales are those that a block may name."""
        _ = scales
        yield from ()

    @property
    def wants_roles(self) -> bool:
        """Whether it takes the roles of the vocabulary that the workshop is made with."""
        return False

    @property
    def wants_lines(self) -> bool:
        """Whether it takes the lines of that vocabulary."""
        return False

    def with_roles(self, vocabulary: Vocabulary) -> Self:
        """Take what it needs from a vocabulary."""
        _ = vocabulary
        return self

    @property
    def wants_stages(self) -> bool:
        """Whether it takes the stages of the workshop."""
        return False

    def with_stages(self, stages: tuple[Stage, ...]) -> Self:
        """Take the stages of the workshop where it has none of its own."""
        _ = stages
        return self

    @property
    def answers(self) -> tuple[str, ...]:
        """The right answers, one by one, for the instructor; none where there are none."""
        return ()

    @property
    def to_sort(self) -> tuple[Entry, ...]:
        """What it has to sort or to match, entry by entry; none where there is nothing."""
        return ()


class Row(Definition):
    """A row of a grid: a statement with an id of its own, so that others can refer to it."""

    id: Id
    text: Annotated[Line, Field(description="The statement.")]
