"""Holdings: which sources, addresses, slugs and texts the archive already holds."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from pathlib import Path

from cuttings.article.address_key import address_key
from cuttings.article.article import Article
from cuttings.article.article_file import parse_article, read_article_text
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import distinct_slug, named_slug, payload_digest
from cuttings.garbage_collection import without_garbage_collection
from cuttings.ingest.filing.article_identity import ArticleIdentity
from cuttings.ingest.raw.draft import Draft
from cuttings.kept_rows import KeptRows

MOST_AT_ONE_ADDRESS = 16
"""Articles remembered of one address: some sources give one page for every story."""


class Holdings:
    """Sources, addresses and slugs of the articles in one content folder.

    What the articles' files say is asked for once; after that ``add`` keeps it true.
    """

    def __init__(self, folder: ContentFolder) -> None:
        self._articles: dict[str, list[Path]] = defaultdict(list)
        self._stories: dict[str, list[Path]] = defaultdict(list)
        self._by_address: dict[str, deque[Path]] = defaultdict(
            lambda: deque(maxlen=MOST_AT_ONE_ADDRESS)
        )
        self._slugs: set[str] = set()
        self._originals = (
            {path.stem for path in folder.originals.iterdir() if path.is_file()}
            if folder.originals.is_dir()
            else set()
        )
        self._read(folder)

    @without_garbage_collection()
    def _read(self, folder: ContentFolder) -> None:
        kept = KeptRows(folder.identities_cache, folder.root, _identity)
        for path in folder.article_paths():
            try:
                identity = ArticleIdentity(*kept.row(path))
            except Exception:
                # Tagging and builds say what is wrong with it; its name is taken all the same.
                identity = ArticleIdentity.of_name(path)
            self._add(path, identity.original, identity.record, identity.slug)
            if identity.address:
                self._by_address[identity.address].append(path)
        kept.keep()

    def add(self, path: Path, original: str, record: str, slug: str) -> None:
        """Note that the article at ``path`` is held.

        Args:
            path: The article's file.
            original: Payload digest of the file it came from, or "".
            record: Payload digest of the record, or "" if the article is the whole file.
            slug: Its slug.
        """
        self._add(path, original, record, named_slug(slug))

    def _add(self, path: Path, original: str, record: str, slug: str) -> None:
        if digest := record or original:
            self._articles[digest].append(path)
        if original:
            self._stories[original].append(path)
        # A file that a person named may have another slug; some disks take "A" for "a".
        self._slugs.add(slug)
        self._slugs.add(path.stem.casefold())

    def forget(self, path: Path, article: Article) -> None:
        """Note that ``article`` is not at ``path`` after all; its name is not given again."""
        for known in (
            self._articles.get(article.record or article.original),
            self._stories.get(article.original),
            self._by_address.get(address_key(article.url)),
        ):
            if known is not None and path in known:
                known.remove(path)

    def add_address(self, path: Path, url: str) -> None:
        """Note that the article at ``path`` was published at ``url``, which may be ""."""
        if key := address_key(url):
            self._by_address[key].append(path)

    def add_original(self, original: str) -> None:
        """Note that the file with this payload digest is kept."""
        self._originals.add(original)

    def has_original(self, original: str) -> bool:
        """Return whether the file with this payload digest is kept."""
        return original in self._originals

    def articles_of(self, digest: str) -> tuple[Path, ...]:
        """Return the articles whose source, file or record, has this payload digest."""
        return tuple(self._articles.get(digest, ()))

    def stories_of(self, original: str) -> tuple[Path, ...]:
        """Return the articles that came from the file with this payload digest."""
        return tuple(self._stories.get(original, ()))

    def articles_at(self, url: str) -> tuple[Path, ...]:
        """Return the articles that were published at ``url``, whatever redirect leads to it.

        Of very many only those that were noted last.
        """
        return tuple(self._by_address.get(address_key(url), ()))

    def free_slug(self, slug: str, digest: str) -> str:
        """Return ``slug``, or if another article has it, one marked by the source's digest."""
        number = 1
        mark = digest
        candidate = slug
        while candidate in self._slugs:
            candidate = distinct_slug(slug, mark)
            number += 1
            mark = payload_digest(f"{digest}/{number}".encode())
        return candidate


def same_text(draft: Draft, articles: Iterable[Path]) -> tuple[Path, ...]:
    """Return the articles that have the draft's headline and text, word for word.

    They make a page that comes in again a revisit, not a newer version. An article that cannot be
    read does not count; the build reports what is wrong with it.

    Args:
        draft: The story that comes in.
        articles: The articles of its address.
    """
    words = draft.body.split()
    return tuple(path for path in articles if _has_text(path, draft.title, words))


def _identity(path: Path) -> list[str]:
    return [*ArticleIdentity.read(path)]


def _has_text(path: Path, title: str, words: list[str]) -> bool:
    try:
        text = read_article_text(path)
        if words and text.split()[-len(words) :] != words:
            # Not its last words, so not its body; what stands above that need not be understood.
            return False
        article = parse_article(text, path)
    except Exception:
        return False
    return article.title == title and article.body.split() == words
