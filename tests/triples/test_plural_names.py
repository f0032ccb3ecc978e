"""A plural name is the name of several things where a list beside it says which; where that is unclear it stays one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import kg
from kg.model import Participant
from kg.tree import Tree, to_tree
from kg.triples.plural_names import plural_names, singular_title
from tests.docs import VOCAB
from tests.trees import TOKENIZER

SMALL = {"the": "DET", "The": "DET", "and": "CCONJ", "&": "CCONJ", "of": "ADP", "for": "ADP", ",": "PUNCT"}


def tree(text: str) -> Tree:
    """A sentence whose capitalised words are proper nouns and the others verbs, but for small words."""
    parted = TOKENIZER(text)
    words, spaces = [token.text for token in parted], [bool(token.whitespace_) for token in parted]
    pos = [SMALL.get(word, "PROPN" if word[0].isupper() else "VERB") for word in words]
    deps = ["ROOT", *["dep"] * (len(words) - 1)]
    return to_tree(Doc(VOCAB, words=words, spaces=spaces, pos=pos, deps=deps, heads=[0] * len(words)))


@pytest.mark.parametrize(
    ("name", "things"),
    [
        ("Ministries of Health and of Finance", ["Ministry of Health", "Ministry of Finance"]),
        ("Ministries of Health and Finance", ["Ministry of Health", "Ministry of Finance"]),
        ("Ministries of Health and the Environment", ["Ministry of Health", "Ministry of Environment"]),
        ("Ministries of Foreign Affairs, Trade and Health",
         ["Ministry of Foreign Affairs", "Ministry of Trade", "Ministry of Health"]),
        ("Ministries of Foreign Affairs, Trade, and Health",
         ["Ministry of Foreign Affairs", "Ministry of Trade", "Ministry of Health"]),
        ("Ministries of Industry and Information Technology and of Health",
         ["Ministry of Industry and Information Technology", "Ministry of Health"]),
        ("Departments for Education and for Transport", ["Department for Education", "Department for Transport"]),
        ("Ministries of Health and of Finance of Japan",
         ["Ministry of Health of Japan", "Ministry of Finance of Japan"]),
        ("Ministries of Health of India and Japan", ["Ministry of Health of India", "Ministry of Health of Japan"]),
        ("Supreme Courts of India and Canada", ["Supreme Court of India", "Supreme Court of Canada"]),
        ("Finance and Health Ministries", ["Finance Ministry", "Health Ministry"]),
        ("Finance, Trade and Health Ministries", ["Finance Ministry", "Trade Ministry", "Health Ministry"]),
        ("Health and the Finance Ministries", ["Health Ministry", "Finance Ministry"]),
        ("Japanese Finance and Health Ministries", ["Japanese Finance Ministry", "Japanese Health Ministry"]),
        ("Chinese and Japanese Foreign Ministries", ["Chinese Foreign Ministry", "Japanese Foreign Ministry"]),
        # one name, or nobody can tell which
        ("Ministry of Industry and Information Technology", None),
        ("Ministries of Health", None),
        ("Ministries of Industry and Trade and Health", None),
        ("Ministries of Health and Parliament", None),
        ("Ministries of Health and Japan", None),
        ("Ministries of Health and of Finance of Japan and India", None),
        ("Heads of State and Government", None),
        ("Ministries", None),
        ("Health Ministries", None),
        ("and Health Ministries", None),
        ("Japanese and Health Ministries", None),
    ],
)  # fmt: skip
def test_a_plural_name_is_read_as_several_by_its_list_alone(name: str, things: list[str] | None) -> None:
    found = list(plural_names(tree(f"Then the {name} agreed")))
    assert [one.name for several in found for one in several.each] == (things or [])
    assert [several.span.text for several in found] == ([name] if things else [])


@given(st.lists(st.sampled_from(["Ministries", "of", "the", "Health", "Japan", "and", ",", "Chinese", "met"])))
def test_any_words_are_read(words: list[str]) -> None:
    for several in plural_names(tree(" ".join(["Then", *words]))):
        assert len(several.each) > 1
        assert all(several.span.start <= token.i < several.span.end for one in several.each for token in one.tokens)


@pytest.mark.parametrize(
    ("title", "each"),
    [("Presidents", "President"), ("Prime Ministers", "Prime Minister"), ("President", None), ("Heads", None)],
)
def test_a_plural_title_gives_the_title_of_each(title: str, each: str | None) -> None:
    words = tree(title)
    assert singular_title(words[0 : len(words)]) == each


def subjects(folder: Path, text: str) -> dict[str, list[Participant]]:
    """The subjects of a text's statements, by lemma."""
    (folder / "text.txt").write_text(text + "\n", encoding="utf-8")
    found: dict[str, list[Participant]] = {}
    for one in kg.build(kg.read([folder / "text.txt"])).statements:
        found.setdefault(one.relation.lemma, []).append(one.subject)
    return found


def test_each_thing_has_its_entity_its_words_and_the_reason(tmp_path: Path) -> None:
    found = subjects(tmp_path, "The Ministries of Health and of Finance published the plan.")["publish"]
    assert sorted((one.entity, one.text) for one in found) == [
        ("id:government-body/ministry-of-finance", "The Ministries of Finance"),
        ("id:government-body/ministry-of-health", "The Ministries of Health"),
    ]
    assert {one.via for one in found} == {"one of the several “Ministries of Health and of Finance”"}


def test_fields_before_a_plural_name_the_same_things(tmp_path: Path) -> None:
    found = subjects(tmp_path, "The Finance and Health Ministries published the plan.")["publish"]
    assert {one.entity for one in found} == {
        "id:government-body/ministry-of-finance",
        "id:government-body/ministry-of-health",
    }


def test_a_plural_title_is_the_office_of_each_who_bears_it(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Presidents Xi Jinping and Joe Biden opened the fair.\n", encoding="utf-8")
    held = [one for one in kg.build(kg.read([tmp_path / "text.txt"])).statements if one.relation.lemma == "hold office"]
    assert {one.subject.entity for one in held} == {"id:person/joe-biden", "id:person/xi-jinping"}
    assert {one.object.entity for one in held if one.object} == {"id:office/president"}
    assert len({one.frame for one in held}) == 1


def test_who_speaks_is_each_of_several(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("The Ministries of Health and of Finance said that prices will fall.\n", "utf-8")
    (fall,) = [one for one in kg.build(kg.read([tmp_path / "text.txt"])).statements if one.relation.lemma == "fall"]
    assert [who.entity for who in fall.attribution[0].speakers] == [
        "id:government-body/ministry-of-health",
        "id:government-body/ministry-of-finance",
    ]
