"""Mutations of files, as disks, networks, programs that break off and people with bad intent do.

``mutated_files`` gives as many of each format as of any other; the same seed gives the same.
"""

from __future__ import annotations

import gzip
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from random import Random

from tests.files.document_files import with_part

from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of

_ROOT = Path(__file__).resolve().parents[2]

READ_TOGETHER = 200
"""Files that one process reads, before its folder is emptied."""

HOSTILE_WORDS = (
    b"\x00",
    b'"',
    b"'",
    b"<",
    b">",
    b"&",
    b"{",
    b"[" * 40,
    b",;\t",
    b"\r\r\n\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xed\xa0\x80",
    b"\xf0\x9f",
    "\u202e\u2066\u200b".encode(),
    b"<!--" * 20,
    b"]]>",
    b"</script>",
    b"<base href='http://['>",
    b"http://[::1",
    "http://a\u2100b/".encode(),
    b"{static}/..",
    b"|static|/..",
    b"&#0;&#xD800;&x;",
    b"=?utf-8?b?//8=?=",
    b"=?x?q?",
    b"--",
    b"null",
    b"1e999",
    b"NaN",
    b"-1",
    b"9" * 5000,
    b"9999-12-31T23:59:59-23:59",
    b"../../",
    b"a" * 5000,
    b"Slug: x\nTagged: 1\n",
    b"=cmd|' /c calc'!A1",
)
"""What readers, programs and pages have been known to stumble over."""

Mutation = Callable[[bytes, Random], bytes]
"""Makes of a file's content another, by chance."""


def flipped(content: bytes, random: Random) -> bytes:
    """Return the content with up to 20 bits flipped."""
    changed = bytearray(content)
    for _ in range(random.randint(1, 20)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """Return the content up to anywhere."""
    return content[: random.randrange(1, len(content) + 1)]


def repeated(content: bytes, random: Random) -> bytes:
    """Return the content with a slice of it coming again, up to a hundred times."""
    start = random.randrange(len(content))
    end = start + random.randint(1, 2000)
    return content[:end] + content[start:end] * random.randint(1, 100) + content[end:]


def without_a_slice(content: bytes, random: Random) -> bytes:
    """Return the content without a slice of up to a tenth of it."""
    start = random.randrange(len(content))
    end = start + random.randint(1, max(1, len(content) // 10))
    return content[:start] + content[end:] or content


def with_nulls(content: bytes, random: Random) -> bytes:
    """Return the content with NUL bytes in up to ten places."""
    for _ in range(random.randint(1, 10)):
        place = random.randrange(len(content))
        content = content[:place] + bytes(random.randint(1, 50)) + content[place:]
    return content


def with_hostile_words(content: bytes, random: Random) -> bytes:
    """Return the content with hostile words in up to ten places, added or in place of others."""
    for _ in range(random.randint(1, 10)):
        place = random.randrange(len(content))
        behind = place + random.choice((0, 0, 1, 20))
        content = content[:place] + random.choice(HOSTILE_WORDS) + content[behind:]
    return content


MUTATIONS: tuple[Mutation, ...] = (
    flipped,
    cut,
    repeated,
    without_a_slice,
    with_nulls,
    with_hostile_words,
)


def mutated(content: bytes, mutation: Mutation, random: Random) -> bytes:
    """Return a file's content mutated.

    Of one that is packed every other time what is in it: the checksums of its packing would
    hide most damage from the readers.
    """
    if random.random() < 0.5 and (unpacked := _mutated_inside(content, mutation, random)):
        return unpacked
    return mutation(content, random)


def _mutated_inside(content: bytes, mutation: Mutation, random: Random) -> bytes | None:
    """Return a packed file with what is in it mutated, or None if it cannot be unpacked."""
    try:
        if content.startswith(b"\x1f\x8b"):
            return gzip.compress(mutation(gzip.decompress(content), random), mtime=0)
        with zipfile.ZipFile(BytesIO(content)) as archive:
            part = random.choice([name for name in archive.namelist() if archive.read(name)])
            return with_part(content, part, mutation(archive.read(part), random))
    except (zlib.error, OSError, EOFError, zipfile.BadZipFile):
        return None


def mutated_files(
    contents: Mapping[str, bytes], seed: int, count: int
) -> Iterator[tuple[str, bytes]]:
    """Yield names and contents of mutated files, of each format in turn.

    Args:
        contents: Contents of whole files by their names.
        seed: The same one gives the same files.
        count: How many.
    """
    formats = files_by_format(contents)
    turns = {known: cycle(names) for known, names in formats.items()}
    mutations = cycle(MUTATIONS)
    for number, known in enumerate(islice(cycle(formats), count)):
        if number % len(formats) == 0:
            mutation = next(mutations)
        name = next(turns[known])
        random = Random(f"{seed} {number} {name}")
        changed = mutated(contents[name], mutation, random)
        yield f"{number:06}-{mutation.__name__}-{name}", changed


def files_by_format(contents: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Return the names of files by the format that each is in."""
    formats: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, content in contents.items():
            path = Path(folder) / name
            path.write_bytes(content)
            formats.setdefault(format_of(SourceFile.load(path)).name, []).append(name)
    return formats


def assert_read_or_told(files: Iterable[tuple[str, bytes]], folder: Path) -> int:
    """Assert that each file is read or reported, in time, and return how many there were.

    Args:
        files: Names and contents.
        folder: An empty folder for them, which is empty again afterwards.
    """
    count = 0
    remaining = iter(files)
    while some := list(islice(remaining, READ_TOGETHER)):
        for name, content in some:
            (folder / name).write_bytes(content)
        reading = subprocess.run(
            [sys.executable, "-m", "tests.files.reading", str(folder)],
            cwd=_ROOT,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert reading.returncode == 0, reading.stdout[-200:] + reading.stderr[-4000:]
        assert reading.stdout.split() == sorted(name for name, _ in some)
        for name, _ in some:
            (folder / name).unlink()
        count += len(some)
    assert count
    return count
