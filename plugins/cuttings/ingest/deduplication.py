"""Deduplication: which sources and slugs the archive already holds."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import distinct_slug, payload_digest


class Holdings:
    """Sources and slugs of the articles in one content folder.

    The articles' front matter is read once, when first asked for; after that
    ``add`` keeps it true. Only the lines above each body are read.
    """

    def __init__(self, folder: ContentFolder) -> None:
        self._articles: dict[str, list[Path]] = defaultdict(list)
        self._slugs: set[str] = set()
        self._originals = (
            {path.stem for path in folder.originals.iterdir() if path.is_file()}
            if folder.originals.is_dir()
            else set()
        )
        for path in folder.article_paths():
            original, slug = _identity(path)
            self.add(path, original, slug)

    def add(self, path: Path, original: str, slug: str) -> None:
        """Note that the article at ``path`` is held."""
        if original:
            self._articles[original].append(path)
        self._slugs.add(slug)

    def add_original(self, original: str) -> None:
        """Note that the source with this payload digest is kept."""
        self._originals.add(original)

    def has_original(self, original: str) -> bool:
        """Tell whether the source with this payload digest is kept."""
        return original in self._originals

    def articles_of(self, original: str) -> tuple[Path, ...]:
        """Return the articles that came from the source with this payload digest."""
        return tuple(self._articles.get(original, ()))

    def free_slug(self, slug: str, original: str) -> str:
        """Return ``slug``, or if another article has it, one marked by the source's digest."""
        number = 1
        mark = original
        candidate = slug
        while candidate in self._slugs:
            candidate = distinct_slug(slug, mark)
            number += 1
            mark = payload_digest(f"{original}/{number}".encode())
        return candidate


def _identity(path: Path) -> tuple[str, str]:
    """Return the ``Original`` and the slug of an article's file."""
    original, slug = "", path.stem
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            key, colon, value = line.partition(":")
            if not line.strip():
                break
            if colon and (name := key.strip().lower()) in {"original", "slug"} and value.strip():
                if name == "original":
                    original = value.strip()
                else:
                    slug = value.strip()
    return original, slug
