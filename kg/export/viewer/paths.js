// From node to node by the statements that hold both: neighbours, and the shortest connection between two.

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").Shown} Shown */

/** The statements in which a node stands, speaks or is the theme, of those that are shown.
    @param {Book} book @param {number} node @param {Shown} shown @returns {number[]} */
export function statementsOf(book, node, shown) {
  const all = new Set([...book.standsIn[node], ...book.speaksIn[node], ...book.raisedIn[node]]);
  return [...all].filter((at) => shown.has(at)).sort((a, b) => a - b);
}

/** The nodes of a statement: who and what stands in it, and who says it; themes and values connect nothing.
    @param {Book} book @param {number} at */
function nodesOf(book, at) {
  const one = book.statements[at];
  return [...book.participants(one), ...book.speakers(one)].map(({ node }) => node).filter((node) => book.nodes[node].family !== "value");
}

/** The nodes that share a shown statement with a node. @param {Book} book @param {number} node @param {Shown} shown
    @returns {number[]} */
export function neighbours(book, node, shown) {
  const near = new Set(statementsOf(book, node, shown).flatMap((at) => nodesOf(book, at)));
  near.delete(node);
  return [...near].sort((a, b) => a - b);
}

/**
 * The fewest statements that lead from one node to another, the earliest in the documents where several are as few.
 * @param {Book} book @param {number} from @param {number} to @param {Shown} shown
 * @returns {{ nodes: number[], statements: number[] } | null} null where nothing that is shown connects them
 */
export function shortest(book, from, to, shown) {
  /** @type {Map<number, [number, number]>} */
  const reached = new Map([[from, [-1, -1]]]); // a node: the statement and the node by which it was reached
  const used = new Set();
  for (let edge = [from]; edge.length && !reached.has(to);) {
    const next = [];
    for (const node of edge) {
      for (const at of statementsOf(book, node, shown)) {
        if (used.has(at)) continue;
        used.add(at);
        for (const other of nodesOf(book, at)) {
          if (reached.has(other)) continue;
          reached.set(other, [at, node]);
          next.push(other);
        }
      }
    }
    edge = next;
  }
  if (!reached.has(to)) return null;
  const nodes = [to];
  const statements = [];
  for (let [at, node] = /** @type {[number, number]} */ (reached.get(to)); at >= 0; [at, node] = /** @type {[number, number]} */ (reached.get(node))) {
    statements.unshift(at);
    nodes.unshift(node);
  }
  return { nodes, statements };
}
