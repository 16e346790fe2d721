"""A publication that stories come from."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cuttings.article.identity import source_slug, usual_name
from cuttings.entities.tagged_article import TaggedArticle


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A publication and the number of its stories.

    Attributes:
        name: Its name in the form most stories give.
        path: Its page's path from the site's root.
        count: Number of its stories.
    """

    name: str
    path: str
    count: int


@functools.cache
def source_path(name: str) -> str:
    """Return the page of the publication ``name``; "" for an empty name.

    Names with one slug are one source.
    """
    return f"sources/{source_slug(name)}.html" if name else ""


def count_sources(stories: Iterable[TaggedArticle]) -> tuple[SourceCount, ...]:
    """Count the stories of each publication, in the order of their paths."""
    names: dict[str, Counter[str]] = {}
    for story in stories:
        if name := story.article.source:
            names.setdefault(source_path(name), Counter())[name] += 1
    return tuple(
        SourceCount(usual_name(forms), path, forms.total()) for path, forms in sorted(names.items())
    )
