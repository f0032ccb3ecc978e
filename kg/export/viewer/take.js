// The buttons with which a reader takes statements away: a citation, Turtle, CSV.

import { citation } from "./cite.js";
import { button, el } from "./dom.js";
import { copy } from "./save.js";
import { statementCsv } from "./statement-csv.js";
import { turtle } from "./turtle.js";

/** @param {import("./book.js").Book} book @param {(told: string) => void} announce @param {number[]} statements
    @param {number} [cited] the statement that a citation is for */
export function takeButtons(book, announce, statements, cited) {
  const what = statements.length === 1 ? "Statement" : `${statements.length} statements`;
  return el("div", { class: "deeds take", role: "group", "aria-label": "Take away" },
    cited !== undefined && button("Cite", () => copy(citation(book, cited), "Citation", announce), { "data-do": "cite" }),
    statements.length > 0 && [
      button("Copy Turtle", () => copy(turtle(book, statements), `${what} as Turtle`, announce), { "data-do": "copy-turtle" }),
      button("Copy CSV", () => copy(statementCsv(book, statements), `${what} as CSV`, announce), { "data-do": "copy-csv" })]);
}
