// The view's state and the URL's fragment, so that a link reopens what a reader saw. Statements, documents and nodes are
// written by their identifiers; a node that has none (a date, an amount) by its number.

/** @typedef {import("./types").State} State */
/** @typedef {import("./book.js").Book} Book */

const KINDS = { s: "statement", n: "node", d: "document" };
const LISTS = /** @type {const} */ (["hidden", "pinned", "expanded"]);

/** @param {string} view @returns {State} */
export function fresh(view) {
  return {
    view, chosen: null, query: "", only: {}, from: "", until: "", confidence: 0, sort: ["place", 1],
    hidden: [], pinned: [], expanded: [], path: null, options: {},
  };
}

/** Writes and reads fragments for one book. */
export class Fragments {
  /** @param {Book} book @param {string} view the one that is opened first */
  constructor(book, view) {
    this.book = book;
    this.view = view;
    this.places = {
      s: new Map(book.statements.map((one, at) => [one.id, at])),
      n: book.keys,
      d: new Map(book.documents.map((one, at) => [one.id, at])),
    };
  }

  /** @param {State} state */
  write(state) {
    const start = fresh(this.view);
    const params = new URLSearchParams();
    const keep = (/** @type {string} */ name, /** @type {string} */ value, ground = "") => value !== ground && params.append(name, value);
    keep("view", state.view, start.view);
    if (state.chosen) params.append(state.chosen.kind[0], this.#name(state.chosen.kind, state.chosen.at));
    keep("q", state.query);
    for (const [facet, values] of Object.entries(state.only)) for (const value of values) params.append(`only.${facet}`, value);
    keep("from", state.from);
    keep("until", state.until);
    keep("confidence", String(state.confidence), "0");
    keep("sort", sorted(state.sort), sorted(start.sort));
    for (const list of LISTS) for (const node of state[list]) params.append(list, this.#name("node", node));
    for (const node of state.path ?? []) params.append("path", this.#name("node", node));
    for (const [name, value] of Object.entries(state.options)) params.append(`in.${name}`, value);
    return params.toString();
  }

  /** What of a fragment can be read; the rest is let go. @param {string} fragment @returns {State} */
  read(fragment) {
    const params = new URLSearchParams(fragment.replace(/^#/, ""));
    const state = fresh(params.get("view") ?? this.view);
    for (const [key, kind] of Object.entries(KINDS)) {
      const at = this.#at(kind, params.get(key));
      if (at !== null) state.chosen = { kind: /** @type {any} */ (kind), at };
    }
    state.query = params.get("q") ?? "";
    state.from = params.get("from") ?? "";
    state.until = params.get("until") ?? "";
    state.confidence = Math.min(1, Math.max(0, Number(params.get("confidence")) || 0));
    const sort = /^(-?)(\w+)$/.exec(params.get("sort") ?? "");
    if (sort) state.sort = [sort[2], sort[1] ? -1 : 1];
    this.#follow(params, state);
    for (const [name, value] of params) {
      if (name.startsWith("only.")) (state.only[name.slice(5)] ??= []).push(value);
      if (name.startsWith("in.")) state.options[name.slice(3)] = value;
    }
    return state;
  }

  /** @param {URLSearchParams} params @param {State} state */
  #follow(params, state) {
    const nodes = (/** @type {string} */ name) => params.getAll(name).flatMap((one) => this.#at("node", one) ?? []);
    for (const list of LISTS) state[list] = nodes(list);
    const [from, to] = nodes("path");
    if (to !== undefined) state.path = [from, to];
  }

  /** @param {string} kind @param {number} at */
  #name(kind, at) {
    if (kind === "statement") return this.book.statements[at].id;
    if (kind === "document") return this.book.documents[at].id;
    return this.book.key(at);
  }

  /** @param {string} kind @param {string | null} name @returns {number | null} */
  #at(kind, name) {
    if (name === null) return null;
    return this.places[/** @type {"s" | "n" | "d"} */ (kind[0])].get(name) ?? null;
  }
}

/** A view's choices without one. @param {Record<string, string>} options @param {string} name */
export function without(options, name) {
  return Object.fromEntries(Object.entries(options).filter(([key]) => key !== name));
}

/** @param {import("./types").Sort} sort */
function sorted([column, direction]) {
  return direction < 0 ? `-${column}` : column;
}
