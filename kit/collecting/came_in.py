"""What came in for one answer, in words: beside what it counts as, it shows a wrong reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kit.instrument.answer_fields import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.instrument.answer_fields import AnswerField

_MOST_SHOWN: Final = 400


def came_in(field: AnswerField, received: Mapping[str, Any]) -> str:
    """Say what came in for a field, as it came; empty where nothing did, or a picture shows it."""
    match received:
        case {"answers": dict(answers)}:
            found = [str(each) for each in answers.get(field.key, ())]
        case {"fields": dict(fields)}:
            found = [text for name in fields if _is_of(field, name) for text in _of(fields[name])]
        case {"cells": list(cells)}:
            found = [
                f"{cell.get('column', '')}: {cell.get('cell', '')}"
                for cell in cells
                if isinstance(cell, dict) and cell.get("field") == field.key
            ]
        case _:
            found = []
    text = "; ".join(each for each in found if each.strip())
    # Halves of letters, which a file may have, are nothing that a page can show.
    return text[:_MOST_SHOWN].encode("utf-8", "replace").decode("utf-8")


def _is_of(field: AnswerField, name: str) -> bool:
    """Say whether a field of a PDF is of an answer: itself, one of its choices or of its lines."""
    own = f"{field.item}_{OTHER}" if field.key.endswith(f".{OTHER}") else field.key
    if field.kind == "text":
        head, _, line = name.rpartition("_")
        return name == own or (head == own and line.isdecimal())
    return name == own or (field.kind == "several" and name.startswith(f"{own}."))


def _of(found: Any) -> Iterator[str]:
    """Give what a field of a PDF shows and names, each once."""
    match found:
        case {"shown": list(shown), "named": named}:
            texts = (*shown, *([named] if named else []))
            yield from dict.fromkeys(str(each) for each in texts)
        case _:
            return
