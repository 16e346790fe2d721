"""The commands of the README, typed as it says."""

from __future__ import annotations

import hashlib
import os
import re
import select
import shutil
import signal
import socket
import subprocess
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.entity import EntityKind
from cuttings.review.changes.journal import open_journal
from cuttings.review.desk import Desk
from cuttings.review.record_desk import RecordDesk

ROOT = Path(__file__).resolve().parent.parent.parent
INBOX = ROOT / "tests" / "cases" / "inbox"

_PATIENCE = 120  # Seconds until a server that prints nothing is given up.


def _environment() -> dict[str, str]:
    """Return the environment of a terminal, not that of the make that runs the tests.

    It asks for the small model, which is loaded in less time.
    """
    outside = {
        key: value for key, value in os.environ.items() if not key.startswith(("MAKE", "MFLAGS"))
    }
    return outside | {"CUTTINGS_MODEL": "sm"}


def _make(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *words],
        cwd=ROOT,
        env=_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _kept(archive: Path) -> dict[str, str]:
    """Return the digests of an archive's files, but for one that notes when they were changed."""
    return {name: d for name, d in _digests(archive).items() if name != ".cuttings-names.json"}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A content folder with nothing but raw files in its inbox."""
    content = tmp_path / "archive"
    shutil.copytree(INBOX, content / "inbox")
    return content


def test_make_html_takes_in_the_inbox_and_writes_the_site_once(
    archive: Path, tmp_path: Path
) -> None:
    output = tmp_path / "site"
    first = _make("html", f"INPUTDIR={archive}", f"OUTPUTDIR={output}")
    assert first.returncode == 0, first.stdout + first.stderr
    assert list((archive / "inbox").iterdir()) == []
    assert len(list((archive / "articles").rglob("*.md"))) == 3
    assert len(list((output / "articles").glob("*.html"))) == 3
    before = _digests(output)
    archived = _kept(archive)
    second = _make("html", f"INPUTDIR={archive}", f"OUTPUTDIR={output}")
    assert second.returncode == 0, second.stdout + second.stderr
    assert f"Nothing has changed. The site is in {output}: " in second.stderr
    assert _digests(output) == before
    assert _kept(archive) == archived


def test_make_html_tells_of_a_bad_file_and_builds_the_rest(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    (archive / "inbox" / "empty.txt").touch()
    bad = archive / "articles" / "2020" / "bad.md"
    bad.parent.mkdir(parents=True)
    bad.write_text("Title: Bad\nDate: soon\n\nText\n", encoding="utf-8")
    result = _make("html", f"INPUTDIR={archive}", f"OUTPUTDIR={output}")
    messages = result.stdout + result.stderr
    assert result.returncode != 0
    assert [path.name for path in (archive / "inbox").iterdir()] == ["empty.txt"]
    assert len(re.findall(r"empty\.txt: ", messages)) == 1
    assert "bad.md" in messages
    assert "Traceback" not in messages
    assert len(list((output / "articles").glob("*.html"))) == 3


def test_make_zip_and_make_publish_leave_out_a_bad_article(archive: Path, tmp_path: Path) -> None:
    output = tmp_path / "site"
    bad = archive / "articles" / "2020" / "bad.md"
    bad.parent.mkdir(parents=True)
    bad.write_text("Title: Bad\nDate: soon\n\nText\n", encoding="utf-8")
    zipped = _make("zip", f"INPUTDIR={archive}", f"OUTPUTDIR={output}")
    assert zipped.returncode != 0
    assert zipfile.is_zipfile(tmp_path / "site.zip"), zipped.stdout + zipped.stderr
    shutil.rmtree(output)
    address = "SITEURL=https://example.org"
    published = _make("publish", f"INPUTDIR={archive}", f"OUTPUTDIR={output}", address)
    assert published.returncode != 0
    assert "bad.md" in published.stdout + published.stderr
    assert len(list((output / "articles").glob("*.html"))) == 3


def test_make_publish_needs_to_know_where_the_site_will_stand(tmp_path: Path) -> None:
    output = tmp_path / "site"
    result = _make("publish", f"OUTPUTDIR={output}", "SITEURL=")
    assert result.returncode != 0
    assert "SITEURL" in result.stdout + result.stderr
    assert not output.exists()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


class Serving:
    """A running ``make serve``, and what it has printed.

    Args:
        archive: The content folder that it shows.
        output: The site's folder.
    """

    def __init__(self, archive: Path, output: Path) -> None:
        port = _free_port()
        self._process = subprocess.Popen(
            ["make", "serve", f"INPUTDIR={archive}", f"OUTPUTDIR={output}", f"PORT={port}"],
            cwd=ROOT,
            env=_environment() | {"COLUMNS": "300"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._printed = b""
        self.address = f"http://127.0.0.1:{port}"

    def page(self, path: str) -> str:
        """Return a page of the site."""
        with urllib.request.urlopen(f"{self.address}/{path}") as answer:
            text: str = answer.read().decode()
            return text

    def shows(self, path: str, words: str) -> bool:
        """Wait until a page has some words, after as many builds as that takes."""
        while words not in self.page(path):
            if not self.has_printed(b"Done: Processed"):
                return False
        return True

    def has_printed(self, words: bytes) -> bool:
        """Wait until it prints some words behind those that the last call has found."""
        assert self._process.stdout is not None
        while words not in self._printed:
            if not select.select([self._process.stdout], [], [], _PATIENCE)[0]:
                return False
            more = os.read(self._process.stdout.fileno(), 65_536)
            assert more, self._printed.decode()
            self._printed += more
        self._printed = self._printed.partition(words)[2]
        return True

    def stop(self) -> None:
        """End the server and what it has started."""
        os.killpg(self._process.pid, signal.SIGTERM)
        self._process.communicate()


@pytest.fixture
def serving(archive: Path, tmp_path: Path) -> Iterator[Serving]:
    """The archive, shown by ``make serve``."""
    started = Serving(archive, tmp_path / "site")
    yield started
    started.stop()


def test_make_serve_shows_the_site_and_rebuilds_on_change(archive: Path, serving: Serving) -> None:
    assert serving.has_printed(b"Serving site at")
    assert "Treaty of Rome" in serving.page("index.html")
    article = next((archive / "articles" / "1957").glob("*.md"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace("Title: Treaty", "Title: Renamed treaty"), encoding="utf-8")
    assert serving.shows("index.html", "Renamed treaty")
    article.touch()
    assert serving.has_printed(b"Modified")
    _decide_at_the_desk(ContentFolder(archive))  # while the site is built
    assert serving.shows(f"articles/{article.stem}.html", "Republic of Italy")


def _decide_at_the_desk(folder: ContentFolder) -> None:
    """Rename a country, as a person does at the desk."""
    with open_journal(folder.review_journal) as journal:
        desk = Desk(folder, journal)
        desk.read()
        RecordDesk(desk).edit((EntityKind.COUNTRY, "Italy"), "rename", "Republic of Italy")


def test_every_command_of_the_readme_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"(?:^    |`)make ([a-z]+)\b", readme, re.MULTILINE))
    assert {"html", "serve", "test"} <= targets
    for target in targets:
        assert _make("--dry-run", target, "SITEURL=https://example.org").returncode == 0, target
    for command in set(re.findall(r"(?:^    |`)cuttings ([a-z]+)\b", readme, re.MULTILINE)):
        help_text = subprocess.run(
            [ROOT / ".venv" / "bin" / "cuttings", command, "--help"], check=False
        )
        assert help_text.returncode == 0, command
