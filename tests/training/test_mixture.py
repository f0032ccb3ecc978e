from __future__ import annotations

from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from tests.training.samples import CHAT, NEWS
from training import names, treebanks
from training.doubt import OPEN
from training.mixture import COPIES, write_names, write_trees

VOCAB = spacy.blank("en").vocab
SEED = 20


def test_gold_trees_come_more_often_than_silver_ones_and_new_sentences_are_made_of_both(tmp_path: Path) -> None:
    bank, gold, silver, mixed = (tmp_path / name for name in ("bank.conllu", "gold", "silver", "mixed"))
    bank.write_text(NEWS + CHAT, encoding="utf-8")
    count = treebanks.write_documents([bank], gold, SEED)
    order = Doc(
        VOCAB, words=["It", "must", "act", "now"], lemmas=["it", "must", "act", "now"], tags=["PRP", "MD", "VB", "RB"],
        pos=["PRON", "AUX", "VERB", "ADV"], heads=[2, 2, 2, 2], deps=["nsubj", "aux", "ROOT", "advmod"],
    )  # fmt: skip
    DocBin(docs=[order], attrs=treebanks.ATTRIBUTES).to_disk(silver)
    write_trees([bank], gold, silver, mixed, SEED)
    texts = [doc.text.strip() for doc in DocBin().from_disk(mixed).get_docs(VOCAB)]
    assert len(texts) == COPIES * count + 2
    assert texts[-1] == "It must act now"
    assert texts[-2].lower().endswith("act now")


def test_gold_names_come_more_often_than_silver_ones(tmp_path: Path) -> None:
    gold, silver, mixed = (tmp_path / name for name in ("gold", "silver", "mixed"))
    for path, tags in ((gold, ["B-ORG", "O"]), (silver, ["B-LOC", OPEN])):
        DocBin(docs=[Doc(VOCAB, words=["Rome", "met"], ents=tags)], attrs=names.ATTRIBUTES).to_disk(path)
    write_names(gold, silver, mixed)
    labels = [(doc[0].ent_type_, doc[1].ent_iob) for doc in DocBin().from_disk(mixed).get_docs(VOCAB)]
    assert labels == [("ORG", 2)] * COPIES + [("LOC", 0)]
