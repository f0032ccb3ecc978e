"""ClearNLP labels → Universal Dependencies labels, once the heads are as they should be."""

from __future__ import annotations

from kg.clearnlp.tree import Tree

SAME_EVERYWHERE = {
    "acomp": "xcomp", "agent": "obl", "attr": "xcomp", "auxpass": "aux:pass", "csubjpass": "csubj:pass",
    "dative": "iobj", "dobj": "obj", "intj": "discourse", "meta": "dep", "nsubjpass": "nsubj:pass", "oprd": "xcomp",
    "poss": "nmod:poss", "preconj": "cc:preconj", "predet": "det:predet", "prt": "compound:prt", "quantmod": "advmod",
    "relcl": "acl:relcl",
}  # fmt: skip
# Labels whose translation depends on what they hang on: on a noun, on anything else.
BY_HEAD = {
    "npadvmod": ("nmod:unmarked", "obl:unmarked"),
    "pcomp": ("acl", "advcl"),
    "pobj": ("nmod", "obl"),
    "prep": ("nmod", "obl"),
}
# What is said to somebody is the object of these, who it is said to is the indirect one.
TELLING = frozenset({"advise", "ask", "assure", "inform", "promise", "remind", "show", "teach", "tell", "warn"})
FIXED = frozenset(
    {("according", "to"), ("as", "for"), ("as", "of"), ("as", "to"), ("because", "of"), ("depending", "on"),
     ("due", "to"), ("instead", "of"), ("less", "than"), ("more", "than"), ("fewer", "than"), ("prior", "to"),
     ("such", "as"), ("up", "to")}
)  # fmt: skip


def rename(tree: Tree) -> None:
    """Give every word its label in Universal Dependencies, by its head and by what hangs beside it."""
    tree.dep = [_universal_label(tree, i) for i in range(len(tree.dep))]


def _universal_label(tree: Tree, i: int) -> str:
    match tree.dep[i]:
        case "prep" if tree.tag[i].startswith("RB"):
            return "advmod"
        case "npadvmod" | "pcomp" | "pobj" | "prep" as dep:
            return BY_HEAD[dep][0 if tree.on_noun(i) else 1]
        case "relcl" if tree.has_to(i):  # "the first to go"
            return "acl"
        case "dobj" if _is_recipient(tree, i):
            return "iobj"
        case "nmod" if i < tree.head[i] and not tree.children(i, "case"):
            return "compound"
        case "neg":
            return "det" if tree.tag[i] == "DT" else "advmod"
        case "aux" if tree.tag[i] == "TO":
            return "mark"
        case dep:
            return SAME_EVERYWHERE.get(dep, dep)


def _is_recipient(tree: Tree, i: int) -> bool:
    """Whether an object is who gets it ("gave him the book", "told him that …"): parsers often call both direct."""
    verb = tree.head[i]
    told = tree.doc[verb].lemma_ in TELLING and tree.children(verb, "ccomp", "xcomp")
    return bool(told) or any(other > i for other in tree.children(verb, "dobj"))


def fix_expressions(tree: Tree) -> None:
    """Make one expression of "according to", "more than" (100) and "as well as": the first word, the rest ``fixed``."""
    for i in range(len(tree.word) - 1):
        if (tree.word[i], tree.word[i + 1]) not in FIXED or tree.below[i + 1]:
            continue
        head, second = tree.head[i], tree.head[i + 1]
        if tree.word[i] == "such" and tree.dep[i] == "amod" and second != i and head in {second, tree.head[second]}:
            tree.hang(i, second, tree.dep[i + 1])  # "countries such as Kenya"
        if tree.head[i] == second and tree.dep[i + 1] in {"case", "mark", "advmod"} and tree.dep[i] != "ROOT":
            tree.dep[i] = "advmod" if tree.dep[i + 1] == "advmod" else tree.dep[i]
            tree.hang(i + 1, i, "fixed")
    for i in range(2, len(tree.word)):
        if tree.word[i - 2 : i + 1] != ["as", "well", "as"] or tree.dep[i] != "cc" or tree.head[i] == i:
            continue
        if tree.head[i - 1] == i and tree.head[i - 2] in {i - 1, i} and not tree.below[i - 2]:
            tree.hang(i - 2, tree.head[i], "cc")
            tree.hang(i - 1, i - 2, "fixed")
            tree.hang(i, i - 2, "fixed")
