"""Provenance: what an article keeps of how it was fetched, and of the list it stood in."""

from __future__ import annotations

from dataclasses import replace

from cuttings.article.article import Certainty
from cuttings.article.front_matter import join_values
from cuttings.ingest.filing.capture import Capture
from cuttings.ingest.raw.address import Address
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.further_lines import further_lines

_OUR_WORD = frozenset({"Captured", "Redirects"})
"""Lines that say what we did; a page cannot say when it was fetched, or through which redirects."""


def with_provenance(draft: Draft, capture: Capture, address: Address) -> Draft:
    """Return the draft of a fetched story with how it was fetched.

    Args:
        draft: The story.
        capture: The file that it was fetched in.
        address: Its address, with what its list says of it; the headline there counts where
            the story itself has none.
    """
    way = (capture.url, *capture.redirects) if capture.redirects else ()
    fields = {
        "Captured": capture.fetched,
        "Redirects": join_values(way),
        "Saved": address.saved.isoformat() if address.saved else "",
        "Tags": join_values(address.tags),
        "Note": address.note,
    }
    stated = tuple(line for line in further_lines(draft.extra) if line[0] not in _OUR_WORD)
    keys = {key for key, _ in stated}
    added = ((key, value) for key, value in fields.items() if value and key not in keys)
    is_whole = not draft.record
    untitled = is_whole and draft.titled is Certainty.INFERRED
    return replace(
        draft,
        title=(address.title if untitled else "") or draft.title,
        url=draft.url or (capture.found_at if is_whole else ""),
        extra=(*stated, *added),
    )
