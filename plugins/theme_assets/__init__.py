"""Readies a theme: one fingerprinted style sheet, addresses of its files, escaping, translation and dates.

For a theme whose folder holds a `theme.toml`; for any other theme the plugin does nothing. Such a file says

    name = "Letter"
    requires = ["reading_aids"]                      # plugins whose data the templates show
    css = ["css/tokens.css", "css/components/*.css"] # sources of the bundle, in order, `*` sorted by name

What it does
* The sources become one minified file, `THEME_STATIC_DIR/css/site.HASH.css`; the hash is of its bytes, so a server may let browsers
  keep it for ever. The sources themselves are not published.
* Templates are autoescaped, an unknown name in one is an error, and `{% trans %}` and `_()` read the theme's catalogues,
  `locale/LANG/LC_MESSAGES/theme.mo` (for `en-GB`: `en_GB`, then `en`, then the strings as they stand).
* Templates can call
    `asset_url("style")`              the bundle's address; `asset_url("images/icon.svg")` that of a file in a static folder of the theme
    `site_url("archive/")`            an address of this site, with SITEURL
    `public_url("archive/")`          the same on the published site (SITE_PUBLIC_URL, else SITEURL)
    `list_pages.tags`                 where all tags are listed, "" if nowhere; also `archives`, `categories`, `authors`
    `labels.articles`                 the owner's word for a thing (SITE_LABELS), else the theme's, translated
    `number|counted`                  so many articles, in the owner's or the theme's word for them
    `text_direction(lang)`            `ltr` or `rtl`
    `article.date|long_date`          the date in the words of the site's language, from Babel's data, no locale of the machine needed
    `address|language_name`           a language's own name for itself

Settings (all optional)
    ASSETS_STYLES      paths of style sheets that are bundled after the theme's own (an owner's `custom/style.css`)
    SITE_PUBLIC_URL    the address of the published site, also in a preview, where SITEURL is empty
    SITE_LABELS        {"article": …, "articles": …, "tag": …, "tags": …}

Problems are logged as errors: a required plugin that is missing, a source or an asset that does not exist.
Signals: `initialized`, `generator_init`, `get_generators`. Writes: the style sheet.
"""

from __future__ import annotations

from pelican import signals

from . import hooks


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(hooks.check_requirements)
    signals.generator_init.connect(hooks.prepare_environment)
    signals.get_generators.connect(hooks.stylesheet_generator)
