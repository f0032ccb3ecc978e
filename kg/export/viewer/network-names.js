// Names of nodes and words of relations, set as on a map: the same size at every zoom, the weightiest first, and none
// over another. A crowded drawing shows few of them at first, and more the nearer a reader looks.

import { cut } from "./dom.js";

/** @typedef {import("./network-edges.js").Edge} Edge */
/** @typedef {import("./network-looks.js").Dot} Dot */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/**
 * What is drawn, and what of it is lit: null where nothing is chosen.
 * @typedef {{ nodes: Map<number, Dot>, edges: Edge[], lit: { nodes: Set<number>, edges: Set<string> } | null }} Scene
 */

const LINE = 14; // pixels from line to line
const APART = 5; // pixels between two names
export const NEAR = 0.62; // the zoom from which everything may have its name

export class Names {
  /** @param {import("./book.js").Book} book @param {any} network */
  constructor(book, network) {
    this.book = book;
    this.network = network;
    /** Of a line in a font, in pixels. @type {Map<string, number>} */
    this.widths = new Map();
    /** @type {Box[]} */
    this.taken = [];
  }

  /** Writes over a finished drawing: what belongs to the choice first, the rest faintly, where it finds room.
      @param {CanvasRenderingContext2D} context @param {Scene} scene @param {import("./network-looks.js").Colours} colours */
  draw(context, { nodes, edges, lit }, colours) {
    const ratio = context.canvas.width / context.canvas.clientWidth;
    const isNear = this.network.getScale() > NEAR;
    this.taken = [];
    this.colours = colours;
    this.isLit = Boolean(lit);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    Object.assign(context, { textAlign: "center", textBaseline: "top", lineJoin: "round", strokeStyle: colours.canvas, lineWidth: 4 });
    const ranked = [...nodes.values()].filter(({ id, family }) => family !== "end" && id in this.network.body.nodes).sort((a, b) => b.size - a.size || a.id - b.id);
    const [near, far] = lit ? [ranked.filter(({ id }) => lit.nodes.has(id)), ranked.filter(({ id }) => !lit.nodes.has(id))] : [ranked, []];
    for (const node of near) if (isNear || lit || isLandmark(node)) this.#name(context, node, this.isLit);
    if (isNear || lit) for (const edge of edges) if (!lit || lit.edges.has(edge.id)) this.#words(context, edge);
    context.globalAlpha = 0.4;
    for (const node of far) if (isLandmark(node)) this.#name(context, node, false);
    context.restore();
  }

  /** @param {CanvasRenderingContext2D} context @param {Dot} node @param {boolean} isWanted */
  #name(context, node, isWanted) {
    const { x, y } = this.network.canvasToDOM(this.network.getPosition(node.id));
    context.font = `${node.degree > 4 ? "600 13" : node.degree > 1 ? "13" : "12"}px ${this.colours?.font}`;
    context.fillStyle = this.colours?.ink ?? "";
    const rows = node.label.split("\n");
    const rim = (this.network.body.nodes[node.id]?.options.size ?? node.size) * this.network.getScale() + 3;
    const isBelow = this.#write(context, rows, x, y + rim);
    if (!isBelow && isWanted) this.#write(context, rows, x, y - rim - rows.length * LINE);
  }

  /** @param {CanvasRenderingContext2D} context @param {Edge} edge */
  #words(context, edge) {
    const text = this.#wordsOf(edge);
    const drawn = this.network.body.edges[edge.id];
    if (!text || !drawn?.connected) return;
    const { x, y } = this.network.canvasToDOM(drawn.edgeType.getPoint(0.5));
    context.font = `${this.isLit ? "600 12" : "11"}px ${this.colours?.font}`;
    if (this.#width(context, text) > this.#length(edge)) return; // words longer than their line would hide what it joins
    context.fillStyle = (this.book.statements[edge.statements[0]].chain ? this.colours?.reported : this.colours?.quiet) ?? "";
    this.#write(context, [text], x, y - LINE / 2);
  }

  /** How long the line between two nodes looks, in pixels. @param {Edge} edge */
  #length({ from, to }) {
    const [one, other] = [from, to].map((node) => this.network.getPosition(node));
    const rims = this.network.body.nodes[from].options.size + this.network.body.nodes[to].options.size;
    return (Math.hypot(one.x - other.x, one.y - other.y) - rims) * this.network.getScale();
  }

  /** @param {Edge} edge */
  #wordsOf(edge) {
    if (edge.kind === "theme" || edge.kind === "group") return "";
    const one = this.book.statements[edge.statements[0]];
    if (edge.kind !== "argument") return cut(this.book.relationWords(one), 30);
    return (one.arguments ?? []).find(({ node }) => node === edge.to)?.preposition ?? "";
  }

  /** Writes rows of text around a point, in sight and where nothing stands yet; tells whether it did.
      @param {CanvasRenderingContext2D} context @param {string[]} rows @param {number} x @param {number} top */
  #write(context, rows, x, top) {
    const { clientWidth, clientHeight } = context.canvas;
    if (x < 0 || x > clientWidth || top < -LINE || top > clientHeight) return false;
    const half = Math.max(...rows.map((row) => this.#width(context, row))) / 2 + APART;
    const middle = Math.max(half, Math.min(clientWidth - half, x));
    const box = { left: middle - half, right: middle + half, top, bottom: top + rows.length * LINE + APART };
    if (this.taken.some((other) => meet(box, other))) return false;
    this.taken.push(box);
    rows.forEach((row, at) => context.strokeText(row, middle, top + at * LINE));
    rows.forEach((row, at) => context.fillText(row, middle, top + at * LINE));
    return true;
  }

  /** @param {CanvasRenderingContext2D} context @param {string} text */
  #width(context, text) {
    const key = `${context.font}\n${text}`;
    let width = this.widths.get(key);
    if (width === undefined) this.widths.set(key, (width = context.measureText(text).width));
    return width;
  }
}

/** What has its name even from afar; a phrase means little without its statement. @param {Dot} node */
function isLandmark(node) {
  return node.degree >= (node.family === "phrase" ? 5 : 2);
}

/** @param {Box} one @param {Box} other */
function meet(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
