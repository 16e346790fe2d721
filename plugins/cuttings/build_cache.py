"""What a build has found out and the next one need not find out again.

It lies in one folder beside the site, ``output.cache`` beside ``output``, a file for each value.
Deleting the folder costs time and nothing else: what is missing, damaged, of another version of
the code or of other settings is not there. Two builds at once may overwrite each other's values,
so each value must say by itself what it is true of: by digests of what it was made from.
"""

from __future__ import annotations

import io
import os
import pickle
import string
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from backports import zstd

from cuttings.build_version import build_version
from cuttings.errors import SettingsError
from cuttings.garbage_collection import without_garbage_collection

CACHE_SETTING = "CUTTINGS_CACHE"
"""Pelican setting: the folder of the cache; empty for a build that begins with nothing."""

SUFFIX = ".cache"
"""What the folder's name adds to that of the site which it belongs to."""

_KEY = "CUTTINGS_BUILD_CACHE"
_FILE_SUFFIX = ".zst"
_UNFINISHED = ".partial"
_OPTIONS: Mapping[int, int] = {
    zstd.CompressionParameter.compression_level: 1,
    zstd.CompressionParameter.checksum_flag: 1,
}
_OWN = "cuttings."
_PLAIN = frozenset(
    {
        ("collections", "Counter"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "timedelta"),
        ("datetime", "timezone"),
        ("numpy", "dtype"),
        ("numpy", "ndarray"),
        ("numpy._core.multiarray", "_reconstruct"),
        ("numpy._core.numeric", "_frombuffer"),
        ("pathlib", "PosixPath"),
        ("pathlib", "PurePosixPath"),
        ("pathlib", "WindowsPath"),
    }
)
"""Classes and makers of values, besides our own dataclasses, that a value may have in it."""


class BuildCache:
    """The values that builds of one site leave for the next; plugins share one by the settings.

    Args:
        folder: Its folder; None for a cache that keeps nothing.
        version: Digest of the code, settings and theme that values must be made by.
    """

    def __init__(self, folder: Path | None = None, version: str = "") -> None:
        self.folder = folder
        self._version = version.encode()
        self._parts: dict[str, frozenset[str]] = {}

    @classmethod
    def of(cls, settings: dict[str, Any]) -> BuildCache:
        """Return the cache of the build that has these settings."""
        cache: BuildCache = settings.get(_KEY) or cls()
        return cache

    @classmethod
    def begin(cls, settings: dict[str, Any]) -> None:
        """Open the cache of a build that begins.

        It keeps nothing where a build writes into the site in place, or where it is not known all
        that the build depends on.

        Args:
            settings: Pelican's settings when all plugins are initialized.

        Raises:
            SettingsError: If the setting does not name a folder of that kind.
        """
        settings[_KEY] = cls()
        folder = _folder(settings)
        if folder is None or _site_of(folder) == Path(settings["OUTPUT_PATH"]).resolve():
            return
        version = build_version(settings)
        if version is not None:
            settings[_KEY] = cls(folder, version)
            settings[_KEY].clean()

    @property
    def is_kept(self) -> bool:
        """Whether what is stored may be loaded again."""
        return self.folder is not None

    @property
    def site(self) -> Path | None:
        """The folder of the site in place, whose files may be kept; None without a cache."""
        return _site_of(self.folder) if self.folder else None

    def load(self, name: str) -> Any:  # noqa: ANN401
        """Return a value that a build stored, or None if it cannot be used.

        Args:
            name: The value's name: a word, or two with ``/`` between them.
        """
        if self.folder is None:
            return None
        try:
            content = zstd.decompress(self._place(name).read_bytes())
            if not content.startswith(self._version):
                return None
            return _Unpickler(io.BytesIO(content[len(self._version) :])).load()
        except Exception:
            # Whatever it is, it is not what a build stored, and is made anew.
            return None

    def store(self, name: str, value: object) -> None:
        """Keep a value for the next build.

        One that cannot be kept, for lack of space or because it is of a kind that is not loaded,
        is lost.

        Args:
            name: As for ``load``.
            value: Plain values, dataclasses and enumerations of Cuttings, and arrays of numbers.
        """
        if self.folder is None:
            return
        place = self._place(name)
        beside = place.with_name(f"{place.name}.{os.getpid()}{_UNFINISHED}")
        try:
            content = self._version + pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            place.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(zstd.compress(content, options=_OPTIONS))
            beside.replace(place)
        except Exception:
            with suppress(OSError):
                beside.unlink()

    @without_garbage_collection()
    def load_table(self, name: str) -> dict[str, Any]:
        """Return a table that a build stored; what of it cannot be used is missing."""
        table: dict[str, Any] = {}
        for digit in string.hexdigits[:16]:
            part = self.load(f"{name}/{digit}")
            if isinstance(part, dict):
                table.update(part)
                self._parts[f"{name}/{digit}"] = frozenset(part)
        return table

    @without_garbage_collection()
    def store_table(self, name: str, table: Mapping[str, object]) -> None:
        """Keep a table in sixteen parts, of which only those are written that changed.

        Args:
            name: As for ``load``.
            table: Values by digests, in hexadecimal digits, of all that they were made from.
        """
        if not self.is_kept:
            return
        parts: dict[str, dict[str, object]] = {digit: {} for digit in string.hexdigits[:16]}
        for key, value in table.items():
            parts[key[0]][key] = value
        for digit, part in parts.items():
            if self._parts.get(f"{name}/{digit}", frozenset()) != part.keys():
                self.store(f"{name}/{digit}", part)

    def end(self) -> None:
        """Keep and give nothing from now on: a later build of this process may be of other code."""
        self.folder = None

    def clean(self) -> None:
        """Remove what builds that were killed have left unfinished."""
        if self.folder is None or os.name != "posix":
            return
        for left in self.folder.rglob(f"*{_UNFINISHED}"):
            process = left.name.removesuffix(_UNFINISHED).rpartition(".")[2]
            if process.isdecimal() and not _is_alive(int(process)):
                with suppress(OSError):
                    left.unlink()

    def _place(self, name: str) -> Path:
        assert self.folder is not None  # noqa: S101
        return self.folder / f"{name}{_FILE_SUFFIX}"


class _Unpickler(pickle.Unpickler):
    """Loads values of known kinds, so that no file can have anything else done."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        """Return a class that a value may be of.

        Raises:
            pickle.UnpicklingError: If it is any other.
        """
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_OWN) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
                return found
        raise pickle.UnpicklingError


def _folder(settings: Mapping[str, Any]) -> Path | None:
    """Return the folder that the setting names, if it names any.

    Raises:
        SettingsError: If it is not the name of a cache, or a file has that name.
    """
    chosen = settings.get(CACHE_SETTING, "")
    if not chosen:
        return None
    folder = Path(str(chosen)).resolve()
    if folder.suffix != SUFFIX or folder.stem == "" or (folder.exists() and not folder.is_dir()):
        raise SettingsError(
            f"{CACHE_SETTING} is '{chosen}'; set it to the folder of the site with '{SUFFIX}' "
            f"after it, as in 'output{SUFFIX}'"
        )
    return folder


def _site_of(folder: Path) -> Path:
    return folder.with_name(folder.name.removesuffix(SUFFIX))


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
