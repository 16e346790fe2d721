"""A batch of articles: written one by one, flushed to the disk together, renamed in order.

Most of what filing a row of a table takes is waiting for the disk, which flushes many files in
hardly more time than one.
"""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from cuttings.article.article_file import path_beside, render_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import make_slug
from cuttings.ingest.deduplication import Holdings
from cuttings.ingest.draft import Draft

Checkpoint = Callable[[str], None]
"""Called with the name of each step just done."""

_FLUSHED_AT_ONCE = 8
"""Files that are waited for at the same time."""


class ArticleBatch:
    """Articles that are written beside their places, until ``put_in_place`` puts them there.

    Args:
        folder: The archive.
        holdings: What it holds; each article is added when it is written.
        added: The day the articles come in.
        checkpoint: Told of each step.
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
        self._added = added
        self._checkpoint = checkpoint
        self._beside: dict[Path, Path] = {}
        self._folders: set[Path] = set()
        self._threads = ThreadPoolExecutor(_FLUSHED_AT_ONCE)

    def add(self, draft: Draft) -> Path:
        """Write the article of one story beside its place.

        Returns:
            The article's file, which is there after ``put_in_place``.
        """
        digest = draft.record or draft.original
        wanted = make_slug(draft.slug or draft.title, digest)
        article = draft.to_article(self._holdings.free_slug(wanted, digest), self._added)
        path = self._folder.article_path(article)
        if path.parent not in self._folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(path.parent)
        beside = path_beside(path)
        beside.write_bytes(render_article(article).encode("utf-8"))
        self._beside[path] = beside
        self._holdings.add(path, draft.original, draft.record, article.slug)
        self._holdings.add_address(path, article.url)
        return path

    def awaits(self, articles: Iterable[Path]) -> bool:
        """Tell whether one of ``articles`` is not in its place yet."""
        return not self._beside.keys().isdisjoint(articles)

    def put_in_place(self) -> None:
        """Flush what was written and give each article its name, in the order they were added.

        The names outlast a power cut only when their folders are flushed, too (``sync_folder``).
        """
        self._flush()
        for path, beside in self._beside.items():
            self._checkpoint("written beside")
            beside.replace(path)
            self._checkpoint("renamed")
        self._beside.clear()

    def _flush(self) -> None:
        """Make the content of what was written last through a power cut."""
        files = [os.open(beside, os.O_RDWR) for beside in self._beside.values()]
        try:
            if len(files) == 1:
                os.fsync(files[0])
            else:
                for file in files:
                    _begin_to_flush(file)
                flushing = [self._threads.submit(os.fsync, file) for file in files]
                wait(flushing)
                for flushed in flushing:
                    flushed.result()
        finally:
            for file in files:
                os.close(file)


def _begin_to_flush(file: int) -> None:
    """Have the system write a file soon, where it can; it then does so with many at once."""
    if sys.platform == "linux":
        os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
