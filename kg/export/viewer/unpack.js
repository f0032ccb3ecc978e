// The page's rows as they were before kg/export/page_packing.py took out what they repeat.

/** @typedef {import("./types").Packed} Packed */
/** @typedef {(value: any, spans: import("./types").Span[]) => any} Reader */

/** @param {Packed} packed @returns {import("./types").Data} */
export function unpacked({ packing, nodes, statements, ...rest }) {
  const { words, shapes } = packing;
  /** @type {Record<string, Reader>} */
  const readers = {
    row, word: (at) => words[at], path: ([start, end]) => words[start] + end, rows: (all, spans) => all.map((/** @type {any} */ one) => row(one, spans)),
    terms: (all) => all.map((/** @type {number} */ one) => (one < 0 ? words[-1 - one] : one)),
    sentence: (given, spans) => (typeof given === "number" ? [given, ...spans[given]] : given),
  };
  const known = shapes.map((shape) => shape.map(([key, kind]) => /** @type {const} */ ([key, kind ? readers[kind] : null])));

  /** @type {Reader} */
  function row(given, spans) {
    /** @type {Record<string, any>} */
    const made = {};
    known[given[0]].forEach(([key, read], at) => { made[key] = read ? read(given[at + 1], spans) : given[at + 1]; });
    return made;
  }

  const documentAt = shapes.map((shape) => shape.findIndex(([key]) => key === "document") + 1);
  const spansOf = (/** @type {any[]} */ given) => rest.documents[given[documentAt[given[0]]]].sentences ?? [];
  return { ...rest, nodes: nodes.map((one) => row(one, [])), statements: statements.map((one) => row(one, spansOf(one))) };
}
