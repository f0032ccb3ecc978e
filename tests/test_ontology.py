"""The ontology that comes with the package: it is sound, stands among others' terms, and its words find their terms."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DC, DCTERMS, FOAF, ODRL2, ORG, PROV, RDF, RDFS, SDO, SKOS, TIME

from kg.errors import OntologyError
from kg.lint import check, lint
from kg.mapping import ancestors
from kg.ontology import (
    LITERAL,
    ClassTerm,
    Mapped,
    MappedArgument,
    Ontology,
    RelationTerm,
    describe_ontology,
    load_ontology,
    ontology_folder,
)

FOOTBALL = Path(__file__).parent / "data" / "football"


@pytest.fixture(scope="module")
def policy() -> Ontology:
    return load_ontology()


def test_the_shipped_ontology_has_no_finding(policy: Ontology) -> None:
    assert lint(policy) == ()


def test_every_relation_but_the_top_stands_below_it(policy: Ontology) -> None:
    above = ancestors({curie: term.parents for curie, term in policy.relations.items()})
    assert {curie for curie in policy.relations if "pol:relatesTo" not in above[curie]} == {"pol:relatesTo"}


# Terms of vocabularies that rdflib does not know.
ELSEWHERE = {
    "oa:SpecificResource", "oa:end", "oa:exact", "oa:hasTarget", "oa:start",  # https://www.w3.org/TR/annotation-vocab/
    "nif:lemma",  # NIF 2.0 Core Ontology
    "itsrdf:taClassRef", "itsrdf:taConfidence", "itsrdf:taIdentRef",  # ITS 2.0 / RDF, W3C
    "synsem:marker",  # https://www.w3.org/2016/05/ontolex/ section 4.4
}  # fmt: skip
KNOWN = {
    "dc": DC, "dcterms": DCTERMS, "foaf": FOAF, "odrl": ODRL2, "org": ORG, "prov": PROV, "rdf": RDF, "rdfs": RDFS,
    "schema": SDO, "skos": SKOS, "time": TIME,
}  # fmt: skip


def test_every_term_of_another_vocabulary_is_one_that_it_has() -> None:
    described = describe_ontology()
    terms: list[ClassTerm | RelationTerm] = []
    for one in (described.ontology, described.vocabulary):
        terms += [*one.classes.values(), *one.relations.values()]
    prefixes = {**described.vocabulary.prefixes, **described.ontology.prefixes}
    used = {name for term in terms for name in (*term.close, *term.parents)}
    for name in sorted(used):
        prefix, _, local = name.partition(":")
        if prefix in KNOWN:
            assert prefixes[prefix] == str(KNOWN[prefix])
            assert rdflib.URIRef(prefixes[prefix] + local) in KNOWN[prefix], name
        elif prefix not in {"pol", "owl"}:
            assert name in ELSEWHERE, name


def test_nothing_is_to_be_mended_in_the_shipped_files() -> None:
    described = describe_ontology()
    assert check(described) == ()
    assert len(described.own) > 250
    assert described.title == "Policy ontology"


def test_no_term_is_declared_in_two_files() -> None:
    folder = ontology_folder()
    seen: dict[rdflib.term.Node, str] = {}
    for name in ("mapping.ttl", "policy.ttl", "statements.ttl"):
        for term in set(rdflib.Graph().parse(folder / name).subjects(RDFS.isDefinedBy)):
            assert seen.setdefault(term, name) == name, term


def test_a_class_s_example_is_of_that_class(policy: Ontology) -> None:
    """Where a noun tells it; a name is told by its label, and an actor, a place's part, by whatever stands for one."""
    for curie, cls in policy.classes.items():
        if cls.nouns:
            phrase = cls.examples[0].removeprefix("the ")
            found = policy.class_of_noun(singular(phrase)) or policy.class_of_noun(phrase)
            assert found == curie, (curie, phrase, found)


def singular(phrase: str) -> str:
    """A phrase of an example with its head in base form, as the extraction gives it."""
    head, of, rest = phrase.partition(" of ")
    head = head.partition(" that ")[0]
    base = head[:-3] + "y" if head.endswith("ies") else head[:-1] if head.endswith("s") else head
    return f"{base}{of}{rest}"


