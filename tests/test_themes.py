from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Spans
from kg.scheme import load_themes
from kg.themes import Theme, Themes, find_themes, themes_of, words_of

SHIPPED = load_themes()


def found(text: str, themes: Themes = SHIPPED) -> dict[str, str]:
    """Give each theme's slug with its words; the primary one's is marked with a star."""
    return {
        ("*" if one.primary else "") + one.concept.partition(":")[2]: " … ".join(text[s:e] for s, e in one.spans)
        for one in find_themes(text, ((0, len(text)),), themes)
    }


def scheme(*themes: Theme) -> Themes:
    return themes_of({"t": "https://example.org/"}, themes)


def theme(name: str, *triggers: str, excluding: tuple[str, ...] = (), broader: tuple[str, ...] = ()) -> Theme:
    return Theme(
        concept=f"t:{name}", iri=f"https://example.org/{name}", label=name, notation=name, definition="",
        broader=tuple(f"t:{above}" for above in broader), triggers=triggers, excluding=excluding,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("protection of intellectual property", ["*intellectual-property: protection of intellectual property"]),
        ("protection of consumer rights", ["*consumer-protection: protection of consumer rights"]),
        (
            "the protection of patents and consumer rights",
            ["intellectual-property: patents", "*consumer-protection: consumer rights"],
        ),
        (
            "international quality cooperation",
            [
                "*product-quality: international quality cooperation",
                "international-cooperation: international quality cooperation",
            ],
        ),
        (
            "deepening international cooperation on quality",
            ["*international-cooperation: international cooperation", "product-quality: quality"],
        ),
        (
            "the supervision of product safety",
            ["*product-safety: supervision of product safety", "market-supervision: supervision of product safety"],
        ),
        ("quality and safety supervision", ["*product-quality: quality and safety supervision"]),
        ("high-quality development", ["*economic-growth: high-quality development"]),
        ("a ban on single-use plastics", ["*plastic-pollution: ban on single-use plastics"]),
        ("greenhouse gas emissions", ["*emission-reduction: greenhouse gas emissions"]),
        ("trade union rights", ["*industrial-relations: trade union"]),
        ("free trade agreements with Chile", ["*trade-agreements: free trade agreements"]),
        ("multilateral development banks", ["*development-finance: multilateral development banks"]),
        ("low- and middle-income countries", ["*development: low- and middle-income countries"]),
        ("the labor market", ["*labour: labor market"]),
    ],
)
def test_policy_prose_brings_up_its_themes(text: str, themes: list[str]) -> None:
    assert [f"{name}: {words}" for name, words in found(text).items()] == themes


@pytest.mark.parametrize(
    "text",
    [
        "consumer confidence index", "spend quality time", "a trade-off", "brief the media", "end the culture of fear",
        "a business day", "the Cold War", "the Minister of Health", "the Trade Minister", "the Security Council",
        "a party to the state of development", "the House of Commons", "", " ,;",
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_theme_bring_up_none(text: str) -> None:
    assert found(text) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Consumer Rights", "consumer's right", True),
        ("consumers' rights", "consumers\u2019 rights", True),
        ("supply chains", "supply-chain", True),
        ("developing countries", "developing country", True),
        ("financing terrorism", "finance terrorism", True),
        ("planning laws", "plan law", True),
        ("taxes", "tax", True),
        ("businesses", "business", True),
        ("rights of children", "rights of the child", False),  # an article is a word
        ("securities", "security", False),
        ("customs", "custom", False),
        ("news media", "new media", False),
        ("fishing", "fish", False),  # by itself a word keeps its -ing
    ],
)
def test_words_are_compared_without_case_plural_and_ing(one: str, other: str, same: bool) -> None:
    assert (words_of(one) == words_of(other)) is same


