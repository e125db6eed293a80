"""A post's tree as a row of lines: what stands between two block borders or line breaks, with the nodes that make it up."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bs4 import Comment, Tag
from bs4.element import NavigableString

from ..folding import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import PageElement

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SHOWN = frozenset({"img", "video", "audio", "iframe", "embed", "object", "picture", "svg", "canvas", "math"})
_INLINE_DEPTH = 12  # of elements within a link; nesting without end must cost nothing
_QUOTED = frozenset({"blockquote", "pre"})


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """One line of a post. `text` is as it is shown, `words` with a blank wherever an element ends, since themes often leave it out."""

    nodes: tuple[PageElement, ...]
    parent: Tag
    text: str
    words: str
    is_link: bool
    has_media: bool
    is_quoted: bool

    @property
    def is_heading(self) -> bool:
        return self.parent.name in HEADINGS

    @property
    def is_bold(self) -> bool:
        """Nothing but bold words, and few of them."""
        shown = [node for node in self.nodes if isinstance(node, Tag) or node.get_text().strip()]
        return len(self.text) < 120 and all(isinstance(node, Tag) and node.name in {"b", "strong"} for node in shown) and bool(shown)

    def addresses(self) -> list[str]:
        """Where its links lead."""
        return [str(tag.get("href") or "") for tag in [*self.links(), *([self.parent] if self.parent.name == "a" else [])]]

    def categories(self) -> list[str]:
        """What its links call categories, as WordPress alone does."""
        return [squeezed(tag.get_text()) for tag in self.links() if "category" in str(tag.get("rel", ""))]

    def strings(self) -> list[NavigableString]:
        """Its pieces of text, in order."""
        return [string for node in self.nodes for string in _strings(node)]

    def media(self) -> int:
        """How many pictures and players it holds."""
        return sum(tag.name in _SHOWN for node in self.nodes if isinstance(node, Tag) for tag in (node, *elements(node)))

    def links(self) -> list[Tag]:
        """Its links, in order."""
        return [tag for node in self.nodes if isinstance(node, Tag) for tag in (node, *elements(node)) if tag.name == "a"]

    def remove(self) -> None:
        """Take the line out, with what held only it."""
        for node in self.nodes:
            node.extract()


def elements(tree: Tag) -> list[Tag]:
    """All elements below `tree`, in order."""
    return [each for each in tree.descendants if isinstance(each, Tag)]


def segments(tree: Tag) -> list[Segment]:
    """The lines of `tree` that hold words or media, in order."""
    holders = _holders(tree)
    found: list[Segment] = []
    stack: list[tuple[Tag, Iterator[PageElement], list[PageElement], bool]] = [(tree, iter(list(tree.children)), [], tree.name in _QUOTED)]
    while stack:
        parent, children, run, quoted = stack[-1]
        child = next(children, None)
        if isinstance(child, Tag) and (child.name in BLOCKS or child.name == "br" or id(child) in holders):
            _close(found, parent, run, quoted=quoted)
            if child.name != "br":
                stack.append((child, iter(list(child.children)), [], quoted or child.name in _QUOTED))
        elif child is None:
            _close(found, parent, run, quoted=quoted)
            stack.pop()
        else:
            run.append(child)
    return found


def _holders(tree: Tag) -> set[int]:
    """The inline elements, by `id`, that hold a block or a line break: their content is several lines."""
    held: set[int] = set()
    for block in elements(tree):
        if block.name != "br" and block.name not in BLOCKS:
            continue
        for parent in block.parents:
            if parent is tree or id(parent) in held:
                break
            held.add(id(parent))
    return held


def _close(found: list[Segment], parent: Tag, run: list[PageElement], *, quoted: bool) -> None:
    if run and (segment := _segment(parent, tuple(run), quoted=quoted)):
        found.append(segment)
    run.clear()


def _segment(parent: Tag, nodes: tuple[PageElement, ...], *, quoted: bool) -> Segment | None:
    strings: list[NavigableString] = []
    linked, media = any(each.name == "a" for each in islice((parent, *islice(parent.parents, _INLINE_DEPTH)), _INLINE_DEPTH)), False
    is_link = True
    for node in nodes:
        if isinstance(node, Tag):
            media = media or _shows(node)
        for string in _strings(node):
            strings.append(string)
            is_link = is_link and (linked or not any(map(str.isalnum, string)) or _is_linked(string))
    text = squeezed("".join(strings))
    if not text and not media:
        return None
    return Segment(nodes, parent, text, squeezed(" ".join(strings)), is_link and bool(text), media, quoted)


def _shows(tag: Tag) -> bool:
    return tag.name in _SHOWN or any(each.name in _SHOWN for each in elements(tag))


def _is_linked(string: NavigableString) -> bool:
    return any(parent.name == "a" for parent in islice(string.parents, _INLINE_DEPTH))


def _strings(node: PageElement) -> Iterator[NavigableString]:
    if isinstance(node, Tag):
        yield from (string for string in node.descendants if isinstance(string, NavigableString) and not isinstance(string, Comment))
    elif isinstance(node, NavigableString) and not isinstance(node, Comment):
        yield node


def pruned(tree: Tag, parents: list[Tag]) -> None:
    """Remove what became empty when something was taken out of `parents`, but never `tree` itself."""
    for parent in parents:
        here: Tag | None = parent
        while here is not None and here is not tree and here.parent is not None and _is_empty(here):
            above = here.parent
            here.extract()
            here = above


def _is_empty(tag: Tag) -> bool:
    if _shows(tag) or any(each.name in {"input", "hr"} for each in elements(tag)):
        return False
    return not any(string.strip() for string in _strings(tag))
