// The table of statements: every one that is shown, sorted by a column. Only the rows in sight are elements.

import { byId, counted, el, number } from "./dom.js";
import { columns, sortedBy } from "./columns.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */

const SPARE = 8; // rows that are drawn above and below those in sight
const TALLEST = 15_000_000; // pixels: a browser draws nothing right in an element that is taller

export class Table {
  /** @param {Book} book @param {import("./types").Actions} actions @param {(at: number) => string} verdict */
  constructor(book, actions, verdict) {
    this.book = book;
    this.actions = actions;
    this.columns = columns(verdict);
    /** @type {number[]} */
    this.rows = [];
    /** @type {Shown | null} */
    this.shown = null;
    /** @type {import("./types").Sort} */
    this.sort = ["", 1];
    /** @type {number | null} */
    this.chosen = null;
    /** Which rows are elements now. */
    this.drawn = "";
    this.scroller = byId("rows");
    this.body = byId("table-body");
    this.table = byId("table");
    this.#heads();
    this.scroller.addEventListener("scroll", () => this.#draw());
    new ResizeObserver(() => this.#draw(true)).observe(this.scroller);
    this.body.addEventListener("click", (/** @type {Event} */ event) => {
      const at = rowAt(event.target);
      if (at !== null) actions.choose({ kind: "statement", at });
    });
    this.body.addEventListener("pointerover", (/** @type {Event} */ event) => actions.hover(rowAt(event.target)));
    this.body.addEventListener("pointerleave", () => actions.hover(null));
    this.body.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#walk(event));
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    const isNew = shown !== this.shown || state.sort.join() !== this.sort.join();
    const at = state.chosen?.kind === "statement" ? state.chosen.at : null;
    const isMoved = at !== this.chosen;
    this.shown = shown;
    this.sort = state.sort;
    this.chosen = at;
    if (isNew) {
      const column = this.columns.find(({ key }) => key === state.sort[0]) ?? this.columns[0];
      this.rows = sortedBy(this.book, shown.statements, column, state.sort[1]);
      this.#markHeads();
    }
    this.#draw(true);
    if (at !== null && (isMoved || isNew)) this.#reveal(at);
  }

  /** Draws the rows in sight anew: something that they show has changed. */
  redraw() {
    this.#draw(true);
  }

  /** Lights a statement that the pointer is on elsewhere. @param {number | null} at */
  light(at) {
    for (const row of this.body.querySelectorAll(".hovered")) row.classList.remove("hovered");
    if (at !== null) this.body.querySelector(`[data-at="${at}"]`)?.classList.add("hovered");
  }

  #heads() {
    byId("table-head").replaceChildren(el("tr", { "aria-rowindex": 1 }, this.columns.map(({ key, title }) => {
      const head = el("th", { scope: "col", class: `col-${key}`, "data-column": key });
      head.append(el("button", { type: "button", onclick: () => {
        const turned = this.sort[0] === key && this.sort[1] === 1 ? -1 : 1;
        this.actions.set({ sort: [key, turned] }, true);
      } }, title));
      return head;
    })));
  }

  #markHeads() {
    for (const head of byId("table-head").querySelectorAll("th")) {
      const isSorted = head.dataset.column === this.sort[0];
      if (isSorted) head.setAttribute("aria-sort", this.sort[1] > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
    this.table.setAttribute("aria-rowcount", String(this.rows.length + 1));
  }

  /** The height of a row, which the style sheet gives, in pixels; less where all would be too tall together. */
  get height() {
    return parseFloat(getComputedStyle(this.scroller).getPropertyValue("--row")) || 40;
  }

  /** @param {boolean} [anew] */
  #draw(anew = false) {
    const { height } = this;
    const squeeze = Math.min(1, TALLEST / (this.rows.length * height || 1));
    const seen = Math.ceil(this.scroller.clientHeight / height);
    const top = Math.floor(this.scroller.scrollTop / (height * squeeze));
    const first = Math.max(0, Math.min(top - SPARE, this.rows.length - seen));
    const last = Math.min(this.rows.length, top + seen + SPARE);
    const key = `${first} ${last}`;
    if (!anew && key === this.drawn) return;
    this.drawn = key;
    const held = rowAt(document.activeElement);
    const space = (/** @type {number} */ rows) => {
      const spacer = el("tr", { class: "spacer", "aria-hidden": "true" }, el("td"));
      spacer.style.height = `${rows * height * squeeze}px`;
      return spacer;
    };
    const empty = el("tr", { class: "empty" }, el("td", { colspan: this.columns.length }, "No statement fits these filters."));
    this.body.replaceChildren(...(this.rows.length
      ? [space(first), ...this.rows.slice(first, last).map((at, place) => this.#row(at, first + place)), space(this.rows.length - last)] : [empty]));
    if (held !== null) this.body.querySelector(`[data-at="${held}"]`)?.focus({ preventScroll: true });
    byId("range").textContent = this.rows.length
      ? `rows ${number(Math.min(top + 1, this.rows.length))}–${number(Math.min(this.rows.length, top + seen))} of ${counted(this.rows.length, "statement")}` : "";
  }

  /** @param {number} at @param {number} place */
  #row(at, place) {
    const one = this.book.statements[at];
    const isChosen = at === this.chosen;
    const isFirst = this.chosen === null || !this.shown?.has(this.chosen) ? place === 0 : isChosen;
    return el("tr", { class: "row", "data-at": at, "aria-rowindex": place + 2, tabindex: isFirst ? 0 : -1, "aria-current": isChosen ? "true" : null },
      this.columns.map(({ key, cell }) => el("td", { class: `col-${key}` }, el("div", {}, cell(this.book, one, at)))));
  }

  /** Brings a row into sight. @param {number} at */
  #reveal(at) {
    const place = this.rows.indexOf(at);
    if (place < 0) return;
    const { height } = this;
    const top = place * height * Math.min(1, TALLEST / (this.rows.length * height));
    const room = this.scroller.clientHeight - byId("table-head").offsetHeight - height;
    if (top < this.scroller.scrollTop || top > this.scroller.scrollTop + room) this.scroller.scrollTop = Math.max(0, top - room / 3);
    this.#draw();
  }

  /** Up, Down, Page Up, Page Down, Home and End go from row to row and choose it. @param {KeyboardEvent} event */
  #walk(event) {
    const held = rowAt(event.target);
    if (held === null) return;
    const here = this.rows.indexOf(held);
    const leaf = Math.max(1, Math.floor(this.scroller.clientHeight / this.height) - 2);
    const steps = /** @type {Record<string, number>} */ ({ ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + leaf, PageUp: here - leaf,
      Home: 0, End: this.rows.length - 1, Enter: here, " ": here });
    if (!(event.key in steps)) return;
    event.preventDefault();
    const at = this.rows[Math.max(0, Math.min(this.rows.length - 1, steps[event.key]))];
    this.actions.set({ chosen: { kind: "statement", at } }, true);
    this.#reveal(at);
    this.body.querySelector(`[data-at="${at}"]`)?.focus({ preventScroll: true });
  }
}

/** @param {EventTarget | null} target @returns {number | null} */
function rowAt(target) {
  const row = target instanceof Element ? target.closest("[data-at]") : null;
  return row ? Number(row.getAttribute("data-at")) : null;
}
