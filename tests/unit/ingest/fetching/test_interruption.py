"""Fetching that is killed at every step, and done again, of a page that is never twice the same."""

from __future__ import annotations

from pathlib import Path

from tests.commands.forked_commands import Command, ForkedCommands
from tests.servers.news_server import NewsServer
from tests.unit.ingest.fetching.interrupted_fetching import fetch, fetch_listed
from tests.unit.ingest.interrupted_intake import KILLED

from cuttings.article.archive_lock import LOCK_NAME
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import file_digest
from cuttings.ingest.filing.capture import Captures
from cuttings.ingest.filing.fetch_list import listed_addresses


def _run(commands: ForkedCommands, root: Path, url: str, deadly: int) -> tuple[int, list[str]]:
    """Fetch in a process of its own; return its exit status and its moments."""
    module = "tests.unit.ingest.fetching.interrupted_fetching"
    done = commands.run(Command(["python", module, str(root), url, str(deadly)]))
    return done.status, done.messages.splitlines()


def test_killed_at_any_moment_the_next_run_files_it_once(
    commands: ForkedCommands, tmp_path: Path, server: NewsServer
) -> None:
    url = server.url("/changing")
    status, moments = _run(commands, tmp_path / "whole", url, 0)
    assert status == 0
    steps = ["page renamed", "capture noted", "renamed", "address taken off", "capture settled"]
    assert [moment for moment in moments if moment in steps] == steps

    changing = [
        number
        for number, moment in enumerate(moments, 1)
        if "before open" not in moment and LOCK_NAME not in moment
    ]
    for number in changing[:-1]:
        folder = ContentFolder(tmp_path / f"killed-{number}")
        status, reached = _run(commands, folder.root, url, number)
        assert (status, len(reached)) == (KILLED, number)
        asked = server.asked["/changing"]
        for path in folder.article_paths():
            assert (folder.originals / f"{read_article(path).original}.html").exists(), reached[-1]

        fetch(folder.root, url, lambda _step: None)

        (path,) = folder.article_paths()
        original = folder.originals / f"{read_article(path).original}.html"
        assert file_digest(original) == original.stem
        assert listed_addresses(folder.fetch_list) == []
        if "capture noted" in reached:
            assert server.asked["/changing"] == asked, f"asked again after '{reached[-1]}'"


def test_killed_when_an_address_has_left_the_list_the_next_run_settles_it_and_asks_no_one(
    commands: ForkedCommands, tmp_path: Path, server: NewsServer
) -> None:
    url = server.url("/changing")
    _status, moments = _run(commands, tmp_path / "whole", url, 0)
    folder = ContentFolder(tmp_path / "killed")
    _run(commands, folder.root, url, moments.index("address taken off") + 1)
    assert listed_addresses(folder.fetch_list) == []
    asked = server.asked["/changing"]

    fetch_listed(folder.root)

    assert Captures(folder.captures).unsettled() == []
    assert server.asked["/changing"] == asked
    assert len(list(folder.article_paths())) == 1
