from __future__ import annotations

import datetime
import multiprocessing
from pathlib import Path

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.outcome import Duplicate, Filed, Rejected
from cuttings.ingest.filing.read_ahead import FEWEST_FILES, read_ahead
from cuttings.ingest.raw.draft import Draft

PAGE = (
    "<!doctype html><html><head><title>Bridge {0} opens</title></head><body><article>"
    "<h1>Bridge {0} opens</h1><p>The mayor of ward {0} opened the bridge on Monday.</p>"
    "<p>It had been closed for {0} days, and the ferry ran in its place.</p>"
    "</article></body></html>"
)


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    """A hundred pages and, among them, a text, a page without a story and one page twice."""
    folder = tmp_path / "raw"
    folder.mkdir()
    for number in range(FEWEST_FILES):
        (folder / f"{number:03}.html").write_text(PAGE.format(number), encoding="utf-8")
    (folder / "040.txt").write_text("Ferry stops\n\nThe ferry stopped on Monday.", "utf-8")
    (folder / "050.html").write_text("<html><body></body></html>", encoding="utf-8")
    (folder / "060.html").write_text(PAGE.format(7), encoding="utf-8")
    return sorted(folder.iterdir())


def _held(_digest: str) -> bool:
    return False


def test_any_number_of_processes_files_the_same(paths: list[Path], tmp_path: Path) -> None:
    told: list[list[str]] = []
    filed: list[dict[str, bytes]] = []
    for processes in (1, 3):
        root = tmp_path / "content"
        intake = Intake(ContentFolder(root), datetime.date(2026, 1, 2), processes=processes)
        outcomes = list(intake.take_files(paths))
        assert [type(outcome) for outcome in outcomes].count(Filed) == FEWEST_FILES - 1
        assert isinstance(outcomes[paths.index(tmp_path / "raw" / "050.html")], Rejected)
        assert isinstance(outcomes[paths.index(tmp_path / "raw" / "060.html")], Duplicate)
        told.append([str(outcome) for outcome in outcomes])
        files = (path for path in root.rglob("*") if path.is_file())
        filed.append({str(path.relative_to(root)): path.read_bytes() for path in files})
        root.rename(tmp_path / f"content of {processes}")
    assert told[0] == told[1]
    assert filed[0] == filed[1]


def test_pages_come_read_and_in_order(paths: list[Path]) -> None:
    pairs = list(read_ahead(paths, _held, 2))
    assert [path for path, _ in pairs] == paths
    assert [path.name for path, reading in pairs if reading is None] == ["040.txt"]
    assert sum(isinstance(reading, Draft) for _, reading in pairs) == FEWEST_FILES - 1


def test_few_files_and_files_held_are_left_to_the_caller(paths: list[Path]) -> None:
    assert {reading for _, reading in read_ahead(paths[:20], _held, 2)} == {None}
    assert {reading for _, reading in read_ahead(paths, lambda _digest: True, 2)} == {None}


def test_what_was_at_work_is_read_again_when_a_process_dies(paths: list[Path]) -> None:
    readings = read_ahead(paths, _held, 2)
    first = next(readings)
    for process in multiprocessing.active_children():
        process.kill()
    pairs = [first, *readings]
    assert [path for path, _ in pairs] == paths
    assert sum(isinstance(reading, Draft) for _, reading in pairs) == FEWEST_FILES - 1
