"""One decision of the desk that changes several files, made or taken back in a process of its own.

``python -m tests.attack.desk_decision CONTENT make`` (or ``undo``).
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.files.desk_archive import PAIRS

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.entity import EntityKind
from cuttings.review.changes.journal import open_journal
from cuttings.review.desk import Desk
from cuttings.review.record_desk import RecordDesk


def main() -> None:
    """Move a person of two stories to their lines of organizations, or take that back."""
    folder = ContentFolder(Path(sys.argv[1]))
    with open_journal(folder.review_journal) as journal:
        desk = Desk(folder, journal)
        desk.read()
        if sys.argv[2] == "undo":
            desk.undo(desk.log.steps[-1].number)
        else:
            RecordDesk(desk).edit((EntityKind.PERSON, PAIRS[0][0]), "kind", "organization")


if __name__ == "__main__":
    main()
