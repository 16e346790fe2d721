"""Hostile values in every field of every format: sites are built of them and opened in Chromium."""

from __future__ import annotations

from pathlib import Path
from random import Random
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from playwright.sync_api import Browser
from tests.attack.filled_formats import filled_files
from tests.attack.hostile_site import hostile_site
from tests.attack.hostile_values import HOSTILE_VALUES, StoryFields, stories
from tests.attack.visited_pages import assert_nothing_runs
from tests.commands.forked_commands import ForkedCommands
from tests.files.mutated_files import files_by_format

from cuttings.ingest.readers import FORMATS

_BUILDS = 3
_LEAST_FILED = 15
"""Formats that file a story whatever its fields hold."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile") / "archive"


def test_every_format_has_a_file_with_every_field() -> None:
    files = filled_files(StoryFields(*("word" for _ in range(9))))
    assert files_by_format(files).keys() == {known.name for known in FORMATS}


@given(story=stories)
@settings(
    max_examples=_BUILDS,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
def test_a_site_of_hostile_fields_is_whole_and_inert(
    story: StoryFields, commands: ForkedCommands, root: Path
) -> None:
    assert hostile_site(root, story, commands).stories >= _LEAST_FILED


def test_no_script_of_a_value_runs_in_a_browser(
    commands: ForkedCommands, root: Path, browser: Browser
) -> None:
    story = StoryFields.at_random(Random("scripts"))
    built = hostile_site(root, story, commands)
    hostile_words = [quote(value, errors="replace") for value in HOSTILE_VALUES[2:8]]
    paths = ["index.html", "people/index.html", "sources/index.html", *built.pages[:6]]
    paths += [f"search.html?q={word}&person={word}#found={word}" for word in hostile_words]
    assert assert_nothing_runs(browser, built.site, paths) == len(paths)
