from collections.abc import Mapping
from typing import Any, Protocol

from pelican.settings import Settings

# Pelican's writer only calls `render`; it passes the context by position.
class _Renderable(Protocol):
    def render(self, context: dict[str, Any], /) -> str: ...

class FileOverwriteFailedError(Exception): ...

class Writer:
    output_path: str
    settings: Settings
    urljoiner: Any
    site_url: str
    feed_domain: str | None
    feed_url: str
    _written_files: set[str]
    _overridden_files: set[str]
    def __init__(self, output_path: str, settings: Settings | None = ...) -> None: ...
    def write_file(
        self,
        name: str,
        template: _Renderable,
        context: dict[str, Any],
        relative_urls: bool = ...,
        paginated: Mapping[str, Any] | None = ...,
        template_name: str | None = ...,
        override_output: bool = ...,
        url: str | None = ...,
        **kwargs: Any,
    ) -> None: ...
    def write_feed(
        self,
        elements: list[Any],
        context: dict[str, Any],
        path: str | None = ...,
        url: str | None = ...,
        feed_type: str = ...,
        override_output: bool = ...,
        feed_title: str | None = ...,
    ) -> Any: ...
    def _create_new_feed(self, feed_type: str, feed_title: str | None, context: dict[str, Any]) -> Any: ...
    def _add_item_to_the_feed(self, feed: Any, item: Any) -> None: ...
