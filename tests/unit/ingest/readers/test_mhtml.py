from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import format_of, records_of

MakeSource = Callable[..., SourceFile]
HEAD = (
    "From: {sender}\nSubject: x\nDate: Thu, 9 Nov 2023 08:34:48 +0100\nMIME-Version: 1.0\n"
    'Message-ID: <1@x>\nContent-Type: multipart/related; boundary="b"\n\n'
)
PART = "--b\nContent-Type: {kind}\nContent-Location: {place}\n\n{content}\n"
PAGE = (
    "<html><head><title>Müller kommt</title></head><body><p>{text}</p><p>{text}</p></body></html>"
)
TEXT = "Jürgen Müller kam am Donnerstag über die Straße, und die Wirte öffneten ihre Häuser. "


def _mhtml(*parts: str, sender: str = "<Saved by Blink>") -> str:
    return HEAD.format(sender=sender) + "".join(parts) + "--b--\n"


def _part(kind: str, content: str, place: str = "https://planet.example/1989/11/09/a") -> str:
    return PART.format(kind=kind, place=place, content=content)


@pytest.mark.parametrize(
    ("name", "sender", "known"),
    [
        ("a.mht", "x", "MHTML"),
        ("a.mhtml", "x", "MHTML"),
        ("a", "<Saved by Blink>", "MHTML"),
        ("a", "Ann <ann@planet.example>", "mail"),
        ("a.eml", "<Saved by Blink>", "mail"),
    ],
)
def test_a_saved_page_is_distinguished_from_a_mail(
    make_source: MakeSource, name: str, sender: str, known: str
) -> None:
    source = make_source(_mhtml(_part("text/html", PAGE), sender=sender), name)
    assert format_of(source).name == known


def test_the_part_says_its_character_set_and_address(make_source: MakeSource) -> None:
    page = PAGE.format(text=TEXT * 3)
    frame = PAGE.format(text="Another frame. " * 30)
    content = _mhtml(
        _part("text/css", "p { margin: 0 }"),
        _part("text/html; charset=iso-8859-1", page),
        _part("text/html", frame),
    ).encode("latin-1")
    source = make_source(content, "a.mht")
    (record,) = records_of(source)
    draft = record.read()
    assert isinstance(draft, Draft)
    assert (draft.title, draft.url) == (
        "Müller kommt",
        "https://planet.example/1989/11/09/a",
    )
    assert "öffneten ihre Häuser" in draft.body
    assert "frame" not in draft.body
    assert dict(draft.extra) == {"Captured": "2023-11-09"}
    assert (draft.original, draft.record) == (source.digest, "")


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ([_part("image/png", "x")], "there is no page in it"),
        ([_part("text/html", "")], "there is no page in it"),
        ([_part("text/html", "<html><body></body></html>")], "no text was found in it"),
        ([_part("text/html", "<html><body><p>The wall fell")], "it is truncated"),
    ],
)
def test_a_file_without_a_whole_page_is_one_error(
    make_source: MakeSource, parts: list[str], reason: str
) -> None:
    (record,) = records_of(make_source(_mhtml(*parts), "a.mht"))
    with pytest.raises(UnreadableSourceError, match=reason):
        record.read()


def test_a_saved_front_page_is_refused_and_a_short_story_is_not(make_source: MakeSource) -> None:
    front = _part("text/html", PAGE.format(text=TEXT), "https://planet.example/")
    (record,) = records_of(make_source(_mhtml(front), "a.mht"))
    with pytest.raises(UnreadableSourceError, match="it is a front page; save the story's own"):
        record.read()
    story = _part("text/html", PAGE.format(text="Müller kam."), "https://planet.example/a")
    (record,) = records_of(make_source(_mhtml(story), "b.mht"))
    assert isinstance(record.read(), Draft)
