"""A record: one story, or the address of one, within a raw file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cuttings.errors import ExcessError, SettingsError
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.refusal import COPY_AND_SAVE, NESTED_TOO_DEEPLY
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.time_limit import time_limit


@dataclass(frozen=True, slots=True)
class NoStory:
    """A record that is whole and has no story in it.

    Attributes:
        reason: What it is, as the middle of a sentence.
    """

    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """What a raw file holds of one story; it is cheap until it is read.

    Attributes:
        source: The part of the file that it is, or the whole.
        reader: Makes a draft of that part, or an address if the file holds no text; or says what
            the part is if it is not a story.
    """

    source: SourceFile
    reader: Callable[[SourceFile], Draft | Address | NoStory]

    def read(self) -> Draft | Address | NoStory:
        """Return the story, the address to fetch it from, or the reason it has no story.

        Raises:
            UnreadableSourceError: If it cannot be understood, or would take too long to be.
        """
        try:
            with time_limit():
                return self.reader(self.source)
        except ExcessError as error:
            raise self.source.unreadable(error.reason, error.remedy) from error
        except RecursionError as error:
            raise self.source.unreadable(NESTED_TOO_DEEPLY, COPY_AND_SAVE) from error
        except Exception as error:
            raise self.source.failed(error) from error


def made_record(source: SourceFile, place: str, make: Callable[[], Record]) -> Record:
    """Return the record that ``make`` gives; if it fails, one that says so when it is read.

    So what one record of a file fails with does not end the file.

    Args:
        source: The file.
        place: Where the record stands, as in "row 12".
        make: Makes it of what stands there.
    """
    try:
        return make()
    except SettingsError:
        raise
    except Exception as error:
        part = source.part(place.encode(errors="surrogateescape"), place)
        failure = part.failed(error)
        return broken_record(part, failure.reason, failure.remedy)


def broken_record(source: SourceFile, reason: str, remedy: str) -> Record:
    """Return a record that cannot be read, for the given reason."""

    def refuse(source: SourceFile) -> Draft:
        raise source.unreadable(reason, remedy)

    return Record(source, refuse)


def whole_file(
    read: Callable[[SourceFile], Draft | Address | NoStory],
) -> Callable[[SourceFile], Iterator[Record]]:
    """Return the ``records`` of a format in which a file is one story.

    Args:
        read: Makes a draft of the file, or an address of it, or says what else it is.
    """

    def records(source: SourceFile) -> Iterator[Record]:
        yield Record(source, read)

    return records
