"""Columns of tables: which of them holds what, by its usual names or as a person says."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.article.front_matter import split_values
from cuttings.ingest.entries.entry import Entry
from cuttings.ingest.entries.row import Row
from cuttings.ingest.entries.source_fields import ALIASES, field_names, strings_of
from cuttings.ingest.text.byline import AUTHOR_SEPARATOR
from cuttings.ingest.text.dates import day_stated

_ALIASES = {
    **{
        name: ALIASES[name]
        for name in (
            "title date author source agency url language summary people countries "
            "countries_mentioned organizations"
        ).split()
    },
    "content": "content body text article full_text fulltext article_text article_body story "
    "html content_html content_text body_html body_text maintext main_text",
    "tags": "tags keywords labels categories category section",
    "saved": "saved saved_at date_saved date_added time_added added_at created created_at",
    "note": "note notes comment comments",
}
FIELDS = tuple(_ALIASES)
"""What a column may hold, in the words of ``--map``."""

_NAMES = field_names(_ALIASES)


class Columns:
    """Finds the fields of a story in the rows of one table.

    Args:
        given: Names of columns by the fields they hold; they come before the usual names.
    """

    def __init__(self, given: Mapping[str, str]) -> None:
        self._given = {_normalized(column): field for field, column in given.items()}
        self._taken = frozenset(given)

    def missing(self, header: Collection[str]) -> str:
        """Return a column that a person named and a header lacks, or ""."""
        present = {_normalized(name) for name in header}
        return next((name for name in self._given if name not in present), "")

    def field(self, column: str) -> str:
        """Return the field that a column holds, or "" if it is not known."""
        name = _normalized(column)
        if name in self._given:
            return self._given[name]
        usual = _NAMES.get(name, "")
        return "" if usual in self._taken else usual

    def entry(self, row: Row) -> Entry:
        """Return the story in a row; of two columns for one field the first with a value counts."""
        values: dict[str, tuple[str, ...]] = {}
        for column, value in row.fields.items():
            field = self.field(column)
            if field and (found := tuple(filter(str.strip, strings_of(value)))):
                values.setdefault(field, found)

        def text(field: str) -> str:
            return one_line(", ".join(values.get(field, ())))

        def items(field: str, separators: str = "") -> tuple[str, ...] | None:
            found = values.get(field)
            return None if found is None else _items(found, separators)

        date = day_stated(text("date"))
        return Entry(
            title=text("title"),
            url=text("url"),
            content="\n\n".join(values.get("content", ())),
            date=date,
            dated=Certainty.UNKNOWN if date is None else Certainty.EXACT,
            unread_date=text("date") if date is None else "",
            author=AUTHOR_SEPARATOR.join(map(one_line, values.get("author", ()))),
            publication=text("source"),
            agency=text("agency"),
            language=text("language"),
            summary=text("summary"),
            saved=day_stated(text("saved")),
            tags=items("tags", "|,") or (),
            note=text("note"),
            people=items("people", "|"),
            countries=items("countries", "|"),
            countries_mentioned=items("countries_mentioned", "|"),
            organizations=items("organizations", "|"),
        )


def _items(values: tuple[str, ...], separators: str) -> tuple[str, ...]:
    items: list[str] = []
    for value in values:
        for separator in separators:
            value = value.replace(separator, ";")
        items += map(one_line, split_values(value))
    return tuple(dict.fromkeys(items))


def _normalized(name: str) -> str:
    return "_".join(name.replace("-", " ").split()).lower()
