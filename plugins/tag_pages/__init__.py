"""Makes each tag a small home page: introduction, pinned articles, related tags, an invitation, and old names that still lead there.

What an author writes

A file for a tag, if there is something to say about it: `content/tags/word-of-mouth.md`. The file's name is the tag's address; the text is
the introduction, in Markdown. All fields but Title may be left out, and a tag needs no file.

    Title: Word of mouth
    Summary: One sentence for search engines, and for the list of all tags.
    Aliases: Recommendations, Referral marketing
    Pinned: the-customer-i-sent-away, two-chairs
    Image: images/two-chairs.png
    Cta: referral
    Ask: Whom did you recommend last?
    Status: hidden
    Redirect_from: /labels/recommended.html

    [The first letter]({filename}/articles/two-chairs.md) is about ...

`Aliases` are other spellings, and all the names that the tag once had: articles may use them, and the addresses that they had stay alive.
`Pinned` names articles by the last part of their address. `Cta` and `Ask` are the tag's own invitation (and the kind of articles that
choose none). `Status: hidden` leaves the tag a page, and nothing that leads there. Texts link to the tag by its file,
`{filename}/tags/word-of-mouth.md`. `Redirect_from` is for addresses that are made of no alias.

In an article, tags stand on one line with commas, or with semicolons if there are any, or one on each line, indented by four blanks.

One tag, one name. Two spellings are one tag if they differ in capitals, accents, composed or decomposed letters or blanks only, or if the
tag's file has both. The tag's name is its Title; without a file it is the spelling that most articles use. It is the same on pages, in
feeds and in JSON-LD, for articles have one object for each tag. Two different tags whose addresses would be one (`C`, `C++` and `C#` where
Pelican makes `c` of all three) are told with both places; a file with another name gives one of them an address of its own. So are names
of which no address can be made, and those are left out. Categories and authors are looked after in the same way, but have no files.

Thin tags have fewer than TAG_PAGES_THIN articles and no introduction: their page says `noindex,follow`, and neither the sitemap nor the
lists of feeds name them; readers still reach them. Related tags are those that stand together on articles more often than chance would
have it (the measure: `related.py`). A file of a tag that no published article has makes no page.

What templates may show
    on every tag, `info`:   `introduction` (HTML), `summary`, `count` (of articles), `pinned` (articles), `related` (each with `tag` and
                            `together`, the number of articles that have both), `cover` (`path`, `width`, `height`; from reading_aids) and
                            `image` (its path), `aliases` (each with `name`, `slug`, `url`, `save_as`), `redirect_from`, `cta`, `ask`,
                            `source_path`, `is_hidden`, `is_thin`, `is_listed` (neither of the two), `has_page`
    on every article        `topics`: those of its tags that have a page and are not hidden
    everywhere              `tag_index`: `letters` (each with `letter` and `tags`), `largest`, `main` (at most twenty, by name), `number`
A site with another theme gets all of it by two files in a folder that THEME_TEMPLATES_OVERRIDES names, `tag.html`

    {% extends "!simple/tag.html" %}
    {% block content %}{% include "tag_pages/about.html" %}{{ super() }}{% endblock %}

and `tags.html` likewise, with `tag_pages/all.html`.

Settings (all optional)
    TAG_PAGES_PATH      'tags'; folder of the files below PATH
    TAG_PAGES_THIN      2; tags with fewer articles and no introduction are thin; 0 for none
    TAG_PAGES_RELATED   6; so many related tags at most
    TAG_PAGES_SUPPORT   2; so many articles must have both of two related tags
    TAG_PAGES_STRICT    False; True makes a tag without a file an error, with what was probably meant
Read too: SITE_STRICT (mistakes are errors, not warnings), IGNORE_FILES, and how Pelican makes slugs. Where PAGINATION_PATTERNS is Pelican's
own, page 2 of a list gets `/page/2` in its address, since `tag-1` and 2 would make `tag-12`, which may be another tag.

Problems are logged with file and line, all of them: `tag-field`, `tag-title`, `tag-encoding`, `tag-file-name`, `tag-status`, `tag-double`,
`tag-alias`, `tag-pinned`, `tag-image`, `tag-address`, `category-address`, `author-address`; `tag-unknown`, which is an error always; and
`tag-unused` for old addresses that lead to a tag without articles, which is never more than a warning.

Signals: `initialized`, `generator_init`, `article_generator_pretaxonomy`, `article_generator_finalized`. A plugin that reads `tag.info`
comes after this one. Writes nothing itself: the pages are Pelican's, site_files writes what stands at the old addresses of pages,
site_feeds what stands at those of feeds.
Commands, called by `tasks.py`: `tags` lists tags and what could be tidied, `tags rename` and `tags merge` do it in all files at once.
"""

from __future__ import annotations

from pelican import signals

from . import hooks


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(hooks.read_settings)
    signals.generator_init.connect(hooks.prepare_generator)
    signals.article_generator_pretaxonomy.connect(hooks.name_everything)
    signals.article_generator_finalized.connect(hooks.complete_tags)
