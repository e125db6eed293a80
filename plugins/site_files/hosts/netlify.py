"""`_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. Both show `404.html` for what there is not without being told.

Where a rule and a page have one address, Cloudflare follows the rule and Netlify shows the page; it could be told otherwise by `301!`,
for which Cloudflare would throw the whole file away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..addresses import in_ascii
from ..redirects import FOR_PROGRAMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Redirect
    from .told import Told

MOST = 2000
"""Redirects without placeholders that Cloudflare reads; the rest it ignores."""


def files(told: Told) -> Mapping[str, str]:
    return {"_headers": headers(told), "_redirects": redirects(told)}


def headers(told: Told) -> str:
    """A block for each rule. What is decoded in a pattern has no character that would need escapes but in the prefix."""
    blocks = (
        "\n".join([f"{in_ascii(told.prefix)}{rule.pattern}", *(f"  {name}: {value}" for name, value in rule.fields)]) for rule in told.rules
    )
    return "\n\n".join(blocks) + "\n"


def redirects(told: Told) -> str:
    """A line for each spelling. A blank, `*`, `:` or `#` of an address would mean something here, and is escaped."""
    return "".join(
        f"{told.url(origin)} {told.url(redirect.target)} 301\n" for redirect in told.redirects for origin in _spellings(redirect)
    )


def _spellings(redirect: Redirect) -> tuple[str, ...]:
    """Cloudflare takes an address as it stands, and adds the slash only where there is a page; there is none towards a feed."""
    bare = redirect.origin.removesuffix("/")
    return (bare, redirect.origin) if bare and bare != redirect.origin and redirect.target.endswith(FOR_PROGRAMS) else (redirect.origin,)
