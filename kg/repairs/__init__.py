"""Parsed Doc → Tree with the attachments mended that a small parser gets wrong in this genre.

Each repair is a named function that looks at one token and its neighbourhood and re-hangs what plainly stands wrong;
none reads the words of a particular text. They run in order, on a Tree that is the caller's to change.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.lexicon import Lexicon
from kg.repairs.coordination import (
    active_participle,
    borne_by_auxiliary,
    coordinated_sibling,
    relative_object,
    verbs_clause,
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
    tasked_with,
)
from kg.repairs.names import (
    dated_verb,
    gerund_noun,
    hyphenated,
    named_noun,
    nearest_apposition,
    office_apposition,
    scaled_amount,
    slashed,
    stray_preposition,
    up_to,
)
from kg.repairs.speech import (
    agreeing_coordination,
    distant_complement,
    failing_which,
    finite_coordination,
    infinitive_conjunct,
    infinitive_coordination,
    inverted_speaker,
    parenthetical_speech,
    performed_coordination,
    provision,
    reported_coordination,
    reporting_participle,
    speakers_coordination,
    split_quotation,
    told_that,
    voiced_noun,
    welcomed_thing,
)
from kg.tree import Token, Tree, in_text_order

Mend = Callable[[Token, Lexicon], None]

ROOTS = ("ROOT", "root")
NOMINALS = ("obl", "obl:unmarked", "dep")  # how a noun is hung that has lost its place in a list

# What runs, in order, with the relations by which a token must hang to be looked at.
REPAIRS: tuple[tuple[Mend, tuple[str, ...]], ...] = (
    (hyphenated, ("case",)),
    (slashed, ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "dep")),
    (tasked_with, ("advcl", "obl")),
    (borne_by_auxiliary, ("nsubj", "nsubj:pass", "advmod", "obl", "obl:unmarked", "advcl")),
    (welcomed_thing, ("ccomp",)),
    (told_that, ("acl", "acl:relcl")),
    (split_quotation, ("ccomp", "nsubj")),
    (inverted_speaker, ("obj", "iobj")),
    (reporting_participle, ("advcl",)),
    (up_to, ("compound:prt", "advmod")),
    (scaled_amount, ("obj", "obl", "conj", "appos")),
    (relative_object, ("nsubj", "nsubj:pass")),
    (provision, ("advcl", "conj", "parataxis")),
    (failing_which, ("advcl",)),
    (voiced_noun, ("acl", "acl:relcl", "ccomp")),
    (opening_imperative, ROOTS),
    (first_imperative, ("advcl",)),
    (imperative_object, ("nsubj",)),
    (reported_coordination, ("parataxis", "conj")),
    (finite_coordination, ("conj",)),
    (agreeing_coordination, ("conj",)),
    (infinitive_coordination, ("conj",)),
    (infinitive_conjunct, ("conj",)),
    (speakers_coordination, ("conj",)),
    (nearest_apposition, ("appos",)),
    (gerund_noun, ("nsubj", "nsubj:pass", "obj", "obl", "nmod")),
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
    (named_noun, ("obl",)),
    (verbs_clause, ("advcl",)),
)


def repair(tree: Tree, lexicon: Lexicon) -> Tree:
    """Mend a tree in place and return it."""
    hanging = tree.by_relation
    for mend, relations in REPAIRS:
        if len(relations) == 1:
            found = [*hanging.get(relations[0], ())]
        else:
            found = [token for relation in relations if relation in hanging for token in hanging[relation]]
            found.sort(key=in_text_order)
        for token in found:
            if token.dep_ in relations:  # the one before may have mended this one too
                mend(token, lexicon)
    return tree
