"""Whole builds of a small site with Pelican's own `simple` theme: what is said, what is written, what is left alone."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from fastbuild import building, making
from fastbuild.output import opened
from fastbuild.sources import Sources

SETTINGS = """\
SITENAME = "A small site"
SITEURL = ""
TIMEZONE = "Europe/London"
DEFAULT_LANG = "en"
PATH = "content"
THEME = "simple"
PLUGINS = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
THEME_TEMPLATES_OVERRIDES = ["templates"]
STATIC_PATHS = ["images"]
"""
PLUGIN = "import logging\nfrom pelican import signals\ndef act(_):\n    {what}\ndef register():\n    signals.{signal}.connect(act)\n"
ARTICLE = "Title: {title}\nDate: 2026-01-02 10:00\nCategory: Notes\n{more}\nA *first* line.\n"


@dataclass
class Project:
    """A site in a folder, and builds of it."""

    root: Path
    capture: pytest.CaptureFixture[str]

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def article(self, name: str, title: str = "Hello", more: str = "") -> None:
        self.write(f"content/{name}", ARTICLE.format(title=title, more=more))

    def request(self) -> building.Request:
        return building.Request(self.root, Sources(self.root / "conf.py"), self.root / "output")

    def build(self, request: building.Request | None = None) -> tuple[int, str, str]:
        """The exit code, standard output and standard error of a build."""
        code = building.build(request or self.request())
        return code, *self.capture.readouterr()

    def output(self) -> dict[str, str]:
        folder = self.root / "output"
        return files_in(folder)

    def left_overs(self) -> list[str]:
        return [path.name for path in self.root.iterdir() if "stage" in path.name]


def files_in(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*") if path.is_file()}


BUILD_HERE = """\
import sys
from pathlib import Path
from fastbuild.building import Request, build
from fastbuild.sources import Sources

def build_here():
    here = Path.cwd()
    return build(Request(here, Sources(here / "conf.py"), here / "output"))

"""


def run_here(project: Project, code: str) -> subprocess.CompletedProcess[str]:
    """A process of its own in the project's folder; `code` sets `code`, with which it ends."""
    environment = dict(os.environ, PYTHONPATH=str(Path(building.__file__).parents[1]))
    script = f"{BUILD_HERE}{code}\nsys.exit(code)"
    return subprocess.run([sys.executable, "-c", script], cwd=project.root, env=environment, capture_output=True, text=True, check=False)


def settle(project: Project) -> None:
    """Let every file be older than the build, so that it may leave a record of what it has seen."""
    time.sleep(0.05)


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path / "Mein Büro", capsys)
    project.write("conf.py", SETTINGS)
    project.article("hello.md")
    monkeypatch.chdir(project.root)
    return project


def test_a_build_says_where_the_site_is_and_how_to_see_it(project: Project) -> None:
    code, out, err = project.build()
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Building the site ..."
    assert "The site is in output/: " in out
    assert out.rstrip().endswith("python3 tasks.py serve")
    assert "<em>first</em>" in project.output()["hello.html"]
    assert project.left_overs() == []


def test_the_bytes_are_those_of_stock_pelican(project: Project) -> None:
    project.article("drafts/secret.md", "Secret", "Status: draft\n")
    project.build()
    stock = [sys.executable, "-m", "pelican", "content", "-s", "conf.py", "-o", "stock"]
    subprocess.run(stock, check=True, cwd=project.root, capture_output=True)
    stock_files = files_in(project.root / "stock")
    assert project.output() == stock_files
    assert "drafts/secret.html" in stock_files


BROKEN = "Title: Broken\nTags: a\nDate: 2026-99-99\nCategory: Notes\n\nText\n"


