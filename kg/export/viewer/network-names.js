// Names of nodes and words of relations, set as on a map: the same size at every zoom, the weightiest first, and none
// over another. A crowded drawing shows few of them at first, and more the nearer a reader looks.

import { cut } from "./dom.js";

/** @typedef {import("./network-edges.js").Edge} Edge */
/** @typedef {import("./network-looks.js").Dot} Dot */
/** @typedef {import("./network-looks.js").Colours} Colours */
/** @typedef {import("./network-sight.js").Sight} Sight */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/**
 * What is drawn, and what of it is lit: null where nothing is chosen.
 * @typedef {{ nodes: Map<number, Dot>, edges: Edge[], lit: { chosen: number, nodes: Set<number>, edges: Set<string> } | null }} Scene
 */
/**
 * Rows of text that have found their place: round x, at its left or at its right, from the top down; pixels.
 * @typedef {{ rows: string[], x: number, top: number, align: "center" | "left" | "right", size: number, weight: number, fill: string, opacity: number }} Label
 */

const LINE = 14; // pixels from line to line
const APART = 5; // pixels between two names
const FAINT = 0.4; // opacity of names that do not belong to the choice
export const NEAR = 0.62; // the zoom from which everything may have its name

const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
/** Of a line in a font, in pixels. @type {Map<string, number>} */
const widths = new Map();

/** @param {string} text @param {number} size @param {number} weight @param {string} font @returns {number} */
export function widthOf(text, size, weight, font) {
  const key = `${weight} ${size}px ${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    ruler.font = `${weight} ${size}px ${font}`;
    widths.set(key, (width = ruler.measureText(text).width));
  }
  return width;
}

/** What belongs to the choice first, the rest faintly, where it finds room.
    @param {import("./book.js").Book} book @param {Scene} scene @param {Colours} colours @param {Sight} sight @returns {Label[]} */
export function named(book, { nodes, edges, lit }, colours, sight) {
  const sheet = new Sheet(sight, colours.font);
  const ranked = [...nodes.values()].filter(({ id, family }) => family !== "end" && sight.has(id))
    .sort((a, b) => Number(b.id === lit?.chosen) - Number(a.id === lit?.chosen) || b.size - a.size || a.id - b.id);
  const [near, far] = lit ? [ranked.filter(({ id }) => lit.nodes.has(id)), ranked.filter(({ id }) => !lit.nodes.has(id))] : [ranked, []];
  for (const node of near) if (sight.isNear || lit || isLandmark(node)) nameOf(sheet, node, { fill: colours.ink, opacity: 1 }, lit !== null);
  if (sight.isNear || lit) for (const edge of edges) if (!lit || lit.edges.has(edge.id)) wordsOn(sheet, book, edge, colours, lit !== null);
  for (const node of far) if (isLandmark(node)) nameOf(sheet, node, { fill: colours.ink, opacity: FAINT }, false);
  return sheet.labels;
}

/** @param {CanvasRenderingContext2D} context @param {Label[]} labels @param {Colours} colours */
export function paint(context, labels, colours) {
  const ratio = context.canvas.width / context.canvas.clientWidth;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  Object.assign(context, { textBaseline: "top", lineJoin: "round", strokeStyle: colours.canvas, lineWidth: 4 });
  for (const { rows, x, top, align, size, weight, fill, opacity } of labels) {
    Object.assign(context, { textAlign: align, font: `${weight} ${size}px ${colours.font}`, fillStyle: fill, globalAlpha: opacity });
    rows.forEach((row, at) => context.strokeText(row, x, top + at * LINE));
    rows.forEach((row, at) => context.fillText(row, x, top + at * LINE));
  }
  context.restore();
}

/** Where labels stand already. */
class Sheet {
  /** @param {Sight} sight @param {string} font */
  constructor(sight, font) {
    this.sight = sight;
    this.font = font;
    /** @type {Label[]} */
    this.labels = [];
    /** @type {Box[]} */
    this.taken = [];
  }

  /** Writes rows of text where they are in sight and nothing stands yet; tells whether it did. @param {Label} label */
  write(label) {
    const { rows, top, align, size, weight } = label;
    const { width, height } = this.sight;
    if (label.x < 0 || label.x > width || top < -LINE || top + rows.length * LINE > height + 4) return false;
    const wide = Math.max(...rows.map((row) => widthOf(row, size, weight, this.font))) + 2 * APART;
    const x = align === "center" ? Math.max(wide / 2, Math.min(width - wide / 2, label.x)) : label.x;
    const left = x - { center: wide / 2, left: APART, right: wide - APART }[align];
    const box = { left, right: left + wide, top, bottom: top + rows.length * LINE + (align === "center" ? APART : 0) };
    if (this.taken.some((other) => meet(box, other))) return false;
    this.taken.push(box);
    this.labels.push({ ...label, x });
    return true;
  }
}

/** @param {Sheet} sheet @param {Dot} node @param {{ fill: string, opacity: number }} ink @param {boolean} isWanted */
function nameOf(sheet, node, ink, isWanted) {
  const { x, y } = sheet.sight.at(node.id);
  const rows = node.label.split("\n");
  const rim = sheet.sight.rim(node.id) + 3;
  if (node.side) {
    const [align, by] = node.side === "right" ? [/** @type {const} */ ("left"), rim + 3] : [/** @type {const} */ ("right"), -rim - 3];
    sheet.write({ rows, x: x + by, top: y - 7, align, size: 12.5, weight: 400, ...ink });
    return;
  }
  const [size, weight] = node.degree > 4 ? [13, 600] : node.degree > 1 ? [13, 400] : [12, 400];
  const label = { rows, x, align: /** @type {const} */ ("center"), size, weight, ...ink };
  const isBelow = sheet.write({ ...label, top: y + rim });
  if (!isBelow && isWanted) sheet.write({ ...label, top: y - rim - rows.length * LINE });
}

/** @param {Sheet} sheet @param {import("./book.js").Book} book @param {Edge} edge @param {Colours} colours @param {boolean} isLit */
function wordsOn(sheet, book, edge, colours, isLit) {
  const text = wordsOf(book, edge);
  const middle = text && sheet.sight.middle(edge.id);
  if (!middle) return;
  const [size, weight] = isLit ? [12, 600] : [11, 400];
  if (widthOf(text, size, weight, colours.font) > lengthOf(sheet.sight, edge)) return; // words longer than their line would hide what it joins
  const fill = book.statements[edge.statements[0]].chain ? colours.reported : colours.quiet;
  sheet.write({ rows: [text], x: middle.x, top: middle.y - LINE / 2, align: "center", size, weight, fill, opacity: 1 });
}

/** How long the line between two nodes looks, in pixels. @param {Sight} sight @param {Edge} edge */
function lengthOf(sight, { from, to }) {
  const [one, other] = [sight.at(from), sight.at(to)];
  return Math.hypot(one.x - other.x, one.y - other.y) - sight.rim(from) - sight.rim(to);
}

/** @param {import("./book.js").Book} book @param {Edge} edge */
function wordsOf(book, edge) {
  if (edge.kind === "theme" || edge.kind === "group") return "";
  const one = book.statements[edge.statements[0]];
  if (edge.kind !== "argument") return cut(book.relationWords(one), 30);
  return (one.arguments ?? []).find(({ node }) => node === edge.to)?.preposition ?? "";
}

/** What has its name even from afar; a phrase means little without its statement. @param {Dot} node */
function isLandmark(node) {
  return node.degree >= (node.family === "phrase" ? 5 : 2);
}

/** @param {Box} one @param {Box} other */
function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