def test_only_decisions_are_decisions(policy: Ontology) -> None:
    assert {"pol:adopts", "pol:enacts", "pol:signs", "pol:ratifies", "pol:repeals"} <= policy.decisions
    assert not {"pol:says", "pol:promises", "pol:requires", "pol:relatesTo"} & policy.decisions


def test_a_relation_s_kind_is_its_own_or_that_of_what_stands_above_it(policy: Ontology) -> None:
    kinds = {name: policy.kinds.get(name) for name in ("pol:holdsOffice", "pol:takesOffice", "pol:leavesOffice")}
    assert list(kinds.values()) == ["tenure", "tenure begins", "tenure ends"]
    assert (policy.kinds["pol:enacts"], policy.kinds.get("pol:says")) == ("decision", None)


def test_an_argument_of_a_class_that_an_expression_asks_for_must_be_known_to_be_in_it(policy: Ontology) -> None:
    asked = ("take", "active", "as", "other")  # "took office as mayor", and not "took measures as a donor"
    assert policy.argument(*asked, "pol:Office") == MappedArgument("pol:takesOffice", False, "subject")
    assert policy.argument(*asked, "pol:Plan") is None
    assert policy.argument(*asked) is None


# lemma, voice, type of subject, type of object, relation, inverse
CLAUSES = [
    ("meet", "active", "pol:Person", "pol:Person", "pol:meetsWith", False),
    ("meet with", "active", "pol:Office", "pol:Office", "pol:meetsWith", False),
    ("meet", "active", "pol:Company", "pol:Standard", "pol:compliesWith", False),
    ("visit", "active", "pol:Person", "pol:Country", "pol:visits", False),
    ("hold", "active", "pol:Country", "pol:Conference", "pol:holds", False),
    ("hold", "passive", "pol:Conference", None, "pol:holds", True),
    ("hold", "active", "pol:Person", "pol:Office", "pol:holdsOffice", False),
    ("hold in", "passive", "pol:Conference", "pol:City", "pol:heldIn", False),
    ("hold in", "passive", "pol:Conference", None, "pol:heldIn", False),
    ("hold in", "passive", "pol:Conference", LITERAL, "pol:heldOn", False),
    ("hold on", "passive", "pol:Conference", LITERAL, "pol:heldOn", False),
    ("open in", "active", "pol:Conference", "pol:City", "pol:heldIn", False),
    ("attend", "active", "pol:Person", "pol:Event", "pol:attends", False),
    ("present", "active", "pol:Person", "pol:Award", "pol:presents", False),
    ("present", "active", "pol:Country", None, "pol:proposes", False),
    ("award", "passive", "pol:Award", None, "pol:presents", True),
    ("award", "passive", "pol:Person", "pol:Award", "pol:givenTo", True),
    ("receive", "active", "pol:Company", "pol:Award", "pol:givenTo", True),
    ("read out", "active", "pol:Person", "pol:Document", "pol:readsOut", False),
    ("deliver", "active", "pol:Person", "pol:Speech", "pol:delivers", False),
    ("deliver", "active", "pol:Person", None, "pol:delivers", False),
    ("issue", "active", "pol:GovernmentBody", "pol:Document", "pol:issues", False),
    ("publish", "passive", "pol:Document", None, "pol:issues", True),
    ("hold office", "active", "pol:Person", "pol:Office", "pol:holdsOffice", False),
    ("be", "active", "pol:Person", "pol:Office", "pol:holdsOffice", False),
    ("be", "active", "pol:Law", None, "pol:is", False),
    ("be", "active", "pol:Funding", LITERAL, "pol:amountsTo", False),
    ("be part of", "active", "pol:City", "pol:Region", "pol:partOf", False),
    ("include", "active", "pol:Plan", None, "pol:partOf", True),
    ("compose of", "passive", None, None, "pol:partOf", True),
    ("be also known as", "active", "pol:Organization", None, "pol:alsoKnownAs", False),
    ("appoint", "passive", "pol:Person", None, "pol:appoints", True),
    ("appoint", "passive", "pol:Person", "pol:Office", "pol:takesOffice", False),
    ("chair", "active", "pol:Person", "pol:Meeting", "pol:leads", False),
    ("adopt", "active", "pol:GovernmentBody", "pol:Decision", "pol:adopts", False),
    ("adopt", "passive", "pol:Decision", None, "pol:adopts", True),
    ("pass", "active", "pol:Legislature", "pol:Law", "pol:enacts", False),
    ("pass", "active", "pol:GovernmentBody", "pol:Decision", "pol:adopts", False),
    ("sign", "active", "pol:Country", "pol:Agreement", "pol:signs", False),
    ("sign", "active", "pol:Place", "pol:Agreement", "pol:signs", False),
    ("ratify", "active", "pol:Country", "pol:Agreement", "pol:ratifies", False),
    ("amend", "passive", "pol:Law", None, "pol:amends", True),
    ("repeal", "active", "pol:Legislature", "pol:Law", "pol:repeals", False),
    ("carry out", "active", "pol:UnstatedAddressee", "pol:Plan", "pol:implements", False),
    ("enter into force", "active", "pol:Law", None, "pol:takesEffectOn", False),
    ("fund", "passive", "pol:Project", None, "pol:funds", True),
    ("go to", "active", "pol:Award", "pol:Organization", "pol:givenTo", False),
    ("reach", "active", "pol:Country", "pol:Agreement", "pol:agreesOn", False),
    ("reject", "active", "pol:PoliticalParty", "pol:Law", "pol:opposes", False),
    ("condemn", "active", "pol:Country", None, "pol:criticises", False),
    ("strengthen", "active", "pol:UnstatedAddressee", None, "pol:strengthens", False),
    ("optimise", "active", None, None, "pol:improves", False),
    ("increase", "active", None, None, "pol:increases", False),
    ("participate in", "active", "pol:Country", None, "pol:participatesIn", False),
    ("cooperate with", "active", "pol:Country", "pol:Country", "pol:cooperatesWith", False),
    ("call on", "active", "pol:Country", "pol:Country", "pol:urges", False),
    ("call for", "passive", None, None, "pol:urges", True),
    ("point out", "active", "pol:Person", None, "pol:says", False),
    ("benefit from", "active", "pol:PeopleGroup", "pol:Policy", "pol:benefits", True),
]


