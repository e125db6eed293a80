"""What a commit may raise besides a plain OSError, which leaves the output as it was."""

from __future__ import annotations


class PlacingError(Exception):
    """Something that is not ours stands where files of the site have to go; nothing has been changed.

    `names` are relative to the output folder.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class DisturbedError(Exception):
    """Files that were to stay have been changed or removed while the site was built; nothing has been changed."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class HalfwayError(OSError):
    """The disk or its permissions failed while files were placed one by one: some are new, some are as before. The next build mends it."""
