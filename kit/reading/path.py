"""Where a validation error stands: pydantic's location, without what is not in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

Location = tuple[str | int, ...]
_KEY = "[key]"


@dataclass(frozen=True)
class Path:
    """A location in a file and what the definitions say about it.

    `annotation` is the type of what stands there; `owner` and `field` are the nearest model and its
    field on the way, for the words that describe it.
    """

    location: Location
    annotation: Any
    owner: type[BaseModel] | None = None
    field: FieldInfo | None = None
    at_key: bool = False


def follow(model: type[BaseModel], location: Location) -> Path:
    """Walk a pydantic location down a model, leaving out the tags of unions."""
    if location and location[-1] == _KEY:
        mapping = follow(model, location[:-2])
        key_type = (get_args(bare_type(mapping.annotation)) or (str,))[0]
        walked = (*mapping.location, location[-2])
        return replace(mapping, location=walked, annotation=key_type, at_key=True)
    path = Path((), model)
    for element in location:
        member = _tagged(path.annotation, element)
        path = replace(path, annotation=member) if member is not None else _step(path, element)
    return path


def _step(path: Path, element: str | int) -> Path:
    walked = (*path.location, element)
    bare = bare_type(path.annotation)
    if is_model(bare):
        field = field_named(bare, element)
        return Path(walked, field.annotation if field else None, bare, field)
    arguments = get_args(bare)
    if get_origin(bare) is tuple and isinstance(element, int):
        within = arguments[min(element, len(arguments) - 1)]
        return replace(path, location=walked, annotation=_items(arguments, within))
    if is_mapping(bare):
        return replace(path, location=walked, annotation=arguments[1])
    return replace(path, location=walked, annotation=None)


def _items(arguments: tuple[Any, ...], within: Any) -> Any:
    return arguments[0] if within is Ellipsis else within


def bare_type(annotation: Any) -> Any:
    """Take off what is written around a type: `Annotated`, and `None` as an alternative."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif len(members := union_members(annotation)) == 1:
            annotation = members[0]
        else:
            return annotation


def union_members(annotation: Any) -> tuple[Any, ...]:
    """Give the alternatives of a union but `None`; nothing where it is no union."""
    if get_origin(annotation) not in {Union, UnionType}:
        return ()
    return tuple(each for each in get_args(annotation) if each is not NoneType)


def kinds(annotation: Any) -> tuple[str, ...]:
    """Give the tags that tell the alternatives of a union apart."""
    return tuple(tag for member in union_members(bare_type(annotation)) for tag in _tags(member))


def is_model(annotation: Any) -> bool:
    """Say whether a type is a definition."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def is_mapping(annotation: Any) -> bool:
    """Say whether a type holds keys of the author's own choice."""
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def field_named(model: type[BaseModel], name: str | int) -> FieldInfo | None:
    """Find a field by the key that is written in a file."""
    for field_name, field in model.model_fields.items():
        if name == (field.alias or field_name):
            return field
    return None


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """Give the keys that may be written."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _tagged(annotation: Any, element: str | int) -> Any:
    for member in union_members(bare_type(annotation)):
        if element in _tags(member):
            return member
    return None


def _tags(member: Any) -> tuple[str, ...]:
    if get_origin(member) is Annotated:
        return tuple(each.tag for each in get_args(member) if isinstance(each, Tag))
    if is_model(member) and "kind" in member.model_fields:
        return get_args(member.model_fields["kind"].annotation)
    return ()
