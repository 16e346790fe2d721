from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.authority_file import AuthorityFile
from cuttings.errors import AuthorityError

HEADER = "heading,see-from,when,same-as,note,filed-as,hide\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "people.csv"


def _add(path: Path, heading: str, *forms: str) -> str:
    file = AuthorityFile(path)
    file.add_forms(heading, forms)
    file.write()
    return path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("content", [None, "", "\ufeff", HEADER])
def test_a_file_without_rows_gets_one(path: Path, content: str | None) -> None:
    if content is not None:
        path.write_text(content, "utf-8")
    added = _add(path, "Zoë Marsh", "Z. Marsh", "Zoe, Marsh")
    assert added.removeprefix("\ufeff") == f'{HEADER}Zoë Marsh,"Z. Marsh | Zoe, Marsh",,,,,\n'
    preferred = Authorities.read(path.parent).preferred(EntityKind.PERSON, "Z. Marsh")
    assert preferred == "Zoë Marsh"


def test_a_known_heading_gets_more_forms_and_other_rows_stay(path: Path) -> None:
    before = '"Last, row" , ,,Q1,"two\nlines",no\n\n'
    after = "'Odd' ,X|Y,,,,\n"
    path.write_text(f"{HEADER}{before}Ann,Anna,,Q42,note,,\n{after}", "utf-8")
    assert _add(path, "Ann", "Anne", "Anna") == (
        f"{HEADER}{before}Ann,Anna | Anne,,Q42,note,,\n{after}"
    )


def test_the_ways_of_spreadsheets_are_kept(path: Path) -> None:
    text = "\ufeffnote;heading;see-from;mine\r\nn;Ann;;1\r\nshort"
    path.write_bytes(text.encode("utf-8"))
    assert _add(path, "Ann", "Anna").endswith("n;Ann;Anna;1\r\nshort")
    assert _add(path, "Bob", "Rob").endswith("\r\nshort\r\n;Bob;Rob;\r\n")


def test_a_file_without_the_column_is_reported(path: Path) -> None:
    path.write_text("heading,note\n", "utf-8")
    with pytest.raises(AuthorityError, match="no column 'see-from'"):
        AuthorityFile(path)


def test_another_encoding_is_reported(path: Path) -> None:
    path.write_text(f"{HEADER}Zoë,,,,\n", "latin-1")
    with pytest.raises(AuthorityError, match="UTF-8"):
        AuthorityFile(path)


def test_an_edit_meanwhile_stays_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, shared = tmp_path / "people.csv", tmp_path / "shared.csv"
    shared.write_text("heading,see-from\nA. Merkel,\n", encoding="utf-8")
    path.symlink_to(shared)
    file = AuthorityFile(path)
    file.add_forms("A. Merkel", ["Angela Merkel"])
    edited = "heading,see-from\nA. Merkel,\nE. Macron,\n"
    shared.write_text(edited, encoding="utf-8")
    with pytest.raises(AuthorityError, match="it was changed just now"):
        file.write()
    assert path.read_text(encoding="utf-8") == edited

    file = AuthorityFile(path)
    file.add_forms("A. Merkel", ["Angela Merkel"])
    file.write()
    assert path.is_symlink()
    assert "A. Merkel,Angela Merkel\n" in shared.read_text(encoding="utf-8")
    assert sorted(tmp_path.iterdir()) == [path, shared]


def test_cells_rows_and_a_column_are_changed_and_the_rest_stays(path: Path) -> None:
    odd = '"Odd, row", ,"two\nlines"\n'
    path.write_text(f"heading,see-from,note\nAnn,Anna,\n{odd}Bob,,\n", "utf-8")
    file = AuthorityFile(path)
    file.set_cell("Bob", "different-from", "Bobby")
    file.set_cell("Odd, row", "see-from", "Even row")
    file.set_cell("Eva", "note", "=1")
    file.remove("Ann")
    assert (file.has("Ann"), file.has("Eva"), file.cell("Eva", "note")) == (False, True, "=1")
    assert file.text == (
        "heading,see-from,note,different-from\n"
        '"Odd, row",Even row,"two\nlines"\n'
        "Bob,,,Bobby\nEva,,'=1,\n"
    )
    assert file.before == path.read_text("utf-8")
    file.set_cell("Bob", "heading", "Robert")
    assert file.forms("Robert", "different-from") == ("Bobby",)
    assert not file.has("Bob")
