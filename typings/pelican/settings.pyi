from typing import Any

Settings = dict[str, Any]
DEFAULT_CONFIG: Settings

def read_settings(path: str | None = ..., override: Settings | None = ...) -> Settings: ...
def configure_settings(settings: Settings) -> Settings: ...
