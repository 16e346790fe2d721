from __future__ import annotations

import pytest

from cuttings.site.site_sizes import FileKind, file_kind, site_sizes


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("articles/a.html", FileKind.ARTICLE),
        ("people/ada.html", FileKind.ENTITY),
        ("countries/chad/2.html", FileKind.ENTITY),
        ("people/index.html", FileKind.NAME_LIST),
        ("organizations/index/s-2.html", FileKind.NAME_LIST),
        ("sources/index.html", FileKind.NAME_LIST),
        ("sources/index-linked/2.html", FileKind.LIST),
        ("dates/index.html", FileKind.LIST),
        ("dates/1987-03.html", FileKind.LIST),
        ("search/previews-abcdefghij/0.js", FileKind.PREVIEW),
        ("search/manifest.js", FileKind.SEARCH),
        ("feeds/all.atom.xml", FileKind.FEED),
        ("index.html", FileKind.OTHER),
        ("data/articles.jsonl", FileKind.OTHER),
    ],
)
def test_each_file_is_of_one_kind(path: str, kind: FileKind) -> None:
    assert file_kind(path) is kind


def test_sizes_add_up() -> None:
    sizes = site_sizes([("articles/a.html", 100), ("articles/b.html", 600), ("index.html", 0)])
    assert sizes.kinds[FileKind.ARTICLE] == 700
    assert (sizes.stories, sizes.files, sizes.median_article) == (2, 3, 350)
    assert sizes.tar == 512 * (2 + 3 + 1)
    assert sizes.per_story == sizes.tar // 2
    assert sizes.largest_name_list == 0


def test_an_empty_site_has_no_story() -> None:
    assert site_sizes([]).per_story == 0
