"""The days that a page shows its readers, and what it says of each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from cuttings.ingest.text.dates import StatedDate, parse_date, stated_dates
from cuttings.ingest.web.day_marks import Said, said_by_names, said_in
from cuttings.ingest.web.page_heading import headline_element
from cuttings.ingest.web.page_place import is_elsewhere, names_of

_WITHOUT_TEXT = frozenset("script style noscript template option textarea svg".split())
_HAS_YEAR = re.compile(r"(?:1[6-9]|20)\d\d|\d[./]\d{1,2}[./]\d\d(?!\d)")
_IN_DIGITS = re.compile(
    r"(?<![\d/.])(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"
)
_NODES = 3
"""Texts before a date, each of an element, in which it is said what day it is."""

_CONTEXT = 40
"""Characters of these that are looked at."""

_LONGEST_LINE = 90
"""Characters of a text besides its date from which it is a paragraph and no line of a date."""

_MOST_WORDS = 200
"""Characters before a date in its own text that are looked at."""

_MOST_DATES = 200
"""Texts with a day that are looked at: a story's page has far fewer."""

_BEGINS = 40
"""Characters before a date that begins a paragraph: "Karlsruhe, (12.11.2021)."."""

_LONGEST_HEADLINE = 300


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A day that a page shows.

    Attributes:
        date: The day.
        said: What the page says of it.
        distance: Characters of text from the headline's end to it, negative above; None if the
            page shows no headline.
        is_line: Whether it stands in a line of its own, not in a paragraph.
    """

    date: datetime.date
    said: Said
    distance: int | None
    is_line: bool


def shown_dates(root: HtmlElement, title: str, *, day_first: bool) -> list[ShownDate]:
    """Return the days that a page shows beside its story, in document order.

    Args:
        root: The page.
        title: Its headline, or "".
        day_first: Whether 4/5/2020 is a day in May; a date that may be read both ways is
            left out if not.
    """
    body = root.find("body")
    if body is None:
        return []
    found: list[tuple[int, ShownDate]] = []
    anchor = None
    lines = _lines(body, headline_element(root, title))
    for place, holder, line, before in islice(lines, _MOST_DATES):
        if holder is None:
            anchor = place
        elif not is_elsewhere(holder):
            found += [(place, shown) for shown in _shown(line, holder, before, day_first=day_first)]
    if anchor is None:
        return [shown for _, shown in found]
    return [replace(shown, distance=place - anchor) for place, shown in found]


def _lines(
    body: HtmlElement, headline: HtmlElement | None
) -> Iterator[tuple[int, HtmlElement | None, str, str]]:
    """Yield each text that may have a day in it, with its place, its element and what is before.

    At the headline's end there is no element and no text.
    """
    place = 0
    texts: list[str] = []
    walk = etree.iterwalk(body, events=("start", "end", "comment"))
    for event, node in walk:
        if event == "start":
            if node.tag in _WITHOUT_TEXT:
                walk.skip_subtree()
                continue
            text, holder = node.text, node
        else:
            text, holder = node.tail, None
            if node is headline:
                yield place, None, "", ""
        if not text or not (text := text.strip()):
            continue
        if _HAS_YEAR.search(text) or (event == "start" and node.tag == "time"):
            element = holder if holder is not None else node.getparent()
            yield place, element, " ".join(text.split()), " ".join(texts[-_NODES:])[-_CONTEXT:]
        place += len(text)
        texts.append(text)


def _shown(line: str, element: HtmlElement, before: str, *, day_first: bool) -> Iterator[ShownDate]:
    dates = sorted(
        [*stated_dates(line), *_in_digits(line, day_first=day_first)], key=lambda one: one.start
    )
    if not dates and (stamp := element.get("datetime")) and (day := parse_date(stamp)):
        dates = [StatedDate(0, len(line), day)]
    start = 0
    rest = len(line) - sum(one.end - one.start for one in dates)
    for one in dates:
        words = line[start : one.start]
        said = said_in(
            words[-_MOST_WORDS:] if start or one.start > _CONTEXT else f"{before} {words}",
            line[one.end : one.end + _CONTEXT].lstrip(" )"),
        )
        if said is Said.NOTHING:
            said = _said_around(element)
        is_line = rest <= _LONGEST_LINE
        if is_line or one.start <= _BEGINS or said is not Said.NOTHING:
            yield ShownDate(one.date, said, None, is_line)
        start = one.end


def _in_digits(line: str, *, day_first: bool) -> Iterator[StatedDate]:
    """Yield the days that are written as 31/3/2020 or 31.3.20."""
    for match in _IN_DIGITS.finditer(line):
        first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
        if match["mark"] == "." and year > 99:
            continue
        if match["mark"] == "." or day_first or first > 12:
            day, month = first, second
        elif second > 12 or first == second:
            day, month = second, first
        else:
            continue
        try:
            date = datetime.date(year if year > 99 else 2000 + year, month, day)
        except ValueError:
            continue
        yield StatedDate(match.start(), match.end(), date)


def _said_around(element: HtmlElement) -> Said:
    """Return what the classes of an element say of the day in it, else those around it."""
    for _ in range(2):
        said = said_by_names(f"{names_of(element)} {element.get('itemprop') or ''}")
        if said is not Said.NOTHING:
            return said
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return Said.NOTHING
