"""The subscriber-impact report: what followers of the feeds will see of the next publication, before it is published.

    python3 tasks.py impact                       # against what was recorded as live
    python3 tasks.py impact old-site/             # against a folder with a built site
    python3 tasks.py impact wordpress-feed.xml    # against a feed of any generator: Atom, RSS 1.0 and 2.0, JSON Feed
    python3 tasks.py impact --max-redelivered 0   # ends with 1 if anything is delivered twice
    python3 tasks.py impact --record              # remembers this build as live, in published.json; to be committed

The site is built as for publishing into a temporary folder, and its feeds are compared with those that are live. A feed is its newest
document together with its archives (`feeds/all/archive-3.atom.xml` belongs to `feeds/all.atom.xml`; RFC 5005). Readers poll only the newest
document, so only its entries can be

 * new: nothing live has this id in this feed, and it is no re-delivered one;
 * changed: the same id with another title, address, summary, text, publication date, or `updated`; some readers mark it unread;
 * with another invitation: the same but for what stands behind `<!-- invitation -->`, or the author's mail address in the entry;
 * re-delivered: not live under this id, but under one that is lost. It has the lost entry's address (scheme, `www.`, `?ref=feed`, fragment
   and a slash at the end do not count), else its title and day, else its title, summary and text. A lost entry comes back once.

Dropped are the live entries whose ids are nowhere in the new feed, and which did not come back under others. What changes or appears in
archives alone is counted apart, since nobody is told of it. Authors' names, labels and pictures of an entry are not compared.

An article that gets a tag is new in the tag's feed and not on the site: totals count ids, each once, over all feeds of one format. There it
is new if no live feed of that format has it, and dropped if no feed of that format has it any more. The totals and the sentence at the end
are about the site's own feed, `feeds/all.*`, else the largest one; where its formats differ, about the one that re-delivers most.
`--max-redelivered` holds for every format.

A file given as live belongs to the new feed of the same path or name, else to the site's own feed, in its format if it has that: so an old
feed is compared when a site moves here. A folder in which the site's own feed is not found under its path is a site of another generator;
its `all.*`, else its largest feed stands for it. Entries without an id are known by their addresses, as readers know them; of several
entries with one id the first is compared. Both are noted.

`published.json` is `{"version": 1, "feeds": {path: {"bytes": n, "entries": {id: {"url", "title", "updated", "digest", "invitation",
"published"?, "former_titles"?}}}}}`: an entry a line, sorted. `digest` is a short hash of title, summary and text, the same in each format;
`invitation` one of what stands behind the marker. Titles that an entry had when they were recorded stay in `former_titles`. Nothing is
recorded of a build with errors, or of one above `--max-redelivered`.

Exit codes: 0 told; 1 the build has errors, a feed or `published.json` is damaged, or too much is re-delivered; 2 a path is not there.
`--json` prints `{"version": 1, "live", "recorded", "notes": [...], "feeds": [...], "totals": {...}, "sentence"}`; `feeds` are those that
changed.
"""

from .command import Options, impact

__all__ = ["Options", "impact"]
