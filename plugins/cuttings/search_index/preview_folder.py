"""The folder of previews, written by a process of its own beside the rest of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cuttings.build_cache import BuildCache
from cuttings.garbage_collection import without_garbage_collection
from cuttings.search_index.kept.kept_previews import KeptPreviews
from cuttings.search_index.kept.kept_scripts import KeptScripts, WrittenScripts
from cuttings.search_index.preview import PreviewedTerm, PreviewFiles
from cuttings.search_index.script_folder import KeyedPayload, ScriptFolder
from cuttings.search_index.stored_document import StoredDocument
from cuttings.search_index.terms.analysis import Analysis


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """What there is to write.

    Attributes:
        folder: The folder of the index.
        documents: All stored documents, by number.
        digests: The digest of the content of each.
        terms: The terms that have a preview, ascending.
        analysis: What the index was made with.
        cache: What the last build left for this one.
    """

    folder: Path
    documents: Mapping[int, StoredDocument]
    digests: Sequence[bytes]
    terms: Sequence[PreviewedTerm]
    analysis: Analysis
    cache: BuildCache


@dataclass(frozen=True, slots=True)
class WrittenPreviews:
    """What became of it.

    Attributes:
        name: Content hash of the folder of previews.
        files: The number of each term's file.
        scripts: What was written.
    """

    name: str
    files: Mapping[str, int]
    scripts: WrittenScripts


@without_garbage_collection()
def write_previews(task: PreviewTask) -> WrittenPreviews:
    """Write the previews of an index.

    Raises:
        IndexingError: If a file cannot be written.
    """
    kept = KeptPreviews.load(task.cache)
    previews = PreviewFiles(task.documents, task.digests, task.analysis, kept)
    files = {previewed.term: previews.add(previewed) for previewed in task.terms}
    KeptPreviews(previews.passages).store(task.cache)
    payloads = (
        KeyedPayload(key, partial(previews.payload, number))
        for number, key in enumerate(previews.keys)
    )
    scripts = ScriptFolder(task.folder, KeptScripts.load(task.cache, task.folder))
    name = scripts.write_keyed("previews", payloads)
    return WrittenPreviews(name, files, scripts.written)
