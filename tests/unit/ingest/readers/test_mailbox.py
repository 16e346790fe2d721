from __future__ import annotations

from collections.abc import Callable

import pytest

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES, SourceFile
from cuttings.ingest.readers import format_of, records_of

MakeSource = Callable[..., SourceFile]
MESSAGE = (
    "From news@planet.example Tue Apr  5 23:30:00 2022\n"
    "From: The Planet <news@planet.example>\nSubject: Story {n}\nMessage-ID: <{n}@x>\n\n"
    "The text of story {n}.\n\n"
)
HUGE = (
    "From news@planet.example Tue Apr  5 23:30:00 2022\n"
    "From: a@b.example\nSubject: Huge\nMessage-ID: <x@x>\n\n" + "word " * 5 + "\n"
)


@pytest.mark.parametrize(
    ("name", "content", "known"),
    [
        ("a.mbox", MESSAGE, "mailbox"),
        ("Inbox", MESSAGE, "mailbox"),
        ("a.eml", MESSAGE.partition("\n")[2], "mail"),
        ("a", MESSAGE.partition("\n")[2], "mail"),
        ("a.txt", "From: here\nDate: 3 May\n\nA pasted text.", "text"),
        ("a.txt", "From the valley\ncame no word.", "text"),
    ],
)
def test_mails_and_mailboxes_are_recognized(
    make_source: MakeSource, name: str, content: str, known: str
) -> None:
    assert format_of(make_source(content, name)).name == known


def test_a_message_that_is_too_large_is_one_record(make_source: MakeSource) -> None:
    line = "x" * 1000 + "\n"
    huge = HUGE + line * (MAX_SOURCE_BYTES // len(line) + 2) + "\n"
    source = make_source(MESSAGE.format(n=1) + huge + MESSAGE.format(n=2), "a.mbox")
    first, second, third = records_of(source)
    titles = [story.title for story in (first.read(), third.read()) if isinstance(story, Draft)]
    assert titles == ["Story 1", "Story 2"]
    with pytest.raises(UnreadableSourceError, match="message 2: it is larger than 20 MB"):
        second.read()
