"""The last shape of a canonical tree: levels of headings, tight and loose lists, figures, and what Markdown would run together."""

from __future__ import annotations

from bs4 import Tag

from .elements import HEADINGS, elements_in

_FIRST_LEVEL = 2
"""The page's title is the only h1."""
_LAST_LEVEL = 6


def shape(root: Tag) -> None:
    """Change a canonical tree in place."""
    _headings_outside_only(root)
    _captions_as_titles(root)
    _bold_rows_as_heads(root)
    _level_headings(root)
    for lst in root.find_all(["ul", "ol"]):
        _tight_or_loose(lst)
    for part in root.find_all("dd"):
        _tighten(part)
    for cell in root.find_all(["td", "th"]):
        _tighten(cell)


def _captions_as_titles(root: Tag) -> None:
    """One picture with a caption of mere text becomes a paragraph whose picture has a title, of which `reading_aids` makes the figure."""
    for figure in root.find_all("figure"):
        caption, picture = figure.find("figcaption"), figure.find("img")
        others = [part for part in elements_in(figure) if part is not caption]
        if not caption or not picture or elements_in(caption) or len(others) != 1 or others[0].get_text(strip=True):
            for paragraph in figure.find_all("p"):
                paragraph.unwrap()
            continue
        picture["title"] = caption.get_text()
        caption.extract()
        figure.unwrap()


def _bold_rows_as_heads(root: Tag) -> None:
    """A first row that is bold, and alone in that, is the head of a table that has none: word processors and editors know no other."""
    for table in root.find_all("table"):
        rows = [elements_in(row) for row in elements_in(table)]
        if table.find("th") is None and len(rows) > 1 and _is_bold(rows[0]) and not any(map(_is_bold, rows[1:])):
            for cell in rows[0]:
                cell.name = "th"
                for bold in cell.find_all("strong"):
                    bold.unwrap()


def _is_bold(cells: list[Tag]) -> bool:
    """Whether all that stands in the cells is bold, in two of them at least."""
    said = [cell for cell in cells if cell.get_text(strip=True)]
    return len(said) > 1 and all("".join(bold.get_text() for bold in cell.find_all("strong")) == cell.get_text() for cell in said)


def _headings_outside_only(root: Tag) -> None:
    """A heading within a list or a table is a bold line."""
    for heading in root.find_all(HEADINGS):
        if heading.find_parent(["li", "td", "th", "dd"]):
            heading.name, bold = "p", Tag(name="strong")
            heading.attrs.clear()
            bold.extend(list(heading.contents))
            heading.append(bold)


def _level_headings(root: Tag) -> None:
    """Levels from h2 down without gaps: what was below another stays so."""
    above: list[int] = []
    for heading in root.find_all(HEADINGS):
        level = int(heading.name[1])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading.name = f"h{min(len(above) + _FIRST_LEVEL - 1, _LAST_LEVEL)}"


def _tight_or_loose(lst: Tag) -> None:
    """A list is loose as a whole: if an item has several paragraphs, or all that have one had it in the source."""
    items = elements_in(lst)
    if not any(_is_long(item) for item in items):
        for item in items:
            _tighten(item)


def _is_long(item: Tag) -> bool:
    parts = elements_in(item)
    return "data-loose" in item.attrs or sum(part.name not in ("ul", "ol") for part in parts) > 1


def _tighten(item: Tag) -> None:
    """The only paragraph of an item is its text."""
    parts = elements_in(item)
    paragraphs = [part for part in parts if part.name == "p"]
    if len(paragraphs) == 1 and parts[0] is paragraphs[0] and all(part.name in ("ul", "ol") for part in parts[1:]):
        paragraphs[0].unwrap()
