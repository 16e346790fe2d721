"""An archive with hostile inputs, taken the whole way: laid, taken in, tagged and built."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.commands.forked_commands import ROOT, Command, ForkedCommands
from tests.hostile.hostile_input import HostileInput
from tests.hostile.private_file import SECRET

from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import shown_path

GOOD_STORY = (
    "{place} harbour stays open\n\n2024-03-05\n\n"
    "The council of {place} voted on Tuesday to keep the old harbour open. Angela Merkel came from "
    "Germany, and Emmanuel Macron of France sent his good wishes to all who had spoken for it.\n"
)
GOOD_PLACES = ("Aarhus", "Zadar")
"""One good story is taken in before all others, one after them."""

_PATIENCE = 900  # Seconds after which a step that does not end is killed.
_MEMORY = 6 * 1024**3  # Bytes that a step may take.


@dataclass(frozen=True, slots=True)
class Step:
    """What a command said.

    Attributes:
        status: Its exit status.
        lines: All that it printed.
    """

    status: int
    lines: tuple[str, ...]

    def names(self, name: str, words: str = "") -> bool:
        """Tell whether a line has both a file's name and some words."""
        shown = shown_path(name)
        return any(shown in line and words in line for line in self.lines)

    def __str__(self) -> str:
        usual = (": filed as ", ": tagged")
        told = (line for line in self.lines if not any(words in line for words in usual))
        return "\n".join((f"exit status {self.status}", *(" ".join(line.split()) for line in told)))


class HostileArchive:
    """A content folder below ``root``, with private files in it and beside it.

    Args:
        root: An empty folder.
        commands: Runs what is done with it.
    """

    def __init__(self, root: Path, commands: ForkedCommands) -> None:
        self.root = root
        self._commands = commands
        self.folder = ContentFolder(root / "content")
        self.site = root / "site"
        self._report = root / "report.csv"
        root.mkdir(exist_ok=True)
        private = (
            root / "outside.txt",
            self.folder.root / "private.html",
            self.folder.root / ".hidden",
            self.folder.originals / "private.html",
            self.folder.inbox / "private.part",
            self.folder.authorities / "private.csv",
            self.folder.articles / "private.txt",
            self.folder.root / "pages" / ".private.png",
        )
        for path in private:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(SECRET, encoding="utf-8")

    def lay(self, inputs: Iterable[HostileInput]) -> dict[HostileInput, Path]:
        """Lay inputs into their places and return where each lies."""
        return {one: one.lay(self.folder.root / one.place) for one in inputs}

    def lay_good_stories(self) -> None:
        """Lay a story into the inbox that is taken in before all others, and one after them."""
        for start, place in zip("!~", GOOD_PLACES, strict=True):
            raw = self.folder.inbox / f"{start}{place}.txt"
            raw.write_text(GOOD_STORY.format(place=place), encoding="utf-8")

    def add(self) -> Step:
        """Take in the inbox as ``make html`` does."""
        words = ["cuttings", "add", "--inbox", "--content", str(self.folder.root)]
        return self._run([*words, "--report", str(self._report)])

    def build(self) -> Step:
        """Write the site as ``make publish`` does."""
        folders = [str(self.folder.root), "--output", str(self.site)]
        settings = ["--settings", str(ROOT / "publishconf.py"), "--fatal", "errors"]
        settings += ["--extra-settings", "CUTTINGS_INBOX=false"]
        return self._run(["pelican", *folders, *settings])

    def _run(self, words: list[str]) -> Step:
        """Run a command with the small model and bounds of time and memory."""
        environment = {
            "CUTTINGS_MODEL": "sm",
            "CUTTINGS_PROCESSES": "1",
            "SITEURL": "https://example.org/x",
        }
        command = Command(words, after=_PATIENCE, memory=_MEMORY, environment=environment)
        done = self._commands.run(command)
        return Step(done.status, tuple(done.messages.splitlines()))

    def outcomes(self, path: Path) -> list[Mapping[str, str]]:
        """Return the rows of the report on a file of the inbox."""
        # A cell that a spreadsheet would run may stand behind an apostrophe.
        rows = csv.DictReader(self._report.read_text(encoding="utf-8").splitlines())
        return [row for row in rows if row["file"].lstrip("'") == shown_path(path)]

    def articles(self) -> dict[Path, Article]:
        """Return the articles that can be read by their files."""
        found = {}
        for path in self.folder.article_paths():
            try:
                found[path] = read_article(path)
            except Exception:  # Whatever it is, the build says it.
                continue
        return found
