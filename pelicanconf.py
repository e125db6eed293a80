"""Pelican's settings for the preview. What an owner sets stands in site.toml; nothing here needs editing.

publishconf.py adds what only a published site has.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

from site_owner import pelican_settings  # noqa: E402  (the line above makes it importable)
from site_owner.problems import SiteError  # noqa: E402
from site_owner.slugs import SITE_SLUGS, SLUG_REGEX_SUBSTITUTIONS  # noqa: E402, F401  (a setting of Pelican: C, C++ and C# are three tags)


def by_date_then_slug(article):
    """Newest first, and the same order on every machine for articles of one moment, translations among them."""
    return (-article.date.timestamp(), article.slug, article.lang)


# --- The owner's: names, address, language, time zone, menu, labels, counts (from site.toml)
try:
    globals().update(pelican_settings(ROOT / "site.toml"))
except SiteError as mistakes:
    print(mistakes, file=sys.stderr)  # noqa: T201  (Pelican has not set up its log yet)
    raise SystemExit(2) from None
SITEURL = ""  # links of a preview start at the root of whatever serves it

# --- Content
PATH = "content"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA |= {  # noqa: F821  (from site.toml)
    path.relative_to(ROOT / PATH).as_posix(): {"path": path.relative_to(ROOT / PATH / "extra").as_posix()}
    for path in sorted((ROOT / PATH / "extra").rglob("*"))
    if path.is_file()
}
IGNORE_FILES = [".*", "*~", "#*#", "*.swp", "LICENSE*", "README*"]
ARTICLE_ORDER_BY = by_date_then_slug
DEFAULT_CATEGORY = "misc"
USE_FOLDER_AS_CATEGORY = False
DEFAULT_DATE = None
WITH_FUTURE_DATES = False
SLUGIFY_SOURCE = "basename"
FORMATTED_FIELDS = []  # front matter is text; only the body is Markdown
LOCALE = ["C.UTF-8", "C"]  # dates are written by Babel, not by the machine

# --- Addresses
ARTICLE_URL = "{slug}/"
ARTICLE_SAVE_AS = "{slug}/index.html"
ARTICLE_LANG_URL = "{lang}/{slug}/"
ARTICLE_LANG_SAVE_AS = "{lang}/{slug}/index.html"
PAGE_URL, PAGE_SAVE_AS = ARTICLE_URL, ARTICLE_SAVE_AS
PAGE_LANG_URL, PAGE_LANG_SAVE_AS = ARTICLE_LANG_URL, ARTICLE_LANG_SAVE_AS
DRAFT_URL, DRAFT_SAVE_AS = "drafts/{slug}/", "drafts/{slug}/index.html"
DRAFT_LANG_URL, DRAFT_LANG_SAVE_AS = "drafts/{lang}/{slug}/", "drafts/{lang}/{slug}/index.html"
DRAFT_PAGE_URL, DRAFT_PAGE_SAVE_AS = "drafts/pages/{slug}/", "drafts/pages/{slug}/index.html"
DRAFT_PAGE_LANG_URL, DRAFT_PAGE_LANG_SAVE_AS = "drafts/pages/{lang}/{slug}/", "drafts/pages/{lang}/{slug}/index.html"
TAG_URL, TAG_SAVE_AS = "tags/{slug}/", "tags/{slug}/index.html"
CATEGORY_URL, CATEGORY_SAVE_AS = "categories/{slug}/", "categories/{slug}/index.html"
AUTHOR_URL, AUTHOR_SAVE_AS = "authors/{slug}/", "authors/{slug}/index.html"
YEAR_ARCHIVE_URL, YEAR_ARCHIVE_SAVE_AS = "archive/{date:%Y}/", "archive/{date:%Y}/index.html"

# --- Lists
DIRECT_TEMPLATES = ["index", "archives", "tags", "categories", "authors", "drafts", "404"]
ARCHIVES_URL, ARCHIVES_SAVE_AS = "archive/", "archive/index.html"
TAGS_URL, TAGS_SAVE_AS = "tags/", "tags/index.html"
CATEGORIES_URL, CATEGORIES_SAVE_AS = "categories/", "categories/index.html"
AUTHORS_URL, AUTHORS_SAVE_AS = "authors/", "authors/index.html"
DRAFTS_URL, DRAFTS_SAVE_AS = "drafts/", "drafts/index.html"
DEFAULT_ORPHANS = 0
PAGINATION_PATTERNS = [
    (1, "/{base_name}/", "{base_name}/index.html"),
    (2, "/{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]

# --- Markdown
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.codehilite": {"css_class": "highlight", "guess_lang": False},
        "markdown.extensions.meta": {},
        "markdown.extensions.smarty": {},
        "markdown.extensions.sane_lists": {},
    },
    "output_format": "html5",
}

# --- Theme and plugins, in the order in which they run
THEME = "theme"
THEME_STATIC_PATHS = ["static", *(str(path) for path in [ROOT / "custom" / "static"] if path.is_dir())]
THEME_TEMPLATES_OVERRIDES = [str(path) for path in [ROOT / "custom" / "templates"] if path.is_dir()]
ASSETS_STYLES = [str(path) for path in [ROOT / "custom" / "style.css"] if path.is_file()]
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["theme_assets", "reading_aids", "tag_pages", "contact_cta", "site_feeds", "site_files"]

# --- Feeds: the site's in three formats, those of tags, categories, authors and series as Atom
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None  # Pelican's own
FEEDS_ICON, FEEDS_STYLE = "theme/images/apple-touch-icon.png", "theme/feed.css"

# --- What the build engine should know: addresses of the site that no article can have
FASTBUILD_RESERVED_SLUGS = sorted(SITE_SLUGS)

# --- What Pelican should leave alone
CACHE_CONTENT = False
DELETE_OUTPUT_DIRECTORY = False
RELATIVE_URLS = False
STATIC_CREATE_LINKS = False
TYPOGRIFY = False  # it turns titles into HTML; Markdown's smarty does the bodies
