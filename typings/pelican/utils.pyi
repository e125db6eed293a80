from collections.abc import Callable, Iterable
from typing import Any, TypeVar

_Content = TypeVar("_Content")

def slugify(value: str, regex_subs: Iterable[tuple[str, str]] = ..., preserve_case: bool = ..., use_unicode: bool = ...) -> str: ...
def order_content(content_list: list[_Content], order_by: str | Callable[[_Content], Any] | None = ...) -> list[_Content]: ...
