"""A country that an authority record renames."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.script_value import script_value

from cuttings.article.content_folder import ContentFolder

RECORD = "heading,see-from\nGreat Britain (UK),United Kingdom\n"


def _registered(search: Path, name: str) -> Any:
    (script,) = search.rglob(f"{name}-*.js")
    return script_value(script.read_bytes())


def test_a_renamed_country_is_searched_and_completed_by_all_its_names(
    add_stories: Callable[[Mapping[str, str]], ContentFolder], tmp_path: Path, run_pelican: Any
) -> None:
    folder = add_stories({"Budget day": "LONDON - The British government raised taxes in Leeds."})
    (folder.authorities / "countries.csv").write_text(RECORD, encoding="utf-8")
    build = run_pelican(folder.root, tmp_path / "output")
    assert build.status == 0, build.messages
    [[slug, *forms]] = _registered(build.output / "search", "forms")["country"]
    assert slug == "great-britain-uk"
    assert {"United Kingdom", "UK", "Britain", "British"} <= set(forms)
    completions = _registered(build.output / "search", "completion")[2]
    assert ["c", "Great Britain (UK)", 1, "", "Britain", "GB"] in completions
