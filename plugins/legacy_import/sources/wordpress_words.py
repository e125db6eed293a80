"""What WordPress calls things: types of posts, states of posts and comments, and the domains of terms."""

from __future__ import annotations

from ..model import Kind, Status

KINDS = {"post": Kind.POST, "page": Kind.PAGE, "attachment": Kind.MEDIA}
MACHINERY = {
    "revision": "earlier versions of posts",
    "nav_menu_item": "entries of menus",
    "customize_changeset": "changes of the design",
    "custom_css": "style sheets",
    "oembed_cache": "embedded things that were kept for later",
    "user_request": "requests of users",
    "wp_block": "blocks for use in several posts",
    "wp_global_styles": "settings of the design",
    "wp_navigation": "menus",
    "wp_template": "templates",
    "wp_template_part": "parts of templates",
    "wp_font_family": "fonts",
    "wp_font_face": "fonts",
    "feedback": "messages from contact forms",
    "scheduled-action": "tasks of plugins",
    "jetpack_migration": "data of a plugin",
    "shop_order": "orders",
    "shop_order_refund": "refunds",
    "shop_coupon": "coupons",
    "product_variation": "variants of products",
    "wpcf7_contact_form": "contact forms",
    "wpforms": "forms",
    "acf-field": "fields of a plugin",
    "acf-field-group": "fields of a plugin",
    "elementor_library": "templates of a plugin",
    "amp_validated_url": "data of a plugin",
}
STATUS = {
    "publish": Status.PUBLISHED,
    "future": Status.SCHEDULED,
    "draft": Status.DRAFT,
    "auto-draft": Status.DRAFT,
    "pending": Status.PENDING,
    "private": Status.PRIVATE,
    "trash": Status.TRASHED,
    "inherit": Status.PUBLISHED,  # of a file: as public as whoever knows its address
}
COMMENT_STATUS = {
    "1": Status.PUBLISHED,
    "approve": Status.PUBLISHED,
    "approved": Status.PUBLISHED,
    "0": Status.PENDING,
    "hold": Status.PENDING,
    "spam": Status.SPAM,
    "trash": Status.TRASHED,
    "post-trashed": Status.TRASHED,
}
TAG_DOMAINS = frozenset({"post_tag", "tag"})
SILENT_DOMAINS = frozenset({"post_format", "nav_menu", "wp_theme", "author", "post_translations", "term_translations"})
TRASHED = "__trashed"
