"""Renaming and merging tags in a whole site."""

from __future__ import annotations

import os
import re
import stat
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tag_pages.doctor import writing

if TYPE_CHECKING:
    from tag_pages.doctor.model import FileChange

    from tests.tag_pages.doctor.sites import Site

TRUST = "Title: Trust\r\nAliases: Faith\r\nCta: story\r\n\r\nAn introduction.\r\n"


# --- rename


def test_a_new_name_goes_everywhere_and_the_old_one_becomes_an_alias(a_site: Site) -> None:
    a_site.article("one", "Tea, Trust")
    a_site.article("two", "trust ; Tea", "Status: draft\n")
    a_site.article("deep/three", "TRÚST", "Status: hidden\n")
    other = a_site.article("other", "Tea, Trusting").read_bytes()
    a_site.write("tags/trust.md", TRUST)
    told = a_site.do("rename", "trust", "Confidence")
    assert [a_site.tags(name) for name in ("one", "two", "deep/three")] == ["Tea, Confidence", "Confidence ; Tea", "Confidence"]
    assert a_site.files()["articles/other.md"] == other
    assert a_site.read("tags/confidence.md") == TRUST.replace("Trust", "Confidence").replace("Faith", "Faith, Trust")
    assert "tags/trust.md" not in a_site.files()
    assert told.endswith("5 files changed.\n")


def test_without_yes_the_diff_is_shown_and_nothing_done(a_site: Site) -> None:
    a_site.article("one", "Tea, Trust")
    a_site.write("tags/trust.md", "Title: Trust\n")
    before = a_site.files()
    code, out, err = a_site.call("rename", "Trust", "Good faith")
    assert (code, err) == (0, "")
    assert out == (
        "--- a/content/articles/one.md\n+++ b/content/articles/one.md\n@@ -1,5 +1,5 @@\n Title: one\n Date: 2026-01-02\n"
        "-Tags: Tea, Trust\n+Tags: Tea, Good faith\n \n Text of one.\n"
        "--- /dev/null\n+++ b/content/tags/good-faith.md\n@@ -0,0 +1,2 @@\n+Title: Good faith\n+Aliases: Trust\n"
        "--- a/content/tags/trust.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-Title: Trust\n"
        '3 files would change. Nothing has been changed yet. To do it: tasks.py tags rename Trust "Good faith" --yes\n'
    )
    assert a_site.files() == before
    assert out.startswith(a_site.do("rename", "Trust", "Good faith").removesuffix("3 files changed.\n"))


def test_the_diff_is_one_that_git_can_apply(a_site: Site, tmp_path: Path) -> None:
    for number in range(3):
        a_site.article(f"n{number}", "Trust, Tea", "Note: a\nNote: b\nNote: c\n" * number)
    a_site.write("articles/end.md", "Title: x\nTags: Tea, Trust, Confidence")
    a_site.write("tags/trust.md", "Title: Trust\nAliases: Faith\n\nText")
    patch = a_site.call("rename", "Trust", "Confidence")
    assert patch[0] == 1, "Confidence is a tag by itself in end.md"
    _, out, _ = a_site.call("merge", "Trust", "Confidence")
    before = {f"content/{name}": data for name, data in a_site.files().items()}
    copy = tmp_path / "copy"
    for name, data in before.items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes(data)
    diff = "\n".join(out.split("\n")[:-2]) + "\n"
    subprocess.run(
        ["git", "apply", "-"], cwd=copy, input=diff, text=True, check=True, env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    )
    a_site.do("merge", "Trust", "Confidence")
    assert {path.relative_to(copy / "content").as_posix(): path.read_bytes() for path in copy.rglob("*.md")} == a_site.files()


def test_three_names_in_a_row_leave_all_old_ones(a_site: Site) -> None:
    a_site.article("one", "Tea, A")
    for old, new in (("A", "B"), ("b", "C"), ("a", "D, really")):
        a_site.do("rename", old, new)
    assert a_site.tags("one") == "Tea; D, really"
    assert a_site.read("tags/d-really.md") == "Title: D, really\nAliases: A, B, C\n"
    assert [name for name in a_site.files() if name.startswith("tags/")] == ["tags/d-really.md"]


