"""The text of a file of the archive, exactly as its bytes are."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cuttings.article.article_file import MOST_ARTICLE_MEGABYTES
from cuttings.article.atomic_file import WRITTEN_BESIDE, sync_folder, write_atomically
from cuttings.article.regular_file import open_regular
from cuttings.errors import InputError


def read_text(path: Path) -> str | None:
    """Return the text of a file with its line ends and byte order mark, or None if there is none.

    Raises:
        InputError: If it cannot be opened or is not UTF-8 text.
    """
    place = path.resolve()
    if not place.exists():
        return None
    with open_regular(place, InputError, MOST_ARTICLE_MEGABYTES) as file:
        try:
            return file.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise InputError.not_utf8(path) from error


def replace_text(path: Path, before: str | None, after: str | None) -> None:
    """Write a file anew, or remove it, unless somebody changed it meanwhile.

    A kill leaves the old or the new file. What a link leads to is written, not the link.

    Args:
        path: The file.
        before: Its text as it was read; None if it was not there.
        after: Its new text; None removes it.

    Raises:
        InputError: If it is no longer what was read; it is left as it is.
        OSError: If it cannot be written.
    """

    def check(step: str) -> None:
        if step == WRITTEN_BESIDE and read_text(path) != before:
            raise InputError.changed(path)

    place = path.resolve()
    if after is not None:
        write_atomically(place, after, check)
        return
    check(WRITTEN_BESIDE)
    place.unlink(missing_ok=True)
    sync_folder(place.parent)


def text_digest(text: str | None) -> str:
    """Return the SHA-256 of a text in hexadecimal digits; "" of a file that is not there."""
    return "" if text is None else hashlib.sha256(text.encode("utf-8")).hexdigest()
