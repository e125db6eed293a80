"""What an import costs: time and memory at most, of WordPress exports of a given size.

    .venv/bin/python benchmarks/legacy_import.py reading [--megabytes 300]
    .venv/bin/python benchmarks/legacy_import.py whole [--posts 2000] [--text 6000] [--comments 2] [--attic 0]
    .venv/bin/python benchmarks/legacy_import.py make [--posts 2000 …] > export.xml

Each is measured twice, at a quarter of the size first: memory must not grow with size, and time only as size does. `reading` has its export
from a pipe of another process, so it lies on no disk. `whole` does all that the task `import` does, in a site that is gone afterwards;
each post has a text of that many characters, comments, a picture that is missing, a file, links to other posts, and what plugins keep in
their attic, which no import brings along.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

BAR = 150
"""Megabytes that reading may take; a whole import may take twice that."""
STEEPEST = 1.5
PLUGINS = Path(__file__).resolve().parent.parent / "plugins"
WORDS = """
the a letter people work morning garden question price answer slowly river they found kept telling small with about under because
table friend two long honest street winter bread window she never asked paper business""".split()  # noqa: SIM905  (words in a row are easier to extend)
HEAD = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>B</title>
<link>https://b.example</link><wp:wxr_version>1.2</wp:wxr_version>
"""
COMMENT = """<wp:comment><wp:comment_id>{n}</wp:comment_id><wp:comment_author>Reader {n}</wp:comment_author>
<wp:comment_date>2012-07-03 10:00:00</wp:comment_date><wp:comment_approved>{state}</wp:comment_approved>
<wp:comment_content><![CDATA[I read number {n} twice. See <a href="https://r.example/{n}">mine</a>.]]></wp:comment_content></wp:comment>
"""
META = """<wp:postmeta><wp:meta_key><![CDATA[_of_a_plugin]]></wp:meta_key><wp:meta_value><![CDATA[{attic}]]></wp:meta_value></wp:postmeta>
"""
POST = """<item><title>{title}</title><link>https://b.example/{year}/{month:02}/post-{n}/</link><dc:creator>ann</dc:creator>
<guid isPermaLink="false">https://b.example/?p={n}</guid><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{n}</wp:post_id>
<wp:post_date>{year}-{month:02}-02 09:15:00</wp:post_date><wp:post_date_gmt>{year}-{month:02}-02 07:15:00</wp:post_date_gmt>
<wp:post_name>post-{n}</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="c-{category}">Category {category}</category>
<category domain="post_tag" nicename="t-{topic}">Topic {topic}</category>
{meta}{comments}</item>
<item><title>desk {n}</title><guid>https://b.example/desk-{n}/</guid><wp:post_id>9{n}</wp:post_id><wp:post_parent>{n}</wp:post_parent>
<wp:post_type>attachment</wp:post_type><wp:attachment_url>https://b.example/wp-content/uploads/desk-{n}.jpg</wp:attachment_url></item>
"""


@dataclass(frozen=True, slots=True)
class Size:
    """Of an export: how many posts, and of each post the characters of its text and of its attic, and how many comments."""

    posts: int
    text: int
    comments: int
    attic: int


def export(size: Size) -> Iterator[str]:
    """Piece by piece; the same each time."""
    chance = random.Random(1)  # noqa: S311  (no secret)
    yield HEAD
    for n in range(1, size.posts + 1):
        states = ("spam" if (n + at) % 10 == 0 else "1" for at in range(size.comments))
        yield POST.format(
            n=n,
            title=f"On number {n}" if n % 20 else "",
            year=_year(n),
            month=_month(n),
            text="\n\n".join(_paragraphs(n, size.text, chance)),
            category=n % 12,
            topic=n % 200,
            meta=META.format(attic="x" * size.attic) if size.attic else "",
            comments="".join(COMMENT.format(n=n * 100 + at, state=state) for at, state in enumerate(states)),
        )
    yield "</channel></rss>"


def _year(number: int) -> int:
    return 2000 + number % 15


def _month(number: int) -> int:
    return 1 + number % 12


