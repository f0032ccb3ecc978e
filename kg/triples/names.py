"""Doc → proper names with their titles: what the entity recogniser found, mended by capitals and head nouns.

The recogniser cuts long names short ("4th China Quality" for "4th China Quality (Hangzhou) Conference"); a run of
capitalised words whose head noun the ontology knows is one name. A title before a person's name is not part of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from kg.ontology import Ontology
from kg.repairs.names import DATED
from kg.tree import Span, Token, Tree

PERSON = "PERSON"
IGNORED_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
LABELS = {"PER": PERSON, "GPE": "LOC", "FAC": "LOC"}  # other pipelines' labels
ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LINKS = frozenset({"of", "for", "on", "the", "and", "&", "de", "to"})
OPENERS = frozenset({"VERB", "ADV", "PRON", "DET", "SCONJ", "ADP", "CCONJ", "AUX", "PART", "INTJ"})
HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "prof.", "shri", "smt.", "sir", "h.e."})
# "former President X" held the office, and does not hold it now: no office is asserted.
LAPSED = frozenset({"former", "ex", "late", "then", "acting", "outgoing", "incoming", "designate"})


class Each(Struct, frozen=True):
    """One of the things that a plural name names: what it is called, and the words of the name that say so."""

    name: str
    tokens: tuple[Token, ...]


class Named(Struct, frozen=True):
    """A name's tokens, its label ("" where only its capitals tell) and the titles that stand before it.

    ``each`` are the things of a plural name (:mod:`kg.triples.plural_names`), none where it names one.
    """

    span: Span
    label: str
    titles: tuple[Span, ...] = ()
    each: tuple[Each, ...] = ()


def find_names(doc: Tree, ontology: Ontology) -> Mapping[int, Named]:
    """The names of a Tree, by the index of each of their tokens (a person's titles included); no two overlap."""
    entities = [(span, _label(span)) for span in _entities(doc)]
    persons = [_untitled(span, ontology) for span, label in entities if label == PERSON]
    taken = {i for span in persons if span is not None for i in range(span.start, span.end)}
    others = [(span, label) for span, label in entities if label != PERSON]
    for span in _titled_persons(doc, ontology, taken):
        persons.append(span)
        taken.update(range(span.start, span.end))
    others += [(span, _label_within(span)) for span in _capitalised_runs(doc, ontology, taken)]
    chosen: list[tuple[Span, str]] = [(span, PERSON) for span in persons if span is not None]
    for span, label in sorted(others, key=lambda pair: (-len(pair[0]), pair[0].start)):
        if taken.isdisjoint(range(span.start, span.end)):
            chosen.append((span, label))
            taken.update(range(span.start, span.end))
    names: dict[int, Named] = {}
    for span, label in sorted(chosen, key=lambda pair: pair[1] == PERSON):  # a title wins over the names in it
        named = Named(span, label, tuple(_titles(span, ontology)) if label == PERSON else ())
        first = named.titles[0].start if named.titles else span.start  # a title may head the phrase: "Councilor → Wang"
        names.update(dict.fromkeys(range(first, span.end), named))
    return names


def is_office(span: Span, ontology: Ontology) -> bool:
    """Whether a phrase names an office: its last noun does."""
    return names_office(span[-1], ontology)


def names_office(noun: Token, ontology: Ontology) -> bool:
    """Whether the ontology lists a noun as one of offices."""
    cls = ontology.class_of_noun(noun.lemma_.lower())
    return cls is not None and ontology.is_office(cls)


def _label(span: Span) -> str:
    return LABELS.get(span.label_, span.label_)


def _entities(doc: Tree) -> Iterator[Span]:
    """The recogniser's entities without leading articles and trailing possessives."""
    words = doc.tokens
    for ent in doc.ents:
        start, end = ent.start, ent.end
        if ent.label_ in IGNORED_LABELS:
            continue
        while start < end and (words[start].lower_ in ARTICLES or words[start].is_space or words[start].is_punct):
            start += 1
        while end > start and (words[end - 1].lower_ in POSSESSIVES or words[end - 1].is_space):
            end -= 1
        if _label(ent) == PERSON:
            start, end = _person_bounds(doc, start, end)
        crosses = start < end and words[end - 1].sent is not words[start].sent
        if start < end and not crosses and _nominal(doc[start:end]):
            yield Span(doc, start, end, label_=ent.label_)


def _person_bounds(doc: Tree, start: int, end: int) -> tuple[int, int]:
    """A person's name without "Mr." before it, "of Niger" behind it, and the country of "President of X" in it."""
    while start < end - 1 and doc[start].lower_ in HONORIFICS:
        start += 1
    linked = next((token.i for token in doc[start:end] if token.lower_ == "of"), end)
    of_office = start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].pos_ in {"NOUN", "PROPN"}
    return start + (of_office and linked - start > 2), linked


