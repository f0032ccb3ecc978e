// What the network says of itself, and what a press or a choice means in it.

import { counted, cut, number } from "./dom.js";
import { follows } from "./network-edges.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./network-edges.js").Edge} Edge */
/** @typedef {import("./types").Chosen} Chosen */

/** What is chosen by a press on a node, or else on a line. @param {Book} book @param {import("./network-names.js").Scene} scene
    @param {number | undefined} node @param {string | undefined} edge @returns {Chosen | null} */
export function pressed(book, { edges }, node, edge) {
  const on = node === undefined ? edges.find(({ id }) => id === edge) : undefined;
  if (on) return on.kind === "theme" ? { kind: "node", at: on.to } : { kind: "statement", at: on.statements[0] };
  if (node === undefined) return null;
  const end = book.nodes[node].family === "end" && edges.find(({ to }) => to === node);
  return end ? { kind: "statement", at: end.statements[0] } : { kind: "node", at: node };
}

/** What is lit of a scene: the choice and the connection that is followed, each with its lines; null where neither is drawn.
    @param {Book} book @param {import("./network-names.js").Scene} scene @param {Chosen | null} chosen @param {number[]} path statements */
export function litOf(book, scene, chosen, path) {
  const node = chosen?.kind === "node" ? chosen.at : -1;
  const statements = new Set([...path, ...(chosen ? litWith(book, chosen) : [])]);
  const edges = scene.edges.filter(({ from, to, statements: own }) => from === node || to === node || own.some((at) => statements.has(at)));
  const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
  if (scene.nodes.has(node)) nodes.add(node);
  return nodes.size ? { chosen: node, nodes, edges: new Set(edges.map(({ id }) => id)) } : null;
}

/** The statements whose lines are lit with a choice. @param {Book} book @param {Chosen} chosen @returns {number[]} */
function litWith(book, { kind, at }) {
  if (kind === "statement") return [at];
  if (kind === "document") return book.heldIn[at];
  return book.nodes[at].family === "theme" ? book.raisedIn[at] : book.speaksIn[at];
}

/** What a line stands for. @param {Book} book @param {Edge} edge */
export function lineTold(book, edge) {
  const { nodes, statements } = book;
  const relation = edge.kind === "theme" ? "·" : book.relationWords(statements[edge.statements[0]]);
  return [nodes[edge.from].label, relation, nodes[edge.to].family === "end" ? "" : nodes[edge.to].label].map((text) => cut(text, 60)).join(" ");
}

/** What is drawn, of how much. @param {import("./types").State} state @param {import("./types").Shown} shown @param {number} drawn statements
    @param {boolean} isTooMuch */
export function captionOf(state, shown, drawn, isTooMuch) {
  const all = shown.statements.length;
  const which = state.hidden.length ? "" : follows(state) ? ", those of the nodes that are followed" : ", the best connected";
  const part = drawn === all ? "all drawn" : `${number(drawn)} of ${counted(all, "statement")} drawn${isTooMuch || !follows(state) ? which : ""}`;
  return `Lines are statements, nodes who and what stands in them: ${part}.`;
}
