"""The list *Doubtful tags*: what is least sure, with its reason."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice

from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.review.archive.kind_words import a_kind
from cuttings.review.changes.archive_text import read_text
from cuttings.review.changes.article_edit import with_name, without_name
from cuttings.review.changes.decision_log import NewTexts
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk, answered_elsewhere
from cuttings.review.questions.doubtful_tag import TAG, DoubtfulTag, doubtful_tags
from cuttings.review.questions.open_list import OpenList


class TagDesk:
    """Asks whether tags are right.

    Args:
        desk: The desk of the archive.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._open = OpenList(self._find, lambda: desk.version)

    def prepare(self) -> None:
        """Find the tags in doubt."""
        with self._desk.lock:
            self._open.now()

    def progress(self) -> dict[str, object]:
        """Return how far the list is: tags settled and in doubt."""
        answers = self._desk.log.answers().values()
        done = sum(step.question.startswith(f"{TAG} ") for step in answers)
        return {"done": done, "open": self._open.count, "stories": done, "searching": False}

    def questions(self, known: frozenset[str], count: int) -> list[dict[str, object]]:
        """Return the tags in doubt that nobody has settled, the least sure first.

        Args:
            known: Keys of those that the page has already.
            count: How many to return at most.
        """
        desk = self._desk
        with desk.lock:
            asked = list(islice((tag for tag in self._open.now() if tag.key not in known), count))
        return [
            {
                "key": tag.key,
                "kind": tag.kind,
                "heading": tag.heading,
                "reason": tag.reason,
                "other_kind": tag.other_kind,
                "file": desk.stories.file_of(tag.story),
                "passage": asdict(passage) if passage else None,
            }
            for tag in asked
            for passage in [desk.reader.passage(tag.story, (tag.kind, tag.heading))]
        ]

    def answer(self, key: str, answer: Answer, kind: EntityKind, heading: str) -> str:
        """Settle a tag.

        Args:
            key: The question's.
            answer: ``RIGHT``, ``WRONG`` or ``OTHER``.
            kind: The kind that it has instead, if the answer is ``OTHER``.
            heading: The heading that it has instead.

        Returns:
            What was decided, in words.

        Raises:
            CuttingsError: If it cannot be carried out; nothing is changed.
        """
        desk = self._desk
        with desk.lock:
            tags = self._open.now()
            tag = next((tag for tag in tags if tag.key == key), None)
            if tag is None:
                raise answered_elsewhere()
            where = f"in “{tag.story.title}”"
            texts: NewTexts = {}
            if answer is Answer.RIGHT:
                text = f"“{tag.heading}” is right {where}"
            elif answer is Answer.WRONG:
                texts = self._without(tag)
                text = f"“{tag.heading}” is wrong {where}"
            elif answer is Answer.OTHER:
                heading = desk.heading(kind, heading)
                texts = self._without(tag, kind, heading)
                text = f"“{tag.heading}” is {a_kind(kind)}, “{heading}”, {where}"
            else:
                raise ValueError(answer)
            decided = desk.decide(key, answer, text, 1, texts).text
            self._open.replace([other for other in tags if other is not tag])
            return decided

    def _without(
        self, tag: DoubtfulTag, kind: EntityKind | None = None, heading: str = ""
    ) -> NewTexts:
        """Return the story's text without a tag, and with another one if it is given."""
        path = tag.story.path
        before = read_text(path)
        if before is None:
            raise answered_elsewhere()
        after = without_name(before, path, tag.kind, tag.heading, self._desk.authorities)
        if kind is not None:
            after = with_name(after, path, ENTITY_LINES[kind][0], heading)
        return {path: (before, after)}

    def _find(self) -> list[DoubtfulTag]:
        answers = self._desk.log.answers()
        found = doubtful_tags(self._desk.stories, self._desk.authorities)
        return [tag for tag in found if tag.key not in answers]
