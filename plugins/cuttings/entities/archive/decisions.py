"""All that an archive decides about its names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from cuttings.entities.archive.census import Census
from cuttings.entities.archive.clutter import uncluttered
from cuttings.entities.archive.companies import companies
from cuttings.entities.archive.kinds import kinds
from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.archive.people import people
from cuttings.entities.archive.story_names import NameUse, StoryNames
from cuttings.entities.archive.surnames import owned_surnames
from cuttings.entities.authorities.archive_name import ArchiveName, ArchiveNames
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.person_names import name_words


def archive_names(stories: Iterable[StoryNames]) -> ArchiveNames:
    """Decide what the names of an archive stand for.

    The same stories give the same decisions, in whatever order they come. A name is compared with
    those alone that share a word, a sound or an acronym with it, so a further story changes only
    what it bears on.

    Args:
        stories: What each story says about its names.
    """
    ordered = sorted(stories, key=lambda story: story.path.parts)
    cluttered = uncluttered(Census(ordered))
    bare = {form: name for form, (name, _) in cluttered.items()}
    census = Census(_without_clutter(story, bare) for story in ordered)
    organizations = companies(census)
    of_kind = tuple(kinds(census, organizations))
    no_people = {name.form for name in of_kind if not name.when}
    persons = people(census, no_people)
    lone = [
        record
        for record in census.records(EntityKind.PERSON)
        if record.form not in no_people and len(name_words(record.form)) == 1
    ]
    names = [*of_kind, *_joined(EntityKind.ORGANIZATION, organizations)]
    names += _joined(EntityKind.PERSON, persons)
    names += owned_surnames(lone, persons, census)
    return ArchiveNames([*names, *_cleared(cluttered, names)])


def _without_clutter(story: StoryNames, bare: Mapping[str, str]) -> StoryNames:
    """Return a story whose names of people are rid of what sticks to them."""
    if not any(use.form in bare for use in story.uses):
        return story
    uses: dict[tuple[EntityKind, str], NameUse] = {}
    for use in story.uses:
        form = bare.get(use.form, use.form) if use.kind is EntityKind.PERSON else use.form
        uses.setdefault((use.kind, form), replace(use, form=form))
    return replace(story, uses=tuple(uses.values()))


def _joined(kind: EntityKind, groups: Sequence[NameGroup]) -> Iterator[ArchiveName]:
    for group in groups:
        for form, why in group.names.items():
            if why:
                yield _name(kind, form, group.heading.form, why)


def _cleared(
    cluttered: Mapping[str, tuple[str, str]], names: Sequence[ArchiveName]
) -> Iterator[ArchiveName]:
    """Yield the names with what sticks to them; they lead where the bare name leads."""
    leading: dict[str, list[ArchiveName]] = defaultdict(list)
    for name in names:
        if name.kind is EntityKind.PERSON:
            leading[name.form].append(name)
    for form, (bare, why) in cluttered.items():
        of_bare = leading[bare]
        yield from (replace(name, form=form, why=f"{why}; {name.why}") for name in of_bare)
        if all(name.when or name.since for name in of_bare):
            yield _name(EntityKind.PERSON, form, bare, why)


def _name(kind: EntityKind, form: str, heading: str, why: str) -> ArchiveName:
    return ArchiveName(kind=kind, form=form, heading_kind=kind, heading=heading, why=why)
