from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.completion import Completion, Completions, completions
from cuttings.search_index.words.word_list import Word

BRITAIN = Entity(
    kind=EntityKind.COUNTRY,
    heading="United Kingdom",
    slug="united-kingdom",
    code="GB",
    states=("United Kingdom",),
)
MakeStory = Callable[..., TaggedArticle]


def _found(completed: Completions, prefix: str) -> set[Completion]:
    return {
        completion
        for file in completed.files
        for key, completion in zip(file.keys, file.completions, strict=True)
        if key.startswith(prefix)
    }


def test_a_name_is_found_by_each_of_its_words_and_forms(
    make_story: MakeStory, blinken: Entity
) -> None:
    completed = completions([make_story(people=(blinken,))] * 2, [])
    named = Completion("person", "Antony Blinken", 2, "antony-blinken")
    assert _found(completed, "anto") == {named}
    assert _found(completed, "blink") == {
        named,
        Completion("person", "Antony Blinken", 2, "antony-blinken", "Tony Blinken"),
    }
    assert {completion.label for completion in _found(completed, "tony")} == {"Antony Blinken"}


def test_a_country_is_found_by_the_names_of_the_tables(make_story: MakeStory) -> None:
    completed = completions([make_story(countries=(BRITAIN,))], [])
    britain = Completion("country", "United Kingdom", 1, "united-kingdom", "Britain", "GB")
    assert britain in _found(completed, "brita")
    assert _found(completed, "londo") == set()


def test_a_name_is_not_found_by_a_little_word_inside_it(make_story: MakeStory) -> None:
    names = ("House of Lords", "Of Mice", "Theresa May")
    completed = completions([make_story(source=name) for name in names], [])
    assert {completion.label for completion in _found(completed, "of")} == {"Of Mice"}
    assert {completion.label for completion in _found(completed, "lords")} == {"House of Lords"}
    assert {completion.label for completion in _found(completed, "may")} == {"Theresa May"}


def test_a_source_goes_by_its_usual_spelling(make_story: MakeStory) -> None:
    names = ["The Post", "The Post", "the post"]
    completed = completions([make_story(source=name) for name in names], [])
    assert _found(completed, "post") == {Completion("source", "The Post", 3, "the-post")}


def test_words_are_offered_but_no_numbers() -> None:
    words = [Word("polici", "policy", 4), Word("2500", "2,500", 1), Word("us", "U.S.", 2)]
    completed = completions([], words)
    assert _found(completed, "") == {Completion("word", "policy", 4), Completion("word", "U.S.", 2)}
    assert _found(completed, "us") == {Completion("word", "U.S.", 2)}


def test_prefixes_of_several_files_and_only_these_are_in_the_table(
    make_story: MakeStory, blinken: Entity
) -> None:
    texts = ["b" + second + third for second in "az" for third in "vwxyz"]
    words = [Word(text, text, count) for count, text in enumerate(texts, start=1)]
    completed = completions([make_story(people=(blinken,))], words, size=40)
    assert len(completed.files) > 2
    prefixes = {key[:end] for file in completed.files for key in file.keys for end in range(1, 9)}
    for prefix in prefixes:
        files = sum(any(key.startswith(prefix) for key in file.keys) for file in completed.files)
        assert (prefix in completed.short) is (files > 1), prefix
    best = [completion.label for completion in completed.short["b"]]
    assert best == ["Antony Blinken", "bzz", "bzy", "bzx", "bzw"]


def test_keys_ascend_and_the_files_name_each_completion_once(
    make_story: MakeStory, blinken: Entity
) -> None:
    completed = completions([make_story(people=(blinken,), countries=(BRITAIN,))], [], size=30)
    keys = [key for file in completed.files for key in file.keys]
    assert keys == sorted(keys)
    for file in completed.files:
        text, places, written, *words = file.payload
        assert text == "\n".join(file.keys)
        assert written == [completion.payload for completion in dict.fromkeys(file.completions)]
        assert isinstance(places, str)
        assert len(places) == len(file.keys)
        assert set(places) == set("123456789"[: len(dict.fromkeys(file.completions))])
        assert words == ["", ""]
    table = completed.table("0123456789" for _ in completed.files)
    assert table["files"] == "0123456789" * len(completed.files)


def test_a_word_is_written_by_the_case_of_its_letters() -> None:
    texts = ("big", "Bis", "BIT", "Bizet's", "élan")
    words = [Word(text, text, count) for count, text in enumerate(texts, start=1)]
    (file,) = completions([], words).files
    assert file.payload == [
        "big\nbis\nbit\nbizet\nelan",
        "00012",
        [["w", "Bizet's", 4], ["w", "élan", 5]],
        "012",
        "123",
    ]


def test_a_name_is_written_without_what_the_page_can_make_of_it(blinken: Entity) -> None:
    rare = Completion("person", "Émile Zola", 1, "emile-zola", has_page=False)
    assert rare.payload == ["P", "Émile Zola", 1, "emile-zola"]
    assert Completion("person", blinken.heading, 2, blinken.slug).payload == [
        "p",
        "Antony Blinken",
        2,
    ]


def test_an_empty_archive_has_none() -> None:
    assert completions([], []) == Completions((), {})
