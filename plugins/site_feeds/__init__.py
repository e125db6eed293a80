"""Writes feeds that validate, deliver each article once, and let the subscriber answer: Atom, RSS 2.0 and JSON Feed.

What an author writes

    Id: 7KQ2MX      the article's permanent name: six characters of 0-9 and A-Z without I, L, O and U, drawn once and never changed

Feed readers know an article by its entry id and nothing else, so that one comes from the `Id` alone: a new title, date, address, author or
category, and a move to another domain, leave it as it was. An id that another system gave the article (an IRI, such as
`tag:blogger.com,1999:blog-1.post-2`) is kept as it is. An article without an Id is told, and known by its slug until it has one; two with
the same are told with both files. `Modified: 2026-04-01 10:00` is the entry's `updated`; without it `Date` is.

Which feeds there are

    feeds/all.atom.xml .rss.xml .json     the site: the newest articles, each of them once, whatever languages it is in
    feeds/all/archive-1.atom.xml .json    its older articles, in archives that are numbered from the oldest and never change
    feeds/de/all.atom.xml                 everything in another language, if something is translated into it
    feeds/tags/SLUG.atom.xml              and so categories, authors and series
    feeds/all.opml                        a list of all feeds

Drafts and hidden articles are in none. A site without articles, or without a public address, has no feeds. Every article is in its feeds
with its whole text, made plain for the programs that show it: all addresses are whole, scripts, styles, frames, forms, classes and ids are
gone, a frame is a link, `details` stand open, a `picture` is one image, footnotes lead to the page. Characters that XML forbids are left
out. What pages may show and readers may not is never lost in silence: a picture keeps its description, a film its address.
Nothing in a feed depends on the time of the build: unchanged content gives unchanged files.

How an entry ends: the template `feeds/item.html` (given `article`, and its text as `content`) puts the article and, where a plugin has
attached an `article.cta`, the template `cta/feed.html` together; `feeds/item.txt` does so with plain text. Behind the HTML comment
`<!-- invitation -->` stands the invitation; programs that compare feeds can tell by it a new telephone number from a new text. A theme may
have its own `feeds/item.html`.

What templates may show
    everywhere                        `site_feeds`: the site's own feeds, one for each format, and `feeds_opml`: the path of the list
                                      `feed_lists`: by scope (`tag`, `category`, `author`, `series`, `language`) one feed for each
                                      `series_feeds`: the feeds of a series by its `url`
    on tags of `tags`, categories of `categories`, authors of `authors`, and articles in another language
                                      `feeds`: theirs, or () where there is none
    each feed has                     `path`, `page_path`, `name`, `title`, `format`, `format_name`, `media_type`
Themes made for Pelican find our feeds in FEED_ALL_ATOM, TAG_FEED_ATOM and so on. Pelican's own feeds are switched off.

Settings (all optional)
    FEEDS_FORMATS           which formats: {'site': ['atom', 'rss', 'json'], 'tag': ['atom'], …}, the same for 'category', 'author',
                            'series' and 'language'; [] for no feed; a scope that is left out keeps its default
    FEEDS_ENTRIES           20; so many articles are in a feed, and at least so many in the newest document of one with archives
    FEEDS_ARCHIVE_ENTRIES   20, at least 2; so many are in an archive. Changing it changes all archives
    FEEDS_PATH              'feeds'; the folder
    FEEDS_CLOSED            paths of feeds that are closed, such as ['feeds/closed.atom.xml']: one entry, which says that there are no
                            comments any more, and whom to write to
    FEEDS_ICON              path or address of a square picture
    FEEDS_STYLE             path or address of a style sheet for those who open a feed in a browser
    FEEDS_HUB               address of a WebSub hub; whoever publishes the site tells it of changes
Read too: SITE_AUTHORITY (`example.org,2026`: what ids begin with; set it once, and a move of the domain changes no id), SITE_PUBLIC_URL
(else SITEURL; feeds always have public addresses), SITENAME, SITESUBTITLE, SITE_LICENCE, DEFAULT_LANG, FORMATTED_FIELDS and TYPOGRIFY
(whether titles and summaries are HTML), SITE_STRICT (mistakes are errors, not warnings).

Problems are logged with file and line: `feed-id`, `feed-id-missing`, `feed-id-double`, and `feed-authority` and `feed-address`, which are
never more than warnings.

Other plugins' work that is taken where it is there: `article.cta`, `author.card.email` and `site_card.email` for whoever wants to answer by
machine, `article.cover` (path, width, height) as the entry's picture, `tag.info` (`summary`; `aliases`, each with the `slug` of an old
feed, which stays there as a copy that names the new address; `is_listed`, False for a tag whose feed no list shows; `is_hidden`), and
`series` in the context (name, slug, url, lang, parts). They must be there when all articles have been read (`article_generator_finalized`).

Signals: `initialized`, `generator_init`, `get_generators`.
Commands, called by `tasks.py`: `ids` gives articles their Ids, `impact` tells before a publication what subscribers will see of it.
"""

from __future__ import annotations

from pelican import signals

from . import hooks


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(hooks.read_settings)
    signals.generator_init.connect(hooks.prepare_generator)
    signals.get_generators.connect(hooks.feeds_generator)
