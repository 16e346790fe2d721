from __future__ import annotations

import datetime
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.article.regular_file import open_regular
from cuttings.errors import InputError
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.loaded_file import LoadedFile, Reading
from cuttings.ingest.filing.outcome import Duplicate, Filed, Rejected
from cuttings.ingest.filing.read_ahead import FEWEST_FILES, read_ahead
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile

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


def _readings(
    paths: list[Path], is_held: Callable[[str], bool] = _held
) -> dict[str, Reading | None]:
    """Read ahead with two processes; return what each file gave by its name."""
    readings: dict[str, Reading | None] = {}
    for path, file in read_ahead(paths, None, is_held, 2):
        assert isinstance(file, LoadedFile)
        assert file.source == SourceFile.load(path)
        readings[path.name] = file.reading
    return readings


def test_pages_come_read_and_in_order_and_are_loaded_once(
    paths: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = {path: SourceFile.load(path) for path in paths}
    loaded: list[Path] = []

    def noted(path: Path, refusal: type[InputError]) -> BinaryIO:
        loaded.append(path)
        return open_regular(path, refusal)

    monkeypatch.setattr("cuttings.ingest.raw.source_file.open_regular", noted)
    files = list(read_ahead(paths, None, _held, 2))
    assert loaded == [path for path, _ in files] == paths
    readings: dict[str, Reading | None] = {}
    for path, file in files:
        assert isinstance(file, LoadedFile)
        assert file.source == sources[path]
        readings[path.name] = file.reading
    assert [name for name, reading in readings.items() if reading is None] == ["040.txt"]
    assert sum(isinstance(one, Draft) for one in readings.values()) == FEWEST_FILES - 1


def test_few_files_and_files_held_are_left_to_the_caller(paths: list[Path]) -> None:
    assert set(_readings(paths[: FEWEST_FILES - 1]).values()) == {None}
    assert any(_readings(paths[:FEWEST_FILES]).values())
    assert set(_readings(paths, lambda _digest: True).values()) == {None}


def test_files_that_are_held_start_no_process(paths: list[Path]) -> None:
    files = read_ahead(paths, None, lambda _digest: True, 2)
    assert next(files)[0] == paths[0]
    assert not multiprocessing.active_children()


def test_a_file_that_cannot_be_loaded_comes_with_the_reason_in_its_turn(paths: list[Path]) -> None:
    paths[30].write_text("", encoding="utf-8")
    files = list(read_ahead(paths, None, _held, 2))
    assert [path for path, _ in files] == paths
    ((path, error),) = [(path, file) for path, file in files if isinstance(file, Exception)]
    assert path == paths[30]
    assert "it is empty" in str(error)


def test_many_files_that_no_process_reads_come_in_their_turn(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number:03}.txt" for number in range(2 * FEWEST_FILES)]
    for path in paths:
        path.write_text(f"Ferry {path.stem} stops\n\nIt stopped on Monday.", encoding="utf-8")
    readings = _readings(paths)
    assert list(readings) == [path.name for path in paths]
    assert set(readings.values()) == {None}


def test_what_was_at_work_is_read_again_when_a_process_dies(paths: list[Path]) -> None:
    files = read_ahead(paths, None, _held, 2)
    first = next(files)
    for process in multiprocessing.active_children():
        process.kill()
    found = [first, *files]
    assert [path for path, _ in found] == paths
    readings = [file.reading for _, file in found if isinstance(file, LoadedFile)]
    assert sum(isinstance(reading, Draft) for reading in readings) == FEWEST_FILES - 1
