// A network of more statements than can be read one by one: they are grouped by theme or by the types of what stands in
// them. A press on a group opens it: the filters narrow to it, and what is left is drawn, or grouped again.

import { counted, number } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./network-looks.js").Dot} Dot */
/** @typedef {import("./network-edges.js").Edge} Edge */
/** @typedef {{ value: string, label: string, family: string, facet: string }} Group */
/** @typedef {{ nodes: Map<number, Dot>, edges: Edge[], places: Map<number, { x: number, y: number }>, opens: Map<number, Group>, told: string }} Grouped */

const NONE = "none";
const FIRST = -2; // the groups' numbers go down from here: nodes have those from 0 up, and -1 is none
const MOST_LINES = 40; // that are drawn: the heaviest
const STEP = 105; // between groups, in units of the drawing
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SIZE = [8, 30]; // of the smallest and the largest group

/** @param {Book} book @param {State} state @param {Shown} shown @param {string} by "theme" or "type" @returns {Grouped} */
export function grouped(book, state, shown, by) {
  const { groupsOf, group, pairs, told } = by === "type" ? byType(book, shown) : byTheme(book, state, shown);
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const at of shown.statements) for (const value of groupsOf(at)) weights.set(value, (weights.get(value) ?? 0) + 1);
  const isLast = (/** @type {string} */ value) => Number(value === NONE);
  const ranked = [...weights].sort(([a, one], [b, other]) => isLast(a) - isLast(b) || other - one || (a < b ? -1 : 1));
  const most = Math.max(1, ranked[0]?.[1] ?? 1);
  const ids = new Map(ranked.map(([value], place) => [value, FIRST - place]));
  const opens = new Map(ranked.map(([value], place) => [FIRST - place, group(value)]));
  const isOpen = (/** @type {string} */ value) => (state.only[group(value).facet] ?? []).includes(value);
  const nodes = new Map(ranked.map(([value, weight], place) => {
    const { label, family } = group(value);
    const size = SIZE[0] + (SIZE[1] - SIZE[0]) * Math.sqrt(Math.min(1, weight / most));
    return [FIRST - place, { id: FIRST - place, size, family, shape: family === "theme" ? "diamond" : book.families.get(family)?.shape ?? "dot", degree: 9, label: `${label}\n${number(weight)}` }];
  }));
  const places = new Map(ranked.map((_, place) => {
    const [far, turn] = [STEP * Math.sqrt(place), place * GOLDEN_ANGLE];
    return [FIRST - place, { x: far * Math.cos(turn), y: far * Math.sin(turn) }];
  }));
  const lines = pairs();
  const heaviest = [...lines].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST_LINES);
  const edges = heaviest.map(([key, weight]) => {
    const [from, to] = key.split("\u001f").map((value) => ids.get(value) ?? 0);
    return { id: key, from, to, kind: /** @type {const} */ ("group"), statements: [], width: 1 + 7 * Math.sqrt(weight / heaviest[0][1]), smooth: /** @type {const} */ (false), weight };
  });
  const part = heaviest.length < lines.size ? `, the ${number(heaviest.length)} heaviest of ${number(lines.size)}` : "";
  for (const [id, { value }] of opens) if (isOpen(value)) opens.delete(id);
  return { nodes, edges, places, opens, told: `${told[0]}${part}${told[1]}` };
}

/** @param {Book} book @param {State} state @param {Shown} shown */
function byTheme(book, state, shown) {
  const only = state.only.theme ?? [];
  const within = only.length === 1 && only[0] !== NONE ? only[0] : "";
  /** The themes of the level that is open, by a theme at or below them. @type {Map<string, string[]>} */
  const levels = new Map();
  /** @param {string} theme @returns {string[]} */
  const level = (theme) => {
    const known = levels.get(theme);
    if (known) return known;
    const broader = book.terms[theme]?.broader ?? [];
    const isOpen = within ? broader.includes(within) || theme === within : !broader.length;
    const found = isOpen ? [theme] : broader.flatMap(level);
    levels.set(theme, found);
    return found;
  };
  const groupsOf = (/** @type {number} */ at) => {
    const found = new Set((book.statements[at].themes ?? []).flatMap(({ node }) => level(book.nodes[node].id ?? "")));
    return found.size ? found : new Set([NONE]);
  };
  const group = (/** @type {string} */ value) => ({ value, facet: "theme", family: value === NONE ? "value" : "theme",
    label: value === NONE ? "No theme" : value === within ? `${book.term(value)} in general` : book.term(value) });
  const pairs = () => {
    /** @type {Map<number, Set<string>>} */
    const raised = new Map();
    for (const at of shown.statements) {
      const groups = groupsOf(at);
      for (const { node } of [...book.participants(book.statements[at]), ...book.speakers(book.statements[at])]) {
        if (!book.nodes[node].entity) continue;
        const known = raised.get(node) ?? new Set();
        raised.set(node, known);
        for (const value of groups) if (value !== NONE) known.add(value);
      }
    }
    /** @type {Map<string, number>} */
    const shared = new Map();
    for (const values of raised.values()) each([...values].sort(), (key) => shared.set(key, (shared.get(key) ?? 0) + 1));
    return shared;
  };
  return { groupsOf, group, pairs, told: ["nodes are themes with their statements, lines the entities that two themes share", ". Press a theme to open it"] };
}

/** @param {Book} book @param {Shown} shown */
function byType(book, shown) {
  const familyOf = (/** @type {number} */ node) => book.nodes[node].family;
  const groupsOf = (/** @type {number} */ at) => new Set(book.participants(book.statements[at]).map(({ node }) => familyOf(node)));
  const group = (/** @type {string} */ value) => ({ value, facet: "type", family: value, label: book.families.get(value)?.label ?? value });
  const pairs = () => {
    /** @type {Map<string, number>} */
    const held = new Map();
    for (const at of shown.statements) {
      const { subject, object } = book.statements[at];
      if (!object || familyOf(subject.node) === familyOf(object.node)) continue;
      const key = `${familyOf(subject.node)}\u001f${familyOf(object.node)}`;
      held.set(key, (held.get(key) ?? 0) + 1);
    }
    return held;
  };
  return { groupsOf, group, pairs, told: ["nodes are types with the statements in which they stand, lines statements from subject to object", ". Press a type to open it"] };
}

/** Every pair of sorted values. @param {string[]} values @param {(key: string) => void} take */
function each(values, take) {
  values.forEach((one, at) => values.slice(at + 1).forEach((other) => take(`${one}\u001f${other}`)));
}

/** What a line between groups stands for. @param {Edge} edge @param {Map<number, Group>} opens */
export function toldOf(edge, opens) {
  const [from, to] = [opens.get(edge.from), opens.get(edge.to)];
  if (!from || !to) return "";
  const unit = from.facet === "theme" ? counted(edge.weight ?? 0, "shared entity", "shared entities") : counted(edge.weight ?? 0, "statement");
  return `${from.label} ${from.facet === "theme" ? "·" : "→"} ${to.label}: ${unit}`;
}
