// Which statements the network draws, and the lines that they are: from subject to object, to the arguments that are
// entities, and to themes.

/** @typedef {import("./book.js").Book} Book */
/** @typedef {import("./types").State} State */
/** @typedef {import("./types").Shown} Shown */
/** @typedef {import("./types").DrawnEdge & { id: string }} Edge */

export const ALL = 1_500; // statements up to which all are drawn
export const PART = 500; // statements up to which all are drawn of a part of more, whose places are found in the browser
export const CONNECTED = 300; // statements that are drawn of more where it is asked for: the best connected
const WIDTHS = { object: 1.6, end: 1.6, argument: 1, theme: 1 }; // of lines

export class Edges {
  /** @param {Book} book */
  constructor(book) {
    this.book = book;
    const { edges } = book.data.network;
    /** The lines that the page came with. @type {Edge[]} */
    this.given = edges.map((edge, at) => ({ ...edge, id: String(at) }));
    this.known = new Set(edges.filter(({ kind }) => kind !== "theme").flatMap(({ statements }) => statements));
  }

  /** Whether so many statements are shown that they are not drawn one by one. @param {Shown} shown */
  isTooMuch(shown) {
    return shown.statements.length > (this.book.statements.length <= ALL ? ALL : PART);
  }

  /** The statements to draw of those that are shown: all; of too many, those that hang on what is expanded or pinned or
      connect two nodes, and where nothing is followed so, the best connected. @param {State} state @param {Shown} shown @param {number[]} path */
  statements(state, shown, path) {
    const isFollowed = follows(state);
    const chosen = new Set(!this.isTooMuch(shown) ? shown.statements : isFollowed ? [] : this.#connected(shown));
    for (const node of [...state.expanded, ...state.pinned]) {
      for (const at of [...this.book.standsIn[node], ...this.book.raisedIn[node]]) if (shown.has(at) && chosen.size < ALL) chosen.add(at);
    }
    for (const at of path) chosen.add(at);
    const hidden = new Set(state.hidden);
    const isHidden = (/** @type {number} */ at) => hidden.size > 0 && hidden.has(this.book.statements[at].subject.node);
    return new Set([...chosen].filter((at) => !isHidden(at)));
  }

  /** @param {Shown} shown @returns {number[]} */
  #connected(shown) {
    const all = shown.statements.length === this.book.statements.length;
    if (all && this.known.size) return [...this.known];
    const { statements, standsIn } = this.book;
    const degree = (/** @type {number} */ at) => Math.min(standsIn[statements[at].subject.node].length, standsIn[statements[at].object?.node ?? statements[at].subject.node].length);
    return [...shown.statements].sort((a, b) => degree(b) - degree(a) || a - b).slice(0, CONNECTED);
  }

  /** The lines of some statements. @param {Set<number>} statements @param {boolean} withThemes @param {Set<number>} hidden nodes */
  of(statements, withThemes, hidden) {
    const given = this.given.filter((edge) => edge.statements.some((at) => statements.has(at)) && (withThemes || edge.kind !== "theme"));
    const more = [...statements].filter((at) => !this.known.has(at)).flatMap((at) => this.#made(at, withThemes));
    return [...given, ...more].filter(({ from, to }) => !hidden.has(from) && !hidden.has(to));
  }

  /** The lines of a statement that the page came without. @param {number} at @param {boolean} withThemes @returns {Edge[]} */
  #made(at, withThemes) {
    const one = this.book.statements[at];
    const from = one.subject.node;
    /** @type {[number, keyof typeof WIDTHS][]} */
    const ends = [];
    if (one.object) ends.push([one.object.node, "object"]);
    for (const { node } of one.arguments ?? []) if (this.book.nodes[node].entity) ends.push([node, "argument"]);
    const last = one.object?.node ?? from;
    if (withThemes) for (const { node } of one.themes ?? []) ends.push([node, "theme"]);
    return ends.map(([to, kind], place) => ({
      id: `${at}.${place}`, from: kind === "theme" ? last : from, to, kind, statements: [at], width: WIDTHS[kind], smooth: false,
    }));
  }
}

/** Whether a reader follows some nodes. @param {State} state */
export function follows({ expanded, pinned, path }) {
  return expanded.length > 0 || pinned.length > 0 || path !== null;
}
