"""Pelican's settings for the published site: the public address, no drafts, and mistakes that stop the build."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403
from pelicanconf import SITE_PUBLIC_URL

SITEURL = SITE_PUBLIC_URL
SITE_STRICT = True

DRAFT_SAVE_AS = DRAFT_LANG_SAVE_AS = DRAFT_PAGE_SAVE_AS = DRAFT_PAGE_LANG_SAVE_AS = DRAFTS_SAVE_AS = ""
