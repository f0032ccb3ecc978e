// The reading pane: one document's text, the evidence of every statement marked, and in the margin who says it and how.

import { byId, el, fill, undirected } from "./dom.js";
import { margin } from "./margin.js";
import { mentionsOf, partsOf, pieces } from "./pieces.js";
import { textHead } from "./text-head.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */

export class Text {
  /** @param {Book} book @param {import("./types").Actions} actions */
  constructor(book, actions) {
    this.book = book;
    this.actions = actions;
    this.root = byId("text");
    this.document = -1;
    /** The chosen statement. @type {number | null} */
    this.chosen = null;
    /** The chosen node: its mentions are marked. @type {number | null} */
    this.node = null;
    /** @type {Shown} */
    this.shown = { statements: [], has: () => true, words: "" };
    this.body = el("div", { class: "prose" });
    this.notes = el("div", { class: "margin" });
    this.page = el("div", { class: "leaf" }, this.body, this.notes);
    new ResizeObserver(() => this.#align()).observe(this.page);
    this.body.addEventListener("click", (event) => this.#press(event));
    this.body.addEventListener("pointerover", (event) => actions.hover(statementsAt(event.target)[0] ?? null));
    this.body.addEventListener("pointerleave", () => actions.hover(null));
  }

  /** @param {State} state @param {Shown} shown */
  update(state, shown) {
    if (!this.book.documents.length) return;
    const statement = chosenOf(state, "statement");
    const node = chosenOf(state, "node");
    const document = this.#wanted(state, shown);
    const isNew = document !== this.document || node !== this.node;
    const isSifted = shown !== this.shown;
    const before = this.chosen;
    Object.assign(this, { shown, node, chosen: statement });
    if (isNew) this.#open(document);
    else if (before !== statement) for (const one of [before, statement]) this.#refresh(one);
    if (isNew || isSifted) {
      this.#dim();
      fill(byId("text-head"), textHead(this.book, this.actions, document, shown));
    }
    this.#markNotes();
    if (isNew ? state.chosen : before !== statement && statement !== null) this.#scroll();
  }

  /** Lights a statement that the pointer is on elsewhere. @param {number | null} at */
  light(at) {
    for (const piece of this.body.querySelectorAll(".hovered")) piece.classList.remove("hovered");
    if (at === null) return;
    for (const piece of this.body.querySelectorAll("mark")) if (statementsAt(piece).includes(at)) piece.classList.add("hovered");
  }

  /** The document to open: of what is chosen, else the one that is open, while the filters let any of it by; of a node,
      the first that speaks of it where the open one does not. @param {State} state @param {Shown} shown */
  #wanted({ chosen }, shown) {
    const { statements, heldIn, standsIn, speaksIn, raisedIn } = this.book;
    if (chosen?.kind === "statement") return statements[chosen.at].document;
    if (chosen?.kind === "document") return chosen.at;
    const of = chosen ? [...speaksIn[chosen.at], ...standsIn[chosen.at], ...raisedIn[chosen.at]] : heldIn[this.document] ?? [];
    const fitting = of.filter(shown.has);
    if (this.document >= 0 && fitting.some((at) => statements[at].document === this.document)) return this.document;
    const first = fitting[0] ?? shown.statements[0];
    return first === undefined ? Math.max(0, this.document) : statements[first].document;
  }

  /** @param {number} document */
  #open(document) {
    const isOther = this.document !== document;
    this.document = document;
    const { text, sentences } = this.book.documents[document];
    /** @type {Map<number, number[]>} */
    this.held = new Map();
    for (const at of this.book.heldIn[document]) {
      const [index] = this.book.statements[at].sentence;
      this.held.set(index, [...(this.held.get(index) ?? []), at]);
    }
    const { node } = this;
    this.mentions = node === null ? null : this.book.heldIn[document].flatMap((at) => mentionsOf(this.book.statements[at], node));
    const all = sentences ?? [[0, Array.from(text).length]];
    let last = 0;
    const parts = all.flatMap(([start, end], index) => {
      const gap = this.book.slice(document, last, start);
      last = end;
      const sentence = el("span", { class: "sentence", "data-sentence": index });
      this.#fill(sentence, index, start, end);
      return [gap, sentence];
    });
    this.body.replaceChildren(...parts, text.slice(this.book.place(document, last)));
    this.notes.replaceChildren(...margin(this.book, document, (at) => this.actions.choose({ kind: "statement", at })));
    this.root.replaceChildren(this.page);
    this.#align();
    if (isOther) this.root.scrollTop = 0;
  }

