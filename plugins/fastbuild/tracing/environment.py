"""Jinja's environment and context, which notice what templates read.

An environment that Pelican has made becomes a traced one by a change of its class: Pelican gives no other opportunity, and everything that
plugins have put into it stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template
from jinja2.filters import FILTERS as DEFAULT_FILTERS
from jinja2.runtime import BlockReference, Context, Macro
from jinja2.tests import TESTS as DEFAULT_TESTS
from jinja2.utils import missing
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper

from .callables import PURE, bound_to, is_computed, is_pure
from .lists import TracedList
from .trace import GLOBALS, Current, Trace, paginator_questions

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping


OF_TEMPLATES = (Macro, BlockReference)
"""What these do with their arguments is traced itself."""


class TracedContext(Context):
    """Notices which names a template looks up, and gives it lists that notice more."""

    def resolve_or_missing(self, key: str) -> Any:
        if key in self.vars:
            return self.vars[key]
        value = self.parent.get(key, missing)
        trace = Current.trace
        return value if trace is None else _seen(trace, key, value, self.environment)

    def call(__self, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805  (Jinja's own way to keep names free)
        trace = Current.trace
        if trace is not None and not isinstance(__obj, OF_TEMPLATES) and not trace.everything:
            environment: Any = __self.environment
            if not is_pure(__obj, environment.pure):
                trace.everything = True
            else:
                for value in (*args, *kwargs.values(), *bound_to(__obj)):
                    trace.handed_over(value)
        return super().call(__obj, *args, **kwargs)


def _seen(trace: Trace, key: str, value: Any, environment: Environment) -> Any:
    if value is missing:
        trace.ask((key,), "deep")
        return value
    if key not in trace.local and environment.globals.get(key, missing) is value:
        if not callable(value):  # whether a function may be called is asked when it is
            trace.local_asked.add(((GLOBALS, key), "deep"))
        return value
    path = (key,)
    if type(value) is list:
        return TracedList(value, path)
    trace.ask(path, "shape" if isinstance(value, (Content, URLWrapper, Page, Paginator)) else "deep")
    return value


class TracedTemplate(Template):
    """Notices what a plugin's own rendering reads for the part of a document that is made of one content."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        outer = Current.trace
        if outer is None or outer.parts is None:
            return super().render(*args, **kwargs)
        inner = Current.trace = Trace(kwargs)
        inner.templates.add(self.filename or self.name or "")
        try:
            return super().render(*args, **kwargs)
        finally:
            Current.trace = outer
            outer.absorb(inner)
            for value in kwargs.values():
                if isinstance(value, Content):
                    outer.parts.setdefault(id(value), []).append(inner)


class TracedEnvironment(Environment):
    """Notices which attributes templates read, and which templates are part of a page."""

    pure = PURE
    on_load: Callable[[str], None] | None = None
    """Told the file of each template before it is loaded for the first time, so that its digest is never newer than what is rendered."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        _notice(self, obj, attribute)
        try:
            return getattr(obj, attribute)
        except AttributeError:
            pass
        try:
            return obj[attribute]
        except (TypeError, LookupError, AttributeError):
            return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(argument, str):
            _notice(self, obj, argument)
        return super().getitem(obj, argument)

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:  # noqa: A002  (Jinja's name)
        template = super()._load_template(name, globals)
        if Current.trace is not None:
            Current.trace.templates.add(template.filename or name)
        return template


_WATCHED: dict[type, int] = {}
_CONTENT, _WRAPPER, _PAGES, _PLAIN, _HOLDER = range(1, 6)
OF_PYTHON = frozenset(
    ["builtins", "datetime", "collections", "decimal", "fractions", "uuid", "zoneinfo", "pathlib", "jinja2", "markupsafe"]
)
"""Modules of classes that know of nothing but themselves."""


def _kind_of(cls: type) -> int:
    if issubclass(cls, Content):
        return _CONTENT
    if issubclass(cls, URLWrapper):
        return _WRAPPER
    if issubclass(cls, (Page, Paginator)):
        return _PAGES
    return _PLAIN if cls.__module__.partition(".")[0] in OF_PYTHON else _HOLDER


def _notice(environment: TracedEnvironment, obj: Any, attribute: str) -> None:
    trace = Current.trace
    if trace is None:
        return
    cls = type(obj)
    kind = _WATCHED.get(cls)
    if kind is None:
        kind = _WATCHED[cls] = _kind_of(cls)
    if kind == _PLAIN:
        return
    if kind == _CONTENT:
        trace.read_content(obj, attribute)
    elif kind == _WRAPPER:
        trace.read_wrapper(obj, attribute)
    elif kind == _PAGES:
        _notice_pages(trace, obj, attribute)
    elif is_computed(cls, attribute):
        _notice_code(trace, obj, cls.__module__.partition(".")[0] in environment.pure)


def _notice_code(trace: Trace, obj: Any, is_known: bool) -> None:  # noqa: FBT001
    """Code of an object's class runs, which looks at what the object holds, or at anything."""
    if is_known:
        trace.handed_over(obj)
    else:
        trace.everything = True


def _notice_pages(trace: Trace, obj: Page | Paginator, attribute: str) -> None:
    """Pages and paginators are made anew for each page, and belong to it alone; they are found again by the name that led to them."""
    paginator = obj.paginator if isinstance(obj, Page) else obj
    names = [
        name for name, value in trace.local.items() if value is obj or value is paginator or getattr(value, "paginator", None) is paginator
    ]
    if not names:
        trace.everything = True
        return
    own = next((name for name in names if trace.local[name] is obj), names[0])
    for is_of_paginator, part in paginator_questions(obj, attribute):
        if is_of_paginator:
            trace.ask((names[0],), ("paginator", part))
        else:
            trace.ask((own,), ("page", obj.number, part))  # type: ignore[union-attr]  # it is a page, then


def traced(environment: Environment, pure: frozenset[str] = PURE) -> bool:
    """Make a traced environment of one of Pelican's; False, and nothing done, if it is none of Jinja's own class.

    Filters and tests of others are wrapped, so that what is handed to them counts as read.
    """
    if type(environment) is not Environment or environment.context_class is not Context:
        return False
    environment.__class__ = TracedEnvironment
    environment.context_class = TracedContext
    environment.template_class = TracedTemplate
    environment.pure = pure  # type: ignore[attr-defined]
    environment.auto_reload = False
    return True


def watch_functions(environment: Environment, pure: frozenset[str] = PURE) -> None:
    """Wrap the filters and tests that others have put into the environment; to be called before the first template is loaded."""
    for known, functions in ((DEFAULT_FILTERS, environment.filters), (DEFAULT_TESTS, environment.tests)):
        own: dict[str, Any] = {name: function for name, function in functions.items() if known.get(name) is not function}
        functions.update({name: _watched(function, pure) for name, function in own.items()})


def _watched(function: Callable[..., Any], pure: frozenset[str]) -> Callable[..., Any]:
    if getattr(function, "is_watched", False):
        return function
    is_known = is_pure(function, pure)

    def watched(*args: Any, **kwargs: Any) -> Any:
        trace = Current.trace
        if trace is not None and not trace.everything:
            if not is_known:
                trace.everything = True
            else:
                for value in (*args, *kwargs.values()):
                    trace.handed_over(value)
        return function(*args, **kwargs)

    mark = "jinja_pass_arg"  # how Jinja knows that a function wants the context, too
    if hasattr(function, mark):
        setattr(watched, mark, getattr(function, mark))
    watched.is_watched = True  # type: ignore[attr-defined]
    return watched
