// The timeline: how many clauses of each act there are in each stretch of time, in a row for each theme. A press on a bar
// narrows to its stretch and its row.

import { actLegend, actsTold, sum } from "./acts.js";
import { ACTS } from "./book.js";
import { binned } from "./bins.js";
import { counted, cut, el, fill, number, svg } from "./dom.js";
import { Facet, KINDS } from "./facets.js";
import { placed } from "./save.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./bins.js").Bin} Bin */
/** @typedef {{ value: string | null, name: string, weight: number, counts: Map<string, number[]> }} Row */

const ROWS = ["theme", "speaker", "issuer", "none"];
const MOST = 40; // rows that are drawn
const [HEAD, TALL, END, LEAST] = [46, 30, 8, 150]; // of the legend with the dates, of a row, below the last, of one row for all; pixels
const [NAMES, FEW_NAMES, NARROW] = [196, 126, 580]; // of the rows' names; in a pane that is narrow
const LABEL = 64; // pixels that the label of a date takes

/** @type {import("./types").ViewKind} */
export const timeline = { key: "timeline", title: "Timeline", create: (root, book, actions) => new Timeline(root, book, actions) };

class Timeline {
  /** @param {HTMLElement} root @param {Book} book @param {import("./types").Actions} actions */
  constructor(root, book, actions) {
    this.book = book;
    this.actions = actions;
    this.told = "";
    this.key = "";
    /** @type {State | null} */
    this.state = null;
    /** @type {Shown | null} */
    this.shown = null;
    /** Of the rows; none where all is in one. @type {Facet | undefined} */
    this.facet = undefined;
    /** @type {ReturnType<typeof tallied> | null} */
    this.found = null;
    this.head = svg("svg", { class: "timeline timeline-head" });
    this.bars = svg("svg", { class: "timeline" });
    this.by = el("select", { id: "timeline-rows", onchange: () => actions.set({ options: { ...this.state?.options, "timeline.rows": this.by.value } }) },
      ROWS.map((key) => el("option", { value: key }, KINDS.find((kind) => kind.key === key)?.title ?? "All in one")));
    this.pane = el("div", { class: "timeline-pane" }, this.head, this.bars);
    this.root = root;
    root.append(el("div", { class: "sides" }, el("label", {}, "Rows ", this.by)), this.pane);
    new ResizeObserver(() => this.#draw()).observe(this.pane);
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    const key = state.options["timeline.rows"] ?? ROWS[0];
    const isNew = shown !== this.shown || key !== this.key;
    Object.assign(this, { state, shown, key });
    this.by.value = key;
    if (!isNew) return;
    const kind = KINDS.find((one) => one.key === key);
    if (kind?.key !== this.facet?.key) this.facet = kind && new Facet(kind, this.book);
    this.found = tallied(this.book, this.facet, shown);
    this.pane.scrollTo(0, 0);
    this.#draw();
  }

  caption() {
    return this.told;
  }

  svg() {
    const [width, height] = [Number(this.bars.getAttribute("width")), HEAD + Number(this.bars.getAttribute("height"))];
    return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height }, placed(this.head, 0, 0), placed(this.bars, 0, HEAD));
  }

  #draw() {
    const { found, pane, facet } = this;
    if (!found || !pane.clientWidth) return;
    const { bins, undated } = found;
    const rows = found.rows.slice(0, MOST);
    const of = facet ? ` ${number(rows.length)} of ${counted(found.rows.length, facet.title.toLowerCase())}, the weightiest.` : "";
    this.told = `Bars count clauses by the date of their document and by act${undated ? `; ${counted(undated, "statement")} of documents without a date left out` : ""}.${of}`;
    const isNarrow = pane.clientWidth < NARROW;
    this.root.classList.toggle("narrow", isNarrow || !facet); // the choice of rows above the bars, not beside the dates
    const left = !facet ? 40 : isNarrow ? FEW_NAMES : NAMES;
    const tall = facet ? TALL : Math.max(LEAST, pane.clientHeight - HEAD - END - 2);
    const [width, height] = [pane.clientWidth, rows.length * tall + END];
    for (const [part, high] of /** @type {const} */ ([[this.head, HEAD], [this.bars, height]])) {
      for (const [name, value] of Object.entries({ width, height: high, viewBox: `0 0 ${width} ${high}` })) part.setAttribute(name, String(value));
    }
    const wide = (width - left - 10) / Math.max(1, bins.length);
    const every = Math.ceil(LABEL / wide);
    const mostOf = (/** @type {Row[]} */ some) => Math.max(1, ...some.flatMap(({ counts }) => bins.map(({ label }) => sum(counts.get(label)))));
    const isOfNone = (/** @type {Row} */ { value }) => value === "none" && rows.length > 1;
    const most = mostOf(rows.filter((row) => !isOfNone(row)));
    if (rows.some(isOfNone)) this.told += " The last row has a scale of its own.";
    fill(this.head, actLegend(isNarrow ? 8 : NAMES, 6, isNarrow ? (width - 8) / ACTS.length : undefined),
      bins.map(({ label }, at) => (at % every || left + at * wide + LABEL - 10 > width ? null : svg("text", { class: "tick", x: left + at * wide, y: HEAD - 9 }, label))));
    fill(this.bars, svg("title", {}, "Clauses by date and act"), rows.flatMap((row, place) => {
      const ground = (place + 1) * tall;
      return [svg("line", { class: "grid", x1: facet ? 8 : left, x2: width - 10, y1: ground, y2: ground }), ...(facet ? nameOf(row, left, ground - tall / 2) : scale(most, left, width, tall)),
        ...bins.map((bin, at) => this.#bar(bin, row, left + at * wide, wide, (tall - 5) / (isOfNone(row) ? mostOf([row]) : most), ground, tall))];
    }));
  }

  /** @param {Bin} bin @param {Row} row @param {number} x @param {number} wide @param {number} unit @param {number} ground @param {number} tall */
  #bar({ label, from, until }, row, x, wide, unit, ground, tall) {
    const counts = row.counts.get(label) ?? [];
    if (!sum(counts)) return null;
    const press = () => this.actions.set({ from, until, ...(this.facet && row.value !== null ? { only: { ...this.state?.only, [this.facet.key]: [row.value] } } : {}) });
    let top = ground;
    return svg("g", { class: "bin", role: "button", tabindex: 0, "data-bin": label, "data-row": row.value ?? "", onclick: press,
      onkeydown: (/** @type {KeyboardEvent} */ event) => (event.key === "Enter" || event.key === " ") && press() },
    svg("title", {}, `${row.value === null ? "" : `${cut(row.name)}, `}${label}: ${actsTold(counts)}`), svg("rect", { class: "slot", x, y: ground - tall, width: wide, height: tall }),
    ACTS.map((act, at) => {
      const height = (counts[at] ?? 0) * unit;
      top -= height;
      return height ? svg("rect", { class: `act-${act}`, x: x + wide * 0.1, y: top, width: Math.max(2, wide * 0.8), height }) : null;
    }));
  }
}

