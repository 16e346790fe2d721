"""What a finished site was built from, so that a build which would change nothing is left out.

The stamp lies beside the site and says what the archive, the settings, the theme, the code and
the site itself were: names, sizes and times of all files. Whatever is in doubt counts as another,
and deleting the stamp costs a build. ``python -m cuttings.site.build_stamp CONTENT SITE SETTINGS``
prints the digest of what a build would begin with; its status is 0 if the site is built from that.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import runpy
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cuttings.build_version import (
    COMPILED,
    PACKAGE,
    THEME_PARTS,
    installed_packages,
    is_followed,
)
from cuttings.site.published_files import file_entries

_NOT_BUILT = frozenset({"inbox", "originals", "to-fetch.csv", "fetched.csv"})
"""What lies in a content folder and is not read by a build."""

NOT_UP_TO_DATE = 1
"""Exit status if a site is to be built."""


@dataclass(frozen=True, slots=True)
class SiteListing:
    """All files of a site.

    Attributes:
        files: How many there are.
        size: Bytes of all together.
        digest: Digest of their names, sizes and times.
    """

    files: int
    size: int
    digest: str

    @classmethod
    def of(cls, site: Path) -> SiteListing:
        """Look at the files of the site in a folder."""
        found = list(_files(site))
        return cls(len(found), sum(state.st_size for _, state in found), _digest(_lines(found)))

    def __str__(self) -> str:
        noun = "file" if self.files == 1 else "files"
        return f"{self.files:,} {noun}, {self.size / 1_000_000:,.1f} MB"


def inputs_digest(content: Path, settings: Path) -> str:
    """Return the digest of all that a build would begin with, "" if that cannot be known.

    Args:
        content: The content folder.
        settings: The settings file.
    """
    values = _settings(settings)
    if values is None:
        return ""
    theme = Path(str(values.get("THEME", "")))
    lines = [sys.version, *installed_packages()]
    lines += [f"{name}={values[name]!r}" for name in sorted(values)]
    lines += _lines(file for file in _files(content) if not _is_left_out(file[0]))
    for folder in (PACKAGE, *(theme / part for part in THEME_PARTS)):
        lines += [str(folder), *_lines(_files(folder))]
    return _digest(lines)


def is_up_to_date(site: Path, inputs: str, listing: SiteListing) -> bool:
    """Return whether a site is built from what a build would begin with, and was left alone.

    Args:
        site: The folder of the site.
        inputs: Digest of what a build would begin with.
        listing: The site's files.
    """
    try:
        stamp = json.loads(stamp_path(site).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(inputs) and stamp == _stamp(inputs, listing)


def write_stamp(site: Path, inputs: str, listing: SiteListing) -> None:
    """Note what a site was built from, or that it is not known.

    Args:
        site: The folder of the site.
        inputs: Digest of what its build began with, or "".
        listing: The site's files.
    """
    stamp_path(site).unlink(missing_ok=True)
    if inputs:
        stamp_path(site).write_text(json.dumps(_stamp(inputs, listing)), encoding="utf-8")


def stamp_path(site: Path) -> Path:
    """Return where the stamp of a site lies: beside its folder."""
    return site.with_name(f"{site.name}.stamp")


def _stamp(inputs: str, listing: SiteListing) -> dict[str, str]:
    return {"inputs": inputs, "site": listing.digest}


def _settings(path: Path) -> dict[str, Any] | None:
    """Return the values of a settings file, None if a build may depend on more than they say."""
    folder = str(path.resolve().parent)
    sys.path.insert(0, folder)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            names = runpy.run_path(str(path))
    except (Exception, SystemExit):
        return None
    finally:
        sys.path.remove(folder)
    values = {name: value for name, value in names.items() if name.isupper()}
    return values if is_followed(values) and " at 0x" not in repr(values) else None


def _is_left_out(name: str) -> bool:
    *folders, last = name.split("/")
    return (folders or [last])[0] in _NOT_BUILT or last.startswith(".")


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the path from a folder of each file below it, and what the system says of it."""
    for name, entry in file_entries(folder):
        if COMPILED not in name.split("/"):
            yield name, entry.stat(follow_symlinks=False)


def _lines(files: Iterable[tuple[str, os.stat_result]]) -> list[str]:
    """Return a line for each file: a change of its content changes one of these numbers."""
    return sorted(
        f"{name}\0{s.st_mode}\0{s.st_size}\0{s.st_mtime_ns}\0{s.st_ctime_ns}\0{s.st_ino}"
        for name, s in files
    )


def _digest(lines: Iterable[str]) -> str:
    text = "\n".join(lines).encode("utf-8", "surrogateescape")
    return hashlib.sha256(text).hexdigest()


def main(arguments: list[str] | None = None) -> int:
    """Tell from the command line whether a site is up to date; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cuttings.site.build_stamp",
        description="Tell whether a site is built from what a build would begin with.",
    )
    parser.add_argument("content", type=Path, help="the content folder")
    parser.add_argument("site", type=Path, help="the folder of the site")
    parser.add_argument("settings", type=Path, help="the settings file")
    options = parser.parse_args(arguments)
    inputs, listing = inputs_digest(options.content, options.settings), SiteListing.of(options.site)
    print(inputs)
    if not is_up_to_date(options.site, inputs, listing):
        return NOT_UP_TO_DATE
    print(f"Nothing has changed. The site is in {options.site}: {listing}.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