def test_a_name_that_comes_back_is_no_alias_any_more(a_site: Site) -> None:
    a_site.article("one", "Tea, Trust")
    a_site.write("tags/trust.md", TRUST)
    before = a_site.files()
    a_site.do("rename", "Trust", "Confidence")
    a_site.do("rename", "Confidence", "Trust")
    assert a_site.read("tags/trust.md") == TRUST.replace("Faith", "Faith, Confidence")
    assert a_site.files()["articles/one.md"] == before["articles/one.md"]


def test_an_alias_may_become_the_name(a_site: Site) -> None:
    a_site.article("one", "Trust")
    a_site.article("two", "Faith")
    a_site.article("both", "Faith, Tea, Trust")
    a_site.write("tags/trust.md", TRUST)
    a_site.do("rename", "Trust", "Faith")
    assert [a_site.tags(name) for name in ("one", "two", "both")] == ["Faith", "Faith", "Faith, Tea"]
    assert a_site.read("tags/faith.md") == TRUST.replace("Title: Trust", "Title: Faith").replace("Aliases: Faith", "Aliases: Trust")


def test_aliases_in_other_articles_stay(a_site: Site) -> None:
    a_site.article("one", "Faith, Tea")
    a_site.article("two", "Trust")
    a_site.write("tags/trust.md", TRUST)
    a_site.do("rename", "faith", "Confidence")
    assert [a_site.tags(name) for name in ("one", "two")] == ["Faith, Tea", "Confidence"]


def test_a_tag_without_a_file_gets_one(a_site: Site) -> None:
    a_site.article("one", "Small shops")
    a_site.do("rename", "small-shops", "Shops")
    assert a_site.read("tags/shops.md") == "Title: Shops\nAliases: Small shops\n"


def test_other_capitals_need_no_alias_and_no_file(a_site: Site) -> None:
    a_site.article("one", "small shops, Tea")
    a_site.article("two", "Small shops")
    a_site.do("rename", "small shops", "Small Shops")
    assert [a_site.tags("one"), a_site.tags("two")] == ["Small Shops, Tea", "Small Shops"]
    assert not any(name.startswith("tags/") for name in a_site.files())
    assert a_site.do("rename", "small shops", "Small Shops") == "Nothing to do.\n"


def test_other_capitals_leave_the_file_where_it_is(a_site: Site) -> None:
    a_site.article("one", "trust")
    a_site.write("tags/vertrauen.md", "Title: trust\n")
    a_site.do("rename", "trust", "Trust")
    assert a_site.read("tags/vertrauen.md") == "Title: Trust\n"
    assert a_site.tags("one") == "Trust"


def test_another_name_at_the_same_address_is_an_alias(a_site: Site) -> None:
    a_site.article("one", "Follow up")
    a_site.write("tags/follow-up.md", "Title: Follow up\n")
    a_site.do("rename", "Follow up", "Follow-up")
    assert a_site.read("tags/follow-up.md") == "Title: Follow-up\nAliases: Follow up\n"


def test_a_file_of_another_name_leaves_its_address_as_an_alias(a_site: Site) -> None:
    a_site.article("one", "C#, c-sharp-language")
    a_site.write("tags/c-sharp-language.md", "Title: C#\nSummary: s\n")
    a_site.do("rename", "C#", "C Sharp")
    assert a_site.read("tags/c-sharp.md") == "Title: C Sharp\nSummary: s\nAliases: C#, c-sharp-language\n"
    assert a_site.tags("one") == "C Sharp"


@pytest.mark.parametrize(
    "name",
    ["C++", 'say "no"', "it's", "<b>bold</b>", "a, b", "a/b\\c", "Luck 🍀", "שלום עולם", "x" * 200, "%PATH% $HOME", "  two   blanks "],
)
def test_hostile_names_go_there_and_back(a_site: Site, name: str) -> None:
    before = a_site.article("one", "Tea, Trust").read_bytes()
    a_site.do("rename", "Trust", name)
    assert " ".join(name.split()) in a_site.tags("one")
    a_site.do("rename", name, "Trust")
    assert a_site.tags("one").rstrip(";").replace(";", ",") == "Tea, Trust"
    assert len(a_site.files()["articles/one.md"]) == len(before)


