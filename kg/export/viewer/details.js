// The details pane: all that a statement, a node or a theme holds, and what can be done with it.

import { button, byId, counted, el, fill, words } from "./dom.js";
import { line } from "./icons.js";
import { facts } from "./details-parts.js";
import { statementView } from "./details-statement.js";
import { nodeView } from "./details-node.js";

/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./details-parts.js").Desk} Desk */

/** @param {Desk} desk @param {State} state @param {Shown} shown @param {boolean} isMoved whether something else is chosen */
export function showDetails(desk, state, shown, isMoved) {
  const { chosen } = state;
  const pane = byId("details");
  if (!chosen) fill(pane, welcome(desk));
  else if (chosen.kind === "statement") fill(pane, statementView(desk, chosen.at, shown));
  else if (chosen.kind === "node") fill(pane, nodeView(desk, chosen.at, state, shown));
  else fill(pane, documentView(desk, chosen.at));
  if (isMoved) pane.scrollTop = 0;
}

/** @param {Desk} desk */
function welcome({ book }) {
  const keys = (/** @type {[string, string][]} */ pairs) => el("dl", { class: "keys" }, pairs.flatMap(([key, does]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, does)]));
  return [
    el("h2", { class: "title" }, "Who said what, in which words"),
    el("p", {}, `${counted(book.statements.length, "statement")} from ${counted(book.documents.length, "document")}. Choose a row, a line of the picture or a marked phrase: the other panes follow.`),
    el("ul", { class: "legend" },
      el("li", {}, line("assertion"), "the document’s own voice"), el("li", {}, line("assertion", true), "somebody’s reported word"),
      el("li", {}, line("directive"), "a directive"), el("li", {}, line("commitment"), "a commitment"),
      el("li", {}, line("evaluation"), "an evaluation"), el("li", {}, line("assertion", false, true), "negated")),
    keys([["Ctrl K", "search"], ["↑ ↓", "walk the table"], ["Esc", "let go of the choice"], ["Alt ← →", "back and forward"]]),
  ];
}

/** @param {Desk} desk @param {number} at */
function documentView({ book, actions, take }, at) {
  const place = book.documents[at];
  const held = book.heldIn[at];
  const known = [["Issuer", place.issuer], ["Date", place.date], ["Genre", place.genre], ["Country", place.country], ["Language", place.language], ["Source", place.url ?? place.source]];
  return [
    el("p", { class: "kicker" }, "Document"), el("h2", { class: "title" }, words(place.title)),
    facts(known.map(([name, value]) => [name ?? "", value && words(value)])),
    el("div", { class: "deeds" }, button(`Only its ${counted(held.length, "statement")}`, () => actions.narrow({ document: [place.id] }))),
    take(held),
  ];
}
