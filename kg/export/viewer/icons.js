// The signs of the legend, as the pictures draw them: a shape for each family of types, a line for each act and voice.

import { svg } from "./dom.js";

/** Dashes of an act's line, in pixels of line and gap. @type {Record<string, number[] | null>} */
export const DASHES = { assertion: null, directive: [8, 4], commitment: [2, 3], evaluation: [9, 3, 2, 3] };

/** @type {Record<string, () => SVGElement>} */
const SHAPES = {
  dot: () => svg("circle", { cx: 8, cy: 8, r: 5.5 }),
  square: () => svg("rect", { x: 3, y: 3, width: 10, height: 10 }),
  diamond: () => svg("path", { d: "M8 1 15 8 8 15 1 8Z" }),
  triangle: () => svg("path", { d: "M8 2 14.5 13.5H1.5Z" }),
  triangleDown: () => svg("path", { d: "M8 14 14.5 2.5H1.5Z" }),
  hexagon: () => svg("path", { d: "M4.7 2.3h6.6L14.6 8l-3.3 5.7H4.7L1.4 8Z" }),
  star: () => svg("path", { d: "M8 .8 10.1 5.6l5.2.5-3.9 3.4 1.2 5.1L8 11.9l-4.6 2.7 1.2-5.1L.7 6.1l5.2-.5Z" }),
};

/** By family: its shape; the book tells it when it is opened. */
const shapes = new Map([["theme", "diamond"]]);

/** @param {import("./types").Family[]} families */
export function learnShapes(families) {
  for (const { key, shape } of families) shapes.set(key, shape);
}

/** A family's sign. @param {string} family */
export function sign(family) {
  const shape = SHAPES[shapes.get(family) ?? "dot"];
  return svg("svg", { class: `sign family-${family}`, viewBox: "0 0 16 16", "aria-hidden": "true" }, shape());
}

/** An act's line: its dashes by the act, its colour and ends by the voice.
    @param {string} act @param {boolean} [reported] @param {boolean} [negative] */
export function line(act, reported = false, negative = false) {
  const dashes = DASHES[act]?.join(" ") ?? null;
  return svg("svg", { class: `line ${reported ? "reported" : "own"}`, viewBox: "0 0 34 10", "aria-hidden": "true" },
    svg("line", { x1: reported ? 5 : 1, y1: 5, x2: 28, y2: 5, "stroke-dasharray": dashes }),
    reported && svg("circle", { cx: 4, cy: 5, r: 2.6 }),
    negative && svg("line", { x1: 16, y1: 0, x2: 16, y2: 10 }),
    svg("path", { d: reported ? "M27 1 33 5 27 9 29 5Z" : "M27 1.5 33 5 27 8.5Z" }));
}
