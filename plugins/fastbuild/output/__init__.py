"""Puts a finished site into the output folder, all of it or nothing.

    with opened(output, cache) as tree:
        ...                     # put new and changed files into tree.stage
        placed = tree.commit(keep={name: digest for name, digest in tree.current.items() if ...})

What the output folder holds afterwards is what was in the stage and what was to be kept. Of other files it loses those that the manifest,
a file in the cache folder, says an earlier commit put there.

* `swapped`: the output folder holds nothing but ours, is no mount point, and lies on the disk that the stage is on. The whole new tree is
  made beside it and takes its place in one step; whoever reads sees the old site or the new one. A link to a folder is resolved first:
  the folder that it leads to is swapped, the link stays.
* `in place`: everywhere else (a `.git`, a `CNAME`, a mount, Windows, a disk without hard links). One file after another, each in one step.
  What is not ours stays, and is named; where it stands in the way of a file of ours, nothing is done at all. If there is no manifest (a
  first build, or a lost cache), files in our places may be from an earlier build: they are replaced, and copied into the cache before
  unless they hold what they should.
* `untouched`: nothing had to be done.

Who keeps a tree open, and knows what has changed since the last commit, places that alone with `tree.patch()`, file by file.

Killed at any moment, a swap has happened or not, and files placed one by one are known one by one: `opened` finds out which, and what is
in `tree.current` is in the output folder. All of the cache folder may be lost at any time.

On durability: a process may die at any moment; that is what all of this is for. Nothing is forced to the disk (`fsync`), since that takes
seconds while other programs write. If the power fails, the system may have kept a rename and lost a file's content: such a file does not
look as the manifest says, and is made anew at the next build. If it is the manifest, the one before it still knows nearly all that is ours.

Nothing here imports Pelican, nor anything else that starts slowly.

* `tree`  the public part
* `planning`, `swapping`, `exchanging`, `in_place`, `patching`  the commit
* `surveying`, `recovering`  what is found at the start
* `manifest`, `locking`, `places`, `files`, `names`, `moments`, `errors`  what these stand on
"""

from .errors import DisturbedError, HalfwayError, PlacingError
from .files import digest_of
from .locking import Holder, LockedError
from .tree import Mode, Placed, Tree, cleared, opened

__all__ = [
    "DisturbedError",
    "HalfwayError",
    "Holder",
    "LockedError",
    "Mode",
    "Placed",
    "PlacingError",
    "Tree",
    "cleared",
    "digest_of",
    "opened",
]
