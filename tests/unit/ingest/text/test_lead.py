from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest

from cuttings.article.article import Certainty
from cuttings.ingest.entries.entry import Entry, entry_story
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers.html import read_html
from cuttings.ingest.readers.markdown import read_markdown
from cuttings.ingest.readers.text import read_text
from cuttings.ingest.text.lead import SHORTEST_LEAD, Lead

MakeSource = Callable[..., SourceFile]
DATELINE = "LONDON, 3 March 2020 (Reuters) - The ferry to the outer islands sails twice a day."
REST = "The harbour master said on Tuesday that the second ferry had been repaired at last."
STATED = datetime.date(2020, 3, 2)
WRITTEN = datetime.date(2020, 3, 3)
LIKELY = datetime.date(2020, 3, 4)


def test_a_paragraph_with_letters_comes_before_others() -> None:
    assert Lead.of_text(['"', "1989", "Wall"]).text == "Wall"
    assert Lead.of_text(["1989", "12"]).text == "1989"


def test_a_long_block_of_the_story_comes_before_a_short_one() -> None:
    long = "x" * SHORTEST_LEAD
    assert Lead.of_blocks([long, "By Ann", f"{long}y"], [1, 2]).text == f"{long}y"
    assert Lead.of_blocks(["12", "By Ann", f"{long[1:]}"], [1, 2]).text == "By Ann"


@pytest.mark.parametrize(
    ("text", "stated", "likely", "date", "dated"),
    [
        (DATELINE, STATED, LIKELY, STATED, Certainty.EXACT),
        (DATELINE, None, LIKELY, WRITTEN, Certainty.EXACT),
        (REST, None, LIKELY, LIKELY, Certainty.INFERRED),
        (REST, None, None, None, Certainty.UNKNOWN),
    ],
)
def test_a_stated_date_comes_before_the_dateline_and_that_before_a_likely_one(
    make_source: MakeSource,
    text: str,
    stated: datetime.date | None,
    likely: datetime.date | None,
    date: datetime.date | None,
    dated: Certainty,
) -> None:
    draft = Lead(text).draft(make_source("Text"), text, date=stated, inferred_date=likely)
    assert (draft.date, draft.dated) == (date, dated)


def test_a_credit_of_its_own_comes_before_the_dateline(make_source: MakeSource) -> None:
    source = make_source("Text")
    assert Lead(DATELINE).draft(source, "Text").agency == "Reuters"
    assert Lead(DATELINE).draft(source, "Text", agency="AFP").agency == "AFP"


def test_a_draft_names_the_file_and_the_part_that_the_story_is(make_source: MakeSource) -> None:
    source = make_source("Text")
    whole = Lead(REST).draft(source, REST)
    assert (whole.source, whole.original, whole.record) == (source.path, source.digest, "")
    part = source.part(b"row", "row 2")
    draft = Lead(REST).draft(part, REST)
    assert (draft.original, draft.record) == (source.digest, part.digest)


def _text(make_source: MakeSource) -> object:
    return read_text(make_source(f"Ferry sails twice\n\n{DATELINE}\n\n{REST}\n"))


def _page(make_source: MakeSource) -> object:
    body = f"<article><p>{DATELINE}</p><p>{REST}</p></article>"
    head = "<head><title>Ferry sails twice</title></head>"
    page = f"<!doctype html><html>{head}<body>{body}</body></html>"
    return read_html(make_source(page, "story.html"))


def _entry(make_source: MakeSource) -> object:
    content = f"<p>{DATELINE}</p><p>{REST}</p>"
    return entry_story(make_source("rows"), Entry(title="Ferry sails twice", content=content))


def _markdown(make_source: MakeSource) -> object:
    return read_markdown(make_source(f"# Ferry sails twice\n\n{DATELINE}\n\n{REST}\n", "story.md"))


@pytest.mark.parametrize("read", [_text, _page, _entry, _markdown])
def test_a_story_says_the_same_whatever_it_is_read_from(
    make_source: MakeSource, read: Callable[[MakeSource], object]
) -> None:
    draft = read(make_source)
    assert isinstance(draft, Draft)
    assert (draft.title, draft.titled) == ("Ferry sails twice", Certainty.EXACT)
    assert (draft.date, draft.dated) == (WRITTEN, Certainty.EXACT)
    assert draft.agency == "Reuters"
