"""Where things lie in a content folder."""

from __future__ import annotations

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
    def authorities(self) -> Path:
        """Authority records, one CSV file a kind of entity."""
        return self.root / "authorities"

    def article_path(self, article: Article) -> Path:
        """Return where ``article`` is filed: the year of its date, then its slug."""
        year = f"{article.filing_date.year:04}"
        return self.articles / year / f"{article.slug}.md"

    def article_paths(self) -> Iterator[Path]:
        """Yield every article's file in a fixed order."""
        yield from sorted(self.articles.rglob("*.md"))
