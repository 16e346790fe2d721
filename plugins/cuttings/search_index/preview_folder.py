"""The folder of previews, written by a process of its own beside the rest of the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cuttings.garbage_collection import without_garbage_collection
from cuttings.search_index.preview import PreviewedTerm, PreviewFiles
from cuttings.search_index.script_folder import ScriptFolder
from cuttings.search_index.stored_document import StoredDocument
from cuttings.search_index.terms.analysis import Analysis


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """What there is to write.

    Attributes:
        folder: The folder of the index.
        documents: All stored documents, by number.
        terms: The terms that have a preview, ascending.
        analysis: What the index was made with.
    """

    folder: Path
    documents: Sequence[StoredDocument]
    terms: Sequence[PreviewedTerm]
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class WrittenPreviews:
    """What became of it.

    Attributes:
        name: Content hash of the folder of previews.
        files: The number of each term's file.
    """

    name: str
    files: Mapping[str, int]


@without_garbage_collection()
def write_previews(task: PreviewTask) -> WrittenPreviews:
    """Write the previews of an index.

    Raises:
        IndexingError: If a file cannot be written.
    """
    previews = PreviewFiles(task.documents, task.analysis)
    files = {previewed.term: previews.add(previewed) for previewed in task.terms}
    scripts = ScriptFolder(task.folder)
    name = scripts.write_numbered("previews", previews.payloads, compressed=True)
    return WrittenPreviews(name, files)
