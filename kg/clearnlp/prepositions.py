"""ClearNLP tree → the same with nouns above their prepositions: "in → Paris" becomes ``case``(Paris, in)."""

from __future__ import annotations

from kg.clearnlp.tree import Tree

PREPOSITIONAL = frozenset({"agent", "dative", "prep"})


def raise_amounts(tree: Tree) -> None:
    """Head "$ 5 million" by the currency; the number is a ``nummod`` that keeps its own parts."""
    for i, tag in enumerate(tree.tag):
        number = tree.head[i]
        if tag == "$" and tree.dep[i] in {"quantmod", "nmod"} and tree.tag[number] == "CD" and i < number:
            parts = [(c, tree.dep[c]) for c in tree.children(number, "compound", "nummod", "quantmod", "advmod")]
            tree.promote(i, "nummod")
            for child, dep in parts:
                if child != i:
                    tree.hang(child, number, dep)


def lower_prepositions(tree: Tree, order: list[int]) -> None:
    """Hang each preposition on what it governs: ``case`` on a noun, ``mark`` on a clause."""
    lowered: set[int] = set()  # the nouns and clauses that took a preposition's place
    clauses: set[int] = set()
    for i in order:
        complement = _complement(tree, i, lowered)
        if complement is None:
            continue
        clausal = tree.dep[complement] == "pcomp" or tree.tag[complement] == "VBG"
        if clausal and complement not in lowered and tree.pos[complement] in {"VERB", "AUX"}:
            clauses.add(complement)
        if tree.dep[i] in PREPOSITIONAL:  # "from Paris to London": "to" goes with "from", not below it
            for other in tree.children(i, "prep"):
                if other > complement and tree.head[i] != i:
                    tree.hang(other, tree.head[i], "prep")
        for other in tree.children(i, "pcomp", "prep"):  # "because of", where "of" governs nothing
            if other == i + 1 != complement and not tree.below[other]:
                tree.dep[other] = "case"
        joined = tree.dep[complement] == "conj"
        second = tree.children(complement, "case", "mark")
        coordinators = tree.children(i, "cc")
        tree.promote(complement, "mark" if complement in clauses else "case")
        if joined and second:  # "in and around Paris"
            tree.hang(second[-1], i, "conj")
            for coordinator in coordinators:
                tree.hang(coordinator, i, "cc")
        lowered.add(complement)
    for i in lowered:
        if tree.dep[i] in PREPOSITIONAL:
            tree.dep[i] = _prepositional_label(tree, i, i in clauses)


def _complement(tree: Tree, i: int, lowered: set[int]) -> int | None:
    """What a preposition governs: its object, its clause, or what another one brought ("out of", "in and around")."""
    found = tree.children(i, "pobj") or tree.children(i, "pcomp")
    if not found and tree.dep[i] in PREPOSITIONAL:
        found = [c for dep in ("prep", "conj") for c in tree.children(i, dep) if c in lowered]
    return found[0] if found else None


def _prepositional_label(tree: Tree, i: int, clause: bool) -> str:
    if clause:
        return "acl" if tree.on_noun(i) else "advcl"
    if tree.dep[i] == "agent":
        return "obl:agent"
    return "nmod" if tree.on_noun(i) else "obl"
