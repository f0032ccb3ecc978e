// The matrix: two facets crossed, each cell with the clauses that have both, by act. A press on a cell narrows to it.

import { actLegend, actsTold, sum } from "./acts.js";
import { ACTS } from "./book.js";
import { counted, cut, el, fill, number, svg } from "./dom.js";
import { Facet, KINDS } from "./facets.js";
import { placed } from "./save.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */

const SIDES = ["speaker", "issuer", "theme", "document", "act", "deontic", "stance", "type"];
const [ROWS, COLUMNS] = [60, 26]; // that are drawn at most
const [WIDE, TALL, HEAD, SLANT] = [48, 25, 92, 70]; // of a cell, of the columns' names, and how far the last of them leans out; pixels
const LARGEST = 19; // pixels of the side of the largest mark
const [NAMES, FEW_NAMES, NARROW] = [168, 112, 480]; // of the rows' names; in a pane that is narrow

const short = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 2 }); // the title has it whole

/** @type {import("./types").ViewKind} */
export const matrix = { key: "matrix", title: "Matrix", create: (root, book, actions) => new Matrix(root, book, actions) };

class Matrix {
  /** @param {HTMLElement} root @param {Book} book @param {import("./types").Actions} actions */
  constructor(root, book, actions) {
    this.book = book;
    this.actions = actions;
    this.told = "";
    this.key = "";
    /** @type {Shown | null} */
    this.shown = null;
    /** @type {Map<string, Facet>} */
    this.facets = new Map();
    const part = (/** @type {string} */ name) => svg("svg", { class: `matrix matrix-${name}` });
    this.parts = { corner: part("corner"), heads: part("heads"), names: part("names"), cells: part("cells") };
    this.pane = el("div", { class: "matrix-pane", onkeydown: (/** @type {KeyboardEvent} */ event) => this.#walk(event) }, Object.values(this.parts));
    this.rows = this.#side("rows");
    this.columns = this.#side("columns");
    root.append(el("div", { class: "sides" }, el("label", {}, "Rows ", this.rows), el("label", {}, "Columns ", this.columns)),
      this.pane);
    new ResizeObserver(() => this.#redraw()).observe(this.pane);
  }

  /** @param {string} name */
  #side(name) {
    const select = el("select", { "data-side": name, onchange: () =>
      this.actions.set({ options: { ...this.state?.options, [`matrix.${name}`]: select.value } }) },
    SIDES.map((key) => el("option", { value: key }, KINDS.find((kind) => kind.key === key)?.title ?? key)));
    return select;
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    this.state = state;
    const [rows, columns] = [state.options["matrix.rows"] ?? "speaker", state.options["matrix.columns"] ?? "theme"];
    const key = `${rows} ${columns}`;
    if (key === this.key && shown === this.shown) return;
    Object.assign(this, { key, shown });
    this.rows.value = rows;
    this.columns.value = columns;
    this.pane.scrollTo(0, 0);
    this.#redraw();
  }

  #redraw() {
    if (this.shown && this.pane.clientWidth) this.#draw(this.#facet(this.rows.value), this.#facet(this.columns.value), this.shown);
  }

  /** Lights the cells of a statement that the pointer is on elsewhere. @param {number | null} at */
  light(at) {
    for (const cell of this.parts.cells.querySelectorAll(".hovered")) cell.classList.remove("hovered");
    if (at === null) return;
    const [rows, columns] = [this.#facet(this.rows.value).of(at), this.#facet(this.columns.value).of(at)];
    for (const row of rows) for (const column of columns) this.parts.cells.querySelector(`[data-pair="${row} ${column}"]`)?.classList.add("hovered");
  }

  caption() {
    return this.told;
  }

  /** The four parts as one, none of them scrolled. */
  svg() {
    const { corner, heads, names, cells } = this.parts;
    const [left, top] = [corner, corner].map((one, at) => Number(one.getAttribute(at ? "height" : "width")));
    const [width, height] = [left + Number(heads.getAttribute("width")), top + Number(cells.getAttribute("height"))];
    return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height }, placed(corner, 0, 0), placed(heads, left, 0), placed(names, 0, top), placed(cells, left, top));
  }

