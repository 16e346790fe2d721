"""A fault in each step that handles one item: that item is named, and all others are done."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile

FAULTS = {
    "value": ValueError("boom"),
    "memory": MemoryError("boom"),
    "depth": RecursionError("boom"),
    "system": OSError(errno.EIO, "boom"),
}
NAMES = ("a", "wretched", "z")
# German, so that no model is loaded; the same steps are passed.
FIELDS = "Date: 2020-05-05\nLanguage: de\nAdded: 2020-05-06\n"
Inject = Callable[..., None]


@pytest.fixture(params=sorted(FAULTS))
def inject(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Inject:
    """Let a function fail for the item that has "wretched" among its arguments."""

    def replace(target: str) -> None:
        module, _, name = f"cuttings.{target}".rpartition(".")
        function = getattr(import_module(module), name)

        def failing(*arguments: object, **named: object) -> object:
            if any("wretched" in _named(one) for one in (*arguments, *named.values())):
                raise FAULTS[request.param]
            return function(*arguments, **named)

        monkeypatch.setattr(f"{module}.{name}", failing)

    return replace


def _named(argument: object) -> str:
    """Return what tells an argument's item; of a whole file not what is in it."""
    if isinstance(argument, SourceFile) and not argument.place:
        return str(argument.path)
    return repr(argument)


def _file(folder: ContentFolder, lines: str = "") -> dict[str, Path]:
    paths = {name: folder.articles / "2020" / f"{name}.md" for name in NAMES}
    folder.articles.joinpath("2020").mkdir(parents=True)
    for name, path in paths.items():
        text = f"Title: Story {name}\n{lines}{FIELDS}\nFrankreich, Peru und {name}.\n"
        path.write_text(text, encoding="utf-8")
    return paths


def _lay(folder: ContentFolder) -> None:
    folder.inbox.mkdir(parents=True)
    for name in NAMES:
        text = f"Story {name}\n\nDas Haus steht in Peru, sagte der Mann namens {name}.\n"
        (folder.inbox / f"{name}.txt").write_text(text, encoding="utf-8")


def _run(
    folder: ContentFolder, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str]:
    """Run a command; return its exit status and the one line it says of the wretched item."""
    capsys.readouterr()
    status = main([*arguments, "--content", str(folder.root)])
    (line,) = capsys.readouterr().err.splitlines()
    assert "boom" in line or "nested too deeply" in line
    return status, line


