"""An archive with hostile inputs, taken the whole way: laid, taken in, tagged and built."""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.hostile_input import HostileInput
from tests.hostile.private_file import SECRET

from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import shown_path

ROOT = Path(__file__).resolve().parents[2]
GOOD_STORY = (
    "{place} harbour stays open\n\n2024-03-05\n\n"
    "The council of {place} voted on Tuesday to keep the old harbour open. Angela Merkel came from "
    "Germany, and Emmanuel Macron of France sent his good wishes to all who had spoken for it.\n"
)
GOOD_PLACES = ("Aarhus", "Zadar")
"""One good story is taken in before all others, one after them."""

_PATIENCE = 240  # Seconds until a step that does not end counts as hanging.
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
    """

    def __init__(self, root: Path) -> None:
        self.root = root
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
        command = ["-m", "cuttings.cli", "add", "--inbox", "--content", str(self.folder.root)]
        return run_step([*command, "--report", str(self._report)])

    def tag(self) -> Step:
        """Bring the tags up to date."""
        return run_step(["-m", "cuttings.cli", "tag", "--content", str(self.folder.root)])

    def build(self) -> Step:
        """Write the site as ``make publish`` does."""
        folders = [str(self.folder.root), "--output", str(self.site)]
        settings = ["--settings", str(ROOT / "publishconf.py"), "--fatal", "errors"]
        settings += ["--extra-settings", "CUTTINGS_INBOX=false"]
        return run_step(["-m", "pelican", *folders, *settings], SITEURL="https://example.org/x")

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


def run_step(arguments: list[str], **environment: str) -> Step:
    """Run Python with ``arguments``, with the small model and bounds of time and memory."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "COLUMNS": "2000",
            "CUTTINGS_MODEL": "sm",
            "CUTTINGS_PROCESSES": "1",
            **environment,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="backslashreplace",
        check=False,
        timeout=_PATIENCE,
        preexec_fn=_limit_memory,
    )
    return Step(done.returncode, tuple(done.stdout.splitlines()))


def _limit_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
