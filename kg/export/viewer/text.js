// The reading pane: one document's text, the evidence of every statement marked, and in the margin who says it and how.

import { byId, el, fill, undirected } from "./dom.js";
import { align, margin, note, statementsAt } from "./margin.js";
import { mentionsOf, partsOf, pieces } from "./pieces.js";
import { textHead } from "./text-head.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./types").Span} Span */

const LONGEST = 30; // sentences of a stretch of text
const FRAMES = 8; // in which the stretches round what is brought into sight come to their heights
const AT_ONCE = 4; // stretches that are marked when a document is opened; the others as they come near, or when there is time
const later = (/** @type {() => void} */ deed) => { ("requestIdleCallback" in window ? requestIdleCallback : setTimeout)(deed); };

export class Text {
  /** @param {Book} book @param {import("./types").Actions} actions */
  constructor(book, actions) {
    this.book = book;
    this.actions = actions;
    this.root = byId("text");
    this.document = -1;
    /** @type {import("./pieces.js").Part[]} */
    this.parts = [];
    /** The chosen statement. @type {number | null} */
    this.chosen = null;
    /** The chosen node: its mentions are marked. @type {number | null} */
    this.node = null;
    /** @type {Shown} */
    this.shown = { statements: [], has: () => true, words: "" };
    /** Of the open document, by sentence. @type {Map<number, number[][]>} */
    this.notes = new Map();
    this.page = el("div", { class: "page" });
    /** The stretches in sight: only their margins are aligned. @type {Set<HTMLElement>} */
    this.inSight = new Set();
    /** The stretches whose statements are not marked yet. @type {Set<HTMLElement>} */
    this.plain = new Set();
    this.isMarking = false;
    this.sight = new IntersectionObserver((entries) => this.#see(entries), { root: this.root, rootMargin: "600px" });
    addEventListener("beforeprint", () => this.#mark(this.plain));
    new ResizeObserver(() => this.inSight.forEach(align)).observe(this.page);
    this.page.addEventListener("click", (event) => this.#press(event));
    this.page.addEventListener("pointerover", (event) => actions.hover(statementsAt(event.target)[0] ?? null));
    this.page.addEventListener("pointerleave", () => actions.hover(null));
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
    if (isSifted && !isNew) this.#dim(this.page);
    if (isNew || isSifted) {
      fill(byId("text-head"), textHead(this.book, this.actions, document, shown));
    }
    this.#markNotes();
    if (isNew ? state.chosen : before !== statement && statement !== null) this.#scroll();
  }

  /** Lights a statement that the pointer is on elsewhere. @param {number | null} at */
  light(at) {
    for (const piece of this.page.querySelectorAll(".hovered")) piece.classList.remove("hovered");
    if (at === null) return;
    for (const piece of this.page.querySelectorAll(`mark[data-statements~="${at}"]`)) piece.classList.add("hovered");
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
      const held = this.held.get(index);
      if (held) held.push(at);
      else this.held.set(index, [at]);
    }
    this.parts = this.#parts();
    const leaves = this.#leaves(sentences ?? [[0, Array.from(text).length]], text);
    this.sight.disconnect();
    this.inSight.clear();
    this.plain = new Set(leaves);
    this.#mark([...leaves.slice(0, AT_ONCE), ...leaves.filter((leaf) => this.#isParted(leaf)).slice(0, AT_ONCE)]);
    this.page.replaceChildren(...leaves);
    this.root.replaceChildren(this.page);
    for (const leaf of leaves) this.sight.observe(leaf);
    if (isOther) this.root.scrollTop = 0;
    if (!this.isMarking) later(() => this.#markMore());
  }

  /** Whether any of what is told apart stands in a stretch. @param {HTMLElement} leaf */
  #isParted(leaf) {
    const [start, end] = [Number(leaf.dataset.start), Number(leaf.dataset.end)];
    return this.parts.some((part) => part.start < end && part.end > start);
  }

  /** Marks the stretches that are left, one at a time. */
  #markMore() {
    const [leaf] = this.plain;
    this.isMarking = Boolean(leaf);
    if (!leaf) return;
    this.#mark([leaf]);
    later(() => this.#markMore());
  }

  /** Marks the statements in stretches of text and notes them in the margin. @param {Iterable<HTMLElement>} leaves */
  #mark(leaves) {
    const sentences = this.book.documents[this.document]?.sentences ?? [];
    for (const leaf of [...leaves]) {
      if (!this.plain.delete(leaf)) continue;
      for (const sentence of leaf.querySelectorAll(".sentence")) {
        const index = Number(sentence.getAttribute("data-sentence"));
        if (sentences[index]) this.#fill(sentence, index, ...sentences[index]);
        const notes = (this.notes.get(index) ?? []).map((statements) => note(this.book, statements, (at) => this.actions.choose({ kind: "statement", at })));
        leaf.lastElementChild?.append(...notes);
      }
      this.#dim(leaf);
      if (this.inSight.has(leaf)) align(leaf);
    }
  }

  /** The text in stretches, each with its margin: what is out of sight is laid out when it comes into sight.
      @param {Span[]} sentences @param {string} text */
  #leaves(sentences, text) {
    this.notes = margin(this.book, this.document);
    /** @type {HTMLElement[]} */
    const leaves = [];
    let [last, held, first] = [0, 0, 0];
    const turn = () => {
      leaves.push(el("div", { class: "leaf", "data-start": first, "data-end": last }, prose, el("div", { class: "margin" })));
      prose = el("div", { class: "prose" });
      [held, first] = [0, last];
    };
    let prose = el("div", { class: "prose" });
    sentences.forEach(([start, end], index) => {
      const gap = this.book.slice(this.document, last, start);
      prose.append(gap);
      if ((gap.includes("\n") && held) || held >= LONGEST) turn();
      prose.append(el("span", { class: "sentence", "data-sentence": index }, undirected(this.book.slice(this.document, start, end))));
      [last, held] = [end, held + 1];
    });
    prose.append(text.slice(this.book.place(this.document, last)));
    last = Infinity;
    turn();
    return leaves;
  }

