"""One Markdown instance for many texts, where that cannot be noticed; and code coloured with fewer new objects, to the same HTML.

Pelican makes an instance for each file. One that is reset does the same if none of its parts keeps something of the last text, which is
known of the packages in RESETTABLE only; with any other extension each text gets an instance of its own.
"""

from __future__ import annotations

import contextlib
from functools import cache
from typing import TYPE_CHECKING, Any

import pygments.plugin
from markdown import Markdown
from markdown.extensions import Extension, codehilite
from markdown.util import Registry, get_installed_extensions
from pygments.formatters import HtmlFormatter

from .replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RESETTABLE = frozenset({"markdown", "reading_aids"})
"""Top-level packages of extensions that were read with this in mind."""

_REGISTRIES = ("preprocessors", "inlinePatterns", "treeprocessors", "postprocessors")
_SIMPLE = (int, str, bool, float, type(None))
_plug_ins = cache(pygments.plugin.iter_entry_points)
_MOST_BLOCKS = 2000  # pieces of code that are remembered at a time


class Reused:
    """Called as `Markdown(**settings)` would be, always with the settings that it was made with."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._settings = settings
        self._kept: _Kept | None = None
        self.modules: frozenset[str] = frozenset()
        """Where the parts of an instance come from; none if no instance can be made, which then each text complains of."""
        with contextlib.suppress(Exception):
            first = Markdown(**settings)
            self.modules = modules_of(first) | _named_modules(settings.get("extensions", ()))
        self.is_shareable = all(isinstance(given, str) or is_resettable(given) for given in settings.get("extensions", ()))
        """False if an instance of an unknown extension sees all texts, in their order."""
        self.is_reusable = bool(self.modules) and all(name.partition(".")[0] in RESETTABLE for name in self.modules)

    def __call__(self, **settings: Any) -> Markdown:
        if not self.is_reusable:
            return Markdown(**settings)
        if self._kept is None:
            self._kept = _Kept(Markdown(**settings))
        return self._kept.as_new()

    def forget(self) -> None:
        """After an error an instance may be in any state."""
        self._kept = None


class _Kept:
    """An instance, and what its parts were when it was new."""

    def __init__(self, md: Markdown) -> None:
        self._md = md
        self._preprocessors = md.preprocessors
        self._simple = [(part, _simple_attributes(part)) for part in (md, md.htmlStash, md.parser, *_parts(md))]

    def as_new(self) -> Markdown:
        """Containers are emptied by `reset`, counters and flags (footnotes count resets) put back by hand."""
        self._md.reset()
        for part, attributes in self._simple:
            vars(part).update(attributes)
        self._md.preprocessors = _copy(self._preprocessors)  # Pelican takes `meta` out after each text
        return self._md


def modules_of(md: Markdown) -> frozenset[str]:
    """The modules of everything that takes part in a conversion."""
    return frozenset(type(part).__module__ for part in _parts(md))


def is_resettable(value: object) -> bool:
    """Whether `value` is an extension of which all is in its configuration."""
    return isinstance(value, Extension) and type(value).__module__.partition(".")[0] in RESETTABLE


@contextlib.contextmanager
def colouring_once() -> Iterator[None]:
    """In the block, codehilite makes one formatter for the same options, colours the same code once, and looks for plug-ins once."""
    make_formatter, highlight = vars(codehilite)["get_formatter_by_name"], vars(codehilite)["highlight"]
    _plug_ins(pygments.plugin.LEXER_ENTRY_POINT)  # now, for it opens files that have nothing to do with any text
    formatters: dict[tuple[object, ...], Any] = {}
    coloured: dict[tuple[object, ...], str] = {}

    def formatter_by_name(name: str, **options: Any) -> Any:
        key = _options_key(name, options)
        if key is None:
            return make_formatter(name, **options)
        if key not in formatters:
            formatters[key] = make_formatter(name, **options)
        return formatters[key]

    def highlighted(code: str, lexer: Any, formatter: Any) -> str:
        """The options of lexer and formatter are the same ones, and a formatter is kept for each set of them."""
        if type(formatter) is not HtmlFormatter or not any(formatter is one for one in formatters.values()):
            return str(highlight(code, lexer, formatter))
        key = (code, type(lexer), id(formatter))
        if key not in coloured:
            if len(coloured) >= _MOST_BLOCKS:
                coloured.clear()
            coloured[key] = highlight(code, lexer, formatter)
        return coloured[key]

    with (
        replaced(codehilite, get_formatter_by_name=formatter_by_name, highlight=highlighted),
        replaced(pygments.plugin, iter_entry_points=_plug_ins),
    ):
        yield


def _options_key(name: str, options: Mapping[str, object]) -> tuple[object, ...] | None:
    """Options as something to look up by; None if they hold more than simple values."""
    items = [(option, type(value), tuple(value) if isinstance(value, list) else value) for option, value in options.items()]
    is_simple = all(isinstance(value, (*_SIMPLE, tuple)) for _, _, value in items)
    return (name, *items) if is_simple else None


def _parts(md: Markdown) -> list[object]:
    registered = [part for name in _REGISTRIES for part in getattr(md, name)]
    return [*registered, *md.parser.blockprocessors, *md.registeredExtensions]


def _named_modules(extensions: Any) -> frozenset[str]:
    """The modules of the extensions themselves, which need not take part in conversions."""
    entry_points = {point.name: point.value for point in get_installed_extensions()}
    names = (entry_points.get(given, given) if isinstance(given, str) else type(given).__module__ for given in extensions)
    return frozenset(name.partition(":")[0] for name in names)


def _simple_attributes(part: object) -> dict[str, object]:
    return {name: value for name, value in vars(part).items() if isinstance(value, _SIMPLE)}


def _copy(registry: Registry[Any]) -> Registry[Any]:
    """There is no public way to the names of a registry's items."""
    copy, inside = Registry[Any](), vars(registry)
    vars(copy).update(_data=dict(inside["_data"]), _priority=list(inside["_priority"]), _is_sorted=inside["_is_sorted"])
    return copy
