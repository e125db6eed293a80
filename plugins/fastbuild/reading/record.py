"""A reading as bytes and back. The bytes are JSON: whoever can write to a cache cannot make a build run anything."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from dateutil import tz
from pelican.urlwrappers import Author, Category, Tag, URLWrapper
from pelican.utils import SafeDatetime

from .model import Failure, Logged, Reading

if TYPE_CHECKING:
    from datetime import tzinfo

    from pelican.settings import Settings

_WRAPPERS: dict[str, type[URLWrapper]] = {"Author": Author, "Category": Category, "Tag": Tag}
_WRAPPER_ATTRIBUTES = {"settings", "_name", "_slug", "_slug_from_name"}


class NoRecordError(ValueError):
    """A reading that cannot be written down, or bytes that are none."""


def as_record(reading: Reading) -> bytes:
    """Raises NoRecordError if a field has a value that would not come back the same."""
    failure = reading.failure
    whole = {
        "content": reading.content,
        "metadata": [[name, *_written(value)] for name, value in reading.metadata.items()],
        "logged": [[one.logger, one.level, one.message, one.arguments, one.extra] for one in reading.logged],
        "others": reading.others,
        "failure": failure and [failure.kind, failure.text, failure.line],
        "digest": reading.digest,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")


class Reviver:
    """Makes readings of records, their tags, categories and authors with the `settings` of this build.

    Slugs are filled in, as after the first use: each name is made one of once instead of for each article.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._slugs: dict[tuple[str, str], str | None] = {}

    def reading(self, record: bytes) -> Reading:
        """Raises NoRecordError."""
        try:
            whole = json.loads(record)
            return Reading(
                whole["content"],
                {name: self._value(kind, value) for name, kind, value in whole["metadata"]},
                tuple(_logged(*one) for one in whole["logged"]),
                tuple((path, other) for path, other in whole["others"]),
                Failure(*whole["failure"]) if whole["failure"] else None,
                whole["digest"],
            )
        except (ValueError, TypeError, KeyError, IndexError) as error:
            raise NoRecordError from error

    def _value(self, kind: str, value: Any) -> Any:
        if kind == "plain":
            return value
        if kind == "date":
            return _date(*value)
        if kind == "list":
            return [self._wrapper(*one) for one in value]
        return self._wrapper(*value)

    def _wrapper(self, kind: str, name: str) -> URLWrapper:
        class_ = _WRAPPERS[kind]
        wrapper: URLWrapper = class_.__new__(class_)
        slug = self._slugs[kind, name] if (kind, name) in self._slugs else self._slug(kind, name)
        vars(wrapper).update(settings=self._settings, _name=name, _slug=slug, _slug_from_name=True)
        return wrapper

    def _slug(self, kind: str, name: str) -> str | None:
        """What `slug` would be, without a warning. None where that is empty or an error, so that Pelican complains when it is used."""
        slug = None
        with contextlib.suppress(Exception):
            slug = _WRAPPERS[kind](name, self._settings)._normalize_key(name) or None  # noqa: SLF001  there is no other way
        self._slugs[kind, name] = slug
        return slug


def _written(value: Any) -> tuple[str, Any]:
    """The kind of a field's value, and what JSON can hold of it."""
    if _is_plain(value):
        return "plain", value
    if isinstance(value, URLWrapper):
        return "wrapper", _wrapper_written(value)
    if type(value) is list and all(isinstance(item, URLWrapper) for item in value):
        return "list", [_wrapper_written(item) for item in value]
    if type(value) is SafeDatetime:
        return "date", _date_written(value)
    raise NoRecordError(type(value).__name__)


def _is_plain(value: Any) -> bool:
    """Whether JSON gives it back as it is. A float that is not a number, or infinite, is written in a way of Python's own."""
    if type(value) is list:
        return all(map(_is_plain, value))
    if type(value) is dict:
        return all(type(name) is str for name in value) and all(map(_is_plain, value.values()))
    return type(value) in (str, int, float, bool, type(None))


def _wrapper_written(wrapper: URLWrapper) -> tuple[str, str]:
    kind, attributes = type(wrapper).__name__, vars(wrapper)
    is_new = attributes.keys() == _WRAPPER_ATTRIBUTES and attributes["_slug_from_name"] and type(attributes["_name"]) is str
    if _WRAPPERS.get(kind) is not type(wrapper) or not is_new:
        raise NoRecordError(kind)
    return kind, attributes["_name"]


def _date_written(date: SafeDatetime) -> tuple[Any, ...]:
    return (*date.timetuple()[:6], date.microsecond, date.fold, _zone_written(date.tzinfo))


def _date(year: int, month: int, day: int, *rest: Any) -> SafeDatetime:
    hour, minute, second, microsecond, fold, zone = rest
    return SafeDatetime(year, month, day, hour, minute, second, microsecond, tzinfo=_zone(zone), fold=fold)


def _zone_written(zone: tzinfo | None) -> Any:
    """The zones that dateutil gives; the local one is the same in another process, since the reader's key has it."""
    if zone is None:
        return None
    if type(zone) is type(tz.UTC):
        return "utc"
    if type(zone) is tz.tzlocal:
        return "local"
    if isinstance(zone, tz.tzoffset):
        seconds = zone.utcoffset(None)
        return [zone.tzname(None), seconds.total_seconds() if seconds else 0]
    raise NoRecordError(type(zone).__name__)


def _zone(written: Any) -> tzinfo | None:
    if written is None:
        return None
    if isinstance(written, list):
        return tz.tzoffset(*written)
    return tz.UTC if written == "utc" else tz.tzlocal()


def _logged(logger: str, level: int, message: str, arguments: list[Any], extra: list[Any]) -> Logged:
    return Logged(logger, level, message, tuple(arguments), tuple((name, value) for name, value in extra))
