"""The build engine. It is not in PLUGINS: `tasks.py` calls it, and stock Pelican builds the same bytes without it (`build --stock`).

It enters by PELICAN_CLASS. `Pelican.run()` keeps its order and its signals, so plugins and themes find what they expect; what differs is

* who reads: texts that look as they did are not opened again, those whose content was read before are not converted again, and what
  is left is shared by several processes (`contents`, `reading`),
* which generators there are: of Pelican's names, without its loops over all articles for each article (`contents`),
* what is rendered: templates are watched while they read, and a page is made again only if something that it has read is another
  (`tracing`, `facts`, `pages`),
* where the site goes: into a stage, and in one step into the output folder (`output`).

What it keeps lies in `.cache` and may be removed at any time.

    python3 tasks.py build            # what has changed since the last build
    python3 tasks.py build --stock    # Pelican alone: the same bytes, slower
    python3 tasks.py build --json     # a report for programs

Settings, all optional:

* `FASTBUILD = {"skip": False}` switches parts off, or sets them: `linear`, `store`, `skip`, `processes` (see `work.Parts`).
* `FASTBUILD_FIELDS = ["Venue"]`: names in front matter that templates of yours use; others are told, in case they are misspelt.
* `FASTBUILD_RESERVED_SLUGS`, `FASTBUILD_SETTINGS`: slugs that articles cannot have, and settings of yours that are no slips of Pelican's.
* `FASTBUILD_SAFE_RECEIVERS = ["sitemap"]`: modules of plugins that listen while pages are written and need not see each of them: they are
  told of what is written, and may look at that file alone. Any other such plugin has every page made anew, and the build says so.
* `FASTBUILD_PURE = ["my_filters"]`: modules whose functions, called by templates, look at their arguments alone. A page that calls any
  other is made again whenever anything changes.

One build, from the command line:

* `building`  the beginning and the end; `inputs` knows, before anything is imported, whether nothing has changed
* `making`    the part that needs Pelican; `running` Pelican in this process, without its own console; `engine` what takes its place
* `session`   a site that stays in memory; `body_edit` its quick way for changed texts
* `diagnostics`, `problems`, `locating`, `colliding`  everything that is wrong, each once, `path:line: what. How to mend it.`
* `reporting`, `progress`  what is said meanwhile and in the end
* `output`, `guarding`  the output folder, and those that must not be one

And what else the command line needs:

* `serving`, `http_server`, `host_rules`, `reading_files`  the preview, with the headers and redirects that hosts will be told of
* `checking_build`  a build that is only looked at
* `cleaning`, `environment`, `command_line`, `terminal`, `browser_tools`

A plugin tells of a problem by logging it, never by importing this package:

    log.error("name: %s:%s: what. How to fix.", path, line, extra={"source_path": path, "line": line, "rule": "topic-name", "fix": "…"})

Exit codes: 0 fine, 1 errors in content or templates, 2 usage or settings.
"""
