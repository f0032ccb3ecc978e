// The network as SVG: what of it is in sight, every line with its ends, names as the pane sets them.

import { svg } from "./dom.js";
import { DASHES } from "./icons.js";
import { edgeLook } from "./network-looks.js";

/** @typedef {import("./network-names.js").Label} Label */
/** @typedef {import("./network-names.js").Scene} Scene */
/** @typedef {import("./network-edges.js").Edge} Edge */
/** @typedef {import("./network-sight.js").Point} Point */
/** @typedef {import("./network-sight.js").Sight} Sight */
/** @typedef {import("./network-looks.js").Colours} Colours */

const LINE = 14; // pixels from row to row of a name
const STEPS = 40; // in which the end of a line is looked for at a node's rim

/** @type {Record<string, (r: number) => string>} a shape's outline round 0, 0 */
const OUTLINES = {
  square: (r) => `M${-r} ${-r}H${r}V${r}H${-r}Z`,
  diamond: (r) => `M0 ${-r}L${r} 0 0 ${r} ${-r} 0Z`,
  triangle: (r) => `M0 ${-r}L${r} ${r * 0.8}H${-r}Z`,
  triangleDown: (r) => `M0 ${r}L${r} ${-r * 0.8}H${-r}Z`,
  hexagon: (r) => `M${-r} 0L${-r / 2} ${-r * 0.87}H${r / 2}L${r} 0 ${r / 2} ${r * 0.87}H${-r / 2}Z`,
  star: (r) => `M${Array.from({ length: 10 }, (_, at) => {
    const far = at % 2 ? r * 0.5 : r * 1.2;
    return `${(far * Math.sin((at * Math.PI) / 5)).toFixed(1)} ${(-far * Math.cos((at * Math.PI) / 5)).toFixed(1)}`;
  }).join("L")}Z`,
};

/** @param {import("./book.js").Book} book @param {Scene} scene @param {Colours} colours @param {Sight} sight @param {Label[]} labels
    @param {number} swell by which signs are drawn larger */
export function networkSvg(book, scene, colours, sight, labels, swell) {
  const { lit } = scene;
  const lines = scene.edges.map((edge) => lineOf(book, edge, colours, sight, { lit: !lit || lit.edges.has(edge.id), chosen: Boolean(lit?.edges.has(edge.id)), swell }));
  const dots = [...scene.nodes.values()].filter(({ id }) => sight.has(id)).map((node) => {
    const { x, y } = sight.at(node.id);
    const ink = { fill: colours.fill[node.family], stroke: colours.edge[node.family], "stroke-width": 1.2, transform: `translate(${rounded(x)} ${rounded(y)})`,
      opacity: !lit || lit.nodes.has(node.id) ? null : 0.15 };
    const [outline, r] = [OUTLINES[node.shape], sight.rim(node.id)];
    return outline ? svg("path", { d: outline(r), ...ink }) : svg("circle", { r, ...ink });
  });
  return svg("svg", { viewBox: `0 0 ${sight.width} ${sight.height}`, width: sight.width, height: sight.height }, lines, dots, labels.map((label) => nameOf(label, colours)));
}

/** @param {Label} label @param {Colours} colours */
function nameOf({ rows, x, top, align, size, weight, fill, opacity }, colours) {
  const anchor = { center: "middle", left: "start", right: "end" }[align];
  return svg("text", { x: rounded(x), "text-anchor": anchor, "font-family": "sans-serif", "font-size": size, "font-weight": weight, fill, opacity,
    stroke: colours.canvas, "stroke-width": 3.5, "stroke-linejoin": "round", "paint-order": "stroke" },
  rows.map((row, at) => svg("tspan", { x: rounded(x), y: rounded(top + 11 + at * LINE) }, row)));
}

/** A line with what stands at its ends: an arrowhead where it leads, a dot where somebody says it, a bar where it is negated.
    @param {import("./book.js").Book} book @param {Edge} edge @param {Colours} colours @param {Sight} sight
    @param {{ lit: boolean, chosen: boolean, swell: number }} how */
