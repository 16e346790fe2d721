"""The ``cuttings`` command, run as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main
from cuttings.errors import CuttingsError, SettingsError
from cuttings.ingest.readers import known_formats

STORY = """Angela Merkel visits Paris

PARIS, 5 May 2010 - German Chancellor Angela Merkel met President Nicolas Sarkozy in Paris on
Wednesday. Merkel said the euro would be defended. "We stand together," Sarkozy said.

The International Monetary Fund will lend money to Greece, officials said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "raw" / "merkel.txt"
    path.parent.mkdir()
    path.write_text(STORY, encoding="utf-8")
    return path


def test_add_files_and_tags_at_once(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(story), "--content", str(folder.root)]) == 0
    (path,) = folder.article_paths()
    article = read_article(path)
    assert article.people is not None
    assert set(article.people) == {"Angela Merkel", "Nicolas Sarkozy"}
    assert article.countries == ("France",)
    assert article.countries_mentioned is not None
    assert set(article.countries_mentioned) == {"Germany", "Greece"}
    assert f"filed as {path}" in capsys.readouterr().out
    assert story.exists()


def test_the_same_payload_twice_is_one_article_and_said_so(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["add", str(story), "--content", str(folder.root)])
    copy = story.with_name("copy.txt")
    copy.write_bytes(story.read_bytes())
    capsys.readouterr()
    assert main(["add", str(copy), "--content", str(folder.root)]) == 0
    line, header, counts = capsys.readouterr().out.splitlines()
    assert "already in the archive" in line
    assert header.split() == [
        "filed",
        "revisit",
        "duplicate",
        "to",
        "fetch",
        "left",
        "out",
        "rejected",
    ]
    assert counts.split() == ["text", "0", "0", "1", "0", "0", "0"]
    assert len(list(folder.article_paths())) == 1


