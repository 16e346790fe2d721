"""The Pelican hook, in a whole run of Pelican."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.forked_commands import Command, ForkedCommands, Result

from cuttings.ingest.filing.read_ahead import FEWEST_FILES

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

Build = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "inbox").mkdir(parents=True)
    (tmp_path / "settings.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "show.py").write_text(SHOW, encoding="utf-8")
    (tmp_path / "content" / "inbox" / "story.txt").write_text(
        "Wall falls\n\nBERLIN, 9 November 1989 - The gates opened.\n", encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def build(site: Path, commands: ForkedCommands) -> Build:
    def run(*arguments: str) -> Result:
        content, settings, output = (str(site / name) for name in ("content", "settings.py", "out"))
        words = ["pelican", content, "-s", settings, "-o", output, "--fatal", "errors", *arguments]
        return commands.run(Command(words, environment={"PYTHONPATH": str(site)}))

    return run


def test_the_inbox_is_taken_in_before_the_articles_are_read(site: Path, build: Build) -> None:
    done = build()
    assert done.status == 0, done.messages
    assert "READ wall-falls" in done.messages
    assert list((site / "content" / "inbox").iterdir()) == []


def test_an_unreadable_file_fails_the_run_after_the_site_is_written(
    site: Path, build: Build
) -> None:
    (site / "content" / "inbox" / "empty.txt").touch()
    done = build()
    assert done.status != 0
    assert "it is empty; save it again or delete it" in " ".join(done.messages.split())
    assert "READ wall-falls" in done.messages


def test_the_inbox_can_be_left_alone(site: Path, build: Build) -> None:
    assert build("--extra-settings", "CUTTINGS_INBOX=false").status == 0
    assert (site / "content" / "inbox" / "story.txt").is_file()


@pytest.mark.parametrize(("processes", "others"), [("1", False), ("2", True)])
def test_pages_are_read_by_as_many_processes_as_the_setting_says(
    site: Path, build: Build, processes: str, others: bool
) -> None:
    page = (
        "<html><body><h1>Bridge {0} opens</h1><p>The mayor opened it on Monday.</p></body></html>"
    )
    for number in range(FEWEST_FILES):
        path = site / "content" / "inbox" / f"{number}.html"
        path.write_text(page.format(number), encoding="utf-8")
    settings = f"{SETTINGS}CUTTINGS_PROCESSES = {processes!r}\n"
    (site / "settings.py").write_text(settings, encoding="utf-8")
    done = build()
    assert done.status == 0, done.messages
    assert done.was_helped is others
    assert list((site / "content" / "inbox").iterdir()) == []


def test_a_number_of_processes_that_is_not_one_is_reported(build: Build) -> None:
    done = build("--extra-settings", 'CUTTINGS_PROCESSES="few"')
    assert done.status != 0
    told = " ".join(done.messages.split())
    assert "CUTTINGS_PROCESSES is 'few'; set it to a number from 1 on" in told
