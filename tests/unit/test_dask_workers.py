"""A cluster of two workers does what one machine does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster
from tests.stories import tagged_article

from cuttings import dask_workers
from cuttings.cli import main
from cuttings.entities.tagging import archive_tagging
from cuttings.errors import SettingsError
from cuttings.ingest.filing import read_ahead
from cuttings.search_index.index_builder import build_index

STORIES = {
    "visit.txt": """Antony Blinken in Beijing

BEIJING, April 26 (Reuters) - U.S. Secretary of State Antony Blinken met Xi Jinping of China.
""",
    "oil.txt": """Oil rises

LONDON, April 27 (Reuters) - Oil rose in London, the OPEC office in Vienna said. Shell gained.
""",
    "grain.txt": """Grain falls

CHICAGO, April 28 (Reuters) - Grain fell after Brazil sold more to Japan, said John Smith.
""",
}


@pytest.fixture
def cluster() -> Iterator[str]:
    """The address of a cluster of two workers."""
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        yield cluster.scheduler_address


def test_a_cluster_gives_what_one_machine_gives(
    cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive_tagging, "_BYTES_A_PROCESS", 1)
    monkeypatch.setattr(read_ahead, "FEWEST_FILES", 1)
    by_one, by_many = tmp_path / "one", tmp_path / "many"
    for folder, options in ((by_one, ["--processes", "1"]), (by_many, ["--dask", cluster])):
        _put_in_inbox(folder)
        archive = ["--content", str(folder), "--model", "sm", *options]
        assert main(["add", "--inbox", *archive]) == 0
    assert _files(by_many / "articles") == _files(by_one / "articles")
    assert main(["tag", "--again", *archive]) == 0
    assert _files(by_many / "articles") == _files(by_one / "articles")
    stories = [tagged_article(text, title=name, slug=name) for name, text in STORIES.items()]
    build_index(stories, tmp_path / "index", processes=1)
    with dask_workers.dask_workers(cluster):
        build_index(stories, tmp_path / "shared", least_share=1)
    assert _files(tmp_path / "shared") == _files(tmp_path / "index")
    # A second test might begin a second cluster in another process.
    monkeypatch.setattr(dask_workers, "code_digest", lambda: "of another version")
    with pytest.raises(SettingsError, match="does not have the same version"):
        dask_workers.dask_workers(cluster).__enter__()


def test_without_dask_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingsError, match=r"requirements/dask\.txt"):
        dask_workers.dask_workers("tcp://127.0.0.1:1").__enter__()


def test_a_cluster_that_is_not_there_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(dask_workers, "_SECONDS_TO_CONNECT", 0.1)
    assert main(["tag", "--content", str(tmp_path), "--dask", "tcp://127.0.0.1:1"]) == 2
    assert "no Dask scheduler answers there" in capsys.readouterr().err


def _put_in_inbox(folder: Path) -> None:
    (folder / "inbox").mkdir(parents=True)
    for name, text in STORIES.items():
        (folder / "inbox" / name).write_text(text, encoding="utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
