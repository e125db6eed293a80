"""Rules that keep other hosts out of the finished site, but for those that the owner's policy allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .comment_systems import system_of_host, system_of_request
from .doors import DIRECTIVES
from .model import Hit
from .requests import address, requests_of, requests_of_style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .config import CheckConfig
    from .pages import Element, OutputFile, Page
    from .requests import Request

EMBEDS = frozenset({"frame", "media", "object"})
"""Kinds of requests that are things of another site shown in a page."""


def blocked_embed(page: Page, config: CheckConfig) -> Iterator[Hit]:
    """A film, a map, a recording from a host that the policy does not allow."""
    for request in _foreign(page, config):
        if request.kind in EMBEDS:
            yield Hit(
                request.line, f"Browsers will not show this <{request.element}> of {request.host}.", _door(request), needle=request.url
            )


def third_party_request(page: Page, config: CheckConfig) -> Iterator[Hit]:
    """Any other request to a host that the policy does not allow: an image, a font, a style sheet, a script."""
    for request in _foreign(page, config):
        if request.kind not in {*EMBEDS, "form"}:
            yield Hit(request.line, f"<{request.element}> asks {request.host} ({request.kind}).", _door(request), needle=request.url)


def third_party_style(file: OutputFile, config: CheckConfig) -> Iterator[Hit]:
    """The same in a style sheet."""
    for request in requests_of_style(file.text, config) if file.kind == "css" else ():
        if _is_blocked(request, config):
            yield Hit(request.line, f"The style sheet asks {request.host} ({request.kind}).", _door(request), needle=request.url)


def form(page: Page, config: CheckConfig) -> Iterator[Hit]:
    """A form that posts, or sends to another host, unless the policy lets that host take forms."""
    for element in page.elements:
        if element.name != "form" and not {"formaction", "formmethod"} & element.attributes.keys():
            continue
        target = element.get("action" if element.name == "form" else "formaction")
        host = address(target)[1]
        foreign = bool(host) and host not in config.own_hosts
        posts = "post" in {element.get("method").lower(), element.get("formmethod").lower()}
        if (foreign or posts) and not (foreign and config.doors.allow("form", host)) and not system_of_host(host):
            where = f"sends to {host}" if foreign else "posts, and nobody here takes it"
            yield Hit(element.line, f"<{element.name}> {where}.", _form_fix(host if foreign else ""), needle=target)


def inline_data(page: Page, config: CheckConfig) -> Iterator[Hit]:
    """An image or a frame inside an address (`data:`), which the policy does not let a browser show."""
    for request in requests_of(page, config):
        if request.scheme in {"data", "blob"} and request.kind in DIRECTIVES and not config.doors.allow_source(request.kind, "data:"):
            what = f"Browsers will not show this <{request.element}>: its {request.kind} stands in a `{request.scheme}:` address."
            yield Hit(request.line, what, "Save it as a file in content/images and link to that.", needle=request.url[:60])


def inline_script(page: Page, config: CheckConfig) -> Iterator[Hit]:
    """A script, or an attribute such as `onclick`, that the policy does not let a browser run."""
    if config.doors.allow_source("script", "'unsafe-inline'"):
        return
    for element in page.elements:
        event = next((name for name in element.attributes if name.startswith("on")), "")
        if event:
            yield Hit(element.line, f"`{event}` of <{element.name}> will not run.", "Remove it.", needle=event)
    for code in page.code:
        if code.element.name == "script" and _is_run(code.element):
            yield Hit(code.line, "This script will not run.", "Remove it.", needle=code.text.strip().split("\n")[0])


def _is_run(script: Element) -> bool:
    """Whether a browser would run it; any other type is data."""
    kind = script.get("type").lower().partition(";")[0].strip()
    return kind in {"", "module"} or kind.endswith(("javascript", "ecmascript"))


def _foreign(page: Page, config: CheckConfig) -> Iterator[Request]:
    """Requests that are blocked, but for those of comment systems, which have a rule of their own."""
    for request in requests_of(page, config):
        if _is_blocked(request, config) and not system_of_request(request.host, request.url):
            yield request


def _is_blocked(request: Request, config: CheckConfig) -> bool:
    return bool(request.host) and not config.doors.allow(request.kind, request.host)


def _door(request: Request) -> str:
    if request.kind in DIRECTIVES:
        keep = "Keep a copy in content/images" if request.kind == "image" else "Link to it"
        return f"{keep}, or open a door: a line '{request.host}' = ['{request.kind}'] below [allow] in site.toml."
    if request.kind == "object":
        return "Link to it, or use an <iframe> and allow that host's frames."
    return "Remove it; scripts of other hosts cannot be allowed."


def _form_fix(host: str) -> str:
    door = f", or open a door: a line '{host}' = ['form'] below [allow] in site.toml" if host else ""
    return f"Ask for a letter instead{door}."
