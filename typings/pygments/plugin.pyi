from collections.abc import Iterable
from importlib.metadata import EntryPoint

def iter_entry_points(group_name: str) -> Iterable[EntryPoint]: ...
