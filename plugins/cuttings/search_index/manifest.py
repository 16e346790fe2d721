"""The manifest and the summary: the only files of the index with fixed names.

The manifest names all others. The summary is for a search that begins in another site.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.other_sites import OtherSite
from cuttings.search_index.field import FIELDS
from cuttings.search_index.inverted_index import InvertedIndex
from cuttings.search_index.term_list import pack_terms
from cuttings.search_index.terms.plain_word import LETTERS, STOP_WORDS

MANIFEST_NAME = "manifest.js"
"""Its name in the folder of the index."""

SUMMARY_NAME = "summary.js"
"""Name of the summary there."""

FORMAT = 11
"""Version of everything in the folder; the engine refuses another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexNames:
    """By which names the files of an index are found, each a hash of its content.

    Attributes:
        first_terms: The first term of each partition, ascending.
        partitions: Of the folder of partitions.
        vocabulary: Of the list of all terms.
        documents: Of what ranking needs of each document.
        facets: Of the facets.
        previews: Of the folder of previews.
        stories: Of the folder of stored documents.
        positions: Of the folder of positions, one file a partition.
        surface: Of the folder of surface words, one file a partition.
        words: Of the words to show for the terms.
        forms: Of the headings' other forms.
        dates: Of the documents' days.
        completions: Of the table of completions.
    """

    first_terms: Sequence[str]
    partitions: str
    vocabulary: str
    documents: str
    facets: str
    previews: str
    stories: str
    positions: str
    surface: str
    words: str
    forms: str
    dates: str
    completions: str


def manifest(
    index: InvertedIndex, names: IndexNames, sites: Sequence[OtherSite] = ()
) -> dict[str, object]:
    """Return the manifest's payload.

    Args:
        index: The index, for its global statistics.
        names: The names of its files.
        sites: Other sites that are searched together with this one.
    """
    return {
        "format": FORMAT,
        "documents": index.documents,
        "fields": [
            {
                "name": field.name,
                "boost": field.boost,
                "length": int(lengths_of_field.sum()),
                "positions": field.has_positions,
            }
            for field, lengths_of_field in zip(FIELDS, index.lengths, strict=True)
        ],
        "stopWords": " ".join(sorted(STOP_WORDS)),
        "letters": LETTERS,
        "firstTerms": pack_terms(names.first_terms),
        "partitions": names.partitions,
        "vocabulary": names.vocabulary,
        "perDocument": names.documents,
        "facets": names.facets,
        "previews": names.previews,
        "stories": names.stories,
        "positions": names.positions,
        "surface": names.surface,
        "words": names.words,
        "forms": names.forms,
        "dates": names.dates,
        "completions": names.completions,
        **({"sites": [[site.name, site.way] for site in sites]} if sites else {}),
    }


def summary(
    payload: Mapping[str, Any], stories: Sequence[TaggedArticle], manifest_hash: str
) -> dict[str, object]:
    """Return what a search that begins in another site needs to know before any other file.

    ``dated`` is the number of dated documents, and ``days`` the first and the last of their days,
    counted from 0001-01-01 as day 1. They tell which documents come before those of another site,
    and whether a date leaves this one out.

    Args:
        payload: The manifest's payload.
        stories: The stories from the newest to the oldest, undated last.
        manifest_hash: The hash of the manifest.
    """
    days = [story.article.date.toordinal() for story in stories if story.article.date is not None]
    return {
        "format": FORMAT,
        "documents": payload["documents"],
        "lengths": [field["length"] for field in payload["fields"]],
        "dated": len(days),
        **({"days": [days[-1], days[0]]} if days else {}),
        "stories": payload["stories"],
        "manifest": manifest_hash,
    }
