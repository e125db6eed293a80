"""`[allow]` as the policy of pages."""

from __future__ import annotations

import pytest
from site_check.comment_systems import HOSTS
from site_check.doors import STRICT, Doors
from site_owner.policy import allow_problems, doors_of, policy
from site_owner.problems import SiteError


def test_without_doors_pages_load_their_own_and_send_nothing() -> None:
    assert policy({}) == STRICT
    assert policy({})["default-src"] == policy({})["form-action"] == "'none'"


def test_a_door_is_opened_for_its_host_alone() -> None:
    given = policy({"www.youtube-nocookie.com": ["frame"], "buttondown.com": ["form", "image"]})
    assert given == {
        **STRICT,
        "img-src": "'self' https://buttondown.com",
        "frame-src": "https://www.youtube-nocookie.com",
        "form-action": "https://buttondown.com",
    }
    assert Doors.of(given).allow("frame", "www.youtube-nocookie.com")
    assert not Doors.of(given).allow("frame", "buttondown.com")


def test_the_order_of_lines_and_words_does_not_matter() -> None:
    one = policy({"b.example": ["image", "frame"], "a.example": ["frame"]})
    other = policy({"a.example": ["frame"], "b.example": ["frame", "image"]})
    assert list(one.items()) == list(other.items())
    assert one["frame-src"] == "https://a.example https://b.example"


@pytest.mark.parametrize("host", [*HOSTS, "my-blog.disqus.com", "DISQUS.com", "https://disqus.com/embed", "*.disqus.com"])
def test_comment_systems_are_never_allowed(host: str) -> None:
    with pytest.raises(SiteError) as caught:
        policy({host: ["frame"]})
    assert "comment system" in str(caught.value)


@pytest.mark.parametrize(
    ("host", "doors", "says"),
    [
        ("https://www.example.com/x", ["frame"], "Did you mean 'www.example.com'?"),
        ("*.example.com", ["frame"], "Did you mean 'example.com'?"),
        ("*", ["frame"], "is not a host"),
        ("localhost", ["frame"], "is not a host"),
        ("example.com; script-src *", ["frame"], "is not a host"),
        ("example.com 'unsafe-inline'", ["frame"], "is not a host"),
        ("192.0.2.1", ["frame"], "is not a host"),
        ("youtube", {"com": ["frame"]}, "quotation marks"),
        ("www.example.com", "frame", "is a list of"),
        ("www.example.com", [], "is a list of"),
        ("www.example.com", ["frames"], "Did you mean `frame`?"),
        ("www.example.com", [3], "nothing that can be allowed"),
        ("www.example.com", ["script"], "cannot be allowed"),
        ("www.example.com", ["object"], "cannot be allowed"),
    ],
)
def test_mistakes_are_told_with_what_to_write(host: str, doors: list[str], says: str) -> None:
    ((key, message),) = allow_problems({host: doors})
    assert key == host
    assert says in message
    with pytest.raises(SiteError):
        policy({host: doors})


def test_all_mistakes_are_told_together() -> None:
    with pytest.raises(SiteError) as caught:
        policy({"*": ["frame", "x"], "disqus.com": ["script"]})
    assert len(caught.value.problems) == 4


def test_hosts_are_written_as_browsers_compare_them() -> None:
    assert policy({"Bücher.example": ["image"]})["img-src"] == "'self' https://xn--bcher-kva.example"
    assert policy({"example.com:8443": ["image"]})["img-src"] == "'self' https://example.com:8443"


def test_the_privacy_page_is_told_who_may_do_what() -> None:
    assert doors_of({"b.example": ["image", "frame"], "a.example": ["form"]}) == (
        ("a.example", ("form",)),
        ("b.example", ("frame", "image")),
    )
