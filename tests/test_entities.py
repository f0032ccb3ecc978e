"""A thing has one entity over all documents; forms are taken for it for a stated reason, never by likeness."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities import ADDRESSEE, Resolution, resolve
from kg.entities.forms import clean, head_noun, is_acronym, key, reduced, spells
from kg.entities.mentions import classify
from kg.gazetteer import load_gazetteer
from kg.model import Document, Extraction, Frame, FrameArgument, Name, Phrase, Sentence, Value, Words
from kg.ontology import load_ontology

PARENTS = {
    "pol:Conference": "pol:Event",
    "pol:GovernmentBody": "pol:Organization",
    "pol:Country": "pol:Place",
    "pol:City": "pol:Place",
    "pol:Region": "pol:Place",
}
NOUNS = {
    "conference": "pol:Conference",
    "forum": "pol:Conference",
    "ministry": "pol:GovernmentBody",
    "commission": "pol:GovernmentBody",
    "organization": "pol:Organization",
    "union": "pol:Organization",
    "city": "pol:City",
    "country": "pol:Country",
    "province": "pol:Region",
    "letter": "pol:Document",
    "law": "pol:Law",
    "president": "pol:Office",
    "head": "pol:Office",
    "nation": "pol:Country",
    "council": "pol:Organization",
    "councilor": "pol:Office",
    "minister": "pol:Office",
}
LABELS = {"PERSON": "pol:Person", "ORG": "pol:Organization", "LOC": "pol:Place", "EVENT": "pol:Event"}


class Ontology:
    """A small ontology: classes by nouns and labels."""

    def is_a(self, cls: str, ancestor: str) -> bool:
        return cls == ancestor or (cls in PARENTS and self.is_a(PARENTS[cls], ancestor))

    def is_office(self, cls: str) -> bool:
        return self.is_a(cls, "pol:Office")

    def class_of_noun(self, lemma_or_phrase: str) -> str | None:
        return NOUNS.get(lemma_or_phrase.split()[-1]) if lemma_or_phrase.strip() else None

    def class_of_label(self, ner_label: str) -> str | None:
        return LABELS.get(ner_label)


def phrase(text: str, words: str, label: str | None = None, nth: int = 1, titles: Sequence[str] = ()) -> Phrase:
    """The ``nth`` occurrence of ``words``: a name with that label, a noun phrase without one."""
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    start = places[nth - 1]
    bare = re.sub(r"^(?:the|a|The) ", "", words)
    begin = start + len(words) - len(bare)
    span = (begin, start + len(words))
    core = Words(bare, (span,))
    last = bare.split()[-1] if bare.split() else bare
    return Phrase(
        text=words, spans=((start, start + len(words)),), head=(span[1] - len(last), span[1]), lemma=last.lower(),
        core=core, kind="noun" if label is None else "name", name=None if label is None else Name(bare, span, label),
        titles=tuple(Words(title, ()) for title in titles),
    )  # fmt: skip


def extraction(text: str, *phrases: Phrase, document: str = "a-1") -> Extraction:
    """A document whose frames have these phrases as subjects."""
    frames = tuple(
        Frame(
            number=number, sentence=Sentence(0, 0, len(text)), clause=(0, 0), subject=one, relation=Words("", ()),
            lemma="be", verb="be", voice="active", object=None, arguments=(), content=(), attribution=(),
            act="assertion", deontic=None, strength=None, form=None, polarity="positive", modality="actual", hedge=None,
            stance=None, valence=None, evidence=(0, len(text)), rule="test",
        )
        for number, one in enumerate(phrases)
    )  # fmt: skip
    record = Document(document, "", text, None, None, None, None, "en", "test", "")
    return Extraction(record, frames, ())


def resolved(text: str, *forms: tuple[str, str | None] | tuple[str, str | None, int]) -> list[str | None]:
    """The entities of some words of a text, each with its label (None for a noun phrase) and which occurrence."""
    phrases = [phrase(text, *form) for form in forms]
    resolution = resolve([extraction(text, *phrases)], Ontology())
    return [resolution.participant("a-1", one).entity for one in phrases]


LETTER = "The 4th China Quality (Hangzhou) Conference was held. Wang Yong addressed the Conference."


@pytest.mark.parametrize(
    ("words", "label", "entity"),
    [
        ("4th China Quality (Hangzhou) Conference", "EVENT", "id:conference/4th-china-quality-hangzhou-conference"),
        ("Ministry of Commerce", "ORG", "id:government-body/ministry-of-commerce"),
        ("the Ministry of Commerce", "ORG", "id:government-body/ministry-of-commerce"),
        ("Wang Yong", "PERSON", "id:person/wang-yong"),
        ("State Councilor Wang Yong", "PERSON", "id:person/wang-yong"),
        ("Dr. Wang Yong", "PERSON", "id:person/wang-yong"),
        ("Martin Luther King Jr.", "PERSON", "id:person/martin-luther-king-jr"),
        ("Wang Yong's", "PERSON", "id:person/wang-yong"),
        ("China", "LOC", "id:country/china"),
        ("PRC", "ORG", "id:country/china"),
        ("U.S.", "LOC", "id:country/united-states"),
        ("the United States of America", "LOC", "id:country/united-states"),
        ("Michael Jordan", "PERSON", "id:person/michael-jordan"),
        ("Mr. Yoon Suk Yeol", "MISC", "id:person/yoon-suk-yeol"),
        ("Kazakhstan Kassym-Jomart Tokayev", "PERSON", "id:person/kassym-jomart-tokayev"),
        ("Mahamadou Issoufou of Niger", "PERSON", "id:person/mahamadou-issoufou"),
        ("Chad Michael Smith", "PERSON", "id:person/chad-michael-smith"),
        ("H.E.", "PERSON", None),
        ("Gabon", "PERSON", "id:country/gabon"),
        ("United Nations", "ORG", "id:organization/united-nations"),
        ("Heads of State", "LOC", "id:office/heads-of-state"),
        ("President of", None, None),
        ("European Union", "ORG", "id:organization/european-union"),
        ("Beijing", "LOC", "id:city/beijing"),
        ("Hangzhou", "LOC", "id:city/hangzhou"),
        ("Zhejiang Province", "LOC", "id:region/zhejiang-province"),
        ("Belt and Road", "MISC", "id:concept/belt-and-road"),
        ("Belt and Road", "", "id:concept/belt-and-road"),
        ("September 16", "DATE", None),
        ("State Councilor", None, "id:office/state-councilor"),
        ("state councilor", None, None),
        ("a letter", None, None),
        ("congratulatory letter", None, None),
        ("the Conference", None, None),
    ],
)
def test_a_name_is_an_entity_of_the_class_that_it_tells(words: str, label: str | None, entity: str | None) -> None:
    assert resolved(f"We know that {words} appeared.", (words, label)) == [entity]


@pytest.mark.parametrize(
    ("text", "full", "short", "entity", "reason"),
    [
        (LETTER, ("4th China Quality (Hangzhou) Conference", "EVENT"), ("the Conference", None),
         "id:conference/4th-china-quality-hangzhou-conference", "the only Conference"),
        ("The 4th China Quality Conference met. The fourth China Quality Conference ended.",
         ("4th China Quality Conference", "EVENT"), ("fourth China Quality Conference", "EVENT"),
         "id:conference/4th-china-quality-conference", None),
        ("The 4th China Quality (Hangzhou) Conference met. China Quality Conference opened.",
         ("4th China Quality (Hangzhou) Conference", "EVENT"), ("China Quality Conference", "EVENT"),
         "id:conference/4th-china-quality-hangzhou-conference", "cut short"),
        ("The European Commission met. The Commission said so.", ("European Commission", "ORG"),
         ("Commission", "ORG", 2), "id:government-body/european-commission", "the only Commission"),
        ("The Ministry of Health met. Later the ministry said so.", ("Ministry of Health", "ORG"),
         ("the ministry", None), "id:government-body/ministry-of-health", "the only ministry"),
        ("The World Trade Organization (WTO) met. WTO said so.", ("World Trade Organization", "ORG"),
         ("WTO", "ORG", 2), "id:organization/world-trade-organization", "introduced in this document"),
        ("The WTO (World Trade Organization) met. It is WTO.", ("World Trade Organization", "ORG"),
         ("WTO", "ORG", 2), "id:organization/world-trade-organization", "introduced in this document"),
        ("The Food and Agriculture Organization of the United Nations (FAO) met. FAO said so.",
         ("Food and Agriculture Organization of the United Nations", "ORG"), ("FAO", "ORG", 2),
         "id:organization/food-and-agriculture-organization-of-the-united-nations", "introduced in this document"),
        ("Wang Yong spoke. Wang left.", ("Wang Yong", "PERSON"), ("Wang", "PERSON", 2), "id:person/wang-yong",
         "whom alone"),
        ("Janet Yellen spoke. Yellen left.", ("Janet Yellen", "PERSON"), ("Yellen", "PERSON", 2),
         "id:person/janet-yellen", "whom alone"),
        ("Michael Jordan spoke. Jordan left.", ("Michael Jordan", "PERSON"), ("Jordan", "PERSON", 2),
         "id:person/michael-jordan", "whom alone"),
        ("Kassym-Jomart Tokayev spoke. Tokayev left.", ("Kassym-Jomart Tokayev", "PERSON"), ("Tokayev", "LOC", 2),
         "id:person/kassym-jomart-tokayev", "whom alone"),
        ("The Governing Council of the Central Bank met. The Governing Council said so.",
         ("Governing Council of the Central Bank", "ORG"), ("Governing Council", "ORG", 2),
         "id:organization/governing-council-of-the-central-bank", "cut short"),
        ("Xi Jinping spoke. President Xi left.", ("Xi Jinping", "PERSON"), ("President Xi", "PERSON"),
         "id:person/xi-jinping", "whom alone"),
    ],
)  # fmt: skip
def test_another_form_is_taken_for_the_thing_with_a_reason(
    text: str, full: tuple[str, str], short: tuple[str, str | None], entity: str, reason: str | None
) -> None:
    phrases = [phrase(text, *full), phrase(text, *short)]
    resolution = resolve([extraction(text, *phrases)], Ontology())
    first, second = (resolution.participant("a-1", one) for one in phrases)
    assert (first.entity, second.entity) == (entity, entity)
    assert first.label == second.label
    assert (second.via is None) == (reason is None)
    if reason:
        assert reason in (second.via or "")
        assert second.via in {merge.reason for merge in resolution.entities[0].merges}


@pytest.mark.parametrize(
    ("text", "forms", "other"),
    [
        ("The Conference was held. The China Conference followed.", [("China Conference", "EVENT")],
         ("The Conference", None)),
        ("The Trade Commission and the Safety Commission met. The Commission said so.",
         [("Trade Commission", "ORG"), ("Safety Commission", "ORG")], ("The Commission", None)),
        ("The European Commission wrote to staff of the Commission on Human Rights. The Commission said so.",
         [("European Commission", "ORG")], ("The Commission", None)),
        ("The European Commission met. A commission was set up.", [("European Commission", "ORG")],
         ("A commission", None)),
        ("Wang Yong and Wang Yi spoke. Wang left.", [("Wang Yong", "PERSON"), ("Wang Yi", "PERSON")],
         ("Wang", "PERSON", 3)),
        ("The World Trade Organization met. The WTO said so.", [("World Trade Organization", "ORG")], ("WTO", "ORG")),
        ("The Ministry of Health met. The Ministry of Wealth did not.", [("Ministry of Health", "ORG")],
         ("Ministry of Wealth", "ORG")),
        ("The 3rd Quality Forum met. The 4th Quality Forum followed.", [("3rd Quality Forum", "EVENT")],
         ("4th Quality Forum", "EVENT")),
        ("The UK Treasury met. The US Treasury did not.", [("UK Treasury", "ORG")], ("US Treasury", "ORG")),
        ("The President of France met the Council. The President left.", [("President of France", "ORG")],
         ("The President", None, 2)),
    ],
)  # fmt: skip
def test_what_is_not_proven_is_not_merged(
    text: str, forms: list[tuple[str, str]], other: tuple[str, str | None] | tuple[str, str | None, int]
) -> None:
    *known, last = resolved(text, *forms, other)
    assert last not in known


def two(first: tuple[str, str], second: tuple[str, str]) -> tuple[Resolution, list[str | None]]:
    """Two documents, each with one name and its label."""
    pairs = [(f"d-{n}", words, phrase(words, words, label)) for n, (words, label) in enumerate((first, second))]
    resolution = resolve([extraction(words, one, document=d) for d, words, one in pairs], Ontology())
    return resolution, [resolution.participant(document, one).entity for document, _, one in pairs]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (("Xi Jinping", "PERSON"), ("Xi Jinping", "PERSON"), True),
        (("Xi", "PERSON"), ("Xi", "PERSON"), False),
        (("the State Council", "ORG"), ("State Council's", "ORG"), True),
        (("Hangzhou", "LOC"), ("Hangzhou", "ORG"), True),
        (("Jordan", "LOC"), ("Jordan", "PERSON"), True),
        (("Council", "ORG"), ("Council", "ORG"), False),
        (("European Council", "ORG"), ("European Council", "ORG"), True),
        (("UN", "ORG"), ("United Nations", "ORG"), False),
        (("Paris Hilton", "PERSON"), ("Paris Hilton", "LOC"), False),
        (("US", "LOC"), ("United States", "LOC"), True),
        (("WTO", "ORG"), ("World Trade Organization", "ORG"), False),
    ],
)
def test_documents_share_a_thing_by_the_same_name_and_a_compatible_class(
    first: tuple[str, str], second: tuple[str, str], same: bool
) -> None:
    _, (one, other) = two(first, second)
    assert (one == other) is same


def test_a_merge_over_documents_says_so() -> None:
    resolution, _ = two(("Xi Jinping", "PERSON"), ("Xi Jinping", "PERSON"))
    (entity,) = resolution.entities
    assert [(merge.text, merge.document, merge.reason) for merge in entity.merges] == [
        ("Xi Jinping", "d-1", "the same name as in d-0")
    ]


def test_a_likely_acronym_is_offered_and_not_merged() -> None:
    resolution, _ = two(("WTO", "ORG"), ("World Trade Organization", "ORG"))
    one, other = resolution.entities
    assert [close.entity for close in one.close] == [other.entity]
    assert [close.entity for close in other.close] == [one.entity]
    assert one.close[0].score == other.close[0].score == 0.9


@pytest.mark.parametrize(
    ("first", "second", "close"),
    [
        (("Ministry of Agriculture", "ORG"), ("Ministry for Agriculture", "ORG"), True),
        (("3rd Quality Forum", "EVENT"), ("4th Quality Forum", "EVENT"), False),
        (("Wang Yong", "PERSON"), ("Wang Yong", "LOC"), False),
        (("Zhejiang", "LOC"), ("State Council", "ORG"), False),
    ],
)
def test_only_like_names_of_one_class_are_close(first: tuple[str, str], second: tuple[str, str], close: bool) -> None:
    resolution, _ = two(first, second)
    assert any(entity.close for entity in resolution.entities) is close


def test_the_majority_of_a_names_labels_decides_within_a_document() -> None:
    text = "Hangzhou is in Hangzhou, near Hangzhou."
    phrases = [phrase(text, "Hangzhou", label, n) for n, label in enumerate(("ORG", "LOC", "LOC"), start=1)]
    resolution = resolve([extraction(text, *phrases)], Ontology())
    assert {resolution.participant("a-1", one).entity for one in phrases} == {"id:city/hangzhou"}


def test_the_order_of_the_documents_makes_no_difference() -> None:
    texts = {"a": "Hangzhou", "b": "the World Trade Organization (WTO)", "c": "Hangzhou"}
    labels = {"a": "LOC", "b": "ORG", "c": "ORG"}
    made = [extraction(text, phrase(text, text, labels[name]), document=name) for name, text in texts.items()]
    assert resolve(made, Ontology()).entities == resolve(made[::-1], Ontology()).entities


def test_a_title_before_a_name_is_a_reason_of_the_person() -> None:
    text = "State Councilor Wang Yong spoke."
    one = phrase(text, "Wang Yong", "PERSON", titles=["State Councilor"])
    (entity,) = resolve([extraction(text, one)], Ontology()).entities
    assert (entity.label, entity.type, entity.aliases) == ("Wang Yong", "pol:Person", ())
    assert [(merge.text, merge.reason) for merge in entity.merges] == [
        ("State Councilor Wang Yong", "the name without title or country")
    ]


def test_the_label_is_the_name_most_often_written_and_other_names_are_aliases() -> None:
    text = "The World Trade Organization (WTO) met. WTO left. WTO came. The organization slept."
    phrases = [
        phrase(text, "World Trade Organization", "ORG"),
        phrase(text, "WTO", "ORG", 2),
        phrase(text, "WTO", "ORG", 3),
        phrase(text, "The organization"),
    ]
    (entity,) = resolve([extraction(text, *phrases)], Ontology()).entities
    assert (entity.label, entity.aliases) == ("World Trade Organization", ("WTO",))


def test_a_long_form_that_is_nowhere_a_participant_still_names_its_acronym() -> None:
    text = "Members of the World Trade Organization (WTO) met. WTO said so."
    one = phrase(text, "WTO", "ORG", 2)
    (entity,) = resolve([extraction(text, one)], Ontology()).entities
    assert (entity.entity, entity.label) == ("id:organization/world-trade-organization", "World Trade Organization")


def test_an_addressee_is_nobody_known() -> None:
    one = Phrase("", (), (0, 5), "Wang Yong", Words("", ()), "addressee")
    resolution = resolve([extraction("Adopt it.", one)], Ontology())
    found = resolution.participant("a-1", one)
    assert (found.entity, found.type) == (None, ADDRESSEE)
    assert (found.text, found.spans, found.implied) == ("", (), True)
    assert resolution.entities == ()


def test_a_value_is_no_entity() -> None:
    value = Value("date", "2021-09-16", precision="day")
    words = Words("September 16", ((0, 12),))
    one = Phrase("September 16", ((0, 12),), (0, 9), "September", words, "value", value=value)
    found = resolve([], Ontology()).participant("a-1", one)
    assert (found.value, found.entity, found.type, found.label) == (value, None, None, "September 16")


def test_a_pronoun_stays_unresolved() -> None:
    one = Phrase("it", ((0, 2),), (0, 2), "it", Words("it", ((0, 2),)), "pronoun")
    found = resolve([extraction("it is.", one)], Ontology()).participant("a-1", one)
    assert (found.entity, found.type) == (None, None)


def test_a_noun_phrase_has_a_class_and_its_core_for_a_label() -> None:
    one = phrase("He read a congratulatory letter.", "a congratulatory letter")
    argument = resolve([], Ontology()).argument("a-1", FrameArgument(one, "with", "instrument"))
    assert (argument.label, argument.entity, argument.type) == ("congratulatory letter", None, "pol:Document")
    assert (argument.preposition, argument.role) == ("with", "instrument")


@pytest.mark.parametrize(
    "name",
    [
        "</script><script>alert(1)</script>",
        "\u202egnaY gnaW\u202c",
        "A" * 10_000,
        "Council of " + "Very " * 2000 + "Long Names",
        "東京",
        'X" onclick="y',
        "a\ud800b Co",
        "…",
        "The",
    ],
)
def test_a_hostile_name_gets_a_safe_entity_and_a_printable_label(name: str) -> None:
    one = phrase(name, name, "ORG")
    (entity,) = resolve([extraction(name, one)], Ontology()).entities
    assert re.fullmatch(r"id:[a-z-]+/[a-z0-9-]{1,80}", entity.entity)
    assert entity.label
    entity.label.encode("utf-8")
    assert not set(entity.label) & set("\u202e\u202c\n")


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("the  State\nCouncil’s", "State Council"),
        ("“Made in China”", "Made in China"),
        ("its Ministry of Commerce", "Ministry of Commerce"),
        ("The", "The"),
        ("United States'", "United States"),
        ("", ""),
    ],
)
def test_a_clean_name_has_no_article_possessive_or_quotes(name: str, cleaned: str) -> None:
    assert clean(name) == cleaned


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("The Fourth U.S. Forum", "4th US forum", True),
        ("São Paulo", "Sao Paulo", True),
        ("3rd Forum", "4th Forum", False),
        ("Ministry of Health", "Ministry of Wealth", False),
    ],
)
def test_a_key_is_shared_by_spellings_of_one_name(one: str, other: str, same: bool) -> None:
    assert (key(one) == key(other)) is same


@pytest.mark.parametrize(
    ("acronym", "name", "spelt"),
    [
        ("WTO", "World Trade Organization", True),
        ("NDRC", "National Development and Reform Commission", True),
        ("UNESCO", "United Nations Educational, Scientific and Cultural Organization", True),
        ("OECD", "Organisation for Economic Co-operation and Development", True),
        ("UNDP", "United Nations Development Programme", True),
        ("WHO", "World Trade Organization", False),
    ],
)
def test_initials_spell_an_acronym(acronym: str, name: str, spelt: bool) -> None:
    assert is_acronym(acronym)
    assert spells(acronym, name) is spelt


@pytest.mark.parametrize("word", ["Hangzhou", "A", "China", "", "GovernmentBodies"])
def test_a_word_is_no_acronym(word: str) -> None:
    assert not is_acronym(word)


def test_a_name_is_reduced_to_its_head() -> None:
    name = "4th China Quality (Hangzhou) Conference"
    assert (reduced(name), head_noun(name), head_noun("Ministry of Commerce")) == (
        "China Quality Conference", "Conference", "Ministry",
    )  # fmt: skip


WORDS = st.lists(
    st.sampled_from(
        ["The", "Wang", "Yong", "Ministry", "of", "Commission", "WTO", "(WTO)", "China", "4th", "’s", "\u202e"]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@given(
    st.lists(
        st.tuples(
            st.one_of(WORDS, st.text(min_size=1, max_size=20)), st.sampled_from([None, "PERSON", "ORG", "LOC", ""])
        ),
        max_size=6,
    )
)
def test_every_participant_slices_back_and_leads_to_an_entity(forms: list[tuple[str, str | None]]) -> None:
    text = " met ".join(words for words, _ in forms)
    phrases = [phrase(text, words, label) for words, label in forms]
    resolution = resolve([extraction(text, *phrases)], Ontology())
    known = {entity.entity for entity in resolution.entities}
    for one in phrases:
        found = resolution.participant("a-1", one)
        assert " ".join(text[start:end] for start, end in found.spans) == found.text
        assert found.entity is None or found.entity in known
    assert list(resolution.entities) == sorted(resolution.entities, key=lambda entity: entity.entity)


SHIPPED, GAZETTEER = load_ontology(), load_gazetteer()
CLASSES = {
    ("ORG", "pol:InternationalOrganization"): (
        "United Nations", "UN", "World Trade Organization", "WTO", "NATO", "International Monetary Fund", "IMF",
        "World Bank", "UNESCO", "Shanghai Cooperation Organization", "African Union", "European Union", "EU", "G20",
        "Asian Infrastructure Investment Bank", "UN Security Council", "United Nations General Assembly",
        "Council of Europe", "Food and Agriculture Organization",
    ),
    ("ORG", "pol:GovernmentBody"): (
        "European Commission", "State Council", "Ministry of Commerce", "Federal Reserve", "FBI", "NASA", "Pentagon",
        "Ministry of Industry and Information Technology", "National Development and Reform Commission",
        "State Administration for Market Regulation", "Foreign Office", "People's Liberation Army", "Bank of England",
    ),
    ("ORG", "pol:Legislature"): ("European Parliament", "Bundestag", "National People's Congress", "House of Commons"),
    ("ORG", "pol:Court"): ("International Court of Justice", "International Criminal Court", "Supreme Court"),
    ("ORG", "pol:Company"): ("Microsoft", "Apple Inc.", "Huawei Technologies Co., Ltd.", "Gazprom"),
    ("ORG", "pol:PoliticalParty"): ("Communist Party of China", "Labour Party", "Hamas", "CPC"),
    ("ORG", "pol:Organization"): (
        "Harvard University", "Xinhua", "New York Times", "World Economic Forum", "Chinese Academy of Sciences", "Acme",
    ),
    ("LOC", "pol:Country"): ("China", "United States", "Hong Kong"),
    ("LOC", "pol:Region"): ("Zhejiang", "Zhejiang Province", "California", "Middle East", "Soviet Union"),
    ("LOC", "pol:City"): ("Hangzhou", "Shanghai", "Beijing", "Washington, D.C."),
    ("LOC", "pol:Place"): ("Africa", "South China Sea", "Yangtze", "Taiwan Strait", "Suez Canal", "Nowhere"),
    ("PERSON", "pol:Person"): ("Xi Jinping", "Paris"),
    ("NORP", "pol:PeopleGroup"): ("Chinese",),
    ("EVENT", "pol:Conference"): ("4th China Quality (Hangzhou) Conference", "G20 Summit", "Boao Forum for Asia"),
    ("EVENT", "pol:Event"): ("Asian Games", "World War II", "French Revolution", "Olympics", "Shanghai"),
    ("MISC", "pol:Agreement"): ("Paris Agreement", "Kyoto Protocol", "NAFTA", "Treaty of Versailles"),
    ("MISC", "pol:Law"): ("Clean Air Act",),
    ("MISC", "pol:Programme"): ("Belt and Road Initiative", "Marshall Plan", "SDGs"),
    ("MISC", "pol:Plan"): ("14th Five-Year Plan",),
    ("MISC", "pol:Award"): ("Nobel Peace Prize", "Medal of Honor"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "label", "cls"), [(name, *key) for key, listed in CLASSES.items() for name in listed])
def test_a_name_gets_a_class_of_the_shipped_ontology(name: str, label: str, cls: str) -> None:
    assert classify(name, label, SHIPPED, GAZETTEER)[0] == cls
