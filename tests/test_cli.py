"""The command, as a user meets it: what it prints, where, and its exit code."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg import __version__
from kg.cli import main
from kg.ontology import ontology_folder
from kg.store import read_graph

CORPUS = Path(__file__).parent.parent / "corpus"
TEXT = CORPUS / "china-quality-conference-2021.txt"
NAME = 'Ann "</script><b>" O\'Neill'


@dataclass(frozen=True)
class Done:
    """An exit code, and what stood on standard output and standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command in this process, where the language model is loaded once for all tests."""

    def run(*words: str | Path, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        found = capsys.readouterr()
        return Done(int(ended.value.code or 0), found.out, found.err)

    return run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of one text of the corpus."""
    from kg.documents import read
    from kg.pipeline import build, write_folder

    folder = tmp_path_factory.mktemp("graph") / "out"
    write_folder(build(read([TEXT])), folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_it_tells_its_version(kg: Run) -> None:
    assert kg("--version") == Done(0, f"kg {__version__}\n", "")


@pytest.mark.parametrize(
    "command", ["build", "extract", "query", "table", "serve", "push", "validate", "reason", "explain"]
)
def test_each_command_has_help(kg: Run, command: str) -> None:
    assert command in kg("--help").out
    done = kg(command, "--help")
    assert done.code == 0 and "Usage" in done.out


@pytest.mark.parametrize("words", [["nonsense"], ["build"], ["extract", "--to", "nonsense"], ["build", "a", "-o"]])
def test_what_is_typed_wrongly_ends_with_2(kg: Run, words: list[str]) -> None:
    done = kg(*words)
    assert done.code == 2 and not done.out and "Traceback" not in done.err


def test_a_build_writes_every_file_and_sums_up_on_one_screen(kg: Run, tmp_path: Path) -> None:
    done = kg("build", CORPUS, "--metadata", CORPUS / "docs.csv", "-o", tmp_path / "out", "--title", "All <texts>")
    assert done.code == 0 and not done.err
    assert sorted(files(tmp_path / "out")) == [
        "context.json", "documents.csv", "documents.jsonl", "entities.csv", "entities.jsonl", "graph.graphml",
        "graph.html", "graph.trig", "graph.ttl", "report.json", "run.json", "statements.csv", "statements.jsonl",
    ]  # fmt: skip
    graph = read_graph(tmp_path / "out")
    assert len(graph.documents) == 14
    assert {document.genre for document in graph.documents} != {None}
    assert all(dict(document.variables)["register"] for document in graph.documents)
    lines = done.out.splitlines()
    assert len(lines) <= 24 and all(len(line) <= 80 or str(tmp_path) in line for line in lines)
    for word in ("documents       14\n", "sentences", "frames by act", "entities", "themes", "gave nothing"):
        assert word in done.out


def test_further_rdf_is_written_where_it_is_asked_for(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The council adopted the plan.", encoding="utf-8")
    assert kg("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--rdf", "nq, JSONLD").code == 0
    assert {"graph.nq", "graph.jsonld"} <= files(tmp_path / "out").keys()
    done = kg("reason", tmp_path / "out")
    assert done.code == 0 and str(tmp_path / "out" / "inferred.trig") in done.out
    assert kg("build", tmp_path / "a.txt", "-o", tmp_path / "out").code == 0
    assert not {"graph.nq", "graph.jsonld", "graph.ttl12", "inferred.trig"} & files(tmp_path / "out").keys()


@pytest.mark.parametrize(("most", "is_told"), [(5, True), (1_000, False)], ids=["less than there is", "more"])
def test_what_the_page_leaves_out_is_told_on_it_and_in_the_summary(
    kg: Run, tmp_path: Path, most: int, is_told: bool
) -> None:
    done = kg("build", TEXT, "-o", tmp_path / "out", "--html-max", most)
    statements = len((tmp_path / "out" / "statements.jsonl").read_text("utf-8").splitlines())
    page = (tmp_path / "out" / "graph.html").read_text("utf-8")
    left = f"{statements - most:,} statements of 1 document"
    assert (f"not on the page {left} (--html-max)" in done.out) is is_told
    assert (f"{statements - most:,} more, of 1 document, are not on this page" in page) is is_told


def test_bad_inputs_get_a_line_each_and_the_rest_is_built(kg: Run, tmp_path: Path) -> None:
    bad = {
        "empty.txt": b"", "image.txt": b"\x89PNG\r\n\x1a\n\0", "latin.txt": "Thérèse spoke.".encode("latin-1"),
        "a\nb.txt": b"",
    }  # fmt: skip
    good = {"word.txt": b"word", "dots.txt": b"?! ...", "name.txt": f"{NAME} visited Oslo in 2021.".encode()}
    for name, data in {**bad, **good}.items():
        (tmp_path / name).write_bytes(data)
    names = [*bad, "missing.txt", *good]
    done = kg("build", *(tmp_path / name for name in names), "-o", tmp_path / "out")
    assert done.code == 2
    lines = done.err.splitlines()
    assert len(lines) == 5 and all(line.startswith("kg: ") for line in lines)
    graph = read_graph(tmp_path / "out")
    assert {document.source for document in graph.documents} == set(good)
    page = (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    assert '</script><b>"' not in page
    assert kg("validate", tmp_path / "out").code == 0


def test_where_nothing_can_be_built_what_stood_there_stays(kg: Run, built: Path, tmp_path: Path) -> None:
    before = files(built)
    done = kg("build", tmp_path / "missing.txt", "-o", built)
    assert done.code == 2 and not done.out
    assert done.err.splitlines()[-1] == f"kg: nothing to build, {built} is left as it is"
    assert files(built) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--model", "no_such_model"], "no_such_model"),
        (["--ontology", "no_such_folder"], "no_such_folder: not a folder"),
        (["--base", "no address"], "not an address"),
        (["--base", "https://example.org/a#"], "not an address"),
        (["--decisions", "none.csv"], "none.csv: cannot be read"),
        (["--rdf", "nq,xml"], "--rdf 'xml': no such format; there are nq, jsonld, ttl12"),
        (["--metadata", "no_such.csv"], "no_such.csv: cannot be read"),
    ],
)
def test_a_bad_option_gets_one_line_and_writes_nothing(
    kg: Run, tmp_path: Path, options: list[str], message: str
) -> None:
    done = kg("build", TEXT, "-o", tmp_path / "out", *options)
    assert done.code == 2 and message in done.err and len(done.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_build_takes_up_what_readers_decided(kg: Run, built: Path, tmp_path: Path) -> None:
    wrong, fixed, *_ = (one for one in read_graph(built).statements if one.act == "assertion" and not one.content)
    table = tmp_path / "decisions.csv"
    rows = [f"{wrong.anchor},{wrong.id},wrong,,", f"{fixed.anchor},{fixed.id},fix,polarity,negative", "0,0,right,,"]
    table.write_text("\n".join(["anchor,statement,verdict,field,value", *rows, ""]))
    done = kg("build", TEXT, "-o", tmp_path / "out", "--decisions", table)
    assert done.code == 0 and "0 confirmed, 1 rejected, 1 corrected; 1 not applied" in " ".join(done.out.split())
    graph = read_graph(tmp_path / "out")
    assert wrong.id not in {one.id for one in graph.statements}
    assert len(graph.statements) == len(read_graph(built).statements) - 1
    assert [row["line"] for row in graph.report["review"]["not_applied"]] == [4]
    assert graph.report["unmapped"]["rejected by a reader"] == 1
    assert graph.run["options"]["decisions"] == hashlib.sha256(table.read_bytes()).hexdigest()
    assert not kg("validate", tmp_path / "out").code


def test_a_base_of_ones_own_stands_in_every_iri(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann Lee visited Oslo in 2021.", encoding="utf-8")
    assert kg("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--base", "https://example.org/kg").code == 0
    assert b"w3id.org/policy-kg" not in b"".join(files(tmp_path / "out").values())
    assert kg("validate", tmp_path / "out").code == 0


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    texts = [TEXT, CORPUS / "g20-new-delhi-2023.md"]
    for seed in ("1", "2"):
        words = [sys.executable, "-m", "kg", "build", *map(str, texts), "-o", str(tmp_path / seed)]
        subprocess.run(words, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
    assert files(tmp_path / "1") == files(tmp_path / "2")


def test_statements_are_streamed_as_the_interchange_has_them(kg: Run, built: Path) -> None:
    done = kg("extract", TEXT)
    assert done.code == 0
    assert sorted(done.out.splitlines()) == sorted((built / "statements.jsonl").read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("form", "row"),
    [
        ("tsv", ["7", "Ann Lee", "visited", "Oslo", "assertion", ""]),
        ("benchie", ["7", "Ann Lee", "visited", "Oslo"]),
        ("carb", ["Ann Lee visited Oslo .", "0.92", "visited", "Ann Lee", "Oslo"]),
    ],
)
def test_a_table_of_sentences_is_read_and_a_table_written(kg: Run, form: str, row: list[str]) -> None:
    done = kg("extract", "--from", "tsv", "--to", form, stdin="7\tAnn Lee visited Oslo .\n\n")
    assert done == Done(0, "\t".join(row) + "\n", "")


def test_a_line_without_a_tab_gets_one_line_and_the_rest_is_read(kg: Run) -> None:
    done = kg("extract", "--to", "benchie", stdin="no tab\n7\tAnn Lee visited Oslo .\n")
    assert done.code == 2 and done.err == "kg: standard input, line 1: not id<TAB>sentence\n"
    assert done.out.startswith("7\tAnn Lee")


QUERY = "SELECT ?act (COUNT(*) AS ?n) WHERE { ?s a pol:Statement ; pol:act ?act } GROUP BY ?act ORDER BY ?act"


def test_a_question_is_answered_from_words_a_file_or_standard_input(kg: Run, built: Path, tmp_path: Path) -> None:
    (tmp_path / "acts.rq").write_text(QUERY, encoding="utf-8")
    answers = [
        kg("query", built, QUERY, "--format", "csv"),
        kg("query", built, tmp_path / "acts.rq", "--format", "csv"),
        kg("query", built, "-", "--format", "csv", stdin=QUERY),
    ]
    acts: dict[str, int] = {}
    for statement in read_graph(built).statements:
        acts[statement.act] = acts.get(statement.act, 0) + 1
    wanted = "act,n\n" + "".join(f"{act},{acts[act]}\n" for act in sorted(acts))
    assert [answer.out for answer in answers] == [wanted] * 3


def test_an_answer_is_a_table_or_json(kg: Run, built: Path) -> None:
    question = "SELECT ?type WHERE { id:person/wang-yong a ?type FILTER (?type = pol:Person) }".replace(
        "id:person/wang-yong", "<https://w3id.org/policy-kg/id/person/wang-yong>"
    )
    assert "pol:Person" in kg("query", built, question).out
    assert "1 row\n" in kg("query", built, question).out
    answer = json.loads(kg("query", built, question, "--format", "json").out)
    assert answer["results"]["bindings"] == [
        {"type": {"type": "uri", "value": "https://w3id.org/policy-kg/ontology#Person"}}
    ]


def test_a_saved_question_is_asked_by_its_name(kg: Run, built: Path) -> None:
    rows = kg("query", built, "directives-by-theme", "theme=consumer-protection", "--format", "csv").out.splitlines()
    assert [row.split(",")[0] for row in rows[1:]] == ["Wang Yong"] and "protect consumers" in rows[1]
    shown = kg("query", built, "directives-by-theme", "theme=consumer-protection", "--show").out
    assert "PREFIX pol:" in shown and "theme/consumer-protection>" in shown and "?speaker" not in shown
    assert kg("query", built, "-", "--format", "csv", stdin=shown).out.splitlines() == rows


def test_the_saved_questions_are_listed(kg: Run, built: Path) -> None:
    listed = kg("query", built, "--list").out.splitlines()
    assert len(listed) >= 25 and all(line.split("  ")[-1].strip() for line in listed)
    told = kg("query", built, "office-as-of", "--list").out
    assert "nothing is filled in" in told and "day=" in told


def test_a_file_of_ones_own_has_parameters_too(kg: Run, built: Path, tmp_path: Path) -> None:
    text = "# parameter: act (assertion|directive): an act\nSELECT (COUNT(*) AS ?n) {\n  VALUES ?act { 'directive' }\n"
    (tmp_path / "own.rq").write_text(text + "  ?s pol:act ?act\n}\n", encoding="utf-8")
    found = {act: kg("query", built, tmp_path / "own.rq", f"act={act}").out for act in ("assertion", "directive")}
    assert found["assertion"] != found["directive"]
    assert kg("query", built, tmp_path / "own.rq").code == 2


def test_what_is_constructed_is_printed_as_turtle(kg: Run, built: Path) -> None:
    assert kg("query", built, "facts-about", "entity=Hangzhou", "--format", "turtle").out.startswith("@prefix")
    done = kg("query", built, "offices", "--format", "turtle")
    assert done.code == 2 and "CONSTRUCT" in done.err


def test_frames_are_counted_in_a_table(kg: Run, built: Path) -> None:
    done = kg("table", built, "--by", "month,organization,theme")
    assert done.out.startswith("month,organization,theme,frames\n2021-09,")
    assert "by its primary theme" in done.err and len(done.err.splitlines()) == 1
    wide = kg("table", built, "--count", "statement", "--by", "act,deontic", "--wide", "--where", "act=directive").out
    assert wide.splitlines()[-1].startswith("all,")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--by", "moth"], "near: month"),
        (["--by", "act", "--where", "act"], "DIM=VALUE"),
        (["--by", "act", "--count", "frames"], "not one of frame, statement, document"),
    ],
)
def test_a_table_that_cannot_be_made_gets_one_line(kg: Run, built: Path, words: list[str], message: str) -> None:
    done = kg("table", built, *words)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1) and message in done.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["http://127.0.0.1:1/store"], "cannot be reached"),
        (["http://127.0.0.1:1/store", "--graph", "no iri"], "not an IRI"),
        (["http://127.0.0.1:1/store", "--user", "ann"], "set KG_PASSWORD in the environment"),
    ],
)
def test_a_push_that_cannot_be_made_gets_one_line(
    kg: Run, built: Path, words: list[str], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_PASSWORD", raising=False)
    done = kg("push", built, *words)
    assert done.code == 2 and message in done.err and len(done.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("question", "message"),
    [
        ("SELECT", "not SPARQL"),
        ("missing.rq", "cannot be read"),
        ("directive-by-theme", "near: directives-by-theme"),
        ("", "no question"),
        ("office-as-of", "needs office=… day=…"),
    ],
)
def test_a_bad_question_gets_one_line(kg: Run, built: Path, question: str, message: str) -> None:
    done = kg("query", built, question)
    assert done.code == 2 and message in done.err and len(done.err.splitlines()) == 1


BAD_FILES = [
    ("--ontology", "policy.ttl", "<a> nonsense", "policy.ttl, line 1: not Turtle"),
    ("--ontology", "statements.ttl", "<a> nonsense", "statements.ttl, line 1: not Turtle"),
    ("--ontology", "shapes.ttl", "<a> nonsense", "shapes.ttl, line 1: not Turtle"),
    ("--ontology", "countries.csv", "iso,name\n", "its first line must be iso,name,aliases"),
    ("--themes", "themes.ttl", "<a> nonsense", "themes.ttl, line 1: does not parse"),
    ("--themes", "cycle.ttl",
     "@prefix s: <http://www.w3.org/2004/02/skos/core#> . @prefix t: <https://example.org/t/> .\n"
     't:a a s:Concept ; s:prefLabel "A"@en ; s:broader t:b . t:b a s:Concept ; s:prefLabel "B"@en ; s:broader t:a .',
     "a concept stands above itself"),
    ("--aliases", "aliases.csv", "form,label\na,b\n", "no column 'name'"),
    ("--aliases", "aliases.csv", "form,name,type\na,b,pol:Actr\n", "line 2: 'pol:Actr' is no class of the ontology"),
    ("--aliases", "aliases.csv", "form,name\na,b\na,c\n", "line 3: 'a' is 'c' here and 'b' in aliases.csv, line 2"),
    ("--same-as", "same_as.csv", "name,iri\na,Q1\n", "'Q1' is no address"),
    ("--actors", "actors.csv", "name,level\na,galactic\n", "'galactic' is no level"),
]  # fmt: skip


@pytest.mark.parametrize(("option", "name", "content", "message"), BAD_FILES)
def test_a_bad_file_gets_one_line_and_what_was_built_stays_whole(
    kg: Run, built: Path, tmp_path: Path, option: str, name: str, content: str, message: str
) -> None:
    given = tmp_path / "given"
    shutil.copytree(ontology_folder(), given)
    (given / name).write_text(content, encoding="utf-8")
    before = files(built)
    done = kg("build", TEXT, "-o", built, option, given if option == "--ontology" else given / name)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1) and message in done.err
    assert files(built) == before


