"""What a run does not load: most of the time that adding one story takes is loading."""

from __future__ import annotations

import atexit
import gc
import subprocess
import sys

import pytest

from cuttings.cli import main

_SCRIPT = """
import sys
import cuttings.ingest.filing.intake
from cuttings.entities.recognition.model import Model, load_language

load_language(Model.LIGHT)
unneeded = "bs4 charset_normalizer courlan feedparser htmldate spacy.cli trafilatura warcio"
sys.exit(" ".join(sorted(sys.modules.keys() & set(unneeded.split()))))
"""


def test_a_text_and_its_names_are_read_without_what_pages_and_feeds_need() -> None:
    run = subprocess.run([sys.executable, "-c", _SCRIPT], capture_output=True, text=True)
    assert run.stderr.strip() == ""


def test_a_command_that_ends_does_not_search_its_memory_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registered: list[object] = []
    monkeypatch.setattr(atexit, "register", registered.append)
    monkeypatch.setattr(sys, "argv", ["cuttings", "formats"])
    assert main(["formats"]) == 0
    assert registered == []
    assert main() == 0
    assert registered == [gc.freeze]
