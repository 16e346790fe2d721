"""Completions: what a reader who has typed the first letters may mean.

Names and words stand in one sorted list of keys, cut into small files, so that
a few letters cost one of them. What a prefix of more than one file leads to is
worked out here, in the table of short prefixes.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from cuttings.article.identity import slug_unless_plain, source_slug, usual_name
from cuttings.article.shortened import shortened
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.heading_forms import other_forms
from cuttings.search_index.inverted_index import utf16_sorted
from cuttings.search_index.packing import pack
from cuttings.search_index.terms.letter_case import letter_cases
from cuttings.search_index.terms.plain_word import STOP_WORDS, name_words
from cuttings.search_index.words.word_list import Word

FILE_SIZE = 20_000
"""Characters of keys and labels after which a file is closed."""

NAMES_SHOWN = 8
"""Most names that the table of short prefixes holds for one."""

WORDS_SHOWN = 4
"""Most words that it holds for one."""

LONGEST_KEY = 100
"""Characters of a key: no reader types more before they look at what is offered."""

MOST_WORDS = 16
"""Most words of a name under which it is offered: the longest real headings have a dozen."""

WORD = "word"
"""Kind of a completion that is a word of the vocabulary."""


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that a reader may mean.

    Attributes:
        kind: ``person``, ``country``, ``organization``, ``source`` or ``word``.
        label: Heading, name of the source, or the word.
        count: Stories that have it.
        value: What its filter holds; "" for a word.
        form: The form that the key belongs to if it is not the label, else "".
        code: ISO 3166-1 alpha-2 of a country, else "".
        has_page: Whether it is a name with a page of its own.
    """

    kind: str
    label: str
    count: int
    value: str = ""
    form: str = ""
    code: str = ""
    has_page: bool = True

    @property
    def payload(self) -> list[object]:
        """The completion as the file holds it; what is empty at the end is left out.

        Its kind is a letter, a capital if it has no page; its value ``slug_unless_plain``.
        """
        kind = self.kind[0] if self.has_page else self.kind[0].upper()
        value = self.value and slug_unless_plain(self.value, self.label)
        fields: list[object] = [kind, self.label, self.count, value, self.form, self.code]
        while not fields[-1]:
            fields.pop()
        return fields


@dataclass(frozen=True, slots=True)
class CompletionFile:
    """A run of keys and what they lead to.

    Attributes:
        keys: Sorted keys, as JavaScript sorts.
        completions: The completion of each.
    """

    keys: tuple[str, ...]
    completions: tuple[Completion, ...]

    @property
    def payload(self) -> list[object]:
        """What the script file holds.

        The keys; for each the packed number 0 if it leads to a word of the same letters, else
        one more than the place of its completion among those that follow; these; and for each
        of the words, packed, which of its ``letter_cases`` it is written in, and its count.
        """
        others: dict[Completion, int] = {}
        places: list[int] = []
        cases: list[int] = []
        counts: list[int] = []
        for key, completion in zip(self.keys, self.completions, strict=True):
            written_in = letter_cases(key)
            if completion.kind == WORD and completion.label in written_in:
                places.append(0)
                cases.append(written_in.index(completion.label))
                counts.append(completion.count)
            else:
                places.append(others.setdefault(completion, len(others)) + 1)
        written = [completion.payload for completion in others]
        return ["\n".join(self.keys), pack(places), written, pack(cases), pack(counts)]


@dataclass(frozen=True, slots=True)
class Completions:
    """All completions of an archive.

    Attributes:
        files: Their files, keys ascending.
        short: For each prefix that reaches beyond one file what it leads to, best first.
    """

    files: tuple[CompletionFile, ...]
    short: Mapping[str, tuple[Completion, ...]]

    def table(self, names: Iterable[str]) -> dict[str, object]:
        """Return the payload of the table: each file's first key and hash, and the short prefixes.

        Args:
            names: The content hash of each file.
        """
        return {
            "firstKeys": "\n".join(file.keys[0] for file in self.files),
            "files": "".join(names),
            "short": {
                prefix: [completion.payload for completion in found]
                for prefix, found in self.short.items()
            },
        }


