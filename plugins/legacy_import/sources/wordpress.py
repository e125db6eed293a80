"""WordPress's export (WXR 1.0, 1.1, 1.2), of wordpress.com and of blogs on servers of their own.

The text of a post is what its author typed: WordPress makes paragraphs of blank lines only when it shows it, hence `needs_paragraphs`.
Types of other plugins (a portfolio, recipes) come along as pages if readers could see them; what is machinery is kept out and counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Action, Blog, Item, Kind, Note, Status
from .dates import date_of_both, first_date
from .known import CUT, KeptOut, Known
from .texts import decoded_slug, in_all_tongues, lacks_paragraphs, one_line, plain, unique
from .wordpress_meta import description, primary_first
from .wordpress_words import COMMENT_STATUS, KINDS, MACHINERY, SILENT_DOMAINS, STATUS, TAG_DOMAINS, TRASHED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from .elements import Element


def is_wordpress(record: Element) -> bool:
    return record.first("wp:post_type", "wp:post_id", "wp:status") is not None


def blog_of(known: Known) -> Blog:
    """What the head of an export says; the offset is known only from a post."""
    site, generator = known.said("wp:base_site_url"), known.said("generator")
    is_com = any(address.rstrip("/").endswith("//wordpress.com") for address in (site, generator))
    return Blog(
        title=plain(known.said("title")),
        url=known.said("wp:base_blog_url", "link") or site,
        language=known.said("language"),
        system="wordpress.com" if is_com else "wordpress",
    )


def remember(head: Element, known: Known) -> None:
    """Authors are named by their login in posts and by their own name in the head; categories by their numbers in what plugins keep."""
    if head.name == "wp:author":
        names = " ".join(name for name in (head.say("wp:author_first_name"), head.say("wp:author_last_name")) if name)
        known.remember_author(head.say("wp:author_login"), plain(head.say("wp:author_display_name") or names))
    elif head.name == "wp:category":
        known.remember_category(head.say("wp:term_id"), plain(head.say("wp:cat_name")))


def read(record: Element, known: Known) -> Iterator[Item | KeptOut]:
    """A post, page or file with its comments, or what it is that is kept out."""
    kind = record.say("wp:post_type") or ("post" if record.is_whole else "")
    if not kind:
        yield KeptOut("items that are cut off before their kind is said", "Export the blog anew")
        return
    status, doubts = _status(record)
    if record.say("wp:status") == "auto-draft" and not record.say("content:encoded"):
        yield KeptOut("drafts that were begun and never written")
        return
    if kind not in KINDS:
        public = _is_public(record, kind)
        if not public:
            yield KeptOut(MACHINERY.get(kind, f"items of the type {kind}"))
            return
        doubts += (Note(Action.DOUBTFUL, "type-unknown", f"it is of the type {kind}, so it became a page", kind),)
    item = _item(record, known, KINDS.get(kind, Kind.PAGE), status, doubts)
    if item.kind is Kind.MEDIA:
        known.remember_file(item.number, item.url)
    yield item
    for comment in record.all("wp:comment"):
        yield _comment(comment, item, known)


def _is_public(record: Element, kind: str) -> bool:
    link = record.say("link")
    return kind not in MACHINERY and bool(record.say("content:encoded")) and link.startswith("http") and "post_type=" not in link


def _status(record: Element) -> tuple[Status, tuple[Note, ...]]:
    said = record.say("wp:status") or "draft"
    status = STATUS.get(said)
    if not record.is_whole and status is Status.PUBLISHED:
        return Status.DRAFT, (CUT,)
    if status is None:
        return Status.PRIVATE, (Note(Action.DOUBTFUL, "status-unknown", f"its status is {said}, which is not WordPress's own", said),)
    if status is Status.PUBLISHED and record.say("wp:post_password"):
        return Status.PROTECTED, ()
    return status, ()


def _item(record: Element, known: Known, kind: Kind, status: Status, doubts: tuple[Note, ...]) -> Item:
    published, doubtful_date = _published(record)
    updated, doubtful_change = date_of_both(record.say("wp:post_modified"), record.say("wp:post_modified_gmt"))
    terms = _Terms(record)
    meta = _meta(record)
    cover = meta.get("_thumbnail_id", "")
    link = record.say("link")
    text, tongues = in_all_tongues(record.say("content:encoded"))
    attachment = record.say("wp:attachment_url") if kind is Kind.MEDIA else ""
    creator = record.say("dc:creator")
    return Item(
        kind,
        known.place(record),
        id=record.say("guid") if kind is Kind.MEDIA else _own_id(record, known),
        title=plain(record.say("title")),
        html=text,
        summary=plain(record.say("excerpt:encoded")) or description(meta),
        published=published,
        updated=updated,
        author=known.authors.get(creator) or plain(creator),
        author_slug=creator if creator in known.authors else "",
        categories=primary_first(terms.categories, meta, known.categories),
        tags=terms.tags,
        label_slugs=terms.slugs,
        status=status,
        url=attachment or link,
        other_urls=unique((link,) if attachment and attachment != link else _earlier(record, link)),
        slug=decoded_slug(record.say("wp:post_name").removesuffix(TRASHED)),
        language=terms.language,
        cover=known.files.get(cover, ""),
        cover_number=cover,
        file=meta.get("_wp_attached_file", ""),
        alt=one_line(meta.get("_wp_attachment_image_alt", "")),
        needs_paragraphs="<!-- wp:" not in text,
        parent=record.say("wp:post_parent") if kind is Kind.MEDIA and record.say("wp:post_parent") != "0" else "",
        number=record.say("wp:post_id"),
        notes=doubts + doubtful_date + doubtful_change + terms.notes + tongues,
    )


def _own_id(record: Element, known: Known) -> str:
    return known.own_id(record.say("guid"), record.say("wp:post_id"), record.say("wp:post_name"), record.say("title"))


def _published(record: Element) -> tuple[datetime | None, tuple[Note, ...]]:
    """`pubDate` is only for exports without WordPress's own two: of a draft it is nonsense."""
    published, notes = date_of_both(record.say("wp:post_date"), record.say("wp:post_date_gmt"))
    if published or record.first("wp:post_date", "wp:post_date_gmt"):
        return published, notes
    return first_date([record.say("pubDate")])


