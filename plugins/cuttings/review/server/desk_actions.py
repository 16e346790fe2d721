"""What the page of the desk can ask for, and what each answer changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cuttings.entities.entity import EntityKind
from cuttings.review.archive.desk_story import Name
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk
from cuttings.review.name_desk import NameDesk
from cuttings.review.record_desk import RecordDesk
from cuttings.review.story_desk import StoryDesk
from cuttings.review.tag_desk import TagDesk

_MOST_AT_ONCE = 20
"""Questions that one request may ask for."""

Values = Mapping[str, Any]
"""The values of a request by their names: of its address, or of the JSON object it brings."""


@dataclass(frozen=True, slots=True)
class DeskActions:
    """The actions of a desk; each takes a request and returns what is sent as JSON.

    An action raises KeyError, TypeError or ValueError if a value of the request is missing or
    cannot be read, and CuttingsError with a reason for the person.

    Attributes:
        desk: The desk of the archive.
        names: Names that may be one's.
        tags: Tags in doubt.
        stories: Stories that nobody has reviewed.
        records: Single names.
    """

    desk: Desk
    names: NameDesk
    tags: TagDesk
    stories: StoryDesk
    records: RecordDesk

    @classmethod
    def of(cls, desk: Desk) -> DeskActions:
        """Return the actions of a desk."""
        records = RecordDesk(desk)
        return cls(desk, NameDesk(desk, records), TagDesk(desk), StoryDesk(desk), records)

    def state(self, _request: Values) -> object:
        """Return the last steps, and how far each list is settled."""
        with self.desk.lock:
            progress = {
                "names": self.names.progress(),
                "tags": self.tags.progress(),
                "stories": self.stories.progress(),
            }
            return {**self.desk.state(), **progress}

    def list_names(self, request: Values) -> object:
        """Return the next names that may be one's."""
        return self.names.questions(*_wanted(request))

    def list_tags(self, request: Values) -> object:
        """Return the next tags in doubt."""
        return self.tags.questions(*_wanted(request))

    def list_stories(self, request: Values) -> object:
        """Return the next stories that nobody has reviewed."""
        return self.stories.open_stories(*_wanted(request))

    def show_story(self, request: Values) -> object:
        """Return a story with its tags and its marked text."""
        return self.stories.show(str(request["file"]))

    def show_name(self, request: Values) -> object:
        """Return a name with sentences of its stories."""
        return self.records.side(_name(request))

    def search(self, request: Values) -> object:
        """Return the names and stories that fit some words."""
        return self.records.search(str(request["query"]))

    def answer_name(self, request: Values) -> object:
        """Settle whether two names are one's."""
        answer, keep = Answer(request["answer"]), str(request["keep"])
        return self._changed(self.names.answer(str(request["key"]), answer, keep))

    def answer_tag(self, request: Values) -> object:
        """Settle a tag in doubt."""
        answer = Answer(request["answer"])
        return self._changed(self.tags.answer(str(request["key"]), answer, *_name(request)))

    def edit_story(self, request: Values) -> object:
        """Change a tag of a story, or mark the story as reviewed."""
        file, digest, action = (str(request[key]) for key in ("file", "digest", "action"))
        return self._changed(self.stories.edit(file, digest, action, _name(request)))

    def edit_name(self, request: Values) -> object:
        """Change the record of a name; the answer says what it is called now."""
        action, value = str(request["action"]), str(request["value"])
        words = str(request.get("words", ""))
        text, (kind, heading) = self.records.edit(_name(request), action, value, words)
        return {**self._changed(text), "kind": kind, "heading": heading}

    def undo(self, request: Values) -> object:
        """Take a step back; the answer says which question is open again."""
        with self.desk.lock:
            step = self.desk.undo(int(request["number"]))
            self.names.recount()
            return {**self._changed(step.text), "question": step.question}

    def _changed(self, text: str) -> dict[str, object]:
        """Return what a change is called, and the state after it."""
        return {"text": text, "state": self.state({})}


def _wanted(request: Values) -> tuple[frozenset[str], int]:
    """Return what the page has of a list, and how many it wants."""
    known = frozenset(str(request.get("known", "")).split("\n"))
    return known, min(int(request.get("count", 1)), _MOST_AT_ONCE)


def _name(request: Values) -> Name:
    """Return the name that a request is about."""
    return EntityKind(request["kind"]), str(request["heading"])
