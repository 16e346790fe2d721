"""How a decision changed one file: which of its lines became which others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile

from cuttings.review.changes.archive_text import text_digest


@dataclass(frozen=True, slots=True)
class FileChange:
    """Lines of one file that became others; enough to make the change, and to take it back.

    Attributes:
        path: The file's path below the content folder, with ``/`` between folders.
        line: How many lines stand before the changed ones.
        removed: The lines before the change, with their line ends.
        inserted: The lines after it.
        before: Digest of the whole file before; "" if it was not there (see ``text_digest``).
        after: Digest of the whole file after; "" if it is not there.
    """

    path: str
    line: int
    removed: str
    inserted: str
    before: str
    after: str

    @classmethod
    def between(cls, path: str, before: str | None, after: str | None) -> FileChange:
        """Return the change that makes one text of a file another; None is a file not there."""
        old, new = _lines(before), _lines(after)
        same = sum(
            1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
        )
        ends = zip(reversed(old[same:]), reversed(new[same:]), strict=False)
        last = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
        return cls(
            path=path,
            line=same,
            removed="".join(old[same : len(old) - last]),
            inserted="".join(new[same : len(new) - last]),
            before=text_digest(before),
            after=text_digest(after),
        )

    def reversed(self) -> FileChange:
        """Return the change that takes this one back."""
        return replace(
            self,
            removed=self.inserted,
            inserted=self.removed,
            before=self.after,
            after=self.before,
        )

    def is_made_in(self, text: str | None) -> bool:
        """Whether a file with this text is as the change leaves it."""
        return text_digest(text) == self.after

    def applied_to(self, text: str | None) -> tuple[str | None] | None:
        """Return the file's text after the change, in a tuple; None if it cannot be made.

        In a file that was changed elsewhere meanwhile, the lines to remove must stand once.
        """
        lines = _lines(text)
        start = self.line
        if text_digest(text) != self.before:
            found = _places(lines, _lines(self.removed))
            if self.removed and len(found) != 1:
                return None
            start = found[0] if found else min(self.line, len(lines))
        elif not self.after:
            return (None,)
        end = start + len(_lines(self.removed))
        return ("".join((*lines[:start], self.inserted, *lines[end:])),)


def _lines(text: str | None) -> list[str]:
    """Return the lines with their ends; a text is cut at line feeds only."""
    if not text:
        return []
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])


def _places(lines: list[str], wanted: list[str]) -> list[int]:
    if not wanted:
        return []
    size = len(wanted)
    return [
        n for n, line in enumerate(lines) if line == wanted[0] and lines[n : n + size] == wanted
    ]
