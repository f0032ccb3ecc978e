"""The tokenizer of the trees: spaCy's English one, mended where Universal Dependencies cut words otherwise.

Runs of a punctuation mark are one word ("!!!", "-----"), telephone numbers and words with a bound prefix stay whole
("555-0100", "non-members"), and so do abbreviations of ``abbreviations.toml`` and those that treebanks attest.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from training.treebanks import Sentence

RUNS = [r"[!?]{2,}", r"[.?!]*[?!][.?!]+", *(f"{re.escape(mark)}{{2,}}" for mark in "=*_-~<>#+$")]
TELEPHONE = r"(?:\d{3}-)?\d{3}-\d{4}|\d-\d{4}"
ABBREVIATIONS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("abbreviations.toml").read_text("utf-8"))
# Dashes within ranges and behind abbreviations: 10–15, U.S.-China.
DASHES = [r"(?<=[0-9])[–—](?=[0-9])", r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])"]
# What spaCy keeps whole and treebanks cut.
CUT = ("and/or", "):")
ATTESTED = 2


def bound_prefixes(sentences: Iterable[Sentence]) -> list[str]:
    """Prefixes whose words the treebanks write as one ("non-members"), rather than as three ("well", "-", "known")."""
    whole, cut = Counter[str](), Counter[str]()
    for sentence in sentences:
        words = sentence.words
        for i, word in enumerate(words):
            if match := re.fullmatch(r"([a-z]+)-[a-z]{2,}", word.text.lower()):
                whole[match[1]] += 1
            elif word.text.isalpha() and [w.text for w in words[i + 1 : i + 2]] == ["-"] and not word.space_after:
                cut[word.text.lower()] += 1
    return sorted(prefix for prefix, n in whole.items() if n >= ATTESTED and n > cut[prefix])


def mend_tokenizer(nlp: Language, prefixes: list[str]) -> None:
    """Change the tokenizer of an English pipeline in place."""
    tokenizer: Any = nlp.tokenizer
    defaults = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*RUNS, *(defaults.prefixes or ())]).search
    tokenizer.suffix_search = compile_suffix_regex([*RUNS, *(defaults.suffixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*DASHES, *(defaults.infixes or ())]).finditer
    bound = f"(?i:(?:{'|'.join(prefixes)})-[a-z]{{2,}})" if prefixes else r"(?!)"
    tokenizer.token_match = re.compile(f"(?:{TELEPHONE}|{bound})$").match
    tokenizer.rules = {form: parts for form, parts in tokenizer.rules.items() if form not in CUT}
    for word in (*ABBREVIATIONS["words"], *ABBREVIATIONS["capitals"]):
        tokenizer.add_special_case(word, [{"ORTH": word}])
    for word, parts in ABBREVIATIONS["joined"].items():
        tokenizer.add_special_case(word, [{"ORTH": letters, "NORM": norm} for letters, norm in parts])
        letters = [parts[0][0].capitalize(), parts[1][0]]
        norms = [norm for _, norm in parts]
        tokenizer.add_special_case(
            word.capitalize(), [{"ORTH": o, "NORM": n} for o, n in zip(letters, norms, strict=True)]
        )
