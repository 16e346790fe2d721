"""One name: its record, its stories' sentences, and what a person may change about it."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from pathlib import Path

from cuttings.article.front_matter import split_values
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.errors import AuthorityError, FrontMatterError
from cuttings.review.archive.desk_story import Name
from cuttings.review.archive.kind_words import a_kind
from cuttings.review.archive.passage import Passage
from cuttings.review.changes import authority_edit
from cuttings.review.changes.archive_text import read_text
from cuttings.review.changes.article_edit import with_name, without_name
from cuttings.review.changes.decision_log import NewTexts
from cuttings.review.changes.step import Answer
from cuttings.review.desk import Desk
from cuttings.review.questions.name_question import merge_key

_SHOWN = 3
"""Sentences of a name: as many as are read at a glance."""

_MOST_FOUND = 12
"""Names, and stories, that a search shows."""

_CELLS = {"hide": "hide", "same-as": "Wikidata id", "note": "note"}
"""Columns that a person sets, and what they are called."""


class RecordDesk:
    """Shows names, and changes their records.

    Args:
        desk: The desk of the archive.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def side(self, name: Name) -> dict[str, object]:
        """Return a heading with what its record says and its stories' sentences."""
        desk = self._desk
        with desk.lock:
            stories = desk.stories.of_name(name, desk.authorities)
            record = desk.authorities.record(*name)
        passages: list[Passage] = []
        for story in stories:
            if len(passages) == _SHOWN:
                break
            if passage := desk.reader.passage(story, name):
                passages.append(passage)
        return {
            "kind": name[0],
            "heading": name[1],
            "stories": len(stories),
            "forms": record.see_from if record else (),
            "same_as": record.same_as if record else "",
            "note": record.note if record else "",
            "hidden": record.hidden if record else False,
            "passages": [asdict(passage) for passage in passages],
        }

    def search(self, query: str) -> dict[str, object]:
        """Return names and stories that have some letters, the names with most stories first."""
        wanted, desk = query.casefold(), self._desk
        with desk.lock:
            forms = [name for name in desk.stories.names if wanted in name[1].casefold()]
            headings = {(kind, desk.authorities.preferred(kind, form)) for kind, form in forms}
            names = [(len(desk.stories.of_name(n, desk.authorities)), n) for n in headings]
            titled = (s for s in desk.stories.newest if wanted in s.title.casefold())
            stories = list(islice(titled, _MOST_FOUND))
        names.sort(key=lambda found: (-found[0], found[1]))
        return {
            "names": [
                {"kind": kind, "heading": heading, "stories": count}
                for count, (kind, heading) in names[:_MOST_FOUND]
                if count
            ],
            "stories": [
                {
                    "file": desk.stories.file_of(story),
                    "title": story.title,
                    "date": story.date.isoformat() if story.date else "",
                    "source": story.source,
                }
                for story in stories
            ],
        }

    def edit(self, name: Name, action: str, value: str, words: str = "") -> tuple[str, Name]:
        """Change what the archive knows of a name.

        Args:
            name: The name.
            action: ``rename``, ``merge``, ``split``, ``kind``, or a column of ``_CELLS``.
            value: The new heading, the other heading, the kind, or what the column shall hold.
            words: For ``split``, the words of the stories that get a heading of their own,
                with ``;`` between.

        Returns:
            What was decided, in words, and the name to show then.

        Raises:
            CuttingsError: If it cannot be carried out; nothing is changed.
        """
        desk = self._desk
        with desk.lock:
            desk.follow_records()
            stories = len(desk.stories.of_name(name, desk.authorities))
            if not stories:
                raise AuthorityError("name", f"no story has '{name[1]}' any more", "look for it")
            key, answer = f"edit {name[0]} {name[1]}", Answer.EDITED
            if action in ("rename", "merge"):
                value = authority_edit.heading_of(value)
                key, answer = merge_key(name[0], name[1], value), Answer.SAME
            texts, text, shown = self._change(name, action, value, words)
            desk.decide(key, answer, text, stories, texts)
            return text, shown

    def _change(
        self, name: Name, action: str, value: str, words: str
    ) -> tuple[NewTexts, str, Name]:
        desk, (kind, heading) = self._desk, name
        if action in ("rename", "merge"):
            return self._same(name, value)
        if action == "split":
            value = authority_edit.heading_of(value)
            texts = authority_edit.split(desk.folder, kind, heading, value, split_values(words))
            return texts, f"“{value}” in the stories with {words}", name
        if action == "kind":
            return self._other_kind(name, EntityKind(value))
        if action not in _CELLS:
            raise ValueError(action)
        texts = authority_edit.with_cell(desk.folder, kind, heading, action, value.strip())
        return texts, f"{_CELLS[action]} of “{heading}”: {value.strip() or 'none'}", name

    def _same(self, name: Name, value: str) -> tuple[NewTexts, str, Name]:
        """Let a heading lead to another: one of the archive, or a new one."""
        desk, (kind, heading) = self._desk, name
        is_known = desk.stories.of_name((kind, value), desk.authorities)
        if is_known or desk.authorities.record(kind, value):
            texts = authority_edit.merged(desk.folder, kind, value, heading, desk.authorities)
        else:
            texts = authority_edit.renamed(desk.folder, kind, heading, value)
        return texts, f"“{heading}” is “{value}”", (kind, value)

    def _other_kind(self, name: Name, kind: EntityKind) -> tuple[NewTexts, str, Name]:
        """Move a heading to the line of another kind, in its stories that nobody has reviewed.

        Raises:
            FrontMatterError: If none is left.
        """
        desk, texts = self._desk, dict[Path, tuple[str | None, str | None]]()
        for story in desk.stories.of_name(name, desk.authorities):
            before = read_text(story.path)
            if before is None or story.reviewed:
                continue
            after = without_name(before, story.path, *name, desk.authorities)
            after = with_name(after, story.path, ENTITY_LINES[kind][0], name[1])
            texts[story.path] = before, after
        if not texts:
            reason = "all its stories were reviewed by a person"
            raise FrontMatterError(name[1], reason, "change them one by one")
        return texts, f"“{name[1]}” is {a_kind(kind)} in {len(texts)} stories", (kind, name[1])
