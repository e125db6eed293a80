"""Rules over the texts and the finished site. It is not in PLUGINS: `tasks.py check` builds the site as for publishing, then calls it.

* Nothing asks for comments, and nothing in the site is a part of a comment system.
* Pages load nothing from other hosts but what `[allow]` in `site.toml` lets them, and send nothing anywhere.
* Contact cards have been looked at in the last two years; articles without an invitation are listed.
* Everything that the build itself reported is in the same list.

A finding is one line, `path:line: RULE what. How to mend it.`; errors make the check fail. It names the line that somebody wrote, not the
page that it came out on, wherever that line can be found.

To silence a rule, write `<!-- check: off RULE -->` on the line that it names; alone on its line, the comment is for the whole file.
For the whole site there is the setting `SITE_CHECK_OFF = ["RULE"]`. Silenced findings are counted. A comment system stays shut out by the
site's policy even where its rule is silenced.

Settings of Pelican that are read: `SITE_CHECK_OFF`, `SITE_POLICY` (what may be loaded from where), `SITEURL` and `SITE_PUBLIC_URL` (the
site's own hosts), `CONTACT_AUTHORS_PATH`. Contact cards are judged by the day in `SOURCE_DATE_EPOCH`, if that is set.

Modules: `checking` (one check from start to end), `rules` (the table of all rules), `prose`, `contacts`, `comments`, `third_parties` (the
rules by topic), `phrases`, `comment_systems`, `comment_furniture`, `readers` (data, and how to look there), `requests`, `doors` (what is
asked for, what is allowed), `texts`, `pages` (files as rules see them), `origins` (from a page back to its source), `silence`, `report`.
"""
