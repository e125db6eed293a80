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

class ArticlesGenerator(Generator):
    articles: list[Article]
    translations: list[Article]
    hidden_articles: list[Article]
    hidden_translations: list[Article]
    drafts: list[Article]
    drafts_translations: list[Article]
    dates: list[Article]
    tags: dict[Tag, list[Article]]
    categories: list[tuple[Category, list[Article]]]
    authors: list[tuple[Author, list[Article]]]
    period_archives: dict[str, list[dict[str, Any]]]

class PagesGenerator(Generator):
    pages: list[Page]
    translations: list[Page]
    hidden_pages: list[Page]
    hidden_translations: list[Page]
    draft_pages: list[Page]
    draft_translations: list[Page]

class StaticGenerator(Generator):
    staticfiles: list[Static]

class TemplatePagesGenerator(Generator): ...
class SourceFileGenerator(Generator): ...
