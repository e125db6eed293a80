"""Writes what a site needs beside its pages: redirects, headers for hosts, sitemap and robots; sees that no file is written twice.

Old addresses: whoever reads at an address of before is led to what stands there now. In an article or a page

    Redirect_from: /2019/03/old-title.html, /old-title/

and likewise in an author's card and a tag's file, if plugins attach `author.card` and `tag.info`; the old names of a tag
(`tag.info.aliases`) lead to it without being asked, page by page. What belongs to no text stands in SITE_FILES_REDIRECTS.

An old address begins with a slash, or is a whole one of the site. `/old`, `/old/` and `/old/index.html` are one; `/old.html` and `/old.php`
are files. It may be written with escapes (`/a%20b`) or without. `?p=12` cannot be told apart by hosts of files. What leads on leads
straight to the end. Two redirects of one address, one that leads in a circle, one over a page, and one to nowhere are told, both sides
with file and line, and left out.

What hosts get

    redirect pages     at each old address that can be a page, for hosts without rules: template `redirect.html`, which a theme may have its
                       own of, given `words`, `address`, `canonical`, `shown` and `language`. No page for `.php`, to a feed, or where
                       Windows has no such name
    _redirects         for Netlify and Cloudflare Pages. Netlify shows the page where there are both; SITE_FILES_REDIRECT_PAGES = False if
    _headers           you would rather have it answer 301
    _nginx.conf        for nginx: `include /srv/site/_nginx.conf;` within its `server { root /srv/site; }`, and nothing else. A site below a
                       path: within `location /blog/ { }`
    .htaccess          for Apache, with `AllowOverride FileInfo`; mod_alias and mod_headers

Headers: a content security policy from SITE_POLICY (a dict of directive → sources; the theme prints the same), and those that keep the
site out of frames and its readers' addresses to themselves; how long a copy is good: a year for style sheets and scripts with a
fingerprint in their names, a week for pictures and fonts, an hour for feeds, not at all for pages; content types; and programs in a
browser may fetch feeds. There is no Strict-Transport-Security, since it is a promise about the whole domain: make it where the domain is.

Addresses in these files begin with the path of SITEURL, as the site's links do: a preview is at the root.

For search engines: `sitemap.xml` of all pages that they may show, and `robots.txt`; both need a public address. A file of one of these
names in the site is the owner's, and ours is not written.

The register: Pelican's outputs and those that plugins plan (`context['planned_outputs']`: path → words for who writes it) are compared
before the first is written. See `register.py` for its rules.

Settings (all optional)
    SITE_FILES_HOSTS            ['netlify', 'nginx', 'apache']; whose files are written
    SITE_FILES_REDIRECTS        pairs: old address, and an address of the site or a whole one elsewhere (https, or http with advice); a
                                third member is the line in `site.toml`
    SITE_FILES_REDIRECT_PAGES   True
    SITE_FILES_AI_CRAWLERS      'allow'; 'no-training' refuses crawlers that collect texts for training, 'refuse' all of language models
Read too: SITEURL, SITE_PUBLIC_URL (else SITEURL), SITE_POLICY, SITE_STRICT (mistakes are errors, not warnings), DEFAULT_LANG.

Problems: `redirect-address`, `redirect-double`, `redirect-loop`, `redirect-over-page`, `redirect-target`; `redirect-insecure` and
`redirect-many` (more than Cloudflare reads) are never more than warnings; and those of the register.

Signals: `initialized`, `get_generators`, `generator_init`, `all_generators_finalized`. Plugins that plan files or attach redirects must
have done so by then, and so stand before this one in PLUGINS.
"""

from __future__ import annotations

from pelican import signals

from . import hooks


def register() -> None:
    """Called by Pelican."""
    signals.initialized.connect(hooks.read_settings)
    signals.get_generators.connect(hooks.files_generator)
    signals.generator_init.connect(hooks.prepare_generator)
    signals.all_generators_finalized.connect(hooks.plan_files)  # all contexts are ready, nothing is written
