"""A batch of articles: written one by one, flushed to the disk together, renamed in order.

Most of what filing a row of a table takes is waiting for the disk, which flushes many files in
hardly more time than one.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cuttings.article.article import Article
from cuttings.article.article_file import check_readable, render_article
from cuttings.article.atomic_file import Checkpoint, UnfinishedFile
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import make_slug
from cuttings.errors import FrontMatterError, shown_path
from cuttings.ingest.filing.holdings import Holdings
from cuttings.ingest.raw.draft import Draft

_FLUSHED_AT_ONCE = 8
"""Files that are waited for at the same time."""


@dataclass(frozen=True, slots=True)
class _Unfinished:
    file: UnfinishedFile
    article: Article


class ArticleBatch:
    """Articles that are written beside their places, until ``put_in_place`` puts them there.

    Args:
        folder: The archive.
        holdings: What it holds; each article is added when it is written.
        added: The day the articles come in.
        checkpoint: Called after each step.
    """

    def __init__(
        self,
        folder: ContentFolder,
        holdings: Holdings,
        added: datetime.date,
        checkpoint: Checkpoint,
    ) -> None:
        self._folder = folder
        self._holdings = holdings
        self.added = added
        self._checkpoint = checkpoint
        self._unfinished: dict[Path, _Unfinished] = {}
        self._failed: dict[Path, OSError] = {}
        self._folders: set[Path] = set()
        self._threads = ThreadPoolExecutor(_FLUSHED_AT_ONCE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        """Take away what has not got its place."""
        for path in list(self._unfinished):
            self._discard(path)
        self._threads.shutdown()

    def add(self, draft: Draft) -> Path:
        """Write the article of one story beside its place.

        Returns:
            The article's file, which is there after ``put_in_place``.

        Raises:
            FrontMatterError: If it would not be read as it is written, or its folder is a link.
            OSError: If it cannot be written; those added before are not concerned.
        """
        digest = draft.record or draft.original
        wanted = make_slug(draft.slug or draft.title, digest)
        article = draft.to_article(self._holdings.free_slug(wanted, digest), self.added)
        path = self._folder.article_path(article)
        if path.parent.is_symlink():
            # What is filed there is read by no later step.
            reason = f"its folder {shown_path(path.parent)} is a link, and links are not followed"
            raise FrontMatterError(path, reason, "put the folder itself there")
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        check_readable(article, path)
        file = UnfinishedFile(path)
        try:
            file.stream.write(render_article(article).encode("utf-8"))
            file.hand_over()
        except BaseException:
            file.discard()
            raise
        self._unfinished[path] = _Unfinished(file, article)
        self._holdings.add(path, article.original, article.record, article.slug)
        self._holdings.add_address(path, article.url)
        return path

    def awaits(self, articles: Iterable[Path]) -> bool:
        """Return whether one of ``articles`` is not in its place yet."""
        return not self._unfinished.keys().isdisjoint(articles)

    @property
    def failed(self) -> Mapping[Path, OSError]:
        """The articles that could not be put in place, and why; they are not there."""
        return self._failed

    def put_in_place(self) -> None:
        """Flush what was written and give each article its name, in the order they were added.

        The names outlast a power cut only when their folders are flushed, too (``sync_folder``).
        """
        self._flush()
        for path, unfinished in list(self._unfinished.items()):
            self._checkpoint("written beside")
            try:
                unfinished.file.put_in_place()
            except OSError as error:
                self._fail(path, error)
            else:
                del self._unfinished[path]
                self._checkpoint("renamed")

    def _fail(self, path: Path, error: OSError) -> None:
        self._failed[path] = error
        self._discard(path)

    def _discard(self, path: Path) -> None:
        unfinished = self._unfinished.pop(path)
        self._holdings.forget(path, unfinished.article)
        unfinished.file.discard()

    def _flush(self) -> None:
        """Make the content of what was written last through a power cut."""
        files = {path: unfinished.file for path, unfinished in self._unfinished.items()}
        if len(files) == 1:
            ((path, file),) = files.items()
            self._settle_flush(path, file.flush)
            return
        for file in files.values():
            _begin_to_flush(file.descriptor)
        flushing = {path: self._threads.submit(file.flush) for path, file in files.items()}
        for path, flushed in flushing.items():
            self._settle_flush(path, flushed.result)

    def _settle_flush(self, path: Path, flush: Callable[[], None]) -> None:
        try:
            flush()
        except OSError as error:
            self._fail(path, error)


def _begin_to_flush(file: int) -> None:
    """Have the system write a file soon, where it can; it then does so with many at once."""
    if sys.platform == "linux":
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
