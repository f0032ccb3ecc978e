"""A spaCy pipeline's Doc → its statements: ``nlp.add_pipe("kg_statements")`` gives ``doc._.statements``.

For people who have a pipeline already: it must tag, parse and name. The words are read as those of one document without
head lines; ``doc.user_data`` may say of it ``"date"`` (ISO 8601), ``"issuer"`` and ``"title"``.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.documents import LANGUAGE
from kg.entities import resolve
from kg.gazetteer import load_gazetteer
from kg.identifiers import document_id
from kg.model import Document
from kg.ontology import load_ontology, ontology_folder
from kg.parsing import split
from kg.scheme import load_themes, themes_file
from kg.statements import to_statements
from kg.triples import extract_parsed

NAME = "kg_statements"


@Language.factory(NAME, assigns=["doc._.statements"], default_config={"ontology": None})
class DocStatements:
    """Set ``doc._.statements``, a tuple of :class:`kg.model.Statement`; offsets are code points of ``doc.text``.

    The Doc itself is not changed. ``ontology`` is a folder of one's own.

    Raises: OntologyError where that cannot be read; ModelError, on a Doc, where nothing has parsed it.
    """

    def __init__(self, nlp: Language, name: str, ontology: str | None) -> None:
        folder = ontology_folder(Path(ontology) if ontology is not None else None)
        self._ontology = load_ontology(folder)
        self._themes = load_themes(themes_file(folder))
        self._gazetteer = load_gazetteer(folder)
        if not Doc.has_extension("statements"):
            Doc.set_extension("statements", default=())

    def __call__(self, doc: Doc) -> Doc:
        extraction = extract_parsed(_document(doc), split(doc), self._ontology)
        resolution = resolve((extraction,), self._ontology, self._gazetteer)
        doc._.statements = to_statements(extraction, resolution, self._ontology, self._themes)
        return doc


def _document(doc: Doc) -> Document:
    said = doc.user_data
    title = said.get("title") or ""
    digest = hashlib.sha256(doc.text.encode("utf-8")).hexdigest()
    name = document_id(title, doc.text)
    return Document(name, title, doc.text, said.get("date"), said.get("issuer"), None, None, LANGUAGE, NAME, digest)
