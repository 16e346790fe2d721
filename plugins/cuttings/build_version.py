"""What a build depends on besides its archive: the code, the theme, the settings and Python."""

from __future__ import annotations

import functools
import hashlib
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
"""The code that builds a site."""

THEME_PARTS = ("templates", "static", "root")
"""Folders of a theme that a build reads."""

COMPILED = "__pycache__"
"""Folder of what Python makes of code."""

_FOLLOWED: Mapping[str, object] = {
    "LOAD_CONTENT_CACHE": False,
    "PLUGIN_PATHS": [],
    "THEME_STATIC_PATHS": ["static"],
    "THEME_TEMPLATES_OVERRIDES": [],
}
"""Settings that may have a build read what is not looked at here, as they are by default."""

_OWN = "cuttings."

_WITHOUT_EFFECT = frozenset(
    {
        "CUTTINGS_CACHE",
        "CUTTINGS_DASK",
        "CUTTINGS_INBOX",
        "CUTTINGS_PROCESSES",
        "CUTTINGS_TIMINGS",
        "OUTPUT_PATH",
    }
)
"""Settings that change no byte of a site."""


def is_followed(settings: Mapping[str, Any]) -> bool:
    """Return whether a build reads nothing but what is looked at here, and the archive.

    Args:
        settings: The values of a settings file, or Pelican's settings.
    """
    plugins = settings.get("PLUGINS", [])
    are_own = all(isinstance(plugin, str) and plugin.startswith(_OWN) for plugin in plugins)
    return are_own and all(settings.get(name, value) == value for name, value in _FOLLOWED.items())


def installed_packages() -> list[str]:
    """Return the names and versions of the installed packages, as their folders are called."""
    return sorted(path.name for path in Path(sysconfig.get_path("purelib")).iterdir())


def build_version(settings: Mapping[str, Any]) -> str | None:
    """Return a digest of all that a build depends on besides its archive.

    Args:
        settings: Pelican's settings when all plugins are initialized.

    Returns:
        The digest; None if that cannot be known: a plugin of somebody else, or a setting that is
        a function.
    """
    if not is_followed(settings):
        return None
    values = {name: value for name, value in settings.items() if name not in _WITHOUT_EFFECT}
    try:
        lines = [f"{name}={_shown(values[name])}" for name in sorted(values)]
    except ValueError:
        return None
    digest = hashlib.sha256("\n".join([sys.version, *installed_packages(), *lines]).encode())
    theme = Path(str(settings.get("THEME", "")))
    for folder in (PACKAGE, *(theme / part for part in THEME_PARTS)):
        for path in _files(folder):
            digest.update(f"\n{path}\n{path.stat().st_size}\n".encode("utf-8", "surrogateescape"))
            digest.update(path.read_bytes())
    return digest.hexdigest()


@functools.cache
def code_digest() -> str:
    """Return a digest of the code that this process runs, as it is installed."""
    digest = hashlib.sha256()
    for path in _files(PACKAGE):
        digest.update(f"\n{path.relative_to(PACKAGE).as_posix()}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in a fixed order, without compiled code."""
    return (
        path for path in sorted(folder.rglob("*")) if path.is_file() and COMPILED not in path.parts
    )


def _shown(value: object) -> str:
    """Write a setting's value so that equal values are written alike.

    Raises:
        ValueError: If it is a function or an object whose working is not known.
    """
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{_shown(k)}: {_shown(v)}' for k, v in value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_shown, value))}]"
    kind: Any = value if hasattr(value, "__qualname__") else type(value)
    if kind.__module__.startswith(_OWN):
        return f"{kind.__module__}.{kind.__qualname__}"
    shown_value = repr(value)
    if " at 0x" in shown_value:
        raise ValueError
    return shown_value
