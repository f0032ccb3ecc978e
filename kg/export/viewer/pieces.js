// A sentence in pieces: cut wherever the evidence of a statement, or a part of the chosen one, begins or ends.

/** @typedef {import("./types").Statement} Statement */
/** @typedef {import("./types").Span} Span */
/** @typedef {{ start: number, end: number, name: string }} Part */
/** @typedef {{ start: number, end: number, statements: number[], names: string[] }} Piece */

/**
 * The pieces between two code points: which statements' evidence each belongs to, the shortest evidence first, and which
 * parts of the chosen statement.
 * @param {number} from @param {number} to @param {[number, Span][]} evidence statements with their evidence
 * @param {Part[]} parts
 * @returns {Piece[]}
 */
export function pieces(from, to, evidence, parts) {
  const spans = [...evidence.map(([, span]) => span), ...parts.map(({ start, end }) => [start, end])];
  const inside = spans.flat().filter((edge) => edge > from && edge < to);
  const edges = [...new Set([from, ...inside, to])].sort((a, b) => a - b);
  const ordered = [...evidence].sort(([, a], [, b]) => a[1] - a[0] - (b[1] - b[0]));
  return edges.slice(0, -1).map((start, place) => {
    const end = edges[place + 1];
    const holds = (/** @type {number} */ a, /** @type {number} */ b) => a <= start && end <= b;
    return {
      start, end,
      statements: ordered.filter(([, span]) => holds(...span)).map(([at]) => at),
      names: [...new Set(parts.filter((part) => holds(part.start, part.end)).map(({ name }) => name))],
    };
  });
}

/** The parts of a statement, by the names that the style sheet marks them with. @param {Statement} one @returns {Part[]} */
export function partsOf(one) {
  const tagged = (/** @type {Span[] | undefined} */ spans, /** @type {string} */ name) =>
    (spans ?? []).map(([start, end]) => ({ start, end, name }));
  return [
    { start: one.evidence[0], end: one.evidence[1], name: "lit" },
    ...tagged(one.subject.spans, "subject"), ...tagged(one.relation.spans, "relation"), ...tagged(one.object?.spans, "object"),
    ...(one.arguments ?? []).flatMap(({ spans }) => tagged(spans, "argument")),
    ...(one.themes ?? []).flatMap(({ spans }) => tagged(spans, "raised")),
    ...(one.chain ?? []).flatMap(({ cue, speakers }) =>
      [...tagged(cue?.spans, "cue"), ...(speakers ?? []).flatMap(({ spans }) => tagged(spans, "cue"))]),
  ];
}

/** Where a node is named in a statement, as participant or speaker. @param {Statement} one @param {number} node @returns {Part[]} */
export function mentionsOf(one, node) {
  const said = (one.chain ?? []).flatMap(({ speakers }) => speakers ?? []);
  const all = [one.subject, ...(one.object ? [one.object] : []), ...(one.arguments ?? []), ...said, ...(one.themes ?? [])];
  return all.filter((mention) => mention.node === node).flatMap(({ spans }) => (spans ?? []).map(([start, end]) => ({ start, end, name: "named" })));
}
