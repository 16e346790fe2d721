from __future__ import annotations

import datetime
import json

from tests.files.taken import Taken

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.intake import Intake

TODAY = datetime.date(2026, 1, 2)
TEXT = "The ferry to the outer islands will sail twice a day from the first of June."
AT = "https://www.planet.example/ferry"


def _take(folder: ContentFolder, name: str, url: str, text: str, note: str = "") -> Taken:
    """Take in a page as a row of JSON Lines; ``note`` makes another file of the same page."""
    path = folder.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    row = {"title": "Ferry", "url": url, "date": "2024-05-01", "author": note, "text": text}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return Taken.of(Intake(folder, TODAY).take_files([path]))


def _originals(folder: ContentFolder) -> int:
    return len(list(folder.originals.iterdir()))


def test_a_page_with_the_same_text_is_a_revisit(folder: ContentFolder) -> None:
    (filed,) = _take(folder, "a.jsonl", AT, TEXT).filed
    again = _take(folder, "b.jsonl", "http://planet.example/ferry/?utm_source=x#top", TEXT, "Ann")
    (revisit,) = again.revisits
    assert revisit.articles == (filed.article,)
    assert str(revisit).endswith(f"the same page with the same text as {filed.article}")
    assert len(list(folder.article_paths())) == 1
    assert _originals(folder) == 2


def test_a_page_twice_in_one_table_is_a_revisit(folder: ContentFolder) -> None:
    rows = [{"title": "Ferry", "url": AT, "author": name, "text": TEXT} for name in ("", "Ann")]
    folder.root.mkdir()
    path = folder.root / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    taken = Taken.of(Intake(folder, TODAY).take_files([path]))
    (filed,), (revisit,) = taken.filed, taken.revisits
    assert revisit.articles == (filed.article,) == tuple(folder.article_paths())


def test_a_page_whose_text_changed_is_kept_as_another_version(folder: ContentFolder) -> None:
    (first,) = _take(folder, "a.jsonl", AT, TEXT).filed
    (second,) = _take(folder, "b.jsonl", AT, f"{TEXT} Tickets are dearer.").filed
    assert second.earlier == (first.article,)
    assert str(second).endswith(f", another version of {first.article}")
    assert "dearer" not in read_article(first.article).body
    assert "dearer" in read_article(second.article).body
    assert _originals(folder) == 2
    third = _take(folder, "c.jsonl", AT, TEXT, "Ann")
    assert [revisit.articles for revisit in third.revisits] == [(first.article,)]


def test_one_text_at_two_addresses_is_two_articles(folder: ContentFolder) -> None:
    _take(folder, "a.jsonl", AT, TEXT)
    (filed,) = _take(folder, "b.jsonl", "https://other.example/ferry", TEXT).filed
    assert filed.earlier == ()


def test_stories_without_an_address_are_not_revisits(folder: ContentFolder) -> None:
    _take(folder, "a.jsonl", "", TEXT)
    (filed,) = _take(folder, "b.jsonl", "", TEXT, "Ann").filed
    assert filed.earlier == ()


def test_an_article_that_a_person_broke_is_not_the_same(folder: ContentFolder) -> None:
    (first,) = _take(folder, "a.jsonl", AT, TEXT).filed
    text = first.article.read_text(encoding="utf-8").replace("Title: Ferry", "Title:")
    first.article.write_text(text, encoding="utf-8")
    (second,) = _take(folder, "b.jsonl", AT, TEXT, "Ann").filed
    assert second.earlier == (first.article,)
