"""A desk without its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from tests.files.desk_archive import file_desk_archive

from cuttings.article.content_folder import ContentFolder
from cuttings.review.changes.journal import open_journal
from cuttings.review.desk import Desk
from cuttings.review.name_desk import NameDesk
from cuttings.review.questions.merge_cache import find_merges
from cuttings.review.record_desk import RecordDesk

OpenDesk = Callable[[], Desk]


@pytest.fixture
def archive(folder: ContentFolder) -> ContentFolder:
    return file_desk_archive(folder)


@pytest.fixture
def open_desk(archive: ContentFolder) -> Iterator[OpenDesk]:
    """Open the desk of ``archive``; the one before is closed."""
    with ExitStack() as opened:

        def open_again() -> Desk:
            opened.close()
            desk = Desk(archive, opened.enter_context(open_journal(archive.review_journal)))
            desk.read()
            return desk

        yield open_again


@pytest.fixture
def desk(open_desk: OpenDesk) -> Desk:
    return open_desk()


@pytest.fixture
def names(desk: Desk) -> NameDesk:
    find_merges(desk.folder)
    return names_of(desk)


def names_of(desk: Desk) -> NameDesk:
    """Return the list of names of a desk whose merges were looked for."""
    names = NameDesk(desk, RecordDesk(desk))
    names.prepare()
    return names
