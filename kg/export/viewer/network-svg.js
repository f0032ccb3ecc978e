// The network as SVG, from the places of its nodes: every node with its name, every line as the canvas has it.

import { svg } from "./dom.js";
import { DASHES } from "./icons.js";
import { edgeLook } from "./network-looks.js";

/** @typedef {import("./network-looks.js").Dot} Dot */

const MARGIN = 60; // units round the drawing

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

/** @param {import("./book.js").Book} book @param {import("./network-names.js").Scene} scene
    @param {import("./network-looks.js").Colours} colours @param {(node: number) => { x: number, y: number }} place */
export function networkSvg(book, scene, colours, place) {
  const places = new Map([...scene.nodes.keys()].map((node) => [node, place(node)]));
  const all = [...places.values()];
  const [left, top] = [Math.min(0, ...all.map(({ x }) => x)) - MARGIN, Math.min(0, ...all.map(({ y }) => y)) - MARGIN];
  const [width, height] = [Math.max(0, ...all.map(({ x }) => x)) + MARGIN - left, Math.max(0, ...all.map(({ y }) => y)) + MARGIN - top];
  const lines = scene.edges.map((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (!from || !to) return null;
    const { color, width: wide } = edgeLook(book, edge, colours, { lit: true, chosen: false, swell: 1 });
    const dashes = edge.statements.length === 0 || edge.kind === "theme" ? null : DASHES[book.statements[edge.statements[0]].act]?.join(" ");
    return svg("path", { d: `M${from.x} ${from.y}Q${bend(from, to, edge.smooth)} ${to.x} ${to.y}`, fill: "none", stroke: color.color,
      "stroke-opacity": color.opacity, "stroke-width": wide, "stroke-dasharray": dashes });
  });
  const dots = [...scene.nodes.values()].map((node) => {
    const at = places.get(node.id);
    const ink = { fill: colours.fill[node.family], stroke: colours.edge[node.family], "stroke-width": 1.5, transform: `translate(${at?.x} ${at?.y})` };
    const outline = OUTLINES[node.shape];
    return outline ? svg("path", { d: outline(node.size), ...ink }) : svg("circle", { r: node.size, ...ink });
  });
  const names = [...scene.nodes.values()].filter(({ family }) => family !== "end").map((node) => {
    const at = places.get(node.id) ?? { x: 0, y: 0 };
    return svg("text", { x: at.x, y: at.y + node.size + 11, "text-anchor": "middle", "font-family": "sans-serif", "font-size": node.degree > 4 ? 12 : 9, fill: colours.ink },
      node.label.split("\n").map((row, line) => svg("tspan", { x: at.x, dy: line ? 11 : 0 }, row)));
  });
  return svg("svg", { viewBox: `${left} ${top} ${width} ${height}`, width, height }, lines, dots, names);
}

/** The point that a line is bent towards. @param {{ x: number, y: number }} from @param {{ x: number, y: number }} to
    @param {import("./types").DrawnEdge["smooth"]} smooth */
function bend(from, to, smooth) {
  const far = smooth ? smooth.roundness * (smooth.type === "curvedCW" ? 1 : -1) : 0;
  return `${(from.x + to.x) / 2 + (to.y - from.y) * far * -1} ${(from.y + to.y) / 2 + (to.x - from.x) * far}`;
}
