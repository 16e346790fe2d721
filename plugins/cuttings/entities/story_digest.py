"""The digest of a story with its tags: of all that its tags are found from."""

from __future__ import annotations

import functools
import hashlib

from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.entity import EntityKind


class StoryDigests:
    """Gives the digests of the stories of one archive.

    Stories of one digest are the same to all who read them: text, tags, and what pages and index
    show of the entities. A digest is made without finding the tags.

    Args:
        authorities: The authority records.
        catalogue: The entities of the archive.
    """

    def __init__(self, authorities: Authorities, catalogue: Catalogue) -> None:
        self._authorities = authorities
        self._catalogue = catalogue
        self._entities: dict[EntityKind, dict[str, bytes]] = {kind: {} for kind in EntityKind}

    def of(self, filed: FiledArticle, headings: ArticleHeadings) -> str:
        """Return the digest of a story in hexadecimal digits, "" if its file's is not known.

        Args:
            filed: The story as filed.
            headings: The headings of its entities.
        """
        if not filed.digest:
            return ""
        own = f"{filed.digest}{(headings.path, sorted(headings.about))!r}"
        parts = [own.encode(errors="replace")]
        for kind, of_kind in headings.by_kind.items():
            known = self._entities[kind]
            parts += [known.get(heading) or self._entity(kind, heading) for heading in of_kind]
        if headings.is_divided:
            parts.append(self._all_facts)
        return hashlib.blake2b(b"".join(parts), digest_size=16).hexdigest()

    @functools.cached_property
    def _all_facts(self) -> bytes:
        return hashlib.sha256(self._authorities.all_facts.encode(errors="replace")).digest()

    def _entity(self, kind: EntityKind, heading: str) -> bytes:
        entity = self._catalogue.entity(kind, heading)
        shown = f"{entity!r}{self._authorities.facts(kind, heading)}"
        digest = hashlib.sha256(shown.encode(errors="replace")).digest()
        self._entities[kind][heading] = digest
        return digest
