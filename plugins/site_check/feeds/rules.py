"""The table of all rules over feeds: what readers must be given (`losses`), and what makes a feed valid (the others)."""

from __future__ import annotations

from ..model import Rule, Severity
from . import formats, losses, markup, parts, together
from .model import AtomFeed, BrokenFeed, FeedFile, JsonFeed, RssFeed
from .site import EntryContent, FeedSite, FullContent

OF_READERS = (
    Rule("feed-reply", Severity.ERROR, "An entry has no way to reply to its author.", FullContent, losses.no_reply),
    Rule("feed-reply-lost", Severity.ERROR, "A reader does not show an address or number.", FullContent, losses.lost_reply),
    Rule("feed-image-lost", Severity.ERROR, "A reader leaves a picture out.", FullContent, losses.lost_picture),
    Rule("feed-link-lost", Severity.ERROR, "A reader does not keep where a link leads.", FullContent, losses.lost_link),
    Rule("feed-text-lost", Severity.ERROR, "A reader leaves a text out.", FullContent, losses.lost_text),
)

OF_MARKUP = (
    Rule("feed-relative", Severity.ERROR, "A relative address in an entry.", EntryContent, markup.relative_address),
    Rule("feed-markup", Severity.ERROR, "Scripts, frames, forms, styles in an entry.", EntryContent, markup.forbidden_markup),
    Rule("feed-ampersand", Severity.ERROR, "A raw `&` in an attribute.", EntryContent, markup.raw_ampersand),
    Rule("feed-mailto", Severity.ERROR, "A mail link with `+` for blanks.", EntryContent, markup.plus_for_space),
    Rule("feed-insecure", Severity.WARNING, "A picture without encryption.", EntryContent, markup.insecure_picture),
    Rule("feed-class", Severity.WARNING, "`class` or `id` in an entry.", EntryContent, markup.class_or_id),
    Rule("feed-alt", Severity.WARNING, "A picture without alternative text.", EntryContent, markup.picture_without_alt),
)

OF_FORM = (
    Rule("feed-syntax", Severity.ERROR, "A feed that cannot be read.", BrokenFeed, parts.broken),
    Rule("feed-character", Severity.ERROR, "A character that XML cannot hold.", BrokenFeed, parts.forbidden_character),
    Rule("feed-character", Severity.WARNING, "The same in JSON.", JsonFeed, parts.forbidden_in_json),
    Rule("feed-missing", Severity.ERROR, "A part that a feed or entry must have.", FeedFile, parts.missing_part),
    Rule("feed-id", Severity.ERROR, "An id that is relative, no web address where it must be, or twice.", FeedFile, parts.unfit_id),
    Rule("feed-date", Severity.ERROR, "A date that readers cannot place.", FeedFile, parts.unfit_date),
    Rule("feed-author", Severity.ERROR, "An entry of nobody.", AtomFeed, formats.atom_author),
    Rule("feed-author", Severity.ERROR, "An author without a mail address, or named twice.", RssFeed, formats.rss_author),
    Rule("feed-links", Severity.ERROR, "An entry with more or less than one link.", AtomFeed, formats.atom_links),
    Rule("feed-content", Severity.ERROR, "Content that is not escaped HTML.", AtomFeed, formats.atom_content),
    Rule("feed-summary", Severity.ERROR, "A summary that is empty or the content again.", AtomFeed, formats.atom_summary),
    Rule("feed-category", Severity.ERROR, "A category without a term.", AtomFeed, formats.atom_category),
    Rule("feed-description", Severity.ERROR, "A full text with no description before it.", RssFeed, formats.rss_description),
    Rule("feed-enclosure", Severity.ERROR, "More than one enclosure, or an unfit one.", RssFeed, formats.rss_enclosure),
    Rule("feed-json", Severity.ERROR, "A key of JSON Feed with something else in it.", JsonFeed, formats.json_shape),
)

TOGETHER = (
    Rule("feed-self", Severity.ERROR, "A feed that says wrongly where it is published.", FeedSite, together.own_address),
    Rule("feed-same-id", Severity.ERROR, "One id for two articles or two feeds.", FeedSite, together.same_id),
    Rule("feed-draft", Severity.ERROR, "A draft, hidden or future article in a feed.", FeedSite, together.unpublished),
    Rule("feed-archive", Severity.ERROR, "A link to an archive that is not there.", FeedSite, together.dead_archive),
    Rule("feed-opml", Severity.ERROR, "A list of feeds with an address that leads nowhere.", FeedSite, together.list_of_feeds),
)

FEED_RULES = (*OF_READERS, *OF_MARKUP, *OF_FORM, *TOGETHER)