/** @param {Row} row @param {number} left @param {number} y */
function nameOf({ name, weight }, left, y) {
  const most = Math.floor((left - 34) / 6.1);
  return [svg("text", { x: left - 10, y, "text-anchor": "end", "dominant-baseline": "central" }, cut(name, most), svg("tspan", { class: "weight" }, `  ${number(weight)}`), svg("title", {}, `${cut(name)}: ${counted(weight, "clause")}`))];
}

/** Lines across one tall row. @param {number} most @param {number} left @param {number} width @param {number} tall */
function scale(most, left, width, tall) {
  return [0, 0.5, 1].flatMap((share) => {
    const y = tall - (tall - 5) * share;
    return [svg("line", { class: "grid", x1: left, x2: width - 10, y1: y, y2: y }),
      share === 0.5 && most === 1 ? null : svg("text", { class: "tick", x: left - 6, y, "text-anchor": "end", "dominant-baseline": "central" }, number(Math.round(most * share)))];
  });
}

/** Clauses by row, stretch of time and act, the weightiest row first; themes by their topmost. @param {Book} book
    @param {Facet | undefined} facet of the rows; without one there is one row @param {Shown} shown */
function tallied(book, facet, shown) {
  const dateOf = (/** @type {number} */ at) => book.documents[book.statements[at].document].date ?? "";
  const dates = [...new Set(shown.statements.map(dateOf))].filter((date) => /^\d{4}/.test(date)).sort();
  const bins = binned(dates);
  /** @type {Map<number, Row>} */
  const rows = new Map();
  const met = new Set();
  let undated = 0;
  const isTop = (/** @type {number} */ code) => facet?.key !== "theme" || !book.terms[facet.found[code]]?.broader?.length;
  const rowOf = (/** @type {number} */ code) => {
    const value = facet ? facet.found[code] : null;
    const row = rows.get(code) ?? { value, name: facet && value !== null ? facet.kind.name(book, value) : "", weight: 0, counts: new Map() };
    rows.set(code, row);
    return row;
  };
  for (const at of shown.statements) {
    const { act, frame } = book.statements[at];
    const bin = bins[0]?.of(dateOf(at)) ?? "";
    if (!bin) undated += 1;
    for (const code of bin ? facet?.of(at) ?? [0] : []) {
      if (met.has(`${frame} ${code} ${act}`) || !isTop(code)) continue;
      met.add(`${frame} ${code} ${act}`);
      const row = rowOf(code);
      const counts = row.counts.get(bin) ?? ACTS.map(() => 0);
      row.counts.set(bin, counts);
      counts[ACTS.indexOf(act)] += 1;
      row.weight += 1;
    }
  }
  const last = (/** @type {Row} */ row) => Number(row.value === "none");
  return { bins, undated, rows: [...rows.values()].sort((a, b) => last(a) - last(b) || b.weight - a.weight || (a.name < b.name ? -1 : 1)) };
}
