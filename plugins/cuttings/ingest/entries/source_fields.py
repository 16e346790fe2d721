"""The front matter that a Markdown source brings along, whatever wrote it."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import yaml

from cuttings.article.characters import one_line
from cuttings.article.front_matter import FrontMatter, join_values, split_values
from cuttings.ingest.entries.yaml_block import LONGEST_BLOCK, read_yaml
from cuttings.ingest.raw.further_lines import further_lines
from cuttings.ingest.text.byline import AUTHOR_SEPARATOR
from cuttings.ingest.text.dates import parse_date

ALIASES = {
    "title": "title headline",
    "date": "date published publish_date published_date published_time date_published "
    "datepublished pubdate pub_date publication_date publicationdate publishedat published_at "
    "published_on publisheddate webpublicationdate first_published firstpublished post_date",
    "author": "author authors byline creator",
    "source": "source publication publisher site site_name sitename newspaper outlet",
    "agency": "agency",
    "url": "url link canonical canonical_url source_url original_url permalink",
    "language": "language lang locale",
    "summary": "summary description excerpt standfirst abstract dek",
    "extent": "extent",
    "related": "related",
    "people": "people persons",
    "countries": "countries",
    "countries_mentioned": "countries_mentioned",
    "organizations": "organizations organisations",
    "slug": "slug",
    "titled": "titled",
    "dated": "dated",
    "reviewed": "reviewed",
}
"""Fields by their Cuttings names, each with the names that others give it."""


def field_names(aliases: Mapping[str, str]) -> dict[str, str]:
    """Return the Cuttings name of a field by each of its names."""
    return {alias: name for name, names in aliases.items() for alias in names.split()}


_NAMES = field_names(ALIASES)
_NAMING = ("name", "title", "label", "rendered", "text", "value")
"""Keys under which a mapping holds what it is called, or its text."""

_TELLING = frozenset(_NAMES) | {"tags", "keywords", "category", "categories", "layout", "draft"}
_TOML_BLOCK = re.compile(r"\A\+\+\+[ \t]*\n(?P<block>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.S | re.M)
_YAML_BLOCK = re.compile(r"\A---[ \t]*\n(?P<block>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)


@dataclass(frozen=True, slots=True)
class SourceFields:
    """Front-matter fields by their Cuttings names, each a list of values.

    Attributes:
        known: Values of each field that Cuttings gives a meaning.
        others: Names and values of the rest, as the source writes them.
    """

    known: Mapping[str, tuple[str, ...]]
    others: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """Return the field as one line, or ""."""
        return one_line(", ".join(self.known.get(name, ())))

    def values(self, name: str) -> tuple[str, ...] | None:
        """Return the field as a list, or None if the source does not have it."""
        found = self.known.get(name)
        if found is None:
            return None
        return tuple(one_line(item) for value in found for item in split_values(value))

    def people_named(self, name: str) -> str:
        """Return a list of names as one line with semicolons, or ""."""
        return AUTHOR_SEPARATOR.join(self.values(name) or ())

    def date(self, name: str) -> datetime.date | None:
        """Return the field as a date, or None if it states no full one."""
        return parse_date(self.text(name))

    def unread(self, name: str) -> str:
        """Return what the field says if that is not a date, else ""."""
        stated = self.text(name)
        return stated if parse_date(stated) is None else ""

    def unknown(self) -> tuple[tuple[str, str], ...]:
        """Return the fields that Cuttings gives no meaning, as lines that an article may have."""
        return further_lines(self.others)


def split_front_matter(text: str) -> tuple[SourceFields, str]:
    """Return the fields above a Markdown text and the body below them.

    A YAML block between ``---`` lines, a TOML block between ``+++`` lines, or Pelican's
    ``Key: value`` lines if at least one has a usual name; anything else is body. Of a block that
    is not valid YAML, as with ``: `` in a plain value, each line is read for itself.

    Raises:
        ExcessError: If the YAML is too long, or its aliases make too much of it.
    """
    toml = _TOML_BLOCK.match(text)
    if toml and (table := _toml(toml["block"])):
        return _sorted_out(table.items()), text[toml.end() :].strip("\n")
    block = _YAML_BLOCK.match(text)
    if block and isinstance(mapping := _yaml(block["block"]), Mapping) and mapping:
        return _sorted_out(mapping.items()), text[block.end() :].strip("\n")
    front_matter = FrontMatter.parse(text)
    names = {_normalized(key) for key, _ in front_matter.fields}
    if not names & _TELLING:
        return SourceFields({}), text.strip("\n")
    read = _line_of_yaml if block else str
    return _sorted_out((key, read(value)) for key, value in front_matter.fields), front_matter.body


def _yaml(text: str) -> object:
    """Return what YAML says, or None if it is not YAML."""
    try:
        return read_yaml(text)
    except (yaml.YAMLError, ValueError):
        return None


def _toml(text: str) -> Mapping[str, object]:
    """Return the table that TOML says, {} if it is none or far too long."""
    try:
        return tomllib.loads(text) if len(text) <= LONGEST_BLOCK else {}
    except tomllib.TOMLDecodeError:
        return {}


def _line_of_yaml(value: str) -> object:
    """Return the string or list that a value in quotation marks or brackets is, else the value."""
    loaded = _yaml(value) if value.startswith(("'", '"', "[")) else None
    return loaded if isinstance(loaded, str | list) else value


def _sorted_out(fields: Iterable[tuple[object, object]]) -> SourceFields:
    known: dict[str, tuple[str, ...]] = {}
    others: list[tuple[str, str]] = []
    for key, value in fields:
        values = tuple(strings_of(value))
        name = _normalized(str(key))
        if name in _NAMES:
            known.setdefault(_NAMES[name], values)
        else:
            others.append((str(key), one_line(join_values(values))))
    return SourceFields(known, tuple(others))


def _normalized(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip()).lower()


def strings_of(value: object) -> list[str]:
    """Return a value of YAML, JSON or Pelican as strings: an item each, a mapping by its name."""
    if value is None or value == "":
        return []
    if isinstance(value, Mapping):
        named = next((value[key] for key in _NAMING if value.get(key)), list(value.values()))
        return strings_of(named)
    if isinstance(value, Sequence) and not isinstance(value, str | bytes):
        return [text for item in value for text in strings_of(item)]
    if isinstance(value, bool):
        return ["yes" if value else "no"]
    if isinstance(value, datetime.date):
        return [value.isoformat()]
    return [str(value)]
