from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.files.drafts import drafts_of

from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import FORMATS, format_of

UNRECOGNIZED = Format.__dataclass_fields__["recognizes"].default
PAGE = "<!DOCTYPE html><html><body><p>Text</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "format_name"),
    [
        ("a.txt", "Text", "text"),
        ("a.TXT", "Text", "text"),
        ("a.html", "Text", "HTML"),
        ("a.htm", PAGE, "HTML"),
        ("a.md", PAGE, "Markdown"),
        ("a.txt", PAGE, "HTML"),
        ("a", PAGE, "HTML"),
        ("a", "Text", "text"),
        ("a.page", f"\ufeff\n<!-- saved -->{PAGE}", "HTML"),
    ],
)
def test_the_format_is_recognized_by_suffix_and_start(
    make_source: Callable[..., SourceFile], name: str, content: str, format_name: str
) -> None:
    assert format_of(make_source(content, name)).name == format_name


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xyz", b"Text", "its type is unknown .no reader for '.xyz'.; save it as text or as"),
        ("a.rtf", b"{\\rtf1", "it is binary .an RTF document.; save the story as"),
        ("a.txt", b"", "it is empty; "),
        ("a.txt", b"1989 ... 12\n", "no text was found in it; "),
        ("a.md", b"Title: Wall\n\n", "no text was found in it; "),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no text was found in it; "),
        ("a.html", b"<html><body><p>The wall fell", "it is truncated .* save the whole page again"),
        ("a.html", b"<p>The wall fell <a href='", "it is truncated"),
        ("a.md", b"---\nk: &k [*k]\n---\nText", "its parts are nested too deeply; copy"),
    ],
)
def test_what_cannot_be_read_is_reported_with_a_remedy(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableSourceError, match=reason) as caught:
        drafts_of(SourceFile.load(path))
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def test_all_formats_but_the_last_of_a_suffix_are_recognized_by_content() -> None:
    for suffix in {suffix for known in FORMATS for suffix in known.suffixes}:
        *told, _fallback = (known for known in FORMATS if suffix in known.suffixes)
        assert all(known.recognizes is not UNRECOGNIZED for known in told)
