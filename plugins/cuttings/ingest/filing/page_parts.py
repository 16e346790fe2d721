"""The parts of a saved page, which its browser put into a folder beside it, among the originals.

They are kept as ``DIGEST_files``. A page that comes again with other parts has a second such folder
beside the first, ``DIGEST_files-…``, so that no part is lost.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.atomic_file import Checkpoint, sync_folder, unfinished_folder
from cuttings.article.identity import payload_digest, stream_digest
from cuttings.article.regular_file import open_regular
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.refusal import ADD_AGAIN, CHANGED_MEANWHILE
from cuttings.ingest.raw.source_file import SourceFile

_MARK_LENGTH = 8
"""Digits of a folder's digest that distinguish it from another one of the same page."""


@dataclass(frozen=True, slots=True)
class PageParts:
    """The files and folders below one folder.

    Attributes:
        folder: The folder.
        digests: Payload digest of each file, "" of each folder, by the way from ``folder``.
    """

    folder: Path
    digests: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path) -> PageParts:
        """Look at all that lies in ``folder``.

        Raises:
            UnreadableSourceError: If something there is not a file, such as a link, or cannot be
                opened.
        """
        return cls(folder, dict(sorted(_digests(folder))))

    @classmethod
    def kept_in(cls, folder: Path) -> PageParts:
        """Look at what is kept in ``folder``; what is not a file there counts as missing."""
        return cls(folder, dict(_digests(folder, skip=True)))

    @property
    def mark(self) -> str:
        """What distinguishes these parts from others."""
        lines = (f"{name}\0{digest}\n" for name, digest in self.digests.items())
        return payload_digest("".join(lines).encode(errors="surrogateescape"))[:_MARK_LENGTH]

    def are_in(self, other: PageParts) -> bool:
        """Return whether another folder has all of them."""
        return self.digests.items() <= other.digests.items()

    def copy(self, place: Path, checkpoint: Checkpoint) -> None:
        """Copy them to ``place``, which is there only when all of it is.

        Raises:
            UnreadableSourceError: If they have changed since.
        """
        with unfinished_folder(place) as beside:
            for name, digest in self.digests.items():
                if not digest:
                    (beside / name).mkdir()
                    continue
                with (
                    open_regular(self.folder / name, UnreadableSourceError) as content,
                    (beside / name).open("xb") as copy,
                ):
                    shutil.copyfileobj(content, copy)
                    copy.flush()
                    os.fsync(copy.fileno())
            if PageParts.of(beside).digests != self.digests:
                raise _changed(self.folder)
            checkpoint("companion copied beside")
        checkpoint("companion renamed")

    def remove(self) -> None:
        """Remove them and their folder, and nothing that came there meanwhile.

        Raises:
            UnreadableSourceError: If they have changed since.
        """
        if PageParts.of(self.folder).digests != self.digests:
            raise _changed(self.folder)
        for name, digest in sorted(self.digests.items(), reverse=True):
            path = self.folder / name
            path.unlink() if digest else path.rmdir()
        self.folder.rmdir()
        sync_folder(self.folder.parent)


def keep_parts(folder: Path, originals: Path, page: SourceFile, checkpoint: Checkpoint) -> None:
    """Keep a page's folder of parts among the originals, and take it out of the inbox.

    Args:
        folder: The folder beside the page.
        originals: Where it is kept.
        page: The page, which is filed.
        checkpoint: Called after each step.

    Raises:
        UnreadableSourceError: If something in it is not a file, or changes meanwhile; it stays.
    """
    parts = PageParts.of(folder)
    place = originals / f"{page.digest}_files"
    if place.exists() and not any(parts.are_in(kept) for kept in _kept(place)):
        place = place.with_name(f"{place.name}-{parts.mark}")
    if not place.exists():
        parts.copy(place, checkpoint)
    parts.remove()
    checkpoint("companion removed")


def _kept(place: Path) -> Iterator[PageParts]:
    """Yield the folders of a page's parts that are kept: the first one, then others."""
    yield PageParts.kept_in(place)
    for other in sorted(place.parent.glob(f"{place.name}-*")):
        yield PageParts.kept_in(other)


def _digests(folder: Path, above: str = "", *, skip: bool = False) -> Iterator[tuple[str, str]]:
    with os.scandir(folder / above) as entries:
        for entry in entries:
            name = f"{above}{entry.name}"
            if stat.S_ISDIR(entry.stat(follow_symlinks=False).st_mode):
                yield name, ""
                yield from _digests(folder, f"{name}/", skip=skip)
                continue
            try:
                with open_regular(folder / name, UnreadableSourceError) as file:
                    digest = stream_digest(file)
            except UnreadableSourceError:
                if not skip:
                    raise
            else:
                yield name, digest


def _changed(folder: Path) -> UnreadableSourceError:
    return UnreadableSourceError(folder, CHANGED_MEANWHILE, ADD_AGAIN)
