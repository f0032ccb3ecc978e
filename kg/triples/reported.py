"""Clauses → speaker chains: who says what a clause says, in what mode, with the words that tell so.

What a reporting verb governs is attributed to its subject, and is never asserted. Speech goes on over the following
sentences of a paragraph until the speaker or the subject changes; such links are ``continued`` and not explicit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.model import FrameLink, Phrase, Sentence, Words
from kg.syntax import children, tense
from kg.tree import Token
from kg.triples.phrases import Context, is_issuer, phrases

Chain = tuple[FrameLink, ...]
HE_OR_SHE = frozenset({"he", "she"})
EMPTY_SUBJECTS = frozenset({"it", "this", "that", "what"})
GOING_ON = frozenset({"we", "it", "they", "our", "this", "these", "i"})
FIRST_PERSON = frozenset({"we", "i"})
OPENING, CLOSING = frozenset("“«"), frozenset("”»")
_MARK = re.compile('[“«”»"]')
QUOTES = frozenset({'"', "“", "”", "''", "``"})


class Speech(Struct, frozen=True):
    """What is still being said where a sentence begins.

    Who opened it (None where a quotation names nobody yet), whether a quotation is open, whether a colon ("the
    minister said:") hands over to everything that follows, whether an order opened it: then only orders go on; and
    whether it is a turn in the record of a conference: all is theirs until the next label.
    """

    link: FrameLink | None = None
    quoted: bool = False
    block: bool = False
    ordered: bool = False
    turn: bool = False

    def next_paragraph(self) -> Speech:
        """What goes on in the next paragraph: an open quotation, or all that follows a colon."""
        return self if self.quoted or self.block else Speech()


class Reports(Struct, frozen=True):
    """The chains of a sentence's clauses, by index of the predicate.

    ``content_of`` tells which predicate's content each of them is, ``root`` is the chain that the sentence stands in,
    ``named`` is the speaker named within the sentence,
    if any, and ``after`` the speech that is open behind it.
    """

    chains: Mapping[int, Chain]
    content_of: Mapping[int, int]
    root: Chain
    named: FrameLink | None
    after: Speech


def is_speech(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the clause reports: its verb does, and it governs a clause or hangs beside one."""
    if clause.kind == "copular":
        return _believes(clause, lexicon)
    voices = clause.verb in lexicon.voicing_verbs and any(o.lemma_ in lexicon.voiced_nouns for o in clause.objects)
    if clause.verb not in lexicon.speech_verbs and not voices:
        return False
    if clause.complement is not None:
        return not (clause.verb in lexicon.inquiring and _asks(clause.complement))
    if clause.passive and any(a.lower_ == "had" for a in clause.auxiliaries):
        return False  # "will not come, as had been reported": that was said of something else
    last = clause.predicate.sent[-1].text == ":"  # "The minister said:"
    beside = clause.link == "parataxis" or (clause.link == "advcl" and clause.mark == "as")  # "as the minister said"
    return (beside or last) and not clause.objects and bool(clause.subjects)


def _believes(clause: Clause, lexicon: Lexicon) -> bool:
    """“The minister is confident that …”; of “it is clear that …” nobody in particular is."""
    believes = clause.verb in lexicon.believing and clause.complement is not None and bool(clause.subjects)
    return believes and not children(clause.predicate, "expl") and clause.subjects[0].lower_ not in EMPTY_SUBJECTS


def _asks(complement: Token) -> bool:
    """Whether a clause is a question: "which services are large"."""
    return complement.left_edge.tag_ in {"WDT", "WP", "WP$", "WRB"} or complement.left_edge.lower_ == "whether"


def find_reports(
    clauses: tuple[Clause, ...], text: str, sentence: Sentence, before: Speech, context: Context
) -> Reports:
    """The chain of every clause of a sentence; ``text`` is the sentence's, ``before`` the speech open before it."""
    by_index = {clause.predicate.i: clause for clause in clauses}
    speech = {c.predicate.i: link_of(c, sentence, context) for c in clauses if is_speech(c, context.lexicon)}
    main = _main_speech(clauses, speech)
    named = speech[main.predicate.i] if main is not None else None
    quoted = open_quote(text, before.quoted)
    if before.turn and before.link is not None:
        root: Chain = (before.link,)
        finder = _Chains(by_index, speech, root, sentence, context)
        return _reports(finder, named, replace(before, link=_going_on(before.link), quoted=quoted))
    if main is not None and before.link is not None and _is_told_within(main, text, sentence, before, context):
        root = (_going_on(before.link),)
        finder = _Chains(by_index, speech, root, sentence, context)
        return _reports(finder, named, Speech(before.link, quoted, before.block))
    opened = named if named is not None or before.quoted else _ordering(clauses, sentence, context)
    root = ()
    if named is None and (before.quoted or _wholly_quoted(text, quoted)):
        root = (_going_on(before.link) if before.link is not None else _unnamed(sentence, context),)
    elif before.link is not None and opened is None and (before.block or _goes_on(clauses, before, context.lexicon)):
        root = (_going_on(before.link),)
    finder = _Chains(by_index, speech, root, sentence, context)
    silent = opened is not None and not quoted and _opens_nothing(opened, clauses, context)
    after = Speech() if silent else _after(opened, root, text, quoted, before)
    if opened is not named or (opened is None and before.ordered):
        after = replace(after, ordered=True)
    return _reports(finder, named, after)


def _reports(finder: _Chains, named: FrameLink | None, after: Speech) -> Reports:
    chains = {index: finder.chain(index) for index in finder.clauses}
    content = {index: owner for index in finder.clauses if (owner := finder.owner(index)) is not None}
    return Reports(chains, content, finder.root, named, after)


def _is_told_within(main: Clause, text: str, sentence: Sentence, before: Speech, context: Context) -> bool:
    """Whether somebody's open speech tells what is reported: "we agreed …", "this inquiry has found …".

    So it is behind an open quotation mark. Behind "the minister said:" a narrator is back where he tells, in the past,
    what somebody said.
    """
    link = link_of(main, sentence, context)
    if not (before.block or before.quoted) or _is_first_person(link):
        return before.block or before.quoted
    start = context.span(main.predicate)[0] - sentence.start
    if before.quoted:
        return open_quote(text[:start], before.quoted)
    top = main.controls[0] if main.controls else main.predicate
    told = tense(top) == "past" and not any(a.lemma_ == "have" for a in children(top, "aux"))
    return not (told or any(_is_somebody(speaker, context.lexicon) for speaker in link.speakers))


def _opens_nothing(link: FrameLink, clauses: tuple[Clause, ...], context: Context) -> bool:
    """Whether nobody goes on speaking: the issuer, whose document it is, and who hopes or expects."""
    thinking = context.lexicon.thinking | context.lexicon.believing
    thinks = any(
        clause.predicate.lemma_ in thinking and context.span(clause.predicate) in link.cue.spans for clause in clauses
    )
    return thinks or any(is_issuer(speaker, context) for speaker in link.speakers)


def _ordering(clauses: tuple[Clause, ...], sentence: Sentence, context: Context) -> FrameLink | None:
    """Who asks or orders somebody to do something: orders that follow are theirs as well."""
    for clause in clauses:
        orders = clause.predicate.lemma_ in context.lexicon.directives and not clause.passive and clause.subjects
        if orders and any(other.link == "xcomp" and other.governor == clause.predicate for other in clauses):
            link = link_of(clause, sentence, context)
            return link if any(_is_somebody(speaker, context.lexicon) for speaker in link.speakers) else None
    return None


def _is_somebody(speaker: Phrase, lexicon: Lexicon) -> bool:
    """Whether a speaker is one person, by name, pronoun or office: a body's order is not a speech that goes on."""
    named = speaker.name is not None and speaker.name.label == "PERSON"
    return (
        named
        or speaker.text.lower() in HE_OR_SHE
        or (speaker.name is None and speaker.lemma in lexicon.person_nouns and not speaker.plural)
    )


def _going_on(link: FrameLink) -> FrameLink:
    return replace(link, mode="continued", explicit=False)


def _unnamed(sentence: Sentence, context: Context) -> FrameLink:
    """A quotation whose speaker is not named (yet): somebody says it, and it is not the document's own word."""
    return FrameLink((), Words("", ()), "direct", True, sentence)


def open_quote(text: str, quoted: bool) -> bool:
    """Whether a quotation is open at the end of a sentence; straight marks open and close in turn."""
    for mark in _MARK.findall(text):
        quoted = not quoted if mark == '"' else mark in OPENING
    return quoted


def _wholly_quoted(text: str, quoted: bool) -> bool:
    """Whether a sentence opens a quotation that it does not leave before its end."""
    inner = text.strip()
    if not inner or inner[0] not in OPENING | {'"'}:
        return False
    closings = [i for i, mark in enumerate(inner[1:], 1) if mark in CLOSING | {'"'}]
    return quoted or (bool(closings) and closings[0] >= len(inner) - 2)


def _main_speech(clauses: tuple[Clause, ...], speech: Mapping[int, FrameLink]) -> Clause | None:
    """The outermost reporting clause of a sentence that names its speakers."""
    for clause in clauses:
        link = speech.get(clause.predicate.i)
        if link is not None and clause.link in {"ROOT", "root", "conj", "parataxis"} and link.speakers:
            return clause
    return None


def _after(named: FrameLink | None, root: Chain, text: str, quoted: bool, before: Speech) -> Speech:
    """What is open behind a sentence."""
    block = text.rstrip().endswith(":")
    if named is None:
        link = before.link if root else None
        return Speech(link, quoted, before.block and link is not None)
    if not (quoted or block) and _is_first_person(named):
        return Speech()  # "we recognise that …": the document speaks itself
    pronoun = all(speaker.kind == "pronoun" for speaker in named.speakers)
    return Speech(named, quoted, block or (pronoun and before.block))


def _is_first_person(link: FrameLink) -> bool:
    return any(speaker.text.lower() in FIRST_PERSON for speaker in link.speakers)


def _goes_on(clauses: tuple[Clause, ...], before: Speech, lexicon: Lexicon) -> bool:
    """Whether open speech goes on in a sentence that names no speaker: its mood, its subject or its tense tell."""
    if not clauses:
        return True  # "Comprehensive strengthening of controls.": an order without a verb
    main = next((c for c in clauses if c.link in {"ROOT", "root"}), clauses[0])
    if main.mood in {"imperative", "infinitive", "fragment"} and not main.subjects:
        return True
    speakers = before.link.speakers if before.link is not None else ()
    somebody = any(_is_somebody(speaker, lexicon) for speaker in speakers)
    if any(a.tag_ == "MD" for a in main.auxiliaries) and somebody:
        return True
    top = main.controls[0] if main.controls else main.predicate
    past = top.tag_ == "VBD" or any(a.tag_ == "VBD" for a in children(top, "aux", "aux:pass", "cop"))
    if main.subjects and main.subjects[0].lower_ in GOING_ON and not past:  # "they decided …": a narrator tells it
        return True
    return somebody and not before.ordered and not past and main.mood == "indicative"


def link_of(clause: Clause, sentence: Sentence, context: Context) -> FrameLink:
    """The link by which a clause's subject (a passive's agent) says what the clause reports."""
    impersonal = bool(children(clause.predicate, "expl")) or any(
        s.lower_ == "it" and clause.passive for s in clause.subjects
    )
    heads = clause.subjects if not clause.passive else tuple(o.head for o in clause.obliques if o.agent)
    speakers = () if impersonal and not clause.passive else _speakers(heads, context)
    words = context.words((clause.predicate, *clause.particles))
    return FrameLink(speakers, words, "direct" if _quoted(clause) else "indirect", True, sentence)


def _speakers(heads: Sequence[Token], context: Context) -> tuple[Phrase, ...]:
    """Who speaks, one a head, and each thing of a plural name."""
    return tuple(one for head in heads for one in _speaker(head, context))


def _speaker(head: Token, context: Context) -> tuple[Phrase, ...]:
    found = phrases(head, context)
    return found if found[0].name is not None and found[0].name.among else found[:1]


def _quoted(clause: Clause) -> bool:
    """Whether what the clause reports stands in quotation marks: its predicate, and not one word of it alone."""
    said = clause.complement if clause.complement is not None else clause.governor
    if said is None:
        return False
    left, right = said.left_edge.i, said.right_edge.i
    doc = said.doc
    marks = [i for i in range(max(left - 1, 0), min(right + 2, len(doc))) if doc[i].text in QUOTES]
    at_edge = any(i <= left + 1 or i >= right - 1 for i in marks)
    return at_edge and not (len(marks) == 2 and not marks[0] < said.i < marks[1])


class _Chains:
    """Finds chains by walking from a clause to what governs it."""

    def __init__(
        self,
        clauses: Mapping[int, Clause],
        speech: Mapping[int, FrameLink],
        root: Chain,
        sentence: Sentence,
        context: Context,
    ) -> None:
        self.clauses, self.speech, self.root = clauses, speech, root
        self.sentence, self.context = sentence, context
        self.found: dict[int, Chain] = {}

    def chain(self, index: int) -> Chain:
        if index not in self.found:
            self.found[index] = self.root  # a cycle in a broken tree ends here
            self.found[index] = self._chain(self.clauses[index])
        return self.found[index]

    def _chain(self, clause: Clause) -> Chain:
        chain = self._inherited(clause)
        beside = self._speech_beside(clause)
        if beside is not None:
            chain = (*chain, self.speech[beside])
        source = self._according_to(clause)
        if source is None:
            return chain
        going_on = len(chain) == 1 and not chain[0].explicit  # a new source ends what an earlier sentence began
        return (source,) if going_on else (*chain, source)

    def owner(self, index: int) -> int | None:
        """The predicate whose content a clause is: what says, urges or sees to it; a coordinated clause shares it."""
        clause = self.clauses[index]
        beside = self._speech_beside(clause)
        if beside is not None:
            return beside
        governor = clause.governor
        if governor is None or governor.i not in self.clauses or governor.i == index:
            return None
        if clause.link in {"ccomp", "xcomp", "csubj", "csubj:pass"}:
            return governor.i
        return self.owner(governor.i) if clause.link == "conj" and governor.i < index else None

    def _speech_beside(self, clause: Clause) -> int | None:
        """The reporting clause that stands beside what it reports: "…, the minister said"."""
        if not self.speech:
            return None
        for verb in (*clause.controls, clause.predicate):
            for child in children(verb, "parataxis", "advcl"):
                if child.i in self.speech and self.clauses[child.i].complement is None:
                    return child.i
        return None

    def _inherited(self, clause: Clause) -> Chain:
        governor = clause.governor
        while governor is not None and governor.i not in self.clauses:
            if governor.head == governor:
                return self.root
            governor = governor.head
        if governor is None or governor == clause.predicate:
            return self.root
        above = self.chain(governor.i)
        link = self.speech.get(governor.i)
        said = {*children(governor, "ccomp"), self.clauses[governor.i].complement} if link is not None else ()
        if link is not None and any(one is not None and _below(clause.predicate, one) for one in said):
            ordered = bool(above) and not _happens(self._opening(governor))  # told to propose it, nobody has yet
            return above if ordered else (*above, link)
        if clause.predicate.i in self.speech and clause.link in {"parataxis", "advcl"} and clause.complement is None:
            return self.root  # "…, the minister said": the reporting clause is not part of what it reports
        own = self._own_link(clause)
        return above if own is None else (*above, own)

    def _opening(self, verb: Token) -> Clause:
        """The clause of a verb; of a coordinated base form ("to review and propose") that of the first one."""
        clause = self.clauses[verb.i]
        while clause.link == "conj" and clause.predicate.tag_ == "VB" and clause.predicate.head.i in self.clauses:
            clause = self.clauses[clause.predicate.head.i]
        return clause

    def _own_link(self, clause: Clause) -> FrameLink | None:
        """The speech of a directive verb that governs an infinitive: "Wang urged enterprises to implement …"."""
        governor = clause.governor
        if clause.link != "xcomp" or governor is None or governor.lemma_ not in self.context.lexicon.directives:
            return None
        verb = self.clauses.get(governor.i)
        if verb is None or not verb.subjects or not _happens(verb):
            return None
        speakers = _speakers(verb.subjects, self.context)
        cue = self.context.words((verb.predicate, *verb.particles))
        return FrameLink(speakers, cue, "indirect", True, self.sentence)

    def _according_to(self, clause: Clause) -> FrameLink | None:
        for oblique in clause.obliques:
            measure = oblique.head.lemma_ in self.context.lexicon.measures
            if oblique.preposition in self.context.lexicon.according_to and not measure:
                words = self.context.words(oblique.case)
                return FrameLink(_speaker(oblique.head, self.context), words, "according-to", True, self.sentence)
            owners = children(oblique.head, "nmod:poss")
            if owners and f"{oblique.preposition} {oblique.head.lemma_}" in self.context.lexicon.according_to:
                words = self.context.words((*oblique.case, oblique.head))  # "in her view"
                return FrameLink(_speaker(owners[0], self.context), words, "according-to", True, self.sentence)
        return None


def _happens(clause: Clause) -> bool:
    """Whether somebody does urge: "asked them to urge towns …" and "must not allow fires to spread" do not."""
    modal = any(a.tag_ == "MD" for a in clause.auxiliaries)
    proposed = clause.link == "ccomp" and clause.predicate.tag_ == "VB"  # "proposed that towns urge …"
    return not (modal or proposed) and clause.link not in {"xcomp", "acl"} and clause.mood != "infinitive"


def _below(token: Token, ancestor: Token) -> bool:
    return token == ancestor or ancestor.is_ancestor(token)
