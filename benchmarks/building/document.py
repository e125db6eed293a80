"""docs/performance.md, made whole from a run, so that no number in it is typed but those of a profile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .report import as_markdown, tables

if TYPE_CHECKING:
    from .results import Results

FRAME = """\
# Performance

Written by `python3 tasks.py bench --write`; every number is from one run on one machine.

## What is compared

The same articles, built into the same files by Rapport, by stock Pelican and by Hugo: article pages, the index and the lists of tags,
categories and authors by ten, the tag index, the archive, and Atom feeds with 20 full entries for the site and for each tag. An article
has 631 words on average, two to five tags, four links to other articles, and in every fourth there is code. The benchmark writes the
corpus itself and counts the files of every build; it stops if a tool leaves one out or adds one, if an edit is not to be seen on the page,
or if a cold build of Rapport differs from stock Pelican's in a single byte. “Our theme and all our plugins” is a whole site of ours, with
invitations, tag pages and feeds in three formats; there is no such site for Hugo, so stock Pelican builds it for comparison.

What favours whom:

* Feeds come from Pelican's own settings, although full entries cost it more than a template costs Hugo. A stock site has them so, and
  Rapport has to write the same bytes.
* Hugo resolves links to files by its embedded render hook, as Pelican does for `{filename}`. That costs it nothing that one could measure.
* Hugo's typographer, heading ids, sitemap and RSS are off, since Pelican would not do them either. Both tools highlight code into classes.
* Hugo is started as the program itself, not by way of the Python package that brings it. Rapport pays for the start of Python.
* An edit is made to one of the twenty newest articles, so it changes feeds as well.

## How it is measured

Whole processes, from start to end. The tools take turns in every round, beginning with another one each time; a first round is a warm-up
and does not count. A ratio is the median of the rounds' ratios: the seconds of Rapport over those of the tool in whose row it stands.
Before each build the disk is left to finish what earlier ones wrote. Memory is what all processes of a tool hold together (shared pages
count once), looked at twenty times a second in the warm-up. “Kept running” is a process that stays: for Rapport until all files are
written, for `hugo server` until it serves the changed page.

    python3 tasks.py bench                                                 # everything; takes an hour or two
    python3 tasks.py bench --site parity --articles 1000 --rounds 5 --cases cold,no-change

## Where

"""


FLOORS = """
## What stands in the way

From profiles of 2026-11-25 on the same machine, processor time of one process; what is missed above is missed for these reasons.

* Cold: converting an article with Python-Markdown takes 2.65 ms, to which reading it in Rapport's way adds 0.13: 13 s of 10,000 articles on
  two processors, more than Hugo takes for the whole site. Rendering, tracing and writing takes 1.3 ms a page.
* Output removed: all of that is rendering, on two processors.
* An edit: to import Pelican and the plugins takes 0.3 s. Going through 10,000 articles that have not changed takes 1.8 s: 0.6 s to take
  them from the shelf and sort them, 0.3 s to lay out 16,811 pages, 0.9 s to compare what the pages have read. The first edit after a
  build of everything also makes the second tree, about 2 s here; later ones only change it.
* A title, kept running: the same 1.8 s; the quick way is for texts alone, and not for sites with plugins that make something of texts.
* A person's site: half of a cold build is rendering, 3 ms a page with our theme; of a change in the session half is feeds and what
  plugins do with all articles again.
"""


def document(results: Results) -> str:
    """The whole file."""
    where = "".join(f"* {name}: {value}\n" for name, value in results.circumstances.items())
    return f"{FRAME}{where}\n## Results\n\n" + "\n".join(as_markdown(table) for table in tables(results)) + FLOORS
