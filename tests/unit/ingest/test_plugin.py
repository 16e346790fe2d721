"""The Pelican hook, in a whole run of Pelican."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cuttings.ingest.filing.read_ahead import FEWEST_FILES

# Only of processes that have ended does the system say how much memory they took.
COUNTING = """
import atexit, resource
used = lambda: resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
atexit.register(lambda: print("other processes:", used() > 0))
"""
SETTINGS = """
SITENAME = "Trial"
PLUGINS = ["cuttings.ingest.plugin", "cuttings.article.plugin", "cuttings.site.plugin", "show"]
TIMEZONE = "UTC"
ARTICLE_PATHS = PAGE_PATHS = STATIC_PATHS = DIRECT_TEMPLATES = []
IGNORE_FILES = [".*"]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""


SHOW = """
from pelican import signals

def show(generators):
    print("READ", *(filed.article.slug for filed in generators[0].context["filed_articles"]))

def register():
    signals.all_generators_finalized.connect(show)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "inbox").mkdir(parents=True)
    (tmp_path / "settings.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "show.py").write_text(SHOW, encoding="utf-8")
    (tmp_path / "content" / "inbox" / "story.txt").write_text(
        "Wall falls\n\nBERLIN, 9 November 1989 - The gates opened.\n", encoding="utf-8"
    )
    return tmp_path


def _build(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", "content", "-s", "settings.py", "-o", "output"]
    return subprocess.run(
        [*command, "--fatal", "errors", *arguments],
        cwd=site,
        env=os.environ | {"COLUMNS": "400", "PYTHONPATH": os.pathsep.join(_paths())},
        capture_output=True,
        text=True,
        check=False,
    )


def _paths() -> list[str]:
    return [".", *filter(None, [os.environ.get("PYTHONPATH")])]


def test_the_inbox_is_taken_in_before_the_articles_are_read(site: Path) -> None:
    done = _build(site)
    assert done.returncode == 0, done.stderr
    assert "READ wall-falls" in done.stdout
    assert list((site / "content" / "inbox").iterdir()) == []


def test_an_unreadable_file_fails_the_run_after_the_site_is_written(site: Path) -> None:
    (site / "content" / "inbox" / "empty.txt").touch()
    done = _build(site)
    assert done.returncode != 0
    assert "it is empty; save it again or delete it" in " ".join(
        (done.stdout + done.stderr).split()
    )
    assert "READ wall-falls" in done.stdout


def test_the_inbox_can_be_left_alone(site: Path) -> None:
    assert _build(site, "--extra-settings", "CUTTINGS_INBOX=false").returncode == 0
    assert (site / "content" / "inbox" / "story.txt").is_file()


@pytest.mark.parametrize(("processes", "others"), [("1", False), ("2", True)])
def test_pages_are_read_by_as_many_processes_as_the_setting_says(
    site: Path, processes: str, others: bool
) -> None:
    page = (
        "<html><body><h1>Bridge {0} opens</h1><p>The mayor opened it on Monday.</p></body></html>"
    )
    for number in range(FEWEST_FILES):
        path = site / "content" / "inbox" / f"{number}.html"
        path.write_text(page.format(number), encoding="utf-8")
    settings = f"{SETTINGS}CUTTINGS_PROCESSES = {processes!r}\n{COUNTING}"
    (site / "settings.py").write_text(settings, encoding="utf-8")
    done = _build(site)
    assert done.returncode == 0, done.stderr
    assert f"other processes: {others}" in done.stdout
    assert list((site / "content" / "inbox").iterdir()) == []


def test_a_number_of_processes_that_is_not_one_is_reported(site: Path) -> None:
    done = _build(site, "--extra-settings", 'CUTTINGS_PROCESSES="few"')
    assert done.returncode != 0
    told = " ".join((done.stdout + done.stderr).split())
    assert "CUTTINGS_PROCESSES is 'few'; set it to a number from 1 on" in told
