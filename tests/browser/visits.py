"""Visits of built pages in Chromium, with what the browser complains of."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Page, Request, Response, ViewportSize

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = (320, 768, 1280)
HEIGHT = 900

LISTEN = """
addEventListener("securitypolicyviolation", event => {
    (window.violations ??= []).push(`${event.effectiveDirective} forbids ${event.blockedURI || event.sample}`)
})
"""


@dataclass
class Visit:
    """A browser page and what went wrong on it so far."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def go(self, address: str) -> None:
        self.complaints.clear()
        self.responses.clear()
        self.page.goto(f"{self.origin}/{address}")
        self.page.evaluate("document.fonts.ready")  # a font is asked for only when a letter of it is laid out

    def answered(self, response: Response) -> None:
        self.responses.append(response)

    def failed(self, request: Request) -> None:
        """A request without an answer. The icon of a page that is left before it has come is none."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url}: {request.failure}")

    def problems(self) -> list[str]:
        """Console messages, refused and foreign requests and violations of the policy, since the last `go`."""
        foreign = [f"request to {response.url}" for response in self.responses if not response.url.startswith(self.origin + "/")]
        failed = [f"{response.status} for {response.url}" for response in self.responses if response.status >= 400]
        violations: list[str] = self.page.evaluate("window.violations ?? []")
        return [*self.complaints, *foreign, *failed, *violations]


@contextmanager
def visiting(browser: Browser, origin: str, *, width: int = 1280, **options: Any) -> Iterator[Visit]:
    """A fresh browser context of its own, `width` wide; further options are Playwright's."""
    context = browser.new_context(viewport=ViewportSize(width=width, height=HEIGHT), **options)
    context.add_init_script(LISTEN)
    visit = Visit(context.new_page(), origin)
    visit.page.on("console", lambda message: visit.complaints.append(f"{message.type}: {message.text}"))
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    visit.page.on("requestfailed", visit.failed)
    visit.page.on("response", visit.answered)
    try:
        yield visit
    finally:
        context.close()
