from collections.abc import Sequence
from typing import Any, NamedTuple

from pelican.settings import Settings

class PaginationRule(NamedTuple):
    min_page: int
    URL: str
    SAVE_AS: str

class Paginator:
    name: str
    num_pages: int
    object_list: Sequence[Any]
    def __init__(self, name: str, url: str, object_list: Sequence[Any], settings: Settings, per_page: int | None = ...) -> None: ...
    def page(self, number: int) -> Page: ...

class Page:
    name: str
    number: int
    paginator: Paginator
    object_list: Sequence[Any]
    @property
    def url(self) -> str: ...
    @property
    def save_as(self) -> str: ...
