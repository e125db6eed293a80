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
