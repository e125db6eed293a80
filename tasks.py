#!/usr/bin/env python3
"""Everything that is done with this site. `python3 tasks.py` lists the tasks (on Windows: `py tasks.py`).

Any Python from 3.11 on may start this file. At the first start it makes `.venv` and installs there what a lock file lists, checked by
hashes (`plugins/fastbuild/environment.py`); then, and at every later start, it goes on in `.venv`. There, `invoke --list` knows the
same tasks. Python 3.8 can still read this file, so that an old Python ends in a sentence; no package is imported at the top.

Exit codes: 0 fine, 1 errors in content or checks, 2 usage, settings, or no environment to work in.
"""
# ruff: noqa: PLC0415, PLR0913, PT028, S603  (imports wait for their packages; a task's parameters are its options; we start our own programs)

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent
ME = "py tasks.py" if os.name == "nt" else "python3 tasks.py"
OLDEST, NEWEST = (3, 11), (3, 14)


class Stop(Exception):  # noqa: N818  (not an accident, but an end that is told in a sentence)
    """Ends the program with exit code 2. As in all errors that an owner can mend, `problems` says what is wrong and what to do."""

    def __init__(self, problem: str) -> None:
        self.problems = (problem,)
        super().__init__(problem)


def say(text: object, stream: Any = None) -> None:
    stream = stream or sys.stdout
    stream.write(f"{text}\n")
    stream.flush()


# --- The tasks: a first line of help, and parameters that are the options.


def build(
    content: str | None = None,
    output: str | None = None,
    settings: str | None = None,
    *,
    publish: bool = False,
    stock: bool = False,
    json: bool = False,
) -> int:
    """Build the site into output/."""
    import gc

    from fastbuild import building
    from fastbuild.sources import Sources

    gc.disable()  # what a build makes lives until its end, and so does this process
    if settings and publish:
        raise Stop("--publish means --settings publishconf.py. Give one of the two.")
    chosen = Path(settings).absolute() if settings else ROOT / ("publishconf.py" if publish else "pelicanconf.py")
    target = Path(output).absolute() if output else chosen.parent / "output"
    sources = Sources(chosen, Path(content).absolute() if content else None)
    request = building.Request(ROOT, sources, target, publishing=publish, see_it=f"{ME} serve", stock=stock, as_json=json)
    return building.build(request)


def serve(port: int = 8000, *, no_browser: bool = False) -> int:
    """Show the site in the browser while you write."""
    from fastbuild import serving

    return serving.serve(ROOT, port=port, browser=not no_browser)


def init(
    name: str | None = None,
    author: str | None = None,
    email: str | None = None,
    phone: str | None = None,
    url: str | None = None,
    language: str | None = None,
    *,
    yes: bool = False,
) -> int:
    """Make the site yours: your name, your address, a first article."""
    from site_owner.initialise import ask_owner, initialise

    given = {"name": name, "author": author, "email": email, "phone": phone, "url": url, "language": language}
    if not (yes or sys.stdin.isatty()):
        raise Stop(f"init asks questions, and nobody is here to answer. Answer with options and add --yes. See: {ME} init --help")
    try:
        owner = ask_owner(given, ask=None if yes else input)
    except EOFError:
        raise Stop("init was left before its last question, so nothing was changed.") from None
    for line in initialise(ROOT, owner):
        say(line)
    say(f"To see your site:  {ME} serve")
    return 0