@pytest.mark.parametrize(("lemma", "voice", "subject", "thing", "predicate", "inverse"), CLAUSES)
def test_a_clause_finds_its_relation(
    policy: Ontology, lemma: str, voice: str, subject: str | None, thing: str | None, predicate: str, inverse: bool
) -> None:
    assert policy.relation(lemma, voice, subject, thing) == Mapped(predicate, inverse)


@pytest.mark.parametrize(
    ("lemma", "voice", "subject", "thing"),
    [
        ("frobnicate", "active", None, None),
        ("hold", "active", "pol:Person", "pol:City"),  # a city is not held
        ("sign", "active", "pol:Country", LITERAL),
        ("read out", "passive", "pol:City", None),
        ("participate", "active", "pol:Country", None),
    ],
)
def test_what_no_relation_fits_is_left_to_be_minted(
    policy: Ontology, lemma: str, voice: str, subject: str | None, thing: str | None
) -> None:
    assert policy.relation(lemma, voice, subject, thing) is None


@pytest.mark.parametrize(
    ("lemma", "voice", "has_object", "predicate"),
    [
        ("increase", "active", False, "pol:growsBy"),
        ("increase", "active", True, "pol:increases"),
        ("award", "passive", True, "pol:givenTo"),
        ("award", "passive", False, "pol:presents"),
        ("fall", "active", False, "pol:fallsBy"),
        ("stress", "active", False, "pol:stresses"),
        ("improve", "active", False, "pol:improves"),
    ],
)
def test_whether_there_is_an_object_tells_relations_apart(
    policy: Ontology, lemma: str, voice: str, has_object: bool, predicate: str
) -> None:
    found = policy.relation(lemma, voice, None, None, has_object=has_object)
    assert found is not None
    assert found.predicate == predicate


