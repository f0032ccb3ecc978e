// The columns of the table: what stands in a cell, what it is sorted by, and what a CSV file says there.

import { cut, el, words } from "./dom.js";
import { line } from "./icons.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").Statement} Statement */
/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {(book: Book, one: Statement, at: number) => string | number} value what it is sorted by; "" comes last
 * @property {(book: Book, one: Statement, at: number) => Node | string} cell
 */

/** @param {string} key @param {string} title @param {(book: Book, one: Statement, at: number) => string} text
    @param {string} [name] @returns {Column} */
function textual(key, title, text, name = "") {
  return { key, title, value: text, cell: (book, one, at) => words(text(book, one, at), name, 120) };
}

/** @param {Book} book @param {Statement} one */
const themes = (book, one) => (one.themes ?? []).map(({ node }) => book.nodes[node].label).join(", ");

/** @param {(at: number) => string} verdict of a statement, "" where it is not judged @returns {Column[]} */
export function columns(verdict) {
  return [
    { key: "place", title: "#", value: (_, __, at) => at, cell: (_, __, at) => String(at + 1) },
    textual("subject", "Subject", (book, one) => book.named(one, one.subject), "subject"),
    textual("relation", "Relation", (book, one) => book.relationWords(one), "relation"),
    textual("object", "Object", (book, one) => (one.object ? book.named(one, one.object) : ""), "object"),
    { key: "speaker", title: "Speaker", value: (book, one) => (one.chain ? book.voice(one) : ""),
      cell: (book, one) => (one.chain ? words(book.voice(one), "reported", 80) : el("span", { class: "quiet" }, "document")) },
    { key: "act", title: "Act", value: (_, one) => one.act + (one.deontic ?? ""),
      cell: (_, one) => el("span", { class: "acted" }, line(one.act, Boolean(one.chain), one.polarity === "negative"), one.deontic ?? one.act) },
    textual("theme", "Theme", themes),
    textual("date", "Date", (book, one) => book.documents[one.document].date ?? ""),
    { key: "confidence", title: "Conf.", value: (_, one) => one.confidence ?? "", cell: (_, one) => one.confidence?.toFixed(2) ?? "" },
    { key: "verdict", title: "Judged", value: (_, __, at) => verdict(at), cell: (_, __, at) => cut(verdict(at)) },
  ];
}

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** Statements in the order of a column; what has no value there comes last, what is equal stays in the text's order.
    @param {Book} book @param {number[]} statements @param {Column} column @param {1 | -1} direction */
export function sortedBy(book, statements, column, direction) {
  if (column.key === "place") return direction > 0 ? statements : [...statements].reverse();
  const keyed = statements.map((at) => ({ at, value: column.value(book, book.statements[at], at) }));
  keyed.sort((a, b) => {
    if (a.value === "" || b.value === "") return Number(a.value === "") - Number(b.value === "") || a.at - b.at;
    const order = typeof a.value === "number" ? a.value - Number(b.value) : collator.compare(a.value, String(b.value));
    return direction * order || a.at - b.at;
  });
  return keyed.map(({ at }) => at);
}
