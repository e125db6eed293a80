"""What reading an export costs: time and memory of a WordPress export of a given size, which is made while it is read.

    .venv/bin/python benchmarks/legacy_import.py [--megabytes 300]

The export is as long as it is said and lies on no disk: a process of its own writes it into a pipe of another, which reads it and tells
the most memory that it had. Read twice, at a quarter of the size first: memory must not grow with size, and time only as size does.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

BAR = 150
"""Megabytes that reading may take."""
STEEPEST = 1.5
PLUGINS = Path(__file__).resolve().parent.parent / "plugins"
MAKE = """
import sys
head = '''<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>B</title>
<link>https://b.example</link><wp:wxr_version>1.2</wp:wxr_version>'''
meta = "<wp:postmeta><wp:meta_key><![CDATA[key]]></wp:meta_key><wp:meta_value><![CDATA[value]]></wp:meta_value></wp:postmeta>" * 8
comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[Yes.]]></wp:comment_content></wp:comment>"
text = "A paragraph of a post about people, with a <a href='https://b.example/x/'>link</a> & an ampersand.\\n\\n" * 40
item = '''<item><title>Post {0}</title><link>https://b.example/{0}/</link><guid>https://b.example/?p={0}</guid>
<content:encoded><![CDATA[''' + text + ''']]></content:encoded><wp:post_id>{0}</wp:post_id><wp:post_date>2012-07-02 09:15:00</wp:post_date>
<wp:post_date_gmt>2012-07-02 07:15:00</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category"><![CDATA[C]]></category>''' + meta + comment * 3 + '''</item>'''
wanted, made, number = int(sys.argv[1]) << 20, 0, 0
out = open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False, buffering=1 << 20)
made += out.write(head)
while made < wanted:
    number += 1
    made += out.write(item.format(number))
out.write("</channel></rss>")
"""
READ = """
import re, resource, sys
from collections import Counter
from pathlib import Path
from legacy_import.sources.encodings import decoded
from legacy_import.sources.repairs import Repairs
from legacy_import.sources.xml_files import read_xml
repairs = Repairs("pipe")
blocks = iter(lambda: sys.stdin.buffer.read(1 << 18), b"")
found = Counter(type(read).__name__ for read in read_xml(decoded(blocks, "utf-8", repairs), "pipe", repairs))
status = Path("/proc/self/status")
if status.exists():  # getrusage also counts, on Linux, what the program had that started this one
    peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1]) * 1024
else:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(found["Item"], found["Trouble"], peak)
"""


def measured(megabytes: int) -> tuple[float, float, int]:
    """Seconds, megabytes of memory at most, and items."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", MAKE, str(megabytes)], stdout=subprocess.PIPE) as maker:  # noqa: S603  (our own program)
        command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(PLUGINS)!r})\n{READ}"]
        done = subprocess.run(command, stdin=maker.stdout, capture_output=True, check=True, text=True)  # noqa: S603
    items, troubles, peak = (int(number) for number in done.stdout.split())
    if troubles:
        raise RuntimeError(f"{troubles} troubles in a sound export")
    return time.perf_counter() - start, peak / (1 << 20), items


def main() -> int:
    parser = argparse.ArgumentParser(description="What reading an export costs.")
    parser.add_argument("--megabytes", type=int, default=300)
    given = parser.parse_args()
    few_seconds, _, _ = measured(given.megabytes // 4)
    seconds, peak, items = measured(given.megabytes)
    growth = seconds / few_seconds / 4
    print(f"{given.megabytes} MB, {items} items: {seconds:.1f} s, at most {peak:.0f} MB of memory, bar {BAR}")  # noqa: T201
    print(f"four times the size takes {4 * growth:.1f} times the time; 2 GB would take {2048 / given.megabytes * seconds:.0f} s")  # noqa: T201
    return int(peak > BAR or growth > STEEPEST)


if __name__ == "__main__":
    sys.exit(main())
