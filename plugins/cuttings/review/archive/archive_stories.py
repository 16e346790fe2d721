"""All stories of the archive, kept up to date with their files."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.errors import FrontMatterError, Report
from cuttings.garbage_collection import without_garbage_collection
from cuttings.kept_rows import KeptRows
from cuttings.review.archive.desk_story import DeskStory, Name, first_lines, stamp_of


class ArchiveStories:
    """The stories of an archive, and which of them have a name in their lines.

    Args:
        folder: The archive.
    """

    def __init__(self, folder: ContentFolder) -> None:
        self._folder = folder
        self._stories: dict[Path, DeskStory] = {}
        self._newest: Sequence[DeskStory] = ()
        self._written: dict[Name, Sequence[DeskStory]] = {}

    @without_garbage_collection()
    def refresh(self, report: Report) -> bool:
        """Read the files that are new or changed; say whether there were any.

        Args:
            report: Called with each file that cannot be read; the others count.
        """
        before, stories = self._stories, dict[Path, DeskStory]()
        folder = self._folder
        kept = None if before else KeptRows(folder.desk_cache, folder.root, first_lines)
        for path in folder.article_paths():
            try:
                stamp = stamp_of(path)
                story = before.get(path)
                if story is None or story.stamp != stamp:
                    row = kept.row(path) if kept else first_lines(path)
                    story = DeskStory.of_row(path, stamp, row)
                stories[path] = story
            except Exception as error:
                report(FrontMatterError.unforeseen(path, error))
        if kept is not None:
            kept.keep()
        # What the desk itself has changed meanwhile is read already.
        stories |= {p: story for p, story in self._stories.items() if before.get(p) is not story}
        return self._set(stories)

    def refresh_one(self, path: Path) -> None:
        """Read one file again, as the desk has just changed it.

        Raises:
            FrontMatterError: If it cannot be read.
        """
        old, new = self._stories.get(path), DeskStory.read(path, stamp_of(path))
        if old is None or old.newest_first != new.newest_first:
            self._set({**self._stories, path: new})
            return
        self._stories = {**self._stories, path: new}
        self._newest = [new if story is old else story for story in self._newest]
        for name in {*old.names, *new.names}:
            others = [story for story in self._written.get(name, ()) if story is not old]
            if name in new.names:
                insort(others, new, key=lambda story: story.newest_first)
            self._written[name] = others
            if not others:
                del self._written[name]

    @property
    def newest(self) -> Sequence[DeskStory]:
        """All stories from the newest to the oldest, then the undated ones."""
        return self._newest

    @property
    def names(self) -> Mapping[Name, Sequence[DeskStory]]:
        """The stories of each name as the lines have it, the newest first."""
        return self._written

    def get(self, path: Path) -> DeskStory | None:
        """Return the story filed at a path, or None."""
        return self._stories.get(path)

    def file_of(self, story: DeskStory) -> str:
        """Return a story's file below the content folder."""
        return story.path.relative_to(self._folder.root).as_posix()

    def of_name(self, name: Name, authorities: Authorities) -> Sequence[DeskStory]:
        """Return the stories of a heading and of all forms that lead to it, the newest first."""
        kind, heading = name
        record = authorities.record(kind, heading)
        forms = (heading, *(record.see_from if record else ()))
        leading = [form for form in forms if authorities.preferred(kind, form) == heading]
        found = {
            story.path: story for form in leading for story in self._written.get((kind, form), ())
        }
        if len(leading) < 2:
            return list(found.values())
        return sorted(found.values(), key=lambda story: story.newest_first)

    def _set(self, stories: dict[Path, DeskStory]) -> bool:
        if stories == self._stories:
            return False
        newest = sorted(stories.values(), key=lambda story: story.newest_first)
        written: defaultdict[Name, list[DeskStory]] = defaultdict(list)
        for story in newest:
            for name in story.names:
                written[name].append(story)
        self._stories, self._newest, self._written = stories, newest, dict(written)
        return True