def completions(
    stories: Sequence[TaggedArticle], words: Iterable[Word], size: int = FILE_SIZE
) -> Completions:
    """Return the completions of an archive: its names by every telling word of them, and its words.

    Args:
        stories: The archive.
        words: Words of the vocabulary.
        size: Characters that close a file.
    """
    offered = {(word.text, word.count) for word in words if _is_offered(word.text)}
    words_offered = (Completion(WORD, text, count) for text, count in offered)
    ranked = sorted([*{*_names(stories)}, *words_offered], key=_rank)
    ranks: defaultdict[str, list[int]] = defaultdict(list)
    for rank, found in enumerate(ranked):
        for key in dict.fromkeys(_keys(found)):
            ranks[key].append(rank)
    entries = [(key, rank) for key in utf16_sorted(ranks) for rank in ranks[key]]
    bounds = _bounds(entries, ranked, size)
    files = tuple(
        CompletionFile(
            tuple(key for key, _ in entries[start:end]),
            tuple(ranked[rank] for _, rank in entries[start:end]),
        )
        for start, end in pairwise(bounds)
    )
    return Completions(files, dict(_short(entries, ranked, bounds)))


def _is_offered(word: str) -> bool:
    """Return whether a word is offered: no number, and no compound, whose words are."""
    return not word[0].isdigit() and "-" not in word and len(word) <= LONGEST_KEY


def _names(stories: Sequence[TaggedArticle]) -> Iterator[Completion]:
    entities = Counter(tag.entity for story in stories for tag in story.tags)
    sources = Counter(story.article.source for story in stories if story.article.source)
    for entity, count in entities.items():
        heading = shortened(entity.heading)
        for form in ("", *map(shortened, other_forms(entity))):
            yield Completion(
                entity.kind, heading, count, entity.slug, form, entity.code, entity.has_page
            )
    spellings: dict[str, Counter[str]] = {}
    for source, count in sources.items():
        spellings.setdefault(source_slug(source), Counter())[source] += count
    for slug, counts in spellings.items():
        yield Completion("source", shortened(usual_name(counts)), counts.total(), slug)


def _keys(completion: Completion) -> Iterator[str]:
    """Yield what the completion is found under: a word, or a name from each word on.

    Nobody looks for the Republic of Kenya under "of", but a stop word at the end may be a surname
    (May).
    """
    words = name_words(completion.form or completion.label)
    if completion.kind == WORD:
        yield " ".join(words)
        return
    for start, word in enumerate(words[:MOST_WORDS]):
        if start in (0, len(words) - 1) or word not in STOP_WORDS:
            yield " ".join(words[start:])[:LONGEST_KEY].rstrip()


def _rank(completion: Completion) -> tuple[int, str, str, str, str]:
    return (
        -completion.count,
        completion.label,
        completion.kind,
        completion.value,
        completion.form,
    )


_Entry = tuple[str, int]
"""A key, and the place of its completion among all, the best first."""


def _bounds(entries: Sequence[_Entry], ranked: Sequence[Completion], size: int) -> list[int]:
    """Return where the files begin, and the end of the last."""
    bounds = [0]
    length = 0
    for place, (key, rank) in enumerate(entries):
        if length >= size and key != entries[place - 1][0]:
            bounds.append(place)
            length = 0
        length += len(key) + len(ranked[rank].label)
    return [*bounds, len(entries)] if entries else [0]


def _short(
    entries: Sequence[_Entry], ranked: Sequence[Completion], bounds: Sequence[int]
) -> Iterator[tuple[str, tuple[Completion, ...]]]:
    """Yield each prefix whose keys stand in more than one file, and what it leads to."""
    ranges = [(0, len(entries), 0)]
    while ranges:
        start, end, length = ranges.pop()
        prefixes = groupby(range(start, end), key=lambda place: entries[place][0][: length + 1])
        for prefix, group in prefixes:
            places = list(group)
            if len(prefix) <= length or bisect(bounds, places[0]) == bisect(bounds, places[-1]):
                continue
            yield prefix, _best(map(ranked.__getitem__, sorted({entries[at][1] for at in places})))
            ranges.append((places[0], places[-1] + 1, length + 1))


def _best(ranked: Iterable[Completion]) -> tuple[Completion, ...]:
    """Return the first completions, names before words, each meaning once."""
    names: list[Completion] = []
    words: list[Completion] = []
    meanings: set[tuple[str, str]] = set()
    for completion in ranked:
        meaning = (completion.kind, completion.value or completion.label)
        if meaning in meanings:
            continue
        meanings.add(meaning)
        (words if completion.kind == WORD else names).append(completion)
        if len(names) >= NAMES_SHOWN and len(words) >= WORDS_SHOWN:
            break
    return (*names[:NAMES_SHOWN], *words[:WORDS_SHOWN])
