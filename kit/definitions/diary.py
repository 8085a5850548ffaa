"""A mentoring diary: a tool that people keep for themselves long after a session."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kit.definitions.base import Definition, Id, Line, Positive, Prose


class DiaryRing(Definition):
    """One ring of a person that an experience may touch."""

    id: Id
    title: Annotated[Line, Field(description="Its name, a word or two.")]
    meaning: Annotated[Line, Field(description="What belongs in it, in a few words.")]


class DiaryPrompt(Definition):
    """One thing that every entry asks."""

    id: Id
    text: Annotated[Line, Field(description="The question or the beginning of a sentence.")]
    lines: Annotated[Positive, Field(le=4, description="Lines to write on in the booklet.")] = 3


class Diary(Definition):
    """What a mentoring diary asks in each entry. Nobody but its writer reads it."""

    title: Annotated[Line, Field(description="Its title, as it stands on the cover.")]
    purpose: Annotated[Prose, Field(description="One or two sentences: what it is for.")]
    instruction: Annotated[Prose, Field(description="How to keep it: when, how long, how.")]
    contacts: Annotated[
        tuple[Line, ...],
        Field(min_length=1, max_length=8, description="Kinds of contact, to choose one from."),
    ]
    rings: Annotated[
        tuple[DiaryRing, ...],
        Field(min_length=2, max_length=5, description="The rings, from the middle outwards."),
    ]
    prompts: Annotated[
        tuple[DiaryPrompt, ...],
        Field(min_length=1, max_length=6, description="What every entry asks, in order."),
    ]
    ask: Annotated[
        Line,
        Field(description="Asks for what to bring to the next meeting; the page shows it again."),
    ]
    entries: Annotated[
        Positive, Field(le=40, description="How many entries the booklet has room for.")
    ] = 12
