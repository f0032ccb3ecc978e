from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import OntologyError
from kg.ontology import ontology_folder
from kg.scheme import load_themes, themes_file
from kg.themes import Theme, find_themes, words_of

THEMES = load_themes()
TURTLE = ontology_folder() / "themes.ttl"
SKOS = "http://www.w3.org/2004/02/skos/core#"
POL = "https://w3id.org/policy-kg/ontology#"
NOTE = SKOS + "editorialNote"
HEAD = f"@prefix skos: <{SKOS}> .\n@prefix pol: <{POL}> .\n@prefix my: <https://example.org/s/> .\n"

# Where the codes of each crosswalk were read: what the value (or, for a number, the property) begins with → source.
SOURCES = {
    "http://eurovoc.europa.eu/": "http://publications.europa.eu/resource/dataset/eurovoc",
    "http://cv.iptc.org/newscodes/mediatopic/": "http://cv.iptc.org/newscodes/mediatopic/",
    "http://metadata.un.org/sdg/": "https://github.com/UNStats/LOD4Stats",
    POL + "capMajorTopic": "https://www.comparativeagendas.net/pages/master-codebook",
    POL + "cofogDivision": "https://metadata.nso.gov.mt/ConceptDetails.aspx?id=307",
}
CAP = {str(number) for number in (*range(1, 11), *range(12, 22), 23)}
COFOG = {f"{number:02d}" for number in range(1, 11)}


def shipped() -> dict[str, dict[str, list[str]]]:
    """Everything that the shipped file says: subject → property → values."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in pyoxigraph.parse(TURTLE.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE):
        subject, thing = quad.subject, quad.object
        assert isinstance(subject, pyoxigraph.NamedNode)
        assert isinstance(thing, pyoxigraph.NamedNode | pyoxigraph.Literal)
        said[subject.value][quad.predicate.value].append(thing.value)
    return said


SAID = shipped()


def write(folder: Path, turtle: str, name: str = "mine.ttl") -> Path:
    path = folder / name
    path.write_text(HEAD + turtle, encoding="utf-8")
    return path


# --- The shipped scheme -------------------------------------------------------------------------------------------


def test_there_are_two_levels_of_a_size_that_a_reader_can_hold() -> None:
    tops = [theme for theme in THEMES.concepts.values() if not theme.broader]
    narrower = [theme for theme in THEMES.concepts.values() if theme.broader]
    assert 20 <= len(tops) <= 30
    assert 80 <= len(narrower) <= 140
    assert all(len(theme.broader) == 1 and not THEMES.concepts[theme.broader[0]].broader for theme in narrower)


@pytest.mark.parametrize("theme", THEMES.concepts.values(), ids=list(THEMES.concepts))
def test_each_theme_has_label_notation_definition_triggers_and_a_place(theme: Theme) -> None:
    said = SAID[theme.iri]
    assert theme.label and theme.definition.endswith(".")
    assert theme.concept == "theme:" + theme.concept.partition(":")[2]
    assert len(theme.triggers) >= 5
    assert said[SKOS + "inScheme"] == ["https://w3id.org/policy-kg/theme/"]
    assert bool(said[SKOS + "topConceptOf"]) is not bool(theme.broader)
    above = theme.broader[0] if theme.broader else None
    assert above is None or theme.notation.startswith(THEMES.concepts[above].notation + ".")


def test_notations_and_labels_are_unique() -> None:
    for values in ([t.notation for t in THEMES.concepts.values()], [t.label for t in THEMES.concepts.values()]):
        assert len(values) == len(set(values))


def test_each_trigger_finds_its_theme_unless_a_reason_stands_in_the_file() -> None:
    """A trigger that two claim has a note at each; none is made idle by an excluding label or by a part of itself."""
    claims: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for theme in THEMES.concepts.values():
        assert len({words_of(label) for label in theme.triggers}) == len(theme.triggers), theme.concept
        for label in theme.triggers:
            claims[words_of(label)].append((theme.concept, label))
            assert theme.concept in {one.concept for one in find_themes(label, ((0, len(label)),), THEMES)}, label
    for claim in claims.values():
        for name, label in claim:
            assert len(claim) == 1 or f'"{label}"' in " ".join(SAID[THEMES.concepts[name].iri][NOTE]), claim


def test_excluding_labels_rule_out_their_own_theme() -> None:
    for theme in THEMES.concepts.values():
        for label in theme.excluding:
            assert theme.concept not in {one.concept for one in find_themes(label, ((0, len(label)),), THEMES)}, label


@pytest.mark.parametrize("theme", THEMES.concepts.values(), ids=list(THEMES.concepts))
def test_each_crosswalk_names_where_its_code_was_read(theme: Theme) -> None:
    said = SAID[theme.iri]
    matches = [value for name in ("closeMatch", "broadMatch") for value in said[SKOS + name]]
    codes = [*matches, *(name for name in (POL + "capMajorTopic", POL + "cofogDivision") if said[name])]
    wanted = {source for code in codes for start, source in SOURCES.items() if code.startswith(start)}
    assert wanted == set(said["http://purl.org/dc/terms/source"])
    assert all(any(code.startswith(start) for start in SOURCES) for code in codes)


def test_codes_are_of_their_schemes() -> None:
    goals = {f"http://metadata.un.org/sdg/{number}" for number in range(1, 18)}
    for said in SAID.values():
        assert set(said[POL + "capMajorTopic"]) <= CAP
        assert set(said[POL + "cofogDivision"]) <= COFOG
        assert {value for value in said[SKOS + "closeMatch"] if "/sdg/" in value} <= goals


def test_the_sources_are_described_and_the_notice_of_iptc_is_kept() -> None:
    assert all(SAID[source]["http://purl.org/dc/terms/title"] for source in SOURCES.values())
    text = TURTLE.read_text(encoding="utf-8")
    assert "Copyright IPTC" in text and "creativecommons.org/licenses/by/4.0/" in text


# --- Any scheme ---------------------------------------------------------------------------------------------------


def test_a_scheme_of_the_users_own_brings_its_labels_and_prefix(tmp_path: Path) -> None:
    path = write(tmp_path, """
