"""Parsed Doc → Doc with the attachments mended that a small parser gets wrong in this genre.

Each repair is a named function that looks at one token and its neighbourhood and re-hangs what plainly stands wrong;
none reads the words of a particular text. They run in order, on a Doc that is the caller's to change.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.strings import StringStore
from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.repairs.coordination import (
    active_participle,
    coordinated_sibling,
)
from kg.repairs.imperatives import (
    closed_list,
    first_imperative,
    imperative_object,
    listed_imperative,
    listed_object,
    noun_infinitive,
    object_infinitive,
    opening_imperative,
)
from kg.repairs.names import (
    dated_verb,
    office_apposition,
    stray_preposition,
    up_to,
)
from kg.repairs.speech import (
    distant_complement,
    failing_which,
    finite_coordination,
    inverted_speaker,
    parenthetical_speech,
    performed_coordination,
    provision,
    reported_coordination,
    reporting_participle,
    split_quotation,
    told_that,
    voiced_noun,
)

Mend = Callable[[Token, Lexicon], None]

ROOTS = ("ROOT", "root")
NOMINALS = ("obl", "obl:unmarked", "dep")  # how a noun is hung that has lost its place in a list

# What runs, in order, with the relations by which a token must hang to be looked at; none: every token.
REPAIRS: tuple[tuple[Mend, tuple[str, ...]], ...] = (
    (told_that, ("acl", "acl:relcl")),
    (split_quotation, ("ccomp", "nsubj")),
    (inverted_speaker, ("obj", "iobj")),
    (reporting_participle, ("advcl",)),
    (up_to, ("compound:prt", "advmod")),
    (provision, ("advcl", "conj", "parataxis")),
    (failing_which, ("advcl",)),
    (voiced_noun, ("acl", "acl:relcl", "ccomp")),
    (opening_imperative, ROOTS),
    (first_imperative, ("advcl",)),
    (imperative_object, ("nsubj",)),
    (reported_coordination, ("parataxis", "conj")),
    (finite_coordination, ("conj",)),
    (performed_coordination, ("conj",)),
    (office_apposition, ("conj", "appos")),
    (parenthetical_speech, ("advcl", "acl:relcl")),
    (distant_complement, ("acl", "acl:relcl", "advcl")),
    (active_participle, ("advcl", "ccomp")),
    (object_infinitive, ("advcl", "acl")),
    (noun_infinitive, ("advcl", "xcomp")),
    (listed_imperative, ("conj",)),
    (closed_list, ("conj", "parataxis")),
    (listed_object, (*NOMINALS, "parataxis", "list", "appos", "conj")),
    (coordinated_sibling, (*NOMINALS, "obj", "nmod")),
    (stray_preposition, ("appos", "obj")),
    (dated_verb, ("nmod",)),
)


_NUMBERS = StringStore()  # spaCy gives a string the same number in every store
_NUMBERED = tuple((mend, frozenset(_NUMBERS[relation] for relation in relations)) for mend, relations in REPAIRS)


def repair(doc: Doc, lexicon: Lexicon) -> Doc:
    """Mend a Doc in place and return it."""
    tokens = tuple(doc)
    for mend, numbers in _NUMBERED:
        for token in tokens:
            if not numbers or token.dep in numbers:
                mend(token, lexicon)
    return doc