  /** @param {string} key */
  #facet(key) {
    const kind = KINDS.find((one) => one.key === key) ?? KINDS[0];
    const made = this.facets.get(kind.key) ?? new Facet(kind, this.book);
    this.facets.set(kind.key, made);
    return made;
  }

  /** @param {Facet} rows @param {Facet} columns @param {Shown} shown */
  #draw(rows, columns, shown) {
    const { cells, down, across } = crossed(this.book, rows, columns, shown);
    const [top, left] = [down.slice(0, ROWS), across.slice(0, COLUMNS)];
    const named = (/** @type {Facet} */ facet) => facet.title.toLowerCase();
    this.told = `Marks count clauses with both, by act; themes by their topmost. ${number(top.length)} of ${number(down.length)} rows (${named(rows)}), ${number(left.length)} of ${number(across.length)} columns (${named(columns)}), the weightiest.`;
    const isNamed = (/** @type {Facet} */ facet) => (/** @type {number} */ code) => facet.found[code] !== "none";
    const most = Math.max(1, ...top.filter(isNamed(rows)).flatMap((row) => left.filter(isNamed(columns)).map((column) => sum(cells.get(`${row} ${column}`)))));
    if ([...cells.values()].some((counts) => sum(counts) > most)) this.told += " Marks of what has none stop at the largest.";
    const names = this.pane.clientWidth < NARROW ? FEW_NAMES : NAMES;
    const [width, height] = [left.length * WIDE + SLANT, top.length * TALL + 8];
    const { corner, heads, names: labels, cells: marks } = this.parts;
    for (const [part, wide, tall] of /** @type {const} */ ([[corner, names, HEAD], [heads, width, HEAD], [labels, names, height], [marks, width, height]])) {
      for (const [name, value] of Object.entries({ width: wide, height: tall, viewBox: `0 0 ${wide} ${tall}` })) part.setAttribute(name, String(value));
    }
    const name = (/** @type {Facet} */ facet, /** @type {number} */ code) => facet.kind.name(this.book, facet.found[code]);
    fill(corner, actLegend(10, 8, 0));
    fill(heads, left.map((column, at) => svg("text", { class: "column", transform: `translate(${(at + 0.45) * WIDE} ${HEAD - 5}) rotate(-38)` }, cut(name(columns, column), 21), svg("title", {}, cut(name(columns, column))))));
    fill(labels, top.map((row, place) => svg("text", { x: names - 8, y: (place + 0.5) * TALL, "text-anchor": "end", "dominant-baseline": "central" }, cut(name(rows, row), Math.floor((names - 10) / 6.6)), svg("title", {}, cut(name(rows, row))))));
    const filled = top.flatMap((row, place) => left.flatMap((column, at) => (cells.has(`${row} ${column}`) ? [{ row, column, place, at }] : [])));
    fill(marks, filled.map(({ row, column, place, at }, first) => {
      const counts = cells.get(`${row} ${column}`) ?? [];
      return svg("g", { class: "cell", role: "button", tabindex: first ? -1 : 0, "data-row": place, "data-column": at, "data-pair": `${row} ${column}`, transform: `translate(${at * WIDE} ${place * TALL})`,
        onclick: () => this.actions.narrow({ [rows.key]: [rows.found[row]], [columns.key]: [columns.found[column]] }) },
      svg("title", {}, `${cut(name(rows, row))}, ${cut(name(columns, column))}: ${counted(sum(counts), "clause")} (${actsTold(counts)})`), ...mark(counts, most));
    }));
  }

  /** Arrows go from cell to cell, Enter and Space press one. @param {KeyboardEvent} event */
  #walk(event) {
    const cell = event.target instanceof Element ? event.target.closest(".cell") : null;
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      cell.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return;
    }
    const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    let [row, column] = [Number(cell.getAttribute("data-row")), Number(cell.getAttribute("data-column"))];
    for (let far = 0; far < Math.max(ROWS, COLUMNS); far += 1) {
      [row, column] = [row + step[0], column + step[1]];
      const next = /** @type {SVGElement | null} */ (this.parts.cells.querySelector(`[data-row="${row}"][data-column="${column}"]`));
      if (!next) continue;
      cell.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
      return;
    }
  }
}

/** A square as large as its clauses are many, cut by their acts, and how many they are. @param {number[]} counts by act @param {number} most */
function mark(counts, most) {
  const all = sum(counts);
  const side = Math.max(6, LARGEST * Math.sqrt(Math.min(1, all / most)));
  let x = (LARGEST - side) / 2 + 2;
  return [svg("rect", { class: "ground", x: 1, y: 1, width: WIDE - 2, height: TALL - 2, rx: 3 }),
    ...ACTS.map((act, at) => {
      const wide = (side * (counts[at] ?? 0)) / all;
      x += wide;
      return wide ? svg("rect", { class: `act-${act}`, x: x - wide, y: (TALL - side) / 2, width: wide, height: side }) : null;
    }),
    svg("text", { x: LARGEST + 6, y: TALL / 2, "dominant-baseline": "central" }, all < 1000 ? number(all) : short.format(all))];
}

/** The clauses by act of each pair of values, and the values with the most clauses first. Themes are counted at their topmost.
    @param {Book} book @param {Facet} rows @param {Facet} columns @param {Shown} shown */
function crossed(book, rows, columns, shown) {
  /** @type {Map<string, number[]>} */
  const cells = new Map();
  const met = new Set();
  /** @type {[Map<number, number>, Map<number, number>]} */
  const weights = [new Map(), new Map()];
  const isTop = (/** @type {Facet} */ facet, /** @type {number} */ code) => facet.key !== "theme" || !book.terms[facet.found[code]]?.broader?.length;
  for (const at of shown.statements) {
    const { frame, act } = book.statements[at];
    for (const row of rows.of(at)) {
      for (const column of columns.of(at)) {
        if (!isTop(rows, row) || !isTop(columns, column)) continue;
        const key = `${row} ${column}`;
        if (met.has(`${key} ${frame}`)) continue;
        met.add(`${key} ${frame}`);
        const cell = cells.get(key) ?? ACTS.map(() => 0);
        cells.set(key, cell);
        cell[ACTS.indexOf(act)] += 1;
        for (const [side, code] of /** @type {const} */ ([[0, row], [1, column]])) weights[side].set(code, (weights[side].get(code) ?? 0) + 1);
      }
    }
  }
  const ranked = (/** @type {Map<number, number>} */ side, /** @type {Facet} */ facet) => {
    const last = (/** @type {number} */ code) => Number(facet.found[code] === "none");
    return [...side].sort(([a, one], [b, other]) => last(a) - last(b) || other - one || a - b).map(([code]) => code);
  };
  return { cells, down: ranked(weights[0], rows), across: ranked(weights[1], columns) };
}
