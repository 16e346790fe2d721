"""What a page says of a day: that the story was published on it, or changed."""

from __future__ import annotations

import re
from enum import IntEnum

_CHANGED = re.compile(
    r"updat|modif|edited|revis|aktualisiert|aktualisierung|geändert|änderung|mise? à jour|\bmaj\b|"
    r"actualiz|atualiz|aggiornat|aktualizac|zmodyf|zmian|bijgewerkt|gewijzigd|обновл|измен|"
    r"ενημερώθηκε|güncel|更新|修改|수정",
    re.I,
)
_PUBLISHED = re.compile(
    r"publi[csqé]|publish|posted|pubdate|issued|erschienen|veröffentlicht|publiziert|erstellt|"
    r"geschrieben|verfasst|eingestellt|opublikowan|dodano|geplaatst|gepubliceerd|pubblicat|опублик|"
    r"δημοσι|yayın|公開|発表|发布|发表|created|written",
    re.I,
)
_CHANGED_NAME = re.compile(r"updat|modif|aktualis|changed", re.I)
_PUBLISHED_NAME = re.compile(r"publi|posted|pubdate|entry-date|post-date|created", re.I)


class Said(IntEnum):
    """What a page says of a day."""

    NOTHING = 0
    PUBLISHED = 1
    CHANGED = 2


def said_in(before: str, after: str = "") -> Said:
    """Return what the words before a day say of it; of several the nearest counts.

    Args:
        before: The text before the day ("Updated 1 May, first published").
        after: What stands directly behind it, as languages do that put the verb last.
    """
    if _CHANGED.match(after):
        return Said.CHANGED
    changed = max((match.end() for match in _CHANGED.finditer(before)), default=-1)
    published = max((match.end() for match in _PUBLISHED.finditer(before)), default=-1)
    if changed == published:
        return Said.PUBLISHED if _PUBLISHED.match(after) else Said.NOTHING
    return Said.CHANGED if changed > published else Said.PUBLISHED


def said_by_names(names: str) -> Said:
    """Return what the classes and the id of an element say of the day in it."""
    if _PUBLISHED_NAME.search(names):
        return Said.PUBLISHED
    return Said.CHANGED if _CHANGED_NAME.search(names) else Said.NOTHING
