"""What a run does not load: most of the time that adding one story takes is loading."""

from __future__ import annotations

import subprocess
import sys

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
