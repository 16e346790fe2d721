"""How many processes share the work of ``cuttings add``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cuttings.ingest.filing.read_ahead import FEWEST_FILES

PAGE = (
    "<!doctype html><html><head><title>Bridge {0} opens</title></head><body><article>"
    "<h1>Bridge {0} opens</h1><p>The mayor of ward {0} opened the bridge on Monday.</p>"
    "</article></body></html>"
)
# Only of processes that have ended does the system say how much memory they took.
ADDING = """
import resource, sys
from cuttings.cli import main
main(sys.argv[1:])
sys.exit(int(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0))
"""


@pytest.mark.parametrize(
    ("options", "setting", "others"),
    [
        (["--processes", "1"], "2", False),
        ([], "2", True),
        ([], "1", False),
    ],
)
def test_pages_are_read_by_as_many_processes_as_are_asked_for(
    tmp_path: Path, options: list[str], setting: str, others: bool
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(FEWEST_FILES):
        (pages / f"{number}.html").write_text(PAGE.format(number), encoding="utf-8")
    command = ["add", str(pages), "--content", str(tmp_path / "content"), *options]
    done = subprocess.run(
        [sys.executable, "-c", ADDING, *command],
        env=os.environ | {"CUTTINGS_PROCESSES": setting},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == int(others)
    assert len(list((tmp_path / "content" / "articles").rglob("*.md"))) == FEWEST_FILES
