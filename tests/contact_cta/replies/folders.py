"""Blogs and mail folders for the tests of replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SEPARATOR = "From reader@example.com Tue Nov 24 03:08:08 2026\n"


def write(root: Path, path: str, text: str) -> None:
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def write_article(root: Path, title: str, *fields: str) -> None:
    name = "-".join(title.lower().replace("?", "").split())[:40] or "x"
    write(root, f"content/articles/{name}.md", "\n".join([f"Title: {title}", *fields, "", "Text.\n"]))


def mail(subject: str, *fields: str, date: str = "Tue, 24 Nov 2026 03:08:08 +0000", sender: str = "Reader <reader@example.com>") -> str:
    """A message of an mbox, with its separator."""
    head = [f"From: {sender}", f"Date: {date}", f"Subject: {subject}", *fields]
    return SEPARATOR + "\n".join([*head, "", "Dear author,", "here is my answer.", "", ""])
