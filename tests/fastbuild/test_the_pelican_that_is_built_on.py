"""The parts of Pelican that the engine overrides, copies or leans on. Another Pelican may have changed them.

When this fails after an upgrade: read what has changed in the named function, do the same in the file of ours that is named beside it,
see the tests of edits pass, and put the new digest here (the failure tells it).
"""

from __future__ import annotations

import inspect
from hashlib import blake2b
from importlib import import_module
from importlib.metadata import version
from typing import Any

import jinja2
import pelican
import pelican.contents
import pelican.generators
import pelican.paginator
import pelican.readers
import pelican.urlwrappers
import pelican.utils
import pelican.writers
import pytest
from blinker import Signal
from fastbuild.contents import articles, classes, pages, static
from fastbuild.engine import Pelican
from fastbuild.pages.writer import JobWriter
from fastbuild.tracing.environment import TracedContext, TracedEnvironment, TracedTemplate

COPIED = [
    ("pelican.generators:ArticlesGenerator.generate_context", "contents/articles.py, contents/reading.py", "cb03fbd177c4"),
    ("pelican.generators:ArticlesGenerator.generate_tags", "contents/articles.py", "d6128b4482a7"),
    ("pelican.generators:ArticlesGenerator.generate_categories", "contents/articles.py", "852af72ad8d4"),
    ("pelican.generators:ArticlesGenerator.generate_authors", "contents/articles.py", "5c5bcc3fcdf3"),
    ("pelican.generators:ArticlesGenerator._build_period_archives", "contents/periods.py", "6bd5b2b02755"),
    ("pelican.generators:ArticlesGenerator.generate_output", "contents/articles.py (feeds come before pages)", "aeafacc47172"),
    ("pelican.generators:PagesGenerator.generate_context", "contents/pages.py, contents/reading.py", "598828874dca"),
    ("pelican.generators:PagesGenerator.generate_output", "contents/pages.py", "7d277a556e4d"),
    ("pelican.generators:StaticGenerator.generate_output", "contents/static.py", "82096bf29ea4"),
    ("pelican.generators:StaticGenerator._copy_paths", "contents/static.py", "c12f49c51b11"),
    ("pelican.generators:StaticGenerator._copy_staticfile", "contents/static.py", "9835c9478cb3"),
    ("pelican.generators:Generator.get_files", "contents/files.py", "39d350299c5d"),
    ("pelican.generators:Generator.add_source_path", "contents/reading.py, _register", "86106d1de64a"),
    ("pelican.generators:Generator.add_static_links", "contents/reading.py, _register", "fa17af6ca1e5"),
    ("pelican.generators:Generator.__init__", "tracing/environment.py (the environment is made here)", "51beb0316493"),
    ("pelican:utils.process_translations", "contents/translations.py", "66f02c3f794a"),
    ("pelican:utils.get_original_items", "contents/translations.py", "e1f6c9618154"),
    ("pelican.readers:Readers.read_file", "contents/reading.py", "949c142815f1"),
    ("pelican.contents:Content.__init__", "contents/shelf.py (what a content is made of)", "da1488e2e6ab"),
    ("pelican.contents:Article.__init__", "contents/classes.py, settle_date", "691ece28c70b"),
    ("pelican.contents:Content._link_replacer", "contents/classes.py, LookedUp", "b0c27a298cdf"),
    ("pelican.contents:Content._update_content", "contents/classes.py", "0963ebd0847f"),
    ("pelican.contents:Content.get_content", "contents/classes.py, tracing/trace.py", "54ffb46b6d7a"),
    ("pelican.contents:Content.get_summary", "tracing/trace.py, SUMMARY", "00a99755aee1"),
    ("pelican.contents:Content.refresh_metadata_intersite_links", "contents/classes.py", "8aa786a7965b"),
    ("pelican.contents:Content._expand_settings", "contents/classes.py", "c0504f11a1d2"),
    ("pelican.contents:Article._expand_settings", "contents/classes.py", "9f6cf1282a00"),
    ("pelican.contents:Page._expand_settings", "contents/classes.py", "bd60ac69744e"),
    ("pelican.contents:Content.url_format", "contents/classes.py", "375872108187"),
    ("pelican.contents:Static.attach_to", "contents/attaching.py", "ec114d844b1d"),
    ("pelican.writers:Writer.write_file", "pages/writer.py", "0552b1eb55a0"),
    ("pelican.writers:Writer._open_w", "pages/writer.py, _is_wanted", "0115d8950010"),
    ("pelican.writers:Writer.write_feed", "pages/writer.py, pages/feeds.py", "4ebbbec148ce"),
    ("pelican.writers:Writer._add_item_to_the_feed", "pages/feeds.py, facts of a feed", "aeea74ec7c92"),
    ("pelican.paginator:Page", "tracing/trace.py, paginator_questions", "4a4a998fc3c5"),
    ("pelican.paginator:Paginator", "tracing/trace.py, paginator_questions", "186bb73853d9"),
    ("pelican.urlwrappers:URLWrapper", "facts/catalogue.py, OF_WRAPPERS", "a414e2f66e8d"),
    ("pelican:Pelican.run", "engine.py", "fa0ac5b35a19"),
    ("pelican:Pelican._get_generator_classes", "engine.py", "be6c4083def7"),
    ("pelican:Pelican._get_writer", "engine.py", "6f7d348632a0"),
    ("jinja2:Environment.getattr", "tracing/environment.py", "d94495bbad6c"),
    ("jinja2:Environment.getitem", "tracing/environment.py", "57d6edffd5ab"),
    ("jinja2.runtime:Context.resolve_or_missing", "tracing/environment.py", "c7102d10c6e1"),
    ("jinja2.runtime:Context.call", "tracing/environment.py", "d5f11ca61617"),
    ("jinja2:Template.render", "tracing/environment.py", "a7638ff141b8"),
]
"""What is copied or relied upon, where ours is, and a digest of its code."""

