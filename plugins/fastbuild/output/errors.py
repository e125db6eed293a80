"""What a commit may raise besides a plain OSError, which leaves the output as it was."""

from __future__ import annotations

_SHOWN = 5


class _NamingError(Exception):
    """`names` are relative to the output folder; the message has the first few."""

    def __init__(self, names: tuple[str, ...]) -> None:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        super().__init__(", ".join(names[:_SHOWN]) + more)
        self.names = names


class PlacingError(_NamingError):
    """Something that is not ours stands where files of the site have to go; nothing has been changed."""


class DisturbedError(_NamingError):
    """Files that were to stay have been changed or removed while the site was built; nothing has been changed. Building again helps."""


class HalfwayError(OSError):
    """The disk or its permissions failed while files were placed one by one: some are new, some are as before. The next build mends it."""
