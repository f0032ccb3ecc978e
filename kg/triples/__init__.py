"""Document → frames: parses, finds clauses, and lets each family of rules say what it sees.

One file a family: ``verbal`` (clauses), ``directive`` (verbless orders), ``nominal`` (titles, appositions); ``names``
and ``phrases`` make participants, ``arguments`` their roles, ``reported`` the speaker chain, ``qualify`` the act.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace
from spacy.language import Language

from kg.clauses import Clause, find_clauses
from kg.lexicon import Lexicon, load_lexicon
from kg.model import Document, Extraction, Frame, FrameLink, Sentence, Unmapped
from kg.ontology import Ontology
from kg.parsing import Paragraph, parse
from kg.spacing import Spacing
from kg.syntax import sentences
from kg.tree import Span
from kg.triples.called import called_drafts
from kg.triples.deverbal import deverbal_drafts
from kg.triples.directive import standalone_drafts, verbless_drafts, verbless_heads
from kg.triples.draft import Draft, to_frame
from kg.triples.names import find_names
from kg.triples.nominal import nominal_drafts
from kg.triples.phrases import Context
from kg.triples.plural_names import with_plurals
from kg.triples.reference import Antecedents
from kg.triples.reported import Reports, Speech, find_reports, open_quote
from kg.triples.requested import requested_drafts
from kg.triples.subordinate import completes_noun, is_adjunct, is_purpose
from kg.triples.turn import label_drafts, opened_turn
from kg.triples.verbal import clause_drafts
from kg.values import find_values

ISSUER = "document"  # whose directive an imperative is where nobody is named


class _Found(Struct, frozen=True):
    """What one sentence gave, before its frames are numbered in the document."""

    drafts: tuple[Draft, ...]
    reports: Reports
    reasons: tuple[tuple[str, str], ...]


def extract(document: Document, nlp: Language, ontology: Ontology) -> Extraction:
    """The frames of one document, in text order, with every sentence that gave none and why."""
    return extract_parsed(document, parse(document, nlp), ontology)


def extract_parsed(document: Document, paragraphs: Iterable[Paragraph], ontology: Ontology) -> Extraction:
    """The same of a document whose paragraphs are parsed."""
    frames: list[Frame] = []
    unmapped: list[Unmapped] = []
    spans: list[tuple[int, int]] = []
    labels: set[str] = set()
    lexicon, speech = load_lexicon(), Speech()
    for label, paragraph in _labelled(paragraphs):
        context, antecedents = _context(paragraph, document, ontology, lexicon), Antecedents(document.issuer)
        speech, heading = speech.next_paragraph(), _is_heading(paragraph)
        for span in sentences(paragraph.tree):
            sentence = _sentence(span, len(spans), paragraph.spacing)
            if label is not None:
                sentence = replace(sentence, start=label.spacing.start)
                own = _context(label, document, ontology, lexicon)
                if label.spacing.text not in labels:  # of a hundred turns of one speaker the first tells the office
                    frames.extend(_numbered(label_drafts(label.tree, ontology, own), len(frames), sentence, own))
                labels.add(label.spacing.text)
                speech, label = opened_turn(label.tree, sentence, own), None
            spans.append((sentence.start, sentence.end))
            found = _read(span, sentence, speech, ontology, context, heading)
            frames = _named(frames, found.reports, speech)
            speech = found.reports.after
            frames.extend(antecedents.resolve(_numbered(found.drafts, len(frames), sentence, context)))
            unmapped.extend(Unmapped(document.id, sentence.index, reason, text) for reason, text in found.reasons)
    return Extraction(dataclasses.replace(document, sentences=tuple(spans)), tuple(frames), tuple(unmapped))


def _labelled(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[Paragraph | None, Paragraph]]:
    """The paragraphs, each with the label of the turn that it opens, if any."""
    label = None
    for paragraph in paragraphs:
        if paragraph.opens_turn:
            label = paragraph
        else:
            yield label, paragraph
            label = None


def _context(paragraph: Paragraph, document: Document, ontology: Ontology, lexicon: Lexicon) -> Context:
    values = find_values(paragraph.spacing.text, document.date)
    names = with_plurals(paragraph.tree, find_names(paragraph.tree, ontology))
    return Context(paragraph.spacing, names, values, lexicon, document.issuer, document.text)


def _sentence(span: Span, index: int, spacing: Spacing) -> Sentence:
    """A sentence's place without the white space around it."""
    text = spacing.text[span.start_char : span.end_char]  # spaCy would join its words once more
    left = len(text) - len(text.lstrip())
    return Sentence(index, *spacing.span(span.start_char + left, span.start_char + len(text.rstrip())))