OF_CONTENTS = [
    *("_content", "_context", "_status", "date_format", "in_default_lang", "lang", "metadata", "relative_source_path", "settings", "slug"),
    *("source_path", "template", "timezone", "title", "translations"),
]

OVERRIDDEN = [
    (Pelican, pelican.Pelican, ("run", "_get_generator_classes", "_get_writer")),
    (articles.ArticlesGenerator, pelican.generators.ArticlesGenerator, None),
    (pages.PagesGenerator, pelican.generators.PagesGenerator, None),
    (static.StaticGenerator, pelican.generators.StaticGenerator, None),
    (classes.Article, pelican.contents.Article, None),
    (classes.Page, pelican.contents.Page, None),
    (JobWriter, pelican.writers.Writer, ("write_file", "write_feed")),
    (TracedContext, jinja2.runtime.Context, None),
    (TracedEnvironment, jinja2.Environment, ("getattr", "getitem", "_load_template")),
    (TracedTemplate, jinja2.Template, ("render",)),
]
"""Classes of ours, those that they extend, and methods that must be there; None for all that both have."""


def code_of(name: str) -> Any:
    """The function or class of a name such as `pelican.writers:Writer.write_file`, without what wraps it."""
    module, _, path = name.partition(":")
    found: Any = import_module(module)
    for part in path.split("."):
        found = inspect.getattr_static(found, part)
    return getattr(found, "fget", None) or getattr(found, "func", found)


def digest_of(name: str) -> str:
    """Of its code, without comments and without the spaces between words."""
    lines = (" ".join(line.split()) for line in inspect.getsource(code_of(name)).splitlines())
    code = "\n".join(line for line in lines if line and not line.startswith("#"))
    return blake2b(code.encode(), digest_size=6).hexdigest()


@pytest.mark.parametrize(("name", "ours", "digest"), COPIED, ids=[name for name, _, _ in COPIED])
def test_what_is_copied_is_as_it_was(name: str, ours: str, digest: str) -> None:
    found = digest_of(name)
    what = f"{name} is another than in Pelican 4.12.0 and Jinja 3.1.6: compare it with plugins/fastbuild/{ours}, then write {found!r} here"
    assert found == digest, what


@pytest.mark.parametrize(("ours", "theirs", "names"), OVERRIDDEN, ids=[ours.__qualname__ for ours, _, _ in OVERRIDDEN])
def test_what_is_overridden_is_there_and_is_called_alike(ours: type, theirs: type, names: tuple[str, ...] | None) -> None:
    own = [
        name for base in ours.__mro__ if base is not theirs and not issubclass(theirs, base) for name in vars(base) if name != "__init__"
    ]
    shared = names or [name for name in own if not name.startswith("__") and hasattr(theirs, name)]
    assert shared
    for name in shared:
        assert hasattr(theirs, name), f"{theirs.__qualname__}.{name} is gone: {ours.__qualname__} overrides something that nobody calls"
        if callable(getattr(theirs, name)):
            mine, given = (list(inspect.signature(getattr(cls, name)).parameters.values()) for cls in (ours, theirs))
            what = f"{theirs.__qualname__}.{name} takes other arguments than ours: {inspect.signature(getattr(theirs, name))}"
            assert [one.kind for one in mine[: len(given)]] == [one.kind for one in given], what
            assert all(one.default is not one.empty for one in mine[len(given) :]), what


def test_attributes_of_contents_are_those_that_the_engine_knows() -> None:
    """`facts.catalogue.NOT_META` leaves some of them out, `contents.shelf` keeps all but two."""
    settings = dict(pelican.settings.DEFAULT_CONFIG) | {"PATH": "/", "TIMEZONE": "UTC"}
    content = pelican.contents.Page("text", {"title": "t"}, settings, "/a.md", {})
    assert sorted(vars(content)) == OF_CONTENTS


def test_versions_are_those_that_this_was_written_for() -> None:
    assert version("pelican").startswith("4.12."), "see the other tests of this file, then say the new version here and in pyproject.toml"
    assert hasattr(Signal("s"), "_by_sender"), "blinker keeps the order of receivers elsewhere now: see contents/reading.py"