def test_an_error_leaves_a_published_site_as_it_was(project: Project) -> None:
    publishing = replace(project.request(), publishing=True)
    project.build(publishing)
    before = project.output()
    project.article("hello.md", "Changed")
    project.write("content/broken.md", BROKEN)
    code, out, err = project.build(publishing)
    assert code == 1
    first, told, last = err.splitlines()
    assert (first, last) == ("1 error:", "The site in output/ is unchanged.")
    assert told.startswith("content/broken.md:3: Date: ")
    assert "The site is in" not in out
    assert project.output() == before
    assert project.left_overs() == []


def test_in_a_preview_one_bad_article_does_not_stop_the_others(project: Project) -> None:
    project.write("content/broken.md", BROKEN)
    code, out, err = project.build()
    assert code == 1
    assert "content/broken.md:3: Date: " in err
    assert "The site is in output/: 7 pages, without what is wrong above." in out
    assert "hello.html" in project.output()
    assert "broken.html" not in project.output()
    project.write("content/broken.md", BROKEN.replace("99-99", "01-02"))
    assert project.build()[0] == 0
    assert "broken.html" in project.output()


def test_a_page_that_cannot_be_made_leaves_the_output_as_it_was(project: Project) -> None:
    project.build()
    before = project.output()
    project.article("hello.md", "Changed", "Template: mine\n")
    project.write("templates/mine.html", "{{ article.nothing.more }}")
    code, _, err = project.build()
    assert code == 1
    assert "templates/mine.html:1: " in err
    assert project.output() == before


def test_all_problems_of_a_run_are_told(project: Project) -> None:
    for name in ("one", "two"):
        project.write(f"content/{name}.md", "Date: 2026-13-01\nTitle: x\n\nText\n")
    project.write("content/untitled.md", "Date: 2026-01-01\n\nText\n")
    project.write("content/odd.md", "Title: Odd\nDate: 2026-01-01\nStatus: publishd\n\nText\n")
    code, _, err = project.build(replace(project.request(), publishing=True))
    assert code == 1
    for begin in ("content/one.md:1: ", "content/two.md:1: ", "content/untitled.md:1: ", "content/odd.md:3: "):
        assert f"\n{begin}" in err
    assert err.startswith("4 errors:\n")
    assert "Nothing was written to output/." in err


def test_a_dead_link_is_told_with_file_and_line_in_every_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelican.log.LimitFilter.LOGS_DEDUP_MIN_LEVEL", logging.WARNING)  # Pelican's own choice
    project.article("hello.md", more="\n[gone]({filename}gone.md) and [again]({filename}gone.md)\n")
    for _ in range(2):
        code, _, err = project.build()
        assert code == 0
        first, *told = err.splitlines()
        assert first == "1 warning:"
        assert [line.split(": ")[0] for line in told] == ["content/hello.md:5"]


def test_a_filter_of_the_settings_is_honoured(project: Project) -> None:
    project.write("noisy_plugin.py", PLUGIN.format(signal="all_generators_finalized", what="logging.warning('%s is loud', 'hello')"))
    plugin = SETTINGS.replace("PLUGINS = []", "PLUGINS = ['noisy_plugin']\nPLUGIN_PATHS = ['.']")
    project.write("conf.py", plugin)
    assert "hello is loud" in project.build()[2]
    project.write("conf.py", plugin + "import logging\nLOG_FILTER = [(logging.WARNING, '%s is loud')]\n")
    assert project.build()[2] == ""


def test_a_problem_of_a_plugin_is_told_once_with_its_place(project: Project) -> None:
    project.write(
        "loud_plugin.py",
        "import logging\nfrom pelican import signals\nlog = logging.getLogger(__name__)\n"
        "def tell(generators):\n"
        "    place = {'source_path': 'content/hello.md', 'line': 4, 'rule': 'loud-word', 'fix': 'Whisper.'}\n"
        "    log.error('loud: %s:%s: too loud. Whisper.', 'content/hello.md', 4, extra=place)\n"
        "def register():\n    signals.all_generators_finalized.connect(tell)\n",
    )
    project.write("conf.py", SETTINGS.replace("PLUGINS = []", "PLUGINS = ['loud_plugin']\nPLUGIN_PATHS = ['.']"))
    code, _, err = project.build()
    assert code == 1
    assert err.splitlines()[1] == "content/hello.md:4: loud: too loud. Whisper."


