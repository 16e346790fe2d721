"""Readers of raw formats: one module a format, each registered in FORMATS."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from cuttings.errors import SettingsError
from cuttings.ingest.raw.format import ENTRY_POINTS, Format
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.refusal import (
    CHECK_AND_SAVE,
    COPY_AND_SAVE,
    NESTED_TOO_DEEPLY,
    SAVE_IN_TEXT_FORMAT,
)
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import (
    bookmarks,
    docx,
    epub,
    feed,
    html,
    instapaper,
    json,
    json_feed,
    karakeep,
    mail,
    mailbox,
    markdown,
    mhtml,
    odt,
    omnivore,
    pdf,
    pinboard,
    pocket,
    raindrop,
    readwise,
    table,
    text,
    wallabag,
    warc,
)

FORMATS: tuple[Format, ...] = (
    markdown.FORMAT,
    pocket.HTML_FORMAT,
    instapaper.HTML_FORMAT,
    bookmarks.FORMAT,
    html.FORMAT,
    text.FORMAT,
    pocket.CSV_FORMAT,
    instapaper.FORMAT,
    raindrop.FORMAT,
    readwise.LIBRARY_FORMAT,
    readwise.HIGHLIGHTS_FORMAT,
    table.FORMAT,
    json_feed.FORMAT,
    pinboard.JSON_FORMAT,
    wallabag.FORMAT,
    karakeep.FORMAT,
    omnivore.METADATA_FORMAT,
    json.FORMAT,
    omnivore.ARCHIVE_FORMAT,
    pinboard.XML_FORMAT,
    feed.FORMAT,
    mhtml.FORMAT,
    mail.FORMAT,
    mailbox.FORMAT,
    warc.FORMAT,
    warc.PACKAGE_FORMAT,
    pdf.FORMAT,
    docx.FORMAT,
    odt.FORMAT,
    epub.FORMAT,
)
"""Every format that comes with Cuttings, in the order in which they are asked for a file.

A new one is a module of this folder, its import above and its `Format` in this tuple. A format that
recognizes fewer files stands before one that recognizes more. If several have a file's suffix and
none recognizes the file, it is read in the last of them.
"""


@cache
def known_formats() -> tuple[Format, ...]:
    """Return every format that can be read: those of installed packages, then our own.

    Raises:
        SettingsError: If an installed package's entry point gives no format.
    """
    added: list[Format] = []
    for point in entry_points(group=ENTRY_POINTS):
        try:
            loaded = point.load()
        except Exception as error:
            raise SettingsError(
                f"the format '{point.name}' cannot be loaded ({error}); "
                f"repair or uninstall the package that brings it"
            ) from error
        if not isinstance(loaded, Format):
            raise SettingsError(
                f"the entry point '{point.name}' in the group {ENTRY_POINTS} gives no Format; "
                f"repair or uninstall the package that brings it"
            )
        added.append(loaded)
    return (*added, *FORMATS)


def source_at(path: Path, columns: Mapping[str, str] | None = None) -> tuple[SourceFile, Format]:
    """Return the raw file at ``path`` and its format.

    Args:
        path: The file.
        columns: The names of its columns by the fields they hold, as a person gives them.

    Raises:
        UnreadableSourceError: If it cannot be opened, no reader knows the format, or it is too
            large for it; then no more than its beginning was read.
    """
    source = SourceFile.glimpse(path, columns)
    known = format_of(source)
    if source.is_large and known.is_held:
        raise source.too_large()
    return source.identified(), known


def records_of(source: SourceFile) -> Iterator[Record]:
    """Yield what a raw file holds, at least one record.

    Raises:
        UnreadableSourceError: If its format is not known, if it holds nothing, or where
            it cannot be read any further.
    """
    empty = True
    try:
        for record in format_of(source).records(source):
            empty = False
            yield record
    except RecursionError as error:
        raise source.unreadable(NESTED_TOO_DEEPLY, COPY_AND_SAVE) from error
    except OSError as error:
        raise source.unreadable(
            f"it cannot be read ({error.strerror or error})", "check the disk and add it again"
        ) from error
    except SettingsError:
        raise
    except Exception as error:
        raise source.failed(error) from error
    if empty:
        raise source.unreadable("there is no story in it", CHECK_AND_SAVE)


def format_of(source: SourceFile) -> Format:
    """Return the format of a raw file, by its suffix and by how it begins.

    Raises:
        UnreadableSourceError: If no reader knows the format.
    """
    suffix = source.path.suffix.lower()
    formats = known_formats()
    name = source.path.name.lower()
    named = [known for known in formats if name.endswith(known.suffixes)]
    looked_at = named if named and text.FORMAT not in named else formats
    for known in looked_at:
        if known.recognizes(source):
            return known
    if named:
        return named[-1]
    if kind := source.kind_of_binary:
        raise source.unreadable(f"it is binary ({kind})", SAVE_IN_TEXT_FORMAT)
    if not suffix:
        return text.FORMAT
    raise source.unreadable(
        f"its type is unknown (no reader for '{suffix}')",
        "save it as text or as a web page; 'cuttings formats' lists what can be read",
    )
