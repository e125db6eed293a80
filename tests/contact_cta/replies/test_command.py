from __future__ import annotations

import json
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest
from contact_cta.replies import replies
from contact_cta.replies.counting import month_of
from hypothesis import given
from hypothesis import strategies as st

from tests.contact_cta.replies.folders import SEPARATOR, mail, write, write_article

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Forty-three cold calls"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    write_article(tmp_path, TITLE, "Tags: First meetings, Referrals", "Cta: referral", "Id: J0R6E2")
    write_article(tmp_path, "Grüße aus Aldermere", "Tags: Referrals", "Id: GY47PP")
    write(tmp_path, "content/ctas/story.md", "Subject: My story: {title}\n\nBody")
    write(tmp_path, "content/authors/ann.md", "Name: Ann\nEmail: ann@example.com\n\n")
    return tmp_path


def run(root: Path, *mails: str) -> tuple[int, Path]:
    path = root / "m.mbox"
    path.write_text("".join(mails), encoding="utf-8")
    return replies(root, path, as_json=True), path


def counts(root: Path, capsys: pytest.CaptureFixture[str], *mails: str) -> dict[str, Any]:
    code, _ = run(root, *mails)
    assert code == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)["counts"]
    return found


def test_counts_by_article_tag_kind_and_month(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = counts(
        blog,
        capsys,
        mail(f"Re: {TITLE}"),
        mail(f"My story: {TITLE}", date="Sat, 31 Oct 2026 23:30:00 -0500"),
        mail("AW: =?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_Aldermere?=", date="nonsense"),
        mail("Invoice"),
    )
    assert found == {
        "messages": 4,
        "replies": 3,
        "damaged": 0,
        "unclear": [],
        "by_article": [
            {"path": "content/articles/forty-three-cold-calls.md", "id": "J0R6E2", "title": TITLE, "replies": 2},
            {"path": "content/articles/grüße-aus-aldermere.md", "id": "GY47PP", "title": "Grüße aus Aldermere", "replies": 1},
        ],
        "by_tag": {"Referrals": 3, "First meetings": 2},
        "by_kind": {"question": 1, "referral": 1, "story": 1},
        "by_month": {"2026-10": 1, "2026-11": 1, "undated": 1},
    }


def test_the_same_as_a_table(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, path = run(blog, mail(f"Re: {TITLE}"), mail("Re: x [GY47PP]"), mail(f"Re: {TITLE}"))
    capsys.readouterr()
    assert replies(blog, str(path)) == 0
    assert capsys.readouterr().out == (
        "3 replies in 3 messages.\n"
        "\nReplies  Article\n      2  Forty-three cold calls\n      1  Grüße aus Aldermere\n"
        "\nReplies  Tag\n      3  Referrals\n      2  First meetings\n"
        "\nReplies  Kind of invitation\n      2  referral\n      1  question\n"
        "\nReplies  Month\n      3  2026-11\n"
    )


@pytest.mark.parametrize(
    "other",
    [
        mail(f"Re: {TITLE}", sender='"Ann" <Ann@Example.com>'),
        mail(f"Re: {TITLE}", "Auto-Submitted: auto-replied"),
        mail(TITLE, "List-Unsubscribe: <https://example.com/>"),
        mail(TITLE, "Precedence: bulk"),
    ],
)
def test_what_is_no_reply_is_not_counted(blog: Path, capsys: pytest.CaptureFixture[str], other: str) -> None:
    assert counts(blog, capsys, other)["replies"] == 0


@pytest.mark.parametrize(
    "reply",
    [mail(f"Re: {TITLE}", "List-Id: <shared.example.com>", "Precedence: list"), mail(TITLE), mail(f"Re: {TITLE}", "Auto-Submitted: no")],
)
def test_what_is_a_reply_all_the_same(blog: Path, capsys: pytest.CaptureFixture[str], reply: str) -> None:
    assert counts(blog, capsys, reply)["replies"] == 1


def test_a_second_copy_counts_once(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = (mail(f"Re: {TITLE}", f"Message-ID: <{name}@example.com>") for name in "ab")
    assert counts(blog, capsys, one, other, one, mail(f"Re: {TITLE}"), mail(f"Re: {TITLE}"))["replies"] == 4


def test_articles_of_one_title_are_counted_apart(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(blog, "content/articles/other.md", f"Title: {TITLE.upper()}\nId: AAAAA1\n\n")
    found = counts(blog, capsys, mail(f"Re: {TITLE}"), mail(f"Re: {TITLE} [AAAAA1]"))
    assert (found["replies"], found["by_article"][0]["id"]) == (1, "AAAAA1")
    assert found["unclear"] == [{"articles": ["content/articles/forty-three-cold-calls.md", "content/articles/other.md"], "replies": 1}]
    replies(blog, blog / "m.mbox")
    assert f"{TITLE} (content/articles/forty-three-cold-calls.md, content/articles/other.md)" in capsys.readouterr().out


def test_damaged_messages_are_reported_and_skipped(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, path = run(blog, SEPARATOR, "\n", mail("=?utf-8?B?YWJjZ?="), mail(f"Re: {TITLE}"))
    report = json.loads(capsys.readouterr().out)
    assert (code, report["version"], report["counts"]["damaged"], report["counts"]["replies"]) == (0, 1, 2, 1)
    assert report["findings"][0] == {
        "rule": "mail-damaged",
        "severity": "warning",
        "path": str(path),
        "line": 1,
        "message": "this message is damaged: it has no head.",
        "fix": "It was left out; open it in your mail program if it matters.",
    }
    assert replies(blog, path) == 0
    assert f"{path}:3: this message is damaged: its subject is broken base64. It was left out" in capsys.readouterr().err


def test_of_many_damaged_messages_only_the_first_are_named(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, path = run(blog, *([SEPARATOR, "\n"] * 60))
    capsys.readouterr()
    replies(blog, path)
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[-1]) == (51, "10 more messages are damaged and left out.")


def published(entry_id: str, **entry: object) -> str:
    return json.dumps({"version": 1, "feeds": {"feeds/all.atom.xml": {"bytes": 1, "entries": {entry_id: entry}}}})


@pytest.mark.parametrize(
    "state",
    [
        published("tag:example.org,2026:J0R6E2", title="Cold calls"),
        published("tag:example.org,2026:J0R6E2", title=TITLE, former_titles=["Calls", "Cold calls"]),
        published("tag:old.example.org,1:post-7", url="https://example.org/forty-three-cold-calls/", title="Cold calls"),
    ],
)
def test_former_titles(blog: Path, capsys: pytest.CaptureFixture[str], state: str) -> None:
    assert counts(blog, capsys, mail("Re: Cold calls"))["replies"] == 0
    write(blog, "published.json", state)
    assert counts(blog, capsys, mail("Re: Cold calls"))["by_article"][0]["id"] == "J0R6E2"


@pytest.mark.parametrize(
    "state", ["{", "[]", '{"feeds": [1]}', '{"feeds": {"x": 1, "y": {"entries": {"z": 0, "q": {"title": 7}}}}}', "[" * 100_000]
)
def test_a_broken_published_json_spoils_nothing(blog: Path, capsys: pytest.CaptureFixture[str], state: str) -> None:
    write(blog, "published.json", state)
    assert run(blog, mail(f"Re: {TITLE}"))[0] == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["counts"]["replies"] == 1
    assert ("published.json" in said.err) == (state[0] == "[" or state == "{")


def test_an_unusable_path_is_a_sentence(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert replies(blog, blog / "nowhere.mbox") == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == (
        "",
        f"{blog / 'nowhere.mbox'}: there is no such file or folder. Give the path of an mbox file or of a Maildir.\n",
    )


def test_a_blog_without_articles_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, mail("x"))[0] == 2
    assert "no article with a title" in capsys.readouterr().err


@pytest.mark.parametrize(
    "date", ["", "x", "99 99 99", "Tue, 24 Nov 99999 03:08:08 +0000", "1 Nov 99999999999999999999 1:1", "Tue, 24 Nov 2026 03:08:08 +999999"]
)
def test_dates_that_are_none(date: str) -> None:
    assert month_of(date.encode()) == "undated"


@given(st.binary(max_size=60) | st.text("0123456789:+-, JanTueGMT").map(str.encode))
def test_any_date_is_a_month_or_none(date: bytes) -> None:
    assert month_of(date) == "undated" or len(month_of(date)) == 7


def test_memory_does_not_grow_with_the_number_of_other_messages(blog: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def peak(number: int) -> int:
        path = blog / "m.mbox"
        letters = mail(f"Re: {TITLE}") + "".join(mail(f"Offer {each}", f"Message-ID: <{each}@example.com>") for each in range(500))
        with path.open("w") as file:
            file.writelines(letters for _ in range(number // 500))
        tracemalloc.start()
        try:
            assert replies(blog, path, as_json=True) == 0
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(500)  # what is loaded once
    assert peak(20_000) < peak(1_000) + 200_000
    assert json.loads(capsys.readouterr().out.split("\n}\n")[1] + "}")["counts"]["replies"] == 40
