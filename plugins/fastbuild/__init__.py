"""The build engine. It is not in PLUGINS: `tasks.py` calls it, and stock Pelican builds the same bytes without it.

For now it runs Pelican as it is, and adds what a command line owes its user:

* `building`  one build from start to end: a stage beside the output folder, problems, placing, a last line that says where the site is
* `running`   Pelican in this process, without its own console
* `problems`  every warning and error on one line, `ERROR content/articles/x.md:12: what. How to fix.`
* `locating`  finds file and line for what Pelican reports without them
* `placing`   puts a finished stage into the output folder: unchanged files stay untouched, stale files of ours go, foreign files stay
* `guarding`  refuses output folders whose replacement would cost the owner something
* `serving`   the preview: Pelican builds whenever something changes, and a server here shows it
* `http_server`  that server, with the headers and redirects that hosts will be told of (`host_rules`), also while files are written
  (`reading_files`)
* `cleaning`  removes what builds and tests left behind
* `environment`  the Python environment that all of this runs in, made at the first start
* `terminal`  lines to standard output and error, and the exit codes

A plugin tells of a problem by logging it, never by importing this package:

    log.error("name: %s:%s: what. How to fix.", path, line, extra={"source_path": path, "line": line, "rule": "topic-name", "fix": "…"})

Exit codes: 0 fine, 1 errors in content or templates, 2 usage or settings.
"""
