"""Clause → object and further arguments: what the verb takes, by preposition and kind of phrase."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from kg.clauses import Clause, Oblique
from kg.model import FrameArgument, Phrase, Role
from kg.syntax import children, preposition_of
from kg.tree import Token
from kg.triples.phrases import Context, distinct, phrases

DATES = frozenset({"DATE", "TIME"})  # the recogniser's labels, for dates that no document date resolves
TIMES = frozenset({"date", "interval", "duration"})
PEOPLE = frozenset({"PERSON", "ORG", "NORP"})  # not places: "left for Kenya"
PRONOUNS = frozenset({"all", "everybody", "everyone", "her", "him", "me", "nobody", "them", "us", "you"})
NOT_OBJECTS = frozenset({"agent", "quantity", "when", "deadline", "condition", "exception", "comparison", "manner"})


class Objects(Struct, frozen=True):
    """The object's alternatives (one a conjunct), the words and lemma that its preposition adds, and the rest."""

    alternatives: tuple[Phrase, ...]
    case: tuple[Token, ...]
    preposition: str | None
    arguments: tuple[FrameArgument, ...]


def find_objects(clause: Clause, context: Context) -> Objects:
    """The direct object, else the complement, else the first prepositional argument behind the verb."""
    fixed = fixed_noun(clause, context)
    if fixed is not None:
        clause = replace(clause, objects=(), obliques=clause.obliques + _noun_obliques(fixed))
    heads = distinct(clause.objects, context)
    direct = tuple([phrase for head in heads for phrase in phrases(head, context)])
    if not direct and clause.recipients:  # "ask the board to …": a lone indirect object is the object
        direct = tuple(phrase for head in clause.recipients for phrase in phrases(head, context))
        clause = replace(clause, recipients=())
    recipients = tuple(
        [FrameArgument(phrase, None, "recipient") for head in clause.recipients for phrase in phrases(head, context)]
    )
    obliques = [(oblique, _arguments(oblique, clause, context)) for oblique in _sorted_obliques(clause, context)]
    recipients += _adverbials(clause, context)
    if direct or clause.kind == "copular" or clause.secondary is not None or clause.complement is not None:
        rest = tuple([argument for _, several in obliques for argument in several])
        extra = () if clause.secondary is None or not direct else (_secondary(clause.secondary, context),)
        if not direct and clause.secondary is not None:
            direct = _complements(clause.secondary, context)
        return Objects(direct, (), None, recipients + extra + rest)
    chosen = next((oblique for oblique, several in obliques if _may_be_object(oblique, several, clause)), None)
    rest = tuple([argument for oblique, several in obliques if oblique is not chosen for argument in several])
    if chosen is None:
        return Objects((), (), None, recipients + rest)
    if _is_fixed(clause, chosen, context):
        words = (*chosen.case, chosen.head)
        return Objects((), words, " ".join(word.lower_ for word in words), recipients + rest)
    alternatives = tuple(one.phrase for oblique, several in obliques if oblique is chosen for one in several)
    return Objects(alternatives, chosen.case, chosen.preposition, recipients + rest)


def fixed_noun(clause: Clause, context: Context) -> Token | None:
    """The bare noun that does a verb's work with its verb: *place* in "take place", *part* in "take part"."""
    if len(clause.objects) != 1 or children(clause.objects[0], "det", "amod", "nmod:poss", "compound"):
        return None
    pair = f"{clause.predicate.lemma_.lower()} {clause.objects[0].lemma_.lower()}"
    return clause.objects[0] if pair in context.lexicon.fixed_pairs else None


def _is_fixed(clause: Clause, oblique: Oblique, context: Context) -> bool:
    """Whether a verb and a bare prepositional noun are one verb: "enter into force"."""
    phrase = f"{clause.predicate.lemma_.lower()} {oblique.preposition} {oblique.head.lower_}"
    return phrase in context.lexicon.fixed_pairs


def _noun_obliques(noun: Token) -> tuple[Oblique, ...]:
    """The prepositional phrases behind such a noun, as the verb's own."""
    found = []
    for modifier in children(noun, "nmod"):
        preposition, case = preposition_of(modifier)
        if preposition is not None:
            found.append(Oblique(modifier, preposition, case))
    return tuple(found)


def _adverbials(clause: Clause, context: Context) -> tuple[FrameArgument, ...]:
    """Purposes ("to promote growth") and conditions ("if the talks fail") that are clauses beside the predicate."""
    found = []
    for child in children(clause.predicate, "advcl"):
        marks = [mark.lower_ for mark in children(child, "mark")]
        role = _adverbial_role(marks, context)
        if role is not None:
            opening = marks[0] if role == "condition" and child.left_edge.lower_ == marks[0] else None
            tokens = [t for t in _trimmed(child) if opening is None or t.i > child.left_edge.i]
            words = context.words(tokens)
            phrase = Phrase(words.text, words.spans, context.span(child), child.lemma_.lower(), words, "clause")
            found.append(FrameArgument(phrase, opening, role))
    return tuple(found)


