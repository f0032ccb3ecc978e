// How the network's nodes and lines look. Colours come from the style sheet, so that they follow the reader's system.

import { DASHES } from "./icons.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./network-edges.js").Edge} Edge */
/**
 * A node as it is drawn; its name stands below it, or at its side.
 * @typedef {{ id: number, size: number, family: string, shape: string, label: string, degree: number, side?: "left" | "right" }} Dot
 */

const ARGUMENT = 0.45; // how strongly lines to further arguments are drawn
const SIZES = /** @type {Record<string, number>} */ ({ end: 3, phrase: 6, value: 6, theme: 10 }); // of the smallest nodes; else 9

/** The style sheet's colours as they are now. @param {Iterable<string>} families */
export function readColours(families) {
  const style = getComputedStyle(document.documentElement);
  const read = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  const all = [...families, "theme", "end"];
  const fill = Object.fromEntries(all.map((family) => [family, read(`--${family}`)]));
  const edge = Object.fromEntries(all.map((family) => [family, read(`--${family}-edge`) || read("--canvas")]));
  return { ink: read("--ink"), quiet: read("--quiet"), canvas: read("--canvas"), own: read("--voice-own"), reported: read("--voice-reported"),
    theme: read("--theme-line"), chosen: read("--chosen"), font: read("--sans"), fill, edge };
}

/** @typedef {ReturnType<typeof readColours>} Colours */

/** A node that the page came without a drawing of. @param {Book} book @param {number} at @param {number} degree @returns {Dot} */
export function dot(book, at, degree) {
  const { family, label } = book.nodes[at];
  const shape = family === "theme" ? "diamond" : book.families.get(family)?.shape ?? "dot";
  const size = Math.min((SIZES[family] ?? 9) + 2.2 * Math.sqrt(Math.max(0, degree - 1)), 26);
  return { id: at, size, family, shape, degree, label: wrapped(label) };
}

/** @param {string} label in two lines of twenty characters or so */
function wrapped(label) {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const longer = lines[lines.length - 1] ? `${lines[lines.length - 1]} ${word}` : word;
    if (longer.length <= 20 || !lines[lines.length - 1]) lines[lines.length - 1] = longer.slice(0, 22);
    else lines.push(word.slice(0, 22));
  }
  return lines.length > 2 ? `${lines[0]}\n${lines[1]}…` : lines.join("\n");
}

/** @param {Dot} node @param {Colours} colours @param {{ lit: boolean, chosen: boolean, pinned: boolean, swell: number }} how */
export function nodeLook(node, colours, { lit, chosen, pinned, swell }) {
  const background = colours.fill[node.family];
  const border = chosen ? colours.chosen : pinned ? colours.ink : colours.edge[node.family];
  return {
    id: node.id, shape: node.shape, size: node.size * swell, opacity: lit ? 1 : 0.15, label: "", borderWidth: chosen ? 4 : pinned ? 3 : 1.5, borderWidthSelected: 4,
    shapeProperties: { borderDashes: node.family === "addressee" ? [3, 2] : false },
    color: { background, border, hover: { background, border: colours.chosen }, highlight: { background, border: colours.chosen } },
  };
}

/** @param {Book} book @param {Edge} edge @param {Colours} colours @param {{ lit: boolean, chosen: boolean, swell: number }} how */
export function edgeLook(book, edge, colours, { lit, chosen, swell }) {
  const { id, from, to } = edge;
  const bare = { id, from, to, smooth: edge.smooth ? { enabled: true, ...edge.smooth } : false, selectionWidth: 0.6, hoverWidth: 0.6 };
  const coloured = (/** @type {string} */ color, /** @type {number} */ opacity) => ({ color, highlight: color, hover: color, opacity });
  if (edge.kind === "theme") return { ...bare, width: swell * edge.width * (chosen ? 2 : 1), color: coloured(colours.theme, lit ? 0.9 : 0.12), arrows: "", dashes: false };
  if (edge.kind === "group") return { ...bare, width: edge.width, color: coloured(colours.quiet, lit ? 0.3 : 0.12), arrows: "", dashes: false };
  const one = book.statements[edge.statements[0]];
  const reported = Boolean(one.chain);
  const opacity = lit ? (edge.kind === "argument" && !chosen ? ARGUMENT : 1) : 0.1;
  return {
    ...bare, width: swell * edge.width * (chosen ? 1.8 : 1), dashes: DASHES[one.act] ?? false, color: coloured(reported ? colours.reported : colours.own, opacity),
    arrows: { to: { enabled: true, type: reported ? "vee" : "arrow", scaleFactor: 0.5 }, from: { enabled: reported, type: "circle", scaleFactor: 0.32 },
      middle: { enabled: one.polarity === "negative", type: "bar", scaleFactor: 0.5 } },
  };
}
