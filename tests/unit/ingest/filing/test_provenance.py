from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cuttings.article.article import Certainty
from cuttings.ingest.filing.capture import Capture
from cuttings.ingest.filing.provenance import with_provenance
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft

URL = "https://a.example/1"
DRAFT = Draft(source=Path("abc.html"), original="abc", title="The gates", body="They opened.")
CAPTURE = Capture(url=URL, fetched="2026-01-02", original="abc.html")


def test_the_headline_of_a_list_counts_only_where_the_story_has_none() -> None:
    listed = Address(url=URL, title="Wall falls")
    assert with_provenance(DRAFT, CAPTURE, listed).title == "The gates"
    inferred = Draft(
        source=DRAFT.source,
        original=DRAFT.original,
        title=DRAFT.title,
        body=DRAFT.body,
        titled=Certainty.INFERRED,
    )
    assert with_provenance(inferred, CAPTURE, listed).title == "Wall falls"
    assert with_provenance(inferred, CAPTURE, Address(url=URL)).title == "The gates"


def test_what_the_story_states_itself_stays() -> None:
    draft = Draft(
        source=DRAFT.source,
        original=DRAFT.original,
        title=DRAFT.title,
        body=DRAFT.body,
        url="https://a.example/canonical",
        extra=(("Note", "its own"),),
    )
    completed = with_provenance(draft, CAPTURE, Address(url=URL, note="of the list"))
    assert completed.url == "https://a.example/canonical"
    assert completed.extra == (("Note", "its own"), ("Captured", "2026-01-02"))


def test_an_entry_of_a_fetched_feed_does_not_take_the_address_of_the_feed() -> None:
    entry = Draft(source=DRAFT.source, original="abc", record="def", title="A", body="B")
    assert with_provenance(entry, CAPTURE, Address(url=URL)).url == ""
    assert with_provenance(DRAFT, CAPTURE, Address(url=URL)).url == URL


def test_a_page_cannot_say_when_and_on_which_way_it_was_fetched() -> None:
    forged = (("captured!", "1999-01-01"), ("Redirects", "https://other.example"), ("Note", "its"))
    draft = replace(DRAFT, extra=forged)
    completed = with_provenance(draft, CAPTURE, Address(url=URL))
    assert completed.extra == (("Note", "its"), ("Captured", "2026-01-02"))
