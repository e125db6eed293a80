"""Any tree becomes one of few elements that Markdown, or plain HTML within it, can say.

Block elements hold either blocks or a line of text, never both; what had no element of its own gets a paragraph, as a browser would
show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

from .elements import BLOCKS, DEAD, FLOW, FORMATS, HEADINGS, LEAVES, elements_in, name_of
from .keeping import kept_copy, language_of, leaf_copy
from .lines import Run, Wrappers
from .raw_html import is_block

if TYPE_CHECKING:
    from collections.abc import Callable

_SOUP = BeautifulSoup("", "lxml")


def canonical(tree: Tag, targets: frozenset[str]) -> Tag:
    """A new `<div>` with the same content; `targets` are the ids that links in the text lead to."""
    return _Builder(targets).container(tree, "div", ())


def new(name: str, **attributes: str) -> Tag:
    return _SOUP.new_tag(name, attrs=attributes)


class _Builder:
    """Walks through a tree, and collects text in `_run` until a block ends it."""

    def __init__(self, targets: frozenset[str]) -> None:
        self._targets = targets
        self._out: Tag = new("div")
        self._run = Run()
        self._special: dict[str, Callable[[Tag, Wrappers], None]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            "ul": self._list,
            "ol": self._list,
            "menu": self._list,
            "dl": self._definitions,
            "blockquote": self._quote,
            "pre": self._code,
            "table": self._table,
            "figure": self._figure,
            "hr": self._rule,
            "details": self._details,
            "video": self._video,
        }

    def container(self, tree: Tag, name: str, wrappers: Wrappers) -> Tag:
        """A block element that holds the blocks made of what is in `tree`."""
        outer, run = self._out, self._run
        self._out, self._run = new(name), Run()
        self._walk(tree, wrappers)
        self._flush()
        made, self._out, self._run = self._out, outer, run
        return made

    def _line(self, tree: Tag, name: str, wrappers: Wrappers = ()) -> Tag:
        """An element that holds text only: what were blocks in it stand on lines of their own."""
        made = self.container(tree, "div", wrappers)
        line = new(name)
        lowest = [part for part in made.find_all(list(BLOCKS)) if part.contents and not any(map(is_block, part.contents))]
        for number, part in enumerate(lowest):
            if number:
                line.append(new("br"))
            line.extend(list(part.contents))
        return line

    def _flush(self) -> None:
        self._out.extend(self._run.paragraphs())
        self._run = Run()

    def _walk(self, tree: Tag, wrappers: Wrappers) -> None:
        for node in tree.contents:
            if isinstance(node, Tag):
                self._element(node, wrappers)
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                self._run.text(str(node), wrappers)

    def _element(self, tag: Tag, wrappers: Wrappers) -> None:
        name = name_of(tag)
        if name in BLOCKS:
            self._flush()
        self._anchor(tag, name)
        if name in DEAD:
            return
        if name == "sup" and tag.get("data-footnote"):
            self._run.leaf(new("sup", **{"data-footnote": str(tag["data-footnote"])}), wrappers)
        elif name in LEAVES:
            self._run.leaf(leaf_copy(tag, name), wrappers)
        elif name in self._special:
            self._flush()
            self._special[name](tag, wrappers)
        elif name in FLOW:
            self._walk(tag, wrappers)
            self._flush()
        else:
            self._walk(tag, (*wrappers, *_wrapper(tag, name, self._targets)))

    def _anchor(self, tag: Tag, name: str) -> None:
        """What a link in the text leads to is marked by an empty `<a id>`, but for headings, which can have an id in Markdown."""
        for id_ in {str(tag.get("id") or ""), str(tag.get("name") or "") if name == "a" else ""} & self._targets:
            if name not in HEADINGS:
                self._run.leaf(new("a", id=id_), ())

    def _add(self, tag: Tag) -> None:
        if tag.contents:
            self._out.append(tag)

    def _heading(self, tag: Tag, wrappers: Wrappers) -> None:
        plain = tuple(wrapper for wrapper in wrappers if wrapper[0] == "a")
        line = self._line(tag, name_of(tag), plain)
        for bold in line.find_all("strong"):
            if bold.get_text() == line.get_text():
                bold.unwrap()
        id_ = str(tag.get("id") or "")
        if id_ in self._targets:
            line["id"] = id_
        if line.get_text(strip=True):
            self._out.append(line)
        else:
            self._out.extend([paragraph for paragraph in [new("p")] if line.find("img") and paragraph.extend(list(line.contents)) is None])

    def _list(self, tag: Tag, wrappers: Wrappers) -> None:
        made = kept_copy(tag, "ol" if tag.name == "ol" else "ul", new)
        for child in tag.contents:
            if isinstance(child, Tag) and child.name == "li":
                made.append(self._item(child, wrappers))
            elif isinstance(child, Tag) and name_of(child) in ("ul", "ol") and made.contents:
                last = made.contents[-1]
                last.extend(list(self.container(_holding(child), "li", wrappers).contents))  # type: ignore[attr-defined]
            elif (isinstance(child, Tag) and child.name not in DEAD) or (not isinstance(child, PreformattedString) and str(child).strip()):
                made.append(self.container(_holding(child), "li", wrappers))
        for item in list(made.contents):
            if isinstance(item, Tag) and not item.contents:
                item.decompose()
        self._add(made)

    def _item(self, tag: Tag, wrappers: Wrappers) -> Tag:
        """A list item; one whose source has a paragraph in it is not tight."""
        made = self.container(tag, "li", wrappers)
        if tag.find("p", recursive=False) and (tag.find_previous_sibling("li") or tag.find_next_sibling("li")):
            made["data-loose"] = ""
        return made

    def _definitions(self, tag: Tag, wrappers: Wrappers) -> None:
        made = new("dl")
        parts = [part for part in tag.find_all(["dt", "dd"]) if part.find_parent(["dl", "dt", "dd"]) is tag]
        if not _holds_all(parts, tag):
            parts = []
        for part in parts:
            made.append(self._line(part, "dt", wrappers) if part.name == "dt" else self.container(part, "dd", wrappers))
        if [part.name for part in elements_in(made)][:1] == ["dt"] and made.find("dd", recursive=False):
            self._add(made)
        else:
            self._walk(tag, wrappers)
            self._flush()

    def _quote(self, tag: Tag, wrappers: Wrappers) -> None:
        self._add(self.container(tag, "blockquote", wrappers))

    def _code(self, tag: Tag, _: Wrappers) -> None:
        for line_end in tag.find_all("br"):
            line_end.replace_with("\n")
        text = tag.get_text().replace("\r", "").strip("\n")
        if text.strip():
            made = new("pre")
            made.append(new("code", **({"class": f"language-{language}"} if (language := language_of(tag)) else {})))
            made.contents[0].append(text.replace("\t", "    "))  # type: ignore[attr-defined]
            self._out.append(made)

    def _table(self, tag: Tag, wrappers: Wrappers) -> None:
        rows = [row for row in tag.find_all("tr") if row.find_parent("table") is tag]
        cells = [[cell for cell in row.find_all(["td", "th"]) if cell.find_parent("tr") is row] for row in rows]
        is_layout = not tag.find("th") and (max((len(row) for row in cells), default=0) < 2 or len(cells) < 2 or tag.find("table"))
        if is_layout or not _holds_all([cell for row in cells for cell in row] + tag.find_all("caption"), tag):
            self._walk(tag, wrappers)
            self._flush()
            return
        if caption := tag.find("caption"):
            self._out.extend(list(self.container(caption, "div", wrappers).contents))
        made = new("table")
        for row in cells:
            line = new("tr")
            line.extend([self._cell(cell, wrappers) for cell in row])
            self._add_to(made, line)
        self._add(made)

    def _cell(self, cell: Tag, wrappers: Wrappers) -> Tag:
        made = kept_copy(cell, cell.name, new)
        inside = self.container(cell, "div", wrappers)
        is_line = all(isinstance(part, Tag) and part.name == "p" for part in inside.contents)
        made.extend(list((self._line(cell, "p", wrappers) if is_line else inside).contents))
        return made

    @staticmethod
    def _add_to(parent: Tag, tag: Tag) -> None:
        if tag.contents:
            parent.append(tag)

    def _figure(self, tag: Tag, wrappers: Wrappers) -> None:
        """One picture and its caption; whatever else stands in a figure stands as well without."""
        caption = tag.find("figcaption")
        pictures = [] if tag.find(["table", "blockquote", "pre", "video", "ul", "ol"]) else tag.find_all("img")
        if caption is None or len(pictures) != 1 or caption in pictures[0].parents:
            self._walk(tag, wrappers)
            self._flush()
            return
        words = self._line(caption, "figcaption")
        caption.extract()
        inside = self.container(tag, "figure", wrappers)
        if words.contents:
            inside.append(words)
        self._add(inside)

    def _rule(self, *_: object) -> None:
        self._out.append(new("hr"))

    def _details(self, tag: Tag, wrappers: Wrappers) -> None:
        summary = tag.find("summary", recursive=False)
        words = self._line(summary, "summary") if summary else new("summary")
        if summary:
            summary.extract()
        made = self.container(tag, "details", wrappers)
        made.insert(0, words)
        self._add(made)

    def _video(self, tag: Tag, _: Wrappers) -> None:
        self._out.append(leaf_copy(tag, "video"))


def _holding(node: object) -> Tag:
    """A stand-in parent, so that one node can be walked like a tree; the node stays where it is."""
    holder = new("div")
    holder.contents.append(node)  # type: ignore[arg-type]
    return holder


def _holds_all(parts: list[Tag], tag: Tag) -> bool:
    """Whether no word of `tag` stands outside of its parts, where it has no place."""
    return sum(_letters(part) for part in parts) >= _letters(tag)


def _letters(tag: Tag) -> int:
    return len("".join(tag.get_text().split()))


def _wrapper(tag: Tag, name: str, targets: frozenset[str]) -> Wrappers:
    """What an inline element says of the text in it, if anything."""
    if name not in FORMATS:
        return ()
    copy = kept_copy(tag, name, new)
    if name == "a" and (not copy.get("href") or (str(copy["href"]).startswith("#") and str(copy["href"])[1:] not in targets)):
        return ()
    if name == "abbr" and not copy.get("title"):
        return ()
    return ((name, tuple(sorted((key, str(value)) for key, value in copy.attrs.items()))),)