def test_a_plugin_that_is_missing_is_an_error(project: Project) -> None:
    project.write("conf.py", SETTINGS.replace("PLUGINS = []", "PLUGINS = ['no_such_plugin']"))
    code, _, err = project.build()
    assert code == 2
    assert "no_such_plugin" in err


@pytest.mark.parametrize(
    ("template", "place"),
    [("{% block content %}\n{{ 1 / 0 }}\n{% endblock %}", "2"), ("{% if %}", "1"), ("\n{{ x.y.z }}", "2")],
)
def test_a_mistake_in_a_template_is_told_with_its_line(project: Project, template: str, place: str) -> None:
    project.write("templates/article.html", template)
    project.write("conf.py", SETTINGS.replace('["templates"]', f"[{str(project.root / 'templates')!r}]"))
    code, _, err = project.build()
    assert code == 1
    assert f"\ntemplates/article.html:{place}: " in err
    assert "Traceback" not in err


def test_two_articles_of_one_address_are_told_without_a_traceback(project: Project) -> None:
    project.article("other.md", "Other", "Slug: hello\n")
    code, _, err = project.build()
    assert code == 1
    assert "other.md and hello.md would both be written to 'hello.html'" in err
    assert "Traceback" not in err


def test_a_defect_shows_its_traceback_and_a_sentence(project: Project) -> None:
    project.write(
        "bad_plugin.py",
        "from pelican import signals\ndef fail(generators):\n    raise RuntimeError('a defect')\n"
        "def register():\n    signals.all_generators_finalized.connect(fail)\n",
    )
    project.write("conf.py", SETTINGS.replace("PLUGINS = []", "PLUGINS = ['bad_plugin']\nPLUGIN_PATHS = ['.']"))
    code, _, err = project.build()
    assert code == 1
    assert "bad_plugin.py" in err
    assert "RuntimeError: a defect" in err
    assert "Please report it" in err


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        (
            "SITENAME = 'x'\nraise SystemExit('site.toml:3: url: say https://www.example.com')",
            "site.toml:3: url: say https://www.example.com",
        ),
        ("SITENAME = 'x'\nraise SystemExit(2)", "conf.py ended the build."),
        ("SITENAME = 'x'\nSITEURL = nonsense", "ERROR conf.py:2: NameError: name 'nonsense' is not defined"),
        ("SITENAME = (", "ERROR conf.py:1: SyntaxError: "),
        (SETTINGS + "THEME = 'no-such-theme'", "ERROR conf.py:11: there is no theme no-such-theme."),
        ("class E(Exception):\n    problems = ('site.toml:3: a', 'site.toml:4: b')\nraise E", "ERROR site.toml:3: a\nERROR site.toml:4: b"),
    ],
)
def test_settings_that_cannot_be_used_end_with_2(project: Project, settings: str, told: str) -> None:
    project.write("conf.py", settings)
    code, _, err = project.build()
    assert code == 2
    assert err.startswith(told)
    assert "Traceback" not in err
    assert err.rstrip().endswith("Nothing was written to output/.")


def test_what_is_not_there_ends_with_2(project: Project) -> None:
    request = project.request()
    code, _, err = project.build(replace(request, sources=Sources(project.root / "none.py")))
    assert (code, err) == (2, "There is no settings file none.py. Name one with --settings.\n")
    code, _, err = project.build(replace(request, sources=replace(request.sources, content=project.root / "none")))
    assert (code, err) == (2, "There is no folder none. Name the one with your articles with --content.\n")


@pytest.mark.parametrize("output", [".", "content", "/"])
def test_an_output_that_would_overwrite_sources_ends_with_2(project: Project, output: str) -> None:
    code, out, err = project.build(replace(project.request(), output=project.root / output))
    assert (code, out) == (2, "")
    assert "--output" in err


