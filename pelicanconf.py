"""Settings of the archive: what `make html` builds."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent

# Yours to change.
SITENAME = "Cuttings"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"

# Where a reader reports a wrong tag: "mailto:desk@example.org" or "https://…"; "" for nowhere.
# {page} in it stands for the page.
CUTTINGS_REPORT_LINK = os.environ.get("CUTTINGS_REPORT_LINK", "")

# Which model recognizes names: "md", or "sm", which is smaller and less accurate.
CUTTINGS_MODEL = os.environ.get("CUTTINGS_MODEL", "md")
# How many processes may tag and build a large archive: a number, or "auto" for one a processor, at
# most 4.
CUTTINGS_PROCESSES = os.environ.get("CUTTINGS_PROCESSES", "auto")
# The address of a Dask scheduler whose workers share the building of a large index; "" for none.
CUTTINGS_DASK = os.environ.get("CUTTINGS_DASK", "")
# "yes" has a build of a small archive say, too, what took how long.
CUTTINGS_TIMINGS = os.environ.get("CUTTINGS_TIMINGS", "")
# From how many stories on a person or an organization has a page of its own. A name with fewer
# leads to its story. Countries, and names in content/authorities/, always have a page.
CUTTINGS_PAGE_FROM = os.environ.get("CUTTINGS_PAGE_FROM", "2")
# Other sites that are searched together with this one, as an archive that is cut by years: the name
# of each, and the way from this site's folder to its. For example {"1987": "../1987/"}.
CUTTINGS_SITES: dict[str, str] = {}
# The folder where a build keeps what the next one need not find out again: that of the site with
# ".cache" after it. "" for a build that begins with nothing.
CUTTINGS_CACHE = os.environ.get("CUTTINGS_CACHE", "")

# Where things lie.
PATH = str(ROOT / "content")
OUTPUT_PATH = str(ROOT / "output")
THEME = str(ROOT / "theme")
# Articles, pages and files are read by the plugins below, never by Pelican: it would publish
# whatever a text links to.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
IGNORE_FILES = [".*", "*.partial", "__pycache__"]

# The stages, in the order in which an article passes them.
PLUGINS = [
    "cuttings.ingest.plugin",
    "cuttings.article.plugin",
    "cuttings.entities.plugin",
    "cuttings.versions.plugin",
    "cuttings.browse.plugin",
    "cuttings.own_pages.plugin",
    "cuttings.search_index.plugin",
    "cuttings.offline.plugin",
    "cuttings.site.plugin",
]

# Every link is relative, so that the site works from a disk and below any address.
SITEURL = ""
RELATIVE_URLS = True
ARTICLE_URL = "articles/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
SLUGIFY_SOURCE = "basename"

# The stages write these pages themselves.
ARTICLE_SAVE_AS = DRAFT_SAVE_AS = DRAFT_PAGE_SAVE_AS = ""
ARTICLE_LANG_SAVE_AS = DRAFT_LANG_SAVE_AS = PAGE_LANG_SAVE_AS = ""
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

# Pelican compares each article with every other to find translations; there are none.
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None

# Titles, tags and file names are data, whatever they hold.
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
    "extensions": ["cuttings.browse.compact_markup.CompactMarkup"],
}
FORMATTED_FIELDS: list[str] = []

# A build reads the archive and nothing that an earlier build left.
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
WITH_FUTURE_DATES = True
