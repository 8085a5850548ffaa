"""The texts of a definition that are translated, each by its path."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from kit.definitions.base import is_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.vocabulary import Vocabulary
    from kit.reading.shared import SharedFiles
    from kit.reading.workshop import LoadedWorkshop

_DIGITS: Final = 8


def texts_of(part: object, path: str = "", *, words: bool = True) -> Iterator[tuple[str, str]]:
    """Give path and text of all that is translated in a part of a definition.

    Fields are joined by dots; of a list, what has an id is named by it, and the others by their
    number from 1: `agenda.welcome.instructor.steps.1.do`.
    """
    if isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            below = f"{path}.{field.alias or name}" if path else field.alias or name
            yield from texts_of(getattr(part, name), below, words=is_words(type(part), name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield from texts_of(value, f"{path}.{key}", words=words)
    elif isinstance(part, tuple):
        for number, value in enumerate(part, 1):
            step = getattr(value, "id", None) or number
            yield from texts_of(value, f"{path}.{step}", words=words)
    elif words and type(part) is str and part.strip():
        yield path, part


def digest_of(text: str) -> str:
    """Take the short digest of an English text; how its lines are broken is nothing."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:_DIGITS]


def own_texts(loaded: LoadedWorkshop) -> dict[str, str]:
    """Give the texts of a workshop's own file."""
    shared = loaded.shared_follow_up
    theirs = shared.purpose if shared else None
    return {
        path: text
        for path, text in texts_of(loaded.workshop)
        if not (path == "evaluation.follow_up.purpose" and text == theirs)
    }


def shared_texts(loaded: LoadedWorkshop) -> dict[str, str]:
    """Give the texts that a workshop takes from shared files."""
    from kit.reading.contents import scales_named  # noqa: PLC0415 - in a circle

    here: dict[str, Iterable[Any]] = {
        key: [each for name, each in things.items() if _is_shared(loaded, kind, name)]
        for key, kind, things in (
            ("items", "item", loaded.items),
            ("scenarios", "scenario", loaded.scenarios),
            ("worksheets", "worksheet", loaded.worksheets),
            ("documents", "document", loaded.documents),
        )
    }
    asked = (*loaded.items.values(), *loaded.worksheets.values(), loaded.workshop)
    scales = dict.fromkeys(name for part in asked for _, name in scales_named(part))
    here["scales"] = [loaded.scales[name] for name in scales if name in loaded.scales]
    here["vocabularies"] = [_as_written(loaded, each) for each in loaded.vocabularies.values()]
    here["follow_ups"] = [loaded.shared_follow_up] if loaded.shared_follow_up else []
    cited = dict.fromkeys((*loaded.workshop.references, *loaded.workshop.reading))
    here["references"] = [loaded.references[key] for key in cited if key in loaded.references]
    return {
        path: text for key, things in here.items() for path, text in texts_of(tuple(things), key)
    }


def _as_written(loaded: LoadedWorkshop, vocabulary: Vocabulary) -> Vocabulary:
    """Give a list of roles without the words that it only has from its workshop."""
    origin = loaded.origins["vocabulary", vocabulary.id]
    written: Any = origin.source.data
    for element in origin.location:
        written = written[element]
    return vocabulary.model_copy(
        update={
            part: {
                name: text
                for name, text in getattr(vocabulary, part).items()
                if name in written.get(part, ())
            }
            for part in ("terms", "instructor_terms")
        }
    )


def _is_shared(loaded: LoadedWorkshop, kind: Any, name: str) -> bool:
    origin = loaded.origins.get((kind, name))
    return origin is not None and origin.source.path != loaded.source.path


def texts_read(files: SharedFiles) -> dict[str, str]:
    """Give all texts of the shared files that were read."""
    return {
        path: text for key, things in files.read() for path, text in texts_of(tuple(things), key)
    }
