"""Kept documents: what the analysis of an archive found, by the texts that it was found in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Self

import numpy as np

from cuttings.build_cache import BuildCache
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import AnalysedDocuments, field_texts
from cuttings.search_index.terms.spelling import Spelling, SpellingKind
from cuttings.search_index.terms.surface_form import SurfaceForm

NAME = "index/documents"
"""Its name in the cache of a build."""

_DIGEST_SIZE = 16


@dataclass(frozen=True, slots=True)
class KeptDocuments:
    """Analysed documents of an earlier build.

    Attributes:
        places: The place of each by the digest of its texts.
        documents: All of them.
    """

    places: Mapping[bytes, int]
    documents: AnalysedDocuments

    @classmethod
    def load(cls, cache: BuildCache) -> Self:
        """Return what the last build kept, or nothing."""
        value = cache.load(NAME)
        if value is None:
            return cls({}, AnalysedDocuments.joined(()))
        digests: list[bytes] = value["digests"].view(f"V{_DIGEST_SIZE}").ravel().tolist()
        return cls({digest: place for place, digest in enumerate(digests)}, _documents(value))

    def store(
        self, cache: BuildCache, digests: Sequence[bytes], documents: AnalysedDocuments
    ) -> None:
        """Keep the documents of this build for the next, but those that have a fault.

        They are reported in every build, so every build analyses them.

        Args:
            cache: The build's cache.
            digests: The digest of each document's texts.
            documents: The documents.
        """
        if list(self.places) == list(digests):
            return
        if documents.faults:
            faulty = {place for place, _ in documents.faults}
            sound = [place for place in range(len(digests)) if place not in faulty]
            digests = [digests[place] for place in sound]
            documents = documents.taken(sound)
        cache.store(NAME, _value(digests, documents))

    def completed(
        self, digests: Sequence[bytes], fresh: Iterable[AnalysedDocuments]
    ) -> AnalysedDocuments:
        """Return the documents of this build.

        Args:
            digests: The digest of each document's texts.
            fresh: The analysed documents that were not kept, in their order.
        """
        if not self.places:
            return AnalysedDocuments.joined(fresh)
        together = AnalysedDocuments.joined((self.documents, *fresh))
        next_fresh = iter(range(len(self.documents.counts), len(together.counts)))
        order = [
            self.places[digest] if digest in self.places else next(next_fresh) for digest in digests
        ]
        return together.taken(order)


def texts_digest(story: TaggedArticle) -> bytes:
    """Return the digest of all that is analysed of a story."""
    digest = blake2b(digest_size=_DIGEST_SIZE)
    for text in field_texts(story):
        content = text.encode("utf-8", "surrogatepass")
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.digest()


def _value(digests: Sequence[bytes], documents: AnalysedDocuments) -> dict[str, Any]:
    words = documents.words
    return {
        "digests": np.frombuffer(b"".join(digests), np.uint8),
        "spellings": [spelling.text for spelling in words],
        "kinds": bytes(spelling.kind for spelling in words),
        "terms": [form.term for form in words.values()],
        "words": [form.word for form in words.values()],
        "capitals": bytes(form.capitals for form in words.values()),
        "columns": [
            documents.counts,
            documents.tokens,
            documents.compound_counts,
            documents.compounds,
            documents.compound_places,
        ],
    }


def _documents(value: Mapping[str, Any]) -> AnalysedDocuments:
    spellings = map(
        Spelling, value["spellings"], map(tuple(SpellingKind).__getitem__, value["kinds"])
    )
    forms = map(SurfaceForm, value["terms"], value["words"], value["capitals"])
    return AnalysedDocuments(dict(zip(spellings, forms, strict=True)), *value["columns"])
