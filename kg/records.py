"""The model's values ↔ plain JSON values with the contract's keys in the contract's order, None as null."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from kg.model import Document

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def to_record(value: Any) -> Any:
    """Give a model value as a dict, a tuple as a list, a document's variables as an object; the rest as it is."""
    if isinstance(value, tuple):
        return [to_record(item) for item in value]
    if not _is_record(value):
        return value
    kind = cast("Any", type(value))
    record = {name: to_record(getattr(value, name)) for name in _names(kind)}
    for name in _optional(kind):
        if not record[name]:
            del record[name]
    if isinstance(value, Document):
        record["variables"] = dict(value.variables)
    return record


def from_record(cls: type[T], record: Any) -> T:
    """Give the value that ``record`` was made from.

    Raises: ValueError where keys are missing or unknown or a value is not of its kind, with the key's name.
    """
    if cls is Document and isinstance(record, dict) and isinstance(record.get("variables"), dict):
        record = {**record, "variables": sorted(record["variables"].items())}
    return cast("T", _decoder(cast("Any", cls))(record))


def _is_record(value: Any) -> bool:
    """Whether a value, or a class of such values, has fields: those made by the thousand are structs of msgspec."""
    return hasattr(value, "__struct_fields__") or is_dataclass(value)


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return getattr(cls, "__struct_fields__", None) or tuple(field.name for field in fields(cls))


@cache
def _optional(cls: Any) -> frozenset[str]:
    """The keys that are not written where there is nothing."""
    if not is_dataclass(cls):
        return frozenset()
    return frozenset(field.name for field in fields(cls) if field.metadata.get("optional"))


@cache
def _decoder(hint: Any) -> Decoder:
    """Give the function that reads a value of the type ``hint``, one of those that the model uses."""
    origin, parts = get_origin(hint), get_args(hint)
    if _is_record(hint):
        return _record_decoder(cast("type", hint))
    if origin is tuple and parts[-1] is Ellipsis:
        return _list_decoder(_decoder(parts[0]), None)
    if origin is tuple:
        return _list_decoder(_decoder(parts[0]), len(parts))  # pairs of one type: spans, a variable and its value
    if origin in (Union, types.UnionType):
        inner = _decoder(next(part for part in parts if part is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is Literal:
        return _checked(lambda value: isinstance(value, str) and value in parts, " or ".join(parts))
    if hint is float:
        return _checked(lambda value: type(value) in (int, float), "a number")
    return _checked(lambda value: type(value) is hint, hint.__name__)


def _record_decoder(cls: type) -> Decoder:
    hints = get_type_hints(cls)
    decoders = {name: _decoder(hints[name]) for name in _names(cls)}

    def decode(record: Any) -> Any:
        if not isinstance(record, dict) or record.keys() | _optional(cls) != decoders.keys():
            raise ValueError(f"no {cls.__name__.lower()} with the keys {', '.join(decoders)}")
        found = {}
        for name, decoder in decoders.items():
            if name not in record:
                continue
            try:
                found[name] = decoder(record[name])
            except ValueError as error:
                raise ValueError(f"{name}: {error}") from None
        return cls(**found)

    return decode


def _list_decoder(inner: Decoder, length: int | None) -> Decoder:
    def decode(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple) or length not in (None, len(value)):
            raise ValueError(f"not a list{f' of {length}' if length else ''}")
        return tuple(inner(item) for item in value)

    return decode


def _checked(holds: Callable[[Any], bool], kind: str) -> Decoder:
    def decode(value: Any) -> Any:
        if not holds(value):
            raise ValueError(f"not {kind}")
        return value

    return decode
