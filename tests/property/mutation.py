"""Mutations of files, as disks, networks and programs that break off make them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random

_ROOT = Path(__file__).resolve().parents[2]

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
    return content[: random.randrange(1, len(content))]


def repeated(content: bytes, random: Random) -> bytes:
    """Return the content with a slice of it coming again, up to a hundred times."""
    start = random.randrange(len(content))
    end = start + random.randint(1, 2000)
    return content[:end] + content[start:end] * random.randint(1, 100) + content[end:]


def with_nulls(content: bytes, random: Random) -> bytes:
    """Return the content with NUL bytes in up to ten places."""
    for _ in range(random.randint(1, 10)):
        place = random.randrange(len(content))
        content = content[:place] + bytes(random.randint(1, 50)) + content[place:]
    return content


MUTATIONS: tuple[Mutation, ...] = (flipped, cut, repeated, with_nulls)


def assert_read_or_told(
    files: Iterable[tuple[str, bytes]], mutation: Mutation, folder: Path
) -> None:
    """Assert that each file is read or told when it is mutated, in time and in one process.

    Args:
        files: Names and contents; the same ones are always mutated alike.
        mutation: What is done to them.
        folder: An empty folder to keep the mutated files in.
    """
    names = []
    for number, (name, content) in enumerate(files):
        names.append(f"{number:03}-{name}")
        random = Random(f"{mutation.__name__} {name}")
        (folder / names[-1]).write_bytes(mutation(content, random))
    assert names
    reading = subprocess.run(
        [sys.executable, "-m", "tests.property.reading", str(folder)],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert reading.returncode == 0, reading.stdout[-200:] + reading.stderr[-4000:]
    assert reading.stdout.split() == names