def test_links_to_a_file_that_moves_follow(a_site: Site) -> None:
    link = "[t]({filename}/tags/trust.md#top) ![x]({static}/tags/trust.md) {filename}/tags/trust.mdx {filename}/tags/trusty.md\r\n"
    a_site.write("articles/deep/one.md", f"Title: x\r\nTags: Trust\r\n\r\n{link}[t](|filename|../../tags/trust.md)")
    a_site.write("pages/about.md", b"Title: x\n\n\xff [t]: <{filename}../tags/trust.md>")
    a_site.write("articles/two.md", "Title: y\nTags: Tea\n\n{filename}../tags/trust.md {filename}tags/trust.md")
    a_site.write("tags/tea.md", "Title: Tea\n\n[T]({filename}trust.md)")
    a_site.write("tags/trust.md", "Title: Trust\n\n[T]({filename}trust.md)")
    before = a_site.files()
    a_site.do("rename", "Trust", "Confidence")
    meant = {name: data.replace(b"/tags/trust.md", b"/tags/confidence.md") for name, data in before.items()}
    meant["articles/deep/one.md"] = meant["articles/deep/one.md"].replace(b"Tags: Trust", b"Tags: Confidence")
    for wrong in (b"{static}/tags/%s.md", b"{filename}/tags/%s.mdx"):
        meant["articles/deep/one.md"] = meant["articles/deep/one.md"].replace(wrong % b"confidence", wrong % b"trust")
    meant["tags/tea.md"] = before["tags/tea.md"].replace(b"trust.md", b"confidence.md")
    del meant["tags/trust.md"]
    meant["tags/confidence.md"] = b"Title: Confidence\nAliases: Trust\n\n[T]({filename}confidence.md)"
    assert a_site.files() == meant


def test_a_name_that_another_file_claims_is_not_touched(a_site: Site) -> None:
    a_site.article("one", "Trust, Faith, Oak")
    a_site.write("tags/faith.md", "Title: Trust\nAliases: Oak\n")
    a_site.write("tags/a.md", "Title: Faith\n")
    a_site.write("tags/b.md", "Title: Oak\n")
    a_site.do("rename", "Trust", "Confidence")
    assert a_site.tags("one") == "Confidence, Faith, Oak"


def test_an_alias_without_an_address_goes_along(a_site: Site) -> None:
    a_site.article("one", "!!!")
    a_site.article("two", "Wow")
    a_site.write("tags/wow.md", "Title: Wow\nAliases: !!!\n")
    a_site.do("merge", "Wow", "Surprise")
    assert a_site.read("tags/surprise.md") == "Title: Surprise\nAliases: Wow, !!!\n"
    assert a_site.tags("one") == "!!!"


# --- refused


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("Tea", "The tag 'Tea' is there already (content/articles/one.md:3). To make one tag of the two: tasks.py tags merge Trust Tea"),
        ("Chai", "as an alias of 'Coffee'. To make one tag of the two: tasks.py tags merge Trust Coffee"),
        ("coffee!", "The address of 'coffee!', coffee, is one of 'Coffee' (content/tags/coffee.md:1)"),
        ("chai.", "The address of 'chai.', chai, is one of 'Coffee'"),
        ("", "A tag without a name cannot be"),
        (" \t ", "no line can hold"),
        ("a\nb", "no line can hold"),
        ("a\x02", "no line can hold"),
        ("a; b", "semicolon"),
        ("!!!", "No address"),
        ("Con", "Windows cannot open a file of the name con.md"),
        ("y" * 300, "too long"),
        ("Notes", "content/tags/notes.md: this file is there already"),
    ],
)
def test_a_name_that_cannot_be_taken_is_refused(a_site: Site, new: str, why: str) -> None:
    a_site.article("one", "Tea, Trust")
    a_site.write("tags/coffee.md", "Title: Coffee\nAliases: Chai\n")
    (a_site.root / "content/tags/notes.md").mkdir()
    assert why in a_site.refused("rename", "Trust", new)


