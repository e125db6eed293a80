"""Ids for articles: every file below `content/articles` gets the line by which feeds know it for ever.

    python3 tasks.py ids          adds a missing Id
    python3 tasks.py ids --fix    and gives a copied article, which shares an Id with another, one of its own

Looked at is every `.md` file, in folders too, whatever its Status or language; hidden files and folders are not, nor are `README.md` and
`LICENSE.md`, which are no articles. A missing Id becomes the last line of the front matter, or goes into the line `Id:` if there is one
without a value. Nothing else in the file changes: line ends, a byte order mark, tabs and a missing last newline stay. A file is replaced in
one step and keeps its permissions.

An Id that is there is never changed, but for this: of files that share one, `--fix` gives all but one another. The one that keeps it is the
one that `published.json` tells of, by the last part of its address (`Slug`, or the file's name; then `Lang`); if that does not decide, the
one with the earliest `Date`, then the one whose file was changed first, then the one whose path comes first.

Told as errors, each with file and line, are: no front matter, no UTF-8, an Id that is none, two Ids in one file, one Id in two files, one
file in two places (a link), and what cannot be read or written. Exit codes: 0 every article has its Id, 1 errors are left, or
`published.json` cannot be read (then nothing is written).

No other plugin is imported: whoever calls `give_ids` brings what draws an Id, makes a slug and reads a date (`Means`).
"""

from .command import give_ids
from .model import Means

__all__ = ["Means", "give_ids"]
