"""What became of raw files, each in one line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cuttings.errors import UnreadableSourceError


@dataclass(frozen=True, slots=True)
class Filed:
    """A raw file whose stories are now in the archive.

    Attributes:
        source: The raw file, which may be gone from there.
        articles: The files its stories were written to.
        removed: Lines that were taken out of the bodies.
    """

    source: Path
    articles: tuple[Path, ...]
    removed: tuple[str, ...] = ()

    def __str__(self) -> str:
        places = ", ".join(map(str, self.articles))
        return f"{self.source}: filed as {places}"


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A raw file whose payload is already in the archive.

    Attributes:
        source: The raw file, which may be gone from there.
        articles: The files its stories are in.
    """

    source: Path
    articles: tuple[Path, ...]

    def __str__(self) -> str:
        places = ", ".join(map(str, self.articles))
        return f"{self.source}: already in the archive as {places}"


@dataclass(frozen=True, slots=True)
class Rejected:
    """A raw file that stays where it is, and why."""

    error: UnreadableSourceError

    @property
    def source(self) -> Path:
        """The raw file."""
        return self.error.path

    def __str__(self) -> str:
        return str(self.error)


@dataclass(frozen=True, slots=True)
class Report:
    """Outcomes of one run, in the order of the files."""

    filed: tuple[Filed, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    rejected: tuple[Rejected, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a file could not be taken in."""
        return bool(self.rejected)
