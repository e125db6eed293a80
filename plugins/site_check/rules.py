"""The table of all rules. To add one: a function in a module by topic, and a line here, or in `feeds.rules` if it is about feeds."""

from __future__ import annotations

from . import comments, contacts, prose, third_parties
from .feeds.rules import FEED_RULES
from .model import Rule, Severity
from .pages import OutputFile, Page
from .texts import SourceText

RULES = (
    Rule("prose-comments", Severity.ERROR, "An article asks for comments.", SourceText, prose.asks_for_comments),
    Rule(
        "cta-none",
        Severity.INFO,
        "An article or page has no invitation, because its front matter says so.",
        SourceText,
        contacts.without_invitation,
    ),
    Rule(
        "card-confirmed",
        Severity.WARNING,
        "Nobody has checked the channels of a contact card for two years.",
        SourceText,
        contacts.not_confirmed,
    ),
    Rule("comment-system", Severity.ERROR, "A page loads or contains a comment system.", Page, comments.comment_system),
    Rule(
        "comment-system",
        Severity.ERROR,
        "A script of the site's own names a comment system.",
        OutputFile,
        comments.comment_system_in_script,
    ),
    Rule("comment-markup", Severity.ERROR, "Ids, classes, fields or structured data of a comment system.", Page, comments.comment_markup),
    Rule("comment-text", Severity.ERROR, "A text such as “Leave a Reply” stands alone.", Page, comments.comment_text),
    Rule("comment-feed", Severity.ERROR, "A feed points to comments or counts them.", OutputFile, comments.comment_feed),
    Rule("form-posts", Severity.ERROR, "A form posts, or sends to another host.", Page, third_parties.form),
    Rule("blocked-embed", Severity.ERROR, "A film, map or recording of a host that is not allowed.", Page, third_parties.blocked_embed),
    Rule("third-party", Severity.ERROR, "Any other request to a host that is not allowed.", Page, third_parties.third_party_request),
    Rule("third-party", Severity.ERROR, "The same in a style sheet.", OutputFile, third_parties.third_party_style),
    Rule(
        "blocked-data",
        Severity.WARNING,
        "A picture or frame in a data: address, which browsers will not show.",
        Page,
        third_parties.inline_data,
    ),
    Rule("blocked-script", Severity.WARNING, "A script in a page, which browsers will not run.", Page, third_parties.inline_script),
    *FEED_RULES,
)

BUILD = "site-build"
"""The rule of everything that a build reports without naming one."""

UNUSED = "check-off"
"""The rule of a SITE_CHECK_OFF that silences nothing."""
