"""Plugins of others see what they would with stock Pelican; each part of the engine can be switched off; no process and no seed matters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from fastbuild import site_key
from fastbuild.pages import rendering

from .engine_site import EngineSite, differing, tree
from .sites import ROOT, full_site, plain_site

if TYPE_CHECKING:
    from pathlib import Path

OAK = "content/articles/wood/oak.md"

REWRITING = '''
"""Rewrites every page that is written, and lists them at the end."""
from pathlib import Path
from pelican import signals

SEEN = []


def rewrite(path, context):
    page = Path(path)
    page.write_text(page.read_text("utf-8") + f"<!-- {context['SITENAME']} {context['output_file']} -->", "utf-8")
    SEEN.append(context["output_file"])


def register():
    SEEN.clear()
    signals.content_written.connect(rewrite)
'''

LISTING = '''
"""Looks at the finished site, as one that compresses it or makes an index of it."""
from pathlib import Path
from pelican import signals


def listed(pelican):
    output = Path(pelican.output_path)
    files = sorted(str(path.relative_to(output)) for path in output.rglob("*") if path.is_file())
    (output / "list.txt").write_text("".join(f"{file} {(output / file).stat().st_size}\\n" for file in files))


def register():
    signals.finalized.connect(listed)
'''

MARKING = '''
"""Gives every article a number while its page is being written."""
from pelican import signals


def mark(generator, content):
    content.title = f"{generator.articles.index(content) + 1}. {content.title}" if content in generator.articles else content.title


def register():
    signals.article_generator_write_article.connect(mark)
'''

FEEDING = '''
"""Changes the items of every feed, and the file behind it."""
from pathlib import Path
from pelican import signals


def change(context, feed):
    for item in feed.items:
        item["title"] = item["title"].upper()


def add(path, context, feed):
    Path(path).write_text(Path(path).read_text("utf-8") + "<!-- fed -->", "utf-8")


def register():
    signals.feed_generated.connect(change)
    signals.feed_written.connect(add)
'''


def with_plugin(folder: Path, name: str, code: str, **settings: Any) -> EngineSite:
    site = plain_site(folder, PLUGIN_PATHS=[str(folder / "strangers")], PLUGINS=[name], OUTPUT_SOURCES=False, **settings)
    site.write(f"strangers/{name}.py", code)
    return site


@pytest.mark.parametrize(("name", "code"), [("rewriting", REWRITING), ("listing", LISTING), ("marking", MARKING), ("feeding", FEEDING)])
def test_strangers_make_the_same_site(name: str, code: str, tmp_path: Path) -> None:
    site = with_plugin(tmp_path, name, code)
    for change in ("Oak is slow", "Oak is not slow", "Oak is what it is"):
        site.write(OAK, f"Title: Oak\nDate: 2024-05-06\nTags: wood\n\n{change}. See [bone]({{filename}}../glue/bone.md).\n")
        site.build()
        assert site.differing(site.stock()) == []


@pytest.mark.parametrize(("name", "code"), [("rewriting", REWRITING), ("marking", MARKING)])
def test_who_may_expect_to_see_every_page_sees_it_and_one_is_told(name: str, code: str, tmp_path: Path) -> None:
    site = with_plugin(tmp_path, name, code)
    site.build()
    (said,) = site.build().notes
    assert name in said
    assert "FASTBUILD_SAFE_RECEIVERS" in said
    assert len(site.build().touched) > 40


def test_who_is_listed_as_safe_is_told_of_pages_that_are_written(tmp_path: Path) -> None:
    site = with_plugin(tmp_path, "rewriting", REWRITING, FASTBUILD_SAFE_RECEIVERS=["rewriting"])
    first = site.build()
    assert first.notes == ()
    assert site.differing(site.stock()) == []
    assert site.build().did_nothing
    site.edit(OAK, "Oak is slow", "Oak is not slow")
    built = site.build()
    assert site.differing(site.stock()) == []
    assert 0 < built.rendered < first.rendered
    assert built.touched == built.written
    assert b"<!-- A stranger's site oak-ash.html -->" in tree(site.output)["oak-ash.html"]


def test_who_looks_at_the_finished_site_sees_all_of_it(tmp_path: Path) -> None:
    site = with_plugin(tmp_path, "listing", LISTING)
    site.build()
    first = tree(site.output)["list.txt"]
    site.build()
    assert tree(site.output)["list.txt"] == first
    assert first.count(b"\n") > 60


PARTS = [{}, {"linear": False}, {"store": False}, {"skip": False}, {"linear": False, "store": False, "skip": False}]


@pytest.mark.parametrize("parts", PARTS, ids=str)
@pytest.mark.parametrize("make", [plain_site, full_site])
def test_each_part_may_be_switched_off(make: Any, parts: dict[str, bool], tmp_path: Path) -> None:
    site = make(tmp_path)
    site.settings["FASTBUILD"] = parts
    expected = site.stock()
    for _ in range(2):
        built = site.build()
        assert built.failures == ()
        assert site.differing(expected) == []
        assert built.removed == frozenset()


def test_without_a_store_each_file_is_read_again_and_nothing_else_is_done(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    site.settings["FASTBUILD"] = {"store": False}
    site.build()
    built = site.build()
    assert built.read > 8
    assert (built.rendered, built.touched) == (0, frozenset())


@pytest.mark.parametrize("make", [plain_site, full_site])
def test_several_processes_do_what_one_does(make: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "WORTH_A_PROCESS", 3)
    site = make(tmp_path)
    site.processes = 3
    first = site.build()
    assert site.differing(site.stock()) == []
    assert site.build().rendered == 0
    site.processes = 1
    assert site.build().rendered == 0
    site.remove("cache")
    site.remove("out")
    assert site.build().rendered == first.rendered


def test_without_an_output_nothing_is_read(tmp_path: Path) -> None:
    site = full_site(tmp_path)
    first = site.build()
    site.remove("out")
    built = site.build()
    assert (built.read, built.rendered, built.written) == (0, first.rendered, first.written)


PROGRAM = """
import json, logging, sys
from pathlib import Path
sys.path[:0] = [sys.argv[2], sys.argv[2] + "/plugins"]
logging.disable(logging.CRITICAL)
from tests.fastbuild.sites import full_site, plain_site
import tests.fastbuild.sites as sites
from tests.fastbuild.engine_site import EngineSite
folder = Path(sys.argv[1])
site = EngineSite(folder, *json.loads(sys.argv[3]))
built = site.build()
print(json.dumps([built.read, built.rendered, sorted(built.touched), sorted(built.removed)]))
"""


@pytest.mark.parametrize("make", [plain_site, full_site])
def test_another_process_with_another_seed_finds_nothing_to_do(make: Any, tmp_path: Path) -> None:
    site = make(tmp_path)
    site.settings["OUTPUT_SOURCES"] = False
    expected = site.stock()

    def built_with(seed: str) -> list[Any]:
        given = json.dumps([site.settings_file, site.settings])
        command = [sys.executable, "-c", PROGRAM, str(tmp_path), str(ROOT), given]
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        found: list[Any] = json.loads(done.stdout.splitlines()[-1])
        return found

    assert built_with("1")[1] > 30
    assert differing(tree(site.output), expected) == []
    assert built_with("2") == [0, 0, [], []]
    assert built_with("3") == [0, 0, [], []]


OWN_SETTINGS = """
from pathlib import Path
from helping import end

