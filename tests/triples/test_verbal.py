from __future__ import annotations

import pytest

from tests.docs import doc, extract_docs, frame_of, frames, line, lines, make_doc, parsed_doc, tables, wrapped

DATE = "2023-07-01"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council adopted the law.", ["The council – adopt – the law"]),
        ("The text was drafted by Chile.", ["The text – draft (passive); agent by Chile"]),
        ("The talks were postponed.", ["The talks – postpone (passive)"]),
        ("Rome is the capital.", ["Rome – be – the capital"]),
        ("The law is unfair.", ["The law – be – unfair"]),
        ("The office is in Paris.", ["The office – be in – Paris"]),
        ("The city became a port.", ["The city – become – a port"]),
        ("The minister read out a letter.", ["The minister – read out – a letter"]),
        ("Kenya participated in the talks.", ["Kenya – participate in – the talks"]),
        ("Ministers spoke about trade.", ["Ministers – speak about – trade"]),
        ("Japan gave farmers a subsidy.", ["Japan – give – a subsidy; recipient farmers"]),
        ("The council sent a letter to Kenya.", ["The council – send – a letter; recipient to Kenya"]),
        ("Talks took place in Rome.", ["Talks – take place in – Rome"]),
        ("Kenya took part in the talks.", ["Kenya – take part in – the talks"]),
        ("The fair was held in Turin on 3 May.", ["The fair – hold in (passive) – Turin; when on 3 May"]),
        ("Kenya must act before 2030.", ["Kenya – act; deadline before 2030"]),
        (
            "The minister called the law a mistake.",
            ["The minister – call – the law; other a mistake", "the law – be – a mistake"],
        ),
        ("Wang told reporters that prices fell.", ["Wang – tell – reporters", "prices – fall"]),
        ("The law is not unfair.", ["The law – be – unfair"]),  # the negation is the relation's
        ("Prices fell by 4% in June.", ["Prices – fall; quantity by 4%; when in June"]),
        ("Ports have to close.", ["Ports – close"]),
    ],
)
def test_a_clause_is_a_statement(sentence: str, expected: list[str]) -> None:
    assert lines(sentence, date=DATE) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Spain and Italy cut the subsidy.", ["Spain – cut – the subsidy", "Italy – cut – the subsidy"]),
        ("Peru buys wheat and rice.", ["Peru – buy – wheat", "Peru – buy – rice"]),
        ("The ban covers cups, bowls and plates.",
         ["The ban – cover – cups", "The ban – cover – bowls", "The ban – cover – plates"]),
        ("Chile drafted and adopted the law.", ["Chile – draft – the law", "Chile – adopt – the law"]),
        ("Kenya introduced and is changing a tax.", ["Kenya – introduce – a tax", "Kenya – change – a tax"]),
        ("The minister opened the fair and thanked the nurses.",
         ["The minister – open – the fair", "The minister – thank – the nurses"]),
        ("The law was adopted and signed.", ["The law – adopt (passive)", "The law – sign (passive)"]),
        ("Peru grows and sells rice.", ["Peru – grow – rice", "Peru – sell – rice"]),
        ("Neither Spain nor Italy paid taxes.", ["Spain – pay – taxes", "Italy – pay – taxes"]),
        ("Spain and Italy will cut and later end the subsidy.",
         ["Spain – cut – the subsidy", "Italy – cut – the subsidy", "Spain – end – the subsidy",
          "Italy – end – the subsidy"]),
        ("The law ensures the protection of young workers and old trees.",
         ["The law – ensure – the protection of young workers", "The law – ensure – the protection of old trees"]),
        ("The plan ends the interconnection and sharing of infrastructure.",
         ["The plan – end – the interconnection of infrastructure", "The plan – end – sharing of infrastructure"]),
        ("The fair was opened in Paris and Rome.",
         ["The fair – open in (passive) – Paris", "The fair – open in (passive) – Rome"]),
        # one phrase, one object
        ("The fair opened in Paris and at home.", ["The fair – open in – Paris; where at home"]),
        ("The fight against hunger and disease continues.", ["The fight against hunger and disease – continue"]),
        ("Talks between China and Kenya opened.", ["Talks between China and Kenya – open"]),
        # together: the group meets
        ("China and Kenya met in Paris.", ["China and Kenya – meet in – Paris"]),
        ("Ministers of foreign trade and public health met.",
         ["Ministers of foreign trade and public health – meet"]),
    ],
)  # fmt: skip
def test_conjuncts_are_multiplied_out_and_groups_kept(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected", "relation"),
    [
        ("Kenya continues to support the plan.", "Kenya – support – the plan", "continues to support"),
        ("Kenya strives to cut waste.", "Kenya – cut – waste", "strives to cut"),
        ("Kenya failed to sign the treaty.", "Kenya – sign – the treaty", "failed to sign"),
        ("Ports do not have to cut waste.", "Ports – cut – waste", "do not have to cut"),
        ("Kenya no longer supports the plan.", "Kenya – support – the plan", "no longer supports"),
        ("Kenya made efforts to cut waste.", "Kenya – cut – waste", "made efforts to cut"),
        ("States should take measures to cut waste.", "States – cut – waste", "should take measures to cut"),
        ("Kenya stands ready to help farms.", "Kenya – help – farms", "stands ready to help"),
        ("It is necessary to cut waste.", "() – cut – waste", "is necessary to cut"),
        # things, and no efforts of Kenya's
        ("Kenya praised efforts to cut waste.", "Kenya – praise – efforts to cut waste", "praised"),
        ("Kenya made rules to cut waste.", "Kenya – make – rules to cut waste", "made"),
        ("Kenya took measures.", "Kenya – take – measures", "took"),
        ("Kenya stands ready.", "Kenya – stand – ready", "stands"),
        ("Kenya voted in favour of the text.", "Kenya – vote in favour of – the text", "voted in favour of"),
        ("Growth stands at 8.6%.", "Growth – stand at – 8.6%", "stands at"),
        ("Kenya not only signed the treaty.", "Kenya – sign – the treaty", "signed"),
        ("Ports ought to close.", "Ports – close", "ought to close"),
        ("The law is not unfair.", "The law – be – unfair", "is not"),
        ("The minister read out a letter.", "The minister – read out – a letter", "read out"),
        ("The fair opened in Turin.", "The fair – open in – Turin", "opened in"),
        ("The text was drafted by Chile.", "The text – draft (passive); agent by Chile", "was drafted"),
        ("Rome is the capital.", "Rome – be – the capital", "is"),
    ],
)
def test_the_relations_words_are_the_verb_group_and_its_preposition(
    sentence: str, expected: str, relation: str
) -> None:
    (frame,) = frames(sentence)
    assert lines(sentence) == [expected]
    assert frame.relation.text == relation


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Wang urged enterprises to implement the law.",
         ["Wang – urge – enterprises", "enterprises – implement – the law"]),
        ("Wang called on states to cut waste.", ["Wang – call on – states", "states – cut – waste"]),
        ("Kenya asked the board to cut waste.", ["Kenya – ask – the board", "the board – cut – waste"]),
        ("We urge states to act.", ["We – urge – states", "states – act"]),
        ("A fund that helps farms opened.", ["A fund – help – farms", "A fund – open"]),
        ("Farms that grow rice and use water pay taxes.",
         ["Farms – grow – rice", "Farms – use – water", "Farms – pay – taxes"]),
        ("The law, which the king signed, protects workers.", ["the king – sign – The law",
                                                               "The law – protect – workers"]),
        ("A man who lives in Rome pays.", ["A man – live in – Rome", "A man – pay"]),
        ("A plan adopted in May cuts waste.", ["A plan – adopt (passive); when in May", "A plan – cut – waste"]),
        ("Speaking in Rome, the minister praised nurses.",
         ["the minister – speak in – Rome", "the minister – praise – nurses"]),
        ("If the court agrees, Kenya will pay.",
         ["the court – agree", "Kenya – pay; condition if the court agrees"]),
        ("Plates and bowls that contain lead break.",
         ["Plates – contain – lead", "bowls – contain – lead", "Plates – break", "bowls – break"]),
        ("Firms may insure, finance or ship oil.",
         ["Firms – insure – oil", "Firms – finance – oil", "Firms – ship – oil"]),
        # nobody is named for what is necessary or proposed
        ("It is necessary to cut waste and train staff.", ["() – cut – waste", "() – train – staff"]),
        ("Wang proposed limiting the mandate.", ["Wang – propose", "() – limit – the mandate"]),
        ("Wang proposed limiting the mandate and cutting waste.",
         ["Wang – propose", "() – limit – the mandate", "() – cut – waste"]),
        ("Kenya considered limiting the mandate.", ["Kenya – limit – the mandate"]),
        # what a noun binds somebody to do is a statement of its own
        ("We reaffirm our commitment to end hunger.",
         ["We – reaffirm – our commitment to end hunger", "We – end – hunger"]),
        ("We reaffirm our commitment of 2009 to end hunger.",
         ["We – reaffirm – our commitment of 2009 to end hunger", "We – end – hunger"]),
        ("Kenya has an obligation to report prices.",
         ["Kenya – have – an obligation to report prices", "Kenya – report – prices"]),
        ("The obligation to report prices remains.", ["The obligation to report prices – remain"]),
        # a country in front of the noun is bound, a field is not
        ("The U.S. commitment to end hunger remains.",
         ["U.S. – end – hunger", "The U.S. commitment to end hunger – remain"]),
        ("The climate commitment to end hunger remains.", ["The climate commitment to end hunger – remain"]),
        # who makes a promise is bound by it, who praises one is not
        ("Wang made a commitment to end hunger.",
         ["Wang – make – a commitment to end hunger", "Wang – end – hunger"]),
        ("Wang praised the climate commitment to end hunger.",
         ["Wang – praise – the climate commitment to end hunger"]),
        # what is aimed at is done by what is aimed, unless it is a person
        ("The plan is aimed at cutting waste.", ["The plan – cut – waste"]),
        ("The plan is aimed at farmers.", ["The plan – aim at (passive) – farmers"]),
        ("Ports may use up to $5 million.", ["Ports – use – up to $5 million"]),
        ("Ports wake up to noise.", ["Ports – wake up to – noise"]),
        ("Kenya has a plan to end hunger.", ["Kenya – have – a plan to end hunger"]),
        # what a noun voices is said, and other nouns keep their clause
        ("Wang shared the view that prices fell.", ["Wang – share – the view", "prices – fall"]),
        ("Wang shared the report that prices fell.", ["Wang – share – the report that prices fell"]),
        ("Wang rejected the view that prices fell.", ["Wang – reject – the view that prices fell"]),
        # aims and complements of nouns are parts of other statements
        ("Ports have four months to pay.", ["Ports – have – four months"]),
        ("The ministry raised taxes to protect forests.",
         ["The ministry – raise – taxes; purpose to protect forests"]),
        ("The ministers' efforts to cut waste failed.", ["The ministers' efforts to cut waste – fail"]),
        ("Guidelines for cutting waste help.", ["Guidelines for cutting waste – help"]),
    ],
)  # fmt: skip
def test_clauses_below_others_take_their_participants_from_them(sentence: str, expected: list[str]) -> None:
    assert lines(sentence, date=DATE) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "rule"),
    [
        ("The council adopted the law.", "adopt", "active"),
        ("The text was drafted by Chile.", "draft", "passive"),
        ("Rome is the capital.", "be", "copula"),
        ("Reduce waste.", "reduce", "imperative"),
        ("A fund that helps farms opened.", "help", "relative"),
        ("A plan adopted in May cuts waste.", "adopt", "participle"),
        ("Wang urged enterprises to implement the law.", "implement", "control"),
        ("The minister opened the fair and thanked the nurses.", "thank", "coordination"),
    ],
)
def test_a_frame_names_the_rule_that_found_it(sentence: str, lemma: str, rule: str) -> None:
    assert frame_of(lemma, sentence).rule == rule


