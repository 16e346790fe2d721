"""What changes while Pelican rebuilds on change (``pelican --autoreload``), also during a build.

Pelican looks for changes from the end of a build to the next change. What a person edits or
decides during a build, which takes seconds in a large archive, would be shown after the next
change only. Here the files are followed from before the first build on.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from watchfiles import Change, DefaultFilter, watch

_LOOK = 200
"""Milliseconds between two looks at what the system has noted; nobody sees so short a delay."""


class ArchiveWatch:
    """The changed files of an archive, its theme and its settings.

    Args:
        settings_file: The file of settings.
    """

    def __init__(self, settings_file: Path) -> None:
        self._settings_file = settings_file
        self._changes: Iterator[set[tuple[Change, str]]] | None = None

    def begin(self, settings: Mapping[str, Any]) -> Iterator[set[tuple[Change, str]]]:
        """Follow the files from now on, unless that has begun; return the sets of changes."""
        if self._changes is None:
            paths = (self._settings_file, settings["PATH"], settings["THEME"])
            self._changes = watch(
                *(path for path in paths if Path(path).exists()),
                watch_filter=_NotIgnored(settings["IGNORE_FILES"]),
                rust_timeout=_LOOK,
                yield_on_timeout=True,
            )
            next(self._changes)  # begins
        return self._changes

    def wait(self, _settings_file: str, settings: Mapping[str, Any]) -> set[tuple[Change, str]]:
        """Return what has changed since the last call; wait until there is something."""
        return next(found for found in self.begin(settings) if found)


class _NotIgnored(DefaultFilter):
    """Leaves out what programs write for themselves, by the patterns of ``IGNORE_FILES``."""

    def __init__(self, ignored: Sequence[str]) -> None:
        super().__init__()
        self._ignored = ignored

    def __call__(self, change: Change, path: str) -> bool:
        name = Path(path).name
        is_ignored = any(fnmatch.fnmatch(name, pattern) for pattern in self._ignored)
        return not is_ignored and super().__call__(change, path)