@pytest.mark.parametrize(
    ("text", "pieces", "words"),
    [
        # Two pieces are read as if one space stood between them; the mention has both places.
        ("protection of law and of consumers", ["protection", "of consumers"], "protection/of consumers"),
        # Words between the pieces are not the statement's own.
        ("consumer rights and the climate", ["the climate"], "climate"),
        ("rights of consumers", ["rights"], ""),
        # Punctuation ends a label within a piece.
        ("consumer, rights", ["consumer, rights"], "consumer"),
    ],
)  # fmt: skip
def test_only_the_words_of_the_spans_count(text: str, pieces: list[str], words: str) -> None:
    spans = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in pieces)
    assert "/".join(text[s:e] for one in find_themes(text, spans, SHIPPED) for s, e in one.spans) == words


def test_a_longer_label_wins_then_the_earlier_and_no_word_counts_twice() -> None:
    themes = scheme(theme("a", "food safety"), theme("b", "safety check"), theme("c", "safety check list"))
    assert found("food safety check", themes) == {"*a": "food safety"}
    assert found("food safety check list", themes) == {"*c": "safety check list"}


def test_of_two_claims_to_the_same_words_the_more_specific_wins_and_others_stand_side_by_side() -> None:
    top, below, far = theme("a", "fish stock"), theme("b", "fish stock", broader=("a",)), theme("c", "fish stock")
    assert found("fish stocks", scheme(top, below)) == {"*b": "fish stocks"}
    assert found("fish stocks", scheme(top, far)) == {"*a": "fish stocks", "c": "fish stocks"}


def test_an_excluding_label_rules_out_its_own_theme_alone_where_it_overlaps() -> None:
    themes = scheme(theme("a", "quality", excluding=("quality time",)), theme("b", "time"))
    assert found("quality time", themes) == {"*b": "time"}
    assert found("quality time and quality", themes) == {"*b": "time", "a": "quality"}


@pytest.mark.parametrize(
    ("text", "primary"),
    [
        ("coal and then the price of solar power", "b"),  # most words
        ("coal or wind", "a"),  # as many: the earlier
        ("wind or coal", "c"),
        ("coal, solar power, coal, coal", "a"),  # a theme's words are added up
        ("peat", "a"),  # as many, as early: the lower notation
    ],
)
def test_the_primary_theme_has_most_words_then_comes_first_then_has_the_lowest_notation(
    text: str, primary: str
) -> None:
    themes = scheme(theme("d", "peat"), theme("c", "wind"), theme("b", "solar power"), theme("a", "coal", "peat"))
    assert [one.concept for one in find_themes(text, ((0, len(text)),), themes) if one.primary] == [f"t:{primary}"]


def test_a_theme_comes_once_with_all_its_words() -> None:
    assert found("patents, trade and copyright") == {"*intellectual-property": "patents … copyright", "trade": "trade"}


def test_spans_may_overlap_and_come_in_any_order() -> None:
    text = "the protection of consumer rights"
    assert find_themes(text, ((15, 33), (4, 20), (4, 14)), SHIPPED) == find_themes(text, ((4, 33),), SHIPPED)


LABELS = sorted({label for one in SHIPPED.concepts.values() for label in (*one.triggers, *one.excluding)})
TEXTS = st.lists(st.one_of(st.sampled_from(LABELS), st.text(max_size=5), st.sampled_from([", ", " and "])), max_size=12)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Spans]:
    text = draw(st.sampled_from([" ", "", ", "])).join(draw(TEXTS))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return text, tuple(zip(cuts[::2], cuts[1::2], strict=False))


@given(places())
def test_mentions_lie_within_the_spans_and_one_is_primary(given_: tuple[str, Spans]) -> None:
    text, spans = given_
    mentions = find_themes(text, spans, SHIPPED)
    inside = {place for start, end in spans for place in range(start, end)}
    for mention in mentions:
        assert mention.spans
        assert list(mention.spans) == sorted(mention.spans)
        assert all(start < end for start, end in mention.spans)
        assert {place for start, end in mention.spans for place in range(start, end)} <= inside
    assert sum(mention.primary for mention in mentions) == bool(mentions)
    assert len({mention.concept for mention in mentions}) == len(mentions)