def test_the_infinitive_below_an_order_keeps_its_to() -> None:
    assert frame_of("implement", "Wang urged enterprises to implement the law.").relation.text == "to implement"


def test_the_unstated_addressee_of_an_order_is_implied_and_never_guessed() -> None:
    (frame,) = frames("Reduce waste.")
    assert frame.subject.kind == "addressee" and frame.subject.implied
    assert frame.evidence == (0, len("Reduce waste"))


def test_frames_that_one_clause_was_distributed_into_share_its_place() -> None:
    first, second = frames("Peru buys wheat and rice.")
    assert first.clause == second.clause == (5, 9)
    assert first.number != second.number


def test_no_participant_ends_in_the_break_of_a_wrapped_line() -> None:
    parsed = wrapped("The president of Peru spoke.", 3)
    assert parsed.text == "The president of Peru\nspoke."
    assert [frame.subject.text for frame in extract_docs(parsed).frames] == ["The president of Peru"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fair was held in Turin on 3 May.",
        "The council sent a letter to Kenya.",
        "Wang urged enterprises to implement the law.",
        "The law, which the king signed, protects workers.",
    ],
)
def test_a_wrapped_line_changes_no_statement(sentence: str) -> None:
    for token in parsed_doc(sentence):
        if token.whitespace_:
            found = extract_docs(wrapped(sentence, token.i)).frames
            assert [line(frame).replace("\n", " ") for frame in found] == lines(sentence), token.text


