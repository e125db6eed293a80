"""What belongs to the owner of the site: `site.toml`, the start of a site of one's own, the start of an article.

This package is not a Pelican plugin. `pelicanconf.py` and `tasks.py` call it:

* `pelican_settings` gives `pelicanconf.py` what stands in `site.toml`, as settings of Pelican;
* `settings.read_site` reads `site.toml` and names every mistake in it with line and fix;
* `links.menu_links` and `links.footer_links` turn its menus into pairs of label and address;
* `initialise.ask_owner` and `initialise.initialise` make the site that ships with the repository the owner's own;
* `drafting.new_article` begins an article.

All of them raise `problems.SiteError`, which holds every problem that was found, each with place, reason and fix.
`starter/LANGUAGE/` holds the texts that a new site begins with.
"""

from .for_pelican import pelican_settings

__all__ = ["pelican_settings"]
