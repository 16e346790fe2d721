"""The suggested merges of an archive, kept in a file: to find them takes seconds."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import orjson

from cuttings import __version__
from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.atomic_file import write_atomically
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.merge_suggestion import MergeSuggestion, suggest_merges
from cuttings.errors import FrontMatterError
from cuttings.review.archive.desk_story import DeskStory, stamp_of

_POLITENESS = 10
"""How far the page goes before the search for merges, as ``nice`` counts."""


def kept_merges(folder: ContentFolder) -> tuple[str, tuple[MergeSuggestion, ...]]:
    """Return for which state of the archive merges are kept (see ``state_of``), and the merges.

    Without a file that can be read there are none, for no state.
    """
    try:
        record = orjson.loads(folder.merge_cache.read_bytes())
        merges = (
            MergeSuggestion(EntityKind(kind), keep, merge, why, stories)
            for kind, keep, merge, why, stories in record["merges"]
        )
        return str(record["state"]), tuple(merges)
    except (OSError, KeyError, TypeError, ValueError):
        return "", ()


def state_of(stories: Iterable[DeskStory]) -> str:
    """Return a digest that differs when a story was added, changed or removed."""
    return _digest((story.path, story.stamp) for story in stories)


def start_search(folder: ContentFolder) -> BaseProcess:
    """Start a process that looks for merges and keeps them; it ends with this one."""
    process = get_context("spawn").Process(target=_find_politely, args=(folder,), daemon=True)
    process.start()
    return process


def find_merges(folder: ContentFolder) -> None:
    """Look for the likely merges of an archive and keep them."""
    stamps: list[tuple[Path, tuple[int, int]]] = []
    articles: list[Article] = []
    for path in folder.article_paths():
        try:
            stamps.append((path, stamp_of(path)))
            articles.append(read_article(path))
        except (FrontMatterError, OSError):
            continue
    authorities = Authorities.read(folder.authorities, lambda _known: None)
    merges = [
        (str(item.kind), item.keep, item.merge, item.why, item.stories)
        for item in suggest_merges(articles, authorities)
    ]
    record = {"state": _digest(stamps), "merges": merges}
    write_atomically(folder.merge_cache, orjson.dumps(record).decode())


def _find_politely(folder: ContentFolder) -> None:
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    find_merges(folder)


def _digest(stamps: Iterable[tuple[Path, tuple[int, int]]]) -> str:
    digest = hashlib.sha256(__version__.encode())
    for path, (size, changed) in sorted(stamps):
        digest.update(f"\n{path} {size} {changed}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
