"""Parsed Doc → Doc with the attachments mended that a small parser gets wrong in this genre.

Each repair is a named function that looks at one token and its neighbourhood and re-hangs what plainly stands wrong;
none reads the words of a particular text. They run in order, on a Doc that is the caller's to change.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc, Token

from kg.lexicon import Lexicon
from kg.repairs.coordination import (
    active_participle,
    coordinated_sibling,
    described_noun,
    lost_main_verb,
    shared_adjective,
    shared_noun,
)
from kg.repairs.imperatives import (
    closed_list,
    first_imperative,
    imperative_object,
    lexical_auxiliary,
    listed_imperative,
    listed_object,
    misread_imperative,
    object_infinitive,
)
from kg.repairs.names import (
    adjacent_apposition,
    adjectival_participle,
    dated_verb,
    office_apposition,
    stray_preposition,
    whole_name,
)
from kg.repairs.speech import (
    complementiser,
    distant_complement,
    finite_coordination,
    first_complement,
    parenthetical_speech,
    performed_coordination,
    reported_coordination,
)

REPAIRS: tuple[Callable[[Token, Lexicon], None], ...] = (
    adjectival_participle, whole_name, lost_main_verb, complementiser, first_complement, lexical_auxiliary,
    first_imperative, imperative_object, misread_imperative, reported_coordination, finite_coordination,
    performed_coordination, office_apposition, parenthetical_speech, distant_complement, adjacent_apposition,
    active_participle, object_infinitive, listed_imperative, closed_list, described_noun, shared_adjective,
    listed_object, coordinated_sibling, shared_noun, stray_preposition, dated_verb,
)  # fmt: skip


def repair(doc: Doc, lexicon: Lexicon) -> Doc:
    """Mend a Doc in place and return it."""
    for mend in REPAIRS:
        for token in doc:
            mend(token, lexicon)
    return doc
