"""The exceptions that Cuttings raises for input it cannot use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import format_exception_only
from typing import NoReturn, Self

_LONGEST_REASON = 300
"""Characters of a reason that are shown: it may quote what a file holds, of any length."""


def shown_path(path: Path | str) -> str:
    """Return a path or address as it can be printed: one line, other bytes of it escaped."""
    text = str(path).encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


def described(error: BaseException) -> str:
    """Return an exception's kind and message in one line: ``ValueError: bad value``."""
    return " ".join("".join(format_exception_only(error)).split())


def _shown_reason(reason: str) -> str:
    """Return a reason as it can be printed: in one line, and not longer than a person reads."""
    begin = reason[: _LONGEST_REASON + 1]
    shown = shown_path(" ".join(begin.split()) if not begin.isprintable() else begin)
    return shown if len(begin) <= _LONGEST_REASON else f"{shown[:_LONGEST_REASON]}…"


class CuttingsError(Exception):
    """Base of everything Cuttings raises on purpose; prints as one line."""


class SettingsError(CuttingsError):
    """A setting is missing or has a value that cannot be used."""


class MissingBundleError(SettingsError):
    """A file of the theme's bundle is missing, because nobody made it.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is missing; run 'make setup' to bundle the theme")


class ArchiveLockError(CuttingsError):
    """The lock of an archive cannot be taken, so nothing is written in it; it can be read."""


class UnwritableArchiveError(ArchiveLockError):
    """The system lets nothing be written in the archive.

    Args:
        folder: Its content folder.
        reason: What the system says.
    """

    def __init__(self, folder: Path, reason: str) -> None:
        self.folder = folder
        self.reason = reason
        super().__init__(folder, reason)

    def __str__(self) -> str:
        return (
            f"{shown_path(self.folder)}: nothing can be written there ({self.reason}); "
            "check the free space and the permissions of the folder"
        )


class BusyArchiveError(ArchiveLockError):
    """Another run is writing in the same archive.

    Args:
        lock: The lock file that it holds.
        process: Number of its process, or "" if that is not known.
    """

    def __init__(self, lock: Path, process: str = "") -> None:
        self.lock = lock
        self.process = process
        super().__init__(lock, process)

    def __str__(self) -> str:
        holder = f"process {self.process}" if self.process else "another process"
        lock = shown_path(self.lock)
        return f"{lock}: {holder} is writing in the archive; wait until it is done and try again"


class OpenDeskError(ArchiveLockError):
    """The desk of an archive is open already.

    Args:
        folder: The archive's content folder.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(folder)

    def __str__(self) -> str:
        return (
            f"{shown_path(self.folder)}: the desk of this archive is open already; "
            "use its window, or close it and try again"
        )


class InputError(CuttingsError):
    """A file that cannot be used: which file, where in it, why, and what to do.

    Args:
        path: The file, or the web address that it comes from.
        reason: Why it cannot be used, as the middle of a sentence.
        remedy: What the person can do, as an imperative clause.
        place: Where in the file (``line 12``), if known.
    """

    def __init__(self, path: Path | str, reason: str, remedy: str, place: str = "") -> None:
        self.path = path
        self.reason = _shown_reason(reason)
        self.remedy = remedy
        self.place = place
        super().__init__(path, reason, remedy, place)

    def __str__(self) -> str:
        path = shown_path(self.path)
        where = f"{path}, {self.place}" if self.place else path
        return f"{where}: {self.reason}; {self.remedy}"

    @classmethod
    def not_utf8(cls, path: Path, remedy: str = "save it as UTF-8") -> Self:
        """Return the error of a file whose bytes are not text in UTF-8."""
        return cls(path, "it is not UTF-8 text", remedy)

    @classmethod
    def changed(cls, path: Path) -> Self:
        """Return the error of a file that somebody changed between its reading and its writing."""
        return cls(path, "it was changed just now, so it is left as it is", "run this again")

    @classmethod
    def unforeseen(
        cls, path: Path | str, error: Exception, place: str = "", step: str = "read"
    ) -> Self:
        """Return the error to report of one item that failed, so that the others go on.

        An error of this kind is returned as it is. ``KeyboardInterrupt`` and ``SystemExit`` do not
        concern one item; lack of memory does, as a single huge item most often asks for it.

        Args:
            path: The file, or the web address that it comes from.
            error: What was raised.
            place: Where in the file, if known.
            step: What could not be done with it, as a participle ("tagged").
        """
        if isinstance(error, cls):
            return error
        if isinstance(error, InputError):
            made = cls(error.path, error.reason, error.remedy, error.place)
        elif isinstance(error, OSError) and error.strerror:
            reason = f"it cannot be {step} ({error.strerror})"
            made = cls(
                path, reason, "check the free space and the permissions of its folder", place
            )
        else:
            reason = f"it cannot be {step} ({described(error)})"
            made = cls(path, reason, "take it out and report it", place)
        made.__cause__ = error
        return made


class FrontMatterError(InputError):
    """An article's front matter cannot be read or written."""


class UnreadableSourceError(InputError):
    """A raw file that no reader can turn into an article."""


class ExcessError(CuttingsError):
    """A part of a raw file that would take too much time or memory to read.

    Whoever reads the file adds which one it is (``UnreadableSourceError``).

    Args:
        reason: What is too much, as the middle of a sentence.
        remedy: What the person can do, as an imperative clause.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(reason, remedy)

    def __str__(self) -> str:
        return f"{self.reason}; {self.remedy}"


class FetchError(UnreadableSourceError):
    """A web address whose page cannot be fetched."""

    @property
    def url(self) -> str:
        """The address."""
        return str(self.path)


Report = Callable[[InputError], None]
"""Called with the reason for each item that a step leaves out, while the rest goes on."""


def raise_error(error: InputError) -> NoReturn:
    """Raise ``error``: the report where nobody collects problems; the first one ends all."""
    raise error


class AuthorityError(InputError):
    """A row of an authority file that cannot be used."""


class AuthorityTableError(AuthorityError):
    """An authority file of which nothing can be used, so that nobody knows what it hides."""


class AddressTakenError(CuttingsError):
    """An address of the site that another of its files has.

    Args:
        path: The other file's path from the site's root.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(path)

    def __str__(self) -> str:
        return f"another file of the site has its address already ({shown_path(self.path)})"


class IndexingError(CuttingsError):
    """The search index cannot be built or written."""


class WorkerError(CuttingsError):
    """A process that shares the work failed.

    Args:
        reason: Why, as a sentence without its full stop.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)

    def __str__(self) -> str:
        return (
            f"a worker process failed ({self.reason}); what was done so far is kept, "
            "and a run with one process shows where it fails"
        )
