"""A finished site as one zip file, to hand on by mail or USB stick.

Unpacked, it opens from the folder: nothing in it needs a server. The same site gives the
same bytes.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from pathlib import Path

from cuttings.article.atomic_file import UnfinishedFile, remove_leftovers
from cuttings.errors import CuttingsError, SettingsError
from cuttings.site.site_folder import check_finished

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time that means "unknown": the first that the format can hold."""

_UNIX = 3
_FILE_MODE = 0o100644 << 16


def write_zip(site: Path, target: Path) -> None:
    """Pack the site in ``site`` into the zip file ``target``, in a folder of that file's name.

    The file is written beside its place and renamed, so that there is never half a zip.

    Args:
        site: The folder of a finished site.
        target: The file to write; its name ends in ``.zip``. One that is there is replaced.

    Raises:
        SettingsError: If ``site`` is not a finished site, ``target`` lies in it or has another
            ending, or it cannot be written.
    """
    check_finished(site)
    if target.suffix != ".zip" or target.resolve().is_relative_to(site.resolve()):
        raise SettingsError(f"{target} cannot hold the site; name a .zip file outside {site}")
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(target.parent, below=False)
        with UnfinishedFile(target) as file:
            with zipfile.ZipFile(file.stream, "w") as packed:
                for path in paths:
                    name = f"{target.stem}/{path.relative_to(site).as_posix()}"
                    packed.writestr(_entry(name), path.read_bytes(), compresslevel=9)
            file.hand_over()
            file.put_in_place()
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror}") from error


def _entry(name: str) -> zipfile.ZipInfo:
    """Return an entry that does not depend on the machine or the hour it was made."""
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _FILE_MODE
    return entry


def main(arguments: list[str] | None = None) -> int:
    """Pack a site from the command line; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cuttings.site.site_zip", description="Pack a finished site into a zip file."
    )
    parser.add_argument("site", type=Path, help="folder of the finished site")
    parser.add_argument("target", type=Path, help="zip file to write")
    options = parser.parse_args(arguments)
    try:
        write_zip(options.site, options.target)
    except CuttingsError as error:
        print(error, file=sys.stderr)
        return 1
    size = options.target.stat().st_size / 1_000_000
    print(f"{options.target}: {size:.1f} MB; unpack it anywhere and open its index.html")
    return 0


if __name__ == "__main__":
    sys.exit(main())
