from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from pelican.plugins import signals as signals
from pelican.settings import Settings as Settings

__version__: str

class Pelican:
    settings: Settings
    path: str
    theme: str
    output_path: str
    plugins: list[Any]
    def __init__(self, settings: Settings) -> None: ...
    def run(self) -> None: ...

def parse_arguments(argv: Sequence[str] | None = ...) -> Namespace: ...
def get_instance(args: Namespace) -> tuple[Pelican, Settings]: ...
def main(argv: Sequence[str] | None = ...) -> None: ...
