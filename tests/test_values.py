"""A text names the same dates and amounts whoever writes it; what is not certain is left out."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Value
from kg.values import FINDERS, find_values
from kg.values.patterns import Form, holding

REFERENCE = "2021-09-27"  # a Monday
FORMS = [
    form
    for find in FINDERS
    for named in find.__globals__.values()
    for form in (named if isinstance(named, list) else [named])
    if isinstance(form, Form)
]


def written(text: str, reference: str | None = REFERENCE) -> list[tuple[str, str, str]]:
    """Each value as its words, kind and normal form with unit; an approximate one with a tilde."""
    return [(text[start:end], value.kind, normal(value)) for (start, end), value in find_values(text, reference)]


def normal(value: Value) -> str:
    unit = f" {value.unit}" if value.unit else ""
    return f"{'~' if value.approximate else ''}{value.value}{unit}"


ABSOLUTE = [
    ("on 16 September 2021", "16 September 2021", "2021-09-16"),
    ("on September 16, 2021,", "September 16, 2021", "2021-09-16"),
    ("Sept. 16, 2021", "Sept. 16, 2021", "2021-09-16"),
    ("the 16th of September 2021", "the 16th of September 2021", "2021-09-16"),
    ("September 16th, 2021", "September 16th, 2021", "2021-09-16"),
    ("Thursday, 16 September 2021", "Thursday, 16 September 2021", "2021-09-16"),
    ("SEPTEMBER 16, 2021", "SEPTEMBER 16, 2021", "2021-09-16"),
    ("16\nSeptember 2021", "16\nSeptember 2021", "2021-09-16"),
    ("2021-09-16", "2021-09-16", "2021-09-16"),
    ("2021-09-16T10:00:00Z", "2021-09-16", "2021-09-16"),
    ("2021/09/16", "2021/09/16", "2021-09-16"),
    ("16/09/2021", "16/09/2021", "2021-09-16"),
    ("09/16/2021", "09/16/2021", "2021-09-16"),
    ("16.9.2021", "16.9.2021", "2021-09-16"),
    ("29 February 2024", "29 February 2024", "2024-02-29"),
    ("in September 2021", "September 2021", "2021-09"),
    ("the May 2021 meeting", "May 2021", "2021-05"),
    ("2021-09", "2021-09", "2021-09"),
    ("the end of September 2021", "the end of September 2021", "2021-09"),
    ("2021", "2021", "2021"),
    ("by 2030", "2030", "2030"),
    ("in 2025", "2025", "2025"),
    ("in 2021 exports rose", "2021", "2021"),
    ("(2011)", "2011", "2011"),
    ("Paris, 2015", "2015", "2015"),
    ("the 2021 budget", "2021", "2021"),
    ("by the end of 2025", "the end of 2025", "2025"),
    ("in early 2025", "early 2025", "~2025"),
    ("by mid-2024", "mid-2024", "~2024"),
    ("until end-2025", "end-2025", "2025"),
    ("from 2030 onwards", "2030", "2030"),
    ("around 2030", "around 2030", "~2030"),
    ("in spring 2022", "spring 2022", "~2022"),
    ("FY2025", "FY2025", "2025"),
    ("fiscal year 2025", "fiscal year 2025", "2025"),
]

INTERVALS = [
    ("2021-2025", "2021-2025", "2021/2025"),
    ("2021–25", "2021–25", "2021/2025"),
    ("from 2021 to 2025", "2021 to 2025", "2021/2025"),
    ("between 2021 and 2025", "2021 and 2025", "2021/2025"),
    ("from 1 to 3 March 2022", "1 to 3 March 2022", "2022-03-01/2022-03-03"),
    ("September 16-18, 2021", "September 16-18, 2021", "2021-09-16/2021-09-18"),
    ("16–18 September", "16–18 September", "2021-09-16/2021-09-18"),
    ("16 and 17 September", "16 and 17 September", "2021-09-16/2021-09-17"),
    ("30 March to 2 April 2022", "30 March to 2 April 2022", "2022-03-30/2022-04-02"),
    ("December 30 to January 2, 2022", "December 30 to January 2, 2022", "2021-12-30/2022-01-02"),
    ("September 2021 to March 2022", "September 2021 to March 2022", "2021-09/2022-03"),
    ("January-March 2022", "January-March 2022", "2022-01/2022-03"),
    ("between January and March", "January and March", "2021-01/2021-03"),
    ("the third quarter of 2024", "the third quarter of 2024", "2024-07/2024-09"),
    ("Q3 2024", "Q3 2024", "2024-07/2024-09"),
    ("2024 Q3", "2024 Q3", "2024-07/2024-09"),
    ("the first three quarters of 2024", "the first three quarters of 2024", "2024-01/2024-09"),
    ("in the second quarter", "the second quarter", "2021-04/2021-06"),
    ("the first half of 2024", "the first half of 2024", "2024-01/2024-06"),
    ("FY2024-25", "FY2024-25", "2024/2025"),
    ("the 2023/24 financial year", "2023/24 financial year", "2023/2024"),
    ("the 1990s", "the 1990s", "1990/1999"),
    ("the first half of this year", "the first half of this year", "2021-01/2021-06"),
    ("the third quarter of last year", "the third quarter of last year", "2020-07/2020-09"),
    ("since the nineteenth century", "the nineteenth century", "1801/1900"),
    ("in the past five years", "the past five years", "2016/2021"),
    ("the next two decades", "the next two decades", "2021/2041"),
    ("over the last three weeks", "the last three weeks", "2021-09-06/2021-09-27"),
]

RELATIVE = [
    ("on September 16", "September 16", "2021-09-16"),
    ("December 20", "December 20", "2021-12-20"),
    ("on March 20", "March 20", "2021-03-20"),
    ("by March 31", "March 31", "2022-03-31"),
    ("in April", "April", "2021-04"),
    ("In May they met", "May", "2021-05"),
    ("last year", "last year", "2020"),
    ("this year", "this year", "2021"),
    ("next year", "next year", "2022"),
    ("this month", "this month", "2021-09"),
    ("last month", "last month", "2021-08"),
    ("next week", "next week", "2021-10-04/2021-10-10"),
    ("last quarter", "last quarter", "2021-04/2021-06"),
    ("on Monday", "Monday", "2021-09-27"),
    ("last Monday", "last Monday", "2021-09-20"),
    ("on Friday", "Friday", "2021-09-24"),
    ("this Friday", "this Friday", "2021-10-01"),
    ("to start in October", "October", "2021-10"),
    ("must replace it in August", "August", "2022-08"),
    ("will be held on Friday", "Friday", "2021-10-01"),
    ("will carry out the plan adopted on Friday", "Friday", "2021-09-24"),
    ("yesterday", "yesterday", "2021-09-26"),
    ("three months ago", "three months ago", "2021-06"),
    ("a year ago", "a year ago", "2020"),
    ("in October last year", "October last year", "2020-10"),
    ("on 1 July this year", "1 July this year", "2021-07-01"),
    ("last September", "last September", "2020-09"),
    ("next January", "next January", "2022-01"),
]

AMOUNTS = [
    ("three years", "three years", "duration", "P3Y"),
    ("30 days", "30 days", "duration", "P30D"),
    ("two weeks", "two weeks", "duration", "P14D"),
    ("1.5 years", "1.5 years", "duration", "P18M"),
    ("48 hours", "48 hours", "duration", "PT48H"),
    ("over two decades", "two decades", "duration", "P20Y"),
    ("about six months", "about six months", "duration", "~P6M"),
    ("a 30-day period", "30-day", "duration", "P30D"),
    ("a five-year plan", "five-year", "duration", "P5Y"),
    ("two and a half years", "two and a half years", "duration", "P30M"),
    ("half a year", "half a year", "duration", "P6M"),
    ("for a decade", "a decade", "duration", "P10Y"),
    ("€1.2 billion", "€1.2 billion", "money", "1200000000 EUR"),
    ("$300 million", "$300 million", "money", "300000000 USD"),
    ("100 million yuan", "100 million yuan", "money", "100000000 CNY"),
    ("RMB 5 billion", "RMB 5 billion", "money", "5000000000 CNY"),
    ("£20m", "£20m", "money", "20000000 GBP"),
    ("A$2.5bn", "A$2.5bn", "money", "2500000000 AUD"),
    ("5 million Swiss francs", "5 million Swiss francs", "money", "5000000 CHF"),
    ("EUR 1 250.50", "EUR 1 250.50", "money", "1250.5 EUR"),
    ("₹17 lakh crore", "₹17 lakh crore", "money", "17000000000000 INR"),
    ("₹1,00,000", "₹1,00,000", "money", "100000 INR"),
    ("₹12,34,567.50", "₹12,34,567.50", "money", "1234567.5 INR"),
    ("₹19,744 crore", "₹19,744 crore", "money", "197440000000 INR"),
    ("more than $3 trillion", "more than $3 trillion", "money", "~3000000000000 USD"),
    ("3.5 %", "3.5 %", "percent", "3.5 %"),
    ("nearly 12 per cent", "nearly 12 per cent", "percent", "~12 %"),
    ("three percent", "three percent", "percent", "3 %"),
    ("fell -0.25%", "-0.25%", "percent", "-0.25 %"),
    ("2 percentage points", "2 percentage points", "quantity", "2 percentage points"),
    ("500 projects", "500 projects", "quantity", "500 projects"),
    ("500 new projects", "500 new projects", "quantity", "500 projects"),
    ("1,200 megawatts", "1,200 megawatts", "quantity", "1200 megawatts"),
    ("50 GW", "50 GW", "quantity", "50 GW"),
    ("some 40 small and medium-sized enterprises", "some 40 small and medium-sized enterprises", "quantity",
     "~40 enterprises"),
    ("1.4 billion people", "1.4 billion people", "quantity", "1400000000 people"),
    ("twenty-five countries", "twenty-five countries", "quantity", "25 countries"),
    ("three hundred and fifty schools", "three hundred and fifty schools", "quantity", "350 schools"),
    ("more than 2000 villages", "more than 2000 villages", "quantity", "~2000 villages"),
    ("the 27 member states", "27 member states", "quantity", "27 states"),
    ("10 working days", "10 working days", "quantity", "10 working days"),
]  # fmt: skip

NOTHING = [
    "February 30, 2021",
    "31 April",
    "32 January 2020",
    "2021-02-29",
    "12/10/2021",
    "they may 5 times march or sat down",
    "Theresa May said",
    "March on",
    "May we",
    "Made in China 2025",
    "the 2030 Agenda",
    "the 14th Five-Year Plan period",
    "Regulation 2016/679",
    "COVID-19 cases",
    "Article 5 requires",
    "phase 2 projects",
    "the Group of 20 leaders",
    "at 10:30",
    "version 2.1.3",
    "10-15 percent",
    "€1-2 billion",
    "3,5 %",
    "2021 to 2019",
    "2010-12",
    "one country, two or three",
    "every year",
    "two thirds of them",
    "two and a half",
    "twice a year",
    "the 14th Five-Year Plan",
    "a 10-year-old girl",
    "Black Friday Sales",
]


@pytest.mark.parametrize(("text", "words", "value"), ABSOLUTE)
def test_a_full_date_needs_no_reference(text: str, words: str, value: str) -> None:
    assert written(text, None) == [(words, "date", value)]


@pytest.mark.parametrize(("text", "words", "value"), INTERVALS)
def test_an_interval_is_one_value(text: str, words: str, value: str) -> None:
    assert written(text) == [(words, "interval", value)]


@pytest.mark.parametrize(("text", "words", "value"), RELATIVE)
def test_a_relative_date_is_taken_from_the_documents(text: str, words: str, value: str) -> None:
    kind = "interval" if "/" in value else "date"
    assert written(text) == [(words, kind, value)]


@pytest.mark.parametrize("text", [text for text, _, _ in RELATIVE])
def test_without_a_reference_no_date_is_invented(text: str) -> None:
    assert written(text, None) == []


@pytest.mark.parametrize(("text", "words", "kind", "value"), AMOUNTS)
def test_an_amount_has_a_decimal_form(text: str, words: str, kind: str, value: str) -> None:
    assert written(text, None) == [(words, kind, value)]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_a_value_is_left_alone(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("December 20", "2021-01-05", "2020-12-20"),
        ("January 12", "2020-12-28", "2021-01-12"),
        ("on 29 February", "2020-03-02", "2020-02-29"),
        ("Thursday, September 16", "2022-01-03", "2021-09-16"),
        ("last year", "2021", "2020"),
        ("last year", "2021-09", "2020"),
        ("last month", "2021-09", "2021-08"),
        ("on September 16", "2021-09", "2021-09-16"),
        ("last year", "2021-09-27T08:00:00", "2020"),
    ],
)
def test_the_reference_gives_the_missing_part(text: str, reference: str, value: str) -> None:
    assert [normal(found) for _, found in find_values(text, reference)] == [value]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("on Monday", "2021-09"),
        ("on Monday", "2021"),
        ("yesterday", "2021-09"),
        ("last month", "2021"),
        ("on September 16", "2021"),
        ("on 29 February", "2022-03-02"),
        ("last year", "yesterday"),
        ("last year", "2021-13-45"),
    ],
)
def test_a_reference_too_coarse_or_wrong_resolves_nothing(text: str, reference: str) -> None:
    assert find_values(text, reference) == ()


def test_the_precision_is_kept() -> None:
    text = "On 16 September 2021, in May 2020, in 2019, in Q3 2024, next week, in the 1990s and in FY2025"
    found = [value.precision for _, value in find_values(text, REFERENCE)]
    assert found == ["day", "month", "year", "quarter", "week", "decade", "fiscal-year"]


def test_several_values_stand_in_text_order() -> None:
    text = "On September 16, 27 countries pledged €5 million, or 3.5 % more, for three years from 2022."
    assert [words for words, _, _ in written(text)] == [
        "September 16", "27 countries", "€5 million", "3.5 %", "three years", "2022",
    ]  # fmt: skip


PIECES = st.sampled_from(
    [text for text, *_ in (*ABSOLUTE, *INTERVALS, *RELATIVE, *AMOUNTS)] + NOTHING + [" ", "\n", ", ", "-", "5", "and "]
)


@given(
    st.one_of(
        st.text(max_size=80), st.lists(PIECES, max_size=6).map("".join), st.lists(PIECES, max_size=6).map(" ".join)
    )
)
def test_spans_lie_in_the_text_in_order_without_overlap(text: str) -> None:
    end = 0
    for (start, stop), value in find_values(text, REFERENCE):
        assert end <= start < stop <= len(text)
        assert text[start:stop].strip() == text[start:stop]
        assert value.value
        end = stop


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, min_size=1, max_size=6).map(" ".join)))
def test_a_form_that_is_not_tried_would_not_have_matched(text: str) -> None:
    for form in FORMS:
        assert [match.span() for match in form.finditer(text)] == [m.span() for m in form.pattern.finditer(text)]


@pytest.mark.parametrize(
    ("parts", "cased", "text", "holds"),
    [
        ((" year",), False, "two\nYears", True),
        ((" year",), False, "the new-year", False),
        (("May", "MAY"), True, "it may", False),
        (("May", "MAY"), True, "in May", True),
        ((r"\d", "two"), False, "Two", True),
    ],
)
def test_what_a_form_needs_is_found_in_any_case_or_as_it_stands(
    parts: tuple[str, ...], cased: bool, text: str, holds: bool
) -> None:
    assert holding(*parts, cased=cased)(text) is holds


def test_a_form_is_tried_whatever_the_case_of_its_parts() -> None:
    form = Form(re.compile("(?i)per ?cent"), holding("per ?cent"))
    assert [match[0] for match in form.finditer("5 PER CENT, 6 Percent, 7 %")] == ["PER CENT", "Percent"]
    assert not [*form.finditer("7 %")]
