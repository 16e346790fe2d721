"""Commands that are killed at any change of a file, and run again.

After a kill each article is wholly as before or as after one of the steps that change it. A
second run ends with the same bytes as one that was never disturbed, and leaves nothing over.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

from tests.attack.writing_command import WritingCommand, base_archive, in_archive
from tests.commands.forked_commands import ForkedCommands, Result
from tests.servers.news_server import NewsServer

from cuttings.article.article_file import ENTITY_FIELDS, parse_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.site.site_folder import is_site

_TAGGERS = frozenset(field.lower() for field in (*ENTITY_FIELDS, "Tagged"))
_LEFT_OUT = frozenset({".cuttings.lock", ".cuttings-names.json"})
"""The system releases a lock when its holder is killed, and the file may stay; what is kept of the
names for the next run may be missing."""

_INSTANT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")


class Kills:
    """Kills commands in archives below a folder.

    Args:
        commands: Runs them.
        folder: An empty folder.
        server: Where addresses are fetched from.
    """

    def __init__(self, commands: ForkedCommands, folder: Path, server: NewsServer) -> None:
        self._commands = commands
        self._folder = folder
        self._server = server
        self._base = base_archive(folder / "base", commands)
        self._undisturbed: dict[str, tuple[dict[str, bytes], int]] = {}

    def kill(self, attack: WritingCommand, random: Random) -> int:
        """Kill a command before one of its changes; run it again and assert that all is well.

        Returns:
            1, the number of kills.
        """
        after, changes = self._run_undisturbed(attack)
        deadly = random.randint(1, changes)
        root = self._archive(attack)
        before = _files(root)
        passed = 0
        killed = False
        for step in attack.steps(root):
            result = self._run(step, root, max(0, deadly - passed))
            passed += result.changes
            if result.killed:
                killed = True
                break
            _assert_done(result, step)
        where = f"{attack.name} killed before change {deadly} of {changes}"
        assert killed, where
        _assert_articles_whole(root, before, after, where)
        _assert_site_whole(root, where)
        for step in attack.steps(root):
            _assert_done(self._run(step, root), step)
        _assert_same(_files(root), after, where)
        return 1

    def _run(self, step: list[str], root: Path, deadly: int = 0) -> Result:
        if step[0] == "remove":
            shutil.rmtree(step[1], ignore_errors=True)
            return Result(0, 0, "")
        return self._commands.run(in_archive(step, root, deadly))

    def _run_undisturbed(self, attack: WritingCommand) -> tuple[dict[str, bytes], int]:
        """Return the files that an undisturbed run ends with, and its number of changes."""
        if attack.name not in self._undisturbed:
            root = self._archive(attack)
            changes = 0
            for step in attack.steps(root):
                result = self._run(step, root)
                _assert_done(result, step)
                changes += result.changes
            assert changes, attack.name
            self._undisturbed[attack.name] = (_files(root), changes)
        return self._undisturbed[attack.name]

    def _archive(self, attack: WritingCommand) -> Path:
        """Return a new archive that is ready for a command; always the same place and content."""
        root = self._folder / "archive"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self._base, root)
        if attack.name == "add --fetch":
            rows = "".join(f"{self._server.url(f'/stories/{number}')}\n" for number in range(3))
            ContentFolder(root / "content").fetch_list.write_text(f"url\n{rows}")
        attack.prepare(root)
        return root


def _files(root: Path) -> dict[str, bytes]:
    """Return all files by their paths; of instants of fetching only that they are there."""
    return {
        path.relative_to(root).as_posix(): _INSTANT.sub(b"INSTANT", path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name not in _LEFT_OUT
    }


def _assert_done(result: Result, step: list[str]) -> None:
    assert result.status == 0, f"{step}: {result.status}\n{result.messages}"


def _assert_articles_whole(
    root: Path, before: Mapping[str, bytes], after: Mapping[str, bytes], where: str
) -> None:
    for name, content in _articles(_files(root)):
        whole = {before.get(name), after.get(name)}
        if content not in whole:
            # Filed, and not yet tagged.
            assert _untagged(content) == _untagged(after[name]), f"{where}: {name}"
            assert parse_article(content.decode("utf-8"), Path(name)).tagged == "", where
    for name, _content in _articles(before):
        assert (root / name).is_file(), f"{where}: {name} is gone"


def _articles(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    for name, content in files.items():
        if name.startswith("content/articles/") and name.endswith(".md"):
            yield name, content


def _untagged(content: bytes) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return an article's fields but those of the tagger, and its text."""
    front_matter = FrontMatter.parse(content.decode("utf-8"))
    fields = (pair for pair in front_matter.fields if pair[0].lower() not in _TAGGERS)
    return tuple(fields), front_matter.body


def _assert_site_whole(root: Path, where: str) -> None:
    """A site that stands is whole; between two renames it may stand beside its place."""
    site = root / "site"
    if site.exists():
        assert is_site(site), where
        listed = json.loads((site / "offline" / "version.json").read_bytes())["list"]
        paths = json.loads((site / listed).read_bytes())["paths"]
        assert all((site / path).is_file() for path in paths), where


def _assert_same(found: Mapping[str, bytes], expected: Mapping[str, bytes], where: str) -> None:
    assert found.keys() == expected.keys(), f"{where}: {found.keys() ^ expected.keys()}"
    differing = [name for name in expected if found[name] != expected[name]]
    shown = "".join(f"\n{name}:\n{found[name]!r}\n{expected[name]!r}" for name in differing)
    assert differing == [], f"{where}: {shown[:4000]}"
