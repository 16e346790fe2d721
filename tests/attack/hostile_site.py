"""Sites of archives in which every field of every format holds a hostile value."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from tests.attack.filled_formats import filled_files
from tests.attack.hostile_values import StoryFields
from tests.commands.forked_commands import ROOT, ForkedCommands
from tests.hostile.hostile_archive import HostileArchive, Step
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
    archive = HostileArchive(root, commands)
    archive.lay_good_stories()
    for name, payload in filled_files(story).items():
        (archive.folder.inbox / name).write_bytes(payload)
    added = archive.add()
    _assert_sound(added, {0, 1}, story)
    built = archive.build()
    _assert_sound(built, {0}, story)
    articles = archive.articles()
    slugs = {article.slug for article in articles.values()}
    assert len(slugs) == len(articles)
    assert_only_listed_files(archive.site, ROOT / "theme", slugs, frozenset())
    assert_nothing_active(archive.site)
    assert_data_parses(archive.site)
    assert files_with(archive.site, SECRET) == []
    made = {"content", "site", "report.csv", "outside.txt"}
    assert {path.name for path in root.iterdir()} == made
    return HostileSite(
        archive.site, len(articles), sorted(f"articles/{slug}.html" for slug in slugs)
    )


def _assert_sound(step: Step, statuses: set[int], story: StoryFields) -> None:
    faults = [fault for fault in _FAULTS if any(fault in line for line in step.lines)]
    assert not faults, f"{faults} of {story}:\n{step}"
    assert step.status in statuses, f"{story}:\n{step}"
