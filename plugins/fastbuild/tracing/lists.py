"""Lists of the context that notice what is asked of them: all members, only a few, or how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, SupportsIndex

from .trace import Current

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .trace import Step


class TracedList(list[Any]):
    """A copy of a list. Members that are tuples with lists in them (Pelican's categories) give traced lists in their turn."""

    __slots__ = ("path",)

    def __init__(self, values: list[Any], path: Step) -> None:
        super().__init__(values)
        self.path = path

    def _ask(self, question: Any) -> None:
        if Current.trace is not None:
            Current.trace.ask(self.path, question)

    def __iter__(self) -> Iterator[Any]:
        self._ask("shape")
        path = self.path
        for place, member in enumerate(super().__iter__()):
            yield traced_member(member, (*path, place)) if isinstance(member, (tuple, list, dict)) else member

    def __reversed__(self) -> Iterator[Any]:
        return iter(list(self)[::-1])

    def __len__(self) -> int:
        self._ask("len")
        return super().__len__()

    def __bool__(self) -> bool:
        self._ask("bool")
        return super().__len__() > 0

    def __contains__(self, member: object) -> bool:
        self._ask("shape")
        return super().__contains__(member)

    def __getitem__(self, place: SupportsIndex | slice) -> Any:
        if isinstance(place, slice):
            self._ask(("slice", place.start, place.stop, place.step))
            return list(super().__getitem__(place))
        self._ask(("item", int(place)))
        member = super().__getitem__(place)
        return traced_member(member, (*self.path, int(place))) if isinstance(member, (tuple, list, dict)) else member

    def __eq__(self, other: object) -> bool:
        self._ask("shape")
        return super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    def __lt__(self, other: list[Any]) -> bool:
        self._ask("shape")
        return super().__lt__(other)

    def __gt__(self, other: list[Any]) -> bool:
        self._ask("shape")
        return super().__gt__(other)

    def __le__(self, other: list[Any]) -> bool:
        self._ask("shape")
        return super().__le__(other)

    def __ge__(self, other: list[Any]) -> bool:
        self._ask("shape")
        return super().__ge__(other)

    def __add__(self, other: list[Any]) -> list[Any]:
        self._ask("shape")
        return super().__add__(other)

    def __radd__(self, other: list[Any]) -> list[Any]:
        self._ask("shape")
        return [*other, *super().__iter__()]

    def __mul__(self, times: SupportsIndex) -> list[Any]:
        self._ask("shape")
        return super().__mul__(times)

    __rmul__ = __mul__

    def __repr__(self) -> str:
        self._ask("deep")
        return super().__repr__()

    def __str__(self) -> str:
        return repr(self)

    def __reduce__(self) -> Any:
        return list, (list(self),)

    def copy(self) -> list[Any]:
        self._ask("shape")
        return super().copy()

    def count(self, member: Any) -> int:
        self._ask("shape")
        return super().count(member)

    def index(self, member: Any, *bounds: Any) -> int:
        self._ask("shape")
        return super().index(member, *bounds)


def traced_member(member: Any, path: Step) -> Any:
    """What a template gets of a member of a list: lists in it are traced on their own, since their length is another matter than its."""
    if isinstance(member, tuple) and type(member) is tuple:
        return tuple(TracedList(part, (*path, place)) if type(part) is list else part for place, part in enumerate(member))
    if type(member) is list:
        return TracedList(member, path)
    if isinstance(member, dict):
        if Current.trace is not None:
            Current.trace.ask(path, "deep")
        return member
    return member
