from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.unit.ingest.filing_on_full_disk import TEXT

from cuttings.article.identity import payload_digest

NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount"]
"""In which a process may mount a disk that nothing else sees; not every system allows it."""

PAGE = f"<html><body><h1>Tower opens</h1><p>{TEXT}</p><script>{'x' * 9_000}</script></body></html>"
RAW = {
    "a.txt": f"Bridge opens\n\n{TEXT}",
    "b.html": PAGE,
    "c.csv": "title,text,url\n"
    + "".join(f"Story {n},{TEXT},\n" for n in range(6))
    + ",,https://planet.example/a\n",
}


def _prefix() -> list[str]:
    if shutil.which("unshare") is None:
        return []
    mounting = [*NAMESPACE, "mount", "-t", "tmpfs", "tmpfs", "/tmp"]
    allowed = subprocess.run(mounting, capture_output=True, check=False)
    return NAMESPACE if allowed.returncode == 0 else []


@pytest.mark.parametrize("kilobytes", [0, 4, 12, 20, 28, 36])
def test_on_a_full_disk_no_article_is_half_written_and_the_next_run_files_the_rest(
    repository: Path, tmp_path: Path, kilobytes: int
) -> None:
    raw, disk = tmp_path / "raw", tmp_path / "disk"
    raw.mkdir()
    disk.mkdir()
    for name, content in RAW.items():
        (raw / name).write_text(content, encoding="utf-8")
    prefix = _prefix()
    command = [*prefix, sys.executable, "-m", "tests.unit.ingest.filing_on_full_disk"]
    done = subprocess.run(
        [*command, str(raw), str(disk), str(kilobytes), "mount" if prefix else "limit"],
        cwd=repository,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    without, _, with_room = done.stdout.partition("with room\n")
    told = [line for line in without.splitlines() if line.startswith(("Rejected", "Refused"))]
    assert told
    assert all("check the free space" in line for line in told)
    assert "broken" not in done.stdout
    *_, suffixes, originals = with_room.splitlines()
    assert suffixes.split() == sorted([*[".md"] * 8, ".txt", ".html", ".csv", ".csv"])
    digests = sorted(payload_digest(content.encode()) for content in RAW.values())
    assert originals.split() == digests
