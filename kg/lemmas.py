"""The dictionary form of an English word from its Penn tag: what treebanks attest first, regular morphology otherwise.

Lemmas follow the Universal Dependencies treebanks: names keep their letters, quotation marks and dashes are plain,
numbers lose the commas between their thousands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

Known = Callable[[str], bool]

NAMES = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS", "JJ", "JJR", "JJS"})
PUNCTUATION = frozenset({"``", "''", ":", ",", ".", "HYPH", "NFP", "-LRB-", "-RRB-", "SYM", "POS"})
VERBATIM = frozenset({"ADD", "LS", "_SP"})
# What is attested under one tag alone holds for its twin: "held" is past and participle.
TWINS = {
    "VBD": "VBN", "VBN": "VBD", "VB": "VBP", "VBP": "VB", "JJR": "RBR", "RBR": "JJR", "JJS": "RBS", "RBS": "JJS",
    "NNPS": "NNS",
}  # fmt: skip
INFLECTIONS = {
    "NNS": "s", "NNPS": "s", "VBZ": "s", "VBD": "ed", "VBN": "ed", "VBG": "ing", "JJR": "er", "RBR": "er",
    "JJS": "est", "RBS": "est",
}  # fmt: skip
# A regular inflection's ending, and what may stand for it in the base.
ENDINGS: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "s": (("ies", ("y", "ie")), ("es", ("", "e")), ("s", ("",))),
    "ed": (("ied", ("y", "ie")), ("ed", ("", "e"))),
    "ing": (("ying", ("y", "ie")), ("ing", ("", "e"))),
    "er": (("ier", ("y", "ie")), ("er", ("", "e"))),
    "est": (("iest", ("y", "ie")), ("est", ("", "e"))),
}
# Stems that want their "e" back: realis-e, increas-e, induc-e, settl-e, relat-e, execut-e, mov-e, shap-e, provid-e.
MUTE_E = re.compile(
    r"(?:[aiou][zs]|[^aeiousx]s|eas|[cvuze]|[^aeiourwl]l|[^eo]at|[^aeo]ut|elet|plet|pet|mot|vot|quot|[^aeo][aiu]d"
    r"|[cmr]ed|lod|rod|[^aeiou](?:ak|in|il|ir|ur)|vok|scap|[lp][ao]r|shor|[dlr]g|leg|eng|[hr]ang|ag|ig|rib"
    r"|^[^aeiou]+[aeiou][^aeiouwxy])$"
)
SIBILANT = re.compile(r"(?:ss|sh|ch|x|zz|o)$")
DOUBLED = re.compile(r"([bdgkmnprtvz])\1$")
SINGLE_OR_DOUBLE = re.compile(r"([lfs])\1$")  # call-ed, cancell-ed
NO_PLURAL = re.compile(r"(?:ss|us|is|^series|^species)$")
# A verb with one of these goes as the verb without: resold, underline.
PREFIX = re.compile(r"(?:un|re|mis|dis|out|over|under|fore|with|de|co|pre|up)-?(?=[a-z]{3})")
THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"})
# A capital letter behind one of these need not be part of the word.
OPENING = frozenset('.?!:;"“”…')


def opens_sentence(before: str) -> bool:
    """Whether the word behind ``before`` may be written with a capital for its place alone; "" is no word.

    >>> opens_sentence("."), opens_sentence("the")
    (True, False)
    """
    return not before or before[-1] in OPENING


@dataclass(frozen=True, slots=True)
class Lemmas:
    """What treebanks attest: ``words`` that they write in lower case, and lemmas that morphology does not foretell.

    ``exceptions`` leads from a tag and a form (as written, or in lower case) to the lemma; ``irregular`` holds further
    past forms and participles.
    """

    words: frozenset[str] = frozenset()
    exceptions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    irregular: Mapping[str, str] = field(default_factory=dict)

    def of(self, form: str, tag: str, known: Known, opens: bool = False) -> str:
        """The lemma of a word; ``known``: is a string in lower case a word; ``opens``: does it begin a sentence."""
        lower = form.lower()
        own = self.exceptions.get(tag, {})
        lemma = own.get(form) or own.get(lower)
        if lemma is None and tag in TWINS:
            lemma = self.exceptions.get(TWINS[tag], {}).get(lower)
        if lemma is None and tag in ("VBD", "VBN"):
            lemma = self._irregular(lower)
        if lemma is not None:
            return lemma.title() if tag in NAMES and form.istitle() else lemma
        return self.regular(form, tag, known, opens)

    def regular(self, form: str, tag: str, known: Known, opens: bool = False) -> str:
        """The lemma that spelling and tag foretell."""
        lower = form.lower()
        if tag in PUNCTUATION:
            return form.translate(PLAIN)
        if tag == "NNP" or tag in VERBATIM:
            return form
        if tag == "CD":
            return form.replace(",", "") if THOUSANDS.fullmatch(form) else form if form.isupper() else lower
        base = self._base(lower, INFLECTIONS[tag], known) if tag in INFLECTIONS else lower
        if tag == "NNPS" or (form != lower and tag in COMMON and not self._common(form, base, known, opens)):
            return form[: len(base)] if lower.startswith(base) else base.capitalize()
        return base

    def _common(self, form: str, base: str, known: Known, opens: bool) -> bool:
        """Whether a capital letter is no part of the word: it is written without elsewhere, or begins a sentence."""
        if not (form.istitle() or form.isupper()):
            return False  # iPhone, NGOs
        return form.lower() in self.words or base in self.words or (opens and form.istitle() and known(base))

    def _irregular(self, lower: str) -> str | None:
        if lower in self.irregular:
            return self.irregular[lower]
        prefix = PREFIX.match(lower)
        base = self.irregular.get(lower[prefix.end() :]) if prefix else None
        return prefix[0] + base if prefix and base else None

    def _base(self, lower: str, inflection: str, known: Known) -> str:
        if lower.endswith("ics") and lower[:-1] not in self.words and (known(lower) or not known(lower[:-1])):
            return lower  # politics
        bases = list(_bases(lower, inflection))
        for attested in (self.words.__contains__, known, lambda base: self._prefixed(base, known)):
            for base in (*bases, *_rare(lower, inflection)):
                if attested(base):
                    return base
        return bases[0] if bases else lower

    def _prefixed(self, base: str, known: Known) -> bool:
        prefix = PREFIX.match(base)
        return prefix is not None and (base[prefix.end() :] in self.words or known(base[prefix.end() :]))


def _rare(form: str, inflection: str) -> Iterator[str]:
    """Bases that are right only where attested: half for halves, crisis for crises, traffic for trafficking."""
    if inflection == "s" and form.endswith("ves"):
        yield from (form[:-3] + "f", form[:-3] + "fe")
    if inflection == "s" and form.endswith("ses"):
        yield form[:-2] + "is"
    if form.endswith(("icking", "icked")):
        yield form[: form.rindex("k")]


def _bases(form: str, inflection: str) -> Iterator[str]:
    """The bases that a form may be a regular inflection of, the likeliest first."""
    if inflection == "s" and NO_PLURAL.search(form):
        return
    if inflection == "s" and form.endswith("men"):
        yield form[:-2] + "an"
    for ending, replacements in ENDINGS[inflection]:
        stem = form.removesuffix(ending)
        if stem == form or not re.search("[aeiouy]", stem + "".join(replacements)):
            continue
        if ending == "es":
            yield from (stem, stem + "e") if SIBILANT.search(stem) else (stem + "e", stem)
        elif "y" in replacements or ending == "s":
            yield from (stem + end for end in (reversed(replacements) if len(stem) == 1 else replacements))
        else:
            if ending == "ed" and re.search("[^e]e$", stem):
                yield stem + "e"  # freed, agreed
                return
            if DOUBLED.search(stem):
                yield stem[:-1]
            if SINGLE_OR_DOUBLE.search(stem):
                yield from (stem, stem[:-1])
            yield from (stem + "e", stem) if MUTE_E.search(stem) else (stem, stem + "e")
        return
