"""An image that is alone in its paragraph becomes a figure, its title the caption."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement


def make_figures(root: Element) -> None:
    for paragraph in list(root.iter("p")):
        image = _only_image(paragraph)
        if image is None:
            continue
        paragraph.tag = "figure"
        caption = image.attrib.pop("title", "")
        if caption:
            SubElement(paragraph, "figcaption").text = caption


def mark_decorative(root: Element) -> None:
    """Write the empty `alt` of a decorative image without a value, so that Pelican does not warn of it; `images` writes it out again."""
    for image in root.iter("img"):
        if not image.get("alt") and "decorative" in (image.get("class") or "").split():
            image.set("alt", None)  # type: ignore[arg-type]  # Python-Markdown's way to say "no value"


def _only_image(element: Element) -> Element | None:
    """The image that is all of `element`, perhaps inside a link."""
    if len(element) != 1 or _has_text(element.text) or _has_text(element[0].tail):
        return None
    child = element[0]
    if child.tag == "img":
        return child
    return _only_image(child) if child.tag == "a" else None


def _has_text(text: str | None) -> bool:
    return bool(text and text.strip())
