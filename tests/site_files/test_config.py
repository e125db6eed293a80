"""Settings: read once, and everything that is wrong with them at once."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from site_files.config import SiteFilesConfigError, site_files_config
from site_files.headers import POLICY

if TYPE_CHECKING:
    from pathlib import Path


def test_nothing_needs_to_be_set() -> None:
    config = site_files_config({})
    assert config.hosts == ("netlify", "nginx", "apache")
    assert (config.redirects, config.redirect_pages, config.ai_crawlers) == ((), True, "allow")
    assert dict(config.policy) == POLICY
    assert (config.public_url, config.public("a/"), config.prefix) == ("", "", "/")


def test_settings_arrive() -> None:
    config = site_files_config(
        {
            "SITE_FILES_HOSTS": ["nginx", "nginx"],
            "SITE_FILES_REDIRECTS": (("/a/", "/b/"), ("/c/", "https://x.example", 7)),
            "SITE_FILES_REDIRECT_PAGES": False,
            "SITE_FILES_AI_CRAWLERS": "refuse",
            "SITE_POLICY": {"default-src": "'self'"},
            "SITEURL": "https://me.example/my%20blog/",
            "DEFAULT_LANG": "de",
            "SITE_STRICT": True,
        }
    )
    assert config.hosts == ("nginx",)
    assert config.redirects == (("/a/", "/b/", 0), ("/c/", "https://x.example", 7))
    assert (config.redirect_pages, config.ai_crawlers, config.strict, config.language) == (False, "refuse", True, "de")
    assert config.policy == (("default-src", "'self'"),)
    assert config.public("ü/") == "https://me.example/my%20blog/%C3%BC/"
    assert config.prefix == "/my blog/"
    assert pickle.loads(pickle.dumps(config)) == config  # noqa: S301  (our own)


def test_a_preview_is_at_the_root_whatever_the_public_address() -> None:
    config = site_files_config({"SITEURL": "", "SITE_PUBLIC_URL": "https://me.example/blog"})
    assert (config.prefix, config.public("a/")) == ("/", "https://me.example/blog/a/")


def test_the_file_of_redirects_is_beside_the_content(tmp_path: Path) -> None:
    assert site_files_config({"PATH": str(tmp_path / "content")}).redirects_file == "site.toml"
    (tmp_path / "site.toml").write_text("", encoding="utf-8")
    assert site_files_config({"PATH": str(tmp_path / "content")}).redirects_file == str(tmp_path / "site.toml")


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SITE_FILES_HOSTS", "nginx", "netlify, nginx, apache"),
        ("SITE_FILES_HOSTS", ["ngnix"], "netlify, nginx, apache"),
        ("SITE_FILES_REDIRECTS", {"/a/": "/b/"}, "pairs"),
        ("SITE_FILES_REDIRECTS", [("/a/",)], "pairs"),
        ("SITE_FILES_REDIRECTS", [("/a/", 1)], "pairs"),
        ("SITE_FILES_REDIRECTS", [("/a/", "/b/", "7")], "pairs"),
        ("SITE_FILES_REDIRECT_PAGES", "no", "True or False"),
        ("SITE_FILES_AI_CRAWLERS", "never", "allow, no-training, refuse"),
        ("SITE_FILES_AI_CRAWLERS", [], "allow, no-training, refuse"),
        ("SITE_POLICY", "default-src 'self'", "a dict"),
        ("SITE_POLICY", {"default-src": ["'self'"]}, "a dict"),
        ("SITE_POLICY", {"default-src": "'self'; script-src *"}, "without semicolons"),
        ("SITE_POLICY", {"default-src": "'self'\r\nX: y"}, "without semicolons"),
        ("SITE_POLICY", {"default-src": "$host"}, "dollar"),
        ("SITE_POLICY", {'x" always': "*"}, "a dict"),
        ("SITE_FILES_HOST", ["nginx"], "Did you mean SITE_FILES_HOSTS?"),
        ("SITE_FILES_XYZ", 1, "unknown setting"),
    ],
)
def test_what_is_wrong_is_told_with_how_to_mend_it(name: str, value: Any, says: str) -> None:
    with pytest.raises(SiteFilesConfigError) as told:
        site_files_config({name: value})
    (problem,) = told.value.problems
    assert name in problem
    assert says in problem


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(SiteFilesConfigError) as told:
        site_files_config({"SITE_FILES_HOSTS": 1, "SITE_POLICY": 1, "SITE_FILES_HOTS": 1})
    assert len(told.value.problems) == 3