@pytest.mark.parametrize(
    "step",
    [
        "filing.loaded_file.source_at",
        "filing.loaded_file.records_of",
        "filing.intake.store_original",
        "filing.intake.empty_inbox",
        "readers.text.draft_from_text",
        "filing.record_intake.same_text",
        "filing.article_batch.render_article",
        "filing.article_batch.check_readable",
        "filing.article_batch.UnfinishedFile",
    ],
)
def test_taking_in_a_file(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    _lay(folder)
    inject(f"ingest.{step}")
    status, line = _run(folder, capsys, "add", "--inbox")
    assert status == 1
    assert line.startswith(f"{folder.inbox / 'wretched.txt'}: ")
    assert [path.name for path in folder.inbox.iterdir()] == ["wretched.txt"]
    tagged = {read_article(path).title for path in folder.article_paths()}
    assert {"Story a", "Story z"} <= tagged
    assert not list(folder.root.rglob("*.partial"))


@pytest.mark.parametrize(
    "step",
    [
        "entries.entry.draft_from_text",
        "entries.row.entry_record",
        "filing.record_intake.same_text",
        "filing.article_batch.make_slug",
    ],
)
def test_taking_in_a_row(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    folder.inbox.mkdir(parents=True)
    raw = folder.inbox / "rows.csv"
    rows = "".join(f"Story {name},The house of {name} stands.\n" for name in NAMES)
    raw.write_text(f"title,text\n{rows}", encoding="utf-8")
    inject(f"ingest.{step}")
    status, line = _run(folder, capsys, "add", "--inbox")
    assert status == 1
    assert line.startswith(f"{raw}, row 3: ")
    assert raw.exists()
    titles = {read_article(path).title for path in folder.article_paths()}
    assert titles == {"Story a", "Story z"}


def test_a_file_that_breaks_off_in_the_middle(
    folder: ContentFolder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _lay(folder)
    records = import_module("cuttings.ingest.filing.loaded_file").records_of

    def breaking(source: SourceFile) -> Iterator[Record]:
        yield from records(source)
        if source.path.stem == "wretched":
            raise KeyError("boom")

    monkeypatch.setattr("cuttings.ingest.filing.loaded_file.records_of", breaking)
    status, line = _run(folder, capsys, "add", "--inbox")
    assert (status, line) == (
        1,
        f"{folder.inbox / 'wretched.txt'}: it cannot be filed (KeyError: 'boom'); "
        "take it out and report it",
    )
    assert len(list(folder.article_paths())) == 3
    assert [path.name for path in folder.inbox.iterdir()] == ["wretched.txt"]


def test_an_article_that_cannot_be_looked_at_does_not_keep_others_out(
    folder: ContentFolder, inject: Inject
) -> None:
    _file(folder)
    folder.inbox.mkdir()
    (folder.inbox / "new.txt").write_text("Story new\n\nThe house stands.\n", encoding="utf-8")
    inject("ingest.filing.holdings._identity")
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 0
    assert len(list(folder.article_paths())) == 4


@pytest.mark.parametrize(
    "step",
    [
        "tagging.archive_tagging.read_front_matter",
        "tagging.article_tagging.read_article_text",
        "tagging.article_tagging.article_of",
        "tagging.article_tagging.plain_text",
        "tagging.article_tagging.with_found_lines",
        "tagging.article_tagging.rewrite_article",
        "tagging.tagger.prose",
        "tagging.tagger.gather_evidence",
    ],
)
def test_tagging(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    paths = _file(folder)
    before = paths["wretched"].read_bytes()
    inject(f"entities.{step}")
    folder.inbox.mkdir()
    status, line = _run(folder, capsys, "add", "--inbox")
    assert status == 1
    assert line.startswith(f"{paths['wretched']}: ")
    assert paths["wretched"].read_bytes() == before
    assert all("Peru" in str(read_article(paths[name]).countries) for name in ("a", "z"))


@pytest.mark.parametrize(
    "step",
    [
        "tagging.archive_tagging.read_article_text",
        "tagging.archive_tagging.refreshed",
        "tagging.refreshed_lines.article_of",
        "tagging.refreshed_lines.plain_text",
        "tagging.refreshed_lines.with_signed_lines",
        "tagging.refreshed_lines.rewrite_article",
    ],
)
def test_following_the_authority_records(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    paths = _file(folder)
    assert main(["tag", "--content", str(folder.root)]) == 0
    folder.authorities.mkdir(exist_ok=True)
    record = "heading,see-from\nRepublic of Peru,Peru\n"
    (folder.authorities / "countries.csv").write_text(record, encoding="utf-8")
    inject(f"entities.{step}")
    status, line = _run(folder, capsys, "tag")
    assert status == 1
    assert line.startswith(f"{paths['wretched']}: ")
    renamed = {name for name, path in paths.items() if "Republic" in path.read_text()}
    assert renamed == {"a", "z"}


@pytest.mark.parametrize(
    "step", ["read_article_text", "article_of", "refreshed", "rewrite_article"]
)
def test_merging(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    paths = _file(folder)
    assert main(["tag", "--content", str(folder.root)]) == 0
    table = folder.root / "merges.csv"
    table.write_text("kind,keep,merge,accept\ncountry,Inca,Peru,yes\n", encoding="utf-8")
    inject(f"entities.merges.merge.{step}")
    status, line = _run(folder, capsys, "authority", "apply", str(table))
    assert status == 1
    assert line.startswith(f"{paths['wretched']}: ")
    assert {name for name, path in paths.items() if "Inca" in path.read_text()} == {"a", "z"}


def test_suggesting_merges(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = _file(folder, "People: Bob Marsh; Robert Marsh\n")
    table = folder.root / "merges.csv"
    inject("article.article_file.parse_article")
    status, line = _run(folder, capsys, "authority", "suggest", str(table))
    assert status == 1
    assert line.startswith(f"{paths['wretched']}: ")
    assert table.exists()


@pytest.mark.parametrize(
    "step",
    [
        "ingest.readers.text.draft_from_text",
        "article.markup.plain_text",
        "entities.tagging.tagger.gather_evidence",
        "cli.extraction_record.extraction_record",
    ],
)
def test_showing_what_would_be_filed(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str], step: str
) -> None:
    _lay(folder)
    inject(step)
    status = main(["extract", "--json", str(folder.inbox), "--content", str(folder.root)])
    output, errors = capsys.readouterr()
    assert status == 1
    assert [json.loads(line)["title"] for line in output.splitlines()] == ["Story a", "Story z"]
    (line,) = errors.splitlines()
    assert line.startswith(f"{folder.inbox / 'wretched.txt'}: ")


def test_explaining(
    folder: ContentFolder, inject: Inject, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = _file(folder)
    inject("entities.tagging.explanation.plain_text")
    status, line = _run(folder, capsys, "explain", str(paths["wretched"]))
    assert status == 1
    assert line.startswith(f"{paths['wretched']}: it cannot be explained (")
