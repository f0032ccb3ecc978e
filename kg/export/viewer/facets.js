// What statements can be filtered by. A facet gives each statement its values; ticking some lets by what has any of them.

import { ACTS } from "./book.js";
import { capital } from "./dom.js";

/** @typedef {import("./types").Statement} Statement */
/** @typedef {import("./book.js").Book} Book */
/**
 * @typedef {object} Kind
 * @property {string} key
 * @property {string} title
 * @property {(book: Book, one: Statement) => string[]} of
 * @property {(book: Book, value: string) => string} name
 * @property {(book: Book) => string[]} [order] the values in their own order; else the commonest first
 */

const NONE = "none";
const plain = (/** @type {string} */ value) => (value === NONE ? "None" : capital(value));
const DEONTIC = ["obligation", "prohibition", "recommendation", "request", "permission", "exemption", NONE];
const STANCES = ["support", "oppose", "abstain", NONE];
const MODES = ["direct", "indirect", "according-to", "continued"];

/** @type {Kind[]} */
export const KINDS = [
  { key: "voice", title: "Voice", of: (_, one) => [one.chain ? "reported" : "asserted"], order: () => ["asserted", "reported"],
    name: (_, value) => (value === "asserted" ? "Document’s own" : "Reported") },
  { key: "act", title: "Act", of: (_, one) => [one.act], order: () => ACTS, name: (_, value) => capital(value) },
  { key: "deontic", title: "Deontic type", of: (_, one) => [one.deontic ?? NONE], order: () => DEONTIC, name: (_, value) => plain(value) },
  { key: "theme", title: "Theme", of: themesOf, name: (book, value) => (value === NONE ? "No theme" : book.term(value)) },
  { key: "speaker", title: "Speaker", of: speakersOf, name: nodeName },
  { key: "issuer", title: "Issuer", of: (book, one) => [book.documents[one.document].issuer ?? NONE],
    name: (_, value) => (value === NONE ? "Issuer not known" : value) },
  { key: "document", title: "Document", of: (book, one) => [book.documents[one.document].id], order: (book) => book.documents.map((one) => one.id),
    name: (book, value) => book.documents.find((one) => one.id === value)?.title ?? value },
  { key: "type", title: "Type of entity", of: (book, one) => book.participants(one).map(({ node }) => book.nodes[node].family),
    order: (book) => [...book.families.keys()], name: (book, value) => book.families.get(value)?.label ?? capital(value) },
  { key: "stance", title: "Stance", of: (_, one) => [one.stance ?? NONE], order: () => STANCES, name: (_, value) => plain(value) },
  { key: "mode", title: "Mode of speech", of: (_, one) => (one.chain ? one.chain.map((link) => link.mode) : []), order: () => MODES,
    name: (_, value) => capital(value.replace("-", " ")) },
  { key: "relation", title: "Relation", of: (_, one) => [one.relation.predicate ?? one.relation.lemma], name: (book, value) => book.term(value) },
  { key: "with", title: "With", of: (book, one) => [...book.participants(one), ...book.speakers(one)].map(({ node }) => book.key(node)), name: nodeName },
];

/** Those that the pane of filters does not list: they are set from a search or from what is chosen. */
export const UNLISTED = new Set(["relation", "with"]);

/** A facet of a book: its values as numbers, by statement. */
export class Facet {
  /** @param {Kind} kind @param {Book} book */
  constructor(kind, book) {
    const { statements } = book;
    this.kind = kind;
    this.key = kind.key;
    this.title = kind.title;
    /** @type {Map<string, number>} */
    this.numbers = new Map();
    /** @type {number[]} */
    const codes = [];
    this.starts = new Uint32Array(statements.length + 1);
    statements.forEach((one, at) => {
      for (const value of new Set(kind.of(book, one))) {
        if (!this.numbers.has(value)) this.numbers.set(value, this.numbers.size);
        codes.push(/** @type {number} */ (this.numbers.get(value)));
      }
      this.starts[at + 1] = codes.length;
    });
    this.codes = Uint32Array.from(codes);
    /** The values by their numbers. */
    this.found = [...this.numbers.keys()];
    const totals = new Uint32Array(this.numbers.size);
    for (const code of this.codes) totals[code] += 1;
    const common = (/** @type {string} */ value) => totals[/** @type {number} */ (this.numbers.get(value))];
    /** The values that occur, in the order in which they are listed. */
    this.values = kind.order ? kind.order(book).filter((value) => this.numbers.has(value))
      : [...this.found].sort((a, b) => Number(a === NONE) - Number(b === NONE) || common(b) - common(a) || (a < b ? -1 : 1));
  }

  /** By number of a value: 1 where it is let by. @param {string[]} values */
  allowed(values) {
    const allowed = new Uint8Array(this.numbers.size);
    for (const value of values) {
      const number = this.numbers.get(value);
      if (number !== undefined) allowed[number] = 1;
    }
    return allowed;
  }

  /** @param {Uint8Array} allowed @param {number} at */
  lets(allowed, at) {
    for (let place = this.starts[at]; place < this.starts[at + 1]; place += 1) if (allowed[this.codes[place]]) return true;
    return false;
  }

  /** The numbers of a statement's values. @param {number} at */
  of(at) {
    return this.codes.subarray(this.starts[at], this.starts[at + 1]);
  }

  /** @param {Uint32Array} counts @param {number} at */
  count(counts, at) {
    for (let place = this.starts[at]; place < this.starts[at + 1]; place += 1) counts[this.codes[place]] += 1;
  }
}

/** @param {Book} book @param {string} value */
function nodeName(book, value) {
  if (value === "document") return "The document itself";
  if (value === "unnamed") return "Speaker not named";
  return book.nodes[book.keys.get(value) ?? -1]?.label ?? value;
}

/** The themes of a statement and all above them. @param {Book} book @param {Statement} one */
function themesOf(book, one) {
  const found = new Set();
  const waiting = (one.themes ?? []).map(({ node }) => book.nodes[node].id ?? "");
  for (let theme = waiting.pop(); theme; theme = waiting.pop()) {
    if (!found.has(theme)) waiting.push(...(book.terms[theme]?.broader ?? []));
    found.add(theme);
  }
  return found.size ? [...found] : [NONE];
}

/** @param {Book} book @param {Statement} one */
function speakersOf(book, one) {
  if (!one.chain) return ["document"];
  const nodes = book.speakers(one).map(({ node }) => book.key(node));
  return nodes.length ? nodes : ["unnamed"];
}
