"""Small inputs in the published formats, written for the tests."""

from __future__ import annotations

import numpy as np
from spacy.lang.en import English


def encoder_alone() -> English:
    """A pipeline with nothing but an encoder that has learnt nothing; its weights are the same each time."""
    nlp = English()
    encoder = nlp.add_pipe("tok2vec")
    np.random.seed(1)
    encoder.model.initialize(X=[nlp.make_doc("Prices fell.")])  # type: ignore[attr-defined]
    return nlp


def row(number: str, form: str, lemma: str, upos: str, xpos: str, head: int, dep: str, misc: str = "_") -> str:
    """A CoNLL-U line without features and enhanced relations."""
    return "\t".join((number, form, lemma, upos, xpos, "_", str(head), dep, "_", misc))


def multiword(numbers: str, form: str, misc: str = "_") -> str:
    """The line that stands before the words of a multiword token."""
    return "\t".join((numbers, form, *"_______", misc))


def block(comments: list[str], rows: list[str]) -> str:
    return "".join(f"{line}\n" for line in (*comments, *rows)) + "\n"


NEWS = block(
    ["# newdoc id = GUM_news_bridge", "# meta::author = Ann | Bo", "# meta::title = A Bridge",
     "# meta::sourceURL = https://example.org/bridge", "# sent_id = GUM_news_bridge-1",
     "# text = Minister Ada Lund of Norway opened the Lund Bridge on 5 May 2020."],
    [
        row("1", "Minister", "Minister", "PROPN", "NNP", 6, "nsubj", "Entity=(1-person-new-nnnnn-cf1-1-sgl"),
        row("2", "Ada", "Ada", "PROPN", "NNP", 1, "flat"),
        row("3", "Lund", "Lund", "PROPN", "NNP", 1, "flat"),
        row("4", "of", "of", "ADP", "IN", 5, "case"),
        row("5", "Norway", "Norway", "PROPN", "NNP", 1, "nmod", "Entity=(2-place-new-nnnnn-cf2-1-sgl-Norway)1)"),
        row("6", "opened", "open", "VERB", "VBD", 0, "root"),
        row("7", "the", "the", "DET", "DT", 9, "det", "Entity=(3-place-new-nnnnn-cf3-2,3-sgl"),
        row("8", "Lund", "Lund", "PROPN", "NNP", 9, "compound"),
        row("9", "Bridge", "Bridge", "PROPN", "NNP", 6, "obj", "Entity=3)"),
        row("10", "on", "on", "ADP", "IN", 11, "case"),
        row("11", "5", "5", "NUM", "CD", 6, "obl", "Entity=(4-time-new-nnnnn-cf4-1-sgl"),
        row("12", "May", "May", "PROPN", "NNP", 11, "nmod"),
        row("13", "2020", "2020", "NUM", "CD", 11, "nmod", "Entity=4)|SpaceAfter=No"),
        row("14", ".", ".", "PUNCT", ".", 6, "punct"),
    ],
)  # fmt: skip
CHAT = block(
    ["# newpar", "# sent_id = GUM_news_bridge-2", "# text = They don't (yet)."],
    [
        row("1", "They", "they", "PRON", "PRP", 2, "nsubj", "Entity=(5-person-new-nnnnn-cf1-1-sgl)"),
        multiword("2-3", "don't"),
        row("2", "do", "do", "AUX", "VBP", 0, "root"),
        row("3", "n't", "not", "PART", "RB", 2, "advmod"),
        row("3.1", "see", "see", "VERB", "VB", 0, "_"),
        row("4", "(", "(", "PUNCT", "-LRB-", 5, "punct", "SpaceAfter=No"),
        row("5", "yet", "yet", "ADV", "RB", 2, "advmod", "SpaceAfter=No"),
        row("6", ")", ")", "PUNCT", "-RRB-", 5, "punct", "SpaceAfter=No"),
        row("7", ".", ".", "PUNCT", ".", 2, "punct"),
    ],
)  # fmt: skip
TALE = block(
    ["# newdoc id = GUM_fiction_tale", "# sent_id = GUM_fiction_tale-1", "# text = Once."],
    [
        row("1", "Once", "once", "ADV", "RB", 0, "root", "SpaceAfter=No"),
        row("2", ".", ".", "PUNCT", ".", 1, "punct"),
    ],
)
