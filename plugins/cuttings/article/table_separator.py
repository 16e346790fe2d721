"""What separates the columns of a table that a spreadsheet may have saved."""

from __future__ import annotations

_SEPARATORS = ",;\t"


def separator_of(table: str) -> str:
    """Return what separates the columns of a table: a comma, a semicolon or a tab.

    A spreadsheet saves a table with the separator of the country it runs in. The header tells,
    because names of columns hold none of the others.

    Args:
        table: The table, or its first line.
    """
    header, _, _ = table.partition("\n")
    return max(_SEPARATORS, key=header.count)
