// Terms and their definitions: hovering or focusing a term shows what the ontology says it means.

import { byId, el } from "./dom.js";

/** @typedef {import("./book.js").Book} Book */

const GAP = 6; // pixels between a term and its definition

/** A term, underlined where it has a definition. @param {Book} book @param {string} key of `terms`
    @param {string | Node} [text] */
export function term(book, key, text = book.term(key)) {
  if (!book.terms[key]?.definition) return el("span", {}, text);
  return el("span", { class: "term", tabindex: 0, "data-term": key }, text);
}

/** Shows the definition of whatever term the pointer or the focus comes to. @param {Book} book */
export function listenForTerms(book) {
  const tip = byId("definition");
  const hide = () => {
    tip.hidden = true;
    document.querySelector("[aria-describedby=definition]")?.removeAttribute("aria-describedby");
  };
  const show = (/** @type {Event} */ event) => {
    const on = event.target instanceof Element && event.target.closest("[data-term]");
    if (on && event.type === "focusin" && !on.matches(":focus-visible")) return; // a press of the pointer shows it already
    if (!on) {
      if (event.target !== tip && !tip.contains(event.target)) hide();
      return;
    }
    const known = book.terms[/** @type {HTMLElement} */ (on).dataset.term ?? ""];
    if (!known?.definition) return;
    hide();
    tip.replaceChildren(el("strong", {}, known.label), " ", known.definition);
    on.setAttribute("aria-describedby", "definition");
    tip.hidden = false;
    const list = on.closest(".choices");
    put(tip, on.getBoundingClientRect(), list?.getBoundingClientRect());
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", hide, true);
}

/** Puts a box below a place, or above where there is no room, within the window; beside a list of choices, which it would
    cover. @param {HTMLElement} box @param {DOMRect} place @param {DOMRect} [list] */
function put(box, place, list) {
  const { offsetWidth: width, offsetHeight: height } = box;
  const isBeside = list && list.right + width + GAP < innerWidth;
  const below = isBeside ? place.top : place.bottom + GAP;
  const left = isBeside ? list.right + GAP : place.left;
  box.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
  box.style.top = `${below + height < innerHeight ? below : Math.max(GAP, place.top - height - GAP)}px`;
}
