"""Hostile inputs that no repository can hold: links, pipes, odd names, and what is too large.

Each function makes its input at a path, or beside it under a name of its own, which it returns.
"""

from __future__ import annotations

import os
import socket as sockets
import zipfile
from pathlib import Path

from tests.hostile.private_file import SECRET

_SENTENCE = "The council of the town voted on Tuesday to keep the old harbour open. "
_FRONT_MATTER = "Title: {title}\nDate: 2024-01-01\nAdded: 2024-01-01\n\n"
_TERABYTE = 1024**4
_MORE_THAN_THE_MODEL_TAKES = 1_100_000


def text_of_a_million_letters(path: Path) -> None:
    sentences = _SENTENCE * (_MORE_THAN_THE_MODEL_TAKES // len(_SENTENCE) + 1)
    path.write_text(f"A million letters\n\n{sentences}\n", encoding="utf-8")


def word_of_a_million_letters(path: Path) -> None:
    word = "x" * _MORE_THAN_THE_MODEL_TAKES
    path.write_text(f"A word of a million letters\n\n{word}\n", encoding="utf-8")


def entity_of_a_million_letters(path: Path) -> None:
    entities = f'<!ENTITY a "{_SENTENCE * 160}">'
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE x [{entities}]><rss version="2.0"><channel>'
        f"<title>F</title><item><title>Grown letters</title><description>{'&a;' * 100}"
        "</description></item></channel></rss>\n",
        encoding="utf-8",
    )


def text_of_many_people(path: Path) -> None:
    names = (
        f"Anna{chr(97 + n % 26)} Berg{chr(97 + n // 26 % 26)}{n // 676}son" for n in range(800)
    )
    people = " ".join(f"{name} came on Tuesday." for name in names)
    path.write_text(f"Many people came\n\n{people}\n", encoding="utf-8")


def title_of_many_letters(path: Path) -> None:
    path.write_text(f"Title: {'Harbour ' * 25_000}\n\n{_SENTENCE}\n", encoding="utf-8")


def _story(path: Path, title: str) -> Path:
    path.write_text(f"{title}\n\n{_SENTENCE}It is '{title}'.\n", encoding="utf-8")
    return path


def _article(path: Path, title: str) -> Path:
    path.write_text(f"{_FRONT_MATTER.format(title=title)}{_SENTENCE}\n", encoding="utf-8")
    return path


def longest_name(path: Path) -> Path:
    return _story(path.with_name("n" * 251 + ".txt"), "The longest name")


def longest_markdown_name(path: Path) -> Path:
    return _story(path.with_name("m" * 251 + ".md"), "The longest name of Markdown")


def longest_article_name(path: Path) -> Path:
    return _article(path.with_name("n" * 251 + ".md"), "The longest name of an article")


def name_of_two_lines(path: Path) -> Path:
    return _story(path.with_name("two\nlines\x1b[2J.txt"), "A name of two lines")


def article_name_of_two_lines(path: Path) -> Path:
    return _article(path.with_name("two\nlines\x1b[2J.md"), "An article's name of two lines")


def name_that_is_not_utf8(path: Path) -> Path:
    return _story(Path(os.fsdecode(os.fsencode(path.parent) + b"/bytes-\xff\xfe.txt")), "Bytes")


def article_name_that_is_not_utf8(path: Path) -> Path:
    name = os.fsencode(path.parent) + b"/bytes-\xff\xfe.md"
    return _article(Path(os.fsdecode(name)), "Bytes of an article")


def name_with_a_trailing_dot(path: Path) -> Path:
    return _story(path.with_name("trailing.txt. ."), "A name that ends in a dot")


def named_pipe(path: Path) -> None:
    os.mkfifo(path)


def socket(path: Path) -> None:
    """A socket's address is short: it is made by its name in its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with sockets.socket(sockets.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def link_to_private_file(path: Path) -> None:
    path.symlink_to("../private.html")


def link_to_story_outside(path: Path) -> None:
    outside = path.parent.parent / "story-outside.md"
    outside.write_text(f"{_FRONT_MATTER.format(title='Outside')}{SECRET} {_SENTENCE}\n")
    path.symlink_to(outside)


def link_to_itself(path: Path) -> None:
    path.symlink_to(path.name)


def link_to_nothing(path: Path) -> None:
    path.symlink_to("no-such-file")


def link_to_folder(path: Path) -> None:
    outside = path.parent.parent / f"folder-outside-{path.parent.name}"
    outside.mkdir()
    (outside / f"story-of-{path.parent.name}.md").write_text(
        f"{_FRONT_MATTER.format(title='In a folder outside')}{SECRET} {_SENTENCE}\n"
    )
    path.symlink_to(outside, target_is_directory=True)


def folder(path: Path) -> None:
    path.mkdir()


def huge_file(path: Path) -> None:
    """A file of a terabyte that holds nothing takes no room."""
    with path.open("wb") as file:
        file.write(b"Title: Huge\nAdded: 2024-01-01\n\nText\n")
        file.truncate(_TERABYTE)


def _page(path: Path, title: str) -> None:
    paragraphs = f"<p>{title}. {_SENTENCE}</p>" * 4
    path.write_text(
        f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"{paragraphs}</article></body></html>",
        encoding="utf-8",
    )


def page_with_hostile_parts(path: Path) -> None:
    _page(path, "With hostile parts")
    parts = path.with_name(f"{path.stem}_files")
    (parts / "deeper").mkdir(parents=True)
    (parts / "style.css").write_text("p {}")
    (parts / "link.png").symlink_to("../../private.html")
    (parts / "deeper" / "folder").symlink_to("/etc", target_is_directory=True)
    (parts / "gone.png").symlink_to("no-such-file")
    named_pipe(parts / "pipe.png")
    socket(parts / "deeper" / "socket.png")


def page_whose_parts_are_a_link(path: Path) -> None:
    _page(path, "Parts that are a link")
    outside = path.parent.parent / "parts-outside"
    outside.mkdir()
    (outside / "private.css").write_text(SECRET)
    path.with_name(f"{path.stem}_files").symlink_to(outside, target_is_directory=True)


def packed_zeros(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(1024):
                part.write(bytes(1024 * 1024))


def book_with_paths(path: Path) -> None:
    """A book whose parts name files outside it and outside the archive."""
    hrefs = (
        "../../../private.html",
        "/etc/hostname",
        "file:///etc/hostname",
        "http://[::1",
        "a.xhtml",
    )
    items = "".join(
        f'<item id="i{n}" href="{href}" media-type="application/xhtml+xml"/>'
        for n, href in enumerate(hrefs)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(hrefs)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "OEBPS/book.opf",
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
        )
        text = f"<p>{_SENTENCE}</p>" * 4
        archive.writestr(
            "OEBPS/a.xhtml",
            '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Paths</title></head>'
            f"<body><h1>Paths of a book</h1>{text}</body></html>",
        )
        archive.writestr("../escaped.txt", "escaped")


def deep_json(path: Path) -> None:
    path.write_text('{"title": "Deep", "text": ' + "[" * 100_000 + "]" * 100_000 + "}")


def article_of_a_million_letters(path: Path) -> None:
    sentences = _SENTENCE * (_MORE_THAN_THE_MODEL_TAKES // len(_SENTENCE) + 1)
    path.write_text(f"{_FRONT_MATTER.format(title='A million by hand')}{sentences}\n")
