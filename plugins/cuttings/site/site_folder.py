"""A finished site, put in the place of the one before it in whole.

Whoever reads the site meets the old one or the new one, and a kill at any moment
leaves a whole site that the next run finds again.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from cuttings.article.file_lock import folder_lock
from cuttings.errors import CuttingsError, SettingsError
from cuttings.site.build_stamp import SiteListing, write_stamp
from cuttings.site.file_list import further_files

MARKS = ("index.html", "data/articles.jsonl")
"""Files that every site made by Cuttings has."""


def swap_in(staging: Path, target: Path) -> None:
    """Put the site in ``staging`` in the place of the one in ``target``.

    The old site is moved aside, the new one moved in, then the old one deleted. Files in the old
    one that no build wrote go into the new one, unless it has a file of that name.
    ``staging`` is gone afterwards. Of two builds that end at once, one waits for the other.

    Args:
        staging: The folder of a finished site.
        target: Where it belongs; may be missing, empty, or an older site.

    Raises:
        SettingsError: If ``staging`` is not a finished site, or ``target`` holds
            something else, which is then left alone.
    """
    target = target.resolve()
    staging = staging.resolve()
    if staging == target or staging in target.parents or target in staging.parents:
        raise SettingsError(f"{staging} and {target} lie in one another; name two separate folders")
    target.parent.mkdir(parents=True, exist_ok=True)
    with folder_lock(target.parent):
        _swap_in(staging, target)


def _swap_in(staging: Path, target: Path) -> None:
    recover(target)
    check_finished(staging)
    if target.exists() and not _may_be_replaced(target):
        raise SettingsError(
            f"{target} holds something that is not a site made by Cuttings; "
            "name another output folder or empty this one"
        )
    _carry_over(target, staging)
    incoming = _bring_beside(staging, target)
    previous = _previous(target)
    if target.exists():
        target.rename(previous)
    incoming.rename(target)
    if previous.exists():
        shutil.rmtree(previous)


def recover(target: Path) -> None:
    """Finish or undo a swap into ``target`` that was killed half-way."""
    previous = _previous(target)
    if not previous.exists():
        return
    if target.exists():
        shutil.rmtree(previous)
    else:
        previous.rename(target)


def is_site(folder: Path) -> bool:
    """Tell whether ``folder`` holds a site made by Cuttings."""
    return all((folder / mark).is_file() for mark in MARKS)


def check_finished(folder: Path) -> None:
    """Refuse a folder that does not hold a site made by Cuttings.

    Raises:
        SettingsError: If it does not.
    """
    if not is_site(folder):
        raise SettingsError(f"{folder} is not a finished site; build it first")


def _may_be_replaced(target: Path) -> bool:
    if not target.is_dir():
        return False
    if not any(target.iterdir()):
        return True
    return is_site(target) and not (target / ".git").exists()


def _bring_beside(staging: Path, target: Path) -> Path:
    """Return the new site on the disk of ``target``, where a rename is one step."""
    if staging.stat().st_dev == target.parent.stat().st_dev:
        return staging
    incoming = target.with_name(f"{target.name}.incoming")
    shutil.rmtree(incoming, ignore_errors=True)
    shutil.copytree(staging, incoming)
    shutil.rmtree(staging)
    return incoming


def _carry_over(old: Path, new: Path) -> None:
    """Copy into a new site what a person put into the old one: ``CNAME``, ``.htaccess``."""
    for path in sorted(further_files(old)):
        place = new / path
        if place.exists() or place.is_symlink():
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(old / path, place, follow_symlinks=False)


def _previous(target: Path) -> Path:
    return target.with_name(f"{target.name}.previous")


def main(arguments: list[str] | None = None) -> int:
    """Swap a finished site in from the command line; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m cuttings.site.site_folder", description="Swap a finished site in."
    )
    parser.add_argument("staging", type=Path, help="folder of the finished site")
    parser.add_argument("target", type=Path, help="folder it belongs in")
    parser.add_argument("--inputs", default="", help="digest of what it was built from, if known")
    options = parser.parse_args(arguments)
    try:
        swap_in(options.staging, options.target)
    except CuttingsError as error:
        print(error, file=sys.stderr)
        return 1
    listing = SiteListing.of(options.target)
    write_stamp(options.target, options.inputs, listing)
    print(f"The site is in {options.target}: {listing}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
