"""Reads what an old blog left: exports of WordPress and Blogger, Google Takeout, feeds, saved pages and plain text, packed or in folders.

`read_all(paths)` gives what is at the paths as a stream: of each source first the blog, as far as the source tells of it, then its items as
they stand there, and troubles. What a file is, is seen from its content. Of a source only one post is in memory at a time.
Damaged sources are read as far as they go, and what was mended is told; nothing that a source names is fetched or opened.

Items and troubles account for all that a source holds: a trouble says in `items` how many of them it stands for.
"""

from .reading import read, read_all

__all__ = ["read", "read_all"]
