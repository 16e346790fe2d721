"""Which pairs of stories that are worded alike are versions of one, for the next build."""

from __future__ import annotations

from collections.abc import Mapping

from cuttings.entities.tagged_article import TaggedArticle


class JudgedPairs:
    """Knows of pairs of stories whether they report one event, by the stories' digests.

    Args:
        kept: Those of an earlier build (see ``kept``).
    """

    def __init__(self, kept: Mapping[str, bool] | None = None) -> None:
        self._known = kept or {}
        self._used: dict[str, bool] = {}

    def get(self, earlier: TaggedArticle, later: TaggedArticle) -> bool | None:
        """Return whether two stories are versions of one, None if it is not known."""
        key = earlier.digest + later.digest
        found = self._known.get(key)
        if found is not None:
            self._used[key] = found
        return found

    def add(self, earlier: TaggedArticle, later: TaggedArticle, are_versions: bool) -> None:
        """Keep whether two stories are versions of one; nothing if their digests are not known."""
        if earlier.digest and later.digest:
            self._used[earlier.digest + later.digest] = are_versions

    @property
    def kept(self) -> Mapping[str, bool]:
        """What is known of each pair that was asked for."""
        return self._used