def _nominal(span: Span) -> bool:
    """Whether a name's words can be one: capitalised, and not a sentence-initial adverb or verb."""
    if len(span) == 1 and (span[0].pos_ in OPENERS or span[0].lower_ in HONORIFICS):
        return False
    return any(token.is_capital for token in span)


def _untitled(span: Span, ontology: Ontology) -> Span | None:
    """A person's name without the title that the recogniser took in; None where nothing else is left."""
    start = span.start
    for token in span:
        if token.i + 1 < span.end and names_office(token, ontology):
            start = token.i + 1
    rest = span.doc[start : span.end]
    return rest if len(rest) and not is_office(rest, ontology) else None


def _titles(span: Span, ontology: Ontology) -> Iterator[Span]:
    """“State Councilor” before “Wang Yong”, “Secretary of State” before “Antony Blinken”."""
    doc, start, sentence = span.doc, span.start, span.sent.start
    while start > sentence and doc[start - 1].lower_ in HONORIFICS:
        start -= 1
    behind = start
    while start > sentence and (_titular(doc[start - 1]) or _links_title(doc, start - 1)):
        start -= 1
    while start < behind and doc[start].lower_ in LINKS:
        start += 1
    title = doc[start:behind]
    lapsed = any(token.lower_ in LAPSED for token in title) or any(
        place > sentence and doc[place].text == "-" and doc[place - 1].lower_ in LAPSED for place in (start - 1, start)
    )  # "then-President"
    if len(title) and not lapsed and names_office(_head_token(title), ontology):
        yield title


def _links_title(doc: Tree, i: int) -> bool:
    """Whether "of" (or "of the") stands inside a title: an office noun before it, a capital behind it."""
    return (
        doc[i].lower_ in {"of", "for", "the"}
        and i > 0
        and doc[i + 1].is_capital
        and doc[i - 1].pos_ in {"PROPN", "NOUN", "ADP"}
    )


def _titled_persons(doc: Tree, ontology: Ontology, taken: set[int]) -> list[Span]:
    """Persons that the recogniser missed: capitalised words right behind a capitalised office ("Secretary Coffey")."""
    found = []
    for token in doc.tokens[:-1]:
        if not token.is_capital or token.i in taken or not names_office(token, ontology):
            continue
        start = token.i + 1
        while start < len(doc) and doc[start].lower_ in HONORIFICS:
            start += 1
        end = start
        while end < len(doc) and end not in taken and doc[end].pos_ == "PROPN" and doc[end].is_capital:
            end += 1
        name = doc[start:end]
        if (
            len(name)
            and ontology.class_of_noun(name[-1].lemma_.lower()) is None
            and name[0].ent_type_ not in {"ORG", "LOC", "GPE"}
        ):
            found.append(name)
    return found


def _titular(token: Token) -> bool:
    if token.ent_type_ in {"PERSON", "PER"} and token.nbor().ent_iob_ != "I":
        return False  # another person
    if token.pos_ in {"PROPN", "NOUN"} or token.text == "-":
        return token.dep_ not in {"obj", "iobj"}
    return token.pos_ == "ADJ" and (token.is_capital or token.lower_ in LAPSED or token.lower_ == "deputy")