def test_content_can_be_another_folder(project: Project) -> None:
    project.write("words/other.md", ARTICLE.format(title="Other", more=""))
    request = project.request()
    code, _, _ = project.build(replace(request, sources=replace(request.sources, content=project.root / "words")))
    assert code == 0
    assert "other.html" in project.output()
    assert "hello.html" not in project.output()


def test_paths_in_the_settings_are_read_from_beside_them(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("templates/article.html", "our own {{ article.title }}")
    monkeypatch.chdir(tmp_path)
    assert project.build()[0] == 0
    assert project.output()["hello.html"] == "our own Hello"
    assert Path.cwd() == tmp_path


def test_drafts_of_a_preview_do_not_stay_when_publishing(project: Project) -> None:
    project.article("secret.md", "Secret", "Status: draft\n")
    project.build()
    assert "drafts/secret.html" in project.output()
    project.write("publish.py", SETTINGS + "DRAFT_SAVE_AS = ''\n")
    project.write("output/CNAME", "www.example.com")
    code, out, _ = project.build(replace(project.request(), sources=Sources(project.root / "publish.py"), publishing=True))
    assert code == 0
    assert not any("Secret" in text for text in project.output().values())
    assert "1 file in output/ is not from this build: CNAME." in out


def test_a_second_build_touches_nothing(project: Project) -> None:
    project.build()
    times = {path: path.stat().st_mtime_ns for path in (project.root / "output").rglob("*")}
    _, out, _ = project.build()
    assert "nothing has changed" in out or "nothing changed" in out
    assert times == {path: path.stat().st_mtime_ns for path in (project.root / "output").rglob("*")}


def test_a_build_that_is_stopped_leaves_nothing_behind(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    before = project.output()

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(making, "run_pelican", stopped)
    project.article("hello.md", "Changed")
    with pytest.raises(KeyboardInterrupt):
        project.build()
    assert project.output() == before
    assert project.left_overs() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(project: Project) -> None:
    project.build()
    project.article("hello.md", "Changed")
    (project.root / "output").chmod(0o555)
    project.root.chmod(0o555)
    code, _, err = project.build()
    project.root.chmod(0o755)
    assert code == 1
    assert "Permission denied. Make room, or give yourself permission" in err
    assert err.rstrip().endswith("The site in output/ is unchanged.")


def test_a_foreign_file_in_the_way_is_told_in_a_sentence(project: Project) -> None:
    project.write("output/hello.html/mine.txt", "foreign")
    code, _, err = project.build()
    assert code == 1
    assert "hello.html" in err
    assert "Move it elsewhere" in err


def test_a_build_finds_another_that_is_running(project: Project) -> None:
    with opened(project.root / "output", project.root / ".cache"):
        done = run_here(project, "code = build_here()")
    assert done.returncode == 2
    assert str(os.getpid()) in done.stderr


def test_nothing_is_imported_or_read_if_nothing_has_changed(project: Project) -> None:
    settle(project)
    run_here(project, "code = build_here()")
    done = run_here(project, "code = build_here(); print(sorted({'pelican', 'jinja2', 'markdown', 'rich'} & {*sys.modules}))")
    assert done.returncode == 0
    assert "nothing has changed, 7 pages, 7 files in all." in done.stdout
    assert done.stdout.rstrip().endswith("[]")


@pytest.mark.parametrize("change", ["content/hello.md", "content/new.md", "templates/article.html", "conf.py", "output/hello.html"])
def test_a_change_of_anything_is_seen(project: Project, change: str) -> None:
    project.write("templates/article.html", "{{ article.title }}")
    project.write("conf.py", SETTINGS.replace('["templates"]', f"[{str(project.root / 'templates')!r}]"))
    settle(project)
    project.build()
    assert "nothing has changed" in project.build()[1]
    old = (project.root / change).read_text(encoding="utf-8") if (project.root / change).exists() else ARTICLE.format(title="New", more="")
    project.write(change, f"{old}\n")
    assert "nothing has changed" not in project.build()[1]
    if change == "output/hello.html":
        assert project.output()["hello.html"] == "Hello"


def test_a_warning_is_told_at_every_build(project: Project) -> None:
    project.article("hello.md", more="\n[gone]({filename}gone.md)\n")
    settle(project)
    assert project.build()[2] == project.build()[2] != ""


def test_an_article_of_the_future_appears_when_its_time_has_come(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=1.5)
    project.write("conf.py", SETTINGS + "WITH_FUTURE_DATES = False\n")
    project.write("content/soon.md", f"Title: Soon\nDate: {soon.isoformat()}\nCategory: Notes\n\nText\n")
    settle(project)
    project.build()
    assert "drafts/soon.html" in project.output()
    time.sleep(max(0.0, (soon - datetime.now(UTC)).total_seconds()) + 0.05)
    project.build()
    assert "soon.html" in project.output()
    assert "drafts/soon.html" not in project.output()


def test_the_report_for_programs_counts_and_measures(project: Project) -> None:
    project.article("other.md", "Other")
    code, out, err = project.build(replace(project.request(), as_json=True))
    report = json.loads(out)
    assert (code, err) == (0, "")
    assert report["counts"]["read"] == 2
    assert report["counts"]["written"] == report["counts"]["files"] == len(project.output())
    assert set(report["seconds"]) >= {"reading", "pages", "placing"}
    project.write("content/broken.md", BROKEN)
    code, out, err = project.build(replace(project.request(), as_json=True))
    assert (code, err) == (1, "")
    found = json.loads(out)["findings"]
    assert [(finding["path"], finding["line"], finding["severity"]) for finding in found] == [("content/broken.md", 3, "error")]


def test_stock_and_engine_follow_each_other(project: Project) -> None:
    project.build()
    before = project.output()
    code, out, _ = project.build(replace(project.request(), stock=True))
    assert code == 0
    assert "nothing changed" in out
    assert project.output() == before
    project.article("hello.md", "Changed")
    project.build(replace(project.request(), stock=True))
    assert "changed.html" in project.output()
    project.article("hello.md", "Hello")
    project.build()
    assert project.output() == before


@pytest.mark.parametrize("damage", ["gone", "cut", "foreign"])
def test_a_cache_that_is_damaged_means_a_build_of_everything(project: Project, damage: str) -> None:
    project.build()
    before = project.output()
    for path in [path for path in (project.root / ".cache").rglob("*") if path.is_file()]:
        if damage == "gone":
            path.unlink()
        elif damage == "cut":
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        else:
            path.write_bytes(b"something else")
    project.article("other.md", "Other")
    assert project.build()[0] == 0
    assert project.output()["hello.html"] == before["hello.html"]
    assert "other.html" in project.output()


def test_a_reader_who_leaves_does_not_stop_the_build(project: Project) -> None:
    code = (
        "from pathlib import Path; from fastbuild import building; from fastbuild.sources import Sources; here = Path.cwd();"
        'raise SystemExit(building.build(building.Request(here, Sources(here / "conf.py"), here / "output")))'
    )
    plugins = Path(building.__file__).parents[1]
    command = f"\"{sys.executable}\" -c '{code}' 2>errors | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=project.root, env={"PYTHONPATH": str(plugins)}, check=False)
    assert done.returncode == 0
    assert (project.root / "errors").read_text() == ""
    assert "hello.html" in project.output()


def test_pelicans_own_console_comes_back(project: Project) -> None:
    from pelican.log import LimitFilter, console

    before = LimitFilter.LOGS_DEDUP_MIN_LEVEL
    project.build()
    assert (console.quiet, LimitFilter.LOGS_DEDUP_MIN_LEVEL) == (False, before)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
