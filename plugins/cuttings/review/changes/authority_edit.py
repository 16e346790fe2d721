"""What a decision about a name writes into the authority files, as a person would by hand.

Each function returns the text of the file before and after; all rows but those of the names stay
byte for byte.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cuttings.article.characters import one_line
from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.authority_rows import DIFFERENT_FROM, is_wikidata_id
from cuttings.entities.entity import EntityKind
from cuttings.entities.merges.authority_file import AuthorityFile
from cuttings.entities.merges.merge import merge_conflict
from cuttings.entities.merges.merge_file import Merge
from cuttings.errors import AuthorityError
from cuttings.review.changes.decision_log import NewTexts

_CARRIED = ("same-as", "note", "filed-as")
"""What the row of a name that is merged gives to the other's, if that has nothing there."""


def merged(
    folder: ContentFolder, kind: EntityKind, keep: str, merge: str, authorities: Authorities
) -> NewTexts:
    """Let a heading and its forms lead to another; its own row goes.

    Raises:
        AuthorityError: If the records do not allow it, or the file cannot be used.
    """
    path = folder.authorities / f"{kind.plural}.csv"
    if reason := merge_conflict(Merge(kind, keep, merge, 0), authorities):
        raise AuthorityError(path, reason, "change its row by hand first")
    file = AuthorityFile(path)
    forms = (merge, *file.forms(merge))
    carried = {column: file.cell(merge, column) for column in _CARRIED}
    different = file.forms(merge, DIFFERENT_FROM)
    file.remove(merge)
    file.add_forms(keep, forms)
    if different:
        file.add_forms(keep, different, DIFFERENT_FROM)
    _fill(file, keep, carried)
    return {path: (file.before, file.text)}


def distinguished(folder: ContentFolder, kind: EntityKind, one: str, other: str) -> NewTexts:
    """Write down that two headings are different, in the row that there is, else in the first's.

    Raises:
        AuthorityError: If the file cannot be used.
    """
    path = folder.authorities / f"{kind.plural}.csv"
    file = AuthorityFile(path)
    heading, different = (other, one) if file.has(other) and not file.has(one) else (one, other)
    file.add_forms(heading, [different], DIFFERENT_FROM)
    return {path: (file.before, file.text)}


def _fill(file: AuthorityFile, heading: str, values: Mapping[str, str]) -> None:
    for column, value in values.items():
        if value and not file.cell(heading, column):
            file.set_cell(heading, column, value)


def renamed(folder: ContentFolder, kind: EntityKind, heading: str, name: str) -> NewTexts:
    """Give a heading another name; the old one leads to it.

    Raises:
        AuthorityError: If the name cannot be a heading, has a row, or the file cannot be used.
    """
    path = folder.authorities / f"{kind.plural}.csv"
    file = AuthorityFile(path)
    if file.has(name):
        raise AuthorityError(path, f"'{name}' has a row already", "merge the two names")
    if file.has(heading):
        file.set_cell(heading, "heading", name)
    file.add_forms(name, [heading])
    return {path: (file.before, file.text)}


def with_cell(
    folder: ContentFolder, kind: EntityKind, heading: str, column: str, value: str
) -> NewTexts:
    """Write a value into a column of a heading's row.

    Raises:
        AuthorityError: If the file cannot be used, or the value is not what the column holds.
    """
    path = folder.authorities / f"{kind.plural}.csv"
    if column == "same-as" and value and not is_wikidata_id(value):
        reason, remedy = f"'{value}' is not a Wikidata id", "write it as Q and digits, as in Q42"
        raise AuthorityError(path, reason, remedy)
    file = AuthorityFile(path)
    if file.cell(heading, column) != value:
        file.set_cell(heading, column, value)
    return {path: (file.before, file.text)}


def split(
    folder: ContentFolder, kind: EntityKind, heading: str, name: str, words: Sequence[str]
) -> NewTexts:
    """Give the stories of a heading that have one of some words a heading of their own.

    Raises:
        AuthorityError: If no word is given, the name is the heading, or the file cannot be used.
    """
    path = folder.authorities / f"{kind.plural}.csv"
    if not words or name == heading:
        raise AuthorityError(path, "nothing distinguishes the two", "give a name and a word")
    file = AuthorityFile(path)
    file.add_forms(name, [heading])
    file.add_forms(name, words, "when")
    return {path: (file.before, file.text)}


def heading_of(name: str) -> str:
    """Return a name that a person typed as it can be a heading.

    Raises:
        AuthorityError: If it is empty or holds ``|``.
    """
    heading = one_line(name)
    if not heading or "|" in heading:
        raise AuthorityError("name", f"'{heading}' cannot be a heading", "type another name")
    return heading