def _earlier(record: Element, link: str) -> Iterator[str]:
    """Where the post was before its slug was changed: WordPress remembers, and leads readers on."""
    before, slug, after = link.rpartition(record.say("wp:post_name") or "/?")
    for meta in record.all("wp:postmeta"):
        if slug and meta.say("wp:meta_key") == "_wp_old_slug" and (old := meta.say("wp:meta_value")):
            yield f"{before}{old}{after}"


def _meta(record: Element) -> dict[str, str]:
    return {meta.say("wp:meta_key"): meta.say("wp:meta_value") for meta in record.all("wp:postmeta")}


class _Terms:
    """What a post is filed under. WXR 1.0 names each term twice, once without its domain's address; 1.1 and later once."""

    def __init__(self, record: Element) -> None:
        categories, tags, notes, self.language = [], [], [], ""
        slugs: dict[str, str] = {}
        for element in record.all("category"):
            domain = element.attributes.get("domain", "category")
            name = plain(element.text) or decoded_slug(element.attributes.get("nicename", ""))
            if domain == "category":
                categories.append(name)
            elif domain in TAG_DOMAINS:
                tags.append(name)
            elif domain == "language":  # as Polylang keeps it
                self.language = element.attributes.get("nicename", "")
            elif domain not in SILENT_DOMAINS:
                notes.append(
                    Note(Action.DROPPED, "taxonomy-unknown", f"it is filed under {domain}, which is neither category nor tag", name)
                )
            if domain in {"category", *TAG_DOMAINS} and (slug := decoded_slug(element.attributes.get("nicename", ""))):
                slugs[name] = slug
        self.slugs = tuple(slugs.items())
        self.categories, self.tags, self.notes = unique(categories), unique(tags), tuple(notes)


def _comment(comment: Element, item: Item, known: Known) -> Item:
    published, notes = date_of_both(comment.say("wp:comment_date"), comment.say("wp:comment_date_gmt"))
    kind, number = comment.say("wp:comment_type"), comment.say("wp:comment_id")
    text = comment.say("wp:comment_content")
    if kind not in {"", "comment"}:
        notes += (Note(Action.DOUBTFUL, "comment-type", f"it was written by a program: {kind}", kind),)
    return Item(
        Kind.COMMENT,
        known.place(comment),
        id=f"{item.url}#comment-{number}" if item.url and number else "",
        html=text,
        published=published,
        author=plain(comment.say("wp:comment_author")),
        status=COMMENT_STATUS.get(comment.say("wp:comment_approved"), Status.PRIVATE),
        url=f"{item.url}#comment-{number}" if item.url and number else "",
        needs_paragraphs=lacks_paragraphs(text) or "\n" in text,
        parent=item.id or item.url,
        number=number,
        notes=notes,
    )
