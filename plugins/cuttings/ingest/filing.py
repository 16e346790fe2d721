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

import os
import shutil
from pathlib import Path

from cuttings.article.atomic_file import copy_atomically, sync_folder
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.article_batch import Checkpoint
from cuttings.ingest.deduplication import Holdings
from cuttings.ingest.source_file import SourceFile
from cuttings.ingest.source_folder import companion_folder


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
    with source.open() as content:
        copied = copy_atomically(place, content, lambda step: checkpoint(f"original {step}"))
    if copied != source.digest:
        place.unlink()
        raise source.unreadable("it changed while it was taken in", "add it again")
    holdings.add_original(source.digest)


def empty_inbox(
    inbox: Path, folder: ContentFolder, source: SourceFile, checkpoint: Checkpoint
) -> None:
    """Take a filed source, and what a browser saved beside it, out of the inbox.

    The folder of a saved page's parts goes to the originals too, so that nothing is lost.
    Subfolders of the inbox that are empty after that go as well.
    """
    if (companion := companion_folder(source.path)) is not None:
        place = folder.originals / f"{source.digest}_files"
        if not place.exists():
            _copy_folder(companion, place, checkpoint)
        shutil.rmtree(companion)
        checkpoint("companion removed")
    source.path.unlink(missing_ok=True)
    sync_folder(source.path.parent)
    checkpoint("inbox emptied")
    parent = source.path.parent
    while parent != inbox and inbox in parent.parents and not any(parent.iterdir()):
        parent.rmdir()
        parent = parent.parent


def _copy_folder(folder: Path, place: Path, checkpoint: Checkpoint) -> None:
    """Copy ``folder`` to ``place``, which is there only when all of it is."""
    beside = place.with_name(f".{place.name}.partial")
    if beside.exists():
        shutil.rmtree(beside)
    shutil.copytree(folder, beside, symlinks=True)
    for path in sorted(beside.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    checkpoint("companion copied beside")
    beside.replace(place)
    sync_folder(place.parent)
    checkpoint("companion renamed")


def _safe_suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return suffix if suffix[1:].isascii() and suffix[1:].isalnum() else ""
