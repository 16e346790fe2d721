"""What the stories of an archive say about their names, kept beside it: reading all takes seconds.

The file may be deleted. A row of it counts only for the file that it was made of, whose digest it
holds, and only while the code that made it is the same. A file that nobody has touched is not read
to make its digest. So the decisions are those of an archive
that is read as a whole.
"""

from __future__ import annotations

import datetime
import hashlib
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cuttings.article.article_file import article_of, article_text, read_article_bytes
from cuttings.article.article_files import ArticleState, article_state, is_settled
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.archive.story_names import NameUse, StoryNames, story_names
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.tagged_line import fields_to_write
from cuttings.row_file import Row, RowFile

_KINDS = {kind.value: kind for kind in EntityKind}


@dataclass(frozen=True, slots=True)
class ReadNames:
    """What was read in one story.

    Attributes:
        digest: Digest of its file.
        is_tagged: Whether it has all its entity lines.
        names: What it says about its names.
    """

    digest: str
    is_tagged: bool
    names: StoryNames

    @classmethod
    def of(cls, path: Path, content: bytes) -> ReadNames:
        """Read what the file of the article at ``path`` holds.

        Raises:
            FrontMatterError: If it cannot be understood.
        """
        front_matter = FrontMatter.parse(article_text(content, path))
        names = story_names(path, front_matter, article_of(front_matter, path))
        return cls(_digest(content), not fields_to_write(front_matter), names)


class KeptNames:
    """The names of an archive's stories as the run before left them.

    Args:
        folder: The content folder.
    """

    def __init__(self, folder: ContentFolder) -> None:
        self._file = RowFile(folder.names_cache, folder.root)
        loaded = self._file.load()
        self._rows = {key: row for key, row in loaded.items() if len(row) == _COLUMNS}
        self._unchanged: set[str] = set()
        self._states: dict[str, ArticleState] = {}
        self._began = time.time_ns()

    def is_tagged(self, path: Path) -> bool:
        """Whether the article at ``path`` is known to have all its entity lines.

        Raises:
            FrontMatterError: If its file cannot be opened.
        """
        key = self._file.key(path)
        row = self._rows.get(key)
        if row is None:
            return False
        # Looked at first, so that a change while it is read shows the next time.
        state = article_state(path)
        if state is None or row[_STATE] != [*state]:
            if row[0] != _digest(read_article_bytes(path)):
                return False
            if state and is_settled(state, self._began):
                self._states[key] = state
        self._unchanged.add(key)
        return row[1] is True

    def names(self, path: Path) -> ReadNames:
        """Return what the article at ``path`` says; it is read only where that is not known.

        Raises:
            FrontMatterError: If it cannot be read or understood.
        """
        key = self._file.key(path)
        row = self._rows.get(key)
        is_unchanged = key in self._unchanged
        content = b"" if is_unchanged else read_article_bytes(path)
        if row is not None and (is_unchanged or row[0] == _digest(content)):
            with suppress(TypeError, ValueError, KeyError):
                return _from_row(path, row)
        return ReadNames.of(path, content or read_article_bytes(path))

    def keep(self, stories: Iterable[ReadNames]) -> None:
        """Keep what the stories of the archive say for the next run."""
        rows: dict[str, Any] = {}
        for story in stories:
            key = self._file.key(story.names.path)
            with suppress(UnicodeEncodeError):
                key.encode()
                rows[key] = self._rows[key] if self._has(key, story) else _row(story)
        self._write(self._with_states(rows))

    def keep_states(self) -> None:
        """Keep what the system says of files that were read and have not changed."""
        if self._states:
            self._write(self._with_states(self._rows))

    def _with_states(self, rows: Mapping[str, Row]) -> dict[str, Row]:
        """Return rows with the states of the files that had not changed."""
        return {
            key: [*row[:_STATE], [*self._states[key]]]
            if key in self._states and row is self._rows.get(key)
            else row
            for key, row in rows.items()
        }

    def _write(self, rows: Mapping[str, Row]) -> None:
        if rows != self._rows:
            self._file.store(rows)

    def _has(self, key: str, story: ReadNames) -> bool:
        row = self._rows.get(key)
        return row is not None and row[0] == story.digest


_COLUMNS = 6
_STATE = 5
"""Place in a row of what the system says of the file, None if that may not be trusted."""


def _row(story: ReadNames) -> Row:
    names = story.names
    day = names.day.isoformat() if names.day else ""
    uses = list(map(_use_row, names.uses))
    introduced = [list(pair) for pair in names.introduced]
    return [story.digest, story.is_tagged, day, uses, introduced, None]


def _use_row(use: NameUse) -> Row:
    """Return a use as ``_use`` takes it; most names show no more than that they are there."""
    shown = [
        sorted(use.offices),
        sorted(use.titled),
        use.is_woman,
        use.is_human,
        use.may_be_human,
        use.is_company,
        use.is_common,
    ]
    return [use.kind.value, use.form, use.by_person, *(shown if any(shown) else ())]


def _use(
    kind: str,
    form: str,
    by_person: bool,
    offices: Sequence[str] = (),
    titled: Sequence[str] = (),
    *shown: bool,
) -> NameUse:
    return NameUse(_KINDS[kind], form, by_person, frozenset(offices), frozenset(titled), *shown)


def _from_row(path: Path, row: Row) -> ReadNames:
    digest, is_tagged, day, uses, introduced, _ = row
    names = StoryNames(
        path=path,
        day=datetime.date.fromisoformat(day) if day else None,
        uses=tuple(_use(*use) for use in uses),
        introduced=tuple((short, before) for short, before in introduced),
    )
    return ReadNames(digest, is_tagged, names)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