def test_a_tag_that_is_not_there_is_refused_with_the_nearest_name(a_site: Site) -> None:
    a_site.article("one", "Tea, Trust")
    assert a_site.refused("rename", "Tust", "X") == "There is no tag 'Tust'. Did you mean 'Trust'?\n"
    assert "'tags' lists them all" in a_site.refused("merge", "zzzzzz", "Trust")


def test_a_merge_into_itself_is_refused(a_site: Site) -> None:
    a_site.article("one", "Tea, Trust")
    a_site.write("tags/trust.md", TRUST)
    assert "cannot be merged into itself" in a_site.refused("merge", "Trust", "trust", code=2)
    assert "tasks.py tags merge Tea Trust" in a_site.refused("merge", "Trust", "Tea", "trust", code=2)
    assert "tasks.py tags rename Trust Faith" in a_site.refused("merge", "Trust", "Tea", "Faith", code=2)


@pytest.mark.parametrize(
    "change",
    [("renam", "a", "b"), ("rename",), ("rename", "a"), ("rename", "a", "b", "c"), ("merge",), ("merge", "a"), ("",)],
)
def test_a_wrong_call_is_answered_with_the_right_one(a_site: Site, change: tuple[str, ...]) -> None:
    told = a_site.refused(*change, code=2)
    assert "Call it like this: tasks.py tags" in told


def test_options_that_do_not_fit_are_wrong_calls(a_site: Site) -> None:
    assert a_site.call(yes=True)[0] == 2
    assert a_site.call("rename", "a", "b", as_json=True)[0] == 2


@pytest.mark.parametrize("change", [("rename", "Trust", "Faith"), ("merge", "Trust", "Tea"), ("merge", "Tea", "Trust")])
def test_a_file_with_the_tag_that_is_not_utf8_stops_the_change(a_site: Site, change: tuple[str, ...]) -> None:
    a_site.article("one", "Tea, Trust")
    a_site.write("articles/old.md", b"Title: x\r\nTags: Trust\r\n\r\nCaf\xe9\r\n")
    told = a_site.refused(*change)
    assert told == "content/articles/old.md:4: the file is not UTF-8. Save it with the encoding UTF-8.\nNothing has been changed.\n"


def test_a_file_without_the_tag_may_be_what_it_wants(a_site: Site) -> None:
    a_site.article("one", "Trust")
    a_site.write("articles/old.md", b"Title: x\r\nTags: Tea\r\n\r\nCaf\xe9\r\n")
    a_site.do("rename", "Trust", "Faith")


def test_a_file_that_cannot_be_read_stops_the_change(a_site: Site) -> None:
    a_site.article("one", "Trust")
    (a_site.root / "content/articles/gone.md").symlink_to("nowhere.md")
    assert "content/articles/gone.md: it cannot be read" in a_site.refused("rename", "Trust", "Faith")


# --- merge


def test_three_tags_become_one_at_the_place_of_the_first(a_site: Site) -> None:
    a_site.article("one", "Tea, Faith, Milk, Trust, Loyalty")
    a_site.article("two", "Loyalty", "Status: draft\n")
    a_site.article("three", "Trust, Milk")
    untouched = a_site.article("four", "Trust, faithful").read_bytes()
    a_site.write("tags/faith.md", "Title: Faith\nAliases: Belief; Creed, old\nRedirect_from: /faith/\n")
    a_site.write("tags/loyal.md", "Title: Loyalty\nRedirect_from: /loyal.html, /faith/\n")
    a_site.write("tags/trust.md", "Title: Trust\nAliases: belief\nRedirect_from: /t/\n")
    a_site.do("merge", "Faith", "Loyalty", "Trust")
    assert [a_site.tags(name) for name in ("one", "two", "three")] == ["Tea, Trust, Milk", "Trust", "Trust, Milk"]
    assert a_site.files()["articles/four.md"] == untouched
    assert a_site.read("tags/trust.md") == (
        "Title: Trust\nAliases: belief; Faith; Creed, old; Loyalty; loyal\nRedirect_from: /t/, /faith/, /loyal.html\n"
    )
    assert [name for name in a_site.files() if name.startswith("tags/")] == ["tags/trust.md"]


