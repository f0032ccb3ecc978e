"""spaCy factories of the shipped pipeline: thin wrappers over plain functions on a Doc."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from kg.lexicon import load_lexicon

ENDERS = frozenset(".?!…:;。？！")
CLOSERS = frozenset({'"', "'", "”", "’", "»", ")", "''"})
DASHES = frozenset({"-", "–", "—"})
INFLECTED = frozenset({"VBD", "VBN", "VBG", "VBZ", "NNS"})
# Regular inflections and what their bases may end with.
REGULAR = {"ies": ("y",), "ied": ("y",), "ing": ("", "e"), "ed": ("", "e"), "es": ("e", ""), "s": ("",)}


def guard_sentences(doc: Doc) -> Doc:
    """Forbid sentence starts that punctuation rules out, and ask for one after a blank line.

    No sentence starts behind a closing quote, bracket or dash that no full stop stands in, nor, in running text (a
    paragraph that itself ends with a full stop), behind a word. Everything else is left to the parser.
    """
    running = len(doc) > 0 and _ends_sentence(doc[-1])
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.is_space and before.text.count("\n") > 1:
            token.is_sent_start = True
            continue
        while before.is_space and before.i > 0:
            before = before.nbor(-1)  # a line that is wrapped ends nothing
        if _ends_sentence(before):
            continue
        elif before.text in CLOSERS or before.text in DASHES or (running and before.is_alpha):
            token.is_sent_start = False
    return doc


def _ends_sentence(token: Token) -> bool:
    while token.text in CLOSERS and token.i > 0:
        token = token.nbor(-1)
    return token.text[-1] in ENDERS


@Language.component("kg_sentence_guard")
def sentence_guard(doc: Doc) -> Doc:
    return guard_sentences(doc)


def guarded_lemma(form: str, lemma: str, known: Callable[[str], bool]) -> str:
    """The lemma of a verb or noun, mended where the edit-tree lemmatizer made it up ("deepene") or left the form.

    ``known`` tells whether a string is an attested word. A regular inflection whose base is attested gives that base.
    """
    if lemma != form and known(lemma):
        return lemma
    irregular = load_lexicon().irregular.get(form)
    if irregular is not None:
        return irregular
    for suffix, endings in REGULAR.items():
        if form.endswith(suffix) and len(form) > len(suffix) + 2:
            stem = form.removesuffix(suffix)
            doubled = [stem[:-1]] if stem[-1] == stem[-2] else []
            bases = [base for base in (*doubled, *(stem + ending for ending in endings)) if known(base)]
            if bases:
                return bases[0]
    return form if known(form) else lemma


def attested(vocab: Vocab) -> Callable[[str], bool]:
    """Whether a string is a word that the pipeline has a vector for."""
    vectors = vocab.vectors
    return lambda word: vocab.strings[word] in vectors if word in vocab.strings else False


@Language.component("kg_lemma_guard")
def lemma_guard(doc: Doc) -> Doc:
    """Guard the lemmas of inflected verbs and plurals; names keep what the lemmatizer gave them."""
    known = attested(doc.vocab)
    for token in doc:
        inflected = token.tag_ in INFLECTED
        if inflected and (token.lemma_ == token.lower_ or not known(token.lemma_)):
            token.lemma_ = guarded_lemma(token.lower_, token.lemma_, known)
    return doc
