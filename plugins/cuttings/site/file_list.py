"""The list of a site's files, from which a browser keeps the site and sees what a build changed.

``offline/version.json`` has a fixed name and is small; it names the list, whose own name
carries a hash. A file of the same digest has the same content, so that a story that was
renumbered is not fetched again.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from cuttings.site.file_digests import FileDigests
from cuttings.site.published_files import relative_files
from cuttings.worker_pool import in_batches

FOLDER = "offline"
"""Where the list lies below the site's root."""

VERSION_PATH = f"{FOLDER}/version.json"
"""The path of the file that names the list, from the site's root."""

FORMAT = 2
"""Version of both files' form; see ``theme/src/offline/file_list.ts``."""

DIGEST_LENGTH = 8
"""Characters of a digest: 48 bits. Files at two paths are taken for one if sizes agree, too."""

SHELL_PAGES = ("index.html", "offline.html", "search.html")
"""Pages that a browser keeps from the first visit on, with the theme's scripts and styles."""

_LEFT_OUT = {"robots.txt", "service-worker.js"}


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of the site.

    Attributes:
        path: From the site's root.
        size: In bytes.
        digest: Of its content.
    """

    path: str
    size: int
    digest: str


def write_file_list(
    site: Path,
    published: Iterable[str] | None = None,
    processes: int = 1,
    digests: FileDigests | None = None,
) -> int:
    """Write the list of all files of the finished site in ``site``, and the file that names it.

    A list of an earlier build is removed.

    Args:
        site: The site's root.
        published: The paths of its files; None for all that lie there.
        processes: How many processes may share the work.
        digests: The digests that are known; those of other files are added.

    Returns:
        How many files it lists.

    Raises:
        WorkerError: If one of them dies.
    """
    files = site_files(site, published, processes, digests)
    packed = packed_list(files)
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    list_path = f"{FOLDER}/files-{content_digest(packed)}.deflate"
    for earlier in folder.glob("files-*"):
        earlier.unlink()
    (site / list_path).write_bytes(packed)
    version = {
        "format": FORMAT,
        "list": list_path,
        "files": len(files),
        "bytes": sum(file.size for file in files),
        "shell": shell_paths(files),
    }
    (site / VERSION_PATH).write_bytes(_json(version))
    return len(files)


def site_files(
    site: Path,
    published: Iterable[str] | None = None,
    processes: int = 1,
    digests: FileDigests | None = None,
) -> list[SiteFile]:
    """Return the files that a reader's browser may ask for, sorted by path.

    Left out are the list itself, what only crawlers read, and the service worker, which the
    browser keeps by itself.

    Args:
        site: The site's root.
        published: The paths of its files; None for all that lie there.
        processes: How many processes may share the work.
        digests: The digests that are known; those of other files are added.

    Raises:
        WorkerError: If one of them dies.
    """
    digests = digests or FileDigests({})
    names = sorted(relative_files(site) if published is None else published)
    files: dict[str, SiteFile | None] = {}
    for name in filter(_is_read, names):
        known = digests.get(name)
        files[name] = SiteFile(name, *known) if known else None
    unknown = [name for name, file in files.items() if file is None]
    for file in chain.from_iterable(in_batches(partial(_found_files, site), unknown, processes)):
        files[file.path] = file
        digests.add(file.path, file.digest)
    return [file for file in files.values() if file]


def _found_files(site: Path, names: Iterable[str]) -> list[SiteFile]:
    return [_site_file(name, site / name) for name in names if (site / name).is_file()]


def listed_paths(site: Path) -> set[str] | None:
    """Return the paths that the list of a finished site names; None if it cannot be read."""
    try:
        version = json.loads((site / VERSION_PATH).read_bytes())
        return set(unpacked_list((site / version["list"]).read_bytes())["paths"])
    except (OSError, ValueError, KeyError, TypeError, zlib.error):
        return None


def further_files(site: Path) -> set[str]:
    """Return the paths of the files in a finished site that no build wrote: a person's own.

    They are unknown, and so none, if the site's list cannot be read.
    """
    listed = listed_paths(site)
    if listed is None:
        return set()
    return {path for path in relative_files(site) if _is_read(path) and path not in listed}


def shell_paths(files: Iterable[SiteFile]) -> list[str]:
    """Return the paths of what every page needs: some pages, and the theme without its fonts."""
    return [
        file.path
        for file in files
        if file.path in SHELL_PAGES
        or (file.path.startswith("theme/") and file.path.count("/") == 1)
    ]


def packed_list(files: Sequence[SiteFile]) -> bytes:
    """Write the list in columns, which compress better than rows, as a raw deflate stream."""
    columns = _json(
        {
            "format": FORMAT,
            "paths": [file.path for file in files],
            "sizes": [file.size for file in files],
            "digests": "".join(file.digest for file in files),
        }
    )
    return zlib.compress(columns, zlib.Z_BEST_COMPRESSION, -zlib.MAX_WBITS)


def unpacked_list(content: bytes) -> dict[str, Any]:
    """Return the columns of a list, also of one that an earlier version left uncompressed.

    Raises:
        zlib.error, ValueError: If it is damaged.
    """
    is_plain = content.startswith(b"{")
    columns: dict[str, Any] = json.loads(
        content if is_plain else zlib.decompress(content, -zlib.MAX_WBITS)
    )
    return columns


def content_digest(content: bytes) -> str:
    """Return the start of the SHA-256 of ``content`` in the URL-safe base64 alphabet."""
    digest = hashlib.sha256(content).digest()
    return base64.urlsafe_b64encode(digest).decode("ascii")[:DIGEST_LENGTH]


def _site_file(name: str, path: Path) -> SiteFile:
    content = path.read_bytes()
    return SiteFile(name, len(content), content_digest(content))


def _is_read(name: str) -> bool:
    in_root = "/" not in name
    is_sitemap = in_root and name.startswith("sitemap") and name.endswith(".xml")
    return not (is_sitemap or name in _LEFT_OUT or name.startswith(f"{FOLDER}/"))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
