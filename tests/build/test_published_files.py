"""What a site publishes is a closed list, whatever articles and pages link to."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article import Article, Certainty
from cuttings.site.file_list import listed_paths, site_files, unpacked_list

DAY = datetime.date(2024, 1, 2)
SECRET = "the tip came from the deputy mayor"
MARKS = ("{static}", "{attach}", "{filename}", "|static|", "|attach|", "|filename|")
TARGETS = (
    ".",
    "/",
    "/.",
    "/originals",
    "/originals/secret.html",
    "../../originals/secret.html",
    "/authorities/people.csv",
    "/inbox/secret.part",
    "/articles/2024/links.md",
    "/../outside.txt",
    "../../../outside.txt",
    "/pages/files/shown.txt",
    "/originals/link.txt",
    "/index.html",
    "%2e%2e/%2e%2e/originals/secret.html",
    "//[x",
)
NOT_LISTED = {"robots.txt", "service-worker.js", "sitemap.xml"}
"""What a browser that keeps the site has no use for; the list itself is left out, too."""


def _article(slug: str, body: str, **fields: Any) -> Article:
    return Article(
        title=f"Title of {slug}",
        body=body,
        slug=slug,
        added=DAY,
        date=DAY,
        dated=Certainty.EXACT,
        people=(),
        countries=(),
        organizations=(),
        **fields,
    )


def _links() -> str:
    addresses = [f"{mark}{target}" for mark in MARKS for target in TARGETS]
    written = [f"[a]({address})" for address in addresses]
    raw = [
        f"<{tag} {attribute}='{address}'>b</{tag}>"
        for address in addresses
        for tag, attribute in (("a", "href"), ("img", "src"), ("video", "poster"), ("p", "data"))
    ]
    return "\n\n".join([*written, *raw])


@pytest.fixture(scope="module")
def content(file_articles: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive full of links to what is private, which lies everywhere around it."""
    folder = tmp_path_factory.mktemp("closed")
    pelican_lines = (("Save_as", "../x.html"), ("Template", "x"), ("Status", "draft"))
    root: Path = file_articles(
        folder / "content",
        _article("links", _links(), summary="<a href='{static}/originals'>x</a>"),
        _article("lines", "Some text.", extra=pelican_lines),
    )
    (folder / "outside.txt").write_text(SECRET, encoding="utf-8")
    for name in ("originals/secret.html", "inbox/secret.part", "pages/files/.hidden.txt"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(SECRET, encoding="utf-8")
    (root / "authorities").mkdir(exist_ok=True)
    (root / "authorities" / "people.csv").write_text(f"heading,note\nX,{SECRET}\n", "utf-8")
    for link in ("originals/link.txt", "pages/files/link.txt", "pages/link.md"):
        (root / link).symlink_to(folder / "outside.txt")
    (root / "articles" / "elsewhere").symlink_to(folder)
    os.mkfifo(root / "pages" / "files" / "pipe")
    (root / "pages" / "files" / "shown.txt").write_text("for all to see", encoding="utf-8")
    shown = "[it]({static}files/shown.txt), [story]({filename}../articles/2024/lines.md)"
    (root / "pages" / "own.md").write_text(f"Title: Own\n\n{shown}\n", encoding="utf-8")
    (root / "pages" / "prying.md").write_text("Title: Prying\n\n[x]({static}/originals)\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def build(content: Path, run_pelican: Any) -> Any:
    return run_pelican(
        content,
        content.parent / "output",
        settings="publishconf.py",
        SITEURL="https://example.org/x",
        CUTTINGS_MODEL="sm",
    )


def test_the_output_is_the_list_byte_for_byte(build: Any) -> None:
    (packed,) = (build.output / "offline").glob("files-*")
    listed = unpacked_list(packed.read_bytes())
    found = {
        path.relative_to(build.output).as_posix()
        for path in build.output.rglob("*")
        if not path.is_dir()
    }
    unlisted = {path for path in found if path not in listed["paths"]}
    assert {path for path in unlisted if not path.startswith("offline/")} == NOT_LISTED
    files = {file.path: file for file in site_files(build.output)}
    assert listed["paths"] == sorted(files)
    assert listed["digests"] == "".join(files[path].digest for path in listed["paths"])
    stories = {path for path in found if path.startswith("articles/")}
    assert stories == {"articles/lines.html", "articles/links.html"}
    assert {path for path in found if path.startswith("pages/")} == {"pages/files/shown.txt"}


def test_nothing_private_is_in_any_file_and_nothing_lies_outside(build: Any, content: Path) -> None:
    for path in build.output.rglob("*"):
        assert not path.is_symlink(), path
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes(), path
    around = {path.name for path in content.parent.iterdir()}
    assert around == {"content", "outside.txt", "output"}
    assert "<title>" in (build.output / "index.html").read_text(encoding="utf-8")


def test_pages_use_files_of_their_folder_and_of_no_other(build: Any) -> None:
    assert build.status == 3, build.messages
    page = (build.output / "own.html").read_text(encoding="utf-8")
    assert 'href="./pages/files/shown.txt"' in page
    assert 'href="./articles/lines.html"' in page
    for reason in (
        "pages/prying.md: it links to a file 'originals'; put the file into pages/files/",
        "pages/files/link.txt: it is a link; put the file itself there",
        "pages/files/pipe: it is not a file; take it away",
        "pages/link.md: it is a link; put the file itself there",
    ):
        assert reason in build.messages, build.messages


def test_a_file_that_no_writer_claimed_is_removed_and_reported(
    file_articles: Any, run_pelican: Any, tmp_path: Path
) -> None:
    content = file_articles(tmp_path / "content", _article("good", "Some text."))
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "earlier.txt").write_text("a person's own", encoding="utf-8")
    (tmp_path / "rogue.py").write_text(
        "from pathlib import Path\n"
        "from pelican import signals\n"
        "def write(pelican):\n"
        "    (Path(pelican.output_path) / 'rogue.txt').write_text('x')\n"
        "def register():\n"
        "    signals.finalized.connect(write)\n",
        encoding="utf-8",
    )
    settings = tmp_path / "settings.py"
    settings.write_text(
        "from pelicanconf import *\nPLUGINS = ['rogue', *PLUGINS]\n", encoding="utf-8"
    )
    paths = [str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])]
    build = run_pelican(
        content, tmp_path / "output", settings=str(settings), PYTHONPATH=os.pathsep.join(paths)
    )
    assert build.status == 3, build.messages
    assert "rogue.txt: it is not part of the site and was removed" in build.messages
    assert not (tmp_path / "output" / "rogue.txt").exists()
    assert (tmp_path / "output" / "earlier.txt").exists()
    listed = listed_paths(tmp_path / "output")
    assert listed is not None
    assert not listed & {"earlier.txt", "rogue.txt"}
