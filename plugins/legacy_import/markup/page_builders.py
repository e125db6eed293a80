"""What page builders (WPBakery, Divi, Fusion, Enfold …) keep in the attributes of their shortcodes: headings, pictures, links."""

from __future__ import annotations

import base64
import re
from html import escape
from urllib.parse import unquote

_TITLES = ("title", "heading", "tab_title", "h2", "label", "author", "name")
_BUTTON = re.compile(r"(?:^|_)(?:button|btn|cta)\w*$")
_WORDS_IN = re.compile(r"(?:^|_)(?:custom_heading|heading|title)$")
_FILM = re.compile(r"(?:^|_)(?:video|youtube|vimeo|audio)\w*$")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|/[^\s/]\S*")
_NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)*")


def builder_html(given: dict[str, str], name: str) -> str:
    """What a shortcode shows beside what stands between its brackets; a blank line if that is nothing."""
    named = {key: value for key, value in given.items() if not (key == "name" and value == name)}
    parts = [_button(named)] if _BUTTON.search(name) else [_title(named, name), _pictures(named, name), _film(named, name)]
    return "\n\n" + "".join(f"{part}\n\n" for part in parts if part)


def raw_html(_: dict[str, str], content: str) -> str:
    """WPBakery keeps HTML of one's own as percent signs in Base64."""
    try:
        return f"\n\n{unquote(base64.b64decode(content.strip(), validate=True).decode())}\n\n"
    except ValueError:
        return content


def _title(given: dict[str, str], name: str) -> str:
    keys = (*_TITLES, "text") if _WORDS_IN.search(name) else _TITLES
    title = next((given[key].strip() for key in keys if given.get(key, "").strip()), "")
    return f"<h3>{escape(title)}</h3>" if title and not title.startswith("#") else ""


def _pictures(given: dict[str, str], name: str) -> str:
    """By address, or by number, which the media stage knows."""
    numbers = next((given[key] for key in ("image", "images", "gallery_ids", "ids", "attachment") if given.get(key)), "")
    if _NUMBERS.fullmatch(numbers.strip()):
        return f'<div data-gallery="{numbers.strip()}"></div>'
    address = given.get("image") or given.get("image_url") or (given.get("src", "") if "image" in name else "")
    if not _ADDRESS.fullmatch(address):
        return ""
    return f'<p><img src="{escape(address)}" alt="{escape(given.get("alt", given.get("image_alt", "")))}"></p>'


def _film(given: dict[str, str], name: str) -> str:
    address = given.get("src") or given.get("link") or given.get("url") or ""
    if not _FILM.search(name) or not _ADDRESS.fullmatch(address):
        return ""
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'


def _button(given: dict[str, str]) -> str:
    """WPBakery's addresses are `url:https%3A%2F%2F…|title:…`, Enfold's `manually,https://…`."""
    said = next((given[key] for key in ("button_url", "link", "url", "href") if given.get(key)), "")
    address = unquote(said.partition("url:")[2].partition("|")[0]) if said.startswith("url:") else said.removeprefix("manually,")
    words = next((given[key] for key in ("button_text", "title", "text", "label", "h2") if given.get(key)), "")
    if not words:
        return ""
    return f'<p><a href="{escape(address)}">{escape(words)}</a></p>' if _ADDRESS.fullmatch(address) else f"<p>{escape(words)}</p>"
