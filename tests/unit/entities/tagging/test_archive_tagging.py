"""Whole archives, tagged by one process and by several, stopped and killed halfway."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.recognizer import BATCH
from cuttings.entities.tagging.archive_tagging import Scope, tag_archive
from cuttings.entities.tagging.article_tagging import TaggedFile

BODY = (
    "Chancellor Angela Merkel met President Emmanuel Macron in Paris.\n\n"
    "Number {number}: Merkel thanked the European Union and India.\n"
)
LONG = 12_000
"""Characters of a summary that make an archive large before it holds much to recognize."""
MANY = 3 * BATCH + 4
NOTHING_LOADED = """
import sys
from cuttings.cli import main

status = main(sys.argv[1:])
sys.exit(status or 100 * ("spacy" in sys.modules or "numpy" in sys.modules))
"""
MODEL_LOADED = 100
STRIKE = """
import os
import signal
import sys


def strike(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith("005.md"):
        blow = signal.Signals[os.environ["BLOW"]]
        if blow is signal.SIGINT:
            os.killpg(0, blow)
        else:
            os.kill(os.getsid(0), blow)
            signal.pause()


sys.addaudithook(strike)
"""
"""Ends a command, as Ctrl-C or the system does, before its sixth article is in its place.

A process whose command was killed goes no further until it ends as well.
"""


def _file(folder: Path, name: str, lines: str = "", number: int = 0) -> Path:
    path = folder / "articles" / "2020" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"Title: Leaders meet\nDate: 2020-01-01\n{lines}Added: 2020-01-02\n"
    path.write_text(f"{head}\n{BODY.format(number=number)}", encoding="utf-8")
    return path


def _large_archive(folder: Path) -> ContentFolder:
    for number in range(MANY):
        _file(folder, f"{number:03}", f"Summary: {'x' * LONG}\n", number)
    return ContentFolder(folder)


def _contents(folder: ContentFolder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.article_paths()}


@pytest.fixture(scope="module")
def tagged_alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The articles of the large archive as one process tags them."""
    folder = _large_archive(tmp_path_factory.mktemp("alone"))
    report = tag_archive(folder, Authorities(), model=Model.LIGHT, processes=1)
    tagged = _contents(folder)
    assert [path.name for path in report.tagged] == list(tagged)
    assert len(tagged) == MANY
    return tagged


def test_archive_is_tagged_and_bad_articles_are_reported(tmp_path: Path) -> None:
    paths = [_file(tmp_path, name) for name in ("a", "b")]
    _file(tmp_path, "done", "People:\nCountries:\nCountries_mentioned:\nOrganizations:\n")
    bad = _file(tmp_path, "bad")
    bad.write_text("Date: 2020-01-01\n\nNo title.\n", encoding="utf-8")
    report = tag_archive(ContentFolder(tmp_path), Authorities())
    assert report.tagged == tuple(paths)
    assert report.unchanged == 1
    assert [problem.path for problem in report.problems] == [bad]


def test_files_are_the_same_however_many_processes_there_are(
    tmp_path: Path, tagged_alone: dict[str, bytes]
) -> None:
    folder = _large_archive(tmp_path)
    shared = tag_archive(folder, Authorities(), model=Model.LIGHT, processes=2)
    assert [path.name for path in shared.tagged] == list(tagged_alone)
    assert _contents(folder) == tagged_alone


def _hear_interrupts() -> None:
    """Undo what a shell does to background jobs, which ignore Ctrl-C and pass that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name != "posix", reason="kills by the signals of Unix")
@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGINT])
def test_stopped_halfway_each_article_is_wholly_before_or_after(
    tmp_path: Path, blow: signal.Signals, tagged_alone: dict[str, bytes]
) -> None:
    stopped = _large_archive(tmp_path / "stopped")
    before = _contents(stopped)
    (tmp_path / "sitecustomize.py").write_text(STRIKE, encoding="utf-8")
    paths = [str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]
    command = [sys.executable, "-m", "cuttings.cli", "tag", "--processes", "2", "--model", "sm"]
    # The pipes end with the last process that holds them: no worker is left behind.
    tagging = subprocess.run(
        [*command, "--content", str(stopped.root)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "BLOW": blow.name},
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,
        preexec_fn=_hear_interrupts,
    )
    halfway = _contents(stopped)
    tagged = {name for name in before if halfway[name] != before[name]}
    assert tagged
    assert all(halfway[name] == tagged_alone[name] for name in tagged)
    if blow is signal.SIGKILL:
        assert len(tagged) < MANY
    else:  # What was handed out is finished, which may be all.
        assert tagging.returncode == 130
        assert (tagging.stdout, tagging.stderr) == ("", "stopped; what was done so far is kept\n")
    tag_archive(stopped, Authorities(), model=Model.LIGHT, processes=1)
    assert _contents(stopped) == tagged_alone


def _fill_disk_at(bad: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no room for one article."""
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target == bad:
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)


