from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.script_value import script_value

from cuttings.build_cache import BuildCache
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.preview import PreviewedTerm
from cuttings.search_index.preview_folder import PreviewTask, write_previews
from cuttings.search_index.script_folder import ScriptFolder
from cuttings.search_index.stored_document import StoredDocuments
from cuttings.search_index.terms.analysis import Analysis


def test_each_term_has_its_file(make_story: Callable[..., TaggedArticle], tmp_path: Path) -> None:
    documents = StoredDocuments([make_story(str(place), "Oil " * 999) for place in range(3)])
    numbers = tuple(range(3))
    terms = [PreviewedTerm(f"word{place}", numbers, (True,) * 3) for place in range(60)]
    digests = [b"first", b"second", b"third"]
    task = PreviewTask(tmp_path, documents, digests, terms, Analysis(), BuildCache())
    written = write_previews(task)
    assert list(written.files) == [previewed.term for previewed in terms]
    folder = tmp_path / f"previews-{written.name}"
    assert {path.stem for path in folder.iterdir()} == set(map(str, written.files.values()))
    for term, number in written.files.items():
        previews = script_value((folder / f"{number}.js").read_bytes())[4]
        assert term in {previewed for previewed, *_ in previews}


def test_what_another_wrote_is_kept(tmp_path: Path) -> None:
    another = ScriptFolder(tmp_path)
    kept = another.write_numbered("previews", [["oil"]])
    other = ScriptFolder(tmp_path).write_numbered("previews", [["gas"]])
    scripts = ScriptFolder(tmp_path)
    scripts.take_over(another.written)
    scripts.remove_others()
    assert (tmp_path / f"previews-{kept}" / "0.js").is_file()
    assert not (tmp_path / f"previews-{other}").exists()
