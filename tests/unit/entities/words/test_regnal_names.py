from __future__ import annotations

import pytest

from cuttings.entities.words.regnal_names import regnal_names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met Pope Urban IX there.", ["Pope Urban IX"]),
        ("King Olaf Magnus V's son", ["King Olaf Magnus V"]),
        ("King Olaf Magnus V and Queen Ida II", ["King Olaf Magnus V", "Queen Ida II"]),
        ("Pope Urban spoke of Queen Ida.", []),
        ("World War II began.", []),
    ],
)
def test_title_name_and_number_are_a_person(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in regnal_names(text)] == found
