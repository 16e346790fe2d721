from __future__ import annotations

from cuttings.entities.countries.country_names import country_names
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.mention_finder import MentionFinder, outermost


def _entity(kind: EntityKind, heading: str, *see_from: str) -> Entity:
    is_country = kind is EntityKind.COUNTRY
    states = country_names().states((heading, *see_from)) if is_country else ()
    return Entity(kind=kind, heading=heading, slug="", states=states, see_from=see_from)


def _person(heading: str, *see_from: str) -> Entity:
    return _entity(EntityKind.PERSON, heading, *see_from)


def _country(heading: str, *see_from: str) -> Entity:
    return _entity(EntityKind.COUNTRY, heading, *see_from)


def _organization(heading: str) -> Entity:
    return _entity(EntityKind.ORGANIZATION, heading)


def _found(text: str, *entities: Entity) -> list[tuple[str, str, str]]:
    mentions = outermost(MentionFinder(entities, text).find_nested(text))
    assert all(text[m.start : m.end] == m.form for m in mentions)
    return [(m.form, m.entity.heading, m.rule) for m in mentions]


def test_surname_is_the_person_with_the_full_name() -> None:
    text = "Antony Blinken's visit ended. Mr. Blinken left; Blinken’s plane is late."
    assert _found(text, _person("Antony Blinken")) == [
        ("Antony Blinken", "Antony Blinken", "name"),
        ("Blinken", "Antony Blinken", "surname"),
        ("Blinken", "Antony Blinken", "surname"),
    ]


def test_surname_that_fits_two_is_neither() -> None:
    text = "George Bush met Laura Bush. Bush spoke."
    forms = [form for form, _, _ in _found(text, _person("George Bush"), _person("Laura Bush"))]
    assert forms == ["George Bush", "Laura Bush"]


def test_surname_inside_another_name_is_not_meant() -> None:
    text = "John Smith met Mary Smith of Smith Barney. Smith smiled."
    forms = [form for form, _, _ in _found(text, _person("John Smith"))]
    assert forms == ["John Smith", "Smith"]


def test_family_name_given_first() -> None:
    text = "Xi Jinping spoke. Asked again, Xi promised it; the Biden-Xi summit followed."
    found = _found(text, _person("Xi Jinping"), _person("Joe Biden"))
    assert [form for form, _, _ in found] == ["Xi Jinping", "Xi", "Biden", "Xi"]


def test_first_name_is_not_meant_where_the_surname_stands_alone() -> None:
    text = "Mark Carney spoke. Mark my words: Carney will return."
    assert [form for form, _, _ in _found(text, _person("Mark Carney"))] == [
        "Mark Carney",
        "Carney",
    ]


def test_month_is_a_surname_only_after_a_title() -> None:
    text = "Theresa May left in May. Mrs May smiled."
    forms = [form for form, _, _ in _found(text, _person("Theresa May"))]
    assert forms == ["Theresa May", "May"]


def test_initials_and_titles_may_be_missing() -> None:
    text = "Joseph Biden, Pope Francis and Elizabeth II"
    found = _found(
        text, _person("Joseph R. Biden"), _person("Pope Francis"), _person("Queen Elizabeth II")
    )
    assert [form for form, _, _ in found] == ["Joseph Biden", "Pope Francis", "Elizabeth II"]


def test_see_from_forms_lead_to_their_entity() -> None:
    assert _found("Joseph Biden spoke.", _person("Joe Biden", "Joseph Biden")) == [
        ("Joseph Biden", "Joe Biden", "see-from")
    ]


def test_a_qualifier_in_brackets_is_no_part_of_the_name() -> None:
    text = "John Smith spoke. Smith, of the Otter Trade Union (Dover), left; the OTU stayed."
    found = _found(
        text, _person("John Smith (banker)"), _organization("Otter Trade Union (United Kingdom)")
    )
    assert found == [
        ("John Smith", "John Smith (banker)", "name"),
        ("Smith", "John Smith (banker)", "surname"),
        ("Otter Trade Union", "Otter Trade Union (United Kingdom)", "name"),
        ("OTU", "Otter Trade Union (United Kingdom)", "acronym"),
    ]


