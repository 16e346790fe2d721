"""A desk that is killed before each of its changes has made a decision in whole, or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from tests.commands.forked_commands import Command, ForkedCommands, Result
from tests.files.desk_archive import file_desk_archive

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import raise_error
from cuttings.review.changes.decision_log import DecisionLog
from cuttings.review.changes.journal import open_journal


class KilledDesk:
    """Kills a desk in copies of an archive."""

    def __init__(self, commands: ForkedCommands, archive: Path) -> None:
        self._commands = commands
        self._archive = archive

    def run(self, root: Path, action: str, deadly: int = 0) -> Result:
        """Make the decision or take it back; be killed before a change if ``deadly`` is not 0."""
        words = ["python", "tests.attack.desk_decision", str(root), action]
        result = self._commands.run(Command(words, str(root), deadly))
        assert result.killed or result.status == 0, result.messages
        return result

    def kill(self, root: Path, action: str, deadly: int) -> bool:
        """Do that in a copy of the archive; say whether it was killed before it was done."""
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(self._archive, root)
        return self.run(root, action, deadly).killed


def reopen(root: Path) -> int:
    """Open the desk again, which ends what was interrupted; return the number of decisions."""
    folder = ContentFolder(root)
    with open_journal(folder.review_journal) as journal:
        return len(DecisionLog(folder, journal, raise_error).steps)


def files(root: Path) -> Mapping[str, bytes]:
    """Return all files but the journal, and the lock, which the system releases."""
    found = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.name not in {".cuttings-review.jsonl", ".cuttings.lock"}
    }


def test_a_killed_desk_leaves_whole_decisions(tmp_path: Path, commands: ForkedCommands) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    file_desk_archive(ContentFolder(before))
    shutil.copytree(before, after)
    KilledDesk(commands, before).run(after, "make")
    states = {0: files(before), 1: files(after)}
    changed = [name for name, content in states[1].items() if states[0][name] != content]
    assert len(changed) == 2
    for archive, action in ((before, "make"), (after, "undo")):
        desk, root = KilledDesk(commands, archive), tmp_path / "killed"
        seen = []
        for deadly in count(1):
            if not desk.kill(root, action, deadly):
                break
            decisions = reopen(root)
            assert files(root) == states[decisions], f"{action} killed before change {deadly}"
            seen.append(decisions)
        assert set(seen) == {0, 1}, "killed before and after the journal was written"
        assert seen == sorted(seen, reverse=action == "undo")
