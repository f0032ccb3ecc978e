"""Doc in ClearNLP labels → Doc in Universal Dependencies, so that pipelines such as ``en_core_web_sm`` can be used.

From the labels of OntoNotes conversions (Choi & Palmer 2012, *Guidelines for the CLEAR Style Constituent to Dependency
Conversion*) to those of the English Web Treebank and GUM (universaldependencies.org/en). Content words become heads:
a preposition hangs on its noun as ``case``, the copula on its complement as ``cop``, conjuncts on the first of them.
Words, tags, lemmas, entities and sentence boundaries stay as they are.
"""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from kg.clearnlp.conjuncts import flatten_conjuncts
from kg.clearnlp.labels import fix_expressions, rename
from kg.clearnlp.names import head_dates, head_names
from kg.clearnlp.predicates import lower_copulas, raise_subjects
from kg.clearnlp.prepositions import lower_prepositions, raise_amounts
from kg.clearnlp.tree import Tree, deepest_first

# Labels that one scheme has and the other has not; "case", "nmod", "acl", "appos" and "compound" are in both.
CLEARNLP_ONLY = frozenset(
    {"acomp", "agent", "attr", "auxpass", "csubjpass", "dative", "dobj", "intj", "meta", "neg", "npadvmod", "nsubjpass",
     "oprd", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "quantmod", "relcl"}
)  # fmt: skip
UNIVERSAL_ONLY = frozenset({"cop", "discourse", "fixed", "flat", "iobj", "list", "obj", "obl", "vocative"})
CHANGED: list[int | str] = ["HEAD", "DEP", "POS"]


def is_clearnlp(doc: Doc) -> bool:
    """Whether a Doc's labels are ClearNLP's.

    Where a short text has no label that tells, the coordinating conjunction does: ClearNLP hangs it on the conjunct
    before it and the next conjunct on the last, Universal Dependencies on the conjunct behind it and on the first.
    """
    labels = {token.dep_ for token in doc}
    if any(label in UNIVERSAL_ONLY or ":" in label for label in labels):
        return False
    if labels & CLEARNLP_ONLY:
        return True
    return any((token.dep_ == "aux" and token.tag_ == "TO") or _joins_backwards(token) for token in doc)


def _joins_backwards(token: Token) -> bool:
    behind = [c for c in token.head.children if c.dep_ == "conj" and c.i > token.i]
    return token.dep_ == "cc" and token.head.i < token.i and bool(behind)


def to_universal(doc: Doc, clearnlp: bool | None = None) -> Doc:
    """A copy of a Doc with heads and labels in Universal Dependencies; a mere copy where they are so already.

    ``clearnlp`` says which they are, where the caller knows it of the pipeline; else the Doc's own labels tell.

    The existential "be" becomes a VERB, as in EWT; nothing else but heads and labels changes.
    """
    copy = doc.copy()
    if not (is_clearnlp(doc) if clearnlp is None else clearnlp):
        return copy
    tree = Tree(doc)
    order = deepest_first(doc)
    raise_amounts(tree)
    lower_prepositions(tree, order)
    lower_copulas(tree, order)
    raise_subjects(tree)
    flatten_conjuncts(tree)
    head_names(tree)
    head_dates(tree)
    rename(tree)
    fix_expressions(tree)
    rows: Any = copy.to_array(CHANGED)  # of unsigned 64-bit numbers; spaCy's stub says of floats
    for i in range(len(doc)):
        # HEAD is an offset, negative ones in two's complement.
        rows[i] = (tree.head[i] - i) % 2**64, doc.vocab.strings.add(tree.dep[i]), doc.vocab.strings.add(tree.pos[i])
    copy.from_array(CHANGED, rows)
    return copy
