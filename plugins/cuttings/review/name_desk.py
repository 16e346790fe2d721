"""The list *Names*: suggested merges, most stories first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from itertools import islice

from cuttings.entities.merges.merge_suggestion import MergeSuggestion
from cuttings.review.changes.authority_edit import distinguished, merged
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk, answered_elsewhere
from cuttings.review.questions.merge_cache import kept_merges, start_search, state_of
from cuttings.review.questions.name_question import (
    MERGE,
    NameQuestion,
    in_order,
    open_questions,
)
from cuttings.review.questions.open_list import OpenList
from cuttings.review.record_desk import RecordDesk


class NameDesk:
    """Asks which names are one's.

    Args:
        desk: The desk of the archive.
        records: Shows its names.
    """

    def __init__(self, desk: Desk, records: RecordDesk) -> None:
        self._desk = desk
        self._records = records
        self._suggestions: Sequence[MergeSuggestion] = ()
        self._is_searching = True
        self._open = OpenList(self._find, lambda: desk.version)

    def prepare(self) -> None:
        """Take the merges that are kept; look for them anew if the archive has changed since."""
        state, merges = kept_merges(self._desk.folder)
        with self._desk.lock:
            self._take(merges)
            is_current = state == state_of(self._desk.stories.newest)
        if not is_current:
            start_search(self._desk.folder).join()
        with self._desk.lock:
            self._is_searching = False
            if not is_current:
                self._take(kept_merges(self._desk.folder)[1])

    def progress(self) -> dict[str, object]:
        """Return how far the list is: questions done and open, stories settled."""
        steps = [s for s in self._desk.log.answers().values() if s.question.startswith(f"{MERGE} ")]
        settled = [step for step in steps if step.answer is not Answer.UNSURE]
        return {
            "done": len(settled),
            "open": self._open.count,
            "stories": sum(step.stories for step in settled),
            "searching": self._is_searching,
        }

    def questions(self, known: frozenset[str], count: int) -> list[dict[str, object]]:
        """Return the first open questions with the sentences of both sides.

        Args:
            known: Keys of those that the page has already.
            count: How many to return at most.
        """
        with self._desk.lock:
            unknown = (question for question in self._open.now() if question.key not in known)
            asked = list(islice(unknown, count))
        return [
            {
                **asdict(question),
                "sides": [
                    self._records.side((question.kind, heading))
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
            asked = self._open.now()
            question = next((q for q in asked if q.key == key), None)
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
            decided = desk.decide(key, answer, text, stories, texts).text
            self._open.replace(self._after(question, asked))
            return decided

    def recount(self) -> None:
        """Find the questions anew, as an answer was taken back."""
        self._open.now()

    def _after(self, answered: NameQuestion, asked: Sequence[NameQuestion]) -> list[NameQuestion]:
        """Return what is open after an answer: of what names one of its names, what is left."""
        desk = self._desk
        touched = [question for question in asked if question.shares_name(answered)]
        left = open_questions(touched, desk.stories, desk.authorities, desk.log.answers())
        others = [question for question in asked if not question.shares_name(answered)]
        return in_order((*others, *left))

    def _take(self, merges: Sequence[MergeSuggestion]) -> None:
        self._suggestions = merges
        self._open.forget()
        self._open.now()

    def _find(self) -> list[NameQuestion]:
        desk = self._desk
        return open_questions(self._suggestions, desk.stories, desk.authorities, desk.log.answers())
