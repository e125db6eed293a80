from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from blinker import Signal
from markdown import Markdown as Markdown
from pelican.settings import Settings

_DISCARD: object

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
class HTMLReader(BaseReader): ...
class RstReader(BaseReader): ...

def get_date(string: str) -> datetime: ...
def pelican_open(filename: str, mode: str = ...) -> AbstractContextManager[str]: ...

class Readers:
    settings: Settings
    readers: dict[str, BaseReader]
    disabled_readers: dict[str, BaseReader]
    def __init__(self, settings: Settings | None = ..., cache_name: str = ...) -> None: ...
    def read_file(
        self,
        base_path: str,
        path: str,
        content_class: type[Any] = ...,
        fmt: str | None = ...,
        context: dict[str, Any] | None = ...,
        preread_signal: Signal | None = ...,
        preread_sender: Any = ...,
        context_signal: Signal | None = ...,
        context_sender: Any = ...,
    ) -> Any: ...
