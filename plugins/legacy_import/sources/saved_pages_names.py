"""By which names, titles and addresses pages are told apart, and their parts. Data; a help beside structure and the density of text."""

from __future__ import annotations

import re

TEXTS: tuple[str, ...] = (
    "articlebody",
    "post-body",
    "entry-content",
    "e-content",
    "wp-block-post-content",
    "elementor-widget-theme-post-content",
    "et_pb_post_content",
    "amp-",
    "wp-article-content",
    "post-content",
    "post_content",
    "postcontent",
    "entry-text",
    "entrytext",
    "storycontent",
    "article-content",
    "article-body",
    "article_body",
    "articlecontent",
    "entry-body",
    "entrybody",
    "entry_content",
    "entry-inner",
    "post-entry",
    "post_entry",
    "postentry",
    "post-text",
    "post_text",
    "posttext",
    "postbody",
    "post_body",
    "blogpost-content",
    "td-post-content",
    "single-content",
    "blog-post-content",
    "format_text",
    "the-content",
    "thecontent",
    "the_content",
    "content-text",
    "story-content",
    "story-body",
    "itemtext",
    "blogbody",
    "contenttext",
    "content-body",
    "main-content-text",
    "snap_preview",
    "itemcontent",
    "entry",
)
"""Classes, ids and `itemprop` of the text of a post itself, strongest first: microdata, microformats, the systems' own, those of themes."""

STRONGEST = 8
"""So many of them mean nothing else."""

CONTAINERS = frozenset({"hentry", "h-entry", "blogpost", "post", "single-post", "article", "blog-post", "post-outer", "story"})
"""Of what holds a post with its title and its metadata."""

OUTSIDE = re.compile(
    r"(?:^|[-_ ])(?:side-?bar\w*|widget(?:-?area|s|_\w+)?|blogroll|footer|site-(?:header|footer)|masthead|header-wrapper|colophon|menu|"
    r"nav(?:bar|igation)?|related\w*|recent\w*|popular\w*|archives?list|tagcloud|tag-cloud|search(?:-?form)?|breadcrumbs?|banner|ads?|"
    r"sponsors?|cookie\w*|popup|modal|toolbar|reply|secondary|tertiary)(?:$|[-_ ])"
)
NOT_OUTSIDE = re.compile(r"\bblog\b|\bhentry\b|\bmain\b|\bpost\b|\bcontent\b|\bsingle\b|entry")
OUTSIDE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner"})

SINGLE = frozenset(["single", "single-post", "item-view", "page", "page-template", "single-format-standard"])
LISTS = frozenset(
    [
        "home",
        "blog",
        "archive",
        "category",
        "tag",
        "search",
        "search-results",
        "date",
        "author",
        "paged",
        "index",
        "index-view",
        "archive-view",
        "label-view",
        "search-view",
        "multiple-items",
        "collection-view",
        "feed-view",
        "homepage-view",
    ]
)
"""Classes of `body`, of the page of one post and of the page of several."""

NOT_FOUND = re.compile(
    r"(?:page|seite|pagina) (?:not found|nicht gefunden|introuvable|no encontrada|nao encontrada)|^not found|error 404|nothing found|"
    r"fehler 404|erreur 404|^404\b"
)
SEARCHED = re.compile(r"search results|suchergebnis|resultats? de recherche|resultados de (?:la )?busqueda|resultados da pesquisa")
LISTING = re.compile(
    r"/(?:search|label|category|tag|author|page|feed|kategorie|schlagwort|etiqueta)(?:/|$)|/\d{4}(?:/\d{1,2}){0,2}/?$|_archive\.html$"
)
"""Paths of pages that list posts."""

_MORE = r"read more|continue reading|weiterlesen|mehr lesen|lire la suite|leer mas|seguir leyendo|leia mais|continue lendo"
CUT_OFF = re.compile(rf"(?:\[(?:…|\.\.\.)\]|(?:…|\.\.\.)\s*(?:{_MORE}).{{0,80}}|(?:{_MORE})\W{{0,4}})$")
"""How the beginning of a post ends that is not shown whole."""

COMMENT_TEXTS: tuple[str, ...] = (
    "comment-content",
    "comment-text",
    "comment_text",
    "commentcontent",
    "wp-block-comment-content",
    "comment-entry",
    "comment-body",
    "commentbody",
    "comment-body-inner",
    "comment_body",
    "e-content",
    "commenttext",
    "text",
)
COMMENT_AUTHORS: tuple[str, ...] = (
    "fn",
    "comment-author",
    "comment-author-name",
    "author",
    "p-author",
    "user",
    "comment-poster",
    "comment_author",
    "commenter",
    "wp-block-comment-author-name",
    "url",
)
COMMENT_DATES: tuple[str, ...] = (
    "comment-meta",
    "comment-date",
    "comment_meta",
    "comment_time",
    "comment-timestamp",
    "datetime",
    "comment-metadata",
    "commentmetadata",
    "comment-footer",
    "date",
    "comment-time",
    "comment_date",
    "dt-published",
)
"""Classes of the parts of a comment, strongest first."""

INNER = frozenset(
    [
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "figure",
        "figcaption",
        "font",
        "b",
        "i",
        "em",
        "strong",
        "span",
        "center",
        "a",
    ]
)
"""Elements that stand within what holds a text, and do not hold one."""