function lineOf(book, edge, colours, sight, how) {
  const middle = sight.middle(edge.id);
  if (!middle) return null;
  const { color, width } = edgeLook(book, edge, colours, how);
  const one = edge.kind === "theme" || edge.kind === "group" ? null : book.statements[edge.statements[0]];
  const wide = Math.max(one ? 0.7 : 0.4, width * sight.scale);
  const [from, to] = [sight.at(edge.from), sight.at(edge.to)];
  const via = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
  const dashes = one && DASHES[one.act]?.map((long) => rounded(long * Math.max(0.5, sight.scale))).join(" ");
  const path = svg("path", { d: `M${rounded(from.x)} ${rounded(from.y)}Q${rounded(via.x)} ${rounded(via.y)} ${rounded(to.x)} ${rounded(to.y)}`, fill: "none",
    stroke: color.color, "stroke-width": rounded(wide), "stroke-dasharray": dashes });
  const along = (/** @type {number} */ t) => curve(from, via, to, t);
  const long = Math.max(4, 3.2 * wide); // of an arrowhead
  return svg("g", { opacity: color.opacity, fill: color.color }, path, one && [
    arrowhead(along, to, sight.rim(edge.to), long, Boolean(one.chain)),
    one.chain && started(along, from, sight.rim(edge.from), long * 0.4),
    one.polarity === "negative" && bar(along, long, color.color, wide)]);
}

/** @param {(t: number) => Point} along @param {Point} to @param {number} rim @param {number} long @param {boolean} isOpen */
function arrowhead(along, to, rim, long, isOpen) {
  const tip = along(rimAt(along, to, rim, 1));
  const back = along(rimAt(along, to, rim + long, 1));
  const [dx, dy] = unit(back, tip);
  const [x, y] = [tip.x - dx * long, tip.y - dy * long];
  const half = long * 0.45;
  const notch = isOpen ? `L${rounded(x + dx * long * 0.35)} ${rounded(y + dy * long * 0.35)}` : "";
  return svg("path", { "data-end": "arrow", d: `M${rounded(tip.x)} ${rounded(tip.y)}L${rounded(x - dy * half)} ${rounded(y + dx * half)}${notch}L${rounded(x + dy * half)} ${rounded(y - dx * half)}Z` });
}

/** @param {(t: number) => Point} along @param {Point} from @param {number} rim @param {number} r */
function started(along, from, rim, r) {
  const { x, y } = along(rimAt(along, from, rim + r, 0));
  return svg("circle", { cx: rounded(x), cy: rounded(y), r: rounded(r) });
}

/** @param {(t: number) => Point} along @param {number} long @param {string} stroke @param {number} wide */
function bar(along, long, stroke, wide) {
  const { x, y } = along(0.5);
  const [dx, dy] = unit(along(0.45), along(0.55));
  return svg("line", { x1: rounded(x - dy * long * 0.7), y1: rounded(y + dx * long * 0.7), x2: rounded(x + dy * long * 0.7), y2: rounded(y - dx * long * 0.7), stroke, "stroke-width": rounded(wide) });
}

/** How far along a line, from one of its ends, it leaves a circle round that end. @param {(t: number) => Point} along @param {Point} end
    @param {number} far @param {0 | 1} side */
function rimAt(along, end, far, side) {
  for (let step = 1; step < STEPS; step += 1) {
    const t = side ? 1 - step / STEPS : step / STEPS;
    const { x, y } = along(t);
    const gone = Math.hypot(x - end.x, y - end.y);
    if (gone < far) continue;
    const before = along(side ? t + 1 / STEPS : t - 1 / STEPS);
    const short = Math.hypot(before.x - end.x, before.y - end.y);
    const over = (gone - far) / (gone - short || 1) / STEPS;
    return side ? t + over : t - over;
  }
  return 0.5;
}

/** @param {Point} from @param {Point} via @param {Point} to @param {number} t @returns {Point} */
function curve(from, via, to, t) {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * via.x + c * to.x, y: a * from.y + b * via.y + c * to.y };
}

/** @param {Point} from @param {Point} to @returns {[number, number]} */
function unit(from, to) {
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return [(to.x - from.x) / far, (to.y - from.y) / far];
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 10) / 10;
}
