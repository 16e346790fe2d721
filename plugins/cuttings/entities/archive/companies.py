"""Which names of an archive are one organization's, by legal forms and introduced short forms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial

from cuttings.entities.archive.census import Census, NameRecord
from cuttings.entities.archive.name_group import NameGroup
from cuttings.entities.entity import EntityKind
from cuttings.entities.words.legal_forms import legal_form, without_legal_form
from cuttings.entities.words.name_sounds import letters
from cuttings.entities.words.organizations import acronyms, is_acronym, significant_words

_TIMES_AS_MANY = 3
"""How many times as many stories as all others that a short form may mean; chosen by eye."""

_INTRODUCED_SHARE = 0.8
"""Part of the introductions of a short form that one organization must have; chosen by eye."""

_FEWEST_STORIES = 3
"""Stories in which an organization must stand to own an acronym that no story introduces."""

_CLIPPED_LETTERS = range(3, 6)
"""Letters of a word that is clipped ("Fed")."""

_FEWEST_CLIPPED = 10
"""Fewest stories from which a clipped word is recognized; chosen by eye."""

_CLIPPED_SHARE = 0.4
"""Part of its stories that must have the whole name, too; chosen by eye."""

_SMALL_WORDS = frozenset({"of", "and", "for", "the", "de", "des", "du", "et", "in", "on"})


@lru_cache(maxsize=65_536)
def bare_key(name: str) -> str:
    """Return a key for a name without its legal form."""
    return letters(without_legal_form(significant_words(name)))


def companies(census: Census) -> tuple[NameGroup, ...]:
    """Return the organizations of an archive, in a fixed order."""
    records = census.records(EntityKind.ORGANIZATION)
    groups: dict[str, list[NameRecord]] = defaultdict(list)
    for record in records:
        groups[bare_key(record.form) or record.form].append(record)
    first_words = Counter[str]()
    for record in records:
        first_words[_first_word(record.form)] += record.count
    found = [
        company for key in sorted(groups) for company in _by_legal_form(groups[key], first_words)
    ]
    found = _without_short_forms(found, census)
    return tuple(sorted(found, key=lambda company: company.heading.form))


def _first_word(form: str) -> str:
    return significant_words(form)[0]


def _by_legal_form(
    records: Sequence[NameRecord], first_words: Mapping[str, int]
) -> Iterator[NameGroup]:
    """Yield the organizations whose names differ in nothing but the legal form.

    Two that have each a form of its own ("First Boston Inc", "First Boston Corp") are two where
    they stand in one story, or where neither is rare beside the other.
    """
    by_form: dict[str, list[NameRecord]] = defaultdict(list)
    for record in records:
        by_form[legal_form(significant_words(record.form))].append(record)
    bare = by_form.pop("", [])
    ranked = sorted(by_form.values(), key=lambda rs: (-_total(rs), rs[0].form))
    if not ranked:
        yield _company(bare, "the same but for case, accents or punctuation")
        return
    main, *others = ranked
    apart = [
        rs for rs in others if _total(main) < _TIMES_AS_MANY * _total(rs) or _together(main, rs)
    ]
    main = [*main, *(r for rs in others if rs not in apart for r in rs)]
    if _owns(main, apart, bare, first_words):
        main, bare = [*main, *bare], []
    yield _company(main, "the same but for the legal form")
    for rs in (*apart, bare):
        if rs:
            yield _company(rs, "the same but for case, accents or punctuation")


def _owns(
    main: Sequence[NameRecord],
    apart: Sequence[Sequence[NameRecord]],
    bare: Sequence[NameRecord],
    first_words: Mapping[str, int],
) -> bool:
    """Whether a name without a legal form is that of the organization that has most stories."""
    rivals = sum(map(_total, apart))
    if bare and len(significant_words(bare[0].form)) == 1:
        word = _first_word(bare[0].form)
        rivals += first_words[word] - _total(main) - _total(bare) - rivals
    return _total(main) >= _TIMES_AS_MANY * rivals


def _total(records: Sequence[NameRecord]) -> int:
    return sum(record.count for record in records)


def _together(some: Sequence[NameRecord], others: Sequence[NameRecord]) -> bool:
    stories = {id(story) for record in some for story in record.stories}
    return any(id(story) in stories for record in others for story in record.stories)


def _company(records: Sequence[NameRecord], why: str) -> NameGroup:
    if len(records) == 1:
        return NameGroup(records[0], {records[0].form: ""}, list(records))
    is_spelled_out = len({letters([record.form]) for record in records}) > 1
    heading = max(records, key=partial(_merit, is_spelled_out=is_spelled_out))
    names = {record.form: "" if record is heading else why for record in records}
    return NameGroup(heading, names, list(records))


def _merit(record: NameRecord, *, is_spelled_out: bool) -> tuple[bool, bool, int, int, str]:
    """Return how well a name does as a heading: by a person, spelled out, and in most stories.

    Args:
        record: The name.
        is_spelled_out: Whether the names differ in their letters; if not ("OPEC", "Opec"), an
            acronym is not the shorter of two.
    """
    words = significant_words(record.form)
    is_short = is_spelled_out and is_acronym(record.form) and len(words) == 1
    return record.by_person > 0, not is_short, record.count, len(record.form), record.form


def _without_short_forms(found: Sequence[NameGroup], census: Census) -> list[NameGroup]:
    """Return the organizations, each acronym and clipped name with the one that it stands for."""
    by_form = {form: company for company in found for form in company.names}
    introduced = _introductions(census, by_form)
    by_initials: dict[str, list[NameGroup]] = defaultdict(list)
    for company in found:
        for short in {letters([acronym]) for form in company.names for acronym in acronyms(form)}:
            by_initials[short].append(company)
    joined: set[int] = set()
    for company in found:
        short = company.heading.form
        if company.heading.by_person or " " in short:
            continue
        if is_acronym(short):
            counts = introduced.get(short, Counter())
            owner, why = _owner(company, counts, by_form, by_initials)
            owners = [(company, owner, why)]
        else:
            owners = list(_clipped(company, by_form))
        for part, whole, reason in owners:
            if whole is not None and whole is not part and id(whole) not in joined:
                whole.names |= dict.fromkeys(part.names, reason)
                whole.records += part.records
                joined.add(id(part))
    return [company for company in found if id(company) not in joined]


def _clipped(
    company: NameGroup, by_form: Mapping[str, NameGroup]
) -> Iterator[tuple[NameGroup, NameGroup, str]]:
    """Yield whom a clipped word stands for ("Fed"): the one that most of its stories have.

    Where that has a board of its name, of which the word is said as well, they are one.
    """
    short = company.heading.form
    if len(short) not in _CLIPPED_LETTERS or company.count < _FEWEST_CLIPPED:
        return
    beside = Counter[str]()
    for record in company.records:
        for story in record.stories:
            forms = story.forms(EntityKind.ORGANIZATION)
            beside.update(
                {
                    by_form[form].heading.form
                    for form in forms
                    if form.startswith(short) and " " in form and form[len(short)].islower()
                }
            )
    if not beside:
        return
    heading, together = beside.most_common(1)[0]
    if together < _CLIPPED_SHARE * company.count:
        return
    why = f"stands beside {heading} in {_stories(together)}"
    yield company, by_form[heading], why
    board = f"{heading} Board"
    if beside[board] >= _FEWEST_CLIPPED:
        why = f"called {short} in {_stories(beside[board])}, as {heading} is"
        yield by_form[board], by_form[heading], why


def _introductions(census: Census, by_form: Mapping[str, NameGroup]) -> dict[str, Counter[str]]:
    """Return how many stories introduce each short form for each organization, by its heading."""
    introduced: dict[str, Counter[str]] = defaultdict(Counter)
    for story in census.stories:
        for short, before in story.introduced:
            words = before.split()
            known = (" ".join(words[start:]) for start in range(len(words)))
            name = next((form for form in known if form in by_form and form != short), "")
            if name:
                introduced[short][by_form[name].heading.form] += 1
    return introduced


def _owner(
    company: NameGroup,
    counts: Counter[str],
    by_heading: Mapping[str, NameGroup],
    by_initials: Mapping[str, Sequence[NameGroup]],
) -> tuple[NameGroup | None, str]:
    """Return the organization that a short form stands for, with the reason."""
    short = letters([company.heading.form])
    fitting = [c for c in by_initials.get(short, ()) if c is not company]
    if counts:
        heading, most = counts.most_common(1)[0]
        if most >= _INTRODUCED_SHARE * counts.total():
            owner = by_heading[heading]
            if owner is not company and any(short in _initials(form) for form in owner.names):
                return owner, f"introduced as its short form in {_stories(most)}"
    if len(fitting) == 1 and not counts and fitting[0].count >= _FEWEST_STORIES:
        return fitting[0], "the initials of no other organization of the archive"
    return None, ""


def _initials(form: str) -> frozenset[str]:
    """Return the initials of a name of several words, with and without its legal form."""
    words = significant_words(form)
    kept = [
        part[:1]
        for word in words
        if word.casefold() not in _SMALL_WORDS
        for part in word.split("-")
    ]
    bare = len(without_legal_form(words)) - len(words) or None
    every = (kept, kept[:bare], [word[:1] for word in words])
    return frozenset(letters(initials) for initials in every if len(initials) > 1)


def _stories(number: int) -> str:
    return "1 other story" if number == 1 else f"{number} other stories"
