"""What a name is that the tagger takes for a person's, where other stories say otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cuttings.entities.archive.census import Census, NameRecord
from cuttings.entities.archive.companies import bare_key
from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.authorities.archive_name import ArchiveName
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.person_names import name_words

_PERSON, _ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION

_MOST_LONG_NAMES = 20
"""Long names of one short form that a decision lists: more than share a first word."""


def kinds(census: Census, companies: Sequence[NameGroup]) -> Iterator[ArchiveName]:
    """Yield the people's names that are an organization's, or nobody's.

    Args:
        census: All names.
        companies: The organizations of the archive.
    """
    by_key: dict[str, NameGroup] = {}
    for company in sorted(companies, key=lambda company: company.count):
        by_key |= {bare_key(form): company for form in company.names}
    for record in census.records(_PERSON):
        if not record.by_person:
            yield from _kind(record, census, by_key)


def _kind(
    record: NameRecord, census: Census, by_key: Mapping[str, NameGroup]
) -> Iterator[ArchiveName]:
    if record.human:
        yield from _beside_longer(record, by_key)
        return
    company = by_key.get(bare_key(record.form))
    if company is not None and (record.company or company.count >= record.count):
        heading = company.heading.form
        yield _as_organization(record, heading, f"so named in {_stories(company.count)}")
    elif 2 * record.company >= record.count and not _is_given(record, census):
        why = "it has a legal form, a ticker or shares, and never does what only people do"
        yield _as_organization(record, record.form, why)
    elif _is_no_name(record) and not _may_be_named_so(record, census):
        yield ArchiveName(
            kind=_PERSON,
            form=record.form,
            heading_kind=_PERSON,
            heading="",
            why="a word of it is written small, and it does in no story what people do",
        )
    else:
        yield from _beside_longer(record, by_key)


def _beside_longer(record: NameRecord, by_key: Mapping[str, NameGroup]) -> Iterator[ArchiveName]:
    """Yield the organizations that a name is short for in the stories that have the long one."""
    if " " in record.form:
        return
    longer: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for story, use in record.uses:
        names = [name for name in story.forms(_ORGANIZATION) if name.startswith(f"{use.form} ")]
        if len(names) == 1 and not use.is_human and (company := by_key.get(bare_key(names[0]))):
            longer[company.heading.form][names[0]] += 1
    for heading, names_of in longer.items():
        when = tuple(sorted(names_of, key=lambda name: (-names_of[name], name)))
        why = f"short for {when[0]}, which the story has, too"
        yield _as_organization(record, heading, why, when[:_MOST_LONG_NAMES])


def _as_organization(
    record: NameRecord, heading: str, why: str, when: tuple[str, ...] = ()
) -> ArchiveName:
    return ArchiveName(
        kind=_PERSON,
        form=record.form,
        heading_kind=_ORGANIZATION,
        heading=heading,
        when=when,
        why=why,
    )


def _is_no_name(record: NameRecord) -> bool:
    """Whether each story has a word of a name in small letters, and none has it as a person's."""
    return record.common == record.count and not record.may_be_human


def _is_given(record: NameRecord, census: Census) -> bool:
    """Whether a name begins with a given name of the archive's people."""
    words = name_words(record.form)
    return len(words) > 1 and bool(census.surnames_with(words[0])) and record.may_be_human > 0


def _may_be_named_so(record: NameRecord, census: Census) -> bool:
    """Whether a name is made like a person's: a known given name, or initials, before a surname."""
    words = name_words(record.form)
    if len(words) < 2:
        return record.count > 1
    return "." in words[0] or bool(census.surnames_with(words[0]))


def _stories(number: int) -> str:
    return "1 other story" if number == 1 else f"{number} other stories"
