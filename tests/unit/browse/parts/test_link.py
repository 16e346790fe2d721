from __future__ import annotations

import pytest

from cuttings.browse.parts.link import root_from


@pytest.mark.parametrize(
    ("path", "root"),
    [("index.html", ""), ("people/ada.html", "../"), ("people/ada/2.html", "../../")],
)
def test_the_way_to_the_root(path: str, root: str) -> None:
    assert root_from(path) == root
