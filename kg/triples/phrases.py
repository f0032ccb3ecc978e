"""Head token → Phrase: the words of a participant, its name, its value, and how coordination splits it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from kg.lexicon import Lexicon
from kg.model import Name, Phrase, Span, Spans, Value, Words
from kg.spacing import Spacing
from kg.syntax import children, conjuncts
from kg.tree import Token, in_text_order
from kg.triples.names import Each, Named

# What hangs on a noun and is a statement of its own, or belongs to the clause and not to the noun.
LEFT_OUT = frozenset(
    {"conj", "cc", "cc:preconj", "case", "punct", "appos", "acl:relcl", "parataxis", "cop", "nsubj", "nsubj:pass",
     "nsubj:outer", "aux", "mark", "advcl", "expl", "orphan", "discourse", "csubj", "dislocated", "vocative", "list",
     "dep", "obl", "obl:unmarked", "ccomp", "advcl:relcl", "aux:pass", "obl:agent"}
)  # fmt: skip
NO_PARTICIPANTS = frozenset({"VERB", "ADV", "AUX", "SCONJ", "CCONJ", "PART", "INTJ"})


@dataclass(frozen=True, slots=True)
class Context:
    """What the phrases of one paragraph are read with.

    ``spacing`` leads from the paragraph's Doc to its document, ``issuer`` is who issued that, ``text`` its whole text.
    ``read`` are the phrases read so far, by the index of their heads: rules ask for the same one several times.
    """

    spacing: Spacing
    names: Mapping[int, Named]
    values: tuple[tuple[Span, Value], ...]
    lexicon: Lexicon
    issuer: str | None = None
    text: str = ""
    read: dict[int, tuple[Phrase, ...]] = field(default_factory=dict, repr=False, compare=False)

    def spans(self, tokens: Iterable[Token]) -> Spans:
        """Document offsets of some tokens: neighbours (in the Doc) are joined into one piece."""
        ordered = sorted(tokens, key=in_text_order)
        if not ordered:
            return ()
        span, first, last = self.spacing.span, ordered[0], ordered[0]
        pieces: list[Span] = []
        for token in ordered:
            if token.i > last.i + 1:
                pieces.append(span(first.idx, last.idx + len(last.text)))
                first = token
            last = token
        return (*pieces, span(first.idx, last.idx + len(last.text)))

    def words(self, tokens: Iterable[Token]) -> Words:
        """Some tokens as words: the pieces as the text has them, joined by one space."""
        spans = self.spans(tokens)
        if len(spans) == 1:
            ((start, end),) = spans
            return Words(self.text[start:end], spans)
        return Words(" ".join([self.text[start:end] for start, end in spans]), spans)

    def span(self, token: Token) -> Span:
        return self.spacing.span(token.idx, token.idx + len(token.text))


class Part(Struct, frozen=True):
    """One conjunct of a participant: its head and its words; ``each`` where it is one thing of a plural name."""

    head: Token
    tokens: tuple[Token, ...]
    each: Each | None = None


def parts(head: Token, context: Context) -> tuple[Part, ...]:
    """A participant's head, split where its *of*-phrase is coordinated.

    "the protection of property rights and consumer rights" gives two parts that share "the protection of".
    A name is never split, but for one of several things.
    """
    named = context.names.get(head.i)
    if named is not None and named.each:
        rest = tuple(token for token in _tokens(head, context) if token.i not in _indices(named))
        return tuple(Part(head, _filled((*rest, *one.tokens)), one) for one in named.each)
    holder = holder_of(head, context) if named is None else None
    if holder is not None:
        return (Part(holder.span.root, tuple(holder.span)),)
    for modifier in children(head, "nmod"):
        heads = conjuncts(modifier)
        if len(heads) < 2 or (named is not None and any(h.i in _indices(named) for h in heads)):
            continue
        case = children(modifier, "case")
        if _cases(modifier) not in (["of"], ["for"]) or any(children(h, "case") for h in heads[1:]):
            continue
        if not all(children(h, "amod", "compound", "det", "nmod:poss", "nummod") for h in heads):
            continue  # "the fight against hunger and disease": bare nouns stay together
        if (
            len({context.names.get(h.i) and context.names[h.i].span.start for h in heads}) == 1
            and heads[0].i in context.names
        ):
            continue  # one name holds them all
        rest = _tokens(head, context, without=modifier)
        return tuple(Part(head, _filled((*rest, *case, *_tokens(h, context)))) for h in heads)
    return (Part(head, _filled((*_tokens(head, context), *_shared_complement(head, context)))),)


def holder_of(head: Token, context: Context) -> Named | None:
    """The person named behind an office: "the representative of India, Ruchira Kamboj,"."""
    if head.lemma_.lower() not in context.lexicon.actor_nouns or "Number=Plur" in head.morph:
        return None
    beside = [context.names.get(other.i) for other in children(head, "appos")]
    return next((named for named in beside if named is not None and named.label == "PERSON"), None)


def distinct(heads: tuple[Token, ...], context: Context) -> tuple[Token, ...]:
    """The heads of a coordination that can be participants, one a name.

    Words within one name ("Heads of State and Government") are one head; verbs, adverbs and bare times are none.
    """
    kept: list[Token] = []
    seen: set[int] = set()
    for head in heads:
        named = context.names.get(head.i)
        if named is not None and named.span.start in seen:
            continue
        timed = head.lemma_.lower() in context.lexicon.temporal_nouns and not children(head)
        if head.pos_ in NO_PARTICIPANTS or (timed and len(heads) > 1):
            continue
        kept.append(head)
        if named is not None:
            seen.add(named.span.start)
    return tuple(kept)


def _indices(named: Named) -> range:
    return range(named.span.start, named.span.end)


def _tokens(head: Token, context: Context, without: Token | None = None) -> tuple[Token, ...]:
    """The words of a noun phrase, without clauses, side remarks, and further conjuncts."""
    named = context.names.get(head.i)
    if named is None and not head.children:
        return (head,)
    if named is not None and named.label == "PERSON":
        return tuple(named.span)
    found = {head} | (set(named.span) if named is not None else set())
    for child in children(head):
        if child == without or child in found:
            continue
        if child.dep_ == "nmod:unmarked" and child.i in context.names and child.nbor(-1).text == ",":
            continue  # "Turin, Piedmont": the place that it lies in
        if (child.dep_ in LEFT_OUT and not _of_phrase(child)) or (child.dep_ == "acl" and not _complement(child)):
            continue
        found.update(_inner(child, context))
    return tuple(sorted(found, key=in_text_order))


def _of_phrase(token: Token) -> bool:
    """“sharing of infrastructure”: an *of*-phrase belongs to its noun, also where the parser calls it oblique."""
    return token.dep_ == "obl" and token.head.pos_ in {"NOUN", "PROPN"} and _cases(token) == ["of"]


def _cases(token: Token) -> list[str]:
    return [case.lower_ for case in children(token, "case")]


def _complement(token: Token) -> bool:
    """An infinitive or a marked gerund completes its noun ("determination to promote …"); a participle describes it."""
    return bool(children(token, "mark"))


def _inner(token: Token, context: Context) -> set[Token]:
    """A modifier with everything below it but relative clauses and side remarks."""
    found = {token}
    for child in children(token):
        if child.dep_ in {"acl:relcl", "parataxis", "appos", "discourse", "advcl:relcl"}:
            continue
        if child.dep_ == "acl" and not _complement(child):
            continue
        if child.dep_ == "conj" and child.i > token.i and child.pos_ == "VERB" and token.pos_ != "VERB":
            continue
        found |= _inner(child, context)
    return found


def _shared_complement(head: Token, context: Context) -> tuple[Token, ...]:
    """“the interconnection and sharing of infrastructure”: both nouns take the *of*-phrase, whichever it hangs on."""
    if (not head.children and head.dep_ != "conj") or children(head, "nmod"):
        return ()
    if head.dep_ == "conj":
        before = [m for m in children(head.head, "nmod") if m.i > head.i and _cases(m) == ["of"]]
        return tuple(t for m in before for t in _inner(m, context))
    following = [child for child in children(head, "conj") if child.i > head.i]
    if not following or children(following[-1], "det", "nmod:poss", "amod", "compound"):
        return ()
    if any(t.text == "," for t in head.doc[head.i : following[-1].i]):
        return ()
    shared = [m for m in children(following[-1], "nmod", "obl") if _cases(m) == ["of"]]
    return tuple(t for m in shared for t in _inner(m, context))


def _filled(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens, with punctuation that stands between two of them; commas at the edge of a gap stay out."""
    if len(tokens) == 1:
        return tokens
    merged = found = sorted(set(tokens), key=in_text_order)
    if found and found[-1].i - found[0].i >= len(found):
        words = found[0].doc.tokens
        gaps = [words[one.i + 1 : other.i] for one, other in itertools.pairwise(found)]
        extra = [t for gap in gaps if all(t.is_punct or t.is_space for t in gap) for t in gap]
        merged = sorted([*found, *extra], key=in_text_order)
    while merged and (_is_edge(merged[0]) or merged[0].dep_ in {"cc", "cc:preconj"}):
        merged = merged[1:]
    while merged and (_is_edge(merged[-1]) or merged[-1].lower_ in {"'s", "’s"}):
        merged = merged[:-1]
    return tuple(merged or found[:1])


