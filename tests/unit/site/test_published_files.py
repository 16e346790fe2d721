from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cuttings.errors import AddressTakenError
from cuttings.site.published_files import PublishedFiles, relative_files, unclaimed_files


def test_an_address_is_given_once() -> None:
    published = PublishedFiles()
    published.claim("about.html")
    for path in ("about.html", "About.html", "ABOUT.HTML"):
        with pytest.raises(AddressTakenError, match="another file of the site"):
            published.claim(path)
    published.claim("cafe\u0301.html")
    with pytest.raises(AddressTakenError):
        published.claim("caf\u00e9.html")
    assert list(published) == ["about.html", "cafe\u0301.html"]


def test_the_plugins_of_a_build_share_one_list_and_each_build_begins_anew() -> None:
    settings: dict[str, Any] = {}
    PublishedFiles.of(settings).claim("a.html")
    assert "a.html" in PublishedFiles.of(settings.copy())
    PublishedFiles.of(settings).begin()
    assert "a.html" not in PublishedFiles.of(settings)


def test_a_writer_with_a_folder_of_its_own_claims_what_lies_there(tmp_path: Path) -> None:
    (tmp_path / "search" / "deep").mkdir(parents=True)
    (tmp_path / "search" / "deep" / "a.js").touch()
    (tmp_path / "other.txt").touch()
    published = PublishedFiles()
    published.claim_folder(tmp_path, "search")
    published.claim_folder(tmp_path, "missing")
    assert list(published) == ["search/deep/a.js"]


def test_what_nobody_claimed_is_found_but_for_what_lay_there_before(tmp_path: Path) -> None:
    (tmp_path / "earlier.txt").touch()
    earlier = relative_files(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "new.html").touch()
    (tmp_path / "a" / "link").symlink_to("/etc/passwd")
    (tmp_path / "index.html").touch()
    published = PublishedFiles()
    published.claim("index.html")
    assert unclaimed_files(tmp_path, published, earlier) == ["a/link", "a/new.html"]
