"""Kept digests: those of what the index holds of each story, by the digest of the story."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cuttings.build_cache import BuildCache
from cuttings.entities.tagged_article import TaggedArticle

NAME = "index/digests"
"""Its name in the cache of a build."""

DocumentDigests = tuple[bytes, bytes]
"""Digests of all that is analysed of a story, and of what is stored of it."""


def document_digests(
    stories: Sequence[TaggedArticle], make: Callable[[int], DocumentDigests], cache: BuildCache
) -> list[DocumentDigests]:
    """Return the digests of each story; those of a story that is known are not made again.

    Args:
        stories: The archive.
        make: Makes those of the story at a place.
        cache: What the last build left for this one; it gets what this one leaves.
    """
    known: Mapping[str, DocumentDigests] = cache.load(NAME) or {}
    digests = [known.get(story.digest) or make(place) for place, story in enumerate(stories)]
    kept = {story.digest: of_story for story, of_story in zip(stories, digests, strict=True)}
    kept.pop("", None)
    if kept.keys() != known.keys():
        cache.store(NAME, kept)
    return digests
