"""Disks, folders and files that are not as they should be: nothing is lost, all is told."""

from __future__ import annotations

import csv
import datetime
import os
import stat
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.files.taken import Taken

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import plain_text
from cuttings.cli import main
from cuttings.errors import UnreadableSourceError, UnwritableArchiveError
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.intake_report import report_file
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of

pytestmark = pytest.mark.usefixtures("inbox")

TODAY = datetime.date(2026, 1, 2)
NOBODY = 65534
TEXT = "The bridge over the river is open again, and people of both towns came with flags."
Read = Callable[..., Draft]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach, which those of other tests are not."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


def _take(folder: ContentFolder) -> Taken:
    return Taken.of(Intake(folder, TODAY).take_inbox())


def _as_nobody(work: Callable[[], None]) -> None:
    """Do something without the rights of root, which no folder can refuse."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(NOBODY)
    try:
        work()
    finally:
        os.seteuid(user)


# A full disk fails where writing does: in the middle of a file.
SMALL_FILES = """
import datetime, resource, sys
from pathlib import Path
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.intake import Intake
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
for outcome in Intake(ContentFolder(Path(sys.argv[1])), datetime.date(2026, 1, 2)).take_inbox():
    print(type(outcome).__name__, outcome)
"""


@pytest.mark.parametrize("limit", [20, 500, 3000, 6000])
def test_without_room_nothing_is_half_written_and_the_next_run_goes_on(
    folder: ContentFolder, limit: int
) -> None:
    small, large = folder.inbox / "a.txt", folder.inbox / "b.html"
    small.write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    page = (
        f"<html><body><h1>Tower opens</h1><p>{TEXT}</p><script>{'x' * 5000}</script></body></html>"
    )
    large.write_text(page, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SMALL_FILES, str(folder.root), str(limit)],
        capture_output=True,
        text=True,
        check=True,
    )
    failed = [line for line in done.stdout.splitlines() if line.startswith("Rejected")]
    assert len(failed) == {20: 2, 500: 1, 3000: 1, 6000: 0}[limit]
    assert all("it cannot be filed (File too large); check the free space" in one for one in failed)
    for path in folder.article_paths():
        assert TEXT in read_article(path).body
    _take(folder)
    names = sorted(path.name for path in folder.root.rglob("*") if path.is_file())
    assert [name for name in names if name.endswith(".md")] == ["bridge-opens.md", "tower-opens.md"]
    assert len(names) == 4
    assert page.encode() in [path.read_bytes() for path in folder.originals.iterdir()]


def test_without_room_for_the_lock_a_run_is_reported_at_once(folder: ContentFolder) -> None:
    raw = folder.inbox / "a.txt"
    raw.write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    limited = "import resource, sys; from cuttings.cli import main\n"
    limited += "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\nsys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", limited, "add", "--inbox", "--content", str(folder.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"{folder.root}: nothing can be written there (File too large); "
        "check the free space and the permissions of the folder\n"
    )
    assert [path for path in folder.root.rglob("*") if path.is_file()] == [raw]


def test_a_folder_that_cannot_be_written_is_reported_at_once(open_folder: Path) -> None:
    folder = ContentFolder(open_folder / "content")
    folder.inbox.mkdir(parents=True)
    raw = folder.inbox / "a.txt"
    raw.write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    folder.root.chmod(0o555)

    def take() -> None:
        with pytest.raises(
            UnwritableArchiveError, match=r"nothing can be written there .Permission denied."
        ):
            _take(folder)

    _as_nobody(take)
    folder.root.chmod(0o755)
    assert len(_take(folder).filed) == 1


def test_articles_that_cannot_be_written_leave_their_files_where_they_are(
    open_folder: Path,
) -> None:
    folder = ContentFolder(open_folder / "content")
    raw = folder.inbox / "a.txt"
    raw.parent.mkdir(parents=True)
    raw.write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    folder.articles.mkdir()
    folder.root.chmod(0o777)
    folder.articles.chmod(0o555)
    _as_nobody(lambda: _check_refused(folder, "it cannot be filed (Permission denied)"))
    assert raw.exists()
    folder.articles.chmod(0o755)
    assert len(_take(folder).filed) == 1


def _check_refused(folder: ContentFolder, reason: str) -> None:
    (rejected,) = _take(folder).rejected
    assert reason in str(rejected)


def test_a_folder_that_cannot_be_opened_is_reported(open_folder: Path) -> None:
    folder = ContentFolder(open_folder)
    closed = folder.inbox / "closed"
    closed.mkdir(parents=True)
    open_folder.chmod(0o777)
    closed.chmod(0)
    _as_nobody(
        lambda: _check_refused(folder, "closed: it is a folder that cannot be opened; check")
    )
    closed.chmod(0o755)


def test_names_of_any_bytes_are_filed_and_reported_in_one_line(
    folder: ContentFolder, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    names = [
        b"bad\xff.txt",
        b"two\nlines\x1b[2J.txt",
        b"quote\"'; $(x).txt",
        "\U0001f389.txt".encode(),
    ]
    inbox = os.fsencode(folder.inbox)
    for number, name in enumerate(names):
        Path(os.fsdecode(inbox + b"/" + name)).write_text(
            f"Bridge {number}\n\n{TEXT}", encoding="utf-8"
        )
    Path(os.fsdecode(inbox + b"/worse\xfe\n.txt")).write_bytes(b"\x01" * 90)
    report = tmp_path / "report.csv"
    taken = Taken.of(Intake(folder, TODAY).take_inbox())
    assert (len(taken.filed), len(taken.rejected)) == (4, 1)
    with report_file(report) as write:
        for outcome in (*taken.filed, *taken.rejected):
            write(outcome)
            str(outcome).encode("utf-8")
            assert str(outcome).isprintable()
    assert len(list(csv.reader(report.read_text(encoding="utf-8").splitlines()))) == 6
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "worse\\udcfe\\n.txt: it is binary; " in line


@pytest.mark.parametrize("name", ["n" * 251 + ".txt", "é" * 125 + ".html", "漢" * 83 + ".txt"])
def test_the_longest_names_and_titles_are_filed(folder: ContentFolder, name: str) -> None:
    assert len(os.fsencode(name)) > 250
    title = "Bridge " * 60
    raw = folder.inbox / name
    raw.write_text(f"<html><body><h1>{title}</h1><p>{TEXT}</p></body></html>", encoding="utf-8")
    (filed,) = _take(folder).filed
    assert len(filed.article.name) < 100
    assert list(folder.inbox.iterdir()) == []


def test_a_path_of_thousands_of_bytes_is_filed_or_reported(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    deep = folder.inbox
    while len(str(deep)) < 3800:
        deep /= "d" * 200
    deep.mkdir(parents=True)
    (deep / "a.txt").write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    assert len(_take(folder).filed) == 1
    assert list(folder.inbox.iterdir()) == []


def test_names_that_differ_in_their_case_alone_are_kept_apart(folder: ContentFolder) -> None:
    by_hand = folder.articles / "2026" / "Bridge-Opens.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text("Title: Bridge opens\nDate: 2026-01-02\n\nBy hand.\n", encoding="utf-8")
    for number, title in enumerate(("Bridge Opens", "BRIDGE OPENS")):
        (folder.inbox / f"{number}.txt").write_text(f"{title}\n\n{TEXT} {number}", encoding="utf-8")
    _take(folder)
    names = [path.name.casefold() for path in folder.article_paths()]
    assert len(set(names)) == len(names) == 3


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("bridge-opens", "Slug: another\n"),
        ("BRIDGE-opens", "Slug: another\n"),
        ("another", "Slug: Bridge opens\n"),
        ("Bridge opens", ""),
        ("Brid\u0304ge ope\u0301ns", ""),
        ("Br\u012bdge op\u00e9ns", ""),
    ],
)
def test_no_name_or_address_of_an_article_by_hand_is_taken(
    folder: ContentFolder, name: str, slug: str
) -> None:
    by_hand = folder.articles / "2026" / f"{name}.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text(f"Title: A bridge\n{slug}Date: 2026-01-02\n\nBy hand.\n", encoding="utf-8")
    before = by_hand.read_bytes()
    (folder.inbox / "a.txt").write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    (filed,) = _take(folder).filed
    assert by_hand.read_bytes() == before
    stems = [unicodedata.normalize("NFC", path.stem).casefold() for path in folder.article_paths()]
    slugs = [read_article(path).slug for path in (by_hand, filed.article)]
    assert len(set(stems)) == len(set(slugs)) == 2


def test_links_are_not_followed_and_what_is_not_a_file_is_reported(folder: ContentFolder) -> None:
    link = "it is a link, and links are not followed"
    (folder.inbox / "passwords.txt").symlink_to("/etc/passwd")
    (folder.inbox / "loop.txt").symlink_to("loop.txt")
    (folder.inbox / "gone.txt").symlink_to("nowhere")
    (folder.inbox / "up").symlink_to("..")
    os.mkfifo(folder.inbox / "pipe.txt")
    reasons = {Path(one.item.source).name: one.error.reason for one in _take(folder).rejected}
    assert reasons == {
        **dict.fromkeys(("gone.txt", "loop.txt", "passwords.txt", "up"), link),
        "pipe.txt": "it is not a file",
    }
    assert not folder.articles.exists()
    assert stat.S_ISFIFO((folder.inbox / "pipe.txt").stat().st_mode)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.csv", "a.jsonl", "a.eml"])
def test_a_line_of_ten_megabytes_is_whole(read: Read, name: str) -> None:
    line = "The bridge is open again. " * 400_000
    begin, end = {
        "a.txt": ("Bridge opens\n\n", ""),
        "a.md": ("Title: Bridge opens\n\n", ""),
        "a.csv": ("title,text\nBridge opens,", "\n"),
        "a.jsonl": ('{"title": "Bridge opens", "text": "', '"}\n'),
        "a.eml": ("Subject: Bridge opens\n\n", ""),
    }[name]
    draft = read(f"{begin}{line}{end}", name)
    assert draft.title == "Bridge opens"
    assert plain_text(draft.body) == line.strip()


def test_nul_bytes_and_wide_characters_are_read(read: Read) -> None:
    draft = read("Bridge\x00 opens \U00020000\n\nPeople\x00 came \U0001f389 with flags.")
    assert (draft.title, draft.body) == (
        "Bridge opens \U00020000",
        "People came \U0001f389 with flags.",
    )


def test_lines_in_another_encoding_than_the_rest_are_read(read: Read) -> None:
    lines = (
        "Élysée opens".encode(),
        "Müller came, naïve and gay.".encode(),
        "The café".encode("cp1252"),
    )
    draft = read(b"\n\n".join((*lines, "Ça va à Genève.".encode())))
    assert draft.title == "Élysée opens"
    assert draft.body.split("\n\n") == [
        "Müller came, naïve and gay.",
        "The café",
        "Ça va à Genève.",
    ]


def test_an_archive_of_too_many_files_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(100_001):
            archive.writestr(zipfile.ZipInfo(str(number)), b"")
    with pytest.raises(UnreadableSourceError, match="it is a ZIP archive of 100001 files; unpack"):
        list(records_of(SourceFile.load(path)))


DEPTH = 2_000
PARTS = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(DEPTH))
FORWARDED = "Content-Type: message/rfc822\n\nSubject: Bridge\nMIME-Version: 1.0\n" * DEPTH
DIVISIONS = 25 * DEPTH


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.eml", f"Subject: Bridge\nMIME-Version: 1.0\n{PARTS}Content-Type: text/plain\n\n{TEXT}"),
        ("a.mht", f"Subject: Bridge\nMIME-Version: 1.0\n{PARTS}Content-Type: text/html\n\n{TEXT}"),
        ("a.eml", f"Subject: Bridge\nMIME-Version: 1.0\n{FORWARDED}\n{TEXT}"),
        ("a.html", f"<html><body>{'<div>' * DIVISIONS}{TEXT}{'</div>' * DIVISIONS}</body></html>"),
        ("a.jsonl", '{"title": "Bridge", "text": ' + "[" * DIVISIONS + "]" * DIVISIONS + "}"),
    ],
)
def test_what_is_nested_thousands_deep_is_one_error(
    folder: ContentFolder, name: str, content: str
) -> None:
    (folder.inbox / name).write_text(content, encoding="utf-8")
    (rejected,) = _take(folder).rejected
    assert "\n" not in str(rejected)
    assert (folder.inbox / name).exists()


@pytest.mark.parametrize(
    ("name", "begin", "size", "reason"),
    [
        ("a.txt", b"Bridge opens\n\nThe bridge is open.", 2**35, "it is larger than 20 MB"),
        ("a.html", b"<h1>Bridge opens</h1><p>It is open.", 2**35, "it is larger than 20 MB"),
        ("a.csv", b"title,text\nBridge opens,It is open.\n", 2**40, "it is larger than 102,400 MB"),
        ("b.csv", b"", 2**40, "it is larger than 102,400 MB"),
    ],
)
def test_a_file_that_is_said_to_be_huge_is_refused_at_once(
    folder: ContentFolder, name: str, begin: bytes, size: int, reason: str
) -> None:
    raw = folder.inbox / name
    raw.write_bytes(begin)
    os.truncate(raw, size)
    (rejected,) = _take(folder).rejected
    assert str(rejected).startswith(f"{raw}: {reason}; ")
    assert raw.exists()


def test_an_article_that_is_said_to_be_a_terabyte_is_reported(
    folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder.articles / "2020" / "huge.md"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"Title: Huge\nDate: 2020-01-01\n\nText")
    os.truncate(path, 2**40)
    (folder.inbox / "a.txt").write_text(f"Bridge opens\n\n{TEXT}", encoding="utf-8")
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{path}: it is larger than 64 MB; ")
    assert len(list(folder.article_paths())) == 2
