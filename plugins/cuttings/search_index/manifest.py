"""The manifest: the only file of the index with a fixed name; it names all others."""

from __future__ import annotations

from collections.abc import Sequence

from cuttings.search_index.analysis import LETTERS, STOP_WORDS
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex
from cuttings.search_index.term_list import pack_terms

MANIFEST_NAME = "manifest.js"
"""Its name in the folder of the index."""

FORMAT = 6
"""Version of everything in the folder; the engine refuses another."""


def manifest(
    index: InvertedIndex,
    *,
    first_terms: Sequence[str],
    partitions: Sequence[str],
    vocabulary: str,
    documents: str,
    previews: str,
    stories: str,
    positions: str,
    words: str,
    forms: str,
    dates: str,
    completions: str,
) -> dict[str, object]:
    """Return the manifest's payload.

    Args:
        index: The index, for its global statistics.
        first_terms: The first term of each partition, ascending.
        partitions: The content hash of each.
        vocabulary: Content hash of the list of all terms.
        documents: Content hash of what ranking and filters need of each document.
        previews: Content hash of the folder of previews.
        stories: Content hash of the folder of stored documents.
        positions: Content hash of the folder of positions, one file a partition.
        words: Content hash of the words to show for the terms.
        forms: Content hash of the headings' other forms.
        dates: Content hash of the documents' days.
        completions: Content hash of the table of completions.
    """
    return {
        "format": FORMAT,
        "documents": index.documents,
        "fields": [
            {
                "name": field.name,
                "boost": field.boost,
                "length": sum(lengths_of_field),
                "positions": field.has_positions,
            }
            for field, lengths_of_field in zip(FIELDS, index.lengths, strict=True)
        ],
        "stopWords": " ".join(sorted(STOP_WORDS)),
        "letters": LETTERS,
        "firstTerms": pack_terms(first_terms),
        "partitions": "".join(partitions),
        "vocabulary": vocabulary,
        "perDocument": documents,
        "previews": previews,
        "stories": stories,
        "positions": positions,
        "words": words,
        "forms": forms,
        "dates": dates,
        "completions": completions,
    }
