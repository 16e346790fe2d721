"""Dates of publication: from a dateline, a line that is a date, or an address.

A date is only taken where the source states day, month and year. Nothing here
looks at the clock or at a file's times.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

import dateutil.parser

from cuttings.article.language.calendar_words import month_numbers, weekday_names
from cuttings.article.language.dateline import dateline_head, day_behind_place
from cuttings.article.web_link import split_link

_MONTH = r"(?P<month>[^\W\d_]{3,13})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d{2})"
_LONGEST_STATED = 100
"""Characters of a value that may be a date in a form of its own and nothing else."""

_STATED = (
    re.compile(rf"\b{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})(?!\d)"),
    re.compile(rf"(?<!\d){_DAY}[\s-]+(?:de\s+)?{_MONTH},?[\s-]+(?:del?\s+)?{_YEAR}\b", re.I),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"(?<![\d.]){_DAY}\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}(?![\d.]*\d)"),
    re.compile(rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]"),
)
"""Forms in which a day is written that leave no doubt what is its day and what its month."""

_DATE_LINE_WORDS = re.compile(
    r"\b(?:published|posted|updated|first|last|modified|on|at|date|am|pm|a\.m\.|p\.m\.|edt|est|gmt|utc|bst|"
    r"cet|ist|et|pt|day|wednes|satur|thurs|"
    r"publi[ée]|mis à jour|le|à|veröffentlicht|erstellt|aktualisiert|stand|am|um|uhr|publicado|"
    r"actualizado|el|atualizado|em|às|pubblicato|aggiornato|il|alle|opublikowano|aktualizacja|dnia|"
    r"gepubliceerd|bijgewerkt|op|опубликовано|обновлено|дата|δημοσιεύτηκε|ενημερώθηκε|yayınlandı|"
    r"güncellendi|公開|更新|発表|发布)\b|[年月日時分]",
    re.I,
)
_NUMERIC = re.compile(r"^(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)\d{4}\b")
_URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d{2})[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=[/._-]|$)",
    re.I,
)
_URL_COMPACT = re.compile(
    r"[/_-](?P<year>(?:19|20)\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[/._-]|$)"
)


def parse_stated_date(text: str) -> datetime.date | None:
    """Return the first full date that ``text`` states in words or as YYYY-MM-DD, or None."""
    return next((stated.date for stated in stated_dates(text)), None)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A full date in a text.

    Attributes:
        start: Where it starts.
        end: Where it ends.
        date: The day.
    """

    start: int
    end: int
    date: datetime.date


def stated_dates(text: str) -> list[StatedDate]:
    """Return the full dates that ``text`` states in words, as 2020-03-31 or as 31.3.2020."""
    found = [
        StatedDate(match.start(), match.end(), date)
        for pattern in _STATED
        for match in pattern.finditer(text)
        if (date := _date(match)) is not None
    ]
    return sorted(found, key=lambda stated: stated.start)


def dateline_date(paragraph: str) -> datetime.date | None:
    """Return the date of a dateline, or None if it has none or gives no year.

    "LONDON, 3 March 2020 (Reuters) - ..." gives 3 March 2020, as do "London, March 3, 2020: ..."
    and a line that is a place and a date; "SALVADOR, Feb 26 - ..." gives None.
    """
    if day := day_behind_place(paragraph):
        return line_date(day)
    return parse_stated_date(dateline_head(paragraph))


def line_date(line: str) -> datetime.date | None:
    """Return the date of a line that is a date and nothing else ("Published: 3 March 2020")."""
    if len(line) > 80:
        return None
    date = parse_stated_date(line)
    if date is None:
        return None
    rest = line
    for stated in reversed(stated_dates(line)):
        rest = f"{rest[: stated.start]} {rest[stated.end :]}"
    words = re.findall(r"[^\W\d_]{2,}", _DATE_LINE_WORDS.sub(" ", rest))
    return date if all(word.casefold() in weekday_names() for word in words) else None


def url_date(url: str) -> datetime.date | None:
    """Return the date in the path of an address (/2020/03/03/, /20200303/), or None."""
    path = split_link(url).path
    for pattern in (_URL_DATE, _URL_COMPACT):
        if (match := pattern.search(path)) and (date := _date(match)) is not None:
            return date
    return None


def _date(match: re.Match[str]) -> datetime.date | None:
    month = match["month"].casefold()
    try:
        number = int(month) if month.isdecimal() else month_numbers()[month]
        return datetime.date(int(match["year"]), number, int(match["day"]))
    except (KeyError, ValueError):
        return None


def parse_date(text: str) -> datetime.date | None:
    """Return the date that a metadata value states, in the zone it is written in, or None.

    A value without day, month or year states no date, and one that can be read
    with day and month either way round (04/05/2024) is left alone.
    """
    text = text.strip()
    if not text:
        return None
    try:
        return datetime.datetime.fromisoformat(text).date()
    except ValueError:
        pass
    if stated := parse_stated_date(text):
        return stated
    if len(text) > _LONGEST_STATED:
        return None
    day_first = False
    if match := _NUMERIC.match(text):
        first, second = int(match["first"]), int(match["second"])
        if match["mark"] == "/" and first <= 12 and second <= 12 and first != second:
            return None
        day_first = match["mark"] == "." or first > 12
    readings = set()
    try:
        for default in (datetime.datetime(1904, 1, 1), datetime.datetime(2000, 12, 31)):
            readings.add(
                dateutil.parser.parse(
                    text, default=default, dayfirst=day_first, ignoretz=True
                ).date()
            )
    except (ValueError, OverflowError):
        return None
    # What the value leaves out is filled from the default: only a full date reads the same twice.
    return readings.pop() if len(readings) == 1 else None


def day_stated(value: str) -> datetime.date | None:
    """Return the day that a date or a Unix time in seconds or milliseconds states, or None."""
    if value.isdecimal() and len(value) in {9, 10, 12, 13}:
        seconds = int(value) // (1000 if len(value) > 10 else 1)
        return datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC).date()
    return parse_date(value)