SITENAME = "Own"
SITEURL = "https://own.example"
TIMEZONE = "UTC"
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).parent / "custom")]
JINJA_FILTERS = {"ended": lambda text: text + end() + "."}
ARTICLE_PATHS = ["articles"]
"""


@pytest.mark.parametrize(("path", "old", "new"), [("own.py", '"."', '"!"'), ("helping.py", "the end", "no end")])
def test_code_of_settings_is_looked_at_whatever_their_file_is_called(path: str, old: str, new: str, tmp_path: Path) -> None:
    site = EngineSite(tmp_path, "own.py")
    site.write("own.py", OWN_SETTINGS)
    site.write("helping.py", 'def end():\n    return "the end"\n')
    site.write("custom/article.html", "{{ article.title|ended }}\n")
    site.write("content/articles/a.md", "Title: This is\nDate: 2024-01-02\n\nA.\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(tmp_path))
        site.build()
        assert site.build().did_nothing
        site.edit(path, old, new)
        site.build()
        assert site.differing(site.stock()) == []


MACHINES: list[Any] = [
    lambda patch: patch.setattr(site_key, "_libraries", lambda: ["markdown-99.dist-info"]),
    lambda patch: patch.setenv("LC_TIME", "de_DE.UTF-8"),
    lambda patch: patch.setenv("TZ", "Asia/Tokyo"),
    lambda patch: patch.setenv("SOURCE_DATE_EPOCH", "1"),
    lambda patch: patch.setattr("platform.system", lambda: "Another"),
]


@pytest.mark.parametrize("change", MACHINES)
def test_on_another_machine_everything_is_made_anew(change: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = plain_site(tmp_path, OUTPUT_SOURCES=False)
    first = site.build()
    assert site.build().did_nothing
    change(monkeypatch)
    built = site.build()
    assert (built.read, built.rendered) == (first.read, first.rendered)
    assert built.touched == frozenset()


def test_a_clock_that_goes_back_hides_no_edit(tmp_path: Path) -> None:
    site = plain_site(tmp_path)
    site.build()
    site.moment = 1_000_000_000
    site.edit(OAK, "Oak is slow", "Oak is slow")
    assert site.build().read == 1
    assert site.differing(site.stock()) == []


def test_a_page_that_cannot_be_made_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    site = plain_site(tmp_path, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "custom")])
    site.build()
    site.write("custom/page.html", "{{ page.nothing.at.all }}")
    built = site.build()
    assert {failure.page for failure in built.failures} == {"hall/index.html", "pages/about.html", "pages/hidden-page.html"}
    assert all("nothing" in failure.message for failure in built.failures)
    site.remove("custom/page.html")
    assert site.build().failures == ()
    assert site.differing(site.stock()) == []
