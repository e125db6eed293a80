"""Parts of addresses, of which any may be none."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit


def site_of(address: str) -> str:
    """`http://ann.example/` of an address there; nothing of one that is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}/" if parts.scheme and parts.netloc else ""


def urlsplit_path(address: str) -> str:
    """The path of an address, plain; nothing of one that is none."""
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""