def test_a_table_in_a_sentence_does_not_explode() -> None:
    sentence = "Peru buys wheat and rice."
    names, goods = 30, 30
    peru, buys, wheat, _, rice, stop = tables()[sentence]
    rows = [peru, *([rice] * (names - 1)), buys, wheat, *([rice] * (goods - 1)), stop]
    heads = [names + 1, *([1] * (names - 1)), 0, names + 1, *([names + 2] * (goods - 1)), names + 1]
    hung = tuple(type(row)(**{**vars(row), "head": head}) for row, head in zip(rows, heads, strict=True))
    parsed = make_doc([(" ".join(row.word for row in rows), hung)])
    assert 1 < len(extract_docs(parsed).frames) < names * goods / 2


def test_whoever_agreed_is_implied_and_nobody_in_particular() -> None:
    agreed, close = frames("It was agreed that the fund will close.")
    assert line(agreed) == "() – agree (passive)" and agreed.content == (close.number,)
    assert agreed.subject.kind == "implied" and not agreed.subject.lemma
    assert (
        lines("It was agreed by ministers that the fund will close.")[0] == "() – agree (passive); agent by ministers"
    )


def test_what_is_sold_or_found_is_told_apart() -> None:
    assert lines("It was sold.") == ["It – sell (passive)"]  # a thing
    assert lines("It was found that prices fell.") == ["() – find (passive)", "prices – fall"]


def test_an_empty_subject_says_nothing() -> None:
    assert "it" not in {frame.subject.text.lower() for frame in frames("It was agreed that the fund will close.")}
    assert doc("It was agreed that the fund will close.")[0].text == "It"
