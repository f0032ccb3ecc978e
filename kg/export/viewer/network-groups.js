// A network of more statements than can be read one by one: they are grouped by theme or by the types of what stands in
// them. A press on a group opens it: the filters narrow to it, and what is left is drawn, or grouped again.

import { counted, cut, number } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./network-looks.js").Dot} Dot */
/** @typedef {import("./network-edges.js").Edge} Edge */
/** @typedef {{ value: string, label: string, family: string, facet: string }} Group */
/** @typedef {{ nodes: Map<number, Dot>, edges: Edge[], titles: Map<number, [name: string, weight: string]>, opens: Map<number, Group>, told: string }} Grouped */

const NONE = "none";
const FIRST = -2; // the groups' numbers go down from here: nodes have those from 0 up, and -1 is none
const MOST = 26; // groups that are drawn, and
const MOST_LINES = 40; // lines between them: the heaviest
const SIZE = [3.5, 10]; // of the smallest and the largest group
const GAP = "\u2002"; // between a group's name and its number

/** How a line between two places of a ring bends: towards its middle, the more the nearer they are.
    @param {number} from @param {number} to @param {number} many places */
function inward(from, to, many) {
  const steps = (from - to + many) % many; // clockwise: the numbers go down
  const [near, type] = steps <= many / 2 ? [steps, "curvedCCW"] : [many - steps, "curvedCW"];
  return { type, roundness: 0.55 * (1 - (2 * near) / many) };
}

/** By what is asked for, or the other where that would open nothing; null where neither does.
    @param {Book} book @param {State} state @param {Shown} shown @param {string} by "theme" or "type" @returns {Grouped | null} */
export function grouped(book, state, shown, by) {
  for (const one of by === "type" && !state.only.type?.length ? ["type", "theme"] : ["theme", "type"]) {
    const found = groupedBy(book, state, shown, one);
    if (found.opens.size && (one === "theme" || !state.only.type?.length)) return found;
  }
  return null;
}

/** @param {Book} book @param {State} state @param {Shown} shown @param {string} by @returns {Grouped} */
function groupedBy(book, state, shown, by) {
  const { groupsOf, group, pairs, told } = by === "type" ? byType(book, shown) : byTheme(book, state, shown);
  /** @type {Map<string, number>} */
  const weights = new Map();
  for (const at of shown.statements) for (const value of groupsOf(at)) weights.set(value, (weights.get(value) ?? 0) + 1);
  const isLast = (/** @type {string} */ value) => Number(value === NONE);
  const ranked = [...weights].sort(([a, one], [b, other]) => isLast(a) - isLast(b) || other - one || (a < b ? -1 : 1)).slice(0, MOST);
  const most = Math.max(1, ...ranked.map(([value, weight]) => (value === NONE ? 1 : weight)));
  const ids = new Map(ranked.map(([value], place) => [value, FIRST - place]));
  const opens = new Map(ranked.map(([value], place) => [FIRST - place, group(value)]));
  const isOpen = (/** @type {string} */ value) => (state.only[group(value).facet] ?? []).includes(value);
  const nodes = new Map(ranked.map(([value, weight], place) => {
    const { label, family } = group(value);
    const size = SIZE[0] + (SIZE[1] - SIZE[0]) * Math.sqrt(Math.min(1, weight / most));
    const shape = family === "theme" ? "diamond" : book.families.get(family)?.shape ?? "dot";
    return [FIRST - place, { id: FIRST - place, size, family, shape, degree: 9, label, side: /** @type {"left" | "right"} */ (place < ranked.length / 2 ? "right" : "left") }];
  }));
  const lines = [...pairs()].filter(([key]) => key.split("\u001f").every((value) => ids.has(value)));
  const heaviest = lines.sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1)).slice(0, MOST_LINES);
  const edges = heaviest.map(([key, weight]) => {
    const [from, to] = key.split("\u001f").map((value) => ids.get(value) ?? 0);
    return { id: key, from, to, kind: /** @type {const} */ ("group"), statements: [], width: 0.8 + 5 * Math.sqrt(weight / heaviest[0][1]), smooth: inward(from, to, ranked.length), weight };
  });
  const part = heaviest.length < lines.length ? ` (the ${number(heaviest.length)} heaviest of ${number(lines.length)})` : "";
  const few = ranked.length < weights.size ? ` (${number(ranked.length)} of ${number(weights.size)}, the weightiest)` : "";
  const titles = new Map(ranked.map(([value, weight], place) => /** @type {[number, [string, string]]} */ ([FIRST - place, [group(value).label, number(weight)]])));
  for (const [id, { value }] of opens) if (isOpen(value)) opens.delete(id);
  return { nodes, edges, opens, titles, told: `Too many to draw one by one: nodes are ${told[0]}${few}, ${told[1]}${part}. ${told[2]}` };
}

/** Round an oval, clockwise from its top, the names outside it: no name meets another where the rows are a line high.
    @param {Grouped} groups @param {number} width @param {number} height of the pane @param {(text: string) => number} widthOf
    @returns {Map<number, { x: number, y: number }>} from the pane's middle, in pixels; the names are cut to the room that is left */
export function ring({ nodes, titles }, width, height, widthOf) {
  const all = [...nodes.values()];
  const sides = [all.filter(({ side }) => side === "right"), all.filter(({ side }) => side === "left").reverse()];
  const wide = Math.max(0, ...[...titles.values()].map(([name, weight]) => widthOf(`${name}${GAP}${weight}`)));
  const room = Math.min(0.33 * width, wide);
  for (const node of all) {
    const [name, weight] = titles.get(node.id) ?? ["", ""];
    const share = (room - widthOf(`${GAP}${weight}`)) / widthOf(name);
    node.label = `${share < 1 ? cut(name, Math.max(4, Math.floor(name.length * share) - 1)) : cut(name)}${GAP}${weight}`;
  }
  const reach = width / 2 - room - 2 * SIZE[1];
  return new Map(sides.flatMap((side, at) => side.map(({ id }, place) => {
    const y = (place + 0.5) / side.length - 0.5;
    const x = reach * (1 - Math.abs(2 * y) ** 3) ** (1 / 3) * (at ? -1 : 1);
    return /** @type {[number, { x: number, y: number }]} */ ([id, { x, y: y * (height - 8) }]);
  })));
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
  return { groupsOf, group, pairs, told: ["themes with their statements", "lines the entities that two share", "Press a theme to open it."] };
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
      const key = [familyOf(subject.node), familyOf(object.node)].sort().join("\u001f");
      held.set(key, (held.get(key) ?? 0) + 1);
    }
    return held;
  };
  return { groupsOf, group, pairs, told: ["types with their statements", "lines statements between subject and object", "Press a type to open it."] };
}

/** Every pair of sorted values. @param {string[]} values @param {(key: string) => void} take */
function each(values, take) {
  values.forEach((one, at) => values.slice(at + 1).forEach((other) => take(`${one}\u001f${other}`)));
}

/** What a group or a line between two stands for. @param {Grouped} groups @param {Edge | number} one */
export function toldOf({ titles, opens }, one) {
  if (typeof one === "number") return `${(titles.get(one) ?? []).join(": ")} ${opens.has(one) ? "statements. Press to open" : "statements"}`;
  const unit = opens.get(one.from)?.facet === "theme" ? counted(one.weight ?? 0, "shared entity", "shared entities") : counted(one.weight ?? 0, "statement");
  return `${titles.get(one.from)?.[0]} · ${titles.get(one.to)?.[0]}: ${unit}`;
}