def test_the_name_that_two_namesakes_share_is_neither() -> None:
    text = "John Smith and John Smith met. Jack Smith watched."
    namesakes = (
        _person("John Smith (banker)", "John Smith"),
        _person("John Smith (cricketer)", "John Smith", "Jack Smith"),
    )
    assert _found(text, *namesakes) == [("Jack Smith", "John Smith (cricketer)", "see-from")]


def test_which_entity_comes_first_does_not_matter() -> None:
    text = "Ann B. Lee met Ann C. Lee. Ann Lee spoke, and so did Bo Lee."
    people = (_person("Ann B. Lee"), _person("Ann C. Lee", "Bo Lee"))
    assert _found(text, *people) == _found(text, *people[::-1])
    assert [form for form, _, _ in _found(text, *people)] == ["Ann B. Lee", "Ann C. Lee", "Bo Lee"]


def test_a_renamed_country_is_still_found_by_demonym_and_capital() -> None:
    found = _found("British envoys left London for the UK.", _country("Britain", "United Kingdom"))
    assert [form for form, _, _ in found] == ["British", "London", "UK"]
    assert {heading for _, heading, _ in found} == {"Britain"}


def test_countries_by_demonym_and_capital() -> None:
    text = "Chinese and U.S. envoys met in Beijing; India watched."
    assert _found(text, _country("China"), _country("United States")) == [
        ("Chinese", "China", "demonym"),
        ("U.S.", "United States", "abbreviation"),
        ("Beijing", "China", "capital"),
    ]


def test_capital_of_a_former_country() -> None:
    text = "Moscow answered for the Soviet Union."
    assert [heading for _, heading, _ in _found(text, _country("Soviet Union"))] == [
        "Soviet Union",
        "Soviet Union",
    ]


def test_people_hide_the_countries_in_their_names() -> None:
    text = "Michael Jordan flew to Jordan. Jordan landed."
    found = _found(text, _person("Michael Jordan"), _country("Jordan"))
    assert found[0] == ("Michael Jordan", "Michael Jordan", "name")


def test_country_inside_an_organization_counts_but_is_not_marked() -> None:
    text = "The Bank of China lent more."
    finder = MentionFinder((_organization("Bank of China"), _country("China")), text)
    assert [m.form for m in outermost(finder.find_nested(text))] == ["Bank of China"]
    assert [m.form for m in finder.find_nested(text)] == ["Bank of China", "China"]


def test_acronym_is_the_organization_it_abbreviates() -> None:
    text = "The European Central Bank met. The ECB raised rates."
    assert _found(text, _organization("European Central Bank")) == [
        ("European Central Bank", "European Central Bank", "name"),
        ("ECB", "European Central Bank", "acronym"),
    ]


def test_headline_in_capitals_is_searched_for_known_names() -> None:
    finder = MentionFinder((_person("Antony Blinken"), _country("China")), "Antony Blinken")
    mentions = outermost(finder.find_nested("BLINKEN SAYS CHINA MEDDLES"))
    assert [m.form for m in mentions] == ["BLINKEN", "CHINA"]


def test_a_state_called_like_a_country_is_the_other_countrys() -> None:
    text = "The governor of Georgia spoke in Atlanta."
    assert _found(text, _country("United States")) == [
        ("Georgia", "United States", "division"),
        ("Atlanta", "United States", "city"),
    ]


def test_a_given_name_that_is_a_place_is_the_person() -> None:
    text = "Savannah Lee rowed home. Savannah smiled at Georgia Orr."
    assert _found(text, _person("Savannah Lee"), _country("United States")) == [
        ("Savannah Lee", "Savannah Lee", "name"),
        ("Savannah", "Savannah Lee", "surname"),
    ]


def test_a_surname_that_is_a_country_of_the_story_is_the_country_where_it_stands_alone() -> None:
    text = "Ali Niger left Niger for Mali. Mr Niger was glad. Niger smiled. Niger's army came."
    assert _found(text, _person("Ali Niger"), _country("Niger")) == [
        ("Ali Niger", "Ali Niger", "name"),
        ("Niger", "Niger", "name"),
        ("Niger", "Ali Niger", "surname"),
        ("Niger", "Ali Niger", "surname"),
        ("Niger", "Niger", "name"),
    ]


def test_a_surname_that_is_a_country_is_the_person_where_the_story_has_no_country() -> None:
    text = "Ali Niger left. Niger was glad."
    assert [rule for _, _, rule in _found(text, _person("Ali Niger"))] == ["name", "surname"]