def test_a_bad_file_is_one_line_and_the_others_go_on(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = story.with_name("bad.txt")
    bad.write_bytes(b"")
    assert main(["add", str(story.parent), "--content", str(folder.root)]) == 1
    errors = capsys.readouterr().err.splitlines()
    assert len(errors) == 1
    assert errors[0].startswith(f"{bad}: ")
    assert "; " in errors[0]
    assert len(list(folder.article_paths())) == 1


def test_the_inbox_is_emptied_but_for_what_cannot_be_read(
    story: Path, folder: ContentFolder
) -> None:
    folder.inbox.mkdir(parents=True)
    story.rename(folder.inbox / story.name)
    (folder.inbox / "bad.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 1
    assert [path.name for path in folder.inbox.iterdir()] == ["bad.txt"]
    assert len(list(folder.originals.iterdir())) == 1


def test_extract_prints_one_object_a_line_and_writes_nothing(
    story: Path, folder: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert main(["extract", str(story), "--json", "--content", str(folder.root)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = json.loads(line)
    assert sorted(tmp_path.rglob("*")) == before
    assert list(record) == [
        "source",
        "title",
        "titled",
        "date",
        "dated",
        "author",
        "publication",
        "agency",
        "url",
        "language",
        "body",
        "related",
        "people",
        "countries",
        "organizations",
    ]
    assert record["source"] == str(story)
    assert record["title"] == "Angela Merkel visits Paris"
    germany = next(tag for tag in record["countries"] if tag["name"] == "Germany")
    assert set(germany) == {"name", "code", "role", "count", "evidence"}
    assert germany["code"] == "DE"
    assert germany["role"] in {"about", "mentioned"}
    merkel = next(tag for tag in record["people"] if tag["name"] == "Angela Merkel")
    assert set(merkel) == {"name", "count", "evidence"}
    assert "Merkel" in merkel["evidence"]
    assert merkel["count"] >= 3


def test_extract_takes_the_roles_of_countries_from_the_lines_of_the_source(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "Title: A visit\nCountries: Greece\nCountries-mentioned: France; Malta\n\n"
    path = story.with_suffix(".md")
    path.write_text(lines + STORY, encoding="utf-8")
    assert main(["extract", str(path), "--json", "--content", str(folder.root)]) == 0
    countries = json.loads(capsys.readouterr().out)["countries"]
    assert [(tag["name"], tag["role"], tag["count"]) for tag in countries] == [
        ("Greece", "about", 1),
        ("France", "mentioned", 2),
        ("Malta", "mentioned", 0),
    ]


PAGE = """<!DOCTYPE html><html><head><title>Wall falls</title></head><body>
<nav><a href='/'>Home</a></nav><article><h1>Wall falls</h1>
<p>The gates of the wall opened on Thursday evening, and thousands of people from the eastern half
of the city walked through them.</p>
<p>Nobody had told the guards, said the mayor of the city, and none of them knew what to do when so
many people came.</p></article></body></html>"""


def test_extract_says_why_of_each_block_of_a_page(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    page = story.with_name("wall.html")
    page.write_text(PAGE, encoding="utf-8")
    arguments = ["extract", str(story.parent), "--why", "--content", str(folder.root)]
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.err.splitlines() == [
        f"{story}: it is not a web page that can be read; name a saved web page"
    ]
    name, *lines = printed.out.splitlines()
    assert name == str(page)
    assert [line.partition("“")[2].partition("”")[0][:10] for line in lines] == [
        "Home",
        "Wall falls",
        "The gates ",
        "Nobody had",
    ]
    assert [line.startswith("kept") for line in lines] == [False, False, True, True]
    assert not folder.root.exists() or not list(folder.article_paths())


def test_extract_goes_on_after_a_bad_file(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    story.with_name("a.txt").write_bytes(b"")
    status = main(["extract", str(story.parent), "--json", "--content", str(folder.root)])
    captured = capsys.readouterr()
    assert status == 1
    assert len(captured.out.splitlines()) == 1
    assert len(captured.err.splitlines()) == 1


def test_tag_keeps_what_a_person_wrote(story: Path, folder: ContentFolder) -> None:
    main(["add", str(story), "--content", str(folder.root)])
    (path,) = folder.article_paths()
    text = path.read_text(encoding="utf-8")
    lines = [
        "People: Somebody Else" if line.startswith("People:") else line for line in text.split("\n")
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["tag", "--content", str(folder.root)]) == 0
    assert read_article(path).people == ("Somebody Else",)


def test_a_path_that_does_not_exist_is_refused_before_anything_is_done(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = story.with_name("missing.txt")
    assert main(["add", str(story), str(missing), "--content", str(folder.root)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"{missing}: there is no such file or folder; check the spelling"
    ]
    assert not folder.articles.exists()
    assert main(["review", "--content", str(missing), "--theme", str(missing)]) == 2
    assert capsys.readouterr().err.startswith(f"{missing}: there is no such file or folder")


def test_a_bad_authority_file_is_one_line(
    story: Path, folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.authorities.mkdir(parents=True)
    (folder.authorities / "people.csv").write_text("nonsense\nX\n", encoding="utf-8")
    assert main(["extract", str(story), "--json", "--content", str(folder.root)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "people.csv" in line


@pytest.mark.parametrize(
    "command",
    [
        ["extract", "{story}"],
        ["add", "{story}"],
        ["tag"],
        ["authority", "suggest", "{table}"],
        ["authority", "apply", "{merges}"],
    ],
)
def test_a_wrong_row_of_an_authority_file_is_one_line_and_the_others_count(
    story: Path,
    folder: ContentFolder,
    tmp_path: Path,
    command: list[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["add", str(story), "--content", str(folder.root)]) == 0
    folder.authorities.mkdir(parents=True)
    rows = "heading,see-from\n,Nobody\nMerkel (chancellor),Angela Merkel\n"
    (folder.authorities / "people.csv").write_text(rows, encoding="utf-8")
    merges = tmp_path / "merges.csv"
    merges.write_text("kind,keep,merge,accept\nperson,A,B,no\n", encoding="utf-8")
    places = {"story": story, "table": tmp_path / "new.csv", "merges": merges}
    capsys.readouterr()
    words = [word.format(**places) for word in command]
    assert main([*words, "--content", str(folder.root)]) == 1
    captured = capsys.readouterr()
    (line,) = captured.err.splitlines()
    assert "people.csv, line 2: the row has no heading; name it, or delete the row" in line
    if command == ["tag"]:
        (path,) = folder.article_paths()
        assert "Merkel (chancellor)" in (read_article(path).people or ())


def test_a_table_gives_an_article_a_row_and_a_report_with_a_row_an_item(
    folder: ContentFolder, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "a.csv"
    table.write_text(
        "schlagzeile,text,url\n"
        "Merkel visits Paris,Angela Merkel came.,\n"
        "Only an address,,https://planet.example/a\n"
        "A bad row\n",
        encoding="utf-8",
    )
    report = tmp_path / "report.csv"
    command = ["add", str(table), "--map", "title=schlagzeile", "--report", str(report)]
    assert main([*command, "--content", str(folder.root)]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"{table}, row 4: it has 1 cells and the header 3; ")
    assert ["table", "1", "0", "0", "1", "0", "1"] in map(str.split, captured.out.splitlines())
    (path,) = folder.article_paths()
    assert read_article(path).title == "Merkel visits Paris"
    assert read_article(path).people == ("Angela Merkel",)
    assert "https://planet.example/a" in folder.fetch_list.read_text(encoding="utf-8")
    rows = report.read_text(encoding="utf-8").splitlines()[1:]
    assert [row.split(",")[3] for row in rows] == ["filed", "to fetch", "rejected"]
    assert main([*command, "--content", str(folder.root)]) == 1
    assert "already in the archive" not in capsys.readouterr().out


@pytest.mark.parametrize("mapping", ["headline", "headline=title", "title="])
def test_a_mapping_that_means_nothing_is_refused(
    story: Path, folder: ContentFolder, mapping: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(story), "--map", mapping, "--content", str(folder.root)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"--map {mapping}: ")
    assert not folder.articles.exists()


def test_a_saved_page_that_is_no_article_stays_in_the_inbox(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ContentFolder(tmp_path / "content")
    folder.inbox.mkdir(parents=True)
    front = folder.inbox / "front.html"
    front.write_text(
        "<!DOCTYPE html><html><!--\n Page saved with SingleFile\n url: https://planet.example/\n-->"
        "<body><p>The bridge is open again, and people of both towns came.</p></body></html>"
    )
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 1
    told = " ".join(capsys.readouterr().err.split())
    assert f"{front.name}: it is a front page; save the story's own page" in told
    assert front.exists()
    assert list(folder.article_paths()) == []


def test_a_file_that_a_person_names_may_be_a_link_and_none_within_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, link = tmp_path / "story.txt", tmp_path / "raw" / "link.txt"
    story.write_text("Die Wand\n\nDas Haus steht in Peru.\n", encoding="utf-8")
    link.parent.mkdir()
    link.symlink_to(story)
    folder = ContentFolder(tmp_path / "content")
    assert main(["add", str(link.parent), "--content", str(folder.root)]) == 1
    assert f"{link}: it is a link, and links are not followed" in capsys.readouterr().err
    assert main(["add", str(link), "--content", str(folder.root)]) == 0
    assert len(list(folder.article_paths())) == 1
    assert (story.exists(), link.is_symlink()) == (True, True)


def test_a_table_of_records_that_cannot_be_read_leaves_no_story_untagged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("Die Wand\n\nDas Haus steht in Peru.\n", encoding="utf-8")
    folder = ContentFolder(tmp_path / "content")
    folder.authorities.mkdir(parents=True)
    people = folder.authorities / "people.csv"
    people.write_bytes(b"heading\nJos\xe9\n")
    assert main(["add", str(story), "--content", str(folder.root)]) == 1
    assert f"{people}: it is not UTF-8 text" in capsys.readouterr().err
    (path,) = folder.article_paths()
    assert read_article(path).countries == ("Peru",)
    before = path.read_bytes()
    assert main(["tag", "--content", str(folder.root)]) == 1
    assert path.read_bytes() == before


def test_formats_are_listed_with_what_can_be_fetched_last(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["formats"]) == 0
    header, *lines = capsys.readouterr().out.splitlines()
    columns = [header.index(name) for name in ("format", "files", "what becomes", "example")]
    assert columns[0] == 0
    rows = [[line[start:].split("  ")[0] for start in columns] for line in lines]
    assert [row[0] for row in rows] == [*(known.name for known in known_formats()), "web address"]
    assert ["text", ".txt .text .asc"] in [row[:2] for row in rows]
    assert all(all(row) for row in rows)
    assert not any(line.endswith(" ") for line in lines)


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (SettingsError("reason; remedy"), 2, "reason; remedy"),
        (CuttingsError("reason; remedy"), 1, "reason; remedy"),
        (
            OSError(28, "No space left on device", "/a/b"),
            1,
            "/a/b: No space left on device; check the free space and the permissions of its folder",
        ),
        (
            OSError("odd"),
            1,
            "OSError: odd; check the free space and the permissions of its folder",
        ),
        (KeyboardInterrupt(), 130, "stopped; what was done so far is kept"),
    ],
)
def test_what_stops_a_command_is_one_line(
    error: BaseException,
    status: int,
    line: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_options: object) -> int:
        raise error

    monkeypatch.setattr("cuttings.cli.formats.formats", fail)
    assert main(["formats"]) == status
    assert capsys.readouterr() == ("", f"{line}\n")


@pytest.mark.parametrize("number", ["0", "-1", "x", "1.5"])
def test_a_number_of_processes_is_a_whole_one(
    number: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["tag", f"--processes={number}"])
    assert stopped.value.code == 2
    assert f"'{number}' is not a whole number from 1 on" in capsys.readouterr().err