def _paragraphs(number: int, length: int, chance: random.Random) -> Iterator[str]:
    earlier = max(1, number // 2)
    yield f'<img src="https://b.example/wp-content/uploads/desk-{number}-300x200.jpg" alt="" />'
    yield f'See <a href="https://b.example/{_year(earlier)}/{_month(earlier):02}/post-{earlier}/">what came before</a>.'
    while length > 0:
        paragraph = f"{' '.join(chance.choices(WORDS, k=60)).capitalize()}."
        length -= len(paragraph) + 2
        yield f"<strong>{paragraph[:40]}</strong>{paragraph[40:]}" if chance.random() < 0.1 else paragraph
    if number % 3 == 0:
        yield "What do you think? Leave a comment below!"
    if number % 4 == 0:
        yield "Best wishes, Ann (ann@example.com)"


def peak() -> int:
    """The most bytes of memory that this process has had."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage also counts, on Linux, what the program had that started this one
        return int(re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))[1]) * 1024  # type: ignore[index]
    import resource  # noqa: PLC0415  (Windows has none)

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


# --- Programs that are measured: each is a process of its own and tells on its last line what it needed


def read() -> None:
    """Read what comes on standard input."""
    from legacy_import.sources.encodings import decoded  # noqa: PLC0415  (the plugins' folder is on the path now)
    from legacy_import.sources.repairs import Repairs  # noqa: PLC0415
    from legacy_import.sources.xml_files import read_xml  # noqa: PLC0415

    repairs = Repairs("pipe")
    blocks = iter(lambda: sys.stdin.buffer.read(1 << 18), b"")
    found = Counter(type(each).__name__ for each in read_xml(decoded(blocks, "utf-8", repairs), "pipe", repairs))
    if found["Trouble"]:
        raise RuntimeError(f"{found['Trouble']} troubles in a sound export")
    print(peak())  # noqa: T201


def bring(export_file: Path, root: Path) -> None:
    """Import the export into a new site."""
    from legacy_import.command import import_posts  # noqa: PLC0415  (the plugins' folder is on the path now)
    from legacy_import.importing import Means, Options  # noqa: PLC0415
    from site_owner.slugs import reserved_because, short_slug_of, slug_of  # noqa: PLC0415

    means = Means(slug_of, short_slug_of, reserved_because, "en", "https://imported.example", "import")
    if import_posts(root, [export_file], Options(root / "content"), means):
        raise RuntimeError("a sound export was not brought along")
    print(peak())  # noqa: T201


def measured_reading(size: Size) -> tuple[float, int]:
    """Seconds, and bytes of memory."""
    start = time.perf_counter()
    making = _command("make", *(f"--{name}={getattr(size, name)}" for name in Size.__slots__))
    with subprocess.Popen(making, stdout=subprocess.PIPE) as maker:  # noqa: S603  (our own program)
        done = subprocess.run(_command("read"), stdin=maker.stdout, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603
    return time.perf_counter() - start, int(done.stdout)


def measured_import(size: Size) -> tuple[float, int]:
    """Seconds, and bytes of memory."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "export.xml")
        with file.open("w", encoding="utf-8") as opened:
            opened.writelines(export(size))
        print(f"{size.posts} posts, {file.stat().st_size >> 20} MB", flush=True)  # noqa: T201
        start = time.perf_counter()
        bringing = _command("bring", str(file), str(Path(folder, "site")))
        done = subprocess.run(bringing, stdout=subprocess.PIPE, check=True, text=True)  # noqa: S603
        return time.perf_counter() - start, int(done.stdout.splitlines()[-1])


def _command(*arguments: str) -> list[str]:
    return [sys.executable, __file__, *arguments]


def compared(size: Size, *, is_whole: bool) -> int:
    """Measure and tell; 1 if memory or time has grown too much."""
    measured, bar = (measured_import, 2 * BAR) if is_whole else (measured_reading, BAR)
    few_seconds, few_bytes = measured(replace(size, posts=size.posts // 4))
    seconds, most = measured(size)
    growth, each = seconds / few_seconds / 4, (most - few_bytes) / (size.posts - size.posts // 4)
    print(f"{size.posts} posts: {seconds:.1f} s, at most {most >> 20} MB of memory, bar {bar}")  # noqa: T201
    print(f"four times the size takes {4 * growth:.1f} times the time, and {each:.0f} bytes of memory for each post more")  # noqa: T201
    return int(most >> 20 > bar or growth > STEEPEST)


def given_size(given: argparse.Namespace) -> Size:
    size = Size(given.posts, given.text, given.comments, given.attic)
    if given.megabytes:
        length = sum(map(len, export(replace(size, posts=100))))
        return replace(size, posts=(given.megabytes << 20) * 100 // length)
    return size


def main() -> int:
    sys.path.insert(0, str(PLUGINS))
    parser = argparse.ArgumentParser(description="What an import costs.")
    parser.add_argument("what", choices=["reading", "whole", "make", "read", "bring"])
    parser.add_argument("files", nargs="*", type=Path, help="of `bring` the export and the new site")
    for name, number in (("posts", 2000), ("text", 6000), ("comments", 2), ("attic", 0), ("megabytes", 0)):
        parser.add_argument(f"--{name}", type=int, default=number)
    given = parser.parse_args()
    if given.what == "make":
        sys.stdout.writelines(export(given_size(given)))
    elif given.what == "read":
        read()
    elif given.what == "bring":
        bring(*given.files)
    else:
        return compared(given_size(given), is_whole=given.what == "whole")
    return 0


if __name__ == "__main__":
    sys.path.remove(str(Path(__file__).parent))  # where this file would stand for the plugin of its name
    sys.exit(main())