def _named(frames: list[Frame], reports: Reports, before: Speech) -> list[Frame]:
    """The frames so far, those of a quotation that nobody was named for given the speaker who is named at its end."""
    speaker = reports.named
    if speaker is None or not before.quoted or before.link is not None:
        return frames
    last = len(frames)
    while last and frames[last - 1].attribution and not frames[last - 1].attribution[0].speakers:
        last -= 1
        named = (speaker, *frames[last].attribution[1:])
        frames[last] = replace(frames[last], attribution=named)
    return frames


def _read(
    span: Span, sentence: Sentence, speech: Speech, ontology: Ontology, context: Context, heading: bool
) -> _Found:
    """The drafts of one sentence, in text order of their predicates; ``heading`` where its paragraph is one."""
    clauses = () if heading else find_clauses(span, context.lexicon)
    text = context.spacing.text
    reports = find_reports(clauses, text[span.start_char : span.end_char], sentence, speech, context)
    by_index = {clause.predicate.i: clause for clause in clauses}
    drafts: list[Draft] = []
    reasons: list[tuple[str, str]] = []
    for clause in clauses:
        chain = reports.chains[clause.predicate.i]
        speaker = _speaker(chain)
        owner = reports.content_of.get(clause.predicate.i)
        teller = by_index.get(owner) if owner is not None else None
        found = list(clause_drafts(_without_verbless(clause, context.lexicon), chain, teller, speaker, context))
        found += verbless_drafts(clause, chain, speaker, context)
        drafts += found if owner is None else [replace(draft, owner=owner) for draft in found]
        drafts += called_drafts(clause, chain, sentence, context)
        drafts += requested_drafts(clause, chain, sentence, speaker, context)
        if not found:
            reasons.append((_reason(clause, context.lexicon), clause.predicate.text))
    for draft in nominal_drafts(span, ontology, context):
        before = text[span.start_char : draft.predicate.idx]
        own = _chain_above(draft, reports) if speech.turn else _quoted_chain(draft, before, reports, speech.quoted)
        drafts.append(replace(draft, attribution=own))
    for draft in deverbal_drafts(span, ontology, context):
        drafts.append(replace(draft, attribution=_chain_above(draft, reports)))
    if not clauses and not heading:
        drafts += standalone_drafts(span, reports.root, _speaker(reports.root), context)
    drafts.sort(key=lambda draft: draft.predicate.i)
    if not clauses and not drafts:
        reason = "heading in title case" if heading else "no predicate"
        reasons.append((reason, context.words(span).text[:200]))
    return _Found(tuple(drafts), reports, tuple(reasons))


def _quoted_chain(draft: Draft, before: str, reports: Reports, quoted: bool) -> tuple[FrameLink, ...]:
    """Whose word a title or an apposition is: the speaker's within quotation marks, else the document's.

    ``before`` is its sentence up to it.
    """
    if not open_quote(before, quoted):
        return ()
    return _chain_above(draft, reports)


def _chain_above(draft: Draft, reports: Reports) -> tuple[FrameLink, ...]:
    """Whose word the clause is that a noun phrase stands in."""
    above = next((a.i for a in draft.predicate.ancestors if a.i in reports.chains), None)
    return reports.root if above is None else reports.chains[above]


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether a line is set in title case without a full stop: its capitals hide the names and mislead the parser."""
    if not paragraph.spacing.text.rstrip()[-1:].isalnum():
        return False
    words = [token.text for token in paragraph.tree if token.text.isalpha() and len(token.text) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return capitals > 0.7 * len(words) and len(words) > 2


def _without_verbless(clause: Clause, lexicon: Lexicon) -> Clause:
    """An imperative without the nouns in its object list that are orders of their own."""
    heads = verbless_heads(clause, lexicon)
    return replace(clause, objects=tuple(o for o in clause.objects if o not in heads)) if heads else clause


def _speaker(chain: tuple[FrameLink, ...]) -> str:
    """The name of the innermost speaker of a chain, or of the document's own voice."""
    named = [speaker.core.text or speaker.text for link in reversed(chain) for speaker in link.speakers]
    return named[0] if named else ISSUER


def _reason(clause: Clause, lexicon: Lexicon) -> str:
    """Why a predicate made no frame: a short phrase that can be counted."""
    if completes_noun(clause, lexicon):
        return "part of a noun phrase"
    if is_purpose(clause):
        return "purpose of another clause"
    if is_adjunct(clause):
        return "adjunct of another clause"
    if not clause.subjects:
        return "no subject for this predicate"
    return "a predicate without arguments"


def _numbered(drafts: Iterable[Draft], first: int, sentence: Sentence, context: Context) -> list[Frame]:
    """The frames of a sentence, with the numbers of those that each act of speech governs."""
    listed = list(drafts)
    numbers = dict(zip(map(id, listed), itertools.count(first), strict=False))
    frames = []
    for draft in listed:
        content = tuple(
            numbers[id(other)] for other in listed if other.owner == draft.predicate.i and other is not draft
        )
        frames.append(to_frame(draft, numbers[id(draft)], content, sentence, context))
    return frames
