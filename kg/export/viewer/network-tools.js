// The bar above the network: what its signs stand for, what of it is drawn, and how it is looked at.

import { button, el } from "./dom.js";
import { line, sign } from "./icons.js";

const GROUPINGS = { theme: "by theme", type: "by type", connected: "none: the best connected" }; // of too many statements

/**
 * What the bar can do: zoom by a factor, show all, let the nodes move, and set a choice of the view; null is the usual.
 * @typedef {{ zoom: (factor: number) => void, fit: () => void, loosen: (isLoose: boolean) => void, set: (name: string, value: string | null) => void }} Deeds
 */

export class NetworkTools {
  /** @param {import("./book.js").Book} book @param {Deeds} deeds */
  constructor(book, { zoom, fit, loosen, set }) {
    this.themes = el("input", { type: "checkbox", id: "theme-nodes", checked: true, onchange: () => set("themes", this.themes.checked ? null : "no") });
    this.withThemes = el("label", {}, this.themes, "themes");
    this.by = el("select", { id: "network-group", onchange: () => set("group", this.by.value) }, Object.entries(GROUPINGS).map(([value, label]) => el("option", { value }, label)));
    this.grouping = el("label", { hidden: true }, "Group ", this.by);
    this.loosen = button("Loosen", () => {
      const isLoose = this.loosen.getAttribute("aria-pressed") !== "true";
      this.loosen.setAttribute("aria-pressed", String(isLoose));
      loosen(isLoose);
    }, { "aria-pressed": "false", id: "loosen" });
    this.root = el("div", { class: "tools network-tools", role: "group", "aria-label": "View of the network" }, legend(book), this.grouping, this.withThemes,
      button("+", () => zoom(1.4), { "aria-label": "Zoom in", class: "zoom" }), button("−", () => zoom(1 / 1.4), { "aria-label": "Zoom out", class: "zoom" }), button("Fit", fit), this.loosen);
  }

  /** @param {{ by: string, themes: boolean, isTooMuch: boolean, isGrouped: boolean }} now */
  update({ by, themes, isTooMuch, isGrouped }) {
    this.themes.checked = themes;
    this.by.value = by;
    this.grouping.hidden = !isTooMuch;
    this.withThemes.hidden = isGrouped;
    this.loosen.hidden = isGrouped;
  }
}

/** What the shapes and lines stand for. @param {import("./book.js").Book} book */
function legend(book) {
  const present = new Set(book.nodes.map(({ family }) => family));
  const families = [...book.families.values()].filter(({ key }) => present.has(key)).map(({ key, label }) => el("li", {}, sign(key), label));
  return el("details", { class: "network-legend" }, el("summary", {}, "Legend"), el("ul", {}, families, present.has("theme") && el("li", {}, sign("theme"), "Themes"),
    el("li", {}, line("assertion"), "document’s own"), el("li", {}, line("assertion", true), "reported"), el("li", {}, line("assertion", false, true), "negated")));
}
