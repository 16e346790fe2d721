"""How many processes share the work of ``cuttings add``."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.commands.forked_commands import Command, ForkedCommands

from cuttings.ingest.filing.read_ahead import FEWEST_FILES

PAGE = (
    "<!doctype html><html><head><title>Bridge {0} opens</title></head><body><article>"
    "<h1>Bridge {0} opens</h1><p>The mayor of ward {0} opened the bridge on Monday.</p>"
    "</article></body></html>"
)


@pytest.mark.parametrize(
    ("options", "setting", "others"),
    [
        (["--processes", "1"], "2", False),
        ([], "2", True),
        ([], "1", False),
    ],
)
def test_pages_are_read_by_as_many_processes_as_are_asked_for(
    tmp_path: Path, commands: ForkedCommands, options: list[str], setting: str, others: bool
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(FEWEST_FILES):
        (pages / f"{number}.html").write_text(PAGE.format(number), encoding="utf-8")
    words = ["cuttings", "add", str(pages), "--content", str(tmp_path / "content"), *options]
    environment = {"CUTTINGS_PROCESSES": setting, "CUTTINGS_MODEL": "sm"}
    done = commands.run(Command(words, environment=environment))
    assert (done.status, done.was_helped) == (0, others)
    assert len(list((tmp_path / "content" / "articles").rglob("*.md"))) == FEWEST_FILES
