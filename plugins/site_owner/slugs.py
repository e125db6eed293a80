"""Slugs: which part of an address a name becomes, and which are taken by the site itself."""

from __future__ import annotations

from pelican.utils import slugify

from .locales import is_translation_slug

# Pelican's own substitutions, and before them what keeps C, C++ and C# apart. pelicanconf.py takes them from here, so that the file of an
# author and the page of the same name meet.
SLUG_REGEX_SUBSTITUTIONS = (
    (r"\+\+", "-plus-plus"),
    (r"#", "-sharp"),
    (r"[^\w\s-]", ""),
    (r"(?u)\A\s*", ""),
    (r"(?u)\s*\Z", ""),
    (r"[-\s]+", "-"),
)
# The first segments of the site's own addresses, and what Pelican puts beside them.
SITE_SLUGS = frozenset(
    """
    404 archive authors categories drafts feeds imprint letters page series subscribe tags write
    images index theme
    """.split(),  # noqa: SIM905  (a list of words is easier to read and to extend than a list of strings)
)
# Windows cannot open a file with one of these names, whatever its ending (Microsoft, "Naming Files, Paths, and Namespaces").
WINDOWS_NAMES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))])
# A file's name with ending and a feed's address stay well below what file systems take (255 bytes).
LONGEST_SLUG = 80


def slug_of(text: str) -> str:
    """The slug that Pelican itself makes of a name, so that a file and the page of its name meet. May be empty."""
    return slugify(text, regex_subs=SLUG_REGEX_SUBSTITUTIONS)


def short_slug_of(text: str) -> str:
    """The slug for a new file: begins and ends with a letter or digit and is cut at a word. May be empty."""
    slug = slug_of(text).strip("-_")
    if len(slug) <= LONGEST_SLUG:
        return slug
    return slug[: LONGEST_SLUG + 1].rpartition("-")[0].strip("-_") or slug[:LONGEST_SLUG]


def reserved_because(slug: str) -> str | None:
    """Why an article cannot have this slug; None if it can."""
    if slug in SITE_SLUGS:
        return f"the address /{slug}/ belongs to the site itself"
    if is_translation_slug(slug):
        return f"the address /{slug}/ is kept for translations into that language"
    if slug in WINDOWS_NAMES:
        return f"Windows cannot open a file of the name {slug}.md"
    return None
