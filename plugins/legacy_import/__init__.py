"""Brings the posts of an old blog along, from Blogger, WordPress, feeds and saved pages, and leaves the comment box behind.

    python3 tasks.py import export.xml saved-pages/ --media uploads/

What is read: exports of WordPress (WXR 1.0 to 1.2, damaged ones too) and of Blogger (its backup, and `feed.atom` of Google Takeout), RSS,
Atom and JSON feeds, saved pages of posts in any theme, text that was copied from a page, and folders, ZIP and tar archives of all of them.
What a file is, is seen from its content. Sources are read as streams, twice: once to know every address, once to write. What is known of
each text meanwhile is on disk (`shelf`), so that an export of two gigabytes takes no more memory than one of twenty megabytes.

What comes out: `content/articles/SLUG.md` and `content/pages/SLUG.md`. In front matter stands what the source says: Title, Date (with its
offset), Modified, Author, Category (the first), Tags, Summary, Image, Ask, Redirect_from and Id, by which feed readers know the post. A
title that is missing is made of the first words (`Title_proposed: yes`), a date that is missing makes a draft (`Date_missing: yes`). What
was a draft, private, protected, pending or scheduled is a draft; what was in the trash is left out and counted.

What becomes of a text, in this order: its encoding is repaired where it was read in the wrong code page (`encoding`); shortcodes, block
comments and the soup of old editors are resolved (`markup`); comment furniture goes, and datelines become fields (`furniture`); calls for
comments and contact lines go, and a question to the reader becomes the `Ask` (`contacts`); links lead to files, old labels to topics,
pictures to copies in `content/images` (`links`, `media`); the rest becomes Markdown, and what Markdown cannot say stays HTML (`markup`).

Nothing twice, nothing lost: the same input gives the same bytes. `import-review/record.json` knows what was written, so that a file which
its author has edited stays as it is (the difference is shown), and one that was removed does not come back. `import-review/index.html` says
for every text what was taken, changed, dropped and doubtful, with the words; comments, spam, missing files, proposed cards and a proposed
`site.md` lie beside it. The folder is private and never published.

Addresses: each text redirects from where it was, or keeps its address with `--keep-addresses`. Feeds, labels, categories, authors and
months of the old blog go into `[redirects]` of `site.toml`; feeds of comments lead to a closed feed.

Further options: `--into DIR` (another content folder, and no `site.toml` is touched), `--dry-run`, `--keep-contacts` (the addresses of old
posts stay theirs), `--fetch` (missing pictures are got from the network; nothing else ever is).

No plugin of Pelican's, but a command: whoever calls `command.import_posts` brings what makes slugs (`importing.Means`). Exit codes: 0 fine,
1 something could not be read or an author's edits stood in the way, 2 usage.
"""
