"""Where a page that a person wrote may lie in the site."""

from __future__ import annotations

_SUFFIX = ".html"
_MOST_BYTES = 255
"""Bytes that the name of a file or folder may have on the usual disks (NAME_MAX)."""


def address_problem(path: str) -> str:
    """Return why no page can lie at ``path``, as the middle of a sentence, or "".

    Args:
        path: What the page asks for, from the site's root.
    """
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or "\\" in path:
        return f"its address '{path}' leads out of the site"
    if any(part.startswith(".") for part in parts) or not path.isprintable():
        return f"its address '{path}' has a name that no page may have"
    if any(len(part.encode("utf-8", "replace")) > _MOST_BYTES for part in parts):
        return "its address has a name of more than 255 bytes"
    if not path.endswith(_SUFFIX) or parts[-1] == _SUFFIX:
        return f"its address '{path}' does not end in {_SUFFIX}"
    return ""
