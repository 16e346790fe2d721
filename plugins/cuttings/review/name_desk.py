"""The list *Names*: suggested merges, most stories first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice
from multiprocessing.process import BaseProcess

from cuttings.entities.merges.merge_suggestion import MergeSuggestion
from cuttings.review.archive.archive_stories import Name
from cuttings.review.archive.passage import Passage
from cuttings.review.changes.authority_edit import distinguished, merged
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk, answered_elsewhere
from cuttings.review.questions.merge_cache import kept_merges, start_search, state_of
from cuttings.review.questions.name_question import MERGE, NameQuestion, open_questions

_SHOWN = 3
"""Sentences of each side: as many as are read at a glance."""


class NameDesk:
    """Asks which names are one's.

    Args:
        desk: The desk of the archive.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._suggestions: Sequence[MergeSuggestion] = ()
        self._search: BaseProcess | None = None
        self._open: list[NameQuestion] = []
        self._version = -1

    def prepare(self) -> None:
        """Take the merges that are kept; look for them anew if the archive has changed since."""
        state, merges = kept_merges(self._desk.folder)
        with self._desk.lock:
            self._take(merges)
            if state == state_of(self._desk.stories.newest):
                return
            self._search = start_search(self._desk.folder)
        self._search.join()
        with self._desk.lock:
            self._search = None
            self._take(kept_merges(self._desk.folder)[1])

    def progress(self) -> dict[str, object]:
        """Return how far the list is: questions done and open, stories settled."""
        steps = [s for s in self._desk.log.answers().values() if s.question.startswith(f"{MERGE} ")]
        settled = [step for step in steps if step.answer is not Answer.UNSURE]
        return {
            "done": len(settled),
            "open": len(self._questions()),
            "stories": sum(step.stories for step in settled),
            "searching": self._search is not None,
        }

    def questions(self, known: frozenset[str], count: int) -> list[dict[str, object]]:
        """Return the first open questions with the sentences of both sides.

        Args:
            known: Keys of those that the page has already.
            count: How many to return at most.
        """
        with self._desk.lock:
            unknown = (question for question in self._questions() if question.key not in known)
            asked = list(islice(unknown, count))
        return [
            {
                **asdict(question),
                "sides": [
                    self._side((question.kind, heading))
                    for heading in (question.keep, question.merge)
                ],
            }
            for question in asked
        ]

    def answer(self, key: str, answer: Answer, keep: str) -> str:
        """Settle a question.

        Args:
            key: The question's.
            answer: ``SAME``, ``DIFFERENT`` or ``UNSURE``.
            keep: Which of the two headings stays, if they are the same.

        Returns:
            What was decided, in words.

        Raises:
            CuttingsError: If it cannot be carried out; nothing is changed.
        """
        desk = self._desk
        with desk.lock:
            desk.follow_records()
            question = next((q for q in self._questions() if q.key == key), None)
            if question is None or keep not in (question.keep, question.merge):
                raise answered_elsewhere()
            merge = question.merge if keep == question.keep else question.keep
            kind, stories = question.kind, question.stories
            if answer is Answer.SAME:
                texts = merged(desk.folder, kind, keep, merge, desk.authorities)
                text = f"“{merge}” is “{keep}”"
            elif answer is Answer.DIFFERENT:
                texts = distinguished(desk.folder, kind, keep, merge)
                text = f"“{merge}” is not “{keep}”"
            else:
                texts, text = {}, f"not sure whether “{merge}” is “{keep}”"
            return desk.decide(key, answer, text, stories, texts).text

    def _take(self, merges: Sequence[MergeSuggestion]) -> None:
        self._suggestions, self._version = merges, -1

    def _questions(self) -> list[NameQuestion]:
        desk = self._desk
        if self._version != desk.version:
            self._open = open_questions(
                self._suggestions, desk.stories, desk.authorities, desk.log.answers()
            )
            self._version = desk.version
        return self._open

    def _side(self, name: Name) -> dict[str, object]:
        """Return a heading with its stories' sentences."""
        with self._desk.lock:
            stories = self._desk.stories.of_name(name, self._desk.authorities)
            record = self._desk.authorities.record(*name)
        passages: list[Passage] = []
        for story in stories:
            if len(passages) == _SHOWN:
                break
            if passage := self._desk.reader.passage(story, name):
                passages.append(passage)
        return {
            "heading": name[1],
            "stories": len(stories),
            "forms": record.see_from if record else (),
            "passages": [asdict(passage) for passage in passages],
        }
