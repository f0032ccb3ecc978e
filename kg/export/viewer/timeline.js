// The timeline: how many clauses of each act there are in each stretch of time. A press on a bar narrows to its stretch.

import { ACTS } from "./book.js";
import { binned } from "./bins.js";
import { capital, counted, el, fill, number, svg } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */

const [LEFT, TOP, BOTTOM] = [40, 30, 40]; // room for the numbers, the legend and the dates; pixels
const LABEL = 64; // pixels that the label of a date takes

/** @type {import("./types").ViewKind} */
export const timeline = { key: "timeline", title: "Timeline", create: (root, book, actions) => new Timeline(root, book, actions) };

class Timeline {
  /** @param {HTMLElement} root @param {Book} book @param {import("./types").Actions} actions */
  constructor(root, book, actions) {
    this.book = book;
    this.actions = actions;
    this.told = "";
    this.drawing = svg("svg", { class: "timeline" });
    this.pane = el("div", { class: "timeline-pane" }, this.drawing);
    root.append(this.pane);
    new ResizeObserver(() => this.#draw()).observe(this.pane);
  }

  /** @param {State} _ @param {Shown} shown */
  update(_, shown) {
    this.shown = shown;
    this.#draw();
  }

  caption() {
    return this.told;
  }

  svg() {
    return this.drawing;
  }

  #draw() {
    const { shown, book, pane } = this;
    if (!shown || !pane.clientWidth) return;
    const { bins, counts, undated } = tallied(book, shown);
    const without = undated ? `; ${counted(undated, "statement")} of documents without a date are left out` : "";
    this.told = `Bars count clauses by the date of their document and by act${without}.`;
    const [width, height] = [pane.clientWidth, Math.max(140, pane.clientHeight - 4)];
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) this.drawing.setAttribute(name, String(value));
    const most = Math.max(1, ...bins.map(({ label }) => sum(counts.get(label))));
    const tall = height - TOP - BOTTOM;
    const wide = (width - LEFT - 10) / Math.max(1, bins.length);
    const every = Math.ceil(LABEL / wide);
    fill(this.drawing, svg("title", {}, "Clauses by date and act"), legend(),
      [0, 0.5, 1].map((share) => [svg("line", { class: "grid", x1: LEFT, x2: width - 10, y1: TOP + tall * (1 - share), y2: TOP + tall * (1 - share) }),
        svg("text", { class: "tick", x: LEFT - 6, y: TOP + tall * (1 - share), "text-anchor": "end", "dominant-baseline": "central" }, share === 0.5 && most === 1 ? "" : number(Math.round(most * share)))]).flat(),
      bins.map((bin, at) => this.#bar(bin, counts.get(bin.label) ?? [], LEFT + at * wide, wide, tall / most, TOP + tall)),
      bins.map(({ label }, at) => (at % every ? null : svg("text", { class: "tick", x: LEFT + (at + 0.5) * wide, y: height - BOTTOM + 16, "text-anchor": "middle" }, label))));
  }

  /** @param {import("./bins.js").Bin} bin @param {number[]} counts by act @param {number} x @param {number} wide @param {number} unit
      @param {number} ground */
  #bar({ label, from, until }, counts, x, wide, unit, ground) {
    if (!sum(counts)) return null;
    const press = () => this.actions.set({ from, until });
    const told = ACTS.map((act, at) => counts[at] && counted(counts[at], act)).filter(Boolean).join(", ");
    let top = ground;
    return svg("g", { class: "bin", role: "button", tabindex: 0, "data-bin": label, onclick: press,
      onkeydown: (/** @type {KeyboardEvent} */ event) => (event.key === "Enter" || event.key === " ") && press() },
    svg("title", {}, `${label}: ${told}`),
    ACTS.map((act, at) => {
      const height = (counts[at] ?? 0) * unit;
      top -= height;
      return height ? svg("rect", { class: `act-${act}`, x: x + wide * 0.1, y: top, width: Math.max(2, wide * 0.8), height }) : null;
    }));
  }
}

function legend() {
  return ACTS.map((act, at) => svg("g", { transform: `translate(${LEFT + at * 108} 8)` }, svg("rect", { class: `act-${act}`, width: 11, height: 11, rx: 2 }),
    svg("text", { x: 16, y: 6, "dominant-baseline": "central" }, capital(act))));
}

/** Clauses by stretch of time and act. @param {Book} book @param {Shown} shown */
function tallied(book, shown) {
  const dateOf = (/** @type {number} */ at) => book.documents[book.statements[at].document].date ?? "";
  const dates = [...new Set(shown.statements.map(dateOf))].filter((date) => /^\d{4}/.test(date)).sort();
  const bins = binned(dates);
  const counts = new Map(bins.map(({ label }) => [label, ACTS.map(() => 0)]));
  const met = new Set();
  let undated = 0;
  for (const at of shown.statements) {
    const { act, frame } = book.statements[at];
    const bin = counts.get(bins[0]?.of(dateOf(at)) ?? "");
    if (!bin) undated += 1;
    else if (!met.has(`${frame} ${act}`)) bin[ACTS.indexOf(act)] += 1;
    met.add(`${frame} ${act}`);
  }
  return { bins, counts, undated };
}

/** @param {number[]} [counts] */
function sum(counts = []) {
  return counts.reduce((all, one) => all + one, 0);
}
