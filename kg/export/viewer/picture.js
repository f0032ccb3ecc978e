// The pane of pictures: a tab for each view, what it shows of how much, and the picture to take away.

import { button, byId, counted, el, number } from "./dom.js";
import { download, rastered, standalone } from "./save.js";

/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./types").View} View */

export class Picture {
  /** @param {import("./types").ViewKind[]} kinds @param {import("./book.js").Book} book @param {import("./types").Actions} actions */
  constructor(kinds, book, actions) {
    this.kinds = kinds;
    this.book = book;
    this.actions = actions;
    /** @type {Map<string, { root: HTMLElement, view: View }>} */
    this.made = new Map();
    this.open = kinds[0];
    this.filters = "";
    const tabs = kinds.map(({ key, title }) => el("button", { type: "button", role: "tab", id: `tab-${key}`, "data-view": key, "aria-controls": "view",
      onclick: () => actions.set({ view: key }) }, title));
    byId("view-tabs").replaceChildren(...tabs);
    byId("view-tabs").addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = kinds[(kinds.indexOf(this.open) + step + kinds.length) % kinds.length];
      actions.set({ view: next.key });
      byId(`tab-${next.key}`).focus();
    });
    byId("picture-tools").append(button("PNG", () => this.#png(), { id: "save-png", "aria-label": "Download the picture as PNG" }),
      button("SVG", () => this.#svg(), { id: "save-svg", "aria-label": "Download the picture as SVG" }));
    byId("picture").hidden = !kinds.length;
    new ResizeObserver(() => requestAnimationFrame(() => this.#tell())).observe(byId("view")); // a larger pane may draw more
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    if (!this.kinds.length) return;
    this.open = this.kinds.find(({ key }) => key === state.view) ?? this.kinds[0];
    for (const { key } of this.kinds) {
      const isOpen = key === this.open.key;
      byId(`tab-${key}`).setAttribute("aria-selected", String(isOpen));
      byId(`tab-${key}`).tabIndex = isOpen ? 0 : -1;
      const made = this.made.get(key);
      if (made) made.root.hidden = !isOpen;
    }
    byId("view").setAttribute("aria-labelledby", `tab-${this.open.key}`);
    if (!byId("view").clientWidth) return; // on a phone: drawn when its pane is turned to
    const { view } = this.#opened();
    view.update(state, shown);
    byId("view").toggleAttribute("data-empty", !shown.statements.length);
    this.filters = shown.words ? `Filters: ${shown.words}` : "No filters";
    const whole = byId("left-out") ? " that the page carries" : "";
    this.counts = `${number(shown.statements.length)} of ${counted(this.book.statements.length, "statement")}${whole}`;
    this.#tell();
  }

  #tell() {
    const view = this.made.get(this.open.key)?.view;
    if (view) byId("view-caption").textContent = `${view.caption()} ${this.counts}. ${this.filters}.`;
  }

  /** @param {number | null} at */
  light(at) {
    this.made.get(this.open?.key)?.view.light?.(at);
  }

  #opened() {
    const { key, create } = this.open;
    let made = this.made.get(key);
    if (!made) {
      const root = el("div", { class: `drawing view-${key}` });
      byId("view").append(root);
      made = { root, view: create(root, this.book, this.actions) };
      this.made.set(key, made);
    }
    return made;
  }

  /** Unit, filters, number and version, for below a picture. */
  #caption() {
    const { data } = this.book;
    return [`${data.title}. ${this.open.title}`, this.#opened().view.caption(), `${this.counts}. ${this.filters}.`, `policy-kg ${data.version}, graph ${data.graph.slice(0, 16)}`];
  }

  #svg() {
    download(`${this.open.key}.svg`, standalone(this.#opened().view.svg(), this.#caption()), "image/svg+xml");
    this.actions.announce("SVG downloaded");
  }

  async #png() {
    const blob = await rastered(standalone(this.#opened().view.svg(), this.#caption()));
    if (blob) download(`${this.open.key}.png`, blob);
    this.actions.announce(blob ? "PNG downloaded" : "The browser could not make a PNG: take the SVG");
  }
}
