"""One instance for many texts, and code that is coloured once: without a difference in the HTML."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild.reading import markdown_reuse
from fastbuild.reading.markdown_reuse import Reused, colouring_once
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions import Extension
from markdown.extensions.codehilite import CodeHilite
from markdown.extensions.toc import TocExtension
from pygments.util import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

CODE = st.sampled_from(
    ["x = 1", "x = 1\ny = 2", "#!python\nx = 1", ":::python\nx", "<a href='b'>", "", "mermaid --> x", "int main() { return 0; }"]
)
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "lang": st.sampled_from(["python", "html", "mermaid", "text", None]),
        "guess_lang": st.booleans(),
        "linenums": st.sampled_from([None, True, False, "inline"]),
        "css_class": st.sampled_from(["highlight", "codehilite", "a b"]),
        "hl_lines": st.lists(st.integers(1, 2), max_size=2),
        "noclasses": st.booleans(),
        "pygments_formatter": st.sampled_from(["html", "latex", "no such formatter"]),
        "stripnl": st.booleans(),
        "style": st.sampled_from(["default", "monokai"]),
        "linenostart": st.integers(1, 3),
    },
)


def coloured(code: str, options: dict[str, Any]) -> str:
    try:
        return CodeHilite(code, **options).hilite()
    except OptionError as error:
        return str(error)


@settings(max_examples=40)
@given(st.lists(st.tuples(CODE, OPTIONS), max_size=12))
def test_code_is_coloured_as_ever(blocks: list[tuple[str, dict[str, Any]]]) -> None:
    genuine = [coloured(*block) for block in blocks]
    with colouring_once():
        assert [coloured(*block) for block in blocks] == genuine


def _counted(name: str, made: list[str], genuine: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*given_: Any, **options: Any) -> Any:
        made.append(name)
        return genuine(*given_, **options)

    return counted


def test_the_same_code_is_coloured_once_and_a_formatter_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from markdown.extensions import codehilite

    made: list[str] = []
    for name in ("highlight", "get_formatter_by_name"):
        monkeypatch.setattr(codehilite, name, _counted(name, made, getattr(codehilite, name)))
    with colouring_once():
        for code in ("x = 1", "x = 1", "x = 2", "x = 1"):
            CodeHilite(code, lang="python").hilite()
    assert sorted(made) == ["get_formatter_by_name", "highlight", "highlight"]


def test_what_is_remembered_of_code_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown_reuse, "_MOST_BLOCKS", 2)
    with colouring_once():
        assert all(str(at) in CodeHilite(f"x = {at}", lang="python").hilite() for at in range(9))


def with_extensions(*extensions: Any) -> dict[str, Any]:
    return {"extensions": list(extensions), "extension_configs": {}}


@pytest.mark.parametrize(
    "extensions", [(), ("extra", "toc"), ("markdown.extensions.toc:TocExtension",), (TocExtension(),), ("reading_aids.markup",)]
)
def test_known_extensions_share_an_instance(extensions: tuple[Any, ...]) -> None:
    given_ = with_extensions(*extensions)
    reused = Reused(given_)
    assert reused.is_shareable
    assert reused(**given_) is reused(**given_)
    before = reused(**given_)
    reused.forget()
    assert reused(**given_) is not before


class Unknown(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (Python-Markdown's name)
        """It keeps what it likes."""


def test_an_unknown_extension_gets_a_new_instance_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    module = type(sys)("unknown_to_all")
    vars(module)["makeExtension"] = lambda **_: Unknown()
    monkeypatch.setitem(sys.modules, "unknown_to_all", module)
    by_name, by_object = with_extensions("extra", "unknown_to_all"), with_extensions(Unknown())
    assert Reused(by_name)(**by_name) is not Reused(by_name)(**by_name)
    reused = Reused(by_name)
    assert reused(**by_name) is not reused(**by_name)
    assert reused.is_shareable
    assert not Reused(by_object).is_shareable


def test_an_extension_that_is_not_there_is_each_text_s_failure() -> None:
    given_ = with_extensions("no.such.extension")
    reused = Reused(given_)
    with pytest.raises(ModuleNotFoundError):
        reused(**given_)