def new(title: str) -> int:
    """Begin an article: a draft in content/articles/."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from site_owner.drafting import new_article
    from site_owner.settings import read_site

    site = read_site(ROOT / "site.toml")
    path = new_article(ROOT, title, now=datetime.now(ZoneInfo(site.timezone)), author=site.default_author)
    say(f"Write in {path.relative_to(ROOT)}. To see it while you do:  {ME} serve")
    return 0


def ids(*, fix: bool = False) -> int:
    """Give every article the Id by which feeds know it."""
    from zoneinfo import ZoneInfo

    from pelican.utils import get_date
    from site_feeds.ids import Means, give_ids
    from site_owner.ids import new_id
    from site_owner.settings import read_site
    from site_owner.slugs import slug_of

    site = read_site(ROOT / "site.toml")
    return give_ids(ROOT, Means(new_id, slug_of, get_date, ZoneInfo(site.timezone), site.language), fix=fix)


def tags(*change: str, yes: bool = False, json: bool = False) -> int:
    """List the tags, or change them: rename OLD NEW, merge A B INTO."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from pelican.utils import get_date
    from site_owner.settings import read_site
    from site_owner.slugs import WINDOWS_NAMES, slug_of
    from tag_pages.doctor import Means
    from tag_pages.doctor import tags as look_after_tags

    now = datetime.now(ZoneInfo(read_site(ROOT / "site.toml").timezone))
    return look_after_tags(ROOT, change, Means(slug_of, WINDOWS_NAMES, f"{ME} tags", get_date, now), yes=yes, as_json=json)


def import_(
    *sources: str,
    into: str | None = None,
    media: str | None = None,
    dry_run: bool = False,
    keep_contacts: bool = False,
    keep_addresses: bool = False,
    fetch: bool = False,
) -> int:
    """Bring the posts of an old blog along, without its comments."""
    from legacy_import.command import import_posts
    from legacy_import.importing import Means, Options
    from site_owner.settings import read_site
    from site_owner.slugs import reserved_because, short_slug_of, slug_of

    target = Path(into).absolute() if into else ROOT / "content"
    options = Options(target, tuple(Path(it).absolute() for it in [media] if it), dry_run, keep_contacts, keep_addresses, fetch)
    site = read_site(ROOT / "site.toml")
    means = Means(slug_of, short_slug_of, reserved_because, site.language, site.url, f"{ME} import")
    return import_posts(ROOT, tuple(Path(it).absolute() for it in sources), options, means)


def test(*pytest_arguments: str, long: bool = False) -> int:
    """Run the tests; what follows goes to pytest."""
    from fastbuild import browser_tools

    browser_tools.install(ROOT / "tests" / "browser", say)
    return module("pytest", *([] if long else ["-m", "not long"]), *pytest_arguments)


def check(*, json: bool = False) -> int:
    """Check texts and site: comments, other hosts, old cards."""
    from fastbuild import checking_build
    from fastbuild.sources import Sources
    from site_check import checking

    with checking_build.built(Sources(ROOT / "publishconf.py")) as built:
        report = checking.check(checking.Subject(ROOT, built.content, built.output), built.problems, built.settings)
    say(report.as_json() if json else report.as_text())
    return report.exit_code


def impact(*live: str, max_redelivered: int = sys.maxsize, record: bool = False, json: bool = False) -> int:
    """Tell what subscribers of the feeds will see, before you publish."""
    from fastbuild import checking_build
    from fastbuild.sources import Sources
    from site_feeds.impact import Options
    from site_feeds.impact import impact as tell_impact

    sources, options = Sources(ROOT / "publishconf.py"), Options(max_redelivered, record, json)
    return tell_impact(ROOT, live, options, lambda: checking_build.built(sources))


def replies(mailbox: str, *, json: bool = False) -> int:
    """Count who answered what, in a mail folder of yours."""
    from contact_cta.replies import replies as count_replies
    from site_owner.settings import read_site

    return count_replies(ROOT, mailbox, as_json=json, default_kind=read_site(ROOT / "site.toml").default_cta)


def lint() -> int:
    """Check the style of the code."""
    return max(module("ruff", "check", "."), module("ruff", "format", "--check", "."))


def types() -> int:
    """Check the types of the code."""
    return module("mypy")


def bench(*options: str) -> int:
    """Time builds against stock Pelican and Hugo."""
    return module("benchmarks.building", *options)