def test_a_new_name_takes_all_in(a_site: Site) -> None:
    a_site.article("one", "Faith, Trust")
    a_site.do("merge", "faith", "trust", "Good faith")
    assert a_site.tags("one") == "Good faith"
    assert a_site.read("tags/good-faith.md") == "Title: Good faith\nAliases: Faith, Trust\n"


def test_the_file_at_the_new_address_stays_there(a_site: Site) -> None:
    a_site.article("one", "Follow up, Followups")
    a_site.write("tags/follow-up.md", "Title: Follow up\nNote: mine\n\nText\n")
    a_site.do("merge", "Follow up", "Followups", "Follow-up!")
    assert a_site.read("tags/follow-up.md") == "Title: Follow-up!\nAliases: Follow up, Followups\nNote: mine\n\nText\n"


def test_what_the_file_lacks_comes_from_the_first_that_has_it(a_site: Site) -> None:
    a_site.article("one", "A, B, C")
    a_site.write("tags/a.md", "Title: A\nSummary: of a\nPinned: one; two, three\n\n# Of a\n")
    a_site.write("tags/b.md", "Title: B\nSummary: of b\nCta: story\nAsk: b?\nStatus: hidden\n\nOf b\n")
    a_site.write("tags/c.md", "Title: C\nImage: images/c.png")
    out = a_site.do("merge", "A", "B", "C")
    assert a_site.read("tags/c.md") == (
        "Title: C\nSummary: of a\nAliases: A, B\nPinned: one; two, three\nImage: images/c.png\nCta: story\nAsk: b?\n\n# Of a\n"
    )
    assert "content/tags/b.md:2: not kept: Summary, Status and the introduction; the file that stays has its own" in out
    assert "content/tags/a.md:" not in out


def test_a_tag_without_a_file_takes_in_and_keeps_the_introduction(a_site: Site) -> None:
    a_site.article("one", "A, B")
    a_site.write("tags/a.md", "Title: A\n\nOf a\n")
    a_site.do("merge", "a", "b")
    assert a_site.read("tags/b.md") == "Title: B\nAliases: A\n\nOf a\n"
    assert "tags/a.md" not in a_site.files()


def test_a_list_on_several_lines_stays_on_them(a_site: Site) -> None:
    a_site.write("articles/one.md", "Title: x\nTags: C, D\n    A\n    E\n    B\n\nText")
    a_site.do("merge", "A", "B")
    assert a_site.read("articles/one.md") == "Title: x\nTags: C, D\n    B\n    E\n\nText"


# --- All or nothing


def a_large_change(a_site: Site) -> dict[str, bytes]:
    for number in range(4):
        a_site.article(f"n{number}", "Trust, Tea").chmod(0o640)
    a_site.write("tags/trust.md", TRUST).chmod(0o600)
    a_site.write("tags/tea.md", "Title: Tea\n")
    return a_site.files()


def modes(a_site: Site) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in a_site.root.rglob("*.md")}


