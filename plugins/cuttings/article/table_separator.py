"""What separates the columns of a table from a spreadsheet, and how long a cell may be."""

from __future__ import annotations

import csv

_LONGEST_CELL = 20 * 1024 * 1024

# The module's own limit of 128 KB is shorter than what ten thousand forms of a name take.
csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_CELL))

_SEPARATORS = ",;\t"

SAVE_AS_CSV = "save it as 'CSV UTF-8'"
"""Remedy for a table in another encoding; spreadsheets call the format so."""


def separator_of(table: str) -> str:
    """Return what separates the columns of a table: a comma, a semicolon or a tab.

    A spreadsheet saves a table with the separator of the country it runs in. The header shows it,
    because names of columns hold none of the others.

    Args:
        table: The table, or its first line.
    """
    header, _, _ = table.partition("\n")
    return max(_SEPARATORS, key=header.count)
