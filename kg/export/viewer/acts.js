// Clauses counted by act: their colours' legend, their sum, and what they are in words.

import { ACTS } from "./book.js";
import { capital, counted, svg } from "./dom.js";

const [STEP, LINE] = [104, 17]; // pixels from one to the next in a row, or in a column

/** @param {number} x @param {number} y @param {number} [step] from one to the next; 0 puts them one below the other */
export function actLegend(x, y, step = STEP) {
  return ACTS.map((act, at) => svg("g", { transform: `translate(${x + at * step} ${step ? y : y + at * LINE})` },
    svg("rect", { class: `act-${act}`, width: 11, height: 11, rx: 2 }), svg("text", { x: 16, y: 6, "dominant-baseline": "central" }, capital(act))));
}

/** "3 assertions, 1 directive". @param {number[]} counts by act */
export function actsTold(counts) {
  return ACTS.flatMap((act, at) => (counts[at] ? [counted(counts[at], act)] : [])).join(", ");
}

/** @param {number[]} [counts] */
export function sum(counts = []) {
  return counts.reduce((all, one) => all + one, 0);
}
