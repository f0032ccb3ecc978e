// The head of the text: which document it is, how much of it is shown, and the ones before and after it.

import { button, counted, el, number, words } from "./dom.js";

/** @param {import("./book.js").Book} book @param {import("./types").Actions} actions @param {number} document
    @param {import("./types").Shown} shown */
export function textHead(book, actions, document, shown) {
  const place = book.documents[document];
  if (!place) return [];
  const held = book.heldIn[document];
  const turn = (/** @type {number} */ step) => actions.choose({ kind: "document", at: document + step });
  const told = new Set([place.issuer, place.date, place.genre, place.country].flatMap((text) => text ?? []));
  return [
    el("div", { class: "turn" },
      button("‹", () => turn(-1), { "aria-label": "Document before", disabled: document === 0 }),
      el("span", { class: "quiet" }, `${number(document + 1)} of ${number(book.documents.length)}`),
      button("›", () => turn(1), { "aria-label": "Next document", disabled: document === book.documents.length - 1 })),
    el("h2", {}, el("button", { type: "button", class: "plain", onclick: () => actions.choose({ kind: "document", at: document }) }, words(place.title))),
    el("p", { class: "quiet" }, `${number(held.filter(shown.has).length)} of ${counted(held.length, "statement")}`, [...told].flatMap((text) => [" · ", words(text, "", 80)])),
  ];
}
