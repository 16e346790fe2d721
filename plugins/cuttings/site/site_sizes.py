"""How large a site is, by kind of file, and the budgets that it is held to."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

TAR_BLOCK = 512
"""Bytes of a tar's blocks: a file takes one for its header and as many as its content fills."""

STORY_BUDGET = 10_000
"""Bytes of the site, as a tar, for each story of a large archive: 100,000 stories are the gigabyte
above which GitHub Pages warns."""

ARTICLE_BUDGET = 5_000
"""Bytes of HTML of the median article page of a newswire."""

NAME_LIST_BUDGET = 100_000
"""Bytes of HTML of any page of a list of names."""

_ENTITIES = ("people/", "countries/", "organizations/")
_LISTS = ("sources/", "dates/")
_PREVIEWS = "search/previews-"


class FileKind(StrEnum):
    """What a file of the site is."""

    ARTICLE = "articles"
    ENTITY = "entity pages"
    NAME_LIST = "lists of names"
    LIST = "sources and dates"
    PREVIEW = "previews"
    SEARCH = "search index"
    FEED = "feeds"
    OTHER = "other"


def file_kind(path: str) -> FileKind:
    """Return what the file at ``path``, from the site's root, is."""
    folder, _, name = path.partition("/")
    if path.startswith("articles/"):
        return FileKind.ARTICLE
    if name == "index.html" or name.startswith("index/"):
        return FileKind.NAME_LIST if folder != "dates" else FileKind.LIST
    if path.startswith(_ENTITIES):
        return FileKind.ENTITY
    if path.startswith(_LISTS):
        return FileKind.LIST
    if path.startswith("search/"):
        return FileKind.PREVIEW if path.startswith(_PREVIEWS) else FileKind.SEARCH
    return FileKind.FEED if path.startswith("feeds/") else FileKind.OTHER


@dataclass(frozen=True, slots=True)
class SiteSizes:
    """The sizes of a site.

    Attributes:
        kinds: Bytes by kind of file.
        stories: Number of articles.
        files: Number of files.
        tar: Bytes of all files in a tar, without its folders.
        median_article: Bytes of the median article page, 0 if there is none.
        largest_name_list: Bytes of the largest page of a list of names.
    """

    kinds: dict[FileKind, int]
    stories: int
    files: int
    tar: int
    median_article: int
    largest_name_list: int

    @property
    def per_story(self) -> int:
        """Bytes of the tar for each story."""
        return self.tar // max(self.stories, 1)


def site_sizes(files: Iterable[tuple[str, int]]) -> SiteSizes:
    """Add up the sizes of a site's files.

    Args:
        files: The path of each from the site's root, and its bytes.
    """
    sizes: dict[FileKind, list[int]] = {kind: [] for kind in FileKind}
    for path, size in files:
        sizes[file_kind(path)].append(size)
    every = [size for of_kind in sizes.values() for size in of_kind]
    articles = sizes[FileKind.ARTICLE]
    return SiteSizes(
        kinds={kind: sum(of_kind) for kind, of_kind in sizes.items()},
        stories=len(articles),
        files=len(every),
        tar=sum(TAR_BLOCK * (1 + -(-size // TAR_BLOCK)) for size in every),
        median_article=int(statistics.median(articles)) if articles else 0,
        largest_name_list=max(sizes[FileKind.NAME_LIST], default=0),
    )
