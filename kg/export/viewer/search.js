// The search: a field that suggests entities, themes, relations and documents while a reader types, and the text itself.

import { byId, counted, el, folded, number, words } from "./dom.js";
import { sign } from "./icons.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {{ group: string, text: string, note: string, icon: Node | null, take: () => void }} Suggestion */

const MOST = 6; // suggestions of a kind

export class Search {
  /** @param {Book} book @param {import("./types").Actions} actions @param {() => import("./types").State} now */
  constructor(book, actions, now) {
    this.book = book;
    this.actions = actions;
    this.now = now;
    this.field = byId("search");
    this.list = byId("suggestions");
    /** @type {Suggestion[]} */
    this.found = [];
    this.active = -1;
    /** @type {{ text: string, node: number }[] | null} */
    this.names = null;
    this.field.addEventListener("input", () => this.#suggest());
    this.field.addEventListener("focus", () => this.field.value && this.#suggest());
    this.field.addEventListener("blur", () => this.#close());
    this.field.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => this.#key(event));
    this.list.addEventListener("pointerdown", (/** @type {Event} */ event) => event.preventDefault());
    this.list.addEventListener("click", (/** @type {Event} */ event) => {
      const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
      if (option) this.#take(Number(option.id.replace("suggestion-", "")));
    });
  }

  /** @param {import("./types").State} state */
  update(state) {
    if (document.activeElement !== this.field) this.field.value = state.query;
  }

  #suggest() {
    const needle = folded(this.field.value.trim());
    if (!needle) {
      this.#close();
      return;
    }
    this.found = [...this.#text(), ...this.#nodes(needle), ...this.#relations(needle), ...this.#documents(needle)];
    this.active = -1;
    let group = "";
    const options = this.found.map((one, at) => {
      const made = el("li", { role: "option", id: `suggestion-${at}`, "aria-selected": "false" }, one.icon, words(one.text, "", 90), el("small", {}, one.note));
      if (one.group === group) return [made];
      group = one.group;
      return [el("li", { role: "presentation", class: "group" }, group), made];
    });
    this.list.replaceChildren(...options.flat());
    this.list.hidden = false;
    this.field.setAttribute("aria-expanded", "true");
    this.field.removeAttribute("aria-activedescendant");
    this.actions.announce(counted(this.found.length, "suggestion"));
  }

  /** @returns {Suggestion[]} */
  #text() {
    const query = this.field.value.trim();
    return [{ group: "Text", text: query, note: "in names, relations and sentences", icon: null, take: () => this.actions.set({ query }) }];
  }

  /** Entities and themes whose name or other name holds the words; those that begin with them first.
      @param {string} needle @returns {Suggestion[]} */
  #nodes(needle) {
    const { book } = this;
    this.names ??= book.nodes.flatMap(({ label, aliases, family }, node) =>
      (family === "end" || family === "value" ? [] : [label, ...(aliases ?? [])].map((name) => ({ text: folded(name), node }))));
    const many = (/** @type {number} */ node) => book.standsIn[node].length + book.speaksIn[node].length + book.raisedIn[node].length;
    /** @type {Map<number, number>} */
    const fitting = new Map();
    for (const { text, node } of this.names) {
      const place = text.indexOf(needle);
      if (place >= 0) fitting.set(node, Math.min(fitting.get(node) ?? 2, place === 0 ? 0 : /\W/.test(text[place - 1]) ? 1 : 2));
    }
    const isPhrase = (/** @type {number} */ node) => Number(!book.nodes[node].entity && book.nodes[node].family !== "theme");
    const ranked = [...fitting].sort(([a, one], [b, other]) => isPhrase(a) - isPhrase(b) || one - other || many(b) - many(a) || a - b);
    return ranked.slice(0, MOST).map(([node]) => ({
      group: `Names: ${Math.min(MOST, ranked.length)} of ${number(ranked.length)}`, text: book.nodes[node].label, icon: sign(book.nodes[node].family),
      note: counted(many(node), "statement"), take: () => this.actions.choose({ kind: "node", at: node }),
    }));
  }

  /** @param {string} needle @returns {Suggestion[]} */
  #relations(needle) {
    const { book } = this;
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { relation } of book.statements) {
      const key = relation.predicate ?? relation.lemma;
      if (folded(`${book.term(key)} ${relation.lemma}`).includes(needle)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const ranked = [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    return ranked.slice(0, MOST).map(([key, many]) => ({
      group: `Relations: ${Math.min(MOST, ranked.length)} of ${number(ranked.length)}`, text: book.term(key), icon: null, note: counted(many, "statement"),
      take: () => this.actions.set({ only: { ...this.now().only, relation: [key] } }),
    }));
  }

  /** @param {string} needle @returns {Suggestion[]} */
  #documents(needle) {
    const fitting = this.book.documents.flatMap((one, at) => (folded(one.title).includes(needle) ? [at] : []));
    return fitting.slice(0, MOST).map((at) => ({
      group: `Documents: ${Math.min(MOST, fitting.length)} of ${number(fitting.length)}`, text: this.book.documents[at].title, icon: null,
      note: this.book.documents[at].date ?? "", take: () => this.actions.choose({ kind: "document", at }),
    }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) this.#suggest();
      else this.#activate(this.active + step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.active >= 0) this.#take(this.active);
      else {
        this.actions.set({ query: this.field.value.trim() });
        this.#close();
      }
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (this.list.hidden) {
        this.field.value = "";
        this.actions.set({ query: "" });
      }
      this.#close();
    }
  }

  /** @param {number} at goes round through the field itself, at -1 */
  #activate(at) {
    const many = this.found.length;
    this.active = at >= many ? -1 : at < -1 ? many - 1 : at;
    this.list.querySelectorAll("[role=option]").forEach((/** @type {Element} */ option, /** @type {number} */ place) => {
      option.setAttribute("aria-selected", String(place === this.active));
      if (place === this.active) option.scrollIntoView({ block: "nearest" });
    });
    if (this.active >= 0) this.field.setAttribute("aria-activedescendant", `suggestion-${this.active}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** @param {number} at */
  #take(at) {
    const one = this.found[at];
    this.#close();
    one.take();
    this.field.value = this.now().query;
  }

  #close() {
    this.list.hidden = true;
    this.active = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
