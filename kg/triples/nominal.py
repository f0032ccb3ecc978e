"""Titles, appositions and places in places → drafts: what a noun phrase says without a verb.

Titles and appositions within paraphrased speech are the document's own word, not the speaker's.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from kg.model import Name, Phrase
from kg.ontology import Ontology
from kg.syntax import children
from kg.tree import Span, Token
from kg.triples.draft import Draft
from kg.triples.names import LAPSED, Named, names_office
from kg.triples.phrases import Context, Part, holder_of, parts, phrases, to_phrase
from kg.triples.plural_names import singular_title
from kg.triples.qualify import Quality

PLACES = frozenset({"LOC", "GPE", "FAC"})
HOLDS = "hold office"


def nominal_drafts(sentence: Span, ontology: Ontology, context: Context) -> Iterator[Draft]:
    """The drafts of a sentence's names and appositions, in text order."""
    seen: set[int] = set()
    for token in sentence:
        named = context.names.get(token.i)
        if named is not None and named.span.start not in seen:
            seen.add(named.span.start)
            yield from _titles(named, context)
        if token.children:
            yield from _appositions(token, ontology, context)


def _titles(named: Named, context: Context) -> Iterator[Draft]:
    for title in named.titles:
        office = _plain(tuple(title), title[-1], context)
        of_each = singular_title(title)
        if of_each is not None:
            office = replace(office, name=Name(of_each, office.spans[0], "", among=office.text), kind="name")
        yield _draft(title[-1], _name_phrase(named, context), HOLDS, office, "title", context)


def _appositions(token: Token, ontology: Ontology, context: Context) -> Iterator[Draft]:
    """What stands beside a name: an office, a larger place, an acronym, or what it is ("Rome, the capital")."""
    for other in children(token, "appos", "nmod:unmarked"):
        named, beside = context.names.get(token.i), context.names.get(other.i)
        if other.i <= token.i or (other.dep_ == "nmod:unmarked" and beside is None):
            continue
        if named is None and token.lower_ == "we" and other.pos_ in {"NOUN", "PROPN"}:
            yield _draft(
                other,
                _pronoun(token, context),
                "be",
                phrases(other, context)[0],
                "apposition",
                context,
            )
        if named is None and beside is not None and holder_of(token, context) == beside:
            yield from _held(token, beside, ontology, context)
        if named is None or named.each or beside is named:
            continue
        subject = _name_phrase(named, context)
        if is_acronym(beside, other):
            full = _spelt_out(named, other)
            if full:
                words = _plain((other,), other, context)
                yield _draft(other, _part_of_name(full, named, context), "be also known as", words, "acronym", context)
        elif beside is not None:
            if {named.label, beside.label} <= PLACES and _after_comma(beside):
                yield _draft(other, subject, "be part of", _name_phrase(beside, context), "place in place", context)
        else:
            yield from _described(subject, named, other, ontology, context)


def _held(office: Token, holder: Named, ontology: Ontology, context: Context) -> Iterator[Draft]:
    """“the representative of India, Ruchira Kamboj”: the office before its holder."""
    if names_office(office, ontology) or office.lemma_.lower() in context.lexicon.actor_nouns:
        words = tuple(t for t in office.subtree if t.i < holder.span.start and not (t.is_punct and t.i > office.i))
        yield _draft(
            office, _name_phrase(holder, context), HOLDS, _plain(words, office, context), "apposition", context
        )


def _described(subject: Phrase, named: Named, other: Token, ontology: Ontology, context: Context) -> Iterator[Draft]:
    part = parts(other, context)[0]
    if any(t.lower_ in LAPSED for t in part.tokens):
        return
    if named.label == "PERSON" and names_office(other, ontology):
        words = tuple(t for t in part.tokens if t.dep_ != "det" or t.head != other)
        yield _draft(other, subject, HOLDS, _plain(words, other, context), "apposition", context)
    elif other.pos_ == "NOUN" and children(other, "det"):
        yield _draft(other, subject, "be", to_phrase(part, context), "apposition", context)


def _pronoun(token: Token, context: Context) -> Phrase:
    return to_phrase(Part(token, (token,)), context)


def is_acronym(beside: Named | None, token: Token) -> bool:
    """Whether a token in brackets behind a name is its short form: mostly capitals, at least two ("AfCFTA")."""
    bracketed = token.i > 0 and token.nbor(-1).text == "("
    capitals = sum(letter.isupper() for letter in token.text)
    return bracketed and capitals > 1 and 2 * capitals > len(token.text) and (beside is None or len(beside.span) == 1)


def _spelt_out(named: Named, acronym: Token) -> tuple[Token, ...]:
    """The end of a name whose capitals are the acronym's: "World Trade Organization" for "WTO"."""
    letters = "".join(letter for letter in acronym.text if letter.isupper())
    for start in range(len(named.span)):
        words = tuple(named.span)[start:]
        firsts = [word.text[0] for word in words]
        capitals = "".join(letter for letter in firsts if letter.isupper())
        if firsts[0].isupper() and letters in (capitals, "".join(firsts).upper()):  # "ROK" has the *of* in it
            return words
    return ()


def _part_of_name(tokens: tuple[Token, ...], named: Named, context: Context) -> Phrase:
    """The name, or the name within it that these tokens are."""
    phrase = _name_phrase(named, context)
    if len(tokens) == len(named.span):
        return phrase
    words = context.words(tokens)
    name = Name(words.text, (words.spans[0][0], words.spans[-1][1]), named.label)
    return replace(phrase, text=words.text, spans=words.spans, core=words, name=name, head=context.span(tokens[-1]))


def _after_comma(named: Named) -> bool:
    return named.span.start > 0 and named.span.doc[named.span.start - 1].text == ","


def _name_phrase(named: Named, context: Context) -> Phrase:
    if named.label == "PERSON":
        return to_phrase(Part(named.span.root, tuple(named.span)), context)
    return phrases(named.span.root, context)[0]


def _plain(tokens: tuple[Token, ...], head: Token, context: Context) -> Phrase:
    """A title or an acronym as a phrase: "State Councilor"."""
    words = context.words(tokens)
    return Phrase(words.text, words.spans, context.span(head), head.lemma_.lower(), words, "noun")


def _draft(predicate: Token, subject: Phrase, lemma: str, object_: Phrase, rule: str, context: Context) -> Draft:
    """A draft without words for its relation: the juxtaposition says it."""
    return Draft(
        predicate=predicate, subject=subject, relation=(), lemma=lemma, verb=lemma, passive=False, object=object_,
        arguments=(), attribution=(), quality=Quality(), rule=rule,
    )  # fmt: skip
