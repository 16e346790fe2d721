"""Filing that is killed at every step, and done again."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

import pytest
from tests.commands.forked_commands import Command, ForkedCommands
from tests.unit.ingest.interrupted_intake import KILLED

from cuttings.article.archive_lock import LOCK_NAME
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import payload_digest
from cuttings.ingest.filing.intake import Intake

PARTS = {"site.css": b"p { margin: 0 }", "images/ring.jpg": b"\xff\xd8\xff\xe0 a picture"}
LATER = datetime.date(2026, 1, 3)


@pytest.fixture
def raw_files(repository: Path) -> Path:
    return repository / "tests" / "cases" / "inbox"


def _fill(inbox: Path, raw: Path) -> None:
    """Lay ``raw`` in the inbox, a page together with the folder that a browser saves beside it."""
    inbox.mkdir(parents=True)
    shutil.copy(raw, inbox)
    if raw.suffix == ".html":
        for name, content in PARTS.items():
            part = inbox / f"{raw.stem}_files" / name
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(content)


def _run(commands: ForkedCommands, root: Path, deadly: int) -> tuple[int, list[str]]:
    """Take in the inbox in a process of its own; return its exit status and its moments."""
    module = "tests.unit.ingest.interrupted_intake"
    done = commands.run(Command(["python", module, str(root), str(deadly)]))
    return done.status, done.messages.splitlines()


def _files(folder: ContentFolder) -> dict[str, bytes]:
    """Return all files but the lock, which the system releases when its holder is killed."""
    return {
        str(path.relative_to(folder.root)): path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file() and path.name != LOCK_NAME
    }


@pytest.mark.parametrize("name", ["pasted-text.txt", "yaml-front-matter.md", "saved-page.html"])
def test_killed_at_any_moment_the_next_run_files_it_once(
    name: str, raw_files: Path, commands: ForkedCommands, tmp_path: Path
) -> None:
    raw = raw_files / name
    digest = payload_digest(raw.read_bytes())
    whole = ContentFolder(tmp_path / "whole")
    _fill(whole.inbox, raw)
    status, moments = _run(commands, whole.root, 0)
    expected = _files(whole)
    assert status == 0
    assert {"written beside", "renamed", "original renamed", "inbox emptied"} <= set(moments)
    assert len(moments) >= 9

    for number, moment in enumerate(moments, start=1):
        folder = ContentFolder(tmp_path / f"killed-{number}")
        _fill(folder.inbox, raw)
        status, reached = _run(commands, folder.root, number)
        assert (status, len(reached)) == (KILLED, number)
        held = _files(folder).values()
        assert raw.read_bytes() in held, f"killed at '{moment}', the source was lost"

        list(Intake(folder, LATER).take_inbox())

        assert _files(folder).keys() == expected.keys(), f"killed at '{moment}'"
        (path,) = folder.article_paths()
        assert read_article(path).original == digest
        assert (folder.originals / f"{digest}{raw.suffix}").read_bytes() == raw.read_bytes()
        assert list(folder.inbox.iterdir()) == []
        if raw.suffix == ".html":
            for part, content in PARTS.items():
                assert (folder.originals / f"{digest}_files" / part).read_bytes() == content
        assert list(Intake(folder, LATER).take_inbox()) == []


def test_a_table_killed_at_any_moment_is_filed_once(
    commands: ForkedCommands, tmp_path: Path
) -> None:
    raw = tmp_path / "rows.csv"
    raw.write_text(
        "title,text,url\nWall,It fell.,\nRing,It was lost.,\n,,https://planet.example/a\n",
        encoding="utf-8",
    )
    digest = payload_digest(raw.read_bytes())
    whole = ContentFolder(tmp_path / "whole")
    _fill(whole.inbox, raw)
    status, moments = _run(commands, whole.root, 0)
    expected = _files(whole)
    assert (status, len(expected)) == (0, 4)

    for number, moment in enumerate(moments, start=1):
        folder = ContentFolder(tmp_path / f"killed-{number}")
        _fill(folder.inbox, raw)
        assert _run(commands, folder.root, number)[0] == KILLED
        list(Intake(folder, LATER).take_inbox())
        assert _files(folder).keys() == expected.keys(), f"killed at '{moment}'"
        assert folder.fetch_list.read_bytes() == whole.fetch_list.read_bytes()
        articles = [read_article(path) for path in folder.article_paths()]
        assert {article.original for article in articles} == {digest}
        assert len({article.record for article in articles}) == 2
        assert list(folder.inbox.iterdir()) == []
