"""The list *Stories*: unreviewed ones, newest first, each with its tags and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from cuttings.article.article_file import parse_article
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.errors import CuttingsError, FrontMatterError
from cuttings.review.archive.desk_story import DeskStory, Name
from cuttings.review.archive.marked_story import marked_paragraphs, shown_tags
from cuttings.review.changes.archive_text import read_text, text_digest
from cuttings.review.changes.article_edit import reviewed, with_name, without_name
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk

_COUNTRY_LINES = ENTITY_LINES[EntityKind.COUNTRY]


class StoryDesk:
    """Shows stories, and changes their lines.

    Args:
        desk: The desk of the archive.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def progress(self) -> dict[str, object]:
        """Return how far the list is: stories reviewed, and those that are not."""
        stories = self._desk.stories.newest
        done = sum(story.reviewed for story in stories)
        return {"done": done, "open": len(stories) - done, "stories": done, "searching": False}

    def open_stories(self, known: frozenset[str], count: int) -> list[dict[str, object]]:
        """Return the newest stories that nobody has reviewed.

        Args:
            known: Files of those that the page has already.
            count: How many to return at most.
        """
        return list(islice(self._open_stories(known), count))

    def show(self, file: str) -> dict[str, object]:
        """Return a story.

        Args:
            file: Its file below the content folder.

        Raises:
            FrontMatterError: If there is none, or it cannot be read.
        """
        story = self._story(file)
        read = self._desk.reader.read(story.path)
        article = read.article
        return {
            "file": file,
            "digest": text_digest(read_text(story.path)),
            "title": article.title,
            "date": article.day.isoformat() if article.day else "",
            "dated": article.dated,
            "author": article.author,
            "agency": article.agency,
            "source": article.source,
            "language": article.language,
            "reviewed": article.reviewed,
            "tags": [asdict(tag) for tag in shown_tags(read)],
            "paragraphs": [[asdict(piece) for piece in p] for p in marked_paragraphs(read)],
        }

    def edit(self, file: str, digest: str, action: str, name: Name) -> str:
        """Change the lines of a story.

        Args:
            file: Its file below the content folder.
            digest: What its text was when the page got it (see ``text_digest``).
            action: ``add``, ``remove``, ``role`` (a country that it is about is only mentioned,
                and the other way round) or ``reviewed``.
            name: The name to add, remove or give the other role.

        Returns:
            What was decided, in words.

        Raises:
            CuttingsError: If it cannot be carried out; nothing is changed.
        """
        desk, story = self._desk, self._story(file)
        with desk.lock:
            path, before = story.path, read_text(story.path)
            if before is None or text_digest(before) != digest:
                reason, remedy = "it was changed meanwhile", "here it is anew; try again"
                raise FrontMatterError(path, reason, remedy)
            after, text = self._edited(before, path, action, name)
            if after == before:
                raise FrontMatterError(path, "it says so already", "go on")
            answer = Answer.REVIEWED if action == "reviewed" else Answer.EDITED
            question = f"story {path.name} {action}"
            desk.decide(question, answer, text, 1, {path: (before, after)})
            return text

    def _edited(self, before: str, path: Path, action: str, name: Name) -> tuple[str, str]:
        desk, (kind, heading) = self._desk, name
        title = parse_article(before, path).title
        if action == "reviewed":
            return reviewed(before, path), f"reviewed: {title}"
        if action == "add":
            heading = desk.heading(kind, heading)
            after = with_name(before, path, ENTITY_LINES[kind][0], heading)
            return after, f"“{heading}” added to “{title}”"
        after = without_name(before, path, kind, heading, desk.authorities)
        if action == "remove":
            return after, f"“{heading}” removed from “{title}”"
        if action != "role" or kind is not EntityKind.COUNTRY:
            raise ValueError(action)
        about = parse_article(before, path).countries or ()
        line = _COUNTRY_LINES[heading in about]
        return with_name(after, path, line, heading), f"“{heading}” in {line} of “{title}”"

    def _open_stories(self, known: frozenset[str]) -> Iterator[dict[str, object]]:
        for story in self._desk.stories.newest:
            file = self._desk.stories.file_of(story)
            if story.reviewed or file in known or not _is_text(file):
                continue
            try:
                yield self.show(file)
            except (CuttingsError, OSError):
                continue

    def _story(self, file: str) -> DeskStory:
        story = self._desk.stories.get(self._desk.folder.root / file)
        if story is None:
            raise FrontMatterError(file, "it is not in the archive any more", "go on")
        return story


def _is_text(file: str) -> bool:
    """Whether a file's name is text, so that the page can ask for it."""
    return file.encode("utf-8", "replace").decode() == file
