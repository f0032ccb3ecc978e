from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.training.samples import CHAT, NEWS, TALE
from training.name_formats import Tagged, iob, label_of, read_columns, read_docred, read_gum, read_uner


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("O I-PER I-PER O", [(1, 3, "PER")]),  # IOB1, as wikigold has it
        ("B-PER I-PER B-PER", [(0, 2, "PER"), (2, 3, "PER")]),
        ("I-PER I-ORG", [(0, 1, "PER"), (1, 2, "ORG")]),
        ("I-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O O", []),
    ],
)
def test_tags_mark_spans(tags: str, expected: list[tuple[int, int, str]]) -> None:
    assert list(iob(tags.split())) == expected


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("PER", "PERSON"), ("politician", "PERSON"), ("politicalparty", "ORG"), ("band", "ORG"), ("country", "LOC"),
        ("election", "EVENT"), ("TIME", "DATE"), ("award", "MISC"), ("algorithm", "MISC"), ("NUM", None), ("OTH", None),
    ],
)  # fmt: skip
def test_labels_of_all_sources_become_seven(name: str, label: str | None) -> None:
    assert label_of(name) == label


def test_wikigold_has_documents_and_bare_tags() -> None:
    text = "Oslo I-LOC\ngrew O\n. O\n\nIt O\n\n-DOCSTART- O\n\nAda I-PER\nLund I-PER\n\n-DOCSTART- O\n\n"
    assert [document for document in read_columns(text) if document] == [
        [Tagged(["Oslo", "grew", "."], [(0, 1, "LOC")]), Tagged(["It"], [])],
        [Tagged(["Ada", "Lund"], [(0, 2, "PERSON")])],
    ]


def test_crossner_is_one_document_of_tabbed_columns() -> None:
    text = "Labour\tB-politicalparty\nwon\tO\n2005\tB-election\nvote\tI-election\n\nYes\tO\n"
    (document,) = read_columns(text)
    assert document == [
        Tagged(["Labour", "won", "2005", "vote"], [(0, 1, "ORG"), (2, 4, "EVENT")]),
        Tagged(["Yes"], []),
    ]


def test_docred_has_mentions_by_sentence_numbers_dropped_and_events_told_from_the_rest() -> None:
    def mention(sentence: int, start: int, end: int, kind: str) -> dict[str, object]:
        return {"sent_id": sentence, "pos": [start, end], "type": kind, "name": "…"}

    entry = {
        "title": "Lund",
        "sents": [["Ada", "Lund", "left", "."], ["The", "World", "Cup", "began", "in", "1998", "with", "32", "teams"]],
        "vertexSet": [
            [mention(0, 0, 2, "PER")],
            [mention(1, 1, 3, "MISC")],
            [mention(1, 5, 6, "TIME")],
            [mention(1, 7, 8, "NUM")],
        ],
    }
    (document,) = read_docred(json.dumps([entry]))
    assert [sentence.names for sentence in document] == [[(0, 2, "PERSON")], [(1, 3, "EVENT"), (5, 6, "DATE")]]


UNER = """# newdoc id = a
# sent_id = a-1
# text = Lund 's team left Oslo .
1\tLund\tB-PER\t-\tann
2\t's\tO
3\tteam\tO
4\tleft\tB-O\t-\tann
5\tOslo\tB-LOC\t-\tann
6\t.\tO

# newdoc id = b
# sent_id = b-1
# text = Danish?
1\tDanish\tB-OTH\t-\tann
2\t?\tO
"""


def test_uner_takes_the_treebanks_spelling_and_leaves_doubts_out() -> None:
    documents = list(read_uner(UNER, {"a-1": "Lund's team left Oslo."}))
    assert [[sentence.text for sentence in document] for document in documents] == [
        ["Lund's team left Oslo. "],
        ["Danish? "],
    ]
    assert documents[0][0].spans == [(0, 4, "PERSON"), (17, 21, "LOC")]
    assert documents[1][0].spans == []


def test_a_name_that_the_text_does_not_hold_is_left_out() -> None:
    ((first,), _) = read_uner(UNER, {"a-1": "Luna's team left Oslo."})
    assert first.spans == [(17, 21, "LOC")]


def test_gum_has_names_of_proper_nouns_without_titles_and_whole_dates(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(NEWS + CHAT + TALE, encoding="utf-8")
    documents = list(read_gum(path))
    assert [len(document) for document in documents] == [2, 1]
    text, spans = documents[0][0]
    assert text == "Minister Ada Lund of Norway opened the Lund Bridge on 5 May 2020. "
    assert [(text[start:end], label) for start, end, label in spans] == [
        ("Norway", "LOC"),
        ("Ada Lund", "PERSON"),
        ("Lund Bridge", "LOC"),
        ("5 May 2020", "DATE"),
    ]
    assert documents[0][1].spans == [], "a pronoun is no name"
