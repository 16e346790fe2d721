from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files.document_files import epub_file, with_part

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.record import NoStory
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of

Read = Callable[..., Draft]
MakeSource = Callable[..., SourceFile]
TEXT = "The bridge over the river is open again, and people of both towns came with flags. " * 4
METADATA = (
    "<dc:title>The Planet of Tuesday</dc:title><dc:creator>Jane Roe</dc:creator>"
    "<dc:publisher>Planet Press</dc:publisher><dc:date>2020-03-03</dc:date>"
    "<dc:language>en</dc:language>"
)
NEWSPAPER = {
    "nav.xhtml": f"<p>{TEXT}</p>",
    "cover.xhtml": "<h1>The Planet of Tuesday</h1><p>A newspaper.</p>",
    "picture.xhtml": "<img src='a.jpg'/>",
    "a.xhtml": f"<h1>Bridge opens</h1><p>By John Doe</p><p>{TEXT}</p>",
    "b.xhtml": f"<h1>Tower closes</h1><p>{TEXT}</p><h2>A long way</h2><p>{TEXT}</p>",
}


def _stories(source: SourceFile) -> list[Draft | str]:
    stories = [record.read() for record in records_of(source)]
    return [
        story if isinstance(story, Draft) else story.reason
        for story in stories
        if isinstance(story, Draft | NoStory)
    ]


def test_a_newspaper_is_its_articles(make_source: MakeSource) -> None:
    source = make_source(epub_file(NEWSPAPER, METADATA), "planet.epub")
    cover, picture, bridge, tower = _stories(source)
    assert (cover, picture) == (
        "it is a cover, a title page or a notice",
        "it is a page without text",
    )
    assert isinstance(tower, Draft)
    assert isinstance(bridge, Draft)
    assert (tower.title, tower.author, bridge.author) == ("Tower closes", "Jane Roe", "John Doe")
    assert (tower.publication, tower.language) == ("Planet Press", "en")
    assert (str(tower.date), tower.dated) == ("2020-03-03", Certainty.EXACT)
    assert tower.extra == (("Part_of", "The Planet of Tuesday"),)
    assert "## A long way" in tower.body
    assert tower.record != bridge.record


def test_a_book_of_one_text_is_called_what_the_book_is(read: Read) -> None:
    draft = read(epub_file({"a.xhtml": f"<p>{TEXT}</p>"}, METADATA), "story.epub")
    assert (draft.title, draft.titled) == ("The Planet of Tuesday", Certainty.EXACT)
    assert draft.extra == ()


def test_a_text_that_is_missing_or_locked_is_reported_and_the_others_stay(
    make_source: MakeSource,
) -> None:
    encryption = (
        "<encryption xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><EncryptedData>"
        "<CipherData><CipherReference URI='OEBPS/locked.xhtml'/></CipherData></EncryptedData>"
        "</encryption>"
    )
    texts = {"locked.xhtml": TEXT, "missing/../../x.xhtml": TEXT, "b.xhtml": NEWSPAPER["b.xhtml"]}
    content = epub_file(texts, METADATA, {"META-INF/encryption.xml": encryption})
    locked, missing, story = records_of(make_source(content, "a.epub"))
    with pytest.raises(UnreadableSourceError, match="text 1: it is locked against copying"):
        locked.read()
    with pytest.raises(UnreadableSourceError, match=r"text 2: its part x\.xhtml is missing"):
        missing.read()
    assert isinstance(story.read(), Draft)


def test_names_with_escaped_characters_are_found(read: Read) -> None:
    content = epub_file({"a%20b.xhtml": f"<p>{TEXT}</p>"}, METADATA)
    body = f"<html><body><p>{TEXT}</p></body></html>"
    assert read(with_part(content, "OEBPS/a b.xhtml", body), "a.epub").body == TEXT.strip()


