"""ClearNLP tree → the same with every conjunct on the first one, and conjunctions on what follows them."""

from __future__ import annotations

from kg.clearnlp.tree import Tree


def flatten_conjuncts(tree: Tree) -> None:
    """Hang all conjuncts on the first, and each conjunction and comma on the conjunct behind it."""
    for i, dep in enumerate(tree.dep):
        if dep == "conj":
            tree.hang(i, _first_conjunct(tree, i), "conj")
    for i, dep in enumerate(tree.dep):
        if dep not in {"cc", "punct"} or tree.head[i] == i:
            continue
        following = [c for c in tree.children(_first_conjunct(tree, tree.head[i]), "conj") if c > i]
        if tree.head[i] < i and following and (dep == "cc" or _opens(tree, i, following[0])):
            tree.hang(i, following[0], dep)


def _first_conjunct(tree: Tree, i: int) -> int:
    while tree.dep[i] == "conj" and tree.head[i] != i:
        i = tree.head[i]
    return i


def _opens(tree: Tree, i: int, conjunct: int) -> bool:
    """Whether a comma stands right before a conjunct or its conjunction."""
    behind = i + 1
    while behind != conjunct and tree.dep[behind] != "cc" and tree.head[behind] not in {behind, conjunct}:
        behind = tree.head[behind]
    return tree.dep[behind] == "cc" or behind == conjunct or tree.head[behind] == conjunct
