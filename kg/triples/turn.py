"""The label of a turn ("MR. PRICE:") → the speech that it opens, until the next one, and the offices that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from kg.model import FrameLink, Phrase, Sentence, Words
from kg.ontology import Ontology
from kg.tree import Token, Tree
from kg.triples.draft import Draft
from kg.triples.nominal import nominal_drafts
from kg.triples.phrases import Context, phrases
from kg.triples.reported import Speech
from kg.turns import has_title, plain_label


def opened_turn(label: Tree, sentence: Sentence, context: Context) -> Speech:
    """The speech that begins with ``sentence``, which the label opens.

    A question is nobody's in particular; an answer without a name is the document's own.
    """
    called = plain_label(label.text)
    if called in context.lexicon.answering_labels:
        return Speech()
    who = None if called in context.lexicon.asking_labels else _who(label, context)
    speakers = tuple(_as_names_are(one, context) for one in phrases(who, context)[:1]) if who is not None else ()
    cue = context.words(label.tokens[-1:])  # the colon
    return Speech(FrameLink(speakers, cue, "direct", True, sentence), block=True, turn=True)


def label_drafts(label: Tree, ontology: Ontology, context: Context) -> Iterator[Draft]:
    """The offices of those whom a label names."""
    for sentence in label.sents:
        for draft in nominal_drafts(sentence, ontology, context):
            office = _as_names_are(draft.object, context) if draft.object is not None else None
            yield replace(draft, subject=_as_names_are(draft.subject, context), object=office)


def _who(label: Tree, context: Context) -> Token | None:
    """The head of the person's name, or else the last word before an aside; of other words nobody in particular."""
    for named in context.names.values():
        if named.label == "PERSON":
            return named.span.root
    aside = next((token.i for token in label.tokens if token.text == "("), len(label))
    words = [token for token in label.tokens[:aside] if not (token.is_punct or token.is_space)]
    return words[-1] if len(words) == 1 or has_title(label.text, context.lexicon) else None


def _as_names_are(phrase: Phrase, context: Context) -> Phrase:
    """What a label has in capitals, called as the text calls it elsewhere, or as names are written."""
    core = Words(_recased(phrase.core.text, context.text), phrase.core.spans)
    name = phrase.name and replace(phrase.name, text=_recased(phrase.name.text, context.text))
    titles = tuple(Words(_recased(title.text, context.text), title.spans) for title in phrase.titles)
    return replace(phrase, core=core, name=name, titles=titles)


@lru_cache(maxsize=256)  # the same few speak all through a record, and a text is searched for each of their names
def _recased(words: str, text: str) -> str:
    if not words.isupper():
        return words
    written = re.finditer(rf"\b{re.escape(words)}\b", text, re.IGNORECASE)
    return next((found[0] for found in written if not (found[0].isupper() or found[0].islower())), words.title())