def _adverbial_role(marks: list[str], context: Context) -> Role | None:
    if any(mark in context.lexicon.conditional_subordinators for mark in marks):
        return "condition"
    return "purpose" if "to" in marks and len(marks) <= 2 else None


def _trimmed(token: Token) -> list[Token]:
    words = sorted(token.subtree, key=lambda t: t.i)
    while words and words[-1].is_punct:
        words.pop()
    while words and words[0].is_punct:
        words.pop(0)
    return words or [token]


def _heads(oblique: Oblique) -> tuple[Token, ...]:
    """The conjuncts that share this preposition."""
    return (oblique.head, *(c for c in _coordinated(oblique.head) if not children(c, "case")))


def _coordinated(head: Token) -> tuple[Token, ...]:
    return tuple(c for child in children(head, "conj") for c in (child, *_coordinated(child)))


def _complements(secondary: Token, context: Context) -> tuple[Phrase, ...]:
    return phrases(secondary, context)


def _secondary(token: Token, context: Context) -> FrameArgument:
    return FrameArgument(_complements(token, context)[0], None, "other")


def _sorted_obliques(clause: Clause, context: Context) -> list[Oblique]:
    """The obliques in text order, without those that name a speaker ("according to …")."""
    said, measures = context.lexicon.according_to, context.lexicon.measures
    kept = [o for o in clause.obliques if o.preposition not in said or o.head.lemma_ in measures]
    return sorted(kept, key=lambda oblique: oblique.head.i)


def _may_be_object(oblique: Oblique, arguments: tuple[FrameArgument, ...], clause: Clause) -> bool:
    if oblique.preposition is None or oblique.head.i < clause.predicate.i:
        return False
    return all(argument.role not in NOT_OBJECTS for argument in arguments)


def _arguments(oblique: Oblique, clause: Clause, context: Context) -> tuple[FrameArgument, ...]:
    role = role_of(oblique, clause, context)
    return tuple(
        [
            FrameArgument(phrase, oblique.preposition, role)
            for head in _heads(oblique)
            for phrase in phrases(head, context)
        ]
    )


def role_of(oblique: Oblique, clause: Clause, context: Context) -> Role:
    """The role of an argument: by what it is where it is a time, else by its preposition."""
    if oblique.agent:
        return "agent"
    phrase = phrases(oblique.head, context)[0]
    timed = oblique.head.ent_type_ in DATES or (phrase.value is not None and phrase.value.kind in TIMES)
    if timed or oblique.head.lemma_.lower() in context.lexicon.temporal_nouns:
        return "deadline" if oblique.preposition in {"by", "until", "till", "within", "before"} else "when"
    if oblique.preposition is None:
        return "other"
    if f"{oblique.preposition} {oblique.head.lower_}" in context.lexicon.manners:
        return "manner"
    if f"{clause.verb} {oblique.preposition}" in context.lexicon.measuring:
        return "other"
    if phrase.value is not None and phrase.value.kind in {"money", "percent"}:
        return "quantity"
    if oblique.preposition == "at" and oblique.head.pos_ == "NUM":
        return "quantity"
    if oblique.preposition == "by" and not clause.passive:
        measured = oblique.head.pos_ == "NUM" or bool(children(oblique.head, "nummod"))
        return "quantity" if measured else "manner"
    if oblique.preposition in {"in", "at"} and phrase.name is None and not clause.passive:
        return "where" if oblique.preposition == "at" else "other"
    told = context.lexicon.verb_roles.get(f"{clause.verb} {oblique.preposition}")
    if told is not None:
        return told
    if oblique.preposition == "for" and _is_somebody(phrase, context):
        return "beneficiary"
    role: Role = context.lexicon.prepositions.get(oblique.preposition, "other")
    if role == "recipient" and (not clause.objects or oblique.head.i < clause.predicate.i):
        return "purpose" if oblique.head.lemma_ == "end" else "goal"
    return "other" if role == "deadline" and not timed else role


def _is_somebody(phrase: Phrase, context: Context) -> bool:
    """Whether something can be for this one's good: people or a body, and no aim."""
    if phrase.name is not None:
        return phrase.name.label in PEOPLE
    return phrase.lemma in context.lexicon.actor_nouns or phrase.text.lower() in PRONOUNS
