from typing import Any

from jinja2 import Environment, Template
from pelican.contents import Article, Page, Static
from pelican.readers import Readers
from pelican.settings import Settings
from pelican.urlwrappers import Author, Category, Tag
from pelican.writers import Writer

class PelicanTemplateNotFound(Exception): ...

class Generator:
    context: dict[str, Any]
    settings: Settings
    path: str
    theme: str
    output_path: str
    readers: Readers
    env: Environment
    def __init__(
        self, context: dict[str, Any], settings: Settings, path: str, theme: str, output_path: str, readers_cache_name: str = ..., **kwargs: Any
    ) -> None: ...
    def get_template(self, name: str) -> Template: ...
    def get_files(self, paths: list[str], exclude: list[str] | None = ..., extensions: Any = ...) -> set[str]: ...
    def add_source_path(self, content: Article | Page, static: bool = ...) -> None: ...
    def add_static_links(self, content: Article | Page) -> None: ...
    def generate_context(self) -> None: ...
    def generate_output(self, writer: Writer) -> None: ...
    def check_disabled_readers(self) -> None: ...
    def _include_path(self, path: str, extensions: Any = ...) -> bool: ...
    def _update_context(self, items: tuple[str, ...]) -> None: ...
    def _add_failed_source_path(self, path: str, static: bool = ...) -> None: ...

class CachingGenerator(Generator): ...

class ArticlesGenerator(CachingGenerator):
    articles: list[Any]
    translations: list[Any]
    hidden_articles: list[Any]
    hidden_translations: list[Any]
    drafts: list[Any]
    drafts_translations: list[Any]
    dates: list[Any]
    tags: dict[Tag, list[Article]]
    categories: list[tuple[Category, list[Article]]]
    authors: list[tuple[Author, list[Article]]]
    period_archives: dict[str, list[dict[str, Any]]]

class PagesGenerator(CachingGenerator):
    pages: list[Any]
    translations: list[Any]
    hidden_pages: list[Any]
    hidden_translations: list[Any]
    draft_pages: list[Any]
    draft_translations: list[Any]

class StaticGenerator(Generator):
    staticfiles: list[Static]
    def _copy_staticfile(self, sc: Static) -> None: ...
    def _copy_paths(self, paths: list[str], source: str, destination: str, output_path: str, final_path: str | None = ...) -> None: ...

class TemplatePagesGenerator(Generator): ...
class SourceFileGenerator(Generator): ...
