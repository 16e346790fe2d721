"""Builds the search index of an archive into a folder."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Self, TypeVar

from cuttings.build_cache import BuildCache
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError, Report, raise_error
from cuttings.garbage_collection import without_garbage_collection
from cuttings.kept_file import FileState
from cuttings.other_sites import OtherSite
from cuttings.search_index.analysed_documents import (
    LEAST_SHARE,
    AnalysedDocuments,
    analysed,
    worthwhile_processes,
)
from cuttings.search_index.completion import Completions, completions
from cuttings.search_index.document_date import pack_dates
from cuttings.search_index.facet import facets
from cuttings.search_index.heading_forms import heading_forms
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.kept.kept_digests import DocumentDigests, document_digests
from cuttings.search_index.kept.kept_documents import KeptDocuments, texts_digest
from cuttings.search_index.kept.kept_scripts import KeptScripts, WrittenScripts
from cuttings.search_index.manifest import (
    MANIFEST_NAME,
    SUMMARY_NAME,
    IndexNames,
    manifest,
    summary,
)
from cuttings.search_index.packed_column import PackedColumn
from cuttings.search_index.partition import Partition, partitions
from cuttings.search_index.position_list import pack_positions
from cuttings.search_index.postings import Postings
from cuttings.search_index.preview import pack_files, previewed_terms
from cuttings.search_index.preview_folder import PreviewTask, write_previews
from cuttings.search_index.script_folder import KeyedPayload, ScriptFolder, content_digest, script
from cuttings.search_index.stored_document import StoredDocuments, document_blocks
from cuttings.search_index.term_list import pack_terms
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.version_list import pack_versions
from cuttings.search_index.words.rarer_words import pack_rarer_words
from cuttings.search_index.words.surface_words import (
    SurfaceWord,
    pack_surface_words,
    surface_words,
)
from cuttings.search_index.words.word_list import Word, pack_words, words_of
from cuttings.versions.version_cluster import VersionCluster
from cuttings.worker_pool import in_order

Of = TypeVar("Of")
"""Something that there is for each term."""


@dataclass(frozen=True, slots=True)
class IndexFilters:
    """What filters need: facets, other forms of headings, and days.

    Attributes:
        names: The names of these files in the manifest.
        scripts: What was written.
    """

    names: Mapping[str, str]
    scripts: WrittenScripts

    @classmethod
    def write(
        cls, stories: Iterable[TaggedArticle], folder: Path, cache: BuildCache | None = None
    ) -> Self:
        """Write them; the arguments are those of ``draft_index``.

        Raises:
            IndexingError: If a file cannot be written.
        """
        numbered = number_documents(stories)
        scripts = ScriptFolder(folder, KeptScripts.load(cache or BuildCache(), folder))
        names = {
            "facets": scripts.write_hashed("facets", facets(numbered)),
            "forms": scripts.write_hashed("forms", heading_forms(numbered)),
            "dates": scripts.write_hashed("dates", pack_dates(numbered)),
        }
        return cls(names, scripts.written)


@dataclass(frozen=True, slots=True)
class IndexDraft:
    """An index that is written but for its filters, and which stories are versions of one.

    Attributes:
        payload: The manifest's payload without the names of these files.
        lengths: For each field the packed lengths of all documents.
        scripts: What was written.
    """

    payload: dict[str, object]
    lengths: list[str]
    scripts: WrittenScripts

    def finish(
        self,
        filters: IndexFilters,
        stories: Iterable[TaggedArticle],
        folder: Path,
        clusters: Sequence[VersionCluster] = (),
        cache: BuildCache | None = None,
        note_file: Callable[[str, FileState], None] = lambda _name, _state: None,
    ) -> dict[str, object]:
        """Write the rest, and remove what an earlier build left in the folder.

        Args:
            filters: The filters of the index.
            stories: The archive.
            folder: Where its index goes.
            clusters: Those of its stories that are versions of one.
            cache: As for ``draft_index``; it gets what this build leaves.
            note_file: Called with the name in the folder and the state of each file of the index.

        Returns:
            The manifest's payload, which a page may bring along.

        Raises:
            IndexingError: If a file cannot be written.
        """
        cache = cache or BuildCache()
        scripts = ScriptFolder(folder, KeptScripts.of_site(cache, folder))
        scripts.take_over(self.scripts)
        scripts.take_over(filters.scripts)
        numbered = number_documents(stories)
        versions = pack_versions(numbered, clusters)
        per_document = {"lengths": self.lengths, "versions": versions}
        name = scripts.write_hashed("documents", per_document)
        payload = {**self.payload, **filters.names, "perDocument": name}
        manifest_hash = scripts.write(MANIFEST_NAME, payload)
        scripts.write(SUMMARY_NAME, summary(payload, numbered, manifest_hash))
        scripts.remove_others()
        scripts.written.store(cache)
        for name, (_, state) in scripts.written.files.items():
            note_file(name, state)
        return payload


def build_index(
    stories: Iterable[TaggedArticle],
    folder: Path,
    clusters: Sequence[VersionCluster] = (),
    processes: int | None = None,
    report: Report = raise_error,
    least_share: int = LEAST_SHARE,
    cache: BuildCache | None = None,
    sites: Sequence[OtherSite] = (),
) -> dict[str, object]:
    """Write the index of ``stories`` into ``folder`` and remove what an earlier build left there.

    The arguments are those of ``draft_index`` and ``IndexDraft.finish``.

    Returns:
        The manifest's payload, which a page may bring along.

    Raises:
        IndexingError: If a file cannot be written.
        WorkerError: If a process dies.
    """
    draft = draft_index(stories, folder, processes, report, least_share, cache, sites)
    filters = IndexFilters.write(stories, folder, cache)
    return draft.finish(filters, stories, folder, clusters, cache)


@without_garbage_collection()
def draft_index(
    stories: Iterable[TaggedArticle],
    folder: Path,
    processes: int | None = None,
    report: Report = raise_error,
    least_share: int = LEAST_SHARE,
    cache: BuildCache | None = None,
    sites: Sequence[OtherSite] = (),
) -> IndexDraft:
    """Write the index of ``stories`` but for its filters, and which of them are versions of one.

    The same stories give the same bytes, in whatever order they come and however many
    processes share the work.

    Args:
        stories: The archive.
        folder: Where its index goes.
        processes: How many processes may share the work (None: what the machine allows).
        report: Called with the reason for each story with a field that cannot be indexed.
        least_share: Characters of text that are worth a process of their own.
        cache: What the last build left for this one (None: nothing). It changes no byte.
        sites: Other sites that are searched together with this one.

    Raises:
        IndexingError: If a file cannot be written.
        WorkerError: If a process dies.
    """
    cache = cache or BuildCache()
    numbered = number_documents(stories)
    scripts = ScriptFolder(folder, KeptScripts.load(cache, folder))
    analysis = Analysis()
    shares = worthwhile_processes(numbered, processes, least_share)
    documents = StoredDocuments(numbered)
    digests, stored_digests = _digests(numbered, documents, cache)
    kept = KeptDocuments.load(cache)
    fresh = [
        story for story, digest in zip(numbered, digests, strict=True) if digest not in kept.places
    ]
    batches = analysed(fresh, worthwhile_processes(fresh, processes, least_share))
    blocks = document_blocks(range(len(numbered)))
    keyed = (_keyed(block, documents, stored_digests) for block in blocks)
    names = {"stories": scripts.write_keyed("stories", keyed)}
    found = kept.completed(digests, _reported(batches, fresh, report))
    kept.store(cache, digests, found)
    index = invert([found], analysis)
    terms = tuple(previewed_terms(index))
    task = PreviewTask(folder, documents, stored_digests, terms, analysis, cache)
    previews = in_order(write_previews, [task], shares)
    parts = list(partitions(index.postings))
    surface = surface_words(index.postings, index.forms)
    words = list(words_of(index.postings, index.spellings, surface))
    names |= _write_terms(index.postings, parts, words, scripts)
    first_terms = [part.terms[0] for part in parts]
    names["surface"] = scripts.write_numbered(
        "surface", pack_surface_words(chain.from_iterable(surface), first_terms)
    )
    names["completions"] = _write_completions(completions(numbered, words), scripts)
    (written,) = previews
    scripts.take_over(written.scripts)
    counted = zip(index.postings.holding.counts.tolist(), surface, strict=True)
    names["partitions"] = _write_partitions(parts, written.files, counted, scripts)
    lengths = [PackedColumn.of(lengths).text for lengths in index.lengths]
    names |= dict.fromkeys(("documents", "facets", "forms", "dates"), "")
    all_names = IndexNames(first_terms=first_terms, previews=written.name, **names)
    return IndexDraft(manifest(index, all_names, sites), lengths, scripts.written)


def _digests(
    stories: Sequence[TaggedArticle], documents: StoredDocuments, cache: BuildCache
) -> tuple[tuple[bytes, ...], tuple[bytes, ...]]:
    """Return the digests of what is analysed of each story, and of what is stored of it."""

    def made(number: int) -> DocumentDigests:
        return texts_digest(stories[number]), content_digest(script(documents[number]))

    digests = document_digests(stories, made, cache)
    return tuple(texts for texts, _ in digests), tuple(stored for _, stored in digests)


def _keyed(
    block: Sequence[int], documents: StoredDocuments, digests: Sequence[bytes]
) -> KeyedPayload:
    """Return the payload of a file of stored documents, whose numbers are given."""
    key = content_digest(b"".join(map(digests.__getitem__, block)))
    return KeyedPayload(key, lambda: list(map(documents.__getitem__, block)))


def _write_terms(
    postings: Postings,
    parts: Sequence[Partition],
    words: Sequence[Word],
    scripts: ScriptFolder,
) -> dict[str, str]:
    """Write the list of all terms, their positions and the words to show for them."""
    positions = map("".join, _by_partition(pack_positions(postings), parts))
    return {
        "vocabulary": scripts.write_hashed("vocabulary", pack_terms(postings.terms)),
        "positions": scripts.write_numbered("positions", positions),
        "words": scripts.write_hashed("words", pack_words(words)),
    }


def _reported(
    batches: Iterable[AnalysedDocuments],
    stories: Sequence[TaggedArticle],
    report: Report,
) -> Iterator[AnalysedDocuments]:
    """Yield batches of neighbouring documents, reporting those with a fault."""
    start = 0
    for batch in batches:
        for place, reason in batch.faults:
            name = stories[start + place].name
            report(InputError(name, f"its text cannot be searched ({reason})", "report this"))
        start += len(batch.counts)
        yield batch


def _by_partition(entries: Iterable[Of], parts: Iterable[Partition]) -> Iterator[Iterator[Of]]:
    """Yield what belongs to the terms of each partition."""
    remaining = iter(entries)
    for part in parts:
        yield islice(remaining, len(part.terms))


def _write_partitions(
    parts: Sequence[Partition],
    preview_files: Mapping[str, int],
    counted: Iterable[tuple[int, Sequence[SurfaceWord]]],
    scripts: ScriptFolder,
) -> str:
    """Write the partitions and return the hash of their folder.

    Args:
        parts: The partitions.
        preview_files: The number of each term's preview file.
        counted: The number of documents and the words of each term.
        scripts: Where they go.
    """
    files = (pack_files(map(preview_files.get, part.terms)) for part in parts)
    rarer = map(pack_rarer_words, _by_partition(counted, parts))
    payloads = (
        [*part.payload, numbers, words]
        for part, numbers, words in zip(parts, files, rarer, strict=True)
    )
    return scripts.write_numbered("partition", payloads)


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
