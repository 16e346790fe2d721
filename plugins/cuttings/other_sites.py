"""The sites that are searched together with this one, as a large archive is cut by years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cuttings.errors import SettingsError

SITES_SETTING = "CUTTINGS_SITES"
"""Pelican setting: the name of each other site, and the way from this site's root to its."""

_WAY = re.compile(r"(?:\.\./)*(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")
"""Steps up, then steps down; a step's name needs no escaping in an address."""


@dataclass(frozen=True, slots=True)
class OtherSite:
    """A site that is searched together with this one.

    Attributes:
        name: What readers call it.
        way: The way from this site's root to its root, ending in a slash. It is relative, so that
            it also holds where the sites lie beside each other on a disk.
    """

    name: str
    way: str


def other_sites(settings: Mapping[str, Any]) -> tuple[OtherSite, ...]:
    """Return the sites that Pelican's settings name, in their order.

    Raises:
        SettingsError: If the setting does not give each site a name and a relative way.
    """
    chosen = settings.get(SITES_SETTING) or {}
    if not isinstance(chosen, Mapping):
        raise SettingsError(
            f"{SITES_SETTING} is {chosen!r}; set it to names with ways, "
            "as in {'1987': '../1987/', '1988': '../1988/'}"
        )
    sites = tuple(OtherSite(_name(name), _way(name, way)) for name, way in chosen.items())
    if len({site.way for site in sites}) < len(sites):
        raise SettingsError(f"{SITES_SETTING} names a site twice; name each once")
    return sites


def _name(name: object) -> str:
    if not isinstance(name, str) or not name.strip():
        raise SettingsError(f"{SITES_SETTING} has {name!r} for a name; give the site a name")
    return " ".join(name.split())


def _way(name: object, way: object) -> str:
    """Return a way with a slash at its end."""
    whole = f"{way.rstrip('/')}/" if isinstance(way, str) else ""
    if whole in ("", "/") or not _WAY.fullmatch(whole):
        raise SettingsError(
            f"{SITES_SETTING} has {way!r} for '{name}'; set it to the way from this site's folder "
            "to that one's, as in '../1988/'"
        )
    return whole