my:bees a skos:Concept ; skos:prefLabel "Bees"@en, "Bienen"@de ; skos:altLabel "honey"@en-GB ;
    skos:hiddenLabel "apiary" ; skos:broader my:animals ; pol:excludingLabel "honey moon" .
my:animals skos:narrower my:bees ; skos:prefLabel "Animals" .
my:animals skos:exactMatch <https://elsewhere.org/x> .
""")  # fmt: skip
    themes = load_themes(path)
    assert themes.prefixes == {"my": "https://example.org/s/"}
    assert list(themes.concepts) == ["my:animals", "my:bees"]
    bees = themes.concepts["my:bees"]
    assert (bees.label, bees.broader, bees.triggers, bees.excluding) == (
        "Bees", ("my:animals",), ("Bees", "apiary", "honey"), ("honey moon",),
    )  # fmt: skip
    assert [one.concept for one in find_themes("Honey!", ((0, 6),), themes)] == ["my:bees"]


def test_labels_in_another_language_count_where_there_are_no_english_ones(tmp_path: Path) -> None:
    path = write(tmp_path, 'my:a a skos:Concept ; skos:prefLabel "Handel"@de .')
    assert load_themes(path).concepts["my:a"].triggers == ("Handel",)


def test_a_namespace_without_a_prefix_gets_one(tmp_path: Path) -> None:
    path = write(tmp_path, '<https://other.org/t#1> a skos:Concept ; skos:prefLabel "Trade" .')
    themes = load_themes(path)
    assert (themes.prefixes, list(themes.concepts)) == ({"scheme1": "https://other.org/t#"}, ["scheme1:1"])


def test_a_concept_without_a_label_is_called_by_its_name_and_never_found(tmp_path: Path) -> None:
    theme = load_themes(write(tmp_path, "my:fish a skos:Concept .")).concepts["my:fish"]
    assert (theme.label, theme.triggers) == ("fish", ())


@pytest.mark.parametrize(
    ("turtle", "says"),
    [
        ("my:a a skos:Concept", "line "),
        ("my:a skos:related my:b .", "holds no skos:Concept"),
        ("my:a skos:broader my:b . my:b skos:broader my:c . my:c skos:broader my:a .", "stands above itself"),
        ("my:a a skos:Concept ; skos:broader my:a .", "stands above itself"),
        ("my:a skos:broader my:b ; skos:narrower my:b . my:b a skos:Concept .", "stands above itself"),
    ],
)
def test_a_broken_scheme_is_one_clear_line(tmp_path: Path, turtle: str, says: str) -> None:
    with pytest.raises(OntologyError) as caught:
        load_themes(write(tmp_path, turtle))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value) and "mine.ttl" in str(caught.value)


@pytest.mark.parametrize(("name", "says"), [("none.ttl", "cannot be read"), ("themes.docx", "tells no RDF format")])
def test_a_file_that_is_not_there_or_not_rdf_is_refused(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(OntologyError, match=says):
        load_themes(tmp_path / name)


def test_a_folder_without_themes_goes_with_the_shipped_ones(tmp_path: Path) -> None:
    assert themes_file(tmp_path).is_file()
    own = tmp_path / "themes.ttl"
    own.touch()
    assert themes_file(tmp_path) == own
