"""Helps the reader along: reading time, contents, series, neighbours, related articles, and Markdown that needs no inline style.

What an author may write in the front matter

    Summary: The text under the title, on lists and in search results. Without it the first paragraph is used.
    Series: Learning to listen
    Series_index: 2
    Image: images/table.jpg

or the same in YAML, where every value is text and a list may have one member a line behind a hyphen

    ---
    series: Learning to listen
    tags: [Trust, Keeping faith]
    ---

and in the text

    ![Two chairs](images/chairs.png "A caption")     a paragraph of its own becomes a figure
    ![](images/line.svg){: .decorative }             an image that says nothing may have an empty description
    ## A heading {: #my-id }                         headings get ids from their text, unless they have one

What templates may show
    on articles and pages   `lede`: plain text · `cover`: None, or `path`, `width`, `height`
                            `toc`: the headings of a long text, each with `level`, `id`, `text`
    on articles             `reading_time`: minutes · `updated`: `Modified`, if more than a week after `Date`, else None
                            `neighbours`: `newer`, `older` · `related`: articles
                            `series`: None, or `number` and `series` with `name`, `slug`, `url`, `save_as`, `parts`, `lang`
    everywhere              `series`: all series that have a published part

What the text becomes
* An image that is alone in its paragraph (a link around it is fine) stands in a `figure`; its title is the caption.
* A table stands in `div.table`, which may scroll sideways and has a name; columns are aligned by the classes `align-left`, `align-center`
  and `align-right`. Headings get unique ids; if the text uses `#`, all its headings go one level down, since the title is the page's h1.
* A block of code can be reached with the keyboard, since it may scroll.
* Images of this site get `width` and `height` from their files; all but the first of a text are `loading="lazy"`.
* Footnotes stay Python-Markdown's own; only the title of the way back is translated.

`Lang: en-GB` and `Lang: en-gb` are one language.

An article has neighbours and related articles of its own language, all published. Related are those that share tags; a rare tag counts
more. A draft or a hidden article sees itself in its series, the others do not see it. The parts of a series stand in the order of
`Series_index`; without any, or if one is wrong, in the order of their dates. DEFAULT_CATEGORY stands for "none": it has no page and no
feed, and an article's `category` is then false in a template's `if`.

Settings (all optional)
    READING_WORDS_PER_MINUTE   230
    READING_TOC_WORDS          700; shorter texts, and those with fewer than three h2, have no contents
    READING_RELATED            3; how many related articles
    READING_RELATED_WINDOW     20; for each tag so many articles before and after are looked at, which keeps the cost linear
    READING_SERIES_URL         "series/{slug}/"; a series in another language than DEFAULT_LANG has `LANG/` in front, unless it says {lang}
    READING_SERIES_SAVE_AS     "series/{slug}/index.html"
    READING_RESERVED_IDS       ids of the theme that no heading may get, besides those of the theme that comes along
Read too: SITE_STRICT (content mistakes are errors, not warnings), DEFAULT_LANG (the language of the plugin's own words), MARKDOWN.

Problems are logged with file and line: `image-missing`, `image-unreadable`, `image-alt`, `html-style`, `series-index`, `series-name`, and
`html-script`, which is an error always.

Signals: `initialized`, `article_generator_context`, `page_generator_context`, `content_object_init`,
`article_generator_finalized`, `page_generator_finalized`, `get_generators`. Whoever
changes articles or tags must have done so by `article_generator_pretaxonomy`.
Writes: one page for each series, with the theme's template `series` (given `series`) or, where it has none, with a plain one.
"""

from __future__ import annotations

from pelican import signals

from . import hooks


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(hooks.read_settings)
    signals.article_generator_context.connect(hooks.normalise_language)
    signals.page_generator_context.connect(hooks.normalise_language)
    signals.content_object_init.connect(hooks.check_text)  # the first signal that knows the file
    signals.article_generator_finalized.connect(hooks.aid_articles)
    signals.page_generator_finalized.connect(hooks.aid_pages)
    signals.get_generators.connect(hooks.series_generator)
