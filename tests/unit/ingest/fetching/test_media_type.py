from __future__ import annotations

import pytest

from cuttings.ingest.fetching.media_type import refusal, suffix_of

URL = "https://a.example/story"


@pytest.mark.parametrize(
    ("media_type", "url", "suffix"),
    [
        ("text/html", f"{URL}.php", ".html"),
        ("application/xhtml+xml", URL, ".html"),
        ("text/plain", URL, ".txt"),
        ("text/plain", f"{URL}.md", ".md"),
        ("application/octet-stream", f"{URL}.csv?version=2", ".csv"),
        ("application/octet-stream", f"{URL}.php", ""),
        ("", URL, ""),
        ("application/rss+xml", URL, ".rss"),
    ],
)
def test_the_suffix_is_that_of_the_media_type(media_type: str, url: str, suffix: str) -> None:
    assert suffix_of(media_type, url) == suffix
    assert refusal(media_type, url) == ""


@pytest.mark.parametrize("media_type", ["image/png", "video/mp4", "application/zip"])
def test_what_no_reader_knows_is_refused_by_its_name(media_type: str) -> None:
    assert media_type in refusal(media_type, f"{URL}.html")
