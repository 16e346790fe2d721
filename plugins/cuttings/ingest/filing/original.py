"""Filing: the one order of steps by which a raw file becomes articles.

1. each article is written beside its place, flushed and renamed (``article_batch``);
2. the folders of these articles are flushed, once for all of them;
3. the original is copied in the same way, under its payload digest;
4. the inbox is emptied of it.

Whatever moment the process is killed at, doing it again ends with each article
filed once: an article names the digests of its original and, where that holds many
stories, of its record, so the next run sees what is done and goes on with the rest.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cuttings.article.atomic_file import Checkpoint, UnfinishedFile, sync_folder
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import stream_digest
from cuttings.article.regular_file import open_regular
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.filing.holdings import Holdings
from cuttings.ingest.filing.page_parts import keep_parts
from cuttings.ingest.raw.refusal import ADD_AGAIN, CHANGED_MEANWHILE
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.source_folder import companion_folder

_LONGEST_SUFFIX = 16
"""Longest suffix that an original keeps; with the digest it must fit into a file's name."""


def store_original(
    folder: ContentFolder, holdings: Holdings, source: SourceFile, checkpoint: Checkpoint
) -> None:
    """Keep a file's bytes under ``originals/``, named by payload digest and its own suffix.

    Raises:
        UnreadableSourceError: If it is not the file that was read.
    """
    if holdings.has_original(source.digest):
        return
    place = folder.originals / f"{source.digest}{_safe_suffix(source.path)}"
    place.parent.mkdir(parents=True, exist_ok=True)
    with source.open() as content, UnfinishedFile(place) as file:
        if file.copy(content) != source.digest:
            raise _changed(source)
        file.flush()
        checkpoint("original written beside")
        file.put_in_place()
    sync_folder(place.parent)
    checkpoint("original renamed")
    holdings.add_original(source.digest)


def empty_inbox(
    inbox: Path, folder: ContentFolder, source: SourceFile, checkpoint: Checkpoint
) -> None:
    """Take a filed source, and what a browser saved beside it, out of the inbox.

    The folder of a saved page's parts goes to the originals too, so that nothing is lost.
    Subfolders of the inbox that are empty after that go as well.

    Raises:
        UnreadableSourceError: If the file has changed, or not all of its parts can be kept; both
            stay.
    """
    if (companion := companion_folder(source.path)) is not None:
        keep_parts(companion, folder.originals, source, checkpoint)
    with open_regular(source.path, UnreadableSourceError) as file:
        if stream_digest(file) != source.digest:
            raise _changed(source)
    source.path.unlink()
    sync_folder(source.path.parent)
    checkpoint("inbox emptied")
    parent = source.path.parent
    with suppress(OSError):
        while parent != inbox and inbox in parent.parents and not any(parent.iterdir()):
            parent.rmdir()
            parent = parent.parent


def _changed(source: SourceFile) -> UnreadableSourceError:
    return source.unreadable(CHANGED_MEANWHILE, ADD_AGAIN)


def _safe_suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    is_safe = suffix[1:].isascii() and suffix[1:].isalnum() and len(suffix) <= _LONGEST_SUFFIX
    return suffix if is_safe else ""