def _is_edge(token: Token) -> bool:
    """Whether a token does not belong at the edge of a participant: punctuation (not "%") and line breaks."""
    return token.is_space or (token.is_punct and token.text not in {"%", "‰", "§"})


def to_phrase(part: Part, context: Context) -> Phrase:
    """A part as a Phrase, its leading article left out of its core."""
    head, tokens = part.head, part.tokens
    named = context.names.get(head.i)
    words = context.words(tokens)
    core = [t for t in tokens if not (t.dep_ in {"det", "det:predet"} and t.i <= head.i)] or list(tokens)
    core_words = words if len(core) == len(tokens) else context.words(core)
    value = _value(tokens, context)
    name = None
    if named is not None:
        one, whole = part.each, context.words(named.span)
        core_words = whole if one is None else context.words(one.tokens)
        place = (core_words.spans[0][0], core_words.spans[-1][1])
        name = (
            Name(core_words.text, place, named.label) if one is None else Name(one.name, place, named.label, whole.text)
        )
    return Phrase(
        text=words.text,
        spans=words.spans,
        head=context.span(head),
        lemma=head.lemma_.lower() if name is None else head.lemma_,
        core=core_words,
        kind=_kind(head, name, value),
        name=name,
        titles=tuple(context.words(title) for title in named.titles) if name is not None and named is not None else (),
        plural="Number=Plur" in head.morph,
        value=value,
    )


