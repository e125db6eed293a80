"""What a template is told when it asks something of a value, and the digests by which a later build knows whether that is another."""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from jinja2.utils import missing

from .telling import UntoldError, shape, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fastbuild.tracing.trace import Question

MISSING = ("missing",)
"""The answer where there is nothing; no value is told like this."""
DIGEST_SIZE = 16


def digest_of(value: Any) -> bytes:
    """16 bytes for plain values; raises UntoldError."""
    return blake2b(repr(told(value)).encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).digest()


def digest_of_plain(plain: Any) -> bytes:
    return blake2b(repr(plain).encode("utf-8", "surrogatepass"), digest_size=DIGEST_SIZE).digest()


def changing() -> bytes:
    """A digest that no other is equal to, for what cannot be told."""
    return os.urandom(DIGEST_SIZE)


def answer(values: Mapping[str, Any], path: tuple[Any, ...], question: Any) -> Any:
    """What a template that asks the same would be told, in plain values; raises UntoldError."""
    value: Any = values.get(path[0], missing)
    try:
        for step in path[1:]:
            value = value[step]
        return _answered(value, question)
    except (LookupError, TypeError):
        return MISSING


def _answered(value: Any, question: Any) -> Any:
    if value is missing:
        return MISSING
    if question == "shape":
        return shape(value)
    if question == "len":
        return len(value)
    if question == "bool":
        return bool(value)
    if question == "deep":
        return told(value)
    return _part(value, question)


def _part(value: Any, question: Any) -> Any:
    kind, *details = question
    if kind == "slice":
        return shape(value[slice(*details)])
    if kind == "item":
        return shape(value[details[0]])
    attribute = details[-1]
    found, value = value, getattr(value, "paginator", value)
    if kind == "page" and getattr(found, "number", None) == details[0]:
        value = found
    elif kind == "page":
        value = value.page(details[0])
    return told(getattr(value, attribute, None)) if attribute != "paginator" else "paginator"


def local_answers(values: Mapping[str, Any], asked: Iterable[Question]) -> tuple[tuple[Any, Any, bytes], ...]:
    """What a page asked of its own arguments, with the digest of each answer, in an order of their own."""
    return tuple(sorted(((path, question, _local(values, path, question)) for path, question in asked), key=repr))


def is_same(values: Mapping[str, Any], answers: Iterable[tuple[Any, Any, bytes]]) -> bool:
    """Whether a page's own arguments would answer as they did."""
    return all(_local(values, path, question) == answered for path, question, answered in answers)


def _local(values: Mapping[str, Any], path: tuple[Any, ...], question: Any) -> bytes:
    """The answer itself where it is as short as its digest would be."""
    try:
        told_of = repr(answer(values, path, question)).encode("utf-8", "surrogatepass")
    except UntoldError:
        return changing()
    return told_of if len(told_of) < DIGEST_SIZE else blake2b(told_of, digest_size=DIGEST_SIZE).digest()