  /** What of the text is told apart: the parts of the chosen statement, else the mentions of the chosen node. */
  #parts() {
    const { book, document, chosen, node } = this;
    if (chosen !== null) return book.statements[chosen].document === document ? partsOf(book.statements[chosen]) : [];
    return node === null ? [] : book.heldIn[document].flatMap((at) => mentionsOf(book.statements[at], node));
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #see(entries) {
    for (const { target, isIntersecting } of entries) {
      const leaf = /** @type {HTMLElement} */ (target);
      if (isIntersecting) this.inSight.add(leaf);
      else this.inSight.delete(leaf);
      if (isIntersecting) this.#mark([leaf]);
      if (isIntersecting) align(leaf);
    }
  }

  /** @param {Element} sentence @param {number} index @param {number} start @param {number} end */
  #fill(sentence, index, start, end) {
    const { book, document } = this;
    const evidence = (this.held?.get(index) ?? []).map((at) => /** @type {[number, any]} */ ([at, book.statements[at].evidence]));
    const near = this.parts.filter((part) => part.start < end && part.end > start);
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
    this.parts = this.#parts();
    const all = this.book.documents[this.document].sentences ?? [];
    for (const index of new Set([one.sentence[0], ...(one.chain ?? []).map((link) => link.sentence[0])])) {
      const sentence = this.page.querySelector(`[data-sentence="${index}"]`);
      if (!sentence || !all[index]) continue;
      this.#mark([/** @type {HTMLElement} */ (sentence.closest(".leaf"))]);
      this.#fill(sentence, index, ...all[index]);
      this.#dim(sentence);
    }
  }

  /** Steps back what the filters do not let by. @param {Element} within */
  #dim(within) {
    for (const one of within.querySelectorAll("mark, .note")) one.classList.toggle("off", !statementsAt(one).some((at) => this.shown.has(at)));
  }

  #markNotes() {
    for (const one of this.page.querySelectorAll(".note[aria-current]")) one.removeAttribute("aria-current");
    if (this.chosen !== null) this.page.querySelector(`.note[data-statements~="${this.chosen}"]`)?.setAttribute("aria-current", "true");
  }

  /** Brings what is lit into sight, and again while what came into sight with it is laid out. @param {number} [frames] */
  #scroll(frames = FRAMES) {
    const lit = /** @type {HTMLElement | null} */ (this.page.querySelector(".lit, .named"));
    if (!lit) return;
    const pane = this.root.getBoundingClientRect();
    const box = lit.getBoundingClientRect();
    const isInSight = box.top >= pane.top + 20 && box.bottom <= pane.bottom - 40;
    if (!isInSight) this.root.scrollTop += box.top - pane.top - pane.height * 0.3;
    if (frames) requestAnimationFrame(() => this.#scroll(frames - 1));
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
