"""Files that a text carries along, `{attach}`: Pelican moves them beside the page while it renders it, and the first page to ask wins.

A page that is not rendered, or in another process, would leave the file where it was. So the links of such texts are followed before, in
the order in which Pelican would have come to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Content

ATTACH = ("{attach}", "|attach|")
STATIC = (*ATTACH, "{static}", "|static|", "{filename}", "|filename|")


def attach_in_order(contents: Iterable[Content]) -> None:
    """Follow the links of these texts, which are in the order of their pages; nothing if none of them carries a file along."""
    texts = [(content, content._content or "") for content in contents]  # noqa: SLF001
    if any(mark in text for _, text in texts for mark in ATTACH):
        for content, text in texts:
            if any(mark in text for mark in STATIC):
                _ = content.content  # reading it follows its links
