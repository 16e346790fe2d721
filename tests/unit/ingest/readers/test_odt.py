from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.files.document_files import odt_file, with_part

from cuttings.article.article import Certainty
from cuttings.article.markup import plain_text
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft

Read = Callable[..., Draft]
TEXT = "The bridge over the river is open again, and people of both towns came with flags."
STORY = f"""<text:tracked-changes><text:p>Deleted words</text:p></text:tracked-changes>
<text:p text:style-name="P1">Bridge opens</text:p><text:p>By Jane Roe</text:p>
<text:p>{TEXT}</text:p><text:h text:outline-level="2">A <text:span>long</text:span> way</text:h>
<text:list><text:list-item><text:p>stone</text:p></text:list-item>
<text:list-item><text:p>steel</text:p></text:list-item></text:list>
<text:p>One<text:s text:c="2"/>two<text:tab/>three<text:line-break/>four
<office:annotation><text:p>A remark</text:p></office:annotation>
<text:a xlink:href="https://planet.example/">five</text:a></text:p>"""
TITLE = '<style:style style:name="P1" style:parent-style-name="Title"/>'


def test_a_document_is_read_with_its_structure(read: Read) -> None:
    draft = read(odt_file(STORY, TITLE), "story.odt")
    assert (draft.title, draft.titled, draft.author) == (
        "Bridge opens",
        Certainty.EXACT,
        "Jane Roe",
    )
    body = " ".join(draft.body.split())
    assert body.startswith(f"{TEXT} ## A long way - stone - steel One two three four")
    assert body.endswith("[five](https://planet.example/)")
    assert not any(word in body for word in ("Deleted", "remark", "Planet Example"))


def test_footnotes_and_endnotes_stand_below_the_text(read: Read) -> None:
    notes = [
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
        for kind, mark, text in (
            ("footnote", "1", "Built in 1931."),
            ("endnote", "i", "The <text:span>Planet</text:span>, 3 May."),
        )
    ]
    title = '<text:p text:style-name="P1">Bridge opens</text:p>'
    text = f"<text:p>{TEXT}{notes[0]}</text:p><text:p>Ferries sail{notes[1]} again.</text:p>"
    draft = read(odt_file(f"{title}{text}", TITLE), "story.odt")
    assert plain_text(draft.body).split("\n\n") == [
        f"{TEXT}[1]",
        "Ferries sail[2] again.",
        "Built in 1931.",
        "The Planet, 3 May.",
    ]


def test_properties_say_what_the_text_does_not(read: Read) -> None:
    properties = (
        "<dc:title>Bridge opens</dc:title><meta:initial-creator>Jane Roe</meta:initial-creator>"
        "<dc:creator>Secretary</dc:creator><dc:date>2020-03-05T10:00:00</dc:date>"
        "<meta:creation-date>2020-03-04T10:00:00.123</meta:creation-date>"
        "<meta:keyword>bridges</meta:keyword><meta:keyword>rivers</meta:keyword>"
    )
    draft = read(odt_file(f"<text:p>{TEXT}</text:p>", properties=properties), "story.odt")
    assert (draft.title, draft.author, draft.date) == ("Bridge opens", "Jane Roe", None)
    assert draft.extra == (("Created", "2020-03-04"), ("Tags", "bridges; rivers"))


def test_it_is_recognized_without_its_suffix(read: Read) -> None:
    assert read(odt_file(STORY, TITLE), "story").title == "Bridge opens"


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 15))
BOMB = f'<!DOCTYPE a [<!ENTITY e0 "wall">{ENTITIES}]><a>&e14;</a>'
DEEP = "".join(f'<a b="{n}">' for n in range(1500)) + "</a>" * 1500
LOCKED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (odt_file(""), "no text was found in it"),
        (odt_file(STORY)[:600], "it is a damaged ZIP archive"),
        (with_part(odt_file(STORY), "META-INF/manifest.xml", LOCKED), "protected with a password"),
        (
            with_part(odt_file(STORY), "content.xml", "<a><b></a>"),
            "its part content.xml is damaged",
        ),
        (with_part(odt_file(STORY), "content.xml", DEEP), "its part content.xml is damaged"),
        (with_part(odt_file(STORY), "content.xml", BOMB), "its part content.xml is damaged"),
        (odt_file("<text:p/>" * 3_000_000), "too large or packed too densely to be text"),
    ],
    ids=["empty", "truncated", "locked", "broken", "deep", "entities", "dense"],
)
def test_what_cannot_be_read_is_reported(read: Read, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableSourceError, match=reason):
        read(content, "story.odt")