def clean() -> int:
    """Remove what builds and tests left behind."""
    from fastbuild import cleaning

    kept = cleaning.clean(ROOT)
    say(f"Clean. Not from a build, so it stays in output/: {', '.join(kept)}" if kept else "Clean.")
    return 0


RUN, DEVELOP = "requirements.lock", "requirements-dev.lock"
TASKS: dict[Callable[..., int], str | None] = {  # and the packages that each needs
    **dict.fromkeys((build, serve, init, new, ids, tags, import_, check, impact, replies, bench), RUN),
    **dict.fromkeys((test, lint, types), DEVELOP),
    clean: None,
}
HELP = {
    "content": "folder of the articles and pages (as the settings say)",
    "output": "folder for the built site (output)",
    "settings": "settings file of Pelican (pelicanconf.py)",
    "publish": "build what is to be uploaded: public address, no drafts, mistakes are errors",
    "stock": "by Pelican alone, without the engine: slower, the same bytes",
    "port": "port of the preview (8000)",
    "no_browser": "do not open a browser",
    "name": "name of the site",
    "author": "your name",
    "email": "your email address, for readers",
    "phone": "your phone number, for readers",
    "url": "address of the site, such as https://www.example.com",
    "language": "language of the site, such as en-GB",
    "yes": "ask nothing, do it",
    "change": "rename OLD NEW, or merge A B INTO; without --yes, only shows what would change",
    "title": "title of the article",
    "sources": "what you have: exports of Blogger or WordPress, feeds, saved pages, folders of them",
    "into": "content folder to write to (content)",
    "media": "folder with the pictures of the old blog",
    "dry_run": "only say what would be done",
    "keep_contacts": "addresses and numbers of old posts stay theirs",
    "keep_addresses": "texts keep their old addresses",
    "fetch": "get missing pictures from the network",
    "fix": "of articles that share an Id, give the newer ones another",
    "live": "what is live: the folder of a built site, feeds in any format (published.json)",
    "max_redelivered": "fail if more articles than this are delivered twice",
    "record": "remember this build as live, in published.json",
    "json": "print one JSON object instead of text",
    "mailbox": "an mbox file, or the folder of a Maildir",
    "long": "also those that take longer",
}


def module(name: str, *arguments: str) -> int:
    """Run the command line of a Python module in the project's folder; return its exit code."""
    return subprocess.run([sys.executable, "-m", name, *arguments], cwd=str(ROOT), check=False).returncode


def command_line() -> Any:
    from fastbuild.command_line import CommandLine

    return CommandLine(ME, ROOT / "tasks.py", TASKS, HELP)


def why_too_old() -> str | None:
    """A sentence if this Python is too old, naming a newer one if there is one on this machine."""
    if sys.version_info >= OLDEST:
        return None
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    newer = [name for name in names if shutil.which(name) and not subprocess.call([name, "-c", ""], stderr=subprocess.DEVNULL)]
    elsewhere = "Install a newer one from https://www.python.org/downloads/ or with your system's packages, then try again."
    fix = f"You have a newer one: {' '.join([newer[0], *sys.argv])}" if newer else elsewhere
    return f"This is Python {sys.version_info[0]}.{sys.version_info[1]}; Rapport needs 3.11 or newer. {fix}"


def main() -> int:
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a task that is stopped tidies up as after Ctrl-C
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a path may hold what a poor terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    too_old = why_too_old()
    if too_old:
        say(too_old, sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT / "plugins"))
    try:
        return int(command_line().run(sys.argv[1:]))
    except KeyboardInterrupt:
        say("Stopped.", sys.stderr)
        return 130
    except Exception as error:
        if not hasattr(error, "problems"):
            raise
        say(error, sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
if "invoke" in sys.modules:  # it imports this file, and takes the tasks that it finds here
    sys.path.insert(0, str(ROOT / "plugins"))
    globals().update({function.__name__: command_line().as_invoke_task(function) for function in TASKS})