def phrases(head: Token, context: Context) -> tuple[Phrase, ...]:
    """The parts of a participant as Phrases: one, or more where its *of*-phrase is coordinated."""
    if head.i not in context.read:
        context.read[head.i] = tuple([to_phrase(part, context) for part in parts(head, context)])
    return context.read[head.i]


def _kind(head: Token, name: Name | None, value: Value | None) -> Literal["name", "noun", "pronoun", "value"]:
    if value is not None:
        return "value"
    if name is not None:
        return "name"
    return "pronoun" if head.pos_ == "PRON" else "noun"


def _value(tokens: tuple[Token, ...], context: Context) -> Value | None:
    """The value that a phrase is: one that covers all its words but prepositions and articles."""
    if not tokens:
        return None
    first, last = tokens[0].idx, tokens[-1].idx
    for (start, end), value in context.values:
        if start > last:
            break
        if end > first and value.kind != "quantity":
            content = [t for t in tokens if not (t.is_punct or t.is_space or t.pos_ in {"DET", "ADP", "ADV"})]
            if content and all(start <= t.idx < end for t in content):
                return value
    return None


def addressee(predicate: Token, speaker: str, context: Context) -> Phrase:
    """The unstated addressee of a directive: implied, never the speaker, never guessed; ``lemma`` names the speaker."""
    return Phrase("", (), context.span(predicate), speaker, Words("", ()), "addressee")


def unnamed(predicate: Token, context: Context) -> Phrase:
    """Whoever agreed in "it was agreed that …": implied, and nobody in particular."""
    return Phrase("", (), context.span(predicate), "", Words("", ()), "implied")


def is_issuer(phrase: Phrase, context: Context) -> bool:
    """Whether a phrase names who issued the document: by name, by initials, or by the noun ("the Department")."""
    if context.issuer is None:
        return False
    issuer = context.issuer.lower()
    if phrase.name is None:
        return phrase.kind == "noun" and not phrase.plural and f" {phrase.lemma} " in f" {issuer} "
    name = phrase.name.text.lower()
    initials = "".join(word[0] for word in context.issuer.split() if word[0].isupper()).lower()
    return name == initials or f" {name} " in f" {issuer} " or f" {issuer} " in f" {name} "
