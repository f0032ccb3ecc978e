// Statements as Turtle: the triples of each statement's own node, as graph.ttl has them.

import { iri } from "./cite.js";
import { capital } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */

// What RFC 3987 keeps out of an IRI, a % sign that escapes nothing, and spaces of any kind: as kg/export/terms.py has it.
const NOT_IN_IRI = /[^A-Za-z0-9._~:/?#@!$&'()*+,;=%\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\u{10000}-\u{1fffd}\u{20000}-\u{2fffd}]|%(?![0-9A-Fa-f]{2})|[^\S\ufeff]/gu;

/** @param {Book} book @param {number[]} statements */
export function turtle(book, statements) {
  const heads = Object.entries(book.data.prefixes).map(([prefix, base]) => `@prefix ${prefix}: <${base}> .\n`);
  return `${heads.join("")}\n${statements.map((at) => described(book, at)).join("\n")}`;
}

/** @param {Book} book @param {number} at */
function described(book, at) {
  const one = book.statements[at];
  const document = book.documents[one.document].id;
  const nodes = (/** @type {{ node: number }[] | undefined} */ ones) =>
    (ones ?? []).flatMap(({ node }) => (book.nodes[node].id ? [resource(book, book.nodes[node].id ?? "")] : []));
  const [subject, predicate, object] = (one.claim ?? []).map((term) => (typeof term === "number" ? resource(book, book.nodes[term].id ?? "") : term));
  /** @type {[string, (string | undefined)[]][]} */
  const pairs = [
    ["a", ["rdf:Statement", "pol:Statement", `pol:${capital(one.act)}`]],
    ["dcterms:identifier", [literal(one.id)]],
    ["pol:anchor", [literal(one.anchor)]],
    ["pol:document", [resource(book, `id:${document}`)]],
    ["prov:wasDerivedFrom", [resource(book, `id:${document}/sentence/${one.sentence[0]}`)]],
    ["rdf:subject", [subject]], ["rdf:predicate", [predicate]], ["rdf:object", [object]],
    ["pol:saidBy", nodes(one.chain?.at(-1)?.speakers)],
    ["pol:relationText", [literal(book.spanned(one.document, one.relation.spans))]],
    ["pol:lemma", [literal(one.relation.lemma)]],
    ["pol:act", [literal(one.act)]], ["pol:deontic", [literal(one.deontic)]], ["pol:strength", [one.strength ? String(one.strength) : undefined]],
    ["pol:polarity", [literal(one.polarity)]], ["pol:modality", [literal(one.modality)]],
    ["pol:stance", [literal(one.stance)]], ["pol:valence", [literal(one.valence)]],
    ["dcterms:subject", nodes(one.themes)],
    ["pol:evidence", [literal(book.evidence(one))]],
    ["pol:evidenceStart", [String(one.evidence[0])]], ["pol:evidenceEnd", [String(one.evidence[1])]],
    ["pol:rule", [literal(one.rule)]],
    ["pol:confidence", [one.confidence === undefined ? undefined : decimal(one.confidence)]],
  ];
  const lines = pairs.map(([name, values]) => [name, [...new Set(values)].filter(Boolean).join(", ")]);
  const said = lines.filter(([, values]) => values).map(([name, values]) => `${name} ${values}`).join(" ;\n    ");
  return `${resource(book, `id:statement/${one.id}`)} ${said} .\n`;
}

/** @param {Book} book @param {string} curie */
function resource(book, curie) {
  return `<${iri(book, curie).replace(NOT_IN_IRI, (one) => encodeURIComponent(one.toWellFormed()))}>`;
}

/** @param {string | undefined} text */
function literal(text) {
  if (text === undefined || text === "") return undefined;
  const escaped = text.replace(/[\u0000-\u001f"\\\u007f]/g, (one) => ESCAPES[one] ?? `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

/** @type {Record<string, string>} */
const ESCAPES = { "\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\" };

/** @param {number} value */
function decimal(value) {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