def test_a_transitive_verb_without_its_object_says_something_else(policy: Ontology) -> None:
    assert policy.relation("follow", "active", "pol:Event", None, has_object=False) is None  # elections will follow
    assert policy.relation("grow", "active", "pol:PeopleGroup", None, has_object=True) is None  # farmers grow rice


def test_what_improves_is_improved(policy: Ontology) -> None:
    assert policy.relation("improve", "active", None, None, has_object=False) == Mapped("pol:improves", True)


# verb, voice, preposition, role, relation, of whom
ARGUMENTS = [
    ("hold", "passive", "in", "where", "pol:heldIn", "subject"),
    ("hold", "passive", "on", "when", "pol:heldOn", "subject"),
    ("hold", "passive", None, "when", "pol:heldOn", "subject"),
    ("hold", "active", "in", "where", "pol:heldIn", "object"),
    ("hold", "active", "with", "other", "pol:meetsWith", "subject"),
    ("present", "active", "to", "recipient", "pol:givenTo", "object"),
    ("present", "passive", "to", "recipient", "pol:givenTo", "subject"),
    ("award", "active", None, "recipient", "pol:givenTo", "object"),
    ("read out", "active", "at", "where", "pol:attends", "subject"),
    ("deliver", "active", "at", "where", "pol:attends", "subject"),
    ("impose", "active", "on", "topic", "pol:sanctions", "subject"),
    ("enter into force", "active", "on", "when", "pol:takesEffectOn", "subject"),
    ("cooperate", "active", "with", "other", "pol:cooperatesWith", "subject"),
    ("grow", "active", "by", "quantity", "pol:growsBy", "subject"),
    ("raise", "active", "by", "quantity", "pol:growsBy", "object"),
    ("increase", "active", "by", "manner", "pol:growsBy", "object"),
    ("spend", "passive", "on", "topic", "pol:funds", "subject"),
]


@pytest.mark.parametrize(("verb", "voice", "preposition", "role", "predicate", "of"), ARGUMENTS)
def test_an_argument_finds_its_relation_and_whose_it_is(
    policy: Ontology, verb: str, voice: str, preposition: str | None, role: str, predicate: str, of: str
) -> None:
    found = policy.argument(verb, voice, preposition, role)
    assert found == MappedArgument(predicate, False, "subject" if of == "subject" else "object")
    of_subject = policy.argument_relation(verb, voice, preposition, role)
    assert of_subject == (predicate if of == "subject" else None)


def test_an_argument_whose_role_does_not_fit_has_no_relation(policy: Ontology) -> None:
    assert policy.argument("hold", "passive", "in", "condition") is None
    assert policy.argument("hold", "passive", "by", "agent") is None
    assert policy.argument("participate", "active", "in", "when") is None  # "participate in recent years"


NOUNS = [
    ("4th China Quality (Hangzhou) Conference", "pol:Conference"),
    ("opening ceremony", "pol:Event"),
    ("Department for Environment, Food and Rural Affairs", "pol:GovernmentBody"),
    ("Governing Council of the European Central Bank", "pol:GovernmentBody"),
    ("House of Representatives of Japan", "pol:Legislature"),
    ("International Monetary Fund", "pol:InternationalOrganization"),
    ("National Health Insurance Act", "pol:Law"),
    ("new tax code", "pol:Law"),
    ("National Green Hydrogen Mission", "pol:Programme"),
    ("Agreement on Fisheries Subsidies", "pol:Agreement"),
    ("five-year plan", "pol:Plan"),
    ("congratulatory letter from President Xi Jinping", "pol:Document"),
    ("speech", "pol:Speech"),
    ("State Councilor", "pol:Office"),
    ("secretary - general", "pol:Office"),
    ("enterprise", "pol:Company"),
    ("farmer", "pol:PeopleGroup"),
    ("country", "pol:Country"),
    ("brazilian state of Pará", "pol:Country"),
    ("intellectual property", None),
    ("", None),
]


