// Statements as a table to work on elsewhere: one row each, with the words, who says them, and where they stand.

import { csv } from "./csv.js";

/** @typedef {import("./book.js").Book} Book */

const COLUMNS = ["statement", "subject", "relation", "object", "predicate", "speakers", "mode", "act", "deontic", "strength",
  "polarity", "modality", "stance", "valence", "time", "themes", "confidence", "rule", "document", "title", "issuer", "date", "start", "end", "evidence"];

/** @param {Book} book @param {number[]} statements */
export function statementCsv(book, statements) {
  return csv([COLUMNS, ...statements.map((at) => row(book, at))]);
}

/** @param {Book} book @param {number} at */
function row(book, at) {
  const one = book.statements[at];
  const place = book.documents[one.document];
  const labels = (/** @type {{ node: number }[] | undefined} */ ones) => (ones ?? []).map(({ node }) => book.nodes[node].label).join("; ");
  return [
    one.id, book.named(one, one.subject), book.relationWords(one), one.object ? book.named(one, one.object) : "", one.relation.predicate,
    labels(book.speakers(one)), one.chain?.at(-1)?.mode, one.act, one.deontic, one.strength, one.polarity, one.modality, one.stance,
    one.valence, one.time?.value, labels(one.themes), one.confidence, one.rule, place.id, place.title, place.issuer, place.date,
    ...one.evidence, book.evidence(one),
  ];
}
