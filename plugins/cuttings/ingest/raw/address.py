"""An address that a raw file gives in place of a story."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from urllib.parse import unquote

from cuttings.article.characters import one_line
from cuttings.article.web_link import split_link

_NUMBER = re.compile(r"[\d_.-]*")
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|jsp|cms|amp)$", re.I)

ADDRESS_COLUMNS = ("url", "title", "saved", "tags", "note")
"""Columns of a table of addresses: the list of stories to be fetched."""

PROBLEM = "problem"
"""The column of that table in which the reason of a failure is noted; made when there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a story can be fetched, with what its list says of it.

    Attributes:
        url: The address, http or https.
        title: Its headline, or "".
        saved: The day a person saved it, or None.
        tags: What a person filed it under.
        note: What a person wrote about it, or "".
    """

    url: str
    title: str = ""
    saved: datetime.date | None = None
    tags: tuple[str, ...] = ()
    note: str = ""


def title_from_address(url: str) -> str:
    """Return a title made of the words at the end of an address, or "" if it has none.

    "https://planet.example/2003/10/concorde-flies-home.html" gives "Concorde flies home".
    """
    for part in reversed(unquote(split_link(url).path).split("/")):
        name = _ENDING.sub("", part)
        words = one_line(re.sub(r"[-_+]+", " ", name)).split()
        if len(words) > 1 and not _NUMBER.fullmatch(name):
            title = " ".join(words)
            return title[0].upper() + title[1:]
    return ""
