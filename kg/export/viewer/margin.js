// The margin of the text: who says a stretch of it, and in which acts. Statements of one sentence, voice and act share a note.

import { el, words } from "./dom.js";
import { line } from "./icons.js";

/** The notes of a document, by the number of their sentence.
    @param {import("./book.js").Book} book @param {number} document @param {(at: number) => void} choose
    @returns {Map<number, HTMLElement[]>} */
export function margin(book, document, choose) {
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const at of book.heldIn[document]) {
    const one = book.statements[at];
    const key = [one.sentence[0], book.voice(one), one.act, one.deontic ?? "", one.polarity].join("\u001f");
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  /** @type {Map<number, HTMLElement[]>} */
  const notes = new Map();
  for (const statements of groups.values()) {
    const [index] = book.statements[statements[0]].sentence;
    notes.set(index, [...(notes.get(index) ?? []), note(book, statements, choose)]);
  }
  return notes;
}

/** @param {import("./book.js").Book} book @param {number[]} statements @param {(at: number) => void} choose */
function note(book, statements, choose) {
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