@pytest.mark.parametrize(("phrase", "cls"), NOUNS)
def test_the_head_noun_tells_the_class(policy: Ontology, phrase: str, cls: str | None) -> None:
    assert policy.class_of_noun(phrase) == cls


def test_labels_of_names_tell_classes_and_an_unknown_one_none(policy: Ontology) -> None:
    assert policy.class_of_label("PERSON") == "pol:Person"
    assert policy.class_of_label("MISC") is None


def test_classes_stand_in_one_another(policy: Ontology) -> None:
    assert policy.is_a("pol:Country", "pol:Actor")
    assert policy.is_a("pol:Country", "pol:Place")
    assert policy.is_a("pol:Legislature", "pol:Organization")
    assert policy.is_a("pol:Law", "owl:Thing")
    assert not policy.is_a("pol:Place", "pol:Actor")
    assert not policy.is_a("pol:Nothing", "pol:Actor")


def test_another_domain_works_without_a_line_of_code() -> None:
    football = load_ontology(FOOTBALL)
    assert lint(football) == ()
    assert football.prefixes["fb"] == "https://example.org/football#"
    assert football.class_of_noun("England team captain") == "fb:Player"
    assert football.class_of_label("ORG") == "fb:Side"
    assert football.relation("beat", "active", "fb:Side", "fb:Side") == Mapped("fb:beats", False)
    assert football.relation("lose to", "active", "fb:Side", "fb:Side") == Mapped("fb:beats", True)
    assert football.relation("lift", "passive", "fb:Trophy", None) == Mapped("fb:wins", True)
    assert football.relation("sell to", "passive", "fb:Player", "fb:Side") == Mapped("fb:soldTo", False)
    assert football.argument_relation("sell", "passive", "to", "recipient") == "fb:soldTo"
    assert football.relation("adopt", "active", None, None) is None
    assert football.decisions == {"fb:soldTo"}
    assert "pol:relatesTo" in football.relations
    assert "pol:UnstatedAddressee" in football.classes


def test_a_file_beside_the_domain_s_adds_to_it_and_a_nameless_namespace_gets_a_name(tmp_path: Path) -> None:
    (tmp_path / "football.ttl").write_bytes((FOOTBALL / "football.ttl").read_bytes())
    more = (
        "<urn:x:Rule> a <http://www.w3.org/2002/07/owl#Class> ; <https://w3id.org/policy-kg/ontology#noun> 'offside' ."
    )
    (tmp_path / "rules.ttl").write_text(more, encoding="utf-8")
    (tmp_path / "themes.ttl").write_text("this is another reader's", encoding="utf-8")
    ontology = load_ontology(tmp_path)
    assert ontology.class_of_noun("offside") == "ns1:Rule"
    assert ontology.prefixes["ns1"] == "urn:x:"
    assert "fb:beats" in ontology.relations


BAD = [
    ({}, "no ontology here"),
    ({"a.ttl": "# nothing\n"}, "no ontology here"),
    ({"a.ttl": "<a:b> a <a:c> .\n<a:b> nonsense .\n"}, r"a\.ttl, line 2: not Turtle"),
    ({"a.ttl": b"\xff\xfe"}, r"a\.ttl, line 1: not Turtle"),
    (
        {"a.ttl": "@prefix pol: <http://a.b/> .\npol:C a <http://www.w3.org/2002/07/owl#Class> ."},
        "the prefix pol: stands for http://a.b/ in another file",
    ),
    (
        {
            "a.ttl": "@prefix pol: <https://w3id.org/policy-kg/ontology#> .\n"
            "pol:r a <http://www.w3.org/2002/07/owl#ObjectProperty> ; pol:expression 'adopt Y' ."
        },
        "pol:r: 'adopt Y': an expression begins",
    ),
]


@pytest.mark.parametrize(("files", "message"), BAD)
def test_a_folder_that_holds_no_ontology_gets_one_clear_line(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    for name, content in files.items():
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(OntologyError, match=message) as raised:
        load_ontology(tmp_path)
    assert "\n" not in str(raised.value)


def test_a_file_is_not_a_folder(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="not a folder"):
        ontology_folder(tmp_path / "nowhere")
