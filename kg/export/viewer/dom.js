// Elements and text. Everything that comes from a text reaches the page through these as text, never as markup.

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {Record<string, unknown>} Attributes */

const SVG = "http://www.w3.org/2000/svg";
const LONGEST = 240; // characters of a name or phrase that are shown

/**
 * An element with attributes (`onclick` and the like add listeners) and children; strings become text.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/**
 * The same for SVG.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} tag @param {Attributes} [attributes] @param {...(Child | Child[])} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function svg(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/**
 * @template {Element} T
 * @param {T} made @param {Attributes} attributes @param {(Child | Child[])[]} children
 * @returns {T}
 */
function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, String(value));
  }
  append(made, children.flat());
  return made;
}

/** @param {Element} parent @param {Child[]} children */
function append(parent, children) {
  for (const child of children) {
    if (child !== null && child !== undefined && child !== false) parent.append(child instanceof Node ? child : String(child));
  }
}

/** Takes what an element holds out and puts other children in. @param {Element} parent @param {...(Child | Child[])} children */
export function fill(parent, ...children) {
  parent.replaceChildren();
  append(parent, children.flat());
}

/** @param {string} id @returns {any} */
export function byId(id) {
  return document.getElementById(id);
}

/** Words from a text: cut where they are long, and kept from turning the direction of what stands beside them.
    @param {string} text @param {string} [name] @param {number} [longest] */
export function words(text, name = "", longest = LONGEST) {
  return el("bdi", { class: name || null }, cut(text, longest));
}

/** Text without directional overrides and isolates: one that is left open would turn what stands after it, in spite of
    bdi; letters have a direction of their own without them.
    @param {string} text */
export function undirected(text) {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Text in one line, cut where it is long.
    @param {string} given @param {number} [longest] */
export function cut(given, longest = LONGEST) {
  const text = undirected(given);
  const short = text.length > longest ? `${text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, "")}…` : text;
  return short.replace(/\s+/g, " ");
}

/** @param {number} count */
export function number(count) {
  return count.toLocaleString("en");
}

/** "1 statement", "1,204 statements".
    @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${number(count)} ${count === 1 ? one : many}`;
}

/** @param {string} text */
export function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Letters without case and marks, for comparing.
    @param {string} text */
export function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A button of words.
    @param {string} text @param {() => void} press @param {Attributes} [attributes] */
export function button(text, press, attributes = {}) {
  return el("button", { type: "button", onclick: press, ...attributes }, text);
}
