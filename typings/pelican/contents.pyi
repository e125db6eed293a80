import re
from datetime import datetime
from typing import Any

from pelican.settings import Settings
from pelican.urlwrappers import Author as Author
from pelican.urlwrappers import Category as Category
from pelican.urlwrappers import Tag as Tag
from pelican.urlwrappers import URLWrapper as URLWrapper

# Metadata become attributes, and plugins add theirs: those of a content that a stub can know are the ones that Pelican always sets.
class Content:
    settings: Settings
    metadata: dict[str, Any]
    source_path: str | None
    relative_source_path: str | None
    slug: str
    lang: str
    status: str
    template: str
    translations: list[Any]
    _content: str | None
    _context: dict[str, Any]
    def __init__(
        self,
        content: str | None,
        metadata: dict[str, Any] | None = ...,
        settings: Settings | None = ...,
        source_path: str | None = ...,
        context: dict[str, Any] | None = ...,
    ) -> None: ...
    def __getattr__(self, name: str) -> Any: ...
    def __setattr__(self, name: str, value: Any) -> None: ...
    @property
    def url(self) -> str: ...
    @property
    def save_as(self) -> str: ...
    @property
    def content(self) -> str: ...
    @property
    def summary(self) -> str: ...
    @property
    def relative_dir(self) -> str: ...
    def _update_content(self, content: str, siteurl: str) -> str: ...
    def get_content(self, siteurl: str) -> str: ...
    def get_relative_source_path(self, source_path: str | None = ...) -> str | None: ...
    def is_valid(self) -> bool: ...
    @property
    def url_format(self) -> dict[str, Any]: ...

    def get_static_links(self) -> set[str]: ...
    def _link_replacer(self, siteurl: str, m: re.Match[str]) -> str: ...

class SkipStub(Content): ...

class Page(Content):
    title: str

class Article(Content):
    title: str
    date: datetime

class Static(Content): ...
