"""The exceptions that Cuttings raises for input it cannot use."""

from __future__ import annotations

from pathlib import Path


class CuttingsError(Exception):
    """Base of everything Cuttings raises on purpose; prints as one line."""


class SettingsError(CuttingsError):
    """A setting is missing or has a value that cannot be used."""


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
        self.reason = reason
        self.remedy = remedy
        self.place = place
        super().__init__(path, reason, remedy, place)

    def __str__(self) -> str:
        where = f"{self.path}, {self.place}" if self.place else str(self.path)
        return f"{where}: {self.reason}; {self.remedy}"


class FrontMatterError(InputError):
    """An article's front matter cannot be read or written."""


class UnreadableSourceError(InputError):
    """A raw file that no reader can turn into an article."""


class FetchError(UnreadableSourceError):
    """A web address whose page cannot be fetched.

    Args:
        url: The address.
        reason: Why it cannot be fetched, as the middle of a sentence.
        remedy: What the person can do, as an imperative clause.
    """

    def __init__(self, url: str, reason: str, remedy: str) -> None:
        super().__init__(url, reason, remedy)
        self.url = url


class AuthorityError(InputError):
    """A row of an authority file that cannot be used."""


class IndexingError(CuttingsError):
    """The search index cannot be built or written."""


class WorkerError(CuttingsError):
    """A process that shares the work failed.

    Args:
        reason: Why, as a sentence without its full stop.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)

    def __str__(self) -> str:
        return (
            f"a working process failed ({self.args[0]}); what was done so far is kept, "
            "and a run with one process shows where it fails"
        )
