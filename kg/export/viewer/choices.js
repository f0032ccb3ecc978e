// A facet in the pane of filters: its values with how many statements each would show; themes as a tree.

import { button, cut, el, folded, number, words } from "./dom.js";
import { line, sign } from "./icons.js";
import { term } from "./terms.js";

/** @typedef {import("./facets.js").Facet} Facet */
/** @typedef {import("./book.js").Book} Book */
/** @typedef {{ item: HTMLElement, box: HTMLInputElement, count: HTMLElement }} Row */

const FIRST = 8; // values of a facet that are listed at first
const MOST = 200; // and when all are asked for: who looks for another writes its name
const OPEN = new Set(["voice", "act", "theme", "type"]);
const TERMS = new Set(["act", "deontic", "stance", "mode"]);

export class Choices {
  /** @param {Facet} facet @param {Book} book @param {(values: string[]) => void} tick */
  constructor(facet, book, tick) {
    this.facet = facet;
    this.book = book;
    this.tick = tick;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    /** @type {string[]} */
    this.ticked = [];
    /** @type {Uint32Array} */
    this.counts = new Uint32Array(facet.numbers.size);
    this.most = FIRST;
    this.needle = "";
    this.list = el("ul", { class: "choices" });
    this.on = el("span", { class: "on" });
    const isLong = facet.values.length > FIRST + 2;
    this.find = isLong ? el("input", { type: "search", class: "find", placeholder: `Find a ${facet.title.toLowerCase()}`, "aria-label": `Find a ${facet.title.toLowerCase()}`,
      oninput: () => { this.needle = folded(/** @type {HTMLInputElement} */ (this.find).value.trim()); this.#list(); } }) : null;
    this.more = button("", () => { this.most = MOST; this.#list(); }, { class: "link" });
    this.root = el("details", { class: "facet", "data-facet": facet.key, open: OPEN.has(facet.key) },
      el("summary", {}, el("span", {}, facet.title), this.on), this.find, this.list, this.more);
    this.#list();
  }

  /** @param {Uint32Array} counts @param {string[]} ticked */
  update(counts, ticked) {
    const isHidden = ticked.some((value) => !this.rows.has(value));
    this.counts = counts;
    this.ticked = ticked;
    if (isHidden) this.#list();
    this.on.textContent = ticked.length ? `${number(ticked.length)} chosen` : "";
    this.#fill();
  }

  #fill() {
    const on = new Set(this.ticked);
    for (const [value, { item, box, count }] of this.rows) {
      const many = this.counts[this.facet.numbers.get(value) ?? -1] ?? 0;
      box.checked = on.has(value);
      count.textContent = number(many);
      item.classList.toggle("none", !many);
    }
  }

  #list() {
    const { facet, book, needle } = this;
    this.rows.clear();
    const isTree = facet.key === "theme" && !needle;
    if (isTree) this.#tree();
    else {
      const fitting = needle ? facet.values.filter((value) => folded(facet.kind.name(book, value)).includes(needle)) : facet.values;
      const first = new Set([...fitting.slice(0, needle ? MOST : this.most), ...this.ticked]);
      this.list.replaceChildren(...facet.values.filter((value) => first.has(value)).map((value) => this.#row(value)));
      this.more.hidden = Boolean(needle) || fitting.length <= this.most;
      this.more.textContent = this.most < MOST ? `Show ${number(Math.min(MOST, fitting.length))} of ${number(fitting.length)}` : `${MOST} of ${number(fitting.length)}: find the others by name`;
    }
    this.#fill();
  }

  /** Themes below those that hold them. */
  #tree() {
    const { facet, book } = this;
    const known = new Set(facet.values);
    /** @type {Map<string, string[]>} */
    const below = new Map();
    for (const value of facet.values) {
      const above = (book.terms[value]?.broader ?? []).filter((one) => known.has(one));
      for (const one of above.length ? above : [""]) below.set(one, [...(below.get(one) ?? []), value]);
    }
    const branch = (/** @type {string} */ value) => {
      const narrower = below.get(value) ?? [];
      const item = this.#row(value);
      if (!narrower.length) return item;
      const inner = el("ul", { hidden: !narrower.some((one) => this.ticked.includes(one)) }, narrower.map(branch));
      const turn = el("button", { type: "button", class: "turn", "aria-expanded": String(!inner.hidden), "aria-label": `Themes below ${facet.kind.name(book, value)}`,
        onclick: () => { inner.hidden = !inner.hidden; turn.setAttribute("aria-expanded", String(!inner.hidden)); } });
      item.prepend(turn);
      item.append(inner);
      return item;
    };
    this.list.replaceChildren(...(below.get("") ?? []).map(branch));
    this.list.classList.toggle("tree", below.size > 1);
    this.more.hidden = true;
  }

  /** @param {string} value */
  #row(value) {
    const { facet, book } = this;
    const name = cut(facet.kind.name(book, value), 80);
    const box = el("input", { type: "checkbox", "data-value": value, onchange: () => {
      this.tick(box.checked ? [...this.ticked, value] : this.ticked.filter((one) => one !== value));
    } });
    const count = el("span", { class: "count" });
    const label = TERMS.has(facet.key) ? term(book, `${facet.key}/${value}`, name) : words(name);
    if (label instanceof HTMLElement && label.dataset.term) label.removeAttribute("tabindex"); // the box beside it takes the focus
    if (book.terms[value]?.definition) box.setAttribute("data-term", value);
    else if (TERMS.has(facet.key)) box.setAttribute("data-term", `${facet.key}/${value}`);
    const item = el("li", { class: "choice" }, el("label", {}, box, icon(facet.key, value, book), el("span", { class: "name" }, label), count));
    this.rows.set(value, { item, box, count });
    return item;
  }
}

/** @param {string} key @param {string} value @param {Book} book */
function icon(key, value, book) {
  if (key === "act") return line(value);
  if (key === "voice") return line("assertion", value === "reported");
  if (key === "type") return sign(value);
  if (key === "speaker" && book.keys.has(value)) return sign(book.nodes[book.keys.get(value) ?? 0].family);
  return null;
}