def test_an_article_that_cannot_be_written_is_reported_and_the_others_are_tagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = _file(tmp_path, "bad"), _file(tmp_path, "good")
    _fill_disk_at(bad, monkeypatch)
    report = tag_archive(ContentFolder(tmp_path), Authorities())
    assert report.tagged == (good,)
    (problem,) = report.problems
    assert problem.path == bad
    assert "it cannot be tagged (No space left on device)" in str(problem)
    assert sorted(bad.parent.iterdir()) == [bad, good]


def test_an_article_that_cannot_follow_a_record_is_reported_and_the_others_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = _file(tmp_path, "bad"), _file(tmp_path, "good")
    folder = ContentFolder(tmp_path)
    tag_archive(folder, Authorities())
    folder.authorities.mkdir(exist_ok=True)
    record = "heading,see-from\nA. Merkel,Angela Merkel\n"
    (folder.authorities / "people.csv").write_text(record, encoding="utf-8")
    _fill_disk_at(bad, monkeypatch)
    report = tag_archive(folder, Authorities.read(folder.authorities), scope=Scope.OUTDATED)
    assert report.tagged == (good,)
    (problem,) = report.problems
    assert "bad.md: it cannot be tagged (No space left on device)" in str(problem)


def test_nothing_to_tag_loads_no_model(tmp_path: Path) -> None:
    _file(tmp_path, "done", "People:\nCountries:\nCountries_mentioned:\nOrganizations:\n")
    reviewed = _file(tmp_path, "reviewed", "Reviewed: yes\n")
    assert FrontMatter.parse(reviewed.read_text(encoding="utf-8")).get("People") is None
    run = subprocess.run(
        [sys.executable, "-c", NOTHING_LOADED, "tag", "--content", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def _tag(folder: Path, *options: str) -> tuple[int, list[str]]:
    """Tag in a process of its own; return its exit status and the stories it names."""
    words = ["tag", "--model", "sm", *options, "--content", str(folder)]
    run = subprocess.run(
        [sys.executable, "-c", NOTHING_LOADED, *words],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr == ""
    return run.returncode, [Path(line.split(":")[0]).stem for line in run.stdout.splitlines()]


def test_only_a_changed_text_or_a_wish_for_it_loads_the_model_again(tmp_path: Path) -> None:
    first, second = _file(tmp_path, "first"), _file(tmp_path, "second")
    assert _tag(tmp_path) == (MODEL_LOADED, ["first", "second"])
    before = first.read_bytes()
    assert _tag(tmp_path) == (0, [])

    records = tmp_path / "authorities" / "people.csv"
    records.parent.mkdir()
    records.write_text("heading,see-from,hide\nA. Merkel,Angela Merkel,\n", encoding="utf-8")
    assert _tag(tmp_path) == (0, ["first", "second"])
    assert read_article(first).people == ("A. Merkel", "Emmanuel Macron")
    records.write_text("heading,see-from,hide\nAngela Merkel,,yes\n", encoding="utf-8")
    assert _tag(tmp_path) == (0, ["first", "second"])
    assert read_article(first).people == ("Emmanuel Macron",)
    records.unlink()
    assert _tag(tmp_path) == (0, ["first", "second"])
    assert first.read_bytes() == before

    text = second.read_text(encoding="utf-8")
    second.write_text(f"{text}\nChancellor Olaf Scholz left.\n", encoding="utf-8")
    assert _tag(tmp_path) == (MODEL_LOADED, ["second"])
    assert "Olaf Scholz" in (read_article(second).people or ())
    assert _tag(tmp_path, "--again") == (MODEL_LOADED, [])


def _tag_or_die(paths: Sequence[Path], **_named: object) -> tuple[TaggedFile, ...]:
    """Stand for a tagger whose process is ended by one article."""
    if any(path.stem == "040" for path in paths):
        os._exit(9)
    return tuple(TaggedFile(path, changed=True) for path in paths)


def test_an_article_that_ends_its_process_is_reported_and_the_others_are_tagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = _large_archive(tmp_path)
    monkeypatch.setattr("cuttings.entities.tagging.archive_tagging.tag_files", _tag_or_die)
    report = tag_archive(folder, Authorities(), model=Model.LIGHT, processes=2)
    (problem,) = report.problems
    assert Path(problem.path).name == "040.md"
    assert "the process at it failed: it was ended from outside" in str(problem)
    assert len(report.tagged) == MANY - 1
