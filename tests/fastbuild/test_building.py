"""Whole builds of a small site with Pelican's own `simple` theme: what is said, what is written, what is left alone."""

from __future__ import annotations

import logging
import signal
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from fastbuild import building, placing
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
        return {name: (folder / name).read_text(encoding="utf-8") for name in placing.files_below(folder)}

    def left_overs(self) -> list[str]:
        return [path.name for path in self.root.iterdir() if "stage" in path.name]


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
    stock_files = {
        name: (project.root / "stock" / name).read_text(encoding="utf-8") for name in placing.files_below(project.root / "stock")
    }
    assert project.output() == stock_files
    assert "drafts/secret.html" in stock_files


def test_an_error_leaves_the_output_as_it_was(project: Project) -> None:
    project.build()
    before = project.output()
    project.article("hello.md", "Changed")
    project.write("content/broken.md", "Title: Broken\nTags: a\nDate: 2026-99-99\nCategory: Notes\n\nText\n")
    code, out, err = project.build()
    assert code == 1
    assert err.splitlines() == [
        "ERROR content/broken.md:3: Could not process ./broken.md: '2026-99-99' is not a valid date",
        "1 error.",
        "The site in output/ is unchanged.",
    ]
    assert "The site is in" not in out
    assert project.output() == before
    assert project.left_overs() == []


def test_all_problems_of_a_run_are_told(project: Project) -> None:
    for name in ("one", "two"):
        project.write(f"content/{name}.md", "Date: 2026-13-01\nTitle: x\n\nText\n")
    project.write("content/untitled.md", "Date: 2026-01-01\n\nText\n")
    project.write("content/odd.md", "Title: Odd\nDate: 2026-01-01\nStatus: publishd\n\nText\n")
    code, _, err = project.build()
    assert code == 1
    for begin in ("content/one.md:1:", "content/two.md:1:", "content/untitled.md:", "content/odd.md:3:"):
        assert f"ERROR {begin}" in err
    assert "4 errors." in err
    assert "Nothing was written to output/." in err


def test_a_dead_link_is_told_with_file_and_line_in_every_build(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pelican.log.LimitFilter.LOGS_DEDUP_MIN_LEVEL", logging.WARNING)  # Pelican's own choice
    project.article("hello.md", more="\n[gone]({filename}gone.md) and [again]({filename}gone.md)\n")
    for _ in range(2):
        code, _, err = project.build()
        assert code == 0
        assert err.splitlines() == ["WARNING content/hello.md:5: Unable to find 'gone.md', skipping url replacement.", "1 warning."]


def test_a_filter_of_the_settings_is_honoured(project: Project) -> None:
    project.write(
        "conf.py", SETTINGS + "import logging\nLOG_FILTER = [(logging.WARNING, \"Unable to find '%s', skipping url replacement.\")]\n"
    )
    project.article("hello.md", more="\n[gone]({filename}gone.md)\n")
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
    assert err.splitlines()[0] == "ERROR content/hello.md:4: loud: too loud. Whisper."


def test_a_plugin_that_is_missing_is_an_error(project: Project) -> None:
    project.write("conf.py", SETTINGS.replace("PLUGINS = []", "PLUGINS = ['no_such_plugin']"))
    code, _, err = project.build()
    assert code == 1
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
    assert err.startswith(f"ERROR templates/article.html:{place}: template: ")
    assert "Traceback" not in err


def test_two_articles_of_one_address_are_told_without_a_traceback(project: Project) -> None:
    project.article("other.md", "Other", "Slug: hello\n")
    code, _, err = project.build()
    assert code == 1
    assert "two sources are written to output/hello.html" in err
    assert "content/other.md" in err
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
        (SETTINGS + "THEME = 'no-such-theme'", "ERROR conf.py: Could not find the theme"),
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
    assert "0 new or changed, 0 removed" in out
    assert times == {path: path.stat().st_mtime_ns for path in (project.root / "output").rglob("*")}


def test_a_build_that_is_stopped_leaves_nothing_behind(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    before = project.output()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(building, "run_pelican", stopped)
    with pytest.raises(KeyboardInterrupt):
        project.build()
    assert project.output() == before
    assert project.left_overs() == []


def test_a_disk_that_refuses_is_told_in_a_sentence(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "output/hello.html")

    monkeypatch.setattr(placing, "_put", full)
    code, _, err = project.build()
    assert code == 1
    assert err.startswith("ERROR output/hello.html: No space left on device. Make room")
    assert err.rstrip().endswith("Build again before you upload anything.")


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", forbidden)
    code, _, err = project.build()
    assert code == 1
    assert "Permission denied. Make room, or give yourself permission" in err
    assert err.rstrip().endswith("Nothing was written to output/.")


def test_a_foreign_file_in_the_way_is_told_in_a_sentence(project: Project) -> None:
    project.write("output/hello.html/mine.txt", "foreign")
    code, _, err = project.build()
    assert code == 1
    assert "hello.html" in err
    assert "Move it elsewhere" in err


def test_a_stage_forgotten_by_a_killed_build_is_removed_in_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write(".output.stage-1/index.html", "old")
    project.build()
    assert project.left_overs() == [".output.stage-1"]
    monkeypatch.setattr(building, "FORGOTTEN_AFTER", -1)
    project.build()
    assert project.left_overs() == []


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
