"""Commands that write in an archive, each with an archive in which it has something to do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.commands.forked_commands import ROOT, Command, ForkedCommands
from tests.servers.news_server import LOOPBACK

from cuttings.article.content_folder import ContentFolder

_INBOX = ROOT / "tests" / "cases" / "inbox"
_STORY = (
    "Title: {title}\nDate: 2024-03-0{day}\nAdded: 2024-03-0{day}\n\n"
    "{title}. Angela Merkel came from Germany to speak with Emmanuel Macron of France.\n"
)


@dataclass(frozen=True, slots=True)
class WritingCommand:
    """A command, with what it needs.

    Attributes:
        name: What it is called in tests and counts.
        steps: The commands that it consists of, in an archive below a folder.
        prepare: Makes the archive ready for it.
    """

    name: str
    steps: Callable[[Path], list[list[str]]]
    prepare: Callable[[Path], None] = lambda _root: None


def in_archive(words: list[str], root: Path, deadly: int = 0) -> Command:
    """Return a command in an archive, with the small model; see ``Command``."""
    environment = {"CUTTINGS_MODEL": "sm", "SITEURL": "https://example.org/x"}
    return Command(words, str(root), deadly, environment=environment)


def base_archive(root: Path, commands: ForkedCommands) -> Path:
    """Make an archive of stories that are tagged, one of them by hand, and one that is not yet."""
    folder = ContentFolder(root / "content")
    stories = folder.articles / "2024"
    stories.mkdir(parents=True)
    for day, title in enumerate(("Aarhus opens", "Bergen opens", "Cadiz opens"), start=1):
        name = f"{title.lower().replace(' ', '-')}.md"
        (stories / name).write_text(_STORY.format(title=title, day=day), encoding="utf-8")
    folder.authorities.mkdir(exist_ok=True)
    tagged = commands.run(in_archive(["cuttings", "tag", "--content", str(folder.root)], root))
    assert tagged.status == 0, tagged.messages
    by_hand = stories / "cadiz-opens.md"
    text = re.sub("People: .*", "People: A Person By Hand", by_hand.read_text("utf-8"))
    by_hand.write_text(text, encoding="utf-8")
    (stories / "dover-opens.md").write_text(_STORY.format(title="Dover opens", day=4))
    return root


def _lay_raw_files(folder: Path) -> None:
    shutil.copytree(_INBOX, folder)
    parts = folder / "saved-page_files"
    parts.mkdir()
    (parts / "site.css").write_text("p { margin: 0 }")
    rows = ["title,text,url"]
    rows += [f"Row {n},The row {n} is about Germany.,https://planet.example/{n}" for n in range(4)]
    rows.append(",,https://planet.example/later")
    (folder / "rows.csv").write_text("\n".join(rows) + "\n")


def _fill_inbox(root: Path) -> None:
    _lay_raw_files(ContentFolder(root / "content").inbox)


def _rename_a_person(root: Path) -> None:
    table = ContentFolder(root / "content").authorities / "people.csv"
    table.write_text("heading,see-from\nAngela Dorothea Merkel,Angela Merkel\n", encoding="utf-8")


def _tick_a_merge(root: Path) -> None:
    (root / "merges.csv").write_text(
        "kind,keep,merge,accept\nperson,Emmanuel Macron,Angela Merkel,yes\n", encoding="utf-8"
    )


def _content(root: Path) -> list[str]:
    return ["--content", str(root / "content"), "--processes", "1"]


def build_step(root: Path) -> list[str]:
    """Return the step of ``make html`` that tags what is untagged and writes the site."""
    settings = ["--settings", str(ROOT / "pelicanconf.py"), "--fatal", "errors"]
    settings += ["--extra-settings", "CUTTINGS_INBOX=false"]
    return ["pelican", str(root / "content"), "--output", str(root / "site.staging"), *settings]


def _add_and_build(root: Path) -> list[list[str]]:
    """Return the steps of ``make html``."""
    staging, site = str(root / "site.staging"), str(root / "site")
    return [
        ["cuttings", "add", "--inbox", *_content(root)],
        ["remove", staging],
        build_step(root),
        ["swap", staging, site],
    ]


def _fetch(root: Path) -> list[list[str]]:
    options = ["--fetch", "--pause", "0", "--allow-private", LOOPBACK]
    return [["cuttings", "add", *options, *_content(root)]]


WRITING_COMMANDS = (
    WritingCommand(
        "add",
        lambda r: [["cuttings", "add", str(r / "raw"), *_content(r)]],
        lambda r: _lay_raw_files(r / "raw"),
    ),
    WritingCommand(
        "add --inbox", lambda r: [["cuttings", "add", "--inbox", *_content(r)]], _fill_inbox
    ),
    WritingCommand("add --fetch", _fetch),
    WritingCommand("tag", lambda r: [["cuttings", "tag", *_content(r)]], _rename_a_person),
    WritingCommand(
        "tag --again", lambda r: [["cuttings", "tag", "--again", *_content(r)]], _rename_a_person
    ),
    WritingCommand(
        "authority suggest",
        lambda r: [["cuttings", "authority", "suggest", str(r / "merges.csv"), *_content(r)]],
    ),
    WritingCommand(
        "authority apply",
        lambda r: [["cuttings", "authority", "apply", str(r / "merges.csv"), *_content(r)]],
        _tick_a_merge,
    ),
    WritingCommand("make html", _add_and_build, _fill_inbox),
)
"""Every command that writes."""