@pytest.mark.parametrize("failing", range(7))
def test_a_step_that_fails_takes_back_those_before_it(a_site: Site, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    before = a_large_change(a_site)
    modes_before, steps = modes(a_site), iter(range(100))
    replace = Path.replace

    def move(path: Path, target: Path) -> Path:
        if next(steps) == failing:
            raise OSError(28, "No space left on device", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", move)
    code, _, err = a_site.call("merge", "Trust", "Tea", "Confidence", yes=True)
    assert next(steps) > failing, "the step was taken"
    assert code == 1
    assert "No space left on device" in err
    assert "Nothing has been changed" in err
    assert a_site.files() == before
    assert modes(a_site) == modes_before


def test_what_cannot_be_put_back_is_named(a_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    a_large_change(a_site)
    steps, replace = iter(range(100)), Path.replace

    def move(path: Path, target: Path) -> Path:
        if next(steps) >= 2:
            raise OSError(28, "No space left on device", str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", move)
    code, out, err = a_site.call("merge", "Trust", "Tea", yes=True)
    assert code == 1
    assert "These could not be put back: content/articles/n1.md, content/articles/n0.md. Their old lines are above" in err
    assert "-Tags: Trust, Tea" in out
    assert [a_site.tags(f"n{number}") for number in range(4)] == ["Tea", "Tea", "Trust, Tea", "Trust, Tea"]


def test_a_stop_by_hand_takes_everything_back(a_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    before, replace = a_large_change(a_site), Path.replace

    def stop(path: Path, target: Path) -> Path:
        if path.name == "trust.md":
            raise KeyboardInterrupt
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        a_site.call("merge", "Trust", "Tea", yes=True)
    assert a_site.files() == before


def test_a_file_that_changes_meanwhile_stops_the_change(a_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    a_large_change(a_site)
    written = writing._written_beside

    def while_saving(change: FileChange, content: bytes | None = None) -> Path:
        a_site.write("articles/n1.md", "Title: mine\n")
        return written(change, content)

    monkeypatch.setattr(writing, "_written_beside", while_saving)
    code, _, err = a_site.call("merge", "Trust", "Tea", yes=True)
    assert (code, "content/articles/n1.md: the file was changed just now" in err) == (1, True)
    assert a_site.tags("n0") == "Trust, Tea"
    assert not [name for name in a_site.files() if name.endswith((".new", ".old"))]


def test_permissions_stay_and_nothing_is_left_beside(a_site: Site) -> None:
    a_large_change(a_site)
    a_site.do("merge", "Trust", "Tea")
    assert {modes(a_site)[f"n{number}.md"] for number in range(4)} == {0o640}
    assert all(name.endswith(".md") and not re.search(r"/\.", name) for name in a_site.files())


def test_a_file_that_may_not_be_written_stops_the_change(a_site: Site) -> None:
    before = a_large_change(a_site)
    (a_site.root / "content/articles/n2.md").chmod(0o440)
    code, _, err = a_site.call("merge", "Trust", "Tea", yes=True)
    assert (code, "content/articles/n2.md: the file is read-only" in err) == (1, True)
    assert a_site.files() == before


def test_links_to_articles_stay_links(a_site: Site) -> None:
    real = a_site.write("elsewhere/real.md", "Title: x\nTags: Trust\n")
    (a_site.root / "content/articles").mkdir()
    link = a_site.root / "content/articles/link.md"
    link.symlink_to(real)
    a_site.do("rename", "Trust", "Faith")
    assert link.is_symlink()
    assert real.read_text() == "Title: x\nTags: Faith\n"


# --- YAML

YAML = ["tags:\n- trust", "tags: [trust, Tea]", 'tags: "trust"', "tags: trust # for now", "summary: >\n  Some\n\n  words\ntags: trust"]


@pytest.mark.parametrize("fields", YAML)
def test_nothing_is_begun_where_tags_are_in_yaml(a_site: Site, fields: str) -> None:
    a_site.article("one", "trust")
    a_site.write("articles/yaml.md", f"---\nTitle: A\n{fields}\n---\n\nText\n")
    before = a_site.files()
    told = a_site.refused("rename", "trust", "Confidence")
    assert "content/articles/yaml.md:1: its fields are in YAML" in told
    assert a_site.files() == before


@pytest.mark.parametrize("text", ["---\nTitle: A\ntags: Trust\n---\n\nText\n", "---\nTitle: A\ntags: Trust\n\nText\n\n---\n\nMore\n"])
def test_plain_fields_between_fences_are_changed(a_site: Site, text: str) -> None:
    a_site.write("articles/one.md", text)
    a_site.do("rename", "Trust", "Confidence")
    assert a_site.read("articles/one.md") == text.replace("Trust", "Confidence")
