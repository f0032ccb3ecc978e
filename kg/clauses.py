"""Doc → clauses: the predicates of a sentence with their subjects, objects, obliques and verb groups.

Reads Universal Dependencies as EWT and GUM use them (enhanced reading of coordination and control: de Marneffe et al.
2021, *Universal Dependencies*, sections 4.4 and 4.6). A clause is the only value that holds spaCy tokens.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from kg.lexicon import Lexicon
from kg.syntax import SUBJECTS, children, conjuncts, is_bare, is_to, marked, negators, preposition_of
from kg.tree import Span, Token, in_text_order

Mood = Literal["indicative", "imperative", "infinitive", "participle", "fragment"]

# Where a verb with one of these relations stands, it heads a clause of its own.
CLAUSAL = frozenset(
    {"ROOT", "root", "conj", "ccomp", "xcomp", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis", "csubj",
     "csubj:pass", "appos", "list", "dislocated", "dep", "obj", "obl", "nsubj", "nmod"}
)  # fmt: skip
ARGUMENTS = frozenset({"nmod", "nsubj", "obj", "obl"})  # a verb hung so heads a clause only with arguments of its own
INFINITIVES = frozenset({"acl", "advcl", "ccomp", "csubj", "xcomp"})  # how one hangs on what leaves the work to it
PLACES = frozenset({"LOC", "GPE", "NORP"})
OBLIQUES = frozenset({"obl", "obl:agent", "obl:unmarked", "obl:npmod", "obl:tmod"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
PARTICIPLES = frozenset({"VBG", "VBN"})
ADVERBIAL_RELATIVES = frozenset({"where", "when", "why", "how", "whereby"})
RELATIVE_PRONOUNS = frozenset({"which", "who", "that", "whom", "whose"})


class Oblique(Struct, frozen=True):
    """A prepositional (or bare temporal) argument: its head, its preposition and the preposition's tokens."""

    head: Token
    preposition: str | None
    case: tuple[Token, ...]
    agent: bool = False


class Clause(Struct, frozen=True):
    """One predicate and what belongs to it. Coordinated subjects and objects are listed by their heads.

    ``controls`` are the verbs above an infinitive that keeps their subject ("continue to participate": participate,
    with continue as a control); ``governor`` is the predicate of the clause that this one depends on; ``link`` how.
    ``auxiliaries`` include those shared from the first conjunct ("will meet and discuss"); ``group`` does not. ``verb``
    is the predicate's lemma with its particles: "read out".
    """

    predicate: Token
    verb: str
    kind: Literal["verbal", "copular"]
    mood: Mood
    passive: bool
    subjects: tuple[Token, ...]
    source: Literal["own", "shared", "antecedent", "controlled", "none"]
    objects: tuple[Token, ...]
    recipients: tuple[Token, ...]
    obliques: tuple[Oblique, ...]
    complement: Token | None
    secondary: Token | None
    controls: tuple[Token, ...]
    auxiliaries: tuple[Token, ...]
    group: tuple[Token, ...]
    particles: tuple[Token, ...]
    mark: str | None
    governor: Token | None
    link: str


