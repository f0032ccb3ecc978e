"""Words → the text that they were cut from, as far as spaces can be told: no corpus of names keeps them."""

from __future__ import annotations

from collections.abc import Sequence

# A word that stands right behind the one before it, and one that the next stands right behind.
CLOSING = frozenset(
    (
        ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll",
        "'d", "'m", "'", "’", "”", "..."
    )
)  # fmt: skip
OPENING = frozenset(("(", "[", "{", "$", "£", "€", "“", "‘"))
QUOTE = '"'


def detokenised(words: Sequence[str]) -> tuple[str, list[int]]:
    """The text, with a space at its end, and the offset of each word in it.

    Straight quotation marks open and close by turns.
    """
    text, offsets = "", []
    glued, quoted = True, False
    for word in words:
        closing = word in CLOSING or (word == QUOTE and quoted)
        if not (glued or closing):
            text += " "
        offsets.append(len(text))
        text += word
        glued = word in OPENING or (word == QUOTE and not quoted)
        quoted ^= word == QUOTE
    return f"{text} ", offsets
