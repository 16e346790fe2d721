"""News agencies: their names, and the lines that credit one."""

from __future__ import annotations

import re

from cuttings.article.language.dateline import dateline_credit

_NAMES = (
    "AAP",
    "AFP",
    "Agence France-Presse",
    "Agencia EFE",
    "Agerpres",
    "Anadolu Agency",
    "ANI",
    "ANP",
    "ANSA",
    "Antara",
    "AP",
    "APA",
    "Asian News International",
    "Associated Press",
    "ATS",
    "Belga",
    "Bernama",
    "Bloomberg",
    "BTA",
    "Canadian Press",
    "CTK",
    "ČTK",
    "Deutsche Presse-Agentur",
    "DPA",
    "EFE",
    "Europa Press",
    "GNA",
    "IANS",
    "Interfax",
    "IRNA",
    "Jiji Press",
    "Keystone-SDA",
    "Kyodo",
    "Kyodo News",
    "Lusa",
    "MTI",
    "NTB",
    "PA Media",
    "PAP",
    "Petra",
    "Press Association",
    "Press Trust of India",
    "PTI",
    "Reuters",
    "RIA Novosti",
    "Ritzau",
    "SANA",
    "SID",
    "STT",
    "Tanjug",
    "TASS",
    "The Associated Press",
    "The Canadian Press",
    "Thomson Reuters",
    "TT",
    "Ukrinform",
    "UNI",
    "United Press International",
    "UPI",
    "WAM",
    "Xinhua",
    "Yonhap",
)
"""News agencies by the names they are credited with, as the agencies write them."""

_KNOWN = {name.casefold(): name for name in _NAMES}

_INPUTS = re.compile(
    r"^\W*(?:with|based on)(?:\s+\w+)?\s+"
    r"(?:inputs?|reports?|reporting|material|information|agency|agencies)\s+"
    r"(?:from|by)\s+(?P<names>[^.()\[\]]{2,80})\W*$",
    re.I,
)
_NAMED_INPUTS = re.compile(r"^\W*+(?:with\s++)?(?P<names>[^.()\[\]]{2,60}?)\s++inputs?\W*+$", re.I)
_SIGNATURE = re.compile(
    r"^(?:[—–―-]{1,2}|source\s*:|agency\s*:|\(|\[|©|\(c\))\s*(?P<names>[^.()\[\]]{2,60}?)\s*[)\].]?$",
    re.I,
)
_SEPARATOR = re.compile(r",|;|/|&|\band\b|\bund\b|\bet\b|\by\b", re.I)


def is_agency(name: str) -> bool:
    """Return whether ``name`` is a news agency's."""
    return name.strip(" .").casefold() in _KNOWN


def credited_agency(line: str) -> str | None:
    """Return whom a credit line names, or None if ``line`` is not such a line.

    "(With inputs from ANI)" gives "ANI", "— Reuters" gives "Reuters",
    "(With agency inputs)" gives "".
    """
    if re.fullmatch(r"\W*with(?:\s+\w+)?\s+(?:agency|agencies|wire)\s+\w+\W*", line, re.I):
        return ""
    if match := _INPUTS.match(line):
        return ", ".join(_known_form(name) for name in _names(match["names"]) if name[0].isupper())
    if match := _NAMED_INPUTS.match(line) or _SIGNATURE.match(line.strip()):
        names = _names(match["names"])
        if names and all(is_agency(name) for name in names):
            return ", ".join(_known_form(name) for name in names)
    return None


def dateline_agency(paragraph: str) -> str:
    """Return the agency in a dateline ("LONDON, 3 March (Reuters) - "), or ""."""
    names = _names(dateline_credit(paragraph))
    return ", ".join(map(_known_form, names)) if all(map(is_agency, names)) else ""


def _names(text: str) -> list[str]:
    return [name.strip() for name in _SEPARATOR.split(text) if name.strip()]


def _known_form(name: str) -> str:
    return _KNOWN.get(name.strip(" .").casefold(), name.strip())