def test_the_same_text_listed_often_is_read_once(make_source: MakeSource) -> None:
    content = epub_file({"b.xhtml": NEWSPAPER["b.xhtml"]}, METADATA)
    spine = b'<itemref idref="i0"/>' * 1000
    package = (
        b'<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="i0" href="b.xhtml" '
        b'media-type="application/xhtml+xml"/></manifest><spine>' + spine + b"</spine></package>"
    )
    source = make_source(with_part(content, "OEBPS/book.opf", package), "a.epub")
    assert len(list(records_of(source))) == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (epub_file({}), "there is no story in it"),
        (epub_file(NEWSPAPER)[:600], "it is a damaged ZIP archive"),
        (with_part(epub_file(NEWSPAPER), "META-INF/container.xml", "<a/>"), "its part  is missing"),
        (with_part(epub_file(NEWSPAPER), "OEBPS/book.opf", "<a"), "its part OEBPS/book.opf is dam"),
    ],
    ids=["empty", "truncated", "no package", "broken package"],
)
def test_what_cannot_be_read_is_reported(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.epub"
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match=reason):
        list(records_of(SourceFile.load(path)))


REFERENCE = '<a epub:type="noteref" id="r{n}" href="{place}">{n}</a>'
NOTE = '<aside epub:type="footnote" id="n{n}"><p><a href="{back}#r{n}">{n}</a> {text}</p></aside>'


def _paragraphs(draft: Draft) -> list[str]:
    return plain_text(draft.body).split("\n\n")


def test_footnotes_stand_numbered_below_the_text(read: Read) -> None:
    first = REFERENCE.format(n="1", place="#n1")
    second = '<sup role="doc-noteref"><a href="#n7">*</a></sup>'
    text = (
        f"<h1>Bridge opens</h1><p>{TEXT}{second}</p>{NOTE.format(n=1, back='', text='In 1931.')}"
        f"<p>Ferries sail{first} again{second}.</p><section epub:type='footnotes'><h2>Notes</h2>"
        "<p id='n7'>The <i>Planet</i>, 3 May. "
        "<a role='doc-backlink' href='#r7'>Back</a></p></section>"
    )
    draft = read(epub_file({"a.xhtml": text}), "story.epub")
    assert _paragraphs(draft) == [
        f"{TEXT}[1]",
        "Ferries sail[2] again[1].",
        "The Planet, 3 May.",
        "In 1931.",
    ]


def test_notes_kept_in_a_file_of_their_own_stand_below_each_text(make_source: MakeSource) -> None:
    notes = "".join(
        f'<li epub:type="endnote" id="n{n}">{text} <a href="../{back}#r{n}">\u21a9</a></li>'
        for n, text, back in ((1, f"In 1931. {TEXT}", "a.xhtml"), (2, "In 1932.", "b.xhtml"))
    )
    texts = {
        name: f"<h1>{title}</h1><p>{TEXT}{REFERENCE.format(n=n, place=f'end/notes.xhtml#n{n}')}</p>"
        for n, name, title in ((1, "a.xhtml", "Bridge opens"), (2, "b.xhtml", "Tower closes"))
    }
    end = {
        "end/notes.xhtml": f"<section epub:type='endnotes'><h2>Notes</h2><ol>{notes}</ol></section>"
    }
    bridge, tower, last = _stories(make_source(epub_file({**texts, **end}), "a.epub"))
    assert isinstance(bridge, Draft)
    assert isinstance(tower, Draft)
    assert _paragraphs(bridge) == [f"{TEXT}[1]", f"In 1931. {TEXT}".strip()]
    assert _paragraphs(tower) == [f"{TEXT}[1]", "In 1932."]
    assert last == "it is the notes of other texts"


def test_a_note_that_is_missing_or_around_its_reference_changes_nothing(read: Read) -> None:
    places = enumerate(("gone.xhtml#n1", "#n9", "#", "", "#%00"))
    lost = "".join(REFERENCE.format(n=n, place=place) for n, place in places)
    around = f'<p id="p">{TEXT}{REFERENCE.format(n="5", place="#p")}</p>'
    draft = read(epub_file({"a.xhtml": f"<p>{TEXT}{lost}</p>{around}"}), "story.epub")
    assert _paragraphs(draft) == [f"{TEXT}01234", f"{TEXT}5"]
