"""A setting of Pelican that is a number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cuttings.errors import SettingsError


def number_setting(settings: Mapping[str, Any], name: str, default: object) -> int:
    """Return a setting that is a number from 1 on.

    Args:
        settings: All settings.
        name: The setting.
        default: Its value if it is not set.

    Raises:
        SettingsError: If it is not such a number.
    """
    chosen = str(settings.get(name, default))
    if not chosen.isdecimal() or int(chosen) < 1:
        raise SettingsError(f"{name} is '{chosen}'; set it to a number from 1 on")
    return int(chosen)
