"""Forms and lemmas → the edits between them, few enough to be the classes of a tagger."""

from __future__ import annotations


def script(form: str, lemma: str) -> str:
    """How a form becomes its lemma: keep or lower its case, cut letters from its end and add others.

    >>> script("Ministers", "minister"), script("was", "be")
    ('low|1|', 'is|be')
    """
    for case, start in (("as", form), ("low", form.lower())):
        shared = 0
        while shared < min(len(start), len(lemma)) and start[shared] == lemma[shared]:
            shared += 1
        if shared and 2 * shared >= len(lemma) - 1:
            return f"{case}|{len(start) - shared}|{lemma[shared:]}"
    return f"is|{lemma}"


def scripted(form: str, rule: str) -> str:
    """The lemma that a script makes of a form; the form itself where it does not fit."""
    case, _, rest = rule.partition("|")
    if case == "is":
        return rest
    cut, _, added = rest.partition("|")
    start = form.lower() if case == "low" else form
    return start[: len(start) - int(cut)] + added if int(cut) < len(start) or added else form
