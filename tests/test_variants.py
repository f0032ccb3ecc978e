"""A name in another spelling is the same name where all the rest of it agrees, by a table or by its letters."""

from __future__ import annotations

import tomllib
from importlib import resources
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities import Resolution, resolve
from kg.entities.forms import key
from kg.entities.spellings import respelt, spelling_key
from tests.test_entities import Ontology, extraction, phrase

Name = tuple[str, str]  # with its label


def of(*names: Name) -> tuple[Resolution, list[str | None]]:
    """A document a name, and the entity of each."""
    made = [extraction(words, phrase(words, words, label), document=f"d-{n}") for n, (words, label) in enumerate(names)]
    found = resolve(made, Ontology())
    return found, [found.participant(one.document.id, one.frames[0].subject).entity for one in made]


SAME = [
    (("Kiev", "LOC"), ("Kyiv", "LOC"), "id:city/kyiv"),
    (("Kiev Security Forum", "EVENT"), ("Kyiv Security Forum", "EVENT"), "id:conference/kyiv-security-forum"),
    (("Alma-Ata Declaration", "MISC"), ("Almaty Declaration", "MISC"), None),
    (("World Trade Organisation", "ORG"), ("World Trade Organization", "ORG"),
     "id:organization/world-trade-organization"),
    (("Foreign Ministry of Russia", "ORG"), ("Russian Foreign Ministry", "ORG"), None),
    (("World Food Program", "ORG"), ("World Food Programme", "ORG"), "id:organization/world-food-programme"),
    (("Union for Labor Standards", "ORG"), ("Union for Labour Standards", "ORG"), None),
    (("Global Digitalisation Forum", "EVENT"), ("Global Digitalization Forum", "EVENT"), None),
    (("Union of Health & Safety", "ORG"), ("Union of Health and Safety", "ORG"), None),
    (("Ministry of Defense of Japan", "ORG"), ("Japanese Ministry of Defence", "ORG"), None),
    (("Mohammed bin Salman", "PERSON"), ("Muhammad bin Salman", "PERSON"), "id:person/mohammed-bin-salman"),
    (("Abdel Fattah el-Sisi", "PERSON"), ("Abdel Fattah al-Sisi", "PERSON"), "id:person/abdul-fattah-al-sisi"),
    (("Sergey Lavrov", "PERSON"), ("Sergei Lavrov", "PERSON"), "id:person/sergei-lavrov"),
    (("Volodymyr Zelenskyy", "PERSON"), ("Volodymyr Zelensky", "PERSON"), "id:person/volodymyr-zelensky"),
    (("Xi Jin-ping", "PERSON"), ("Xi Jinping", "PERSON"), "id:person/xi-jinping"),
    (("Yoon Suk-yeol", "PERSON"), ("Yoon Suk Yeol", "PERSON"), "id:person/yoon-suk-yeol"),
    (("Kim Jong Un", "PERSON"), ("Kim Jong-un", "PERSON"), "id:person/kim-jong-un"),
    (("Japanese Finance Ministry", "ORG"), ("Ministry of Finance of Japan", "ORG"),
     "id:government-body/ministry-of-finance-of-japan"),
    (("Russian Foreign Ministry", "ORG"), ("Ministry of Foreign Affairs of Russia", "ORG"), None),
    (("Sana’a Forum", "EVENT"), ("Sanaa Forum", "EVENT"), "id:conference/sanaa-forum"),
]  # fmt: skip
NOT_THE_SAME = [
    (("Mohammed Khan", "PERSON"), ("Muhammad Khalid Khan", "PERSON")),
    (("Ali Mohammed", "PERSON"), ("Ali Muhammad", "PERSON")),  # a family name keeps its spelling
    (("Labour Party", "ORG"), ("Labor Party", "ORG")),  # of two countries
    (("Kiev", "LOC"), ("Kyiv Region", "LOC")),
    (("Ana Lima", "PERSON"), ("Anali Ma", "PERSON")),
    (("Wang Yong", "PERSON"), ("Wang Yongli", "PERSON")),
    (("Xi Jinping", "PERSON"), ("Xi Jinpin", "PERSON")),
    (("Vladimir Klitschko", "PERSON"), ("Wladimir Klitschko", "PERSON")),  # not in the table
    (("Ministry of Defense", "ORG"), ("Ministry of Defence", "ORG")),  # nobody says whose
]


