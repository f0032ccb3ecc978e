"""Statements → lines, as ``kg extract`` streams them: the interchange's JSON, a table, two benchmarks' conventions.

CaRB (Bhardwaj et al. 2019) is n-ary, and the first preposition goes into the relation. A statement that no words name a
subject or an object of is in neither benchmark's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kg.export.benchie import binary_facts
from kg.model import Argument, Participant, Statement
from kg.store import line

# What English says where no word of the text stands for the relation: an office, an apposition.
WORDLESS = {"be also known as": "is also known as", "be part of": "is part of", "have": "has"}

# Of a statement, the sentence that it is in, and the statements that are its content.
Formatter = Callable[[Statement, str, Sequence[Statement]], Iterator[str]]


def jsonl(statement: Statement, sentence: str, contents: Sequence[Statement] = ()) -> Iterator[str]:
    """Give the line of ``statements.jsonl``."""
    yield line(statement)


def tsv(statement: Statement, sentence: str, contents: Sequence[Statement] = ()) -> Iterator[str]:
    """Give document id, subject, relation, object, act, and the innermost speaker or nothing."""
    speakers = statement.attribution[-1].speakers if statement.attribution else ()
    thing = _words(statement.object) if statement.object else ""
    said_by = " and ".join(map(_words, speakers))
    yield _row(statement.document, _words(statement.subject), _relation(statement), thing, statement.act, said_by)


def benchie(statement: Statement, sentence: str, contents: Sequence[Statement] = ()) -> Iterator[str]:
    """Give ``id subject relation object`` for each binary fact."""
    for fact in binary_facts(statement):
        yield _row(statement.document, *fact)


def carb(statement: Statement, sentence: str, contents: Sequence[Statement] = ()) -> Iterator[str]:
    """Give ``sentence confidence relation arg1 arg2 …``; a confidence that is not known yet is written as 1."""
    subject, relation = statement.subject.text, _relation(statement)
    others = [argument for argument in statement.arguments if argument.text]
    things = [statement.object.text] if statement.object and statement.object.text else []
    if contents and not statement.object:
        things.append(_stretch(contents, sentence))  # what is said is the object of saying
    if not things and others:
        first, *others = others
        relation = f"{relation} {first.preposition or ''}".strip()
        things.append(first.text)
    if subject and things:
        confidence = 1.0 if statement.confidence is None else statement.confidence
        yield _row(sentence, f"{confidence:g}", relation, subject, *things, *map(_with_preposition, others))


FORMATS: dict[str, Formatter] = {"jsonl": jsonl, "tsv": tsv, "benchie": benchie, "carb": carb}


def _stretch(contents: Sequence[Statement], sentence: str) -> str:
    """The words from the first to the last of some statements of a sentence."""
    places = [(sentence.find(one.evidence.text), len(one.evidence.text)) for one in contents]
    return sentence[max(0, min(start for start, _ in places)) : max(start + length for start, length in places)]


def _relation(statement: Statement) -> str:
    lemma = statement.relation.lemma
    return statement.relation.text or WORDLESS.get(lemma, "is")


def _words(participant: Participant) -> str:
    return participant.text or participant.label or ""


def _with_preposition(argument: Argument) -> str:
    return f"{argument.preposition or ''} {argument.text}".strip()


def _row(*cells: str) -> str:
    return "\t".join(" ".join(cell.split()) for cell in cells)
