"""ClearNLP tree → the same with persons' names headed by their first word and dates by their day."""

from __future__ import annotations

from kg.clearnlp.tree import NOMINAL, Tree

MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec."}
)  # fmt: skip


def head_names(tree: Tree) -> None:
    """The first word heads a person's name, the others are ``flat``, and a title before it is ``nmod:desc``."""
    for name in tree.doc.ents:
        start, last = name.start, name.end - 1
        if name.label_ not in {"PERSON", "PER"} or any(tree.pos[i] != "PROPN" for i in range(start, name.end)):
            continue
        parts = tree.children(last, "compound")
        if any(i not in parts for i in range(start, last)):
            continue
        while start < last and tree.below[start]:  # "State → Councilor": a title that the recogniser took in
            start += 1
        titles = [i for i in parts if i < start and tree.pos[i] in NOMINAL]
        if start < last:
            tree.promote(start, "flat")
            for i in range(start + 1, last):
                tree.dep[i] = "flat"
        if titles:
            tree.dep[titles[-1]] = "nmod:desc"
            for i in titles[:-1]:  # "State" of "State Councilor"
                tree.hang(i, titles[-1], "compound")


def head_dates(tree: Tree) -> None:
    """The day heads a date, month and year are ``nmod:unmarked``; without a day, the month does."""
    for month, word in enumerate(tree.word):
        if word not in MONTHS or tree.tag[month] != "NNP":
            continue
        numbers = [i for i in tree.children(month, "nummod") if tree.word[i].isdecimal()]
        for year in (i for i in numbers if len(tree.word[i]) == 4):
            tree.dep[year] = "nmod:unmarked"
        day = next((i for i in numbers if len(tree.word[i]) < 3 and abs(i - month) == 1), None)
        if day is not None:
            tree.promote(day, "nmod:unmarked")
