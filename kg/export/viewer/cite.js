// A statement as a citation: the words, the document with its issuer and date, where they stand, and the IRI.

/** @typedef {import("./book.js").Book} Book */

/** The IRI of a CURIE of the page. @param {Book} book @param {string} curie */
export function iri(book, curie) {
  const [, prefix, local] = /^([^:]*):(.*)$/s.exec(curie) ?? [];
  return prefix !== undefined && prefix in book.data.prefixes ? book.data.prefixes[prefix] + local : curie;
}

/** @param {Book} book @param {number} at */
export function citation(book, at) {
  const one = book.statements[at];
  const place = book.documents[one.document];
  const [start, end] = one.evidence;
  const saying = one.chain ? `${book.voice(one)}, in: ` : "";
  const head = [`“${book.evidence(one).replace(/\s+/g, " ")}”`, `${saying}${place.title}`, place.issuer, place.date, place.url].filter(Boolean).join(". ");
  return `${head}. Sentence ${one.sentence[0] + 1}, characters ${start}–${end}. ${iri(book, `id:statement/${one.id}`)}`.replace(/([.?!])\.(?= )/g, "$1");
}