def _capitalised_runs(doc: Tree, ontology: Ontology, taken: set[int]) -> Iterator[Span]:
    """Runs of capitalised words with a head noun that the ontology knows, or that the tagger takes for names."""
    end = 0
    for token in doc.tokens:
        if not (token.is_capital or token.like_num) or token.i < end or token.i in taken or not _opens_run(token):
            continue
        end = _run_end(doc, token.i, taken, ontology)
        span = doc[token.i : end]
        if _is_name(span, ontology):
            yield span


def _opens_run(token: Token) -> bool:
    if token.like_num and token.i + 1 < len(token.doc) and token.nbor().is_capital and not token.text.isdigit():
        return token.nbor().pos_ == "PROPN" and token.pos_ in {"ADJ", "PROPN"}  # "the 4th China Quality Conference"
    return token.is_capital and token.pos_ not in OPENERS


def _run_end(doc: Tree, start: int, taken: set[int], ontology: Ontology) -> int:
    """The end of the run: capitals, bridged by "of", "for the" …, a hyphen, or a parenthesised name inside."""
    end, linked = start + 1, False
    while end < len(doc) and end not in taken and not doc[end].is_sent_start:
        token = doc[end]
        if (token.is_capital and token.pos_ not in {"PRON", "AUX", "VERB"}) or (
            token.text == "-" and _next_capital(doc, end + 1)
        ):
            end += 1
        elif token.text == "(" and (inside := _parenthesis(doc, end)):
            end = inside
        elif token.lower_ in LINKS and _may_link(doc[start:end], token, linked, ontology):
            bridge = end
            while bridge < len(doc) and doc[bridge].lower_ in LINKS and bridge - end < 2:
                bridge += 1
            if (
                (doc[end].lower_ in {"and", "&"} and bridge - end > 1)
                or not _next_capital(doc, bridge)
                or bridge in taken
            ):
                break
            linked, end = linked or token.lower_ in {"of", "for"}, bridge
        else:
            break
    return end


def _may_link(before: Span, link: Token, linked: bool, ontology: Ontology) -> bool:
    """“of” links anywhere; “on” and “for” behind a noun that names such things; “and” inside an of-phrase."""
    if link.lower_ in {"and", "&"}:
        return linked
    if link.i + 1 < len(link.doc) and (link.nbor().ent_type_ == "DATE" or DATED.fullmatch(link.nbor().text)):
        return False  # "the agreement on Friday"
    return link.lower_ in {"of", "de"} or ontology.class_of_noun(before[-1].lemma_.lower()) is not None


def _next_capital(doc: Tree, i: int) -> bool:
    return i < len(doc) and doc[i].is_capital and doc[i].pos_ in {"PROPN", "NOUN", "ADJ"}


def _parenthesis(doc: Tree, start: int) -> int:
    """The index after "(Hangzhou)" where the name goes on behind it, else 0."""
    end = start + 1
    while end < len(doc) and doc[end].is_capital and end - start < 4:
        end += 1
    return (
        end + 1
        if end + 1 < len(doc) and doc[end].text == ")" and end > start + 1 and _next_capital(doc, end + 1)
        else 0
    )


def _head_token(span: Span) -> Token:
    """The last word before "of" or "for": "Ministry" of "Ministry of Commerce"."""
    for token in span:
        if token.lower_ in LINKS and token.i > span.start:
            return token.nbor(-1)
    return span[-1]


def _is_name(span: Span, ontology: Ontology) -> bool:
    if all(DATED.fullmatch(token.text) for token in span):
        return False
    head = _head_token(span)
    cls = ontology.class_of_noun(head.lemma_.lower())
    if cls is not None:
        return len(span) > 1 and not ontology.is_office(cls)
    if span.text.isupper() and len(span) > 1:
        return False  # a headline in capitals
    return all(token.pos_ == "PROPN" or not token.is_capital for token in span) and not span[0].is_sent_start


def _label_within(span: Span) -> str:
    """The recogniser's label where it saw the end of this name, else none."""
    for ent in span.doc.ents:
        if ent.start <= span.end - 1 < ent.end and _label(ent) != PERSON:
            return _label(ent) if ent.label_ not in IGNORED_LABELS else ""
    return ""
