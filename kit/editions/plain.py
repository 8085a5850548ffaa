"""Plain values for templates, projected from definitions by the marks on their fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from kit.definitions.base import is_for_instructor

if TYPE_CHECKING:
    from kit.definitions.scale import Scale


class Plain:
    """A frozen record with the fields that it was given and no others.

    Templates get these in place of models: no methods, nothing to call, nothing hidden.
    """

    __slots__ = ("_fields",)

    def __init__(self, fields: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_fields", dict(fields))

    def __getattr__(self, name: str) -> Any:
        try:
            return object.__getattribute__(self, "_fields")[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} cannot be set: this record is frozen")

    def __iter__(self) -> Iterator[str]:
        return iter(object.__getattribute__(self, "_fields"))

    def __repr__(self) -> str:
        return f"Plain({object.__getattribute__(self, '_fields')!r})"


def for_participants(definition: BaseModel, scales: Mapping[str, Scale]) -> Plain:
    """Project a definition without the fields marked INSTRUCTOR, at every depth.

    A field `scale` that names a scale becomes that scale.
    """
    return Plain(
        {
            name: _plain(name, getattr(definition, name), scales)
            for name in type(definition).model_fields
            if not is_for_instructor(type(definition), name)
        }
    )


def _plain(name: str, value: object, scales: Mapping[str, Scale]) -> Any:
    if name == "scale" and isinstance(value, str):
        value = scales[value]
    if isinstance(value, BaseModel):
        return for_participants(value, scales)
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, tuple):
        return tuple(_plain("", each, scales) for each in value)
    if isinstance(value, Mapping):
        return Plain({str(key): _plain("", each, scales) for key, each in value.items()})
    return value


def texts_in(value: object) -> Iterator[str]:
    """Give every text below a value, in the order of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_in(each)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)
