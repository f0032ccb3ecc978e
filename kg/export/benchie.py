"""Statement → rows by the conventions of BenchIE (Gashteovski et al. 2022): binary facts, as small as they can be.

A further argument is a fact of its own, in which what stands before it is folded into the relation ("handcuffed him to"
– "the bars"); a prepositional object stands beside it and not before it ("was founded in" – "1851", although it was
founded as an academy). So is what a preposition adds to the object's noun ("is an offence under" – "section 1"). What
no words of the sentence relate, as an apposition or an office, is no fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import load_lexicon
from kg.model import Argument, Participant, Statement

Triple = tuple[str, str, str]


def binary_facts(statement: Statement) -> Iterator[Triple]:
    """Give subject, relation and object of every fact; none where the subject or the relation has no words."""
    subject, relation = statement.subject.text, statement.relation.text
    if not subject or not relation:
        return
    thing = statement.object
    if thing is not None and thing.text:
        yield subject, relation, thing.text
        yield from ((subject, f"{relation} {before}", behind) for before, behind in _modified(thing))
    folded = _folded(statement)
    for argument in statement.arguments:
        if argument.text:
            yield subject, " ".join(filter(None, (folded, _preposition(argument, statement)))), argument.text


def _folded(statement: Statement) -> str:
    """The relation with its object; without both the object and its preposition where it is prepositional."""
    thing, relation = statement.object, statement.relation
    preposition = relation.lemma.partition(" ")[2]
    if preposition in load_lexicon().prepositions and relation.text.endswith(f" {preposition}"):
        return relation.text.removesuffix(f" {preposition}")
    return f"{relation.text} {thing.text}" if thing is not None else relation.text


def _preposition(argument: Argument, statement: Statement) -> str:
    """The preposition as it is written: with a capital where it opens the sentence."""
    preposition = argument.preposition or ""
    start = argument.spans[0][0] if argument.spans else 0
    opens = start - len(preposition) <= statement.sentence.start + 1
    return preposition.capitalize() if opens else preposition


def _modified(thing: Participant) -> Iterator[tuple[str, str]]:
    """What stands before and behind each preposition within an object: "an offence under", "section 1"."""
    words = thing.text.split()
    for i in range(1, len(words) - 1):
        if words[i] in load_lexicon().prepositions:
            yield " ".join(words[: i + 1]), " ".join(words[i + 1 :])
