from __future__ import annotations

import pytest

from kg.model import Phrase
from kg.triples.phrases import addressee, parts, to_phrase
from tests.docs import context_of, doc, right, token


def phrases(sentence: str, head: str, date: str | None = None) -> list[Phrase]:
    parsed = doc(sentence)
    context = context_of(parsed, date)
    return [to_phrase(part, context) for part in parts(token(parsed, head), context)]


def phrase(sentence: str, head: str, date: str | None = None) -> Phrase:
    (found,) = phrases(sentence, head, date)
    return found


@pytest.mark.parametrize(
    ("sentence", "head", "texts"),
    [
        ("The council adopted the law.", "law", ["the law"]),
        ("It supports the plan of Kenya's minister.", "plan", ["the plan of Kenya's minister"]),
        ("It supports the plan of Kenya's minister.", "Kenya", ["Kenya"]),
        ("The ministers' efforts to cut waste failed.", "efforts", ["The ministers' efforts to cut waste"]),
        ("Guidelines for cutting waste help.", "Guidelines", ["Guidelines for cutting waste"]),
        # clauses and side remarks say something of their own
        ("A fund that helps farms opened.", "fund", ["A fund"]),
        ("A plan adopted in May cuts waste.", "plan", ["A plan"]),
        ("Ana Sousa, a farmer, resigned.", "Ana", ["Ana Sousa"]),
        ("The Trade Board (TB) met.", "Board", ["The Trade Board"]),
        ("Finance Minister Ana Sousa opened the fair.", "Ana", ["Ana Sousa"]),
        # conjuncts stand alone, and each takes what it shares
        ("The ban covers cups, bowls and plates.", "cups", ["cups"]),
        ("The ban covers cups, bowls and plates.", "plates", ["plates"]),
        ("The law ensures the protection of young workers and old trees.", "protection",
         ["the protection of young workers", "the protection of old trees"]),
        ("The plan ends the interconnection and sharing of infrastructure.", "interconnection",
         ["the interconnection of infrastructure"]),
        ("The plan ends the interconnection and sharing of infrastructure.", "sharing",
         ["sharing of infrastructure"]),
        # bare nouns and groups stay together
        ("The fight against hunger and disease continues.", "fight", ["The fight against hunger and disease"]),
        ("Talks between China and Kenya opened.", "Talks", ["Talks between China and Kenya"]),
        ("They protect the rights of children and women.", "rights", ["the rights of children and women"]),
        ("Italy's Ministry of Commerce met the Kenya Water (Nairobi) Forum.", "Forum",
         ["the Kenya Water (Nairobi) Forum"]),
        ("He paid $5 million for wheat.", "$", ["$5 million"]),
    ],
)  # fmt: skip
def test_the_words_of_a_participant(sentence: str, head: str, texts: list[str]) -> None:
    assert [found.text for found in phrases(sentence, head)] == texts


def test_a_gap_between_conjuncts_parts_the_spans_and_not_the_text() -> None:
    sentence = "The law ensures the protection of young workers and old trees."
    whole, split = phrases(sentence, "protection")
    assert len(whole.spans) == 1
    assert [sentence[start:end] for start, end in split.spans] == ["the protection of", "old trees"]


@pytest.mark.parametrize(
    ("sentence", "head", "core", "kind", "name", "titles", "plural"),
    [
        ("The council adopted the law.", "law", "law", "noun", None, [], False),
        ("Ministers spoke about trade.", "Ministers", "Ministers", "noun", None, [], True),
        ("It supports the plan of Kenya's minister.", "It", "It", "pronoun", None, [], False),
        ("It supports the plan of Kenya's minister.", "plan", "plan of Kenya's minister", "noun", None, [], False),
        ("Chile condemned the attack.", "Chile", "Chile", "name", "Chile", [], False),
        ("Finance Minister Ana Sousa opened the fair.", "Ana", "Ana Sousa", "name", "Ana Sousa", ["Finance Minister"],
         False),
        ("The Trade Board (TB) met.", "Board", "Trade Board", "name", "Trade Board", [], False),
        ("He paid $5 million for wheat.", "$", "$5 million", "value", None, [], False),
    ],
)  # fmt: skip
def test_what_a_participant_is(
    sentence: str, head: str, core: str, kind: str, name: str | None, titles: list[str], plural: bool
) -> None:
    found = phrase(sentence, head)
    assert (found.core.text, found.kind, found.plural) == (core, kind, plural)
    assert (found.name.text if found.name else None) == name
    assert [title.text for title in found.titles] == titles


def test_a_phrase_that_is_a_value_has_it() -> None:
    money = phrase("He paid $5 million for wheat.", "$").value
    assert money is not None and (money.kind, money.value, money.unit) == ("money", "5000000", "USD")
    day = phrase("The fair was held in Turin on 3 May.", "3", "2023-06-01").value
    assert day is not None and (day.kind, day.value) == ("date", "2023-05-03")
    assert phrase("The council adopted the law.", "law").value is None


def test_the_addressee_of_an_order_has_no_words_and_names_who_gives_it() -> None:
    parsed = doc("Reduce waste.")
    found = addressee(parsed[0], "Wang Yong", context_of(parsed))
    assert found.implied and not found.text and found.kind == "addressee" and found.lemma == "Wang Yong"


def test_every_phrase_is_what_the_text_has_at_its_spans() -> None:
    for sentence in right():
        parsed = doc(sentence)
        context = context_of(parsed)
        for head in parsed:
            for part in parts(head, context):
                found = to_phrase(part, context)
                assert found.text == " ".join(sentence[start:end] for start, end in found.spans)
                assert found.spans == tuple(sorted(found.spans))
                assert found.core.text == " ".join(sentence[start:end] for start, end in found.core.spans)
