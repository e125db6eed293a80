from collections.abc import Callable
from typing import Any

from pelican.settings import Settings

DUPLICATES_DEFINITIONS_ALLOWED: dict[str, bool]
METADATA_PROCESSORS: dict[str, Callable[[Any, Settings], Any]]

class BaseReader:
    settings: Settings
    enabled: bool
    file_extensions: list[str]
    def __init__(self, settings: Settings) -> None: ...
    def process_metadata(self, name: str, value: Any) -> Any: ...
    def read(self, source_path: str) -> tuple[str | None, dict[str, Any]]: ...

class MarkdownReader(BaseReader): ...

class Readers:
    settings: Settings
    readers: dict[str, BaseReader]
    def __init__(self, settings: Settings | None = ..., cache_name: str = ...) -> None: ...
    def read_file(self, base_path: str, path: str, content_class: type[Any] = ..., *, context: dict[str, Any] | None = ...) -> Any: ...
