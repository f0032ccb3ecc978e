"""Documents → Graph → files: the stages in their order. Each has a module of its own, named by what comes out of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kg import export, store
from kg.corrections import Corrections
from kg.decisions import Decisions, read_decisions
from kg.entities import Resolution, resolve
from kg.entities.overrides import Overrides, read_overrides
from kg.errors import KgError
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.graph import Graph, build_graph
from kg.identifiers import DEFAULT_BASE, prefixes
from kg.invariants import hold_invariants
from kg.model import Document, Extraction, Statement
from kg.ontology import Ontology, load_ontology, ontology_folder
from kg.parsing import load_language
from kg.review import Reviewed, review
from kg.run import describe, file_sum
from kg.scheme import Themes, load_themes, themes_file
from kg.statements import to_statements
from kg.store import staged, write_files
from kg.triples import extract

if TYPE_CHECKING:
    from spacy.language import Language

_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20#]+")  # without a fragment: `ontology#` follows


@dataclass(frozen=True)
class Tools:
    """What a build is made with, loaded once; ``folder`` is the ontology's, ``scheme`` the file of the themes.

    All IRIs begin with ``base``.
    """

    nlp: Language
    ontology: Ontology
    themes: Themes
    gazetteer: Gazetteer
    folder: Path
    scheme: Path
    base: str
    overrides: Overrides


@dataclass(frozen=True)
class Work:
    """What the stages have made so far of the documents, which are read as the first stage asks for them."""

    tools: Tools
    documents: Iterable[Document]
    extractions: tuple[Extraction, ...]
    resolution: Resolution
    statements: tuple[Statement, ...]


Stage = Callable[[Work], Work]


def load_tools(
    ontology: str | Path | None = None,
    model: str | None = None,
    base: str = DEFAULT_BASE,
    themes: str | Path | None = None,
    overrides: Overrides | None = None,
) -> Tools:
    """Load the language model (an installed one by name, else the shipped), the ontology, themes and gazetteer.

    A folder that has no ``themes.ttl`` or ``countries.csv`` of its own goes with the shipped one; ``themes``, a SKOS
    file, goes before both. ``overrides`` are a researcher's tables.

    Raises: OntologyError, ModelError, InputError for a type in the tables that the ontology lacks, or KgError for a
    base that is no address.
    """
    if not _IRI.fullmatch(base):
        raise KgError(f"--base {base!r}: not an address; give one such as {DEFAULT_BASE}")
    folder = ontology_folder(Path(ontology) if ontology is not None else None)
    scheme = Path(themes) if themes is not None else themes_file(folder)
    terms = load_ontology(folder)
    return Tools(
        nlp=load_language(model),
        ontology=terms,
        themes=load_themes(scheme),
        gazetteer=load_gazetteer(folder),
        folder=folder,
        scheme=scheme,
        base=base,
        overrides=(overrides or Overrides()).checked(terms.classes),
    )


def extracted(work: Work) -> Work:
    """Read every document for frames, one after another."""
    tools = work.tools
    found = tuple(extract(document, tools.nlp, tools.ontology) for document in work.documents)
    return replace(work, extractions=found)


def resolved(work: Work) -> Work:
    """Find the entities of all documents together."""
    tools = work.tools
    return replace(work, resolution=resolve(work.extractions, tools.ontology, tools.gazetteer, tools.overrides))


def stated(work: Work) -> Work:
    """Map the frames to statements, with their themes."""
    tools = work.tools
    found = (to_statements(one, work.resolution, tools.ontology, tools.themes) for one in work.extractions)
    return replace(work, statements=tuple(statement for several in found for statement in several))


STAGES: tuple[Stage, ...] = (extracted, resolved, stated)


def make_statements(documents: Iterable[Document], tools: Tools) -> Work:
    """Run the documents through the stages."""
    work = Work(tools, documents, (), Resolution((), tools.ontology, {}), ())
    for stage in STAGES:
        work = stage(work)
    return work


def build(
    documents: Iterable[Document],
    ontology: str | Path | None = None,
    model: str | None = None,
    *,
    base: str = DEFAULT_BASE,
    title: str | None = None,
    themes: str | Path | None = None,
    html_max: int | None = None,
    decisions: str | Path | None = None,
    aliases: str | Path | None = None,
    same_as: str | Path | None = None,
    actors: str | Path | None = None,
) -> Graph:
    """Build a graph of documents.

    ``ontology`` is a folder of one's own, ``themes`` a SKOS file, ``model`` an installed spaCy pipeline, ``title`` the
    page's, ``html_max`` how many statements the page carries at most, ``decisions`` a table of readers' judgements,
    ``aliases``, ``same_as`` and ``actors`` a researcher's tables (docs/identity.md).

    Raises: what :func:`load_tools`, :func:`kg.decisions.read_decisions` and
    :func:`kg.entities.overrides.read_overrides` raise.
    """
    judged = read_decisions(Path(decisions)) if decisions is not None else None
    tables = (None if path is None else Path(path) for path in (aliases, same_as, actors))
    tools = load_tools(ontology, model, base, themes, read_overrides(*tables))
    return build_with(tools, documents, title=title, html_max=html_max, decisions=judged)


def build_with(
    tools: Tools,
    documents: Iterable[Document],
    *,
    title: str | None = None,
    html_max: int | None = None,
    decisions: Decisions | None = None,
) -> Graph:
    """Build a graph with tools that are loaded already."""
    work = make_statements(documents, tools)
    judged = _reviewed(work, decisions) if decisions else None
    if judged:
        work = replace(work, statements=judged.statements, extractions=_with_rejected(work.extractions, judged))
    known = {**tools.themes.prefixes, **tools.ontology.prefixes, **prefixes(tools.base)}
    run = describe(
        [extraction.document for extraction in work.extractions],
        nlp=tools.nlp,
        ontology=tools.folder,
        themes=tools.scheme,
        options={
            "base": tools.base,
            "title": title,
            "html_max": html_max,
            "decisions": decisions.sha256 if decisions else None,
            **{kind: file_sum(path) for kind, path in tools.overrides.files},
        },
    )
    graph = hold_invariants(build_graph(work.extractions, work.statements, work.resolution.entities, known, run))
    account = {"review": judged.account} if judged else {}
    if tools.overrides.files:
        account["tables"] = tools.overrides.account(graph.entities)
    return replace(graph, report={**graph.report, **account}) if account else graph


def _reviewed(work: Work, decisions: Decisions) -> Reviewed:
    documents = [extraction.document for extraction in work.extractions]
    known = Corrections.of(documents, work.resolution.entities, work.tools.ontology, work.tools.themes)
    return review(work.statements, decisions, known)


def _with_rejected(extractions: Iterable[Extraction], judged: Reviewed) -> tuple[Extraction, ...]:
    """The extractions with each rejected statement as a candidate that made none."""
    return tuple(
        replace(one, unmapped=(*one.unmapped, *(gone for gone in judged.rejected if gone.document == one.document.id)))
        for one in extractions
    )


def stream(documents: Iterable[Document], tools: Tools) -> Iterator[tuple[Document, tuple[Statement, ...]]]:
    """Give each document with its statements as soon as it is read, its entities resolved within it alone."""
    for document in documents:
        work = make_statements((document,), tools)
        yield work.extractions[0].document, work.statements


def write(graph: Graph, path: str | Path, ontology: Ontology | None = None, themes: Themes | None = None) -> None:
    """Write a graph: by the suffix of ``path`` one file (``.ttl``, ``.jsonld``, ``.html`` …), else a folder.

    ``ontology`` and ``themes`` are those of the build where they are not the shipped ones.

    Raises: OutputError where it cannot be written.
    """
    writer = export.write if Path(path).suffix else write_folder
    writer(graph, Path(path), ontology, themes)


def read_graph(path: str | Path) -> Graph:
    """Read a graph back: from the folder of a build, or from one file of RDF, which holds no report and no run.

    Raises: OutputError, in one line, for what is missing, incomplete or not ours.
    """
    path = Path(path)
    if path.is_dir() or not path.suffix:
        return store.read_graph(path)
    from kg.export.read_rdf import read_rdf

    return read_rdf(path)


def write_folder(
    graph: Graph,
    folder: Path,
    ontology: Ontology | None = None,
    themes: Themes | None = None,
    further: Iterable[str] = (),
) -> None:
    """Write everything that ``kg build`` writes, and the ``further`` files, names of :data:`kg.export.FURTHER`.

    What was made of an earlier build and is not made now is taken away: it would speak of another graph.

    Raises: OutputError where it cannot be written; what stood there before still stands then.
    """
    wanted = (*export.EXPORTERS, *further)
    with staged(folder) as stage:
        write_files(graph, stage)
        for name in wanted:
            export.write(graph, stage / name, ontology, themes)
    for name in {*export.FURTHER, export.INFERRED} - set(wanted):
        (folder / name).unlink(missing_ok=True)
