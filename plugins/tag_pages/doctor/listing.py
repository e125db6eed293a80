"""What `tags` tells: every tag, and what could be put in order, as text for 80 columns and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..names import name_key, shown
from .calls import call
from .likeness import WORDS, alike
from .model import TAG_FILES, Finding
from .reading import not_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .catalogue import Catalogue
    from .model import Means, Tag
    from .reading import Site

HEADINGS = {
    "tag-unreadable": "Not read",
    "tag-encoding": "Not UTF-8",
    "tag-yaml": "In YAML",
    "tag-alike": "Perhaps one tag",
    "tag-spelling": "Other spellings",
    "tag-thin": "Thin: few published articles, no introduction",
    "tag-unused": "Files of tags that no published article has",
    "tag-none": "Articles without tags",
}
_NAME, _COUNT = 34, 9  # widths of columns


@dataclass(frozen=True, slots=True)
class Listing:
    """All tags, and findings in the order of HEADINGS."""

    tags: tuple[Tag, ...]
    findings: tuple[Finding, ...]
    articles: int
    number: Counter[str]

    @property
    def has_errors(self) -> bool:
        return any(finding.severity == "error" for finding in self.findings)

    def as_text(self) -> str:
        rows = [_row(tag) for tag in self.tags]
        groups = ["\n".join([f"{'Tag':<{_NAME}}{'Articles':>{_COUNT}}  File", *rows])] if rows else []
        for rule, heading in HEADINGS.items():
            if found := [finding for finding in self.findings if finding.rule == rule]:
                groups.append("\n".join([f"{heading}:", *(line for finding in found for line in _told(finding))]))
        return "\n\n".join([*groups, self._sum()])

    def as_json(self) -> str:
        report = {
            "version": 1,
            "findings": [finding.as_json() for finding in self.findings],
            "counts": {"tags": len(self.tags), "articles": self.articles, **{rule: self.number[rule] for rule in HEADINGS}},
            "tags": [_as_json(tag) for tag in self.tags],
        }
        return json.dumps(report, ensure_ascii=False, indent=2)

    def _sum(self) -> str:
        kinds = (
            ("tag-alike", "pair that may be one tag", "pairs that may be one tag"),
            ("tag-spelling", "other spelling", "other spellings"),
            ("tag-thin", "thin tag", "thin tags"),
            ("tag-unused", "unused file", "unused files"),
            ("tag-none", "article without tags", "articles without tags"),
        )
        told = [_counted(self.number[rule], one, many) for rule, one, many in kinds if self.number[rule]]
        errors = sum(self.number[rule] for rule in ("tag-unreadable", "tag-encoding", "tag-yaml"))
        told += [_counted(errors, "file that could not be read", "files that could not be read")] if errors else []
        first = f"{_counted(len(self.tags), 'tag', 'tags')} in {_counted(self.articles, 'article', 'articles')}"
        return f"{first}: {', '.join(told)}." if told else f"{first}, all in order."


def listing(site: Site, known: Catalogue, means: Means) -> Listing:
    findings = [
        *site.problems,
        *filter(None, map(not_utf8, (*site.articles, *site.tag_files))),
        *_alike(known.tags, means),
        *_spellings(known.tags, means),
        *_thin(known, means),
        *_unused(known.tags, means),
        *_without(site),
    ]
    order = list(HEADINGS)
    findings.sort(key=lambda finding: order.index(finding.rule))
    return Listing(known.tags, tuple(findings), len(site.articles), Counter(finding.rule for finding in findings))


def _alike(tags: Iterable[Tag], means: Means) -> Iterator[Finding]:
    for pair in alike(tags, means.thin_below):
        what = f"{_quoted(pair.less)} and {_quoted(pair.more)}: {WORDS[pair.kind]}"
        yield Finding("tag-alike", *_place(pair.less), what, call(means, "merge", pair.less.name, pair.more.name))


def _spellings(tags: Iterable[Tag], means: Means) -> Iterator[Finding]:
    """Under a tag's own name, not its aliases: those may stay."""
    for tag in tags:
        other: dict[str, list[tuple[str, int]]] = {}
        for use in tag.uses:
            name = use.part.text
            if name_key(name) == name_key(tag.name) and shown(name) != tag.name:
                other.setdefault(shown(name), []).append((use.article.path, use.part.line))
        for name, places in sorted(other.items()):
            what = f"'{name}' for '{tag.name}', {_counted(len(places), 'time', 'times')}"
            yield Finding("tag-spelling", *places[0], what, call(means, "rename", name, tag.name))


def _thin(known: Catalogue, means: Means) -> Iterator[Finding]:
    """Tags that are published; what no published article has is no page yet."""
    for tag in known.tags:
        if 0 < tag.published < means.thin_below and not tag.has_introduction:
            file = tag.file.path if tag.file else f"{TAG_FILES}/{tag.slug}.md"
            merge = call(means, "merge", tag.name, _companion(tag, known) or "OTHER")
            yield Finding("tag-thin", *_place(tag), _quoted(tag), f"Write an introduction in {file}, or: {merge}")


def _companion(tag: Tag, known: Catalogue) -> str:
    """The tag that most of its articles have as well; if that is several, the one with most articles."""
    together = Counter(
        other for use in tag.uses for part in use.article.front.parts("tags") if (other := known.named(part.text)) and other is not tag
    )
    best = min(together, key=lambda other: (-together[other], -other.published, other.name), default=None)
    return best.name if best else ""


def _unused(tags: Iterable[Tag], means: Means) -> Iterator[Finding]:
    for tag in tags:
        if tag.file and not tag.published:
            fix = f"Use the tag, remove the file, or: {call(means, 'merge', tag.name, 'OTHER')}"
            yield Finding("tag-unused", tag.file.path, tag.file.front.line("title"), _quoted(tag), fix)


def _without(site: Site) -> Iterator[Finding]:
    for article in site.articles:
        if not article.front.parts("tags"):
            status = article.front.text("status").lower()
            state = f" ({status})" if status else ""
            yield Finding("tag-none", article.path, article.front.line("tags"), f"no tags{state}", "Add a line 'Tags: …' to it")


def _place(tag: Tag) -> tuple[str, int]:
    if tag.uses:
        return tag.uses[0].article.path, tag.uses[0].part.line
    return (tag.file.path, tag.file.front.line("title")) if tag.file else ("", 0)


def _quoted(tag: Tag) -> str:
    return f"'{tag.name}' ({_number(tag)})"


def _number(tag: Tag) -> str:
    return f"{tag.published} ({tag.waiting})" if tag.waiting else str(tag.published)


def _row(tag: Tag) -> str:
    number = f"{tag.published}{f'({tag.waiting})':>5}" if tag.waiting else f"{tag.published}     "
    name = tag.name if len(tag.name) < _NAME else f"{tag.name[: _NAME - 2]}…"
    return f"{name:<{_NAME}}{number:>{_COUNT}}  {tag.file.path if tag.file else ''}".rstrip()


def _told(finding: Finding) -> Iterator[str]:
    place = f"{finding.path}:{finding.line}" if finding.line else finding.path
    yield f"  {place}: {finding.message}"
    yield f"    {finding.fix}"


def _as_json(tag: Tag) -> dict[str, Any]:
    spellings = Counter(use.part.text for use in tag.uses)
    return {
        "name": tag.name,
        "slug": tag.slug,
        "published": tag.published,
        "unpublished": tag.waiting,
        "file": tag.file.path if tag.file else None,
        "aliases": list(tag.aliases),
        "spellings": dict(sorted(spellings.items())),
    }


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