  /** @param {Element} sentence @param {number} index @param {number} start @param {number} end */
  #fill(sentence, index, start, end) {
    const { book, document, chosen } = this;
    const evidence = (this.held?.get(index) ?? []).map((at) => /** @type {[number, any]} */ ([at, book.statements[at].evidence]));
    const parts = chosen !== null && book.statements[chosen].document === document ? partsOf(book.statements[chosen]) : this.mentions ?? [];
    const near = parts.filter((part) => part.start < end && part.end > start);
    sentence.replaceChildren(...pieces(start, end, evidence, near).map((piece) => {
      const text = undirected(book.slice(document, piece.start, piece.end));
      const names = piece.names.join(" ");
      if (piece.statements.length) return el("mark", { class: names || null, "data-statements": piece.statements.join(" ") }, text);
      return names ? el("span", { class: names }, text) : text;
    }));
  }

  /** Draws anew the sentences in which a statement stands and is introduced. @param {number | null} at */
  #refresh(at) {
    if (at === null) return;
    const one = this.book.statements[at];
    if (one.document !== this.document) return;
    const all = this.book.documents[this.document].sentences ?? [];
    for (const index of new Set([one.sentence[0], ...(one.chain ?? []).map((link) => link.sentence[0])])) {
      const sentence = this.body.querySelector(`[data-sentence="${index}"]`);
      if (sentence && all[index]) this.#fill(sentence, index, ...all[index]);
    }
    this.#dim();
  }

  /** Steps back what the filters do not let by. */
  #dim() {
    for (const mark of this.body.querySelectorAll("mark")) {
      mark.classList.toggle("off", !statementsAt(mark).some((at) => this.shown.has(at)));
    }
    for (const note of this.notes.querySelectorAll(".note")) {
      note.classList.toggle("off", !statementsAt(note).some((at) => this.shown.has(at)));
    }
  }

  #markNotes() {
    for (const note of this.notes.querySelectorAll(".note")) {
      const isCurrent = this.chosen !== null && statementsAt(note).includes(this.chosen);
      if (isCurrent) note.setAttribute("aria-current", "true");
      else note.removeAttribute("aria-current");
    }
  }

  /** Puts each note of the margin beside its words, or below the one before it. All is measured before anything moves. */
  #align() {
    /** @type {Map<number, Element>} */
    const marks = new Map();
    for (const mark of this.body.querySelectorAll("mark")) for (const at of statementsAt(mark)) if (!marks.has(at)) marks.set(at, mark);
    const top = this.page.getBoundingClientRect().top;
    const notes = [.../** @type {NodeListOf<HTMLElement>} */ (this.notes.querySelectorAll(".note"))].map((note) => {
      const mark = marks.get(statementsAt(note)[0]);
      return { note, place: (mark?.getClientRects()[0]?.top ?? top) - top, height: note.offsetHeight };
    });
    let lowest = 0;
    for (const { note, place, height } of notes) {
      const offset = Math.max(lowest, place);
      note.style.top = `${Math.round(offset)}px`;
      lowest = offset + height + 2;
    }
    this.page.style.minHeight = `${Math.ceil(lowest)}px`;
  }

  #scroll() {
    const lit = /** @type {HTMLElement | null} */ (this.body.querySelector(".lit, .named"));
    if (!lit) return;
    const pane = this.root.getBoundingClientRect();
    const box = lit.getBoundingClientRect();
    if (box.top < pane.top + 20 || box.bottom > pane.bottom - 40) this.root.scrollTop += box.top - pane.top - pane.height * 0.3;
  }

  /** Chooses the statement whose evidence is pressed; where several share the words, each press takes the next.
      @param {Event} event */
  #press(event) {
    if (!getSelection()?.isCollapsed) return;
    const all = statementsAt(event.target);
    if (!all.length) return;
    const shown = all.filter((at) => this.shown.has(at));
    const choices = shown.length ? shown : all;
    const at = choices[(choices.indexOf(this.chosen ?? -1) + 1) % choices.length];
    this.actions.choose({ kind: "statement", at });
  }
}

/** @param {State} state @param {string} kind @returns {number | null} */
function chosenOf({ chosen }, kind) {
  return chosen?.kind === kind ? chosen.at : null;
}

/** The statements of a mark or a note. @param {EventTarget | null} target @returns {number[]} */
function statementsAt(target) {
  const on = target instanceof Element ? target.closest("[data-statements]") : null;
  return on ? (on.getAttribute("data-statements") ?? "").split(" ").map(Number) : [];
}
