"""ZIP archives as sources: opened so that whatever is wrong with one is a line to the person."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from cuttings.article.characters import one_line
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
"""What Python raises for an archive that is damaged, encrypted or packed in another way."""

_MOST_FILES = 100_000
"""In an archive; an export of a large library has a tenth of it."""

_HIGHEST_RATIO = 200
"""Of a file's size to its packed size; text hardly comes to 20."""


@contextmanager
def opened_zip(source: SourceFile) -> Iterator[zipfile.ZipFile]:
    """Open a source that is a ZIP archive.

    Raises:
        UnreadableSourceError: If it is damaged, here or while it is read.
    """
    try:
        with source.open() as content, zipfile.ZipFile(content) as archive:
            if len(archive.filelist) > _MOST_FILES:
                raise source.unreadable(
                    f"it is a ZIP archive of {len(archive.filelist)} files",
                    "unpack it and add the files that are stories",
                )
            yield archive
    except _DAMAGE as error:
        raise source.unreadable(
            f"it is a damaged ZIP archive ({_message(error)})", "download it again"
        ) from error


def packed_file(source: SourceFile, archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the content of one file in an archive.

    Args:
        source: The archive's file, which is named in errors.
        archive: The archive.
        name: A file in it.

    Raises:
        UnreadableSourceError: If it cannot be unpacked, or is made to fill the memory.
    """
    packed = archive.getinfo(name)
    if packed.file_size > MAX_SOURCE_BYTES or (
        packed.file_size > _HIGHEST_RATIO * max(1, packed.compress_size)
    ):
        raise source.unreadable(
            f"the file {name} in it is too large or packed too densely to be text",
            "unpack the archive and look at that file",
        )
    try:
        return archive.read(packed)
    except _DAMAGE as error:
        raise source.unreadable(
            f"the file {name} in it cannot be unpacked ({_message(error)})", "download it again"
        ) from error


def _message(error: Exception) -> str:
    return one_line(str(error)) or type(error).__name__
