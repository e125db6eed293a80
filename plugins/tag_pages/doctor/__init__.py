"""The tag doctor: which tags there are, what could be put in order, and renaming and merging them everywhere at once.

    python3 tasks.py tags                              every tag, and hints; `--json` for programs
    python3 tasks.py tags rename "Small shops" Shops   shows what would change; `--yes` does it
    python3 tasks.py tags merge Trusts Faith Trust     the last one takes the others in

Looked at are all articles (`content/articles`, drafts and hidden ones too) and the files of tags (`content/tags/SLUG.md`, whose Title is
the tag's name). A tag may be named by any spelling, by an alias, or by its slug.

**rename** writes the new name for every spelling of the old one, and moves the tag's file to its new address. The old name becomes an
alias, so that old pages and feeds stay where they are; a tag without a file gets one for that. Names that differ in capitals, accents or
blanks only have one address, and need no alias.

**merge** writes the last name, that of a tag or a new one, for all others. Their names and aliases become aliases of it, their redirects
come along, and what its file lacks (Summary, Pinned, Image, Cta, Ask, the introduction) is taken from the first of theirs that has it.
Their files are removed; what is lost with them is told.

Links to a file that moves or goes (`{filename}/tags/trust.md`) follow, in all texts of the content folder. In an article nothing else
changes but the list of tags: a name takes the place of the other, and of members that are one tag now, or were before, the first place
stays. Aliases in other articles may stay as they are. A list is written in another style only if it could not hold the name otherwise
(`edits`).

All or nothing: everything is read and planned first; then every file is written beside its place, and moved there if none has changed
meanwhile. A step that fails takes back those before it. A file that is not UTF-8 and has the tag, or one that cannot be read, stops the
change before it begins. Links to articles are followed. Exit codes: 0 fine, 1 a change was refused or a file could not be read, 2 usage.

What makes two names near-duplicates stands in `likeness`. No other plugin is imported: whoever calls `tags` brings what makes a slug
(`Means`).
"""

from .command import tags
from .model import Means

__all__ = ["Means", "tags"]
