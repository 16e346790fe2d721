"""Takes in an inbox without room, then with: ``filing_on_full_disk RAW DISK KILOBYTES WAY``.

In the WAY "mount" a disk with so many kilobytes to spare is mounted on DISK; in the WAY "limit" no
file may grow beyond a tenth of that. Prints what became of the files and what is there.
"""

from __future__ import annotations

import datetime
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.errors import UnwritableArchiveError
from cuttings.ingest.filing.intake import Intake

TEXT = "The bridge over the river is open again and people of both towns came with flags."


def main(raw: Path, disk: Path, kilobytes: int, *, mounted: bool) -> None:
    """Take in copies of the files in ``raw`` twice."""
    if mounted:
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)], check=True)
    folder = ContentFolder(disk / "content")
    shutil.copytree(raw, folder.inbox)
    if mounted:
        room = os.statvfs(disk)
        used = (room.f_blocks - room.f_bfree) * room.f_frsize // 1024
        subprocess.run(["mount", "-o", f"remount,size={used + kilobytes}k", str(disk)], check=True)
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 100, resource.RLIM_INFINITY))
    _take_in(folder)
    if mounted:
        subprocess.run(["mount", "-o", "remount,size=4m", str(disk)], check=True)
    else:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print("with room")
    _take_in(folder)
    print(*sorted(path.suffix for path in folder.root.rglob("*") if path.is_file()))
    print(*sorted(path.stem for path in folder.originals.iterdir()))


def _take_in(folder: ContentFolder) -> None:
    try:
        for outcome in Intake(folder, datetime.date(2026, 1, 2)).take_inbox():
            print(type(outcome).__name__, outcome)
    except UnwritableArchiveError as error:
        print("Refused", error)
    for path in sorted(folder.article_paths()):
        print("whole" if TEXT in path.read_text(encoding="utf-8") else "broken", path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), mounted=sys.argv[4] == "mount")
