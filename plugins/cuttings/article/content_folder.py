"""Where things lie in a content folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article import Article


@dataclass(frozen=True, slots=True)
class ContentFolder:
    """The folders of one archive below ``root``."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Raw files waiting to be taken in."""
        return self.root / "inbox"

    @property
    def articles(self) -> Path:
        """The archive: ``YYYY/slug.md``."""
        return self.root / "articles"

    @property
    def originals(self) -> Path:
        """Untouched sources, named by payload digest."""
        return self.root / "originals"

    @property
    def fetch_list(self) -> Path:
        """Addresses of stories that are still to be fetched, a CSV table."""
        return self.root / "to-fetch.csv"

    @property
    def captures(self) -> Path:
        """What was fetched, a CSV table."""
        return self.root / "fetched.csv"

    @property
    def review_journal(self) -> Path:
        """What was decided at the desk, a line each."""
        return self.root / ".cuttings-review.jsonl"

    @property
    def merge_cache(self) -> Path:
        """The merges that the desk suggests; they are looked for anew if the file is missing."""
        return self.root / ".cuttings-merges.json"

    @property
    def names_cache(self) -> Path:
        """What each story says about its names; it is read anew if the file is missing."""
        return self.root / ".cuttings-names.json"

    @property
    def identities_cache(self) -> Path:
        """What identifies each article; it is read anew if the file is missing."""
        return self.root / ".cuttings-identities.json"

    @property
    def desk_cache(self) -> Path:
        """The first lines of each article; they are read anew if the file is missing."""
        return self.root / ".cuttings-desk.json"

    @property
    def authorities(self) -> Path:
        """Authority records, one CSV file a kind of entity."""
        return self.root / "authorities"

    def article_path(self, article: Article) -> Path:
        """Return where ``article`` is filed: the year of its date, then its slug."""
        year = f"{article.filing_date.year:04}"
        return self.articles / year / f"{article.slug}.md"

    def article_paths(self) -> Iterator[Path]:
        """Yield every article's file in a fixed order, and what stands where one should.

        That is a folder named like an article, a link, which is not followed, and a folder that
        cannot be opened: whoever reads it (``read_article``) says so. Hidden files and folders
        are left out, as builds leave them out.
        """
        paths: list[Path] = []

        def note_closed(error: OSError) -> None:
            if not isinstance(error, FileNotFoundError):
                paths.append(Path(error.filename))

        for folder, subfolders, names in os.walk(self.articles, onerror=note_closed):
            parent = Path(folder)
            subfolders[:] = [name for name in subfolders if not name.startswith(".")]
            paths += (parent / name for name in names if _is_article(name))
            paths += (
                parent / name
                for name in subfolders
                if _is_article(name) or (parent / name).is_symlink()
            )
        # By their parts, as paths compare themselves, only faster.
        yield from sorted(paths, key=lambda path: path.parts)


def _is_article(name: str) -> bool:
    return name.endswith(".md") and not name.startswith(".")
