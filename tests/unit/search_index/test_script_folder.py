from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.script_value import script_value

from cuttings.errors import IndexingError
from cuttings.search_index.byte_text import BYTE_ORDER_MARK
from cuttings.search_index.script_folder import ScriptFolder, script, small_script


@pytest.mark.parametrize(
    "text",
    ["</script><!--", "\"quotes\" 'and' `ticks`", "a\u2028b\u2029c", "😀 עברית", "\\n\n\t\x00"],
)
def test_text_of_any_content_is_data(text: str) -> None:
    content = script({"text": text}).decode()
    assert content.startswith("cuttings.register(")
    assert content.endswith(");\n")
    assert not set(content[:-1]) & set("<\n\u2028\u2029\x00")
    assert json.loads(content[len("cuttings.register(") : -len(");\n")]) == {"text": text}


def test_a_compressed_script_holds_the_same_value() -> None:
    payload = ["</script>\n"] * 99
    made = small_script(payload)
    assert script_value(made) == payload
    assert len(made) < len(script(payload))


def test_a_script_is_compressed_where_that_is_smaller(tmp_path: Path) -> None:
    folder = ScriptFolder(tmp_path)
    for payload, start in (("oil", b"cuttings"), ("oil" * 99, BYTE_ORDER_MARK)):
        content = (tmp_path / f"words-{folder.write_hashed('words', payload)}.js").read_bytes()
        assert content.startswith(start)
        assert script_value(content) == payload


def test_half_a_pair_is_replaced() -> None:
    assert "\ufffd" in script("a\ud800b").decode()


def test_names_follow_content(tmp_path: Path) -> None:
    folder = ScriptFolder(tmp_path)
    first = folder.write_hashed("facets", [1])
    assert folder.write_hashed("facets", [1]) == first
    assert folder.write_hashed("facets", [2]) != first
    assert (tmp_path / f"facets-{first}.js").read_text() == "cuttings.register([1]);\n"


def test_what_an_earlier_build_left_is_removed(tmp_path: Path) -> None:
    old = tmp_path / "stories-old" / "0.js"
    old.parent.mkdir()
    old.touch()
    folder = ScriptFolder(tmp_path)
    name = folder.write_numbered("stories", ["a", "b"])
    folder.remove_others()
    assert not old.parent.exists()
    assert sorted(path.name for path in (tmp_path / f"stories-{name}").iterdir()) == [
        "0.js",
        "1.js",
    ]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "search").touch()
    with pytest.raises(IndexingError, match="search: cannot be made"):
        ScriptFolder(tmp_path / "search")
