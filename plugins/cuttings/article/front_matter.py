"""Front matter: the ``Key: value`` lines above an article's Markdown.

The grammar is that of Python-Markdown's ``meta`` extension, because Pelican
reads the files with it: keys of letters, digits, ``_`` and ``-``; a line
indented by four spaces continues the value above; a blank line, ``---`` or
``...`` ends the block; an opening ``---`` is optional.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

_FIELD = re.compile(r"^ {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_CONTINUATION = re.compile(r"^ {4,}(?P<value>.*)")
_FENCE = re.compile(r"^-{3}(\s.*)?$")
_END = re.compile(r"^(-{3}|\.{3})(\s.*)?$")
_SEPARATOR = re.compile(r"\\(.)|;")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields of one file in order, and the text below them.

    Attributes:
        fields: Pairs of key and value as written; a key may stand twice.
        body: Everything below the block, without blank lines at either end.
    """

    fields: tuple[tuple[str, str], ...]
    body: str

    @classmethod
    def parse(cls, text: str) -> FrontMatter:
        """Split a file's text into fields and body; never fails."""
        lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        fields, position = _scan(lines)
        values = tuple((field.key, " ".join(filter(None, field.parts))) for field in fields)
        return cls(values, "\n".join(lines[position:]).strip("\n"))

    def get(self, key: str) -> str | None:
        """Return the first value of ``key`` in any case, or None."""
        wanted = key.lower()
        return next((value for name, value in self.fields if name.lower() == wanted), None)

    def with_fields(self, changes: Iterable[tuple[str, str]]) -> FrontMatter:
        """Return a copy with fields set: in place where they stand, else at the end."""
        fields = list(self.fields)
        for key, value in changes:
            places = [i for i, (name, _) in enumerate(fields) if name.lower() == key.lower()]
            if places:
                fields[places[0]] = (key, value)
            else:
                fields.append((key, value))
        return replace(self, fields=tuple(fields))

    def render(self) -> str:
        """Return the file's text; ``parse`` gives the same fields and body back."""
        head = "".join(f"{key}: {value}".rstrip() + "\n" for key, value in self.fields)
        return f"{head}\n{self.body}\n" if self.body else f"{head}\n"


def with_field(text: str, key: str, value: str, place: Callable[[Sequence[str]], int]) -> str:
    """Return a file's text with one field set, and all other lines byte for byte as they are.

    Args:
        text: The file's text with its line ends.
        key: The field's key.
        value: Its value, one line.
        place: Called with the keys in lower case if the field is new; before which of them it
            belongs.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    fields, _ = _scan([line.removesuffix("\r") for line in lines])
    names = [field.key.lower() for field in fields]
    if key.lower() in names:
        field = fields[names.index(key.lower())]
        key, start, behind = field.key, field.start, field.behind
    elif (number := place(names)) < len(fields):
        start = behind = fields[number].start
    else:
        start = behind = fields[-1].behind if fields else 0
    end = "\r" if lines[0].endswith("\r") else ""
    return mark + "\n".join((*lines[:start], f"{key}: {value}".rstrip() + end, *lines[behind:]))


@dataclass(slots=True)
class _Field:
    """A field as a file has it: its key, its value line by line, its first line."""

    key: str
    parts: list[str]
    start: int

    @property
    def behind(self) -> int:
        """The line behind its last."""
        return self.start + len(self.parts)


def _scan(lines: Sequence[str]) -> tuple[list[_Field], int]:
    """Return the fields of a file's lines, and the place of the first line of its body."""
    fields: list[_Field] = []
    position = 1 if _FENCE.match(lines[0]) else 0
    while position < len(lines):
        line = lines[position]
        if not line.strip() or _END.match(line):
            position += 1
            break
        if field := _FIELD.match(line):
            fields.append(_Field(field["key"], [field["value"].strip()], position))
        elif fields and (continuation := _CONTINUATION.match(line)):
            fields[-1].parts.append(continuation["value"].strip())
        else:
            break
        position += 1
    return fields, position


def join_values(values: Iterable[str]) -> str:
    """Write a list as one value: ``a; b``; a backslash guards ``;`` and itself in an item."""
    return "; ".join(value.replace("\\", "\\\\").replace(";", "\\;") for value in values)


def split_values(value: str) -> tuple[str, ...]:
    """Read a list back from one value; items are stripped, empty ones dropped."""
    if "\\" not in value:
        return tuple(filter(None, map(str.strip, value.split(";"))))
    items = [""]
    position = 0
    for mark in _SEPARATOR.finditer(value):
        items[-1] += value[position : mark.start()]
        if mark[1] is None:
            items.append("")
        else:
            items[-1] += mark[1] if mark[1] in "\\;" else mark[0]
        position = mark.end()
    items[-1] += value[position:]
    return tuple(item.strip() for item in items if item.strip())
