"""Stories read in whole, with their tags proved from their text."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.entities.tagging.resolution import resolve
from cuttings.errors import CuttingsError
from cuttings.review.archive.desk_story import DeskStory, Name, stamp_of
from cuttings.review.archive.passage import Passage, segments

_MOST_KEPT = 500
"""Stories kept in memory: a few megabytes, more than a person goes back."""


class StoryReader:
    """Reads stories, and keeps those that it read last.

    Args:
        folder: The archive.
    """

    def __init__(self, folder: ContentFolder) -> None:
        self._folder = folder
        self._authorities = Authorities()
        self._kept: OrderedDict[tuple[Path, tuple[int, int]], TaggedArticle] = OrderedDict()

    def follow(self, authorities: Authorities) -> None:
        """Read stories as these records have their names, from now on."""
        self._authorities, self._kept = authorities, OrderedDict()

    def read(self, path: Path) -> TaggedArticle:
        """Return the story filed at a path, its tags as the records have them.

        Raises:
            FrontMatterError: If it cannot be read.
            OSError: If there is none.
        """
        key, kept = (path, stamp_of(path)), self._kept
        if (story := kept.get(key)) is None:
            story = kept[key] = _read(path, self._authorities)
            if len(kept) > _MOST_KEPT:
                kept.popitem(last=False)
        return story

    def passage(self, story: DeskStory, name: Name) -> Passage | None:
        """Return the sentence that shows why a story has a name; None if it cannot be read."""
        try:
            read = self.read(story.path)
        except (CuttingsError, OSError):
            return None
        tags = (tag for tag in read.tags if (tag.entity.kind, tag.entity.heading) == name)
        tag = next(tags, None)
        return Passage(
            title=story.title,
            date=story.date.isoformat() if story.date else "",
            source=story.source,
            file=story.path.relative_to(self._folder.root).as_posix(),
            sentence=segments(tag.evidence, tag.forms) if tag else (),
        )


def _read(path: Path, authorities: Authorities) -> TaggedArticle:
    filed = FiledArticle.read(path)
    headings = ArticleHeadings.of(filed.article, authorities)
    catalogue = Catalogue.of([headings], authorities)
    return resolve(filed.article, filed.html, filed.text, headings, authorities, catalogue)
