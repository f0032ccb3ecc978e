"""Names as a recogniser gives them and as the rules leave them: ``[LABEL words]``; capitals tag a proper noun."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokens import Doc

import kg.components  # noqa: F401 - registers the component
from kg.names import RULES, mend_names
from kg.names.acronyms import acronyms, spells
from kg.names.appositions import appositions
from kg.names.consistency import majority, parts_of_persons, repeated, short_forms
from kg.names.dates import dates
from kg.names.edges import trimmed
from kg.names.heads import complemented, head_word, headed, labels_of, numbered, parted, relabelled
from kg.names.known import known_forms, known_names, nationalities, peoples
from kg.names.spans import Name, Rule, overlay
from kg.names.titles import behind_office, hyphenated, titled, untitled
from kg.names.words import name_words

NLP = spacy.blank("en")
MARK = re.compile(r"\[([A-Z]+) ([^\[\]]+)\]")


def doc_of(marked: str) -> Doc:
    """The Doc of a marked text; capitalised words are tagged as proper nouns, a full stop ends a sentence."""
    text, spans, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text, end = text + match[2], match.end()
    doc = NLP.make_doc(text + marked[end:])
    for token in doc:
        token.tag_ = "NNP" if token.text[0].isupper() and not (token.i == 0 or doc[token.i - 1].text == ".") else "NN"
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text == "."
    found = [doc.char_span(*span) for span in spans]
    doc.set_ents([span for span in found if span is not None])
    assert len(doc.ents) == len(spans), "a mark that cuts a token"
    return doc


def marked_of(doc: Doc) -> str:
    text = doc.text
    for ent in reversed(doc.ents):
        text = f"{text[: ent.start_char]}[{ent.label_} {ent.text}]{text[ent.end_char :]}"
    return text


def applied(before: str, *rules: Rule) -> str:
    return marked_of(mend_names(doc_of(before), rules))


def table(rule: Rule, *rows: tuple[str, str]) -> list[tuple[Rule, str, str]]:
    return [(rule, before, after) for before, after in rows]


CHANGED = [
    *table(
        trimmed,
        ("by [ORG the Council of] the", "by the [ORG Council] of the"),
        ("in [LOC Rio’s] streets", "in [LOC Rio]’s streets"),
        ("the [MISC Capricorn (A Brand] thing", "the [MISC Capricorn] (A Brand thing"),
        ("He met [PERSON Wang. Li] left.", "He met [PERSON Wang]. Li left."),
        ("the ([ORG (]WTO)", "the ((WTO)"),
    ),
    *table(
        dates,
        ("on September 16, 2021 and", "on [DATE September 16, 2021] and"),
        ("until [DATE early Thursday] on", "until [DATE early Thursday] on"),
        ("of [DATE 4 May] 2020", "of [DATE 4 May 2020]"),
    ),
    *table(
        known_names,
        ("the WTO said", "the [ORG WTO] said"),
        ("the [LOC World Trade Organization] said", "the [ORG World Trade Organization] said"),
        ("in [PERSON Montenegro]", "in [LOC Montenegro]"),
        ("in [PERSON Washington], D.C.", "in [LOC Washington, D.C.]"),
        ("the [ORG Geneva Conventions] hold", "the [MISC Geneva Conventions] hold"),
        ("the [ORG Organization for Security] and Cooperation in [LOC Europe]",
         "the [ORG Organization for Security and Cooperation in Europe]"),
        ("during World War II", "during [EVENT World War II]"),
        ("the [LOC EU] met", "the [ORG EU] met"),
        ("the Inter-American Court of Human Rights met", "the [ORG Inter-American Court of Human Rights] met"),
        ("the Inter - American Court of Human Rights met", "the [ORG Inter - American Court of Human Rights] met"),
        ("in the People’s Daily today", "in the [ORG People’s Daily] today"),
        ("at L'Oréal and AT&T today", "at [ORG L'Oréal] and [ORG AT&T] today"),
        ("of [DATE 20th Century] Fox today", "of [ORG 20th Century Fox] today"),
        ("the 2013 AU budget", "the 2013 [ORG AU] budget"),
    ),
    *table(
        nationalities,
        ("the [LOC Uzbek] alumni", "the [NORP Uzbek] alumni"),
        ("thirty Britons died", "thirty [NORP Britons] died"),
    ),
    *table(
        untitled,
        ("[PERSON President Xi Jinping] spoke", "President [PERSON Xi Jinping] spoke"),
        ("[PERSON Mr. Chirac] spoke", "Mr. [PERSON Chirac] spoke"),
        ("[PERSON Prime Minister Abe] spoke", "Prime Minister [PERSON Abe] spoke"),
        ("by [PERSON Miss] [PERSON Ann Holt] here", "by Miss [PERSON Ann Holt] here"),
    ),
    *table(
        titled,
        ("with President Lincoln here", "with President [PERSON Lincoln] here"),
        ("with President [LOC Lincoln] here", "with President [PERSON Lincoln] here"),
        ("and Mr. Uribe met", "and Mr. [PERSON Uribe] met"),
        ("before King Mohammed VI agreed", "before King [PERSON Mohammed VI] agreed"),
    ),
    *table(
        behind_office,
        ("the President of [ORG Kenya Ann Holt] spoke", "the President of [LOC Kenya] [PERSON Ann Holt] spoke"),
        ("the President of [PERSON Kenya Ann Holt] spoke", "the President of [LOC Kenya] [PERSON Ann Holt] spoke"),
        ("the President of [ORG Kenya Ann-Marie Holt] spoke",
         "the President of [LOC Kenya] [PERSON Ann-Marie Holt] spoke"),
    ),
    *table(hyphenated, ("with [PERSON Ban Ki]-moon here", "with [PERSON Ban Ki-moon] here")),
    *table(
        headed,
        ("the [ORG China Quality] (Hangzhou) Conference", "the [EVENT China Quality (Hangzhou) Conference]"),
        ("the Central Military Commission met", "the [ORG Central Military Commission] met"),
        ("the [NORP Chinese] Ministry", "the [ORG Chinese Ministry]"),
    ),
    *table(
        complemented,
        ("the [ORG Ministry] of Industry and Information Technology met",
         "the [ORG Ministry of Industry and Information Technology] met"),
        ("the [ORG Ministry of Industry] and [MISC Information Technology]",
         "the [ORG Ministry of Industry and Information Technology]"),
        ("the [ORG National Library] of the [LOC Netherlands]", "the [ORG National Library of the Netherlands]"),
    ),
    *table(
        parted,
        ("at [ORG Acme University and Bray University] now", "at [ORG Acme University] and [ORG Bray University] now"),
        ("the [ORG Acme Bureau and the Council of Bray] met",
         "the [ORG Acme Bureau] and the [ORG Council of Bray] met"),
    ),
    *table(
        relabelled,
        ("the [LOC Foreign Ministry]", "the [ORG Foreign Ministry]"),
        ("the [ORG Black Hawk War]", "the [EVENT Black Hawk War]"),
        ("the [PERSON George Miller Prize]", "the [MISC George Miller Prize]"),
        ("the [ORG Hampton Court Palace]", "the [LOC Hampton Court Palace]"),
        ("at [LOC Bray High School]", "at [ORG Bray High School]"),
        ("of [PERSON Holt Entertainment]", "of [ORG Holt Entertainment]"),
        ("the [ORG Bray Law Review]", "the [MISC Bray Law Review]"),
        ("the [MISC Royal Bray Society]", "the [ORG Royal Bray Society]"),
    ),
    *table(
        numbered,
        ("the 4th [EVENT Quality Conference]", "the [EVENT 4th Quality Conference]"),
        ("the Third [EVENT Quality Forum]", "the [EVENT Third Quality Forum]"),
        ("his third [EVENT World Cup]", "his third [EVENT World Cup]"),
    ),
    *table(
        acronyms,
        ("a [ORG Syria Fund] ([MISC SF]). The [MISC SF] pays.", "a [ORG Syria Fund] ([ORG SF]). The [ORG SF] pays."),
    ),
    *table(
        appositions,
        ("the rock band [PERSON Eels] and", "the rock band [ORG Eels] and"),
        ("the company [LOC Acme] of", "the company [ORG Acme] of"),
        ("a group called the “[MISC Red Holts]” of", "a group called the “[ORG Red Holts]” of"),
        ("parties such as the [MISC Acmes], [PERSON Holt] and [LOC Bray] met",
         "parties such as the [ORG Acmes], [ORG Holt] and [ORG Bray] met"),
        ("the companies [PERSON Holt] and [ORG Bray] with [PERSON Ann]",
         "the companies [ORG Holt] and [ORG Bray] with [PERSON Ann]"),
        ("for [PERSON Holt] of the firm [PERSON Holt] now", "for [ORG Holt] of the firm [ORG Holt] now"),
        ("a member of the [MISC Holt Circle] here", "a member of the [ORG Holt Circle] here"),
    ),
    *table(
        short_forms,
        ("[ORG Acme Design Group] says [MISC Acme Design] grows",
         "[ORG Acme Design Group] says [ORG Acme Design] grows"),
    ),
    *table(
        parts_of_persons,
        ("[PERSON Juan Isabel] and [LOC Isabel]", "[PERSON Juan Isabel] and [PERSON Isabel]"),
    ),
    *table(
        majority,
        ("[LOC Coron], [LOC Coron] and [PERSON Coron]", "[LOC Coron], [LOC Coron] and [LOC Coron]"),
    ),
    *table(
        repeated,
        ("Here [PERSON Ann Holt] spoke. We thank Holt.", "Here [PERSON Ann Holt] spoke. We thank [PERSON Holt]."),
        ("[LOC Coron] is here. We like Coron now.", "[LOC Coron] is here. We like [LOC Coron] now."),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "before", "after"), CHANGED, ids=lambda value: getattr(value, "__name__", None))
def test_a_rule_mends_what_it_is_for(rule: Rule, before: str, after: str) -> None:
    assert applied(before, rule) == after


KEPT = [
    *table(trimmed, ("the [EVENT China Quality (Hangzhou)] day", ""), ("[DATE the 1990s] were", "")),
    *table(dates, ("the [EVENT 2008 Olympics] were", ""), ("in room 2020.5 and", "")),
    *table(
        known_names,
        ("against [ORG China] in the final", ""),  # a team
        ("[PERSON Whitney Houston] met [PERSON Houston]", ""),
        ("the [ORG Bank of China] said", ""),
        ("let us go", ""),
        ("the Acme China Fund", ""),
        ("some 3.5 AU away", ""),
        ("some 100 [LOC AU] away", ""),
    ),
    *table(nationalities, ("the [ORG Chinese Academy] said", ""), ("the [PERSON French] family", "")),
    *table(untitled, ("[PERSON Chief Justice] spoke", ""), ("[ORG President Group] sold", "")),
    *table(
        titled,
        ("as Prime Minister Speaker", ""),
        ("the President Bank", ""),
        ("a General Director", ""),
        ("the president Lincoln", ""),
    ),
    *table(
        behind_office,
        ("the President of [LOC Kenya] spoke", ""),
        ("the President of [PERSON Ann Holt] spoke", ""),
        ("the President of [ORG Acme Ann Holt] spoke", ""),
        ("the port of [ORG Kenya Ann Holt] spoke", ""),
    ),
    *table(hyphenated, ("a [PERSON Donald Trump]-led team", ""), ("the [PERSON Trump]-era law", "")),
    *table(
        headed,
        ("[PERSON Martin Luther] King", ""),
        ("a Rising Court", ""),
        ("the [DATE Monday] Commission", ""),
        ("the UK-France Summit", ""),
    ),
    *table(
        complemented,
        ("the [ORG Theory Institute] of the [ORG University of Copenhagen]", ""),
        ("the [ORG Ministry of Justice] and [LOC China]", ""),
        ("the [ORG Ministry of Justice] and Supreme Court", ""),
        ("the [ORG Acme Board] on [DATE April 1]", ""),
    ),
    *table(
        relabelled,
        ("[PERSON Mary King]", ""),
        ("the song [MISC Abbey Road]", ""),
        ("the [LOC West Bank]", ""),
        ("the [LOC Union]", ""),
    ),
    *table(
        parted,
        ("the [ORG Academy of Arts and Sciences]", ""),
        ("the [ORG Agency and Committee]", ""),
        ("the [ORG Federation of Labor and Congress of Industry]", ""),
    ),
    *table(
        appositions,
        ("the company’s [PERSON Ann Holt] and", ""),
        ("the group, including [PERSON Ann Holt], left", ""),
        ("a band like [PERSON Ann Holt] of", ""),
        ("the group [LOC Kenya] of", ""),
        ("They left the band. [PERSON Holt] stayed.", ""),
        ("the band [ORG Eels] and [PERSON Holt] met", ""),
        ("a citizen of [MISC Holt] and", ""),
    ),
    *table(
        short_forms,
        ("[ORG Gates Foundation] and [PERSON Gates] met", ""),
        ("[ORG Bray University] in [LOC Bray] grew", ""),
    ),
    *table(acronyms, ("the [LOC Silver Falls] ([ORG SF])", ""), ("the [ORG World Bank] (and)", "")),
    *table(parts_of_persons, ("[PERSON Ahmed Bratislava] in [LOC Bratislava]", "")),
    *table(majority, ("[LOC Coron] and [PERSON Coron]", "")),
    *table(
        repeated, ("[ORG State] met. The Secretary of State left.", ""), ("[ORG Holt] sold. We thank Ann Holt.", "")
    ),
]


@pytest.mark.parametrize(
    ("rule", "text"), [row[:2] for row in KEPT], ids=lambda value: getattr(value, "__name__", None)
)
def test_a_rule_leaves_alone_what_is_right(rule: Rule, text: str) -> None:
    assert applied(text, rule) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The 4th [ORG China Quality] (Hangzhou) Conference opened on September 16.",
            "The [EVENT 4th China Quality (Hangzhou) Conference] opened on [DATE September 16].",
        ),
        (
            "On Monday [PERSON Councilor Wang Yong] spoke. We thank Wang now.",
            "On [DATE Monday] Councilor [PERSON Wang Yong] spoke. We thank [PERSON Wang] now.",
        ),
        (
            "the [ORG State Council] and the [ORG Central Committee] with [PERSON Comrade Xi Jinping] at its core",
            "the [ORG State Council] and the [ORG Central Committee] with Comrade [PERSON Xi Jinping] at its core",
        ),
    ],
)
def test_the_rules_work_together(before: str, after: str) -> None:
    assert applied(before, *RULES) == after


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "(", "a [MISC (] b"])
def test_an_empty_text_is_no_trouble(text: str) -> None:
    doc = mend_names(doc_of(text))
    assert doc.text == MARK.sub(r"\2", text)


def test_mending_twice_changes_no_more() -> None:
    for _, before, _ in CHANGED:
        once = mend_names(doc_of(before))
        assert marked_of(mend_names(doc_of(marked_of(once)))) == marked_of(once)


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("Ministry of Commerce", "ministry"),
        ("China Quality ( Hangzhou ) Conference", "conference"),
        ("California State University , Chico", "university"),
        ("Battle of Hastings", "battle"),
        ("4", ""),
    ],
)
def test_the_head_noun_of_a_name(name: str, noun: str) -> None:
    assert head_word(name.split()) == noun


@pytest.mark.parametrize(
    ("acronym", "name", "right"),
    [
        ("WTO", "World Trade Organization", True),
        ("CPC", "Communist Party of China", True),
        ("UNESCO", "United Nations Educational , Scientific and Cultural Organization", True),
        ("BBC", "World Bank", False),
        ("a", "Academy", False),
        ("2020", "Tokyo Olympics", False),
    ],
)
def test_an_acronym_has_the_letters_of_its_name(acronym: str, name: str, right: bool) -> None:
    assert spells(acronym, name.split()) is right


def test_of_new_names_the_longest_stands_and_replaces_what_it_overlaps() -> None:
    old = [Name(0, 2, "ORG"), Name(4, 5, "LOC")]
    assert overlay(old, [Name(1, 2, "LOC"), Name(1, 4, "ORG")]) == [Name(1, 4, "ORG"), Name(4, 5, "LOC")]


def test_every_known_name_has_a_label_and_starts_with_its_first_word() -> None:
    for first, forms in known_forms().items():
        lengths = [len(words) for words, _ in forms]
        assert lengths == sorted(lengths, reverse=True)
        assert all(words[0] == first and label in ("ORG", "LOC", "EVENT", "MISC") for words, label in forms)


def test_a_people_has_its_plural() -> None:
    assert {"German", "Germans", "Israeli", "Israelis", "Arab", "Arabs", "Chinese"} <= peoples()
    assert "Chineses" not in peoples()


def test_the_lists_agree() -> None:
    words = name_words()
    assert [noun for noun in sorted(words.strong) if not labels_of(noun)] == [], "a strong noun tells a label"
    assert not words.titles & words.honorifics
    assert words.partial <= words.titles


def test_the_component_stands_in_a_bare_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_names")
    assert [(ent.text, ent.label_) for ent in nlp("He left on 4 May 2020.").ents] == [("4 May 2020", "DATE")]
