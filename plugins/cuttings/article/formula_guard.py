"""The guard that keeps spreadsheets from running a cell of a table as a formula.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@``, whoever wrote it; some pass
over what comes before, and one of another country cuts a row at other marks than it was written
with, so that a cell begins where a text has ``;``. An apostrophe before the sign makes it a text
(OWASP, "CSV Injection"). Each table that is written gets it, and each reader of such tables takes
it off, so that every value comes back as it was:

- before each sign with nothing but white space, controls, quotation marks and separators between
  it and the beginning, or a separator: one apostrophe more;
- before a value that begins with white space or controls: one apostrophe more.

A value that has apostrophes there gets another one, so that no value is taken for a guarded one.
``theme/src/export/formula_guard.ts`` does the same; ``tests/cases/formula_guard.json`` binds both.
"""

from __future__ import annotations

import re

_SEPARATORS = ",;\t\r\n"
_BLANK = "\x00-\x20\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff"
"""White space, control characters, and characters that show nothing."""

_SIGNS = (
    "=+\\-@\u207a\u207c\u208a\u208c\u2212\ufb29\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20"
)
"""What begins a formula, with the minus sign and the forms that Unicode makes equal (NFKC)."""

_RUN = re.compile(f"(^[{_BLANK}{_SEPARATORS}'\"]*|[{_BLANK}{_SEPARATORS}'\"]+)([{_SIGNS}]?)")
"""All there is between two words, and the sign behind it; each run once, so the time is linear."""

_BEGINS_BLANK = re.compile(f"'*[{_BLANK}]")


def guarded(value: str) -> str:
    """Return a value as it is written into a cell."""
    text = _RUN.sub(_with_guard, value)
    return f"'{text}" if _BEGINS_BLANK.match(text) else text


def unguarded(cell: str) -> str:
    """Return the value that ``guarded`` was given, or the cell as it is if it has no guard."""
    begins = cell.startswith("'") and _BEGINS_BLANK.match(cell)
    return _RUN.sub(_without_guard, cell[1:] if begins else cell)


def _with_guard(found: re.Match[str]) -> str:
    run, sign = found.groups()
    return f"{run}'{sign}" if _can_begin_cell(found) else found[0]


def _without_guard(found: re.Match[str]) -> str:
    run, sign = found.groups()
    return run.removesuffix("'") + sign if _can_begin_cell(found) else found[0]


def _can_begin_cell(found: re.Match[str]) -> bool:
    """Whether there is a sign with which some spreadsheet begins a cell."""
    run, sign = found.groups()
    return bool(sign) and (found.start() == 0 or any(mark in run for mark in _SEPARATORS))
