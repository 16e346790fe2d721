"""Fixtures that every kind of test shares."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from bench.browser import chromium
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser
from tests.commands.forked_commands import ForkedCommands, forked_commands

from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main

ROOT = Path(__file__).resolve().parent.parent

_LONGEST_FIRST = ("linear", "quality", "attack", "build")
"""Folders of tests of which single ones take half a minute."""

# How long an example takes says something of the machine's load, nothing of the code. The examples
# are the same in each run, so that a change is judged by itself; `PROPERTIES=explore` draws others.
_PROFILES = {"same": True, "explore": False}
for _name, _same in _PROFILES.items():
    settings.register_profile(
        _name,
        deadline=None,
        derandomize=_same,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile(os.environ.get("PROPERTIES", "same"))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared_corpora() -> Path:
    """The folder of measuring corpora, which the repository does not hold.

    It lies beside the repository, and tests that need it are skipped without it;
    where CUTTINGS_SHARED names its place, as `.ci/run` does, it must be there.
    """
    named = os.environ.get("CUTTINGS_SHARED")
    folder = (Path(named) if named else ROOT.parent / "shared") / "corpora"
    if folder.is_dir():
        return folder
    message = f"needs the measuring corpora in {folder}"
    if named:
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    """The content folder of an archive that holds nothing yet."""
    return ContentFolder(tmp_path / "content")


@pytest.fixture
def inbox(folder: ContentFolder) -> Path:
    """The empty inbox of ``folder``."""
    folder.inbox.mkdir(parents=True)
    return folder.inbox


@pytest.fixture
def add_stories(tmp_path: Path) -> Callable[[Mapping[str, str]], ContentFolder]:
    """Take in stories of 5 May 2022 by their headlines, and make room for authority records."""

    def add(stories: Mapping[str, str]) -> ContentFolder:
        folder = ContentFolder(tmp_path / "content")
        sources = tmp_path / "raw"
        sources.mkdir()
        for number, (title, text) in enumerate(stories.items()):
            body = f"{title}\n\n2022-05-05\n\n{text}\n"
            (sources / f"{number}.txt").write_text(body, encoding="utf-8")
        assert main(["add", str(sources), "--content", str(folder.root)]) == 0
        folder.authorities.mkdir(exist_ok=True)
        return folder

    return add


_ONE_RENDERER = (
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--in-process-gpu",
)
"""Flags by which pages share a process: to start one for each takes an eighth of the time."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of a test process: Playwright starts no second one there."""
    with chromium(*_ONE_RENDERER) as started:
        yield started


@pytest.fixture(scope="session")
def commands() -> Iterator[ForkedCommands]:
    """Runs commands in processes that need not load anything; one is run at a time."""
    with forked_commands() as started:
        yield started


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the folders with the longest tests first: at the end one of them would run alone."""
    order = {name: place for place, name in enumerate(_LONGEST_FIRST)}
    items.sort(key=lambda item: order.get(item.nodeid.split("/")[1], len(order)))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end how many tests were left out, and why."""
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report.longrepr, tuple)
    )
    for reason, count in reasons.most_common():
        tests = "1 test was" if count == 1 else f"{count} tests were"
        terminalreporter.write_line(f"{tests} left out: {reason}")