@pytest.mark.parametrize("command", ["validate", "table", "explain"])
def test_a_graph_of_another_format_gets_one_line(kg: Run, built: Path, tmp_path: Path, command: str) -> None:
    shutil.copytree(built, tmp_path / "out")
    run = json.loads((built / "run.json").read_text(encoding="utf-8"))
    (tmp_path / "out" / "run.json").write_text(json.dumps({**run, "format": 0}), encoding="utf-8")
    before = files(tmp_path / "out")
    done = kg(command, tmp_path / "out", *{"table": ["--by", "act"], "explain": ["a"]}.get(command, []))
    assert (done.code, done.out) == (2, "") and "a graph of format 0" in done.err and done.err.count("\n") == 1
    assert files(tmp_path / "out") == before


def test_a_store_of_an_older_version_is_made_anew_and_the_answer_is_the_same(kg: Run, built: Path) -> None:
    question = ("query", built, "SELECT ?s { ?s a pol:Directive } ORDER BY ?s")
    first = kg(*question)
    (built / "store.json").write_text('{"format": 0}', encoding="utf-8")
    assert kg(*question) == first and first.code == 0
    assert json.loads((built / "store.json").read_text(encoding="utf-8"))["format"] > 0


def test_a_taken_port_gets_one_line(kg: Run, built: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = kg("serve", built, "--port", str(port))
    assert (done.code, done.out) == (2, "")
    assert f"port {port} cannot be used" in done.err and len(done.err.splitlines()) == 1


def test_a_query_that_ends_too_early_is_told_where(kg: Run, built: Path) -> None:
    done = kg("query", built, "SELECT ?s { ?s ?p }")
    assert done.code == 2 and "line 1, column 20" in done.err


def test_a_built_graph_is_valid_and_a_tampered_one_is_not(kg: Run, tmp_path: Path, built: Path) -> None:
    assert kg("validate", built).code == 0
    for name, data in files(built).items():
        (tmp_path / name).write_bytes(data.replace(b"Wang Yong", b"Wang Yang") if name == "documents.jsonl" else data)
    done = kg("validate", tmp_path)
    assert done.code == 1 and "evidence: " in done.out


def test_a_statement_is_explained(kg: Run, built: Path) -> None:
    said = next(one for one in read_graph(built).statements if one.attribution and one.relation.predicate)
    done = kg("explain", built, said.id[:12])
    assert done.code == 0
    for word in (said.id, f"→{' '.join(said.evidence.text.split())}←", said.rule, str(said.relation.predicate)):
        assert word in done.out
    assert said.attribution[0].cue.text in done.out


@pytest.mark.parametrize("identifier", ["zzzz", "ab"])
def test_an_id_that_is_none_gets_one_line(kg: Run, built: Path, identifier: str) -> None:
    done = kg("explain", built, identifier)
    assert done.code == 2 and identifier in done.err and len(done.err.splitlines()) == 1


@pytest.mark.parametrize("words", [["query", "ASK {}"], ["validate"], ["explain", "abcd"]])
def test_a_folder_without_a_graph_gets_one_line(kg: Run, tmp_path: Path, words: list[str]) -> None:
    command, *rest = words
    done = kg(command, tmp_path / "none", *rest)
    assert done.code == 2 and len(done.err.splitlines()) == 1


def test_nothing_that_a_document_says_reaches_the_terminal_as_a_command(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann \x1b]0;owned\x07Lee visited Oslo in 2021.", encoding="utf-8")
    out = tmp_path / "out"
    assert kg("build", tmp_path / "a.txt", "-o", out).code == 0
    for statement in read_graph(out).statements:
        assert "\x1b" not in kg("explain", out, statement.id).out
    assert "\x1b" not in kg("query", out, "SELECT ?e WHERE { ?s pol:evidence ?e }").out


FOOTBALL = Path(__file__).parent / "data" / "football"


def test_an_ontology_in_order_has_no_findings(kg: Run) -> None:
    done = kg("ontology", "check", FOOTBALL)
    assert (done.code, done.out, done.err) == (0, "no findings: 6 classes and 8 relations are in order\n", "")
    assert kg("ontology", "check").code == 0


def test_what_is_wrong_with_an_ontology_is_a_line_each_and_exit_code_1(kg: Run, tmp_path: Path) -> None:
    text = (FOOTBALL / "football.ttl").read_text(encoding="utf-8").replace('"X win Y"', '"win Y"')
    (tmp_path / "football.ttl").write_text(text.replace('skos:example "the final"@en ;', ""), encoding="utf-8")
    done = kg("ontology", "check", tmp_path)
    assert (done.code, done.err) == (1, "")
    assert [line.partition(":")[2].strip()[:40] for line in done.out.splitlines()[:2]] == [
        "Match: no skos:example", "wins: 'win Y': an expression begins with",
    ]  # fmt: skip
    assert done.out.endswith("2 findings\n")


def test_an_ontology_that_does_not_parse_is_one_line_and_exit_code_2(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a:b> nonsense .", encoding="utf-8")
    for command in ("check", "docs"):
        done = kg("ontology", command, tmp_path)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "a.ttl, line 1: not Turtle" in done.err


def test_an_ontology_is_written_as_a_page(kg: Run, tmp_path: Path) -> None:
    assert kg("ontology", "docs", FOOTBALL, "-o", tmp_path / "page.html").out == ""
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page == kg("ontology", "docs", FOOTBALL).out
    assert "<title>Football</title>" in page
    done = kg("ontology", "docs", FOOTBALL, "-o", tmp_path)
    assert (done.code, "cannot write" in done.err) == (2, True)
