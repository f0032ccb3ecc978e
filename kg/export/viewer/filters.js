// The pane of filters, which is the legend too, and the line that tells which are on.

import { Choices } from "./choices.js";
import { Dates } from "./dates.js";
import { byId, el, words } from "./dom.js";
import { UNLISTED } from "./facets.js";

/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Actions} Actions */

export class Filters {
  /** @param {import("./sift.js").Sieve} sieve @param {Actions} actions @param {() => State} now */
  constructor(sieve, actions, now) {
    this.sieve = sieve;
    this.actions = actions;
    this.choices = sieve.facets.filter((facet) => !UNLISTED.has(facet.key) && facet.values.length).map((facet) => new Choices(facet, sieve.book, (values) => {
      actions.set({ only: { ...now().only, [facet.key]: values } });
    }));
    this.dates = new Dates(sieve.book, (change) => actions.set(change));
    const told = el("output", { for: "confidence" });
    this.confidence = el("input", { type: "range", id: "confidence", min: 0, max: 1, step: 0.05,
      oninput: () => this.#tell(), onchange: () => actions.set({ confidence: Number(this.confidence.value) }) });
    this.told = told;
    const sure = el("details", { class: "facet", "data-facet": "confidence" }, el("summary", {}, el("span", {}, "Confidence")),
      el("label", { for: "confidence" }, "at least "), this.confidence, told);
    const [themes] = this.choices.filter(({ facet }) => facet.key === "theme");
    const rest = this.choices.filter((one) => one !== themes);
    byId("filter-list").replaceChildren(...rest.slice(0, 2).map(({ root }) => root), this.dates.root, ...(themes ? [themes.root] : []),
      ...rest.slice(2).map(({ root }) => root), sure);
  }

  /** @param {State} state @param {import("./sift.js").Sifted} sifted */
  update(state, sifted) {
    for (const one of this.choices) one.update(sifted.counts.get(one.facet.key) ?? new Uint32Array(), state.only[one.facet.key] ?? []);
    this.dates.update(sifted.inDates, state.from, state.until);
    this.confidence.value = String(state.confidence);
    this.#tell();
    const active = this.sieve.active(state);
    byId("chips").replaceChildren(...active.map(({ text, without }) => el("li", {}, el("button", {
      type: "button", class: "chip", "aria-label": `Take away the filter ${text}`, onclick: () => this.actions.set(without),
    }, words(text), el("span", { "aria-hidden": "true" }, " ×")))));
    byId("chips").hidden = !active.length;
    byId("reset").disabled = !active.length;
  }

  #tell() {
    const value = Number(this.confidence.value);
    this.told.textContent = value ? value.toFixed(2) : "any";
    this.confidence.setAttribute("aria-valuetext", value ? value.toFixed(2) : "any");
  }
}
