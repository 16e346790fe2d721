"""Builds the search index of an archive into a folder."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysis import Analysis
from cuttings.search_index.best_documents import BestDocuments
from cuttings.search_index.completion import Completions, completions
from cuttings.search_index.document_date import pack_dates
from cuttings.search_index.facet import facets
from cuttings.search_index.heading_forms import heading_forms
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.manifest import MANIFEST_NAME, manifest
from cuttings.search_index.packing import pack
from cuttings.search_index.partition import partitions
from cuttings.search_index.position_list import pack_positions
from cuttings.search_index.preview import PreviewFiles, pack_files
from cuttings.search_index.script_folder import ScriptFolder
from cuttings.search_index.stored_document import document_blocks
from cuttings.search_index.term_list import pack_terms
from cuttings.search_index.token_column import analysed
from cuttings.search_index.version_list import pack_versions
from cuttings.search_index.word_list import Word, pack_words, words_of
from cuttings.versions.version_cluster import VersionCluster


@contextmanager
def _no_cycle_search() -> Iterator[None]:
    """Let Python not look for reference cycles meanwhile.

    An index is millions of objects and no cycle among them; looking takes an eighth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_no_cycle_search()
def build_index(
    stories: Iterable[TaggedArticle],
    folder: Path,
    clusters: Sequence[VersionCluster] = (),
    processes: int | None = None,
) -> dict[str, object]:
    """Write the index of ``stories`` into ``folder`` and remove what an earlier build left there.

    The same stories give the same bytes, in whatever order they come and however many
    processes share the work.

    Args:
        stories: The archive.
        folder: Where its index goes.
        clusters: Those of its stories that are versions of one.
        processes: How many processes may share the work (None: what the machine allows).

    Returns:
        The manifest's payload, which a page may bring along.

    Raises:
        IndexingError: If a file cannot be written.
        WorkerError: If a process dies.
    """
    numbered = number_documents(stories)
    scripts = ScriptFolder(folder)
    analysis = Analysis()
    batches = analysed(numbered, processes)
    blocks = scripts.write_numbered("stories", document_blocks(numbered))
    per_document = facets(numbered)
    index = invert(batches, analysis)
    first_terms: list[str] = []
    names: list[str] = []
    positions: list[str] = []
    vocabulary: list[str] = []
    previews = PreviewFiles(numbered, BestDocuments(index), analysis)
    words: list[Word] = []
    for partition in partitions(index.terms()):
        postings = [index.postings(term) for term in partition.terms]
        files = pack_files(map(previews.add, postings))
        names.append(scripts.write_hashed("partition", [*partition.payload, files]))
        positions.append(pack_positions(postings))
        words.extend(words_of(postings, index.spellings))
        first_terms.append(partition.terms[0])
        vocabulary.extend(partition.terms)
    lengths = [pack(lengths) for lengths in index.lengths]
    payload = manifest(
        index,
        first_terms=first_terms,
        partitions=names,
        vocabulary=scripts.write_hashed("vocabulary", pack_terms(vocabulary)),
        documents=scripts.write_hashed(
            "documents",
            {
                "lengths": lengths,
                "facets": per_document,
                "versions": pack_versions(numbered, clusters),
            },
        ),
        previews=scripts.write_numbered("previews", previews.payloads),
        stories=blocks,
        positions=scripts.write_numbered("positions", positions),
        words=scripts.write_hashed("words", pack_words(words)),
        forms=scripts.write_hashed("forms", heading_forms(numbered)),
        dates=scripts.write_hashed("dates", pack_dates(numbered)),
        completions=_write_completions(completions(numbered, words), scripts),
    )
    scripts.write(MANIFEST_NAME, payload)
    scripts.remove_others()
    return payload


def _write_completions(found: Completions, scripts: ScriptFolder) -> str:
    """Write the files of completions and their table; return the table's hash."""
    names = [scripts.write_hashed("completion", file.payload) for file in found.files]
    return scripts.write_hashed("completions", found.table(names))


def number_documents(stories: Iterable[TaggedArticle]) -> Sequence[TaggedArticle]:
    """Return stories from the newest to the oldest, undated last; equal dates by slug.

    A document's number is its place, so a result sorted by date is one sorted by number.
    """
    return sorted(stories, key=_age)


def _age(story: TaggedArticle) -> tuple[float, float, str]:
    date = story.article.date
    if date is None:
        return (float("inf"), 0, story.article.slug)
    seconds = 0.0
    if isinstance(date, datetime.datetime):
        midnight = date.replace(hour=0, minute=0, second=0, microsecond=0)
        seconds = (date - midnight).total_seconds()
    return (-date.toordinal(), -seconds, story.article.slug)
