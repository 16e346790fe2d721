"""A page that is known before it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

PageT = TypeVar("PageT")


@dataclass(frozen=True, slots=True)
class LazyPage(Generic[PageT]):
    """What makes a page.

    Attributes:
        path: The page's path from the site's root.
        make: Gives the value that its template shows.
        digest: Gives a digest of all that the value is made from, "" if that is not known. Pages
            of one path, template and digest are the same.
        exact: Gives a digest of what the value shows. It takes longer, and stays the same
            where only other pages of a list show a change. None if a page has no such digest.
    """

    path: str
    make: Callable[[], PageT]
    digest: Callable[[], str]
    exact: Callable[[], str] | None = None
