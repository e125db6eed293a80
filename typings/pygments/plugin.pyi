from collections.abc import Iterable
from importlib.metadata import EntryPoint

LEXER_ENTRY_POINT: str

def iter_entry_points(group_name: str) -> Iterable[EntryPoint]: ...
