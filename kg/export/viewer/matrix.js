// The matrix: two facets crossed, each cell with the number of clauses that have both. A press on a cell narrows to it.

import { counted, cut, el, fill, number, svg } from "./dom.js";
import { Facet, KINDS } from "./facets.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */

const SIDES = ["speaker", "issuer", "theme", "document", "act", "deontic", "stance", "type"];
const [ROWS, COLUMNS] = [60, 26]; // that are drawn at most
const [WIDE, TALL, NAMES, HEAD] = [34, 24, 170, 118]; // of a cell, of a row's name, of the columns' names; pixels

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
    this.drawing = svg("svg", { class: "matrix" });
    this.rows = this.#side("rows");
    this.columns = this.#side("columns");
    root.append(el("div", { class: "sides" }, el("label", {}, "Rows ", this.rows), el("label", {}, "Columns ", this.columns)),
      el("div", { class: "matrix-pane", onkeydown: (/** @type {KeyboardEvent} */ event) => this.#walk(event) }, this.drawing));
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
    this.#draw(this.#facet(rows), this.#facet(columns), shown);
  }

  caption() {
    return this.told;
  }

  svg() {
    return this.drawing;
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
    this.told = `Cells count clauses with both, themes by their topmost. ${number(top.length)} of ${number(down.length)} rows (${named(rows)}), ${number(left.length)} of ${number(across.length)} columns (${named(columns)}) drawn, the weightiest.`;
    const most = Math.max(1, ...top.flatMap((row) => left.map((column) => cells.get(`${row} ${column}`)?.size ?? 0)));
    const [width, height] = [NAMES + left.length * WIDE + 90, HEAD + top.length * TALL + 8];
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` })) this.drawing.setAttribute(name, String(value));
    const value = (/** @type {Facet} */ facet, /** @type {number} */ code) => facet.found[code];
    const name = (/** @type {Facet} */ facet, /** @type {number} */ code) => facet.kind.name(this.book, value(facet, code));
    let isFirst = true;
    fill(this.drawing,
      left.map((column, at) => svg("text", { class: "column", transform: `translate(${NAMES + (at + 0.6) * WIDE} ${HEAD - 6}) rotate(-38)` }, cut(name(columns, column), 24), svg("title", {}, cut(name(columns, column))))),
      top.map((row, place) => svg("text", { x: NAMES - 8, y: HEAD + (place + 0.5) * TALL, "text-anchor": "end", "dominant-baseline": "central" }, cut(name(rows, row), 25), svg("title", {}, cut(name(rows, row))))),
      top.flatMap((row, place) => left.map((column, at) => {
        const many = cells.get(`${row} ${column}`)?.size ?? 0;
        if (!many) return null;
        const cell = svg("g", { class: "cell", role: "button", tabindex: isFirst ? 0 : -1, "data-row": place, "data-column": at,
          onclick: () => this.actions.narrow({ [rows.key]: [value(rows, row)], [columns.key]: [value(columns, column)] }) },
        svg("title", {}, `${cut(name(rows, row))}, ${cut(name(columns, column))}: ${counted(many, "clause")}`),
        svg("rect", { x: NAMES + at * WIDE + 1, y: HEAD + place * TALL + 1, width: WIDE - 2, height: TALL - 2, rx: 3, "fill-opacity": 0.08 + 0.37 * Math.sqrt(many / most) }),
        svg("text", { x: NAMES + (at + 0.5) * WIDE, y: HEAD + (place + 0.5) * TALL, "text-anchor": "middle", "dominant-baseline": "central" }, number(many)));
        isFirst = false;
        return cell;
      })));
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
      const next = /** @type {SVGElement | null} */ (this.drawing.querySelector(`[data-row="${row}"][data-column="${column}"]`));
      if (!next) continue;
      cell.setAttribute("tabindex", "-1");
      next.setAttribute("tabindex", "0");
      next.focus();
      return;
    }
  }
}

/** The clauses of each pair of values, and the values with the most clauses first. Themes are counted at their topmost.
    @param {Book} book @param {Facet} rows @param {Facet} columns @param {Shown} shown */
function crossed(book, rows, columns, shown) {
  /** @type {Map<string, Set<string>>} */
  const cells = new Map();
  /** @type {[Map<number, number>, Map<number, number>]} */
  const weights = [new Map(), new Map()];
  const isTop = (/** @type {Facet} */ facet, /** @type {number} */ code) => facet.key !== "theme" || !book.terms[facet.found[code]]?.broader?.length;
  for (const at of shown.statements) {
    const { frame } = book.statements[at];
    for (const row of rows.of(at)) {
      for (const column of columns.of(at)) {
        if (!isTop(rows, row) || !isTop(columns, column)) continue;
        const key = `${row} ${column}`;
        const cell = cells.get(key) ?? new Set();
        cells.set(key, cell);
        if (cell.has(frame)) continue;
        cell.add(frame);
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
