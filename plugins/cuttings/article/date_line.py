"""The date lines of an article: a day, or an instant with its offset."""

from __future__ import annotations

import datetime
import warnings

import dateutil.parser

_LONGEST = 100
"""Characters of the longest value that is looked at; dates are shorter, in any form."""

_DEFAULTS = (datetime.datetime(1904, 1, 1), datetime.datetime(2000, 12, 31))
"""Two days that have nothing in common: what a value leaves out is filled from them."""


def read_date(value: str) -> datetime.date | datetime.datetime:
    """Return the day or instant that a date line gives, in ISO 8601 or in another usual form.

    Raises:
        ValueError: If it is not a full date, or one that no calendar or time zone has; the
            message says which, as the end of a sentence.
    """
    try:
        found = _parsed(value)
        # Some values are read, and fail as soon as they are written or brought to another zone.
        if isinstance(found, datetime.datetime):
            found.astimezone(datetime.UTC) if found.tzinfo else found.isoformat()
    except _IncompleteDateError as error:
        raise ValueError("is not a full date") from error
    except Exception as error:
        # Whatever a parser of many forms raises, for one value it means the same.
        raise ValueError("is not a date") from error
    return found


class _IncompleteDateError(ValueError):
    """A day, a month or a year is missing."""


def _parsed(value: str) -> datetime.date | datetime.datetime:
    if len(value) > _LONGEST:
        raise ValueError(value[:_LONGEST])
    try:
        if len(value) == len("YYYY-MM-DD"):
            return datetime.date.fromisoformat(value)
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        pass
    with warnings.catch_warnings():
        # A zone's name that is not known is left out; nothing is to be said of it on each reading.
        warnings.simplefilter("ignore", dateutil.parser.UnknownTimezoneWarning)
        first, second = (dateutil.parser.parse(value, default=default) for default in _DEFAULTS)
    if first.date() != second.date():
        raise _IncompleteDateError(value)
    return first
