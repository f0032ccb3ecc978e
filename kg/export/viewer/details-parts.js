// What the views of the details pane are made of.

import { button, el, number, words } from "./dom.js";
import { line, sign } from "./icons.js";

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").Statement} Statement */
/**
 * What a view needs: the book, what it can do, the form of a judgement and the buttons for taking away.
 * @typedef {{ book: Book, actions: import("./types").Actions, judge: (at: number) => Node, take: (statements: number[], at?: number) => Node }} Desk
 */

/** Rows of names and values; what has no value is left out. @param {[string | Node, ...(Node | string | false | null | undefined)[]][]} rows */
export function facts(rows) {
  return el("dl", {}, rows.filter((row) => row[1]).flatMap(([name, ...value]) => [el("dt", {}, name), el("dd", {}, ...value)]));
}

/** A list of statements to go to. @param {Desk} desk @param {number[]} statements @param {number} [most]
    @returns {HTMLElement} */
export function listed(desk, statements, most = 12) {
  const { book, actions } = desk;
  const rows = statements.slice(0, most).map((at) => {
    const one = book.statements[at];
    return el("li", {}, el("button", { type: "button", class: "statement", "data-go": at, onclick: () => actions.choose({ kind: "statement", at }) },
      line(one.act, Boolean(one.chain), one.polarity === "negative"), triple(book, at)));
  });
  const more = statements.length > most && el("li", {}, button(`${number(statements.length - most)} more of ${number(statements.length)}`,
    () => list.replaceWith(listed(desk, statements, most * 10)), { class: "link" }));
  const list = el("ol", { class: "statements" }, rows, more);
  return list;
}

/** Subject, relation, object as the sentence has them. @param {Book} book @param {number} at */
export function triple(book, at) {
  const one = book.statements[at];
  return el("span", { class: "triple" },
    words(book.named(one, one.subject), one.subject.spans ? "subject" : "subject implied", 110), " ",
    words(book.relationWords(one), one.relation.spans ? "relation" : "relation implied", 60), " ",
    one.object && words(book.named(one, one.object), "object", 160));
}

/** A node to go to. @param {Desk} desk @param {number} node */
export function nodeButton({ book, actions }, node) {
  return el("button", { type: "button", class: "node", "data-node": node, onclick: () => actions.choose({ kind: "node", at: node }) },
    sign(book.nodes[node].family), words(book.nodes[node].label, "", 120));
}

/** @param {import("./types").Value} value */
export function valueText(value) {
  return [value.approximate && "about", value.value, value.unit, value.precision && value.precision !== "day" && `(to the ${value.precision})`]
    .filter(Boolean).join(" ");
}