@pytest.mark.parametrize(("one", "other", "entity"), SAME)
def test_another_spelling_of_a_name_is_the_same_thing_for_a_reason(one: Name, other: Name, entity: str | None) -> None:
    found, (first, second) = of(one, other)
    assert first == second
    assert entity in (first, None)
    (thing,) = found.entities
    assert "d-1" in {merge.document for merge in thing.merges} or "d-0" in {merge.document for merge in thing.merges}


@pytest.mark.parametrize(("one", "other"), NOT_THE_SAME)
def test_what_differs_in_more_than_its_spelling_is_not_merged(one: Name, other: Name) -> None:
    _, (first, second) = of(one, other)
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"), [NOT_THE_SAME[i] for i in (2, 4, 6, 7)], ids=["party", "letters", "near", "not in the table"]
)
def test_a_doubtful_spelling_is_offered_as_close_with_a_score(one: Name, other: Name) -> None:
    found, (first, second) = of(one, other)
    assert [[close.entity for close in thing.close] for thing in found.entities] == [
        [second if thing.entity == first else first] for thing in found.entities
    ]
    assert all(0.88 <= close.score < 1 for thing in found.entities for close in thing.close)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [(SAME[0][0], SAME[0][1], "by the table of spellings"), (SAME[14][0], SAME[14][1], "parts joined or parted")],
)
def test_the_reason_of_a_spelling_is_recorded(one: Name, other: Name, reason: str) -> None:
    found, _ = of(one, other)
    assert any(reason in merge.reason and merge.text == one[0] for merge in found.entities[0].merges)


def test_a_spelling_that_stands_alone_needs_no_reason_and_keeps_its_label() -> None:
    found, (entity,) = of(("World Food Program", "ORG"))
    assert (found.entities[0].label, entity) == ("World Food Program", "id:organization/world-food-programme")
    assert found.entities[0].merges == ()


def test_a_spelling_that_is_added_changes_no_iri() -> None:
    assert of(("Kiev", "LOC"))[1] == of(("Kiev", "LOC"), ("Kyiv", "LOC"))[1][:1]


@pytest.mark.parametrize("names", [SAME[14][:2], SAME[0][:2]])
def test_the_order_of_the_spellings_makes_no_difference(names: tuple[Name, Name]) -> None:
    made = [extraction(words, phrase(words, words, label), document=words) for words, label in names]
    first, *others = (resolve(order, Ontology()).entities for order in permutations(made))
    assert all(other == first for other in others)


def test_a_text_without_country_has_one_ministry_in_either_order_of_words() -> None:
    text = "The Finance Ministry met. The Ministry of Finance met."
    phrases = [phrase(text, "Finance Ministry", "ORG"), phrase(text, "Ministry of Finance", "ORG")]
    (thing,) = resolve([extraction(text, *phrases)], Ontology()).entities
    assert thing.entity == "id:government-body/ministry-of-finance"
    assert [merge.reason for merge in thing.merges] == ["the same name but for its spelling or the order of its words"]


ROWS = tomllib.loads((resources.files("kg") / "lexicon" / "spellings.toml").read_text(encoding="utf-8"))
KINDS = [name for name in ROWS if name != "portfolios"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_spelling_is_no_other_s_and_a_spelling_has_one_first(kind: str) -> None:
    spellings = [spelling for row in ROWS[kind].values() for spelling in row]
    assert len(spellings) == len(set(spellings)) and not set(spellings) & ROWS[kind].keys()


@given(st.lists(st.sampled_from(["Kiev", "Center", "Defense", "Ministry", "Labor", "&", "Digitalisation", "Foreign"])))
def test_a_name_in_its_first_spelling_stays_as_it_is(words: list[str]) -> None:
    assert respelt(respelt(" ".join(words))) == respelt(" ".join(words))


@given(st.text(max_size=30), st.booleans())
def test_any_name_has_a_spelling_and_one_alone(name: str, person: bool) -> None:
    assert spelling_key(name, person) == spelling_key(name, person)
    if not any(char.isalpha() or char == "&" for char in name):
        assert spelling_key(name, person) == key(name)
