"""Sites of archives in which every field of every format holds a hostile value."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from tests.attack.filled_formats import filled_files
from tests.attack.forked_commands import ROOT, Command, ForkedCommands, Result
from tests.attack.hostile_values import StoryFields
from tests.hostile.hostile_archive import HostileArchive
from tests.hostile.private_file import SECRET
from tests.hostile.published_site import (
    assert_data_parses,
    assert_nothing_active,
    assert_only_listed_files,
    files_with,
)

_FAULTS = ("Traceback", "CRITICAL", "report it")


class HostileSite(NamedTuple):
    """A built site and what went into it.

    Attributes:
        site: Its folder.
        stories: How many articles were filed.
        pages: The paths of the pages of articles.
    """

    site: Path
    stories: int
    pages: list[str]


def hostile_site(root: Path, story: StoryFields, commands: ForkedCommands) -> HostileSite:
    """Take in a file of each format that states a story's fields; build, and check what there is.

    Args:
        root: A folder, which is emptied.
        story: What the files state.
        commands: Runs the commands.
    """
    shutil.rmtree(root, ignore_errors=True)
    archive = HostileArchive(root)
    archive.lay_good_stories()
    for name, payload in filled_files(story).items():
        (archive.folder.inbox / name).write_bytes(payload)
    content = str(archive.folder.root)
    added = commands.run(
        Command(["cuttings", "add", "--inbox", "--content", content, "--processes", "1"], content)
    )
    _assert_sound(added, {0, 1}, story)
    settings = ["--settings", str(ROOT / "publishconf.py"), "--fatal", "errors"]
    settings += ["--extra-settings", "CUTTINGS_INBOX=false"]
    built = commands.run(
        Command(["pelican", content, "--output", str(archive.site), *settings], content)
    )
    _assert_sound(built, {0}, story)
    articles = archive.articles()
    slugs = {article.slug for article in articles.values()}
    assert len(slugs) == len(articles)
    assert_only_listed_files(archive.site, ROOT / "theme", slugs, frozenset())
    assert_nothing_active(archive.site)
    assert_data_parses(archive.site)
    assert files_with(archive.site, SECRET) == []
    assert {path.name for path in root.iterdir()} == {"content", "site", "outside.txt"}
    return HostileSite(
        archive.site, len(articles), sorted(f"articles/{slug}.html" for slug in slugs)
    )


def _assert_sound(result: Result, statuses: set[int], story: StoryFields) -> None:
    faults = [fault for fault in _FAULTS if fault in result.messages]
    assert not faults, f"{faults} of {story}:\n{result.messages[-3000:]}"
    assert result.status in statuses, f"{result.status} of {story}:\n{result.messages[-3000:]}"
