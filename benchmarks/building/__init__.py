"""How long a whole site takes to build, against stock Pelican and Hugo building the same pages.

    .venv/bin/python -m benchmarks.building                                    # everything; takes an hour or two
    .venv/bin/python -m benchmarks.building --site parity --articles 1000 --rounds 5 --cases cold,no-change
    .venv/bin/python -m benchmarks.building --tools fastbuild --articles 1000,10000,100000 --cases cold     # growth

The sites are written into `.cache/bench`, and removed at the end; so is Hugo, in the version of `hugo.lock`, which stays there. Results are
kept in `.cache/bench/results.json`; with `--write` they make docs/performance.md, with `--from FILE` those of an earlier run do.
What is compared, what is fair and how it is measured stands in `document.py`.

Exit code 0: every budget that was measured is held. 1: one is missed. 2: usage, no Hugo, or a tool that does not build the site asked for.
"""
