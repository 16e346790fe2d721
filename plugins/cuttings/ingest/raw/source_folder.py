"""Raw files in a folder: which of what lies there is a source."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_COMPANION_ENDINGS = (
    "_files _fichiers _archivos _arquivos _bestanden _dateien -dateien -filer _file".split()
)
"""How browsers end the folder of a saved page's parts, in their languages."""

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
_UNFINISHED = (".partial", ".part", ".crdownload", ".download", ".tmp")
_LITTER = frozenset({"thumbs.db", "desktop.ini"})


def source_paths(path: Path) -> Iterator[Path]:
    """Yield the raw files at or below ``path`` in a fixed order.

    Hidden files, unfinished downloads and the folders that browsers save beside a
    page are left out. Links are not followed, so a loop of links is harmless and nothing
    outside ``path`` is taken. A link, and a folder that cannot be opened, is yielded itself,
    for the reader to say so.

    Args:
        path: A file, which is yielded as it is, or a folder, which may be a link to one.
    """
    if not path.is_dir():
        yield path
        return
    closed: list[Path] = []
    for folder, subfolders, names in os.walk(
        path, onerror=lambda error: closed.append(Path(error.filename))
    ):
        parent = Path(folder)
        subfolders[:] = sorted(
            name
            for name in subfolders
            if not _is_ignored(name) and not _is_companion(parent / name)
        )
        names += (name for name in subfolders if (parent / name).is_symlink())
        yield from (parent / name for name in sorted(names) if not _is_ignored(name))
    yield from closed


def is_waiting(inbox: Path) -> bool:
    """Return whether there is something to take in."""
    return inbox.is_dir() and any(source_paths(inbox))


def companion_folder(page: Path) -> Path | None:
    """Return the folder of parts that a browser saved beside ``page``, or None."""
    if page.suffix.lower() not in _PAGE_SUFFIXES:
        return None
    for sibling in sorted(page.parent.glob(f"{_glob_escaped(page.stem)}[-_]*")):
        ending = sibling.name[len(page.stem) :].lower()
        if ending in _COMPANION_ENDINGS and sibling.is_dir() and not sibling.is_symlink():
            return sibling
    return None


def is_in_companion_folder(address: str) -> bool:
    """Return whether a link of a saved page leads to a part that was saved beside it."""
    folder, slash, _part = address.removeprefix("./").partition("/")
    return bool(slash) and folder.lower().endswith(tuple(_COMPANION_ENDINGS))


def _is_companion(folder: Path) -> bool:
    # A page's name may be too long for the system, which ``Path.is_file`` raises.
    name = folder.name
    return any(
        os.path.isfile(folder.with_name(name[: -len(ending)] + suffix))  # noqa: PTH113
        for ending in _COMPANION_ENDINGS
        if name.lower().endswith(ending) and len(name) > len(ending)
        for suffix in _PAGE_SUFFIXES
    )


def _is_ignored(name: str) -> bool:
    return (
        name.startswith((".", "~$"))
        or name.lower().endswith(_UNFINISHED)
        or name.lower() in _LITTER
    )


def _glob_escaped(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
