from __future__ import annotations

import pytest

from kg.start_rules import StartRules

OPENERS = frozenset({"however", "in", "it", "on"})


def told(text: str) -> bool | None:
    """What the rules tell of the word behind the bar."""
    before, after = (part.split() for part in text.split("|"))
    return StartRules(frozenset({"no"}), OPENERS).told([*before, *after], len(before))


@pytest.mark.parametrize(
    ("text", "said"),
    [("see No . | 4", False), ("see no . | 12", False), ("No . | Wages", None), ("fell . | 4", None)],
)
def test_a_number_belongs_to_the_abbreviation_before_it(text: str, said: bool | None) -> None:
    assert told(text) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fell , ” | She", False), ('fell , " | Wang', False), ("fell , ’ | Wang", False),
        # a stop, no comma, and a quotation that opens
        ("fell . ” | She", None), ("fell ! ” | She", None), ("fell ” | She", None), ("fell , “ | She", None),
    ],
)  # fmt: skip
def test_behind_a_comma_and_a_closing_quotation_mark_the_sentence_goes_on(text: str, said: bool | None) -> None:
    assert told(text) is said


@pytest.mark.parametrize(
    ("before", "after", "is_note"),
    [
        ("fell .", "4 However they rose", True),
        ("fell . ”", "12 In May they rose", True),
        ("fell ?", "4 It did", True),
        ("fell .", "2010 In short", False),  # a year
        ("fell .", "4 Members left", False),  # a figure that opens a sentence
        ("fell .", "4 however", False),
        ("fell ,", "4 However", False),
        ("", "4 However they rose", False),
    ],
)
def test_the_mark_of_a_footnote_belongs_to_the_sentence_before_it(before: str, after: str, is_note: bool) -> None:
    mark, *rest = after.split()
    assert told(f"{before} | {after}") is (False if is_note else None)
    assert told(f"{before} {mark} | {' '.join(rest)}") is (True if is_note else None)


def test_no_footnote_is_marked_by_an_abbreviations_number_or_at_the_end() -> None:
    assert told("see No . 4 | However they rose") is None
    assert told("fell . | 4") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Figure 1.5 | Residents gather", True),
        ("Table 24.7.1 | Exports", True),
        ("Box 2.1 | ( continued )", True),
        ("Figure 1.5 | shows that", None),
        ("Figure 1.5 | , for example", None),
        ("Figure 5 | Residents gather", None),
        ("Inflation 1.5 | Residents gather", None),
        ("Figure one | Residents gather", None),
        ("In Figure 1.5 | Residents gather", None),  # what opens the paragraph alone
        ("Figure | 1.5 Residents gather", None),
    ],
)
def test_what_a_figure_is_called_stands_apart_from_its_caption(text: str, said: bool | None) -> None:
    assert told(text) is said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ministers discuss ants | Tuesday , September 1 , 2015", True),
        ("Ministers discuss ants | Tuesday , 1 September 2015", True),
        ("Ministers discuss ants | Tuesday , September 1", None),  # a day in the sentence, as far as one can see
        ("Ministers discuss ants | Tuesday", None),
        ("Ministers met on | Tuesday , September 1 , 2015", None),
        ("Ministers met | Tuesday , September 1 , 2015 .", None),
        ("Ministers met , | Tuesday , September 1 , 2015", None),
        ("Ministers discuss | Holiday , 2015", None),
    ],
)
def test_a_full_date_behind_a_heading_stands_apart_from_it(text: str, said: bool | None) -> None:
    assert told(text) is said
