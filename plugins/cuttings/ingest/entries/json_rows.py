"""Items of JSON and JSON Lines files of any size."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, BinaryIO

import ijson

from cuttings.article.web_link import is_web_address
from cuttings.ingest.entries.row import Row
from cuttings.ingest.entries.whole_escapes import WholeEscapes
from cuttings.ingest.raw.refusal import NESTED_TOO_DEEPLY
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.text_stream import decoded_lines, utf8_content

_LISTS = frozenset(
    "items articles stories posts entries bookmarks documents docs results records news "
    "data".split()
)
"""Keys under which files keep the list of their items."""

_ONE_STORY = frozenset("title headline content body text url link".split())
"""Keys that an object has if it is a story itself and no list of some."""

_LINES_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
_DEEPEST = 100
"""Levels of nesting from which a document is not a list of stories."""

_LONGEST_KEY = 200
"""Characters of a name that are read: they stand in the way to each part below it."""

_READ_AT_ONCE = 4 * 1024 * 1024
"""Bytes read at a time; ijson begins a text that goes on beyond them anew."""

_CHECK = "export it again from the program that wrote it"


def json_rows(source: SourceFile) -> Iterator[Row]:
    """Yield the items of a file: of JSON Lines, or of the list in a JSON document.

    The list is the document itself, the one under a usual key ("items"), or the first list
    of objects; a document that has none is one item.

    Args:
        source: The file.

    Raises:
        UnreadableSourceError: Where a document stops being JSON; a line that is not JSON is one
            row with a problem.
    """
    yield from _line_rows(source) if _has_lines(source) else _document_rows(source)


def json_root(source: SourceFile) -> Row:
    """Return what a document says of itself: its own values but for lists and objects.

    Raises:
        UnreadableSourceError: If it is not JSON.
    """
    fields: dict[str, object] = {}
    with utf8_content(source) as content, _as_unreadable(source):
        for prefix, event, value in _events(content):
            if prefix and "." not in prefix and event in {"string", "number"}:
                fields.setdefault(prefix, value)
    return Row("", fields)


def _has_lines(source: SourceFile) -> bool:
    if source.path.suffix.lower() in _LINES_SUFFIXES:
        return True
    first, line_feed, rest = source.head.strip().partition(b"\n")
    if not line_feed or not first.rstrip().endswith(b"}") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _line_rows(source: SourceFile) -> Iterator[Row]:
    for number, line in enumerate(decoded_lines(source), start=1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            value = json.loads(line)
        except ValueError as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            yield Row(place, problem=f"it is not valid JSON ({reason})", remedy=_CHECK)
        except RecursionError:
            yield Row(place, problem=NESTED_TOO_DEEPLY, remedy=_CHECK)
        else:
            yield _row(place, value)


def _document_rows(source: SourceFile) -> Iterator[Row]:
    with _as_unreadable(source):
        prefix = _list_prefix(source)
        if not prefix:
            yield _row("item 1", _whole_document(source))
            return
        with utf8_content(source) as content:
            for number, value in enumerate(ijson.items(_events(content), prefix), start=1):
                yield _row(f"item {number}", value)


@contextmanager
def _as_unreadable(source: SourceFile) -> Iterator[None]:
    """Raise what is wrong with a document as UnreadableSourceError."""
    try:
        yield
    except RecursionError as error:
        raise source.unreadable(NESTED_TOO_DEEPLY, _CHECK) from error
    except (ijson.JSONError, ValueError, OverflowError) as error:
        message = " ".join(str(error).split("\n")[0].split()) or type(error).__name__
        raise source.unreadable(f"it is not valid JSON ({message})", _CHECK) from error


def _events(content: BinaryIO) -> Iterator[tuple[str, str, object]]:
    """Yield what a document is made of, each part with the way to it.

    ijson names that way in full for each part, so what is nested without end would fill the
    memory; here it ends.

    Raises:
        RecursionError: If it is nested too deeply.
    """

    def shallow() -> Iterator[tuple[str, Any]]:
        depth = 0
        whole = WholeEscapes(content)
        for event, value in ijson.basic_parse(whole, use_float=True, buf_size=_READ_AT_ONCE):
            depth += event.startswith("start_") - event.startswith("end_")
            if depth > _DEEPEST:
                raise RecursionError
            yield event, value[:_LONGEST_KEY] if event == "map_key" else value

    yield from ijson.parse(shallow())


def _list_prefix(source: SourceFile) -> str:
    """Return where in a document its items are, as ijson names it, or "" if it is one item."""
    first_list = ""
    keys: set[str] = set()
    with utf8_content(source) as content:
        parts = _events(content)
        for prefix, event, value in parts:
            depth = prefix.count(".") + bool(prefix)
            if event == "map_key" and not prefix:
                keys.add(str(value).lower())
            if event != "start_array" or depth > 2:
                continue
            if not prefix:
                return "item"
            if prefix.rsplit(".", 1)[-1] in _LISTS:
                return f"{prefix}.item"
            _, following, _ = next(parts)
            if depth == 1 and following == "start_map" and not first_list:
                first_list = f"{prefix}.item"
    return "" if keys & _ONE_STORY else first_list


def _whole_document(source: SourceFile) -> object:
    """Return what a document says that is one item; it must not be too large to be held."""
    if source.is_large:
        raise source.unreadable("there is no list of stories in it", "name the list 'items'")
    with utf8_content(source) as content:
        return json.load(content)


def _row(place: str, value: object) -> Row:
    if isinstance(value, str) and is_web_address(value):
        return Row(place, {"url": value})
    if not isinstance(value, Mapping):
        return Row(
            place, problem="it is not a JSON object", remedy="write it as {…} with named values"
        )
    return Row(place, {str(key): item for key, item in value.items()})
