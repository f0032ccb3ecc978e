// The margin of the text: who says a stretch of it, and in which acts. Statements of one sentence, voice and act share a note.

import { el, words } from "./dom.js";
import { line } from "./icons.js";

/** The statements of each note of a document, by the number of their sentence. @param {import("./book.js").Book} book @param {number} document
    @returns {Map<number, number[][]>} */
export function margin(book, document) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  /** @type {Map<number, number[][]>} */
  const notes = new Map();
  for (const at of book.heldIn[document]) {
    const one = book.statements[at];
    const [index] = one.sentence;
    const key = [index, book.voice(one), one.act, one.deontic ?? "", one.polarity].join("\u001f");
    const group = groups.get(key);
    if (group) group.push(at);
    else {
      const made = [at];
      groups.set(key, made);
      const held = notes.get(index);
      if (held) held.push(made);
      else notes.set(index, [made]);
    }
  }
  return notes;
}

/** @param {import("./book.js").Book} book @param {number[]} statements @param {(at: number) => void} choose */
export function note(book, statements, choose) {
  const one = book.statements[statements[0]];
  const many = statements.length > 1 ? ` ×${statements.length}` : "";
  const made = el("button", {
    type: "button", class: `note ${one.chain ? "reported" : "own"}`, "data-statements": statements.join(" "),
    onclick: () => {
      const here = statements.findIndex((at) => made.getAttribute("data-last") === String(at));
      const at = statements[(here + 1) % statements.length];
      made.setAttribute("data-last", String(at));
      choose(at);
    },
  }, one.chain ? words(book.voice(one), "who", 40) : el("span", { class: "who" }, "document"),
  el("span", { class: "how" }, line(one.act, Boolean(one.chain), one.polarity === "negative"), el("span", {}, `${one.deontic ?? one.act}${many}`)));
  return made;
}

/** Puts each note of a margin beside its words, or below the one before it. All is measured before anything moves.
    @param {HTMLElement} leaf */
export function align(leaf) {
  /** @type {Map<number, Element>} */
  const marks = new Map();
  for (const mark of leaf.querySelectorAll("mark")) for (const at of statementsAt(mark)) if (!marks.has(at)) marks.set(at, mark);
  const top = leaf.getBoundingClientRect().top;
  const notes = [.../** @type {NodeListOf<HTMLElement>} */ (leaf.querySelectorAll(".note"))].map((note) => {
    const mark = marks.get(statementsAt(note)[0]);
    return { note, place: (mark?.getClientRects()[0]?.top ?? top) - top, height: note.offsetHeight };
  });
  let lowest = 0;
  for (const { note, place, height } of notes) {
    const offset = Math.max(lowest, place);
    note.style.top = `${Math.round(offset)}px`;
    lowest = offset + height + 2;
  }
  leaf.style.minHeight = `${Math.ceil(lowest)}px`;
}

/** The statements of a mark or a note. @param {EventTarget | null} target @returns {number[]} */
export function statementsAt(target) {
  const on = target instanceof Element ? target.closest("[data-statements]") : null;
  return on ? (on.getAttribute("data-statements") ?? "").split(" ").map(Number) : [];
}
