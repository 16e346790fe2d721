"""Takes in an inbox and dies at the moment it is told: ``interrupted_intake FOLDER [MOMENT]``.

A moment is a step that filing reports or an operation on a file below FOLDER that is about to
be done. Each is printed; at the one numbered MOMENT, counted from 1, the process ends as one
that is killed does: nothing is flushed, closed or cleaned up.
"""

from __future__ import annotations

import datetime
import os
import sys
from pathlib import Path

from cuttings.article.atomic_file import Checkpoint
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.intake import Intake

KILLED = 137
"""Exit status of a process that died by a kill."""

_CHANGES = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.link os.truncate shutil.move shutil.rmtree".split()
)


def deadly_moments(root: Path, deadly: int) -> Checkpoint:
    """Watch files below ``root``; die at moment number ``deadly``, never if it is 0.

    Returns:
        What is to be told of each step.
    """
    passed = 0

    def moment(name: str) -> None:
        nonlocal passed
        passed += 1
        print(name, flush=True)
        if passed == deadly:
            os._exit(KILLED)

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and str(arguments[1])[:1] in {"w", "x", "a"}
        if (writes or event in _CHANGES) and str(arguments[0]).startswith(str(root)):
            moment(f"before {event} {Path(str(arguments[0])).name}")

    sys.addaudithook(audit)
    return moment


def main(root: Path, deadly: int) -> None:
    """Take in the inbox below ``root`` with the given moment of death."""
    moment = deadly_moments(root, deadly)
    list(Intake(ContentFolder(root), datetime.date(2026, 1, 2), checkpoint=moment).take_inbox())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
