"""Rules over the texts and the finished site. It is not in PLUGINS: `tasks.py check` builds the site as for publishing, then calls it.

* Nothing asks for comments, and nothing in the site is a part of a comment system.
* Pages load nothing from other hosts but what `[allow]` in `site.toml` lets them, and send nothing anywhere.
* Feeds (Atom, RSS, JSON Feed, OPML, whoever wrote them) are valid; Miniflux, Feedbin, CommaFeed, feedparser and FreshRSS leave in each
  entry its way to reply, its pictures, links and text; where there are contact cards, each entry has a way to reply.
* Contact cards have been looked at in the last two years; articles without an invitation are listed.
* Everything that the build itself reported is in the same list.

A finding is one line, `path:line: RULE what. How to mend it.`; errors make the check fail. It names the line that somebody wrote, not the
page that it came out on, wherever that line can be found.

To silence a rule, write `<!-- check: off RULE -->` on the line that it names; alone on its line, the comment is for the whole file.
For the whole site there is the setting `SITE_CHECK_OFF = ["RULE"]`. Silenced findings are counted. A comment system stays shut out by the
site's policy even where its rule is silenced.

An entry's way to reply is a link to a mail address or number, or to a card (`.vcf`), or any link behind the comment `<!-- invitation -->`.
An article with `Cta: none` needs none. What an author has written is told at the author's line; what a template or plugin has made, once,
at the first feed that has it, with the number of the others.

Settings of Pelican that are read: `SITE_CHECK_OFF`, `SITE_POLICY` (what may be loaded from where), `SITEURL` and `SITE_PUBLIC_URL` (the
site's own hosts, and where its feeds are), `WITH_FUTURE_DATES`, `CONTACT_AUTHORS_PATH`. Contact cards are judged by the day in
`SOURCE_DATE_EPOCH`, if that is set; what is still to come, by this moment, as Pelican does.

Modules: `checking` (one check from start to end), `rules` and `feeds.rules` (the tables of all rules), `prose`, `contacts`, `comments`,
`third_parties`, `feeds.losses`, `feeds.markup`, `feeds.parts`, `feeds.formats`, `feeds.together` (the rules by topic), `phrases`,
`comment_systems`, `comment_furniture`, `readers` (data, and how to look there), `requests`, `doors` (what is asked for, what is allowed),
`texts`, `finished`, `pages`, `markup`, `feeds.model`, `feeds.site` (files as rules see them), `feeds.parsing`, `feeds.xml`, `feeds.json`
(how feeds are read), `origins`, `articles` (from a page or an entry back to its source), `silence`, `report`.
"""
