"""The list of a site's files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cuttings.kept_file import FileState
from cuttings.site.file_digests import FileDigests
from cuttings.site.file_list import (
    DIGEST_LENGTH,
    SiteFile,
    content_digest,
    packed_list,
    shell_paths,
    site_files,
    unpacked_list,
    write_file_list,
)
from cuttings.site.published_files import relative_files


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "index.html": "<main>Home</main>\n",
        "articles/naïve.html": "<main>Story</main>\n",
        "search/manifest.js": "cuttings.register({});\n",
        "theme/cuttings-ABCDEFGH.js": "script",
        "theme/fonts/serif.woff2": "font",
        "data/articles.jsonl": "{}\n",
        "robots.txt": "User-agent: *\n",
        "sitemap.xml": "<urlset/>",
        "sitemap-1.xml": "<urlset/>",
        "service-worker.js": "worker",
        "offline/files-old.deflate": "{}",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path


def version(site: Path) -> dict[str, object]:
    value: dict[str, object] = json.loads((site / "offline" / "version.json").read_bytes())
    return value


def test_what_a_reader_may_ask_for_is_listed_by_path(site: Path) -> None:
    assert [file.path for file in site_files(site)] == [
        "articles/naïve.html",
        "data/articles.jsonl",
        "index.html",
        "search/manifest.js",
        "theme/cuttings-ABCDEFGH.js",
        "theme/fonts/serif.woff2",
    ]


def test_a_size_is_in_bytes(site: Path) -> None:
    (site / "index.html").write_text("é", encoding="utf-8")
    assert {file.path: file.size for file in site_files(site)}["index.html"] == 2


def test_the_same_content_has_the_same_digest_wherever_it_lies(site: Path) -> None:
    (site / "search" / "5.js").write_text("story", encoding="utf-8")
    (site / "search" / "6.js").write_text("story", encoding="utf-8")
    digests = {file.path: file.digest for file in site_files(site)}
    assert digests["search/5.js"] == digests["search/6.js"]
    assert len(set(digests.values())) == len(digests) - 1


def test_a_file_is_read_again_only_if_it_was_touched(site: Path) -> None:
    states = {path: state for path in relative_files(site) if (state := FileState.of(site / path))}
    digests = FileDigests(states)
    files = site_files(site, digests=digests)
    kept = {path: ("unread", *row[1:]) for path, row in digests.kept.items()}
    assert kept.keys() == {file.path for file in files}
    (site / "index.html").write_text("<main>Hame</main>\n", encoding="utf-8")
    states["index.html"] = FileState(0, 0, 0)
    again = site_files(site, digests=FileDigests(states, kept))
    assert [file.path for file in again if file.digest != "unread"] == ["index.html"]
    assert [file.size for file in again] == [file.size for file in files]


def test_the_version_names_the_list_and_sums_it_up(site: Path) -> None:
    write_file_list(site)
    files = site_files(site)
    assert version(site) == {
        "format": 2,
        "list": f"offline/files-{content_digest(packed_list(files))}.deflate",
        "files": 6,
        "bytes": sum(file.size for file in files),
        "shell": ["index.html", "theme/cuttings-ABCDEFGH.js"],
    }


def test_the_list_has_one_column_for_each_thing(site: Path) -> None:
    write_file_list(site)
    packed = unpacked_list((site / str(version(site)["list"])).read_bytes())
    files = site_files(site)
    assert packed["paths"] == [file.path for file in files]
    assert packed["sizes"] == [file.size for file in files]
    assert packed["digests"] == "".join(file.digest for file in files)
    assert {len(file.digest) for file in files} == {DIGEST_LENGTH}


def test_a_list_of_an_earlier_version_is_read() -> None:
    assert unpacked_list(b'{"paths":["index.html"]}') == {"paths": ["index.html"]}


def test_writing_again_changes_nothing_and_leaves_one_list(site: Path) -> None:
    write_file_list(site)
    before = {path: path.read_bytes() for path in (site / "offline").iterdir()}
    assert len(before) == 2
    write_file_list(site)
    assert {path: path.read_bytes() for path in (site / "offline").iterdir()} == before
    (site / "index.html").unlink()
    write_file_list(site)
    assert len(list((site / "offline").iterdir())) == 2
    assert not set(before) >= set((site / "offline").iterdir())


def test_the_shell_is_some_pages_and_the_theme_without_fonts() -> None:
    paths = [
        "about.html",
        "offline.html",
        "people/index.html",
        "theme/a.css",
        "theme/fonts/b.woff2",
    ]
    files = [SiteFile(path, 1, "aaaaaaaa") for path in paths]
    assert shell_paths(files) == ["offline.html", "theme/a.css"]
