"""Counted and measured things: a number with the noun that follows it."""

from __future__ import annotations

import re

from kg.model import Value
from kg.values.patterns import AMOUNT, HAS_NUMBER, START, Candidates, Form, approximation, before, pattern, scaled
from kg.values.reference import Reference

# Words that end the search for the noun; the last ones are told by other rules.
_STOP = (
    "a|an|and|are|as|at|be|been|but|by|can|for|from|had|has|have|he|her|his|i|if|in|into|is|it|its|may|must|more|nor|"
    "not|of|on|or|our|out|over|per|percent|shall|she|should|so|than|that|the|their|then|they|this|those|times|to|under|"
    "up|us|was|we|were|when|which|while|who|will|with|within|would|years|months|weeks|days|hours|minutes|decades|others|"
    "thirds|quarters|fifths|sixths|eighths|tenths"
)
_SYMBOLS = "MW|GW|kW|MWh|GWh|TWh|kWh|km|km²|km2|kg|ha|sq km|mu"
_PLURALS = "people|persons|women|men|children|staff|personnel|police"
_COMPOUND = (
    r"(?:percentage|basis) points?|(?:square|cubic) (?:kilo)?met(?:re|er)s|(?:working|business) days"
    r"|metric ton(?:ne)?s"
)
_MODIFIER = rf"(?!(?:{_STOP})\b)[a-z][\w-]*(?: and [a-z]+-[a-z]+)? "
_QUANTITY = Form(
    pattern(
        rf"{START}{AMOUNT} (?:(?P<compound>{_COMPOUND})|(?P<symbol>{_SYMBOLS})"
        rf"|(?:{_MODIFIER}){{0,3}}?(?P<noun>{_PLURALS}|(?!(?:{_STOP})\b)[a-z][a-z-]+(?<![siu])s))(?![\w-])"
    ),
    HAS_NUMBER,
)

# "Article 5 requires", "phase 2 projects", "Group of 20 leaders": the number is a label.
_WORD_BEFORE = re.compile(r"([\w.'’-]+|Group of)\s+\Z")
_LABELS = frozenset({
    "number", "no", "no.", "article", "section", "chapter", "paragraph", "annex", "page", "table", "figure", "step",
    "phase", "stage", "tier", "level", "type", "version", "resolution", "goal", "goals", "part", "item", "point",
    "category", "class", "scope",
})  # fmt: skip
# Capitals that only open a sentence.
_OPENERS = frozenset({
    "In", "On", "At", "By", "The", "These", "Those", "Some", "About", "Over", "Nearly", "Almost", "Around", "More",
    "With", "For", "From", "To", "Of", "Its", "All", "Up", "Than", "Another", "Our", "We", "They", "Only", "Under",
    "And", "But", "Roughly", "Approximately", "Today", "This", "Including",
})  # fmt: skip
_YEAR_LIKE = re.compile(r"(?:19|20)\d\d\Z")


def find(text: str, reference: Reference | None) -> Candidates:
    """Quantities; the unit is the noun as the text has it ("500 new projects": projects)."""
    for match in _QUANTITY.finditer(text):
        start = approximation(text, match.start())
        about = start < match.start()
        if match["n"].lower() == "one" and not match["scale"]:
            continue
        if _YEAR_LIKE.match(match["n"]) and not match["scale"] and not about:
            continue  # "2021 figures"
        if _is_label(before(text, start, 40)):
            continue
        unit = " ".join((match["compound"] or match["symbol"] or match["noun"]).split())
        value = Value("quantity", scaled(match["n"], match["scale"]), unit, approximate=about)
        yield (start, match.end()), None if match["range"] else value


def _is_label(lead: str) -> bool:
    """Whether the number continues the word before it: a name or a word such as "article"."""
    found = _WORD_BEFORE.search(lead)
    if not found:
        return False
    word = found[1]
    if word == "Group of" or word.lower() in _LABELS:
        return True
    return word[0].isupper() and word not in _OPENERS and not word.endswith(("'s", "’s", "s'", "s’"))
