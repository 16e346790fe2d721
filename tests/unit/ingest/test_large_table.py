"""A large table: killed in the middle it goes on, nothing twice, nothing held."""

from __future__ import annotations

import datetime
import errno
import os
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
from tests.files.taken import Taken

from cuttings.article.article_file import read_article
from cuttings.article.atomic_file import sync_folder
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.outcome import Duplicate, Filed, Rejected
from cuttings.ingest.filing.record_intake import TAKEN_TOGETHER
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of

TODAY = datetime.date(2026, 1, 2)
ROWS = 12


@pytest.fixture
def folder(folder: ContentFolder) -> ContentFolder:
    folder.inbox.mkdir(parents=True)
    _lay_table(folder, ROWS)
    return folder


def _lay_table(folder: ContentFolder, rows: int, bad: int = 5) -> None:
    """Lay a table into the inbox, one row of which cannot be read."""
    lines = [
        f'Story {n},"The text of story {n}.",https://planet.example/{n}\n' for n in range(rows)
    ]
    lines[bad] = "Bad row\n"
    (folder.inbox / "a.csv").write_text("title,text,url\n" + "".join(lines), encoding="utf-8")


def test_a_run_that_stops_in_the_middle_is_taken_up(folder: ContentFolder) -> None:
    _lay_table(folder, TAKEN_TOGETHER + ROWS, bad=TAKEN_TOGETHER)
    stopped = Intake(folder, TODAY).take_inbox()
    assert type(next(stopped)) is Filed
    del stopped
    assert len(list(folder.article_paths())) == TAKEN_TOGETHER

    again = Counter(type(outcome) for outcome in Intake(folder, TODAY).take_inbox())
    assert again == {Duplicate: TAKEN_TOGETHER, Filed: ROWS - 1, Rejected: 1}
    articles = [read_article(path) for path in folder.article_paths()]
    assert len(articles) == TAKEN_TOGETHER + ROWS - 1
    assert len({article.record for article in articles}) == len(articles)
    assert len({article.original for article in articles}) == 1


def test_a_file_with_a_bad_row_stays_until_it_is_mended(folder: ContentFolder) -> None:
    raw = folder.inbox / "a.csv"
    (rejected,) = Taken.of(Intake(folder, TODAY).take_inbox()).rejected
    assert str(rejected).startswith(f"{raw}, row 7: it has 1 cells and the header 3; ")
    assert raw.exists()
    assert len(list(folder.originals.iterdir())) == 1
    mended = raw.read_text(encoding="utf-8").replace("Bad row\n", "Good row,Its text.,\n")
    raw.write_text(mended, encoding="utf-8")
    report = Taken.of(Intake(folder, TODAY).take_inbox())
    assert (len(report.filed), len(report.duplicates)) == (1, ROWS - 1)
    assert not raw.exists()


def test_a_row_twice_is_one_article(folder: ContentFolder) -> None:
    raw = folder.inbox / "a.csv"
    raw.write_text("title,text\nWall,It fell\nWall,It fell\n", encoding="utf-8")
    report = Taken.of(Intake(folder, TODAY).take_inbox())
    assert (len(report.filed), len(report.duplicates)) == (1, 1)


def test_a_row_whose_article_could_not_be_written_is_not_held(
    folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = folder.inbox / "a.csv"
    raw.write_text("title,text\nWall,It fell\nRing,It was lost\n", encoding="utf-8")
    (folder.inbox / "b.csv").write_bytes(raw.read_bytes().replace(b"text\n", b"text \n"))
    failing = iter([True])
    fsync = os.fsync

    def fails_once(descriptor: int) -> None:
        if next(failing, False):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        fsync(descriptor)

    monkeypatch.setattr("cuttings.article.atomic_file.os.fsync", fails_once)
    report = Taken.of(Intake(folder, TODAY).take_inbox())
    assert (len(report.rejected), len(report.filed), len(report.duplicates)) == (1, 2, 1)
    assert "a.csv, row 2: it cannot be filed (Input/output error)" in str(report.rejected[0])
    assert {read_article(path).title for path in folder.article_paths()} == {"Wall", "Ring"}
    assert [path.name for path in folder.inbox.iterdir()] == ["a.csv"]


def test_rows_are_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row = "Wall," + "It fell. " * 12_000 + "\n"
    with path.open("w", encoding="utf-8") as file:
        file.write("title,text\n")
        file.writelines(row for _ in range(250))
    assert path.stat().st_size > 25_000_000
    source = SourceFile.load(path)
    tracemalloc.start()
    count = sum(1 for _ in records_of(source))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 250
    assert peak < 5_000_000


def test_all_articles_outlast_a_power_cut_before_the_table_leaves_the_inbox(
    folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = folder.inbox / "a.csv"
    raw.write_text(raw.read_text(encoding="utf-8").replace("Bad row\n", ""), encoding="utf-8")
    steps: list[str] = []

    def noted(path: Path) -> None:
        sync_folder(path)
        steps.append(f"{path.name} flushed")

    monkeypatch.setattr("cuttings.ingest.filing.intake.sync_folder", noted)
    list(Intake(folder, TODAY, checkpoint=steps.append).take_inbox())
    assert steps == [
        *["written beside", "renamed"] * (ROWS - 1),
        "2026 flushed",
        "original written beside",
        "original renamed",
        "inbox emptied",
    ]
