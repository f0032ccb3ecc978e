"""ClearNLP tree → the same with complements above their copula, and the objects of "want him to go" raised."""

from __future__ import annotations

from kg.clearnlp.tree import Tree

BE = frozenset({"be", "am", "'m", "’m", "is", "'s", "’s", "are", "'re", "’re", "was", "were", "been", "being"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
# Adverbs that are predicates when nothing else completes "be": "the minister is here".
PREDICATIVE = frozenset(
    {"abroad", "ahead", "away", "back", "here", "home", "how", "overseas", "there", "underway", "where"}
)  # fmt: skip
# A bare infinitive with a noun before it is a clause of its own ("suggest he go") but below these ("let him go").
BARE_INFINITIVE = frozenset({"feel", "have", "hear", "help", "let", "make", "see", "watch"})
# What an infinitive says the content of ("the aim is to meet"); of other subjects it says what they shall do ("the
# ministers are to meet"), and "be" is an auxiliary.
CONTENTS = frozenset(
    {"aim", "ambition", "approach", "aspiration", "challenge", "duty", "essential", "focus", "function", "goal", "hope",
     "idea", "intent", "intention", "it", "job", "key", "mandate", "mission", "need", "objective", "obligation",
     "option", "plan", "point", "policy", "priority", "proposal", "purpose", "responsibility", "role", "solution",
     "step", "strategy", "suggestion", "target", "task", "that", "thing", "this", "trick", "way", "what", "wish"}
)  # fmt: skip


def lower_copulas(tree: Tree, order: list[int]) -> None:
    """Hang each copula on its complement, and tell the existential "be", which is a verb with a subject."""
    for i in order:
        if tree.word[i] not in BE or tree.dep[i] in {"aux", "auxpass", "case", "cop"}:
            continue
        if any(tree.word[c] == "there" for c in tree.children(i, "expl")):
            tree.pos[i] = "VERB"
            for subject in tree.children(i, "attr", "dobj"):
                tree.dep[subject] = "nsubj"
            continue
        complement = _predicative(tree, i)
        if complement is None:
            continue
        if _is_to(tree, i, complement):
            tree.promote(complement, "aux")
        else:
            _extrapose(tree, i, complement)
            tree.promote(complement, "cop")


def _predicative(tree: Tree, i: int) -> int | None:
    """The complement of a copula: an attribute, else a clause or a place, else an adverb that says where."""
    attributes = tree.children(i, "attr", "acomp", "oprd")
    behind = [c for c in tree.children(i, "ccomp", "xcomp") if c > i]
    behind += [c for c in tree.children(i, "obl") if c > i and tree.children(c, "case")]
    adverbs = [c for c in tree.children(i, "advmod") if tree.word[c] in PREDICATIVE]
    if tree.dep[i] == "relcl":
        adverbs = [c for c in adverbs if c > i]  # "the place where he is"
    found = attributes or sorted(behind) or adverbs
    return next((c for c in found if c > i), found[0]) if found else None


def _is_to(tree: Tree, i: int, complement: int) -> bool:
    """Whether "be" is an auxiliary: "the ministers are to meet" as against "the aim is to meet"."""
    subjects = tree.children(i, "nsubj")
    infinitive = tree.dep[complement] == "xcomp" and tree.has_to(complement)
    return infinitive and bool(subjects) and tree.doc[subjects[0]].lemma_.lower() not in CONTENTS


def _extrapose(tree: Tree, i: int, complement: int) -> None:
    """Tell the subjects: the clause in "it is important to act", an outer one in "the aim is to act"."""
    clauses = [c for c in tree.children(i, "ccomp", "xcomp") if c > complement]
    clauses += [c for c in tree.children(i, "advcl") if c > complement and tree.has_to(c)]
    subjects = tree.children(i, "nsubj")
    if clauses and [tree.word[s] for s in subjects] == ["it"]:
        tree.dep[subjects[0]] = "expl"
        tree.dep[clauses[0]] = "csubj"
    if tree.dep[complement] in {"ccomp", "xcomp"}:
        for subject in tree.children(i, "nsubj", "csubj"):
            tree.dep[subject] += ":outer"


def raise_subjects(tree: Tree) -> None:
    """Hang the subject of a non-finite clause on the verb above as its object: "want him to go"."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "ccomp" or verb > i or tree.pos[verb] not in {"VERB", "AUX"} or tree.children(verb, "dobj"):
            continue
        subjects = [s for s in tree.children(i, "nsubj", "nsubjpass") if verb < s < i]
        if subjects and _nonfinite(tree, i):
            tree.hang(subjects[0], verb, "dobj")
            tree.dep[i] = "xcomp"
        elif tree.pos[i] == "ADJ" and not tree.children(i, "nsubj", "cop", "mark", "aux"):
            tree.dep[i] = "xcomp"  # "make sure"


def _nonfinite(tree: Tree, i: int) -> bool:
    auxiliaries = tree.children(i, "aux", "auxpass", "cop")
    if tree.children(i, "mark") or any(tree.tag[word] in FINITE for word in (i, *auxiliaries)):
        return False
    if any(tree.tag[word] == "TO" for word in auxiliaries):
        return True
    return tree.tag[i] != "VB" or tree.doc[tree.head[i]].lemma_ in BARE_INFINITIVE