def find_clauses(sentence: Span, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of one sentence, in text order."""
    tree = _Tree(sentence, lexicon)
    return tuple(tree.clause(token) for token in tree.predicates if not tree.is_control(token))


class _Tree:
    """The clause structure of one sentence, read once."""

    def __init__(self, sentence: Span, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.sentence = sentence
        self.predicates = [
            token for token in sentence if (token.children or token.dep_ in CLAUSAL) and self.is_predicate(token)
        ]
        self.known = set(self.predicates)
        self._infinitives: dict[Token, Token | None] = {}
        self._controllers: dict[Token, tuple[Token, ...]] = {}
        self._particles: dict[Token, tuple[Token, ...]] = {}

    # --- which tokens are predicates ---

    def is_predicate(self, token: Token) -> bool:
        if children(token, "cop", "aux:pass"):
            return True
        if token.dep_ not in CLAUSAL:
            return False
        if token.pos_ == "VERB":
            return token.dep_ not in ARGUMENTS or bool(children(token, "obj", "nsubj", "mark"))
        if token.pos_ == "ADJ" and token.dep_ == "xcomp":  # "stands ready to help"
            return any(children(c, "mark") for c in children(token, "xcomp", "advcl", "ccomp"))
        if token.pos_ == "AUX":
            return token.dep_ in {"ROOT", "root"} and bool(children(token, *SUBJECTS))
        return self._misread_imperative(token)

    def _misread_imperative(self, token: Token) -> bool:
        """A bare verb that the tagger took for a noun or adjective, in a list of imperatives or at its head."""
        if token.lower_ not in self.lexicon.nouns_read_as_verbs or token.dep_ not in {"ROOT", "conj", "parataxis"}:
            return False
        return bool(children(token, "obj", "obl", "xcomp")) or token.i == self.sentence.start

    def particles(self, token: Token) -> tuple[Token, ...]:
        """The particles of a verb; adverbs like *back* count where they stand right behind the verb or its object."""
        if token not in self._particles:
            self._particles[token] = self._find_particles(token)
        return self._particles[token]

    def _find_particles(self, token: Token) -> tuple[Token, ...]:
        adverbs = [
            c for c in children(token, "advmod")
            if c.lower_ in self.lexicon.particles and token.i < c.i <= token.i + 1 + 4 * bool(children(token, "obj"))
        ]  # fmt: skip
        return tuple(sorted({*children(token, "compound:prt"), *adverbs}, key=in_text_order))

    # --- control and coordination ---

    def is_control(self, token: Token) -> bool:
        """Whether this verb lends its subject to an infinitive below it and makes no clause of its own."""
        below = self.infinitive(token)
        return below is not None and not self.controls_object(token)

    def infinitive(self, token: Token) -> Token | None:
        """The infinitive (or participle) that completes a verb: "continue → to participate"."""
        if token not in self._infinitives:
            self._infinitives[token] = self._find_infinitive(token)
        return self._infinitives[token]

    def _find_infinitive(self, token: Token) -> Token | None:
        if self._necessity(token):
            return next((c for c in children(token, "csubj", "xcomp", "advcl", "ccomp") if marked(c, "to")), None)
        if token.lemma_ in self.lexicon.proposing:
            return None
        if token.lemma_ == "aim":
            aims = (c for c in children(token, "advcl") if c.tag_ == "VBG" and children(c, "mark", "case"))
            found = next((c for c in aims if any(m.lower_ == "at" for m in children(c, "mark", "case"))), None)
            if found is not None:
                return found
        light = self._light_noun(token)
        if light is not None:
            return next(c for c in children(light, "acl") if marked(c, "to"))
        for child in children(token, "xcomp"):
            if child not in self.known:
                continue
            passes_on = child.pos_ == "ADJ" and self.infinitive(child) is not None  # "stands ready to help"
            if passes_on or child.pos_ == "VERB" or (child.pos_ != "ADJ" and children(child, "cop")):
                return child
        return None

    def _necessity(self, token: Token) -> bool:
        """“It is necessary to …”: the adjective leaves the work to an infinitive that nobody is named for."""
        return (
            token.lemma_ in self.lexicon.necessities and bool(children(token, "expl")) and bool(children(token, "cop"))
        )

    def _light_noun(self, token: Token) -> Token | None:
        """*Efforts* in "make efforts to cut waste", where it brings in an infinitive."""
        for noun in children(token, "obj"):
            if f"{token.lemma_} {noun.lemma_}" in self.lexicon.light_control:
                return noun if any(marked(c, "to") for c in children(noun, "acl")) else None
        return None

    def controls_object(self, token: Token) -> bool:
        own = bool(children(token, "obj", "iobj")) and token.lemma_ not in self.lexicon.subject_control
        if self._light_noun(token) is not None:
            return False
        return own or (
            token.lemma_ in self.lexicon.object_control
            and any(o.preposition in {"on", "upon", "for", "to"} for o in self.obliques(token))
        )

    def first_conjunct(self, token: Token) -> Token | None:
        """The predicate with which this one is coordinated; a clause without a subject may be hung as parataxis."""
        if token.dep_ not in {"conj", "parataxis"}:
            return None
        head = token.head
        if head == token or head not in self.known:
            return None
        loose = token.dep_ == "parataxis" and (token.i < head.i or children(token, *SUBJECTS, "mark"))
        return None if loose else head

    def controllers(self, token: Token) -> tuple[Token, ...]:
        """The verbs above an infinitive that keep their subject, outermost first."""
        if token not in self._controllers:
            self._controllers[token] = self._find_controllers(token)
        return self._controllers[token]

    def _find_controllers(self, token: Token) -> tuple[Token, ...]:
        first = self.first_conjunct(token)
        above = self._above(token)
        if above is not None and above in self.known and self.is_control(above) and self.infinitive(above) == token:
            return (*self.controllers(above), above)
        if first is not None and first.dep_ in INFINITIVES and token.dep_ == "conj" and is_bare(token):
            return self.controllers(first)
        return ()

    def _above(self, token: Token) -> Token | None:
        """The verb or adjective whose work an infinitive does, over a noun of effort where one stands between."""
        if token.dep_ == "acl":
            return token.head.head
        return token.head if token.dep_ in INFINITIVES else None

    # --- arguments ---

    def obliques(self, token: Token) -> tuple[Oblique, ...]:
        found = []
        for child in children(token):
            if child.dep_ not in OBLIQUES or child in self.known:
                continue
            child, preposition, case = self._prepositional(child)
            agent = child.dep_ == "obl:agent" or (preposition == "by" and bool(children(token, "aux:pass")))
            found.append(Oblique(child, preposition, case, agent))
            for other in conjuncts(child)[1:]:
                own, own_case = preposition_of(other)
                if own is not None:  # "in Paris and at home": two arguments; "in Paris and Rome": one phrase
                    found.append(Oblique(other, own, own_case, agent))
        return tuple(found)

    def _prepositional(self, head: Token) -> tuple[Token, str | None, tuple[Token, ...]]:
        """An oblique's head, preposition and its tokens: *the text* and "in favour of" of "in favour of the text"."""
        preposition, case = preposition_of(head)
        bare = not children(head, "det", "nmod:poss", "amod")
        if bare and f"{preposition} {head.lower_}" in self.lexicon.complex_prepositions:
            for inner in children(head, "nmod"):
                second, second_case = preposition_of(inner)
                if second in {"of", "to", "with", "for"}:
                    return inner, f"{preposition} {head.lower_} {second}", (*case, head, *second_case)
        return head, preposition, case

    def subjects(
        self, token: Token
    ) -> tuple[tuple[Token, ...], Literal["own", "shared", "antecedent", "controlled", "none"]]:
        clausal = self._impersonal(token)
        own = [
            s for child in children(token, *SUBJECTS) if child.dep_ != "nsubj:outer" and child not in clausal
            for s in conjuncts(child)
        ]  # fmt: skip
        if own and not _relative(own[0]):
            return tuple(own), "own"
        if self.bound_noun(token) is not None:
            return self._bound(token), "controlled"
        if self.controllers(token) and token.dep_ != "xcomp":
            return self.subjects(self.controllers(token)[-1])
        if own or token.dep_ in {"acl:relcl", "acl"}:
            return self._antecedents(token, own)
        if token.dep_ == "xcomp" and token.head.lemma_ in self.lexicon.proposing and token.tag_ == "VBG":
            return (), "none"
        if token.dep_ == "xcomp" and token.head in self.known:
            if self.controls_object(token.head):
                controlled = children(token.head, "obj", "iobj") or tuple(o.head for o in self.obliques(token.head))
                return tuple(c for head in controlled[:1] for c in conjuncts(head)), "controlled"
            return self.subjects(token.head)[0], "controlled"
        first = self.first_conjunct(token)
        if first is not None and children(token, "expl"):
            return (), "none"  # "is a threat, and it is important that …"
        if first is not None:
            found, source = self.subjects(first)
            return found, "shared" if found else source
        if token.dep_ == "advcl" and token.head in self.known and _nonfinite(token):
            return self.subjects(token.head)[0], "controlled"
        return (), "none"

    def bound_noun(self, token: Token) -> Token | None:
        """The noun whose infinitive says what somebody is bound to do: "our commitment → to end hunger"."""
        bound = token.dep_ == "acl" and token.head.lemma_ in self.lexicon.binding_nouns
        return token.head if bound and marked(token, "to") else None

    def _bound(self, token: Token) -> tuple[Token, ...]:
        """Who is bound: the noun's possessor, for "our" the first person; without one the subject of its verb.

        Not where that verb judges: who praises a promise has not made it.
        """
        noun, verb = token.head, token.head.head
        judged = verb.lemma_ in self.lexicon.stances or verb.lemma_ in self.lexicon.evaluations
        above = self.subjects(verb)[0] if verb in self.known and noun.dep_ in {"obj", "obl"} and not judged else ()
        owners = children(noun, "nmod:poss") or tuple(
            c for c in children(noun, "nmod") if preposition_of(c)[0] == "of" and c.pos_ in {"NOUN", "PROPN"}
        )
        owners = owners or tuple(c for c in children(noun, "compound") if c.ent_type_ in PLACES)
        if not owners or (owners[0].lower_ in {"our", "my"} and above):
            return above
        return conjuncts(owners[0])

    def _impersonal(self, token: Token) -> tuple[Token, ...]:
        """What "it" stands for in "it was agreed that …" and in "it is necessary that …"."""
        said = children(token, "csubj", "csubj:pass")
        if not said:
            return ()
        if children(token, "expl") and children(token, "cop"):
            return children(token, "csubj")
        if not children(token, "aux:pass"):
            return ()
        empty = children(token, "expl") or any(s.lower_ == "it" for s in children(token, "nsubj:pass"))
        return said if empty else ()

    def _antecedents(
        self, token: Token, own: list[Token]
    ) -> tuple[tuple[Token, ...], Literal["own", "antecedent", "none"]]:
        clause_head = token
        while clause_head.dep_ == "conj" and clause_head.head in self.known:
            clause_head = clause_head.head
        if not clause_head.dep_.startswith("acl"):
            return tuple(own), "own" if own else "none"
        if not own and clause_head.dep_ == "acl:relcl":
            return (), "none"  # an object relative whose subject the parser lost
        return self._described(clause_head), "antecedent"

    def _described(self, clause_head: Token) -> tuple[Token, ...]:
        """“plates and bowls that are used”: what hangs on the first of coordinated nouns describes all before it."""
        noun = clause_head.head
        return tuple(one for one in conjuncts(noun) if noun.i <= one.i < clause_head.left_edge.i) or (noun,)

    def objects(self, token: Token) -> tuple[Token, ...]:
        own = [o for child in children(token, "obj") for o in conjuncts(child)]
        if token.dep_ == "acl:relcl" and ((own and _relative(own[0])) or (not own and self._gap(token))):
            return (token.head,)
        return tuple(own) or self._raised_objects(token) or self._shared_objects(token)

    def _shared_objects(self, token: Token) -> tuple[Token, ...]:
        """“grows and sells rice”: what follows both verbs is the object of both."""
        first = self.first_conjunct(token)
        if first is None or children(token, "ccomp", "xcomp", "obl", "cop", "aux:pass"):
            return ()
        shared = [o for o in children(first, "obj") if o.i > token.i]
        return tuple(o for child in shared for o in conjuncts(child))

    def _gap(self, token: Token) -> bool:
        """Whether a relative clause with a subject of its own lacks an object: "the law, which the king signed"."""
        subjects = children(token, "nsubj")
        if not subjects or _relative(subjects[0]) or children(token, "cop", "ccomp", "xcomp", "aux:pass", "iobj"):
            return False
        if (
            any(c.lower_ in ADVERBIAL_RELATIVES for c in children(token))
            or token.head.lemma_ in self.lexicon.temporal_nouns
        ):
            return False
        return not any(_relative(o) for o in children(token, "obl"))

    def _raised_objects(self, token: Token) -> tuple[Token, ...]:
        """“introduced and is implementing a philosophy”: the first verb takes the second one's object."""
        if any(c.i > token.i for c in children(token, "ccomp", "xcomp", "obl", "cop")) or children(token, "aux:pass"):
            return ()
        others: list[Token] = []  # "may insure, finance or ship oil"
        first = token.head if token.dep_ == "conj" else token
        modal = any(a.tag_ == "MD" for a in children(first, "aux"))
        siblings = [c for c in children(first, "conj") if c.i > token.i] if modal and first != token else []
        for child in (*children(token, "conj"), *siblings):
            between = token.doc[token.i + 1 : child.i]
            joined = all(t.dep_ in {"cc", "aux", "advmod", "aux:pass", "punct"} or t in others for t in between)
            listed = modal or not any(t.text == "," for t in between)
            if child in self.known and joined and listed:
                return self.objects(child)
            others.append(child)
        return ()

    # --- the clause ---

    def clause(self, token: Token) -> Clause:
        subjects, source = self.subjects(token)
        controls = self.controllers(token)
        top = controls[0] if controls else token
        auxiliaries = tuple(a for verb in (*controls, token) for a in children(verb, "aux", "aux:pass"))
        if not any(a.dep_ == "aux" for a in auxiliaries):
            auxiliaries += self._shared_auxiliaries(top)
        first = self.first_conjunct(top)
        particles = self.particles(token)
        marks = [m.lower_ for m in children(top, "mark") if m.lower_ != "to"]
        if top.dep_ == "advcl":  # "when" and its like are adverbs of their clause
            marks += [m.lower_ for m in children(top, "advmod") if m.i < top.i and m.tag_ == "WRB"]
        said = (*children(token, "ccomp"), *self._impersonal(token))
        complement = next((c for c in said if c in self.known or c.pos_ in {"NOUN", "ADJ", "INTJ", "ADV"}), None)
        return Clause(
            predicate=token,
            verb=" ".join((token.lemma_.lower(), *[particle.lower_ for particle in particles])),
            kind="copular" if children(token, "cop") else "verbal",
            mood=self.mood(token, controls, subjects),
            passive=self.is_passive(token),
            subjects=subjects,
            source=source,
            objects=self.objects(token),
            recipients=children(token, "iobj"),
            obliques=self.obliques(token),
            complement=complement,
            secondary=self._secondary(token),
            controls=controls,
            auxiliaries=auxiliaries,
            group=self._group(token, controls),
            particles=particles,
            mark=marks[0] if marks else None,
            governor=first if first is not None else (top.head if top.head != top else None),
            link="conj" if first is not None else top.dep_,
        )

    def is_passive(self, token: Token) -> bool:
        """A passive by its auxiliary or subject, a reduced one ("adopted in May"), or one that shares its auxiliary."""
        if children(token, "aux:pass", "nsubj:pass"):
            return True
        if token.tag_ != "VBN" or children(token, "obj", "aux", *SUBJECTS):
            return False
        first = self.first_conjunct(token)
        return token.dep_ == "acl" or (first is not None and self.is_passive(first))

    def _secondary(self, token: Token) -> Token | None:
        """A predicative complement that is no verb: "become → stronger", "make it → clear"."""
        below = self.infinitive(token)
        found = (c for c in children(token, "xcomp") if c != below and (c not in self.known or c.pos_ == "ADJ"))
        return next(found, None)

    def _shared_auxiliaries(self, token: Token) -> tuple[Token, ...]:
        first = self.first_conjunct(token)
        if first is None or children(token, *SUBJECTS) or not (is_bare(token) or token.tag_ in PARTICIPLES):
            return ()
        own = children(first, "aux", "aux:pass")
        return own or self._shared_auxiliaries(first)

    def _group(self, token: Token, controls: tuple[Token, ...]) -> tuple[Token, ...]:
        """The words of the verb group: auxiliaries, negation, control verbs with *to*, the verb and its particle."""
        words = {token} if not children(token, "cop") else set()
        for verb in (*controls, token):
            words.add(verb) if verb in controls else None
            words.update((*children(verb, "aux", "aux:pass", "cop"), *self.particles(verb)))
            words.update(negators(verb, self.lexicon))
        for verb in controls:
            light = self._light_noun(verb)
            words.update((light,) if light is not None else ())
            below = self.infinitive(verb)
            words.update(m for m in children(below, "mark") if m.lower_ == "to") if below is not None else None
        ought = any(word.lower_ == "ought" for word in words)
        if not controls and (token.dep_ == "xcomp" or ought or is_to(token) or self.bound_noun(token) is not None):
            words.update(mark for mark in children(token, "mark") if mark.lower_ == "to")
        return tuple(sorted(words, key=in_text_order))

    def mood(self, token: Token, controls: tuple[Token, ...], subjects: tuple[Token, ...]) -> Mood:
        top = controls[0] if controls else token
        if subjects:
            return (
                "participle"
                if (token.dep_ == "acl" and not controls) or (top.dep_ == "advcl" and top.tag_ in PARTICIPLES)
                else "indicative"
            )
        proposed = token.dep_ == "xcomp" and token.head.lemma_ in self.lexicon.proposing and token.tag_ == "VBG"
        if proposed or (controls and self._necessity(controls[0])):
            return "infinitive"
        first = self.first_conjunct(top)
        if first is not None and not children(top, "expl"):
            return (
                self.mood(first, (), self.subjects(first)[0]) if is_bare(top) or first.dep_ == "xcomp" else "fragment"
            )
        if children(top, "expl") or any(cop.tag_ != "VB" for cop in children(top, "cop")):
            return "fragment"
        if top.dep_ in {"ROOT", "root", "parataxis", "ccomp"} and is_bare(top):
            return "imperative" if not marked(top, "to") else "infinitive"
        if top.tag_ in PARTICIPLES:
            return "participle"
        return "fragment"


def _nonfinite(token: Token) -> bool:
    if any(aux.tag_ in FINITE for aux in children(token, "aux", "aux:pass")):
        return False  # "as had been reported"
    return token.tag_ in PARTICIPLES or marked(token, "to")


def _relative(token: Token) -> bool:
    return token.lower_ in RELATIVE_PRONOUNS and token.dep_ != "det"
